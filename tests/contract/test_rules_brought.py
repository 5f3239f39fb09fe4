"""What rules brought and shares of budgets, in every kind of database."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from app.domain.days import INDIA
from app.domain.hearing import RuleUse
from app.domain.lease import NO_LEASE
from app.domain.limits import Drawn
from app.persistence.uow import SqlStore
from app.services.ports import BudgetShare
from app.services.records import bill_rows
from tests.contract import facts

DAY = facts.used().day
LATER = date(2026, 1, 16)


def test_a_card_that_comes_to_a_bill_brings_its_rules(store: SqlStore) -> None:
    claim = facts.claim(rules=(RuleUse("weekend", 7_00),))
    sold = facts.bill(member_id=None, card_number=None, referrer_id=None, tier=None, rules=())
    with store.writing() as unit:
        unit.bills.add(bill_rows(sold, INDIA))
        unit.bills.add_claim(claim)
    with store.reading() as unit:
        found = unit.bills.get("b0001")
        assert found is not None
        assert (found.member_id, found.rules) == ("m1", claim.rules)
        assert unit.bills.claims() == [claim]
        assert [one.rules for one in unit.bills.all()] == [()], "as it was sealed"


def test_taking_part_is_once_and_the_earlier_instant_stands(store: SqlStore) -> None:
    early, late = facts.NOON, facts.later(1)
    with store.writing() as unit:
        for member_id, drive_id, at in (("m1", "winter", late), ("m1", "winter", early), ("m1", "winter", late)):
            unit.participations.put(member_id, drive_id, at)
        unit.participations.put("m1", "spring", late)
        unit.participations.put("m2", "winter", late)
        unit.participations.put("m2", "summer", late)
    with store.writing() as unit:
        assert unit.participations.count() == {"spring": 1, "summer": 1, "winter": 2}
        assert list(unit.participations.of_member("m1").items()) == [("spring", late), ("winter", early)]
        unit.participations.move("m1", "m2")
        assert unit.participations.of_member("m1") == {}
        together = {"spring": late, "summer": late, "winter": early}
        assert unit.participations.of_member("m2") == together
        unit.participations.put_all({"m2": {"winter": late}})
        assert unit.participations.of_member("m2") == {"winter": late}, "what is told stands"


def test_where_somebody_enrolled_is_told_anew_by_the_server_alone(store: SqlStore) -> None:
    with store.writing() as unit:
        unit.homes.add("m1", "north")
        unit.homes.add("m2", "south")
    with store.writing() as unit:
        assert (unit.homes.of("m1"), unit.homes.of("m3")) == ("north", None)
        unit.homes.put_all({"m1": "east", "m3": "east"})
        assert unit.homes.of_each(["m1", "m2", "m4"]) == {"m1": "east", "m2": "south"}
        assert unit.homes.of("m3") == "east"


def test_uses_are_added_up_by_member_and_day_and_in_all(store: SqlStore) -> None:
    other = facts.used(2, rule_id="weekend", points=5)
    with store.writing() as unit:
        unit.rule_uses.put("b0001", [facts.used(), facts.used(rule_id="weekend", points=3)])
        unit.rule_uses.put("b0002", [facts.used(2, day=LATER), replace(other, day=LATER)])
        unit.rule_uses.put("b0003", [facts.used(3, member_id="m2")])
    with store.reading() as unit:
        uses = unit.rule_uses
        assert uses.drawn("m1", DAY) == {"diwali": Drawn(2, 1_00, 50), "weekend": Drawn(2, 8, 3)}
        assert uses.drawn("m1", LATER, before="b0002") == {"diwali": Drawn(1, 50, 0), "weekend": Drawn(1, 3, 0)}
        assert uses.drawn("m9", DAY) == {}
        assert uses.totals() == {"diwali": (3, 1_50), "weekend": (2, 8)}
        assert (uses.total("diwali"), uses.total("never")) == (1_50, 0)
        assert uses.totals_before("b0002") == {"diwali": 50, "weekend": 3}
        assert [one.bill_id for one in uses.of_member("m1")] == ["b0001", "b0001", "b0002", "b0002"]


def test_what_comes_back_is_no_use_any_more(store: SqlStore) -> None:
    with store.writing() as unit:
        unit.rule_uses.put("b0001", [facts.used()])
        unit.rule_uses.put("b0002", [facts.used(2)])
        unit.rule_uses.put("b0001", [facts.used(points=20)])
        assert unit.rule_uses.totals() == {"diwali": (2, 70)}
        unit.rule_uses.put("b0001", ())
        assert unit.rule_uses.totals() == {"diwali": (1, 50)}
        unit.rule_uses.put("b0002", ())
        assert (unit.rule_uses.totals(), unit.rule_uses.all()) == ({}, [])


def test_what_is_told_of_members_takes_the_place_of_what_stood_here(store: SqlStore) -> None:
    with store.writing() as unit:
        unit.rule_uses.put("b0001", [facts.used()])
        unit.rule_uses.put("b0002", [facts.used(2, member_id="m2")])
        told = [facts.used(2), facts.used(3)]
        unit.rule_uses.put_all({"m1": told})  # the second member was merged into the first
        assert unit.rule_uses.all() == told
        assert unit.rule_uses.totals() == {"diwali": (2, 1_00)}
        unit.rule_uses.put_all({"m1": told})
        assert unit.rule_uses.all() == told
        unit.rule_uses.move("m1", "m3")
        assert unit.rule_uses.of_member("m3") == [replace(one, member_id="m3") for one in told]
        unit.rule_uses.clear()
        assert (unit.rule_uses.totals(), unit.rule_uses.all()) == ({}, [])


def test_a_share_is_one_counters_in_one_epoch(store: SqlStore) -> None:
    mine, older = facts.share(), facts.share(epoch=0, keep=None)
    theirs = facts.share(counter_code="B2", rule_id="weekend")
    with store.writing() as unit:
        for share in (mine, older, theirs, facts.share(rule_id="weekend"), mine):
            unit.budgets.put(share)
        assert unit.budgets.get("diwali", counter_code="A1", epoch=1) == mine
        assert unit.budgets.get("diwali", counter_code="B2", epoch=1) == BudgetShare("diwali", "B2", 1, NO_LEASE)
        assert unit.budgets.of_rule("diwali") == [older, mine]
        assert unit.budgets.of_counter("A1") == [older, mine, facts.share(rule_id="weekend")]
