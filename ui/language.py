"""The language of the counter, as Qt knows it: a catalogue of Qt Linguist and the formats of its locale."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date, time
from functools import cached_property

from PySide6.QtCore import QDate, QLocale, QTime, QTranslator

from ui.sentences import Interpreter
from ui.theme import RESOURCES
from ui.words import English

CATALOGUES = RESOURCES / "i18n"
CONTEXT, SENTENCES = "counter", "sentences"
_LOCALES = {"en": "en_IN", "hi": "hi_IN"}


class QtTongue:
    """Texts from `tillpoint_CODE.qm`, days and times as the locale writes them."""

    def __init__(self, code: str) -> None:
        self.locale = QLocale(_LOCALES[code])
        self._english = English()
        self._catalogue = QTranslator()
        self._has_catalogue = self._catalogue.load(str(CATALOGUES / f"tillpoint_{code}.qm"))

    def text(self, english: str) -> str:
        return self._catalogue.translate(CONTEXT, english) or english

    def counted(self, one: str, many: str, n: int) -> str:
        return self._catalogue.translate(CONTEXT, many, "", n) or self._english.counted(one, many, n)

    def said(self, english: str) -> str:
        return self._interpreter.say(english) if self._has_catalogue else english

    def sentence(self, english: str) -> str:
        if self._has_catalogue:
            return self._catalogue.translate(SENTENCES, english) or ""
        return english if english in self._patterns else ""

    def patterns(self) -> Sequence[str]:
        return self._patterns

    def unknown(self, english: str) -> str:
        return english

    @cached_property
    def _patterns(self) -> Sequence[str]:
        return list(json.loads((CATALOGUES / "patterns.json").read_text("utf-8")))

    @cached_property
    def _interpreter(self) -> Interpreter:
        return Interpreter(self)

    def day(self, day: date, *, with_year: bool) -> str:
        return self.locale.toString(QDate(day.year, day.month, day.day), "d MMM yyyy" if with_year else "d MMM")

    def clock(self, at: time) -> str:
        return self.locale.toString(QTime(at.hour, at.minute), "HH:mm")
