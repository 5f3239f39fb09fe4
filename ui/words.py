"""Words: every text a person reads, in the language of the counter; English is how a text is named in the code."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time
from decimal import Decimal
from typing import Protocol

from app.domain.formats import quantity

LANGUAGES = {"en": "English", "hi": "हिन्दी"}  # each by its own name


class Tongue(Protocol):
    """A language as the screens need it; the window installs the one that Qt reads from `resources/i18n`."""

    def text(self, english: str) -> str:
        """The text in this language, its {fields} still open; the English itself where there is no other."""

    def counted(self, one: str, many: str, n: int) -> str:
        """The form of the text that goes with `n` things."""

    def said(self, english: str) -> str:
        """What a service said, figures and names in it, in this language."""

    def sentence(self, english: str) -> str:
        """A sentence of a service with its fields open, in this language; empty where it is not known."""

    def patterns(self) -> Sequence[str]:
        """The English of every sentence that has fields."""

    def day(self, day: date, *, with_year: bool) -> str:
        """12 Nov, or 12 Nov 2026."""

    def clock(self, at: time) -> str:
        """09:42."""


class English:
    """What the code says. It needs no catalogue, so a presenter speaks without a window."""

    def text(self, english: str) -> str:
        return english

    def counted(self, one: str, many: str, n: int) -> str:
        return one if n == 1 else many

    def said(self, english: str) -> str:
        return english

    def sentence(self, _: str) -> str:
        return ""

    def patterns(self) -> Sequence[str]:
        return ()

    def day(self, day: date, *, with_year: bool) -> str:
        return f"{day.day} {day:%b %Y}" if with_year else f"{day.day} {day:%b}"

    def clock(self, at: time) -> str:
        return f"{at:%H:%M}"


_spoken: list[Tongue] = [English()]


def speak(tongue: Tongue) -> Tongue:
    """From now on texts are in this language; the one before is returned."""
    before, _spoken[0] = _spoken[0], tongue
    return before


def spoken() -> Tongue:
    return _spoken[0]


def tr(english: str, /, **facts: object) -> str:
    """A text to show. Call it when it is shown, never at import; `facts` fill its {fields} and are not translated."""
    said = spoken().text(english)
    return said.format(**facts) if facts else said


def tr_n(one: str, many: str, n: int, /, **facts: object) -> str:
    """A text about `n` things: `tr_n("{n} bill waits", "{n} bills wait", 3)`."""
    return spoken().counted(one, many, n).format(n=quantity(Decimal(n)), **facts)


def said(english: str) -> str:
    """What a service, a printer or the line said (a refusal, a reason, a fault) in the language that is spoken."""
    return spoken().said(english)


def later_n(one: str, many: str) -> tuple[str, str]:
    """As `later`, for a text about a count: `tr_n(*pair, n)`."""
    return one, many


def later(english: str) -> str:
    """Marks a text that stands in a constant for the catalogue; whoever shows it passes it through `tr`."""
    return english


def on_button(text: str) -> str:
    """A name as a button or a menu shows it whole: there, one "&" would only underline the letter behind it."""
    return text.replace("&", "&&")
