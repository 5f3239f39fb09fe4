"""Reversal: how much a return or a cancellation takes back and gives back.

Targets are cumulative: what should have moved once this much of the bill has been refunded, less what moved already;
the last refund takes the exact rest. Source: docs/domain.md, Reversal.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction

from app.domain.errors import Code, DomainError, invalid
from app.domain.points import HUNDREDTHS, Rounding
from app.domain.program import Program, RefundEarned


@dataclass(frozen=True, slots=True)
class SoldLine:
    line_id: str
    net_minor: int
    points: int


@dataclass(frozen=True, slots=True)
class SoldBill:
    """What a committed bill moved. Money in minor units, points in hundredths."""

    lines: tuple[SoldLine, ...]
    net_minor: int
    bonus_points: int
    redeemed_points: int
    redeemed_minor: int
    referrer_points: int

    @property
    def earned_points(self) -> int:
        return sum(line.points for line in self.lines) + self.bonus_points

    @property
    def lines_minor(self) -> int:
        return sum(line.net_minor for line in self.lines)


@dataclass(frozen=True, slots=True)
class Moved:
    """Points (hundredths) and points' value (minor units) a refund moves, or all refunds so far have moved."""

    reversed_points: int = 0
    restored_points: int = 0
    restored_minor: int = 0
    referrer_points: int = 0

    def less(self, other: Moved) -> Moved:
        """The part of these targets that has not moved yet; a target never goes backwards."""
        return Moved(
            max(0, self.reversed_points - other.reversed_points),
            max(0, self.restored_points - other.restored_points),
            max(0, self.restored_minor - other.restored_minor),
            max(0, self.referrer_points - other.referrer_points),
        )

    def plus(self, other: Moved) -> Moved:
        return Moved(
            self.reversed_points + other.reversed_points,
            self.restored_points + other.restored_points,
            self.restored_minor + other.restored_minor,
            self.referrer_points + other.referrer_points,
        )


@dataclass(frozen=True, slots=True)
class Refunded:
    """How far a bill has been refunded: by line, by amounts that named no line, and what that moved.

    The amounts include the round-off of a bill whose lines have all come back; it may be negative.
    """

    by_line: Mapping[str, int] = field(default_factory=dict)
    by_amount_minor: int = 0
    moved: Moved = Moved()
    cancelled: bool = False

    @property
    def by_line_minor(self) -> int:
        return sum(self.by_line.values())

    @property
    def total_minor(self) -> int:
        return self.by_line_minor + self.by_amount_minor

    def is_all_of(self, net_minor: int) -> bool:
        """Whether a bill has come back whole: one that cost nothing does with whatever comes back of it."""
        has_begun = bool(self.by_line) or self.by_amount_minor != 0
        return self.cancelled or (has_begun and self.total_minor >= net_minor)


@dataclass(frozen=True, slots=True)
class Takeback:
    """One refund: what moves now, and how far the bill has been refunded after it."""

    amount_minor: int
    moves: Moved
    after: Refunded


def refund_lines(bill: SoldBill, so_far: Refunded, amounts: Mapping[str, int], program: Program) -> Takeback:
    """Refund net amounts of single lines. Raises OVER_REFUND when more comes back than was sold."""
    nets = {line.line_id: line.net_minor for line in bill.lines}
    for line_id, amount in amounts.items():
        if line_id not in nets:
            raise invalid(f"Line {line_id} is not on that bill. Nothing was returned.")
        _check_room(amount, nets[line_id] - so_far.by_line.get(line_id, 0), program)
    _check_room(sum(amounts.values()), _room(bill, so_far), program)
    by_line = {**so_far.by_line, **{k: so_far.by_line.get(k, 0) + v for k, v in amounts.items()}}
    return _takeback(bill, so_far, _rounded_off(bill, replace(so_far, by_line=by_line)), program)


def _room(bill: SoldBill, so_far: Refunded) -> int:
    """How much its lines can still give back: nothing once all that was paid came back."""
    if so_far.is_all_of(bill.net_minor):
        return 0
    return max(bill.net_minor, bill.lines_minor) - so_far.total_minor


def _rounded_off(bill: SoldBill, after: Refunded) -> Refunded:
    """Give the bill's round-off back with its last line, so that what comes back is what was paid."""
    if after.by_line_minor < bill.lines_minor and after.total_minor <= bill.net_minor:
        return after
    return replace(after, by_amount_minor=bill.net_minor - after.by_line_minor)


def refund_amount(bill: SoldBill, so_far: Refunded, amount_minor: int, program: Program) -> Takeback:
    """Refund part of a bill by value, naming no line."""
    _check_room(amount_minor, bill.net_minor - so_far.total_minor, program)
    return _takeback(bill, so_far, replace(so_far, by_amount_minor=so_far.by_amount_minor + amount_minor), program)


