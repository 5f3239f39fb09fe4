"""Members: found by whatever they show or say, with the card that counts."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from psycopg.errors import UniqueViolation
from sqlcipher3.dbapi2 import IntegrityError

from app.domain.member import Card, CardStatus, Holder, Member
from app.domain.segments import Known
from app.persistence.uow import SqlStore
from app.services.ports import FOUND_MAX
from tests.contract import facts
from tests.contract.conftest import Opened


def enrol(store: SqlStore, *holders: Holder) -> None:
    with store.writing() as unit:
        for holder in holders:
            assert holder.card is not None
            unit.members.add(holder.member, holder.card)


def holder(number: int = 1, **changes: object) -> Holder:
    """The nth of many members, alike unless said otherwise; ids and cards differ."""
    plain = {"phone": f"+9198765{number:05}"}
    return Holder(facts.member(f"m{number:03}", **(plain | changes)), facts.card(f"m{number:03}", number))


def names(found: object) -> list[str]:
    assert isinstance(found, list)
    return [one.member.name for one in found]


def test_a_member_is_found_by_card_id_and_phone(store: SqlStore) -> None:
    known, other = holder(1, referrer_id="m002", points=12_50, debt=3, tier="Gold"), holder(2)
    enrol(store, known, other)
    assert known.card is not None
    with store.reading() as unit:
        assert unit.members.by_card(known.card.number) == known
        assert unit.members.by_id("m001") == known
        assert unit.members.by_phone("+919876500001") == [known]


def test_who_is_not_a_member_is_not_found(store: SqlStore) -> None:
    enrol(store, holder())
    with store.reading() as unit:
        members = unit.members
        assert (members.by_card("700012345678"), members.by_id("m9")) == (None, None)
        assert (members.by_phone("+919876500002"), members.by_last_four("9999"), members.by_name("z")) == ([], [], [])


def test_a_member_may_have_no_phone(store: SqlStore) -> None:
    silent = holder(phone=None)
    enrol(store, silent)
    with store.reading() as unit:
        assert unit.members.by_id("m001") == silent


def test_a_card_that_was_shown_is_answered_whatever_its_state(store: SqlStore) -> None:
    known = holder()
    enrol(store, known)
    assert known.card is not None
    with store.writing() as unit:
        unit.members.set_card_status(known.card.number, CardStatus.BLOCKED, facts.later(5))
    blocked = replace(known.card, status=CardStatus.BLOCKED, status_at=facts.later(5))
    with store.reading() as unit:
        assert unit.members.by_card(known.card.number) == Holder(known.member, blocked)
        assert unit.members.by_id("m001") == Holder(known.member, None)
        assert unit.members.by_phone("+919876500001") == [Holder(known.member, None)]


def test_a_replaced_card_leads_to_the_new_one_by_any_other_way(store: SqlStore) -> None:
    known, fresh = holder(), facts.card("m001", 77)
    enrol(store, known)
    assert known.card is not None
    with store.writing() as unit:
        unit.members.set_card_status(known.card.number, CardStatus.REPLACED, facts.later(5))
        unit.members.add_card(fresh)
    with store.reading() as unit:
        assert unit.members.by_id("m001") == Holder(known.member, fresh)
        assert unit.members.by_name("meena") == [Holder(known.member, fresh)]


def test_a_member_never_has_two_active_cards(store: SqlStore) -> None:
    enrol(store, holder())
    with pytest.raises((IntegrityError, UniqueViolation)), store.writing() as unit:
        unit.members.add_card(facts.card("m001", 77))


def test_last_four_digits_are_those_of_the_phone_or_a_card(store: SqlStore) -> None:
    by_phone, by_card = holder(1, phone="+919876543210"), holder(2)
    digits = "3210"
    numbered = Holder(by_card.member, Card(f"70001234{digits}", "m002", CardStatus.ACTIVE, facts.NOON))
    enrol(store, by_phone, numbered, holder(3))
    with store.reading() as unit:
        assert unit.members.by_last_four(digits) == [by_phone, numbered]


def test_who_matches_by_phone_and_card_is_found_once(store: SqlStore) -> None:
    known = holder(1, phone="+919876543210")
    same = Holder(known.member, Card("700012343210", "m001", CardStatus.ACTIVE, facts.NOON))
    enrol(store, same)
    with store.reading() as unit:
        assert unit.members.by_last_four("3210") == [same]


@pytest.mark.parametrize(
    "typed",
    ["meena", "MEENA I", "  meena   iyer ", "\uff2deena", "Meena Iyer"],
    ids=["lower", "upper", "spaces", "wide", "whole"],
)
def test_names_are_found_as_people_type_them(store: SqlStore, typed: str) -> None:
    enrol(store, holder(1), holder(2, name="Ameena Rao"), holder(3, name="Meen"))
    with store.reading() as unit:
        assert names(unit.members.by_name(typed)) == ["Meena Iyer"]


@pytest.mark.parametrize(("name", "typed"), [("Straße", "STRASSE"), ("मीना अय्यर", "मीना"), ("Ünal", "ünal")])
def test_names_are_found_in_any_script(store: SqlStore, name: str, typed: str) -> None:
    enrol(store, holder(name=name))
    with store.reading() as unit:
        assert names(unit.members.by_name(typed)) == [name]


def test_names_come_in_order_and_a_screenful_of_them(store: SqlStore) -> None:
    enrol(store, *(holder(n, name=f"Ravi {n:02}", phone="+919876543210") for n in range(FOUND_MAX + 5, 0, -1)))
    with store.reading() as unit:
        assert names(unit.members.by_name("ravi")) == [f"Ravi {n:02}" for n in range(1, FOUND_MAX + 1)]
        assert len(unit.members.by_phone("+919876543210")) == FOUND_MAX
        assert len(unit.members.by_last_four("3210")) == FOUND_MAX


def test_a_member_changes_by_what_is_set(store: SqlStore) -> None:
    known = holder()
    enrol(store, known)
    with store.writing() as unit:
        unit.members.set_referrer("m001", "m002")
        unit.members.set_merged("m001", "m003")
        unit.members.set_tier("m001", "Silver")
        unit.ledger.save_balance("m001", points=-5, debt=5)
    with store.reading() as unit:
        changed: Member = replace(
            known.member, referrer_id="m002", merged_into="m003", tier="Silver", points=-5, debt=5
        )
        assert unit.members.by_id("m001") == Holder(changed, known.card)


def test_ancestry_goes_up_the_referrers_nearest_first(store: SqlStore) -> None:
    links = {1: 2, 2: 3, 3: None, 4: 1}
    enrol(store, *(holder(n, referrer_id=up and f"m{up:03}") for n, up in links.items()))
    with store.reading() as unit:
        assert unit.members.ancestry("m004") == ["m001", "m002", "m003"]
        assert unit.members.ancestry("m003") == []


def test_ancestry_goes_on_from_who_remains_of_a_merge(store: SqlStore) -> None:
    merged = holder(2, referrer_id="m003", merged_into="m004")
    enrol(store, holder(1, referrer_id="m002"), merged, holder(3), holder(4, referrer_id="m005"), holder(5))
    with store.reading() as unit:
        assert unit.members.ancestry("m001") == ["m002", "m004", "m005"]


def test_a_circle_that_a_merge_closed_is_gone_round_once(store: SqlStore) -> None:
    enrol(store, holder(1, referrer_id="m002"), holder(2, merged_into="m001"))
    with store.reading() as unit:
        assert unit.members.ancestry("m001") == ["m002", "m001"]


def test_who_was_merged_into_a_member_is_known_and_since_when(store: SqlStore) -> None:
    enrol(store, holder(1, merged_into="m003"), holder(2, merged_into="m001"), holder(3), holder(4, merged_into="m003"))
    at = facts.NOON + timedelta(days=1)
    with store.writing() as unit:
        unit.members.add_card(replace(facts.card("m001", 9), status=CardStatus.LOST, status_at=facts.NOON))
        unit.members.set_card_status(facts.card("m001", 1).number, CardStatus.REPLACED, at)
        assert unit.members.taken_in("m003") == [("m001", at), ("m004", facts.card("m004", 4).status_at)]
        assert unit.members.taken_in("m002") == []


def test_whom_somebody_brought_who_was_merged_stands_with_who_remains(store: SqlStore) -> None:
    enrol(
        store,
        *(holder(1, merged_into="m002"), holder(2, merged_into="m003"), holder(3, referrer_id="m001")),
        *(holder(4, referrer_id="m001"), holder(5, referrer_id="m003")),
        holder(6, referrer_id="m002", merged_into="m007"),
    )
    with store.reading() as unit:
        assert [one.member.member_id for one in unit.members.brought_by("m003")] == ["m004", "m005"]
        assert [one.member.member_id for one in unit.members.brought_by("m002")] == ["m003", "m004"]


def test_points_are_followed_through_merges(store: SqlStore) -> None:
    enrol(store, holder(1, merged_into="m002"), holder(2, merged_into="m003"), holder(3))
    with store.reading() as unit:
        assert [unit.members.holder_of_points(f"m00{n}") for n in (1, 2, 3)] == ["m003"] * 3


def test_a_member_may_have_an_email_and_a_birthday(store: SqlStore) -> None:
    told, silent = holder(1, email="meena@example.in", birthday="--02-29"), holder(2)
    enrol(store, told, silent)
    changed = replace(silent.member, email="ravi@example.in")
    with store.writing() as unit:
        assert unit.members.by_id("m001") == told
        unit.members.set_profile(changed)
        unit.members.set_profile(replace(told.member, birthday=None))
    with store.reading() as unit:
        found = [unit.members.by_id(one) for one in ("m001", "m002")]
    assert [one.member for one in found if one] == [replace(told.member, birthday=None), changed]


def test_whose_birthday_it_is_can_be_asked_without_opening_any(store: SqlStore, engines: Opened) -> None:
    """The same day is the same bytes, and says nothing about the day or anything else that is sealed."""
    days = ("--02-29", "--05-01", "--02-29")
    enrol(store, *(holder(n, birthday=day, email=day) for n, day in enumerate(days, 1)))
    with engines.reader.begin() as connection:
        asked = "SELECT birthday_sealed, email_sealed FROM members ORDER BY member_id"
        rows = [tuple(map(bytes, row)) for row in connection.exec_driver_sql(asked)]
    birthdays = [birthday for birthday, _ in rows]
    assert birthdays[0] == birthdays[2] != birthdays[1]
    assert not set(birthdays) & {email for _, email in rows}, "sealed as of another field"
    assert not any(b"02-29" in cell for row in rows for cell in row)


def test_no_phone_stands_readable_in_the_database(store: SqlStore, engines: Opened) -> None:
    enrol(store, holder(phone="+919876543210"))
    with engines.reader.begin() as connection:
        row = connection.exec_driver_sql("SELECT * FROM members").one()
    readable = b"|".join(cell if isinstance(cell, bytes) else str(cell).encode() for cell in row)
    assert b"9876543210" not in readable
    assert b"3210" not in readable


def test_who_was_merged_away_is_looked_up_as_nobody_but_still_known_by_id(store: SqlStore) -> None:
    enrol(store, holder(1, name="Ravi"), holder(2, name="Ravindra"))
    with store.writing() as unit:
        unit.members.set_merged("m001", "m002")
    with store.reading() as unit:
        assert names(unit.members.by_name("rav")) == ["Ravindra"]
        assert unit.members.by_phone("+919876500001") == []
        assert "Ravi" not in names(unit.members.by_last_four("0001"))
        known = unit.members.by_id("m001")
    assert known is not None
    assert known.member.merged_into == "m002"


def test_what_segments_ask_of_members_is_told_in_the_order_of_their_ids(store: SqlStore) -> None:
    leap, brought = holder(1, birthday="--02-29", tier="Gold"), holder(3, referrer_id="m001")
    enrol(store, brought, holder(2, merged_into="m001"), leap)
    with store.reading() as unit:
        first, second = unit.members.known_after("", limit=9)
        assert (first, second) == (("m001", Known.of(leap.member)), ("m003", Known.of(brought.member)))
        assert (first[1].born_on, first[1].is_brought, second[1].is_brought) == ((2, 29), False, True)
        assert unit.members.known_after("m001", limit=1) == [second]
        assert unit.members.known_after("m003", limit=1) == []
