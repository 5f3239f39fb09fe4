"""Happenings: points for joining, for bringing a friend, and for what other systems tell of; each once."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from app.domain.conditions import InStore, JoinedWithin, NthBill
from app.domain.entries import EntryKind
from app.domain.errors import Code
from app.domain.rules import DecisionRule, PerSlab, PointsFixed, PointsToReferrer
from app.domain.triggers import OF_BILLS, Trigger
from app.services.keeping import books
from app.services.members import deeds, members, merging
from app.services.members.deeds import TOLD
from tests.desks import STAFF, Shop, changed

WELCOME = DecisionRule("welcome", PointsFixed(50_00), trigger=Trigger.SIGNUP)
FRIEND = DecisionRule("friend", PointsToReferrer(500_00), trigger=Trigger.REFERRAL)
BROUGHT = DecisionRule("brought", PointsFixed(200_00), trigger=Trigger.REFERRAL)
REVIEW = DecisionRule("review", PointsFixed(20_00), trigger=Trigger.REVIEW)


@pytest.fixture
def inviting(shop: Shop) -> Shop:
    shop.publish(changed(rules=(WELCOME, FRIEND, BROUGHT, REVIEW)))
    return shop


def last_body(shop: Shop) -> Mapping[str, Any]:
    with shop.store.reading() as uow:
        body: Mapping[str, Any] = json.loads(list(uow.journal.events())[-1].body)
    return body


def test_a_new_member_is_welcomed_in_the_event_that_enrols_them(inviting: Shop) -> None:
    card = inviting.enrol()

    assert inviting.available(card) == 50_00
    body = last_body(inviting)
    (row,) = body["entries"]
    assert (body["kind"], row["kind"], row["rule_id"], row["reason"]) == ("enrol", "BONUS", "welcome", "SIGNUP")
    assert row["cause"] == f"SIGNUP {inviting.member_id(card)}"
    inviting.sound()


def test_without_such_rules_the_event_has_no_word_of_points(shop: Shop) -> None:
    card, friend = shop.enrol("Asha"), shop.enrol("Ravi")
    assert "entries" not in last_body(shop)
    members.link_referrer(shop.desk, card, referrer_card=friend, staff=STAFF)
    assert "entries" not in last_body(shop)


def test_a_friend_brings_points_to_both(inviting: Shop) -> None:
    friend = inviting.enrol("Ravi")
    card = inviting.enrol("Meena", referrer_card=friend)

    assert (inviting.available(friend), inviting.available(card)) == (550_00, 250_00)
    assert len(last_body(inviting)["entries"]) == 3
    inviting.sound()


def test_a_friend_who_is_named_later_brings_them_then_and_once(inviting: Shop) -> None:
    friend, card = inviting.enrol("Ravi"), inviting.enrol("Meena")
    members.link_referrer(inviting.desk, card, referrer_card=friend, staff=STAFF)

    assert (inviting.available(friend), inviting.available(card)) == (550_00, 250_00)
    with inviting.refuses(Code.INVALID):
        members.link_referrer(inviting.desk, card, referrer_card=friend, staff=STAFF)


def test_whoever_was_merged_is_who_remains(inviting: Shop) -> None:
    friend, same = inviting.enrol("Ravi"), inviting.enrol("R. Sharma")
    merging.merge(inviting.desk, [same], into=friend, staff=STAFF)
    before = inviting.available(friend)
    inviting.enrol("Meena", referrer_card=same)

    assert inviting.available(friend) == before + 500_00


def test_rules_are_held_against_the_member(shop: Shop) -> None:
    def rule(name: str, *conditions: Any, **more: Any) -> DecisionRule:
        return DecisionRule(name, PointsFixed(1_00), conditions=conditions, trigger=Trigger.REVIEW, **more)

    shop.publish(
        changed(
            rules=(
                rule("new", JoinedWithin(3)),
                rule("first buyer", NthBill(2)),
                rule("elsewhere", InStore(frozenset({"north"}))),
                rule("silver", tiers=frozenset({"Silver"})),
                DecisionRule("slabs", PerSlab(1, 1), trigger=Trigger.REVIEW),
                DecisionRule("friend", PointsToReferrer(1_00), trigger=Trigger.REVIEW),
            )
        )
    )
    card = shop.enrol()
    member_id = shop.member_id(card)

    assert deeds.record(shop.desk, member_id, Trigger.REVIEW, "1", staff=STAFF).points == 1_00
    shop.wait(days=4)
    assert deeds.record(shop.desk, member_id, Trigger.REVIEW, "2", staff=STAFF).points == 0
    shop.sell(card, ("General", 1500))
    assert deeds.record(shop.desk, member_id, Trigger.REVIEW, "3", staff=STAFF).points == 2_00
    shop.sound()


def test_a_deed_is_rewarded_once(inviting: Shop) -> None:
    card = inviting.enrol()
    member_id = inviting.member_id(card)
    made = deeds.record(inviting.desk, member_id, Trigger.REVIEW, "review 7", staff=STAFF)
    before = inviting.tables()

    assert deeds.record(inviting.desk, member_id, Trigger.REVIEW, "review 7", staff="another") == made
    assert inviting.tables() == before
    assert deeds.record(inviting.desk, member_id, Trigger.SOCIAL_SHARE, "review 7", staff=STAFF).points == 0
    assert inviting.available(card) == 70_00
    with inviting.store.reading() as uow:
        entry = uow.ledger.of_member(member_id)[-1].entry
    assert (entry.kind, entry.cause, entry.rule_id) == (EntryKind.BONUS, f"REVIEW {member_id} review 7", "review")
    inviting.sound()


def test_a_deed_that_was_told_of_somebody_merged_is_told(inviting: Shop) -> None:
    first, second, kept = (inviting.enrol(name) for name in ("Asha", "Asha K.", "A. K."))
    made = deeds.record(inviting.desk, inviting.member_id(first), Trigger.REVIEW, "review 7", staff=STAFF)
    merging.merge(inviting.desk, [first], into=second, staff=STAFF)
    merging.merge(inviting.desk, [second], into=kept, staff=STAFF)
    before, member_id = inviting.tables(), inviting.member_id(kept)

    again = deeds.record(inviting.desk, member_id, Trigger.REVIEW, "review 7", staff=STAFF)
    assert again == replace(made, member_id=member_id)
    assert inviting.tables() == before


@pytest.mark.parametrize("trigger", sorted({*OF_BILLS, Trigger.SIGNUP, Trigger.REFERRAL, Trigger.BIRTHDAY}))
def test_what_the_shop_sees_itself_is_not_told(inviting: Shop, trigger: Trigger) -> None:
    member_id = inviting.member_id(inviting.enrol())
    with inviting.refuses(Code.INVALID, saying="not told from outside"):
        deeds.record(inviting.desk, member_id, trigger, "x", staff=STAFF)
    assert trigger not in TOLD


@pytest.mark.parametrize("reference", ["", "x" * 81])
def test_a_deed_has_a_name(inviting: Shop, reference: str) -> None:
    member_id = inviting.member_id(inviting.enrol())
    with inviting.refuses(Code.INVALID, saying="reference"):
        deeds.record(inviting.desk, member_id, Trigger.REVIEW, reference, staff=STAFF)


def test_nobody_does_nothing(inviting: Shop) -> None:
    with inviting.refuses(Code.UNKNOWN_CARD):
        deeds.record(inviting.desk, "nobody", Trigger.REVIEW, "x", staff=STAFF)


def test_where_points_are_off_nothing_is_brought(inviting: Shop) -> None:
    inviting.publish(changed(rules=(WELCOME, REVIEW), enabled=False))
    card = inviting.enrol()
    assert deeds.record(inviting.desk, inviting.member_id(card), Trigger.REVIEW, "1", staff=STAFF).points == 0
    assert inviting.available(card) == 0


def test_what_was_brought_is_rebuilt(inviting: Shop) -> None:
    inviting.enrol("Meena", referrer_card=inviting.enrol("Ravi"))
    inviting.wait(days=1)
    before = inviting.tables()
    books.rebuild(inviting.desk)
    assert inviting.tables() == before
