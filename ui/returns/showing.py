"""Showing: a return as the page shows it, from what is chosen and what that would move."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.days import ShopCalendar
from app.domain.formats import quantity
from app.domain.giving_back import ReturnLimits, worth_minor
from app.services.returns.returns import Consequence
from ui.errors import Notice
from ui.returns import wording
from ui.returns.choice import Choice
from ui.returns.state import ReturnRow, ReturnState, UnseenView
from ui.speech import Speech
from ui.words import tr


@dataclass(frozen=True, slots=True)
class Shown:
    """`seen` is what the choice comes to, None until that is known; `last_of` who is on the counter's bill."""

    choice: Choice
    seen: Consequence | None
    notice: Notice | None
    marked: int
    last_of: str


def nothing_open(notice: Notice | None, unseen: UnseenView | None, *, last_of: str, given: str) -> ReturnState:
    """No bill is open; one that cannot be seen may be typed, and what goes back for the last one is still said."""
    hint = "" if unseen else tr(wording.HOW)
    return ReturnState(
        notice=notice, hint=hint, last_of=last_of, unseen=unseen, is_ready=unseen is not None, given=given
    )


def opened(shown: Shown, *, calendar: ShopCalendar, limits: ReturnLimits) -> ReturnState:
    choice, seen, found = shown.choice, shown.seen, shown.choice.found
    speech = Speech(found.currency, calendar, found.at)
    return ReturnState(
        notice=shown.notice,
        hint=tr(wording.CONFIRM if seen else wording.CHOOSE),
        title=wording.title(found.bill),
        about=wording.about(found, speech),
        rows=tuple(_row(choice, index) for index in range(len(found.lines))),
        marked=shown.marked,
        cash=found.currency.text(seen.cash_back_minor) if seen else "",
        effects=tuple(wording.effects(found, seen, speech)) if seen else (),
        asks=wording.asks(found, seen, limits, speech) if seen else (),
        policy=wording.policy(found.shortfall) if found.name is not None else "",
        last_of=shown.last_of,
        is_ready=seen is not None,
    )


def _row(choice: Choice, index: int) -> ReturnRow:
    one, chosen = choice.found.lines[index], choice.of_line(index)
    amount = worth_minor(one, chosen) if chosen else 0
    return wording.row(one, quantity(chosen) if chosen else None, amount, choice.found.currency)
