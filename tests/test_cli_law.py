"""``law``: the text of an article, however a person names it."""

import pytest


@pytest.mark.parametrize("named", ["66", "第六十六条", "六十六", " 66 ", "第66条"])
def test_an_article_is_found_as_people_write_it(tool, named):
    ran = tool("law", named)

    assert ran.code == 0
    assert ran.out.startswith("《条例》第六十六条  深圳经济特区人工智能产业促进条例\n│ ")
    assert "高风险的人工智能应用应当采用事前评估和风险预警的监管模式" in ran.out.replace("\n│ ", "")


@pytest.mark.parametrize(
    ("chinese", "number"), [("十", "10"), ("十一", "11"), ("二十", "20"), ("七十三", "73"), ("九", "9")]
)
def test_chinese_numbers_are_numbers(tool, chinese, number):
    assert tool("law", f"第{chinese}条").out == tool("law", number).out
    assert tool("law", number).code == 0


@pytest.mark.parametrize(
    ("cite", "words"),
    [("66.2", "高风险的人工智能应用"), ("72.2.3", "（三）"), ("PIPL-24.3", "仅通过自动化决策的方式作出决定")],
)
def test_a_paragraph_an_item_and_another_source_are_found(tool, cite, words):
    ran = tool("law", cite)

    assert ran.code == 0
    assert words in ran.out.replace("\n│ ", "")
    assert ran.out.count("│ ") <= 4


def test_in_english_the_translation_says_that_it_is_one_and_the_chinese_follows(tool):
    ran = tool("law", "66", "--lang", "en")

    assert ran.code == 0
    assert "working translation" in ran.out
    assert ran.out.index("working translation") < ran.out.index("Chinese text") < ran.out.index("市人民政府")


@pytest.mark.parametrize(
    ("named", "near"),
    [
        ("74", "7"),
        ("66.9", "66"),
        ("六百", ""),
        ("../../etc/passwd", ""),
        ("\x1b[2J", ""),
        ("-", ""),
        ("二十十", ""),
        ("十十", ""),
        ("六七", ""),
        ("六六", ""),
    ],
)
def test_an_article_that_is_not_there_is_wrong_use(tool, named, near):
    ran = tool("law", "--lang", "en", "--", named)

    assert (ran.code, ran.out) == (2, "")
    assert " U006 There is no article" in ran.err
    assert near in ran.err
    assert "\x1b" not in ran.err
