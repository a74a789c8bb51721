"""Text in two languages, and text from strangers made safe to show."""

from typing import NamedTuple

CONTROL = {code: 0x2400 + code for code in range(0x20) if code not in (0x09, 0x0A)}  # the Control Pictures block
CONTROL |= {0x7F: 0x2421} | dict.fromkeys(range(0x80, 0xA0), 0xFFFD)
DIRECTION = dict.fromkeys((0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)), 0xFFFD)
SEPARATORS = {0x2028: 0x0A, 0x2029: 0x0A, 0xFEFF: 0xFFFD}
VISIBLE = CONTROL | DIRECTION | SEPARATORS


class Text(NamedTuple):
    """The same words in both languages of the tool."""

    zh: str
    en: str

    def in_(self, language: str) -> str:
        """The words in ``zh`` or ``en``."""
        return self.en if language == "en" else self.zh


def visible(text: str) -> str:
    """The text with control and direction marks replaced by signs that can be seen and steer nothing."""
    return text.translate(VISIBLE)


def one_line(text: str) -> str:
    """The text on a single line, safe to show."""
    return " ".join(visible(text).split())


def is_day(text: str) -> bool:
    """Whether the text is a day of the calendar, written ``YYYY-MM-DD``."""
    from datetime import date

    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def nearest(word: str, known: "tuple[str, ...] | list[str]") -> str:
    """The known name most like ``word``, or nothing where none is near."""
    import difflib

    found = difflib.get_close_matches(word, known, n=1, cutoff=0.6)
    return found[0] if found else ""


OPENING, CLOSING = "（《〈「『【〔“‘([{", "，。、；：！？）》〉」』】〕”’…％%),.;:!?]}"


def breakable(left: str, right: str) -> bool:
    """Whether a line may end between two characters."""
    from rich.cells import cell_len

    if left.isspace() or right.isspace():
        return left.isspace() and not right.isspace()
    if left in OPENING or right in CLOSING:
        return False
    return cell_len(left) > 1 or cell_len(right) > 1


def pieces(text: str, width: int) -> list[str]:
    """The text in pieces between which a line may end, none wider than the line."""
    from rich.cells import cell_len

    found: list[str] = []
    for sign in text:
        if found and not breakable(found[-1][-1], sign) and cell_len((found[-1] + sign).rstrip()) <= width:
            found[-1] += sign
        else:
            found.append(sign)
    return found


def wrapped(text: str, width: int) -> list[str]:
    """The lines of a text at a width in cells: words stay whole, and Chinese marks stay with their sentence."""
    from rich.cells import cell_len

    lines: list[str] = []
    for paragraph in visible(text).split("\n"):
        lines.append("")
        for piece in pieces(paragraph.expandtabs(4), max(width, 2)):
            if lines[-1] and cell_len(lines[-1] + piece.rstrip()) > max(width, 2):
                lines[-1] = lines[-1].rstrip()
                lines.append("")
            lines[-1] += piece
        lines[-1] = lines[-1].rstrip()
    return lines


def head(label: str) -> str:
    """An option's words without the explanation that follows its colon."""
    return label.partition("：")[0].partition(": ")[0]


def tail(sentence: str) -> str:
    """A sentence without the word and colon that it begins with; all of it where there is no colon."""
    return sentence.partition("：")[2] or sentence.partition(": ")[2] or sentence


def same_person(one: str, other: str) -> bool:
    """Whether two names are the same but for case, width and blanks."""
    import unicodedata

    first, second = ("".join(unicodedata.normalize("NFKC", name).casefold().split()) for name in (one, other))
    return first == second
