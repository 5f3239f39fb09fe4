"""A shift on paper: the Z report that closes it, or the X report on the way."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from app.domain import formats
from app.services.papers.slip_facts import CountFacts, DrawerFacts, ShiftFacts
from printing import parts
from printing.document import Align, Block, Column, Columns, Document, Rule, Size, Space, Table, Text
from printing.wording import Money, moment


def compose(facts: ShiftFacts) -> Document:
    banners = tuple(parts.banners(training=facts.training, copy_number=facts.copy_number))
    return Document(_title(facts), parts.framed(tuple(_body(facts)), banners))


def _title(facts: ShiftFacts) -> str:
    return f"Z report {facts.name or facts.number}" if facts.number else "X report"


def _body(facts: ShiftFacts) -> Iterator[Block]:
    money = Money.of(facts)
    yield from parts.opening(facts, _title(facts))
    yield from _shift(facts)
    yield Rule()
    yield from _takings(facts, money)
    yield Rule()
    yield _counts(facts.tenders, money)
    yield Rule()
    if facts.drawer is not None:
        yield from _drawer(facts.drawer, money)
        yield Rule()
    yield from parts.taxes(facts.taxed, money)
    yield Columns(money.title("Points earned"), money.points(facts.points_earned))
    yield Columns(money.title("Points redeemed"), money.points(facts.points_redeemed))
    yield from _counted(_seldom(facts, money))
    if facts.waiting_bills:
        yield Columns("Bills waiting to be sent", formats.quantity(Decimal(facts.waiting_bills)))
        if facts.is_sent:
            yield Text("They have been sent since.", size=Size.SMALL)
    if facts.note:
        yield Text(f"Note: {facts.note}", size=Size.SMALL)
    if facts.approved_by:
        yield Columns("Approved by", facts.approved_by, Size.SMALL)
    yield Space()


def _seldom(facts: ShiftFacts, money: Money) -> Iterator[tuple[str, str]]:
    """What is told only where there was some of it."""
    if facts.points_taken_back:
        yield money.title("Points taken back"), money.points(facts.points_taken_back)
    if facts.points_given_back:
        yield money.title("Points given back"), money.points(facts.points_given_back)
    counts = {
        "Drawer opened without a sale": facts.drawer_openings,
        "Bills put away unpaid": facts.voids,
        "Approved by somebody else": facts.overrides,
    }
    yield from ((label, str(count)) for label, count in counts.items() if count)


def _counted(rows: Iterator[tuple[str, str]]) -> Iterator[Block]:
    yield from (Columns(label, value) for label, value in rows)


def _drawer(facts: DrawerFacts, money: Money) -> Iterator[Block]:
    drawer = facts.drawer
    yield Text("Cash in the drawer", bold=True)
    yield Columns("Float", money(drawer.float_minor))
    steps = (
        ("Cash sold", drawer.sold_minor),
        ("Paid in", drawer.paid_in_minor),
        ("Cash returned", -drawer.returned_minor),
        ("Paid out", -drawer.paid_out_minor),
        ("Dropped to the safe", -drawer.dropped_minor),
    )
    yield from (Columns(label, money(minor)) for label, minor in steps if minor)
    yield Columns("Should be there", money(drawer.expected_minor), bold=True)
    counted = [(money.figure(one.note_minor), one.pieces, one.total_minor) for one in facts.count.notes if one.pieces]
    rows = [(name, str(pieces), money.figure(total)) for name, pieces, total in counted]
    if facts.count.coins_minor:
        rows.append(("Coins", "", money.figure(facts.count.coins_minor)))
    if rows:
        yield Table((Column("Note"), Column("Pieces", Align.RIGHT), Column("Amount", Align.RIGHT)), tuple(rows))
    yield Columns("Counted", money(facts.count.total_minor), bold=True)
    yield Columns("Difference", money(facts.difference_minor), Size.LARGE, bold=True)
    if facts.times_counted > 1:
        yield Columns("Counted times", str(facts.times_counted), Size.SMALL)


def _shift(facts: ShiftFacts) -> Iterator[Block]:
    yield Columns("Cashier", facts.cashier)
    yield Columns("Opened", moment(facts.opened_at))
    if facts.closed_at:
        yield Columns("Closed", moment(facts.closed_at))
    if facts.closed_by:
        yield Columns("Closed by", facts.closed_by)
    yield Columns("Bills", formats.quantity(Decimal(facts.bills)))
    if facts.first_bill:
        yield Columns("First bill", facts.first_bill, Size.SMALL)
        yield Columns("Last bill", facts.last_bill, Size.SMALL)
    yield Columns("Returns", formats.quantity(Decimal(facts.returns)))


def _takings(facts: ShiftFacts, money: Money) -> Iterator[Block]:
    yield Columns("Sold", money(facts.sold_minor))
    yield Columns("Discounts in it", money(facts.discounts_minor), Size.SMALL)
    yield Columns("Returned", money(-facts.returned_minor))
    for one in facts.given_otherwise:
        yield Columns(f"of it by {one.label}", money(-one.expected_minor), Size.SMALL)
    yield Columns(facts.point_words.in_text("Paid with points"), money(-facts.points_paid_minor))
    taken = facts.sold_minor - facts.returned_minor - facts.points_paid_minor
    yield Columns("Taken", money(taken), Size.LARGE, bold=True)


def _counts(tenders: tuple[CountFacts, ...], money: Money) -> Table:
    """What was taken in each way; what was counted of it, where anything was."""
    if all(tender.counted_minor is None for tender in tenders):
        rows = tuple((tender.label, money.figure(tender.expected_minor)) for tender in tenders)
        return Table((Column("Paid by"), Column("By the bills", Align.RIGHT)), rows)
    titles = ("By the bills", "Counted", "Difference")
    columns = (Column("Paid by"), *(Column(title, Align.RIGHT) for title in titles))
    return Table(columns, tuple(_count(tender, money) for tender in tenders))


def _count(tender: CountFacts, money: Money) -> tuple[str, ...]:
    if tender.counted_minor is None:
        return tender.label, money.figure(tender.expected_minor), "", ""
    difference = tender.counted_minor - tender.expected_minor
    return tender.label, *map(money.figure, (tender.expected_minor, tender.counted_minor, difference))
