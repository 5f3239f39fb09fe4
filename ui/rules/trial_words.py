"""Trial words: what a bill comes to under some rules, and what each rule has to say of it and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from app.domain.bill import TenderKind
from app.domain.brought import rewards_brought
from app.domain.conditions import (
    AmountBetween,
    BetweenTimes,
    BillFacts,
    HasCategory,
    InStore,
    NthBill,
    OnWeekdays,
    PaidBy,
)
from app.domain.days import Period
from app.domain.formats import points
from app.domain.limits import Bound
from app.domain.new_tiers import NewTier
from app.domain.point_words import PointWords
from app.domain.program import Program
from app.domain.tier_advance import TierAdvance
from app.domain.triggers import Trigger
from app.domain.verdicts import Asked, Held, NoDrive, OfDrive, Said, TierIn, Verdict
from app.services.chain.stores import KnownStores
from app.services.whatif.one_bill import Side
from ui import rule_words
from ui.rows import ChoiceRow
from ui.rules.trial_form import NOTHING
from ui.store_words import facts_with_names, verdict_with_names
from ui.tier_words import to_next_tier
from ui.when import clock_words, day_words
from ui.words import later, said, tr

BOUNDS = {
    Bound.USES: later("its times a member"),
    Bound.BILL: later("its points a bill"),
    Bound.MEMBER: later("its points a member"),
    Bound.DAY: later("its points a member and day"),
    Bound.BUDGET: later("its points in all"),
    Bound.STOCK: later("what is left of its reward"),
    Bound.HAD: later("its reward's times a member"),
}
SPEAKS, SILENT = "✔", "✖"
LIVE, DRAFT = later("As published, v{version}"), later("As drafted")
NO_RULES = later("No rules.")
NOTHING_YET = NOTHING


def summary(side: Side) -> str:
    """17.52 points · to pay ₹493.55 · points may pay ₹0.00."""
    if side.priced is None:
        return said(side.why)
    priced, money = side.priced.quote, side.program.currency.text
    told = [
        tr("{points} points", points=points(priced.earned.points)),
        tr("to pay {amount}", amount=money(priced.payable_minor)),
    ]
    if side.priced.is_late:
        told.append(tr("its card came later"))
    elif priced.redeemed_points:
        paid = {"points": points(priced.redeemed_points), "amount": money(priced.redeemed_minor)}
        told.append(tr("{points} points pay {amount}", **paid))
    elif priced.tier:
        told.append(tr("points may pay {amount}", amount=money(priced.limits.percent_cap_minor)))
    given = rewards_brought(priced.earned.uses, side.program)
    told += [tr("a voucher: {reward}", reward=reward.name) for _, reward in given]
    told += [tr("leads to {tier}", tier=side.priced.leads_to)] if side.priced.leads_to else []
    told += [_multiplied(side)] if _multiplied(side) else []
    return " · ".join(told)


def _multiplied(side: Side) -> str:
    """By how much the lines are multiplied, where they are."""
    assert side.priced is not None, "it was priced"
    lines = side.priced.quote.earned.lines
    times = [f"{one.category} × {one.campaign_multiplier:f}" for one in lines if one.campaign_multiplier != 1]
    return ", ".join(dict.fromkeys(times))


def rows(side: Side, stores: KnownStores) -> tuple[ChoiceRow, ...]:
    """A row for each rule in the order they speak; the one that is silent says why."""
    if side.priced is None:
        return ()
    given = {name: one.name for name, one in rewards_brought(side.priced.quote.earned.uses, side.program)}
    facts = facts_with_names(side.priced.facts, stores)
    told = (verdict_with_names(one, stores) for one in side.priced.verdicts)
    return tuple(_row(one, facts, side.program, given) for one in told)


def _row(one: Verdict, facts: BillFacts, program: Program, given: Mapping[str, str]) -> ChoiceRow:
    speaks = one.said is Said.SPEAKS
    other = given.get(one.rule.rule_id) or (_lifted(one, facts, program) if speaks else "")
    brought = f"+{points(one.points)}" if one.points else other
    title = f"{SPEAKS if speaks else SILENT} {one.rule.rule_id}"
    return ChoiceRow(title, _reason(one, facts, program), brought, is_quiet=not speaks)


def _lifted(one: Verdict, facts: BillFacts, program: Program) -> str:
    """The tier that a rule lifts to; empty where it lifts nobody."""
    award = one.rule.award
    return (award.target(program.tiers, facts.tier) or "") if isinstance(award, TierAdvance) else ""


def _reason(one: Verdict, facts: BillFacts, program: Program) -> str:
    risen = next((held.asked.to for held in one.asked if isinstance(held.asked, NewTier)), None)
    facts = replace(facts, tier=risen) if risen else facts
    match one.said:
        case Said.SPEAKS:
            held = ", ".join(f"{SPEAKS} {_asked(held, program, facts)}" for held in one.asked) or tr("every bill")
            return held if one.by is None else f"{held} · {tr('cut by {limit}', limit=tr(BOUNDS[Bound(one.by)]))}"
        case Said.ASKS_OTHER:
            return ", ".join(_failing(held, program, facts) for held in one.asked if not held.holds)
        case Said.STOPPED:
            return tr("“{rule}” applied before, and no other applies after it", rule=one.by)
        case Said.PAST_LIMIT:
            return tr("past {limit}", limit=tr(BOUNDS[Bound(one.by or "")]))
        case Said.NO_BILL:
            return tr("applies {when}", when=tr(rule_words.TRIGGERS[one.rule.trigger]))
        case Said.NOT_EARNING:  # pragma: no branch
            return tr("this bill earns nothing at all")


def _failing(held: Held, program: Program, facts: BillFacts) -> str:
    found = _found(held.asked, facts, program)
    asked = f"{SILENT} {_asked(held, program, facts)}"
    return f"{asked} ({found})" if found else asked


def _asked(held: Held, program: Program, facts: BillFacts) -> str:
    match held.asked:
        case Period():
            return rule_words.period(held.asked, program.calendar, facts.at)
        case TierIn(tiers):
            return " / ".join(sorted(tiers))
        case OfDrive(drive):
            return tr("in “{campaign}”", campaign=drive.title)
        case NoDrive(drive_id):
            return tr("in “{campaign}”", campaign=drive_id)
        case NewTier(to):
            return tr("leads to {tier}", tier=to) if to else tr(rule_words.TRIGGERS[Trigger.TIER_CHANGE])
        case _:
            return rule_words.condition(held.asked, program.currency)


def _found(asked: Asked, facts: BillFacts, program: Program) -> str:
    """What the bill has instead; empty where that says nothing."""
    match asked:
        case AmountBetween():
            return tr("it counts {amount}", amount=program.currency.text(facts.base_minor))
        case HasCategory():
            return ", ".join(sorted(facts.categories))
        case NthBill(_, window):
            return tr("it is bill {n}", n=facts.occasion.nth(window))
        case TierIn():
            return facts.tier
        case OfDrive(_, bars):
            return ", ".join(tr(rule_words.BARS[one]) for one in bars)
        case NoDrive():
            return tr("there is none")
        case PaidBy():
            return ", ".join(tr(rule_words.WAYS[TenderKind(one)]) for one in sorted(facts.occasion.paid_by)) or tr(
                "unpaid"
            )
        case _:
            return _missing(asked, program) or _at(asked, facts)


def _missing(asked: Asked, program: Program) -> str:
    """What a bill lacks that leads to no higher tier."""
    if not isinstance(asked, NewTier) or asked.progress.next_tier is None:
        return ""
    return to_next_tier(asked.progress, program.currency, PointWords.of(program))


def _at(asked: Asked, facts: BillFacts) -> str:
    """Where and when it is made."""
    day = facts.calendar.day_of(facts.at)
    match asked:
        case InStore():
            return facts.occasion.store
        case OnWeekdays():
            return tr(rule_words.WEEKDAYS[day.isoweekday()])
        case BetweenTimes():
            return clock_words(facts.at, facts.calendar)
        case Period():
            return day_words(day, today=day)
        case _:
            return ""
