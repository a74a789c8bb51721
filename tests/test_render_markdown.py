import re

import pytest
from assessed import (
    CASES,
    EVERY_CASE,
    ONE_OF_EACH,
    case,
    composed,
    dossier_of,
    papers_of,
    parsed,
    read_template,
    said_by,
    shape,
    shown,
    words,
)
from hypothesis import assume, given
from hypothesis import strategies as st

from szai_assess import files, locate
from szai_assess.answers import Answers
from szai_assess.document import KINDS
from szai_assess.errors import Fault, OutputError, Place, TemplateError
from szai_assess.render import Ledger, papers
from szai_assess.render.markdown import environment_for, escaped, paragraphs, tidy, written
from szai_assess.text import visible

MARKER = re.compile(r"【(待填写|待附证据|待签署|待核实|由主管部门填写) (B\d+)：(.*?)】")
LISTED = re.compile(r"^\| (B\d+) \| (\S+) \| \S+ \| (.*) \|$", re.MULTILINE)
TEMPLATES = {name: data.decode("utf-8") for name, data in files.below(locate.shipped("templates")).items()}
HOSTILE = (
    "# 标题\n\n- 列表\n1. 序号\n\n> 引用\n\n```\n代码\n```\n| a | b |\n| --- | --- |\n***\n===",
    "<script>alert(1)</script> <b>x</b> &amp; &#65; <!-- --> <https://x.cn> https://x.cn www.x.cn",
    "{{ 7 * 7 }} {% for x in d %} {# x #} ${x} **粗** _斜_ ~~删~~ [链](javascript:1) ![图](x) `码` \\| \\",
    "\u202e反\u2066向\x00\x1b[31m" + "长" * 300,
)


PLACES = ["{}", "- {}", "1. {}", "> {}", "# {}", "| a | b |\n| --- | --- |\n| {} | x |", "开头{}结尾", "**{}**"]
MARKS = st.text(alphabet="*_`[]()<>|~#!&;:.-+=\\\n\t 0123456789ax$@/\"'{}%、。“（中", min_size=1, max_size=30)


@pytest.mark.parametrize("place", PLACES[:-1])
@given(text=MARKS | st.text(min_size=1, max_size=30))
def test_words_stay_words_wherever_they_are_printed(place, text):
    words = re.sub(r"[ \t\n]+", " ", visible(text)).strip()
    assume(words)
    benign = place.format("文")

    assert shape(benign) == shape(place.format(escaped(text)))
    assert "\n".join(shown(benign)).replace("文", words, 1) == "\n".join(shown(place.format(escaped(text))))


@given(MARKS)
def test_lines_become_paragraphs_and_nothing_else(text):
    lines = [line for line in (re.sub(r"[ \t]+", " ", part).strip() for part in visible(text).split("\n")) if line]

    assert lines == shown(paragraphs(text))
    assert {kind for kind, _, _ in shape(paragraphs(text))} <= {"paragraph_open", "inline", "paragraph_close"}


def test_plain_text_stays_readable():
    """Escapes stand only where Markdown would read structure."""
    assert escaped("版本 3.2 (2026-11-21), QM-12: a@b.cn; 50%") == "版本 3.2 (2026-11-21), QM-12: a@b.cn; 50%"
    assert escaped("1. 第一") == "1\\. 第一"
    assert escaped("https://a.cn") == "https\\://a.cn"


@pytest.mark.parametrize("outcome", ["low", "medium", "high", "on_hold", "prohibited_suspected"])
@pytest.mark.parametrize("hostile", HOSTILE, ids=["blocks", "html", "inline", "control"])
def test_what_a_user_writes_never_becomes_structure(outcome, hostile):
    answers = case(ONE_OF_EACH[outcome])
    benign, attacked = papers_of(said_by(answers, "文")), papers_of(said_by(answers, hostile))

    for document, paper in attacked.items():
        assert shape(benign[document].text) == shape(paper.text), document
        assert "\x1b" not in paper.text
        assert "\u202e" not in paper.text
        assert len(benign[document].blanks) == len(paper.blanks)


def test_what_a_user_writes_is_shown_as_written():
    hostile = HOSTILE[2]
    paper = papers_of(said_by(case(ONE_OF_EACH["high"]), hostile))["assessment_report"]

    assert any(hostile in text for text in shown(paper.text))


