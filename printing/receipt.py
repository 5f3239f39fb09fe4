"""What a receipt says: its facts in the words the customer reads, from the shop's name to the code at the foot."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial

from app.domain import formats
from app.services.receipt_facts import (
    LineFacts,
    MemberFacts,
    ReceiptFacts,
    ReceiptKind,
    ShopFacts,
    TenderFacts,
    TotalFacts,
)
from printing.document import Align, Block, Code, Columns, Document, Rule, Size, Space, Text

CODE_LENGTH_MAX = 64  # a bill number; more would make modules too fine for a webcam

# Not strftime's: those follow the locale of the machine.
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True, slots=True)
class _Words:
    title: str
    payable: str
    earned: str
    redeemed: str


_WORDS = {
    ReceiptKind.SALE: _Words("Receipt", "To pay", "Points earned", "Points redeemed"),
    ReceiptKind.RETURN: _Words("Return", "Refund", "Points taken back", "Points given back"),
    ReceiptKind.CANCELLATION: _Words("Bill cancelled", "Refund", "Points taken back", "Points given back"),
}


@dataclass(frozen=True, slots=True)
class _Money:
    """The amounts of one receipt, all in its currency."""

    symbol: str
    digits: int

    def __call__(self, minor: int) -> str:
        return formats.money(minor, self.symbol, digits=self.digits)


def compose(facts: ReceiptFacts) -> Document:
    """The receipt as a document. Reprints and training bills say so at the top and at the bottom."""
    words = _WORDS[facts.kind]
    blocks = _framed(tuple(_body(facts, words)), tuple(_banners(facts)))
    return Document(title=f"{words.title} {facts.bill_number}", blocks=blocks)


def _framed(body: tuple[Block, ...], banners: tuple[Block, ...]) -> tuple[Block, ...]:
    return (*banners, Rule(), *body, Rule(), *banners) if banners else body


def _body(facts: ReceiptFacts, words: _Words) -> Iterator[Block]:
    money = _Money(facts.currency_symbol, facts.currency_digits)
    yield from _head(facts.shop)
    yield Rule()
    yield from _identity(facts, words)
    yield Rule()
    for line in facts.lines:
        yield from _line(line, money)
    yield Rule()
    yield from _totals(facts.totals, words, money)
    yield from _payment(facts.tenders, facts.change_minor, money)
    if facts.member:
        yield Rule()
        yield from _member(facts.member, words, money)
    yield Rule()
    yield from _foot(facts)


def _banners(facts: ReceiptFacts) -> Iterator[Block]:
    banner = partial(Text, align=Align.CENTRE, size=Size.LARGE, bold=True)
    if facts.training:
        yield banner("TRAINING — not a real bill")
    if facts.copy_number:
        yield banner(f"REPRINT — copy {facts.copy_number + 1}")


def _head(shop: ShopFacts) -> Iterator[Block]:
    yield Text(shop.name, Align.CENTRE, Size.LARGE, bold=True)
    labelled = (("Phone", shop.phone), ("GSTIN", shop.gstin), ("Licence", ", ".join(shop.licences)))
    particulars = (*shop.address_lines, *(f"{label} {words}" for label, words in labelled if words))
    yield from (Text(words, Align.CENTRE, Size.SMALL) for words in particulars)


def _identity(facts: ReceiptFacts, words: _Words) -> Iterator[Block]:
    yield Text(words.title, Align.CENTRE, bold=True)
    yield Columns("Bill", facts.bill_number, bold=True)
    if facts.original_bill_number:
        yield Columns("Original bill", facts.original_bill_number)
    yield Columns(_day(facts.issued_at), f"{facts.issued_at:%H:%M}", Size.SMALL)
    yield Columns(facts.counter, facts.cashier, Size.SMALL)


def _line(line: LineFacts, money: _Money) -> Iterator[Block]:
    yield Columns(line.name, money(line.gross_minor))
    detail = f"{formats.quantity(line.quantity)} × {money(line.unit_price_minor)}"
    if line.discount_minor:
        detail += f" − {money(line.discount_minor)} = {money(line.net_minor)}"
    yield Columns(detail, _points_of(line), Size.SMALL)


def _points_of(line: LineFacts) -> str:
    return f"{formats.points(line.points_earned)} pts" if line.points_earned else ""


def _totals(totals: TotalFacts, words: _Words, money: _Money) -> Iterator[Block]:
    yield Columns("Subtotal", money(totals.subtotal_minor))
    steps = (
        ("Category discount", -totals.category_discount_minor),
        ("Member discount", -totals.tier_discount_minor),
        ("Bill discount", -totals.bill_discount_minor),
        ("Round-off", totals.round_off_minor),
    )
    yield from (Columns(label, money(minor)) for label, minor in steps if minor)
    if totals.points_are_discount:
        yield from _points_used(totals, words, money)
        yield Columns("Net total", money(totals.payable_minor), bold=True)
    else:
        yield Columns("Net total", money(totals.net_minor), bold=True)
        yield from _points_used(totals, words, money)
    yield Columns(words.payable, money(totals.payable_minor), Size.LARGE, bold=True)


def _points_used(totals: TotalFacts, words: _Words, money: _Money) -> Iterator[Block]:
    if totals.points_redeemed:
        points = formats.points(totals.points_redeemed)
        yield Columns(f"{words.redeemed} ({points})", money(-totals.points_value_minor))


def _payment(tenders: tuple[TenderFacts, ...], change_minor: int, money: _Money) -> Iterator[Block]:
    yield from (Columns(tender.label, money(tender.amount_minor)) for tender in tenders)
    if change_minor:
        yield Columns("Change", money(change_minor))


def _member(member: MemberFacts, words: _Words, money: _Money) -> Iterator[Block]:
    yield Columns(member.name, member.tier, bold=True)
    if member.card_masked:
        yield Columns("Card", member.card_masked)
    yield Columns(words.earned, formats.points(member.points_earned))
    yield Columns(words.redeemed, formats.points(member.points_redeemed))
    yield Columns("Points balance", formats.points(member.balance), bold=True)
    yield Columns("Balance worth", money(member.balance_value_minor))
    if member.unconfirmed_since:
        yield Text("Balance subject to confirmation", size=Size.SMALL)
        yield Columns("Last confirmed", _moment(member.unconfirmed_since), Size.SMALL)
    if member.points_pending:
        yield Columns("Points pending", formats.points(member.points_pending))
    if member.expiring:
        yield Columns(f"Points to use by {_day(member.expiring.expires_on)}", formats.points(member.expiring.points))


def _foot(facts: ReceiptFacts) -> Iterator[Block]:
    yield from (Text(words, Align.CENTRE, Size.SMALL) for words in facts.footer_lines)
    if _fits_a_code(facts.bill_number):
        yield Code(facts.bill_number)
        yield Text(facts.bill_number, Align.CENTRE, Size.SMALL)
    yield Space()


def _fits_a_code(bill_number: str) -> bool:
    return 0 < len(bill_number) <= CODE_LENGTH_MAX and bill_number.isprintable()


def _moment(at: datetime) -> str:
    return f"{_day(at)} {at:%H:%M}"


def _day(day: date) -> str:
    return f"{day.day:02}-{_MONTHS[day.month - 1]}-{day.year:04}"
