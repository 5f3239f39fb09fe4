"""Histories taken in: expiries, tiers, merges and programs of a counter that was alone."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

from app.domain.days import INDIA
from app.domain.expiry import Expiry, ExpiryMode
from app.domain.program import DEFAULT_TIERS, Program
from app.domain.tiers import Level, TierScheme
from app.persistence.home import memory_home
from app.persistence.uow import SqlStore
from app.services.members import editing, members, merging, profiles, sweeps
from app.services.ports import ChainPoint
from app.services.programs.program import publish
from tests.desks import PROGRAM, STAFF, Shop, changed
from tests.unit.services.intake.counters import NUMBERING, Chain, standing


@contextmanager
def open_store(tenant: str) -> Iterator[SqlStore]:
    """A store in which nothing was ever published."""
    with memory_home(tenant_id=tenant, counter_code="HQ", calendar=INDIA) as home:
        yield home.store


def test_a_history_brings_expiries_tiers_merges_and_programs(chain: Chain) -> None:
    there, here = chain.there, chain.here
    chain.sent = ChainPoint(1, 0)
    scheme = TierScheme((Level("Bronze"), Level("Silver", Decimal("1.25"), min_spend_minor=500_00)))
    there.publish(changed(expiry=Expiry(ExpiryMode.DAYS, 5), tiers=scheme))
    card, other = there.enrol("Meena Iyer"), there.enrol("M. Iyer")
    there.sell(card, ("General", 600))
    undone = there.sell(card, ("General", 10)).bill.bill_id
    there.sell(other, ("General", 100))
    merging.merge(there.desk, [other], into=card, staff=STAFF)
    there.wait(days=500)
    sweeps.expire_all(there.desk)
    there.cancel(undone)
    sweeps.review_tiers(there.desk, staff=STAFF)
    there.sell(card, ("General", 100))
    chain.send(is_history=True)
    assert standing(here, card) == standing(there, card) == (3_00, "Bronze")
    assert not members.find_card(here.desk, other)[0].is_active
    with here.store.reading() as unit:
        assert unit.programs.version(-NUMBERING - 2).tiers == scheme
        assert unit.bills.last_of(here.member_id(card)).program_version == -NUMBERING - 2
        # what was in force here came from the same history
        assert unit.programs.in_force(here.clock.now()).expiry.n == 5


def test_rules_that_wait_at_the_server_wait_for_a_counter_that_joins_as_well(chain: Chain) -> None:
    begins = chain.here.clock.today + timedelta(days=5)
    publish(chain.here.desk, changed(referral_percent=Decimal(7)), staff=STAFF, holds_from=begins)
    for percent in (3, 4, 5):
        chain.there.publish(changed(referral_percent=Decimal(percent)))
    chain.sent = ChainPoint(1, 0)
    chain.send(is_history=True)
    with chain.here.store.reading() as unit:
        programs, now = unit.programs, chain.here.clock.now()
        assert (programs.in_force(now).version > 4, programs.in_force(now).referral_percent) == (True, 0)
        assert [one.referral_percent for one in programs.waiting(now)] == [7]
        assert programs.in_force(begins).version == programs.latest_version()


def test_a_server_with_rules_of_its_own_keeps_them(chain: Chain) -> None:
    chain.here.publish(changed(referral_percent=Decimal(7)))
    chain.there.publish(changed(referral_percent=Decimal(3)))
    chain.sent = ChainPoint(1, 0)
    chain.send(is_history=True)
    with chain.here.store.reading() as unit:
        assert unit.programs.in_force(chain.here.clock.now()).referral_percent == 7
        assert unit.programs.latest_version() == 3  # above both sides'


def test_a_server_without_rules_takes_those_of_the_first_history(chain: Chain) -> None:
    with open_store("empty") as store:
        empty = Chain(Shop(replace(chain.here.desk, store=store), chain.here.clock), chain.there)
        empty.sent = ChainPoint(1, 0)
        empty.send(is_history=True)
        with store.reading() as unit:
            assert unit.programs.in_force(chain.here.clock.now()) == replace(PROGRAM, version=2)


def test_a_tier_that_a_history_held_to_a_day_is_held_to_it_here(chain: Chain) -> None:
    chain.sent = ChainPoint(1, 0)
    card = chain.there.enrol()
    member_id, today = chain.there.member_id(card), chain.there.desk.calendar.day_of(chain.there.clock.today)
    until = today + timedelta(days=9)
    editing.set_tier(chain.there.desk, member_id, "Silver", reason="a guest", staff=STAFF, until=until)
    chain.send(is_history=True)

    fall = profiles.profile(chain.here.desk, member_id).fall
    assert fall is not None
    assert (fall.to, fall.at) == ("Bronze", chain.here.desk.calendar.start_of(until + timedelta(days=1)))


def test_what_a_server_was_set_up_with_before_birthdays_had_points_leads_nobody(chain: Chain) -> None:
    chain.sent = ChainPoint(1, 0)
    levels = tuple(replace(level, birthday_points=0) for level in DEFAULT_TIERS.levels)
    chain.here.publish(Program(tiers=replace(DEFAULT_TIERS, levels=levels)))
    chain.there.publish(changed(referral_percent=Decimal(7)))
    chain.send(is_history=True)

    with chain.here.store.reading() as unit:
        assert unit.programs.in_force(chain.here.clock.now()).referral_percent == 7
