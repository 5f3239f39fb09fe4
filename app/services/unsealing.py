"""Unsealing: the facts of an event's body, read strictly. What is not exactly a fact is a complaint about its place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from app.domain.bill import Bill, BillLine, Tender, TenderKind
from app.domain.entries import Entry, EntryKind
from app.domain.giving_back import GivenBack
from app.domain.hearing import RuleUse
from app.domain.item import Item
from app.domain.limits import Bound
from app.domain.member import Card, CardStatus, Member
from app.domain.reversal import Moved
from app.domain.tax import PERCENT_MAX
from app.domain.tiers import Metrics, TierChangeKind
from app.services.plain import NotPlainError
from app.services.ports import RefundRecord, TierChange
from app.services.records import from_micros, from_milli
from app.services.sales.claim_records import Claim

_WORD: tuple[type, ...] = (str,)
_WORD_OR_NOT: tuple[type, ...] = (str, type(None))
_NUMBER: tuple[type, ...] = (int,)
_NUMBER_OR_NOT: tuple[type, ...] = (int, type(None))
_INT64 = 1 << 63

Kinds = Mapping[str, tuple[type, ...]]


def _row(*, words: str = "", words_or_not: str = "", numbers: str = "", numbers_or_not: str = "") -> Kinds:
    """Which kind each field of a row is of."""
    named = ((words, _WORD), (words_or_not, _WORD_OR_NOT), (numbers, _NUMBER), (numbers_or_not, _NUMBER_OR_NOT))
    return {name: kinds for names, kinds in named for name in names.split()}


_ENTRY = _row(
    words="entry_id member_id kind cause business_day",
    words_or_not="card_number corrects rule_id reason staff",
    numbers="ledger_no points balance_after occurred_at",
    numbers_or_not="available_at expires_at",
)
_MEMBER = _row(
    words="member_id name language first_tier", words_or_not="phone referrer_id merged_into", numbers="joined_at"
)
_CARD = _row(words="number member_id status", numbers="status_at")
_BILL = _row(
    words="bill_id number business_day staff",
    words_or_not="member_id card_number referrer_id tier",
    numbers="occurred_at program_version gross_minor round_off_minor net_minor redeemed_points redeemed_minor "
    "earned_points bonus_points referrer_points balance_after pending_after",
)
_LINE = _row(
    words="bill_id line_id category label point_percent campaign_multiplier campaign_ids tier_multiplier",
    numbers="line_no quantity_milli unit_price_minor gross_minor category_discount_minor tier_discount_minor "
    "bill_discount_minor net_minor redeemed_minor base_minor points",
)
_DETAIL = _row(words="bill_id hsn batch", words_or_not="code expires_on gst_percent", numbers="line_no discount_minor")
_TENDER = _row(words="bill_id kind", numbers="tender_no amount_minor given_minor")
_NUMBER_ROW = _row(words="bill_id number", numbers="tender_no")
_RULE = _row(words="bill_id rule_id cut_by", numbers="points")
_WAY = _row(words="kind", numbers="amount_minor")
_REFUND = _row(
    words="refund_id bill_id kind business_day staff",
    numbers="occurred_at amount_minor reversed_points restored_points restored_minor referrer_points "
    "posted_reversed_points posted_referrer_points balance_after",
)
_CLAIM = _row(
    words="bill_id member_id card_number tier staff line_points",
    words_or_not="referrer_id",
    numbers="claimed_at earned_points bonus_points referrer_points balance_after pending_after",
)
_CREDITS = frozenset({EntryKind.EARN, EntryKind.BONUS, EntryKind.REFERRAL, EntryKind.UNEXPIRE, EntryKind.RESTORE})
_DEBITS = frozenset({EntryKind.REDEEM, EntryKind.REWARD, EntryKind.EXPIRE, EntryKind.REVERSE})
_TIER_CHANGE = _row(
    words="change_id member_id from_tier to_tier kind reason staff", numbers="points spend_minor orders occurred_at"
)


def _checked(row: Any, kinds: Kinds, place: str) -> Mapping[str, Any]:
    """The row, when it has exactly these fields, each of its kind. Whole numbers are those that every store keeps."""
    if type(row) is not dict or row.keys() != kinds.keys():
        raise NotPlainError(f"{place}: not the fields of one.")
    for name, value in row.items():
        kind = type(value)
        if kind not in kinds[name]:
            raise NotPlainError(f"{place}.{name}: found {kind.__name__}.")
        if kind is str:
            if "\0" in value:
                raise NotPlainError(f"{place}.{name}: a letter that no store keeps.")
        elif kind is int and not -_INT64 <= value < _INT64:
            raise NotPlainError(f"{place}.{name}: no store keeps a number as large.")
    return row


def rows_of(body: Mapping[str, Any], name: str) -> list[Any]:
    """A list of the body; empty where it has none."""
    rows = body.get(name, [])
    if type(rows) is not list:
        raise NotPlainError(f"{name}: expected a list.")
    return rows


def text_of(body: Mapping[str, Any], name: str) -> str:
    found = body.get(name)
    if type(found) is not str:
        raise NotPlainError(f"{name}: expected a text.")
    return found


def entries_of(body: Mapping[str, Any]) -> list[Entry]:
    return [entry_of(row) for row in rows_of(body, "entries")]


def entry_of(row: Any) -> Entry:
    """What a counter posted. Its number and balance are that counter's own and stay behind."""
    of = _checked(row, _ENTRY, "entry")
    try:
        return Entry(
            entry_id=of["entry_id"],
            member_id=of["member_id"],
            kind=_kind_of(of),
            points=of["points"],
            occurred_at=from_micros(of["occurred_at"]),
            cause=of["cause"],
            corrects=of["corrects"],
            rule_id=of["rule_id"],
            reason=of["reason"],
            staff=of["staff"],
            card_number=of["card_number"],
            available_at=None if of["available_at"] is None else from_micros(of["available_at"]),
            expires_at=None if of["expires_at"] is None else from_micros(of["expires_at"]),
        )
    except (ValueError, OverflowError, AssertionError) as error:
        raise NotPlainError(f"entry: {error}") from error


