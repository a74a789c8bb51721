"""The help on a question: why it is asked, who can answer, how, and the words of the law."""

import pytest
from desk import opened
from handmade import a_pack, both

from szai_assess.interview import prompt_for
from szai_assess.messages import find
from szai_assess.terminal import Wording
from szai_assess.terminal.help import told
from szai_assess.terminal.wording import QUIET

LANGUAGES = ("zh", "en")


def said(key, language="zh"):
    return getattr(find(key), language)


def helped(language, notices=None, name="sex", **settings):
    builder = a_pack().ask("sex", **settings)
    pack = builder.pack()
    return list(told(Wording(pack, builder.words(notices), language), prompt_for(pack, name)))


def test_help_tells_the_question_why_who_how_the_options_and_the_law():
    options = {"no": both("no") | {"help": both("what no is")}, "yes": both("yes")}
    passages = helped("zh", {"sex": {"options": options}})
    lines = [passage.lead + passage.text for passage in passages]

    heads = [f"\n{said(f'assess.{key}')}" for key in ("why", "who", "help", "options")]
    law = ["\nlaw·中第二条", "  │ 只有一款的话。"]
    assert lines == [
        "ask sex·中",
        heads[0],
        "why sex·中",
        heads[1],
        "legal·中",
        heads[2],
        "help sex·中",
        heads[3],
        "  - no·中：what no is·中",
        *law,
    ]
    assert passages[-1].style == QUIET


def test_english_help_marks_a_translation_and_a_chinese_text():
    assert [passage.text for passage in helped("en")][-2:] == [
        f"\nlaw·en Art. 2 — {said('assess.translation', 'en')}",
        "Only one paragraph.",
    ]
    chinese = [passage.text for passage in helped("en", {"sex": {"cites": ["1.2"]}})]
    assert said("assess.chinese", "en") in chinese[-2]
    assert chinese[-1] == "第二款的话："


def test_a_text_not_held_is_named_without_a_quotation():
    assert helped("zh", {"sex": {"cites": ["9"]}})[-1].text.endswith(said("assess.not_held"))


def test_help_on_a_row_names_the_row_and_has_its_own_words_first():
    row = {"rl1": both("row one") | {"help": both("help on the row"), "cites": ["1.2"], "who": "legal"}}
    lines = [passage.text for passage in helped("zh", {"sex": {"rows": row}}, "sex.rl1", kind="matrix", parts=("rl1",))]

    assert lines[:2] == ["ask sex·中", "row one·中"]
    assert "help on the row·中\nhelp sex·中" in lines
    assert lines[-1] == "第二款的话："


@pytest.mark.parametrize("language", LANGUAGES)
def test_help_on_everything_that_is_shipped_has_words(language):
    pack, words = opened().get()
    wording = Wording(pack, words, language)
    for question in pack.questions:
        for name in question.names:
            lines = [passage.text for passage in told(wording, prompt_for(pack, name))]
            assert all(line.strip() for line in lines), name
            assert f"\n{said('assess.why', language)}" in lines, name
            assert not any("{" in line or "assess." in line for line in lines), name
