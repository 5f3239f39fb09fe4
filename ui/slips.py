"""Slips: what a member takes home without a bill, printed in the printing lane, and what is said of it."""

from __future__ import annotations

from collections.abc import Callable

from app.services.papers.papers import SLIP, STATEMENT
from ui.context import PrintedReceipt, Receipts
from ui.errors import Notice, Tone, untaken
from ui.work import Work

_NAMES = {SLIP: "Balance slip", STATEMENT: "Statement"}


class SlipPrinting:
    """`told` hears how each print went; `printed` is given what came out, or nothing."""

    def __init__(
        self,
        receipts: Receipts,
        work: Work,
        *,
        told: Callable[[Notice], None],
        printed: Callable[[PrintedReceipt | None], None],
    ) -> None:
        self._receipts = receipts
        self._work = work
        self._told = told
        self._printed = printed

    def print_slip(self, document: str, member_id: str, name: str) -> None:
        """What is so now; nobody waits for it."""
        self._work.paper(
            lambda: self._receipts.print_paper(document, member_id),
            lambda slip: self._came_out(f"{_NAMES[document]} of {name} is printed: {slip.printer}.", slip),
            self._refused,
        )

    def _came_out(self, words: str, slip: PrintedReceipt) -> None:
        self._told(Notice(Tone.GOOD, words))
        self._printed(slip)

    def _refused(self, error: Exception) -> None:
        self._told(untaken(error))
        self._printed(None)
