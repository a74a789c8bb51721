"""The way from a file to a judged application, shared by the commands that walk it."""

from szai_assess import answers_reader, files, loading, locate
from szai_assess.answers import Answers
from szai_assess.classify import classify
from szai_assess.errors import AssessError, Fault, OutputError, Place, UsageError
from szai_assess.gate import Asked, Judged, examine
from szai_assess.pack import Pack
from szai_assess.report import Checked
from szai_assess.strict import SIZE, parse
from szai_assess.text import nearest
from szai_assess.words import Words


class Shelf:
    """The packs opened in this run, each once."""

    def __init__(self, wanted: str = "") -> None:
        """Use the pack that is wanted, else the one that each file names."""
        self.wanted = wanted
        self.opened: dict[str, tuple[Pack, Words]] = {}

    def get(self, named: str = "") -> tuple[Pack, Words]:
        """Rules and words of the wanted pack, of the named one if it is there, or of the default one."""
        name = self.wanted or (named if named in locate.packs() else locate.DEFAULT_PACK)
        if name not in self.opened:
            self.opened[name] = loading.open_both(name)
        return self.opened[name]


def judge(shelf: Shelf, file: str) -> Judged:
    """Read a file and classify it.

    Raises AssessError with all faults.
    """
    raw = files.read(file, SIZE + 1)
    tree, faults = parse(raw, file)
    pack, words = shelf.get(answers_reader.pack_named(tree))
    reading = answers_reader.read_tree(tree, faults, file, pack)
    return judged(pack, words, reading.answers)._replace(lines=reading.lines, version=reading.version)


def judged(pack: Pack, words: Words, answers: Answers) -> Judged:
    """Classify answers."""
    return Judged(pack, words, answers, {}, "", classify(pack, answers.values))


def check(shelf: Shelf, file: str, asked: Asked) -> Checked:
    """Judge a file and hold it before the gate; an error is kept, so that the other files are still judged."""
    try:
        found = judge(shelf, file)
        known_tier(found.pack, asked.max_tier)
        return Checked(file, found, examine(found, asked), None)
    except UsageError:
        raise
    except AssessError as error:
        return Checked(file, None, (), error)


def known_tier(pack: Pack, wanted: str) -> None:
    """Refuse a tier that the pack does not have."""
    tiers = pack.variables[pack.tables[pack.goals.tier].variable].options
    if wanted and wanted not in tiers:
        details = {"tier": wanted, "nearest": nearest(wanted, tiers) or "-", "known": ", ".join(tiers)}
        raise UsageError(Fault("U003", Place("--max-tier"), details))


def found_in(path: str) -> list[str]:
    """The answers file that a path names, or those in the folder that it names.

    Raises OutputError where a folder has none or cannot be looked into: a gate that matched nothing must not let through.
    """
    found = files.answers_files(path) if files.is_folder(path) else [path]
    if not found:
        raise OutputError(Fault("O005", Place(path), {"folder": path}))
    return found


def check_all(shelf: Shelf, paths: list[str], asked: Asked) -> list[Checked]:
    """Every answers file that the paths name, once; what goes wrong with a path is kept, and the others are still judged."""
    checked: dict[str, Checked] = {}
    for path in paths or ["."]:
        try:
            for file in found_in(path):
                checked.setdefault(file, check(shelf, file, asked))
        except OutputError as error:
            checked[path] = Checked(path, None, (), error)
    return list(checked.values())
