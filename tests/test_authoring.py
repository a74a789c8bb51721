"""A pack's files held against their models and compiled: each fault by one change of the shipped pack, at its line."""

import pytest
import shelf

from szai_assess.authoring import places
from szai_assess.errors import PackError

TIER, DUTY, SUBJECT = "tables/tier.yaml", "tables/explanation-duty.yaml", "questions/10-applicant.yaml"
FORCED, PILOT = "tables/forced-tier.yaml", "tables/pilot.yaml"

# code, file, old, new, the text on whose line the fault stands (after others, where there are bars)
CHANGES = {
    "a value of the wrong kind": ("P002", TIER, 'cites: ["66.1", "66.2"]', 'cites: "66.1"', 'cites: "66.1"'),
    "a missing translation": ("P003", TIER, "低风险, en: Low risk}", "低风险}", "zh: 低风险}"),
    "an unknown key": ("P004", TIER, "hit: priority", "hit: priority\nhits: priority", "hits: priority"),
    "a word that is none of the words": ("P005", TIER, "hit: priority", "hit: first", "hit: first"),
    "a row without grounds": ("P006", TIER, 'cites: ["66.1", "66.2"]', "cites: []", "cites: []"),
    "an empty text": ("P007", TIER, "zh: 矩阵与上调的结果为高，为高风险。", 'zh: ""', 'zh: ""'),
    "a day in another form": ("P008", "pack.yaml", 'looked_at: "2026-09-30"', 'looked_at: "30.9.2026"', "looked_at"),
    "a day that is none": ("P029", "pack.yaml", 'looked_at: "2026-09-30"', 'looked_at: "2026-13-45"', "looked_at"),
    "neither true nor false": ("P009", "obligations.yaml", "hint: false", "hint: maybe", "hint: maybe"),
    "an unknown name in a condition": ("P010", TIER, "{graded: high}", "{graed: high}", "{graed: high}"),
    "an unknown option": ("P011", TIER, "{graded: high}", "{graded: hihg}", "{graded: hihg}"),
    "a condition of another shape": ("P012", TIER, "{graded: high}", "{graded: {above: high}}", "{graded: {above"),
    "an empty condition": ("P012", TIER, "{graded: high}", "{}", "when: {}"),
    "none where it is not allowed": ("P013", TIER, "{graded: high}", "{graded: {none: [high]}}", "{graded: {none"),
    "a text in a condition": ("P014", TIER, "{graded: high}", "{product_purpose: x}", "{product_purpose: x}"),
    "a row twice": ("P015", TIER, "id: TR-2", "id: TR-1", "id: TR-1|id: TR-1"),
    "an option twice": ("P015", SUBJECT, "id: company", "id: state_organ", "id: state_organ, zh: 企业"),
    "a source twice": ("P015", "sources.yaml", "- id: DSL", "- id: PIPL", "- id: PIPL|- id: PIPL"),
    "an output that is not there": ("P017", TIER, "then: medium", "then: medum", "then: medum"),
    "not asked without a gate": ("P018", PILOT, 'when: {pilot_intent: "yes"}\n', "", "table: pilot"),
    "a choice without options": ("P019", SUBJECT, "type: text", "type: one", "id: product_purpose"),
    "a part without a table": (
        "P020",
        "pack.yaml",
        "severity: severity_level",
        "severity: severity",
        "severity: severity,",
    ),
    "an order that is not the table's": ("P021", "pack.yaml", "[low, medium, high]}", "[low, high]}", "tier: {table"),
    "a red line nobody asks": ("P028", "pack.yaml", "rl7: red", "rl9: red", "rl9: red"),
    "a red line of another's row": ("P028", "pack.yaml", "rl7: red_line_7", "rl7: red_line_6", "rl7: red"),
    "unknown as an option": ("P022", SUBJECT, "id: company", "id: unknown", "id: unknown"),
}


def refused(parts):
    with pytest.raises(PackError) as error:
        shelf.pack_of(parts)
    return error.value.faults


@pytest.mark.parametrize(("code", "file", "old", "new", "text"), CHANGES.values(), ids=CHANGES)
def test_one_change_is_refused_at_its_line(code, file, old, new, text):
    parts = shelf.changed((file, old, new))

    found = [fault for fault in refused(parts) if fault.code == code]

    assert found, [str(fault) for fault in refused(parts)]
    assert (f"{shelf.FOLDER}/{file}", shelf.line(parts, file, *text.split("|"))) == found[0].place[:2]


def test_a_missing_file():
    parts = {name: data for name, data in shelf.PARTS.items() if name != "documents.yaml"}

    assert shelf.brief(refused(parts)) == [("P001", "documents.yaml", 0)]


def test_an_empty_file():
    assert shelf.brief(refused({**shelf.PARTS, "documents.yaml": b"# nothing\n"})) == [("P001", "documents.yaml", 0)]


def test_faults_of_all_files_at_once():
    parts = shelf.changed((TIER, "hit: priority", "hit: first"), (DUTY, "hit: priority", "hit: last"))
    parts["documents.yaml"] = b"documents: &x []\n"

    assert [fault.code for fault in refused(parts)] == ["Y003", "P005", "P005"]


def test_a_circle_is_shown_from_end_to_end():
    parts = shelf.changed((FORCED, 'critical_infrastructure: "yes"', "tier: high"))

    (fault,) = refused(parts)

    assert fault.place[:2] == (f"{shelf.FOLDER}/{TIER}", 1)
    assert fault.details["names"] == "tier → forced_tier → tier"


def test_the_nearest_name_is_offered():
    (fault,) = refused(shelf.changed((TIER, "{graded: high}", "{graed: high}")))

    assert fault.details == {"name": "graed", "nearest": "graded"}


def test_places_lead_to_lines_and_columns():
    found = places.places(shelf.drafted(shelf.PARTS))
    row, text = found["row:TR-2"], found["row:TR-2/because/zh"]

    assert row.line == shelf.line(shelf.PARTS, TIER, "id: TR-2")
    assert (row.column, text.column) == (5, 7)
    assert found["question:scale_people/options/p2"].line == shelf.line(
        shelf.PARTS, "questions/40-people.yaml", "id: scale_people", "id: p2"
    )
    assert found["article:66"].file.endswith("law.zh.yaml")
    assert {
        "table:tier",
        "document:todo",
        "source:PIPL/articles/24/0",
        "obligation:SZ69",
        "section:s1",
        "pack/who",
    } <= set(found)