def _kind_of(entry: Mapping[str, Any]) -> EntryKind:
    """The kind, when the points go the way that kind moves them. Raises ValueError."""
    kind, points = EntryKind(entry["kind"]), entry["points"]
    if kind is EntryKind.EXTEND and None in (entry["available_at"], entry["expires_at"]):
        raise ValueError("EXTEND says until when.")
    if (kind in _CREDITS and points < 0) or (kind in _DEBITS and points > 0):
        raise ValueError(f"{kind.value} cannot be of {points} points.")
    return kind


def member_of(row: Any) -> Member:
    """A member as enrolled: without points, in their first tier."""
    of = _checked(row, _MEMBER, "member")
    try:
        joined_at = from_micros(of["joined_at"])
    except OverflowError as error:
        raise NotPlainError(f"member: {error}") from error
    named = {name: of[name] for name in _MEMBER if name != "joined_at"}
    return Member(**named, joined_at=joined_at, points=0, debt=0, tier=of["first_tier"])


def card_of(row: Any) -> Card:
    of = _checked(row, _CARD, "card")
    try:
        return Card(of["number"], of["member_id"], CardStatus(of["status"]), from_micros(of["status_at"]))
    except (ValueError, OverflowError) as error:
        raise NotPlainError(f"card: {error}") from error


def bill_of(body: Mapping[str, Any], *, program_version: int | None = None) -> Bill:
    """A bill with its lines and tenders; under another number of its program where one is given."""
    of = _checked(body.get("bill"), _BILL, "bill")
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
        )
    except (ValueError, OverflowError, InvalidOperation) as error:
        raise NotPlainError(f"bill: {error}") from error


def _line(row: Any, bill_id: str, number: int) -> BillLine:
    of = _checked(row, _LINE, "line")
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
        of = _checked(row, _DETAIL, "detail")
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
    of = _checked(row, _TENDER, "tender")
    _require_place(of, bill_id, number, "tender_no")
    return Tender(TenderKind(of["kind"]), of["amount_minor"], of["given_minor"])


