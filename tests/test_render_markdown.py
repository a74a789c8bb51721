import re

import pytest
from assessed import CASES, ONE_OF_EACH, case, dossier_of, papers_of, read_template, said_by, words
from hypothesis import assume, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from szai_assess import files, locate
from szai_assess.answers import Answers
from szai_assess.document import KINDS
from szai_assess.errors import Fault, OutputError, Place, TemplateError
from szai_assess.render import Ledger, papers
from szai_assess.render.markdown import environment_for, escaped, paragraphs, tidy, written
from szai_assess.text import visible

PARSER = MarkdownIt("commonmark", {"html": False}).enable("table")
MARKER = re.compile(r"【(待填写|待附证据|待签署|待核实|由主管部门填写) (B\d+)：(.*?)】")
LISTED = re.compile(r"^\| (B\d+) \| (\S+) \| \S+ \| (.*) \|$", re.MULTILINE)
TEMPLATES = {name: data.decode("utf-8") for name, data in files.below(locate.shipped("templates")).items()}
HOSTILE = (
    "# 标题\n\n- 列表\n1. 序号\n\n> 引用\n\n```\n代码\n```\n| a | b |\n| --- | --- |\n***\n===",
    "<script>alert(1)</script> <b>x</b> &amp; &#65; <!-- --> <https://x.cn> https://x.cn www.x.cn",
    "{{ 7 * 7 }} {% for x in d %} {# x #} ${x} **粗** _斜_ ~~删~~ [链](javascript:1) ![图](x) `码` \\| \\",
    "\u202e反\u2066向\x00\x1b[31m" + "长" * 300,
)


def shape(text):
    """The structure that Markdown reads in a text, without its words."""
    found = []
    for token in PARSER.parse(text):
        inner = [child.type for child in token.children or () if child.type not in ("text", "text_special")]
        found.append((token.type, token.tag, tuple(inner)))
    return found


def shown(text):
    """The words that a reader sees."""
    inline = [token for token in PARSER.parse(text) if token.type == "inline"]
    return ["".join(child.content for child in token.children) for token in inline]


PLACES = ["{}", "- {}", "1. {}", "> {}", "# {}", "| a | b |\n| --- | --- |\n| {} | x |", "开头{}结尾", "**{}**"]
MARKS = st.text(alphabet="*_`[]()<>|~#!&;:.-+=\\\n\t 0123456789ax$@/\"'{}%、。“（中", min_size=1, max_size=30)


@pytest.mark.parametrize("place", PLACES[:-1])
@given(text=MARKS | st.text(min_size=1, max_size=30))
def test_words_stay_words_wherever_they_are_printed(place, text):
    words = re.sub(r"[ \t\n]+", " ", visible(text)).strip()
    assume(words)
    benign = place.format("文")

    assert shape(benign) == shape(place.format(escaped(text)))
    assert "\n".join(shown(benign)).replace("文", words, 1) == "\n".join(shown(place.format(escaped(text))))


@given(MARKS)
def test_lines_become_paragraphs_and_nothing_else(text):
    lines = [line for line in (re.sub(r"[ \t]+", " ", part).strip() for part in visible(text).split("\n")) if line]

    assert lines == shown(paragraphs(text))
    assert {kind for kind, _, _ in shape(paragraphs(text))} <= {"paragraph_open", "inline", "paragraph_close"}


def test_plain_text_stays_readable():
    """Escapes stand only where Markdown would read structure."""
    assert escaped("版本 3.2 (2026-11-21), QM-12: a@b.cn; 50%") == "版本 3.2 (2026-11-21), QM-12: a@b.cn; 50%"
    assert escaped("1. 第一") == "1\\. 第一"
    assert escaped("https://a.cn") == "https\\://a.cn"


@pytest.mark.parametrize("outcome", ["low", "medium", "high", "on_hold", "prohibited_suspected"])
@pytest.mark.parametrize("hostile", HOSTILE, ids=["blocks", "html", "inline", "control"])
def test_what_a_user_writes_never_becomes_structure(outcome, hostile):
    answers = case(ONE_OF_EACH[outcome])
    benign, attacked = papers_of(said_by(answers, "文")), papers_of(said_by(answers, hostile))

    for document, paper in attacked.items():
        assert shape(benign[document].text) == shape(paper.text), document
        assert "\x1b" not in paper.text
        assert "\u202e" not in paper.text
        assert len(benign[document].blanks) == len(paper.blanks)


