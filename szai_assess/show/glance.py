"""The verdict at a glance, as lines no wider than the screen."""

from collections.abc import Iterator

from szai_assess.explain import caveats, main_reasons
from szai_assess.pack import Table
from szai_assess.show.layout import (
    ALARM,
    CALM,
    CAUTION,
    ELLIPSIS,
    NARROW,
    QUIET,
    STRONG,
    Entry,
    Line,
    column_for,
    ended,
    laid_out,
)
from szai_assess.show.picture import Axis, picture
from szai_assess.show.steps import kinds, steps
from szai_assess.show.view import View
from szai_assess.standing import standing
from szai_assess.text import one_line, tail
from szai_assess.verdict import INDICATED, NOT_INDICATED, OUT_OF_SCOPE, PROHIBITED, Reason

SHOWN = 3  # reasons, red lines and open points on one screen; the papers have them all


def lines_of_one(width: int) -> int:
    """The lines that one reason or red line may take."""
    return 2 if width >= NARROW else 3


def tier(view: View) -> Entry:
    """The tier or its range, in the words that fit how much is known."""
    verdict, tiers = view.verdict, view.pack.tiers
    text = standing(view.words, verdict, view.language)
    if view.assessment.uninformative:
        text = view.aside(view.label("pack", "uninformative"), tail(text))
    style = CAUTION
    if verdict.settled:
        style = ALARM if verdict.highest == tiers[-1] else CALM if verdict.highest == tiers[0] else CAUTION
    return Entry(view.say("show.tier"), text, style)


def outcome(view: View) -> Iterator[Entry]:
    """The outcome; where it is no tier, the tier beside it."""
    if view.verdict.graded:
        yield tier(view)._replace(label=view.say("show.outcome"))
        return
    style = ALARM if view.verdict.outcome == PROHIBITED else CAUTION
    yield Entry(view.say("show.outcome"), view.label("pack", "outcomes", view.verdict.outcome), style)
    if view.verdict.outcome != OUT_OF_SCOPE:
        yield tier(view)._replace(style="")


def supervision(view: View) -> Iterator[Entry]:
    """The kind of supervision, and where it is laid down."""
    if view.verdict.supervision:
        cites = view.cites(view.words.tree["pack"].get("supervision_cites", ()))
        text = view.label("pack", "supervisions", view.verdict.supervision)
        yield Entry(view.say("show.supervision"), f"{text} · {cites}" if cites else text)


def shortened(label: str) -> str:
    """The first clause of a level's words."""
    first = label.replace(", ", "，").partition("，")[0]
    return label if first == label else ended(first)


def level_words(view: View, table: Table, held: tuple[str, ...]) -> tuple[str, ...]:
    """Words for the possible levels of an axis, the longest first."""
    if len(held) == len(view.pack.variables[table.variable].options) > 1:
        return (view.say("show.any_level"),)
    name = view.pack.variables[table.variable].name
    first, last = (view.label("tables", name, "outputs", level) for level in (held[0], held[-1]))
    if first == last:
        return (first, shortened(first))
    lowest, highest = shortened(first), shortened(last)
    return (view.say("show.range", lowest=lowest, highest=highest),)


def axes(view: View) -> Iterator[Axis]:
    """The axes of the grading, where something was graded."""
    if view.verdict.outcome == OUT_OF_SCOPE:
        return
    tables = dict(view.pack.goals.axes)
    for axis, held in view.verdict.axes:
        if held:
            table = view.pack.tables[tables[axis]]
            scale = view.pack.variables[table.variable].options
            yield Axis(view.label("pack", "axes", axis), scale, held, level_words(view, table, held))


def between(view: View, variable: int) -> int:
    """The answers to a red line, neither the first nor the last, that are possible: a person has to confirm them."""
    last = len(view.pack.variables[variable].options) - 1
    return view.verdict.state.possible[variable] & ((1 << last) - 1) & ~1


def red_lines(view: View, width: int) -> Iterator[Entry]:
    """The red lines that are not clean, the gravest first; one line where all are."""
    clean, found = "", []
    for (_, status), (_, table, variable) in zip(view.verdict.red_lines, view.pack.goals.red_lines, strict=True):
        to_confirm = status == NOT_INDICATED and between(view, variable)
        word = view.say("show.to_confirm") if to_confirm else view.output(table, status)
        if status == NOT_INDICATED and not to_confirm:
            clean = clean or word
            continue
        title = view.label("tables", view.pack.table_name(table), "title")
        grave = (status != INDICATED) + (status == NOT_INDICATED)
        found.append((grave, view.say("show.red_line", status=word, title=title)))
    label = view.say("show.red_lines")
    if clean and not found:
        yield Entry(label, clean)
    shown = SHOWN if len(found) <= SHOWN else SHOWN - 1
    for _, text in sorted(found, key=lambda each: each[0])[:shown]:
        yield Entry(label, text, CAUTION, rows=lines_of_one(width))
        label = ""
    if len(found) > shown:
        yield Entry("", view.say("show.more_red_lines", count=str(len(found) - shown)), CAUTION)


