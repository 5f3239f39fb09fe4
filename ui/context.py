"""Context: everything the counter is given by start-up."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from app.services.desk import Desk
from app.services.standing import Line, NoLine

_NO_LINE = NoLine()


class PrintedReceipt(Protocol):
    """A receipt as a file; `copy` is 0 for the original."""

    @property
    def path(self) -> Path: ...
    @property
    def copy(self) -> int: ...


class Receipts(Protocol):
    def print_receipt(self, bill_id: str) -> PrintedReceipt:
        """Print a bill's receipt; any time after the first it is marked as a copy."""


@dataclass(frozen=True, slots=True)
class CounterContext:
    """`theme` is light or dark; `opens_receipts` shows each receipt with the desktop's viewer.

    `notice` is what a person should know about how the counter opened; empty when all is well.
    """

    desk: Desk
    receipts: Receipts
    shop_name: str
    cashier: str
    printer_state: str = "PDF receipts"
    scanner_state: str = "Scanner ready"
    theme: str = "light"
    opens_receipts: bool = False
    notice: str = ""
    line: Line = _NO_LINE
