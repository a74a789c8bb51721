"""The words of the interview."""

from szai_assess.messages import Message

MESSAGES: dict[str, Message] = {
    # where it stands
    "assess.so_far": Message("目前：{range}", "So far: {range}"),
    "assess.range": Message("{lowest}—{highest}", "{lowest} to {highest}"),
    "assess.deciding": Message("还有 {count} 题可能改变结论", "{count} more can change the outcome"),
    "assess.decided": Message("其余各题不再改变结论", "nothing left can change the outcome"),
    "assess.left": Message("最多还有 {count} 题，约 {minutes} 分钟", "at most {count} to go, about {minutes} min"),
    "assess.none_left": Message("已没有待答的题", "nothing left to ask"),
    "assess.beside": Message("关于：{ask}", "About: {ask}"),
    # answering
    "assess.unknown": Message("不清楚", "Not sure"),
    "assess.choose": Message("—— 请选择 ——", "-- please choose --"),
    "assess.note": Message("请说明事实（可留空）：", "State the facts (may stay empty):"),
    "assess.evidence": Message(
        "证据编号或者文件位置（可留空；没有证据编号的，按“仅自述”计）：",
        "Evidence: a number or where the file is (may stay empty; without one it counts as claimed only):",
    ),
    "assess.blank": Message("（留空）", "(left empty)"),
    "assess.held_note": Message("备注：{text}", "Note: {text}"),
    "assess.held_evidence": Message("证据：{text}", "Evidence: {text}"),
    # keys
    "assess.keys_one": Message("↑↓ 移动 · 回车 确定", "↑↓ move · Enter confirms"),
    "assess.keys_many": Message("↑↓ 移动 · 空格 勾选 · 回车 确定", "↑↓ move · Space ticks · Enter confirms"),
    "assess.keys_text": Message("回车 确定（可留空）", "Enter confirms (may stay empty)"),
    "assess.keys_date": Message(
        "写作 2026-11-21 · 回车 确定（可留空）", "as 2026-11-21 · Enter confirms (may stay empty)"
    ),
    "assess.keys_list": Message(
        "? 为什么问、法条 · / 查找 · b 返回 · u 撤销 · r 总览 · n 备注 · e 证据 · Ctrl-C 停下",
        "? why, law · / search · b back · u undo · r review · n note · e evidence · Ctrl-C stop",
    ),
    "assess.keys_typed": Message(
        "F1 为什么问、法条 · Esc 返回 · Ctrl-Z 撤销 · F4 总览 · F2 备注 · F3 证据 · Ctrl-C 停下",
        "F1 why, law · Esc back · Ctrl-Z undo · F4 review · F2 note · F3 evidence · Ctrl-C stop",
    ),
    "assess.keys_inner": Message("? 为什么问、法条 · b 返回 · Ctrl-C 停下", "? why, law · b back · Ctrl-C stop"),
    "assess.keys_review": Message("/ 查找 · b 返回 · Ctrl-C 停下", "/ search · b back · Ctrl-C stop"),
    "assess.keys_end": Message("b 返回 · u 撤销 · r 总览 · Ctrl-C 停下", "b back · u undo · r review · Ctrl-C stop"),
    "assess.keys_stop": Message("Ctrl-C 停下", "Ctrl-C stop"),
    "assess.keys_help": Message("↑↓ 翻看 · 回车或者 Esc 回到题目", "↑↓ scroll · Enter or Esc back to the question"),
    "assess.keys_search": Message(
        "查找：{sought}（回车 结束查找，Esc 取消）", "Search: {sought} (Enter ends it, Esc clears it)"
    ),
    "assess.found": Message(
        "只列出含“{sought}”的 {count} 项（Esc 全部列出）", 'Only the {count} with "{sought}" (Esc lists all)'
    ),
    "assess.found_none": Message("没有含“{sought}”的选项（Esc 全部列出）", 'Nothing has "{sought}" (Esc lists all)'),
    "assess.below": Message("↓ 下面还有 {count} 项", "↓ {count} more below"),
    "assess.above": Message("↑ 上面还有 {count} 项", "↑ {count} more above"),
    "assess.more_above": Message("↑ 上面还有", "↑ more above"),
    "assess.more_below": Message("↓ 下面还有", "↓ more below"),
    "assess.cut": Message("……（按 F1 看全文）", "… (F1 shows it whole)"),
    # why a reply cannot stand
    "assess.choose_one": Message(
        "还没有选：请选一项，再按回车。", "Nothing is chosen yet: choose one, then press Enter."
    ),
    "assess.choose_some": Message(
        "还没有勾选：请至少勾选一项，再按回车。", "Nothing is ticked yet: tick at least one, then press Enter."
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
    "assess.too_much": Message(
        "粘贴的内容有 {length} 字，超过上限 {limit} 字，没有放入。",
        "What was pasted has {length} characters, more than the {limit} allowed; it was not put in.",
    ),
    "assess.no_back": Message("已经是第一题。", "This is the first question."),
    "assess.no_undo": Message("这次还没有可以撤销的改动。", "Nothing has been changed yet that could be undone."),
    # not sure
    "assess.unsure": Message("不清楚的，可以选一种办法：", "Not sure? There is a way on:"),
    "assess.unsure_who": Message("一般由{who}回答。", "Usually answered by: {who}."),
    "assess.unsure_cost": Message(
        "记为“不清楚”，范围将是：{range}。", 'Recorded as "not sure", the range will be: {range}.'
    ),
    "assess.way_probe": Message("换成更简单的小问题来答（{count} 个）", "Answer plainer questions instead ({count})"),
    "assess.way_part_one": Message("知道一部分：勾选还有可能的选项", "I know part of it: tick what it may be"),
    "assess.way_part_many": Message("知道一部分：勾选可以确定的选项", "I know part of it: tick what is certain"),
    "assess.way_open": Message("记为不清楚，以后再问{who}", "Record it as not sure, and ask {who} later"),
    "assess.probe": Message("小问题 {number}/{total}", "Plainer question {number}/{total}"),
    "assess.yes": Message("是", "Yes"),
    "assess.no": Message("否", "No"),
    "assess.part_one": Message("下列各项，哪些还有可能？（逐项勾选）", "Which of these may it be? (tick each)"),
    "assess.part_many": Message("下列各项，哪些可以确定？（逐项勾选）", "Which of these are certain? (tick each)"),
    "assess.found_one": Message("由此可知，答案是：", "So the answer is:"),
    "assess.found_some": Message("由此可知，答案是下列之一：", "So the answer is one of these:"),
    "assess.found_least": Message("由此可知，至少有：", "So at least these apply:"),
    "assess.found_nothing": Message("这几个小问题没有缩小范围。", "These questions did not narrow it down."),
    "assess.take": Message("就这样记下", "Record it like this"),
    "assess.take_least": Message("记下这些，可能还有其他", "Record these; there may be more"),
    "assess.take_all": Message("记下这些，没有其他", "Record these; there are no others"),
    "assess.choose_after": Message("回到题目自己选", "Go back and choose myself"),
    "assess.leave_open": Message("记为不清楚", "Record it as not sure"),
    # what a change takes away
    "assess.leaving": Message(
        "这样改，下列 {count} 题就不再适用，原来的回答是：",
        "With this change, these {count} no longer apply. They were answered:",
    ),
    "assess.return": Message("不改了，回到题目", "Do not change it; go back"),
    "assess.keep": Message(
        "改，这些回答留在文件里备用（不起作用）", "Change it, and keep these in the file (without effect)"
    ),
    "assess.go": Message(
        "改，从文件中去掉这些回答（可撤销）", "Change it, and take these out of the file (can be undone)"
    ),
    # other pages
    "assess.read": Message("我已阅读，继续", "I have read this; go on"),
    "assess.review": Message("全部回答：选一项，回去看或者改", "All answers: choose one to see or change it"),
    "assess.not_known": Message("还不清楚的", "Not known yet"),
    "assess.open": Message("〔未答〕{ask}", "[open] {ask}"),
    "assess.answer": Message("{ask}：{answer}", "{ask}: {answer}"),
    "assess.result": Message("能改变结论的题都答完了。", "Everything that can change the outcome is answered."),
    "assess.papers": Message(
        "继续答完其余的题，写出文书（答过的不再问）", "Go on to the papers (nothing is asked twice)"
    ),
    "assess.later": Message("到此为止，回答都已保存", "Stop here; every answer is saved"),
    "assess.end": Message("要问的都问完了。", "That was the last question."),
    "assess.end_waits": Message(
        "现在能问的都问完了；还有至多 {count} 题，要等别人先答。",
        "That is all that can be asked now; at most {count} more wait for somebody else's answers.",
    ),
    "assess.finish": Message("结束，看结论", "Finish, and see the result"),
    "assess.look": Message("先总览，检查或者修改回答", "Look through the answers first"),
    "assess.trouble": Message("刚才的回答还没有存上。", "The last answer could not be saved."),
    "assess.retry": Message("再存一次", "Try again"),
    "assess.give_up": Message(
        "停下（刚才这一项不保存，之前的都在）", "Stop (without this one; all before it is saved)"
    ),
    # help
    "assess.why": Message("为什么问", "Why it is asked"),
    "assess.who": Message("一般由谁回答", "Who can usually answer"),
    "assess.help": Message("怎么答", "How to answer"),
    "assess.options": Message("各选项", "The options"),
    "assess.translation": Message("工作译文，以中文为准", "working translation; the Chinese text governs"),
    "assess.chinese": Message("中文原文", "Chinese text"),
    "assess.not_held": Message("（原文未收录）", "(text not held)"),
    # the line mode
    "assess.plain_one": Message("输入编号：", "Number: "),
    "assess.plain_many": Message("输入编号，可多个，以空格或者顿号分隔：", "Numbers, separated by spaces or commas: "),
    "assess.plain_text": Message("输入文字（空行为留空）：", "Text (an empty line leaves it empty): "),
    "assess.plain_keys": Message(
        "（? 为什么问、法条；:b 返回；:u 撤销；:r 总览；:n 备注；:e 证据；:q 停下）",
        "(? why, law; :b back; :u undo; :r review; :n note; :e evidence; :q stop)",
    ),
    "assess.plain_held": Message("现在的回答：{answer}（:k 保留）", "Answered so far: {answer} (:k keeps it)"),
    "assess.plain_text_held": Message(
        "现在的内容：{answer}（空行保留，:x 清空）", "So far: {answer} (an empty line keeps it, :x clears it)"
    ),
    "assess.plain_wrong": Message("没有这个编号：{entry}", "There is no such number: {entry}"),
}
