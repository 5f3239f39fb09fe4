"""Points given back: to the lots they came from, past those that stood in, with grace when a lot is gone."""

from __future__ import annotations

import pytest

from app.domain.lots import Account, Lot
from tests.unit.domain.samples import Ledger, instant

FEBRUARY, MARCH, JUNE = instant(2, 1), instant(3, 1), instant(6, 1)


def test_restored_points_return_to_the_lots_they_came_from() -> None:
    ledger = Ledger()
    soon, late = ledger.earn(100, expires=MARCH), ledger.earn(100, expires=JUNE)
    spent = ledger.redeem(150)

    ledger.restore(spent, 40)
    assert ledger.left() == {soon: 40, late: 50}
    ledger.restore(spent, 110)
    assert ledger.left() == {soon: 100, late: 100}
    assert ledger.account().uses == {}


def test_restored_points_release_first_what_stood_in_for_their_lot() -> None:
    ledger = Ledger()
    lot = ledger.earn(100)
    spent = ledger.redeem(100)
    other = ledger.earn(40)
    ledger.reverse(lot, 100)

    ledger.restore(spent, 60)  # pays the debt
    assert (ledger.account().debt, ledger.left()) == (0, {})
    ledger.restore(spent, 40)  # frees the other lot
    assert ledger.left() == {other: 40}
    assert ledger.account().uses == {}


def test_a_restored_lot_repays_what_is_owed_elsewhere() -> None:
    """The order of two cancellations leaves no trace, not even when a lot expires afterwards."""

    def cancelled(*, redemption_first: bool) -> Ledger:
        ledger = Ledger()
        lot = ledger.earn(100, expires=MARCH)
        first = ledger.redeem(100)
        other = ledger.earn(50, expires=FEBRUARY)
        ledger.redeem(50)
        if redemption_first:
            ledger.restore(first, 100)
        ledger.reverse(other, 50)
        if not redemption_first:
            ledger.restore(first, 100)
        assert ledger.left() == {lot: 50}
        return ledger

    one, other = cancelled(redemption_first=True), cancelled(redemption_first=False)
    assert one.account().debt == other.account().debt == 0
    assert one.account().available(MARCH) == other.account().available(MARCH) == 0


def test_points_restored_to_an_expired_lot_expire_at_once() -> None:
    ledger = Ledger()
    lot = ledger.earn(100, expires=FEBRUARY)
    spent = ledger.redeem(100)
    ledger.restore(spent, 100, at=MARCH)

    account = ledger.account()
    assert (account.available(MARCH), account.balance, ledger.left()) == (0, 100, {lot: 100})


def test_an_expired_lot_does_not_repay_with_what_is_restored_to_it() -> None:
    ledger = Ledger()
    ledger.earn(100, expires=FEBRUARY)
    spent = ledger.redeem(100)
    ledger.redeem(30)
    ledger.restore(spent, 100, at=MARCH)

    assert (ledger.account().debt, ledger.account().available(MARCH)) == (30, -30)


def test_grace_gives_restored_points_of_an_expired_lot_a_few_days_more() -> None:
    ledger = Ledger()
    lot = ledger.earn(100, expires=FEBRUARY)
    spent = ledger.redeem(100)
    grace = ledger.restore(spent, 100, at=MARCH, grace=instant(3, 8))

    account = ledger.account()
    assert ledger.left() == {grace: 100}
    assert account.lots[lot].left == 0
    assert (account.available(MARCH), account.available(instant(3, 8))) == (100, 0)


def test_grace_of_two_expired_lots_is_one_lot() -> None:
    ledger = Ledger()
    ledger.earn(100, expires=FEBRUARY)
    ledger.earn(50, expires=FEBRUARY)
    spent = ledger.redeem(150)
    grace = ledger.restore(spent, 150, at=MARCH, grace=instant(3, 8))

    assert ledger.account().lots[grace] == Lot(grace, 4, 150, 150, MARCH, instant(3, 8))


