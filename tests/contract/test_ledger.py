"""The ledger: entries in their order, and accounts that come back as they were saved."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.entries import EntryKind
from app.domain.lots import EMPTY, Account, Lot, Use
from app.persistence.engine import open_memory
from app.persistence.uow import SqlStore
from tests.contract import facts
from tests.contract.conftest import store_of


def lot(order: int, *, left: int = 60, **changes: object) -> Lot:
    plain = Lot(f"e{order:04}", order, 100, left, facts.later(order), facts.later(order) + timedelta(days=365))
    return replace(plain, **changes)  # type: ignore[arg-type]


def account(*parts: Lot | Use) -> Account:
    lots = {part.lot_id: part for part in parts if isinstance(part, Lot)}
    return Account(lots, {part.key: part for part in parts if isinstance(part, Use)})


def test_entries_come_back_as_posted(store: SqlStore) -> None:
    whole = facts.posting(
        2,
        kind=EntryKind.RESTORE,
        points=-250,
        cause="r0001",
        corrects="e0001",
        rule_id="happy hour",
        reason="damaged",
        staff="asha",
        card_number="700012345678",
        expires_at=facts.later(90),
    )
    postings = [facts.posting(1), whole, facts.posting(3, available_at=None)]
    with store.writing() as unit:
        unit.ledger.append(postings, event_seq=7)
    with store.reading() as unit:
        assert list(unit.ledger.all()) == postings


def test_entries_are_read_in_ledger_order_of_a_member_or_a_cause(store: SqlStore) -> None:
    mine = [facts.posting(1), facts.posting(3, cause="b0001"), facts.posting(4)]
    other = facts.posting(2, member_id="m2", cause="b0001")
    with store.writing() as unit:
        unit.ledger.append([mine[2], other, mine[1], mine[0]], event_seq=1)
    with store.reading() as unit:
        assert unit.ledger.of_member("m1") == mine
        assert unit.ledger.by_cause("b0001") == [mine[0], other, mine[1]]


def test_reversals_of_an_earning_add_up(store: SqlStore) -> None:
    taken = [
        facts.posting(2, kind=EntryKind.REVERSE, points=-30, corrects="e0001"),
        facts.posting(3, kind=EntryKind.REVERSE, points=-25, corrects="e0001"),
        facts.posting(4, kind=EntryKind.REVERSE, points=-9, corrects="e0009"),
        facts.posting(5, kind=EntryKind.EXPIRE, points=-40, corrects="e0001"),
    ]
    with store.writing() as unit:
        unit.ledger.append([facts.posting(1), *taken], event_seq=1)
    with store.reading() as unit:
        assert (unit.ledger.reversed_of("e0001"), unit.ledger.reversed_of("e0002")) == (55, 0)


def test_an_open_account_is_open_lots_and_debts_only(store: SqlStore) -> None:
    debt, paid = Use("e7", None, 30, "e0001"), Use("e6", "e0001", 40)
    stored = account(lot(1, left=0), lot(2), lot(3, expires_at=None), debt, paid)
    with store.writing() as unit:
        unit.ledger.save_account("m1", EMPTY, stored)
    with store.reading() as unit:
        assert unit.ledger.open_account("m1", in_debt=True) == account(lot(2), lot(3, expires_at=None), debt)
        assert unit.ledger.open_account("m1", in_debt=False) == account(lot(2), lot(3, expires_at=None))
        assert unit.ledger.full_account("m1") == stored


def test_saving_what_did_not_change_writes_nothing(store: SqlStore) -> None:
    stored = account(lot(1), Use("e6", "e0001", 40))
    with store.writing() as unit:
        unit.ledger.save_account("m1", EMPTY, stored)
    with store.reading() as unit:  # a unit that may not write
        unit.ledger.save_account("m1", stored, account(lot(1), Use("e6", "e0001", 40)))


def test_a_lot_is_never_dropped(store: SqlStore) -> None:
    with pytest.raises(AssertionError, match="a lot stays"), store.writing() as unit:
        unit.ledger.save_account("m1", account(lot(1)), EMPTY)


def test_an_account_moves_whole(store: SqlStore) -> None:
    mine, theirs = account(lot(1), Use("e5", None, 7)), account(lot(2))
    with store.writing() as unit:
        unit.ledger.save_account("m1", EMPTY, mine)
        unit.ledger.save_account("m2", EMPTY, theirs)
        unit.ledger.move_account("m1", "m2")
    with store.reading() as unit:
        assert unit.ledger.full_account("m1") == EMPTY
        assert unit.ledger.full_account("m2") == account(lot(1), lot(2), Use("e5", None, 7))


def test_every_account_is_walked_by_its_member(store: SqlStore) -> None:
    stored = {
        "m1": account(lot(1), Use("e5", "e0001", 40)),
        "m2": account(Use("e6", None, 7)),
        "m3": account(lot(2), lot(3)),
    }
    with store.writing() as unit:
        for member_id, one in stored.items():
            unit.ledger.save_account(member_id, EMPTY, one)
    with store.reading() as unit:
        assert list(unit.ledger.accounts()) == list(stored.items())


def test_expired_lots_are_those_with_points_left_earliest_first(store: SqlStore) -> None:
    at = facts.later(0)
    lots = [
        lot(1, left=5, expires_at=at),
        lot(2, left=6, expires_at=at - timedelta(days=1)),
        lot(3, left=0, expires_at=at),
        lot(4, expires_at=at + timedelta(microseconds=1)),
        lot(5, expires_at=None),
        lot(6, left=7, expires_at=at),
    ]
    with store.writing() as unit:
        unit.ledger.save_account("m1", EMPTY, account(*lots))
    with store.reading() as unit:
        due = [("m1", "e0002", 6), ("m1", "e0001", 5), ("m1", "e0006", 7)]
        assert unit.ledger.expired_lots(at, limit=9) == due
        assert unit.ledger.expired_lots(at, limit=2) == due[:2]


def test_clearing_forgets_every_projection_and_no_entry(store: SqlStore) -> None:
    with store.writing() as unit:
        unit.members.add(facts.member(points=100, debt=4), facts.card())
        unit.ledger.append([facts.posting(1)], event_seq=1)
        unit.ledger.save_account("m1", EMPTY, account(lot(1), Use("e5", None, 4)))
    with store.writing() as unit:
        assert unit.ledger.outstanding() == 100
        unit.ledger.clear_projections()
    with store.reading() as unit:
        holder = unit.members.by_id("m1")
        assert holder is not None
        assert (holder.member.points, holder.member.debt, holder.member.tier) == (0, 0, "Bronze")
        assert list(unit.ledger.accounts()) == []
        assert unit.ledger.outstanding() == 0
        assert list(unit.ledger.all()) == [facts.posting(1)]


def test_points_outstanding_are_those_of_all_members(store: SqlStore) -> None:
    with store.writing() as unit:
        assert unit.ledger.outstanding() == 0
        unit.members.add(facts.member("m1", points=100), facts.card("m1", 1))
        unit.members.add(facts.member("m2", points=-30, phone=None), facts.card("m2", 2))
        assert unit.ledger.outstanding() == 70


@pytest.fixture(scope="module")
def lasting_store() -> Iterator[SqlStore]:
    """One for all examples of a property; each example has a member of its own."""
    engines = open_memory()
    yield store_of(engines, "shop")
    engines.dispose()


_members = map("m{}".format, count())
_lot_ids = st.sampled_from("abcd")
_points = st.integers(1, 500)


@st.composite
def _lots(draw: st.DrawFn, ids: frozenset[str]) -> dict[str, Lot]:
    def one(lot_id: str) -> Lot:
        left = draw(st.integers(0, 100))
        expires = draw(st.none() | st.integers(1, 9).map(facts.later))
        return Lot(lot_id, ord(lot_id), 100, left, facts.NOON, expires, draw(st.integers(0, 9)))

    return {lot_id: one(lot_id) for lot_id in sorted(ids)}


_uses = st.lists(st.builds(Use, st.sampled_from(["r1", "r2"]), st.none() | _lot_ids, _points, st.none() | _lot_ids))


@st.composite
def _histories(draw: st.DrawFn) -> list[Account]:
    """States an account goes through: lots come and change but stay, uses come and go."""
    ids: frozenset[str] = frozenset()
    states = []
    for _ in range(draw(st.integers(1, 4))):
        ids |= draw(st.frozensets(_lot_ids))
        dated = {one.lot_id: one for state in states for one in state.lots.values()}
        lots = {
            lot_id: replace(one, available_at=dated[lot_id].available_at, expires_at=dated[lot_id].expires_at)
            if lot_id in dated
            else one
            for lot_id, one in draw(_lots(ids)).items()
        }
        states.append(Account(lots, {use.key: use for use in draw(_uses)}))
    return states


@given(history=_histories())
def test_whatever_an_account_goes_through_is_stored(lasting_store: SqlStore, history: list[Account]) -> None:
    prefix = next(_members)
    before = EMPTY
    for state in history:
        after = _named(state, prefix)
        with lasting_store.writing() as unit:
            unit.ledger.save_account(prefix, before, after)
        with lasting_store.reading() as unit:
            assert unit.ledger.full_account(prefix) == after
            shown = unit.ledger.open_account(prefix, in_debt=True)
        assert (shown.balance, shown.debt) == (after.balance, after.debt)
        before = after


def _named(state: Account, prefix: str) -> Account:
    """The same account with ids that no other example uses."""

    def named(name: str | None) -> str | None:
        return name and f"{prefix}-{name}"

    lots = [replace(one, lot_id=f"{prefix}-{one.lot_id}") for one in state.lots.values()]
    uses = [
        Use(f"{prefix}-{one.entry_id}", named(one.lot_id), one.points, named(one.stands_for))
        for one in state.uses.values()
    ]
    return account(*lots, *uses)