@EVERY_CASE
def test_every_paper_of_every_case_is_whole(name):
    answers = case(name)
    dossier = dossier_of(answers)
    for document, paper in papers_of(answers).items():
        texts = shown(paper.text)
        assert paper.text.startswith(f"# {paper.title}\n"), document
        assert not [text for text in texts if "**" in text or text.startswith("|") or "---" in text], document
        assert "softbreak" not in {inner for _, _, inside in shape(paper.text) for inner in inside}, document
        assert not [text for text in texts if re.search("。。|；。|，。|：。|、、|、。|^[。，；、]", text)], document
        assert all(line in texts for line in dossier.honesty.split("\n")), document
        assert f"作答摘要 {dossier.digest}" in paper.text
        assert ("草稿·存在待澄清的禁止性行为事项" in paper.text) == dossier.conclusion.draft


@EVERY_CASE
def test_no_heading_stands_over_nothing(name):
    for document, paper in papers_of(case(name)).items():
        tokens = parsed(paper.text)
        for place, token in enumerate(tokens):
            if token.type == "heading_open":
                after = tokens[place + 3 : place + 4]
                assert after, (document, tokens[place + 1].content)
                assert after[0].type != "heading_open" or after[0].tag > token.tag, (
                    document,
                    tokens[place + 1].content,
                )


@EVERY_CASE
def test_blanks_are_numbered_counted_listed_and_in_the_text(name):
    for document, paper in papers_of(case(name)).items():
        numbers = [blank.id for blank in paper.blanks]
        kinds = [blank.kind for blank in paper.blanks]
        assert len(set(numbers)) == len(numbers)
        assert {number for _, number, _ in MARKER.findall(paper.text)} == set(numbers), document
        assert [number for number, _, _ in LISTED.findall(paper.text)] == numbers, document
        assert set(kinds) <= set(KINDS)
        assert {blank.owner for blank in paper.blanks} <= set(words().tree["pack"]["who"])
        assert (f"待填项共 {len(numbers)} 项：" in paper.text) == bool(numbers)
        counted = re.search("待填项共 .*。清单", paper.text)
        assert not counted or sum(map(int, re.findall(r"\D (\d+) 项(?=[，。])", counted[0]))) == len(numbers)


def test_every_document_is_rendered_by_some_case():
    assert set(words().tree["documents"]) == {
        planned.id for name in CASES for planned in dossier_of(case(name)).planned
    }


def test_nothing_answered_is_all_blanks_and_no_error():
    for paper in papers_of(Answers()).values():
        assert "None" not in paper.text
        assert "未命名应用-" in paper.stem
        assert "评估日期】" in paper.text


@pytest.mark.parametrize("given", [{}, {"red_lines": "unknown"}])
def test_an_open_answer_is_no_statement_of_the_user(given):
    """A red line that nobody answered is open: what its rows would say if it were answered yes is not printed."""
    answers = case(ONE_OF_EACH["high"])
    answers = answers._replace(values={**answers.values, **given} if given else {})
    rows = words().tree["rows"]
    accusing = [row["because"]["zh"] for name, row in rows.items() if name.startswith("RL-")]
    for document, paper in papers_of(answers).items():
        text = "\n".join(shown(paper.text))
        assert not [because for because in accusing if because in text], document
        for row in rows.values():
            if given == {} and row["because"]["zh"] in text:
                assert f"属于下述情形时成立：{row['because']['zh']}" in text, (document, row)


def test_a_day_that_was_not_given_is_one_blank():
    report = papers_of(case(ONE_OF_EACH["high"])._replace(assessed_on=""))["assessment_report"]

    assert [blank.kind for blank in report.blanks if blank.what == "评估日期"] == ["fact"]
    assert not re.search("评估日期 2", report.text)


def test_the_same_answers_give_the_same_bytes():
    answers = case(ONE_OF_EACH["open"])
    turned = answers._replace(values=dict(reversed(answers.values.items())))

    assert papers(composed(answers), read_template) == papers(composed(turned), read_template)


def test_stems_are_told_apart_by_document_alone():
    stems = [paper.stem for paper in papers_of(case(ONE_OF_EACH["high"])).values()]

    assert len(set(stems)) == len(stems)
    assert "小额信贷审批模型-risk_warning_plan.zh" in stems


