"""The verdict at a glance: everything that counts on one screen, in cells, and nothing that steers the terminal."""

import io
import sys

import pytest
from handmade import a_pack
from rich.cells import cell_len

from szai_assess import answers_reader, files, loading, locate, show
from szai_assess.answers import Answers
from szai_assess.cli import judging
from szai_assess.show.glance import View, verdict_lines
from szai_assess.text import wrapped
from szai_assess.words import Words

LINES = ("not_indicated", "unresolved", "indicated")


def glance(builder, values, *, language="zh", width=79, **parts):
    """The lines of the verdict on these answers."""
    found = judging.assessed(builder.pack(**parts), builder.words(), Answers(values=values))
    return [line.text for line in verdict_lines(View(found, language), width)]


def lined():
    builder = a_pack().ask("line", "matrix", ("no", "yes"), ("rl1",))
    return builder.table("line_1", LINES, [("L1", {"line.rl1": "yes"}, "indicated")])


def test_a_settled_tier_is_the_outcome():
    text = "\n".join(glance(a_pack(), {"harm": "some"}))

    assert "结论      medium·中" in text
    assert "监管方式  watched·中 · law·中第一条第二款" in text
    assert "because T1·中〔条件取自：statute·中，law·中第一条第二款〕" in text


@pytest.mark.parametrize(
    ("harm", "outcome"),
    [
        (["none", "some"], "provisional low·中 medium·中 medium·中"),
        (["none", "grave"], "uninformative"),
        ("unknown", "uninformative"),
    ],
)
def test_an_open_tier_is_provisional_and_from_lowest_to_highest_uninformative(harm, outcome):
    lines = glance(a_pack(), {"harm": harm})

    assert lines[0].startswith(f"结论      {outcome}")
    assert any("T2（尚不能排除）because" in line for line in lines) == (outcome == "uninformative")
    assert any("ask harm·中" in line for line in lines)


def test_a_red_line_comes_first_and_the_tier_stands_beside_it():
    lines = glance(lined(), {"harm": "some", "line": {"rl1": "yes"}}, red_lines={"rl1": "line_1"})
    text = "\n".join(lines)

    assert lines[0] == "结论      prohibited_suspected·中"
    assert lines[1] == "级别      medium·中"
    assert "禁止行为  line_1·中：indicated·中" in text
    assert text.index("because L1") < text.index("because T1")
    assert "监管方式" not in text


def test_red_lines_that_are_all_clean_take_one_line():
    lines = glance(lined(), {"harm": "none", "line": {"rl1": "no"}}, red_lines={"rl1": "line_1"})

    assert [line for line in lines if "禁止行为" in line] == ["禁止行为  not_indicated·中"]
    assert "主要理由  没有触发任何提高级别的规则。" in lines


@pytest.mark.parametrize(
    ("answer", "shown"),
    [
        ("no", "not_indicated·中"),
        ("reason", "line_1·中：由法务确认"),
        (["no", "reason"], "line_1·中：由法务确认"),
        ("yes", "line_1·中：indicated·中"),
    ],
)
def test_an_answer_between_no_and_yes_is_to_be_confirmed_and_not_clean(answer, shown):
    builder = a_pack().ask("line", "matrix", ("no", "reason", "yes"), ("rl1",))
    builder.table("line_1", LINES, [("L1", {"line.rl1": "yes"}, "indicated")])
    lines = glance(builder, {"harm": "none", "line": {"rl1": answer}}, red_lines={"rl1": "line_1"})

    assert [line for line in lines if line.startswith("禁止行为")] == [f"禁止行为  {shown}"]


def test_out_of_scope_gives_its_own_reason_and_no_tier():
    builder = (
        a_pack().ask("is_ai", options=("yes", "no")).table("scope", ("in", "out"), [("S1", {"is_ai": "no"}, "out")])
    )
    text = "\n".join(glance(builder, {"harm": "grave", "is_ai": "no"}, scope="scope"))

    assert "out_of_scope·中" in text
    assert "because S1" in text
    assert "because T2" not in text
    assert "级别" not in text


def test_caveats_are_counted_and_hidden_answers_named():
    builder = (
        a_pack()
        .ask("more", when={"harm": "grave"})
        .table("warnings", (), [("W1", {"harm": "none"}, "")], hit="collect", warns=True)
    )
    text = "\n".join(glance(builder, {"harm": "none", "more": "yes"}))

    assert "1 条提示" in text
    assert "不起作用的回答：more" in text


