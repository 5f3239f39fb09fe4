"""A shift on paper: the Z report that closes it, or the X report on the way."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from app.domain import formats
from app.services.slip_facts import CountFacts, ShiftFacts
from printing import parts
from printing.document import Align, Block, Column, Columns, Document, Rule, Size, Space, Table, Text
from printing.wording import Money, moment


def compose(facts: ShiftFacts) -> Document:
    banners = tuple(parts.banners(training=facts.training, copy_number=facts.copy_number))
    return Document(_title(facts), parts.framed(tuple(_body(facts)), banners))


def _title(facts: ShiftFacts) -> str:
    return f"Z report {facts.number}" if facts.number else "X report"


def _body(facts: ShiftFacts) -> Iterator[Block]:
    money = Money.of(facts)
    yield from parts.opening(facts, _title(facts))
    yield from _shift(facts)
    yield Rule()
    yield from _takings(facts, money)
    yield Rule()
    yield _counts(facts.tenders, money)
    yield Rule()
    yield Columns("Points earned", formats.points(facts.points_earned))
    yield Columns("Points redeemed", formats.points(facts.points_redeemed))
    if facts.waiting_bills:
        yield Columns("Bills waiting to be sent", formats.quantity(Decimal(facts.waiting_bills)))
    if facts.note:
        yield Text(facts.note, size=Size.SMALL)
    yield Space()


def _shift(facts: ShiftFacts) -> Iterator[Block]:
    yield Columns("Cashier", facts.cashier)
    yield Columns("Opened", moment(facts.opened_at))
    if facts.closed_at:
        yield Columns("Closed", moment(facts.closed_at))
    yield Columns("Bills", formats.quantity(Decimal(facts.bills)))
    if facts.first_bill:
        yield Columns("First bill", facts.first_bill, Size.SMALL)
        yield Columns("Last bill", facts.last_bill, Size.SMALL)
    yield Columns("Returns", formats.quantity(Decimal(facts.returns)))


def _takings(facts: ShiftFacts, money: Money) -> Iterator[Block]:
    yield Columns("Sold", money(facts.sold_minor))
    yield Columns("Discounts in it", money(facts.discounts_minor), Size.SMALL)
    yield Columns("Returned", money(-facts.returned_minor))
    yield Columns("Paid with points", money(-facts.points_paid_minor))
    taken = facts.sold_minor - facts.returned_minor - facts.points_paid_minor
    yield Columns("Taken", money(taken), Size.LARGE, bold=True)


def _counts(tenders: tuple[CountFacts, ...], money: Money) -> Table:
    titles = ("By the bills", "Counted", "Difference")
    columns = (Column("Paid by"), *(Column(title, Align.RIGHT) for title in titles))
    return Table(columns, tuple(_count(tender, money) for tender in tenders))


def _count(tender: CountFacts, money: Money) -> tuple[str, ...]:
    if tender.counted_minor is None:
        return tender.label, money.figure(tender.expected_minor), "", ""
    difference = tender.counted_minor - tender.expected_minor
    return tender.label, *map(money.figure, (tender.expected_minor, tender.counted_minor, difference))