@pytest.mark.parametrize("name", sorted(ONE_OF_EACH.values()))
def test_the_law_is_quoted_word_for_word(name):
    """A quotation is a citation that ends with a colon, then held text and nothing else."""
    tree = words().tree
    held = {text for article in tree["law"]["zh"].values() for text in article}
    held |= {
        text
        for source in tree["sources"].values()
        for article in source.get("articles", {}).values()
        for text in article
    }
    for paper in papers_of(case(name)).values():
        within = 0
        for token in parsed(paper.text):
            within += {"blockquote_open": 1, "blockquote_close": -1}.get(token.type, 0)
            if within and token.type == "inline":
                text = "".join(child.content for child in token.children)
                assert text in held or (text.startswith("《") and text.endswith("：")), text


def test_templates_never_judge_the_application():
    """Titles of instruments aside, these words are no predicates of ours."""
    for name, text in TEMPLATES.items():
        assert not re.search("合规|达标|获批|通过", text), name


def test_templates_name_only_what_the_pack_has():
    tree = words().tree
    known = set(tree["obligations"]) | set(tree["rows"])
    for name, text in TEMPLATES.items():
        assert set(re.findall(r'"((?:OB|SZ|HN|FH|FL|CX)-?\d+)"', text)) <= known, name


def changed(name, **values):
    """A case with some answers changed; a mapping changes rows of a matrix or fields of a form."""
    answers = case(name)
    merged = {
        ident: {**answers.values[ident], **value} if isinstance(value, dict) else value
        for ident, value in values.items()
    }
    return answers._replace(values={**answers.values, **merged})


def lines_of(paper, *parts):
    """The lines that hold all of some words, as a reader sees them."""
    return [line for line in paper.text.split("\n") if all(part in line for part in parts)]


@pytest.mark.parametrize(
    ("rows", "word"),
    [
        ({}, "七项均为未见"),
        ({"rl5": "justified"}, "第（五）项由法务确认；其余各项未见"),
        ({"rl4": ["no", "justified"], "rl5": "justified"}, "第（四）项由法务确认；第（五）项由法务确认；其余各项未见"),
        ({"rl4": "justified", "rl6": "unknown"}, "第（四）项由法务确认；第（六）项待澄清；其余各项未见"),
    ],
)
def test_a_difference_with_a_reason_is_not_cleared(rows, word):
    written = papers_of(changed("15-hotel-pricing", red_lines=rows))
    states = [
        line.split(" | ")[3]
        for line in lines_of(written["ethics_review"], "| ")
        if re.match(r"\| [1-7] \| [是据同]", line)
    ]

    assert lines_of(written["summary"], "第七十二条第二款 禁止行为") == [f"| 第七十二条第二款 禁止行为 | {word} |"]
    assert len(states) == 7
    assert states.count("由法务确认") == word.count("由法务确认")


@pytest.mark.parametrize("filings", [["pipia"], ["pipia", "algo_public"]])
def test_one_note_is_not_the_evidence_of_every_filing(filings):
    several = len(filings) > 1
    written = papers_of(changed("05-credit-approval", filings_status=filings))
    filed = lines_of(written["obligations"], "办理状态", "自述已办理")
    impact = lines_of(written["assessment_report"], "个人信息保护影响评估：自述已完成；编号和日期：")
    mixed = "证据（各事项合填，请核对对应关系）："

    assert filed
    assert all((mixed in line) == several for line in filed)
    assert ["【待附证据" in line for line in impact] == [several]
    wanted = [
        blank for blank in written["assessment_report"].blanks if blank.what == "个人信息保护影响评估的编号和日期"
    ]
    assert [blank.owner for blank in wanted] == ["data"] * several
    if several:
        assert lines_of(written["explanation"], "算法公示情况", f"自述已单独公示；{mixed}")


@pytest.mark.parametrize(("review", "word"), [("none", "尚未开展"), ("internal", "仅内部部门评审"), ("committee", "")])
def test_what_legal_is_to_do_is_on_its_list(review, word):
    rows = {"review": review, "workplace_rules": "no", "training": "yes"}
    todo = papers_of(changed("25-partner-data", ethics_status=rows))["todo"]
    legal = todo.text.split("、法务\n")[1].split("\n## ")[0]

    assert "| 待澄清的禁止性行为：第（二）项 | 待澄清 | 澄清后结果才能确定；由法务写明意见 |" in legal
    assert ("伦理安全规范审查和风险评估 |" in legal) == bool(word)
    assert not word or f"| 第七十二条第一款的伦理安全规范审查和风险评估 | {word} | 完成审查并留存记录 |" in legal
    assert "| 第六十九条第一款：职业规范 | 否 | 由法务判断是否适用，纳入并留存证据 |" in legal
    assert "第六十九条第一款：从业人员培训" not in legal


