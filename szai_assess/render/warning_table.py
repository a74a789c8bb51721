"""The risk-warning table for machines. A value stands only where the plan's own cell has one; a blank of the plan is null."""

import json
from typing import Any

from szai_assess.document import GIVEN, Dossier
from szai_assess.text import visible

PLAN = "risk_warning_plan"
COLOURS = ("blue", "yellow", "orange", "red")


def stated(dossier: Dossier, name: str) -> str | None:
    """An answer as stated; nothing where it is open."""
    said = dossier.said.get(name)
    return visible(said.text) if said and said.state == GIVEN and said.text else None


def warning_table(dossier: Dossier) -> list[dict[str, Any]]:
    """One entry an indicator that fits for certain, as in the plan; figures and time limits are the organisation's to set."""
    return [
        {
            "indicator": visible(indicator.metric),
            "risk": visible(indicator.risk),
            "source": visible(indicator.data),
            "frequency": None,
            "thresholds": dict.fromkeys(COLOURS),
            "contact": stated(dossier, "operations_inputs.owner"),
            "response_time": None,
            "action": stated(dossier, "operations_inputs.stop_mechanism"),
        }
        for indicator in dossier.indicators.get("warning", ())
        if indicator.must
    ]


def as_json(table: list[dict[str, Any]]) -> bytes:
    """The table as JSON."""
    return (json.dumps(table, ensure_ascii=False, indent=2) + "\n").encode()


def as_yaml(table: list[dict[str, Any]]) -> bytes:
    """The table as YAML."""
    import yaml

    text: str = yaml.safe_dump(table, allow_unicode=True, sort_keys=False, width=1000)
    return text.encode()
