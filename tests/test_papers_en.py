"""The papers in English: they say the same as the Chinese ones, section by section and blank by blank."""

import re
from collections import Counter

import pytest
from assessed import (
    EVERY_CASE,
    ONE_OF_EACH,
    case,
    dossier_of,
    papers_of,
    parsed,
    said_by,
    shape,
    shown,
    words,
)

from szai_assess import files, locate
from szai_assess.answers import Answers
from szai_assess.citing import cite
from szai_assess.document import KINDS, Paper

TEMPLATES = {name: data.decode("utf-8") for name, data in files.below(locate.shipped("templates")).items()}
ENGLISH = {name: text for name, text in TEMPLATES.items() if name.endswith("en.md.j2")}
THERE = tuple(ident for ident in words().tree["documents"] if f"{ident}/en.md.j2" in TEMPLATES)
KIND_WORDS = {
    "fact": "To fill in",
    "evidence": "Evidence",
    "signature": "To sign",
    "to_verify": "To verify",
    "authority": "For the authority",
}
MARKER = re.compile(rf"(?<!\\)\[({'|'.join(KIND_WORDS.values())}) (B\d+): (.*?)(?<!\\)\]")
LISTED = re.compile(r"^\| (B\d+) \| ([A-Za-z ]+) \| [A-Za-z ]+ \| .* \|$", re.MULTILINE)
CHINESE = re.compile("[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]")
QUOTED = re.compile(r"Chinese text: 「[^」]*」")
HOSTILE = (
    "# a\n\n- b\n1. c\n\n> d\n\n```\ne\n```\n| a | b |\n| --- | --- |\n***\n===",
    "<script>alert(1)</script> &amp; <https://x.cn> www.x.cn ](x) [To sign B01: x] [x]: y",
    "{{ 7 * 7 }} {% for x in d %} {# x #} ${x} **b** _i_ [l](javascript:1) ![p](x) `c` \\| \\",
    "\u202ea\u2066b\x00\x1b[31m" + "long" * 100,
)


def rendered(answers: Answers, language: str) -> dict[str, Paper]:
    """The papers that have a template in both languages."""
    return {document: paper for document, paper in papers_of(answers, language).items() if document in THERE}


def pair(name: str) -> tuple[dict[str, Paper], dict[str, Paper]]:
    return rendered(case(name), "zh"), rendered(case(name), "en")


def without_words(name: str) -> dict[str, Paper]:
    """A case in which the user wrote nothing but one English word everywhere."""
    return rendered(said_by(case(name), "words"), "en")


def blocks(text):
    """The structure that Markdown reads in a text, without its words and what stands inside its lines."""
    return [(token.type, token.tag, token.level) for token in parsed(text)]


def quotations(text):
    """(label, the lines quoted) of every quotation."""
    found, within = [], 0
    for token in parsed(text):
        within += {"blockquote_open": 1, "blockquote_close": -1}.get(token.type, 0)
        if token.type == "blockquote_open":
            found.append([])
        if within and token.type == "inline":
            found[-1].append("".join(child.content for child in token.children))
    return [(lines[0], lines[1:]) for lines in found]


def tables(text):
    """(columns, rows) of every table."""
    found = []
    for token in parsed(text):
        if token.type == "table_open":
            found.append([0, 0])
        elif token.type in ("th_open", "tr_open"):
            found[-1][token.type == "tr_open"] += 1
    return found


def test_every_template_is_there_in_both_languages():
    assert {name.replace("en.md.j2", "zh.md.j2") for name in ENGLISH} == {
        name for name in TEMPLATES if name.endswith("zh.md.j2")
    }


@EVERY_CASE
def test_both_languages_have_the_same_blanks_in_the_same_order(name):
    chinese, english = pair(name)

    assert list(chinese) == list(english)
    for document, paper in english.items():
        held = [(blank.id, blank.kind, blank.owner) for blank in paper.blanks]
        assert held == [(blank.id, blank.kind, blank.owner) for blank in chinese[document].blanks], document


