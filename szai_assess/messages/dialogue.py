"""The words of the interview."""

from szai_assess.messages import Message

MESSAGES: dict[str, Message] = {
    "assess.unknown": Message("不清楚", "Not sure"),
    "assess.choose": Message("—— 请用方向键选择 ——", "-- choose with the arrow keys --"),
    "assess.keys_one": Message("（↑↓ 移动，回车确定，? 帮助）", "(↑↓ move, Enter confirms, ? help)"),
    "assess.keys_many": Message(
        "（↑↓ 移动，空格勾选，回车确定，? 帮助）", "(↑↓ move, Space ticks, Enter confirms, ? help)"
    ),
    "assess.keys_text": Message("（可留空；回车确定，? 或 F1 帮助）", "(may stay empty; Enter confirms, ? or F1 help)"),
    "assess.keys_date": Message(
        "（写作 2026-11-21，可留空；回车确定，? 或 F1 帮助）",
        "(as 2026-11-21, may stay empty; Enter confirms, ? or F1 help)",
    ),
    "assess.left": Message("最多还有 {count} 题", "at most {count} to go"),
    "assess.note": Message("请说明事实（可留空）：", "State the facts (may stay empty):"),
    "assess.evidence": Message(
        "证据编号或者文件位置（可留空；没有证据编号的，按“仅自述”计）：",
        "Evidence: a number or where the file is (may stay empty; without one it counts as claimed only):",
    ),
    "assess.blank": Message("（留空）", "(left empty)"),
    "assess.choose_one": Message(
        "还没有选：请选一项，再按回车。", "Nothing is chosen yet: choose one, then press Enter."
    ),
    "assess.choose_some": Message(
        "还没有勾选：请用空格至少勾选一项，再按回车。",
        "Nothing is ticked yet: tick at least one with Space, then press Enter.",
    ),
    "assess.none_alone": Message(
        "“{none}”不能与其他选项同时勾选。", '"{none}" cannot be ticked together with anything else.'
    ),
    "assess.bad_date": Message(
        "这不是一个日期：请写作 2026-11-21，或者留空。", "This is no date: write it as 2026-11-21, or leave it empty."
    ),
    "assess.bad_text": Message(
        "输入中有不能保存的控制字符，请重新输入。",
        "The text holds control characters that cannot be saved; please type it again.",
    ),
    "assess.too_long": Message(
        "最多 {limit} 字，现有 {length} 字。", "At most {limit} characters; these are {length}."
    ),
    "assess.why": Message("为什么问", "Why it is asked"),
    "assess.who": Message("一般由谁回答", "Who can usually answer"),
    "assess.help": Message("怎么答", "How to answer"),
    "assess.translation": Message("工作译文，以中文为准", "working translation; the Chinese text governs"),
    "assess.chinese": Message("中文原文", "Chinese text"),
    "assess.not_held": Message("（原文未收录）", "(text not held)"),
}
