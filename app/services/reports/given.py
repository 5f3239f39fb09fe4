"""Reports of what is given: what each rule brought, and what became of each reward's vouchers."""

from __future__ import annotations

from app.domain.entries import EntryKind
from app.domain.triggers import OF_BILLS
from app.services.authority import is_led
from app.services.reports.asked import Asked
from app.services.reports.question import About, Question
from app.services.reports.records import RewardSums, RuleSums
from app.services.reports.table import BILLS, POINTS, Drawing, Heading, Kind, OwnWord, Row, Table, totals


def rewards(asked: Asked) -> Table:
    """By reward: vouchers given out and what became of them in the period; what can still be used is as of now."""
    found = {one.reward_id: one for one in asked.reports.rewards(asked.first, asked.last)}
    names = {one.reward_id: one.name for one in asked.program.rewards}
    ids = [*names, *sorted(found.keys() - names.keys())]
    headings = (
        Heading("Reward", Kind.WORDS),
        Heading("Given out", Kind.COUNT),
        Heading("Points paid", Kind.POINTS),
        Heading("Used", Kind.COUNT),
        Heading("Taken off", Kind.MONEY),
        Heading("Cancelled", Kind.COUNT),
        Heading("Expired", Kind.COUNT),
        Heading("Still good", Kind.COUNT),
        Heading("Owed for them", Kind.MONEY),
    )
    rows = tuple(_reward(asked, found.get(one, RewardSums(one)), names.get(one, one)) for one in ids)
    return Table(OwnWord("Rewards and vouchers"), headings, rows, Drawing(0, (1, 3)), totals(headings, rows))


def _reward(asked: Asked, sums: RewardSums, name: str) -> Row:
    cells = (
        name,
        sums.issued,
        sums.points,
        sums.spent + sums.handed_over,
        sums.off_minor,
        sums.cancelled,
        sums.expired,
        sums.pending,
        sums.pending_minor,
    )
    return Row(cells, Question(About.BILLS, asked.first, asked.last, reward=sums.reward_id))


def rules(asked: Asked) -> Table:
    """By rule: the points it brought, to how many, and what is left of its budget. Rules that brought nothing, too."""
    found = {one.rule_id: one for one in asked.reports.rules(asked.first, asked.last)}
    named = [rule.rule_id for rule in asked.program.rules]
    headings = (
        Heading("Rule", Kind.WORDS),
        BILLS,
        Heading("Members", Kind.COUNT),
        POINTS,
        Heading("Worth", Kind.MONEY),
        Heading("Budget left", Kind.POINTS),
    )
    rows = tuple(
        _rule(asked, found.get(one, RuleSums(one, 0, 0, 0))) for one in [*named, *sorted(found.keys() - set(named))]
    )
    total = (*totals(headings, rows)[:2], None, *totals(headings, rows)[3:5], None)
    return Table(OwnWord("What rules brought"), headings, rows, Drawing(0, (3,)), total)


def _rule(asked: Asked, sums: RuleSums) -> Row:
    rule = next((one for one in asked.program.rules if one.rule_id == sums.rule_id), None)
    is_of_bills = rule is None or rule.trigger in OF_BILLS
    behind = (
        Question(About.BILLS, asked.first, asked.last, rule=sums.rule_id)
        if is_of_bills
        else Question(About.POINTS, asked.first, asked.last, kinds=(EntryKind.BONUS,), rule=sums.rule_id)
    )
    budget = rule.limits.budget if rule is not None and not is_led(asked.uow) else None
    left = None if budget is None else budget - asked.uow.rule_uses.total(sums.rule_id)
    cells = (sums.rule_id, sums.uses, sums.members, sums.points, asked.worth(sums.points), left)
    return Row(cells, behind)
