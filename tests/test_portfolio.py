"""The register: one row an application, as a table, a sheet and a page, whatever its names are."""

import csv
import io
import re
from html.parser import HTMLParser

import pytest
from desk import case_text, changed, judged
from reported import HOSTILE, TODAY, checked, every_level, everything, failed, goes_through, named, open_range, told
from rich.cells import cell_len

from szai_assess.answers import digest
from szai_assess.filed import NOTHING_FILED, Approval, Party
from szai_assess.policy import NO_POLICY
from szai_assess.report.columns import clipped, laid_out, width
from szai_assess.report.portfolio import cells, heads, rows

SINGLE = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta"}


def approved(case, role, approver, author):
    """An approval of a case that has no papers."""
    pack = case.pack
    return Approval(
        file=f"approval-{role}.json",
        approver=Party(role, approver),
        author=Party("developer", author),
        statement="",
        date="2026-11-21",
        answers_digest=digest(case.answers),
        pack=f"{pack.id}@{pack.version}",
        pack_digest=pack.digest,
        papers={},
    )


def filed(each, *approvals):
    return each._replace(filed=NOTHING_FILED._replace(folder="papers", approvals=approvals))


def row_of(each, language="zh"):
    return rows([each], language)[0]


class Page(HTMLParser):
    """The elements of a page, their texts, and whether each is closed where it should be."""

    def __init__(self, text):
        super().__init__()
        self.open, self.tags, self.rows, self.texts = [], [], [], []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag == "tr":
            self.rows.append([])
        if tag in ("td", "th"):
            self.rows[-1].append("")
        if tag not in SINGLE:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.texts.append(data)
        if self.rows and {"td", "th"} & set(self.open):
            self.rows[-1][-1] += data

    def all(self, tag):
        return [attrs for name, attrs in self.tags if name == tag]


def page_of(*each, language="zh"):
    page = Page(told("html", list(each), language))
    assert page.open == []
    return page


def sheet_of(*each, language="zh"):
    text = told("csv", list(each), language)
    assert text[0] == "\ufeff"
    assert "\n" not in text.replace("\r\n", "")
    return list(csv.reader(io.StringIO(text[1:], newline="")))


@pytest.fixture(scope="module")
def all_():
    return everything()


def test_a_row_says_what_came_out_and_what_comes_next():
    row = row_of(checked(case_text("03"), "a.yaml", today=TODAY))

    assert (row.application, row.file, row.gate, row.kind) == ("首页商品推荐", "a.yaml", "passed", "medium")
    assert (row.range, row.outcome) == ("中风险", "中风险")
    assert (row.due, row.due_for, row.assessed_on) == ("2027-02-01", "事后跟踪", "2026-11-21")
    assert dict(row.counts) == {"block": 0, "warn": 0, "waived": 0, "skipped": 0}


def test_a_range_is_shown_as_one_and_what_has_no_tier_shows_none():
    assert list(cells(row_of(open_range()), "zh"))[1] == "中风险—高风险"
    assert list(cells(row_of(checked(case_text("14"))), "zh"))[1] == "自述显示可能属于禁止行为，暂不分级"
    assert row_of(checked(case_text("26"))).range == ""
    assert row_of(failed()).name == "bad.yaml"
    assert row_of(failed()).gate == "undecided"


def test_a_day_that_falls_on_the_day_of_the_check_is_still_the_next_one():
    text = case_text("03")
    days = {today: row_of(checked(text, today=today)).due for today in ("2027-02-01", "2027-02-02", "2026-01-01", "")}

    assert days == {
        "2027-02-01": "2027-02-01",
        "2027-02-02": "2027-08-01",
        "2026-01-01": "2027-02-01",
        "": "2027-02-01",
    }
    assert row_of(checked(case_text("14"), today=TODAY)).due == ""


