"""The proof of a pack: of the shipped one, and each fault that only it finds."""

import os

import pytest
import shelf
import yaml
from provable import a_galley

from szai_assess import exceptions, locate, prove
from szai_assess.cli import workbench
from szai_assess.errors import PackError
from szai_assess.proof import CHAPTERS
from szai_assess.proof_report import report

FOLDER = locate.pack_folder()
FILES = {"en": "PROOF.md", "zh": "PROOF.zh-CN.md"}


@pytest.fixture(scope="module")
def bench():
    return workbench.opened(FOLDER)


@pytest.fixture(scope="module")
def proof(bench):
    return workbench.proved(bench)


def test_the_shipped_pack_is_proved(proof):
    assert proof.faults == ()
    assert {claim.chapter for claim in proof.claims} == set(CHAPTERS)


@pytest.mark.parametrize("language", FILES)
def test_the_shipped_report_is_that_of_a_fresh_proof(bench, proof, language):
    file = FILES[language]
    with open(os.path.join(FOLDER, file), encoding="utf-8", newline="") as stream:
        assert stream.read() == report(workbench.galley_of(bench), proof, language, file)


def test_every_row_has_a_statement_or_an_exception(bench, proof):
    rows = {row.id for table in bench.pack.tables for row in table.rows}
    told = {claim.name for claim in (*proof.chapter("rows"), *proof.chapter("exceptions"))}

    assert rows - told == set()


def test_without_its_exceptions_the_shipped_pack_has_the_faults_that_they_name():
    about = yaml.safe_load(shelf.PARTS["pack.yaml"])
    del about["proof"]["exceptions"]
    parts = {**shelf.PARTS, "pack.yaml": yaml.safe_dump(about, allow_unicode=True).encode()}
    faults = [*prove.prove(shelf.galley(parts)).faults]

    assert [(fault.code, exceptions.subject(fault)) for fault in faults] == [
        ("P142", "PT-3"),
        ("P142", "PT-10"),
        ("P144", "PT-4.3"),
        ("P142", "PT-12"),
        ("P144", "PT-5.1"),
    ]


def faults(short, **about):
    """(code, what it is about) of what keeps a small pack from being proved."""
    found = prove.prove(a_galley(short, **about)).faults
    return [(fault.code, exceptions.subject(fault)) for fault in found]


SOUND = """
questions: {q: [a, b, c], p: {one: [x, y], when: {q: [b, c]}}}
tables: {tier: {priority: [low, high], rows: {R1: {when: {p: y}, then: high}}}}
obligations: {OB1: {p: x}}
documents: {paper: {p: x}}
"""
LINES = """
questions: {q: [a, b], lines: {matrix: [rl1], options: ["no", "yes"]}}
tables:
  tier: {priority: [low, high], rows: {R1: {when: {q: b}, then: high}}}
  red: {priority: [not_indicated, unresolved, indicated], rows: {RL: {when: {lines.rl1: "yes"}, then: indicated}}}
verdict: {red_lines: {rl1: red}}
"""
SCOPE = """
questions: {q: {one: [a, b]}, p: [x, y]}
tables:
  tier: {priority: [low, high], rows: {R1: {when: {q: b}, then: high}}}
  scope: {priority: [in, out], rows: {S1: {when: {p: x}, then: out}}}
verdict: {out_of_scope: {table: scope, value: out}}
"""
CHANGES = {
    "nothing": (SOUND, "", "", []),
    "a dead row": (
        SOUND,
        "p: y}, then",
        "p: y, q: a}, then",
        [("P142", "R1"), ("P145", "tier.high"), ("P150", "high")],
    ),
    "a shadowed row": (SOUND, "high}}", "high}, R2: {when: {p: y, q: c}, then: high}}", [("P143", "R2")]),
    "a row that two others cover": (
        SOUND,
        "rows: {R1",
        "rows: {R2: {when: {q: b, p: x}, then: high}, R3: {when: {q: b}, then: high}, R1",
        [("P143", "R2"), ("P143", "R3")],
    ),
    "a row for what is so anyhow": (SOUND, "high}}", "high}, R2: {when: {q: c}, then: low}}", [("P143", "R2")]),
    "a way that cannot be": (SOUND, "when: {p: y}", "when: [{p: y}, {p: x, q: a}]", [("P144", "R1.2")]),
    "an output nobody gives": (SOUND, "[low, high]", "[low, mid, high]", [("P145", "tier.mid"), ("P150", "mid")]),
    "a question nobody is asked": (
        SOUND,
        "when: {q: [b, c]}}",
        "when: {q: [b, c]}}, z: {one: [i, j], when: {p: x, q: a}}",
        [("P146", "z")],
    ),
    "a paper nobody writes": (SOUND, "paper: {p: x}", "paper: {p: x, q: a}", [("P147", "paper")]),
    "an obligation that never applies": (SOUND, "OB1: {p: x}", "OB1: {p: x, q: a}", [("P148", "OB1")]),
    "an obligation that always applies": (SOUND, "OB1: {p: x}", "OB1: [{p: x}, {p: y}, {q: a}]", [("P149", "OB1")]),
    "a sound red line": (LINES, "", "", []),
    "a red line with a way out": (
        LINES,
        'lines.rl1: "yes"}',
        'lines.rl1: "yes", q: b}',
        [("P152", "rl1")],
    ),
    "a red line that silence clears": (
        LINES,
        'RL: {when: {lines.rl1: "yes"}',
        'RL: {when: {lines.rl1: ["no", "yes"], q: {other_than: [a, b]}}',
        None,
    ),
    "a sound scope": (SCOPE, "", "", []),
    "a scope that a worse answer leaves": (
        SCOPE,
        "p: [x, y]",
        "p: {one: [x, y], order: worsening}",
        [("P155", "scope")],
    ),
}


