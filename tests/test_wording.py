"""Pages in words: where it stands, every kind of page in both languages, the review, and the help."""

import random
import re

import pytest
from desk import opened
from handmade import a_pack

from szai_assess.answers import Answers
from szai_assess.errors import Fault, OutputError, Place
from szai_assess.interview import Desk, Plan, Wish, begin
from szai_assess.interview import page as pages
from szai_assess.messages import find
from szai_assess.terminal import Wording
from szai_assess.terminal.wording import ALARM

KINDS = {
    pages.QUESTION,
    pages.UNSURE,
    pages.PROBE,
    pages.PART,
    pages.FOUND,
    pages.LEAVING,
    pages.NOTICE,
    pages.REVIEW,
    pages.RESULT,
    pages.END,
    pages.TROUBLE,
}
KEY = re.compile(r"\b(assess|show|check|cli)\.[a-z_]+")
LANGUAGES = ("zh", "en")


class Visitor:
    """Wanders through an interview by chance; keeps every page."""

    def __init__(self, pack, words, plan, seed):
        self.random, self.pages, self.trouble = random.Random(seed), [], 0.0
        desk = Desk(pack, words, self.save, lambda: "2026-11-21")
        self.talk = begin(desk, Answers(pack=f"{pack.id}@{pack.version}"), plan)
        self.page = next(self.talk)

    def save(self, answers):
        if self.random.random() < self.trouble:
            raise OutputError(Fault("O003", Place("a.yaml"), {"file": "a.yaml", "reason": "full"}))

    def reply(self):
        """Some reply; now and then a wish."""
        page, choose = self.page, self.random
        if page.kind == pages.TROUBLE:
            return pages.RETRY
        if page.wishes and choose.random() < 0.1:
            return Wish(choose.choice(page.wishes), page.given)
        if page.style in ("text", "date"):
            return choose.choice(["", "2026-11-21"])
        option = choose.choice(page.options)
        return [option] if page.style == "many" else option

    def wander(self, steps):
        for _ in range(steps):
            self.pages.append(self.page)
            try:
                self.page = self.talk.send(self.reply())
            except StopIteration:
                break
        return self.pages


@pytest.fixture(scope="module")
def wandered():
    """Pages of the shipped pack of every kind."""
    pack, words = opened().get()
    found = []
    for seed in range(20):
        visitor = Visitor(pack, words, Plan(quick=seed % 3 == 1), seed)
        visitor.trouble = 0.05
        found += visitor.wander(300)
        if {page.kind for page in found} == KINDS:
            break
    return found


def texts(sheet):
    """All the words of a sheet."""
    told = [passage.text for passage in (*sheet.above, *sheet.below)]
    return [*sheet.status, *told, sheet.title, *(title for _, title in sheet.choices), *sheet.groups.values()]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_of_page_has_words_without_places_to_be_filled_or_names_of_messages(wandered, language):
    wording = Wording(*opened().get(), language)
    kinds = set()
    for page in wandered:
        sheet = wording.sheet(page, 20_000)
        kinds.add(page.kind)
        assert all(text.strip() for text in texts(sheet)), page
        for text in (*texts(sheet), sheet.problem):
            assert "{" not in text, page
            assert "}" not in text, page
            assert not KEY.search(text), page
        assert [option for option, _ in sheet.choices if option] == list(page.options)

    assert kinds == KINDS


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_of_one_language_speaks_the_other(wandered, language):
    wording = Wording(*opened().get(), language)
    for page in wandered[:300]:
        for text in (wording.sheet(page, 20_000).title, *wording.sheet(page, 20_000).status):
            assert bool(re.search("[一-龥]", text)) == (language == "zh"), text


def first(builder, language="zh", red_lines=None, **values):
    """The wording and the first page of an interview on a small pack."""
    pack, words = builder.pack(red_lines=red_lines), builder.words()
    talk = begin(Desk(pack, words, lambda _: None, lambda: ""), Answers(values=values), Plan())
    return Wording(pack, words, language), next(talk), talk


def said(key, language="zh", **details):
    return getattr(find(key), language).format(**details)


@pytest.mark.parametrize("language", LANGUAGES)
def test_where_it_stands_is_the_section_the_range_what_decides_and_what_is_left(language):
    wording, page, talk = first(a_pack().ask("sex"), language)
    tail = {"zh": "·中", "en": "·en"}[language]
    section, range_, left = wording.sheet(page, 9).status

    assert section == f"section{tail}"
    tiers = said("assess.range", language, lowest=f"low{tail}", highest=f"high{tail}")
    deciding = said("assess.deciding", language, count="1")
    assert range_ == said("assess.so_far", language, range=tiers) + " · " + deciding
    assert left == said("assess.left", language, count="2", minutes="1")

    _, range_, left = wording.sheet(talk.send("grave"), 9).status
    settled = said("assess.so_far", language, range=f"high{tail}")
    assert range_ == settled + " · " + said("assess.decided", language)
    assert left == said("assess.left", language, count="1", minutes="1")
    assert wording.sheet(talk.send("no"), 9).status[2] == said("assess.none_left", language)


