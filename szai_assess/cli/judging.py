"""The way from a file to a judged application, shared by the commands that walk it."""

from collections.abc import Mapping
from types import MappingProxyType

from szai_assess import answers_reader, files, loading, locate
from szai_assess.answers import Answers
from szai_assess.answers_reader import Reading
from szai_assess.assessment import Assessment
from szai_assess.classify import classify
from szai_assess.errors import AssessError, Fault, OutputError, Place, PolicyError, RecordError, UsageError
from szai_assess.explain import reasons
from szai_assess.filed import NOTHING_FILED, Filed
from szai_assess.gate import Limits, examine
from szai_assess.pack import Pack
from szai_assess.policy import NO_POLICY, Policy
from szai_assess.report import Checked
from szai_assess.strict import SIZE, parse
from szai_assess.text import nearest
from szai_assess.words import Words

POLICY = "szai-policy.yaml"


class Opened:
    """The packs opened in this run, each once; one that cannot be opened is refused again with the same error."""

    def __init__(self, wanted: str = "") -> None:
        """Use the pack that is wanted, else the one that each file names."""
        self.wanted = wanted
        self.found: dict[str, tuple[Pack, Words] | AssessError] = {}

    def get(self, named: str = "") -> tuple[Pack, Words]:
        """Rules and words of the wanted pack, of the named one if it is there, or of the default one.

        Raises AssessError.
        """
        name = self.wanted or (named if named in locate.packs() else locate.DEFAULT_PACK)
        if name not in self.found:
            self.found[name] = opened(name)
        found = self.found[name]
        if isinstance(found, AssessError):
            raise found.with_traceback(None)
        return found


def opened(name: str) -> tuple[Pack, Words] | AssessError:
    """Rules and words of a pack, or what keeps it from being opened."""
    try:
        return loading.open_both(name)
    except AssessError as error:
        return error


def read(packs: Opened, file: str, raw: bytes) -> tuple[Pack, Words, Reading]:
    """What an answers file of these bytes says, by the pack that is wanted or that it names.

    Raises AssessError with all faults.
    """
    tree, faults = parse(raw, file)
    pack, words = packs.get(answers_reader.pack_named(tree))
    return pack, words, answers_reader.read_tree(tree, faults, file, pack)


def judge(packs: Opened, file: str) -> Assessment:
    """Read a file and classify it.

    Raises AssessError with all faults.
    """
    return judge_text(packs, file, files.read(file, SIZE + 1))


def judge_text(packs: Opened, file: str, raw: bytes) -> Assessment:
    """Classify an answers file of these bytes.

    Raises AssessError with all faults.
    """
    pack, words, reading = read(packs, file, raw)
    return assessed(pack, words, reading.answers, reading.lines, reading.version)


def assessed(
    pack: Pack, words: Words, answers: Answers, lines: Mapping[str, int] = MappingProxyType({}), version: str = ""
) -> Assessment:
    """Answers classified, with the reasons for what comes out; ``lines`` and ``version`` as their file has them."""
    verdict = classify(pack, answers.values)
    return Assessment(pack, words, answers, verdict, reasons(pack, answers.values, verdict), lines, version)


def check(packs: Opened, file: str, limits: Limits) -> Checked:
    """Judge a file and hold it before the gate; an error is kept, so that the other files are still judged."""
    try:
        found = judge(packs, file)
        known_tier(found.pack, limits.max_tier)
        beside = filed_for(found, file, limits.policy)
        findings = examine(found, limits, beside)
        return Checked(files.spelled(file), found, findings, None, beside, limits.policy, limits.today)
    except UsageError:
        raise
    except AssessError as error:
        return Checked(files.spelled(file), None, (), error)


def policy(named: str) -> Policy:
    """The policy that is named, else the one of this folder, else one that demands nothing.

    Raises PolicyError where it cannot be read as one, OutputError where it cannot be read at all.
    """
    file = named or (POLICY if files.exists(POLICY) else "")
    if not file:
        return NO_POLICY
    from szai_assess.policy_reader import read as read_policy

    return read_policy(files.read(file, SIZE + 1), files.spelled(file))


def with_filed(checked: list[Checked]) -> list[Checked]:
    """The same with what was filed beside each; what of it cannot be read is left out, since no policy asks for it."""
    from szai_assess.filing import filed
    from szai_assess.naming import folder_for

    return [
        each._replace(filed=filed(folder_for(each.file), each.file))
        if each.assessment and each.filed == NOTHING_FILED
        else each
        for each in checked
    ]


def filed_for(found: Assessment, file: str, policy: Policy) -> Filed:
    """What was filed for an application, where the policy asks for it.

    Raises PolicyError where the policy names what the pack does not have, RecordError where what was filed cannot be read:
    what cannot be judged is never let through.
    """
    if policy == NO_POLICY:
        return NOTHING_FILED
    from szai_assess.demands import unfit
    from szai_assess.filing import filed
    from szai_assess.naming import folder_for

    faults = unfit(found, policy)
    if faults:
        raise PolicyError(*faults)
    if not (policy.papers or policy.open_blanks or policy.approvals):
        return NOTHING_FILED
    beside = filed(folder_for(file), file)
    if beside.faults:
        raise RecordError(*beside.faults)
    return beside


def known_tier(pack: Pack, wanted: str) -> None:
    """Refuse a tier that the pack does not have."""
    if wanted and wanted not in pack.tiers:
        details = {"tier": wanted, "nearest": nearest(wanted, pack.tiers) or "-", "known": ", ".join(pack.tiers)}
        raise UsageError(Fault("U003", Place("--max-tier"), details))


def known_limits(packs: Opened, limits: Limits) -> None:
    """Refuse a highest tier that the pack does not have before any file is read; a pack that is broken is told with the files."""
    if not limits.max_tier:
        return
    try:
        pack, _ = packs.get()
    except AssessError:
        return
    known_tier(pack, limits.max_tier)


def found_in(path: str) -> list[str]:
    """The answers file that a path names, those that a pattern matches, or those in the folder that it names.

    Raises OutputError where a folder has none or cannot be looked into: a gate that matched nothing must not let through.
    """
    found = files.answers_files(path) if files.is_folder(path) else files.matching(path)
    if not found:
        raise OutputError(Fault("O005", Place(path), {"folder": path}))
    return found


def check_all(packs: Opened, paths: list[str], limits: Limits) -> list[Checked]:
    """Every answers file that the paths name, once; what goes wrong with a path is kept, and the others are still judged."""
    known_limits(packs, limits)
    checked: dict[str, Checked] = {}
    for path in paths or ["."]:
        try:
            for file in found_in(path):
                same = files.followed(file)
                if same not in checked:
                    checked[same] = check(packs, file, limits)
        except OutputError as error:
            checked[files.followed(path)] = Checked(files.spelled(path), None, (), error)
    return list(checked.values())
