"""What a reply does to the answers, and why one cannot stand. Pure."""

from collections.abc import Mapping, Sequence

from szai_assess.answers import Answers, by_part
from szai_assess.interview.prompts import ANSWER, NOTE, Prompt
from szai_assess.pack import NONE, UNKNOWN
from szai_assess.text import is_day

UNFIT = frozenset((*range(0x20), *range(0x7F, 0xA0), *range(0xD800, 0xE000)))  # control signs and half characters

Reply = str | Sequence[str]


def objection(prompt: Prompt, reply: Reply) -> str:
    """The message that says why a reply cannot stand; empty where it can."""
    if prompt.style in ("text", "date"):
        return written_objection(prompt, str(reply))
    return chosen_objection(prompt, [reply] if isinstance(reply, str) else reply)


def written_objection(prompt: Prompt, reply: str) -> str:
    """Why typed text cannot stand: signs that no file should hold, or a day that is none."""
    if any(ord(sign) in UNFIT for sign in reply):
        return "assess.bad_text"
    return "assess.bad_date" if prompt.style == "date" and reply and not is_day(reply) else ""


def chosen_objection(prompt: Prompt, reply: Sequence[str]) -> str:
    """Why a choice cannot stand: nothing chosen, or "none of these" together with something."""
    if not reply:
        return "assess.choose_one" if prompt.style == "one" else "assess.choose_some"
    if any(option not in prompt.options and option != UNKNOWN for option in reply):
        return "assess.choose_one"
    if UNKNOWN in reply and (not prompt.question.may_be_unknown or (prompt.style == "one" and len(reply) > 1)):
        return "assess.choose_one"
    return "assess.none_alone" if prompt.style == "many" and NONE in reply and len(reply) > 1 else ""


def put(answers: Answers, prompt: Prompt, reply: Reply) -> Answers:
    """The answers with a reply put in; a note or evidence that is left blank is taken out."""
    if prompt.kind == ANSWER:
        before = answers.values.get(prompt.question.id)
        return answers._replace(values={**answers.values, prompt.question.id: value_of(prompt, reply, before)})
    if prompt.kind == NOTE:
        return answers._replace(notes=remarked(answers.notes, prompt.name, str(reply)))
    return answers._replace(evidence=remarked(answers.evidence, prompt.name, str(reply)))


def remarked(remarks: Mapping[str, str], name: str, text: str) -> Mapping[str, str]:
    """Notes or evidence with one put in, or taken out where it is blank."""
    others = {key: kept for key, kept in remarks.items() if key != name or text}
    return {**others, name: text} if text else others


def value_of(prompt: Prompt, reply: Reply, before: object) -> object:
    """The value that the file holds for a reply, given what it held before."""
    plain = reply if isinstance(reply, str) else list(reply)
    if plain == [UNKNOWN] or (prompt.style == "one" and len(plain) == 1 and not isinstance(plain, str)):
        plain = plain[0]
    if not prompt.part:
        return plain
    parts = {**by_part(prompt.question, before), prompt.part: plain}
    blank = prompt.question.type == "form" and not any(parts.values())
    return {} if blank and len(parts) == len(prompt.question.parts) else parts


def given(prompt: Prompt, answers: Answers) -> Reply:
    """What the answers hold for a prompt; empty where they hold nothing."""
    if prompt.kind != ANSWER:
        return str((answers.notes if prompt.kind == NOTE else answers.evidence).get(prompt.name, ""))
    value = answers.values.get(prompt.question.id)
    if prompt.part and isinstance(value, Mapping):
        value = value.get(prompt.part)
    if value is None or isinstance(value, Mapping):
        return "" if prompt.style in ("text", "date") else ()
    if isinstance(value, str):
        return value if prompt.style in ("text", "date") else (value,)
    return tuple(value)
