"""Whether the tables of a pack fit the parts that its verdict gives them, and plainer questions the options they narrow."""

from collections.abc import Iterator

from szai_assess.authoring.draft import Draft, Written
from szai_assess.authoring.material import unfounded
from szai_assess.authoring.readings import misread
from szai_assess.authoring.unsure import unsound
from szai_assess.errors import Fault
from szai_assess.verdict import INDICATED, NOT_INDICATED, UNRESOLVED

STATUSES = [NOT_INDICATED, UNRESOLVED, INDICATED]


def deciding(about: Written) -> list[str]:
    """The tables on which the outcome rests."""
    parts = about.model.verdict
    scope = [parts.out_of_scope.table] if parts.out_of_scope else []
    return [parts.tier.table, *scope, *parts.red_lines.values()]


def valued(about: Written) -> list[str]:
    """The tables that are shown by one word."""
    parts = about.model.verdict
    return [*deciding(about), *parts.axes.values(), *parts.results.values()]


def of_table(file: Written, about: Written) -> Iterator[Fault]:
    """What keeps a table from playing its part."""
    table = file.model
    details = {"name": table.table}
    if table.when is not None and table.table in deciding(about):
        yield Fault("P023", file.place("when"), details)
    if table.table in valued(about) and (table.hit == "collect" or table.level):
        yield Fault("P024", file.place("hit"), details)
    if table.level and table.hit != "collect":
        yield Fault("P025", file.place("level"), details)
    if table.table in about.model.verdict.red_lines.values():
        named = [output.id for output in table.outputs]
        if named != STATUSES or table.hit != "priority":
            yield Fault("P026", file.place("outputs"), {**details, "statuses": ", ".join(STATUSES)})


def unfit(draft: Draft) -> Iterator[Fault]:
    """What keeps tables and plainer questions from playing their parts, and tiers without supervision where others have one."""
    about = draft.files["pack.yaml"]
    for file in draft.within("tables/"):
        yield from of_table(file, about)
    for file in draft.within("questions/"):
        yield from unsound(file)
    parts = about.model.verdict
    for tier in sorted({*parts.tier.order} ^ {*parts.supervision}) if parts.supervision else ():
        yield Fault("P027", about.place("verdict", "supervision", tier), {"name": tier})
    yield from untold(draft, about)
    yield from unfounded(draft)
    yield from misread(draft)


def untold(draft: Draft, about: Written) -> Iterator[Fault]:
    """Periods of no tier, and periods whose source is not put into words."""
    said = about.model
    for tier in sorted({*said.cadence} - {*said.verdict.tier.order}):
        yield Fault("P039", about.place("cadence", tier), {"name": tier})
    if said.cadence and not said.cadence_source:
        yield Fault("P003", about.place("cadence"), {"name": "cadence_source"})
    file = draft.files["obligations.yaml"]
    for number, line in enumerate(file.model.obligations):
        for name, lacking in (("counted_from", not said.counted_from), ("deadline", not line.deadline)):
            if line.every and lacking:
                yield Fault("P003", file.place("obligations", number, "every"), {"name": name})
