"""The form of one rule: what is typed of it. Nothing typed is nothing asked."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app.domain.conditions import Condition
from app.domain.triggers import Trigger


class Kind(StrEnum):
    """What a rule can bring."""

    FIXED = "FIXED"
    SLAB = "SLAB"
    CATEGORY = "CATEGORY"
    BANDS = "BANDS"
    NTH = "NTH"
    MULTIPLY = "MULTIPLY"
    PERCENT = "PERCENT"
    REFERRER = "REFERRER"
    ADVANCE = "ADVANCE"
    VOUCHER = "VOUCHER"


class Counted(StrEnum):
    """Where the nth bill is counted."""

    MONTH = "MONTH"
    DAYS = "DAYS"
    EVER = "EVER"


@dataclass(frozen=True, slots=True)
class RuleForm:
    """`category` is empty for all, `drive` for no campaign; `goal` asks that its goal is reached; `lift` is the tier a
    rule lifts to, empty for the next above; `reward` the id of what it gives a voucher of.

    `more_stores` are ids of stores that are not known here; `other` are conditions that have no place of their own in
    the form: they stay.
    """

    name: str = ""
    priority: str = "0"
    trigger: Trigger = Trigger.PURCHASE
    kind: Kind = Kind.FIXED
    value: str = ""
    each: str = ""
    category: str = ""
    lift: str = ""
    reward: str = ""
    first_day: str = ""
    last_day: str = ""
    tiers: frozenset[str] = frozenset()
    least: str = ""
    most: str = ""
    categories: frozenset[str] = frozenset()
    weekdays: frozenset[str] = frozenset()
    from_time: str = ""
    until_time: str = ""
    nth: str = ""
    counted: Counted = Counted.MONTH
    nth_days: str = ""
    birthday: str = ""
    joined: str = ""
    ways: frozenset[str] = frozenset()
    segments: frozenset[str] = frozenset()
    stores: frozenset[str] = frozenset()
    more_stores: str = ""
    uses: str = ""
    a_bill: str = ""
    a_member: str = ""
    a_day: str = ""
    budget: str = ""
    stop: bool = False
    drive: str = ""
    goal: bool = False
    other: tuple[Condition, ...] = ()
