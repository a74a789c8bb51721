"""Titles in the JSON Schema of answers files, shown in both languages at once."""

from szai_assess.messages import Message

MESSAGES = {
    "schema.pack": Message("题包", "Pack"),
    "schema.assessed_on": Message("自评日期", "Day of the assessment"),
    "schema.answers": Message("作答", "Answers"),
    "schema.notes": Message("说明", "Notes"),
    "schema.evidence": Message("证据", "Evidence"),
    "schema.unknown": Message("不清楚", "Not sure"),
}