def test_grace_is_also_for_a_lot_that_stood_in() -> None:
    ledger = Ledger()
    lot = ledger.earn(100)
    spent = ledger.redeem(100)
    ledger.earn(100, expires=FEBRUARY)
    ledger.reverse(lot, 100)
    grace = ledger.restore(spent, 100, at=MARCH, grace=instant(3, 8))

    assert ledger.account().lots[grace] == Lot(grace, 5, 100, 100, MARCH, instant(3, 8))
    assert ledger.left() == {grace: 100}


def test_grace_repays_what_is_owed() -> None:
    ledger = Ledger()
    ledger.earn(100, expires=FEBRUARY)
    spent = ledger.redeem(100)
    other = ledger.earn(30)
    ledger.redeem(30)
    ledger.reverse(other, 30)
    grace = ledger.restore(spent, 100, at=MARCH, grace=instant(3, 8))

    assert (ledger.account().debt, ledger.left()) == (0, {grace: 70})


def test_grace_is_not_given_to_points_that_only_release_a_debt() -> None:
    ledger = Ledger()
    lot = ledger.earn(100, expires=FEBRUARY)
    spent = ledger.redeem(100)
    ledger.reverse(lot, 100)
    ledger.restore(spent, 100, at=MARCH, grace=instant(3, 8))

    assert (ledger.account().debt, ledger.left(), list(ledger.account().lots)) == (0, {}, [lot])


def test_grace_changes_nothing_for_a_lot_that_still_lives() -> None:
    ledger = Ledger()
    lot = ledger.earn(100, expires=MARCH)
    spent = ledger.redeem(100)
    ledger.restore(spent, 100, at=FEBRUARY, grace=instant(2, 8))

    assert ledger.left() == {lot: 100}


def test_more_cannot_be_restored_than_was_redeemed() -> None:
    ledger = Ledger()
    ledger.earn(100)
    spent = ledger.redeem(60)

    with pytest.raises(AssertionError, match=r"^no more is restored than was redeemed$"):
        ledger.restore(spent, 61)


def test_who_is_released_first_does_not_depend_on_how_the_account_was_loaded() -> None:
    """Two partial reversals of one lot stand in through the same other lot: the older one is released first."""

    def released(*, turned: bool) -> Account:
        ledger = Ledger()
        lot = ledger.earn(100)
        spent = ledger.redeem(100)
        ledger.earn(100)
        ledger.reverse(lot, 30)
        ledger.reverse(lot, 30)
        account = ledger.account()
        if turned:
            ledger.accounts["m"] = Account(account.lots, dict(reversed(list(account.uses.items()))))
        ledger.restore(spent, 20)
        return ledger.account()

    assert released(turned=True) == released(turned=False)
    assert released(turned=False).uses[("e0004", "e0003", "e0001")].points == 10


def test_which_debt_is_released_first_does_not_depend_on_how_the_account_was_loaded() -> None:
    def released(*, turned: bool) -> Account:
        ledger = Ledger()
        lot = ledger.earn(100)
        spent = ledger.redeem(100)
        ledger.reverse(lot, 30)
        ledger.reverse(lot, 30)
        account = ledger.account()
        if turned:
            ledger.accounts["m"] = Account(account.lots, dict(reversed(list(account.uses.items()))))
        ledger.restore(spent, 20)
        return ledger.account()

    assert released(turned=True) == released(turned=False)
    assert released(turned=False).uses[("e0003", None, "e0001")].points == 10


def test_what_an_entry_owes_is_released_before_what_it_took() -> None:
    ledger = Ledger()
    lot = ledger.earn(60)
    spent = ledger.redeem(100)
    ledger.restore(spent, 50)

    assert (ledger.account().debt, ledger.left()) == (0, {lot: 10})


def test_stand_ins_are_released_debt_first_then_the_latest_expiry() -> None:
    ledger = Ledger()
    lot = ledger.earn(100)
    ledger.redeem(100)
    soon, late = ledger.earn(20, expires=MARCH), ledger.earn(20, expires=JUNE)
    ledger.reverse(lot, 100)

    assert [use.lot_id for use in ledger.account().stand_ins(lot)] == [None, late, soon]
