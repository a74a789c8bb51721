"""The ways about an interview on a screen: back, undo, review, notes and evidence, rows and red lines."""

import pytest
from desk import opened
from handmade import a_pack
from seat import CTRL_B, CTRL_Z, DOWN, END, ENTER, ESC, F2, F3, F4, SPACE, asked, at, seated

from szai_assess.answers import Answers

TICKS = {"kind": "many", "options": ("face", "voice", "none")}


def red_lines():
    """A pack with a red line, and with a row that asks for evidence."""
    builder = a_pack().ask("lines", "matrix", ("no", "justified", "yes"), ("rl1", "rl2"))
    builder.ask("controls", "matrix", ("absent", "claimed", "evidenced"), ("owner",))
    outputs = ("not_indicated", "unclear", "justified", "indicated")
    builder.table("line_1", outputs, [("L1", {"lines.rl1": "yes"}, "indicated")])
    return builder


def at_red_lines(**values):
    pack = red_lines()
    return at(pack.pack(red_lines={"rl1": "line_1"}), pack.words(), Answers(pack="small@1.0.0", values=values))


def test_a_red_line_is_not_passed_by_enter_alone():
    with at_red_lines(harm="none") as seat:
        seat.press(ENTER, ENTER, ENTER)
        assert seat.saved == []
        seat.press(DOWN, DOWN, ENTER)
        assert seat.values["lines"] == {"rl1": "no"}


@pytest.mark.parametrize("key", ["b", "B", "ｂ", ESC, CTRL_B])
def test_back_leads_to_the_question_before_with_its_answer(key):
    with asked() as seat:
        seat.press(key)
        assert seat.screen.page.prompt.name == "harm"
        assert seat.pointed == "none"


@pytest.mark.parametrize("key", ["u", "Ｕ", CTRL_Z])
def test_undo_puts_the_answer_back_as_it_was(key):
    with seated(a_pack().ask("sex").ask("age")) as seat:
        seat.press(DOWN, ENTER, DOWN, ENTER, key)
        assert "sex" not in seat.values
        assert seat.screen.page.prompt.name == "sex"
        seat.press(key, key)
        assert seat.values == {}
        assert seat.says("assess.no_undo")


def test_at_the_first_question_back_says_that_it_is_the_first():
    with seated(a_pack()) as seat:
        assert seat.press("b").says("assess.no_back")


@pytest.mark.parametrize("key", ["r", "ｒ", F4])
def test_the_review_lists_all_answers_and_leads_to_one(key):
    with asked() as seat:
        seat.press(key)
        assert seat.says("assess.review")
        assert seat.says("assess.answer", ask="ask harm·中", answer="none·中")
        assert seat.says("assess.open", ask="ask sex·中")
        seat.press(DOWN, ENTER)
        assert seat.screen.page.prompt.name == "harm"


@pytest.mark.parametrize(
    ("key", "kind"), [("n", "note"), ("ｎ", "note"), (F2, "note"), ("e", "evidence"), (F3, "evidence")]
)
def test_a_note_and_an_evidence_are_written_beside_the_question(key, kind):
    with asked() as seat:
        seat.press(DOWN, key, "QM-12", ENTER)
        assert {"note": seat.saved[-1].notes, "evidence": seat.saved[-1].evidence}[kind] == {"sex": "QM-12"}
        assert "QM-12" in seat.seen
        assert seat.pointed == "no"


@pytest.mark.parametrize("key", ["n", F2])
def test_a_remark_that_is_left_changes_nothing(key):
    with asked(**TICKS) as seat:
        seat.press(DOWN, SPACE, key, "半句", ESC)
        assert seat.saved == []
        assert seat.screen.board.ticked == {"face"}


def test_a_line_that_is_not_clean_asks_for_a_note_and_an_evidenced_row_for_its_evidence():
    with at_red_lines(harm="none") as seat:
        seat.press(END, ENTER)
        assert seat.says("assess.note")
        seat.press("问过", ENTER, DOWN, ENTER)
        assert "1/1" in seat.seen
        seat.press(END, ENTER)
        assert seat.says("assess.evidence")
        seat.press("QM-1", ENTER)
        assert (seat.saved[-1].notes, seat.saved[-1].evidence) == ({"lines.rl1": "问过"}, {"controls.owner": "QM-1"})


def test_rows_are_asked_one_by_one_under_their_question():
    with at_red_lines(harm="none") as seat:
        assert "asklines·中" in seat.seen
        assert "1/2rl1·中" in seat.seen
        seat.press(DOWN, DOWN, ENTER)
        assert "2/2rl2·中" in seat.seen


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_shipped_pack_is_asked_from_its_first_page_on(language):
    pack, words = opened().get()
    with at(pack, words, Answers(pack=f"{pack.id}@{pack.version}"), language=language) as seat:
        assert seat.screen.page.kind == "notice"
        seat.press(ENTER)
        assert seat.screen.page.kind == "notice"
        seat.press(DOWN, ENTER)
        assert words.question("project_card")["fields"]["org_name"][language].replace(" ", "") in seat.seen
        seat.press("深圳某公司", ENTER, *[ENTER] * 11)
        assert seat.values["project_card"]["org_name"] == "深圳某公司"
        assert words.question("org_type")["ask"][language].replace(" ", "") in seat.seen
        seat.press(END, ENTER)
        assert seat.values["org_type"] == pack.variables[0].options[-1]
