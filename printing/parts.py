"""Parts that papers share: the shop's head, totals, tenders, tax, the member's points, and the marks of a copy."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import partial

from app.domain import formats, tax
from app.domain.point_words import PointWords
from app.services.papers.receipt_facts import (
    HolderFacts,
    LineFacts,
    MemberFacts,
    ReceiptFacts,
    RisenFacts,
    ShopFacts,
    TakenOffFacts,
    TenderFacts,
    TotalFacts,
)
from app.services.papers.slip_facts import PaperFacts
from printing.document import Align, Block, Code, Column, Columns, Picture, Rule, Size, Table, Text
from printing.wording import Money, Terms, day, moment

CODE_LENGTH_MAX = 64  # a bill number; more would make modules too fine for a webcam
URL_LENGTH_MAX = 120


def framed(body: Sequence[Block], banners: Sequence[Block]) -> tuple[Block, ...]:
    """What a paper says between its marks, which stand first and last."""
    return (*banners, Rule(), *body, Rule(), *banners) if banners else tuple(body)


def banners(*, training: bool, copy_number: int, is_invoice: bool = True) -> Iterator[Block]:
    banner = partial(Text, align=Align.CENTRE, size=Size.LARGE, bold=True)
    yield from map(banner, marks(training=training, copy_number=copy_number, is_invoice=is_invoice))


def marks(*, training: bool, copy_number: int, is_invoice: bool = True) -> Iterator[str]:
    if not is_invoice:
        yield "NOT A TAX INVOICE"
    if training:
        yield "TRAINING — not a real bill"
    if copy_number:
        yield f"REPRINT — copy {copy_number + 1}"


def head(shop: ShopFacts, align: Align = Align.CENTRE) -> Iterator[Block]:
    if shop.logo:
        yield Picture(shop.logo, align)
    yield Text(shop.name, align, Size.LARGE, bold=True)
    labelled = (("Phone", shop.phone), ("GSTIN", shop.gstin), ("Licence", ", ".join(shop.licences)))
    particulars = (*shop.address_lines, *(f"{label} {words}" for label, words in labelled if words))
    yield from (Text(words, align, Size.SMALL) for words in particulars)


def totals(of: TotalFacts, terms: Terms, money: Money) -> Iterator[Block]:
    yield Columns("Subtotal", money(of.subtotal_minor))
    steps = (
        ("Category discount", -of.category_discount_minor),
        ("Member discount", -of.tier_discount_minor),
        ("Item discount", -of.line_discount_minor),
        (terms.discount, -of.bill_discount_minor),
    )
    yield from (Columns(label, money(minor)) for label, minor in steps if minor)
    if of.voucher:
        yield from _voucher(of.voucher, money)
    if of.round_off_minor:
        yield Columns("Round-off", money(of.round_off_minor))
    if of.points_are_discount:
        yield from _points_used(of, terms, money)
        yield Columns("Net total", money(of.payable_minor), bold=True)
    else:
        yield Columns("Net total", money(of.net_minor), bold=True)
        yield from _points_used(of, terms, money)
    yield Columns(terms.payable, money(of.payable_minor), Size.LARGE, bold=True)


def _voucher(of: TakenOffFacts, money: Money) -> Iterator[Block]:
    yield Columns(f"Voucher {of.code_masked}", money(-of.minor))
    yield Text(of.reward, size=Size.SMALL)


def _points_used(of: TotalFacts, terms: Terms, money: Money) -> Iterator[Block]:
    if of.points_redeemed:
        is_money = money.point_words.cashback is not None
        amount = "" if is_money else f" ({money.points(of.points_redeemed)})"
        yield Columns(f"{money.title(terms.redeemed)}{amount}", money(-of.points_value_minor))


def payment(tenders: tuple[TenderFacts, ...], change_minor: int, money: Money) -> Iterator[Block]:
    yield from (Columns(tender.label, money(tender.amount_minor)) for tender in tenders)
    if change_minor:
        yield Columns("Change", money(change_minor))


def gst(lines: Sequence[LineFacts], money: Money) -> Iterator[Block]:
    """The tax that the prices include, by rate; nothing where no rate is known."""
    yield from taxes([(line.gst_percent, line.taxed_minor) for line in lines if line.gst_percent is not None], money)


def taxes(paid: Sequence[tuple[Decimal, int]], money: Money) -> Iterator[Block]:
    """The tax in amounts that include it, each with its rate."""
    if not paid:
        return
    yield Text("GST included in the prices", size=Size.SMALL)
    columns = ("Taxable", "CGST", "SGST")
    rows = (
        (
            rate(share.percent),
            *map(money.figure, (share.taxable_minor, share.central_minor, share.state_minor)),
        )
        for share in tax.by_rate(paid)
    )
    yield Table((Column("Rate"), *(Column(title, Align.RIGHT) for title in columns)), tuple(rows))


def rate(percent: Decimal) -> str:
    return f"{formats.quantity(percent)}%"


def holder(of: HolderFacts) -> Iterator[Block]:
    yield Columns(of.name, of.tier, bold=True)
    if of.card_masked:
        yield Columns("Card", of.card_masked)


def member(of: MemberFacts, terms: Terms, money: Money) -> Iterator[Block]:
    yield from holder(of)
    yield Columns(money.title(terms.earned), money.points(of.points_earned))
    yield Columns(money.title(terms.redeemed), money.points(of.points_redeemed))
    if of.risen:
        yield from _risen(of.risen, money)
    yield from (Text(f"No {name} left: this bill brings none", size=Size.SMALL) for name in of.lacking)
    yield from balance(of, money)


def _risen(of: RisenFacts, money: Money) -> Iterator[Block]:
    """The tier that the bill led to, for how long, and what that brought."""
    yield Columns("Tier from now on", of.tier, bold=True)
    if of.last_day:
        yield Columns("Until", day(of.last_day))
    if of.points:
        yield Columns(money.title("Points for it"), money.points(of.points))


def balance(of: HolderFacts, money: Money) -> Iterator[Block]:
    """What the member has, how old that news is, and what goes first."""
    yield Columns(money.title("Points balance"), money.points(of.balance), bold=True)
    if money.point_words.cashback is None:
        yield Columns("Balance worth", money(of.balance_value_minor))
    if of.unconfirmed_since:
        yield Text("Balance subject to confirmation", size=Size.SMALL)
        yield Columns("Last confirmed", moment(of.unconfirmed_since), Size.SMALL)
    if of.points_pending:
        yield Columns(money.title("Points pending"), money.points(of.points_pending))
    if of.expiring:
        title = money.title(f"Points to use by {day(of.expiring.expires_on)}")
        yield Columns(title, money.points(of.expiring.points))


def code_of(number: str) -> Iterator[Block]:
    """A number that is scanned at the counter, with its letters; nothing where no code can carry it."""
    if 0 < len(number) <= CODE_LENGTH_MAX and number.isprintable():
        yield Code(number)
        yield Text(number, Align.CENTRE, Size.SMALL)


def why(facts: ReceiptFacts) -> Iterator[Block]:
    """Where the customer reads how the points came about."""
    if 0 < len(facts.why_url) <= URL_LENGTH_MAX and facts.why_url.isprintable():
        yield Code(facts.why_url)
        yield Text(f"{_why_words(facts.point_words)} Scan to read", Align.CENTRE, Size.SMALL)


def _why_words(words: PointWords) -> str:
    if words.cashback is not None:
        return "Why this cashback?"
    return f"Why these {words.name.many if words.name else 'points'}?"


def opening(facts: PaperFacts, title: str) -> Iterator[Block]:
    """How a paper that is no bill begins: whose it is, what it is, where and when it was printed."""
    yield from head(facts.shop)
    yield Rule()
    yield Text(title, Align.CENTRE, bold=True)
    yield Columns(facts.counter, moment(facts.printed_at), Size.SMALL)
    yield Rule()
