"""Two counters race for one card without a line: whatever the order, no point is spent that is not there."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from itertools import permutations
from pathlib import Path

import pytest

from app.domain.quote import MAX
from server.desks import desk_of
from server.rights import leases
from server.rights.leases import Scan
from server.telling.pull import Reader
from tests.chain.counters import Chain
from tests.faults.agreement import drained, troubles
from tests.faults.lives import Seller, opened_seller
from tests.server import callers
from tests.server.running import Running

Step = tuple[int, str]
STEPS: Sequence[Step] = [(which, what) for which in (0, 1) for what in ("sell", "push", "pull")]
ROUNDS_MAX = 2  # each of which a counter takes within a second of hearing that something changed
IS_LONG = "KILLS" in os.environ


def orders() -> Iterator[tuple[Step, ...]]:
    """All 720 in the long run; in the short one the 20 in which each counter sells, pushes and pulls in this order."""
    for order in permutations(STEPS):
        if IS_LONG or all(
            [one for one in order if one[0] == which] == list(STEPS[3 * which :][:3]) for which in (0, 1)
        ):
            yield order


@pytest.fixture
def two(running: Running, tmp_path: Path) -> Iterator[tuple[Chain, Seller, Seller]]:
    with callers.Wire(running) as wire:
        chain = Chain(running, callers.Shop.open(wire))
        url = running.base_url
        with (
            opened_seller(tmp_path / "A1", url, chain=chain, has_shop=True) as first,
            opened_seller(tmp_path / "B1", url, code="B1", chain=chain) as second,
        ):
            for counter in (first, second):
                counter.pair()
                assert counter.sync()
            yield chain, first, second


def test_two_counters_and_one_card_in_every_order(two: tuple[Chain, Seller, Seller]) -> None:
    chain, *counters = two
    first, second = counters
    for number, order in enumerate(orders()):
        card = first.enrol(f"Member {number}")
        first.credit(card, 300_00)
        chain.clock.at = first.clock.now()  # else it stands still, before the points can be spent
        assert first.sync()
        granted(chain, first.member_id(card), {"A1": 200_00, "B1": 100_00})
        assert first.sync()
        assert second.sync()
        assert (first.usable(card), second.usable(card)) == (200_00, 100_00)
        for which, what in order:
            taken(counters[which], what, card)
        rounds = healed(chain, first, second)
        assert rounds <= ROUNDS_MAX
        assert spent(chain, first.member_id(card)) == 300_00
        assert chain.reviews() == []
    with_store = chain.running.parts.database.store(chain.office.tenant_id)
    assert troubles(with_store, first, second) == []


def granted(chain: Chain, member_id: str, shares: dict[str, int]) -> None:
    desk = desk_of(chain.running.parts, chain.office.tenant_id)
    for code, points in shares.items():
        leases.top_up(desk, Reader(code, chain.office.store_id), Scan(points, member_id=member_id))


def taken(counter: Seller, what: str, card: str) -> None:
    if what == "sell":
        counter.sell(card, ("General", 2000), redeem=MAX)
    else:
        counter.does(what)


def healed(chain: Chain, *counters: Seller) -> int:
    """How many rounds of both counters it takes until everybody knows the same."""
    store = chain.running.parts.database.store(chain.office.tenant_id)
    for rounds in range(10):
        if not drained(store, *counters):
            return rounds
        for counter in counters:
            assert counter.sync()
    raise AssertionError(drained(store, *counters))


def spent(chain: Chain, member_id: str) -> int:
    """Points redeemed; none of them may be owed."""
    with chain.reading() as unit:
        holder = unit.members.by_id(member_id)
        assert holder is not None
        assert holder.member.debt == 0
        return -sum(one.entry.points for one in unit.ledger.of_member(member_id) if one.entry.kind == "REDEEM")
