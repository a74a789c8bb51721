"""Comments that a person wrote into an answers file, so that writing the file again loses none of them."""

from collections.abc import Iterator, Mapping

from szai_assess.pack import Pack
from szai_assess.text import one_line
from szai_assess.words import Words

SCHEMA_LINE = "# yaml-language-server:"
END = ""  # the anchor of comments below the last entry

Comments = Mapping[str, tuple[str, ...]]


def heading(words: Words, question: str, language: str) -> str:
    """The comment that the writer itself puts above an answer."""
    return f"# {one_line(words.ask(question, language))}"


def headings(pack: Pack, words: Words) -> frozenset[str]:
    """Every comment that the writer itself may have written, in either language."""
    return frozenset(heading(words, question.id, language) for question in pack.questions for language in ("zh", "en"))


def tail(line: str) -> str:
    """The comment at the end of a line; quotes are heeded, as far as they close on it."""
    quote = ""
    for place, sign in enumerate(line):
        if quote:
            quote = "" if sign == quote and line[place - 1] != "\\" else quote
        elif sign in "\"'" and line[:place].rstrip()[-1:] in (":", "[", "{", ",", "-", ""):
            quote = sign
        elif sign == "#" and line[place - 1 : place].isspace():
            return line[place:].rstrip()
    return ""


def anchored(text: str) -> Iterator[tuple[str, str]]:
    """(anchor, comment) for each comment; the anchor is the entry that follows or holds it: ``answers.org_type``."""
    waiting: list[str] = []
    top = anchor = END
    for line in text.splitlines():
        bare = line.strip()
        if bare.startswith("#"):
            waiting.append(bare)
        elif bare:
            key = bare.partition(":")[0].strip("\"'- ")
            depth = len(line) - len(line.lstrip())
            if depth == 0:
                top = anchor = key
            elif depth <= 2:
                anchor = f"{top}.{key}"
            waiting += [tail(line)] if tail(line) else []
            yield from ((anchor, comment) for comment in waiting)
            waiting = []
    yield from ((END, comment) for comment in waiting)


def comments(text: str, pack: Pack, words: Words) -> Comments:
    """The comments of a file by the entry they stand at, without those that the writer makes itself."""
    own = headings(pack, words)
    found: dict[str, tuple[str, ...]] = {}
    for anchor, comment in anchored(text):
        if comment not in own and not comment.startswith(SCHEMA_LINE):
            found[anchor] = (*found.get(anchor, ()), comment)
    return found
