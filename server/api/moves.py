"""Moves: earning, using, undoing and reckoning points for a bill from outside, as both services offer them."""

from __future__ import annotations

from app.domain.errors import Code, DomainError, invalid
from app.services.desk import Desk
from app.services.ports import UnitOfWork
from app.services.returns import returns
from app.services.sales import checkout, outside
from app.services.sales.checkout import SaleRequest
from server.api.bills import AskedBill, AskedQuote, AskedRedemption, AskedReversal, Prices
from server.api.bills_shown import (
    EarnedShown,
    QuoteShown,
    ReversedShown,
    UsedShown,
    earned_shown,
    quote_shown,
    returned_shown,
    undone_shown,
    used_shown,
)
from server.api.changes import once
from server.api.idempotency import Idempotency, remembered
from server.auth.caller import Caller
from server.desks import desk_of
from server.intake.preloading import Wanted
from server.parts import Parts

EARN, REDEEM, REVERSE = "api earn", "api redeem", "api reverse"


async def earn(parts: Parts, caller: Caller, key: Idempotency, asked: AskedBill) -> EarnedShown:
    def make(desk: Desk, _: UnitOfWork) -> EarnedShown:
        bill = asked.outside(key.key)
        return earned_shown(outside.earn(desk, bill, staff=caller.subject), bill.number)

    return await once(parts, caller, key, EARN, EarnedShown, make, _wanted(asked, key))


async def redeem(parts: Parts, caller: Caller, key: Idempotency, asked: AskedRedemption) -> UsedShown:
    def make(desk: Desk, _: UnitOfWork) -> UsedShown:
        bill = asked.outside(key.key)
        return used_shown(outside.redeem(desk, bill, asked.points, staff=caller.subject), bill.number)

    return await once(parts, caller, key, REDEEM, UsedShown, make, _wanted(asked, key))


async def reverse(parts: Parts, caller: Caller, key: Idempotency, asked: AskedReversal) -> ReversedShown:
    def make(desk: Desk, unit: UnitOfWork) -> ReversedShown:
        bill_id = _bill_id(unit, caller, asked)
        if unit.bills.get(bill_id) is None:
            return _undone(desk, bill_id, asked, caller.subject)
        return _returned(desk, unit, bill_id, asked, caller.subject)

    return await once(parts, caller, key, REVERSE, ReversedShown, make)


def calculate(parts: Parts, caller: Caller, asked: AskedQuote) -> QuoteShown:
    request = SaleRequest(asked.cart(), asked.card_number, asked.member_id, asked.points)
    is_charged = asked.prices is Prices.CHARGED
    return quote_shown(checkout.quote_sale(desk_of(parts, caller.tenant_id), request, is_charged=is_charged))


def _wanted(asked: AskedBill, key: Idempotency) -> Wanted:
    return Wanted(asked.card_number, asked.member_id, [(outside.VERB, asked.bill_number or key.key)])


def _bill_id(unit: UnitOfWork, caller: Caller, asked: AskedReversal) -> str:
    found = asked.bill_id
    if asked.bill_number is not None:
        found = outside.bill_id_of(unit, asked.bill_number)
    if asked.key is not None:
        answers = (remembered(unit.effects, caller, verb, asked.key) for verb in (EARN, REDEEM))
        found = next((str(answer["bill_id"]) for answer in answers if answer), None)
    if found is None:
        raise DomainError(Code.UNKNOWN_BILL, "That bill is not in our list. Nothing was changed; check its number.")
    return found


def _undone(desk: Desk, bill_id: str, asked: AskedReversal, staff: str) -> ReversedShown:
    if asked.amount_minor is not None or asked.lines is not None:
        raise invalid("This bill has not earned: say how many points to give back. Nothing was changed.")
    return undone_shown(outside.undo_redemption(desk, bill_id, asked.points, staff=staff))


def _returned(desk: Desk, unit: UnitOfWork, bill_id: str, asked: AskedReversal, staff: str) -> ReversedShown:
    if asked.points is not None:
        raise invalid("This bill has earned: say which amount or lines come back. Nothing was changed.")
    key, amounts = desk.ids.entity(), asked.line_amounts()
    if amounts is not None:
        returned = returns.return_lines(desk, bill_id, amounts, key=key, staff=staff)
    elif asked.amount_minor is not None:
        returned = returns.return_amount(desk, bill_id, asked.amount_minor, key=key, staff=staff)
    else:
        returned = returns.cancel(desk, bill_id, staff=staff)
    records = [unit.vouchers.get(one) for one in returned.vouchers]
    return returned_shown(bill_id, returned, [one for one in records if one is not None])
