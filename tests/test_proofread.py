"""Each fault of a pack, shown by changing one thing in the shipped pack."""

import pytest
import shelf
import small

from szai_assess import monotony, proofread, uniqueness, usage
from szai_assess.galley import Galley
from szai_assess.words import Words

MATRIX, DUTY, SCENARIO = "tables/base-tier.yaml", "tables/explanation-duty.yaml", "tables/scenario-level.yaml"
QUOTE = "quote: 应当采取利于公众理解的方式进行算法说明\n"
EVERY_INTEREST = (
    "[none, basic_services, mass_prices, workers, info_order, public_safety, vulnerable, equality, environment]"
)
EVER = '{public_decision_use: "yes", public_interest_links: [workers]}'
ROW = "when: {scenario_level: S1, severity_level: H0, extent_level: "

# code, file, old, new, texts after which the fault's line stands (the last one is on it)
CHANGES = {
    "an unknown source": ("P101", SCENARIO, "PIPL-24.3", "PIPX-24.3", ["PIPX-24.3"]),
    "an article that is not held": ("P102", SCENARIO, "PIPL-24.3", "PIPL-199", ["PIPL-199"]),
    "a paragraph that is not there": ("P103", SCENARIO, "PIPL-24.3", "PIPL-24.9", ["PIPL-24.9"]),
    "an item that is not there": ("P103", "questions/70-prohibited.yaml", "72.2.1", "72.2.9", ["72.2.9"]),
    "an article of the law": ("P102", "pack.yaml", 'cites: ["66.2"]', 'cites: ["166.2"]', ['["166.2"]']),
    "a changed quotation": ("P104", DUTY, "利于公众理解", "便于公众理解", ["zh: 输出用于行政许可"]),
    "a changed quote": ("P105", "obligations.yaml", QUOTE, QUOTE.replace("利于", "便于"), ["quote: 应当采取便于"]),
    "verified without a quote": ("P106", "obligations.yaml", f"    {QUOTE}", "", ["id: SZ71", "verified: true"]),
    "a placeholder less": ("P107", "pack.yaml", "prepare for {official}", "prepare", ["provisional:"]),
    "an entry more": ("P108", "law.en.yaml", '  "2":\n', '  "2":\n    - More.\n', ['  "2":']),
    "a missing word": ("P112", "pack.yaml", "  low: {zh: 低风险, en: Low risk}\n", "", ["outcomes:"]),
    "a name that is no field": ("P114", "pack.yaml", "card.product_name", "card.name", ["product_name: "]),
    "a missing template": ("P115", "documents.yaml", "template: todo", "template: to_do", ["template: to_do"]),
    "an impossible row": ("P116", DUTY, "other_than: [none]", f"other_than: {EVERY_INTEREST}", [EVERY_INTEREST]),
    "a row without effect": ("P123", DUTY, '{public_decision_use: "yes"}', EVER, ["id: PD-1"]),
    "an overlap": ("P119", MATRIX, f"{ROW}E1", f"{ROW}[E1, E2]", ["id: MX-S1H0E2"]),
}


@pytest.mark.parametrize(("code", "file", "old", "new", "texts"), CHANGES.values(), ids=CHANGES)
def test_one_change_gives_one_fault_at_its_line(code, file, old, new, texts):
    parts = shelf.changed((file, old, new))

    found = proofread.proofread(shelf.galley(parts))

    assert [(code, file, shelf.line(parts, file, *texts))] == shelf.brief(found)


def test_the_column_is_that_of_the_key():
    parts = shelf.changed((DUTY, "利于公众理解", "便于公众理解"))

    (fault,) = proofread.proofread(shelf.galley(parts))

    assert fault.place.column == len("      ") + 1
    assert fault.details["words"] == "采取便于公众理解的方式进行算法说明"


def test_a_cited_article_without_translation_and_a_translation_without_article():
    parts = shelf.changed(("law.en.yaml", '  "44":\n', '  "144":\n'))

    found = shelf.brief(proofread.proofread(shelf.galley(parts)))

    assert found == [
        ("P110", "law.en.yaml", shelf.line(parts, "law.en.yaml", '"144":')),
        ("P109", "law.zh.yaml", shelf.line(parts, "law.zh.yaml", '  "44":')),
    ]


