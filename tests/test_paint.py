"""Pages as lines: nothing is wider or higher than the screen, nothing is lost, and every choice can be reached."""

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from szai_assess.terminal import board as boards
from szai_assess.terminal import paint
from szai_assess.terminal.board import Board, Sight
from szai_assess.terminal.paint import Hints
from szai_assess.terminal.wording import Passage, Sheet
from szai_assess.text import visible

HINTS = Hints(
    "↑↓ 移动 · 回车 确定 · Ctrl-C 停下", "↑ 上面还有 {count} 项", "↓ 下面还有 {count} 项", "↑ 上面还有", "↓ 下面还有"
)
LONG = (
    "应用对申请人作出是否放款的决定，而且没有人在放款之前复核每一笔；只对其中一部分抽查的，也选这一项（见第六十六条）。"
)
ENGLISH = (
    "The application decides on its own whether a loan is granted, and nobody looks at it before the money is paid out."
)
SIGNS = "的了在人工智能评估，。（）“”abc XYZ-019./é\u202e\t"
WORDS = st.text(st.sampled_from(SIGNS), min_size=1, max_size=60).filter(str.strip)
TEXTS = st.one_of(st.sampled_from([LONG, ENGLISH, "是", "否", "x" * 90, LONG + ENGLISH]), WORDS)
START = Board()
STATUS = ("第一节", "目前：低风险", "还有 3 题")
SIZES = st.tuples(st.integers(10, 200), st.integers(4, 60))


def sheet(titles, *, title="问题？", above=(), below=(), groups=None, problem="", status=STATUS):
    """A sheet of choices ``o0``, ``o1`` and so on."""
    choices = tuple((f"o{place}", text) for place, text in enumerate(titles))
    passages = tuple(map(Passage, above)), tuple(map(Passage, below))
    return Sheet(status, passages[0], title, passages[1], choices, groups or {}, problem, 100)


