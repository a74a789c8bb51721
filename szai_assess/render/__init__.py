"""The papers of a dossier, as Markdown. Same dossier and templates, same bytes: no clock, no disk, no network."""

from collections.abc import Callable
from typing import Any

from szai_assess.document import KINDS, Blank, Dossier, Paper, Planned
from szai_assess.naming import stem


class Ledger:
    """The blanks of one paper, numbered as they are first met; the same hole met again keeps its number."""

    def __init__(self) -> None:
        """Begin without blanks."""
        self.blanks: dict[tuple[str, str, str], Blank] = {}

    def hole(self, kind: str, owner: str, *what: str) -> Blank:
        """A hole, noted down; ``what`` are raw words, put together.

        Raises ValueError where the kind is none of ``KINDS`` or nothing is said about what is missing.
        """
        text = " ".join("".join(what).split())
        if kind not in KINDS or not text or any(hasattr(part, "__html__") for part in what):
            raise ValueError(f"blank({kind}, {owner}, {text})")
        key = kind, owner, text
        if key not in self.blanks:
            self.blanks[key] = Blank(f"B{len(self.blanks) + 1:02d}", *key)
        return self.blanks[key]

    @property
    def listed(self) -> tuple[Blank, ...]:
        """The blanks in the order of their numbers."""
        return tuple(self.blanks.values())

    def counts(self) -> list[tuple[str, int]]:
        """(kind, how many) for the kinds that occur."""
        kinds = [blank.kind for blank in self.listed]
        return [(kind, kinds.count(kind)) for kind in KINDS if kind in kinds]


def paper(dossier: Dossier, planned: Planned, environment: Any) -> Paper:
    """One paper: its body first, since only then its blanks are known, then the frame around it."""
    from markupsafe import Markup

    from szai_assess.render.markdown import tidy, written

    ledger = Ledger()
    known = {"d": dossier, "paper": planned, "hole": ledger.hole}
    name = f"{planned.template}/{dossier.language}.md.j2"
    body = Markup(written(environment, name, known))  # noqa: S704  # a template's output, escaped where it was printed
    frame = f"_parts/frame.{dossier.language}.md.j2"
    text = tidy(written(environment, frame, {**known, "body": body, "ledger": ledger}))
    return Paper(planned.id, planned.title, stem(dossier.product, planned.id, dossier.language), text, ledger.listed)


def papers(dossier: Dossier, read_template: Callable[[str], str], only: tuple[str, ...] = ()) -> tuple[Paper, ...]:
    """The papers that the verdict asks for; ``read_template`` gives a template's text by its name.

    ``only`` names the documents to write; empty means all. Raises TemplateError.
    """
    from szai_assess.render.markdown import environment_for

    return tuple(paper(dossier, planned, environment_for(read_template)) for planned in wanted(dossier, only))


def with_origins(
    dossier: Dossier, read_template: Callable[[str], str], only: tuple[str, ...] = ()
) -> tuple[Paper, ...]:
    """The same papers with each paragraph saying where it comes from. Raises TemplateError."""
    from szai_assess.render.markdown import environment_for
    from szai_assess.render.origins import TracingEnvironment, annotated

    environment = environment_for(read_template, TracingEnvironment)
    written = (paper(dossier, planned, environment) for planned in wanted(dossier, only))
    return tuple(each._replace(text=annotated(each.text, dossier.bases, dossier.language)) for each in written)


def wanted(dossier: Dossier, only: tuple[str, ...]) -> tuple[Planned, ...]:
    """The papers to write, in their order."""
    return tuple(planned for planned in dossier.planned if not only or planned.id in only)
