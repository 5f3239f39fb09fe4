"""Steps at the server: what managers and other programs do there, and what falls due."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from hypothesis import strategies as st
from hypothesis.stateful import rule

from app.domain.expiry import Expiry, ExpiryMode
from app.domain.lease import Floor
from app.domain.member import CardStatus
from app.services.desk import Desk
from app.services.keeping.checking import Choice, ReviewKind, choices_for
from app.services.members import adjustments, card_status, merging
from app.services.ports import ChainPoint
from app.services.programs.program import publish
from app.services.sales import outside
from app.services.sales.outside import OutsideBill
from server import jobs
from server.api import counters as doors
from server.identity.status import DeviceStatus
from server.intake import deciding
from server.intake.inbox import FIELD, Inbox
from server.jobs import Job
from server.rights import floors, leases
from tests.simulation.steps import Steps, counters, picks
from tests.simulation.world import OWNER, PROGRAM, STAFF, STORES, cart

_FLOORS = st.sampled_from((Floor(0, 0), Floor(30_00, 50_00), Floor(100_00, 100_00)))


class OfficeSteps(Steps):
    @rule(days=st.sampled_from((2, 5, 30)), pending=st.sampled_from((0, 0, 1)))
    def publish(self, days: int, pending: int) -> None:
        program = replace(
            PROGRAM, expiry=Expiry(ExpiryMode.DAYS, days), earning=replace(PROGRAM.earning, pending_days=pending)
        )
        self.world.centre.attempt(lambda desk: publish(desk, program, staff=STAFF))

    @rule(floor=_FLOORS, store_id=st.sampled_from(sorted(set(STORES))))
    def set_floor(self, floor: Floor, store_id: str) -> None:
        self.world.centre.attempt(lambda desk: _put_floor(desk, store_id, floor))
        self.world.floor_max = max(self.world.floor_max, floor.card)

    @rule(pick=picks, rupees=st.sampled_from((100, 900)), points=st.sampled_from((0, 20_00, 90_00)), undo=st.booleans())
    def bill_from_outside(self, pick: int, rupees: int, points: int, undo: bool) -> None:
        """Another program uses points over REST, gives them back or lets the bill earn."""
        card, number = self.card(pick), self.world.centre.ids.entity()
        if card is None:
            return
        bill = OutsideBill(number, cart(("General", rupees)), card)
        used = None
        if points:
            with self.world.centre.nobody_short():
                used = self.world.centre.attempt(lambda desk: outside.redeem(desk, bill, points, staff=STAFF))
        if used is not None and undo:
            self.world.centre.attempt(lambda desk: outside.undo_redemption(desk, used.bill_id, None, staff=STAFF))
        else:
            self.world.centre.attempt(lambda desk: outside.earn(desk, bill, staff=STAFF))
        if used is not None:
            self.world.seen["points used over REST"] += 1

    @rule(pick=picks, points=st.sampled_from((400_00, -50_00)))
    def adjust_at_server(self, pick: int, points: int) -> None:
        card, key = self.card(pick), self.world.centre.ids.entity()
        if card is not None:
            given = {"points": points, "reason": "goodwill", "staff": STAFF, "key": key}
            with self.world.centre.nobody_short():
                self.world.centre.attempt(lambda desk: adjustments.adjust(desk, card, **given))  # type: ignore[arg-type]

    @rule(pick=picks, into=picks)
    def merge(self, pick: int, into: int) -> None:
        source, target = self.card(pick), self.card(into)
        if source is None or target is None or source == target:
            return
        if self.world.centre.attempt(lambda desk: merging.merge(desk, [source], into=target, staff=STAFF)) is not None:
            self.world.seen["two members merged"] += 1

    @rule(pick=picks, status=st.sampled_from((CardStatus.ACTIVE, CardStatus.BLOCKED)))
    def mark_card_at_server(self, pick: int, status: CardStatus) -> None:
        card = self.card(pick)
        if card is not None:
            self.world.centre.attempt(lambda desk: card_status.set_card_status(desk, card, status, staff=STAFF))

    @rule(number=counters)
    def revoke(self, number: int) -> None:
        self._end(number, DeviceStatus.REVOKED)

    @rule(number=counters)
    def declare_lost(self, number: int) -> None:
        """The machine is gone, people say, and what it could have spent is written off."""
        self._end(number, DeviceStatus.LOST)
        self._write_off(number)

    @rule(job=st.sampled_from(jobs.JOBS))
    def do_a_job(self, job: Job) -> None:
        """What the server does by itself: expiries, tiers, write-offs, idle grants, prices, alarms."""
        with self.world.centre.nobody_short(is_asked=job.run is jobs.grant_idle):
            self.world.centre.attempt(job.run)

    @rule(number=counters)
    def replay(self, number: int) -> None:
        """A person says that the causes are mended, and what waited is tried again, one check after the other."""
        code = self.at(number).code
        with self.world.centre.store.reading() as unit:
            raised = [one for one in unit.shared.reviews(is_open=True) if one.facts.get("counter") == code]
        before = self._waiting(code)
        for review in [one for one in raised if one.kind in (ReviewKind.QUARANTINED, ReviewKind.LATE)]:
            self.world.centre.attempt(partial(_send_again, review.review_id))
        self.world.seen["replayed: APPLIED"] += len(before - self._waiting(code))

    @rule(pick=picks, of_choices=st.integers(0, 2), may_merge=st.booleans())
    def decide_at_server(self, pick: int, of_choices: int, may_merge: bool) -> None:
        """A manager says what is to become of something to check: tried again, left out, merged, put back."""
        review = self.open_review(self.world.centre.desk, pick)
        if review is not None:
            choices = choices_for(review.kind)
            choice = choices[of_choices % len(choices)]
            given = {"choice": choice, "staff_id": STAFF, "may_merge": may_merge}
            self.world.centre.attempt(lambda desk: deciding.settle(desk, review.review_id, **given))  # type: ignore[arg-type]

    def _waiting(self, code: str) -> set[ChainPoint]:
        store = self.world.centre.store
        with store.reading() as unit:
            found = Inbox(unit.scope, store.sealer.of_field(FIELD)).waiting(code)
        return {ChainPoint(one.epoch, one.seq) for one in found}

    @rule()
    def update_the_server(self) -> None:
        """The newer program arrives: what it seals is understood from now on."""
        self.world.update_the_server()

    def _write_off(self, number: int) -> None:
        code = self.at(number).code
        if self.world.centre.attempt(lambda desk: leases.write_off(desk, code)) is not None:
            with self.world.centre.store.reading() as unit:
                kept = [one for one in unit.leases.of_counter(code) if one.lease.outstanding]
            assert not kept, f"G6 still kept aside: {kept}"

    def _end(self, number: int, status: DeviceStatus) -> None:
        code = self.at(number).code
        self.world.centre.attempt(lambda _: doors._end(self.world.centre.parts, OWNER, code, status))

    @rule(number=counters)
    def let_in(self, number: int) -> None:
        """A manager pairs a counter: one that was alone, was shut out, or was found to be two."""
        counter = self.at(number)
        is_new = counter.link() is None
        if counter.attempt(lambda: self.world.enrol(counter)) is not None:
            self.world.seen["joined with a history" if is_new else "let in again"] += 1


def _send_again(review_id: str, desk: Desk) -> None:
    deciding.settle(desk, review_id, choice=Choice.SEND_AGAIN, staff_id=STAFF, may_merge=True)


def _put_floor(desk: Desk, store_id: str, floor: Floor) -> None:
    with desk.store.writing() as unit:
        floors.put(unit.scope, store_id, floor)  # type: ignore[attr-defined]