@pytest.mark.parametrize("place", ["{lowest!r}", "{day}", "{}", "{lowest }"])
def test_a_place_in_a_sentence_that_nothing_fills_in_is_told_in_each_language(place):
    about = shelf.PARTS["pack.yaml"].decode()
    text = next(line for line in about.splitlines() if line.startswith("provisional:"))
    parts = shelf.changed(("pack.yaml", text, text.replace("{lowest}", place)))

    found = [fault for fault in proofread.proofread(shelf.galley(parts)) if fault.code == "P124"]

    assert {fault.place.line for fault in found} == {shelf.line(parts, "pack.yaml", "provisional:")}
    assert [(fault.details["name"], fault.details["known"]) for fault in found] == [
        (place[1:-1], "{highest}, {lowest}, {official}")
    ] * 2


def test_a_hole_in_a_unique_table_is_shown_by_an_example():
    text = shelf.PARTS[MATRIX].decode()
    start, end = text.index("  - id: MX-S1H0E1"), text.index("  - id: MX-S1H0E2")
    parts = shelf.changed((MATRIX, text[start:end], ""))

    (fault,) = proofread.proofread(shelf.galley(parts))

    assert (fault.code, fault.place.line) == ("P118", 1)
    assert "scenario_level: S1" in fault.details["example"]
    assert "severity_level: H0" in fault.details["example"]
    assert "extent_level: E1" in fault.details["example"]


def test_an_overlap_names_both_rows():
    parts = shelf.changed((MATRIX, f"{ROW}E1", f"{ROW}[E1, E2]"))

    (fault,) = proofread.proofread(shelf.galley(parts))

    assert fault.details["rows"] == "MX-S1H0E1, MX-S1H0E2"


def test_a_question_that_nothing_uses():
    whole = shelf.galley(shelf.PARTS)
    named = whole.used_in_templates - {"product_purpose"}

    found = proofread.proofread(whole._replace(used_in_templates=named))

    file = "questions/10-applicant.yaml"
    assert shelf.brief(found) == [("P111", file, shelf.line(shelf.PARTS, file, "id: product_purpose"))]


def test_a_row_that_no_case_fires():
    whole = shelf.galley(shelf.PARTS)

    found = proofread.proofread(whole._replace(fired=whole.fired - {"PD-2"}))

    assert shelf.brief(found) == [("P117", DUTY, shelf.line(shelf.PARTS, DUTY, "id: PD-2"))]


def test_all_faults_at_once_in_the_order_of_the_files():
    parts = shelf.changed(
        (SCENARIO, "PIPL-24.3", "PIPX-24.3"),
        ("pack.yaml", "card.product_name", "card.name"),
        (DUTY, "利于公众理解", "便于公众理解"),
    )

    found = proofread.proofread(shelf.galley(parts))

    assert [fault.code for fault in found] == ["P114", "P104", "P101"]
    assert sorted(found, key=lambda fault: fault.place) == list(found)


def test_a_source_whose_text_is_not_held_takes_any_label():
    parts = shelf.changed((SCENARIO, "PIPL-24.3", "GBT39335-附录丁"), (SCENARIO, "PIPL-28.1", "PIPL-*"))

    assert proofread.proofread(shelf.galley(parts)) == ()


def test_questions_are_found_in_templates_as_whole_words():
    pack, _ = shelf.opened()

    assert usage.named_in(["{{ said.product_purpose }}", "reversibility_x"], pack) == {"product_purpose"}


def unique(short: str) -> list[tuple[str, str]]:
    """(code, example or rows) of what is wrong with the unique tables of a small pack."""
    galley = Galley(small.a_pack(short), Words({}), {})
    return [(fault.code, fault.details["example"]) for fault in uniqueness.uniqueness(galley)]


def test_not_asked_is_computed_from_the_gate():
    gated = """
questions: {a: ["no", "yes"], b: {one: [x, y], when: {a: "yes"}}}
tables:
  tier:
    unique: [low, high]
    rows:
      R1: {when: {a: "no"}, then: low}
      R2: {when: {b: x}, then: low}
      R3: {when: {b: y}, then: high}
"""

    assert unique(gated) == []
    assert unique(gated.replace('R1: {when: {a: "no"}, then: low}', "R1: {when: {b: x}, then: low}")) == [
        ("P118", "a: no, b: (not asked)"),
        ("P119", "a: yes, b: x"),
    ]


