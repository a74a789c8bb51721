"""Faults of a policy file and its waivers."""

from szai_assess.messages import Message

MESSAGES = {
    "W001": Message(
        "门禁政策没有 {name} 这一项⟦，最接近的是 {nearest}⟧",
        "A policy has no setting {name}⟦; the nearest is {nearest}⟧",
        "可用的有：{known}。",
        "There are: {known}.",
    ),
    "W003": Message(
        "{where} 的写法不对，这里要的是 {kind}（mapping 映射、list 列表、text 文字）",
        "{where} is written the wrong way: this must be a {kind}",
        "对照 szai-assess check --new-policy 写出的样本改正。",
        "Compare with the sample that szai-assess check --new-policy writes.",
    ),
    "W004": Message(
        "{where} 不能是 {value}⟦，最接近的是 {nearest}⟧",
        "{where} cannot be {value}⟦; the nearest is {nearest}⟧",
        "可用的有：{known}。",
        "There are: {known}.",
    ),
    "W005": Message("缺少 {key}", "{key} is missing", "补上这一项。", "Add it."),
    "W006": Message(
        "{where} 是空的", "{where} is empty", "写明内容；不需要的，整项删去。", "Say what it is, or delete the entry."
    ),
    "W007": Message(
        "{where} 不能是 {value}",
        "{where} cannot be {value}",
        "写 0 到 {most} 的整数；不限的写 any（max_waiver_days 不能不限）。",
        "Write a whole number from 0 to {most}, or any for no limit (max_waiver_days must have one).",
    ),
    "W008": Message(
        "{where} 中 {value} 出现了两次", "{value} occurs twice in {where}", "删去一处。", "Delete one of them."
    ),
    "W009": Message(
        "{value} 不是日期",
        "{value} is no day of the calendar",
        '写成 "2026-12-31" 的样子。',
        'Write it as in "2026-12-31".',
    ),
    "W010": Message(
        "{code} 不能豁免",
        "{code} cannot be waived",
        "能够豁免的只有政策自己的要求：{known}。涉嫌禁止行为、待澄清和影响结论而未作答的，任何人不得放行。",
        "Only demands of the policy can: {known}. A suspected prohibited act, one that is unresolved and a missing answer that bears on the result can be let "
        "through by nobody.",
    ),
    "W011": Message(
        "豁免的申请人和批准人是同一人：{name}",
        "The waiver is asked for and granted by the same person: {name}",
        "由评估人以外的人批准。",
        "Have it granted by somebody other than the assessor.",
    ),
    "W012": Message(
        "{value} 不是时区",
        "{value} is no time zone",
        '写成与协调世界时的差，例如 "+08:00"，或者 Z。',
        'Write the difference from UTC, as in "+08:00", or Z.',
    ),
    "W013": Message(
        "{value} 不是作答摘要",
        "{value} is no digest of answers",
        "写 szai-assess check --format json 给出的 answers_digest，以 sha256: 开头。",
        "Write the answers_digest that szai-assess check --format json gives; it begins with sha256:.",
    ),
    "W014": Message(
        "豁免的截止日 {until} 早于起始日 {since}",
        "The waiver ends on {until}, before it begins on {since}",
        "改正日期。",
        "Correct the days.",
    ),
    "W015": Message(
        "豁免长达 {length} 天，政策允许 {most} 天",
        "The waiver lasts {length} days; the policy allows {most}",
        "缩短期限；到期后可以另行批准。",
        "Shorten it; a new one can be granted when it ends.",
    ),
    "W016": Message(
        "{where} 中的 {value} 在题包里没有⟦，最接近的是 {nearest}⟧",
        "The pack has no {value}, which {where} names⟦; the nearest is {nearest}⟧",
        "可用的有：{known}。",
        "There are: {known}.",
    ),
}