@pytest.mark.parametrize(("short", "old", "new", "expected"), CHANGES.values(), ids=CHANGES)
def test_one_change_gives_the_faults_it_should(short, old, new, expected):
    found = faults(short.replace(old, new, 1) if old else short)

    if expected is None:
        assert ("P152", "rl1") in found
    else:
        assert sorted(found) == sorted(expected)


def test_controls_that_bear_on_the_outcome_are_told_with_what_reads_them():
    galley = a_galley(SOUND, proof={"controls": ["q", "zzz"]})
    found = [fault for fault in prove.prove(galley).faults if fault.code in ("P154", "P141")]

    assert [(fault.code, fault.details.get("readers")) for fault in found] == [("P154", "p"), ("P141", None)]


def test_controls_that_nothing_reads_are_proved_not_to_matter():
    galley = a_galley(SOUND.replace("questions: {", "questions: {own: [k, l], "), proof={"controls": ["own"]})
    (claim,) = prove.prove(galley).chapter("controls")

    assert claim.details == {"count": "2", "all": "3"}


WORDS = {"zh": "词", "en": "word"}


def test_an_exception_takes_its_fault_away_and_is_told():
    dead = SOUND.replace("high}}", "high}, R2: {when: {p: y, q: a}, then: high}}")
    galley = a_galley(dead, proof={"exceptions": [{"fault": "P142", "name": "R2", **WORDS}]})
    proof = prove.prove(galley)

    assert proof.faults == ()
    assert [claim.name for claim in proof.chapter("exceptions")] == ["R2"]


def test_an_exception_that_nothing_needs_is_a_fault():
    assert [code for code, _ in faults(SOUND, proof={"exceptions": [{"fault": "P142", "name": "R1", **WORDS}]})] == [
        "P156"
    ]


def test_what_must_hold_cannot_be_exempted():
    with pytest.raises(PackError) as error:
        a_galley(SOUND, proof={"exceptions": [{"fault": "P152", "name": "rl1", **WORDS}]})

    assert {fault.code for fault in error.value.faults} == {"P005"}


def test_on_hold_may_be_reached_by_silence_alone():
    chapter = prove.prove(a_galley(LINES)).chapter("outcomes")

    assert {claim.name: claim.sentence for claim in chapter}["on_hold"] == "proof.unanswered"


EVERYTHING = """
questions:
  q: {one: [a, b], order: worsening}
  p: {one: [x, y], when: {q: b}}
  never: {one: [i, j], when: {q: a, p: x}}
  lines: {matrix: [rl1], options: ["no", "yes"]}
tables:
  two: {unique: [u, v], rows: {U1: {when: {q: a}, then: u}, U2: {when: {q: [a, b], p: x}, then: v}}}
  tier: {priority: [low, mid, high], rows: {R1: {when: {q: a}, then: high}, R2: {when: {q: a, p: x}, then: high}, R3: {when: {q: b}, then: low}}}
  red: {priority: [not_indicated, unresolved, indicated], rows: {RL: {when: {lines.rl1: "yes", q: b}, then: indicated}}}
  scope: {priority: [in, out], rows: {S1: {when: {q: b}, then: out}}}
verdict: {red_lines: {rl1: red}, out_of_scope: {table: scope, value: out}}
obligations: {OB1: {p: x, q: a}, OB2: [{q: a}, {q: b}]}
documents: {paper: {p: x, q: a}}
"""


def test_every_kind_of_fault_at_once():
    galley = a_galley(EVERYTHING, proof={"controls": ["q"], "exceptions": [{"fault": "P125", "name": "tier", **WORDS}]})
    found = exceptions.told_once((*prove.prove(galley).faults, *workbench.proofread(galley)))

    assert {fault.code for fault in found} >= {
        *(
            "P118",
            "P121",
            "P142",
            "P143",
            "P145",
            "P146",
            "P147",
            "P148",
            "P149",
            "P150",
            "P152",
            "P154",
            "P155",
            "P156",
        )
    }


def test_a_shadowed_row_is_told_once():
    galley = a_galley(SOUND.replace("high}}", "high}, R2: {when: {p: y, q: c}, then: high}}"))
    found = exceptions.told_once((*prove.prove(galley).faults, *workbench.proofread(galley)))

    assert [fault.code for fault in found if fault.details.get("name") == "R2"].count("P143") == 0


def test_a_gap_and_an_overlap_are_shown_by_answers():
    short = """
questions: {q: [a, b, c], p: {one: [x, y], when: {q: b}}}
tables:
  two: {unique: [u, v], rows: {U1: {when: {q: a}, then: u}, U2: {when: {q: [a, b], other: deep}, then: v}}}
  other: {priority: [flat, deep], rows: {O1: {when: {q: a}, then: deep}, O2: {when: {p: y}, then: deep}}}
  tier: {priority: [low, high], rows: {R1: {when: {two: v}, then: high}}}
"""
    found = [fault.details for fault in prove.prove(a_galley(short)).faults if fault.code == "P157"]

    assert [(each["rows"], each["example"]) for each in found] == [("U1, U2", "-"), ("-", "q: c")]
