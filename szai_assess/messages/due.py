"""The words of due."""

from szai_assess.messages import Message

MESSAGES: dict[str, Message] = {
    "due.overdue": Message("已过的日期（此后没有更晚的评估或者记录）", "Passed, with nothing later on record"),
    "due.due": Message("将到的日期（到 {last} 为止）", "Coming up (until {last})"),
    "due.none": Message("到 {last} 为止没有将到或者已过的日期。", "Nothing has passed or falls due until {last}."),
    "due.undated": Message("算不出日期的", "No day can be counted for"),
    "due.beyond": Message(
        "此后还有 {count} 个日期，最近的是 {day}；用 --within 看得更远。",
        "{count} more after that, the first on {day}; --within looks further.",
    ),
    "due.entry": Message("{day} ⟦{application}：⟧{what}", "{day} ⟦{application}: ⟧{what}"),
    "due.source": Message("{kind}：{source}", "{kind}: {source}"),
    "due.kind_statutory": Message("法定期限", "Statutory period"),
    "due.kind_suggested": Message("建议周期", "Suggested period"),
    "due.kind_policy": Message("本单位规定", "Set by the organisation"),
    "due.kind_tool": Message("本工具提示", "This tool's reminder"),
    "due.age": Message("评估有效期届满，须重新评估", "The assessment gets too old and has to be made anew"),
    "due.policy_age": Message("{file} 规定评估在 {days} 天内有效", "{file} takes an assessment for {days} days"),
    "due.waiver": Message("{finding} 的豁免到期：{reason}", "The waiver of {finding} ends: {reason}"),
    "due.policy_waiver": Message(
        "{file}；批准人 {approver}，当日有效，时区 {zone}",
        "{file}; granted by {approver}, that day included, time zone {zone}",
    ),
    "due.approval": Message(
        "{role} {name} 的批准已失效，须重新批准",
        "The approval by {name} ({role}) no longer counts; it has to be given anew",
    ),
    "due.lapsed": Message("{file}：{why}", "{file}: {why}"),
    "due.pack": Message("核对题包 {pack} 是否仍是最新", "Check that the pack {pack} is still current"),
    "due.pack_age": Message(
        "维护者最近一次核对法规是 {day}，{days} 天后提示",
        "Its maintainers last looked at the law on {day}; told after {days} days",
    ),
    "due.no_launch": Message(
        "没有可以起算的上线日期（{name} 未填，或者不是 2026-01-31 这样的日期）",
        "there is no launch date to count from ({name} is blank or no day like 2026-01-31)",
    ),
    "due.no_period": Message(
        "结论为“{outcome}”，题包没有建议周期", "with the outcome “{outcome}” the pack suggests no period"
    ),
    "due.no_more_days": Message("日历之内没有更晚的日期", "the calendar has no later day"),
    "due.unnamed": Message("（未填写名称）", "(no name given)"),
    "due.undated_line": Message("{application}（{file}）：{why}", "{application} ({file}): {why}"),
}
