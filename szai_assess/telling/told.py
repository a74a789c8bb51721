"""An explanation as an outline: heading, argument, and what would be otherwise."""

from szai_assess.explanation import Explanation
from szai_assess.standing import standing
from szai_assess.telling.changing import Changing
from szai_assess.telling.outline import Outline, Section
from szai_assess.telling.saying import Saying
from szai_assess.telling.tree import Tree
from szai_assess.text import one_line
from szai_assess.verdict import ON_HOLD, OUT_OF_SCOPE, PROHIBITED

STATES = {PROHIBITED: "explain.prohibited", ON_HOLD: "explain.on_hold", OUT_OF_SCOPE: "explain.out_of_scope"}


def head(saying: Saying) -> tuple[str, ...]:
    """What the state of the verdict means for the reader; nothing where it is a settled tier."""
    verdict = saying.view.verdict
    if not verdict.graded:
        return (saying.say(STATES[verdict.outcome]),)
    if verdict.settled:
        return ()
    return (standing(saying.view.words, verdict, saying.language), saying.say("explain.unsettled"))


def told(explanation: Explanation, language: str, file: str, *, law: bool, full: bool) -> Outline:
    """The explanation in the words of one language; ``law`` adds the law's words, ``full`` cuts no list."""
    saying = Saying(explanation, language, file, law=law, full=full)
    view = saying.view
    name = one_line(view.assessment.answers.field(*view.pack.name_field))
    title = saying.say("explain.named", name=name) if name else saying.say("explain.title")
    decisive = any(why.decisive for why in view.assessment.reasons)
    about = saying.say("explain.argument_about_key" if decisive else "explain.argument_about")
    argument = Section(saying.say("explain.argument"), about, Tree(saying).points())
    honesty = view.words.sentence("honesty", language, as_of=view.words.tree["pack"]["measures_issued"]["as_of"])
    return Outline(
        language,
        title,
        head(saying),
        (argument, *Changing(saying).sections()),
        tuple(part for part in map(one_line, honesty.split("\n")) if part),
    )