def red_lines():
    builder = a_pack().ask("lines", "matrix", ("no", "justified", "yes"), ("rl1",))
    outputs = ("not_indicated", "unclear", "justified", "indicated")
    return builder.table("line_1", outputs, [("L1", {"lines.rl1": "yes"}, "indicated")])


def test_on_hold_is_not_told_before_the_red_lines_are_answered():
    wording, page, talk = first(red_lines(), red_lines={"rl1": "line_1"})
    assert "on_hold" not in "".join(wording.status(page))

    page = talk.send("none")
    assert page.firm
    assert "on_hold" not in "".join(wording.status(page))
    unsure = talk.send("unknown")
    assert (unsure.kind, "on_hold·中" in "".join(texts(wording.sheet(unsure, 9)))) == (pages.UNSURE, True)
    talk.send(pages.OPEN)
    assert "on_hold·中" in wording.status(talk.send(""))[1]


def test_a_suspicion_is_told_before_the_range():
    wording, page, talk = first(red_lines(), red_lines={"rl1": "line_1"}, harm="none")
    page = talk.send("yes")

    assert wording.status(page)[1].startswith(said("assess.so_far", range="prohibited_suspected·中：low·中"))


def test_a_firm_page_and_one_without_not_sure_begin_with_an_empty_choice():
    wording, page, _ = first(red_lines(), red_lines={"rl1": "line_1"}, harm="none")
    assert wording.choices(page)[0] == ("", said("assess.choose"))

    wording, page, _ = first(a_pack().ask("sex", unknown=False), harm="none")
    assert [option for option, _ in wording.choices(page)] == ["", "no", "yes"]

    wording, page, _ = first(a_pack().ask("sex"), harm="none")
    assert [option for option, _ in wording.choices(page)] == ["unknown", "no", "yes"]


def test_the_review_has_what_is_not_known_first_then_the_sections():
    builder = a_pack().ask("sex").ask("age").ask("size")
    wording, _, talk = first(builder, harm="unknown", sex="no")
    sheet = wording.sheet(talk.send(Wish(pages.LOOK)), 9)

    assert [option for option, _ in sheet.choices] == ["harm", "age", "size", "sex"]
    assert sheet.choices[0][1] == said("assess.answer", ask="ask harm·中", answer=said("assess.unknown"))
    assert sheet.choices[1][1] == said("assess.open", ask="ask age·中")
    assert sheet.choices[3][1] == said("assess.answer", ask="ask sex·中", answer="no·中")
    assert [sheet.groups[option] for option in ("harm", "age")] == [said("assess.not_known"), "section·中"]


def test_an_answer_that_was_left_blank_and_one_of_several_lines_stand_on_one_line():
    builder = (
        a_pack()
        .ask("said", "text", ())
        .ask("more", "text", ())
        .ask("kind", "many", ("a", "b"))
        .ask("card", "form", (), ("x",))
    )
    wording, _, _ = first(builder)
    answers = Answers(values={"said": "", "more": "一\n\x1b二", "kind": ["a", "b"], "card": {}})
    lines = [wording.reviewed(name, answers) for name in ("said", "more", "kind", "card.x")]

    assert [line.split("：", 1)[1] for line in lines] == [
        said("assess.blank"),
        "一 ␛二",
        "a·中、b·中",
        said("assess.blank"),
    ]


def test_trouble_tells_each_fault_and_what_to_do():
    wording, page, _ = first(a_pack())
    error = OutputError(Fault("O003", Place("a.yaml"), {"file": "a.yaml", "reason": "full"}))
    page = page._replace(kind=pages.TROUBLE, options=(pages.RETRY, pages.LATER), details={"error": error})
    sheet = wording.sheet(page, 9)

    assert sheet.below[0].text.startswith("O003 ")
    assert "a.yaml" in sheet.below[0].text
    assert sheet.below[0].style == ALARM
    assert sheet.below[1].text.endswith("。")
    assert [title for _, title in sheet.choices] == [said("assess.retry"), said("assess.give_up")]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("problem", ["assess.choose_one", "assess.none_alone", "assess.too_long", "assess.bad_date"])
def test_a_problem_is_said_in_words(language, problem):
    wording, page, _ = first(a_pack().ask("kind", "many", ("face", "none")), language, harm="none")
    found = wording.sheet(page._replace(problem=problem, given=""), 9).problem

    assert found
    assert "{" not in found
    assert found == said(problem, language, none={"zh": "none·中", "en": "none·en"}[language], limit="9", length="0")


def test_the_most_of_a_text_is_what_the_question_says_and_of_a_remark_what_a_file_takes():
    builder = a_pack().ask("said", "text", ())
    pack, words = builder.pack(), builder.words({"said": {"max": 3}})
    wording = Wording(pack, words, "zh")
    talk = begin(Desk(pack, words, lambda _: None, lambda: ""), Answers(values={"harm": "none"}), Plan())

    assert wording.sheet(next(talk), 9).limit == 3
    assert wording.sheet(talk.send(Wish(pages.REMARK, "")), 9).limit == 9
