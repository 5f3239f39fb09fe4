"""What was sold."""

from __future__ import annotations

from dataclasses import replace

from app.domain.bill import Bill
from app.services import unsealed_bills
from app.services.intake.points import post_entries, sealed_gifts
from app.services.intake.taking import CannotTakeIn, Taking
from app.services.intake.vouchers import brought, spent
from app.services.records import BillRows, bill_rows_of, sealed_bill
from app.services.sales.counting import count_bill


def bill(taking: Taking) -> None:
    sealed = taking.event.bill or unsealed_bills.bill_of(taking.body)
    filed = taking.version(sealed.program_version)
    bill = sealed if filed == sealed.program_version else replace(sealed, program_version=filed)
    rows = _exact_rows(taking, sealed)
    if taking.keeps_facts:
        taking.uow.bills.add({**rows, "bill": {**rows["bill"], "program_version": bill.program_version}})
        spent(taking, bill)
        brought(taking, bill)
    post_entries(taking, bill)
    if bill.member_id is not None:
        member, program = taking.member(bill.member_id), taking.program(bill.program_version)
        at, gifts = bill.occurred_at + taking.event.shift, sealed_gifts(taking, bill)
        count_bill(taking.page, member, bill, program=program, at=at, sealed=gifts)


def _exact_rows(taking: Taking, bill: Bill) -> BillRows:
    """A bill is kept as it was sealed, to the letter, on the day it was sealed for."""
    rows = bill_rows_of(bill, taking.body, taking.page.desk.calendar)
    if sealed_bill(taking.body) != rows:
        raise CannotTakeIn("BILL-INEXACT", "The bill could not be kept here as it was sealed.")
    return rows
