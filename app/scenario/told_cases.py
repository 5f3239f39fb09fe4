"""Cases told whole: a bill that might be, priced by the case's program alone. Nothing of it is stored."""

from __future__ import annotations

from typing import Any

from app.domain.bill import TenderKind
from app.domain.cases import BillsBefore, Case, InCampaign, priced
from app.domain.conditions import Unit, Window
from app.domain.points import to_hundredths
from app.domain.program import Program
from app.domain.quote import RedeemMax
from app.scenario import answers
from app.scenario.answers import Result
from app.scenario.carts import cart_of, redeem_of
from app.scenario.fields import ZERO, Fields, minor_of
from app.services.members.contacts import normalised_birthday
from app.services.plain import NotPlainError, from_plain

OPTIONAL = frozenset(
    {"tier", "points", "redeem_points", "bill_discount", "ways", "bills_before", "joined_at", "birthday", "segments"}
    | {"store", "campaigns", "card_later"}
)


def check_case(step: Fields) -> None:
    """What can be told of a case before anything runs. Raises MalformedError."""
    ways = {kind.value for kind in TenderKind}
    for way in step.texts("ways"):
        if way.upper() not in ways:
            step.fail("ways", f"{way[:40]!r} is not one of its values")
    step.texts("segments")
    step.boolean("card_later", default=False)
    for one in step.items("bills_before"):
        _before(one)
    for one in step.items("campaigns"):
        one.only({"drive", "joined_at", "spent", "bills"})
        _part(one, Program())


def priced_case(step: Fields, program: Program, *, now: Any) -> Result:
    """What the bill comes to and brings."""
    found = priced(_case(step, program, now=now), program)
    return {
        "net": answers.money(found.net_minor, program.currency),
        "amount_deducted": answers.money(found.redeemed_minor, program.currency),
        "payable": answers.money(found.payable_minor, program.currency),
        "points_earned": answers.points(found.earned.points),
        "points_redeemed": answers.points(found.redeemed_points),
    }


def _case(step: Fields, program: Program, *, now: Any) -> Case:
    calendar, redeem = program.calendar, redeem_of(step)
    return Case(
        cart_of(step, program.currency),
        step.instant("at", calendar) if step.has("at") else now,
        step.text("tier", ""),
        frozenset(way.upper() for way in step.texts("ways")),
        to_hundredths(step.amount("points")) if step.has("points") else 0,
        tuple(_before(one) for one in step.items("bills_before")),
        step.instant("joined_at", calendar) if step.has("joined_at") else None,
        normalised_birthday(step.optional_text("birthday")),
        frozenset(step.texts("segments")),
        step.text("store", ""),
        None if isinstance(redeem, RedeemMax) else redeem,
        tuple(_part(one, program) for one in step.items("campaigns")),
        is_late=step.boolean("card_later", default=False),
    )


def _part(fields: Fields, program: Program) -> InCampaign:
    return InCampaign(
        fields.text("drive"),
        fields.instant("joined_at", program.calendar) if fields.has("joined_at") else None,
        minor_of(fields, "spent", program.currency, ZERO),
        fields.whole("bills", 0),
    )


def _before(fields: Fields) -> BillsBefore:
    fields.only({"of", "days", "bills"})
    unit = fields.choice("of", Unit)
    days = fields.whole("days", least=1) if unit is Unit.DAYS else 0
    return BillsBefore(Window(unit, days), fields.whole("bills"))


def whole_program(config: Fields) -> Program:
    """A version of the rules as a till keeps it. Raises MalformedError."""
    config.only({"program"})
    try:
        program = from_plain(Program, dict(config.inner("program").values))
    except NotPlainError as wrong:
        config.fail("program", str(wrong))
    if not program.tiers.levels:
        config.fail("program", "has no tiers")
    return program
