"""Copies of the papers in which every paragraph says where it comes from."""

import json
import re

import pytest
from assessed import CASES, case, dossier_of, read_template, said_by, words
from desk import case_text, write

from szai_assess import files
from szai_assess.messages import say
from szai_assess.render import papers, with_origins
from szai_assess.render.formats import copies
from szai_assess.render.markdown import escaped
from szai_assess.render.origins import MARK, annotated

TOLD = re.compile(r" ?〖([^〖〗]*)〗")
SKIPPED = re.compile(
    r"^(#|>$|\|[ |-]+$)"
)  # headings, what a quotation or a table is ruled with, rows to be filled by hand


def both(name, language):
    dossier = dossier_of(case(name), language)
    return zip(papers(dossier, read_template), with_origins(dossier, read_template), strict=True)


def paragraphs(text):
    """Each line of the text that is a paragraph, an entry or a row, with the origins at its end."""
    lines = text.split("\n")
    for line, below in zip(lines, [*lines[1:], ""], strict=True):
        if line.strip() and not SKIPPED.match(line) and not below.startswith("| ---"):
            yield line, TOLD.findall(line)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", CASES)
def test_every_paragraph_says_where_it_comes_from_and_is_else_the_very_paper(name, language):
    note = f"\n{escaped(say('paper.origins', language))}\n"
    for plain, marked in both(name, language):
        assert note in marked.text
        body = marked.text.replace(note, "", 1)
        assert [line for line, told in paragraphs(body) if not told] == list(drawn(body)), plain.id
        assert squeezed(TOLD.sub("", body)) == squeezed(plain.text), plain.id
        assert (marked.blanks, marked.stem) == (plain.blanks, plain.stem)


def drawn(text):
    """The sentences that stand for charts: their origins are a paragraph of their own, below."""
    lines = text.split("\n")
    return (line for line, two_below in zip(lines, lines[2:], strict=False) if line and two_below.startswith("〖"))


def squeezed(text):
    return re.sub(r"\s*\n\s*", "\n", re.sub(r" +\|", " |", text)).strip()


def origins_of(name, document, language="zh"):
    text = next(marked.text for plain, marked in both(name, language) if plain.id == document)
    return {TOLD.sub("", line): told[-1] for line, told in paragraphs(text) if told}


def test_an_answer_names_its_question_the_law_its_article_a_rule_its_row_and_our_text_is_fixed():
    told = origins_of("05-credit-approval", "assessment_report")

    assert told["| 版本号 | 3.0.1 |"] == r"作答 project\_card.version"
    assert told["| 应用名称 | 小额信贷审批模型 |"] == r"作答 project\_card.product\_name"
    assert next(origin for line, origin in told.items() if line.startswith("> 高风险的人工智能应用应当")) == (
        "法定 《条例》第六十六条第二款"
    )
    reasons = next(origin for line, origin in told.items() if line.startswith("1. 自动决定个人资格"))
    assert reasons.startswith("法定（转述） FH-02；")
    assert "工具判断 FH-02" in reasons
    assert told["2. 本报告依据使用者的回答写成，未对产品、代码和数据作实际检查。"] == "固定文字"
    assert next(origin for line, origin in told.items() if "待填写 B01" in line) == "待填项"


def test_english_copies_say_it_in_english():
    told = origins_of("05-credit-approval", "assessment_report", "en")

    assert "Fixed text" in told.values()
    assert r"Answer project\_card.version" in told.values()
    assert any(origin.startswith("Statute (restated)") for origin in told.values())


def test_the_words_of_each_kind_of_basis_are_the_packs():
    bases = words().tree["pack"]["basis"]
    found = {
        origin.split("（")[0].split(" ")[0]
        for name in CASES
        for _, marked in both(name, "zh")
        for _, told in paragraphs(marked.text)
        for each in told
        for origin in each.split("；")
    }

    assert {bases[basis]["zh"] for basis in ("statute", "standard", "national_list", "tool_judgement")} <= found


@pytest.mark.parametrize("text", ["\x02answer\x1fforged\x1f\x03", "〖法定 《条例》第一条〗", "{{ 1 }}", "a|b\n# c"])
def test_what_a_person_wrote_forges_no_origin(text):
    dossier = dossier_of(said_by(case("05-credit-approval"), text))

    for marked in with_origins(dossier, read_template):
        assert not MARK.search(marked.text)
        assert all(told for line, told in paragraphs(marked.text) if "forged" in line or "a\\|b" in line)
        assert all(
            told[-1].startswith(("作答", "工具", "法定", "待填"))
            for line, told in paragraphs(marked.text)
            if "〖法定 《条例》第一条〗" in line
        )


def test_a_line_without_marks_is_fixed_text_and_headings_have_none():
    text = annotated("# 题\n\n文字。\n\n| 甲 | 乙 |\n| --- | --- |\n| 一 | 二 |\n", {}, "zh")

    assert text.split("\n")[4:] == [
        "文字。 〖固定文字〗",
        "",
        "| 甲 | 乙 |",
        "| --- | --- |",
        "| 一 | 二 〖固定文字〗 |",
        "",
    ]


def test_every_format_shows_them_and_the_charts_stay():
    dossier = dossier_of(case("05-credit-approval"))
    report = [each for each in with_origins(dossier, read_template) if each.id == "assessment_report"]
    page = next(copies(dossier, report, ("html",), lambda name: read_template(name).encode())).data.decode()

    assert "〖作答 project_card.version〗" in page
    assert page.count("<svg") == len(dossier.charts) == 3


def test_the_copies_have_a_folder_of_their_own(tool, tmp_path):
    write(str(tmp_path / "a.szai.yaml"), case_text("05"))
    ran = tool("render", "a.szai.yaml", "--origins", "--only", "summary")

    assert (ran.code, ran.err) == (0, "")
    record = json.loads(files.read("a-origins/record.json"))
    assert [entry["document"] for entry in record["files"]] == ["summary"]
    assert "〖固定文字〗" in files.read(f"a-origins/{record['files'][0]['file']}").decode()
    assert not files.exists("a-papers")
