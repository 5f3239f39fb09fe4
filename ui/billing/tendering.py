"""Tendering: how the cashier says a bill is paid, and the tenders that come of it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from app.domain.bill import Tender, TenderKind, voucher_number
from app.domain.money import RUPEE, Currency
from ui.words import tr

_AMOUNT = re.compile(r"[0-9]{1,7}(\.([0-9]{1,3}))?")
_NOTES = (10, 50, 100, 500)
NOTES_SHOWN = 3


class Way(StrEnum):
    CASH = "CASH"
    UPI = "UPI"
    CARD = "CARD"
    VOUCHER = "VOUCHER"
    SPLIT = "SPLIT"


PARTS = (TenderKind.CASH, TenderKind.UPI, TenderKind.CARD, TenderKind.VOUCHER)


def amount_minor(text: str, currency: Currency = RUPEE) -> int | None:
    """Minor units of what was typed: 0 for nothing, None for what is no amount."""
    bare = text.replace(",", "").strip()
    if not bare:
        return 0
    amount = _AMOUNT.fullmatch(bare)
    if amount is None or len(amount[2] or "") > currency.digits:
        return None
    return int(Decimal(bare) * currency.minor_per_major)


def notes_for(payable_minor: int, currency: Currency = RUPEE) -> tuple[int, ...]:
    """The round sums a customer is likely to hand over, nearest first; none of them exact."""
    notes = (note * currency.minor_per_major for note in _NOTES)
    sums = {-(-payable_minor // note) * note for note in notes}
    return tuple(sorted(sums - {payable_minor}))[:NOTES_SHOWN]


@dataclass(frozen=True, slots=True)
class Tendering:
    """What has been said so far. `given` is the cash handed over, nothing meaning exact; `parts` those of a split.

    `number` is a voucher's and `worth` what stands on it; nothing means that it pays the whole bill.
    """

    payable_minor: int
    way: Way = Way.CASH
    given: str = ""
    parts: tuple[str, ...] = ("",) * len(PARTS)
    currency: Currency = RUPEE
    number: str = ""
    worth: str = ""

    @property
    def change_minor(self) -> int:
        given = amount_minor(self.given, self.currency) if self.way is Way.CASH else 0
        return given - self.payable_minor if given else 0

    @property
    def left_minor(self) -> int:
        """What the parts of a split have not paid yet; negative when they pay too much."""
        return self.payable_minor - sum(self._sums)

    @property
    def upi_minor(self) -> int:
        """What is to be paid by UPI, as far as that is known."""
        if self.way is Way.SPLIT:
            return self._sums[PARTS.index(TenderKind.UPI)]
        return self.payable_minor if self.way is Way.UPI else 0

    @property
    def takes_number(self) -> bool:
        """Whether a voucher is part of it."""
        return self.way is Way.VOUCHER or (self.way is Way.SPLIT and self._sums[PARTS.index(TenderKind.VOUCHER)] > 0)

    @property
    def voucher_minor(self) -> int:
        """What a voucher pays by itself: never more than the bill, for no change is given on it."""
        return min(amount_minor(self.worth, self.currency) or self.payable_minor, self.payable_minor)

    @property
    def unused_minor(self) -> int:
        """What stands on a voucher beyond the bill."""
        return max(0, (amount_minor(self.worth, self.currency) or 0) - self.payable_minor)

    @property
    def problem(self) -> str:
        """Why this does not pay the bill; nothing when it does."""
        typed = {Way.SPLIT: self.parts, Way.CASH: (self.given,), Way.VOUCHER: (self.worth,)}.get(self.way, ())
        if any(amount_minor(text, self.currency) is None for text in typed):
            return tr("That is not an amount. Type it in digits, like 500 or 45.50.")
        if self.takes_number and not voucher_number(self.number):
            return tr("Scan the voucher, or type its number.")
        if self.way is Way.SPLIT and self.left_minor:
            money = self.currency.text(abs(self.left_minor))
            return (
                tr("{money} left to pay.", money=money) if self.left_minor > 0 else tr("{money} too much.", money=money)
            )
        if self.change_minor < 0:
            return tr(
                "{money} short. Take more cash, or press S to split.", money=self.currency.text(-self.change_minor)
            )
        return ""

    @property
    def tenders(self) -> tuple[Tender, ...]:
        """What is committed; only when there is no problem. Nothing to pay needs no tender."""
        assert not self.problem, "a payment with a problem is not taken"
        if self.way is Way.SPLIT:
            return self._paid(zip(PARTS, self._sums, strict=True))
        if not self.payable_minor:
            return ()
        if self.way is Way.VOUCHER:
            rest = self.payable_minor - self.voucher_minor
            return self._paid([(TenderKind.VOUCHER, self.voucher_minor), (TenderKind.CASH, rest)])
        return (Tender(TenderKind(self.way), self.payable_minor, self.payable_minor + self.change_minor),)

    def _paid(self, sums: Iterable[tuple[TenderKind, int]]) -> tuple[Tender, ...]:
        number = voucher_number(self.number)
        return tuple(
            Tender(kind, minor, minor, number if kind is TenderKind.VOUCHER else "") for kind, minor in sums if minor
        )

    def rest_in(self, index: int) -> Tendering:
        """A split whose part `index` takes all that is left."""
        others = replace(self, parts=self._with_part(index, "")).left_minor
        return replace(self, parts=self._with_part(index, f"{self.currency.to_major(max(0, others)):f}"))

    @property
    def _sums(self) -> tuple[int, ...]:
        return tuple(amount_minor(part, self.currency) or 0 for part in self.parts)

    def part(self, index: int, text: str) -> Tendering:
        return replace(self, parts=self._with_part(index, text))

    def _with_part(self, index: int, text: str) -> tuple[str, ...]:
        return (*self.parts[:index], text, *self.parts[index + 1 :])