def refund_rest(bill: SoldBill, so_far: Refunded) -> Takeback:
    """Cancel: everything that has not been refunded yet; nothing at all the second time."""
    moves = _everything(bill).less(so_far.moved)
    amount = bill.net_minor - so_far.total_minor
    after = replace(
        so_far,
        by_amount_minor=so_far.by_amount_minor + amount,
        moved=so_far.moved.plus(moves),
        cancelled=True,
    )
    return Takeback(amount, moves, after)


def refund_fitting(
    bill: SoldBill, so_far: Refunded, amounts: Mapping[str, int], amount_minor: int, program: Program
) -> Takeback:
    """As much of a refund as is left to give back: all of it, unless some came back elsewhere meanwhile; or nothing.

    `amounts` are of single lines; where it names none, `amount_minor` is taken back by value. Raises INVALID.
    """
    fitting = _fitting(bill, so_far, amounts)
    if fitting:
        return refund_lines(bill, so_far, fitting, program)
    part = 0 if amounts or so_far.cancelled else min(amount_minor, bill.net_minor - so_far.total_minor)
    if part > 0:
        return refund_amount(bill, so_far, part, program)
    return Takeback(0, Moved(), so_far)


def _fitting(bill: SoldBill, so_far: Refunded, amounts: Mapping[str, int]) -> Mapping[str, int]:
    nets, room = {line.line_id: line.net_minor for line in bill.lines}, _room(bill, so_far)
    fitting: dict[str, int] = {}
    for line_id, amount in amounts.items():
        left = nets.get(line_id, amount) - so_far.by_line.get(line_id, 0)
        part = min(amount, left, room - sum(fitting.values()))
        if part > 0:
            fitting[line_id] = part
    return fitting


def _check_room(amount: int, room: int, program: Program) -> None:
    if amount <= 0:
        raise invalid("A refund is more than nothing. Please check the amount.")
    if amount > room:
        left = program.currency.text(room)
        raise DomainError(
            Code.OVER_REFUND,
            f"Only {left} is left to give back there. Nothing was returned; use that much or less.",
            {"left_minor": room},
        )


def _takeback(bill: SoldBill, so_far: Refunded, after: Refunded, program: Program) -> Takeback:
    complete = after.total_minor >= bill.net_minor
    target = _everything(bill) if complete else _target(bill, after, program)
    moves = target.less(so_far.moved)
    amount = after.total_minor - so_far.total_minor
    return Takeback(amount, moves, replace(after, moved=so_far.moved.plus(moves)))


def _everything(bill: SoldBill) -> Moved:
    return Moved(bill.earned_points, bill.redeemed_points, bill.redeemed_minor, bill.referrer_points)


def _target(bill: SoldBill, after: Refunded, program: Program) -> Moved:
    rounding, part, whole = program.rounding, after.total_minor, bill.net_minor
    return Moved(
        reversed_points=_earned_target(bill, after, program),
        restored_points=rounding.share(bill.redeemed_points, part=part, whole=whole),
        restored_minor=bill.redeemed_minor * part // whole,
        referrer_points=rounding.share(bill.referrer_points, part=part, whole=whole),
    )


def _earned_target(bill: SoldBill, after: Refunded, program: Program) -> int:
    rounding = program.rounding
    if program.refund.earned is RefundEarned.VALUE_RATIO:
        return rounding.share(bill.earned_points, part=after.total_minor, whole=bill.net_minor)
    if not after.by_amount_minor:
        return _line_exact(bill, after, rounding)
    named = _exactly_named(bill, after)
    others = (bill.earned_points - named) * Fraction(after.by_amount_minor, bill.net_minor - after.by_line_minor)
    return min(bill.earned_points, rounding.apply((named + others) / HUNDREDTHS))


def _line_exact(bill: SoldBill, after: Refunded, rounding: Rounding) -> int:
    """What the refunded lines earned themselves, and their share by value of the bonuses."""
    lines = sum(
        rounding.share(line.points, part=after.by_line[line.line_id], whole=line.net_minor)
        for line in bill.lines
        if line.line_id in after.by_line
    )
    return lines + rounding.share(bill.bonus_points, part=after.by_line_minor, whole=bill.net_minor)


def _exactly_named(bill: SoldBill, after: Refunded) -> Fraction:
    """The same before any rounding, which comes once where an amount that names no line is added."""
    lines = (
        Fraction(line.points * after.by_line[line.line_id], line.net_minor)
        for line in bill.lines
        if line.line_id in after.by_line
    )
    return sum(lines, Fraction(bill.bonus_points * after.by_line_minor, bill.net_minor))
