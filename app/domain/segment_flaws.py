"""Segment flaws: what is wrong with segments, and which of their asks no member can ever have together."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import product

from app.domain.flaws import Flaw, wrong
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
)

NAME_MAX, TITLE_MAX, SEGMENTS_MAX = 40, 80, 100
DAYS_MAX = 3650


def segment_flaws(
    segments: Collection[Segment], *, tiers: Collection[str], stores: Collection[str] | None = None
) -> Iterator[Flaw]:
    """Every reason why these cannot be kept, by the segment it is about. `stores` is None where not all are known."""
    ids = Counter(one.segment_id for one in segments)
    for one in segments:
        for text in (*_name(one, is_twice=ids[one.segment_id] > 1), *_asks(one, tiers, stores)):
            yield Flaw(text, (one.segment_id,))
    if len(segments) > SEGMENTS_MAX:
        last = [*segments][-1].segment_id
        yield Flaw(wrong(f"There are at most {SEGMENTS_MAX} segments."), (last,))


def _name(segment: Segment, *, is_twice: bool) -> Iterator[str]:
    name = segment.segment_id
    if not name.strip() or name != name.strip():
        yield wrong("A segment has a name, without a space before or behind it.")
    if "," in name:
        yield wrong("The name of a segment has no comma: rules name several one beside another.")
    if len(name) > NAME_MAX:
        yield wrong(f"A name has at most {NAME_MAX} characters.")
    if len(segment.title) > TITLE_MAX:
        yield wrong(f"What a segment is called besides has at most {TITLE_MAX} characters.")
    if is_twice:
        yield wrong("There are two segments of this name.")


def _asks(segment: Segment, tiers: Collection[str], stores: Collection[str] | None) -> Iterator[str]:
    if not segment.asks:
        yield wrong("It asks nothing of a member, so it would be everybody.")
    for ask in segment.asks:
        yield from _ask(ask, tiers, stores)
    if not can_hold(segment.asks):
        yield wrong("No member can ever have all that it asks.")


def _ask(ask: Ask, tiers: Collection[str], stores: Collection[str] | None) -> Iterator[str]:
    match ask:
        case HoldsTier(names):
            yield from (wrong(f"There is no tier {name}.") for name in sorted(names - {*tiers}))
        case EnrolledIn(names) if stores is not None:
            yield from (wrong(f"There is no store {name}.") for name in sorted(names - {*stores}))
        case BornIn(months) if not months <= set(range(1, 13)):
            yield wrong("A year has months from 1 to 12.")
        case JoinedAgo(least, most) if not 0 <= min(least, most or 0) <= max(least, most or 0) <= DAYS_MAX:
            yield wrong(f"Days are counted from 1 to {DAYS_MAX}.")
        case SpentWithin(days) | BillsWithin(days) | BoughtNothingFor(days) if not 1 <= days <= DAYS_MAX:
            yield wrong(f"Days are counted from 1 to {DAYS_MAX}.")
    match ask:
        case SpentWithin(_, least, most) | BillsWithin(_, least, most) if min(least, most or 0) < 0:
            yield wrong("Neither bills nor what is spent is ever below nothing.")
        case JoinedAgo(0, None) | SpentWithin(_, 0, None) | BillsWithin(_, 0, None):
            yield wrong("One of its figures asks neither at least nor at most so much.")


@dataclass(frozen=True, slots=True)
class _Between:
    """A figure that only grows with the days it is counted in lies between two ends; None is open."""

    figure: str
    days: int
    least: int
    most: int | None


def can_hold(asks: Iterable[Ask]) -> bool:
    """Whether somebody could have all of it, as far as that can be told without knowing anybody."""
    asked = tuple(asks)
    choices = [_common(one.tiers for one in asked if isinstance(one, HoldsTier))]
    choices.append(_common(one.months for one in asked if isinstance(one, BornIn)))
    choices.append(_common(one.stores for one in asked if isinstance(one, EnrolledIn)))
    figures = defaultdict[str, list[_Between]](list)
    for ask in asked:
        for one in _figures(ask):
            figures[one.figure].append(one)
    return all(choices) and not any(
        _is_more(one, other) for of_one in figures.values() for one, other in product(of_one, repeat=2)
    )


def _common(sets: Iterable[frozenset[object]]) -> bool:
    """Whether something is in all of them."""
    every = [*sets]
    return not every or bool(frozenset.intersection(*every))


def _is_more(one: _Between, other: _Between) -> bool:
    """Whether so much in a shorter time leaves more than the longer one may have."""
    return one.days <= other.days and other.most is not None and one.least > other.most


def _figures(ask: Ask) -> Iterator[_Between]:
    """What it says of figures; where something is spent there is a bill."""
    match ask:
        case JoinedAgo(least, most):
            yield _Between("joined", 0, least, most)
        case SpentWithin(days, least, most):
            yield _Between("spend", days, least, most)
            yield _Between("bills", days, min(1, least), None)
        case BillsWithin(days, least, most):
            yield _Between("bills", days, least, most)
        case BoughtNothingFor(days):
            yield _Between("bills", days, 0, 0)
            yield _Between("joined", 0, days, None)