def test_what_a_user_writes_is_shown_as_written():
    hostile = HOSTILE[2]
    paper = papers_of(said_by(case(ONE_OF_EACH["high"]), hostile))["assessment_report"]

    assert any(hostile in text for text in shown(paper.text))


@pytest.mark.parametrize("name", CASES)
def test_every_paper_of_every_case_is_whole(name):
    answers = case(name)
    dossier = dossier_of(answers)
    for document, paper in papers_of(answers).items():
        texts = shown(paper.text)
        assert paper.text.startswith(f"# {paper.title}\n"), document
        assert not [text for text in texts if "**" in text or text.startswith("|") or "---" in text], document
        assert "softbreak" not in {inner for _, _, inside in shape(paper.text) for inner in inside}, document
        assert not [text for text in texts if re.search("。。|；。|，。|：。|、、|、。|^[。，；、]", text)], document
        assert all(line in texts for line in dossier.honesty.split("\n")), document
        assert f"作答摘要 {dossier.digest}" in paper.text
        assert ("草稿·存在待澄清的禁止性行为事项" in paper.text) == dossier.conclusion.draft


@pytest.mark.parametrize("name", CASES)
def test_no_heading_stands_over_nothing(name):
    for document, paper in papers_of(case(name)).items():
        tokens = PARSER.parse(paper.text)
        for place, token in enumerate(tokens):
            if token.type == "heading_open":
                after = tokens[place + 3 : place + 4]
                assert after, (document, tokens[place + 1].content)
                assert after[0].type != "heading_open" or after[0].tag > token.tag, (
                    document,
                    tokens[place + 1].content,
                )


@pytest.mark.parametrize("name", CASES)
def test_blanks_are_numbered_counted_listed_and_in_the_text(name):
    for document, paper in papers_of(case(name)).items():
        numbers = [blank.id for blank in paper.blanks]
        kinds = [blank.kind for blank in paper.blanks]
        assert len(set(numbers)) == len(numbers)
        assert {number for _, number, _ in MARKER.findall(paper.text)} == set(numbers), document
        assert [number for number, _, _ in LISTED.findall(paper.text)] == numbers, document
        assert set(kinds) <= set(KINDS)
        assert {blank.owner for blank in paper.blanks} <= set(words().tree["pack"]["who"])
        assert (f"待填项共 {len(numbers)} 项：" in paper.text) == bool(numbers)
        counted = re.search("待填项共 .*。清单", paper.text)
        assert not counted or sum(map(int, re.findall(r"\D (\d+) 项(?=[，。])", counted[0]))) == len(numbers)


def test_every_document_is_rendered_by_some_case():
    assert set(words().tree["documents"]) == {
        planned.id for name in CASES for planned in dossier_of(case(name)).planned
    }


def test_nothing_answered_is_all_blanks_and_no_error():
    for paper in papers_of(Answers()).values():
        assert "None" not in paper.text
        assert "未命名应用-" in paper.stem
        assert "评估日期】" in paper.text


@pytest.mark.parametrize("given", [{}, {"red_lines": "unknown"}])
def test_an_open_answer_is_no_statement_of_the_user(given):
    """A red line that nobody answered is open: what its rows would say if it were answered yes is not printed."""
    answers = case(ONE_OF_EACH["high"])
    answers = answers._replace(values={**answers.values, **given} if given else {})
    rows = words().tree["rows"]
    accusing = [row["because"]["zh"] for name, row in rows.items() if name.startswith("RL-")]
    for document, paper in papers_of(answers).items():
        text = "\n".join(shown(paper.text))
        assert not [because for because in accusing if because in text], document
        for row in rows.values():
            if given == {} and row["because"]["zh"] in text:
                assert f"属于下述情形时成立：{row['because']['zh']}" in text, (document, row)


def test_a_day_that_was_not_given_is_one_blank():
    report = papers_of(case(ONE_OF_EACH["high"])._replace(assessed_on=""))["assessment_report"]

    assert [blank.kind for blank in report.blanks if blank.what == "评估日期"] == ["fact"]
    assert not re.search("评估日期 2", report.text)


def test_the_same_answers_give_the_same_bytes():
    answers = case(ONE_OF_EACH["open"])
    turned = answers._replace(values=dict(reversed(answers.values.items())))

    assert papers_of(answers) == papers_of(turned)


