from hypothesis import given
from hypothesis import strategies as st

from szai_assess import handwriting, loading
from szai_assess.answers import Answers
from szai_assess.answers_reader import read
from szai_assess.answers_writer import write

PACK, WORDS = loading.open_both()
BY_HAND = """\
# asked for by legal
pack: szai-2022   # pinned
answers:
  # 使用或者提供本应用的主体属于哪一类？（按谁来使用、谁来负责）
  # the holding, not the lab
  org_type: company
  product_purpose: "a # b"  # see the wiki
  impact:
    # talked over with the team
    national: h0
notes:
  org_type: "it's # ours"
# the end
"""


def comments(text):
    return handwriting.comments(text, PACK, WORDS)


def rewritten(text, language="zh"):
    answers = read(text.encode(), "szai.yaml", PACK).answers
    return write(answers, PACK, WORDS, language, "schema.json", comments(text))


def test_comments_are_known_by_the_entry_they_stand_at():
    found = comments(BY_HAND)

    assert {
        "pack": ("# asked for by legal", "# pinned"),
        "answers.org_type": found["answers.org_type"],
        "answers.product_purpose": ("# see the wiki",),
        "answers.impact": ("# talked over with the team",),
        "": ("# the end",),
    } == found
    assert found["answers.org_type"][-1] == "# the holding, not the lab"


def test_what_the_writer_puts_there_itself_is_no_comment_of_a_person():
    answers = read(BY_HAND.encode(), "szai.yaml", PACK).answers
    for language in ("zh", "en"):
        assert comments(write(answers, PACK, WORDS, language, "s.json")) == {}


def test_writing_a_file_again_keeps_every_comment_and_every_answer():
    for language in ("zh", "en"):
        again = rewritten(BY_HAND, language)

        assert read(again.encode(), "a", PACK).answers == read(BY_HAND.encode(), "a", PACK).answers
        assert sorted(sum(comments(again).values(), ())) == sorted(sum(comments(BY_HAND).values(), ()))
        assert rewritten(again, language) == again


def test_a_comment_whose_entry_is_gone_stands_at_the_end():
    text = write(Answers(), PACK, WORDS, "zh", comments={"answers.org_type": ("# kept",)})

    assert text.endswith("answers: {}\n# kept\n")


@given(st.text(st.characters(exclude_categories=("Cs",)), max_size=40))
def test_a_text_with_any_signs_makes_no_comment(text):
    answers = Answers("szai-2022", values={"product_purpose": text}, notes={"org_type": text})

    assert comments(write(answers, PACK, WORDS, "zh")) == {}
