"""The words of the interface: what the program says when nothing is wrong."""

from szai_assess.messages import Message

MESSAGES: dict[str, Message] = {
    "show.outcome": Message("结论", "Outcome"),
    "show.tier": Message("等级", "Tier"),
    "show.aside": Message("{text}（{aside}）", "{text} ({aside})"),
    "show.supervision": Message("监管方式", "Supervision"),
    "show.any_level": Message("未明", "not known"),
    "show.range": Message("{lowest}—{highest}", "{lowest} to {highest}"),
    "show.reasons": Message("主要理由", "Main reasons"),
    "show.no_reasons": Message("没有触发任何提高等级的规则。", "No rule that raises the tier was met."),
    "show.possible": Message("（尚不能排除）", " (not yet excluded) "),
    "show.judgement": Message(
        "条件的出处如上；由此得出的等级系本工具判断。",
        "The sources are those of the conditions; the tier drawn from them is this tool's judgement.",
    ),
    "show.grounds": Message("〔{basis}：{cites}〕", " [{basis}: {cites}]"),
    "show.brackets": Message(
        "〔〕内为条件的出处；由此得出的等级系本工具判断。",
        "[ ]: source of the condition; the tier is this tool's judgement.",
    ),
    "show.results": Message("同时", "Also"),
    "show.red_lines": Message("禁止行为", "Prohibited"),
    "show.red_line": Message("{status} · {title}", "{status} · {title}"),
    "show.more_red_lines": Message("……另有 {count} 项须核实。", "… and {count} more to be looked into."),
    "show.to_confirm": Message("由法务确认", "To be confirmed by legal"),
    "show.deciding": Message("未明事项", "Open points"),
    "show.more": Message("……另有 {count} 项影响结论。", "… and {count} more that can change the outcome."),
    "show.caveats": Message("请留意：{count} 条提示，见文书。", "Points to note: {count}, set out in the papers."),
    "show.hidden": Message(
        "不再适用、不起作用的回答：{names}", "Answers that no longer apply and have no effect: {names}"
    ),
    "show.papers": Message("文书", "Papers"),
    "show.papers_blanks": Message("{count} 份，待填 {blanks} 处：{kinds}", "{count}; blanks {blanks}: {kinds}"),
    "show.papers_full": Message("{count} 份，没有待填项", "{count}, without blanks"),
    "show.fact": Message("事实 {count}", "facts {count}"),
    "show.evidence": Message("证据 {count}", "evidence {count}"),
    "show.signature": Message("签署 {count}", "signatures {count}"),
    "show.to_verify": Message("核实 {count}", "to verify {count}"),
    "show.authority": Message("主管部门 {count}", "for the authority {count}"),
    "show.next": Message("下一步", "Next"),
    "show.step_stop": Message(
        "先停下来：由法务逐项核实上列禁止行为，再作其他安排。",
        "Stop here: have legal check the prohibited acts item by item first.",
    ),
    "show.step_clarify": Message(
        "由法务逐项澄清上列禁止行为，写明事实；澄清前文书不对外使用。",
        "Have legal clarify the prohibited acts above and state the facts; keep the papers internal until then.",
    ),
    "show.step_again": Message("改好作答后再运行：{command}", "Correct the answers, then run: {command}"),
    "show.step_ground": Message(
        "请法务确认上列不适用的理由。", "Have legal confirm the ground above for being out of scope."
    ),
    "show.step_keep": Message("留存作答文件 {file} 备查。", "Keep the answers file {file}."),
    "show.step_changed": Message(
        "技术或者用途有变化时再运行：{command}", "When the technique or the use changes, run: {command}"
    ),
    "show.step_settle": Message(
        "查明影响结论的 {count} 项（{people}），改好作答后运行：{command}",
        "Settle what can change the outcome ({count}: {people}), then run: {command}",
    ),
    "show.step_ask": Message(
        "问清影响结论的 {count} 项（{people}）。",
        "Ask about what can change the outcome ({count}: {people}).",
    ),
    "show.step_answer": Message("接着答完必答问题：{command}", "Answer the required questions left: {command}"),
    "show.step_launch": Message(
        "上线前做好{mode}；已上线的立即补做（本工具建议）。",
        "Before launch, or now if already live (this tool's advice): {mode}.",
    ),
    "show.step_render": Message("写出文书：{command}", "Write the papers: {command}"),
    "show.step_fill": Message(
        "填写文书中的待填项，由责任人签署。", "Fill in the blanks of the papers and have them signed."
    ),
    "show.step_facts": Message(
        "补全 {count} 处事实，先补《{paper}》{first} 处。",
        "Fill in the missing facts ({count}), first those of “{paper}” ({first}).",
    ),
    "show.step_facts_one": Message(
        "补全《{paper}》{count} 处事实。", "Fill in the missing facts of “{paper}” ({count})."
    ),
    "show.step_rest": Message(
        "请责任人补齐其余 {count} 处：{kinds}。", "Have the people responsible complete the rest ({count}: {kinds})."
    ),
    "show.step_check": Message("发布前运行：{command}", "Before release, run: {command}"),
    "show.role_count": Message("{role} {count}", "{role} {count}"),
    "show.handover": Message("还有 {count} 项未明，按人列出：", "Open points: {count}, by person:"),
    "show.handover_deciding": Message(
        "还有 {count} 项未明，按人列出（* 影响结论）：",
        "Open points: {count}, by person (* can change the outcome):",
    ),
    "show.handover_role": Message("{role}：{count} 项（{kinds}）", "{role}: {count} ({kinds})"),
    "show.unanswered": Message("未答 {count}", "unanswered {count}"),
    "show.unsure": Message("不清楚 {count}", "not sure {count}"),
    "show.handover_more": Message("… 另有 {count} 项", "… and {count} more"),
    "show.handover_command": Message("只问这些：{command}", "Asks only these: {command}"),
    "show.semicolon": Message("；", "; "),
    "show.comma": Message("、", ", "),
    "show.colon": Message("：", ": "),
}
