"""What a return would do is what it then does; what is different by then is refused."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from app.domain.bill import TenderKind
from app.domain.entries import EntryKind
from app.domain.errors import Code
from app.domain.expiry import Expiry, ExpiryMode
from app.domain.giving_back import Ask, GivenBack, ReturnLimits
from app.domain.program import Refund, Shortfall
from app.services.papers import prints
from app.services.returns import returnable, returns
from app.services.returns.refunding import RestoredTo
from app.services.returns.returns import Agreed, Consequence, Returned
from tests.desks import PROGRAM, STAFF, Shop, changed

LIMITS = ReturnLimits(days=30, amount_minor=1000_00)


def preview(shop: Shop, bill_id: str, **rupees: int) -> Consequence:
    return returns.preview_lines(shop.desk, bill_id, amounts(rupees), staff=STAFF, limits=LIMITS)


def give_back(shop: Shop, bill_id: str, shown: Consequence, approved_by: str | None = None, **rupees: int) -> Returned:
    agreed, desk = Agreed(shown, LIMITS), shop.desk.approved(approved_by) if approved_by else shop.desk
    return returns.return_lines(desk, bill_id, amounts(rupees), key="k", staff=STAFF, agreed=agreed)


def amounts(rupees: dict[str, int]) -> dict[str, int]:
    return {name.removeprefix("line"): amount * 100 for name, amount in rupees.items()}


def test_a_preview_leaves_every_table_as_it_was(shop):
    card = shop.enrol()
    bill = shop.sell(card, ("General", 1200)).bill
    before = shop.tables()
    preview(shop, bill.bill_id, line1=1200)
    assert shop.tables() == before


def test_everything_that_moves_is_said_before(shop):
    shop.publish(changed(referral_percent=Decimal(1)))
    friend = shop.enrol("Ravi Sharma")
    card = shop.enrol(referrer_card=friend)
    shop.credit(card, 100_00)
    bill = shop.sell(card, ("General", 1200), redeem=100_00).bill
    shown = preview(shop, bill.bill_id, line1=1200)
    assert shown == Consequence(
        amount_minor=1200_00,
        cash_back_minor=1190_00,
        points_reversed=bill.earned_points,
        points_forgiven=0,
        points_restored=100_00,
        restored=(RestoredTo(100_00, None),),
        referrer_name="Ravi Sharma",
        referrer_points_reversed=12_00,
        tier_before="Silver",
        tier_after="Bronze",
        balance_before=bill.earned_points,
        balance_after=100_00,
        asks=(Ask.LARGE,),
        ways=(GivenBack(TenderKind.CASH, 1190_00),),
    )


def test_what_was_agreed_is_posted_with_who_approved_and_a_paper_waits(shop):
    card = shop.enrol()
    bill = shop.sell(card, ("General", 1200)).bill
    shown = preview(shop, bill.bill_id, line1=1200)
    made = give_back(shop, bill.bill_id, shown, "meena", line1=1200)
    assert (made.cash_back_minor, made.points_reversed) == (shown.cash_back_minor, shown.points_reversed)
    assert [(job.document, job.subject_id) for job in prints.queue(shop.desk)][-1] == ("return", made.refund_id)
    with shop.store.reading() as uow:
        sealed = list(uow.journal.events())[-1]
    assert (sealed.kind, b'"approved_by":"meena"' in sealed.body) == ("refund", True)
    shop.sound()


def test_what_nobody_had_to_approve_names_no_approver(shop):
    bill = shop.sell(shop.enrol(), ("General", 500)).bill
    give_back(shop, bill.bill_id, preview(shop, bill.bill_id, line1=500), line1=500)
    with shop.store.reading() as uow:
        assert b"approved_by" not in list(uow.journal.events())[-1].body


def test_the_same_confirmation_gives_back_once(shop):
    bill = shop.sell(shop.enrol(), ("General", 500)).bill
    shown = preview(shop, bill.bill_id, line1=500)
    first = give_back(shop, bill.bill_id, shown, line1=500)
    before = shop.tables()
    assert give_back(shop, bill.bill_id, shown, line1=500) == first
    assert shop.tables() == before


def test_facts_that_changed_since_are_refused_and_shown_again(shop):
    card = shop.enrol()
    bill = shop.sell(card, ("General", 500)).bill
    shown = preview(shop, bill.bill_id, line1=500)
    shop.sell(card, ("Medicines", 100), redeem=5_00)
    with shop.refuses(Code.CHANGED, saying="Something has changed since this was shown: now ₹500.00 goes back."):
        give_back(shop, bill.bill_id, shown, line1=500)
    give_back(shop, bill.bill_id, preview(shop, bill.bill_id, line1=500), line1=500)


def test_a_large_sum_needs_an_approval(shop):
    bill = shop.sell(shop.enrol(), ("General", 1200)).bill
    shown = preview(shop, bill.bill_id, line1=1200)
    with shop.refuses(Code.NEEDS_APPROVAL):
        give_back(shop, bill.bill_id, shown, line1=1200)


def test_an_old_bill_needs_an_approval(shop):
    bill = shop.sell(shop.enrol(), ("General", 100)).bill
    shop.wait(days=31)
    assert preview(shop, bill.bill_id, line1=100).asks == (Ask.OLD,)


def test_points_whose_lot_has_expired_end_at_once_without_grace(shop):
    shop.publish(changed(refund=Refund(restored_grace_days=0), expiry=Expiry(ExpiryMode.DAYS, 10)))
    card = shop.enrol()
    shop.sell(card, ("General", 500))
    bill = shop.sell(card, ("Medicines", 100), redeem=5_00).bill
    shop.wait(days=11)
    (back,) = preview(shop, bill.bill_id, line1=100).restored
    assert (back.points, back.is_over) == (5_00, True)


def test_points_whose_lot_has_expired_live_on_for_the_days_of_grace(shop):
    shop.publish(changed(refund=Refund(restored_grace_days=7), expiry=Expiry(ExpiryMode.DAYS, 10)))
    card = shop.enrol()
    shop.sell(card, ("General", 500))
    bill = shop.sell(card, ("Medicines", 100), redeem=5_00).bill
    shop.wait(days=11)
    (back,) = preview(shop, bill.bill_id, line1=100).restored
    calendar = shop.desk.calendar
    assert not back.is_over
    assert back.expires_at is not None
    assert (calendar.day_of(back.expires_at) - calendar.day_of(shop.clock.today)).days == 7


@pytest.mark.parametrize(
    ("shortfall", "forgiven", "after"), [(Shortfall.NEGATIVE, 0, -15_00), (Shortfall.CLAMP, 15_00, 0)]
)
def test_points_that_are_spent_already_become_debt_or_are_forgiven(shop, shortfall, forgiven, after):
    shop.publish(changed(refund=Refund(shortfall=shortfall)))
    card = shop.enrol()
    bill = shop.sell(card, ("General", 500)).bill
    shop.sell(None, ("General", 500))
    shop.credit(card, -15_00)
    shown = preview(shop, bill.bill_id, line1=500)
    assert (shown.points_forgiven, shown.balance_after) == (forgiven, after)


def test_a_bill_without_a_card_gives_back_money_only(shop):
    bill = shop.sell(None, ("General", 500)).bill
    shown = preview(shop, bill.bill_id, line1=500)
    assert shown == replace(
        Consequence(500_00, 500_00, 0, 0, 0, (), None, 0, None, None, 0, 0),
            ways=(GivenBack(TenderKind.CASH, 500_00),),
    )  # fmt: skip
    give_back(shop, bill.bill_id, shown, line1=500)


def test_more_than_was_sold_is_refused_before(shop):
    bill = shop.sell(shop.enrol(), ("General", 500)).bill
    with shop.refuses(Code.OVER_REFUND):
        preview(shop, bill.bill_id, line1=501)


def test_a_bill_is_found_by_its_number_with_what_can_still_come_back(shop):
    card = shop.enrol("Ravi Sharma")
    bill = shop.sell(card, ("General", 500), ("Medicines", 100)).bill
    shop.give_back(bill.bill_id, {"1": 200})
    found = returnable.find_returnable(shop.desk, bill.number)
    assert (found.bill, found.name, found.is_open) == (bill, "Ravi Sharma", True)
    assert [one.left_minor for one in found.lines] == [300_00, 100_00]
    assert found.shortfall is PROGRAM.refund.shortfall
    shop.cancel(bill.bill_id)
    assert not returnable.find_returnable(shop.desk, bill.number).is_open


def test_the_last_bill_of_a_customer_is_found_by_who_they_are(shop):
    card = shop.enrol()
    shop.sell(card, ("General", 500))
    shop.wait(days=1)
    last = shop.sell(card, ("General", 100)).bill
    assert returnable.last_returnable(shop.desk, shop.member_id(card)).bill == last
    newcomer = shop.member_id(shop.enrol("Asha"))
    with shop.refuses(Code.UNKNOWN_BILL, saying="has no bill that was made at this counter"):
        returnable.last_returnable(shop.desk, newcomer)


def test_a_bill_without_a_card_names_nobody(shop):
    number = shop.sell(None, ("General", 500)).bill.number
    assert returnable.find_returnable(shop.desk, number).name is None


@pytest.mark.parametrize(
    ("number", "saying"),
    [
        ("A1/26-27/999999", "is not in our list"),
        ("B2/26-27/000001", "was made at counter B2, and its lines are kept there. Nothing was returned;"),
    ],
)
def test_a_bill_that_is_not_here_is_said_plainly(shop, number, saying):
    with shop.refuses(Code.UNKNOWN_BILL, saying=saying):
        returnable.find_returnable(shop.desk, number)


def test_a_preview_of_a_bill_that_is_not_here_is_refused(shop):
    with shop.refuses(Code.UNKNOWN_BILL):
        preview(shop, "nothing", line1=1)


def test_points_of_the_redemption_are_posted_as_they_were_shown(shop):
    card = shop.enrol()
    shop.credit(card, 100_00)
    bill = shop.sell(card, ("General", 500), redeem=100_00).bill
    shown = preview(shop, bill.bill_id, line1=500)
    made = give_back(shop, bill.bill_id, shown, line1=500)
    with shop.store.reading() as uow:
        posted = [(one.entry.kind, one.entry.points) for one in uow.ledger.by_cause(made.refund_id)]
    assert posted == [(EntryKind.RESTORE, shown.points_restored), (EntryKind.REVERSE, -shown.points_reversed)]
