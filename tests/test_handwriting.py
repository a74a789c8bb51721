"""Comments of a person's hand: every one of them stays when the file is written anew, and none is invented."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from szai_assess import handwriting, loading
from szai_assess.answers import Answers
from szai_assess.answers_reader import read
from szai_assess.answers_writer import write

PACK, WORDS = loading.open_both()
HEADINGS = {
    (question.id, language): handwriting.heading(WORDS, question.id, language)
    for question in PACK.questions
    for language in ("zh", "en")
}
BY_HAND = f"""\
# asked for by legal
pack: szai-2022   # pinned
answers:
  # the holding, not the lab
  {HEADINGS["org_type", "zh"]}
  org_type: company
  product_purpose: "a # b"  # see the wiki
  impact:
    # talked over with the team
    national: h0
notes:
  org_type: "it's # ours"
# the end
"""


@pytest.fixture(params=["c", "pure"], autouse=True)
def parser(request, monkeypatch):
    """Each of the two parsers."""
    if request.param == "pure":
        monkeypatch.delattr(yaml.cyaml, "CParser")


def comments(text):
    return handwriting.comments(text, PACK, WORDS)


def answers_of(text):
    return read(text.encode(), "szai.yaml", PACK).answers


def rewritten(text, language="zh"):
    return write(answers_of(text), PACK, WORDS, language, comments=comments(text))


def test_comments_are_known_by_the_entry_they_stand_at():
    assert comments(BY_HAND) == {
        "pack": ("# asked for by legal", "# pinned"),
        "answers.org_type": ("# the holding, not the lab",),
        "answers.product_purpose": ("# see the wiki",),
        "answers.impact": ("# talked over with the team",),
        "": ("# the end",),
    }


def test_what_the_writer_puts_there_itself_is_no_comment_of_a_person():
    for language in ("zh", "en"):
        assert comments(write(answers_of(BY_HAND), PACK, WORDS, language)) == {}


def test_the_schema_of_the_pack_replaces_the_one_that_the_file_names_and_only_then():
    text = "# mine\n# yaml-language-server: $schema=old.json\npack: szai-2022\n"
    found, answers = comments(text), answers_of(text)

    assert write(answers, PACK, WORDS, "zh", "new.json", found) == (
        "# yaml-language-server: $schema=new.json\n# mine\npack: szai-2022\nanswers: {}\n"
    )
    assert write(answers, PACK, WORDS, "zh", "", found) == text + "answers: {}\n"


def test_writing_a_file_again_keeps_every_comment_and_every_answer():
    for language in ("zh", "en"):
        again = rewritten(BY_HAND, language)

        assert answers_of(again) == answers_of(BY_HAND)
        assert comments(again) == comments(BY_HAND)
        assert rewritten(again, language) == again


def test_a_comment_whose_entry_is_gone_stands_at_the_end():
    text = write(Answers(), PACK, WORDS, "zh", comments={"answers.org_type": ("# kept",)})

    assert text.endswith("answers: {}\n# kept\n")


KEPT = {
    "behind a double-quoted text that ends in a backslash": (
        'pack: szai-2022\nanswers:\n  product_purpose: "C:\\\\" # keep me\n',
        {"answers.product_purpose": ("# keep me",)},
    ),
    "behind a single-quoted text that ends in a backslash": (
        "pack: szai-2022\nanswers:\n  product_purpose: 'C:\\' # keep me\n",
        {"answers.product_purpose": ("# keep me",)},
    ),
    "behind a quotation without a space": ('pack: "szai-2022"# keep me\n', {"pack": ("# keep me",)}),
    "none in a block": (
        "pack: szai-2022\nanswers:\n  product_purpose: |\n    # heading\n    text # and\n\n    # more\n",
        {},
    ),
    "at the head of a block, and below it": (
        "pack: szai-2022\nnotes:\n  org_type: >-  # head\n    # text\n   # below\n  impact: x\n",
        {"notes.org_type": ("# head", "# below")},
    ),
    "none in a quotation over several lines": (
        "pack: szai-2022\nnotes:\n  org_type: 'a\n    # b\n    it''s # c'\n  impact: \"a\n    # b\n    \\\"# c\" # d\n",
        {"notes.impact": ("# d",)},
    ),
    "indentation by four": (
        (
            "pack: szai-2022\nanswers:\n    # one\n    org_type: company # two\n    impact:\n        # three\n"
            "        national: h0 # four\n        # five\n    # six\n    product_purpose: x\n"
        ),
        {
            "answers.org_type": ("# one", "# two"),
            "answers.impact": ("# three", "# four", "# five"),
            "answers.product_purpose": ("# six",),
        },
    ),
    "quoted keys": (
        '"pack": szai-2022 # a\n\'notes\': # b\n  "org_type": x # c\n',
        {"pack": ("# a",), "notes": ("# b",), "notes.org_type": ("# c",)},
    ),
    "flow style": (
        '{"pack": "szai-2022", # a\n "answers": { # b\n  "scenario_functions": [#c\n   "recommend", # d\n  ] # e\n }\n} # f\n# g\n',
        {
            "pack": ("# a",),
            "answers": ("# b",),
            "answers.scenario_functions": ("#c", "# d", "# e", "# f"),
            "": ("# g",),
        },
    ),
    "at the end, as far in as it stands": (
        "pack: szai-2022\nanswers:\n  org_type: company\n  # product_purpose: x\n# the end\n",
        {"answers.org_type": ("# product_purpose: x",), "": ("# the end",)},
    ),
    "around the marks of a document, after a byte-order mark": (
        "\ufeff# a\n---\n# b\npack: szai-2022\n...\n# c\n",
        {"pack": ("# a", "# b"), "": ("# c",)},
    ),
    "Windows line ends": ("# a\r\npack: szai-2022 # b\r\n# c\r\n", {"pack": ("# a", "# b"), "": ("# c",)}),
    "signs beyond the plane": ("pack: szai-2022\nnotes:\n  org_type: '🏳️ #' # 🏳️ a\n", {"notes.org_type": ("# 🏳️ a",)}),
    "no value": ("pack: szai-2022\nassessed_on: # open\n# next\nanswers: # none\n", {"assessed_on": ("# open",)}),
    "no comment without a space before it": ("pack: szai-2022\nnotes: {org_type: a#b}\n", {}),
}
KEPT["no value"][1]["answers"] = ("# next", "# none")


@pytest.mark.parametrize(("text", "found"), KEPT.values(), ids=KEPT)
def test_what_is_a_comment_and_where_it_belongs(text, found):
    assert comments(text) == found
    assert answers_of(rewritten(text)) == answers_of(text)._replace(pack=answers_of(rewritten(text)).pack)
    assert sorted(sum(comments(rewritten(text)).values(), ())) == sorted(sum(found.values(), ()))


def test_a_question_of_the_pack_is_a_persons_comment_outside_the_answers():
    asked = HEADINGS["org_type", "zh"]

    assert comments(f"pack: szai-2022\nnotes:\n  {asked}\n  org_type: x\n") == {"notes.org_type": (asked,)}


def test_a_question_whose_answer_was_taken_out_goes_with_it():
    asked = HEADINGS["product_purpose", "en"]

    assert comments(f"pack: szai-2022\nanswers:\n  org_type: company\n  {asked}\nnotes: {{}}\n") == {}
    assert comments(f"pack: szai-2022\nanswers: {{}}\n  {asked}\n") == {}


def test_a_question_in_older_words_stays_once():
    text = rewritten("pack: szai-2022\nanswers:\n  # Who is it, formerly?\n  org_type: company\n")

    assert text.count("# Who is it, formerly?") == 1
    assert rewritten(rewritten(text, "en")) == text


@pytest.mark.parametrize("text", ["", "# alone\n", "pack: [ # open\n", "a: &x b # c\n", "- a # b\n", "a # b\n"])
def test_a_file_that_is_none_has_no_entries_to_keep_comments_at(text):
    assert set(comments(text)) <= {""}


SIGNS = st.characters(exclude_categories=("Cs",))


@given(st.text(SIGNS, max_size=40))
def test_a_text_with_any_signs_makes_no_comment(text):
    answers = Answers("szai-2022", values={"product_purpose": text}, notes={"org_type": text})

    assert comments(write(answers, PACK, WORDS, "zh")) == {}


HARD = st.text("ab #:'\"\\|>-,{}[]？", max_size=12)  # signs a line-wise reader falls over
SAID = HARD.map(lambda text: f"#{text}".rstrip())


class Hand:
    """A person who writes answers files: any indentation, any quoting, comments wherever YAML takes them."""

    def __init__(self, draw):
        self.draw = draw
        self.step = draw(st.integers(1, 6))
        self.said = []
        self.lines = []
        self.within = 10  # how far in a comment may stand: less than a block above it

    def comment(self):
        self.said.append(self.draw(SAID))
        return self.said[-1]

    def above(self, depth):
        for _ in range(self.draw(st.integers(0, 2))):
            indent = self.draw(st.sampled_from((0, depth * self.step, 9)))
            self.lines.append(" " * min(indent, self.within - 1) + self.comment())
        self.within = 10

    def behind(self):
        return self.draw(st.sampled_from((" ", "   "))) + self.comment() if self.draw(st.booleans()) else ""

    def key(self, name, depth):
        return " " * (depth * self.step) + self.draw(st.sampled_from((name, f'"{name}"', f"'{name}'"))) + ":"

    def quoted(self, text, inner):
        """A text in quotes; its spaces may become line ends, below which ``#`` stands at the start of a line."""
        lines = self.draw(st.booleans())
        if self.draw(st.booleans()):
            text = "'" + text.replace("'", "''") + "'"
        else:
            text = '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
        return text.replace(" ", f"\n{inner}", 1) if lines else text

    def block(self, text, inner):
        self.within = len(inner)
        head = self.draw(st.sampled_from(("|", ">", "|-", ">+", "|+"))) + self.behind()
        tail = [f"{inner}# no comment", ""][: self.draw(st.integers(0, 2))]
        return "\n".join([head, f"{inner}x", f"{inner}#{text}", *tail])

    def text(self, name, depth):
        self.above(depth)
        text, inner = self.draw(HARD), " " * ((depth + 1) * self.step)
        value = self.block(text, inner) if self.draw(st.booleans()) else self.quoted(text, inner) + self.behind()
        self.lines += f"{self.key(name, depth)} {value}".split("\n")

    def plain(self, name, value, depth):
        self.above(depth)
        self.lines.append(f"{self.key(name, depth)} {value}{self.behind()}")

    def opened(self, name, depth):
        self.above(depth)
        self.lines.append(self.key(name, depth) + self.behind())

    def impact(self):
        if self.draw(st.booleans()):
            self.opened("impact", 1)
            self.plain("national", "h0", 2)
            self.plain("individual", "[h1, h2]", 2)
        else:
            inner = " " * (2 * self.step)
            first = f"{{national: h0,{self.behind()}\n{inner}individual: [h1,{self.behind()}\n{inner}h2]}}"
            self.plain("impact", first, 1)

    def functions(self):
        self.opened("scenario_functions", 1)
        self.above(2)
        self.lines.append(f"{' ' * (2 * self.step)}- recommend{self.behind()}")

    def file(self):
        self.plain("pack", "szai-2022", 0)
        self.opened("answers", 0)
        self.plain("org_type", "company", 1)
        for write_one in self.draw(st.permutations((self.impact, self.functions))):
            write_one()
        self.text("product_purpose", 1)
        self.opened("notes", 0)
        self.text("org_type", 1)
        self.text("impact", 1)
        self.above(0)
        return "\n".join(self.lines) + self.draw(st.sampled_from(("", "\n", "\n\n")))


@st.composite
def files_by_hand(draw):
    hand = Hand(draw)
    return hand.file(), hand.said


@given(files_by_hand(), st.sampled_from(("zh", "en")))
def test_every_comment_of_a_hand_survives_and_none_is_invented(by_hand, language):
    text, said = by_hand
    once = rewritten(text, language)

    assert sorted(sum(comments(text).values(), ())) == sorted(said)
    assert comments(once) == comments(text)
    assert answers_of(once) == answers_of(text)
    assert rewritten(once, language) == once
