import pytest
from assessed import CASES, ONE_OF_EACH, case, dossier_of, pack, words

from szai_assess.answers import Answers
from szai_assess.citing import Law, cite, numeral
from szai_assess.classify import classify
from szai_assess.condition import CANNOT
from szai_assess.masks import holds
from szai_assess.outlook import answered_by, led_to
from szai_assess.restate import state_of
from szai_assess.verdict import Ends


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (1, "一"),
        (10, "十"),
        (11, "十一"),
        (20, "二十"),
        (72, "七十二"),
        (103, "一百零三"),
        (110, "一百一十"),
        (112, "一百一十二"),
    ],
)
def test_articles_are_numbered_in_chinese(number, expected):
    assert expected == numeral(number)


@pytest.mark.parametrize(
    ("reference", "zh", "en"),
    [
        ("66.2", "《条例》第六十六条第二款", "the Regulation Art. 66(2)"),
        ("72.2.3", "《条例》第七十二条第二款第（三）项", "the Regulation Art. 72(2)(3)"),
        ("71.1", "《条例》第七十一条", "the Regulation Art. 71"),
        ("71", "《条例》第七十一条", "the Regulation Art. 71"),
        ("PIPL-24.3", "《个人信息保护法》第二十四条第三款", "PIPL Art. 24(3)"),
        ("ETHICS23-annex.7", "《科技伦理审查办法（试行）》附件第（七）项", None),
    ],
)
def test_a_citation_reads_as_a_lawyer_writes_it(reference, zh, en):
    """An article of one paragraph is cited without the paragraph."""
    assert zh == cite(words(), reference, "zh").label
    assert en is None or en == cite(words(), reference, "en").label


def test_what_is_not_held_cannot_be_quoted():
    with pytest.raises(KeyError):
        Law(words(), "zh")["ETHICS23-annex.7"]
    assert Law(words(), "zh")["66.2"].quote == words().article("REG", "66")[1:2]


@pytest.mark.parametrize(
    ("value", "many", "expected"),
    [
        (None, False, "unanswered"),
        ("unknown", False, "unknown"),
        (["unknown"], True, "unknown"),
        ("a", False, "given"),
        (["a"], False, "given"),
        (["a", "b"], False, "one_of"),
        (["a", "b"], True, "given"),
        (["a", "unknown"], True, "at_least"),
        (["a", "unknown"], False, "unknown"),
    ],
)
def test_an_answer_is_told_with_what_is_open_about_it(value, many, expected):
    assert expected == state_of(value, many)


def test_every_answer_of_the_pack_is_restated_once():
    dossier = dossier_of(case(ONE_OF_EACH["high"]))

    assert {question.id for question in pack().questions} == set(dossier.groups)
    assert sum(map(len, dossier.groups.values())) == len(dossier.said)
    assert dossier.said["org_type"].text == "企业"
    assert dossier.said["project_card.uscc"].state == "unanswered"
    assert dossier.said["human_review"].state == "not_asked"
    assert dossier.said["alternatives_available"].note == "可到网点人工办理，需时较长。"
    assert dossier.said["controls.owner"].evidence == "制度编号 FX-01"
    assert dossier.said["individual_effect"].short == "重大影响"


def test_a_field_belongs_to_whoever_can_fill_it():
    said = dossier_of(Answers()).said

    assert (said["project_card.uscc"].owner, said["project_card.version"].owner) == ("legal", "developer")


def test_a_row_belongs_to_whoever_can_answer_it():
    said = dossier_of(Answers()).said
    business = ("owner", "training", "complaints", "insurance", "third_party")

    assert {said[f"controls.{row}"].owner for row in business} == {"business"}
    assert said["controls.data_security"].owner == "data"
    assert said["controls.logs"].owner == "developer"


def test_a_blank_text_is_no_answer():
    said = dossier_of(Answers(values={"product_purpose": "  \n", "project_card": {"version": " "}})).said

    assert (said["product_purpose"].state, said["project_card.version"].state) == ("unanswered", "unanswered")


@pytest.mark.parametrize("name", CASES)
def test_the_papers_planned_are_those_of_the_verdict(name):
    answers = case(name)
    verdict = classify(pack(), answers.values)
    dossier = dossier_of(answers)

    assert verdict.documents == tuple(planned.id for planned in dossier.planned)
    assert [duty.status for duty in dossier.duties] == [status for _, status in verdict.obligations]
    assert [line.status for line in dossier.red_lines] == [status for _, status in verdict.red_lines]


