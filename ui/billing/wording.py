"""Wording: the sentences the strip of the counter says, and how people and cards are named in them."""

from __future__ import annotations

from app.domain.bill import Bill
from app.domain.codes import Code, CodeKind, format_card_number, mask
from app.domain.days import ShopCalendar
from app.domain.explain import why_limit
from app.domain.formats import points
from app.domain.lease import Limit
from app.domain.member import CardStatus
from app.domain.money import Currency
from app.domain.program import Program
from app.domain.quote import Quote
from app.services.members import Profile
from ui.billing.intents import FindCard, FindLastFour, FindName, FindPhone
from ui.context import PrintedReceipt
from ui.when import day_words


def masked_phone(phone: str | None) -> str:
    """The first two and last four of the ten digits: 98•••• 3210."""
    return f"{phone[-10:-8]}•••• {phone[-4:]}" if phone else ""


def inactive_card(profile: Profile, calendar: ShopCalendar) -> str:
    """Why a card is not put on the bill, and what to do instead."""
    name, card = profile.holder.member.name, profile.holder.card
    if card is None:
        return f"{name} has no active card. The bill goes on without one; a manager can issue a new card."
    today = calendar.day_of(profile.as_of)
    since = day_words(calendar.day_of(card.status_at), today=today)
    what, instead = _INACTIVE[card.status]
    return f"{name}'s card {mask(card.number)} {what} on {since}. The bill goes on without it; {instead}."


_INACTIVE = {
    CardStatus.LOST: ("was reported lost", "ask for the phone number to find them"),
    CardStatus.REPLACED: ("was replaced", "ask for the new card"),
    CardStatus.BLOCKED: ("was blocked", "a manager can unblock the card"),
}


def attached_customer(profile: Profile, currency: Currency) -> str:
    return f"{profile.holder.member.name}: {points(profile.available)} points = {currency.text(profile.worth_minor)}."


def held_here(limit: Limit) -> str:
    """Why no more of a card's points can be used here now."""
    return _HELD_HERE[limit]


_HELD_HERE = {
    Limit.BALANCE: "",
    Limit.LEASE: "the rest is not with this counter",
    Limit.FLOOR: "the rest is above the offline limit",
    Limit.CONTACT: "no word from the server for too long",
    Limit.CLOCK: "this computer's clock was set back",
    Limit.EXPIRY: "points expire, the server must confirm",
    Limit.RESERVED: "other counters hold the rest",
}


def switch_customer(offered: Profile, attached: Profile) -> str:
    new, old = (one.holder.member.name for one in (offered, attached))
    return f"Another card on this bill. F3 switches to {new}; Esc keeps {old}."


def nobody(wanted: FindCard | FindPhone | FindLastFour | FindName) -> str:
    match wanted:
        case FindCard(number):
            return (
                f"Card {format_card_number(number)} is not in our list. "
                "Continue without a card, or press F6 to register it."
            )
        case FindPhone(digits):
            return f"No member has the phone {digits[:5]} {digits[5:]}. The bill goes on; press F6 to enrol them."
        case FindLastFour(digits):
            return f"No phone or card ends in {digits}. The bill goes on; try the whole phone number or the name."
        case FindName(prefix):
            return f"No member's name starts with “{prefix}”. The bill goes on; try the phone number."


def not_ours(code: Code) -> str:
    """A scan that is neither card nor bill."""
    if code.kind is CodeKind.CARD_MISTYPED:
        return (
            f"{format_card_number(code.text)} looks like a card, but its check digits don't match. "
            "The bill is untouched; scan it again."
        )
    shown = code.text if len(code.text) <= 24 else f"{code.text[:24]}…"
    return f"Not one of our cards: {shown}. The bill is untouched; press F2 and type the amount to add it."


def no_points(quote: Quote, program: Program) -> str:
    """Why none can be used on this bill."""
    why = next(reason.text for reason in why_limit(quote, program) if reason.binding)
    return f"No points can be used on this bill: {why}."


def found_bill(bill: Bill, calendar: ShopCalendar, currency: Currency) -> str:
    local = bill.occurred_at.astimezone(calendar.zone)
    return (
        f"Bill {bill.number} of {local.day} {local:%b %Y, %H:%M}: {currency.text(bill.net_minor)}. "
        "Ctrl+P prints its receipt again."
    )


def receipt_words(receipt: PrintedReceipt) -> str:
    what = "Receipt printed again, marked as a copy," if receipt.copy else "Receipt printed"
    return f"{what} to {receipt.printer}"


def hold_label(profile: Profile | None, lines: int) -> str:
    items = "1 item" if lines == 1 else f"{lines} items"
    return f"{profile.holder.member.name} · {items}" if profile else items
