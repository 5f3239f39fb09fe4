"""Views: facts of the domain turned into the rows, figures and panels the counter shows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.domain import formats
from app.domain.bill import Bill
from app.domain.brought import rewards_brought, rewards_lacking
from app.domain.cart import CartLine
from app.domain.codes import mask
from app.domain.days import ShopCalendar
from app.domain.explain import why_limit, why_points
from app.domain.formats import MINUS, quantity
from app.domain.lease import Limit
from app.domain.money import Currency
from app.domain.point_words import PointWords
from app.domain.points import value_minor
from app.domain.program import Program
from app.domain.quote import Quote
from app.domain.redemption import Binding
from app.services.members.profiles import Profile
from app.services.ports import HeldBill
from app.services.sales.arrivals import has_arrived
from ui import drive_words, point_words
from ui.billing.openbill import OpenBill
from ui.billing.state import (
    CategoryChip,
    Figure,
    LineRow,
    MemberView,
    PaidView,
    RedeemView,
    Section,
    TotalsView,
)
from ui.billing.wording import held_here, masked_phone
from ui.rows import ChoiceRow
from ui.tier_words import before_it_falls, to_next_tier
from ui.when import clock_words, day_words, moment_words
from ui.words import later, tr

UNKNOWN = "…"
REWARD_CHARS = 24  # longer names end in …, so that the band is no wider


def line_rows(bill: OpenBill, quote: Quote | None, currency: Currency) -> tuple[LineRow, ...]:
    """The lines as they stand; what the quote does not know yet is left open."""
    gross = {one.line.line_id: one.gross_minor for one in quote.priced.lines} if quote else {}
    earned = {one.line_id: one.points for one in quote.earned.lines} if quote else {}
    return tuple(_line_row(n, line, currency, gross, earned) for n, line in enumerate(bill.lines, 1))


def _line_row(
    number: int, line: CartLine, currency: Currency, gross: dict[str, int], earned: dict[str, int]
) -> LineRow:
    amount, earns = gross.get(line.line_id), earned.get(line.line_id)
    return LineRow(
        number=str(number),
        item=_item_words(line),
        quantity=quantity(line.quantity),
        rate=currency.figure(line.unit_price_minor),
        amount=UNKNOWN if amount is None else currency.figure(amount),
        points="" if earns is None else formats.money(earns, ""),
    )


def _item_words(line: CartLine) -> str:
    """Crocin 650 · B2 · 06/26 · −10 %"""
    item, off = line.item, line.discount
    parts = [line.label or line.category]
    if item is not None:
        parts += [item.batch, f"{item.expires_on:%m/%y}" if item.expires_on else ""]
    if off is not None:
        parts.append(f"{MINUS}{quantity(off.percent)} %" if off.percent else tr("discount"))
    return " · ".join(filter(None, parts))


def member_view(profile: Profile, calendar: ShopCalendar, program: Program) -> MemberView:
    member, card = profile.holder.member, profile.holder.card
    currency, words = program.currency, PointWords.of(program)
    return MemberView(
        name=member.name,
        tier=member.tier,
        card=mask(card.number) if card else tr("no card"),
        phone=masked_phone(member.phone),
        points=point_words.with_worth(profile.available, currency.text(profile.worth_minor), words),
        usable=_usable_words(profile, words),
        as_of=_here(profile, calendar),
        notes=tuple(_notes(profile, calendar, currency, words)),
    )


def _usable_words(profile: Profile, words: PointWords) -> str:
    """Nothing at a counter that is alone, where every point is usable."""
    usable = profile.usable
    if usable.limit is not Limit.BALANCE:
        usable_here, of = (point_words.figure(one, words) for one in (usable.points, usable.of))
        return tr("Usable here now: {points} of {of}", points=usable_here, of=of)
    return tr("All usable here now") if profile.told_at is not None else ""


def _age_words(profile: Profile, calendar: ShopCalendar) -> str:
    if profile.told_at is not None:
        return tr("as of {when}", when=moment_words(profile.told_at, calendar, now=profile.as_of))
    if profile.usable.limit is not Limit.BALANCE:
        return tr("the server has not told yet")
    return tr("as of {time}, this counter", time=clock_words(profile.as_of, calendar))


def _notes(profile: Profile, calendar: ShopCalendar, currency: Currency, words: PointWords) -> Iterator[str]:
    today = calendar.day_of(profile.as_of)
    if profile.expiring is not None:
        yield tr(
            "{amount} to use by {day}",
            amount=point_words.amount(profile.expiring.points, words),
            day=day_words(profile.expiring.expires_on, today=today),
        )
    yield from drive_words.notes(profile.drives, calendar, currency, today, words)
    if profile.soonest_on is not None and profile.expiring is None:
        yield tr(
            "{amount} expire {day}",
            amount=point_words.amount(profile.soonest_points, words),
            day=day_words(profile.soonest_on, today=today),
        )
    if profile.fall is not None:
        ends = day_words(calendar.day_of(profile.fall.at), today=today)
        yield before_it_falls(profile.holder.member.tier, profile.fall, currency, ends, words)
    if profile.pending:
        yield tr("{amount} pending", amount=point_words.amount(profile.pending, words))
    if profile.progress.next_tier is not None:
        yield to_next_tier(profile.progress, currency, words)
    if profile.last_bill is not None:
        day = calendar.day_of(profile.last_bill.occurred_at)
        yield tr(
            "Last visit {day}, {money}",
            day=day_words(day, today=today),
            money=currency.text(profile.last_bill.net_minor),
        )
    if profile.referrer_name is not None:
        yield tr("Referred by {referrer_name}", referrer_name=profile.referrer_name)


def redeem_view(bill: OpenBill, quote: Quote | None, program: Program, calendar: ShopCalendar) -> RedeemView | None:
    if bill.profile is None:
        return None
    words = PointWords.of(program)
    if quote is None:
        return RedeemView(_before_the_quote(bill, words), used=bool(bill.redeem))
    headline, reasons = _redeem_headline(quote, program.currency, words), tuple(why_limit(quote, program))
    return RedeemView(headline, bool(quote.redeemed_points), reasons, _held_here(bill.profile, calendar))


def _before_the_quote(bill: OpenBill, words: PointWords) -> str:
    if bill.redeem:
        return tr("Will be used on this bill") if words.are_own else tr("Points will be used")
    return tr("Add an item to see what can be used") if words.are_own else tr("Add an item to see what points can pay")


def _here(profile: Profile, calendar: ShopCalendar) -> str:
    """How old the figures are, and why not all of the points can be used here."""
    return " · ".join(filter(None, (_age_words(profile, calendar), held_here(profile.usable.limit))))


def _held_here(profile: Profile, calendar: ShopCalendar) -> str:
    return "" if profile.usable.limit is Limit.BALANCE else _here(profile, calendar)


def _redeem_headline(quote: Quote, currency: Currency, words: PointWords) -> str:
    if quote.redeemed_points:
        used = point_words.with_worth(quote.redeemed_points, currency.text(quote.redeemed_minor), words)
        return tr("Using {amount}", amount=used)
    if quote.limits.max_points:
        most = point_words.with_worth(quote.limits.max_points, currency.text(quote.limits.max_minor), words)
        return tr("Can use {amount}", amount=most)
    return tr("None can be used") if words.are_own else tr("No points can be used")


def totals_view(bill: OpenBill, quote: Quote | None, program: Program, *, is_current: bool) -> TotalsView:
    currency, words = program.currency, PointWords.of(program)
    if quote is None:
        return TotalsView((), UNKNOWN if bill.lines else currency.text(0), "", is_current or not bill.lines)
    figures = tuple(_figures(quote, currency, words))
    earns = " · ".join(filter(None, (_earns(quote, words), *_gives(quote, program))))
    return TotalsView(figures, currency.text(quote.payable_minor), earns, is_current)


def _figures(quote: Quote, currency: Currency, words: PointWords) -> Iterator[Figure]:
    lines = quote.priced.lines
    yield Figure(tr("Subtotal"), currency.text(quote.priced.gross_minor))
    taken_off = {
        tr("Category discount"): sum(line.category_discount_minor for line in lines),
        tr("{tier} discount", tier=quote.tier): sum(line.tier_discount_minor for line in lines),
        tr("Discount"): quote.priced.by_hand_minor,
        tr("Voucher"): quote.priced.voucher_minor,
        point_words.name(words): quote.redeemed_minor,
    }
    for label, minor in taken_off.items():
        if minor:
            yield Figure(label, f"{MINUS}{currency.text(minor)}")
    if quote.priced.round_off_minor:
        yield Figure(tr("Round off"), currency.text(quote.priced.round_off_minor))


def _earns(quote: Quote, words: PointWords) -> str:
    return "" if quote.tier is None else tr("earns {amount}", amount=point_words.amount(quote.earned.points, words))


def _gives(quote: Quote, program: Program) -> Iterator[str]:
    """The vouchers that rules give with it, and the first of what they would give if there were any left."""
    given = rewards_brought(quote.earned.uses, program)
    if len(given) == 1:
        yield tr("with a voucher: {reward}", reward=_short(given[0][1].name))
    elif given:
        yield tr("with {n} vouchers", n=len(given))
    for reward in rewards_lacking(quote.earned.silenced, program)[:1]:
        yield tr("no {reward} left", reward=_short(reward.name))


def _short(name: str) -> str:
    return name if len(name) <= REWARD_CHARS else f"{name[: REWARD_CHARS - 1]}…"


def why_sections(quote: Quote | None, program: Program) -> tuple[Section, ...]:
    if quote is None:
        return ()
    limit = Section(tr("What points can pay"), tuple(why_limit(quote, program)))
    if quote.limits.binding is Binding.NO_CARD:
        return (limit,)
    return (Section(tr("What this bill earns"), tuple(why_points(quote, program))), limit)


def paid_view(bill: Bill, receipt: str, program: Program) -> PaidView:
    currency = program.currency
    change = sum(tender.change_minor for tender in bill.tenders)
    paid = " + ".join(f"{currency.text(t.given_minor)} {tr(_TENDERS[t.kind])}" for t in bill.tenders)
    figures = [Figure(tr("Paid"), paid or tr("nothing to pay"))]
    if bill.member_id is not None:
        figures += _moved(bill, PointWords.of(program))
    headline = (
        tr("Change {money}", money=currency.text(change))
        if change
        else tr("Paid {money}", money=currency.text(bill.payable_minor))
    )
    return PaidView(tr("Bill {number} saved", number=bill.number), headline, tuple(figures), receipt)


def _moved(bill: Bill, words: PointWords) -> list[Figure]:
    """What was used and earned, and what there is now."""
    amounts = (bill.redeemed_points, bill.earned_points, bill.balance_after)
    if words.are_own:
        said = (words.own(one) for one in amounts)
        return list(map(Figure, (tr("Used"), tr("Earned"), tr("Now")), said))
    return list(map(Figure, (tr("Points used"), tr("Points earned"), tr("Points now")), map(formats.points, amounts)))


_TENDERS = {"CASH": later("cash"), "UPI": later("UPI"), "CARD": later("card"), "VOUCHER": later("voucher")}


def held_rows(held: Sequence[HeldBill], calendar: ShopCalendar, currency: Currency) -> tuple[ChoiceRow, ...]:
    return tuple(ChoiceRow(_held_title(one), _held_detail(one, calendar), currency.text(_sum(one))) for one in held)


def _held_title(held: HeldBill) -> str:
    return (held.label or tr("No number")) if has_arrived(held) else held.label


def _held_detail(held: HeldBill, calendar: ShopCalendar) -> str:
    time = clock_words(held.held_at, calendar)
    return tr("came at {time}", time=time) if has_arrived(held) else tr("set aside at {time}", time=time)


def _sum(held: HeldBill) -> int:
    return sum(int(line.quantity * line.unit_price_minor) for line in held.cart.counted())


def category_chips(program: Program, default: str) -> tuple[CategoryChip, ...]:
    rates = {name: f"{quantity(program.point_percent(name))} %" for name in program.categories}
    return tuple(
        CategoryChip(
            str(n), name, rate, tr("{name}: {rate} in points", name=name, rate=rate), is_default=name == default
        )
        for n, (name, rate) in enumerate(rates.items(), 1)
    )


def points_worth(hundredths: int, program: Program) -> str:
    return program.currency.text(value_minor(hundredths, rate=program.redemption.rate, currency=program.currency))