def test_article_69_is_on_the_list_of_companies_alone():
    rows = {"workplace_rules": "no", "training": "no"}
    todo = papers_of(changed("25-partner-data", ethics_status=rows, org_type="academic"))["todo"]

    assert "第六十九条第一款" not in todo.text


def test_what_an_open_pilot_waits_for_is_on_the_lists():
    changes = {"intl_standard": "claimed", "bodily_harm": "possible", "impact": {"individual": "h2"}}
    todo = papers_of(changed("28-pilot-open", **changes))["todo"].text

    assert "| 国家、地方标准检索 | 认为没有，尚未检索 | 检索并留存记录（库名、检索式、日期、结果） |" in todo
    assert "| 国际标准符合性 | 仅自述 | 取得符合性证据 |" in todo
    assert "| 是否涉及人身伤害 | 可能 | 由责任人核实并签认 |" in todo
    assert "| 国际标准符合性" not in papers_of(case("28-pilot-open"))["todo"].text


def test_the_list_of_filings_says_what_it_is_about():
    todo = papers_of(case("03-product-recommender"))["todo"].text

    assert "作答所列的备案、评估、许可等事项中，没有按自述可能适用而尚未办理的。其余义务见《关联义务清单》。" in todo


def test_how_far_a_duty_is_met_agrees_with_the_answers():
    written = papers_of(case("05-credit-approval"))
    report = written["assessment_report"]

    assert lines_of(report, "人工智能企业的职业规范和培训", "| 自述：职业规范，是；从业人员培训，是 |")
    assert lines_of(report, "| 伦理安全规范审查和风险评估 |", "| 见《伦理安全规范审查与风险评估记录》 |")
    assert len(lines_of(report, "| 自述：本单位委员会已审查 |")) == 2
    assert len(lines_of(written["obligations"], "| 办理状态 | 自述：本单位委员会已审查 |")) == 2


@pytest.mark.parametrize(
    ("changes", "row", "word"),
    [
        ({}, "人机融合系统", "按自述未见，人数和程度界限不作判断"),
        ({"tech_types": ["ml", "bci_fusion"], "individual_effect": "none"}, "人机融合系统", "可能属于"),
        ({"tech_types": ["ml", "unknown"]}, "人机融合系统", "有关回答未定，查明前不作“未见”处理"),
        ({"scenario_functions": ["recommend"], "public_opinion_capability": "yes"}, "舆论社会动员能力", "可能属于"),
        ({"scenario_functions": ["diagnosis"], "device_class": "none"}, "自动化决策系统", "可能属于"),
        (
            {"scenario_functions": ["diagnosis"], "device_class": "none", "decision_role": "a1"},
            "自动化决策系统",
            "按自述未见，人数和程度界限不作判断",
        ),
        ({"scenario_functions": "unknown"}, "自动化决策系统", "有关回答未定，查明前不作“未见”处理"),
    ],
)
def test_the_re_review_list_is_checked_by_facts_and_not_by_thresholds(changes, row, word):
    review = papers_of(changed("05-credit-approval", **changes))["ethics_review"]
    checked = [
        line.split(" | ")[1] for line in lines_of(review, row) if line.endswith((f"{word} |", "判断 |", "处理 |"))
    ]

    assert checked == [f"{word} |"]


def test_the_report_leaves_the_re_review_list_to_the_record():
    listed = lines_of(papers_of(case("05-credit-approval"))["assessment_report"], "国家科技伦理专家复核清单")

    assert listed == [
        "是否属于国家科技伦理专家复核清单：本工具不作认定，逐项核对见《伦理安全规范审查与风险评估记录》第九部分。"
    ]


