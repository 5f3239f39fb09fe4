"""Segment words: a segment as people say it: what it asks of a member, and what was changed of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from app.domain.money import Currency
from app.domain.segment_changes import SegmentChange
from app.domain.segments import (
    Ask,
    BillsWithin,
    BornIn,
    BoughtNothingFor,
    EnrolledIn,
    HoldsTier,
    JoinedAgo,
    Segment,
    SpentWithin,
    WasBrought,
)
from ui.words import later, tr, tr_n

MONTHS: Final = {
    1: later("Jan"),
    2: later("Feb"),
    3: later("Mar"),
    4: later("Apr"),
    5: later("May"),
    6: later("Jun"),
    7: later("Jul"),
    8: later("Aug"),
    9: later("Sep"),
    10: later("Oct"),
    11: later("Nov"),
    12: later("Dec"),
}


def asks(segment: Segment, currency: Currency) -> str:
    """All that it asks: nothing bought for 90 days, tier Silver / Gold."""
    return ", ".join(_ask(one, currency) for one in segment.asks)


def _ask(one: Ask, currency: Currency) -> str:
    match one:
        case HoldsTier(tiers):
            return tr("tier {names}", names=" / ".join(sorted(tiers)))
        case JoinedAgo(least, most):
            return _joined(least, most)
        case SpentWithin(days, least, most):
            amounts = _between(least, most, currency.text)
            return tr("spent in {days} days: {amounts}", days=days, amounts=amounts)
        case BillsWithin(days, least, most):
            return tr("bills in {days} days: {count}", days=days, count=_between(least, most, str))
        case BoughtNothingFor(days):
            return tr_n("nothing bought for {n} day", "nothing bought for {n} days", days)
        case BornIn() | WasBrought() | EnrolledIn():  # pragma: no branch
            return _person(one)


def _person(one: BornIn | WasBrought | EnrolledIn) -> str:
    match one:
        case BornIn(months):
            return tr("born in {months}", months=" / ".join(tr(MONTHS[month]) for month in sorted(months)))
        case WasBrought():
            return tr("brought by another member")
        case EnrolledIn(stores):  # pragma: no branch
            return tr("enrolled in store {names}", names=" / ".join(sorted(stores)))


def _joined(least: int, most: int | None) -> str:
    if most is None:
        return tr_n("joined at least {n} day ago", "joined at least {n} days ago", least)
    if not least:
        return tr_n("joined in the last {n} day", "joined in the last {n} days", most)
    return tr("joined {least} to {most} days ago", least=least, most=most)


def _between(least: int, most: int | None, say: Callable[[int], str]) -> str:
    if most is None:
        return tr("from {amount}", amount=say(least))
    return f"{say(least)}–{say(most)}" if least else tr("up to {amount}", amount=say(most))


def sentence(segment: Segment, currency: Currency) -> str:
    """All of it in one line."""
    return " · ".join(filter(None, (segment.title, asks(segment, currency))))


def change(one: SegmentChange, currency: Currency) -> str:
    """Segment “lapsed” is new: nothing bought for 90 days."""
    name = one.segment.segment_id
    if one.was is None:
        return tr("Segment “{name}” is new: {now}", name=name, now=sentence(one.segment, currency))
    if one.now is None:
        return tr("Segment “{name}” is taken away: {was}", name=name, was=sentence(one.was, currency))
    was, now = sentence(one.was, currency), sentence(one.now, currency)
    return tr("Segment “{name}”: {was} › {now}", name=name, was=was, now=now)
