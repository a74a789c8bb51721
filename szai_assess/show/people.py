"""Who is to be asked what, as lines no wider than the screen: handing a questionnaire over to the people who know."""

from collections.abc import Iterator, Sequence

from szai_assess.handover import Item, handover
from szai_assess.show.layout import QUIET, STRONG, Entry, Line, laid_out
from szai_assess.show.view import View
from szai_assess.text import wrapped

SHOWN = 4  # questions of one role
INDENT = 4  # with the mark of those that decide the outcome


def counted(view: View, items: Sequence[Item]) -> str:
    """How many of a role's points have no answer, and how many were answered "not sure"."""
    unsure = sum(1 for item in items if item.answered)
    counts = (("show.unanswered", len(items) - unsure), ("show.unsure", unsure))
    return view.joined(view.say(key, count=str(count)) for key, count in counts if count)


def marked(view: View, items: Sequence[Item], width: int) -> Iterator[Line]:
    """The first of some points, each on a line behind its mark, and how many more there are."""
    for item in items[:SHOWN]:
        line = laid_out([Entry("", view.point(item.name), rows=1)], "", 0, width - INDENT)[0]
        yield Line(f"{'*' if item.deciding else '':>{INDENT - 1}} {line.text}")
    if len(items) > SHOWN:
        more = view.say("show.handover_more", count=str(len(items) - SHOWN))
        yield Line(" " * INDENT + more, QUIET)


def handover_lines(view: View, width: int) -> Iterator[Line]:
    """Everything that is open, by person; nothing where nothing is."""
    roles = handover(view.assessment)
    items = [item for _, found in roles for item in found]
    if not items:
        return
    key = "show.handover_deciding" if any(item.deciding for item in items) else "show.handover"
    yield from paragraph(view.say(key, count=str(len(items))), width, STRONG)
    for role, found in roles:
        told = {"role": view.label("pack", "who", role), "count": str(len(found)), "kinds": counted(view, found)}
        yield from paragraph(view.say("show.handover_role", **told), width, STRONG)
        yield from marked(view, found, width)
        command = view.say("show.handover_command", command=view.command("assess", "--only", role))
        yield from (Line(" " * INDENT + text) for text in wrapped(command, width - INDENT))


def paragraph(text: str, width: int, style: str) -> Iterator[Line]:
    """A sentence on as many lines as it needs."""
    return (Line(line, style) for line in wrapped(text, width))
