"""What goes beside the papers for machines: RFC 5545, the same events after a change, and no cell that is a formula."""

import csv
import io
import json
import re
import sys
from datetime import date

import pytest
import yaml
from assessed import CASES, case, dossier_of, said_by
from hypothesis import given
from hypothesis import strategies as st

from szai_assess import sheet_lines
from szai_assess.document import STATUTORY, SUGGESTED, Milestone
from szai_assess.errors import Fault, OutputError, Place
from szai_assess.render import ical, sheet_csv, warning_table
from szai_assess.render.lists import Listing, lists
from szai_assess.render.sides import sides
from szai_assess.render.workbook import workbook
from szai_assess.text import visible

openpyxl = pytest.importorskip("openpyxl")
pytest.importorskip("xlsxwriter")

HOSTILE = [
    *("=1+1", "@SUM(A1)", "+1", "-1+1", "\t=1", "\r=1", "\n=1", "＝1+1", "＋1", "－1", "＠SUM", "﹦1", "|calc", "%0"),
    *(" =1", "\u3000＝1", "\u200b=1", "\ufeff \u2060=1", "\x00=1", '=HYPERLINK("https://x.cn","x")', "=cmd|'/C a'!A0"),
]
HARMLESS = ["", "1", "a=b", "2026-12-01", "—", "（-1）", "https://x.cn", "<b>", "_x0041_", "小额信贷", "'"]
MARKED = ["<r><t>a</t></r>", "<r>&</r>", "{=1+1}", "https://x.cn", "1e5", "", "a\x07b", "a\nb", "\u202ea", "x" * 40_000]
LANGUAGES = ("zh", "en")


def launched(name, day):
    """A case with another launch date."""
    answers = case(name)
    card = {**answers.values["project_card"], "launch_date": day}
    return answers._replace(values={**answers.values, "project_card": card})


def unescaped(value):
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] in "nN" else found[1], value)


def unfolded(data):
    """The lines of a file, as a reader of RFC 5545 puts them together: by octets, 75 of which a line has at most."""
    found = []
    assert data.endswith(b"\r\n")
    for part in data.removesuffix(b"\r\n").split(b"\r\n"):
        assert 0 < len(part) <= 75
        assert not re.search(rb"[\r\n]", part)
        assert part.decode("utf-8") is not None
        if part[:1] == b" ":
            found[-1] += part[1:]
        else:
            found.append(part)
    return [line.decode("utf-8") for line in found]


def events(data):
    """The events of a file, as a reader of RFC 5545 sees them."""
    found, current = [], None
    for line in unfolded(data):
        name, colon, value = line.partition(":")
        assert re.fullmatch(r"[A-Z-]+(;[A-Z]+=[A-Z]+)*", name)
        assert colon
        assert not re.search(r"[\x00-\x08\x0a-\x1f\x7f]", value)
        if line == "BEGIN:VEVENT":
            current = {}
        elif line == "END:VEVENT":
            found.append(current)
            current = None
        elif current is not None:
            assert name not in current
            current[name] = value
    return found


def keys(dossier):
    """What tells the events of a calendar apart."""
    return {each["UID"] for each in events(ical.calendar(dossier))}


def by_suffix(dossier):
    return {f"{side.name}.{dossier.language}.{side.ending}": side.data for side in sides(dossier)}


