"""The ledger entry by entry: lots, what uses them, merging, and the fold over all of it."""

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


def test_expired_lots_are_not_spent() -> None:
    ledger = Ledger()
    gone = ledger.earn(100, expires=NOON)
    ledger.earn(100, expires=JUNE)
    ledger.redeem(150)

    assert ledger.left() == {gone: 100}
    assert ledger.account().debt == 50


def test_pending_lots_pay_what_was_spent_beyond_the_available_ones() -> None:
    """News of a redemption may come late, when what was earned meanwhile stands in for what others spent meanwhile."""
    ledger = Ledger()
    pending = ledger.earn(100, available=FEBRUARY)
    ledger.earn(100, expires=JUNE)
    ledger.redeem(100)
    assert ledger.left() == {pending: 100}
    ledger.redeem(30)
    assert ledger.left() == {pending: 70}
    ledger.redeem(90)

    assert ledger.left() == {}
    assert ledger.account().debt == 20


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
        (EntryKind.EXPIRE, -5, "it names its lot, or the purchase that is taken back"),
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
