"""What the verbs need of the machine: the time, and ids that are nobody else's."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol


class Clock(Protocol):
    def now(self) -> datetime:
        """This machine's idea of the instant, in UTC."""


class Ids(Protocol):
    def entity(self) -> str:
        """A new time-ordered id (UUID version 7)."""

    def card_digits(self) -> str:
        """Ten random digits for a new card number."""

    def voucher_letters(self) -> str:
        """Thirteen random letters of `codes.VOUCHER_LETTERS` for a new voucher."""

    def staff_card_digits(self) -> str:
        """Eighteen random digits for a new staff card."""
