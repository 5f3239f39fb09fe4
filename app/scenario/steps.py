"""Steps: which fields each operation knows and needs, checked before anything runs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from app.domain.bill import TenderKind
from app.scenario.fields import Fields, plain_decimal
from app.scenario.told_cases import OPTIONAL, check_case

_SALE = ({"bill", "lines"}, {"card", "redeem_points", "bill_discount", "key", "paid_by", "voucher"})
_SHAPES: dict[str, tuple[set[str], set[str]]] = {
    "card": ({"card"}, {"referrer", "tier", "birthday"}),
    "credit": ({"card", "points"}, {"expires_at", "use_policy_expiry", "key"}),
    "quote": ({"lines"}, {"card", "bill_discount", "voucher"}),
    "sale": _SALE,
    "hold": _SALE,
    "discard_held": ({"bill"}, set()),
    "refund": ({"bill"}, {"amount", "lines", "key"}),
    "cancel": ({"bill"}, {"key"}),
    "redeem_reward": ({"card", "points_cost"}, {"min_tier", "key", "reward"}),
    "case": ({"lines"}, set(OPTIONAL)),
    "take_reward": ({"card", "reward", "voucher"}, {"key"}),
    "hand_over": ({"voucher"}, {"key"}),
    "cancel_voucher": ({"voucher"}, {"key"}),
    "voucher": ({"voucher"}, set()),
    "balance": ({"card"}, set()),
    "tier": (set(), {"metrics", "card"}),
    "expiry_date": ({"earned_at"}, set()),
    "activity": ({"card", "kind", "reference"}, set()),
    "participate": ({"card", "drive"}, set()),
    "progress": ({"card", "drive"}, set()),
    "sweep": (set(), set()),
    "merge": ({"from", "into"}, set()),
    "race": ({"ops"}, set()),
}
_PRICE_WORDS = ("cost", "price", "points", "amount", "value", "claim")
_EVERYWHERE = {"op", "at", "expect", "expect_error", "title", "note"}
_SOLD_LINE = {"id", "category", "amount", "quantity", "unit_price", "voided", "discount"}
RACE_MAX = 64
RACED = frozenset({"sale", "refund", "cancel", "credit", "redeem_reward", "take_reward", "merge", "quote", "balance"})


@dataclass(frozen=True, slots=True)
class Step:
    op: str
    fields: Fields


def read_step(fields: Fields, *, allowed: frozenset[str] | None = None) -> Step:
    """One step with its shape checked. Raises MalformedError naming the field."""
    op = fields.text("op").lower()
    if op not in _SHAPES or (allowed is not None and op not in allowed):
        fields.fail("op", f"{op!r} is not an operation" + (" that can race" if allowed else ""))
    required, optional = _SHAPES[op]
    fields.only(required | optional | _EVERYWHERE | _claimed_costs(op, fields))
    for field in sorted(required):
        if not fields.has(field):
            fields.fail(field, "is missing")
    _check_kinds(fields)
    _CHECKS.get(op, _nothing)(fields)
    return Step(op, fields)


# What may stand in a field, whichever operation or line it belongs to.
_KINDS: dict[Callable[[Fields, str], object], set[str]] = {
    Fields.text: {"card", "referrer", "tier", "bill", "key", "into", "min_tier", "reward", "id", "category", "note"}
    | {"title", "expect_error", "paid_by", "birthday", "kind", "reference", "drive", "voucher", "store"},
    Fields.figure: {"points", "points_cost", "redeem_points", "amount", "quantity", "unit_price", "percent", "spend"}
    | {"orders"},
    Fields.instant: {"at", "expires_at", "earned_at", "joined_at"},
    Fields.boolean: {"use_policy_expiry", "voided"},
    Fields.inner: {"expect", "metrics", "bill_discount", "discount"},
    Fields.items: {"lines", "ops"},
    Fields.texts: {"from"},
}
_READERS = {field: read for read, fields in _KINDS.items() for field in fields}


def _check_kinds(fields: Fields) -> None:
    """Every field that is there holds what it should: nothing of this may surface while a case runs."""
    for field in fields.values:
        if field in _READERS and fields.has(field):
            _READERS[field](fields, field)


def _claimed_costs(op: str, fields: Fields) -> set[str]:
    """A reward costs what it costs: whatever price a client claims besides, under whatever name, is not read."""
    if op != "redeem_reward":
        return set()
    return {field for field, value in fields.values.items() if _is_price(field, value)}


def _is_price(field: str, value: object) -> bool:
    return plain_decimal(value) is not None or any(word in field.lower() for word in _PRICE_WORDS)


def _nothing(_: Fields) -> None:
    pass


def _check_sale(fields: Fields) -> None:
    for line in fields.items("lines"):
        _check_sold_line(line)
    fields.choice("paid_by", TenderKind, TenderKind.CASH)
    _check_discount(fields, "bill_discount")


def _check_case(fields: Fields) -> None:
    _check_sale(fields)
    check_case(fields)


def _check_discount(fields: Fields, field: str) -> None:
    if fields.has(field):
        discount = fields.inner(field)
        discount.only({"percent", "amount"})
        _check_kinds(discount)


def _check_sold_line(line: Fields) -> None:
    line.only(_SOLD_LINE)
    _check_kinds(line)
    line.text("category")
    _check_discount(line, "discount")
    if line.has("amount") == (line.has("quantity") or line.has("unit_price")):
        line.fail("amount", "a line has an amount, or a quantity and a unit_price")
    if not line.has("amount") and not (line.has("quantity") and line.has("unit_price")):
        line.fail("quantity", "a line has an amount, or a quantity and a unit_price")


def _check_refund(fields: Fields) -> None:
    for line in fields.items("lines"):
        line.only({"id", "amount"})
        line.text("id")
        line.figure("amount")
    if fields.has("amount") == fields.has("lines"):
        fields.fail("amount", "a refund has an amount, or lines")


def _check_tier(fields: Fields) -> None:
    metrics = fields.inner("metrics")
    metrics.only({"points", "spend", "orders"})
    _check_kinds(metrics)
    if not fields.has("metrics") and not fields.has("card"):
        fields.fail("metrics", "is missing")


def _check_race(fields: Fields) -> None:
    raced = fields.items("ops")
    if not 1 <= len(raced) <= RACE_MAX:
        fields.fail("ops", f"must name 1 to {RACE_MAX} operations")
    for one in raced:
        read_step(one, allowed=RACED)


_CHECKS = {
    "case": _check_case,
    "sale": _check_sale,
    "hold": _check_sale,
    "quote": _check_sale,
    "refund": _check_refund,
    "tier": _check_tier,
    "race": _check_race,
}
