"""State: everything the counter shows at one moment, in words; the page draws it and decides nothing."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.explain import Reason
from ui.billing.stage import Mode
from ui.billing.tendering import Tendering
from ui.errors import Notice
from ui.rows import ChoiceRow


@dataclass(frozen=True, slots=True)
class LineRow:
    number: str
    item: str
    quantity: str
    rate: str
    amount: str
    points: str


@dataclass(frozen=True, slots=True)
class MemberView:
    """The customer on the bill. `notes` are the smaller facts, in order of use.

    `points` are what they have and its worth; `usable` says how many of them can be used here now, and is empty at a
    counter that is alone.
    """

    name: str
    tier: str
    card: str
    phone: str
    points: str
    usable: str
    as_of: str
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RedeemView:
    """What points can do for this bill; `used` when they do. `here` says why not all of them can be used here."""

    headline: str
    used: bool
    reasons: tuple[Reason, ...] = ()
    here: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    label: str
    value: str


@dataclass(frozen=True, slots=True)
class TotalsView:
    """`is_current` is false while a newer bill than the figures' is being worked out."""

    figures: tuple[Figure, ...]
    to_pay: str
    earns: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class PaidView:
    """The bill just made. `headline` is what the cashier hands over."""

    bill: str
    headline: str
    figures: tuple[Figure, ...]
    receipt: str


@dataclass(frozen=True, slots=True)
class Section:
    title: str
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class CategoryChip:
    key: str
    name: str
    rate: str
    hint: str
    is_default: bool


@dataclass(frozen=True, slots=True)
class PointsView:
    """Choosing how many points to use: what is typed, what is allowed; `title` and `use` name them."""

    title: str
    use: str
    typed: str
    most: str
    worth: str
    problem: str


@dataclass(frozen=True, slots=True)
class CounterState:
    mode: Mode
    notice: Notice | None
    hint: str
    lines: tuple[LineRow, ...]
    marked: int
    point_head: str
    categories: tuple[CategoryChip, ...]
    member: MemberView | None
    redeem: RedeemView | None
    totals: TotalsView
    tendering: Tendering
    upi_link: str
    paid: PaidView | None
    choices: tuple[ChoiceRow, ...]
    batches: tuple[ChoiceRow, ...]
    held: tuple[ChoiceRow, ...]
    why: tuple[Section, ...]
    points: PointsView
    rewards: tuple[ChoiceRow, ...] = ()
