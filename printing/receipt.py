"""What a receipt says on a roll: its facts in the words the customer reads, from the shop's name to the code below."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain import formats
from app.services.papers.receipt_facts import LineFacts, ReceiptFacts
from printing import parts
from printing.document import Align, Block, Columns, Document, Rule, Size, Space, Text
from printing.wording import PART_OF_A_BILL, TERMS, Money, Terms, day, month


def compose(facts: ReceiptFacts) -> Document:
    """The receipt as a document. Reprints and training bills say so at the top and at the bottom."""
    terms = TERMS[facts.kind]
    banners = tuple(parts.banners(training=facts.training, copy_number=facts.copy_number, is_invoice=facts.is_invoice))
    return Document(f"{terms.title} {facts.bill_number}", parts.framed(tuple(_body(facts, terms)), banners))


def _body(facts: ReceiptFacts, terms: Terms) -> Iterator[Block]:
    money = Money.of(facts)
    yield from parts.head(facts.shop)
    yield Rule()
    yield from _identity(facts, terms)
    yield Rule()
    for line in facts.lines:
        yield from _line(line, money)
    yield Rule()
    yield from parts.totals(facts.totals, terms, money)
    yield from parts.payment(facts.tenders, facts.change_minor, money)
    yield from _set_off(parts.gst(facts.lines, money))
    if facts.member:
        yield from _set_off(parts.member(facts.member, terms, money))
    yield from _set_off(_foot(facts))


def _set_off(blocks: Iterator[Block]) -> Iterator[Block]:
    """Under a rule, where there is anything."""
    for place, block in enumerate(blocks):
        if not place:
            yield Rule()
        yield block


def _identity(facts: ReceiptFacts, terms: Terms) -> Iterator[Block]:
    yield Text(terms.title, Align.CENTRE, bold=True)
    yield Columns("Bill", facts.bill_number, bold=True)
    if facts.original_bill_number:
        yield Columns("Original bill", facts.original_bill_number)
    yield Columns(day(facts.issued_at), f"{facts.issued_at:%H:%M}", Size.SMALL)
    yield Columns(facts.counter, facts.cashier, Size.SMALL)


def _line(line: LineFacts, money: Money) -> Iterator[Block]:
    yield Columns(line.name or PART_OF_A_BILL, money(line.gross_minor))
    detail = f"{formats.quantity(line.quantity)} × {money(line.unit_price_minor)}"
    if line.discount_minor:
        detail += f" − {money(line.discount_minor)} = {money(line.net_minor)}"
    yield Columns(detail, _points_of(line, money), Size.SMALL)
    goods = " · ".join(_goods(line))
    if goods:
        yield Text(goods, size=Size.SMALL)


def _goods(line: LineFacts) -> Iterator[str]:
    if line.hsn:
        yield f"HSN {line.hsn}"
    if line.batch:
        yield f"Batch {line.batch}"
    if line.expires_on:
        yield f"Exp {month(line.expires_on)}"
    if line.gst_percent is not None:
        yield f"GST {parts.rate(line.gst_percent)}"


def _points_of(line: LineFacts, money: Money) -> str:
    if not line.points_earned:
        return ""
    behind = "" if money.point_words.name else " back" if money.point_words.cashback else " pts"
    return f"{money.points(line.points_earned)}{behind}"


def _foot(facts: ReceiptFacts) -> Iterator[Block]:
    yield from (Text(words, Align.CENTRE, Size.SMALL) for words in facts.footer_lines)
    yield from parts.why(facts)
    yield from parts.code_of(facts.original_bill_number or facts.bill_number)
    yield Space()
