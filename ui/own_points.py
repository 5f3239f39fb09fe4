"""Own points: a shop that calls its points otherwise reads its own word in every text of the screens.

Source: docs/decisions/0031-the-word-for-points.md.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time
from functools import cached_property

from app.domain.point_words import Nouns, PointWords
from ui.sentences import Interpreter
from ui.words import Tongue, later, speak, spoken

_NOUNS = (later("point"), later("points"), later("cashback"))
_FIELDS_SIGNS = str.maketrans("{}", "()")  # in a text they would open a field


class OwnPoints:
    """A tongue with a programme's words in the place of “points”."""

    def __init__(self, tongue: Tongue, words: PointWords) -> None:
        self.tongue = tongue
        self._words = _plain(words)
        self._nouns = Nouns(*(tongue.text(one) for one in _NOUNS))

    def text(self, english: str) -> str:
        return self._own(self.tongue.text(english))

    def counted(self, one: str, many: str, n: int) -> str:
        return self._own(self.tongue.counted(one, many, n))

    def said(self, english: str) -> str:
        """Names in it stay, where the sentence they stand in is known."""
        return self._interpreter.say(english)

    def sentence(self, english: str) -> str:
        return self._own(self.tongue.sentence(english))

    def patterns(self) -> Sequence[str]:
        return self.tongue.patterns()

    def unknown(self, english: str) -> str:
        return self._own(english)

    @cached_property
    def _interpreter(self) -> Interpreter:
        return Interpreter(self)

    def day(self, day: date, *, with_year: bool) -> str:
        return self.tongue.day(day, with_year=with_year)

    def clock(self, at: time) -> str:
        return self.tongue.clock(at)

    def _own(self, text: str) -> str:
        return self._words.in_text(text, self._nouns)


def say(words: PointWords) -> None:
    """From now on the language that is spoken has these words."""
    tongue = spoken()
    plain = tongue.tongue if isinstance(tongue, OwnPoints) else tongue
    speak(OwnPoints(plain, words) if words.are_own else plain)


def _plain(words: PointWords) -> PointWords:
    if words.name is None:
        return words
    one, many = (word.translate(_FIELDS_SIGNS) for word in (words.name.one, words.name.many))
    return replace(words, name=replace(words.name, one=one, many=many))
