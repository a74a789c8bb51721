"""The shipped pack's files, to be broken in one place and looked at again."""

from functools import cache

from szai_assess import casework, files, locate
from szai_assess.authoring import cases, draft, places, wording
from szai_assess.authoring import compile as rules
from szai_assess.galley import Galley
from szai_assess.pack import Pack
from szai_assess.words import Words

FOLDER = locate.pack_folder()
PARTS = files.below(FOLDER)
Change = tuple[str, str, str]  # file, old text (its first occurrence), new text


def changed(*changes: Change) -> dict[str, bytes]:
    parts = dict(PARTS)
    for file, old, new in changes:
        text = parts[file].decode()
        assert old in text, (file, old)
        parts[file] = text.replace(old, new, 1).encode()
    return parts


def line(parts: dict[str, bytes], file: str, *texts: str) -> int:
    """The line of the last of some texts, each looked for after the one before."""
    text, at = parts[file].decode(), 0
    for wanted in texts:
        at = text.index(wanted, at + 1 if at else 0)
    return text.count("\n", 0, at) + 1


def drafted(parts: dict[str, bytes]) -> draft.Draft:
    return draft.draft(FOLDER, {name: data for name, data in parts.items() if not name.startswith("cases/")})


def pack_of(parts: dict[str, bytes]) -> Pack:
    return rules.compiled(drafted(parts), "sha256:test")


@cache
def opened() -> tuple[Pack, Words]:
    written = drafted(PARTS)
    return rules.compiled(written, "sha256:test"), Words(wording.tree(written))


@cache
def runs() -> tuple[casework.Run, ...]:
    pack, _ = opened()
    return casework.run_all(pack, cases.read(FOLDER, PARTS, pack))


def galley(parts: dict[str, bytes]) -> Galley:
    """The pack to be proofread, with every question, template and row used."""
    written = drafted(parts)
    pack = rules.compiled(written, "sha256:test")
    used = frozenset(question.id for question in pack.questions)
    templates = frozenset(document["template"] for document in opened()[1].tree["documents"].values())
    return Galley(pack, Words(wording.tree(written)), places.places(written), used, templates, casework.fired(runs()))


def brief(found) -> list[tuple[str, str, int]]:
    """(code, file within the pack, line) of faults."""
    return [(fault.code, fault.place.file.removeprefix(f"{FOLDER}/"), fault.place.line) for fault in found]
