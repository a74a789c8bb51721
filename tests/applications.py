"""Whole applications at random: every question that is asked has an answer, none of them "not sure"."""

from szai_assess.classify import evaluated
from szai_assess.condition import CANNOT
from szai_assess.pack import NONE

UNIFORM, HARMLESS = "uniform", "mostly harmless"
CLEAN = 0.97  # how often a red line of a mostly harmless application is none


def chosen(variable, chance, mix):
    """An answer to one variable; options stand from harmless to grave where they have an order."""
    options = variable.options
    if mix == UNIFORM and variable.many:
        some = [option for option in options if option != NONE]
        count = chance.randint(0 if NONE in options else 1, min(4, len(some)))
        return chance.sample(some, count) or [NONE]
    option = chance.choice(options) if mix == UNIFORM else options[int(chance.random() ** 3 * len(options))]
    return [option] if variable.many else option


def answer(pack, question, chance, mix):
    """An answer to one question."""
    if question.type == "form":
        return {}
    if not question.variables:
        return ""
    answers = [chosen(pack.variables[index], chance, mix) for index in question.variables]
    return dict(zip(question.parts, answers, strict=True)) if question.type == "matrix" else answers[0]


def application(pack, chance, mix):
    """One application."""
    values = {question.id: answer(pack, question, chance, mix) for question in pack.questions}
    for line in pack.red_lines if mix == HARMLESS else ():
        ident, _, row = line.name.partition(".")
        values[ident][row] = line.options[0] if chance.random() < CLEAN else chance.choice(line.options[1:])
    asked = evaluated(pack, values).asked
    return {
        question.id: values[question.id]
        for question, state in zip(pack.questions, asked, strict=True)
        if state != CANNOT
    }
