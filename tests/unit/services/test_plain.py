"""Plain text of facts: what is read is what was written, or it is refused with its place."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal

import pytest

from app.domain.campaigns import Campaign
from app.domain.cart import BillDiscount, Cart, CartLine
from app.domain.days import Period
from app.domain.item import Item
from app.domain.program import Category, Program
from app.domain.rules import (
    AmountBandHighest,
    Band,
    CategoryFixed,
    DecisionRule,
    NthBillInMonth,
    PerSlab,
    PointsToReferrer,
)
from app.domain.triggers import Trigger
from app.scenario.world import STARTS_AT
from app.services.plain import NotPlainError, dumps, loads
from app.services.programs.program_codec import program_from_json, program_to_json
from app.services.sales.cart_codec import cart_from_json, cart_to_json

FULL = Program(
    version=7,
    categories={"Medicines": Category(Decimal("1.50")), "दवा": Category(discount_percent=Decimal(10), earns=False)},
    campaigns=(Campaign("c", Decimal("1.5"), Period(STARTS_AT, None), frozenset({"b", "a"}), frozenset({"Gold"})),),
    rules=(
        DecisionRule("1", PerSlab(100_00, 1_00)),
        DecisionRule("2", CategoryFixed("Medicines", 5_00), priority=3),
        DecisionRule("3", AmountBandHighest((Band(0, 1_00), Band(500_00, 9_00)))),
        DecisionRule("4", NthBillInMonth(5, 50_00), tiers=frozenset({"Gold"})),
        DecisionRule("5", PointsToReferrer(500_00), trigger=Trigger.REFERRAL),
    ),
)
CART = Cart((CartLine("1", "Medicines", Decimal("0.250"), 99_99, "आयुर्वेद", voided=True),), BillDiscount(Decimal(5)))


def test_a_program_is_read_as_it_was_written() -> None:
    text = program_to_json(FULL)

    assert program_from_json(text) == FULL
    assert program_to_json(program_from_json(text)) == text
    assert "1.50" in text  # a rate keeps the decimals it was given


def test_a_cart_is_read_as_it_was_written() -> None:
    assert cart_from_json(cart_to_json(CART)) == CART


def test_what_was_written_before_there_was_a_field_still_reads() -> None:
    item = Item("8901030875021", "3004", "B1", date(2026, 6, 30), Decimal("12.5"))
    rich = Cart((CartLine("1", "General", Decimal(1), 5, item=item, discount=BillDiscount(Decimal(5))),))
    assert loads(Cart, dumps(rich)) == rich
    plain = Cart((CartLine("1", "General", Decimal(1), 5),))
    assert "item" not in dumps(plain)
    assert loads(Cart, dumps(plain)) == plain
    with pytest.raises(NotPlainError, match="expires_on"):
        loads(Cart, dumps(rich).replace("2026-06-30", "2026-06-31"))


def test_what_is_read_cannot_be_changed() -> None:
    with pytest.raises(TypeError):
        program_from_json(program_to_json(FULL)).categories["New"] = Category()  # type: ignore[index]


def spoilt(text: str, *path: str | int, value: object) -> str:
    """The document with one value replaced."""
    document = here = json.loads(text)
    for step in path[:-1]:
        here = here[step]
    here[path[-1]] = value
    return json.dumps(document)


@pytest.mark.parametrize(
    ("path", "value", "place"),
    [
        (("version",), "7", "Program.version: expected int, found str"),
        (("enabled",), 1, "Program.enabled: expected bool, found int"),
        (("referral_percent",), 0.5, "Program.referral_percent: expected str, found float"),
        (("referral_percent",), "half", "Program.referral_percent: 'half' cannot stand here"),
        (("referral_percent",), "NaN", "Program.referral_percent: 'NaN' cannot stand here"),
        (("calendar", "zone"), "Mars/Olympus", "Program.calendar.zone: 'Mars/Olympus' cannot"),
        (("campaigns",), {}, "Program.campaigns: expected list, found dict"),
        (("campaigns", 0, "period", "from_at"), 10**40, "Program.campaigns[0].period.from_at"),
        (("campaigns", 0, "colour"), "red", "Program.campaigns[0]: unknown or missing: colour"),
        (("campaigns", 0), [], "Program.campaigns[0]: expected dict, found list"),
        (("categories",), [], "Program.categories: expected dict, found list"),
        (("redemption", "cap_base"), "NOTHING", "Program.redemption.cap_base: 'NOTHING' cannot"),
        (("rules", 0, "award"), {"Gift": {}}, "Program.rules[0].award: expected one of AmountBandHighest, Cat"),
        (("rules", 0, "award"), {}, "Program.rules[0].award: expected one of"),
        (("rules", 0, "award"), "PerSlab", "Program.rules[0].award: expected dict, found str"),
        (("rules", 0, "award", "PerSlab", "points"), None, "Program.rules[0].award.PerSlab.points: expected int"),
    ],
)
def test_anything_else_is_refused_with_its_place(path: tuple[str | int, ...], value: object, place: str) -> None:
    with pytest.raises(NotPlainError) as refusal:
        program_from_json(spoilt(program_to_json(FULL), *path, value=value))

    assert str(refusal.value).startswith(place)


@pytest.mark.parametrize("text", ["", "{", "[]", '{"lines": []}'])
def test_what_is_no_cart_at_all_is_refused(text: str) -> None:
    with pytest.raises(NotPlainError):
        cart_from_json(text)


@pytest.mark.parametrize("percent", ["1E+61", "1E-61", "9E+999999999"])
def test_a_decimal_that_fits_on_no_line_is_refused(percent: str) -> None:
    assert loads(Decimal, '"1E+60"') == Decimal("1E+60")
    with pytest.raises(NotPlainError, match="cannot stand here"):
        loads(Decimal, f'"{percent}"')
