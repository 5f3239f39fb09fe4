"""Unsealing: the facts of an event's body beside bills. What is not exactly a fact is a complaint about its place."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from app.domain.bill import TenderKind
from app.domain.entries import Entry, EntryKind
from app.domain.giving_back import GivenBack
from app.domain.member import Card, CardStatus, Member
from app.domain.reversal import Moved
from app.domain.tiers import Metrics, TierChangeKind
from app.services.plain import NotPlainError
from app.services.ports import RefundRecord, TierChange
from app.services.records import from_micros
from app.services.sales.claim_records import Claim
from app.services.strict_rows import checked, rows_of, shape
from app.services.unsealed_bills import rules_of

_ENTRY = shape(
    words="entry_id member_id kind cause business_day",
    words_or_not="card_number corrects rule_id reason staff",
    numbers="ledger_no points balance_after occurred_at",
    numbers_or_not="available_at expires_at",
)
_MEMBER = shape(
    words="member_id name language first_tier", words_or_not="phone referrer_id merged_into", numbers="joined_at"
)
_CARD = shape(words="number member_id status", numbers="status_at")
_WAY = shape(words="kind", numbers="amount_minor")
_REFUND = shape(
    words="refund_id bill_id kind business_day staff",
    numbers="occurred_at amount_minor reversed_points restored_points restored_minor referrer_points "
    "posted_reversed_points posted_referrer_points balance_after",
)
_CLAIM = shape(
    words="bill_id member_id card_number tier staff line_points",
    words_or_not="referrer_id",
    numbers="claimed_at earned_points bonus_points referrer_points balance_after pending_after",
)
_CREDITS = frozenset({EntryKind.EARN, EntryKind.BONUS, EntryKind.REFERRAL, EntryKind.UNEXPIRE, EntryKind.RESTORE})
_DEBITS = frozenset({EntryKind.REDEEM, EntryKind.REWARD, EntryKind.EXPIRE, EntryKind.REVERSE})
_TIER_CHANGE = shape(
    words="change_id member_id from_tier to_tier kind reason staff", numbers="points spend_minor orders occurred_at"
)


def entries_of(body: Mapping[str, Any]) -> list[Entry]:
    return [entry_of(row) for row in rows_of(body, "entries")]


def entry_of(row: Any) -> Entry:
    """What a counter posted. Its number and balance are that counter's own and stay behind."""
    of = checked(row, _ENTRY, "entry")
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
    of = checked(row, _MEMBER, "member")
    try:
        joined_at = from_micros(of["joined_at"])
    except OverflowError as error:
        raise NotPlainError(f"member: {error}") from error
    named = {name: of[name] for name in _MEMBER if name != "joined_at"}
    return Member(**named, joined_at=joined_at, points=0, debt=0, tier=of["first_tier"])


def card_of(row: Any) -> Card:
    of = checked(row, _CARD, "card")
    try:
        return Card(of["number"], of["member_id"], CardStatus(of["status"]), from_micros(of["status_at"]))
    except (ValueError, OverflowError) as error:
        raise NotPlainError(f"card: {error}") from error


def refund_of(body: Mapping[str, Any]) -> RefundRecord:
    of = checked(body.get("refund"), _REFUND, "refund")
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
    of = checked(row, _WAY, "way")
    return GivenBack(TenderKind(of["kind"]), of["amount_minor"])


def claim_of(body: Mapping[str, Any]) -> Claim:
    """The card that came to a bill later."""
    of = checked(body.get("claim"), _CLAIM, "claim")
    plain = {name: of[name] for name in _CLAIM if name not in ("claimed_at", "line_points")}
    try:
        points = tuple(int(one) for one in of["line_points"].split(","))
        rules = rules_of(body, of["bill_id"])
        return Claim(**plain, claimed_at=from_micros(of["claimed_at"]), line_points=points, rules=rules)
    except (ValueError, OverflowError) as error:
        raise NotPlainError(f"claim: {error}") from error


def tier_change_of(row: Any) -> TierChange:
    of = checked(row, _TIER_CHANGE, "tier change")
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
