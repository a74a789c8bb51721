"""The words of the pictures."""

from szai_assess.messages import Message

MESSAGES = {
    "chart.or": Message("或者", " or "),
    "chart.matrix": Message(
        "本应用在矩阵中的位置（●）：{levels}；矩阵给出：{outputs}。",
        "This application in the matrix (●): {levels}; the matrix gives: {outputs}.",
    ),
    "chart.answers": Message("使用者的回答", "The answers"),
    "chart.path_title": Message("从回答到等级", "From the answers to the tier"),
    "chart.highest": Message("↓ 取其中最高者", "↓ the highest of these"),
    "chart.path": Message(
        "从回答到等级：{steps}。自评结果为“{tier}”。",
        "From the answers to the tier: {steps}. The self-assessed result is “{tier}”.",
    ),
    "chart.tier": Message("自评结果为“{tier}”", "The self-assessed result is “{tier}”"),
    "chart.maybe": Message("{row}（尚不能排除）", "{row} (not yet excluded)"),
    "chart.calendar_title": Message("跟踪日历", "Calendar"),
    "chart.calendar": Message(
        "跟踪日历（年、月，格中为日，● 为到期）：{days}。",
        "Calendar (years and months, the day in the cell, ● due): {days}.",
    ),
}
