"""Claims: a bill that was sold without a card gets its card afterwards, once, and all that it brings with it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from app.domain.bill import Bill, rules_of, ways_of
from app.domain.brought import rewards_lacking
from app.domain.errors import Code, DomainError, invalid
from app.domain.late_cards import paid_again
from app.domain.quote import quote
from app.services.campaigns.budgets import drawn_by
from app.services.chain.told_bills import known_bill
from app.services.desk import Desk
from app.services.ports import UnitOfWork
from app.services.posting import Page
from app.services.rewards.brought_vouchers import brought, sealed_vouchers
from app.services.rewards.giving_out import give_out
from app.services.sales.checkout import Sold
from app.services.sales.claim_records import Claim, claimed, sealed_claim
from app.services.sales.counting import count_bill
from app.services.sales.sale import Sale, inactive, referrer_of
from app.services.sales.visitors import holder_of, visitor

VERB = "claim"
DAYS_MAX = 30


def claim_points(desk: Desk, bill_id: str, *, card_number: str, key: str, staff: str) -> Sold:
    """Give a bill the card it was sold without: what was paid earns by the bill's own program, at the tier held now.

    Its points and vouchers come now, and live from now on. The same `key` gives the same bill again. Raises
    UNKNOWN_BILL, UNKNOWN_CARD, CARD_INACTIVE, DUPLICATE when the bill has a card, INVALID when it is too old or came
    back in part. Source: docs/domain.md, Points later.
    """
    with desk.store.writing() as uow:
        bill = uow.bills.get(bill_id)
        if bill is None:
            raise DomainError(Code.UNKNOWN_BILL, "That bill is not in our list. No points were given.")
        if uow.effects.result(VERB, key) is not None:
            return Sold(bill)
        page = Page.open(desk, uow)
        _refuse(uow, page, bill)
        sale = _opened(page, bill, card_number)
        sale.earn()
        made = _counted(sale, bill, _claim(sale, bill, staff=staff))
        uow.bills.add_claim(made)
        sold = _written(sale, claimed(bill, made), made)
        uow.effects.record(VERB, key, bill_id)
    return sold


def _written(sale: Sale, bill: Bill, made: Claim) -> Sold:
    """The sealed event, with the vouchers that rules give."""
    page, program = sale.page, sale.program
    assert sale.holder is not None, "a claim is somebody's"
    vouchers = brought(page, sale.holder.member, replace(bill, staff=made.staff), program)
    head = page.close("claim", {**sealed_claim(made), **drawn_by(page, bill, program), **sealed_vouchers(vouchers)})
    for voucher in vouchers:
        give_out(page, voucher, sealed=head)
    return Sold(bill, vouchers=tuple(vouchers), lacking=tuple(rewards_lacking(sale.quote.earned.silenced, program)))


def _refuse(uow: UnitOfWork, page: Page, bill: Bill) -> None:
    if bill.member_id is not None:
        raise DomainError(
            Code.DUPLICATE, f"Bill {bill.number} has a card already, and its points were given. Nothing was changed."
        )
    if page.at - bill.occurred_at > timedelta(days=DAYS_MAX):
        raise invalid(f"Bill {bill.number} is more than {DAYS_MAX} days old. No points were given.")
    known = known_bill(uow, bill.bill_id)
    assert known is not None, "a bill of this store"
    if known.refunds(uow):
        raise invalid(f"Some of bill {bill.number} has come back. No points were given.")


def _opened(page: Page, bill: Bill, card_number: str) -> Sale:
    """The bill once more, at what was paid for each line, for whoever has the card."""
    desk, uow = page.desk, page.uow
    holder = holder_of(uow, card_number=card_number, member_id=None)
    assert holder is not None, "a card that is not known was refused"
    if not holder.is_active:
        raise inactive(holder)
    program = uow.programs.version(bill.program_version).for_charged_amounts()
    account, paid_by, at = page.account(holder.member), ways_of(bill.tenders), bill.occurred_at
    facts = visitor(desk, uow, page.head, holder, account=account, program=program, paid_by=paid_by, sold_at=at)
    priced = quote(paid_again(bill.lines), program, facts, redeem=0, at=at)
    return Sale(page, program, holder, referrer_of(uow, holder), priced, bill.bill_id)


def _counted(sale: Sale, bill: Bill, made: Claim) -> Claim:
    """Count the bill for its member; the balance is what is left once the tier has brought points too."""
    page, holder = sale.page, sale.holder
    assert holder is not None, "a claim is somebody's"
    count_bill(page, holder.member, replace(claimed(bill, made), staff=made.staff), program=sale.program)
    account = page.account(holder.member)
    return replace(made, balance_after=account.available(page.at), pending_after=account.pending(page.at))


def _claim(sale: Sale, bill: Bill, *, staff: str) -> Claim:
    holder, earned, page = sale.holder, sale.quote.earned, sale.page
    assert holder is not None, "a claim is somebody's"
    assert holder.card is not None, "it was found by its card"
    points = {line.line_id: line.points for line in earned.lines}
    account = page.account(holder.member)
    return Claim(
        bill_id=bill.bill_id,
        member_id=holder.member.member_id,
        card_number=holder.card.number,
        referrer_id=sale.referrer.member_id if sale.referrer else None,
        tier=holder.member.tier,
        claimed_at=page.at,
        staff=staff,
        line_points=tuple(points.get(line.line_id, 0) for line in bill.lines),
        earned_points=earned.points,
        bonus_points=earned.bonus_points,
        referrer_points=sale.quote.referrer_points if sale.referrer else 0,
        balance_after=account.available(page.at),
        pending_after=account.pending(page.at),
        rules=rules_of(sale.quote),
    )
