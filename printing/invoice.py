"""What a bill says on a sheet: the same facts as on a roll, its lines as a table and the rest side by side."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from app.domain import formats
from app.services.papers.receipt_facts import LineFacts, ReceiptFacts, ReceiptKind
from printing import parts
from printing.document import Align, Beside, Block, Column, Columns, Document, Rule, Size, Space, Table, Text
from printing.wording import PART_OF_A_BILL, TERMS, Money, Terms, moment, month

Cell = Callable[[LineFacts], str]


def compose(facts: ReceiptFacts) -> Document:
    """The bill as a document. That it is a copy, or training, is said first, last and at the foot of each sheet."""
    terms, title = TERMS[facts.kind], _title(facts)
    body = tuple(_body(facts, terms, title))
    banners = tuple(parts.banners(training=facts.training, copy_number=facts.copy_number, is_invoice=facts.is_invoice))
    marks = parts.marks(training=facts.training, copy_number=facts.copy_number, is_invoice=facts.is_invoice)
    return Document(
        f"{title} {facts.bill_number}",
        parts.framed(body, banners),
        " · ".join([f"{title} {facts.bill_number}", *marks]),
    )


def _title(facts: ReceiptFacts) -> str:
    """Only what states its tax may call itself a tax invoice."""
    states_tax = facts.is_invoice and facts.shop.gstin and any(line.gst_percent is not None for line in facts.lines)
    return "Tax invoice" if facts.kind is ReceiptKind.SALE and states_tax else TERMS[facts.kind].sheet_title


def _body(facts: ReceiptFacts, terms: Terms, title: str) -> Iterator[Block]:
    money = Money.of(facts)
    yield Beside(tuple(parts.head(facts.shop, Align.LEFT)), tuple(_identity(facts, title)))
    yield Rule()
    yield _lines(facts.lines, money)
    yield Rule()
    sums = (*parts.totals(facts.totals, terms, money), *parts.payment(facts.tenders, facts.change_minor, money))
    yield Beside((*parts.gst(facts.lines, money), *_points(facts, terms, money)), sums)
    yield Rule()
    yield from (Text(words, Align.CENTRE, Size.SMALL) for words in facts.footer_lines)
    number = facts.original_bill_number or facts.bill_number
    yield Beside(tuple(parts.code_of(number)), tuple(parts.why(facts)))


def _identity(facts: ReceiptFacts, title: str) -> Iterator[Block]:
    yield Text(title, Align.RIGHT, Size.LARGE, bold=True)
    yield Columns("Number", facts.bill_number, bold=True)
    if facts.original_bill_number:
        yield Columns("Original bill", facts.original_bill_number)
    yield Columns("Date", moment(facts.issued_at))
    yield Columns("Counter", facts.counter)
    yield Columns("Served by", facts.cashier)
    if facts.member:
        yield Columns("Customer", facts.member.name, bold=True)


def _lines(lines: Sequence[LineFacts], money: Money) -> Table:
    """A column that no line has anything for is left out."""
    every: tuple[tuple[Column, Cell], ...] = (
        (Column("Item"), lambda line: line.name or PART_OF_A_BILL),
        (Column("HSN", Align.RIGHT), lambda line: line.hsn),
        (Column("Batch", Align.RIGHT), lambda line: line.batch),
        (Column("Expiry", Align.RIGHT), lambda line: month(line.expires_on) if line.expires_on else ""),
        (Column("Qty", Align.RIGHT), lambda line: formats.quantity(line.quantity)),
        (Column("Price", Align.RIGHT), lambda line: money.figure(line.unit_price_minor)),
        (Column("Discount", Align.RIGHT), _discount(money)),
        (Column("GST", Align.RIGHT), _rate),
        (
            Column(money.many, Align.RIGHT),
            lambda line: money.point_figure(line.points_earned) if line.points_earned else "",
        ),
        (Column("Amount", Align.RIGHT), lambda line: money.figure(line.net_minor)),
    )
    kept = [(column, cell) for column, cell in every if any(map(cell, lines))]
    rows = tuple(tuple(cell(line) for _, cell in kept) for line in lines)
    return Table(tuple(column for column, _ in kept), rows)


def _rate(line: LineFacts) -> str:
    return "" if line.gst_percent is None else parts.rate(line.gst_percent)


def _discount(money: Money) -> Cell:
    return lambda line: money.figure(line.discount_minor) if line.discount_minor else ""


def _points(facts: ReceiptFacts, terms: Terms, money: Money) -> Iterator[Block]:
    if facts.member:
        yield Space()
        yield from parts.member(facts.member, terms, money)
