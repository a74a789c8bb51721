"""Whether the plainer questions behind "not sure" may be relied on: no reply loses an option, and no replies contradict."""

from collections.abc import Iterator
from itertools import combinations, product
from typing import NamedTuple

from szai_assess.authoring.draft import Written
from szai_assess.authoring.models import Option, Plainer
from szai_assess.errors import Fault
from szai_assess.pack import NONE
from szai_assess.text import nearest

YES, NO = "if_yes", "if_no"


class Helped(NamedTuple):
    """A question or a row of a matrix with plainer questions; ``path`` leads to it in its file."""

    file: Written
    path: "tuple[str | int, ...]"
    name: str
    kind: str
    options: tuple[str, ...]
    asks: tuple[Plainer, ...]

    def fault(self, code: str, *path: "str | int", **details: str) -> Fault:
        """A fault at a path below the plainer questions."""
        return Fault(code, self.file.place(*self.path, "unsure", *path), details)


def ids(options: list[Option]) -> tuple[str, ...]:
    """The ids of options."""
    return tuple(option.id for option in options)


def helped(file: Written) -> Iterator[tuple[Helped, bool]]:
    """What has plainer questions in a file, and whether "not sure" is offered there. ``kind`` is empty in the wrong place."""
    for number, question in enumerate(file.model.questions):
        path = ("questions", number)
        shared = ids(question.options)
        if question.unsure:
            kind = question.type if question.type in ("one", "many") else ""
            yield Helped(file, path, question.id, kind, shared, tuple(question.unsure)), question.unknown
        for place, row in enumerate(question.rows):
            if row.unsure:
                kind = "one" if question.type == "matrix" else ""
                options, name = ids(row.options or []) or shared, f"{question.id}.{row.id}"
                yield Helped(file, (*path, "rows", place), name, kind, options, tuple(row.unsure)), question.unknown


def unlisted(each: Helped) -> Iterator[Fault]:
    """Options that the question does not have."""
    for number, ask in enumerate(each.asks):
        for reply in (YES, NO):
            for option in getattr(ask, reply) or ():
                if option not in each.options:
                    near = nearest(option, each.options) or "-"
                    yield each.fault("P011", number, reply, name=each.name, option=option, nearest=near)


def uncertain(each: Helped) -> Iterator[Fault]:
    """What cannot be said of several options: that a "no" excludes some, and that none of them is certain."""
    for number, ask in enumerate(each.asks):
        if ask.if_no:
            yield each.fault("P034", number, NO, name=each.name)
        if NONE in ask.if_yes:
            yield each.fault("P035", number, YES, name=each.name)


def lost(each: Helped) -> Iterator[Fault]:
    """Replies that say nothing, and options that stand under neither."""
    for number, ask in enumerate(each.asks):
        if not ask.if_no:
            yield Fault("P003", each.file.place(*each.path, "unsure", number), {"name": NO})
            continue
        yield from (
            each.fault("P036", number, reply, name=each.name, reply=reply)
            for reply in (YES, NO)
            if {*each.options} <= {*getattr(ask, reply)}
        )
        missing = [option for option in each.options if option not in (*ask.if_yes, *ask.if_no)]
        if missing:
            yield each.fault("P037", number, name=each.name, options=", ".join(missing))


def contradiction(each: Helped) -> Iterator[Fault]:
    """The fewest replies that together leave no option, where there are such."""
    for count in range(2, len(each.asks) + 1):
        for numbers in combinations(range(len(each.asks)), count):
            for replies in product((YES, NO), repeat=count):
                given = list(zip(numbers, replies, strict=True))
                if not set.intersection(*({*getattr(each.asks[number], reply)} for number, reply in given)):
                    shown = ", ".join(f"{number + 1} {reply}" for number, reply in given)
                    yield each.fault("P038", numbers[-1], name=each.name, replies=shown)
                    return


def unsound(file: Written) -> Iterator[Fault]:
    """What is wrong with the plainer questions of a file of questions."""
    for each, offered in helped(file):
        if not each.kind:
            yield each.fault("P032", name=each.name)
            continue
        if not offered:
            yield each.fault("P033", name=each.name)
        faults = [*unlisted(each), *(uncertain(each) if each.kind == "many" else lost(each))]
        yield from faults or (contradiction(each) if each.kind == "one" else ())
