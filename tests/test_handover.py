"""Handing over: every open answer once, under the role that can give it, those that decide the outcome first."""

import pytest
from assessed import ONE_OF_EACH, case, pack, words
from handmade import a_pack, both
from rich.cells import cell_len

from szai_assess import show
from szai_assess.answers import Answers
from szai_assess.cli import judging
from szai_assess.handover import Item, handover


def of(builder, values, notices=None):
    """Who is asked what on these answers."""
    return handover(judging.assessed(builder.pack(), builder.words(notices), Answers(values=values)))


def shipped(values):
    return judging.assessed(pack(), words(), Answers(values=values))


def test_nothing_open_is_nobodys():
    assert of(a_pack(), {"harm": "some"}) == ()


@pytest.mark.parametrize(
    ("value", "answered"),
    [({}, False), ({"harm": "unknown"}, True), ({"harm": ["none", "some"]}, True)],
)
def test_no_answer_and_not_sure_are_open_and_told_apart(value, answered):
    assert of(a_pack(), value) == (("legal", (Item("harm", True, answered),)),)


def test_what_decides_comes_first_and_the_rest_in_the_order_of_the_pack():
    builder = a_pack().ask("b").ask("a", "matrix", parts=("x", "y"))
    ((_, items),) = of(builder, {"a": {"x": "unknown"}})

    assert [item.name for item in items] == ["harm", "b", "a.x", "a.y"]
    assert [item.deciding for item in items] == [True, False, False, False]
    assert [item.answered for item in items] == [False, False, True, False]


@pytest.mark.parametrize(
    ("card", "names"),
    [
        (None, ["card"]),
        ("unknown", ["card"]),
        ({}, []),
        ({"product": "x"}, ["card.owner"]),
        ({"product": "", "owner": ""}, []),
    ],
)
def test_a_form_counts_once_until_it_is_begun_and_a_field_left_blank_is_done(card, names):
    builder = a_pack().ask("card", "form", (), ("product", "owner"))
    found = of(builder, {"harm": "none", **({} if card is None else {"card": card})})

    assert [item.name for _, items in found for item in items] == names
    assert all(item.answered == (card == "unknown") for _, items in found for item in items)


def test_what_is_not_asked_is_nobodys_and_what_may_be_asked_is():
    builder = a_pack().ask("more", when={"harm": "grave"}).ask("card", "form", (), ("owner",), when={"harm": "grave"})

    assert of(builder, {"harm": "none"}) == ()
    ((_, items),) = of(builder, {"harm": "unknown"})
    assert [item.name for item in items] == ["harm", "more", "card"]


def test_a_field_goes_to_its_own_role_and_a_role_that_the_pack_does_not_list_comes_last():
    fields = {"product": both("product"), "owner": {**both("owner"), "who": "data"}}
    builder = a_pack().ask("card", "form", (), ("product", "owner", "name")).ask("b")
    notices = {"card": {"fields": {**fields, "name": both("name")}}, "b": {"who": "nobody"}}
    found = of(builder, {"harm": "none", "card": {"name": "x"}}, notices)

    assert [(role, [item.name for item in items]) for role, items in found] == [
        ("legal", ["card.product"]),
        ("data", ["card.owner"]),
        ("nobody", ["b"]),
    ]


def test_on_the_shipped_pack_every_open_name_is_asked_once_and_roles_stand_in_the_packs_order():
    found = shipped({})
    handed = handover(found)
    names = [item.name for _, items in handed for item in items]

    assert [role for role, _ in handed] == list(words().tree["pack"]["who"])
    assert len(names) == len(set(names))
    assert set(names) == set(found.verdict.open.unanswered) | set(found.verdict.open.unknown)
    assert {item.name for _, items in handed for item in items if item.deciding} == set(found.verdict.open.deciding)
    assert all(words().who(item.name) == role for role, items in handed for item in items)


def printed(capsys, found, language, width=79):
    show.handover(found, "szai.yaml", language, width)
    return capsys.readouterr().out.splitlines()


def test_it_is_told_by_person_with_the_command_that_asks_only_that_person(capsys):
    found = judging.assessed(pack(), words(), case(ONE_OF_EACH["open"]))
    handed = dict(handover(found))
    lines = printed(capsys, found, "zh")
    unsure = sum(item.answered for item in handed["business"])
    asked = len(handed["business"])
    place = lines.index(f"业务：{asked} 项（未答 {asked - unsure}、不清楚 {unsure}）")

    assert lines[0] == f"还有 {sum(map(len, handed.values()))} 项未明，按人列出（* 影响结论）："
    assert lines[place + 1 : place + 7] == [
        "  * 四方面不利影响：国家利益",
        "  * 按设计正常使用，或者发生可以预见的错误时，对一个人影响最大会到哪一步",
        "  * 四方面不利影响：公共安全",
        "  * 四方面不利影响：商业秩序",
        f"    … 另有 {asked - 4} 项",
        "    只问这些：szai-assess assess szai.yaml --only business",
    ]
    assert "    主体与产品：统一社会信用代码" in lines


def test_where_nothing_decides_no_mark_is_explained_and_where_nothing_is_open_nothing_is_printed(capsys):
    builder = a_pack().ask("card", "form", (), ("owner",))
    assert printed(
        capsys, judging.assessed(builder.pack(), builder.words(), Answers(values={"harm": "none"})), "en"
    ) == [
        "Open points: 1, by person:",
        "legal·en: 1 (unanswered 1)",
        "    ask card·en",
        "    Asks only these: szai-assess assess szai.yaml --only legal",
    ]
    settled = judging.assessed(a_pack().pack(), a_pack().words(), Answers(values={"harm": "none"}))
    assert printed(capsys, settled, "zh") == []


@pytest.mark.parametrize(("language", "width"), [("zh", 79), ("zh", 39), ("en", 79), ("en", 39), ("en", 20)])
def test_it_fits_the_width_and_a_question_takes_one_line(capsys, language, width):
    lines = printed(capsys, shipped({}), language, width)

    assert max(map(cell_len, lines)) <= width
    assert sum(line.startswith("  * ") for line in lines) == 4 * 4
