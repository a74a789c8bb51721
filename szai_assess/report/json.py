"""The report as JSON: always an array, one object a file, also where no verdict could be reached."""

import json

from szai_assess import record
from szai_assess.report import Checked


def report(checked: list[Checked], language: str) -> str:
    """The whole report; it holds both languages, so ``language`` does not matter."""
    del language
    found = []
    for each in checked:
        if each.assessment is not None:
            found.append({**record.of(each.assessment, each.findings, each.file), **held_to(each)})
        elif each.error is not None:
            found.append(record.of_error(each.error, each.file))
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"


def held_to(each: Checked) -> dict[str, object]:
    """The policy that a file was held to, where there was one."""
    return {"policy": {"file": each.policy.file, "mode": each.policy.mode}} if each.policy.file else {}
