"""Roles, PINs and waits: the matrix as it was agreed, and what wrong PINs cost."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.staff import (
    FREE_TRIES,
    LONGEST_WAIT_S,
    PERMISSIONS,
    UNTRIED,
    Permission,
    Person,
    Pin,
    Role,
    pin_problem,
)

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)


def person(role: Role, *, is_active: bool = True, is_own: bool = True) -> Person:
    return Person("p", "Zara", role, is_active, is_own)


def test_what_each_role_may_do_as_agreed():
    assert {
        Role.CASHIER: {Permission.SELL},
        Role.SENIOR: {Permission.SELL, Permission.CASH},
        Role.MANAGER: set(Permission) - {Permission.RESTORE},
        Role.OWNER: set(Permission),
    } == PERMISSIONS


@pytest.mark.parametrize("role", Role)
def test_who_works_here_no_more_may_nothing(role):
    assert not any(person(role, is_active=False).may(permission) for permission in Permission)


def test_a_manager_looks_after_those_below_and_an_owner_after_all():
    found = {role: [other.value for other in Role if person(role).looks_after(other)] for role in Role}
    assert found == {
        Role.CASHIER: [],
        Role.SENIOR: [],
        Role.MANAGER: ["cashier", "senior"],
        Role.OWNER: ["cashier", "senior", "manager", "owner"],
    }


def test_only_a_counters_own_cashier_goes_without_a_pin():
    assert [role for role in Role if not person(role).needs_pin] == [Role.CASHIER]
    assert person(Role.CASHIER, is_own=False).needs_pin


@pytest.mark.parametrize("digits", ["4826", "90311", "735914", "1122", "1357"])
def test_pins_that_may_be(digits):
    assert pin_problem(Pin(digits)) == ""


@pytest.mark.parametrize("digits", ["", "482", "4826351", "48 6", "48a6", "४८२६"])
def test_what_is_no_pin(digits):
    assert pin_problem(Pin(digits)) == "A PIN has 4 to 6 digits."


@pytest.mark.parametrize("digits", ["0000", "999999", "1234", "456789", "9876", "3210"])
def test_pins_that_are_guessed_first(digits):
    assert "guess" in pin_problem(Pin(digits))


def test_a_pin_is_in_no_text():
    assert "4826" not in f"{Pin('4826')} {Pin('4826')!r}"


def test_four_are_free_then_each_waits_twice_as_long_up_to_an_hour():
    tries, waits = UNTRIED, []
    for _ in range(14):
        tries = tries.failed(NOON)
        waits.append(tries.wait_s)
    assert waits == [0, 0, 0, 60, 120, 240, 480, 960, 1920, 3600, 3600, 3600, 3600, 3600]
    assert (UNTRIED.left, tries.left, UNTRIED.wait_left_s(NOON)) == (FREE_TRIES, 0, 0)


@given(st.integers(0, 10**6), st.integers(-(10**9), 10**9))
def test_nobody_waits_longer_than_the_longest_whatever_the_clock_does(failures, seconds):
    tries = UNTRIED.__class__(failures, NOON)
    left = tries.wait_left_s(NOON + timedelta(seconds=seconds))
    assert 0 <= left <= tries.wait_s <= LONGEST_WAIT_S
    if seconds <= 0:
        assert left == tries.wait_s
    elif seconds >= tries.wait_s:
        assert left == 0
