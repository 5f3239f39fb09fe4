"""What the page of returns says."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime

from app.domain.bill import Bill, TenderKind
from app.domain.formats import MINUS, points, quantity
from app.domain.giving_back import Ask, GivenBack, OpenLine, ReturnLimits
from app.domain.money import Currency
from app.domain.program import Shortfall
from app.services.returns.returnable import Returnable
from app.services.returns.returns import Consequence
from app.services.rewards.lapsing import Lapsed
from ui.errors import Tone
from ui.returns.state import Effect, ReturnRow
from ui.speech import Speech
from ui.words import later, tr, tr_n

HOW = later("Scan the receipt or type the bill's number. A customer's card opens their last bill.")
CHOOSE = later("Tick what comes back: Space ticks, + and - change how many, Ctrl+A takes all.")
CONFIRM = later("F9 gives it back exactly as shown here.")
NOTHING_LEFT = later("All of this bill has come back already. Nothing is left to return.")
NOT_YET = later("Tick what comes back first. Nothing was returned.")
WORKING = later("One moment: what this return moves is still being worked out. Nothing was returned.")
NO_CUSTOMER = later("No customer on the counter's bill. Scan a card here, or the receipt.")
NOT_A_BILL = later("That is no bill number. Type it as on the receipt, like A1/26-27/000123. Nothing was returned.")
ASKING = later("Asking the server for bill {number}. Esc stops asking; other work goes on.")
NOT_ASKED = later("The server is not asked any more. Nothing was returned; scan the receipt to ask again.")
UNSEEN_HOW = later(
    "Cash can be given back now, and the server checks it later: it takes the points back, or shows a manager what "
    "does not fit. A manager approves. Esc leaves it."
)
CASH_BACK, REASON = later("Cash to give back"), later("Why the goods come back")
HOW_MUCH = later("Type how much cash goes back, like 240 or 45.50. Nothing was returned.")
WHY = later("Say in a few words why the goods come back. Nothing was returned.")
DECLINED = later("Nobody approved it. Nothing was returned.")
_NEGATIVE = later("The shop's rule: points spent already make the balance negative; the next earned pay it off.")
_CLAMP = later("The shop's rule: points spent already are not asked for; the balance stops at zero.")


def title(bill: Bill) -> str:
    return tr("Bill {number}", number=bill.number)


def about(found: Returnable, speech: Speech) -> str:
    bill = found.bill
    who = found.name or tr("no card")
    facts = [who, speech.day(bill.occurred_at), speech.currency.text(bill.net_minor), paid_by(bill, speech.currency)]
    return " · ".join(filter(None, facts))


def paid_by(bill: Bill, currency: Currency) -> str:
    """Each way it was paid with its sum."""
    sums: defaultdict[str, int] = defaultdict(int)
    for tender in bill.tenders:
        sums[tender.kind.value] += tender.amount_minor
    words = {"CASH": tr("cash"), "UPI": tr("UPI"), "CARD": tr("bank card"), "VOUCHER": tr("voucher")}
    ways = [f"{words.get(kind, kind)} {currency.text(amount)}" for kind, amount in sums.items() if amount]
    if bill.redeemed_minor:
        ways.append(f"{tr('points')} {currency.text(bill.redeemed_minor)}")
    return tr("paid by {ways}", ways=", ".join(ways)) if ways else ""


def row(one: OpenLine, chosen: str | None, amount_minor: int, currency: Currency) -> ReturnRow:
    """`chosen` is how much of it comes back, None while it is not ticked."""
    line = one.line
    is_open = bool(one.quantity)
    left = quantity(one.quantity)
    back = tr("{chosen} of {left}", chosen=chosen, left=left) if chosen else ""
    if not is_open:
        back = tr("nothing left") if line.net_minor else tr("was free")
    return ReturnRow(
        is_ticked=chosen is not None,
        is_open=is_open,
        item=line.label or line.category,
        sold=quantity(line.quantity),
        paid=currency.figure(line.net_minor),
        back=back,
        amount=currency.figure(amount_minor) if chosen else "",
    )


def policy(shortfall: Shortfall) -> str:
    return tr(_NEGATIVE if shortfall is Shortfall.NEGATIVE else _CLAMP)


def effects(found: Returnable, seen: Consequence, speech: Speech) -> Iterator[Effect]:
    """Everything that moves besides the money, in the order a customer asks for it."""
    yield Effect(tr("Money"), ways(seen.ways, speech.currency), _way(found, seen, speech))
    if found.name is None:
        return
    yield _reversed(seen)
    if seen.points_restored:
        yield Effect(tr("Points given back"), f"+{points(seen.points_restored)}", _restored(seen, speech), Tone.GOOD)
    if seen.referrer_points_reversed:
        taken = f"{MINUS}{points(seen.referrer_points_reversed)}"
        yield Effect(tr("Taken from {name}", name=seen.referrer_name), taken, tr("who brought this customer"))
    yield _tier(seen)
    yield from map(_voucher, seen.vouchers)
    yield _balance(seen)


def ways(given: tuple[GivenBack, ...], currency: Currency) -> str:
    """How money goes back: ₹40.00 in cash, ₹200.00 by UPI."""
    words = {
        TenderKind.CASH: later("{money} in cash"),
        TenderKind.UPI: later("{money} by UPI"),
        TenderKind.CARD: later("{money} to the bank card"),
    }
    parts = [tr(words[one.kind], money=currency.text(one.amount_minor)) for one in given]
    return ", ".join(parts) if parts else tr("{money} in cash", money=currency.text(0))


def _way(found: Returnable, seen: Consequence, speech: Speech) -> str:
    paid = {tender.kind for tender in found.bill.tenders if tender.amount_minor}
    is_all_cash = paid | {one.kind for one in seen.ways} <= {TenderKind.CASH}
    return "" if is_all_cash else tr("The bill was {paid}.", paid=paid_by(found.bill, speech.currency))


def _reversed(seen: Consequence) -> Effect:
    taken = f"{MINUS}{points(seen.points_reversed)}" if seen.points_reversed else tr("none")
    forgiven = tr("{points} were spent already and are not asked for", points=points(seen.points_forgiven))
    return Effect(tr("Earned points taken back"), taken, forgiven if seen.points_forgiven else "")


def _restored(seen: Consequence, speech: Speech) -> str:
    parts = [
        _gone(one.points, one.expires_at, speech) if one.is_over else _until(one.points, one.expires_at, speech)
        for one in seen.restored
    ]
    waiting = seen.points_restored - sum(one.points for one in seen.restored)
    if waiting:
        parts.append(tr("{points} wait for the office to look at", points=points(waiting)))
    return "; ".join(parts)


def _until(count: int, expires_at: datetime | None, speech: Speech) -> str:
    if expires_at is None:
        return tr("{points} that never expire", points=points(count))
    return tr("{points} until {day}", points=points(count), day=speech.day(expires_at))


def _gone(count: int, expires_at: datetime | None, speech: Speech) -> str:
    assert expires_at is not None, "what is over had an end"
    return tr("{points} had expired on {day} and are gone at once", points=points(count), day=speech.day(expires_at))


def _tier(seen: Consequence) -> Effect:
    if seen.tier_before == seen.tier_after:
        return Effect(tr("Tier"), tr("stays {tier}", tier=seen.tier_before))
    change = tr("{before} becomes {after}", before=seen.tier_before, after=seen.tier_after)
    return Effect(tr("Tier"), change, "", Tone.WARN)


def _voucher(one: Lapsed) -> Effect:
    if one.is_used:
        return Effect(
            tr("Voucher of the bill"), tr("{reward} has been used, and stays used", reward=one.reward), "", Tone.WARN
        )
    return Effect(tr("Voucher of the bill"), tr("{reward} is good no more", reward=one.reward))


def _balance(seen: Consequence) -> Effect:
    words = tr("{before} now, then {after}", before=points(seen.balance_before), after=points(seen.balance_after))
    below = tr("below zero: the next points earned pay it off") if seen.balance_after < 0 else ""
    return Effect(tr("Points to spend"), words, below, Tone.WARN if seen.balance_after < 0 else None)


def asks(found: Returnable, seen: Consequence, limits: ReturnLimits, speech: Speech) -> tuple[str, ...]:
    calendar = speech.calendar
    age = (calendar.day_of(found.at) - calendar.day_of(found.bill.occurred_at)).days
    sentences = {
        Ask.OLD: tr_n(
            "That bill is {n} day old; returns are allowed for {days}. A manager can approve.",
            "That bill is {n} days old; returns are allowed for {days}. A manager can approve.",
            age,
            days=limits.days,
        ),
        Ask.LARGE: tr(
            "{cash} is more than {limit}. A manager can approve.",
            cash=speech.currency.text(seen.cash_back_minor),
            limit=speech.currency.text(limits.amount_minor),
        ),
    }
    return tuple(sentences[ask] for ask in seen.asks)


def approval(found: Returnable, seen: Consequence, currency: Currency) -> str:
    return tr("Return {cash} of bill {number}", cash=currency.text(seen.cash_back_minor), number=found.bill.number)


def given(seen: Consequence, currency: Currency) -> str:
    return tr("Give {ways}", ways=ways(seen.ways, currency))


def done(number: str, seen: Consequence, currency: Currency) -> str:
    return tr(
        "Return of bill {number} is saved: give {ways}. The paper is printing.",
        number=number,
        ways=ways(seen.ways, currency),
    )


def unseen_done(number: str, cash_minor: int, currency: Currency) -> str:
    cash = currency.text(cash_minor)
    return tr("Give {cash} in cash. The server checks bill {number} when it can.", number=number, cash=cash)
