"""What an open answer would change once it is known: the outcome, a result, an obligation, or only a line in a paper."""

from collections.abc import Iterator, Mapping

from szai_assess.answers import Answers
from szai_assess.classify import Values, evaluated, outcome_of, tier_range
from szai_assess.condition import MAY
from szai_assess.document import NOT_ASKED, Change, Said, Unsettled, head
from szai_assess.masks import holds
from szai_assess.pack import NONE, UNKNOWN, Pack
from szai_assess.slicing import Slice
from szai_assess.verdict import UNDETERMINED, Verdict
from szai_assess.words import Words


def standing(words: Words, ends: tuple[str, str, str], language: str) -> str:
    """An outcome in words, with the tier's range where it is not settled."""
    outcome, lowest, highest = ends
    named = [words.label("pack", "outcomes", word, language=language) for word in (lowest, highest)]
    text = words.label("pack", "outcomes", outcome, language=language)
    if lowest != highest:
        span = "—".join(named) if language == "zh" else " to ".join(named)
        return span if outcome == highest else f"{text}（{span}）" if language == "zh" else f"{text} ({span})"
    return text


def answered_by(pack: Pack, variable: int, option: str, values: Values) -> Values:
    """The answers with one open answer settled to an option, beside what is certain of it."""
    name, many = pack.variables[variable].name, pack.variables[variable].many
    ident, _, row = name.partition(".")
    old = values.get(ident)
    if row:
        return {**values, ident: {**(old if isinstance(old, Mapping) else {}), row: option}}
    sure = [entry for entry in old if entry != UNKNOWN] if many and isinstance(old, (list, tuple)) else []
    return {**values, ident: list(dict.fromkeys([*sure, option])) if many else option}


def changes(
    pack: Pack, words: Words, answers: Answers, verdict: Verdict, variable: int, language: str
) -> tuple[Change, ...]:
    """What each possible option would lead to, options with the same end together; none where all lead to the same."""
    found: dict[tuple[str, str, str], list[str]] = {}
    described = pack.variables[variable]
    sure = verdict.state.certain[variable]
    for place, option in enumerate(described.options):
        if not verdict.state.possible[variable] & 1 << place or (option == NONE and sure):
            continue
        state = evaluated(pack, answered_by(pack, variable, option, answers.values))
        ends = (outcome_of(pack, state)[0], *tier_range(pack, state))
        found.setdefault(ends, []).append(head(words.option(described.name, option, language)))
    if len(found) < 2:
        return ()
    return tuple(Change(tuple(options), standing(words, ends, language)) for ends, options in found.items())


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


def unsettled(
    pack: Pack, words: Words, answers: Answers, verdict: Verdict, said: Mapping[str, Said], language: str
) -> tuple[Unsettled, ...]:
    """Every open answer and what it changes."""
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
                changes(pack, words, answers, verdict, index, language) if deciding else (),
                tuple(words.label("pack", "results", key, language=language) for key in results.get(index, ())),
                tuple(words.label("obligations", ident, "title", language=language) for ident in duties.get(index, ())),
            )
        )
    return tuple(found)
