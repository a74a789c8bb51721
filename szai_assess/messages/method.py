"""The words of conditions on the method page; its sentences stand in its template."""

from szai_assess.messages import Message

MESSAGES = {
    "method.outcome": Message("结论", "Outcome"),
    "method.supervision": Message("监管方式", "Supervision"),
    "method.named": Message("{text}〔{id}〕", "{text} [{id}]"),
    "method.output": Message("{text}（{id}）", "{text} ({id})"),
    "method.is": Message("{name}：“{options}”", "{name}: “{options}”"),
    "method.any_of": Message("{name}：“{options}”之一", "{name}: any of “{options}”"),
    "method.other_than": Message("{name}：“{options}”以外的任何一项", "{name}: anything but “{options}”"),
    "method.none_of": Message("{name}：没有选“{options}”", "{name}: none of “{options}”"),
    "method.or": Message("”“", "”, “"),
    "method.and": Message("；并且", "; and "),
    "method.part_tier": Message("得出风险等级", "Gives the tier"),
    "method.part_axis": Message("分级因素", "A grading factor"),
    "method.part_red_line": Message("判断一项禁止行为，不影响等级", "Judges a prohibited act, apart from the tier"),
    "method.part_result": Message("得出另一项结果", "Gives a further result"),
    "method.part_scope": Message("判断是否属于本法所称的对象", "Judges whether the law applies at all"),
}
