"""Members: enrolled once, found by whatever they can show or say, their cards replaced, their friends linked."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from itertools import cycle
from typing import Any

import pytest

from app.domain.codes import card_number, is_card_number
from app.domain.errors import Code
from app.domain.expiry import Expiry, ExpiryMode
from app.domain.member import CardStatus
from app.scenario.world import SequentialIds
from app.services.members import card_status, members, merging, profiles
from app.services.members.members import NAME_MAX, Enrolment
from tests.desks import STAFF, Shop, changed

NUMBER = card_number("7000123410")


def enrol(shop: Shop, name: str, **asked: Any) -> None:
    members.enrol(shop.desk, Enrolment(name, **asked), staff=STAFF)


def test_a_member_gets_a_valid_card_and_the_lowest_tier(shop: Shop) -> None:
    holder = members.enrol(shop.desk, Enrolment("  Meena   Iyer ", phone="98220 00091"), staff=STAFF)

    assert holder.card is not None
    assert is_card_number(holder.card.number)
    assert (holder.member.name, holder.member.phone, holder.member.tier) == ("Meena Iyer", "+919822000091", "Bronze")
    assert members.find_card(shop.desk, holder.card.number) == (holder,)
    shop.sound()


class Dealt(SequentialIds):
    """Deals the card digits it is given, again and again."""

    def __init__(self, *digits: str) -> None:
        super().__init__()
        self.digits = cycle(digits)

    def card_digits(self) -> str:
        return next(self.digits)


def test_a_fresh_number_that_is_taken_is_drawn_again(shop: Shop) -> None:
    shop.enrol(card_number=NUMBER)
    unlucky = replace(shop.desk, ids=Dealt("7000123410", "7000123410", "7000123499"))

    holder = members.enrol(unlucky, Enrolment("Ravi"), staff=STAFF)

    assert holder.card is not None
    assert holder.card.number == card_number("7000123499")


def test_dice_that_always_fall_the_same_are_broken(shop: Shop) -> None:
    shop.enrol(card_number=NUMBER)
    before = shop.tables()

    with pytest.raises(AssertionError, match="do not collide"):
        members.enrol(replace(shop.desk, ids=Dealt("7000123410")), Enrolment("Ravi"), staff=STAFF)
    assert shop.tables() == before


@pytest.mark.parametrize(
    ("name", "asked", "code", "saying"),
    [
        ("Someone", {"phone": "+91 98220-00091"}, Code.DUPLICATE, "already Meena Iyer's"),
        ("Someone", {"card_number": NUMBER}, Code.DUPLICATE, "already somebody's"),
        ("Someone", {"card_number": NUMBER[:-1] + "0"}, Code.INVALID, "not a card number"),
        ("Someone", {"card_number": "7" * 10_000}, Code.INVALID, "not a card number"),
        ("Someone", {"phone": "12"}, Code.INVALID, "not a phone number"),
        ("Someone", {"phone": "98220 00092" + " " * 40 + "x"}, Code.INVALID, "not a phone number"),
        ("Someone", {"phone": "call me"}, Code.INVALID, "not a phone number"),
        ("Someone", {"referrer_card": card_number("9" * 10)}, Code.UNKNOWN_CARD, "friend's card"),
        ("Someone", {"tier": "Diamond"}, Code.INVALID, "no tier called Diamond"),
        ("   ", {}, Code.INVALID, "between 1 and"),
        ("n" * (NAME_MAX + 1), {}, Code.INVALID, "between 1 and"),
    ],
)
def test_an_enrolment_that_cannot_be_is_refused(
    shop: Shop, name: str, asked: dict[str, str], code: Code, saying: str
) -> None:
    shop.enrol(phone="9822000091", card_number=NUMBER)

    with shop.refuses(code, saying=saying):
        enrol(shop, name, **asked)


def test_a_name_may_have_one_letter_or_the_most(shop: Shop) -> None:
    shop.enrol("म")
    shop.enrol("n" * NAME_MAX)

    assert [one.member.name for one in members.find_name(shop.desk, "n")] == ["n" * NAME_MAX]


def test_a_member_may_start_in_a_named_tier(shop: Shop) -> None:
    assert shop.tier(shop.enrol(tier="Silver")) == "Silver"


def test_a_blank_phone_is_no_phone(shop: Shop) -> None:
    assert shop.enrol("One", phone=" ") != shop.enrol("Two", phone="")


class TestFinding:
    def test_by_phone_however_it_is_typed(self, shop: Shop) -> None:
        card = shop.enrol(phone="9822000091")

        for typed in ("9822000091", "098220 00091", "+91-98220-00091", "९८२२०००९१".replace("९१", "०९१")):
            assert [one.card.number for one in members.find_phone(shop.desk, typed) if one.card] == [card], typed

    def test_a_phone_nobody_has_or_none_at_all_finds_nobody(self, shop: Shop) -> None:
        shop.enrol(phone="9822000091")

        assert list(members.find_phone(shop.desk, "9822000099")) == []
        assert list(members.find_phone(shop.desk, " ")) == []

    def test_by_the_last_four_of_phone_or_card(self, shop: Shop) -> None:
        by_phone = shop.enrol("Meena", phone="9822001234")
        by_card = shop.enrol("Ravi", card_number=NUMBER)

        assert [one.card.number for one in members.find_last_four(shop.desk, "1234") if one.card] == [by_phone]
        assert [one.card.number for one in members.find_last_four(shop.desk, NUMBER[-4:]) if one.card] == [by_card]

    def test_by_how_a_name_starts_in_either_script(self, shop: Shop) -> None:
        for name in ("Meena Iyer", "MEERA Patil", "Ravi Sharma", "आशा पाटील", "आशीष"):
            shop.enrol(name)

        def found(prefix: str) -> list[str]:
            return [one.member.name for one in members.find_name(shop.desk, prefix)]

        assert found("mee") == ["Meena Iyer", "MEERA Patil"]
        assert found("आश") == ["आशा पाटील", "आशीष"]
        assert found("आशा") == ["आशा पाटील"]
        assert found("x") == []

    def test_by_a_card_nobody_has(self, shop: Shop) -> None:
        assert list(members.find_card(shop.desk, NUMBER)) == []
        assert list(members.find_card(shop.desk, "0" * 10_000)) == []


class TestProfile:
    def test_shows_what_the_points_come_to(self, shop: Shop) -> None:
        friend = shop.enrol("Ravi")
        card = shop.enrol(referrer_card=friend)
        sold = shop.sell(card, ("General", 500))

        seen = profiles.profile(shop.desk, shop.member_id(card), card_number=card)

        assert (seen.available, seen.pending, seen.worth_minor) == (1500, 0, 150)
        assert (seen.soonest_points, seen.soonest_on) == (1500, date(2027, 1, 1))
        assert (seen.progress.next_tier, seen.progress.spend_needed_minor) == ("Silver", 500_00)
        assert (seen.last_bill, seen.referrer_name) == (sold.bill, "Ravi")
        assert seen.as_of == shop.clock.today

    def test_counts_every_lot_that_goes_on_the_first_day_together(self, shop: Shop) -> None:
        card = shop.enrol()
        for _ in range(2):
            shop.sell(card, ("General", 100))
            shop.wait(hours=1)
        shop.wait(days=3)
        shop.sell(card, ("General", 100))

        seen = profiles.profile(shop.desk, shop.member_id(card))

        assert (seen.soonest_points, seen.soonest_on) == (600, date(2027, 1, 1))

    def test_of_points_that_never_expire_names_no_day(self, shop: Shop) -> None:
        shop.publish(changed(expiry=Expiry(ExpiryMode.NEVER, 0)))
        card = shop.enrol()
        shop.sell(card, ("General", 100))

        seen = profiles.profile(shop.desk, shop.member_id(card))

        assert (seen.soonest_points, seen.soonest_on, seen.last_bill is None) == (0, None, False)

    def test_of_nobody_is_refused(self, shop: Shop) -> None:
        with shop.refuses(Code.UNKNOWN_CARD):
            profiles.profile(shop.desk, "nobody")
        with shop.refuses(Code.UNKNOWN_CARD):
            profiles.profile(shop.desk, "nobody", card_number=NUMBER)


class TestReferrers:
    def test_a_friend_is_linked_once(self, shop: Shop) -> None:
        card, friend, other = shop.enrol("Meena"), shop.enrol("Ravi"), shop.enrol("Lata")

        members.link_referrer(shop.desk, card, referrer_card=friend, staff=STAFF)

        assert profiles.profile(shop.desk, shop.member_id(card)).referrer_name == "Ravi"
        with shop.refuses(Code.INVALID, saying="set once"):
            members.link_referrer(shop.desk, card, referrer_card=other, staff=STAFF)

    def test_whoever_was_merged_is_who_remains(self, shop: Shop) -> None:
        gone, card, friend_gone, friend = (shop.enrol(name) for name in ("Mina", "Meena", "Ravee", "Ravi"))
        for one, into in ((gone, card), (friend_gone, friend)):
            merging.merge(shop.desk, [one], into=into, staff=STAFF)

        members.link_referrer(shop.desk, gone, referrer_card=friend_gone, staff=STAFF)

        assert profiles.profile(shop.desk, shop.member_id(card)).referrer_name == "Ravi"

    def test_nobody_refers_themselves_or_closes_a_circle(self, shop: Shop) -> None:
        first = shop.enrol("First")
        second = shop.enrol("Second", referrer_card=first)
        third = shop.enrol("Third", referrer_card=second)

        with shop.refuses(Code.INVALID, saying="itself"):
            members.link_referrer(shop.desk, first, referrer_card=first, staff=STAFF)
        with shop.refuses(Code.INVALID, saying="circle"):
            members.link_referrer(shop.desk, first, referrer_card=third, staff=STAFF)

    def test_cards_nobody_has_link_nothing(self, shop: Shop) -> None:
        card = shop.enrol()

        for one, other in ((card, NUMBER), (NUMBER, card)):
            with shop.refuses(Code.UNKNOWN_CARD):
                members.link_referrer(shop.desk, one, referrer_card=other, staff=STAFF)


class TestCards:
    def test_a_lost_card_is_replaced_and_the_points_stay(self, shop: Shop) -> None:
        old = shop.enrol()
        shop.credit(old, 500_00)
        card_status.set_card_status(shop.desk, old, CardStatus.LOST, staff=STAFF)

        holder = card_status.replace_card(shop.desk, old, new_number=NUMBER, staff=STAFF)

        assert holder.card is not None
        assert shop.available(holder.card.number) == 500_00
        assert shop.sell(NUMBER, ("General", 100), redeem=100_00).bill.redeemed_points == 100_00
        with shop.refuses(Code.CARD_INACTIVE):
            shop.sell(old, ("General", 100))
        shop.sound()

    def test_a_card_is_replaced_once(self, shop: Shop) -> None:
        old = shop.enrol()
        card_status.replace_card(shop.desk, old, staff=STAFF)

        with shop.refuses(Code.CARD_INACTIVE, saying="replaced"):
            card_status.replace_card(shop.desk, old, staff=STAFF)

    def test_a_replaced_card_stays_replaced(self, shop: Shop) -> None:
        old = shop.enrol()
        card_status.replace_card(shop.desk, old, staff=STAFF)

        with shop.refuses(Code.CARD_INACTIVE, saying="replaced"):
            card_status.set_card_status(shop.desk, old, CardStatus.ACTIVE, staff=STAFF)

    def test_a_new_card_that_is_somebodys_is_refused(self, shop: Shop) -> None:
        card = shop.enrol()
        shop.enrol(card_number=NUMBER)

        with shop.refuses(Code.DUPLICATE):
            card_status.replace_card(shop.desk, card, new_number=NUMBER, staff=STAFF)

    def test_a_blocked_card_works_again_when_unblocked(self, shop: Shop) -> None:
        card = shop.enrol()
        card_status.set_card_status(shop.desk, card, CardStatus.BLOCKED, staff=STAFF)
        with shop.refuses(Code.CARD_INACTIVE, saying="blocked"):
            shop.sell(card, ("General", 100))

        card_status.set_card_status(shop.desk, card, CardStatus.ACTIVE, staff=STAFF)

        assert shop.sell(card, ("General", 100)).bill.earned_points == 300

    def test_a_card_reported_lost_twice_was_lost_when_it_was_reported_first(self, shop: Shop) -> None:
        card = shop.enrol()
        card_status.set_card_status(shop.desk, card, CardStatus.LOST, staff=STAFF)
        (first,) = members.find_card(shop.desk, card)

        shop.wait(hours=1)
        card_status.set_card_status(shop.desk, card, CardStatus.LOST, staff=STAFF)

        assert members.find_card(shop.desk, card) == (first,)
        with shop.store.reading() as uow:
            assert [event.kind for event in uow.journal.events()][-2:] == ["card", "card"], "both are told"

    def test_a_card_nobody_has_is_neither_blocked_nor_replaced(self, shop: Shop) -> None:
        with shop.refuses(Code.UNKNOWN_CARD):
            card_status.set_card_status(shop.desk, NUMBER, CardStatus.BLOCKED, staff=STAFF)
        with shop.refuses(Code.UNKNOWN_CARD):
            card_status.replace_card(shop.desk, NUMBER, staff=STAFF)


def test_what_a_member_agreed_to_is_sealed_with_who_they_are(shop):
    shop.enrol("Ravi Sharma", consent=members.Consent("2026-11", "I agree."))
    shop.enrol("Meena Iyer")
    with shop.store.reading() as uow:
        bodies = [json.loads(event.body) for event in uow.journal.events() if event.kind == "enrol"]
    assert [body.get("consent") for body in bodies] == [{"version": "2026-11", "wording": "I agree."}, None]
