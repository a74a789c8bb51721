"""Which characters a font has, read from its ``cmap`` table (OpenType 1.9, formats 4 and 12)."""

import struct
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from szai_assess import files


class Coverage(NamedTuple):
    """The characters of some fonts as ranges: ``firsts`` sorted, and the last of each."""

    firsts: tuple[int, ...]
    lasts: tuple[int, ...]

    def has(self, sign: str) -> bool:
        """Whether a character is among them."""
        place = bisect_right(self.firsts, ord(sign)) - 1
        return place >= 0 and ord(sign) <= self.lasts[place]


@cache
def coverage(path: str) -> Coverage:
    """The characters of a font file; none where it is not a font that can be read."""
    data = files.read(path)
    try:
        found = sorted({each for start in faces(data) for each in ranges(data, start)})
    except (struct.error, IndexError):
        found = []
    return united(found)


def united(found: Iterable[tuple[int, int]]) -> Coverage:
    """Sorted ranges, those that overlap made one."""
    firsts: list[int] = []
    lasts: list[int] = []
    for first, last in found:
        if lasts and first <= lasts[-1] + 1:
            lasts[-1] = max(lasts[-1], last)
        else:
            firsts.append(first)
            lasts.append(last)
    return Coverage(tuple(firsts), tuple(lasts))


def faces(data: bytes) -> list[int]:
    """Where the fonts of a file begin: a collection has several."""
    if data[:4] != b"ttcf":
        return [0]
    return list(struct.unpack_from(f">{struct.unpack_from('>I', data, 8)[0]}I", data, 12))


def ranges(data: bytes, start: int) -> Iterator[tuple[int, int]]:
    """The ranges of characters of one font: those of its full table where it has one, as the others hold only a part of it."""
    for place in range(struct.unpack_from(">H", data, start + 4)[0]):
        tag, _, offset, _ = struct.unpack_from(">4sIII", data, start + 12 + 16 * place)
        if tag == b"cmap":
            count = struct.unpack_from(">H", data, offset + 2)[0]
            tables = {offset + struct.unpack_from(">I", data, offset + 8 + 8 * entry)[0] for entry in range(count)}
            forms = {table: struct.unpack_from(">H", data, table)[0] for table in sorted(tables)}
            full = [table for table, form in forms.items() if form == 12]
            for table in full:
                yield from groups(data, table)
            for table in () if full else [table for table, form in forms.items() if form == 4]:
                yield from segments(data, table)


def groups(data: bytes, start: int) -> Iterator[tuple[int, int]]:
    """The ranges of a subtable of format 12; the first glyph of a font is that of a missing character."""
    size = 12 * struct.unpack_from(">I", data, start + 12)[0]
    for first, last, glyph in struct.iter_unpack(">III", data[start + 16 : start + 16 + size]):
        yield first + (glyph == 0), last


def segments(data: bytes, start: int) -> Iterator[tuple[int, int]]:
    """The characters of a subtable of format 4, those without a glyph left out."""
    count = struct.unpack_from(">H", data, start + 6)[0] // 2
    ends, firsts = start + 14, start + 16 + 2 * count
    deltas, offsets = firsts + 2 * count, firsts + 4 * count
    for place in range(0, 2 * count, 2):
        first, last = (struct.unpack_from(">H", data, at + place)[0] for at in (firsts, ends))
        delta, offset = (struct.unpack_from(">H", data, at + place)[0] for at in (deltas, offsets))
        for code in range(first, last + 1):
            glyph = code
            if offset:
                glyph = struct.unpack_from(">H", data, offsets + place + offset + 2 * (code - first))[0]
            if code < 0xFFFF and (glyph + delta if glyph or not offset else 0) & 0xFFFF:
                yield code, code
