"""The tasks of the tour: what is to be done, how long it should take, and what shows that it is done."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from app.demo_shop import MEENA, RAVI
from app.domain.codes import format_card_number
from ui.words import later

Body = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Seen:
    """What has happened since a task began: events that were sealed, and how the open bill stands."""

    events: Sequence[Body] = ()
    categories: tuple[str, ...] = ()
    has_customer: bool = False
    was_set_aside: bool = False


@dataclass(frozen=True, slots=True)
class Task:
    """`words` may name the `card` it is about; with `is_rung` a bill is on the counter when it begins."""

    letter: str
    words: str
    budget_s: int
    is_done: Callable[[Seen], bool]
    card: str = ""
    is_rung: bool = False


def _paid_with_points(seen: Seen) -> bool:
    return any(
        one["bill"]["redeemed_points"] > 0 and {tender["kind"] for tender in one["tenders"]} == {"CASH"}
        for one in seen.events
        if one["kind"] == "bill"
    )


def _has(kind: str) -> Callable[[Seen], bool]:
    return lambda seen: any(one["kind"] == kind for one in seen.events)


# The budgets are those that the counter is built for: nine of ten tries should be quicker.
TASKS: Final = (
    Task(
        "A",
        later("Card {card} (Ravi): use the most points, take exact cash."),
        6,
        _paid_with_points,
        format_card_number(RAVI),
        is_rung=True,
    ),
    Task(
        "B",
        later("Ring three lines: 500 in category 1, 240 in 2, 180 in 3."),
        9,
        lambda seen: len(set(seen.categories)) > 2,
    ),
    Task("C", later("Enrol a new customer: a phone and a name, then save."), 25, _has("enrol")),
    Task(
        "D",
        later("Take the whole of Ravi's last bill back: card {card}."),
        12,
        _has("refund"),
        format_card_number(RAVI),
    ),
    Task(
        "E",
        later("Card {card} (Meena): say what she has."),
        3,
        lambda seen: seen.has_customer,
        format_card_number(MEENA),
    ),
    Task(
        "F",
        later("Set this bill aside, and take it back."),
        5,
        lambda seen: seen.was_set_aside and bool(seen.categories),
        is_rung=True,
    ),
)
