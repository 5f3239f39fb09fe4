"""The reports there are, by name, and how one is asked for. Reading only: nothing here writes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Final

from app.domain.errors import invalid
from app.domain.point_words import PointWords
from app.services.authority import is_led
from app.services.desk import Desk
from app.services.reports.approvals import overrides
from app.services.reports.asked import Asked
from app.services.reports.behind import behind, bill
from app.services.reports.given import rewards, rules
from app.services.reports.liability import held_at, liability
from app.services.reports.people import referral_effect, tier_spread, top_members
from app.services.reports.period import Days
from app.services.reports.points import earned_and_used, expiring
from app.services.reports.question import Question
from app.services.reports.sales import category_mix, redemption_rate, sales_by_day, summed
from app.services.reports.table import CASHBACK, POINTS, Heading, Kind, OwnWord, Table
from app.services.reports.watching import by_staff, flags

REPORTS: Final[dict[str, Callable[[Asked], Table]]] = {
    "sales": sales_by_day,
    "points": earned_and_used,
    "redemption": redemption_rate,
    "liability": liability,
    "expiring": expiring,
    "tiers": tier_spread,
    "top": top_members,
    "referrals": referral_effect,
    "categories": category_mix,
    "staff": by_staff,
    "rewards": rewards,
    "rules": rules,
    "overrides": overrides,
    "flags": flags,
}
ONLY_HERE: Final = OwnWord("These are this counter's own bills; the whole chain's are at the server.")


@dataclass(frozen=True, slots=True)
class Summary:
    """The period in one line. Money in minor units, points in hundredths; `owed` is as of now."""

    bills: int
    with_card: int
    sales_minor: int
    earned_points: int
    redeemed_points: int
    owed_minor: int


def report(desk: Desk, name: str, days: Days) -> Table:
    """A report of these days. Raises INVALID for a name that none has."""
    make = REPORTS.get(name)
    if make is None:
        raise invalid(f"There is no report {name[:40]}.")
    with _asked(desk, days) as asked:
        return _in_own_words(asked, _with_notes(asked, make(asked)))


def summary(desk: Desk, days: Days) -> Summary:
    with _asked(desk, days) as asked:
        sold = summed(asked.reports.by_day(asked.first, asked.last))
        held = held_at(asked, [asked.now])[0]
        return Summary(
            bills=sold.bills,
            with_card=sold.with_card,
            sales_minor=sold.sales_minor,
            earned_points=sold.earned_points,
            redeemed_points=sold.redeemed_points,
            owed_minor=asked.worth(held) + asked.reports.pending_minor(),
        )


def bills_behind(desk: Desk, question: Question) -> Table:
    """The bills, or movements of points, that a figure was made of."""
    with _asked(desk, Days(question.first, question.last)) as asked:
        return _in_own_words(asked, behind(asked, question))


def one_bill(desk: Desk, bill_id: str, days: Days) -> Table:
    with _asked(desk, days) as asked:
        return bill(asked, bill_id)


def _with_notes(asked: Asked, table: Table) -> Table:
    """At a counter of a chain, what the figures leave out."""
    return replace(table, said=(ONLY_HERE, *table.said)) if is_led(asked.uow) else table


def _in_own_words(asked: Asked, table: Table) -> Table:
    """A column of points is headed as the programme in force calls them."""
    words = PointWords.of(asked.program)
    own = CASHBACK if words.cashback is not None else Heading(words.head, Kind.POINTS)
    return replace(table, headings=tuple(own if one == POINTS else one for one in table.headings))


@contextmanager
def _asked(desk: Desk, days: Days) -> Iterator[Asked]:
    with desk.store.reading() as uow:
        now = desk.instant(uow.journal.head())
        yield Asked(desk, uow, days, now, uow.programs.in_force(now))
