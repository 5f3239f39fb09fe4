"""print receipt, print test: what the window prints, from the command line."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from app.bootstrap import Till, open_till
from app.commands.refusing import UNUSABLE, refuse
from app.domain.errors import Code, DomainError
from app.services.keeping.faults import StoreFault
from app.services.members.members import find_card
from app.services.papers import papers, returned
from app.services.papers.printers import PrinterKind, PrinterSetup
from app.services.papers.receipts import find_bill
from app.settings import Settings
from printing.printers.book import PrintersUnreadable
from printing.printers.faults import PrinterFault, Trouble
from printing.spooler import PrintFault, role_of

FAILED = 1


def print_receipt(settings: Settings, options: Namespace) -> int:
    """The original while it is not printed, then copies. Exit status: 0 on paper, 1 not, 2 could not be tried."""
    return _with_till(settings, options, _print_receipt)


def print_return(settings: Settings, options: Namespace) -> int:
    """Exit status: as of a receipt."""
    return _with_till(settings, options, _print_return)


def print_of_member(settings: Settings, options: Namespace) -> int:
    """A balance slip or a statement. Exit status: as of a receipt."""
    return _with_till(settings, options, _print_of_member)


def print_test(settings: Settings, options: Namespace) -> int:
    """Exit status: as of a receipt."""
    return _with_till(settings, options, _print_test)


def _with_till(settings: Settings, options: Namespace, act: Callable[[Till, Namespace, PrinterSetup], str]) -> int:
    """Say what came of it. Every fault is its sentence, with its code."""
    try:
        with open_till(settings) as till:
            print(act(till, options, _chosen(till, options)))
            return 0
    except (StoreFault, PrintFault, PrinterFault) as fault:
        return refuse(fault, status=UNUSABLE if isinstance(fault, StoreFault) else FAILED)
    except PrintersUnreadable as wrong:
        print(wrong.sentence, file=sys.stderr)
        return UNUSABLE
    except DomainError as refusal:
        return refuse(refusal, status=FAILED)


def _chosen(till: Till, options: Namespace) -> PrinterSetup:
    book = till.spooler.printers.book()
    found = book.named(options.printer) if options.printer else book.chosen(role_of(options.what))
    if found is None:
        raise PrinterFault(Trouble.UNKNOWN, options.printer)
    return _as_file(found, options.out) if options.out else found


def _as_file(setup: PrinterSetup, out: Path) -> PrinterSetup:
    """On the printer's paper, but as a file."""
    return replace(setup, kind=PrinterKind.PDF, address=str(out.resolve()))


def _print_receipt(till: Till, options: Namespace, setup: PrinterSetup) -> str:
    bill = find_bill(till.desk, options.bill)
    printed = till.spooler.print_receipt_on(bill.bill_id, till.spooler.printers.open(setup))
    what = f"copy {printed.copy + 1}, marked REPRINT," if printed.copy else "the original"
    return f"Bill {bill.number}: {what} printed to {printed.path or printed.printer}."


def _print_return(till: Till, options: Namespace, setup: PrinterSetup) -> str:
    refund = returned.find(till.desk, options.bill)
    printed = till.spooler.print_paper(returned.RETURN, refund.refund_id, till.spooler.printers.open(setup))
    what = f"copy {printed.copy + 1}, marked REPRINT," if printed.copy else "the original"
    return f"Return on {options.bill.partition('-R')[0]}: {what} printed to {printed.path or printed.printer}."


def _print_of_member(till: Till, options: Namespace, setup: PrinterSetup) -> str:
    holder = next(iter(find_card(till.desk, options.card)), None)
    if holder is None:
        raise DomainError(Code.UNKNOWN_CARD, f"Card {options.card} is not in our list. Check its digits.")
    document = {"slip": papers.SLIP, "statement": papers.STATEMENT}[options.what]
    printed = till.spooler.print_paper(document, holder.member.member_id, till.spooler.printers.open(setup))
    name = "Balance slip" if document == papers.SLIP else "Statement"
    return f"{name} of {holder.member.name} printed to {printed.path or printed.printer}."


def _print_test(till: Till, _: Namespace, setup: PrinterSetup) -> str:
    return till.spooler.printers.test(setup)