def test_a_deadline_says_what_it_rests_on():
    for name in CASES:
        for document, paper in papers_of(case(name)).items():
            assert not lines_of(paper, "待核实）：", "待核实）。"), (name, document)
            assert not lines_of(paper, "条文所载期限", "待核实"), (name, document)
    assert lines_of(
        papers_of(case("13-companion"))["todo"], "二手资料所载期限：连续使用每超过两小时提醒一次（待核实）。"
    )
    assert lines_of(papers_of(case("05-credit-approval"))["risk_warning_plan"], "条文所载期限：立即。")


def test_a_draft_disclosure_says_in_both_parts_that_it_is_not_for_the_public():
    banner = "**草稿·存在待澄清的禁止性行为事项，澄清前不得对外发布**"
    draft = papers_of(case("25-partner-data"))["disclosure"].text

    assert draft.count(banner) == 2
    assert draft.index("## 第二部分") < draft.rindex(banner) < draft.rindex("### 一、基本信息")
    assert banner not in papers_of(case("03-product-recommender"))["disclosure"].text


def test_the_disclosure_tells_the_mechanism_and_that_nothing_is_filed():
    disclosure = papers_of(case("28-pilot-open"))["disclosure"]

    assert disclosure.text.count("| 运行机制 | 主要考虑：叶形、花色；结果的使用：只作参考 |") == 2
    assert disclosure.text.count("| 目的意图 | 见“二、用途、适用对象与不适用情形” |") == 2
    assert disclosure.text.count("\n编号：没有（自述）\n") == 2
    assert not [blank for blank in disclosure.blanks if "编号和日期" in blank.what]


def test_an_indicator_has_one_blank_for_its_three_cells():
    plan = papers_of(case("03-product-recommender"))["tracking_plan"]
    found = [blank for blank in plan.blanks if blank.what == "指标 1 的频次、基线和异常判据"]

    assert lines_of(plan, "| 频次 | 基线 | 异常判据 |")
    assert (
        len(lines_of(plan, f"【待填写 {found[0].id}：{found[0].what}】 | （{found[0].id}） | （{found[0].id}） |")) == 1
    )


def test_the_report_lists_the_standard_it_uses_and_the_questions_it_did_not_ask():
    answers = case("05-credit-approval")
    report, summary = papers_of(answers)["assessment_report"], papers_of(answers)["summary"]
    known = dossier_of(answers).skipped
    skipped = "；".join(dossier_of(answers).skipped)

    assert lines_of(report, "| GB/T 39335 |")
    assert f"按回答跳过、没有询问的问题（不计入）：{skipped}。" in shown(report.text)
    assert f"其余 {len(known)} 题按回答没有询问，不计入。" in shown(summary.text)
    assert not [ask for ask in known if ask in summary.text]
    assert lines_of(report, "1. FH-02（非决定性）")


@pytest.mark.parametrize(
    ("answer", "words"),
    [("not_tested", "自述未检验"), ("na", "自述结果不涉及自然人"), ("tested_ok", "群体差异检验的数据和报告")],
)
def test_no_test_data_are_asked_for_where_nothing_was_tested(answer, words):
    answers = changed("05-credit-approval", fairness_testing=answer)
    answers = answers._replace(evidence={**answers.evidence, "fairness_testing": ""})
    report = papers_of(answers)["assessment_report"]

    assert len(lines_of(report, "检验数据：", words)) == 1
    assert bool(lines_of(report, "检验数据：【待附证据")) == (answer == "tested_ok")


def test_no_test_data_are_asked_for_where_the_question_was_not_asked():
    report = papers_of(changed("05-credit-approval", scenario_functions=["companion"], device_class="device_3"))

    assert not lines_of(report["assessment_report"], "检验数据")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("05-credit-approval", "风险登记表见《人工智能应用事前评估报告》附件一。"),
        ("03-product-recommender", "风险登记表见《事前披露书》第八部分。"),
        ("24-face-swap", "| R1 | 公共安全 |"),
    ],
)
def test_the_record_has_the_risk_register_or_says_where_it_is(name, words):
    review = papers_of(case(name))["ethics_review"].text

    assert words in review
    assert ("风险登记表见" in review) != ("| R1 |" in review)


@pytest.mark.parametrize(
    ("role", "words"),
    [
        ("a4", "由系统自动作出，没有纠正途径。"),
        ("a3", "由系统自动作出，人可以事后纠正。"),
        ("a2", "系统给出评分、排序或者建议，由工作人员决定。"),
        ("a1", "系统只提供信息，由人自行决定。"),
        ("a0", "不参与针对人的决定。"),
    ],
)
def test_the_explanation_says_who_decides(role, words):
    explanation = papers_of(changed("05-credit-approval", decision_role=role))["explanation"].text

    assert words in explanation.split("### 3. ")[1].split("### 4. ")[0]


