"""Reconciling and snapshots: what drifted is found, told anew and shown; a new counter starts from chunks."""

from __future__ import annotations

import pytest

from app.services.ports import Bond
from sync import reconcile
from sync.refused import No, Refused
from tests.chain.conftest import Opening
from tests.chain.counters import Chain, ChainCounter

Two = tuple[ChainCounter, ChainCounter]


def enrolled(counter: ChainCounter, count: int) -> list[str]:
    return [counter.enrol(f"Member {n}") for n in range(count)]


def all_ranges(counter: ChainCounter) -> list[str]:
    """Members told anew in one walk through everybody."""
    told: list[str] = []
    while True:
        result = counter.cycle.reconcile(counter.connected())
        assert result is not None
        told += result.told_anew
        if result.is_done:
            return told


def test_two_that_know_the_same_find_nothing(pair_of: Two, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reconcile, "RANGE_MEMBERS", 4)
    first, second = pair_of
    for card in enrolled(first, 9):
        first.sell(card, ("General", 100))
    first.sync()
    second.sync()
    assert all_ranges(first) == all_ranges(second) == []
    assert second.reviews() == []


def test_nothing_is_said_while_something_waits(pair_of: Two) -> None:
    first, _ = pair_of
    first.enrol()
    assert first.cycle.reconcile(first.connected()) is None


@pytest.mark.parametrize("harm", ["points", "name", "missing"])
def test_what_drifted_is_told_anew_and_shown(harm: str, pair_of: Two, chain: Chain) -> None:
    first, second = pair_of
    cards = enrolled(first, 5)
    first.sell(cards[2], ("General", 100))
    first.sync()
    second.sync()
    member_id = second.member_id(cards[2])
    with second.store.writing() as uow:
        if harm == "points":
            uow.ledger.save_balance(member_id, points=77, debt=0)
        elif harm == "name":
            holder = uow.members.by_id(member_id)
            assert holder is not None
            other = uow.members.by_card(cards[0])
            assert other is not None
            uow.members.set_referrer(member_id, other.member.member_id)
        else:
            uow.ledger.move_account(member_id, "nobody")
    assert member_id in all_ranges(second)
    assert [review.kind for review in second.reviews()] == ["DRIFT"]
    assert second.slim() == chain.slim()
    assert all_ranges(second) == []


def test_a_new_counter_starts_from_chunks_and_goes_on_by_pages(
    counter: Opening, chain: Chain, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("server.telling.snapshots.MEMBERS_A_CHUNK", 4)
    first = counter("A1", has_shop=True)
    cards = enrolled(first, 11)
    first.pair()
    first.sync()
    third = counter("C1")
    third.pair()
    first.sell(cards[0], ("General", 100))
    first.sync()
    third.sync()
    assert third.slim() == chain.slim()
    assert third.line is not None
    assert sum("/snapshot/" in passage.target for passage in third.line.log) >= 2


def test_a_counter_that_was_declared_lost_sells_on(pair_of: Two, chain: Chain) -> None:
    first, _ = pair_of
    card = first.enrol()
    first.sync()
    chain.office.wire.post("/api/v1/counters/A1/revoke", {}, chain.office.owner)
    first.sell(card, ("General", 100))
    with pytest.raises(Refused) as refused:
        first.sync()
    assert refused.value.meaning is No.SHUT_OUT
    assert (first.link().bond, first.waiting()) == (Bond.ACTIVE, 1)
