"""Whether everything in a pack is used, can happen, and has the words it will be shown with."""

import re
from collections.abc import Iterable, Iterator

from szai_assess.condition import Clause, Condition, variables
from szai_assess.errors import Fault
from szai_assess.galley import Galley, Path
from szai_assess.pack import Pack
from szai_assess.verdict import SUSPENDED


def named_in(templates: Iterable[str], pack: Pack) -> frozenset[str]:
    """The questions that the texts of templates name, as whole words."""
    words = {word for text in templates for word in re.findall(r"\w+", text)}
    return frozenset(question.id for question in pack.questions if question.id in words)


def conditions(pack: Pack) -> Iterator[tuple[Path, Condition]]:
    """Every condition of a pack, and the path of what it belongs to."""
    for question in pack.questions:
        yield (f"question:{question.id}",), question.when
    for number, table in enumerate(pack.tables):
        yield (f"table:{pack.table_name(number)}",), table.when
        for row in table.rows:
            yield (f"row:{row.id}",), row.when
    for kind, lines in (("obligation", pack.obligations), ("document", pack.documents), ("indicator", pack.indicators)):
        for line in lines:
            yield (f"{kind}:{line.id}",), line.when


def unused_questions(galley: Galley) -> Iterator[Fault]:
    """Questions whose answers nothing reads: no condition, no template, not the application's name."""
    pack = galley.pack
    read = {index for _, condition in conditions(pack) for index in variables(condition)}
    for question in pack.questions:
        named = question.id in galley.used_in_templates or question.id == pack.name_field[0]
        if not named and not read & set(question.variables):
            yield galley.fault("P111", (f"question:{question.id}",), name=question.id)


def impossible(galley: Galley) -> Iterator[Fault]:
    """Conditions with a part that no answer meets."""
    for path, condition in conditions(galley.pack):
        for number, clause in enumerate(condition):
            for index, mask in clause:
                if not mask:
                    name = galley.pack.variables[index].name
                    listed = (*path, "when", str(number), name)
                    at = listed if "/".join(listed) in galley.places else (*path, "when", name)
                    yield galley.fault("P116", at, name=name)


def unfired(galley: Galley) -> Iterator[Fault]:
    """Rows that no case fires."""
    for table in galley.pack.tables:
        for row in table.rows:
            if row.id not in galley.fired:
                yield galley.fault("P117", (f"row:{row.id}",), name=row.id)


def implies(narrow: Condition, wide: Condition) -> bool:
    """Whether one condition can be seen to hold wherever another does: each of its clauses only narrows one of the other's."""

    def narrows(clause: Clause, other: Clause) -> bool:
        return all(any(index == same and not mask & ~wider for index, mask in clause) for same, wider in other)

    return all(any(narrows(clause, other) for other in wide) for clause in narrow)


def shadowed(galley: Galley) -> Iterator[Fault]:
    """Rows of a ``priority`` table that change nothing: wherever they hold, another row gives as much."""
    for table in galley.pack.tables:
        for number, row in enumerate(table.rows if table.hit == "priority" else ()):
            others = (other for place, other in enumerate(table.rows) if place != number and other.then >= row.then)
            by = next((other.id for other in others if implies(row.when, other.when)), "")
            if by:
                yield galley.fault("P123", (f"row:{row.id}",), name=row.id, by=by)


def needed_words(galley: Galley) -> Iterator[tuple[str, str]]:
    """(list of ``pack.yaml``, name) of everything that will be shown by words of ``pack.yaml``."""
    goals, tree = galley.pack.goals, galley.words.tree
    yield from (("outcomes", name) for name in (*galley.pack.tiers, *SUSPENDED))
    yield from (("supervisions", name) for _, name in goals.supervision)
    yield from (("axes", name) for name, _ in goals.axes)
    yield from (("results", name) for name, _ in goals.results)
    yield from (("cadence", name) for name in (galley.pack.tiers if tree["pack"].get("cadence") else ()))
    yield from (("basis", row.basis) for table in galley.pack.tables for row in table.rows)
    for question in tree["questions"].values():
        yield "who", question["who"]
        parts = (*question["rows"].values(), *question["fields"].values())
        yield from (("who", part["who"]) for part in parts if "who" in part)


def missing_words(galley: Galley) -> Iterator[Fault]:
    """Words that ``pack.yaml`` lacks."""
    about = galley.words.tree["pack"]
    for kind, name in dict.fromkeys(needed_words(galley)):
        if name not in about[kind]:
            yield galley.fault("P112", ("pack", kind), kind=kind, name=name)


def parts(galley: Galley) -> Iterator[Fault]:
    """An application's name, launch date or owner that is no field of a form."""
    pack = galley.pack
    fields = {(question.id, part) for question in pack.questions if question.type == "form" for part in question.parts}
    texts = {(question.id, "") for question in pack.questions if question.type == "text"}
    if pack.name_field not in fields | texts:
        yield galley.fault(
            "P114", ("pack", "product_name"), key="product_name", name=".".join(filter(None, pack.name_field))
        )
    for key in ("launch_date", "owner"):
        named = galley.words.tree["pack"].get(key, "")
        if named and tuple(named.partition(".")[::2]) not in fields | texts:
            yield galley.fault("P114", ("pack", key), key=key, name=named)


def explained(galley: Galley) -> Iterator[Fault]:
    """What is asked of the explanation to the public and names no document, no form, or no question or part of one."""
    about = galley.words.tree["pack"].get("explanation")
    if not about:
        return
    parts = [f"{question.id}.{part}" for question in galley.pack.questions for part in question.parts]
    known = {
        "document": galley.words.tree["documents"],
        "question": [question.id for question in galley.pack.questions if question.type == "form"],
        "required": [*(question.id for question in galley.pack.questions), *parts],
    }
    for key, names in known.items():
        for name in [about[key]] if isinstance(about[key], str) else about[key]:
            if name not in names:
                yield galley.fault("P141", ("pack", "explanation"), key=f"explanation.{key}", name=name)


def missing_templates(galley: Galley) -> Iterator[Fault]:
    """Documents whose template does not exist."""
    for ident, document in galley.words.tree["documents"].items():
        if document["template"] not in galley.templates:
            yield galley.fault("P115", (f"document:{ident}", "template"), name=document["template"])
