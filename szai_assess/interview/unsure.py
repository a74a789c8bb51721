"""From "not sure" to as much as is known: plainer questions, part of an answer, and what not knowing costs. Pure."""

from collections.abc import Mapping, Sequence

from szai_assess.answers import Answers
from szai_assess.classify import ends, evaluated
from szai_assess.interview.page import NO, YES
from szai_assess.interview.prompts import Prompt
from szai_assess.interview.replies import Reply, put
from szai_assess.pack import NONE, UNKNOWN, Pack
from szai_assess.verdict import Ends

Probe = Mapping[str, Sequence[str]]


def narrowed(prompt: Prompt, probes: Sequence[Probe], replies: Sequence[str]) -> tuple[str, ...]:
    """The options that the replies to the plainer questions leave; of a selection, those that they make certain."""
    told = [probe[{YES: "if_yes", NO: "if_no"}[reply]] for probe, reply in known(probes, replies)]
    if prompt.style == "many":
        return tuple(option for option in prompt.options if any(option in options for options in told))
    return tuple(option for option in prompt.options if all(option in options for options in told))


def known(probes: Sequence[Probe], replies: Sequence[str]) -> list[tuple[Probe, str]]:
    """The plainer questions with a reply that tells something: "no" to one about a selection excludes nothing."""
    pairs = zip(probes, replies, strict=False)
    return [(probe, reply) for probe, reply in pairs if reply == YES or (reply == NO and "if_no" in probe)]


def says_something(prompt: Prompt, options: Sequence[str]) -> bool:
    """Whether these options say more than "not sure"."""
    return bool(options) and (prompt.style == "many" or len(options) < len(prompt.options))


def partial(prompt: Prompt, options: Sequence[str]) -> Reply:
    """The answer "one of these", or of a selection "at least these"; "not sure" where they say nothing."""
    if not says_something(prompt, options):
        return UNKNOWN
    if prompt.style == "many":
        return (*options, UNKNOWN)
    return options[0] if len(options) == 1 else tuple(options)


def parts(prompt: Prompt) -> tuple[str, ...]:
    """The options that part of an answer can be made of; none where there is no part between all and nothing."""
    if prompt.style == "many":
        return tuple(option for option in prompt.options if option != NONE)
    return prompt.options if len(prompt.options) > 2 else ()


def cost(pack: Pack, answers: Answers, prompt: Prompt) -> Ends:
    """Where the outcome stands once this is recorded as not known."""
    return ends(pack, evaluated(pack, put(answers, prompt, UNKNOWN).values))