@st.composite
def sheets(draw):
    """Sheets of all kinds of texts, some with groups."""
    titles = draw(st.lists(TEXTS, min_size=1, max_size=8))
    names = draw(st.lists(TEXTS, min_size=1, max_size=3))
    grouped = {f"o{place}": names[place * len(names) // len(titles)] for place in range(len(titles))}
    return sheet(
        titles,
        title=draw(TEXTS),
        above=draw(st.lists(TEXTS, max_size=2)),
        below=draw(st.lists(TEXTS, max_size=2)),
        groups=draw(st.sampled_from([{}, grouped])),
        problem=draw(st.one_of(st.just(""), TEXTS)),
        status=(draw(TEXTS), draw(TEXTS), draw(TEXTS)),
    )


def lines_of(canvas):
    return [*canvas.head, *canvas.body, *canvas.foot]


def fits(canvas, size):
    """Whether every line is within the columns, and all lines within the rows."""
    return len(lines_of(canvas)) <= size[1] and all(cell_len(line.text) <= size[0] for line in lines_of(canvas))


@pytest.fixture(scope="module", autouse=True)
def remembered():
    """Wrap every text once: the same texts are painted many times here."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(paint, "wrapped", cache(paint.wrapped))
        patch.setattr("rich.cells.cell_len", cache(cell_len))
        yield


class Walk:
    """A person with keys in front of a page."""

    def __init__(self, page, size, board=START, *, many=False):
        self.page, self.size, self.board, self.many = page, size, board, many
        self.glimpsed, self.visited = set(), set()
        self.canvas = self.look()

    def look(self):
        """See what is there; gives the canvas."""
        canvas = paint.paint(self.page, self.board, self.many, HINTS, self.size)
        assert fits(canvas, self.size)
        assert canvas.seen or not self.board.moved
        self.glimpsed |= {(line.choice, line.text[2:]) for line in canvas.body if line.choice >= 0}
        self.visited |= {self.board.at} if canvas.seen else set()
        return canvas

    def press(self, key, by, times):
        """Press a key so many times."""
        for _ in range(times):
            canvas = self.canvas
            sight = Sight(canvas.scroll, len(canvas.body), canvas.whole, canvas.seen)
            self.board = key(self.board, sight, by, len(paint.found(self.page, self.board.sought)))
            self.canvas = self.look()
        return self

    @property
    def lines(self):
        """How many lines there are to be scrolled, at the least one key for each."""
        return len(self.look().whole) + 1

    @property
    def everything(self):
        """All lines of all choices, seen or not."""
        rows = paint.listed(self.page.choices, self.page.groups, Board(), self.many, max(self.size[0], 10))
        return {(line.choice, line.text[2:]) for line in rows if line.choice >= 0}


def bare(text):
    """A text without blanks, as it is shown."""
    return "".join(visible(text).split())


@given(sheets(), SIZES, st.booleans(), st.integers(0, 11), st.integers(0, 40), st.booleans())
def test_no_line_is_wider_than_the_screen_and_there_are_no_more_lines_than_rows(page, size, many, at, scroll, moved):
    at = min(at, len(page.choices) - 1)
    canvas = paint.paint(page, Board(at, frozenset({"o0"}), scroll=scroll, moved=moved), many, HINTS, size)

    assert fits(canvas, size)
    assert len(lines_of(canvas)) == size[1]


@given(sheets(), SIZES, st.integers(1, 6))
def test_a_page_to_type_on_fits_as_well(page, size, rows):
    rows = min(rows, max(size[1] // 3, 1))
    canvas = paint.entry(page, HINTS, "……（按 F1 看全文）", size, rows)

    assert fits(canvas, size)
    assert len(lines_of(canvas)) + rows <= size[1]


@given(st.lists(TEXTS, max_size=20), SIZES, st.integers(0, 500))
def test_help_fits_and_all_of_it_can_be_scrolled_to(texts, size, scroll):
    passages = [Passage(text) for text in texts]
    whole = [line.text for line in paint.flowed(passages, size[0])]
    seen, scroll = [], min(scroll, len(whole))
    for at in range(scroll, len(whole) + 1):
        canvas = paint.read(passages, at, "↑↓ 翻看 · 回车", size)
        assert fits(canvas, size)
        seen += [line.text for line in canvas.body]

    assert set(whole[scroll:]) <= set(seen)


@given(sheets(), st.integers(10, 200), st.booleans())
def test_nothing_of_the_words_of_a_choice_is_lost_by_wrapping(page, width, many):
    rows = list(paint.listed(page.choices, {}, Board(), many, width))
    for place, (_, title) in enumerate(page.choices):
        mark = 6 if many else 2
        told = "".join(line.text[mark:] for line in rows if line.choice == place)
        assert bare(told) == bare(title)


@settings(max_examples=40)
@given(sheets(), SIZES, st.booleans())
def test_going_down_shows_every_line_of_every_choice_and_comes_round(page, size, many):
    walk = Walk(page, size, many=many)
    walk.press(boards.moved, 1, walk.lines + len(page.choices))

    assert walk.glimpsed >= walk.everything
    assert walk.visited == set(range(len(page.choices)))


@settings(max_examples=40)
@given(sheets(), SIZES)
def test_going_up_from_the_first_comes_round_to_the_last_and_shows_every_line(page, size):
    walk = Walk(page, size, Board(moved=True))
    walk.press(boards.moved, -1, walk.lines + len(page.choices))

    assert walk.glimpsed >= walk.everything
    assert walk.visited == set(range(len(page.choices)))


@settings(max_examples=40)
@given(sheets(), SIZES)
def test_paging_down_and_up_passes_over_nothing(page, size):
    walk = Walk(page, size)
    walk.press(boards.turned, 1, walk.lines)
    assert walk.glimpsed >= walk.everything
    assert walk.board.at == len(page.choices) - 1

    walk.glimpsed = set()
    walk.press(boards.turned, -1, walk.lines)
    assert walk.glimpsed >= walk.everything


@settings(max_examples=40)
@given(sheets(), SIZES)
def test_paging_up_shows_what_is_said_above_the_choices_again(page, size):
    first = Walk(page, size).look()
    walk = Walk(page, size).press(boards.moved, 1, 40).press(boards.turned, -1, 200)

    assert [line.text for line in walk.look().head] == [line.text for line in first.head]
    assert walk.look().scroll == 0


@pytest.mark.parametrize("width", [40, 80, 120])
@pytest.mark.parametrize("many", [False, True])
def test_a_long_option_goes_on_below_its_own_first_word(width, many):
    rows = list(paint.listed((("a", LONG * 3), ("b", ENGLISH * 3)), {}, Board(at=1), many, width))
    mark = 6 if many else 2
    for place in (0, 1):
        first, *rest = [line.text for line in rows if line.choice == place]
        assert first[:2] == ("> " if place else "  ")
        assert rest
        assert all(text[:mark] == " " * mark and text[mark] != " " for text in rest)
        assert all(cell_len(text) > width * 3 // 4 - 12 for text in (first, *rest[:-1]))


def test_a_line_with_a_lead_goes_on_below_its_words():
    lines = [line.text for line in paint.flowed([Passage(LONG, "", 4, "  - ")], 40)]

    assert lines[0].startswith("  - 应用")
    assert all(line.startswith("    ") and line[4] != " " for line in lines[1:])


def test_with_25_options_at_24_rows_the_question_stays_in_sight():
    page = sheet([f"选项 {place}" for place in range(25)], title="您的应用属于哪一类？")
    for at in range(25):
        walk = Walk(page, (80, 24), Board(at, moved=True))
        canvas = walk.look()
        assert "您的应用属于哪一类？" in [line.text for line in canvas.head]
        assert f"> 选项 {at}" in [line.text for line in canvas.body]
    assert "↑ 上面还有" in canvas.foot[0].text


def test_what_is_out_of_sight_is_counted():
    page = sheet([f"选项 {place}" for place in range(25)])
    walk = Walk(page, (80, 24))
    shown = sum(line.choice >= 0 for line in walk.look().body)

    assert walk.look().foot[0].text == f"↓ 下面还有 {25 - shown} 项"
    walk.press(boards.moved, 1, 20)
    assert "↑ 上面还有" in walk.look().foot[0].text


def test_where_all_fits_nothing_is_said_of_what_is_out_of_sight():
    canvas = Walk(sheet(["是", "否"]), (80, 24)).look()

    assert not any("还有" in line.text for line in canvas.foot)
    assert [line.text for line in canvas.body[:2]] == ["> 是", "  否"]


@pytest.mark.parametrize("by", [1, -1])
@pytest.mark.parametrize("height", [8, 12, 24, 60])
def test_pages_and_rounds_reach_every_choice(by, height):
    page = sheet([f"选项 {place}" for place in range(25)])
    walk = Walk(page, (60, height), Board(moved=True)).press(boards.moved, by, 25)
    assert walk.visited == set(range(25))
    assert walk.board.at == 0

    walk.press(boards.turned, 1, 25)
    assert walk.board.at == 24
    walk.press(boards.turned, -1, 25)
    assert (walk.board.at, walk.look().scroll) == (0, 0)


def test_groups_have_their_titles_above_their_choices():
    page = sheet(["甲", "乙", "丙"], groups={"o0": "还不清楚的", "o1": "第一节", "o2": "第一节"})
    texts = [line.text for line in Walk(page, (40, 20)).look().body]

    assert texts[:5] == ["还不清楚的", "> 甲", "第一节", "  乙", "  丙"]


@pytest.mark.parametrize(
    ("sought", "found"),
    [
        ("人脸", ["face"]),
        ("ＦＡＣＥ", ["face"]),
        ("Face", ["face"]),
        ("voice", ["voice"]),
        ("声音 识别", ["voice"]),
        ("识别", ["face", "voice"]),
        ("　", ["", "face", "voice", "other"]),
        ("３", ["other"]),
        ("没有", []),
    ],
)
def test_the_search_knows_chinese_capitals_full_width_signs_and_ids(sought, found):
    choices = (("", "请选择"), ("face", "人脸识别"), ("voice", "声音识别 Voice"), ("other", "其他（第3类）"))
    page = sheet([])._replace(choices=choices)

    assert [option for option, _ in paint.found(page, sought)] == found
    assert fits(paint.paint(page, Board(sought=sought, moved=True), False, HINTS, (20, 10)), (20, 10))


def test_the_keys_are_wrapped_between_keys_and_not_within_one():
    lines = [line.text for line in paint.keys_of(HINTS.keys, 20)]

    assert lines == ["↑↓ 移动 · 回车 确定", "Ctrl-C 停下"]
