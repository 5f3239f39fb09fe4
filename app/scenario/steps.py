"""Steps: which fields each operation knows and needs, checked before anything runs."""

from __future__ import annotations

from dataclasses import dataclass

from app.scenario.fields import Fields

_SALE = ({"bill", "lines"}, {"card", "redeem_points", "bill_discount", "key"})
_SHAPES: dict[str, tuple[set[str], set[str]]] = {
    "card": ({"card"}, {"referrer", "tier"}),
    "credit": ({"card", "points"}, {"expires_at", "use_policy_expiry", "key"}),
    "quote": ({"lines"}, {"card", "bill_discount"}),
    "sale": _SALE,
    "hold": _SALE,
    "discard_held": ({"bill"}, set()),
    "refund": ({"bill"}, {"amount", "lines", "key"}),
    "cancel": ({"bill"}, {"key"}),
    "redeem_reward": ({"card", "points_cost"}, {"min_tier", "key", "reward"}),
    "balance": ({"card"}, set()),
    "tier": (set(), {"metrics", "card"}),
    "expiry_date": ({"earned_at"}, set()),
    "merge": ({"from", "into"}, set()),
    "race": ({"ops"}, set()),
}
_EVERYWHERE = {"op", "at", "expect", "expect_error", "title", "note"}
_SOLD_LINE = {"id", "category", "amount", "quantity", "unit_price", "voided"}
RACED = frozenset({"sale", "refund", "cancel", "credit", "redeem_reward"})


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
    if fields.has("at"):
        fields.instant("at")
    _CHECKS.get(op, _nothing)(fields)
    return Step(op, fields)


def _claimed_costs(op: str, fields: Fields) -> set[str]:
    """A reward costs what it costs: whatever price a client claims besides is not read."""
    return {field for field in fields.values if "cost" in field} if op == "redeem_reward" else set()


def _nothing(_: Fields) -> None:
    pass


def _check_sale(fields: Fields) -> None:
    _check_lines(fields, _SOLD_LINE)
    for line in fields.items("lines"):
        line.text("category")
        if line.has("voided"):
            line.boolean("voided")
        if line.has("amount") == (line.has("quantity") or line.has("unit_price")):
            line.fail("amount", "a line has an amount, or a quantity and a unit_price")
        if not line.has("amount") and not (line.has("quantity") and line.has("unit_price")):
            line.fail("quantity", "a line has an amount, or a quantity and a unit_price")
    if fields.has("bill_discount"):
        fields.inner("bill_discount").only({"percent", "amount"})


def _check_lines(fields: Fields, known: set[str]) -> None:
    for line in fields.items("lines"):
        line.only(known)


def _check_refund(fields: Fields) -> None:
    _check_lines(fields, {"id", "amount"})
    for line in fields.items("lines"):
        line.text("id")
        if not line.has("amount"):
            line.fail("amount", "is missing")
    if fields.has("amount") == fields.has("lines"):
        fields.fail("amount", "a refund has an amount, or lines")


def _check_credit(fields: Fields) -> None:
    if fields.has("expires_at"):
        fields.instant("expires_at")
    if fields.has("use_policy_expiry"):
        fields.boolean("use_policy_expiry")


def _check_tier(fields: Fields) -> None:
    fields.inner("metrics").only({"points", "spend", "orders"})
    if not fields.has("metrics") and not fields.has("card"):
        fields.fail("metrics", "is missing")


def _check_race(fields: Fields) -> None:
    if not fields.items("ops"):
        fields.fail("ops", "must name operations")
    for one in fields.items("ops"):
        read_step(one, allowed=RACED)


def _check_expiry_date(fields: Fields) -> None:
    fields.instant("earned_at")


_CHECKS = {
    "sale": _check_sale,
    "hold": _check_sale,
    "quote": _check_sale,
    "refund": _check_refund,
    "credit": _check_credit,
    "tier": _check_tier,
    "race": _check_race,
    "merge": lambda fields: fields.texts("from") and None,
    "expiry_date": _check_expiry_date,
}
