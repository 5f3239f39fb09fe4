"""Budgets in any order of bills, returns, grants and losses: never exceeded, and nothing of them leaks away."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from app.services.campaigns import budgets
from app.services.desk import Desk
from app.services.keeping.books import verify
from app.services.ports import BudgetShare, UnitOfWork
from server.rights import budgets as shares
from server.rights.budgets import share_out
from tests.server.budget_chain import BUDGETS, MEMBER_MAX, SLAB, TEN, TWICE, Sold, chain, find, lose, total
from tests.server.tills import Till

tills = st.integers(0, 2)
cards = st.integers(0, 1)
amounts = st.sampled_from((50, 100, 300))


class BudgetMachine(RuleBasedStateMachine):
    """Three counters, each with two members; a page may be heard late, twice, or after newer ones."""

    bills = Bundle("bills")
    pages = Bundle("pages")

    def __init__(self) -> None:
        super().__init__()
        self.open, self.silent = ExitStack(), set[int]()
        self.chain = self.open.enter_context(chain(rules=(TEN, SLAB, TWICE)))

    @initialize()
    def share_out_at_first(self) -> None:
        """Whoever has no share brings nothing, whatever is wrong."""
        self.chain.settle()

    def till(self, number: int) -> Till:
        return self.chain.tills[number]

    # At a counter

    @rule(target=bills, number=tills, rupees=amounts, card=cards)
    def sell(self, number: int, rupees: int, card: int) -> Sold:
        return self.chain.sell(self.till(number), rupees, card)

    @rule(number=tills)
    def sell_out(self, number: int) -> None:
        """A busy hour without a line: everything the counter may bring."""
        self._sell_out(self.till(number))

    def _sell_out(self, till: Till) -> None:
        while self.chain.sell(till, 300).bill.rules:
            self.no_budget_is_exceeded()  # or it would never end

    @rule(target=bills, number=tills, rupees=amounts, card=cards)
    def claim(self, number: int, rupees: int, card: int) -> Sold:
        return self.chain.claim(self.till(number), rupees, card)

    @rule(sold=bills, rupees=amounts)
    def give_back(self, sold: Sold, rupees: int) -> None:
        self.chain.give_back(sold, rupees)

    @rule(sold=bills)
    def cancel(self, sold: Sold) -> None:
        self.chain.cancel(sold)

    @rule(number=tills)
    def return_what_is_asked_back(self, number: int) -> None:
        budgets.give_back(self.till(number).desk)

    @rule(number=tills)
    def begin_epoch(self, number: int) -> None:
        """As after a file was put back: rights of the epoch that ended are nobody's."""
        till = self.till(number)
        if not till.waiting():
            with till.store.writing() as unit:
                unit.journal.begin_epoch(above=unit.journal.head().epoch)

    # Between them

    @rule(number=tills, again=st.sampled_from((0, 0, 3)))
    def send(self, number: int, again: int) -> None:
        self.chain.send(self.till(number), again=again)

    @rule(target=pages, number=tills)
    def ask(self, number: int) -> tuple[Till, Any]:
        return self.till(number), self.chain.office.page(self.till(number).code)

    @rule(page=pages)
    def hear(self, page: tuple[Till, Any]) -> None:
        self.chain.hear(*page)

    @rule(number=tills)
    def exchange(self, number: int) -> None:
        """A line without delay."""
        self._exchange(self.till(number))

    def _exchange(self, till: Till) -> None:
        budgets.give_back(till.desk)
        self.chain.send(till)
        self.chain.hear(till, self.chain.office.page(till.code))

    # At the server

    @rule()
    def share_out(self) -> None:
        share_out(self.chain.office.desk)

    @rule(number=tills)
    def lose(self, number: int) -> None:
        lose(self.chain, self.till(number))
        self.silent.add(number)

    @rule(number=tills)
    def find(self, number: int) -> None:
        find(self.chain, self.till(number))
        self.silent.discard(number)

    @rule(number=tills, rounds=st.sampled_from((0, 0, 2)))
    def trade_alone(self, number: int, rounds: int) -> None:
        """The others are silent, with what they hold, while this one is given half of the rest, and half of that."""
        for other in range(3):
            (self.find if other == number else self.lose)(other)
        for _ in range(rounds):
            self._exchange(self.till(number))
            self._sell_out(self.till(number))
        self._exchange(self.till(number))

    @rule()
    def all_are_heard(self) -> None:
        for number in range(3):
            self.find(number)
        for till in self.chain.tills:
            self._exchange(till)

    # What always holds

    @invariant()
    def no_budget_is_exceeded(self) -> None:
        for rule_id, budget in BUDGETS.items():
            assert self.chain.brought(rule_id) <= budget, f"{rule_id} is exceeded"

    @invariant()
    def a_member_has_no_more_than_a_member_may(self) -> None:
        for code, numbers in self.chain.cards.items():
            for card in numbers:
                mine = [one.brought("slab") for one in self.chain.sold if one.card == card]
                assert sum(mine) <= MEMBER_MAX, f"a member of {code} has too much"

    def teardown(self) -> None:
        with self.open:
            if sys.exc_info()[0] is None:  # a program that failed has said enough
                self._everything_is_brought()
                self._all_is_accounted_for()

    def _everything_is_brought(self) -> None:
        """By those that are heard, as long as they are given something; then by those that were silent meanwhile."""
        heard = [till for number, till in enumerate(self.chain.tills) if number not in self.silent]
        for _ in range(3):
            for till in heard:
                self._exchange(till)
                self._sell_out(till)
        for till in self.chain.tills:
            self._sell_out(till)
        self.no_budget_is_exceeded()

    def _all_is_accounted_for(self) -> None:
        """What was not brought is free or somebody's, once everybody has said and heard everything."""
        one = self.chain
        for till in one.tills:
            find(one, till)
        one.settle()
        for rule_id, budget in BUDGETS.items():
            assert one.is_counted(rule_id), f"{rule_id} is miscounted"
            assert self._used(rule_id) == one.brought_at_first(rule_id), f"{rule_id}: a share was used otherwise"
            assert total(one.office, rule_id) == one.brought(rule_id)
            assert budget - one.brought(rule_id) == self._free(rule_id) + self._held(rule_id), f"{rule_id} leaks"
        one.office.sound()
        for till in one.tills:
            assert verify(till.desk).sound

    def _free(self, rule_id: str) -> int:
        with self.chain.office.store.reading() as unit:
            return budgets.free(unit, rule_id, BUDGETS[rule_id])

    def _held(self, rule_id: str) -> int:
        """Granted by the server's word, used and returned by the counters', of whichever epoch."""
        with self.chain.office.store.reading() as unit:
            granted = sum(share.rights.granted for share in unit.budgets.of_rule(rule_id))
        return granted - sum(one.rights.spent + one.rights.returned for one in self._own(rule_id))

    def _used(self, rule_id: str) -> int:
        return sum(one.rights.spent for one in self._own(rule_id))

    def _own(self, rule_id: str) -> list[BudgetShare]:
        """What counters know of their shares."""
        found: list[BudgetShare] = []
        for till in self.chain.tills:
            with till.store.reading() as unit:
                found += unit.budgets.of_rule(rule_id)
        return found


TestBudgets = BudgetMachine.TestCase
TestBudgets.settings = settings(max_examples=25, stateful_step_count=15, deadline=None)


def whole_pot_for_each(_: UnitOfWork, __: str, budget: int) -> int:
    return budget


def granted_as_more(desk: Desk, uow: UnitOfWork, told: Sequence[budgets.ToldShare]) -> None:
    for one in told:
        known = uow.budgets.get(one.rule, counter_code=desk.counter_code, epoch=one.epoch)
        uow.budgets.put(replace(known, rights=known.rights.with_granted(one.granted)))


@pytest.mark.parametrize(
    ("room", "name", "sown"), [(shares, "free", whole_pot_for_each), (budgets, "adopt_shares", granted_as_more)]
)
def test_a_sown_fault_is_found(room: Any, name: str, sown: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, name, sown)
    quickly = settings(TestBudgets.settings, phases=[Phase.generate], database=None, derandomize=True)
    with pytest.raises(AssertionError, match=r"exceeded|over|leaks"):
        run_state_machine_as_test(BudgetMachine, settings=quickly)
