"""Outbox: what of this counter's chain the server has not acknowledged yet, in words a person knows it by."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from app.domain.codes import mask
from app.domain.lease import NO_FLOOR, Floor
from app.domain.points import value_minor
from app.domain.program import Program
from app.services.desk import Desk
from app.services.ports import ChainPoint, Event, Link
from app.services.shifts.shift_figures import UNSEEN

SHOWN_MAX = 200  # events looked into; the rest is counted
START = ChainPoint(0, 0)


@dataclass(frozen=True, slots=True)
class Unsent:
    """One event that waits. `subject` is a bill's number, a name or a masked card; empty where nothing names it."""

    point: ChainPoint
    kind: str
    occurred_at: datetime
    subject: str
    amount_minor: int | None


@dataclass(frozen=True, slots=True)
class FloorWorth:
    """What this counter may let cards overdraw while it cannot ask, at worst: points in hundredths, and in money."""

    floor: Floor
    card_minor: int
    counter_minor: int


@dataclass(frozen=True, slots=True)
class Outbox:
    """The oldest `unsent` events, and how many there are in all. `kinds` counts the shown ones.

    `link` is None for a counter that is alone: then all of its chain is history it would send when it joins.
    """

    link: Link | None
    unsent: Sequence[Unsent]
    waiting: int
    kinds: Mapping[str, int]
    floor: FloorWorth


def outbox(desk: Desk) -> Outbox:
    with desk.store.reading() as uow:
        link = uow.links.get()
        acked = link.acked if link else START
        events = uow.journal.after(acked, limit=SHOWN_MAX)
        return Outbox(
            link=link,
            unsent=tuple(_unsent(event) for event in events),
            waiting=uow.journal.waiting(acked),
            kinds=Counter(event.kind for event in events),
            floor=_worth(uow.programs.in_force(desk.instant(uow.journal.head())), link.floor if link else NO_FLOOR),
        )


def _worth(program: Program, floor: Floor) -> FloorWorth:
    rate, currency = program.redemption.rate, program.currency
    card, counter = (value_minor(points, rate=rate, currency=currency) for points in (floor.card, floor.counter))
    return FloorWorth(floor, card, counter)


def _unsent(event: Event) -> Unsent:
    body = json.loads(event.body)
    subject, amount_minor = _SUBJECTS.get(event.kind, _nothing)(body)
    return Unsent(ChainPoint(event.epoch, event.seq), event.kind, event.occurred_at, subject, amount_minor)


_Body = Mapping[str, Any]
_Named = tuple[str, int | None]


def _nothing(_body: _Body) -> _Named:
    return "", None


_SUBJECTS: Mapping[str, Callable[[_Body], _Named]] = {
    "bill": lambda body: (body["bill"]["number"], body["bill"]["net_minor"]),
    "refund": lambda body: ("", body["refund"]["amount_minor"]),
    UNSEEN: lambda body: (body["unseen"]["number"], body["unseen"]["amount_minor"]),
    "enrol": lambda body: (body["member"]["name"], None),
    "card": lambda body: (mask(body["card"]), None),
    "replace": lambda body: (mask(body["by"]), None),
    "shift-open": lambda body: ("", body["float_minor"]),
    "shift-move": lambda body: (body["move"]["reason"], body["move"]["amount_minor"] or None),
    "shift-close": lambda body: (f"Z{body['report']['number']:04}", None),
}
