"""Words into their room on a card: set smaller until they fit, then cut with an ellipsis."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from printing import fonts
from printing.cards import sizes
from printing.cards.template import Words
from printing.wrap import wrap

STEP = 0.5  # points


def fitted(words: Words, text: str) -> tuple[float, list[str]]:
    """The size, and at most `words.lines` lines that fit the width. The text is clean already."""
    room = words.width * sizes.MM
    if words.lines == 1:
        return _on_one_line(words, text, room)
    for size in _sizes(words):
        lines = wrap(text, width=room, lines_max=words.lines + 1, measure=_measure(words, size))
        if len(lines) <= words.lines and not _is_torn(text, lines):
            return size, lines
    return words.size_min, wrap(text, width=room, lines_max=words.lines, measure=_measure(words, words.size_min))


def _on_one_line(words: Words, text: str, room: float) -> tuple[float, list[str]]:
    text = " ".join(text.split())
    wide = fonts.width(text, size=1, bold=words.bold)
    if wide * words.size <= room:
        return words.size, [text] if text else []
    if wide * words.size_min <= room:
        return room / wide, [text]
    return words.size_min, wrap(text, width=room, lines_max=1, measure=_measure(words, words.size_min))


def _measure(words: Words, size: float) -> partial[float]:
    return partial(fonts.width, size=size, bold=words.bold)


def _sizes(words: Words) -> Iterator[float]:
    size = words.size
    while size > words.size_min:
        yield size
        size -= STEP
    yield words.size_min


def _is_torn(text: str, lines: list[str]) -> bool:
    """Whether a word was broken to fit."""
    return " ".join(lines) != " ".join(text.split())
