"""How long a question takes: the time to read it and to think. Pure."""

from collections.abc import Iterable

from szai_assess.words import Words

SIGNS_A_SECOND = {"zh": 9, "en": 28}  # read with care but not aloud
THINKING = 4  # seconds for one reply


def seconds(words: Words, name: str, language: str) -> float:
    """The seconds for one question, or one row of a matrix."""
    ident, _, part = name.partition(".")
    question = words.question(ident)
    signs = len(words.label("questions", ident, "ask", language=language)) if not part else 20
    signs += sum(len(option[language]) for option in question["options"].values()) if not part else 0
    return THINKING + signs / SIGNS_A_SECOND[language]


def minutes(words: Words, names: Iterable[str], language: str) -> int:
    """The minutes for these, at least one."""
    return max(1, round(sum(seconds(words, name, language) for name in names) / 60))
