"""Purchases push the end of points: which do is told by their instants, in whatever order they are heard of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.domain.entries import Entry, EntryKind
from app.domain.ledger import apply
from app.domain.lots import EMPTY, Account

START = datetime(2026, 1, 1, tzinfo=UTC)
DAYS = st.integers(0, 40)
LIFE, PENDING = 7, 2


@dataclass(frozen=True)
class Happening:
    """Points earned, or a purchase that earned none, on a day; some purchases are taken back in the end."""

    name: str
    day: int
    earns: bool
    is_taken_back: bool


@st.composite
def happenings(draw: st.DrawFn) -> list[Happening]:
    days = draw(st.lists(DAYS, min_size=1, max_size=8))
    flags = st.tuples(st.booleans(), st.booleans())
    return [Happening(f"h{n}", day, *draw(flags)) for n, day in enumerate(days)]


def at(day: int) -> datetime:
    return START + timedelta(days=day)


def entry(one: Happening, kind: EntryKind, *, pending: int) -> Entry:
    points = 100 if kind is EntryKind.EARN else 0
    available, ends = at(one.day + pending), at(one.day + LIFE)
    name = f"{one.name} {kind.value}"
    return Entry(name, "m", kind, points, at(one.day), one.name, available_at=available, expires_at=ends)


def account_of(told: list[Happening], *, pending: int) -> Account:
    account = EMPTY
    for order, one in enumerate(told):
        account = apply(account, entry(one, EntryKind.EXTEND, pending=pending), order)
        if one.earns:
            account = apply(account, entry(one, EntryKind.EARN, pending=pending), order)
    for one in told:
        if one.is_taken_back:
            back = Entry("back", "m", EntryKind.UNEXTEND, 0, at(60), "r", corrects=f"{one.name} EXTEND")
            account = apply(account, back, len(told))
    return account


def truth(told: list[Happening]) -> dict[str, datetime]:
    """Day by day: whatever is there on the day of a purchase is there for a whole life more."""
    standing = sorted({one.day for one in told if not one.is_taken_back})
    ends = {}
    for one in told:
        if one.earns:
            end = one.day + LIFE
            for day in standing:
                end = max(end, day + LIFE) if one.day <= day < end else end
            ends[f"{one.name} EARN"] = at(end)
    return ends


@given(told=happenings(), pending=st.sampled_from([0, PENDING]))
def test_points_end_a_life_after_the_last_purchase_that_found_them_there(told: list[Happening], pending: int) -> None:
    in_order = sorted(told, key=lambda one: one.day)
    lots = account_of(in_order, pending=pending).lots

    assert {name: lot.expires_at for name, lot in lots.items() if lot.points} == truth(told)


@given(told=happenings())
def test_whatever_is_heard_late_comes_to_the_same_for_points_that_were_here(told: list[Happening]) -> None:
    earned = [one for one in told if one.earns]
    visits = [one for one in told if not one.earns]
    lots = account_of([*earned, *visits], pending=0).lots

    assert {name: lot.expires_at for name, lot in lots.items() if lot.points} == truth(told)


@given(told=happenings(), pending=st.sampled_from([0, PENDING]))
def test_taken_back_every_purchase_leaves_the_points_as_they_were_earned(told: list[Happening], pending: int) -> None:
    bare = [Happening(one.name, one.day, one.earns, is_taken_back=True) for one in told]

    for lot in account_of(bare, pending=pending).lots.values():
        if lot.points:
            assert (lot.first_expires_at, lot.counts_from) == (None, None)
            assert lot.expires_at == lot.available_at + timedelta(days=LIFE - pending)
