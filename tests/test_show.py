"""The verdict at a glance: everything that counts on one screen, in cells, and nothing that steers the terminal."""

import io
import sys
from functools import cache

import pytest
from assessed import CASES, ONE_OF_EACH, case, pack, papers_of, words
from desk import case_text, write
from handmade import a_pack
from rich.cells import cell_len

from szai_assess import show
from szai_assess.answers import Answers
from szai_assess.citing import cite
from szai_assess.cli import judging
from szai_assess.document import KINDS, Blank, Paper
from szai_assess.errors import Fault, Place, TemplateError
from szai_assess.explain import main_reasons
from szai_assess.show.glance import reasons, verdict_lines
from szai_assess.show.layout import Entry, cut, fitted, laid_out
from szai_assess.show.picture import Axis
from szai_assess.show.view import View
from szai_assess.text import wrapped

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
    assert "because T1·中〔statute·中：law·中第一条第二款〕" in text


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
    assert lines[1] == "等级      medium·中"
    assert "禁止行为  indicated·中 · line_1·中" in text
    assert text.index("because L1") < text.index("because T1")
    assert "监管方式" not in text


def test_red_lines_that_are_all_clean_take_one_line():
    lines = glance(lined(), {"harm": "none", "line": {"rl1": "no"}}, red_lines={"rl1": "line_1"})

    assert [line for line in lines if "禁止行为" in line] == ["禁止行为  not_indicated·中"]
    assert "主要理由  没有触发任何提高等级的规则。" in lines


