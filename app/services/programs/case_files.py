"""Case files: the shop's saved cases and the rules in force as a scenario file, to be checked outside of the till.

Source: docs/scenarios.md, Cases of a shop.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime, tzinfo
from decimal import Decimal
from typing import Any

from app.domain.cart import BillDiscount, CartLine
from app.domain.cases import BillsBefore, Case, InCampaign, SavedCase
from app.domain.money import Currency
from app.domain.points import to_points
from app.domain.program import Program
from app.services.desk import Desk
from app.services.plain import to_plain

Plain = dict[str, Any]


def case_file(desk: Desk) -> str:
    """The file's text. `python -m app simulate --check` finds nothing while every case brings what it must."""
    with desk.store.reading() as uow:
        program, cases = uow.programs.in_force(desk.instant(uow.journal.head())), uow.programs.cases()
    told = [_told(one, program) for one in cases]
    return json.dumps({"default_config": {"program": to_plain(program)}, "cases": told}, ensure_ascii=False, indent=1)


def _told(saved: SavedCase, program: Program) -> Plain:
    must = {
        "points_earned": _plain(to_points(saved.must.points)),
        "payable": _plain(program.currency.to_major(saved.must.payable_minor)),
    }
    step = {name: value for name, value in _step(saved.case, program) if value}
    return {"id": saved.name, "steps": [{"op": "case", **step, "expect": must}]}


def _step(case: Case, program: Program) -> Iterator[tuple[str, Any]]:
    """Each field with what is said of it; what says nothing is left out."""
    currency, zone = program.currency, program.calendar.zone
    yield "at", _instant(case.at, zone)
    yield "tier", case.tier
    yield "lines", [_line(one, currency) for one in case.cart.lines]
    yield "bill_discount", _discount(case.cart.discount, currency)
    yield "points", _plain(to_points(case.available))
    yield "redeem_points", "MAX" if case.redeem is None else _plain(to_points(case.redeem))
    yield "ways", sorted(case.paid_by)
    yield "bills_before", [_before(one) for one in case.bills_before]
    yield "joined_at", _instant(case.joined_at, zone) if case.joined_at else None
    yield "birthday", case.birthday
    yield "segments", sorted(case.segments)
    yield "store", case.store
    yield "campaigns", [_part(one, program) for one in case.campaigns]
    yield "card_later", case.is_late


def _line(line: CartLine, currency: Currency) -> Plain:
    said = {
        "id": line.line_id,
        "category": line.category,
        "quantity": _plain(line.quantity),
        "unit_price": _plain(currency.to_major(line.unit_price_minor)),
    }
    discount = _discount(line.discount, currency)
    return {**said, **({"discount": discount} if discount else {}), **({"voided": True} if line.voided else {})}


def _discount(discount: BillDiscount | None, currency: Currency) -> Plain | None:
    if discount is None:
        return None
    if discount.percent is not None:
        return {"percent": _plain(discount.percent)}
    return {"amount": _plain(currency.to_major(discount.amount_minor or 0))}


def _before(before: BillsBefore) -> Plain:
    days = {"days": before.window.days} if before.window.days else {}
    return {"of": before.window.unit.value, **days, "bills": before.bills}


def _part(part: InCampaign, program: Program) -> Plain:
    joined = {} if part.joined_at is None else {"joined_at": _instant(part.joined_at, program.calendar.zone)}
    spent = {"spent": _plain(program.currency.to_major(part.spend_minor))} if part.spend_minor else {}
    return {"drive": part.drive_id, **joined, **spent, **({"bills": part.bills} if part.bills else {})}


def _instant(at: datetime, zone: tzinfo) -> str:
    return at.astimezone(zone).isoformat()


def _plain(number: Decimal) -> str:
    return f"{number:f}"
