"""Editing: a member's fields and tier changed by hand, each with what it was."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

import pytest

from app.domain.codes import card_number
from app.domain.errors import Code
from app.domain.tiers import TierChangeKind
from app.services.members import dossiers, editing, members, merging, profiles, sweeps
from tests.desks import STAFF, Shop

PHONE, OTHER = "+919876543210", "+919812345678"


@pytest.fixture
def card(shop: Shop) -> str:
    return shop.enrol("Meena Iyer", phone=PHONE)


def edited(shop: Shop, card: str, **fields: str | None) -> None:
    editing.edit(shop.desk, shop.member_id(card), fields, staff=STAFF)


def last_body(shop: Shop) -> Mapping[str, Any]:
    with shop.store.reading() as uow:
        body: Mapping[str, Any] = json.loads(list(uow.journal.events())[-1].body)
    return body


def test_each_field_that_changed_stands_in_the_journal_with_what_it_was(shop: Shop, card: str) -> None:
    after = editing.edit(
        shop.desk,
        shop.member_id(card),
        {"name": " Meena  Rao ", "phone": "98123 45678", "language": "en"},
        staff=STAFF,
    ).holder

    assert (after.member.name, after.member.phone, after.member.language) == ("Meena Rao", OTHER, "en")
    body = last_body(shop)
    assert (body["kind"], body["member"], body["staff"]) == ("edit", after.member.member_id, STAFF)
    assert body["fields"] == {
        "name": {"old": "Meena Iyer", "new": "Meena Rao"},
        "phone": {"old": PHONE, "new": OTHER},
    }
    assert body["base"] is None
    assert members.find_phone(shop.desk, OTHER) == [after]
    assert members.find_phone(shop.desk, PHONE) == []
    assert members.find_name(shop.desk, "meena r") == [after]
    shop.sound()


def test_a_phone_can_be_taken_away(shop: Shop, card: str) -> None:
    edited(shop, card, phone=None)

    assert members.find_card(shop.desk, card)[0].member.phone is None
    assert last_body(shop)["fields"] == {"phone": {"old": PHONE, "new": None}}


def test_saying_what_is_so_already_writes_nothing(shop: Shop, card: str) -> None:
    before = shop.tables()
    edited(shop, card, name="Meena Iyer", phone="09876543210", language="en")
    assert shop.tables() == before


@pytest.mark.parametrize(
    "fields",
    [{"name": ""}, {"name": None}, {"phone": "12"}, {"language": ""}, {"language": None}, {"language": "x" * 13}],
)
def test_what_cannot_be_is_refused(shop: Shop, card: str, fields: dict[str, str | None]) -> None:
    with shop.refuses(Code.INVALID):
        edited(shop, card, **fields)


@pytest.mark.usefixtures("card")
def test_somebody_elses_phone_is_refused(shop: Shop) -> None:
    other = shop.enrol("Asha", phone=OTHER)
    with shop.refuses(Code.DUPLICATE, saying="Meena Iyer"):
        edited(shop, other, phone=PHONE)


def test_only_a_known_member_who_is_their_own_is_edited(shop: Shop, card: str) -> None:
    with shop.refuses(Code.UNKNOWN_CARD):
        editing.edit(shop.desk, "nobody", {"name": "X"}, staff=STAFF)
    member, other = shop.member_id(card), shop.enrol("Meena Iyer", phone=OTHER)
    merging.merge(shop.desk, [card], into=other, staff=STAFF)
    with shop.refuses(Code.CARD_INACTIVE, saying="merged"):
        editing.edit(shop.desk, member, {"name": "X"}, staff=STAFF)


def test_a_tier_is_set_by_hand_with_a_reason_and_kept(shop: Shop, card: str) -> None:
    change = editing.set_tier(shop.desk, shop.member_id(card), "Silver", reason="opening day", staff=STAFF)

    assert (change.from_tier, change.to_tier, change.kind) == ("Bronze", "Silver", TierChangeKind.MANUAL)
    assert shop.tier(card) == "Silver"
    body = last_body(shop)
    assert (body["kind"], body["member"], body["entries"]) == ("tier", shop.member_id(card), [])
    (row,) = body["tiers"]
    assert (row["kind"], row["reason"], row["staff"]) == ("MANUAL", "opening day", STAFF)
    shop.wait(days=365)
    assert sweeps.review_tiers(shop.desk, staff=STAFF) == 0
    shop.sound()


def test_a_tier_set_by_hand_stands_when_a_bill_is_cancelled(shop: Shop, card: str) -> None:
    bill = shop.sell(card, ("General", 1500)).bill
    assert shop.tier(card) == "Silver"
    editing.set_tier(shop.desk, shop.member_id(card), "Bronze", reason="a mistake", staff=STAFF)
    shop.cancel(bill.bill_id)
    assert shop.tier(card) == "Bronze"


@pytest.mark.parametrize(
    ("tier", "reason", "code"),
    [
        ("Silver", "  ", Code.INVALID),
        ("Silver", "x" * 201, Code.INVALID),
        ("Wood", "because", Code.INVALID),
        ("Bronze", "because", Code.INVALID),
    ],
)
def test_a_tier_is_not_set_without_a_reason_or_to_none_there_is(
    shop: Shop, card: str, tier: str, reason: str, code: Code
) -> None:
    with shop.refuses(code):
        editing.set_tier(shop.desk, shop.member_id(card), tier, reason=reason, staff=STAFF)


def test_nobodys_tier_is_not_set(shop: Shop) -> None:
    with shop.refuses(Code.UNKNOWN_CARD):
        editing.set_tier(shop.desk, card_number("9999999999"), "Silver", reason="because", staff=STAFF)


class TestHold:
    """A tier set by hand to the end of a day. The shop's day begins at half past six in the evening, UTC."""

    def given(self, shop: Shop, card: str, days: int, tier: str = "Silver") -> date:
        until = shop.desk.calendar.day_of(shop.clock.today) + timedelta(days=days)
        editing.set_tier(shop.desk, shop.member_id(card), tier, reason="a guest", staff=STAFF, until=until)
        return until

    def test_is_kept_through_its_last_day_and_falls_then(self, shop: Shop, card: str) -> None:
        until = self.given(shop, card, 10)
        assert last_body(shop)["until"] == until.isoformat()
        end = shop.desk.calendar.start_of(until + timedelta(days=1))

        found = profiles.profile(shop.desk, shop.member_id(card)).fall
        assert found is not None
        assert (found.to, found.at, found.spend_needed_minor) == ("Bronze", end, 1000_00)

        shop.clock.advance(end - timedelta(microseconds=1))
        assert sweeps.review_tiers(shop.desk, staff=STAFF) == 0
        shop.clock.advance(end)
        assert sweeps.review_tiers(shop.desk, staff=STAFF) == 1
        assert shop.tier(card) == "Bronze"
        assert profiles.profile(shop.desk, shop.member_id(card)).fall is None
        shop.sound()

    def test_is_told_of_no_earlier_than_the_days_of_grace_before(self, shop: Shop, card: str) -> None:
        self.given(shop, card, 30)
        assert profiles.profile(shop.desk, shop.member_id(card)).fall is None
        shop.wait(days=1)
        assert profiles.profile(shop.desk, shop.member_id(card)).fall is not None

    def test_a_tier_that_was_bought_meanwhile_stays(self, shop: Shop, card: str) -> None:
        self.given(shop, card, 10)
        shop.sell(card, ("General", 1500))
        shop.wait(days=40)
        assert sweeps.review_tiers(shop.desk, staff=STAFF) == 0
        assert profiles.profile(shop.desk, shop.member_id(card)).fall is None

    def test_can_be_named_again_for_the_same_tier(self, shop: Shop, card: str) -> None:
        self.given(shop, card, 10)
        shop.wait(days=5)
        self.given(shop, card, 10)
        shop.wait(days=8)
        assert sweeps.review_tiers(shop.desk, staff=STAFF) == 0
        kinds = [one.kind for one in dossiers.dossier(shop.desk, shop.member_id(card)).tiers]
        assert kinds == [TierChangeKind.MANUAL, TierChangeKind.MANUAL, TierChangeKind.INITIAL]

    def test_does_not_end_before_today(self, shop: Shop, card: str) -> None:
        with shop.refuses(Code.INVALID, saying="before today"):
            self.given(shop, card, -1)