def cells(data):
    """Every cell of a workbook, sheet by sheet, without the heads."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    return {sheet.title: [list(row) for row in sheet.iter_rows(min_row=2)] for sheet in book}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_file_that_there_is_something_for(language):
    assert list(by_suffix(dossier_of(case("05-credit-approval"), language))) == [
        f"warning_table.{language}.yaml",
        f"warning_table.{language}.json",
        f"calendar.{language}.ics",
        f"calendar.{language}.csv",
        f"lists.{language}.xlsx",
    ]
    assert by_suffix(dossier_of(case("26-fixed-formula"), language)) == {}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", CASES)
def test_every_case_has_its_sides_twice_the_same(name, language):
    dossier = dossier_of(case(name), language)
    found = by_suffix(dossier)

    assert found == by_suffix(dossier)
    assert (f"warning_table.{language}.json" in found) == ("risk_warning_plan" in {each.id for each in dossier.planned})
    assert (f"calendar.{language}.ics" in found) == bool(dossier.milestones)


def test_a_calendar_says_what_the_dossier_says():
    for language in LANGUAGES:
        dossier = dossier_of(case("13-companion"), language)
        found = events(ical.calendar(dossier))
        words = {"zh": ("建议周期", "法定期限"), "en": ("Suggested period", "Statutory period")}[language]
        kinds = dict(zip((SUGGESTED, STATUTORY), words, strict=True))
        colon = "：" if language == "zh" else ": "

        for event, day in zip(found, dossier.milestones, strict=True):
            assert date.fromisoformat(event["DTSTART;VALUE=DATE"]).isoformat() == day.date
            assert event["DTSTAMP"] == "20261121T000000Z"
            assert unescaped(event["SUMMARY"]) == f"{dossier.product}{colon}{day.label}"
            assert unescaped(event["DESCRIPTION"]) == f"{kinds[day.kind]}{colon}{day.source}"
            assert event["CATEGORIES"] == kinds[day.kind]
        assert {each["CATEGORIES"] for each in found} == set(words)


def test_a_calendar_has_its_head_and_no_method():
    head, *rest = ical.calendar(dossier_of(case("13-companion"))).decode().split("BEGIN:VEVENT")

    assert head == "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//szai-assess//calendar//ZH\r\nCALSCALE:GREGORIAN\r\n"
    assert rest[-1].endswith("END:VEVENT\r\nEND:VCALENDAR\r\n")
    assert not [each for each in rest if "METHOD" in each]


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=300))
def test_a_folded_line_has_75_octets_and_comes_back_whole(line):
    data = ical.folded(line).encode()
    parts = data.removesuffix(b"\r\n").split(b"\r\n")

    assert all(len(part) <= 75 for part in parts)
    assert all(part[:1] == b" " for part in parts[1:])
    assert b"".join([parts[0], *(part[1:] for part in parts[1:])]).decode() == line
    assert all(part.decode() for part in parts[1:])
    assert all(len(part) > 71 for part in parts[:-1])


@given(st.text(st.characters(exclude_categories=("Cs", "Cc", "Cf", "Zl", "Zp")) | st.sampled_from("\\;,\n")))
def test_an_escaped_text_comes_back(text):
    assert "\n" not in ical.escaped(text)
    assert unescaped(ical.escaped(text)) == text


def test_nothing_in_a_name_adds_a_line_to_a_calendar():
    bad = "a\r\nEND:VEVENT\r\nBEGIN:VEVENT\nATTACH:x;y,z\\n\u2028\x0b\x85\u202e\x00"
    for language in LANGUAGES:
        dossier = dossier_of(case("13-companion"), language)
        days = tuple(day._replace(label=bad, source=bad) for day in dossier.milestones)
        found = events(ical.calendar(dossier._replace(product=bad, milestones=days)))

        assert len(found) == len(days)
        assert all("ATTACH" not in event for event in found)


@pytest.mark.parametrize("name", ["13-companion", "05-credit-approval"])
def test_a_changed_launch_date_moves_the_same_events(name):
    before, after = (events(ical.calendar(dossier_of(launched(name, day)))) for day in ("2027-01-15", "2027-03-20"))
    days = [{each["DTSTART;VALUE=DATE"] for each in found} for found in (before, after)]

    assert len({each["UID"] for each in before}) == len(before)
    assert {each["UID"]: each["SUMMARY"] for each in before} == {each["UID"]: each["SUMMARY"] for each in after}
    assert days[0].isdisjoint(days[1])


@pytest.mark.parametrize("name", CASES)
def test_an_event_is_the_same_one_in_every_language(name):
    chinese, english = (
        [(each["UID"], each["DTSTART;VALUE=DATE"], each["SEQUENCE"]) for each in events(ical.calendar(dossier))]
        for dossier in (dossier_of(case(name), language) for language in LANGUAGES)
    )

    assert chinese == english
    assert len({each[0] for each in chinese}) == len(chinese)


def test_changed_words_and_sources_change_no_event():
    dossier = dossier_of(case("13-companion"))
    days = tuple(day._replace(label="改了名称", source="改了出处") for day in dossier.milestones)

    assert keys(dossier._replace(milestones=days)) == keys(dossier)


def test_no_event_of_one_case_is_one_of_another():
    found = [key for name in CASES for key in keys(dossier_of(case(name)))]

    assert len(set(found)) == len(found)


def test_two_applications_without_a_name_have_events_of_their_own():
    one, other = (dossier_of(case(name))._replace(product="") for name in ("13-companion", "05-credit-approval"))

    assert keys(one).isdisjoint(keys(other))
    assert keys(one) == keys(dossier_of(case("13-companion"), "en")._replace(product=""))


def test_a_later_assessment_is_a_later_revision():
    dossier = dossier_of(case("13-companion"))
    days = ("2026-11-21", "2026-12-01", "2027-01-01")
    found = [events(ical.calendar(dossier._replace(assessed_on=day)))[0] for day in days]
    numbers = [int(each["SEQUENCE"]) for each in found]

    assert [each["DTSTAMP"] for each in found] == [f"{day.replace('-', '')}T000000Z" for day in days]
    assert numbers == sorted(set(numbers))
    assert numbers[-1] < 2**31


def test_without_a_day_of_assessment_that_of_the_sources_stands_in():
    dossier = dossier_of(case("13-companion"))._replace(assessed_on="", as_of="2026-01-02")

    assert events(ical.calendar(dossier))[0]["DTSTAMP"] == "20260102T000000Z"
    assert events(ical.calendar(dossier._replace(as_of="?")))[0]["DTSTAMP"] == "19800101T000000Z"


@given(st.text(st.characters(exclude_categories=("Cs",)), max_size=200))
def test_every_name_comes_back_from_lines_of_75_octets(name):
    dossier = dossier_of(case("13-companion"), "en")._replace(product=name)
    shown = visible(name.replace("\r", "\n"))
    found = events(ical.calendar(dossier))

    assert len(found) == len(dossier.milestones)
    for event, day in zip(found, dossier.milestones, strict=True):
        wanted = f"{shown}: {day.label}" if name else day.label
        assert unescaped(event["SUMMARY"]).split() == wanted.split()


def test_another_product_or_pack_has_events_of_its_own():
    dossier = dossier_of(case("13-companion"))

    assert keys(dossier) == keys(dossier._replace(pack="szai-2022@9.9.9", digest="0", assessed_on="2030-01-01"))
    assert keys(dossier).isdisjoint(keys(dossier._replace(product="b")))
    assert keys(dossier).isdisjoint(keys(dossier._replace(pack="other@1.0.0")))


def test_the_calendar_as_a_table():
    dossier = dossier_of(case("13-companion"))
    data = sheet_csv.calendar(dossier)
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))

    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\r\n") == data.count(b"\n") == len(rows)
    assert rows[0] == ["日期", "事项", "性质", "来源"]
    assert [(row[0], row[1], row[3]) for row in rows[1:]] == [
        (day.date, day.label, day.source) for day in dossier.milestones
    ]
    assert {row[2] for row in rows[1:]} == {"建议周期", "法定期限"}


@pytest.mark.parametrize("text", HOSTILE)
def test_no_cell_of_a_csv_begins_a_formula(text):
    day = Milestone("review-1", "2027-01-01", SUGGESTED, text, text)
    data = sheet_csv.calendar(dossier_of(case("13-companion"))._replace(milestones=(day,)))
    row = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))[1]

    assert row[0] == "2027-01-01"
    assert row[1] == row[3]
    assert row[1].startswith("'")


@pytest.mark.parametrize("text", HARMLESS)
def test_what_begins_no_formula_stays_as_it_is(text):
    assert sheet_lines.literal(text) == text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_warning_table_leaves_open_what_the_plan_leaves_open(language):
    dossier = dossier_of(case("05-credit-approval"), language)
    found = by_suffix(dossier)
    table = json.loads(found[f"warning_table.{language}.json"])

    assert table == yaml.safe_load(found[f"warning_table.{language}.yaml"]) == warning_table.warning_table(dossier)
    assert [each["indicator"] for each in table] == [each.metric for each in dossier.indicators["warning"] if each.must]
    keys = ["indicator", "risk", "source", "frequency", "thresholds", "contact", "response_time", "action"]
    for each in table:
        assert list(each) == keys
        assert each["thresholds"] == {"blue": None, "yellow": None, "orange": None, "red": None}
        assert (each["frequency"], each["response_time"]) == (None, None)
        assert (each["contact"], each["action"]) == ("风险管理部", "停用模型后全部转人工审批")


def test_what_was_not_stated_is_null():
    dossier = dossier_of(case("05-credit-approval"))
    for change in ({"state": "unknown"}, {"state": "unanswered", "text": ""}, {"text": ""}):
        said = {name: each._replace(**change) for name, each in dossier.said.items()}
        first = warning_table.warning_table(dossier._replace(said=said))[0]
        assert (first["contact"], first["action"]) == (None, None)


@pytest.mark.parametrize(
    "text", ["no", "null: [x]", "- a\n- b", "!!python/object:x", "&a *a", "# x", "{{ 1 }}", "\x1b[1m", "😀"]
)
def test_hostile_words_are_the_same_text_in_yaml_and_json(text):
    table = warning_table.warning_table(dossier_of(said_by(case("05-credit-approval"), text)))

    assert json.loads(warning_table.as_json(table)) == yaml.safe_load(warning_table.as_yaml(table)) == table
    assert table[0]["action"] == text.replace("\x1b", "␛")


@pytest.mark.parametrize("text", [*HOSTILE, *HARMLESS, *MARKED])
def test_every_cell_of_a_workbook_is_text(text):
    first, second = cells(workbook([Listing("a", ("b", "c"), ((text, "="),))]))["a"][0]

    assert (first.data_type, first.value.rstrip(" ")) == ("s", visible(text)[:32_000])
    assert first.quotePrefix == sheet_lines.begins_a_formula(text)
    assert (second.data_type, second.value, second.quotePrefix) == ("s", "=", True)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_workbook_holds_the_lists(language):
    dossier = dossier_of(case("27-partial-answers"), language)
    book = openpyxl.load_workbook(io.BytesIO(workbook(lists(dossier))))

    assert book.sheetnames == (["关联义务", "待办事项"] if language == "zh" else ["Obligations", "To do"])
    for sheet, listing in zip(book, lists(dossier), strict=True):
        rows = [tuple(each.value or "" for each in row) for row in sheet.iter_rows()]
        assert rows == [listing.head, *listing.rows]
        assert sheet.freeze_panes == "A2"
        assert all(each.font.b and each.alignment.wrap_text for each in sheet[1])
    assert book.properties.created.year == 1980


def test_the_lists_leave_nothing_out():
    for name in CASES:
        dossier = dossier_of(case(name))
        obligations, todo = lists(dossier)
        matters = [row[2] for row in todo.rows]

        assert sorted(row[0] for row in obligations.rows) == sorted(duty.title for duty in dossier.duties)
        assert all(len(row) == len(listing.head) for listing in (obligations, todo) for row in listing.rows)
        for item in dossier.unsettled:
            assert any(matter.startswith(item.said.title) for matter in matters), (name, item.said.title)
        for line in dossier.red_lines:
            assert line.status != "unresolved" or line.title in matters


def test_what_is_not_verified_says_so():
    dossier = dossier_of(case("13-companion"))
    rows = {row[0]: row for row in lists(dossier)[0].rows}
    for duty in dossier.duties:
        assert duty.verified or "待核实" in rows[duty.title][7]
        assert duty.verified or not duty.deadline or rows[duty.title][6].count("待核实") == 1


def test_a_hostile_name_stays_in_its_cell():
    data = workbook(lists(dossier_of(said_by(case("13-companion"), "=1+1"))))

    assert {each.data_type for rows in cells(data).values() for row in rows for each in row} == {"s"}


def test_without_its_extra_the_workbook_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)

    with pytest.raises(OutputError) as caught:
        by_suffix(dossier_of(case("13-companion")))

    assert caught.value.faults == (Fault("O014", Place("xlsx"), {"format": "Excel", "extra": "xlsx"}),)
