"""``explain``: every case in every format and language, 80 columns kept, nothing suggested that must not be."""

import json
import re

import pytest
from desk import UNDECIDED, case_names, case_text, changed
from jsonschema import Draft202012Validator
from rich.cells import cell_len
from terminal_session import text_of

from szai_assess.cli import explain as command
from szai_assess.messages import find
from szai_assess.messages.argument import MESSAGES
from szai_assess.telling import FORMATS

SCHEMA = json.loads(text_of("docs/explain.schema.json"))
LANGUAGES = ("zh", "en")
TITLES = ("explain.argument", "explain.changes", "explain.misses", "explain.judgements")


@pytest.fixture
def explain(tool, tmp_path):
    """Explain the text of an answers file."""

    def run(text, *options):
        (tmp_path / "szai.yaml").write_text(text, encoding="utf-8")
        ran = tool("explain", "szai.yaml", *options)
        assert (ran.code, ran.err) == (0, "")
        return ran.out

    return run


def plain(text):
    """Text without its line breaks, margins and marks of the tree."""
    return re.sub(r"[\s│├└─]+", "", text)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", case_names())
def test_the_screen_keeps_its_width_and_leaves_no_place_unfilled(explain, name, language):
    for options in ((), ("--law",)):
        out = explain(case_text(name), "--lang", language, *options)

        assert max(map(cell_len, out.splitlines())) < 80
        assert "{" not in out
        assert "explain." not in out
        assert "None" not in out.replace("“None", "").replace(": None", "")
        for title in TITLES:
            message = find(title)
            assert (message.zh if language == "zh" else message.en.upper()) in out


@pytest.mark.parametrize("name", case_names())
def test_the_json_is_what_its_schema_says_and_the_same_in_both_languages(explain, name):
    chinese, english = (explain(case_text(name), "--format", "json", "--law", "--lang", lang) for lang in LANGUAGES)

    assert chinese == english
    assert [error.message for error in Draft202012Validator(SCHEMA).iter_errors(json.loads(chinese))] == []


def test_the_schema_is_a_schema_and_closed():
    Draft202012Validator.check_schema(SCHEMA)

    def objects(part):
        if isinstance(part, dict):
            yield from ([part] if part.get("type") == "object" else [])
            for inner in part.values():
                yield from objects(inner)
        elif isinstance(part, list):
            for inner in part:
                yield from objects(inner)

    assert all(each.get("additionalProperties") is False or "propertyNames" in each for each in objects(SCHEMA))


@pytest.mark.parametrize("path", ["docs/explain.md", "docs/explain.zh-CN.md"])
def test_the_pages_explain_every_key(path):
    keys = {key for part in [SCHEMA, *SCHEMA["$defs"].values()] for key in part.get("properties", {})}
    page = text_of(path)

    assert [key for key in sorted(keys) if f"`{key}`" not in page] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", case_names())
def test_a_page_has_no_script_and_fetches_nothing_and_closes_what_it_opens(explain, name, language):
    out = explain(case_text(name), "--format", "html", "--law", "--lang", language)

    assert "<script" not in out
    assert not re.search(r"(src|href|action)=", out)
    assert "default-src 'none'" in out
    assert "{" not in out.partition("</style>")[2]
    for tag in ("details", "summary", "ul", "li", "section", "blockquote", "main"):
        assert len(re.findall(rf"<{tag}\b", out)) == out.count(f"</{tag}>"), tag


def test_what_the_user_wrote_cannot_break_out_of_a_page_or_of_markdown(explain):
    note = "notes:\n  decision_role: '<script>alert(1)</script> [x](http://x) `y`'\n"
    text = case_text("05").partition("notes:")[0] + note
    page, markdown = (explain(text, "--format", form) for form in ("html", "markdown"))

    assert "<script" not in page
    assert "&lt;script&gt;" in page
    assert "\\<script\\>" in markdown
    assert "[x](http://x)" not in markdown


