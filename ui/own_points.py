"""Own points: a shop that calls its points otherwise reads its own word in every text of the screens.

Source: docs/decisions/0031-the-word-for-points.md.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, time
from functools import cached_property, partial

from app.domain.point_words import Nouns, PointWords
from ui.sentences import Interpreter
from ui.words import Tongue, later, speak, spoken

_NOUNS = (later("point"), later("points"), later("cashback"))
_FIELDS_SIGNS = str.maketrans("{}", "()")  # in a text they would open a field


class OwnPoints:
    """A tongue with a programme's words in the place of “points”; it knows what it said so, to say it again in others.

    Without words of its own it says everything as the tongue does.
    """

    def __init__(self, tongue: Tongue, words: PointWords) -> None:
        self.tongue, self.words = tongue, words
        self._put = _plain(words)
        self._nouns = Nouns(*(tongue.text(one) for one in _NOUNS))
        self._own: dict[str, str] = {}
        self._said: dict[str, str] = {}

    def text(self, english: str) -> str:
        return self._with_own(self.tongue.text(english))

    def counted(self, one: str, many: str, n: int) -> str:
        return self._with_own(self.tongue.counted(one, many, n))

    def said(self, english: str) -> str:
        """Names in it stay, where the sentence they stand in is known."""
        return self._interpreter.say(english)

    def sentence(self, english: str) -> str:
        return self._with_own(self.tongue.sentence(english))

    def patterns(self) -> Sequence[str]:
        return self.tongue.patterns()

    def unknown(self, english: str) -> str:
        return self._put.in_text(english, self._nouns)

    @cached_property
    def _interpreter(self) -> Interpreter:
        return Interpreter(self)

    def day(self, day: date, *, with_year: bool) -> str:
        return self.tongue.day(day, with_year=with_year)

    def clock(self, at: time) -> str:
        return self.tongue.clock(at)

    def instead_of(self, before: OwnPoints, shown: str) -> str:
        """What another said, as this one says it: a whole text without a name or figure in it. Anything else stays."""
        text = before._said.get(shown)
        return shown if text is None else self._with_own(text)

    def _with_own(self, text: str) -> str:
        """Of a text of the catalogue; there are only so many."""
        if text not in self._own:
            self._own[text] = own = self._put.in_text(text, self._nouns)
            if any(noun.casefold() in text.casefold() for noun in (self._nouns.one, self._nouns.many)):
                self._said[own] = text
        return self._own[text]


def say(words: PointWords) -> Callable[[str], str] | None:
    """From now on the language that is spoken has these words. How what was said before is said now; None: the same."""
    before = spoken()
    if isinstance(before, OwnPoints):
        if before.words == words:
            return None
        now = OwnPoints(before.tongue, words)
        speak(now)
        return partial(now.instead_of, before)
    speak(OwnPoints(before, words))
    return None


def _plain(words: PointWords) -> PointWords:
    if words.name is None:
        return words
    one, many = (word.translate(_FIELDS_SIGNS) for word in (words.name.one, words.name.many))
    return replace(words, name=replace(words.name, one=one, many=many))
