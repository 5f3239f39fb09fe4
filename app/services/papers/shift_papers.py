"""Papers of shifts: the Z report as it was sealed, and the X report of now."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from app.domain.bill import TenderKind
from app.domain.errors import Code, DomainError
from app.domain.money import Currency
from app.domain.point_words import PointWords
from app.services.desk import Desk
from app.services.members.holdings import local
from app.services.papers import prints
from app.services.papers.print_jobs import PrintJob
from app.services.papers.receipts import TENDER_LABELS, Letterhead
from app.services.papers.slip_facts import CountFacts, DrawerFacts, ShiftFacts
from app.services.ports import UnitOfWork
from app.services.shifts import shifts
from app.services.shifts.shift_figures import Figures
from app.services.shifts.shift_records import KeptReport
from app.services.shifts.shifts import X_REPORT
from app.services.staff.roster import name_of as staff_name


def claim(desk: Desk, document: str, shift_id: str) -> PrintJob:
    """The next paper of a Z report; of an X report, which is of this counter, always another. Raises CHANGED."""
    with desk.store.writing() as uow:
        if document == X_REPORT:
            return prints.claimed(desk, uow, X_REPORT, desk.counter_code)
        _stored(uow, shift_id)
        return prints.claimed(desk, uow, document, shift_id)


def name_of(uow: UnitOfWork, job: PrintJob) -> str:
    """What a person knows it by: a Z report's number, or the counter."""
    return job.subject_id if job.document == X_REPORT else _stored(uow, job.subject_id).name


def z_report(desk: Desk, job: PrintJob, letterhead: Letterhead) -> ShiftFacts:
    """What the report says, as it was sealed, and whether all of it has been sent since."""
    with desk.store.reading() as uow:
        kept = _stored(uow, job.subject_id)
        report = kept.report
        return ShiftFacts(
            **_head(desk, uow, letterhead, Currency(report.currency), report.closed_at),
            **_told(report.figures),
            number=report.number,
            name=kept.name,
            cashier=staff_name(uow, report.opened_by),
            opened_at=local(desk, report.opened_at),
            closed_at=local(desk, report.closed_at),
            closed_by=staff_name(uow, report.closed_by),
            approved_by=staff_name(uow, report.approved_by) if report.approved_by else "",
            drawer=DrawerFacts(report.figures.drawer(report.float_minor), report.count, report.counts),
            waiting_bills=report.waiting_bills,
            is_sent=shifts.is_sent(uow, kept),
            note=report.note,
            copy_number=job.copy,
        )


def x_report(desk: Desk, _: PrintJob, letterhead: Letterhead) -> ShiftFacts:
    """What has come together until now. What should be in the drawer it does not say: that is counted blind."""
    with desk.store.reading() as uow:
        running = shifts.running_of(desk, uow)
        at = desk.instant(uow.journal.head())
        opening = running.opening
        return ShiftFacts(
            **_head(desk, uow, letterhead, uow.programs.in_force(at).currency, at),
            **_told(running.figures),
            number=0,
            cashier=staff_name(uow, opening.staff) if opening else "",
            opened_at=local(desk, opening.opened_at if opening else running.since or at),
            closed_at=None,
            waiting_bills=running.waiting_bills,
        )


def _head(desk: Desk, uow: UnitOfWork, letterhead: Letterhead, currency: Currency, told_at: datetime) -> dict[str, Any]:
    return {
        "shop": letterhead.shop,
        "counter": letterhead.counter,
        "printed_at": local(desk, desk.instant(uow.journal.head())),
        "currency_symbol": currency.symbol,
        "currency_digits": currency.digits,
        "point_words": PointWords.of(uow.programs.in_force(told_at)),
    }


def _told(figures: Figures) -> dict[str, Any]:
    return {
        "bills": figures.bills,
        "returns": figures.returns,
        "sold_minor": figures.sold_minor,
        "returned_minor": figures.returned_minor,
        "discounts_minor": figures.discounts_minor,
        "points_paid_minor": figures.redeemed_minor - figures.given_back_minor,
        "points_earned": figures.points_earned,
        "points_redeemed": figures.points_redeemed,
        "points_taken_back": figures.points_taken_back,
        "points_given_back": figures.points_given_back,
        "tenders": tuple(CountFacts(_label(kind, figures), minor) for kind, minor in figures.tenders.items()),
        "given_otherwise": tuple(CountFacts(_label(one.kind), one.amount_minor) for one in figures.given_otherwise),
        "first_bill": figures.first_bill,
        "last_bill": figures.last_bill,
        "taxed": tuple((one.percent, one.paid_minor) for one in figures.taxed),
        "drawer_openings": figures.drawer_openings,
        "voids": figures.voids,
        "overrides": figures.overrides,
    }


def _label(kind: str, figures: Figures | None = None) -> str:
    """What a way of paying is called; of vouchers, how many there were."""
    label = TENDER_LABELS.get(kind, kind)
    return f"{label} ({figures.vouchers})" if kind == TenderKind.VOUCHER and figures else label


def _stored(uow: UnitOfWork, shift_id: str) -> KeptReport:
    kept = uow.shifts.report(shift_id)
    if kept is None:
        raise DomainError(Code.CHANGED, "That shift has no report here. Nothing was printed.")
    return kept