def test_approvals_count_while_they_are_of_these_very_answers():
    each = checked(case_text("03"), today=TODAY)
    case = each.assessment
    good = approved(case, "legal", "王五", "李四")
    stale = approved(case, "business", "赵六", "李四")._replace(answers_digest="sha256:" + "0" * 64)
    wanting = NO_POLICY._replace(approvals=("legal", "business"))
    row = row_of(filed(each, good, stale)._replace(policy=wanting))

    assert (row.approved, row.missing) == (("法务",), ("业务",))
    assert list(cells(row, "zh"))[4] == "法务；缺：业务"
    assert row_of(each).approved == ()


def test_the_owner_is_whom_the_pack_asks_for_else_who_wrote_what_was_approved():
    each = checked(changed("03", ("product_name: ", "ai_safety_lead: 孙七\n    product_name: ")))
    case = each.assessment
    tree = {**case.words.tree, "pack": {**case.words.tree["pack"], "owner": "project_card.ai_safety_lead"}}
    asked = each._replace(assessment=case._replace(words=case.words._replace(tree=tree)))
    silent = {**tree, "pack": {key: value for key, value in tree["pack"].items() if key != "owner"}}
    unasked = each._replace(assessment=case._replace(words=case.words._replace(tree=silent)))
    approval = approved(case, "legal", "王五", "李四")

    assert row_of(asked).owner == "孙七"
    assert row_of(filed(unasked, approval)).owner == "李四"
    assert row_of(unasked).owner == ""


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_table_at_the_end_has_a_line_for_each_in_straight_columns(all_, language):
    lines = told("text", all_, language).split("\n")
    at = next(number for number, line in enumerate(lines) if line.startswith(heads(language)[0] + "  "))
    table = lines[at : at + 1 + len(all_)]
    gates = [list(cells(row, language))[2] for row in rows(all_, language)]
    column = cell_len(lines[at][: lines[at].index(heads(language)[2])])

    assert lines[at - 1] == lines[at + 1 + len(all_)] == ""
    for line, gate in zip(table[1:], gates, strict=True):
        cut = next(place for place in range(len(line)) if cell_len(line[:place]) == column)
        assert line[cut:].startswith(gate)
    assert max(map(cell_len, table)) <= 130


def test_a_single_file_has_no_table():
    assert heads("zh")[3] not in told("text", [checked(case_text("03"))])


@pytest.mark.parametrize("text", ["", "abc", "登记表", "a中b", "（—）", "𠮷", "e\u0301"])
def test_cells_are_counted_as_the_screen_counts_them(text):
    assert width(text) == cell_len(text)
    assert width(clipped(text * 20, 11)) <= 11


def test_columns_are_as_wide_as_need_be_and_no_wider():
    assert list(laid_out([("应用", "b"), ("a", "c")], (10, 10))) == ["应用  b", "a     c"]
    assert list(laid_out([("很长的名字", "b")], (5, 10))) == ["很长…  b"]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_sheet_has_a_row_for_each(all_, language):
    head, *lines = sheet_of(*all_, language=language)
    counted = [[finding.level for finding in each.findings].count("block") for each in all_]

    assert len(set(head)) == len(head)
    assert {len(line) for line in lines} == {len(head)}
    assert [line[1] for line in lines] == [each.file for each in all_]
    assert [int(line[6]) for line in lines] == counted
    assert [line[2] for line in lines] == [
        each.assessment.verdict.outcome if each.assessment else "undecided" for each in all_
    ]


@pytest.mark.parametrize("name", HOSTILE)
def test_no_cell_becomes_a_formula_or_a_row(name):
    head, *lines = sheet_of(named(HOSTILE[name], f"{HOSTILE[name][:100]}.yaml"))

    assert [len(line) for line in lines] == [len(head)]
    assert not any(cell[:1] in ("=", "+", "-", "@", "|", "%", "\t") for cell in lines[0] if cell)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_page_has_a_row_for_each_and_counts_what_the_filters_find(all_, language):
    page = page_of(*all_, language=language)
    marked = [attrs for attrs in page.all("tr") if "data-gate" in attrs]
    labels = dict(re.findall(r'id="([a-z]+-[a-z0-9]+)"[^>]*> [^<]*?[（(](\d+)[）)]', told("html", all_, language)))

    assert len(marked) == len(all_)
    assert [attrs["data-gate"] == "passed" for attrs in marked] == [goes_through(each) for each in all_]
    assert page.all("html") == [{"lang": "zh-CN" if language == "zh" else "en"}]
    for name in ("outcome", "gate"):
        values = [attrs[f"data-{name}"] for attrs in marked]
        assert labels.pop(f"{name}-all") == str(len(all_))
        assert {value: str(values.count(value)) for value in values} == {
            ident.partition("-")[2]: count for ident, count in labels.items() if ident.startswith(f"{name}-")
        }