def test_a_multiple_choice_is_enumerated_in_full():
    overlapping = """
questions: {a: {many: [none, x, y]}}
tables: {tier: {unique: [low, high], rows: {R1: {when: {a: [none, x]}, then: low}, R2: {when: {a: y}, then: high}}}}
"""

    assert unique(overlapping) == [("P119", "a: [x, y]")]


def large(hit: str) -> str:
    """A small pack with a table of 18 by 18 by 18 by 18 combinations, whose rows are no "this or worse"."""
    options = ", ".join(f"o{number}" for number in range(18))
    questions = ", ".join(f"q{number}: [{options}]" for number in range(4))
    every = ", ".join(f"q{number}: o1" for number in range(4))
    return f"""
questions: {{{questions}}}
tables: {{tier: {{{hit}: [low, high], rows: {{R1: {{when: {{{every}}}, then: high}}, R2: {{when: {{q0: {{other_than: [o1]}}}}, then: low}}}}}}}}
"""


def test_a_table_with_too_many_combinations_is_refused():
    assert "P120" in [code for code, _ in unique(large("unique"))]


def test_choices_that_no_condition_tells_apart_are_taken_together():
    options = ", ".join(f"o{number}" for number in range(40))
    short = f"""
questions: {{a: {{many: [none, {options}]}}}}
tables:
  tier:
    unique: [low, high]
    rows: {{R1: {{when: {{a: none}}, then: low}}, R2: {{when: {{a: {{other_than: [none]}}}}, then: high}}}}
"""

    assert unique(short) == []


def lowered(short: str) -> list[tuple[str, str, str]]:
    """(code, variable, combination) of what monotony finds in a small pack whose questions ``q…`` worsen."""
    pack = small.a_pack(short)
    questions = {question.id: {"order": "worsening"} if question.id[0] == "q" else {} for question in pack.questions}
    found = monotony.monotony(Galley(pack, Words({"questions": questions}), {}))
    return [(fault.code, fault.details["name"], fault.details["example"]) for fault in found]


EXACTLY = """
questions: {q1: [a, b, c], q2: [x, y]}
tables: {tier: {priority: [low, high], rows: {R1: {when: {q1: b, q2: y}, then: high}}}}
"""


def test_a_row_that_a_worse_answer_switches_off():
    assert lowered(EXACTLY) == [("P121", "q1", "q1: b, q2: y")]
    assert lowered(EXACTLY.replace("q1: b", "q1: [b, c]")) == []


def test_another_row_may_take_over():
    both = EXACTLY.replace("then: high}}", "then: high}, R2: {when: {q1: c}, then: high}}")

    assert lowered(both) == []


def test_unordered_questions_are_exempt():
    assert lowered(EXACTLY.replace("q1", "p1")) == []


def test_a_unique_table_is_compared_cell_by_cell():
    short = """
questions: {q1: [a, b], q2: [x, y]}
tables:
  tier:
    unique: [low, high]
    rows:
      R1: {when: {q1: a}, then: low}
      R2: {when: {q1: b, q2: x}, then: high}
      R3: {when: {q1: b, q2: y}, then: low}
"""

    assert lowered(short) == [("P121", "q2", "q1: b, q2: x")]
    assert (
        lowered(short.replace("R3: {when: {q1: b, q2: y}, then: low}", "R3: {when: {q1: b, q2: y}, then: high}")) == []
    )


GATED = """
questions: {q1: [a, b, c], q2: {one: [x, y], when: {q1: b}}}
tables: {tier: {priority: [low, high], rows: {R1: {when: {q2: y}, then: high}}}}
"""


def test_a_gate_that_a_worse_answer_closes():
    assert lowered(GATED) == [("P121", "q1", "q1: b, q2: y")]
    assert lowered(GATED.replace("{q1: b}", "{q1: [b, c]}")) == []
    assert lowered(GATED.replace("then: high}}", "then: high}, R2: {when: {q1: c}, then: high}}")) == []


def test_a_gate_behind_a_gate_counts_too():
    chain = GATED.replace("when: {q1: b}}", "when: {p: s}}, p: {one: [r, s], when: {q1: b}}")

    assert lowered(chain) == [("P121", "q1", "q1: b, p: s, q2: y")]


def test_what_is_too_large_to_show_is_refused():
    assert [code for code, _, _ in lowered(large("priority"))] == ["P122"]