@pytest.mark.parametrize("form", ["text", "markdown", "html"])
@pytest.mark.parametrize("name", case_names())
def test_no_fact_and_no_red_line_is_suggested_as_something_to_change(explain, name, form):
    """Only what a design can choose stands in the section about change."""
    data = json.loads(explain(case_text(name), "--format", "json"))
    facts = {
        question
        for each in data["counterfactuals"]
        for question in each["changes"]
        if each["kind"] == "fact" and each["effect"] == "lowers"
    }
    designs = {q for each in data["counterfactuals"] if each["kind"] == "design_choice" for q in each["changes"]}
    from desk import opened

    words = opened().get()[1]
    section = plain(explain(case_text(name), "--format", form, "--lang", "zh")).partition("哪些设计会改变结论")[2]
    section = section.partition("差一项就成立的规则行")[0]
    for question in facts - designs:
        assert plain(words.ask(question, "zh"))[:12] not in section, question


def test_the_screen_says_what_design_lowers_and_what_holds_the_outcome_up(explain):
    lowered, held = (explain(case_text(case), "--lang", "zh") for case in ("25", "05"))

    assert "如果应用这样设计，结论降低" in lowered
    assert "支撑现在结论的是：FH-02、MX-S3H3E2、AU-01。" in held
    assert "改动一项或者两项设计都不能降低结论" in held


@pytest.mark.parametrize(
    ("case", "key"),
    [
        ("24", "explain.prohibited"),
        ("25", "explain.on_hold"),
        ("26", "explain.out_of_scope"),
        ("19", "explain.unsettled"),
    ],
)
def test_every_state_says_what_it_means_before_anything_else(explain, case, key):
    assert plain(MESSAGES[key].zh) in plain(explain(case_text(case), "--lang", "zh"))


def test_where_a_red_line_is_crossed_no_design_is_listed(explain):
    out = explain(case_text("24"), "--lang", "zh")

    assert MESSAGES["explain.suspended"].zh in out
    assert "如果应用这样设计" not in out


def test_an_unsettled_verdict_says_what_would_settle_it_and_a_settled_one_has_no_such_section(explain):
    text = changed("03", ("individual_effect: convenience", "individual_effect: unknown"))
    out = explain(text, "--lang", "zh")

    assert "查明下列任一组，结论就定了" in out
    assert MESSAGES["explain.deciding"].zh not in explain(case_text("09"), "--lang", "zh")


def test_the_laws_words_stand_once_and_only_where_they_are_asked_for(explain):
    words = plain("高风险的人工智能应用应当采用事前评估和风险预警的监管模式")

    assert words not in plain(explain(case_text("05"), "--lang", "zh"))
    assert plain(explain(case_text("05"), "--lang", "zh", "--law")).count(words) == 1


def test_a_note_and_evidence_stand_below_their_answer(explain):
    text = case_text("05").replace("evidence:\n", "evidence:\n  decision_role: 审批规程第3章\n", 1)
    out = explain(text, "--lang", "zh")

    assert "证据：审批规程第3章" in out
    assert "说明：可到网点人工办理，需时较长。" in out


def test_the_same_answers_give_the_same_bytes(explain):
    for form in FORMATS:
        assert explain(case_text("08"), "--format", form) == explain(case_text("08"), "--format", form)


def test_the_formats_of_the_command_are_those_that_there_are():
    assert command.FORMATS == FORMATS


def test_a_file_that_cannot_be_judged_is_3_and_a_format_that_is_none_is_2(tool, tmp_path):
    (tmp_path / "szai.yaml").write_text("pack: [", encoding="utf-8")
    ran = tool("explain", "szai.yaml")

    assert ran.code == 3
    assert ran.err.endswith(UNDECIDED)
    assert tool("explain", "szai.yaml", "--format", "pdf").code == 2
    assert tool("explain").code == 2
