"""Packs that are large, or hard: proved within their bound, or said to be too large."""

import os
import sys

import pytest
from provable import a_galley

from szai_assess import locate, prove, witness
from szai_assess.reach import too_large
from szai_assess.witness import Demand, Search, TooLarge


def chains(count):
    """A pack in which a row needs one parity of its questions by one chain of tables, and the other by another."""
    asked = {f"q{number}": ["o", "i"] for number in range(count)}
    tables = {}
    for chain, order in (("a", range(count)), ("b", range(count - 1, -1, -1))):
        before = ""
        for place, number in enumerate(order):
            name, other = f"{chain}{place}", f"q{number}"
            if not before:
                rows = [({other: "o"}, "even"), ({other: "i"}, "odd")]
            else:
                pairs = [("even", "o", "even"), ("even", "i", "odd"), ("odd", "o", "odd"), ("odd", "i", "even")]
                rows = [({before: was, other: answer}, then) for was, answer, then in pairs]
            listed = {f"{name}-{at}": {"when": when, "then": then} for at, (when, then) in enumerate(rows)}
            tables[name] = {"unique": ["even", "odd"], "rows": listed}
            before = name
    last = count - 1
    tables["tier"] = {
        "priority": ["low", "high"],
        "rows": {"R": {"when": {f"a{last}": "odd", f"b{last}": "even"}, "then": "high"}},
    }
    return {"questions": asked, "tables": tables}


def test_a_small_contradiction_is_decided_and_a_large_one_said_to_be_too_large(monkeypatch):
    monkeypatch.setattr(witness, "LIMIT", 2_000)
    for count, decided in ((6, True), (14, False)):
        pack = a_galley(chains(count)).pack
        row = pack.tables[-1].rows[0]
        search = Search(pack, [Demand(row.when)])
        if decided:
            assert search.find() is None
        else:
            with pytest.raises(TooLarge):
                search.find()


def test_what_is_too_large_is_a_fault_with_its_bound(monkeypatch):
    monkeypatch.setattr(witness, "LIMIT", 50)
    galley = a_galley(chains(9))
    found = [fault for fault in prove.prove(galley).faults if fault.code == "P151"]

    assert {"R", "high", "tier.high"} <= {fault.details["name"] for fault in found}
    assert too_large(galley, ("row:R",), "R").details["limit"] == str(witness.LIMIT)


@pytest.mark.slow
def test_a_pack_of_five_hundred_questions_is_proved():
    sys.path.insert(0, os.path.join(os.path.dirname(locate.HERE), "bench"))
    import packs

    proof = prove.prove(packs.galley(500, more=70))

    assert {fault.code for fault in proof.faults} <= {"P142", "P143", "P145"}
    assert len(proof.chapter("rows")) + len(proof.faults) > 2_000
