"""A voucher: what it is good for, until when, and the codes that redeem it."""

from __future__ import annotations

from collections.abc import Iterator

from app.services.papers.slip_facts import VoucherFacts
from printing import parts
from printing.document import Align, Barcode, Block, Columns, Document, Rule, Size, Space, Text
from printing.wording import Money, day

BARCODE_LENGTH_MAX = 16  # more would make bars too fine for the narrow roll


def compose(facts: VoucherFacts) -> Document:
    """The voucher as a document; a copy says so, for only one of them is redeemed."""
    banners = tuple(parts.banners(training=facts.training, copy_number=facts.copy_number))
    return Document(f"Voucher {facts.code}", parts.framed(tuple(_body(facts)), banners))


def _body(facts: VoucherFacts) -> Iterator[Block]:
    money = Money.of(facts)
    yield from parts.opening(facts, "Voucher")
    yield Text(facts.reward, Align.CENTRE, Size.LARGE, bold=True)
    if facts.value_minor:
        yield Columns("Worth", money(facts.value_minor), bold=True)
    if facts.points_spent:
        yield Columns(money.title("Points used"), money.points(facts.points_spent))
    if facts.holder_name:
        yield Columns("For", facts.holder_name)
    if facts.valid_until:
        yield Columns("Valid until", day(facts.valid_until), bold=True)
    if facts.terms:
        yield Text(facts.terms, size=Size.SMALL)
    yield Rule()
    yield from _codes(facts.code)
    yield Space()


def _codes(code: str) -> Iterator[Block]:
    """Bars as well, for scanners that read no squares."""
    if 0 < len(code) <= BARCODE_LENGTH_MAX and code.isascii() and code.isprintable():
        yield Barcode(code)
    yield from parts.code_of(code)
