"""What an open answer would change once it is known: the outcome, a result, an obligation, or only a line in a paper."""

from collections.abc import Iterator, Mapping

from szai_assess.answers import Values
from szai_assess.assessment import Assessment
from szai_assess.classify import ends, evaluated
from szai_assess.condition import MAY
from szai_assess.document import NOT_ASKED, Change, Said, Unsettled
from szai_assess.masks import holds
from szai_assess.pack import NONE, UNKNOWN, Pack
from szai_assess.slicing import Slice
from szai_assess.standing import standing
from szai_assess.text import head
from szai_assess.verdict import UNDETERMINED, Ends, Verdict
from szai_assess.words import Words


def led_to(words: Words, ends: Ends, language: str) -> str:
    """An outcome in words; where it is no tier, an open range of the tier beside it."""
    if ends.graded:
        return standing(words, ends, language)
    text = words.label("pack", "outcomes", ends.outcome, language=language)
    if ends.settled:
        return text
    tier = standing(words, ends, language)
    return f"{text}（{tier}）" if language == "zh" else f"{text} ({tier})"


def answered_by(pack: Pack, variable: int, option: str, values: Values) -> Values:
    """The answers with one open answer settled to an option, beside what is certain of it."""
    name, many = pack.variables[variable].name, pack.variables[variable].many
    ident, _, row = name.partition(".")
    old = values.get(ident)
    if row:
        return {**values, ident: {**(old if isinstance(old, Mapping) else {}), row: option}}
    sure = [entry for entry in old if entry != UNKNOWN] if many and isinstance(old, (list, tuple)) else []
    return {**values, ident: list(dict.fromkeys([*sure, option])) if many else option}


def changes(assessment: Assessment, variable: int, language: str) -> tuple[Change, ...]:
    """What each possible option would lead to, options with the same end together; none where all lead to the same."""
    found: dict[Ends, list[str]] = {}
    pack, words, before = assessment.pack, assessment.words, assessment.verdict.state
    described = pack.variables[variable]
    for place, option in enumerate(described.options):
        if not before.possible[variable] & 1 << place or (option == NONE and before.certain[variable]):
            continue
        state = evaluated(pack, answered_by(pack, variable, option, assessment.answers.values))
        found.setdefault(ends(pack, state), []).append(head(words.option(described.name, option, language)))
    if len(found) < 2:
        return ()
    return tuple(Change(tuple(options), led_to(words, each, language)) for each, options in found.items())


def touched(pack: Pack, verdict: Verdict) -> tuple[dict[int, list[str]], dict[int, list[str]]]:
    """(results, obligations) that each open variable keeps undecided, by their ids."""
    results: dict[int, list[str]] = {}
    duties: dict[int, list[str]] = {}
    for key, table in pack.goals.results:
        walk = Slice(pack, verdict.state)
        walk.table(table)
        for variable in walk.named:
            results.setdefault(variable, []).append(key)
    undetermined = {ident for ident, status in verdict.obligations if status == UNDETERMINED}
    for line in pack.obligations:
        if line.id not in undetermined:
            continue
        walk = Slice(pack, verdict.state)
        if holds(line.when, verdict.state.certain, verdict.state.possible) == MAY:
            walk.condition(line.when)
        for variable in walk.named:
            duties.setdefault(variable, []).append(line.id)
    return results, duties


def open_names(verdict: Verdict, said: Mapping[str, Said]) -> Iterator[str]:
    """Open answers, those that decide the outcome first, then in the questionnaire's order; fields of forms included."""
    deciding = dict.fromkeys(verdict.open.deciding)
    yield from deciding
    for name, answer in said.items():
        if answer.open and answer.state != NOT_ASKED and name not in deciding:
            yield name


def unsettled(assessment: Assessment, said: Mapping[str, Said], language: str) -> tuple[Unsettled, ...]:
    """Every open answer and what it changes."""
    pack, words, verdict = assessment.pack, assessment.words, assessment.verdict
    numbers = {variable.name: index for index, variable in enumerate(pack.variables)}
    results, duties = touched(pack, verdict)
    found = []
    for name in open_names(verdict, said):
        index = numbers.get(name, -1)
        deciding = name in verdict.open.deciding
        found.append(
            Unsettled(
                said[name],
                deciding,
                name in verdict.open.required,
                changes(assessment, index, language) if deciding else (),
                tuple(words.label("pack", "results", key, language=language) for key in results.get(index, ())),
                tuple(words.label("obligations", ident, "title", language=language) for ident in duties.get(index, ())),
            )
        )
    return tuple(found)
