"""The words of an explanation."""

from szai_assess.messages import Message

MESSAGES = {
    "explain.title": Message("结论说明", "The outcome explained"),
    "explain.named": Message("结论说明：{name}", "The outcome explained: {name}"),
    "explain.prohibited": Message(
        "自述显示可能属于禁止行为，暂不分级。以下只说明依据，不提示如何改变；请先由法务逐项核实。",
        "By its own account this may be a prohibited act, so no tier is given for the time being. The grounds are set out below and no change "
        "is suggested: have legal check each item first.",
    ),
    "explain.on_hold": Message(
        "有禁止行为待澄清。澄清之前，级别只供参考。",
        "A prohibited act has to be cleared up. Until then the tier is for information only.",
    ),
    "explain.out_of_scope": Message(
        "按自述可能不在适用范围内，没有分级。以下说明理由。",
        "By its own account this may be out of scope, so nothing was graded. The ground is set out below.",
    ),
    "explain.unsettled": Message(
        "还有未明事项，级别是一个范围，按其中最高的准备。",
        "Some points are open, so the tier is a range; prepare for its upper end.",
    ),
    "explain.argument": Message("论证", "The argument"),
    "explain.argument_about": Message(
        "由上至下：结论、决策表、规则行、作答。〔〕内为条件的出处；由此得出的等级系本工具判断。",
        "From the outcome through tables and rows to the answers. [ ]: source of the condition; the tier is this tool's judgement.",
    ),
    "explain.argument_about_key": Message(
        "由上至下：结论、决策表、规则行、作答。〔〕内为条件的出处；由此得出的等级系本工具判断。（关键）：没有这一条，结果会更低。",
        "From the outcome through tables and rows to the answers. [ ]: source of the condition; the tier is this tool's judgement. "
        "(decisive): without this row the result would be lower.",
    ),
    "explain.key": Message("（关键）", " (decisive)"),
    "explain.maybe": Message("（尚不能排除）", " (not yet excluded)"),
    "explain.above": Message("{table}（见上）", "{table} (see above)"),
    "explain.also": Message("同时成立、不改变本表结果：{rows}", "Hold as well without changing this table: {rows}"),
    "explain.default": Message("没有规则行成立，取本表的默认值。", "No row holds, so the table has its default value."),
    "explain.read": Message("其余各表没有改变这一结果：", "The other tables did not change this:"),
    "explain.any_way": Message("其一即可：", "Any of these is enough:"),
    "explain.together": Message("同时具备：", "All of these together:"),
    "explain.clean": Message("禁止行为：其余 {count} 项未见", "Prohibited acts: the other {count} are not indicated"),
    "explain.all_clean": Message("禁止行为：{count} 项均未见", "Prohibited acts: none of the {count} is indicated"),
    "explain.answer": Message("答 {ask}：{answer}", "Answer · {ask}: {answer}"),
    "explain.none_of": Message("{answer}（未选列明的各项）", "{answer} (none of those named)"),
    "explain.unknown": Message("不清楚", "not sure"),
    "explain.unanswered": Message("未答", "not answered"),
    "explain.at_least": Message("至少有{answer}", "at least {answer}"),
    "explain.one_of": Message("下列之一：{answer}", "one of: {answer}"),
    "explain.note": Message("说明：{text}", "Note: {text}"),
    "explain.evidence": Message("证据：{text}", "Evidence: {text}"),
    "explain.conclusion": Message("结论：{outcome}", "Outcome: {outcome}"),
    "explain.changes": Message("哪些设计会改变结论", "What design would change the outcome"),
    "explain.changes_about": Message(
        "只列设计上可以选择的事项。自述事实不得为降级而改写：下面说的是应用改成这样之后如何，不是作答改成这样。",
        "Only what a design can choose is listed. Facts must not be restated to lower a tier: this is about an application built "
        "that way, not about an answer given that way.",
    ),
    "explain.lowers": Message(
        "如果应用这样设计，结论降低：", "If the application were so designed, the outcome would be lower:"
    ),
    "explain.raises": Message(
        "如果应用这样设计，结论升高：", "If the application were so designed, the outcome would be higher:"
    ),
    "explain.change": Message("{ask}：{answer}", "{ask}: {answer}"),
    "explain.with": Message("增加{options}", "with {options}"),
    "explain.without": Message("去掉{options}", "without {options}"),
    "explain.and": Message("；并且 ", "; and "),
    "explain.or": Message("或者", " or "),
    "explain.then": Message("，", ", "),
    "explain.quoted": Message("“{text}”", "“{text}”"),
    "explain.none_lowers": Message(
        "改动一项或者两项设计都不能降低结论。", "No design of one or two changes lowers the outcome."
    ),
    "explain.lowest": Message(
        "已经是最低一级，没有可以降低的。", "This is the lowest tier already; there is nothing to lower."
    ),
    "explain.held_by": Message("支撑现在结论的是：{rows}。", "It is held up by: {rows}."),
    "explain.overlap": Message(
        "往往是理由重叠：去掉一条，其余仍然成立。",
        "Often the reasons overlap: without one of them the others still hold.",
    ),
    "explain.facts": Message(
        "另有 {count} 组事实与结论有关，不作为建议列出；核对事实用 --format json。",
        "Facts bear on the outcome too (sets: {count}). They are no suggestions and not listed here; to check them, use --format json.",
    ),
    "explain.suspended": Message(
        "禁止行为未排除之前，不列设计选择。", "No design is listed while a prohibited act is not ruled out."
    ),
    "explain.outside": Message("没有分级，不列设计选择。", "Nothing was graded, so no design is listed."),
    "explain.misses": Message("差一项就成立的规则行", "Nearest misses"),
    "explain.misses_about": Message(
        "这些规则行差一项就成立，结论会因此升高。有关事实一变就要重新评估。",
        "One answer keeps these rows from holding, and the outcome would be higher with them. Assess again as soon as that fact changes.",
    ),
    "explain.miss_if": Message("差在 {change}", "It would take: {change}"),
    "explain.no_misses": Message("没有这样的规则行。", "There are none."),
    "explain.judgements": Message("本工具的判断", "Judgement calls"),
    "explain.judgements_about": Message(
        "这些值由本工具自己的判断得出。不同意其中一项的，可以看其余不变时结论如何。",
        "This tool's own reading set these values. Whoever disagrees with one of them sees what the outcome would be, all else unchanged.",
    ),
    "explain.judged": Message("{title}：{value}（{rows}）", "{title}: {value} ({rows})"),
    "explain.judged_same": Message(
        "{judged}；取其他各值，结论都不变。", "{judged}; the outcome is the same with any other value."
    ),
    "explain.judged_other": Message("取{values} → {outcome}", "With {values} → {outcome}"),
    "explain.no_judgements": Message(
        "结论没有用到本工具自己的判断。", "The outcome rests on no reading of this tool's own."
    ),
    "explain.deciding": Message("查明哪几项就能定下来", "What would settle it"),
    "explain.set": Message("查明：{names}", "Find out: {names}"),
    "explain.sets": Message("查明下列任一组，结论就定了：", "Any one of these sets settles the outcome:"),
    "explain.no_sets": Message(
        "没有哪 {count} 项以内的答案一定能把结论定下来。逐项看：",
        "No set of up to {count} answers is sure to settle the outcome. One by one:",
    ),
    "explain.one_by_one": Message("要查明的事项较多。逐项看：", "There is much to find out. One by one:"),
    "explain.settled": Message("（定）", " (settled)"),
    "explain.settled_about": Message(
        "（定）：这样回答，结论就不再变动。", "(settled): with this answer nothing else can change the outcome."
    ),
    "explain.more": Message(
        "……另有 {count} 项，见 --format markdown 或 json。", "… and {count} more: --format markdown or json."
    ),
    "explain.list": Message("、", ", "),
}
