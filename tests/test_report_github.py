"""Workflow commands as the host's runner reads them, and the summary page as a Markdown reader renders it."""

import re

import pytest
from desk import case_text
from markdown_it import MarkdownIt
from reported import HOSTILE, checked, codes, every_level, everything, failed, named, told

COMMAND = re.compile(r"^\s*::(?P<name>[a-z]+)(?: (?P<properties>[^\n]*?))?::(?P<data>.*)$")


def unescaped(text):
    for escaped, sign in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(escaped, sign)
    return text


def read(*each, language="zh"):
    """The commands as the runner takes them apart: (command, properties, message)."""
    found = []
    for line in told("github", list(each), language).split("\n")[:-1]:
        command = COMMAND.match(line)
        assert command, line
        pairs = (pair.partition("=") for pair in (command["properties"] or "").split(","))
        found.append((command["name"], {key: unescaped(value) for key, _, value in pairs}, unescaped(command["data"])))
    return found


@pytest.fixture(scope="module")
def all_():
    return everything()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_finding_is_a_command_and_the_gravest_come_first(all_, language):
    found = read(*all_, language=language)
    names = [name for name, _, _ in found]

    for each in all_:
        met = [properties["title"][:4] for _, properties, _ in found if properties["file"] == each.file]
        assert sorted(met) == codes(each)
    assert names == sorted(names, key=("error", "warning", "notice").index)
    assert names.count("notice") == 2


def test_a_command_has_its_place_its_title_and_what_to_do():
    found = read(failed(), every_level("a,b:c.yaml"))

    assert found[0][:2] == ("error", {"file": "bad.yaml", "line": "3", "col": "7", "title": "A011 bad.yaml"})
    assert found[2][1] == {"file": "a,b:c.yaml", "line": "7", "title": "G003 首页商品推荐"}
    assert "\n→ 运行 szai-assess assess 补答" in found[2][2]
    assert "line" not in found[-1][1]


@pytest.mark.parametrize("name", HOSTILE)
def test_names_of_anything_make_no_command_of_their_own(name):
    file = f"x/{HOSTILE[name][:200]}.yaml"
    plain, nasty = read(named("a")), read(named(HOSTILE[name], file))

    assert len(nasty) == len(plain)
    assert [set(properties) for _, properties, _ in nasty] == [set(properties) for _, properties, _ in plain]
    assert "##[" not in told("github", [named(HOSTILE[name], file)], "zh")
    assert "\x1b" not in told("github", [named(HOSTILE[name], file)], "zh")


@pytest.mark.parametrize("file", ["::error::a.yaml", "##[error]a.yaml"])
def test_the_text_report_holds_no_command_either(file):
    for line in told("text", [named(file, file), checked(case_text("03"))]).splitlines():
        assert not line.lstrip().startswith("::")
        assert "##[" not in line


def rendered(page):
    return MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).render(page)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_summary_has_a_row_a_file_and_every_finding(all_, language):
    page = rendered(told("summary", all_, language))

    assert page.count("<tr>") == 1 + len(all_)
    assert {page.count("<td>"), 6 * len(all_)} == {6 * len(all_)}
    assert sorted(re.findall(r"<strong>([A-Z]\d{3})</strong>", page)) == sorted(
        code for each in all_ for code in codes(each)
    )
    assert page.count("<details open>") == sum(
        bool(each.error) or any(finding.level == "block" for finding in each.findings) for each in all_
    )


@pytest.mark.parametrize("name", HOSTILE)
def test_names_of_anything_are_shown_on_the_summary_and_mean_nothing(name):
    plain, nasty = (rendered(told("summary", [named(each)])) for each in ("a", HOSTILE[name]))

    assert re.findall("<[^>]*>", nasty) == re.findall("<[^>]*>", plain)
    assert len(nasty) < 6_000


def test_a_summary_too_long_for_the_host_says_what_is_left_out():
    many = [every_level(f"{'长' * 200}{number}.yaml") for number in range(1200)]
    page = told("summary", many)

    assert len(page.encode()) < 1_048_576
    assert re.search(r"另有 \d+ 份的发现项放不下", page.splitlines()[-1])
