"""The words of the interface: what the program says when nothing is wrong."""

from szai_assess.messages import Message

MESSAGES: dict[str, Message] = {
    "show.outcome": Message("结论", "Outcome"),
    "show.tier": Message("级别", "Tier"),
    "show.supervision": Message("监管方式", "Supervision"),
    "show.axes": Message("四项维度", "Levels"),
    "show.reasons": Message("主要理由", "Main reasons"),
    "show.no_reasons": Message("没有触发任何提高级别的规则。", "No rule that raises the tier was met."),
    "show.possible": Message("（尚不能排除）", " (not yet excluded) "),
    "show.judgement": Message(
        "条件的出处如上；由此得出的等级系本工具判断。",
        "The sources are those of the conditions; the tier drawn from them is this tool's judgement.",
    ),
    "show.grounds": Message("〔条件取自：{basis}，{cites}〕", " [condition from: {basis}; {cites}]"),
    "show.results": Message("同时", "Also"),
    "show.red_lines": Message("禁止行为", "Prohibited"),
    "show.to_confirm": Message("由法务确认", "To be confirmed by legal"),
    "show.deciding": Message("未明事项", "Open points"),
    "show.more": Message(
        "……共 {count} 项影响结论，全部见待办清单。",
        "… {count} that can change the outcome; the to-do list has them all.",
    ),
    "show.caveats": Message("请留意：{count} 条提示，见文书。", "Points to note: {count}, set out in the papers."),
    "show.hidden": Message(
        "不再适用、不起作用的回答：{names}", "Answers that no longer apply and have no effect: {names}"
    ),
    "show.next": Message("下一步", "Next"),
    "show.next_prohibited": Message(
        "先停下来：由法务逐项核实禁止行为，再作其他安排。",
        "Stop here: have legal check the prohibited acts item by item first.",
    ),
    "show.next_on_hold": Message(
        "先澄清上列禁止行为事项，再运行一次 assess。", "Clarify the prohibited-act items above, then run assess again."
    ),
    "show.next_out_of_scope": Message(
        "请法务确认不适用的理由，并保存作答文件。",
        "Have legal confirm the ground for being out of scope, and keep the answers file.",
    ),
    "show.next_open": Message(
        "还有 {count} 个必答问题未答，请再运行 assess。", "{count} required questions are unanswered; run assess again."
    ),
    "show.next_unsettled": Message(
        "弄清上列未明事项，可以缩小结论的范围。", "Finding out the open points above narrows the result."
    ),
    "show.next_done": Message(
        "核对文书，补全待填项；发布前运行 check。",
        "Check the papers and fill in their blanks; run check before release.",
    ),
    "show.comma": Message("、", ", "),
    "show.colon": Message("：", ": "),
}
