"""Figures: what a manager sets of a programme beside its rates, what is wrong with it, and what two of them differ in.

Source: docs/rates.md, Figures. Money is in minor units, points in hundredths.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from typing import Any, Final

from app.domain.errors import invalid
from app.domain.expiry import DEFAULT_N, ExpiryMode
from app.domain.flaws import wrong
from app.domain.money import AMOUNT_MINOR_MAX
from app.domain.points import POINTS_MAX, RoundingMode, RoundingScope, TierStep
from app.domain.program import CapBase, EarnOn, MinPointsMode, Program, RedeemAs, RefundEarned, Shortfall

DAYS_MAX, CEILING_MAX, WORTH_MAX, ROUND_OFF_MINOR_MAX = 3650, 1000, 1_000_000, 1_000_000
_LASTING = frozenset({ExpiryMode.DAYS, ExpiryMode.MONTHS, ExpiryMode.INACTIVITY})


class Figure(StrEnum):
    """What can be set, in the order in which it is listed."""

    WORTH = "worth"
    STEP = "step"
    LEAST_OF = "least_of"
    CAP_BASE = "cap_base"
    PAID_AS = "paid_as"
    EARN_ON = "earn_on"
    LEAST_BILL = "least_bill_minor"
    CEILING = "ceiling"
    PENDING = "pending_days"
    REFERRAL = "referral_percent"
    QUANTUM = "quantum"
    ROUNDED = "rounded"
    ROUNDED_PER = "rounded_per"
    TIER_STEP = "tier_step"
    ROUND_OFF = "round_off_minor"
    EXPIRY = "expiry"
    LASTS = "lasts"
    TAKEN_BACK = "taken_back"
    SHORTFALL = "shortfall"
    GRACE = "grace_days"


@dataclass(frozen=True, slots=True)
class Figures:
    """A point is worth `worth` major units of money; `lasts` counts what `expiry` says, as in `Expiry`."""

    worth: Decimal
    step: int
    least_of: MinPointsMode
    cap_base: CapBase
    paid_as: RedeemAs
    earn_on: EarnOn
    least_bill_minor: int
    ceiling: Decimal
    pending_days: int
    referral_percent: Decimal
    quantum: int
    rounded: RoundingMode
    rounded_per: RoundingScope
    tier_step: TierStep
    round_off_minor: int
    expiry: ExpiryMode
    lasts: int
    taken_back: RefundEarned
    shortfall: Shortfall
    grace_days: int

    @classmethod
    def of(cls, program: Program) -> Figures:
        return cls(**{one.value: _stands(program, *_PLACES[one]) for one in Figure})

    def over(self, program: Program) -> Program:
        """The rules with these figures in them."""
        made = program
        for one, (part, name) in _PLACES.items():
            value = self.value(one)
            made = replace(made, **({part: replace(getattr(made, part), **{name: value})} if part else {name: value}))
        return made

    def value(self, figure: Figure) -> Any:
        return getattr(self, figure.value)

    def having(self, figure: Figure, value: Any) -> Figures:
        """The same with one figure set otherwise; another kind of end has its usual length."""
        fields: dict[str, Any] = {figure.value: value}
        if figure is Figure.EXPIRY and value is not self.expiry:
            fields[Figure.LASTS.value] = DEFAULT_N[value]
        return replace(self, **fields)


# Where each stands in the rules: the part, empty for the rules themselves, and its name there.
_PLACES: Final[Mapping[Figure, tuple[str, str]]] = {
    Figure.WORTH: ("redemption", "rate"),
    Figure.STEP: ("redemption", "step"),
    Figure.LEAST_OF: ("redemption", "min_points_mode"),
    Figure.CAP_BASE: ("redemption", "cap_base"),
    Figure.PAID_AS: ("redemption", "redeem_as"),
    Figure.EARN_ON: ("earning", "earn_on"),
    Figure.LEAST_BILL: ("earning", "min_bill_minor"),
    Figure.CEILING: ("earning", "multiplier_ceiling"),
    Figure.PENDING: ("earning", "pending_days"),
    Figure.REFERRAL: ("", "referral_percent"),
    Figure.QUANTUM: ("rounding", "quantum"),
    Figure.ROUNDED: ("rounding", "mode"),
    Figure.ROUNDED_PER: ("rounding", "scope"),
    Figure.TIER_STEP: ("rounding", "tier_step"),
    Figure.ROUND_OFF: ("", "bill_rounding_minor"),
    Figure.EXPIRY: ("expiry", "mode"),
    Figure.LASTS: ("expiry", "n"),
    Figure.TAKEN_BACK: ("refund", "earned"),
    Figure.SHORTFALL: ("refund", "shortfall"),
    Figure.GRACE: ("refund", "restored_grace_days"),
}


def _stands(program: Program, part: str, name: str) -> Any:
    return getattr(getattr(program, part) if part else program, name)


@dataclass(frozen=True, slots=True)
class FigureChange:
    """One figure that two of them have different."""

    figure: Figure
    was: Any
    now: Any

    @property
    def rise(self) -> Decimal:
        """By how many per cent more is given away: of what a point was worth, or of what is sold to who was brought."""
        match self.figure:
            case Figure.WORTH:
                return max(Decimal(0), Decimal((self.now - self.was) * 100 / self.was))
            case Figure.REFERRAL:
                return max(Decimal(0), Decimal(self.now - self.was))
            case _:
                return Decimal(0)


def figure_changes(before: Figures, after: Figures) -> Sequence[FigureChange]:
    """What was set otherwise, in the order of the figures."""
    pairs = ((one, before.value(one), after.value(one)) for one in Figure)
    return tuple(FigureChange(one, was, now) for one, was, now in pairs if was != now)


def figures_carried_over(base: Figures, mine: Figures, newer: Figures) -> Figures:
    """What `mine` made of `base`, made of `newer`."""
    changed = {one.figure.value: one.now for one in figure_changes(base, mine)}
    return replace(newer, **changed)


def steepest_figure(before: Figures, after: Figures) -> Decimal:
    return max((one.rise for one in figure_changes(before, after)), default=Decimal(0))


def lasts_least(expiry: ExpiryMode) -> int:
    """The least that can be counted of it: points that are gone the moment they are earned are none."""
    return int(expiry in _LASTING)


def check_figures(figures: Figures) -> None:
    """Refuse what cannot be, with the reason. Raises INVALID."""
    for one in _BOUNDS:
        if not _is_good(figures, one):
            raise invalid(f"{_WRONG[one]} Nothing was saved.")


def _is_good(figures: Figures, figure: Figure) -> bool:
    value, (least, most, decimals) = Decimal(figures.value(figure)), _BOUNDS[figure]
    if figure is Figure.LASTS:
        least = lasts_least(figures.expiry)
    return least <= value <= most and value == round(value, decimals)


# From where to where, and with how many decimals.
_BOUNDS: Final[Mapping[Figure, tuple[Decimal | int, int, int]]] = {
    Figure.WORTH: (Decimal("0.000001"), WORTH_MAX, 6),
    Figure.STEP: (1, POINTS_MAX, 0),
    Figure.LEAST_BILL: (0, AMOUNT_MINOR_MAX, 0),
    Figure.CEILING: (1, CEILING_MAX, 6),
    Figure.PENDING: (0, DAYS_MAX, 0),
    Figure.REFERRAL: (0, 100, 2),
    Figure.QUANTUM: (1, POINTS_MAX, 0),
    Figure.ROUND_OFF: (0, ROUND_OFF_MINOR_MAX, 0),
    Figure.LASTS: (0, DAYS_MAX, 0),
    Figure.GRACE: (0, DAYS_MAX, 0),
}
_WRONG: Final[Mapping[Figure, str]] = {
    Figure.WORTH: wrong("Points are worth more than nothing each, at most 1,000,000, with at most six decimals."),
    Figure.STEP: wrong("Points pay in steps of 0.01 or more."),
    Figure.LEAST_BILL: wrong("The least bill is an amount of money, from nothing on."),
    Figure.CEILING: wrong("All that multiplies comes to at least 1 and at most 1,000 together."),
    Figure.PENDING: wrong("Points can be used after 0 to 3,650 days."),
    Figure.REFERRAL: wrong("What a referrer gets is 0 to 100 %, with at most two decimals."),
    Figure.QUANTUM: wrong("Points are rounded to 0.01 or more."),
    Figure.ROUND_OFF: wrong("A bill is rounded to an amount of money, from nothing to 10,000."),
    Figure.LASTS: wrong("Points last for 1 to 3,650 days or months, or to the end of one of so many months or years."),
    Figure.GRACE: wrong("Points that came back last for 0 to 3,650 days more."),
}
