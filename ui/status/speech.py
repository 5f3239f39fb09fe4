"""Speech: how figures, instants, people and the facts of a check are said in this shop, now."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from app.domain.days import ShopCalendar
from app.domain.formats import points
from app.domain.money import Currency
from app.services.records import from_micros
from ui.kinds import kind_words
from ui.status.state import Fact
from ui.when import moment_words
from ui.words import later, tr

_POINTS = frozenset({"spent", "written_off"})  # hundredths, though their names do not say so
_CODES = frozenset({"choice", "of"})  # of kinds and choices, which have words
_LABELS: Mapping[str, str] = {
    "of": later("About"),
    "why": later("Why not yet"),
    "above": later("Above"),
    "at": later("At"),
    "balance": later("Balance"),
    "bill": later("Bill"),
    "bill_id": later("Bill id"),
    "birthday": later("Birthday"),
    "by": later("By"),
    "card": later("Card"),
    "category": later("Category"),
    "change": later("Change"),
    "choice": later("Choice"),
    "code": later("Code"),
    "counter": later("Counter"),
    "detail": later("Detail"),
    "email": later("Email"),
    "enrolled": later("Enrolled"),
    "entries": later("Entries"),
    "expected_seq": later("Expected seq"),
    "from_seq": later("From seq"),
    "language": later("Language"),
    "limit": later("Limit"),
    "lot": later("Lot"),
    "lots": later("Lots"),
    "made": later("Made"),
    "member": later("Member"),
    "message": later("Message"),
    "name": later("Name"),
    "net": later("Net"),
    "payable": later("Payable"),
    "phone": later("Phone"),
    "points": later("Points"),
    "position": later("Position"),
    "raised": later("Raised"),
    "reason": later("Reason"),
    "received": later("Received"),
    "referrer": later("Referrer"),
    "referrer_card": later("Referrer card"),
    "refund": later("Refund"),
    "spent": later("Spent"),
    "staff": later("Staff"),
    "status": later("Status"),
    "store": later("Store"),
    "tenders": later("Tenders"),
    "tier": later("Tier"),
    "too_much": later("Too much"),
    "total": later("Total"),
    "until_seq": later("Until seq"),
    "value": later("Value"),
    "version": later("Version"),
    "written_off": later("Written off"),
}


@dataclass(frozen=True, slots=True)
class Speech:
    """`names` are those of members and staff, by id; `words` what kinds and choices are called."""

    calendar: ShopCalendar
    currency: Currency
    now: datetime
    counter: str = ""
    names: Mapping[str, str] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)

    def moment(self, at: datetime) -> str:
        return moment_words(at, self.calendar, now=self.now)

    def fact(self, name: str, value: Any) -> Fact:
        """A fact's name ends in its unit: _minor, _points and _at are said as money, points and time."""
        words, _, unit = name.rpartition("_")
        if name in _POINTS:
            return Fact(_label(name), self._spent(value))
        if name == "event":
            return Fact(tr("Entry"), kind_words(str(value)))
        if name in _CODES:
            return Fact(_label(name), self.called(str(value)))
        said = self._figure(unit, value) if isinstance(value, int) and not isinstance(value, bool) else None
        return Fact(_label(name), self.plain(value)) if said is None else Fact(_label(words or unit), said)

    def called(self, code: str) -> str:
        """A kind or a choice."""
        return self.words.get(code, code)

    def plain(self, value: Any) -> str:
        """Anything else a check may know: lists one after the other, what is named with its name."""
        match value:
            case list() | tuple():
                return ", ".join(map(self.plain, value))
            case dict():
                return ", ".join(f"{self.plain(name)}: {self.plain(one)}" for name, one in value.items())
            case None:
                return tr("none")
            case _:
                return self.names.get(str(value), str(value))

    def _spent(self, value: Any) -> str:
        if isinstance(value, dict):
            return ", ".join(f"{self.plain(name)}: {self._spent(one)}" for name, one in value.items())
        return tr("{points} points", points=points(value)) if isinstance(value, int) else self.plain(value)

    def _figure(self, unit: str, value: int) -> str | None:
        match unit:
            case "minor":
                return self.currency.text(value)
            case "points":
                return tr("{points} points", points=points(value))
            case "at":
                return self.moment(from_micros(value))
            case _:
                return None


def _label(name: str) -> str:
    if name in _LABELS:
        return tr(_LABELS[name])
    words = name.replace("_", " ").strip()
    return words[:1].upper() + words[1:]
