"""Evidence: all that this counter knows of one bill, for a dispute: figures, entries, seals and papers, as tables."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

from app.domain.bill import Bill, BillLine
from app.domain.errors import Code, DomainError
from app.domain.formats import points
from app.domain.ledger import Posting
from app.domain.program import Program
from app.services.desk import Desk
from app.services.papers.returned import RETURN
from app.services.ports import ChainPoint, Event, UnitOfWork
from app.services.reports.behind import KINDS
from app.services.reports.table import EARNED, SALES, Cell, Heading, Kind, OwnWord, Row, Table, totals
from app.services.sales.checkout import RECEIPT
from app.services.staff.roster import people
from app.services.tiers import tier_gifts, tier_news

_WHAT, _WHICH, _WHEN = Heading("What", Kind.WORDS), Heading("Which", Kind.WORDS), Heading("When", Kind.INSTANT)
_POINTS, _HASH = Heading("Points", Kind.POINTS), Heading("Hash (SHA-256)", Kind.WORDS)
_PAPERS: Final[Mapping[str, OwnWord]] = {RECEIPT: OwnWord("Receipt"), RETURN: OwnWord("Return")}

Named = Callable[[str], str]


def evidence(desk: Desk, bill_id: str) -> tuple[Table, ...]:
    """The bill, its lines with their arithmetic, its rules, entries, seals and papers. Looks through the whole journal.

    What names the bill was sealed with it: the sale itself, what came back, a card that came later. Raises UNKNOWN_BILL
    where the bill was not made at this counter.
    """
    with desk.store.reading() as uow:
        bill = uow.bills.get(bill_id)
        if bill is None:
            raise DomainError(
                Code.UNKNOWN_BILL,
                "That bill was not made at this counter. Nothing was written; ask where it was made.",
            )
        names = {person.staff_id: person.name for person in people(uow)}

        def named(staff: str) -> str:
            return names.get(staff, staff)

        found = (
            _facts(desk, uow, bill, named),
            _lines(bill),
            _rules(uow, bill),
            _entries(uow, bill),
            _seals(uow, bill, named),
            _papers(uow, bill),
        )
        return tuple(table for table in found if table.rows)


def _facts(desk: Desk, uow: UnitOfWork, bill: Bill, named: Named) -> Table:
    program = uow.programs.version(bill.program_version)
    rows = tuple(Row((what, which)) for what, which in _told(desk, uow, bill, program, named) if which)
    return Table(OwnWord("The bill"), (_WHAT, _WHICH), rows)


def _told(desk: Desk, uow: UnitOfWork, bill: Bill, program: Program, named: Named) -> Iterator[tuple[OwnWord, Cell]]:
    money = program.currency.text
    holder = uow.members.by_id(bill.member_id) if bill.member_id else None
    yield OwnWord("Bill"), bill.number
    yield OwnWord("When"), bill.occurred_at
    yield OwnWord("Counter"), desk.counter_code
    yield OwnWord("Cashier"), named(bill.staff)
    yield OwnWord("Member"), holder.member.name if holder else ""
    yield OwnWord("Card"), bill.card_number or ""
    yield OwnWord("Its number was"), OwnWord("typed") if bill.is_typed else ""
    yield OwnWord("Tier"), bill.tier or ""
    yield OwnWord("Priced by rules version"), f"v{bill.program_version}"
    yield OwnWord("Before discount"), money(bill.gross_minor)
    yield OwnWord("Sum of the bill"), money(bill.net_minor)
    yield OwnWord("By points"), f"{money(bill.redeemed_minor)} ({points(bill.redeemed_points)})"
    yield OwnWord("Paid"), ", ".join(f"{one.kind.value} {money(one.amount_minor)}" for one in bill.tenders)
    yield OwnWord("Earned"), points(bill.earned_points)
    risen = tier_news.risen_by(uow, bill)
    yield OwnWord("Tier after it"), risen.tier if risen else ""
    yield OwnWord("Brought by the new tier"), points(risen.points) if risen and risen.points else ""
    yield OwnWord("Points after it"), points(bill.balance_after)


def _lines(bill: Bill) -> Table:
    headings = (
        Heading("Item", Kind.WORDS),
        Heading("Before discount", Kind.MONEY),
        SALES,
        Heading("By points", Kind.MONEY),
        Heading("Earns on", Kind.MONEY),
        Heading("Arithmetic", Kind.WORDS),
        EARNED,
    )
    rows = tuple(
        Row((
            one.label or one.category, one.gross_minor, one.net_minor, one.redeemed_minor, one.base_minor,
            _arithmetic(one), one.points,
        ))
        for one in bill.lines
    )  # fmt: skip
    return Table(OwnWord("Its lines"), headings, rows, total=totals(headings, rows))


def _arithmetic(line: BillLine) -> str:
    """× 1 % × 2 (Diwali) × 1.5 of the tier: what its points were worked out with."""
    campaigns = f" ({', '.join(line.campaign_ids)})" if line.campaign_ids else ""
    return f"× {line.point_percent.normalize():f} % × {line.campaign_multiplier}{campaigns} × {line.tier_multiplier}"


def _rules(uow: UnitOfWork, bill: Bill) -> Table:
    """Those of the bill itself, then those that the tier it led to asked."""
    own = [Row((one.rule_id, one.points, one.cut_by.value if one.cut_by else "")) for one in bill.rules]
    brought = [(one.entry.rule_id, one.entry.points) for one in tier_gifts.brought_by(uow, bill)]
    rows = (*own, *(Row((rule_id or "", points_brought, "")) for rule_id, points_brought in brought))
    headings = (Heading("Rule", Kind.WORDS), _POINTS, Heading("Cut by", Kind.WORDS))
    return Table(OwnWord("What rules brought"), headings, rows)


def _entries(uow: UnitOfWork, bill: Bill) -> Table:
    causes = [bill.bill_id, *(one.refund_id for one in uow.bills.refunds(bill.bill_id))]
    moved = [one for cause in causes for one in uow.ledger.by_cause(cause)]
    found: list[Posting] = sorted([*moved, *tier_gifts.brought_by(uow, bill)], key=_order)
    headings = (
        Heading("No.", Kind.COUNT), _WHEN, _WHAT, _POINTS, Heading("Balance", Kind.POINTS), Heading("Entry", Kind.WORDS)
    )  # fmt: skip
    rows = tuple(
        Row((
            one.order, one.entry.occurred_at, KINDS[one.entry.kind], one.entry.points, one.balance_after,
            one.entry.entry_id,
        ))
        for one in found
    )  # fmt: skip
    return Table(OwnWord("Entries in the ledger"), headings, rows)


def _order(posting: Posting) -> int:
    return posting.order


def _seals(uow: UnitOfWork, bill: Bill, named: Named) -> Table:
    link, of_bill = uow.links.get(), bill.bill_id.encode()
    acked = link.acked if link else None
    headings = (
        Heading("Event", Kind.WORDS), _WHAT, _WHEN, Heading("Approved by", Kind.WORDS), Heading("Sent", Kind.WORDS),
        _HASH,
    )  # fmt: skip
    sealed: Sequence[Event] = [event for event in uow.journal.events() if of_bill in event.body]
    rows = tuple(
        Row((
            f"{one.epoch}/{one.seq}", one.kind, one.occurred_at,
            named(json.loads(one.body).get("approved_by", "")), _sent(one, acked), one.hash.hex(),
        ))
        for one in sealed
    )  # fmt: skip
    return Table(OwnWord("How it was sealed"), headings, rows)


def _sent(event: Event, acked: ChainPoint | None) -> str:
    if acked is None:
        return ""
    return OwnWord("yes") if ChainPoint(event.epoch, event.seq) <= acked else OwnWord("waits")


def _papers(uow: UnitOfWork, bill: Bill) -> Table:
    subjects = [(RECEIPT, bill.bill_id), *((RETURN, one.refund_id) for one in uow.bills.refunds(bill.bill_id))]
    jobs = [job for document, subject in subjects for job in uow.prints.of_subject(document, subject)]
    rows = tuple(Row((_PAPERS[job.document], job.copy, job.created_at, job.status.value)) for job in jobs)
    headings = (_WHAT, Heading("Copy", Kind.COUNT), _WHEN, Heading("State", Kind.WORDS))
    return Table(OwnWord("What was printed"), headings, rows)