def test_every_choice_hides_what_is_not_chosen(all_):
    text = told("html", all_)
    style = text[: text.index("</style>")]
    choices = re.findall(r'id="((?:outcome|gate)-(?!all)[a-z0-9]+)"', text)

    assert choices
    for ident in choices:
        name, _, value = ident.partition("-")
        assert f'body:has(#{ident}:checked) [data-{name}]:not([data-{name}="{value}"]) {{ display: none; }}' in style


def test_the_matrix_has_each_application_with_a_tier_in_its_cell(all_):
    page = page_of(*all_)
    graded = [row for row in rows(all_, "zh") if row.graded]
    items = page.all("li")
    sure = page_of(checked(case_text("03")))

    assert len(items) >= len(graded)
    assert sum("首页商品推荐" in cell for row in sure.rows[2:] for cell in row) == 1
    assert any("S2 关注场景" in row for row in sure.rows)
    assert sum(cell.endswith(" ?") for row in page_of(open_range()).rows for cell in row) in (0, 2)
    assert page_of(checked(case_text("14"))).all("li") == []


def test_a_case_in_one_cell_is_sure_and_one_in_several_is_marked():
    vague = page_of(checked(case_text("19")))
    names = [cell for row in vague.rows for cell in row if cell.endswith(" ?")]

    assert len(names) > 1


def test_the_page_fetches_nothing_runs_nothing_and_can_be_read_aloud(all_):
    text, page = told("html", all_), page_of(*all_)
    policy = next(attrs["content"] for attrs in page.all("meta") if "http-equiv" in attrs)

    assert "default-src 'none'" in policy
    assert "script" not in policy
    assert {name for name, _ in page.tags} & {"script", "link", "img", "iframe", "form", "object", "a"} == set()
    assert not re.search(r"(?i)url\(|@import|https?:", text)
    assert len(page.all("caption")) == len(page.all("table")) == 2
    assert all(attrs.get("scope") in ("col", "row", "colgroup") for attrs in page.all("th"))
    assert len(page.all("label")) == len(page.all("input"))
    assert [attrs["for"] for attrs in page.all("label")] == [attrs["id"] for attrs in page.all("input")]
    assert {"prefers-color-scheme", "@media print"} <= set(re.findall(r"prefers-color-scheme|@media print", text))


@pytest.mark.parametrize("name", HOSTILE)
def test_names_of_anything_are_text_on_the_page(name):
    plain, nasty = (page_of(named(each, "a.yaml"), every_level()) for each in ("a", HOSTILE[name]))
    filed_as = page_of(named("a", f"{HOSTILE[name][:100]}.yaml"), every_level())

    assert [tag for tag, _ in nasty.tags] == [tag for tag, _ in plain.tags] == [tag for tag, _ in filed_as.tags]
    assert not any(sign in "".join(nasty.texts) for sign in "\x1b\x00\u202e")


def test_an_empty_check_is_still_a_page_and_a_sheet():
    assert len(sheet_of()) == 1
    assert page_of().all("table") != []


def test_the_register_comes_the_same_each_time(all_):
    for form in ("html", "csv", "summary"):
        assert told(form, all_) == told(form, everything())


def test_the_words_of_the_pack_are_in_the_language_of_the_report():
    case = judged(case_text("03"))
    english = row_of(checked(case_text("03"), today=TODAY), "en")

    assert english.outcome == case.words.label("pack", "outcomes", "medium", language="en")
    assert not re.search("[\u4e00-\u9fff]", "".join(cells(english._replace(application=""), "en")))