def test_what_is_still_to_be_answered_is_the_next_step():
    assert "还有 1 个必答问题未答" in "\n".join(glance(a_pack(), {}))
    assert "发布前运行 check" in "\n".join(glance(a_pack(), {"harm": "none"}))


def test_more_open_points_than_fit_are_counted():
    builder = a_pack()
    for name in ("b", "c", "d", "e"):
        builder.ask(name)
    rows = [(f"X{name}", {name: "yes"}, "high") for name in ("b", "c", "d", "e")]
    builder.table("other", ("low", "high"), rows)
    lines = glance(builder, {"harm": "none", **dict.fromkeys("bcde", "unknown")}, tier="other")

    assert sum("ask " in line for line in lines) == 3
    assert any("共 4 项影响结论" in line for line in lines)


def test_a_name_from_a_stranger_neither_steers_the_terminal_nor_is_read_as_markup(capsys):
    builder = a_pack().ask("card", "form", (), ("product",))
    values = {"harm": "none", "card": {"product": "[red]甲[/red]\x1b[2J\n\u202e乙:smile:"}}
    show.verdict(judging.assessed(builder.pack(), builder.words(), Answers(values=values)), language="zh", width=60)
    printed = capsys.readouterr().out

    assert "[red]甲[/red]␛[2J \ufffd乙:smile:" in printed
    assert "\x1b" not in printed
    assert "\u202e" not in printed


def test_a_code_page_without_chinese_breaks_nothing(monkeypatch):
    for encoding in ("ascii", "cp936"):
        raw = io.BytesIO()
        monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding=encoding, errors="replace"))
        show.table(("名称", "Title"), [("a", "é│")])
        sys.stdout.flush()

        assert b"a" in raw.getvalue()


def test_no_color_is_respected(monkeypatch):
    class Terminal(io.StringIO):
        def isatty(self):
            return True

    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setattr(sys, "stdout", Terminal())
    monkeypatch.setenv("NO_COLOR", "1")
    builder = a_pack()
    answers = Answers(values={"harm": "grave"})
    show.verdict(judging.assessed(builder.pack(), builder.words(), answers), language="zh", width=60)

    assert "\x1b[1;31m" not in sys.stdout.getvalue()
    assert "31m" not in sys.stdout.getvalue()


def test_an_article_is_quoted_under_its_source(capsys):
    words = a_pack().words()
    show.article(words, "1.2", "zh", 60)
    show.article(words, "2", "en", 60)
    show.article(words, "9", "zh", 60)
    printed = capsys.readouterr().out

    assert "law·中第一条第二款  the law·中\n│ 第二款的话：\n" in printed
    assert "│ Only one paragraph.\nChinese text\n│ 只有一款的话。\n" in printed
    assert "（原文未收录）" in printed


def test_a_table_has_columns_in_cells_and_wraps_the_last(capsys):
    show.table(("id", "题目"), [("szai", "很长的题目，" * 8), ("题包二", "短")], 40)
    lines = capsys.readouterr().out.splitlines()

    assert lines[0] == "id      题目"
    assert lines[-1] == "题包二  短"
    assert max(map(cell_len, lines)) <= 40


@pytest.mark.parametrize("width", [1, 20, 40, 79])
def test_wrapped_text_loses_nothing_and_no_line_begins_with_a_stop(width):
    text = (
        "《条例》第六十六条第二款规定：高风险的人工智能应用，采用事前评估和风险预警的监管模式。See Art. 66(2), please."
    )
    lines = wrapped(text, width)

    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(cell_len(line) <= max(width, 2) for line in lines)
    assert width < 20 or not any(line[0] in "，。、：）》" for line in lines)


@pytest.fixture(scope="module")
def screens():
    """What makes the lines of each case of the shipped pack."""
    folder = locate.pack_folder()
    pack, tree = loading.compile_pack(folder)
    found = []
    for name, raw in files.below(folder).items():
        if name.startswith("cases/") and name.count("/") == 1:
            answers = answers_reader.read(raw, name, pack, answers_reader.CASE_KEYS).answers
            found.append(judging.assessed(pack, Words(tree), answers))
    return found


@pytest.mark.parametrize(("language", "width"), [("zh", 79), ("zh", 39), ("en", 79), ("en", 39)])
def test_every_shipped_case_fits_the_width_and_in_chinese_one_screen(screens, language, width):
    for assessment in screens:
        lines = verdict_lines(View(assessment, language), width)

        assert max(cell_len(line.text) for line in lines) <= width
        assert language == "en" or width < 79 or len(lines) <= 24
    assert screens