def test_the_official_line_says_whether_it_is_settled():
    line = {key: dossier_of(case(name)).conclusion for key, name in ONE_OF_EACH.items()}

    assert line["high"].text == "高风险"
    assert line["partly"].text == "暂定：低风险—中风险，按中风险准备"
    assert line["open"].text == "信息不足，结论不宜对外使用（低风险—高风险，按高风险准备）"
    assert (line["partly"].uninformative, line["open"].uninformative) == (False, True)
    assert (line["on_hold"].text, line["on_hold"].line, line["on_hold"].draft) == ("待澄清", "低风险", True)
    assert (line["prohibited_suspected"].graded, line["prohibited_suspected"].supervision_text) == (False, "")


@pytest.mark.parametrize("name", [ONE_OF_EACH["open"], ONE_OF_EACH["partly"]])
def test_what_an_open_answer_would_change_is_what_happens_when_it_is_given(name):
    answers = case(name)
    variables = {variable.name: index for index, variable in enumerate(pack().variables)}
    checked = 0
    for item in dossier_of(answers).unsettled:
        promised = {label: change.result for change in item.changes for label in change.options}
        variable = pack().variables[variables[item.said.name]] if item.changes else None
        for option in variable.options if variable else ():
            label = words().option(item.said.name, option, "zh").partition("：")[0]
            if label in promised:
                settled = classify(pack(), answered_by(pack(), variables[item.said.name], option, answers.values))
                ends = Ends(settled.outcome, settled.lowest, settled.highest)
                assert promised[label] == led_to(words(), ends, "zh")
                checked += 1

    assert checked


def test_answers_that_decide_come_first_and_every_open_answer_is_there():
    dossier = dossier_of(case(ONE_OF_EACH["open"]))
    deciding = [item.deciding for item in dossier.unsettled]

    assert deciding == sorted(deciding, reverse=True)
    assert {item.said.name for item in dossier.unsettled} == {name for name, said in dossier.said.items() if said.open}


def test_indicators_are_those_that_fit_or_may_fit():
    answers = case(ONE_OF_EACH["partly"])
    state = classify(pack(), answers.values).state
    fitting = {line.id for line in pack().indicators if holds(line.when, state.certain, state.possible) != CANNOT}
    found = dossier_of(answers).indicators

    assert fitting == {indicator.id for group in found.values() for indicator in group}
    assert {indicator.must for indicator in found["tracking"]} == {True, False}


def cited_in(answers):
    return [source.id for source in dossier_of(answers).sources if source.cited]


def test_only_instruments_that_are_cited_are_listed():
    low, high = cited_in(case(ONE_OF_EACH["low"])), cited_in(case(ONE_OF_EACH["high"]))

    assert low[0] == "REG"
    assert len(low) < len(high) < len(words().tree["sources"])


def test_what_a_red_line_cites_is_listed_only_where_the_red_line_is_not_clean():
    clean = case(ONE_OF_EACH["high"])
    unclear = clean._replace(values={**clean.values, "red_lines": "unknown"})

    assert not {"DEEP", "GENAI", "LABEL"} & set(cited_in(clean))
    assert {"DEEP", "GENAI", "LABEL"} <= set(cited_in(unclear))


def test_questions_that_were_not_asked_are_named_in_short():
    answers = case(ONE_OF_EACH["high"])
    dossier = dossier_of(answers)
    asked = {name for name, group in dossier.groups.items() if any(said.state != "not_asked" for said in group)}

    assert len(dossier.skipped) == len(pack().questions) - len(asked)
    assert "输出是否用于公共决策" in dossier.skipped
    assert not [ask for ask in dossier.skipped if ask[-1] in "？）：" or "（" in ask]


def test_nothing_is_said_of_a_name_or_day_that_was_not_given():
    dossier = dossier_of(Answers())

    assert (dossier.product, dossier.assessed_on) == ("", "")
    assert dossier.as_of in dossier.honesty
    assert "{" not in dossier.honesty


def test_the_order_of_answers_does_not_matter():
    answers = case(ONE_OF_EACH["high"])
    turned = answers._replace(
        values=dict(reversed(answers.values.items())), notes=dict(reversed(answers.notes.items()))
    )

    assert dossier_of(answers)._replace(law=None) == dossier_of(turned)._replace(law=None)
