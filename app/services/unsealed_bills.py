"""Unsealed bills: a bill with its lines, tenders and what rules brought, read strictly from what was sealed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from app.domain.bill import Bill, BillLine, Tender, TenderKind
from app.domain.hearing import RuleUse
from app.domain.item import Item
from app.domain.limits import Bound
from app.domain.tax import PERCENT_MAX
from app.services.plain import NotPlainError
from app.services.records import from_micros, from_milli
from app.services.strict_rows import checked, rows_of, shape

_BILL = shape(
    words="bill_id number business_day staff",
    words_or_not="member_id card_number referrer_id tier",
    numbers="occurred_at program_version gross_minor round_off_minor net_minor redeemed_points redeemed_minor "
    "earned_points bonus_points referrer_points balance_after pending_after",
)
_LINE = shape(
    words="bill_id line_id category label point_percent campaign_multiplier campaign_ids tier_multiplier",
    numbers="line_no quantity_milli unit_price_minor gross_minor category_discount_minor tier_discount_minor "
    "bill_discount_minor net_minor redeemed_minor base_minor points",
)
_DETAIL = shape(words="bill_id hsn batch", words_or_not="code expires_on gst_percent", numbers="line_no discount_minor")
_TENDER = shape(words="bill_id kind", numbers="tender_no amount_minor given_minor")
_NUMBER_ROW = shape(words="bill_id number", numbers="tender_no")
_RULE = shape(words="bill_id rule_id cut_by", numbers="points")


def bill_of(body: Mapping[str, Any], *, program_version: int | None = None) -> Bill:
    """A bill with its lines and tenders; under another number of its program where one is given."""
    of = checked(body.get("bill"), _BILL, "bill")
    plain = {name: of[name] for name in _BILL if name not in ("occurred_at", "business_day", "program_version")}
    try:
        return Bill(
            **plain,
            occurred_at=from_micros(of["occurred_at"]),
            program_version=of["program_version"] if program_version is None else program_version,
            lines=_with_details(
                [_line(row, of["bill_id"], place) for place, row in enumerate(rows_of(body, "lines"), 1)], body
            ),
            tenders=_with_numbers(
                [_tender(row, of["bill_id"], place) for place, row in enumerate(rows_of(body, "tenders"), 1)], body
            ),
            rules=rules_of(body, of["bill_id"]),
            is_typed=body.get("typed") is True,
            lacking=_lacking(body),
        )
    except (ValueError, OverflowError, InvalidOperation) as error:
        raise NotPlainError(f"bill: {error}") from error


def _lacking(body: Mapping[str, Any]) -> tuple[str, ...]:
    names = rows_of(body, "lacking")
    if not all(type(one) is str for one in names):
        raise NotPlainError("lacking: expected the ids of rewards.")
    return tuple(names)


def _line(row: Any, bill_id: str, number: int) -> BillLine:
    of = checked(row, _LINE, "line")
    _require_place(of, bill_id, number, "line_no")
    return BillLine(
        line_no=number,
        line_id=of["line_id"],
        category=of["category"],
        label=of["label"],
        quantity=from_milli(of["quantity_milli"]),
        unit_price_minor=of["unit_price_minor"],
        gross_minor=of["gross_minor"],
        category_discount_minor=of["category_discount_minor"],
        tier_discount_minor=of["tier_discount_minor"],
        bill_discount_minor=of["bill_discount_minor"],
        net_minor=of["net_minor"],
        redeemed_minor=of["redeemed_minor"],
        base_minor=of["base_minor"],
        point_percent=Decimal(of["point_percent"]),
        campaign_multiplier=Decimal(of["campaign_multiplier"]),
        campaign_ids=tuple(of["campaign_ids"].split(",")) if of["campaign_ids"] else (),
        tier_multiplier=Decimal(of["tier_multiplier"]),
        points=of["points"],
    )


def _with_details(lines: list[BillLine], body: Mapping[str, Any]) -> tuple[BillLine, ...]:
    for row in rows_of(body, "details"):
        of = checked(row, _DETAIL, "detail")
        if not 1 <= of["line_no"] <= len(lines):
            raise NotPlainError(f"detail: there is no line {of['line_no']}.")
        at = of["line_no"] - 1
        lines[at] = replace(lines[at], line_discount_minor=of["discount_minor"], item=item_of(of))
    return tuple(lines)


def item_of(of: Mapping[str, Any]) -> Item | None:
    """What the catalogue knew of a line, from its detail's row. Raises ValueError or InvalidOperation."""
    if of["code"] is None:
        return None
    return Item(
        code=of["code"],
        hsn=of["hsn"],
        batch=of["batch"],
        expires_on=None if of["expires_on"] is None else date.fromisoformat(of["expires_on"]),
        gst_percent=None if of["gst_percent"] is None else _rate(of["gst_percent"]),
    )


def _rate(text: str) -> Decimal:
    rate = Decimal(text)
    if not (rate.is_finite() and 0 <= rate <= PERCENT_MAX):
        raise ValueError(f"{text} is no rate of tax.")
    return rate


def _tender(row: Any, bill_id: str, number: int) -> Tender:
    of = checked(row, _TENDER, "tender")
    _require_place(of, bill_id, number, "tender_no")
    return Tender(TenderKind(of["kind"]), of["amount_minor"], of["given_minor"])


def _with_numbers(tenders: list[Tender], body: Mapping[str, Any]) -> tuple[Tender, ...]:
    for row in rows_of(body, "numbers"):
        of = checked(row, _NUMBER_ROW, "number")
        if not 1 <= of["tender_no"] <= len(tenders):
            raise NotPlainError(f"number: there is no tender {of['tender_no']}.")
        at = of["tender_no"] - 1
        tenders[at] = replace(tenders[at], number=of["number"])
    return tuple(tenders)


def rules_of(body: Mapping[str, Any], bill_id: str) -> tuple[RuleUse, ...]:
    """What rules brought, as it is sealed with a bill. Raises NotPlainError or ValueError."""
    return tuple(_rule(row, bill_id) for row in rows_of(body, "rules"))


def _rule(row: Any, bill_id: str) -> RuleUse:
    of = checked(row, _RULE, "rule")
    if of["bill_id"] != bill_id or of["points"] < 0:
        raise NotPlainError(f"rule: {of['points']} points of {of['bill_id']} cannot stand with bill {bill_id}.")
    return RuleUse(of["rule_id"], of["points"], Bound(of["cut_by"]) if of["cut_by"] else None)


def _require_place(of: Mapping[str, Any], bill_id: str, number: int, name: str) -> None:
    if (of["bill_id"], of[name]) != (bill_id, number):
        raise NotPlainError(f"bill {bill_id}: {name} {of[name]} of {of['bill_id']} stands in its place {number}.")
