"""The ledger machine again, as a counter of a chain: leases are granted and end, a floor, days without a line.

What its events say of leases and floor must account for every point that was spent.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from datetime import timedelta
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, rule, run_state_machine_as_test

from app.domain.expiry import Expiry
from app.domain.lease import NO_FLOOR, Floor
from app.domain.program import RefundEarned, Shortfall
from app.persistence.tables.chain import floor_spends
from app.services.keeping import books
from app.services.members import sweeps
from app.services.ports import Bond, Link, Told
from app.services.sales import spending
from tests.unit.services.machines import ENDS, Ledger, program

SPENT = frozenset({"REDEEM", "REWARD", "ADJUST"})


class CounterLedger(Ledger):
    @initialize(
        earned=st.sampled_from(RefundEarned),
        shortfall=st.sampled_from(Shortfall),
        grace=st.sampled_from([0, 7]),
        expiry=st.sampled_from(ENDS),
    )
    def open_shop(self, earned: RefundEarned, shortfall: Shortfall, grace: int, expiry: Expiry) -> None:
        self.shop.publish(program(earned, shortfall, grace, expiry))
        self.hear(NO_FLOOR)

    @rule(floor=st.sampled_from([NO_FLOOR, Floor(50_00, 80_00)]))
    def hear(self, floor: Floor) -> None:
        """The server answers."""
        now = self.shop.clock.now()
        with self.shop.store.writing() as uow:
            link = Link(
                server_url="https://hq.example",
                audience="https://hq.example",
                tenant_id="shop",
                store_id="s1",
                store_name="Andheri",
                client_id="c1",
                private_key=b"key",
                bond=Bond.ACTIVE,
                contact_at=now,
                contact_clock_at=now,
                floor=floor,
            )
            uow.links.put(link)

    @rule(
        card=Ledger.cards,
        points=st.integers(1, 200_00),
        days=st.none() | st.integers(1, 9),
        free=st.integers(-9, 200_00),
    )
    def grant(self, card: str, points: int, days: int | None, free: int) -> None:
        member_id, now = self.shop.member_id(card), self.shop.clock.now()
        with self.shop.store.writing() as uow:
            head = uow.journal.head()
            lease = uow.leases.get(member_id, counter_code="A1", epoch=head.epoch).with_granted(points)
            lease = replace(lease, usable_until=None if days is None else now + timedelta(days=days))
            uow.leases.put(member_id, lease, counter_code="A1", epoch=head.epoch, granted_at=now)
            uow.shared.put_told({member_id: Told(1, whole=True, points=free)})

    @rule()
    def expire(self) -> None:
        """The server does."""
        before = self.shop.tables()

        assert sweeps.expire(self.shop.desk) == 0
        assert self.shop.tables() == before

    def share(self, card: str, percent: int) -> int:
        member_id, available = self.shop.member_id(card), self.shop.available(card)
        with self.shop.store.reading() as uow:
            here = spending.usable(self.shop.desk, uow, uow.journal.head(), member_id, available=available)
        return here.points * percent // 100

    @invariant()
    def the_books_hold_and_can_be_made_again(self) -> None:
        """Here they are made again by the server."""
        assert books.verify(self.shop.desk).faults == ()

    @invariant()
    def a_lease_is_never_overspent(self) -> None:
        with self.shop.store.reading() as uow:
            leases = [one.lease for one in uow.leases.of_counter("A1")]
        assert all(lease.held >= 0 and lease.spent >= 0 for lease in leases)

    @invariant()
    def every_point_spent_is_of_a_lease_or_the_floor(self) -> None:
        spent: Counter[str] = Counter()
        floor = self.floor_by_event()
        for body in self.bodies():
            told = {member_id: totals["spent"] for member_id, totals in body.get("lease", {}).items()}
            for member_id, points in _spent_by(body["entries"]).items():
                assert told[member_id] - spent[member_id] + floor[body["seq"], member_id] == points
            spent.update({member_id: total - spent[member_id] for member_id, total in told.items()})
        self.the_leases_say_the_same(spent)

    def the_leases_say_the_same(self, spent: Counter[str]) -> None:
        with self.shop.store.reading() as uow:
            kept = {one.member_id: one.lease.spent for one in uow.leases.of_counter("A1")}
        assert {member_id: points for member_id, points in kept.items() if points} == dict(+spent)

    def bodies(self) -> list[dict[str, Any]]:
        with self.shop.store.reading() as uow:
            bodies = [json.loads(event.body) for event in uow.journal.events()]
        return [body for body in bodies if "entries" in body]

    def floor_by_event(self) -> Counter[tuple[int, str]]:
        rows = [dict(zip(floor_spends.c.keys(), row, strict=True)) for row in self.shop.tables()["floor_spends"]]
        return Counter({(row["seq"], row["member_id"]): row["points"] for row in rows})


def _spent_by(entries: list[dict[str, Any]]) -> Counter[str]:
    spent: Counter[str] = Counter()
    for entry in entries:
        if entry["kind"] in SPENT and entry["points"] < 0:
            spent[entry["member_id"]] -= entry["points"]
    return spent


def test_counter_machine() -> None:
    run_state_machine_as_test(CounterLedger, settings=settings(max_examples=20, stateful_step_count=25))
