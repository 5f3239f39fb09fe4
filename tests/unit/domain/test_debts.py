"""Earnings taken back after they were spent: what stands in for them, and what is owed."""

from __future__ import annotations

from app.domain.lots import Account, Lot, Use
from tests.unit.domain.samples import NOON, Ledger, instant

FEBRUARY, MARCH, JUNE = instant(2, 1), instant(3, 1), instant(6, 1)


def test_reversing_an_unspent_earning_leaves_nothing() -> None:
    ledger = Ledger()
    lot = ledger.earn(100)
    other = ledger.earn(40)
    ledger.reverse(lot, 100)

    assert ledger.left() == {other: 40}
    assert ledger.account().uses == {}


def test_reversing_spent_points_takes_from_other_lots_then_owes() -> None:
    ledger = Ledger()
    lot = ledger.earn(100)
    spent = ledger.redeem(100)
    other = ledger.earn(40)
    reversal = ledger.reverse(lot, 100)

    account = ledger.account()
    assert (account.debt, account.balance, account.available(NOON)) == (60, -60, -60)
    assert set(account.uses.values()) == {
        Use(spent, lot, 100),
        Use(reversal, other, 40, stands_for=lot),
        Use(reversal, None, 60, stands_for=lot),
    }


def test_the_next_accrual_repays_the_debt_first() -> None:
    ledger = Ledger()
    lot = ledger.earn(100)
    ledger.redeem(100)
    reversal = ledger.reverse(lot, 100)
    again = ledger.earn(250)

    account = ledger.account()
    assert (account.debt, ledger.left()) == (0, {again: 150})
    assert Use(reversal, again, 100, stands_for=lot) in account.uses.values()


def test_an_accrual_smaller_than_the_debt_repays_a_part() -> None:
    ledger = Ledger()
    lot = ledger.earn(100)
    ledger.redeem(100)
    ledger.reverse(lot, 100)
    ledger.earn(30)

    assert (ledger.account().debt, ledger.left()) == (70, {})


def test_the_oldest_debt_is_repaid_first() -> None:
    ledger = Ledger()
    first, second, third = ledger.redeem(50), ledger.redeem(50), ledger.redeem(10)
    lot = ledger.earn(70)

    assert set(ledger.account().uses.values()) == {
        Use(first, lot, 50),
        Use(second, lot, 20),
        Use(second, None, 30),
        Use(third, None, 10),
    }


def test_a_lot_that_is_gone_when_it_comes_repays_nothing() -> None:
    ledger = Ledger()
    ledger.redeem(50)
    ledger.earn(100, expires=NOON)

    assert (ledger.account().debt, ledger.account().available(NOON)) == (50, -50)


def test_how_much_can_be_taken_back_without_debt() -> None:
    ledger = Ledger()
    lot = ledger.earn(100)
    ledger.redeem(70)
    ledger.earn(25)
    ledger.earn(1_000, available=FEBRUARY)
    gone = ledger.earn(40, expires=NOON)
    ledger.expire(gone, 15, at=NOON)

    account = ledger.account()
    assert account.reversible(lot, NOON) == 30 + 25
    assert account.reversible(gone, NOON) == 25 + 15 + 30 + 25


def test_what_is_owed_elsewhere_is_not_taken_back_from_the_lot_itself() -> None:
    account = Account(
        {"a": Lot("a", 1, 20, 20, NOON, None), "b": Lot("b", 2, 35, 35, NOON, None)},
        {("x", None, None): Use("x", None, 50)},
    )

    assert account.reversible("a", NOON) == 5


def test_pending_points_are_taken_back_whatever_is_owed() -> None:
    account = Account({"a": Lot("a", 1, 20, 20, FEBRUARY, None)}, {("x", None, None): Use("x", None, 50)})

    assert account.reversible("a", NOON) == 20


def test_nothing_of_others_can_be_taken_back_while_in_debt() -> None:
    account = Account(
        {"a": Lot("a", 1, 100, 0, NOON, None), "b": Lot("b", 2, 40, 40, NOON, None)},
        {("x", None, None): Use("x", None, 60)},
    )

    assert account.reversible("a", NOON) == 0
