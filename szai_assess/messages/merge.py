"""The words of merging: what goes into the notes, and what is told about it."""

from szai_assess.messages import Message

MESSAGES: dict[str, Message] = {
    "merge.differ": Message("合并时两份作答不一致：", "The answers merged here differ: "),
    "merge.pair": Message("{first}；{second}。", "{first}; {second}."),
    "merge.says": Message("{file} 填“{answer}”⟦（{code}）⟧", "{file} says “{answer}”⟦ ({code})⟧"),
    "merge.also": Message("此前合并时已不一致；{third}。", "They differed when merged before; {third}."),
    "merge.remark": Message("〔{file}〕{text}", "[{file}] {text}"),
    "merge.unknown": Message("不清楚", "Not sure"),
    "merge.one_of": Message("{options} 之一", "one of {options}"),
    "merge.at_least": Message("至少 {options}", "at least {options}"),
    "merge.counts": Message(
        "已合并 {first} 和 {second}：一致 {same} 项，取自 {first} {one} 项，取自 {second} {two} 项，不一致 {conflicts} 项。",
        "{first} and {second} are merged. Alike: {same}; taken from {first}: {one}; taken from {second}: {two}; "
        "in conflict: {conflicts}.",
    ),
    "merge.surer": Message(
        "其中另一份不清楚或者范围较宽、以较明确的为准：{names}。",
        "Where the other was not sure or less precise, the surer answer is kept: {names}.",
    ),
    "merge.conflicts": Message(
        "下列各项两份不一致，合并后未填，两种填法都写在说明（notes）里：",
        "These differ and are left unanswered in the result; both answers are kept in its notes:",
    ),
    "merge.question": Message("问题", "Question"),
    "merge.left_open": Message("（此前合并时不一致，尚未填）", "(differed when merged before; still unanswered)"),
    "merge.undated": Message(
        "合并后的作答还没有完成日期（assessed_on），补问完毕时写入。",
        "The result has no date (assessed_on) yet; it gets one when the interview is finished.",
    ),
    "merge.next": Message(
        "下一步：运行 szai-assess assess {file}，补问尚未作答的问题。",
        "Next: run szai-assess assess {file}, which asks what is still unanswered.",
    ),
}
