"""The Jinja environment that writes Markdown: sandboxed, strict, and every printed value escaped unless it is Markdown already.

The mark of Markdown is ``markupsafe.Markup``. Since its own operators escape for HTML, templates may not join texts; they
print them one after the other.
"""

import re
import traceback
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from typing import Any, Self

from jinja2 import BaseLoader, Environment, StrictUndefined, TemplateNotFound, TemplateSyntaxError, Undefined, nodes
from jinja2 import UndefinedError as NameMissing
from jinja2.compiler import CodeGenerator, Frame
from jinja2.exceptions import SecurityError, TemplateAssertionError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from szai_assess.errors import AssessError, Fault, Place, TemplateError
from szai_assess.text import visible

ALWAYS = re.compile(r"([\\`*_\[\]<>&|~#!$])")
AUTOLINK = re.compile(r"(?i)(?<=\w)(:)(?=//)|(?<=mailto)(:)|(?<=xmpp)(:)|(?<=www)(\.)")
LEADING = re.compile(r"^([-+=:.)]|\d{1,9}(?=[.)](?: |$)))")
BLANK_LINES = re.compile(r"\n{3,}")
# no filter that marks text as safe, escapes for HTML or joins texts
FILTERS = frozenset(
    [
        "batch",
        "default",
        "first",
        "groupby",
        "last",
        "length",
        "list",
        "map",
        "reject",
        "rejectattr",
        "select",
        "selectattr",
        "slice",
        "sort",
        "string",
        "sum",
        "unique",
    ]
)


class Traced(str):
    """A text that carries a mark of where it comes from; the mark follows it wherever it is printed."""

    __slots__ = ("mark",)
    mark: str

    def __new__(cls, text: str, mark: str) -> Self:
        """Put the mark to the text."""
        made = super().__new__(cls, text)
        made.mark = mark
        return made


def mark_of(value: object) -> str:
    """The mark that a text carries; empty where it has none."""
    return value.mark if isinstance(value, Traced) else ""


def escaped(text: str) -> str:
    """The text on one line, so that Markdown shows exactly these words and reads nothing into them."""
    line = re.sub(r"[ \t\n]+", " ", visible(text)).strip()
    safe = AUTOLINK.sub(lambda found: f"\\{found.group()}", ALWAYS.sub(r"\\\1", line))
    return LEADING.sub(lambda found: f"\\{found[0]}" if not found[0].isdecimal() else f"{found[0]}\\", safe)


def printed(value: object) -> Markup:
    """What a print tag shows: Markdown as it is, any other text and whole numbers escaped.

    Raises TypeError for anything else: a paper never prints ``None`` or the inside of a data structure.
    """
    if isinstance(value, Undefined):
        return Markup(str(value))  # noqa: S704  # raises: every undefined value here is strict
    if isinstance(value, Markup):
        return value
    if isinstance(value, bool) or not isinstance(value, (str, int)):
        raise TypeError(f"{type(value).__name__} {value!r}"[:200])
    return Markup(escaped(str(value)) + mark_of(value))  # noqa: S704


def paragraphs(text: str) -> Markup:
    """A text of several lines, each line a paragraph of its own."""
    lines = (escaped(line) for line in visible(text).split("\n"))
    return Markup("\n\n".join(line + mark_of(text) for line in lines if line))  # noqa: S704


def joined(values: Iterable[object], separator: str = "") -> Markup:
    """Values printed one after the other with a separator between them."""
    return Markup(printed(separator).join(printed(value) for value in values))  # noqa: S704


class MarkdownCode(CodeGenerator):
    """Refuses ``~``, since joining texts would escape them for HTML; and has constants escaped like any other value."""

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:  # noqa: ARG002, N802  # Jinja's
        """Fail where the template is compiled."""
        self.fail("~", node.lineno)

    def _output_child_to_const(self, node: nodes.Expr, frame: Frame, finalize: Any) -> str:
        if isinstance(node, nodes.TemplateData):
            return super()._output_child_to_const(node, frame, finalize)
        raise nodes.Impossible


class MarkdownEnvironment(ImmutableSandboxedEnvironment):
    """The sandbox, without ways to join text with Markdown."""

    code_generator_class = MarkdownCode
    intercepted_binops = frozenset("+%*")

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Calculate, but only with numbers and lists."""
        if isinstance(left, str) or isinstance(right, str):
            raise SecurityError(operator)
        return super().call_binop(context, operator, left, right)


class Reading(BaseLoader):
    """Templates by way of the caller's function."""

    def __init__(self, read_template: Callable[[str], str]) -> None:
        """Keep the function."""
        self.read_template = read_template

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:  # noqa: ARG002
        """A template's text, and its name as the file that errors point at."""
        try:
            return self.read_template(template), template, lambda: True
        except (LookupError, OSError) as error:
            raise TemplateNotFound(template) from error


@lru_cache(maxsize=2)
def environment_for(
    read_template: Callable[[str], str], kind: type[MarkdownEnvironment] = MarkdownEnvironment
) -> MarkdownEnvironment:
    """The environment that reads its templates by this function; templates are compiled once."""
    environment = kind(
        loader=Reading(read_template),
        autoescape=True,
        finalize=printed,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        optimized=False,  # constants are escaped when printed, so folding them early gains nothing
        auto_reload=False,
    )
    environment.filters = {name: environment.filters[name] for name in sorted(FILTERS)}
    environment.filters |= {"paragraphs": paragraphs, "join": joined}
    environment.globals = {"range": environment.globals["range"], "namespace": environment.globals["namespace"]}
    return environment


def code_of(error: Exception) -> str:
    """The message for what went wrong with a template."""
    families = (
        (TemplateNotFound, "T003"),
        (SecurityError, "T004"),
        (TemplateAssertionError, "T004"),
        (TemplateSyntaxError, "T001"),
        (NameMissing, "T002"),
    )
    return next((code for family, code in families if isinstance(error, family)), "T005")


def place_of(error: Exception, name: str) -> Place:
    """The template and line at which it went wrong: the innermost one that is no Python file."""
    if isinstance(error, TemplateSyntaxError):
        return Place(error.name or name, error.lineno)
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename.endswith(".j2")]
    return Place(frames[-1].filename, frames[-1].lineno or 0) if frames else Place(name)


def written(environment: Environment, name: str, known: Mapping[str, Any]) -> str:
    """A template with its values printed.

    Raises TemplateError, whatever goes wrong inside the template.
    """
    try:
        return environment.get_template(name).render(known)
    except TemplateError as error:  # of what was to be read: it is asked for where the template says so
        here = place_of(error, name)
        raise TemplateError(
            *(each if each.place.line else each._replace(place=here) for each in error.faults)
        ) from error
    except AssessError:
        raise
    except Exception as error:
        missing = str(error.name or name) if isinstance(error, TemplateNotFound) else name
        details = {"why": " ".join(str(error).split()) or type(error).__name__, "name": missing}
        raise TemplateError(Fault(code_of(error), place_of(error, name), details)) from error


def tidy(text: str) -> str:
    """The text with at most one empty line in a row, and one line feed at its end."""
    return BLANK_LINES.sub("\n\n", text).strip() + "\n"
