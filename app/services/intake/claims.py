"""The card that came to a bill later."""

from __future__ import annotations

from app.services import unsealing
from app.services.intake.points import post_entries, sealed_gifts
from app.services.intake.taking import CannotTakeIn, Taking
from app.services.intake.vouchers import brought
from app.services.sales.claim_records import claimed
from app.services.sales.counting import count_bill


def claim(taking: Taking) -> None:
    sealed = unsealing.claim_of(taking.body)
    bill = taking.uow.bills.get(sealed.bill_id)
    if bill is None:
        raise CannotTakeIn("BILL-UNKNOWN", "The event gives a card to a bill that is not known here.")
    if len(sealed.line_points) != len(bill.lines):
        raise CannotTakeIn("CLAIM-INEXACT", "The event names other lines than the bill has.")
    if taking.keeps_facts:
        if bill.member_id is not None:
            raise CannotTakeIn("CLAIM-TWICE", "The event gives a card to a bill that has one.")
        taking.uow.bills.add_claim(sealed)
        brought(taking, claimed(bill, sealed))
    post_entries(taking, bill)
    member, program = taking.member(sealed.member_id), taking.program(bill.program_version)
    count_bill(taking.page, member, claimed(bill, sealed), program=program, sealed=sealed_gifts(taking, bill))