def results(view: View) -> Iterator[Entry]:
    """The results beside the tier."""
    tables = dict(view.pack.goals.results)
    label = view.say("show.results")
    for key, word in view.verdict.results:
        if word != view.pack.tables[tables[key]].not_asked:
            yield Entry(label, view.pair(view.label("pack", "results", key), view.output(tables[key], word)))
            label = ""


def grounds(view: View, reason: Reason) -> tuple[str, ...]:
    """Where the condition of a reason comes from: with all its citations, then with fewer and fewer."""
    basis = view.label("pack", "basis", reason.basis)
    counts = range(len(reason.cites), 0, -1)
    cites = (view.cites(reason.cites[:count]) + ELLIPSIS * (count < len(reason.cites)) for count in counts)
    return tuple(view.say("show.grounds", basis=basis, cites=each) for each in cites)


def reasons(view: View, width: int) -> Iterator[Entry]:
    """Each main reason with its row and where its condition comes from, cut to a few lines."""
    label = view.say("show.reasons")
    for reason in main_reasons(view.pack, view.verdict, view.assessment.reasons)[:SHOWN]:
        maybe = " " if reason.must else view.say("show.possible")
        text = f"{reason.row}{maybe}{view.label('rows', reason.row, 'because')}"
        yield Entry(label, text, rows=lines_of_one(width), tails=grounds(view, reason))
        label = ""
    if label:
        yield Entry(label, view.say("show.no_reasons"))
    else:
        yield Entry("", view.say("show.brackets"), QUIET)


def deciding(view: View) -> Iterator[Entry]:
    """The open points that can still change the outcome, each cut to a line; a red line is told as one already."""
    told = {row.name for row in view.pack.red_lines}
    names = [name for name in view.verdict.open.deciding if name not in told]
    label = view.say("show.deciding")
    for name in names[:SHOWN]:
        yield Entry(label, view.point(name), rows=1)
        label = ""
    if len(names) > SHOWN:
        yield Entry("", view.say("show.more", count=str(len(names) - SHOWN)), QUIET)


def remarks(view: View) -> Iterator[Entry]:
    """What else the reader should know."""
    count = len(caveats(view.pack, view.verdict))
    if count:
        yield Entry("", view.say("show.caveats", count=str(count)))
    if view.verdict.hidden:
        yield Entry("", view.say("show.hidden", names=view.joined(view.verdict.hidden)), QUIET, rows=1)


def papers(view: View) -> Iterator[Entry]:
    """How many papers there are, and what has to be filled in, by kind."""
    if not view.papers:
        return
    label, count = view.say("show.papers"), str(len(view.papers))
    blanks = str(len(view.blanks))
    if not view.blanks:
        yield Entry(label, view.say("show.papers_full", count=count))
    else:
        yield Entry(label, view.say("show.papers_blanks", count=count, blanks=blanks, kinds=kinds(view)))


def following(view: View) -> Iterator[Entry]:
    """The next steps, numbered."""
    label = view.say("show.next")
    for number, step in enumerate(steps(view), 1):
        yield Entry(label, f"{number}. {step}", STRONG)
        label = ""


def verdict_lines(view: View, width: int) -> list[Line]:
    """The verdict as lines no wider than the screen."""
    colon, pictured = view.say("show.colon"), list(axes(view))
    above = [*outcome(view), *supervision(view)]
    below = [*red_lines(view, width), *results(view), *reasons(view, width), *deciding(view), *remarks(view)]
    below += [*papers(view), *following(view)]
    column = column_for((entry.label for entry in (*above, *below)), width)
    wide = max(column, column_for((axis.name for axis in pictured), width))
    shown = laid_out(list(picture(pictured, width - wide, width, colon)), colon, wide, width)
    name = one_line(view.assessment.answers.field(*view.pack.name_field))
    heading = laid_out([Entry("", name, STRONG, rows=1)], colon, 0, width) if name else []
    return [*heading, *laid_out(above, colon, column, width), *shown, *laid_out(below, colon, column, width)]
