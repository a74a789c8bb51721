"""The report as JUnit XML: a suite a file, a case a finding. Same input, same bytes: no time, no host.

What blocks is a failure, what kept the file from being judged an error, what was waived or skipped is skipped with the reason, what
only warns has passed with its words as output; where nothing blocks one more case says so.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from html import escape

from szai_assess.finding import BLOCK, SKIPPED, WAIVED, WARN
from szai_assess.gate import passed
from szai_assess.messages import say
from szai_assess.report import Checked
from szai_assess.report.entries import FAILED, Entry, entries, title
from szai_assess.report.paths import named, relative
from szai_assess.text import visible

TAGS = {BLOCK: "failure", FAILED: "error", WAIVED: "skipped", SKIPPED: "skipped"}
NO_SIGNS = {0xFFFE: 0xFFFD, 0xFFFF: 0xFFFD} | dict.fromkeys(range(0xD800, 0xE000), 0xFFFD)  # XML 1.0 has no such signs


def content(text: str) -> str:
    """A text between tags or in an attribute."""
    return escape(visible(text).translate(NO_SIGNS))


def attributes(**values: str) -> str:
    """Attributes, on one line."""
    return "".join(f' {name}="{content(value)}"'.replace("\n", "&#10;") for name, value in values.items())


def details(each: Checked, entry: Entry) -> str:
    """What a reader of the build needs: where, what, what to do, what is said beside it."""
    where = f"{named(each.file)}:{entry.line}" if entry.line else named(each.file)
    parts = (f"{where} {entry.code} {entry.message}", entry.advice and f"→ {entry.advice}", entry.remark)
    return "\n".join((*filter(None, parts), " ".join(entry.cites))).rstrip()


def outcome(each: Checked, entry: Entry) -> str:
    """What came of a case."""
    told = content(details(each, entry))
    if entry.level == WARN:
        return f"<system-out>{told}</system-out>"
    tag, short = TAGS[entry.level], entry.remark or entry.message
    return f"<{tag}{attributes(message=short, type=entry.code)}>{told}</{tag}>"


def case(each: Checked, name: str, inner: str = "", line: int = 0) -> str:
    """One case, of the class of its application."""
    where = {"file": relative(each.file)} | ({"line": str(line)} if line else {})
    head = attributes(classname=title(each), name=name, time="0", **where)
    return f"    <testcase{head}>{inner}</testcase>" if inner else f"    <testcase{head}/>"


def cases(each: Checked, found: Iterable[Entry], language: str) -> Iterator[str]:
    """The cases of a file; no two have the same name, so that build servers can follow each from run to run."""
    seen: Counter[str] = Counter()
    for entry in found:
        name = f"{entry.code} {entry.subject}".rstrip()
        seen[name] += 1
        number = f" ({seen[name]})" if seen[name] > 1 else ""
        yield case(each, name + number, outcome(each, entry), entry.line)
    if each.assessment is not None and passed(each.findings):
        yield case(each, say("check.passed", language))


def counts(made: list[str], found: list[Entry]) -> dict[str, str]:
    """How many cases there are, and what came of them."""
    tags = Counter(TAGS.get(entry.level, "") for entry in found)
    told = {"tests": len(made), "failures": tags["failure"], "errors": tags["error"], "skipped": tags["skipped"]}
    return {name: str(count) for name, count in told.items()}


def report(checked: list[Checked], language: str) -> str:
    """The whole report."""
    suites: list[str] = []
    total: Counter[str] = Counter()
    for each in checked:
        found = list(entries(each, language))
        made = list(cases(each, found, language))
        told = counts(made, found)
        total.update({name: int(count) for name, count in told.items()})
        suites += [f"  <testsuite{attributes(name=named(each.file), **told, time='0')}>", *made, "  </testsuite>"]
    all_ = {name: str(total[name]) for name in ("tests", "failures", "errors", "skipped")}
    head = attributes(name="szai-assess", **all_, time="0")
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', f"<testsuites{head}>", *suites, "</testsuites>"]
    return "\n".join(lines) + "\n"