def _with_numbers(tenders: list[Tender], body: Mapping[str, Any]) -> tuple[Tender, ...]:
    for row in rows_of(body, "numbers"):
        of = _checked(row, _NUMBER_ROW, "number")
        if not 1 <= of["tender_no"] <= len(tenders):
            raise NotPlainError(f"number: there is no tender {of['tender_no']}.")
        at = of["tender_no"] - 1
        tenders[at] = replace(tenders[at], number=of["number"])
    return tuple(tenders)


def rules_of(body: Mapping[str, Any], bill_id: str) -> tuple[RuleUse, ...]:
    """What rules brought, as it is sealed with a bill. Raises NotPlainError or ValueError."""
    return tuple(_rule(row, bill_id) for row in rows_of(body, "rules"))


def _rule(row: Any, bill_id: str) -> RuleUse:
    of = _checked(row, _RULE, "rule")
    if of["bill_id"] != bill_id or of["points"] < 0:
        raise NotPlainError(f"rule: {of['points']} points of {of['bill_id']} cannot stand with bill {bill_id}.")
    return RuleUse(of["rule_id"], of["points"], Bound(of["cut_by"]) if of["cut_by"] else None)


def _require_place(of: Mapping[str, Any], bill_id: str, number: int, name: str) -> None:
    if (of["bill_id"], of[name]) != (bill_id, number):
        raise NotPlainError(f"bill {bill_id}: {name} {of[name]} of {of['bill_id']} stands in its place {number}.")


def refund_of(body: Mapping[str, Any]) -> RefundRecord:
    of = _checked(body.get("refund"), _REFUND, "refund")
    amounts = body.get("lines")
    if type(amounts) is not dict or any(type(amount) is not int for amount in amounts.values()):
        raise NotPlainError("refund.lines: expected an amount for each line.")
    try:
        occurred_at = from_micros(of["occurred_at"])
        ways = tuple(_way(row) for row in rows_of(body, "ways"))
    except (ValueError, OverflowError) as error:
        raise NotPlainError(f"refund: {error}") from error
    return RefundRecord(
        refund_id=of["refund_id"],
        bill_id=of["bill_id"],
        kind=of["kind"],
        occurred_at=occurred_at,
        staff=of["staff"],
        amount_minor=of["amount_minor"],
        line_amounts=amounts,
        moved=Moved(of["reversed_points"], of["restored_points"], of["restored_minor"], of["referrer_points"]),
        posted_reversed_points=of["posted_reversed_points"],
        posted_referrer_points=of["posted_referrer_points"],
        balance_after=of["balance_after"],
        ways=ways,
    )


def _way(row: Any) -> GivenBack:
    of = _checked(row, _WAY, "way")
    return GivenBack(TenderKind(of["kind"]), of["amount_minor"])


def claim_of(body: Mapping[str, Any]) -> Claim:
    """The card that came to a bill later."""
    of = _checked(body.get("claim"), _CLAIM, "claim")
    plain = {name: of[name] for name in _CLAIM if name not in ("claimed_at", "line_points")}
    try:
        points = tuple(int(one) for one in of["line_points"].split(","))
        rules = rules_of(body, of["bill_id"])
        return Claim(**plain, claimed_at=from_micros(of["claimed_at"]), line_points=points, rules=rules)
    except (ValueError, OverflowError) as error:
        raise NotPlainError(f"claim: {error}") from error


def tier_change_of(row: Any) -> TierChange:
    of = _checked(row, _TIER_CHANGE, "tier change")
    try:
        return TierChange(
            change_id=of["change_id"],
            member_id=of["member_id"],
            from_tier=of["from_tier"],
            to_tier=of["to_tier"],
            kind=TierChangeKind(of["kind"]),
            reason=of["reason"],
            metrics=Metrics(of["points"], of["spend_minor"], of["orders"]),
            staff=of["staff"],
            occurred_at=from_micros(of["occurred_at"]),
        )
    except (ValueError, OverflowError) as error:
        raise NotPlainError(f"tier change: {error}") from error
