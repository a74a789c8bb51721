"""Words of the report on the proof of a pack."""

from szai_assess.messages import Message

MESSAGES = {
    "proof.title": Message("{pack} 的证明", "Proof of {pack}"),
    "proof.made": Message(
        "由 `szai-assess pack proofread {id} --prove --output {file}` 生成，不要手改。",
        "Written by `szai-assess pack proofread {id} --prove --output {file}`; do not edit.",
    ),
    "proof.about": Message(
        "以下各项就题包的全部规则而言，对每一份完整的作答都成立；是否符合法律不在其内。没有抽样：凡不能判定的，列为问题，不作结论。"
        "“例”是一份完整的作答，并由判定程序核对过；没有列出的问题，取其第一个选项，多选题取“都没有”（没有这一项的取第一个）。不再问到的问题不计。",
        "Each statement holds of the pack's rules for every complete set of answers; whether the rules agree with the law is not "
        "among them. Nothing is sampled: what could not be decided is a fault, and nothing is concluded from it. An example is a complete set of "
        "answers, verified by the tool's own judgement; a question that is not listed takes its first option, one of several its "
        "“none of these”, or the first where there is none. Questions that are not asked do not count.",
    ),
    "proof.clean": Message("没有发现问题。", "No faults."),
    "proof.faulty": Message("{count} 处没有证明：", "{count} things are not proved:"),
    "proof.subject": Message("对象", "Of"),
    "proof.statement": Message("证明了什么", "What is proved"),
    "proof.example": Message("例", "Example"),
    "proof.chapter_outcomes": Message("每一种结论都能得出", "Every outcome is reached"),
    "proof.chapter_red_lines": Message("每一项禁止行为都能拦住", "Every red line blocks"),
    "proof.chapter_controls": Message("控制措施不影响结论", "Controls never move the outcome"),
    "proof.chapter_monotony": Message("更重的回答不会降低结果", "A worse answer never lowers"),
    "proof.chapter_unique": Message("没有空缺，没有重叠", "No gaps, no overlaps"),
    "proof.chapter_rows": Message("没有不成立、被遮蔽或者多余的规则行", "No dead, shadowed or redundant rows"),
    "proof.chapter_outputs": Message("每一个输出都能得出", "Every output is given"),
    "proof.chapter_questions": Message(
        "每一个问题及其选项都能用到", "Every question is asked, every option can be chosen"
    ),
    "proof.chapter_papers": Message("每一份文书和指标都能用到", "Every paper and indicator is called for"),
    "proof.chapter_obligations": Message(
        "每一项附条件的义务都可能适用，也都可能不适用", "Every obligation can apply, and can not apply"
    ),
    "proof.chapter_exceptions": Message("例外及其理由", "Exceptions, and why"),
    "proof.composed": Message(
        "只变动一个有轻重次序的问题、其余回答相同的两份作答，回答更重的一份，各表的结果都不更低，因而等级、禁止行为也不更低："
        "每张表单独证明如下，再按求值次序逐表推得。没有次序的问题按相同回答比较；只作提示的表不在其内。",
        "Of two sets of answers that differ in one question whose options worsen, the worse one gives no less in any table, and so "
        "neither in the tier nor in a red line: each table is shown by itself below, and the whole follows table by table along the order of evaluation. "
        "Questions without an order are compared at equal answers; tables that only warn are exempt.",
    ),
    "proof.shortest": Message("能得出；没有更短的例", "reached; no example is shorter"),
    "proof.outcome": Message("能得出；是否有更短的例未判定", "reached; whether an example is shorter was not decided"),
    "proof.unanswered": Message("一题未答时得出", "reached where nothing is answered"),
    "proof.order": Message(
        "禁止行为、是否适用、等级的全部 {count} 种组合逐一求值：有一项“可能属于”即拦截，有一项“待澄清”即待澄清，等级不改变这一点",
        "all {count} combinations of red lines, scope and tier were evaluated: one line indicated stops, one unresolved holds, whatever the tier",
    ),
    "proof.red_line": Message(
        "{name} 取最重的回答，无论其余如何回答，都不分级，门禁拦截；未作答时不视为未见",
        "with the gravest answer to {name} there is no tier whatever else is answered, and the gate blocks; unanswered it is not cleared",
    ),
    "proof.controls": Message(
        "结论所依据的 {count} 个问题（共 {all} 个）中没有它，直接、间接都没有",
        "it is not among the {count} questions (of {all}) on which the outcome rests, directly or through others",
    ),
    "proof.exempt": Message("只作提示，不在其内", "only warns: exempt"),
    "proof.read_off": Message(
        "由 {count} 行的条件直接看出：每个条件都是“及以上”",
        "read off the conditions of its {count} rows: each says “this or worse”",
    ),
    "proof.enumerated": Message("{count} 种组合逐一比较", "{count} combinations compared one by one"),
    "proof.scope": Message(
        "更重的回答不会变成不适用：只取决于没有轻重次序的 {names}",
        "no worse answer leads out of scope: it rests only on {names}, without an order",
    ),
    "proof.unique": Message(
        "{count} 种组合中，每种恰有一行成立", "in each of {count} combinations exactly one row holds"
    ),
    "proof.row_holds": Message("{table}：能成立", "{table}: can hold"),
    "proof.row_tells": Message(
        "{table}：能成立，且结果因它而定", "{table}: can hold, and then the result is due to it"
    ),
    "proof.output": Message("能得出", "given"),
    "proof.always": Message("没有条件", "without a condition"),
    "proof.question": Message("能问到", "asked"),
    "proof.document": Message("文书，能用到", "a paper, called for"),
    "proof.indicator": Message("指标，能用到", "an indicator, called for"),
    "proof.obligation": Message("能不适用，例：{without}", "can not apply, for example with: {without}"),
    "proof.exception": Message("{code}：{why}", "{code}: {why}"),
    "proof.plain": Message("（全取第一个选项）", "(all first options)"),
    "proof.done": Message("{pack}：证明了 {count} 项。", "{pack}: {count} statements proved."),
}
