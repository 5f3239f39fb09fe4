"""Newcomers: members of whom nothing is here yet, put in place as they are told, without becoming facts in between.

Of a million members that a snapshot tells nearly all look alike: nothing of how their points came about, and no debts.
Reading one into an `Image` costs more than its rows do. What looks just so is one without being read; whatever does not
is read, and the reading says what is wrong with it.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from itertools import combinations, product
from types import NoneType
from typing import Any

from app.domain.member import CardStatus
from app.services.ports import State
from app.services.records import to_micros

Kinds = Mapping[str, tuple[type[Any], ...]]

_TEXT, _WHOLE, _INSTANT = (str,), (int,), (int,)
_TEXT_OR_NONE, _INSTANT_OR_NONE = (str, NoneType), (int, NoneType)


def _looks(said: Kinds, at_times: Kinds) -> frozenset[tuple[object, ...]]:
    """Every look an object may have: its names in order, then the kinds of what it says."""
    return frozenset(
        (*names, *kinds)
        for count in range(len(at_times) + 1)
        for also in combinations(at_times, count)
        for names in [sorted([*said, *also])]
        for kinds in product(*({**said, **at_times}[name] for name in names))
    )


_STATE = _looks(
    {
        **dict.fromkeys(("activity", "cards", "lines", "lots", "tier_changes", "uses"), (list,)),
        **dict.fromkeys(("debt", "points", "reserved"), _WHOLE),
        "member": (dict,),
        "tier": _TEXT,
        "whole": (bool,),
    },
    {},
)
_WHO = _looks(
    {
        **dict.fromkeys(("first_tier", "language", "member_id", "name"), _TEXT),
        **dict.fromkeys(("merged_into", "phone", "referrer_id"), _TEXT_OR_NONE),
        "joined_at": _INSTANT,
    },
    {"birthday": _TEXT, "email": _TEXT},
)
_CARD = _looks({"number": _TEXT, "status": _TEXT, "status_at": _INSTANT}, {})
_LOT = _looks(
    {
        **dict.fromkeys(("expired", "left", "order", "points"), _WHOLE),
        "available_at": _INSTANT,
        "expires_at": _INSTANT_OR_NONE,
        "lot_id": _TEXT,
    },
    {"counts_from": _INSTANT, "first_expires_at": _INSTANT},
)
_ABSENT = ("whole", "debt", "activity", "lines", "tier_changes", "uses")
_INSTANTS_OF_LOT = ("available_at", "expires_at", "counts_from", "first_expires_at")
_STATUSES = frozenset(status.value for status in CardStatus)
_FIRST, _LAST = to_micros(datetime.min.replace(tzinfo=UTC)), to_micros(datetime.max.replace(tzinfo=UTC))


def is_usual(state: State) -> bool:
    """Whether it is an image, and looks as most of them do."""
    return (
        _look(state) in _STATE
        and not any(state[name] for name in _ABSENT)
        and _is_who(state["member"])
        and all(map(_is_card, state["cards"]))
        and all(map(_is_lot, state["lots"]))
        and sum(lot["left"] for lot in state["lots"]) == state["points"]
    )


def free_of(state: State, at: int) -> int:
    """What of their points is free at an instant, as `Image.free` has it."""
    available: int = sum(
        lot["left"]
        for lot in state["lots"]
        if lot["available_at"] <= at and (lot["expires_at"] is None or at < lot["expires_at"])
    )
    return available - int(state["reserved"])


def _look(plain: Mapping[str, Any]) -> tuple[object, ...]:
    return (*plain, *map(type, plain.values()))


def _is_who(who: State) -> bool:
    return _look(who) in _WHO and _is_instant(who["joined_at"])


def _is_card(card: Any) -> bool:
    is_one = type(card) is dict and _look(card) in _CARD
    return is_one and card["status"] in _STATUSES and _is_instant(card["status_at"])


def _is_lot(lot: Any) -> bool:
    return type(lot) is dict and _look(lot) in _LOT and all(_is_instant(lot.get(name)) for name in _INSTANTS_OF_LOT)


def _is_instant(micros: int | None) -> bool:
    return micros is None or _FIRST <= micros <= _LAST
