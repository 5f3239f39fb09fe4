"""What came back of a bill, as far as there was something left to come back.

Counters give back without asking each other, so a line may come back twice. Whoever keeps the facts is the judge: it
posts what is left by its own reckoning, and shows a person what was given back beyond that.
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from app.domain.bill import Bill
from app.domain.money import half_up
from app.domain.reversal import Moved, Refunded, Takeback, refund_fitting, refund_rest
from app.services import unsealing
from app.services.chain.told_bills import KnownBill, known_bill, known_by_number
from app.services.intake.points import post_entries, sealed_gifts
from app.services.intake.taking import CannotTakeIn, Taking
from app.services.intake.vouchers import holder_in, note_kept
from app.services.plain import from_plain
from app.services.ports import RefundRecord
from app.services.records import to_micros
from app.services.returns.refunding import Refund
from app.services.returns.unseen_returns import UnseenReturn
from app.services.rewards.lapsing import Ending, come_back
from app.services.sales.counting import CANCEL, count_refund
from app.services.sales.extending import came_back_whole, retract
from app.services.strict_rows import text_of

RETURNED_TWICE = "RETURNED_TWICE"


def refund(taking: Taking) -> None:
    sealed = unsealing.refund_of(taking.body)
    known = known_bill(taking.uow, sealed.bill_id)
    if known is None:
        raise CannotTakeIn("BILL-UNKNOWN", "The event gives back a bill that is not known here.")
    if taking.keeps_facts:
        _judge(taking, known, sealed)
    else:
        _as_sealed(taking, known, sealed)


def _as_sealed(taking: Taking, known: KnownBill, sealed: RefundRecord) -> None:
    post_entries(taking, known.bill)
    _count(taking, known, sealed)


def _count(taking: Taking, known: KnownBill, refund: RefundRecord) -> None:
    if known.bill.member_id is not None:
        member, gifts = taking.member(known.bill.member_id), sealed_gifts(taking, known.bill)
        count_refund(taking.page, member, known.bill, refund, program=known.program, sealed=gifts)


def _judge(taking: Taking, known: KnownBill, sealed: RefundRecord) -> None:
    """Where nothing else came back meanwhile, both sides reckon alike."""
    so_far = known.refunded(taking.uow)
    takeback = _left_of(known, so_far, sealed)
    if (takeback.amount_minor, takeback.moves) == (sealed.amount_minor, sealed.moved):
        taking.uow.bills.add_refund(sealed)
        _as_sealed(taking, known, sealed)
        _retract(taking, known, takeback, sealed)
        _voucher_back(taking, known, takeback, sealed)
    else:
        post_anew(taking, known, sealed, takeback)


def _retract(taking: Taking, known: KnownBill, takeback: Takeback, sealed: RefundRecord) -> None:
    """Each counter may have given back a part, and neither knows that it was all."""
    if known.bill.member_id is not None and came_back_whole(known.bill, takeback.after):
        member = taking.member(known.bill.member_id)
        retract(taking.page, member, known.postings(taking.uow), cause=sealed.refund_id)


def _left_of(known: KnownBill, so_far: Refunded, sealed: RefundRecord) -> Takeback:
    sold = known.bill.sold
    if sealed.kind == CANCEL:
        return refund_rest(sold, so_far)
    return refund_fitting(sold, so_far, sealed.line_amounts, sealed.amount_minor, known.program)


def post_anew(taking: Taking, known: KnownBill, sealed: RefundRecord, takeback: Takeback) -> None:
    """Post a refund as it is reckoned here; when it was, and who gave it, stands as it was sealed."""
    if takeback.amount_minor < sealed.amount_minor:
        _note_too_much(taking, known, sealed, takeback.amount_minor)
    if takeback.amount_minor or takeback.moves != Moved():
        member = taking.member(known.bill.member_id) if known.bill.member_id else None
        refund = Refund(taking.page.desk, taking.uow, taking.page, known, takeback, member)
        lines = _grown(known.refunded(taking.uow), takeback.after) if sealed.line_amounts else {}
        posted = refund.post(sealed.kind, lines, staff=sealed.staff, refund_id=sealed.refund_id)
        is_whole = posted.cash_back_minor == sealed.cash_back_minor
        made = replace(posted, occurred_at=sealed.occurred_at, ways=sealed.ways if is_whole else ())
        made = refund.counted(made, sealed_gifts(taking, known.bill))
        taking.uow.bills.add_refund(made)
        _voucher_back(taking, known, takeback, made)


def _voucher_back(taking: Taking, known: KnownBill, takeback: Takeback, refund: RefundRecord) -> None:
    come_back(taking.uow, known.bill, refund, takeback.after, Ending(*holder_in(taking)))
    if came_back_whole(known.bill, takeback.after):
        note_kept(taking, known.bill)


def _grown(before: Refunded, after: Refunded) -> dict[str, int]:
    """What came back of each line between the two."""
    grown = {line_id: amount - before.by_line.get(line_id, 0) for line_id, amount in after.by_line.items()}
    return {line_id: amount for line_id, amount in grown.items() if amount}


def _note_too_much(taking: Taking, known: KnownBill, sealed: RefundRecord, accepted_minor: int) -> None:
    """Of what came back before, the last is named: a person goes and asks whoever gave it."""
    before = taking.uow.bills.refunds(known.bill.bill_id)
    last = {"made_at": to_micros(before[-1].occurred_at), "by": before[-1].staff} if before else {}
    taking.note(
        RETURNED_TWICE,
        bill=known.bill.number,
        too_much_minor=sealed.amount_minor - accepted_minor,
        here={"refund_minor": sealed.amount_minor, "made_at": to_micros(sealed.occurred_at), "by": sealed.staff},
        server={"refund_minor": sum(one.amount_minor for one in before), **last},
    )


def unseen(taking: Taking) -> None:
    """Cash that was given back for a bill nobody could see then. At the counter itself nothing more is known of it."""
    if not taking.keeps_facts:
        return
    told = from_plain(UnseenReturn, taking.body.get("unseen"))
    known = known_by_number(taking.uow, told.number)
    if known is None:
        raise CannotTakeIn("BILL-UNKNOWN", "Cash was given back for a bill that is not known here.")
    given = RefundRecord(
        refund_id=told.refund_id,
        bill_id=known.bill.bill_id,
        kind="RETURN",
        occurred_at=told.given_at,
        staff=text_of(taking.body, "staff"),
        amount_minor=_worth_of_cash(known.bill, told.amount_minor),
        line_amounts={},
        moved=Moved(),
        posted_reversed_points=0,
        posted_referrer_points=0,
        balance_after=0,
    )
    post_anew(taking, known, given, _left_of(known, known.refunded(taking.uow), given))


def _worth_of_cash(bill: Bill, cash_minor: int) -> int:
    """What of a bill comes back with so much cash: more, where points had paid a part of it."""
    if not bill.redeemed_minor or bill.payable_minor <= 0:
        return cash_minor
    return half_up(Fraction(cash_minor) * bill.net_minor / bill.payable_minor)
