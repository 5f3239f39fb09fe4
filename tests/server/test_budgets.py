"""Budgets across counters: never exceeded, whoever is offline, in every order of bills, returns, grants and losses."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import timedelta
from random import Random
from typing import Any

import pytest

from app.domain.codes import card_number
from app.domain.lease import Lease
from app.domain.limits import RuleLimits
from app.domain.rules import DecisionRule, PointsFixed
from app.services.campaigns import budgets
from app.services.keeping.books import verify
from app.services.ports import UnitOfWork
from app.services.programs.program import publish
from app.services.records import to_micros
from app.services.sales import counting
from server.identity import devices
from server.identity.status import DeviceStatus
from server.rights.budgets import share_out
from sync.protocol import Status
from sync.tidings import shares_of
from tests.desks import PROGRAM, STAFF
from tests.server.tills import Office, Till, memory_office

BUDGET = 60_00
RULE = DecisionRule("ten", PointsFixed(10_00), limits=RuleLimits(budget=BUDGET))
RULES = replace(PROGRAM, rules=(RULE,))

STEP = timedelta(minutes=1)
STEPS = [
    *["sell"] * 6,
    *["cancel", "return half", "share"] * 2,
    *["send", "ask", "give back"] * 3,
    *["hear"] * 5,
    *["lose", "find"],
]


@dataclass
class Chain:
    """Counters with one rule, each with a member of its own and bills that may come back."""

    office: Office
    tills: list[Till]
    cards: dict[str, str]
    bills: dict[str, dict[str, int]] = field(default_factory=dict)  # and what was brought to each that may come back
    kept: Counter[str] = field(default_factory=Counter)  # what was brought to those that came back by half
    told: list[tuple[Till, Any]] = field(default_factory=list)  # pages on their way, or kept to come again

    def sell(self, till: Till) -> int:
        bill = till.sell(self.cards[till.code], ("General", 100)).bill
        self.bills.setdefault(till.code, {})[bill.bill_id] = bill.bonus_points
        till.clock.advance(till.clock.now().replace(microsecond=0) + STEP)
        return bill.bonus_points

    def cancel(self, till: Till, dice: Random) -> None:
        mine = self.bills.get(till.code, {})
        if mine:
            bill = dice.choice(list(mine))
            till.cancel(bill)
            del mine[bill]

    def return_half(self, till: Till, dice: Random) -> None:
        mine = self.bills.get(till.code, {})
        if mine:
            bill = dice.choice(list(mine))
            till.give_back(bill, 50)
            self.kept[till.code] += (mine.pop(bill) + 1) // 2

    def send(self, till: Till) -> None:
        if till.waiting():
            answer = till.send(self.office)
            assert all(one.status is not Status.APPLIED_OVER_LIMIT for one in answer.results), "over"

    def ask(self, till: Till) -> None:
        self.told.append((till, self.office.page(till.code, after=till.position)))

    def hear(self, till: Till, page: Any) -> None:
        with till.store.writing() as uow:
            budgets.adopt_shares(till.desk, uow, shares_of(page))

    def hear_something(self, dice: Random) -> None:
        if self.told:
            self.hear(*dice.choice(self.told))

    def step(self, name: str, till: Till, dice: Random) -> None:
        {
            "sell": lambda: self.sell(till),
            "cancel": lambda: self.cancel(till, dice),
            "send": lambda: self.send(till),
            "share": lambda: share_out(self.office.desk),
            "ask": lambda: self.ask(till),
            "hear": lambda: self.hear_something(dice),
            "give back": lambda: budgets.give_back(till.desk),
            "return half": lambda: self.return_half(till, dice),
            "lose": lambda: lose(self, till),
            "find": lambda: find(self, till),
        }[name]()

    def brought(self) -> int:
        """All that was really brought and has not come back, sent or not; every counter knows its own."""
        own = {till.code: sum(self.bills.get(till.code, {}).values()) + self.kept[till.code] for till in self.tills}
        assert own == {till.code: _total(till) for till in self.tills}, "miscounted"
        return sum(own.values())


def _total(shop: Till | Office) -> int:
    with shop.store.reading() as uow:
        return uow.rule_uses.total("ten")


@contextmanager
def chain(codes: Sequence[str] = ("A1", "B2", "C3")) -> Iterator[Chain]:
    with memory_office(RULES) as office:
        tills = []
        for code in codes:
            till = Till.new(code, office.clock, program=RULES)
            till.join()
            office.enrol(till)
            tills.append(till)
        numbers = {till.code: card_number(f"{place:010}") for place, till in enumerate(tills, 1)}
        yield Chain(office, tills, {t.code: t.enrol(t.code, card_number=numbers[t.code]) for t in tills})


def settled(one: Chain) -> None:
    """Everybody has said and heard everything."""
    for _ in range(3):
        for till in one.tills:
            budgets.give_back(till.desk)
            one.send(till)
        share_out(one.office.desk)
        for till in one.tills:
            one.hear(till, one.office.page(till.code, after=0))


def drained(one: Chain) -> None:
    """Everybody brings what they still can, and nobody asks anybody."""
    for till in one.tills:
        while one.sell(till):
            pass


def walked(seed: int, steps: int = 80) -> Chain:
    """Anything in any order; after each step, and once all have brought what they can, it is no more than the budget.

    Everybody has a share when it begins: whoever has none brings nothing, whatever is wrong.
    """
    dice = Random(seed)
    with chain() as one:
        settled(one)
        for _ in range(steps):
            till = dice.choice(one.tills)
            one.step(dice.choice(STEPS), till, dice)
            assert one.brought() <= BUDGET, f"seed {seed}"
        drained(one)
        assert one.brought() <= BUDGET, f"seed {seed}, drained"
        settled(one)
        assert _total(one.office) == one.brought() <= BUDGET
        one.office.sound()
        for till in one.tills:
            assert verify(till.desk).sound
    return one


def lose(one: Chain, till: Till) -> None:
    """Said to be lost; it may still be there, and send."""
    _change(one, till, status=DeviceStatus.LOST)
    _change(one, till, status=DeviceStatus.ACTIVE, last_seen_at=0)


def find(one: Chain, till: Till) -> None:
    """It is heard of again."""
    _change(one, till, last_seen_at=to_micros(one.office.clock.now()))


def _change(one: Chain, till: Till, **to: Any) -> None:
    with one.office.store.writing() as unit:
        device = devices.by_code(unit.scope, till.code)
        assert device is not None
        devices.change(unit.scope, replace(device, **to), version=device.version)


@pytest.mark.parametrize("seed", range(12))
def test_a_budget_is_never_exceeded(seed: int) -> None:
    walked(seed)


def test_a_counter_without_a_share_brings_nothing_and_with_one_no_more_than_it() -> None:
    with chain() as one:
        first, *others = one.tills
        assert one.sell(first) == 0
        share_out(one.office.desk)
        one.hear(first, one.office.page("A1"))
        assert [one.sell(first) for _ in range(2)] == [10_00, 0], "half of 60, shared by three"
        one.send(first)
        one.hear(first, one.office.page("A1"))
        assert one.sell(first) == 8_00, "of the 50 that are left, 8 for each now"
        for till in others:
            one.hear(till, one.office.page(till.code))
            assert one.sell(till) == 10_00, "what was granted stands"


def test_what_others_lack_is_asked_back_and_comes_back() -> None:
    with chain(("A1", "B2")) as one:
        rich, poor = one.tills
        lose(one, poor)
        share_out(one.office.desk)
        one.hear(rich, one.office.page("A1"))
        find(one, poor)
        with one.office.store.writing() as unit:
            unit.budgets.put(replace(unit.budgets.get("ten", counter_code="Z9", epoch=1), rights=_granted(30_00)))
        share_out(one.office.desk)
        one.hear(rich, one.office.page("A1"))
        assert budgets.give_back(rich.desk) == 23_00
        assert budgets.give_back(rich.desk) == 0
        one.send(rich)
        one.hear(poor, one.office.page("B2"))
        assert one.sell(poor) > 0


def test_what_a_rule_that_is_no_more_left_is_asked_back() -> None:
    with chain(("A1",)) as one:
        (till,) = one.tills
        share_out(one.office.desk)
        one.hear(till, one.office.page("A1"))
        publish(one.office.desk, PROGRAM, staff=STAFF)
        share_out(one.office.desk)
        one.hear(till, one.office.page("A1"))
        assert budgets.give_back(till.desk) == 30_00
        one.send(till)
        with one.office.store.reading() as unit:
            assert [share.rights.outstanding for share in unit.budgets.of_rule("ten")] == [0]
        share_out(one.office.desk)


def test_what_was_brought_without_a_right_is_posted_and_said() -> None:
    with chain(("A1",)) as one:
        (till,) = one.tills
        with till.store.writing() as uow:
            uow.budgets.put(replace(uow.budgets.get("ten", counter_code="A1", epoch=2), rights=_granted(99_00)))
        one.sell(till)
        answer = till.send(one.office)
        assert [(r.status, r.code) for r in answer.results if r.code] == [(Status.APPLIED_OVER_LIMIT, "OVER-BUDGET")]
        assert _total(one.office) == 10_00


def _granted(points: int) -> Lease:
    return Lease(granted=points)


def test_a_grant_believed_twice_would_be_found(monkeypatch: pytest.MonkeyPatch) -> None:
    def adopt_twice(desk: Any, uow: UnitOfWork, told: Sequence[budgets.ToldShare]) -> None:
        for one in told:
            known = uow.budgets.get(one.rule, counter_code=desk.counter_code, epoch=one.epoch)
            uow.budgets.put(replace(known, rights=known.rights.with_granted(one.granted)))

    monkeypatch.setattr(budgets, "adopt_shares", adopt_twice)
    with pytest.raises(AssertionError, match=r"seed|over"):
        [walked(seed) for seed in range(12)]


def test_a_return_that_gives_no_use_back_would_be_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(counting, "still_drawn", lambda points, **_: points)
    with chain(("A1",)) as one:
        (till,) = one.tills
        share_out(one.office.desk)
        one.hear(till, one.office.page("A1"))
        bill = till.sell(one.cards["A1"], ("General", 100)).bill
        till.give_back(bill.bill_id, 50)
        monkeypatch.undo()
        one.send(till)
        assert _total(one.office) == 5_00 != _total(till)
