"""Reports about members: their tiers, who bought most, and what came of those whom somebody brought."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from app.services.reports.asked import Asked
from app.services.reports.question import About, Question
from app.services.reports.records import BillSums, ReferrerSums, TierSums
from app.services.reports.sales import summed
from app.services.reports.table import (
    BILLS,
    EARNED,
    SALES,
    SHARE,
    Drawing,
    Heading,
    Kind,
    OwnWord,
    Row,
    Table,
    share,
    totals,
)

MEMBERS_MAX: Final = 50
NO_CARD: Final = OwnWord("No card")


def tier_spread(asked: Asked) -> Table:
    """Who holds which tier now, and what was sold in the period to those who held it then."""
    held = _held(asked)
    sold = {one.key: one for one in asked.reports.by_tier(asked.first, asked.last)}
    levels = [level.name for level in asked.program.tiers.levels]
    names = [*levels, *sorted((held.keys() | sold.keys()) - {*levels, ""})]
    whole = sum(one.sales_minor for one in sold.values())

    def row(name: str) -> Row:
        sums, members = sold.get(name, summed(())), held.get(name)
        cells = (
            name or NO_CARD,
            members.members if members else 0,
            members.points if members else 0,
            sums.bills,
            sums.sales_minor,
            share(sums.sales_minor, whole),
        )
        return Row(cells, Question(About.BILLS, asked.first, asked.last, tier=name))

    rows = tuple(row(name) for name in [*names, *([""] if "" in sold else [])])
    headings = (
        Heading("Tier", Kind.WORDS),
        Heading("Members now", Kind.COUNT),
        Heading("Points they have", Kind.POINTS),
        BILLS,
        SALES,
        SHARE,
    )
    return Table(OwnWord("Tier spread"), headings, rows, Drawing(0, (1,)), totals(headings, rows))


def _held(asked: Asked) -> dict[str, TierSums]:
    """By what each tier is called now."""
    found: dict[str, TierSums] = {}
    for one in asked.reports.tiers():
        name = asked.program.tiers.known_as(one.tier)
        was = found.get(name, TierSums(name, 0, 0))
        found[name] = TierSums(name, was.members + one.members, was.points + one.points)
    return found


def top_members(asked: Asked) -> Table:
    """Who bought most. Bills of somebody who was merged are those of the member who remains."""
    rows = tuple(
        Row(
            (*asked.named(one.key), one.bills, one.sales_minor, one.earned_points, one.redeemed_points),
            Question(About.BILLS, asked.first, asked.last, members=asked.ids_of(one.key)),
        )
        for one in _bought_most(asked)
    )
    headings = (
        Heading("Member", Kind.WORDS),
        Heading("Card", Kind.WORDS),
        BILLS,
        SALES,
        EARNED,
        Heading("Used", Kind.POINTS),
    )
    return Table(OwnWord("Top members"), headings, rows, Drawing(0, (3,)))


def _bought_most(asked: Asked) -> Sequence[BillSums]:
    """Whoever was merged, or took somebody in, is added up apart: each of their parts may be too small for the list."""
    reports, first, last = asked.reports, asked.first, asked.last
    apart = reports.of_members(first, last, asked.merged) if asked.merged else ()
    alone = [
        one for one in reports.by_member(first, last, most=MEMBERS_MAX + len(apart)) if one.key not in asked.merged
    ]
    parts: dict[str, list[BillSums]] = {}
    for one in apart:
        parts.setdefault(asked.who_is(one.key), []).append(one)
    together = [replace(summed(found), key=who) for who, found in parts.items()]
    return sorted([*alone, *together], key=lambda one: (-one.sales_minor, one.key))[:MEMBERS_MAX]


def referral_effect(asked: Asked) -> Table:
    """What members bought whom somebody brought, by who brought them."""
    parts: dict[str, list[ReferrerSums]] = {}
    for one in asked.reports.by_referrer(asked.first, asked.last):
        parts.setdefault(asked.who_is(one.referrer_id), []).append(one)
    found = sorted(parts.items(), key=lambda item: (-sum(one.sales_minor for one in item[1]), item[0]))
    rows = tuple(_referrer(asked, who, each) for who, each in found)
    headings = (
        Heading("Brought by", Kind.WORDS),
        Heading("Card", Kind.WORDS),
        Heading("Members", Kind.COUNT),
        BILLS,
        SALES,
        Heading("Points for it", Kind.POINTS),
    )
    return Table(OwnWord("Referral effect"), headings, rows[:MEMBERS_MAX], Drawing(0, (4,)), totals(headings, rows))


def _referrer(asked: Asked, who: str, each: Sequence[ReferrerSums]) -> Row:
    cells = (
        sum(one.members for one in each),
        sum(one.bills for one in each),
        sum(one.sales_minor for one in each),
        sum(one.points for one in each),
    )
    behind = Question(About.BILLS, asked.first, asked.last, referrers=tuple(one.referrer_id for one in each))
    return Row((*asked.named(who), *cells), behind)