def test_stems_are_told_apart_by_document_alone():
    stems = [paper.stem for paper in papers_of(case(ONE_OF_EACH["high"])).values()]

    assert len(set(stems)) == len(stems)
    assert "小额信贷审批模型-risk_warning_plan.zh" in stems


@pytest.mark.parametrize("name", sorted(ONE_OF_EACH.values()))
def test_the_law_is_quoted_word_for_word(name):
    """A quotation is a citation that ends with a colon, then held text and nothing else."""
    tree = words().tree
    held = {text for article in tree["law"]["zh"].values() for text in article}
    held |= {
        text
        for source in tree["sources"].values()
        for article in source.get("articles", {}).values()
        for text in article
    }
    for paper in papers_of(case(name)).values():
        within = 0
        for token in PARSER.parse(paper.text):
            within += {"blockquote_open": 1, "blockquote_close": -1}.get(token.type, 0)
            if within and token.type == "inline":
                text = "".join(child.content for child in token.children)
                assert text in held or (text.startswith("《") and text.endswith("：")), text


def test_templates_never_judge_the_application():
    """Titles of instruments aside, these words are no predicates of ours."""
    for name, text in TEMPLATES.items():
        assert not re.search("合规|达标|获批|通过", text), name


def test_templates_name_only_what_the_pack_has():
    tree = words().tree
    known = set(tree["obligations"]) | set(tree["rows"])
    for name, text in TEMPLATES.items():
        assert set(re.findall(r'"((?:OB|SZ|HN|FH|FL|CX)-?\d+)"', text)) <= known, name


def test_a_hole_met_again_keeps_its_number():
    ledger = Ledger()
    first, second = ledger.hole("fact", "legal", "文", "号"), ledger.hole("evidence", "legal", "文号")

    assert first == ledger.hole("fact", "legal", " 文号 ")
    assert (first.id, second.id, ledger.counts()) == ("B01", "B02", [("fact", 1), ("evidence", 1)])


def rendered(text, **known):
    return written(environment_for({"a/zh.md.j2": text}.__getitem__), "a/zh.md.j2", known)


def test_a_value_is_escaped_and_markdown_is_not():
    text = '{% macro strong(x) %}**{{ x }}**{% endmacro %}{{ strong(word) }} {{ [word, "b"]|join("、") }}'

    assert rendered(text, word="a*b") == "**a\\*b** a\\*b、b"
    assert tidy("a\n\n\n\nb\n\n") == "a\n\nb\n"


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("一\n{% if %}", "T001", 2),
        ("一\n\n{{ missing }}", "T002", 3),
        ("{{ d.missing }}", "T002", 1),
        ('{% include "b.j2" %}', "T003", 1),
        ("一\n{{ word.__class__.__mro__ }}", "T004", 2),
        ("一\n{{ word ~ word }}", "T004", 2),
        ("一\n{{ word + word }}", "T004", 2),
        ("一\n{{ '%s' % word }}", "T004", 2),
        ("{{ word|safe }}", "T004", 1),
        ("一\n{{ none }}", "T005", 2),
        ("一\n{{ [word] }}", "T005", 2),
        ("一\n{{ 1 // 0 }}", "T005", 2),
        ('一\n{{ hole("fancy", "legal", "x").id }}', "T005", 2),
        ('一\n{% set x %}y{% endset %}{{ hole("fact", "legal", x).id }}', "T005", 2),
    ],
)
def test_a_fault_in_a_template_says_where_and_what(text, code, line):
    with pytest.raises(TemplateError) as caught:
        rendered(text, word="文", d={}, hole=Ledger().hole)

    assert [(code, Place("a/zh.md.j2", line))] == [(fault.code, fault.place) for fault in caught.value.faults]


def test_an_unreadable_template_is_the_machines_error():
    def fails(name):
        raise OutputError(Fault("O001", Place(name)))

    with pytest.raises(OutputError):
        papers(dossier_of(case(ONE_OF_EACH["low"])), fails)


def test_a_pack_that_names_no_template_is_told_so():
    with pytest.raises(TemplateError) as caught:
        papers(dossier_of(case(ONE_OF_EACH["low"])), {}.__getitem__)

    assert caught.value.faults[0].details["name"] == "summary/zh.md.j2"


def test_only_the_papers_wanted_are_written():
    dossier = dossier_of(case(ONE_OF_EACH["low"]))

    assert [paper.id for paper in papers(dossier, read_template, ("todo",))] == ["todo"]