@pytest.mark.parametrize(
    ("answer", "shown"),
    [
        ("no", "not_indicated·中"),
        ("reason", "由法务确认 · line_1·中"),
        (["no", "reason"], "由法务确认 · line_1·中"),
        ("yes", "indicated·中 · line_1·中"),
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
    assert not any(line.startswith("等级") for line in text.split("\n"))


def test_caveats_are_counted_and_hidden_answers_named():
    builder = (
        a_pack()
        .ask("more", when={"harm": "grave"})
        .table("warnings", (), [("W1", {"harm": "none"}, "")], hit="collect", warns=True)
    )
    text = "\n".join(glance(builder, {"harm": "none", "more": "yes"}))

    assert "1 条提示" in text
    assert "不起作用的回答：more" in text


def test_what_is_still_to_be_answered_is_the_first_step_and_the_release_check_the_last():
    asked, done = (glance(a_pack(), values) for values in ({}, {"harm": "none"}))

    assert "下一步    1. 查明影响结论的 1 项（legal·中 1），改好作答后运行：szai-assess" in asked
    assert "下一步    1. 写出文书：szai-assess render szai.yaml" in done
    assert asked[-1] == done[-1] == "          3. 发布前运行：szai-assess check szai.yaml"


def test_more_open_points_than_fit_are_counted():
    builder = a_pack()
    for name in ("b", "c", "d", "e"):
        builder.ask(name)
    rows = [(f"X{name}", {name: "yes"}, "high") for name in ("b", "c", "d", "e")]
    builder.table("other", ("low", "high"), rows)
    lines = glance(builder, {"harm": "none", **dict.fromkeys("bcde", "unknown")}, tier="other")

    assert sum("ask " in line for line in lines) == 3
    assert "          ……另有 1 项影响结论。" in lines


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


@cache
def judged(name):
    """A shipped case, with its papers."""
    answers = case(name)
    return judging.assessed(pack(), words(), answers), tuple(papers_of(answers).values())


def screen(name, language="zh", width=79):
    """The lines of a shipped case with its papers."""
    found, made = judged(name)
    return [line.text for line in verdict_lines(View(found, language, made, "szai.yaml"), width)]


def below(lines, label):
    """What stands at a label: its own line and those under it."""
    first = next(place for place, line in enumerate(lines) if line.startswith(label))
    found = [lines[first].removeprefix(label).strip()]
    for line in lines[first + 1 :]:
        if not line.startswith("  "):
            break
        found.append(line.strip())
    return found


@pytest.mark.parametrize(("language", "width"), [("zh", 79), ("zh", 39), ("en", 79), ("en", 39), ("en", 20)])
@pytest.mark.parametrize("name", CASES)
def test_every_shipped_case_fits_the_width_and_in_chinese_one_screen(name, language, width):
    lines = screen(name, language, width)

    assert max(map(cell_len, lines)) <= width
    assert language == "en" or width < 79 or len(lines) <= 24


@pytest.mark.parametrize("kind", ONE_OF_EACH)
def test_in_english_a_screen_is_little_longer(kind):
    assert len(screen(ONE_OF_EACH[kind], "en")) <= (26 if kind in ("low", "medium", "high", "out_of_scope") else 28)


def test_the_whole_screen_of_a_settled_case():
    assert screen("05-credit-approval") == [
        "小额信贷审批模型",
        "结论      高风险",
        "监管方式  事前评估和风险预警 · 《条例》第六十六条第二款",
        "应用场景  S1 S2 [S3] 重点场景   危害程度  H0 H1 H2 [H3] H4 较大",
        "影响范围  E1 [E2] E3 较广       自主程度  A0 A1 A2 [A3] A4 自动生效，可以纠正",
        "禁止行为  未见",
        "同时      算法说明（第七十一条）：按自述应当作算法说明",
        "主要理由  FH-02 自动决定个人资格等事项且影响重大…〔法定：《个人信息保护法》第二",
        "          十四条第三款〕",
        "          MX-S3H3E2 重点场景、危害较大、范围较广：重点场景中的较大危害…〔工具判",
        "          断：《条例》第六十六条第一款、第七十二条第一款〕",
        "          AU-01 输出自行生效或者没有实质复核，且对个人有重大影响，或者有影响而",
        "          难以恢复…〔工具判断：《条例》第六十六条第一款、第七十二条第一款…〕",
        "          〔〕内为条件的出处；由此得出的等级系本工具判断。",
        "          请留意：1 条提示，见文书。",
        *(line for line in screen("05-credit-approval") if line.startswith("文书")),
        "下一步    1. 上线前做好事前评估和风险预警；已上线的立即补做（本工具建议）。",
        *(line for line in screen("05-credit-approval") if line.startswith("          2. 补全")),
        "          3. 发布前运行：szai-assess check szai.yaml",
    ]


@pytest.mark.parametrize("name", ONE_OF_EACH.values())
def test_the_papers_are_counted_with_their_blanks_by_kind(name):
    _, papers = judged(name)
    kinds = [blank.kind for paper in papers for blank in paper.blanks]
    named = zip(KINDS, ("事实", "证据", "签署", "核实", "主管部门"), strict=True)
    counts = "、".join(f"{word} {kinds.count(kind)}" for kind, word in named if kind in kinds)
    told = f"，待填 {len(kinds)} 处：{counts}" if kinds else "，没有待填项"

    assert below(screen(name), "文书") == [f"{len(papers)} 份{told}"]


@pytest.mark.parametrize(
    ("kind", "first", "last"),
    [
        ("low", "补全 ", "发布前运行：szai-assess check szai.yaml"),
        ("high", "上线前做好事前评估和风险预警；", "发布前运行：szai-assess check szai.yaml"),
        ("open", "查明影响结论的 7 项（技术 1、业务 6），改好作答后", "发布前运行：szai-assess check szai.yaml"),
        ("on_hold", "由法务逐项澄清上列禁止行为，", "改好作答后再运行：szai-assess assess szai.yaml"),
        ("prohibited_suspected", "先停下来：由法务逐项核实上列禁止行为，", "改好作答后再运行：szai-assess assess"),
        ("out_of_scope", "请法务确认上列不适用的理由。", "技术或者用途有变化时再运行：szai-assess assess"),
    ],
)
def test_three_steps_fit_the_outcome(kind, first, last):
    steps = below(screen(ONE_OF_EACH[kind]), "下一步")
    numbered = [step for step in steps if step[:3] in ("1. ", "2. ", "3. ")]

    assert [step[0] for step in numbered] == ["1", "2", "3"]
    assert numbered[0].removeprefix("1. ").startswith(first)
    assert numbered[2].removeprefix("3. ").startswith(last)


def test_an_unanswered_red_line_is_answered_and_others_are_asked_about():
    found = judging.assessed(pack(), words(), Answers())
    lines = [line.text for line in verdict_lines(View(found, "zh"), 79)]

    assert below(lines, "禁止行为")[-1] == "……另有 5 项须核实。"
    assert len(below(lines, "未明事项")) == 4
    assert not any("禁止性行为筛查" in line for line in below(lines, "未明事项"))
    assert below(lines, "下一步") == [
        "1. 由法务逐项澄清上列禁止行为，写明事实；澄清前文书不对外使用。",
        "2. 问清影响结论的 36 项（技术 7、法务 8、数据 6、业务 15）。",
        "3. 接着答完必答问题：szai-assess assess szai.yaml",
    ]


def test_without_papers_the_step_is_to_write_them_and_a_file_with_a_space_is_quoted():
    found = judging.assessed(pack(), words(), case(ONE_OF_EACH["low"]))
    lines = [line.text for line in verdict_lines(View(found, "en", file="my app.yaml"), 79)]

    assert not any(line.startswith("Papers") for line in lines)
    assert below(lines, "Next") == [
        '1. Write the papers: szai-assess render "my app.yaml"',
        "2. Fill in the blanks of the papers and have them signed.",
        '3. Before release, run: szai-assess check "my app.yaml"',
    ]


def test_facts_in_one_paper_alone_are_asked_for_there():
    blanks = tuple(Blank(f"B{number}", kind, "legal", "x") for number, kind in enumerate(("fact", "fact", "authority")))
    found = judging.assessed(pack(), words(), case(ONE_OF_EACH["low"]))
    lines = [line.text for line in verdict_lines(View(found, "zh", (Paper("todo", "t", "s", "", blanks),)), 79)]

    assert "文书      1 份，待填 3 处：事实 2、主管部门 1" in lines
    assert below(lines, "下一步")[0] == "1. 补全《待办清单》2 处事实。"
    assert len(below(lines, "下一步")) == 2


@pytest.mark.parametrize(
    ("held", "shown"),
    [
        (("b",), "a [b] c d"),
        (("b", "c"), "a [b c] d"),
        (("a", "b", "c", "d"), "[a b c d]"),
        (("a", "c", "d"), "[a] b [c d]"),
        (("never",), "a b c d"),
    ],
)
def test_each_run_of_possible_levels_stands_in_brackets(held, shown):
    assert Axis("axis", ("a", "b", "c", "d"), held, ()).marked == shown


def test_an_open_axis_is_told_by_its_ends_and_one_that_is_wholly_open_as_not_known():
    lines = screen(ONE_OF_EACH["partly"])
    assert "应用场景  S1 [S2 S3] 关注场景—重点场景   危害程度  H0 [H1] H2 H3 H4 轻微" in lines
    assert "影响范围  [E1 E2] E3 有限—较广           自主程度  A0 [A1] A2 A3 A4 提供信息" in lines
    assert "影响范围  [E1 E2 E3] 未明       自主程度  [A0 A1 A2 A3 A4] 未明" in screen(ONE_OF_EACH["open"])


def test_where_words_find_no_room_beside_another_axis_stands_alone_and_on_a_narrow_screen_always():
    high = ONE_OF_EACH["high"]
    assert "自主程度：A0 A1 A2 [A3] A4 自动生效…" in screen(high, width=39)
    assert "Autonomy          A0 A1 A2 [A3] A4 Takes effect by itself, can be corrected" in screen(high, "en")
    assert "Severity of harm: H0 H1 H2 [H3] H4" in screen(high, "en", 39)
    assert [line.partition("：")[0] for line in screen(high, width=39)[4:8]] == [
        "应用场景",
        "危害程度",
        "影响范围",
        "自主程度",
    ]


@pytest.mark.parametrize(("language", "width", "most"), [("zh", 79, 2), ("zh", 39, 3), ("en", 79, 2), ("en", 39, 3)])
@pytest.mark.parametrize("name", ONE_OF_EACH.values())
def test_a_reason_is_short_and_keeps_its_row_and_where_its_condition_comes_from(name, language, width, most):
    found = judging.assessed(pack(), words(), case(name))
    *told, last = reasons(View(found, language), width)

    assert 1 <= len(told) <= 3
    assert (
        last.text
        == {
            "zh": "〔〕内为条件的出处；由此得出的等级系本工具判断。",
            "en": "[ ]: source of the condition; the tier is this tool's judgement.",
        }[language]
    )
    for entry, reason in zip(told, main_reasons(pack(), found.verdict, found.reasons), strict=False):
        lines = fitted(entry, entry.text, width - 10)
        basis = words().label("pack", "basis", reason.basis, language=language)
        cited = cite(words(), reason.cites[0], language).label
        text, told_of = "".join("".join(lines).split()), f"{basis}:{cited}" if language == "en" else f"{basis}：{cited}"

        assert len(lines) <= most
        assert text.startswith(reason.row)
        assert "".join(told_of.split()) in text


def test_a_reason_that_only_may_hold_says_so():
    assert any("FH-11（尚不能排除）" in line for line in screen(ONE_OF_EACH["open"]))
    assert not any("尚不能排除" in line for line in screen(ONE_OF_EACH["high"]))


def test_a_cut_ends_after_a_clause_and_leaves_no_bracket_open():
    text = "前一句话说得比较完整，当事人依法「有权拒绝仅通过自动化决策的方式作出决定」，后面还有很多很多话"

    assert cut(text, "〔法〕", 2, 30) == ["前一句话说得比较完整…〔法〕"]
    assert cut(text, "", 1, 30) == ["前一句话说得比较完整，当事人…"]
    assert cut("输出直接影响（公共机构提供的，可能属于别的）", "〔法〕", 1, 30) == ["输出直接影响…〔法〕"]
    assert cut("word by word it goes on, and on", "", 1, 12) == ["word by…"]
    assert cut("一二三四五，六七八九十", "", 1, 13) == ["一二三四五…"]


def test_what_may_not_be_cut_keeps_its_tail_where_all_of_it_fits():
    entry = Entry("", "短句", rows=1, tails=("〔很长的出处，很长的出处〕", "〔短〕"))

    assert [line.text for line in laid_out([entry], "：", 0, 40)] == ["短句〔很长的出处，很长的出处〕"]
    assert [line.text for line in laid_out([entry], "：", 0, 16)] == ["短句〔短〕"]


def test_the_verdict_stands_before_the_list_of_papers_and_their_blanks_add_up(tool, tmp_path):
    write(str(tmp_path / "szai.yaml"), case_text("05"))
    ran = tool("assess", "--no-input")
    verdict, _, listed = ran.out.partition("文书写在 szai-papers/：\n")
    counts = [int(line.rpartition("待填 ")[2].split()[0]) for line in listed.splitlines() if "待填 " in line]

    assert (ran.code, ran.err) == (0, "")
    assert verdict.splitlines() == screen("05-credit-approval")
    assert f"文书      {len(counts)} 份，待填 {sum(counts)} 处：" in verdict


def refuse(*_):
    raise TemplateError(Fault("T001", Place("summary/zh.md.j2"), {"why": "unexpected end"}))


@pytest.mark.parametrize("broken", ["a paper of somebody else", "a template"])
def test_where_the_papers_cannot_be_written_the_verdict_is_shown_without_them_and_the_error_follows(
    tool, tmp_path, monkeypatch, broken
):
    write(str(tmp_path / "szai.yaml"), case_text("17"))
    if broken == "a template":
        monkeypatch.setattr("szai_assess.render.papers", refuse)
    else:
        write(str(tmp_path / "szai-papers" / "分类小帮手-todo.zh.md"), "别人的")
    ran = tool("assess", "--no-input")
    lines = ran.out.splitlines()

    assert ran.code == 3
    assert ("T001" if broken == "a template" else "O006") in ran.err
    assert lines[:2] == ["分类小帮手", "结论      低风险"]
    assert not any(line.startswith("文书") for line in lines)
    assert "下一步    1. 写出文书：szai-assess render szai.yaml" in lines