@EVERY_CASE
def test_both_languages_have_the_same_headings_tables_and_blocks(name):
    chinese, english = pair(name)
    for document, paper in english.items():
        kinds = [Counter(text) for text in (blocks(chinese[document].text), blocks(paper.text))]
        assert tables(chinese[document].text) == tables(paper.text), document
        assert kinds[0] == kinds[1], document
        assert blocks(chinese[document].text) == blocks(paper.text), document


def test_nothing_answered_has_the_same_blanks_too():
    chinese, english = rendered(Answers(), "zh"), rendered(Answers(), "en")
    for document, paper in english.items():
        kinds = [(blank.kind, blank.owner) for blank in paper.blanks]
        assert kinds == [(blank.kind, blank.owner) for blank in chinese[document].blanks], document
        assert blocks(paper.text) == blocks(chinese[document].text), document
        assert "Date of assessment]" in paper.text
        assert "None]" not in paper.text
        assert paper.stem.endswith(f"-{document}.en")


@EVERY_CASE
def test_blanks_are_numbered_counted_listed_and_in_the_text(name):
    for document, paper in pair(name)[1].items():
        numbers = [blank.id for blank in paper.blanks]
        marks = {(number, kind) for kind, number, _ in MARKER.findall(paper.text)}
        assert len(set(numbers)) == len(numbers)
        assert marks == {(blank.id, KIND_WORDS[blank.kind]) for blank in paper.blanks}, document
        assert [(blank.id, KIND_WORDS[blank.kind]) for blank in paper.blanks] == LISTED.findall(paper.text), document
        assert {blank.kind for blank in paper.blanks} <= set(KINDS)
        counted = re.search(
            r"^Blanks: (\d+) \((.*)\)\. They are listed at the end of this paper\.$", paper.text, re.MULTILINE
        )
        assert bool(counted) == bool(numbers), document
        if counted:
            each = map(int, re.findall(r"(?:^|, )(\d+) ", counted[2]))
            assert (int(counted[1]), sum(each)) == (len(numbers), len(numbers))


@EVERY_CASE
def test_no_chinese_but_quotations_and_numbers_of_instruments(name):
    numbers = [source["number"] for source in words().tree["sources"].values() if source.get("number")]
    for document, paper in without_words(name).items():
        text = "\n".join(line for line in paper.text.split("\n") if not line.startswith(">"))
        for known in sorted(numbers, key=len, reverse=True):
            text = text.replace(f"| {known} |", "| |")
        left = [line for line in QUOTED.sub("", text).split("\n") if CHINESE.search(line)]
        assert not left, (document, left[:3])
        for label, lines in quotations(paper.text):
            assert not CHINESE.search(label), (document, label)
            assert label.endswith(" (Chinese text):") == any(CHINESE.search(line) for line in lines), (document, label)
        assert not [blank for blank in paper.blanks if CHINESE.search(blank.what)], document


@pytest.mark.parametrize("name", sorted(ONE_OF_EACH.values()))
def test_the_law_is_quoted_word_for_word_and_says_whether_it_is_translated(name):
    tree = words().tree
    held = {text for language in ("zh", "en") for article in tree["law"][language].values() for text in article}
    held |= {
        text
        for source in tree["sources"].values()
        for article in source.get("articles", {}).values()
        for text in article
    }
    for paper in pair(name)[1].values():
        for label, lines in quotations(paper.text):
            assert label.endswith((" (working translation; the Chinese text governs):", " (Chinese text):")), label
            assert lines
            assert set(lines) <= held


@EVERY_CASE
def test_every_paper_is_whole(name):
    dossier = dossier_of(case(name), "en")
    for document, paper in without_words(name).items():
        texts = shown(paper.text)
        assert paper.text.startswith(f"# {paper.title}\n"), document
        assert f"answers digest {dossier_of(said_by(case(name), 'words'), 'en').digest}" in paper.text
        assert not [text for text in texts if "{{" in text or "{%" in text or "**" in text or text.startswith("|")]
        glitches = re.compile(r"\.\.|;\.|,\.|: ?\.|;;|,,|\( | \)| [.,;](?!\d)|^[.,;]|[.?!][A-Z“]|\]\(|\]:|^ | $")
        assert not [text for text in texts if glitches.search(text)], (
            document,
            [text for text in texts if glitches.search(text)][:3],
        )
        assert all(line in texts for line in dossier.honesty.split("\n") if line), document
        assert ("Draft: matters that may be prohibited acts" in paper.text) == dossier.conclusion.draft
        inner = {kind for _, _, inside in shape(paper.text) for kind in inside}
        assert not inner & {"softbreak", "link_open", "image", "html_inline", "code_inline"}, document


