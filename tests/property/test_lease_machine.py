"""Leases in any order of events: no card is overdrawn but by what people chose to risk."""

from __future__ import annotations

from typing import Any

from hypothesis import assume
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, initialize, invariant, multiple, precondition, rule

from app.domain.entries import EntryKind
from app.domain.lease import NO_FLOOR, Floor
from tests.property.chain import Chain, Letter, Redemption, left

counters = st.sampled_from("ABC")
shares = st.sampled_from((1, 40, 100))  # per cent
floors = st.sampled_from((NO_FLOOR, NO_FLOOR, Floor(15, 15), Floor(40, 25)))


def rough(machine: LeaseMachine) -> bool:
    return machine.is_rough


class LeaseMachine(RuleBasedStateMachine):
    letters = Bundle("letters")
    redemptions = Bundle("redemptions")
    earnings = Bundle("earnings")

    @initialize(floor=floors, is_rough=st.booleans())
    def open_chain(self, floor: Floor, is_rough: bool) -> None:
        """In rough weather leases are written off, goods come back and files are lost; else more else happens."""
        self.chain = Chain(3, floor)
        self.is_rough, self.lost = is_rough, set[str]()

    # At the server

    @rule(
        target=earnings,
        points=st.integers(10, 100),
        pending=st.sampled_from((0, 0, 1)),
        lives=st.sampled_from((1, 2, 5, None)),
    )
    def earn(self, points: int, pending: int, lives: int | None) -> str:
        return self.chain.earn(points, pending_days=pending, lives_days=lives)

    @rule(share=shares)
    def spend_at_the_server(self, share: int) -> None:
        points = self.chain.free() * share // 100
        if points:
            self.chain.post(EntryKind.REDEEM, -points)

    @rule(target=letters, code=counters, wanted=st.sampled_from((0, 10, 50, 1000)))
    def grant_and_write(self, code: str, wanted: int) -> tuple[str, Letter]:
        self.chain.grant(code, wanted)
        return code, self.chain.letter(code)

    @precondition(rough)
    @rule(code=counters, back=st.sampled_from((0, 0, 1)))
    def write_off(self, code: str, back: int) -> None:
        self.chain.write_off(code, max(1, self.chain.counters[code].epoch - back))

    @precondition(rough)
    @rule(earning=earnings, share=shares)
    def reverse(self, earning: str, share: int) -> None:
        """Goods come back: what they earned goes, spent or not."""
        points = self.chain.account.lots[earning].left * share // 100
        if points:
            self.chain.post(EntryKind.REVERSE, -points, corrects=earning)
            self.chain.reversed += points

    # Between them

    @rule(letter=letters)
    def deliver(self, letter: tuple[str, Letter]) -> None:
        self.chain.read(*letter)

    @rule(code=counters, wanted=st.sampled_from((0, 10, 50, 1000)))
    def top_up(self, code: str, wanted: int) -> None:
        """A line without delay."""
        self.chain.hear(code, len(self.chain.counters[code].unsent))
        self.chain.grant(code, wanted)
        self.chain.read(code, self.chain.letter(code))

    @rule(code=counters, events=st.sampled_from((1, 2, 9)))
    def push(self, code: str, events: int) -> None:
        self.chain.hear(code, events)

    # At a counter

    @rule(target=redemptions, code=counters, share=shares)
    def spend(self, code: str, share: int) -> Any:
        points = self.chain.usable(code) * share // 100
        return self.chain.spend(code, points) if points else multiple()

    @rule(redemption=redemptions, code=st.none() | counters, share=shares, grace=st.sampled_from((0, 2)))
    def give_back(self, redemption: Redemption, code: str | None, share: int, grace: int) -> None:
        untold = {entry.entry_id for entry in self.chain.untold()}
        code = code or redemption.counter
        assume(redemption.entry_id not in self.lost)
        assume(code == redemption.counter or redemption.entry_id not in untold)  # who was not told cannot give it back
        points = (redemption.points - self.chain.restored.get(redemption.entry_id, 0)) * share // 100
        if points:
            self.chain.restore(code, redemption, points, grace_days=grace)

    @rule(target=redemptions, code=counters, share=shares, is_told=st.booleans())
    def ring_up_wrongly(self, code: str, share: int, is_told: bool) -> Any:
        """Spend, and take it back while the customer waits; the server may hear of the first half only."""
        points = self.chain.usable(code) * share // 100
        if not points:
            return multiple()
        wrong = self.chain.spend(code, points)
        if is_told:
            self.chain.hear(code, len(self.chain.counters[code].unsent))
        self.chain.restore(code, wrong, points, grace_days=0)
        return wrong

    @rule(code=counters, share=shares)
    def give_up(self, code: str, share: int) -> None:
        """Rights not needed, or asked back by the server."""
        points = max(0, self.chain.counters[code].lease.held) * share // 100
        if points:
            self.chain.give_up(code, points)

    @precondition(rough)
    @rule(code=counters, lost=st.sampled_from((0, 0, 1, 9)))
    def begin_epoch(self, code: str, lost: int) -> None:
        self.lost |= self.chain.begin_epoch(code, lost=lost)

    @rule(hours=st.sampled_from((1, 7, 24, 72, 24 * 8)))
    def time_goes_by(self, hours: int) -> None:
        self.chain.wait(hours=hours)

    # What always holds

    @invariant()
    def a_card_is_overdrawn_by_no_more_than_was_risked(self) -> None:
        assert self.chain.shortage() <= self.chain.allowed

    @invariant()
    def rights_never_exceed_what_will_be_there(self) -> None:
        truth, chain = self.chain.truth(), self.chain
        for at in chain.futures():
            assert chain.rights(at) <= max(0, left(truth, now=chain.now, at=at)) + chain.allowed, at

    @invariant()
    def a_risk_is_taken_once(self) -> None:
        """Nothing that was written off can be overdrawn a second time, however much is earned in between."""
        if self.chain.floor == NO_FLOOR:
            assert self.chain.overdrawn <= self.chain.written_off + self.chain.reversed


TestLeases = LeaseMachine.TestCase
