"""What the page of returns shows."""

from __future__ import annotations

from dataclasses import dataclass

from ui.errors import Notice, Tone


@dataclass(frozen=True, slots=True)
class ReturnRow:
    """A line of the bill; `is_open` while something of it can still come back. `paid` is what all of it came to."""

    is_ticked: bool
    is_open: bool
    item: str
    sold: str
    paid: str
    back: str
    amount: str


@dataclass(frozen=True, slots=True)
class Effect:
    """One thing that the return moves."""

    label: str
    value: str
    note: str = ""
    tone: Tone | None = None


@dataclass(frozen=True, slots=True)
class UnseenView:
    """A bill that cannot be seen now, and what was typed about it."""

    number: str
    amount: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ReturnState:
    """`cash` is what goes back in money, empty while nothing is ticked; `asks` is why somebody senior has to agree.

    `unseen` stands in place of a bill that cannot be seen; `given` is what the hands owe for the last return.
    """

    notice: Notice | None = None
    hint: str = ""
    title: str = ""
    about: str = ""
    rows: tuple[ReturnRow, ...] = ()
    marked: int = 0
    cash: str = ""
    effects: tuple[Effect, ...] = ()
    asks: tuple[str, ...] = ()
    policy: str = ""
    last_of: str = ""
    is_ready: bool = False
    unseen: UnseenView | None = None
    given: str = ""