def test_an_item_that_is_too_long_for_the_public_is_named_in_the_internal_notes():
    long = changed("05-credit-approval", product_purpose="长" * 121)
    public, notes = papers_of(long)["explanation"].text.split("## 编制说明（不公开）")

    assert "第 2 项“谁在用、用来做什么”（本项 121 字，超过建议的 120 字）。" in notes
    assert "超过建议的" not in public
    assert "没有超过的项。" in papers_of(case("05-credit-approval"))["explanation"].text


def test_nothing_open_is_not_prepared_for():
    sentence = "先按可能适用准备。"

    assert sentence not in papers_of(case("03-product-recommender"))["obligations"].text
    assert sentence in papers_of(case("19-mostly-unknown"))["obligations"].text


def test_too_little_information_is_on_the_summary_and_every_cover():
    told = "信息不足，结论不宜对外使用（低风险—高风险，按高风险准备）"
    for document, paper in papers_of(case("19-mostly-unknown")).items():
        covered = lines_of(paper, "| 自评结果 |")
        assert all(told in line for line in covered), document
        assert covered or document == "explanation"
        assert "：暂定：" not in paper.text


def test_a_hole_met_again_keeps_its_number():
    ledger = Ledger()
    first, second = ledger.hole("fact", "legal", "文", "号"), ledger.hole("evidence", "legal", "文号")

    assert first == ledger.hole("fact", "legal", " 文号 ")
    assert (first.id, second.id, ledger.counts()) == ("B01", "B02", [("fact", 1), ("evidence", 1)])


def rendered(text, **known):
    return written(environment_for({"a/zh.md.j2": text}.__getitem__), "a/zh.md.j2", known)


def test_a_value_is_escaped_and_markdown_is_not():
    text = '{% macro strong(x) %}**{{ x }}**{% endmacro %}{{ strong(word) }} {{ [word, "b"]|join("、") }}'

    assert rendered(text, word="a*b") == "**a\\*b** a\\*b、b"
    assert tidy("a\n\n\n\nb\n\n") == "a\n\nb\n"


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("一\n{% if %}", "T001", 2),
        ("一\n\n{{ missing }}", "T002", 3),
        ("{{ d.missing }}", "T002", 1),
        ('{% include "b.j2" %}', "T003", 1),
        ("一\n{{ word.__class__.__mro__ }}", "T004", 2),
        ("一\n{{ word ~ word }}", "T004", 2),
        ("一\n{{ word + word }}", "T004", 2),
        ("一\n{{ '%s' % word }}", "T004", 2),
        ("{{ word|safe }}", "T004", 1),
        ("一\n{{ none }}", "T005", 2),
        ("一\n{{ [word] }}", "T005", 2),
        ("一\n{{ 1 // 0 }}", "T005", 2),
        ('一\n{{ hole("fancy", "legal", "x").id }}', "T005", 2),
        ('一\n{% set x %}y{% endset %}{{ hole("fact", "legal", x).id }}', "T005", 2),
    ],
)
def test_a_fault_in_a_template_says_where_and_what(text, code, line):
    with pytest.raises(TemplateError) as caught:
        rendered(text, word="文", d={}, hole=Ledger().hole)

    assert [(code, Place("a/zh.md.j2", line))] == [(fault.code, fault.place) for fault in caught.value.faults]


def test_an_unreadable_template_is_the_machines_error():
    def fails(name):
        raise OutputError(Fault("O001", Place(name)))

    with pytest.raises(OutputError):
        papers(dossier_of(case(ONE_OF_EACH["low"])), fails)


def test_a_pack_that_names_no_template_is_told_so():
    with pytest.raises(TemplateError) as caught:
        papers(dossier_of(case(ONE_OF_EACH["low"])), {}.__getitem__)

    assert caught.value.faults[0].details["name"] == "summary/zh.md.j2"


def test_only_the_papers_wanted_are_written():
    dossier = dossier_of(case(ONE_OF_EACH["low"]))

    assert [paper.id for paper in papers(dossier, read_template, ("todo",))] == ["todo"]
