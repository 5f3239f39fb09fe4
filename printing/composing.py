"""Facts into documents: one door for every paper, whatever it is printed on."""

from __future__ import annotations

from app.services.papers.receipt_facts import ReceiptFacts
from app.services.papers.slip_facts import PaperFacts, ShiftFacts, SlipFacts, StatementFacts, VoucherFacts
from printing import invoice, receipt, shift, slips, voucher
from printing.document import Document
from printing.paper import Paper

_NAMES = {SlipFacts: "balance", StatementFacts: "statement", VoucherFacts: "voucher", ShiftFacts: "shift"}


def name_of(facts: ReceiptFacts | PaperFacts) -> str:
    """What a file of it is called, before its ending."""
    if isinstance(facts, ReceiptFacts):
        return facts.bill_number.replace("/", "-")
    if isinstance(facts, ShiftFacts) and facts.name:
        return facts.name.replace("/", "-")
    return f"{_NAMES[type(facts)]}-{facts.printed_at:%Y%m%d-%H%M%S}"


def compose(facts: ReceiptFacts | PaperFacts, paper: Paper) -> Document:
    """What the facts say, as a document for this paper: a bill is a receipt on a roll and an invoice on a sheet."""
    match facts:
        case ReceiptFacts():
            return receipt.compose(facts) if paper.is_roll else invoice.compose(facts)
        case SlipFacts():
            return slips.balance_slip(facts)
        case StatementFacts():
            return slips.statement(facts, is_roll=paper.is_roll)
        case VoucherFacts():
            return voucher.compose(facts)
        case ShiftFacts():
            return shift.compose(facts)
        case _:
            raise TypeError(f"no paper states {type(facts).__name__}")
