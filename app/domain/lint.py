"""The linter of decision rules: what cannot be saved, what somebody should know before they do, and why.

Source: docs/rates.md, Rules. Money is in minor units, points in hundredths.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from itertools import chain

from app.domain.award_flaws import advance_flaws, voucher_flaws
from app.domain.clashes import clashes
from app.domain.conditions import (
    AmountBetween,
    BetweenTimes,
    Condition,
    HasCategory,
    InSegment,
    InStore,
    JoinedWithin,
    NthBill,
    OnWeekdays,
    PaidBy,
    ReachesGoal,
    Unit,
)
from app.domain.drive_changes import drive_changes
from app.domain.drive_flaws import drive_flaws
from app.domain.drive_rules import in_its_drive
from app.domain.flaws import Flaw, Weight, wrong
from app.domain.limit_flaws import limit_flaws
from app.domain.overlaps import DAY_MINUTES, asked, contradictions, is_empty, misses_weekdays
from app.domain.points import POINTS_MAX
from app.domain.program import Program
from app.domain.rates import PERCENT_MAX
from app.domain.reward_changes import reward_changes
from app.domain.reward_flaws import reward_flaws
from app.domain.rule_changes import rule_changes
from app.domain.rules import (
    AmountBandHighest,
    CategoryFixed,
    DecisionRule,
    Multiply,
    NthBillInMonth,
    PercentFor,
    PerSlab,
    PointsFixed,
    PointsToReferrer,
)
from app.domain.segment_changes import segment_changes
from app.domain.segment_flaws import segment_flaws
from app.domain.tier_advance import TierAdvance
from app.domain.triggers import Trigger
from app.domain.voucher_awards import VoucherOf

NAME_MAX = 40
OF_A_BILL = (AmountBetween, HasCategory, NthBill, PaidBy, ReachesGoal)


@dataclass(frozen=True, slots=True)
class Bounds:
    """What rules are held against. `begins` is the instant from which they are to hold; `ways` are those of paying.

    `stores` are all there are, by their ids; None where that is not known.
    """

    begins: datetime
    ways: Collection[str]
    percent_max: Decimal = PERCENT_MAX
    stores: Collection[str] | None = None


def lint(program: Program, bounds: Bounds, *, base: Program) -> tuple[Flaw, ...]:
    """What is wrong with the rules of a program. What `base` has as well is no reason to refuse: it is a warning."""
    changed = {one.rule_id for one in rule_changes(base.rules, program.rules)}
    drives = {one.drive_id for one in drive_changes(base.drives, program.drives)}
    changed |= drives | {rule.rule_id for rule in program.rules if rule.drive in drives}
    changed |= {one.segment.segment_id for one in segment_changes(base.segments, program.segments)}
    changed |= {one.reward.name for one in reward_changes(base.rewards, program.rewards)}
    found = [*dict.fromkeys(chain(_flaws(program, bounds), _reach_back(program, bounds.begins, changed)))]
    stood = set(_flaws(base, bounds)) if any(one.refuses and not changed & set(one.rules) for one in found) else set()
    return tuple(one if changed & set(one.rules) or one not in stood else one.warned for one in found)


def _flaws(program: Program, bounds: Bounds) -> Iterator[Flaw]:
    names = Counter(rule.rule_id for rule in program.rules)
    return chain(
        segment_flaws(program.segments, tiers=[one.name for one in program.tiers.levels], stores=bounds.stores),
        chain.from_iterable(
            _of_rule(rule, program, bounds, is_twice=names[rule.rule_id] > 1) for rule in program.rules
        ),
        clashes(program),
        drive_flaws(program, bounds.begins),
        reward_flaws(program, bounds.begins),
    )


def _reach_back(program: Program, begins: datetime, changed: Collection[str]) -> Iterator[Flaw]:
    """What is changed and would like to have held before. What runs already, runs."""
    for rule in program.rules:
        if rule.rule_id in changed and rule.period.from_at is not None and rule.period.from_at < begins:
            text = wrong("Its first day is before these rules begin; it holds from then on.")
            yield Flaw(text, (rule.rule_id,), Weight.WARNS)
    for drive in program.drives:
        if drive.drive_id in changed and drive.period.from_at is not None and drive.period.from_at < begins:
            text = wrong("Its first day is before these rules begin; it runs from then on.")
            yield Flaw(text, (drive.drive_id,), Weight.WARNS)


def _of_rule(rule: DecisionRule, program: Program, bounds: Bounds, *, is_twice: bool) -> Iterator[Flaw]:
    texts = chain(
        _name(rule.rule_id, is_twice=is_twice),
        _period(rule, bounds),
        (
            wrong(f"There is no tier {name}.")
            for name in sorted(rule.tiers - {one.name for one in program.tiers.levels})
        ),
        _trigger(rule),
        chain.from_iterable(_condition(one, program, bounds) for one in rule.conditions),
        _together(rule, program),
        _award(rule, program, bounds),
        limit_flaws(rule),
    )
    names = (rule.rule_id,)
    yield from (Flaw(text, names) for text in texts)
    yield from (Flaw(text, names, Weight.WARNS) for text in _warnings(rule, program))


def _name(name: str, *, is_twice: bool) -> Iterator[str]:
    if not name.strip() or name != name.strip():
        yield wrong("A rule has a name, without a space before or behind it.")
    if "," in name:
        yield wrong("A name has no comma: bills keep names one beside another.")
    if len(name) > NAME_MAX:
        yield wrong(f"A name has at most {NAME_MAX} characters.")
    if is_twice:
        yield wrong("There are two rules of this name.")


def _period(rule: DecisionRule, bounds: Bounds) -> Iterator[str]:
    from_at, until_at = rule.period.from_at, rule.period.until_at
    if from_at is not None and until_at is not None and until_at < from_at:
        yield wrong("It ends before it begins.")
    elif until_at is not None and until_at < bounds.begins:
        yield wrong("It ends before these rules begin, so it would never hold.")


def _trigger(rule: DecisionRule) -> Iterator[str]:
    is_to_referrer = isinstance(rule.award, PointsToReferrer)
    if is_to_referrer and rule.trigger is not Trigger.REFERRAL:
        yield wrong("Only when a member brings another is there somebody to thank for it.")
    if rule.is_of_bills:
        return
    if not (is_to_referrer or isinstance(rule.award, PointsFixed)):
        yield wrong("What is no bill brings points once, and nothing else.")
    if any(isinstance(one, OF_A_BILL) for one in rule.conditions):
        yield wrong("It asks something of a bill, and where it applies there is none.")


def _condition(condition: Condition, program: Program, bounds: Bounds) -> Iterator[str]:
    if is_empty(condition):
        yield _EMPTY.get(type(condition), _NOTHING)
    match condition:
        case HasCategory(names):
            yield from _unknown(names, program)
        case PaidBy(kinds):
            yield from (wrong(f"Nobody pays by {kind} here.") for kind in sorted(kinds - set(bounds.ways)))
        case InSegment(names):
            known = {one.segment_id for one in program.segments}
            yield from (wrong(f"There is no segment {name}.") for name in sorted(names - known))
        case InStore(names) if bounds.stores is not None:
            yield from (wrong(f"There is no store {name}.") for name in sorted(names - {*bounds.stores}))
        case AmountBetween(least) if least < 0:
            yield wrong("An amount is never below nothing.")
        case _:
            yield from _counted(condition)


def _counted(condition: Condition) -> Iterator[str]:
    match condition:
        case NthBill(n, window) if n < 1 or (window.unit is Unit.DAYS and window.days < 1):
            yield wrong("Bills and days are counted from 1.")
        case JoinedWithin(days) if days < 1:
            yield wrong("Days since somebody joined are counted from 1.")
        case OnWeekdays(weekdays) if not weekdays <= set(range(1, 8)):
            yield wrong("A week has days from 1 to 7.")
        case BetweenTimes(first, last) if not 0 <= min(first, last) <= max(first, last) <= DAY_MINUTES:
            yield wrong("A day goes from 00:00 to 24:00.")


_NOTHING = wrong("It chooses from nothing, so it would never hold.")
_EMPTY = {
    AmountBetween: wrong("Its amounts end before they begin, so it would never hold."),
    BetweenTimes: wrong("Its hours end when they begin, so it would never hold."),
}


def _unknown(names: Collection[str], program: Program) -> Iterator[str]:
    return (wrong(f"There is no category {name}.") for name in sorted(names) if name not in program.categories)


def _together(rule: DecisionRule, program: Program) -> Iterator[str]:
    conditions = asked(rule)
    if contradictions(conditions):
        yield wrong("Two of its conditions can never hold together.")
    days = [one.weekdays for one in conditions if isinstance(one, OnWeekdays)]
    period = (in_its_drive(rule, program.drives) or rule).period
    if any(misses_weekdays(period, one, program.calendar) for one in days):
        yield wrong("None of its days of the week lies between its dates.")


def _award(rule: DecisionRule, program: Program, bounds: Bounds) -> Iterator[str]:
    match rule.award:
        case Multiply(multiplier, category):
            yield from _multiplied(multiplier, category, program)
        case PercentFor(category, percent):
            yield from _rate(category, percent, program, bounds)
        case AmountBandHighest(bands):
            yield from chain.from_iterable(_points(band.points) for band in bands)
            if len({band.from_minor for band in bands}) < max(1, len(bands)):
                yield wrong("It has at least one amount with points, and none twice.")
        case TierAdvance():
            yield from advance_flaws(rule, rule.award, program.tiers)
        case VoucherOf():
            yield from voucher_flaws(rule, rule.award, program, bounds.begins)
        case _:
            yield from _points(rule.award.points)
    yield from _fixed(rule, program)


def _fixed(rule: DecisionRule, program: Program) -> Iterator[str]:
    match rule.award:
        case CategoryFixed(category):
            yield from _unknown([category], program)
        case NthBillInMonth(n) if n < 1:
            yield wrong("Bills and days are counted from 1.")
        case PerSlab(slab) if slab < 1:
            yield wrong("Points are for every so much money, and that is more than nothing.")
        case PerSlab(slab) if any(_stays_below(one, slab) for one in rule.conditions):
            text = program.currency.text(slab)
            yield wrong(f"No bill that it asks for comes to {text}, so it would bring nothing.")


def _stays_below(condition: Condition, amount_minor: int) -> bool:
    most = condition.most_minor if isinstance(condition, AmountBetween) else None
    return most is not None and most < amount_minor


def _points(points: int) -> Iterator[str]:
    if not 0 < points <= POINTS_MAX:
        yield wrong("It brings points: more than 0, and not beyond what can be counted.")


def _multiplied(multiplier: Decimal, category: str | None, program: Program) -> Iterator[str]:
    if multiplier < 0 or multiplier == 1:
        yield wrong("It multiplies by 0 or more, and not by 1, which changes nothing.")
    if category is not None:
        yield from _earning(category, program)


def _rate(category: str, percent: Decimal, program: Program, bounds: Bounds) -> Iterator[str]:
    if not 0 <= percent <= bounds.percent_max:
        yield wrong(f"{percent.normalize():f} % is no rate for {category}: it is from 0 to {bounds.percent_max} %.")
    yield from _earning(category, program)


def _earning(category: str, program: Program) -> Iterator[str]:
    yield from _unknown([category], program)
    if not program.category(category).earns:
        yield wrong(f"{category} gives no points at all, so this would change nothing.")


def _warnings(rule: DecisionRule, program: Program) -> Iterator[str]:
    ceiling = program.earning.multiplier_ceiling
    if isinstance(rule.award, Multiply) and rule.award.multiplier > ceiling:
        yield wrong(f"Together everything multiplies by {ceiling} at most.")
    for name in sorted(_advertised(rule)):
        if program.category(name).is_rx:
            yield wrong(
                f"{name} is sold on prescription. It must not be advertised; leave it out of what customers read."
            )


def _advertised(rule: DecisionRule) -> set[str]:
    """The categories that whoever hears of the rule hears of."""
    named = {name for one in rule.conditions if isinstance(one, HasCategory) for name in one.categories}
    category = getattr(rule.award, "category", None)
    return named if category is None else {*named, category}
