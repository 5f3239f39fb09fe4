"""Lots, debts and what stands in for what: the ledger entry by entry."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.domain.entries import Entry, EntryKind
from app.domain.ledger import fold
from app.domain.lots import Account, Lot, Use
from tests.unit.domain.samples import NOON, Ledger, instant

FEBRUARY, MARCH, JUNE = instant(2, 1), instant(3, 1), instant(6, 1)


def test_a_credit_makes_a_lot_and_a_debit_uses_it() -> None:
    ledger = Ledger()
    earned = ledger.earn(300, expires=JUNE)
    spent = ledger.redeem(120)

    account = ledger.account()
    assert account.lots == {earned: Lot(earned, 1, 300, 180, NOON, JUNE)}
    assert list(account.uses.values()) == [Use(spent, earned, 120)]
    assert (account.balance, account.debt, account.available(NOON)) == (180, 0, 180)


@pytest.mark.parametrize("kind", [EntryKind.BONUS, EntryKind.REFERRAL, EntryKind.ADJUST])
def test_every_credit_makes_a_lot(kind: EntryKind) -> None:
    ledger = Ledger()
    lot = ledger.earn(50, kind=kind)

    assert ledger.left() == {lot: 50}


def test_points_given_by_hand_take_their_place_among_the_others() -> None:
    ledger = Ledger()
    ledger.earn(5)
    lot = ledger.earn(1, kind=EntryKind.ADJUST)

    assert ledger.account().lots[lot] == Lot(lot, 2, 1, 1, NOON, None)


@pytest.mark.parametrize("kind", [EntryKind.REWARD, EntryKind.ADJUST])
def test_every_debit_uses_lots(kind: EntryKind) -> None:
    ledger = Ledger()
    lot = ledger.earn(50)
    ledger.post(kind, -20)

    assert ledger.left() == {lot: 30}


def test_redemption_takes_the_earliest_expiry_first_then_the_earliest_earned() -> None:
    ledger = Ledger()
    never = ledger.earn(100)
    late = ledger.earn(100, expires=JUNE)
    soon_first = ledger.earn(100, expires=MARCH)
    soon_second = ledger.earn(100, expires=MARCH)

    ledger.redeem(130)
    assert ledger.left() == {never: 100, late: 100, soon_second: 70}
    ledger.redeem(140)
    assert ledger.left() == {never: 100, late: 30}
    ledger.redeem(60)
    assert ledger.left() == {never: 70}
    assert soon_first not in ledger.left()


def test_lots_that_never_expire_are_taken_by_when_they_can_be_spent() -> None:
    ledger = Ledger()
    later = ledger.earn(100, available=NOON)
    earlier = ledger.earn(100, available=instant(1, 10))
    ledger.redeem(100)

    assert ledger.left() == {later: 100}
    assert earlier not in ledger.left()


def test_points_are_gone_at_the_instant_of_expiry_and_not_before() -> None:
    ledger = Ledger()
    ledger.earn(100, expires=FEBRUARY)

    account = ledger.account()
    assert account.available(FEBRUARY - timedelta(microseconds=1)) == 100
    assert account.available(FEBRUARY) == 0
    assert account.balance == 100  # the books still have them until the sweep


def test_pending_points_are_available_from_their_instant() -> None:
    ledger = Ledger()
    ledger.earn(100, available=FEBRUARY, expires=MARCH)

    account = ledger.account()
    before = FEBRUARY - timedelta(microseconds=1)
    assert (account.available(before), account.pending(before)) == (0, 100)
    assert (account.available(FEBRUARY), account.pending(FEBRUARY)) == (100, 0)
    assert (account.available(MARCH), account.pending(MARCH)) == (0, 0)


def test_points_that_expire_before_they_are_available_are_not_pending() -> None:
    ledger = Ledger()
    ledger.earn(100, available=MARCH, expires=FEBRUARY)

    assert ledger.account().pending(FEBRUARY) == 0


def test_pending_and_expired_lots_are_not_spent() -> None:
    ledger = Ledger()
    pending = ledger.earn(100, available=FEBRUARY)
    gone = ledger.earn(100, expires=NOON)
    ledger.earn(100, expires=JUNE)
    ledger.redeem(150)

    assert ledger.left() == {pending: 100, gone: 100}
    assert ledger.account().debt == 50


def test_posting_an_expiry_moves_the_books_and_not_what_is_available() -> None:
    ledger = Ledger()
    lot = ledger.earn(100, expires=FEBRUARY)
    ledger.redeem(30)
    before = ledger.account().available(FEBRUARY)
    ledger.expire(lot, 70, at=FEBRUARY)

    account = ledger.account()
    assert (before, account.available(FEBRUARY), account.balance) == (0, 0, 0)
    assert (account.lots[lot].left, account.lots[lot].expired) == (0, 70)

    ledger.unexpire(lot, 20, at=FEBRUARY)
    account = ledger.account()
    assert (account.lots[lot].left, account.lots[lot].expired, account.balance) == (20, 50, 20)


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


def test_merging_moves_lots_uses_and_debts() -> None:
    ledger = Ledger()
    mine = ledger.earn(100, member="m", expires=JUNE)
    theirs = ledger.earn(50, member="n", expires=MARCH)
    spent = ledger.redeem(20, member="n")
    ledger.merge("n", "m")

    assert ledger.left("m") == {mine: 100, theirs: 30}
    assert ledger.account("n") == Account()
    ledger.restore(spent, 20, member="m")
    assert ledger.left("m") == {mine: 100, theirs: 50}


def test_merging_lets_lots_repay_what_either_side_owed_the_earliest_expiry_first() -> None:
    ledger = Ledger()
    late, soon = ledger.earn(100, expires=JUNE), ledger.earn(40, expires=MARCH)
    ledger.redeem(60, member="n")
    ledger.merge("n", "m")

    assert (ledger.account("m").debt, ledger.left("m")) == (0, {late: 80})
    assert soon not in ledger.left("m")


def test_merging_lets_no_expired_lot_repay_whether_it_was_swept_or_not() -> None:
    def merged_account(*, swept: bool) -> Account:
        ledger = Ledger()
        gone = ledger.earn(100, member="n", expires=FEBRUARY)
        ledger.redeem(60, member="m")
        if swept:
            ledger.expire(gone, 100, at=MARCH, member="n")
        ledger.merge("n", "m", at=MARCH)
        return ledger.account("m")

    assert merged_account(swept=True).available(MARCH) == -60
    assert merged_account(swept=False).available(MARCH) == -60


def test_an_empty_account_can_be_merged() -> None:
    ledger = Ledger()
    lot = ledger.earn(10)
    ledger.merge("nobody", "m")

    assert ledger.left("m") == {lot: 10}


def test_the_fold_rebuilds_every_account() -> None:
    ledger = Ledger()
    first = ledger.earn(100, member="m")
    ledger.earn(80, member="n")
    spent = ledger.redeem(100, member="m")
    ledger.earn(5, member="n", expires=FEBRUARY)
    ledger.redeem(1_000, member="m")
    ledger.merge("n", "m", at=MARCH)
    ledger.reverse(first, 100, member="m")
    ledger.restore(spent, 40, member="m")

    assert fold(ledger.postings) == ledger.accounts
    assert fold([]) == {}


def test_an_entry_moves_points_unless_it_merges_nothing() -> None:
    with pytest.raises(AssertionError, match=r"^an entry moves points$"):
        Entry("e", "m", EntryKind.EARN, 0, NOON, "bill")
    assert Entry("e", "m", EntryKind.MERGE_OUT, 0, NOON, "merge").points == 0
    assert Entry("e", "m", EntryKind.MERGE_IN, 0, NOON, "merge").points == 0


def test_an_entry_needs_an_instant_with_a_zone() -> None:
    with pytest.raises(AssertionError, match=r"^an instant has a time zone$"):
        Entry("e", "m", EntryKind.EARN, 1, NOON.replace(tzinfo=None), "bill")


@pytest.mark.parametrize(
    ("kind", "points", "complaint"),
    [
        (EntryKind.EARN, 5, "earned points have a day they can be spent from"),
        (EntryKind.EXPIRE, -5, "an expiry names its lot"),
        (EntryKind.REVERSE, -5, "a reversal names what it reverses"),
        (EntryKind.RESTORE, 5, "a restoration names the redemption"),
    ],
)
def test_an_entry_without_its_particulars_is_not_applied(kind: EntryKind, points: int, complaint: str) -> None:
    with pytest.raises(AssertionError, match=f"^{complaint}$"):
        Ledger().post(kind, points)


def test_a_merge_that_does_not_say_from_where_is_not_folded() -> None:
    ledger = Ledger()
    ledger.post(EntryKind.MERGE_IN, 0)

    with pytest.raises(AssertionError, match=r"^a merge names where the points came from$"):
        fold(ledger.postings)
