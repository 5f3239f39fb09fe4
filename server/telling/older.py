"""Older: rules as counters of an older protocol are told them: never more than they give, where not all can be said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal

from app.domain.campaigns import Campaign
from app.domain.days import ALWAYS, Period
from app.domain.expiry import ExpiryMode
from app.domain.program import Program
from app.domain.programmes import FIRST, ProgrammeStatus
from app.domain.rules import DecisionRule
from app.domain.segments import asks_home
from app.domain.voucher_awards import VoucherOf
from sync.protocol import GIFTS_SINCE, HOMES_SINCE, NAMES_SINCE, VISITS_SINCE

_NOTHING, _MOMENT = Decimal(0), timedelta(microseconds=1)


def as_told(program: Program, protocol: int, at: datetime) -> Program:
    """A version in the words of a protocol, as of an instant: now, or that of the bill that was sold by it."""
    if protocol < GIFTS_SINCE:
        program = without_gifts(program)
    if protocol < HOMES_SINCE:
        program = without_homes(program)
    if protocol < NAMES_SINCE:
        program = without_former_names(program)
    return without_programmes(program, at) if protocol < VISITS_SINCE else program


def without_former_names(program: Program) -> Program:
    """For a counter that knows a tier by one name: whoever holds it by another counts there as the lowest."""
    levels = tuple(replace(one, formerly=()) for one in program.tiers.levels)
    return replace(program, tiers=replace(program.tiers, levels=levels))


def without_gifts(program: Program) -> Program:
    """For a counter that knows no rules that give vouchers: its bills bring none."""
    return replace(program, rules=tuple(one for one in program.rules if not isinstance(one.award, VoucherOf)))


def without_homes(program: Program) -> Program:
    """For a counter that does not know where members enrolled: to it nobody is in a segment that asks for that."""
    return replace(program, segments=tuple(one for one in program.segments if not asks_home([one])))


def without_programmes(program: Program, at: datetime) -> Program:
    """For a counter that knows none, nor that purchases push the end of points: there they end as if none was made."""
    expiry, program = program.expiry, replace(_within_its_days(program, at), programme=FIRST)
    if expiry.mode is not ExpiryMode.INACTIVITY:
        return program
    return replace(program, expiry=replace(expiry, mode=ExpiryMode.MONTHS))


def _within_its_days(program: Program, at: datetime) -> Program:
    """A version is told once: what it may not bring on other days has to stand in it.

    It is switched off where its programme is over or suspended. Else nothing is earned outside of its days, and nobody
    is thanked for bringing friends, which cannot be for some days only. Points go on paying.
    """
    programme, days = program.programme, _days(program)
    is_over = days.until_at is not None and days.until_at < at
    if is_over or programme.status is not ProgrammeStatus.ACTIVE:
        return replace(program, enabled=False)
    if days == ALWAYS:
        return program
    return replace(
        program,
        campaigns=(*program.campaigns, *_outside(days)),
        rules=tuple(_rules_within(program.rules, days)),
        referral_percent=_NOTHING,
    )


def _days(program: Program) -> Period:
    first, last, calendar = program.programme.first_day, program.programme.last_day, program.calendar
    return Period(
        None if first is None else calendar.start_of(first),
        None if last is None else calendar.start_of(last + timedelta(days=1)) - _MOMENT,
    )


def _outside(days: Period) -> Iterator[Campaign]:
    """What multiplies by nothing before and after."""
    if days.from_at is not None:
        yield Campaign("before the programme", _NOTHING, Period(None, days.from_at - _MOMENT))
    if days.until_at is not None:
        yield Campaign("after the programme", _NOTHING, Period(days.until_at + _MOMENT))


def _rules_within(rules: Iterable[DecisionRule], days: Period) -> Iterator[DecisionRule]:
    for one in rules:
        period = one.period.within(days)
        if period is not None:
            yield replace(one, period=period)