@EVERY_CASE
def test_no_heading_stands_over_nothing_and_numbers_go_up(name):
    for document, paper in pair(name)[1].items():
        tokens = parsed(paper.text)
        headings = [tokens[place + 1].content for place, token in enumerate(tokens) if token.type == "heading_open"]
        numbers = [int(found[1]) for text in headings if (found := re.match(r"(\d+)\. ", text))]
        places = [place for place, token in enumerate(tokens) if token.type == "heading_open"]
        for place in places:
            after = tokens[place + 3 : place + 4]
            assert after, (document, tokens[place + 1].content)
            assert after[0].type != "heading_open" or after[0].tag > tokens[place].tag, (document, place)
        if document != "disclosure":
            assert numbers == list(range(1, len(numbers) + 1)), (document, headings)


@pytest.mark.parametrize("outcome", ["low", "medium", "high", "on_hold", "prohibited_suspected"])
@pytest.mark.parametrize("hostile", HOSTILE, ids=["blocks", "html", "inline", "control"])
def test_what_a_user_writes_never_becomes_structure(outcome, hostile):
    answers = case(ONE_OF_EACH[outcome])
    benign, attacked = rendered(said_by(answers, "x"), "en"), rendered(said_by(answers, hostile), "en")
    for document, paper in attacked.items():
        assert shape(benign[document].text) == shape(paper.text), document
        assert "\x1b" not in paper.text
        assert "\u202e" not in paper.text
        assert len(benign[document].blanks) == len(paper.blanks)
        assert len(MARKER.findall(benign[document].text)) == len(MARKER.findall(paper.text)), document


def test_templates_never_judge_the_application():
    for name, text in ENGLISH.items():
        assert not re.search(
            r"\b(?:compliant|complian\w*|passed|passes|qualifie[sd]|certified)\b", text, re.IGNORECASE
        ), name


@EVERY_CASE
def test_terms_and_spelling_are_those_of_the_pack(name):
    wrong = re.compile(
        r"\b(?:prior (?:assessment|disclosure)|early warning|follow-up tracking|use case)\b", re.IGNORECASE
    )
    american = re.compile(r"\b(?:organiz|personaliz|behavior|mobiliz|anonymiz|judgment|license\b)", re.IGNORECASE)
    for document, paper in without_words(name).items():
        assert not wrong.search(paper.text), document
        assert not american.search(paper.text), document


@EVERY_CASE
def test_papers_are_referred_to_by_their_titles(name):
    titles = {document["title"]["en"] for document in words().tree["documents"].values()} | {"Algorithm explanation"}
    for document, paper in without_words(name).items():
        for title in re.findall(r"“((?:Record|List|Ex-\w+|Risk-\w+|To-do|Algorithm|Grading) [^”]*)”", paper.text):
            assert title in titles, (document, title)


def test_an_instrument_with_an_article_comes_after_its_places():
    texts = "\n".join(paper.text for paper in without_words("05-credit-approval").values())

    assert "Art. 66(1), Art. 72(1) of the Regulation, PIPL Art. 24(3)" in texts
    assert "the Regulation Art." not in texts


def test_words_that_are_not_translated_are_held_in_chinese():
    pipl, own = cite(words(), "PIPL-24.3", "en"), cite(words(), "72.2.5", "en")

    assert (pipl.language, own.language) == ("zh", "en")
    assert pipl.quote == cite(words(), "PIPL-24.3", "zh").quote
    assert cite(words(), "GBT39335", "en").quote == ()


def test_a_question_is_named_without_advice_on_how_to_answer_it():
    said = dossier_of(case("05-credit-approval"), "en").said

    assert said["filings_status"].brief == "Which of these have been done for the application"
    assert not [answer.brief for answer in said.values() if "Answer each row" in answer.brief]
