"""Staff: who may do what, what a PIN may be, and how long wrong ones make wait."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from itertools import pairwise
from math import ceil
from typing import Final

NAME_LENGTH_MAX: Final = 60
PIN_DIGITS_MIN: Final = 4
PIN_DIGITS_MAX: Final = 6
FREE_TRIES: Final = 4  # wrong PINs before anybody has to wait
FIRST_WAIT_S: Final = 60
LONGEST_WAIT_S: Final = 3600


class Role(StrEnum):
    """What somebody is, the least first."""

    CASHIER = "cashier"
    SENIOR = "senior"
    MANAGER = "manager"
    OWNER = "owner"

    @property
    def rank(self) -> int:
        return list(Role).index(self)


class Permission(StrEnum):
    """What is asked for before something is done."""

    SELL = "sell"  # ring, take payment, look after members, return within the limits
    CASH = "cash"  # money in and out of the drawer that is no sale
    OVERRIDE = "override"  # what is above a limit: a discount, a return, an old bill
    POINTS = "points"  # points given or taken by hand
    MEMBERS = "members"  # merge members, unblock cards
    CHECKS = "checks"  # decide what needs a check
    REPORTS = "reports"  # what the shop sold, gave and owes
    CATALOGUE = "catalogue"  # products and their prices
    SET_UP = "set-up"  # devices, and the server of this counter
    RESTORE = "restore"  # a backup in the place of the data file
    STAFF = "staff"  # who works here, their roles and PINs


_CASHIER = frozenset({Permission.SELL})
_SENIOR = _CASHIER | {Permission.CASH}
PERMISSIONS: Final[Mapping[Role, frozenset[Permission]]] = {
    Role.CASHIER: _CASHIER,
    Role.SENIOR: _SENIOR,
    Role.MANAGER: frozenset(Permission) - {Permission.RESTORE},
    Role.OWNER: frozenset(Permission),
}


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who works here. `is_own` where this counter keeps them; a chain's people are told by its server."""

    staff_id: str
    name: str
    role: Role
    is_active: bool = True
    is_own: bool = True

    def may(self, permission: Permission) -> bool:
        return self.is_active and permission in PERMISSIONS[self.role]

    @property
    def needs_pin(self) -> bool:
        """A shop may let its own cashiers in without one; nobody else."""
        return not self.is_own or self.role is not Role.CASHIER

    def looks_after(self, role: Role) -> bool:
        """A manager looks after those below them, an owner after everybody."""
        return self.may(Permission.STAFF) and (self.role is Role.OWNER or role.rank < self.role.rank)


@dataclass(frozen=True, slots=True)
class Pin:
    """Digits somebody typed, kept out of every text that is made of them."""

    digits: str = field(repr=False)


def pin_problem(pin: Pin) -> str:
    """Why this cannot be somebody's PIN, as a sentence; empty when it can."""
    digits = pin.digits
    if not (digits.isascii() and digits.isdigit() and PIN_DIGITS_MIN <= len(digits) <= PIN_DIGITS_MAX):
        return f"A PIN has {PIN_DIGITS_MIN} to {PIN_DIGITS_MAX} digits."
    steps = {int(after) - int(before) for before, after in pairwise(digits)}
    if len(steps) == 1 and steps <= {0, 1, -1}:
        return "That PIN is the first anybody would guess. Choose other digits."
    return ""


@dataclass(frozen=True, slots=True)
class Tries:
    """Wrong PINs since the last right one, and when the last of them was typed.

    `failed_mono_ms` is how long the machine had been running then: whoever can set the clock cannot set that.
    """

    failures: int = 0
    failed_at: datetime | None = None
    failed_mono_ms: int | None = None

    @property
    def left(self) -> int:
        """How many more may be typed without a wait."""
        return max(0, FREE_TRIES - self.failures)

    @property
    def wait_s(self) -> int:
        """How long the last wrong one makes wait: a minute, then twice as long each time, at most an hour."""
        if self.failures < FREE_TRIES:
            return 0
        doublings = min(self.failures - FREE_TRIES, 10)  # an hour is reached long before
        return min(FIRST_WAIT_S << doublings, LONGEST_WAIT_S)

    def wait_left_s(self, now: datetime, mono_ms: int | None = None) -> int:
        """Seconds still to wait, by how long the machine has been running where that is known, else by the clock.

        A machine that was started anew has waited since its start. A clock that was set back makes nobody wait longer
        than the whole of it.
        """
        if self.failed_at is None:
            return 0
        if mono_ms is None or self.failed_mono_ms is None:
            since = max(0.0, (now - self.failed_at).total_seconds())
            return max(0, ceil(self.wait_s - since))
        ran_ms = mono_ms - self.failed_mono_ms
        return max(0, self.wait_s - (ran_ms if ran_ms >= 0 else mono_ms) // 1000)

    def failed(self, now: datetime, mono_ms: int | None = None) -> Tries:
        return Tries(self.failures + 1, now, mono_ms)


UNTRIED: Final = Tries()
