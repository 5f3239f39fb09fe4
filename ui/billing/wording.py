"""Wording: the sentences the strip of the counter says, and how people and cards are named in them."""

from __future__ import annotations

from app.domain.bill import Bill
from app.domain.codes import Code, CodeKind, format_card_number, mask
from app.domain.days import ShopCalendar
from app.domain.explain import why_limit
from app.domain.lease import Limit
from app.domain.member import CardStatus
from app.domain.money import Currency
from app.domain.point_words import PointWords
from app.domain.program import Program
from app.domain.quote import Quote
from app.services.catalogue.catalogue_records import Batch, Product
from app.services.members.profiles import Profile
from app.services.sales.arrivals import News, Told
from ui import point_words
from ui.billing.intents import FindCard, FindLastFour, FindName, FindPhone
from ui.context import PrintedReceipt
from ui.scanned import scanned_words
from ui.when import day_words
from ui.words import later, said, spoken, tr, tr_n


def masked_phone(phone: str | None) -> str:
    """The first two and last four of the ten digits: 98•••• 3210."""
    return f"{phone[-10:-8]}•••• {phone[-4:]}" if phone else ""


def inactive_card(profile: Profile, calendar: ShopCalendar) -> str:
    """Why a card is not put on the bill, and what to do instead."""
    name, card = profile.holder.member.name, profile.holder.card
    if card is None:
        return tr("{name} has no active card. The bill goes on without one; a manager can issue a new card.", name=name)
    today = calendar.day_of(profile.as_of)
    since = day_words(calendar.day_of(card.status_at), today=today)
    return tr(_INACTIVE[card.status], name=name, card=mask(card.number), since=since)


_INACTIVE = {
    CardStatus.LOST: later(
        "{name}'s card {card} was reported lost on {since}. "
        "The bill goes on without it; ask for the phone number to find them."
    ),
    CardStatus.REPLACED: later(
        "{name}'s card {card} was replaced on {since}. The bill goes on without it; ask for the new card."
    ),
    CardStatus.BLOCKED: later(
        "{name}'s card {card} was blocked on {since}. The bill goes on without it; a manager can unblock the card."
    ),
}


def attached_customer(profile: Profile, program: Program) -> str:
    worth = program.currency.text(profile.worth_minor)
    amount = point_words.with_worth(profile.available, worth, PointWords.of(program))
    return tr("{name}: {amount}.", name=profile.holder.member.name, amount=amount)


def held_here(limit: Limit) -> str:
    """Why no more of a card's points can be used here now."""
    return tr(_HELD_HERE[limit]) if limit in _HELD_HERE else ""


_HELD_HERE = {
    Limit.LEASE: later("the rest is not with this counter"),
    Limit.FLOOR: later("the rest is above the offline limit"),
    Limit.CONTACT: later("no word from the server for too long"),
    Limit.CLOCK: later("this computer's clock was set back"),
    Limit.EXPIRY: later("points expire, the server must confirm"),
    Limit.RESERVED: later("other counters hold the rest"),
}


def switch_customer(offered: Profile, attached: Profile) -> str:
    new, old = (one.holder.member.name for one in (offered, attached))
    return tr("Another card on this bill. F3 switches to {new}; Esc keeps {old}.", new=new, old=old)


def nobody(wanted: FindCard | FindPhone | FindLastFour | FindName) -> str:
    match wanted:
        case FindCard(number):
            return tr(
                "Card {card} is not in our list. Continue without a card, or press F6 to register it.",
                card=format_card_number(number),
            )
        case FindPhone(digits):
            return tr(
                "No member has the phone {phone}. The bill goes on; press F6 to enrol them.",
                phone=f"{digits[:5]} {digits[5:]}",
            )
        case FindLastFour(digits):
            return tr(
                "No phone or card ends in {digits}. The bill goes on; try the whole phone number or the name.",
                digits=digits,
            )
        case FindName(prefix):
            return tr("No member's name starts with “{prefix}”. The bill goes on; try the phone number.", prefix=prefix)


def not_ours(code: Code) -> str:
    """A scan that is neither card nor bill."""
    if code.kind is CodeKind.CARD_MISTYPED:
        return tr(
            "{card} looks like a card, but its check digits don't match. The bill is untouched; scan it again.",
            card=format_card_number(code.text),
        )
    return tr(
        "Not one of our cards or products: {shown}. The bill is untouched; press F2 and type the amount to add it.",
        shown=scanned_words(code.text),
    )


def has_expired(product: Product, batch: Batch) -> str:
    """Why it is not sold."""
    assert batch.expires_on is not None, "only what has a last day expires"
    return tr(
        "{name}, batch {batch}, expired in {month}. It is not on the bill; take it off the shelf.",
        name=product.name,
        batch=batch.batch or "–",
        month=f"{batch.expires_on:%m/%Y}",
    )


def choose_batch_first(product: Product) -> str:
    return tr("Choose the batch of {name} first; what was scanned comes after it.", name=product.name)


def no_products() -> str:
    return tr("This counter takes totals of categories, not products. The bill is untouched; type the amount.")


def sold_without_card() -> str:
    return tr("It was sold without a card: scan the card now, and its points are given.")


def given_later(bill: Bill, name: str, program: Program) -> str:
    return tr(
        "{amount} of bill {number} are {name}'s now. Ctrl+P prints it again.",
        amount=point_words.amount(bill.earned_points, PointWords.of(program)),
        number=bill.number,
        name=name,
    )


def no_points(quote: Quote, program: Program) -> str:
    """Why none can be used on this bill."""
    why = next(reason.text for reason in why_limit(quote, program) if reason.binding)
    if PointWords.of(program).are_own:
        return tr("None can be used on this bill: {why}.", why=said(why))
    return tr("No points can be used on this bill: {why}.", why=said(why))


def found_bill(bill: Bill, calendar: ShopCalendar, currency: Currency) -> str:
    local = bill.occurred_at.astimezone(calendar.zone)
    return tr(
        "Bill {number} of {day}, {time}: {money}. Ctrl+P prints its receipt again.",
        number=bill.number,
        day=spoken().day(local.date(), with_year=True),
        time=spoken().clock(local.time()),
        money=currency.text(bill.net_minor),
    )


def receipt_words(receipt: PrintedReceipt) -> str:
    if receipt.copy:
        return tr("Receipt printed again, marked as a copy: {printer}", printer=receipt.printer)
    return tr("Receipt printed: {printer}", printer=receipt.printer)


def hold_label(profile: Profile | None, lines: int) -> str:
    items = tr_n("{n} item", "{n} items", lines)
    return f"{profile.holder.member.name} · {items}" if profile else items


_NEWS = {
    News.BROKEN: later("{name} could not be read and lies in the folder “broken”: {why}"),
    News.FULL: later("Too many bills wait already. {name} stays in its folder; take or discard some, then it comes."),
    News.NO_FOLDER: later("The folder {name} cannot be looked into: {why}. It is tried again; totals can be typed."),
    News.NO_DOOR: later("Other programs cannot send bills to port {name}: {why}. Totals can be typed."),
}


def news_words(told: Told, currency: Currency) -> str:
    """What is said of something that another program sent."""
    if told.news is News.BILL:
        facts = {"name": told.name, "amount": currency.text(int(told.detail))}
        return tr("Bill {name} has come: {amount}. Shift+F5 takes what has waited longest.", **facts)
    return tr(_NEWS[told.news], name=told.name, why=said(told.detail))
