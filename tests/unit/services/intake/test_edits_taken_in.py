"""Edits made at a counter without a line: merged field by field at the server, and laid over what is told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import UTC, datetime
from typing import Any

import pytest

from app.domain.errors import Code, DomainError
from app.services.intake import CannotTakeIn, Incoming, Note, Taken, take_in
from app.services.members import editing, merging
from app.services.members.edits import Edit, FieldEdit
from app.services.plain import NotPlainError
from app.services.posting import Page
from tests.desks import STAFF, Shop
from tests.unit.services.chains import Pair, chained

PHONE, OTHER, THIRD = "+919876543210", "+919812345678", "+919820003210"
AT = datetime(2026, 6, 1, tzinfo=UTC)


@pytest.fixture
def pair() -> Iterator[Pair]:
    with chained() as pair:
        yield pair


@pytest.fixture
def member(pair: Pair) -> str:
    """Known to both, as Meena Iyer."""
    member_id = pair.counter.member_id(pair.counter.enrol("Meena Iyer", phone=PHONE))
    pair.take_in()
    pair.tell()
    return member_id


def edit(shop: Shop, member: str, **fields: str | None) -> None:
    editing.edit(shop.desk, member, fields, staff=STAFF)


def who(shop: Shop, member: str) -> tuple[str, str | None, str]:
    with shop.store.reading() as uow:
        holder = uow.members.by_id(member)
    assert holder is not None
    return holder.member.name, holder.member.phone, holder.member.language


def taken(shop: Shop, body: Mapping[str, Any]) -> Taken:
    """Taken in, and thrown away again."""
    found: list[Taken] = []
    with suppress(InterruptedError), shop.store.writing() as uow:
        found.append(take_in(Page.open(shop.desk, uow), Incoming("edit", body, AT, AT), keeps_facts=True))
        raise InterruptedError
    return found[0]


def body(member: str, base: object = 9, **fields: object) -> dict[str, Any]:
    return {"member": member, "fields": fields, "base": base, "staff": STAFF}


def test_what_was_changed_on_either_side_of_different_fields_stands(pair: Pair, member: str) -> None:
    edit(pair.counter, member, phone=OTHER)
    edit(pair.server, member, name="Meena Rao")
    pair.tell()
    assert who(pair.counter, member) == ("Meena Rao", OTHER, "en")
    pair.take_in()
    pair.tell()
    assert who(pair.counter, member) == who(pair.server, member) == ("Meena Rao", OTHER, "en")
    assert pair.reviews() == []


def test_the_same_field_goes_by_the_servers_order(pair: Pair, member: str) -> None:
    edit(pair.counter, member, name="M. Iyer")
    edit(pair.server, member, name="Meena Rao")
    pair.take_in()
    pair.tell()
    assert who(pair.counter, member) == who(pair.server, member) == ("M. Iyer", PHONE, "en")
    edit(pair.server, member, name="Meena Rao")
    pair.tell()
    assert who(pair.counter, member)[0] == "Meena Rao"


def test_the_event_says_on_what_it_was_made(pair: Pair, member: str) -> None:
    with pair.counter.store.reading() as uow:
        told = uow.shared.told(member)
    made = editing.edit(pair.counter.desk, member, {"language": "hi"}, staff=STAFF).made
    assert told is not None
    assert made is not None
    assert (made[0].base, made[1].epoch) == (told.position, 2)


def test_what_gave_way_is_told_of_and_listed(pair: Pair, member: str) -> None:
    edit(pair.server, member, name="Meena Rao", language="kn")
    fields = {name: {"old": old, "new": new} for name, old, new in (("name", "X", "Y"), ("language", "en", "hi"))}
    found = taken(pair.server, body(member, **fields))
    assert found.notes == [Note("EDITED_TWICE", {"member": member, "fields": ["name"]})]
    expected = {"name": FieldEdit("X", "Y", "Meena Rao", "Y"), "language": FieldEdit("en", "hi", "kn", "hi")}
    assert found.edits == [Edit(member, expected, STAFF, 9, AT)]


def test_two_who_changed_it_to_the_same_do_not_contest(pair: Pair, member: str) -> None:
    edit(pair.server, member, name="Meena Rao")
    found = taken(pair.server, body(member, "odd", name={"old": "Meena Iyer", "new": "Meena Rao"}))
    assert (found.notes, found.edits[0].base) == ([], None)


def test_a_phone_that_is_somebody_elses_by_then_is_shown_to_a_person(pair: Pair, member: str) -> None:
    edit(pair.counter, member, phone=OTHER)
    other = pair.server.member_id(pair.server.enrol("Asha", phone=OTHER))
    with pair.counter.store.reading() as uow:
        *_, event = uow.journal.events()
    found = taken(pair.server, body(member, phone={"old": PHONE, "new": OTHER}))
    assert found.notes == [Note("SAME_PHONE", {"members": [other, member]})]
    assert event.kind == "edit"


def test_a_phone_taken_away_is_nobodys(pair: Pair, member: str) -> None:
    pair.server.enrol("Asha")
    found = taken(pair.server, body(member, phone={"old": PHONE, "new": None}))
    assert (found.notes, found.edits[0].fields["phone"].stands) == ([], None)


def test_who_was_merged_away_takes_along_what_nobody_had_changed(pair: Pair) -> None:
    counter = pair.counter
    cards = [counter.enrol("Meena Iyer", phone=phone) for phone in (None, OTHER)]
    source, target = (counter.member_id(card) for card in cards)
    pair.take_in()
    pair.tell()
    edit(counter, source, name="Meena Rao", phone=THIRD)
    merging.merge(pair.server.desk, cards[:1], into=cards[1], staff=STAFF)
    pair.tell()
    assert who(counter, target) == ("Meena Rao", OTHER, "en")
    pair.take_in()
    pair.tell()
    assert who(counter, target) == who(pair.server, target) == ("Meena Rao", OTHER, "en")
    found = taken(pair.server, body(source, phone={"old": None, "new": THIRD}))
    assert found.edits[0].fields["phone"] == FieldEdit(None, THIRD, OTHER, OTHER)
    assert found.notes == [Note("EDITED_TWICE", {"member": target, "fields": ["phone"]})]


@pytest.mark.parametrize(
    "fields",
    [
        {"name": "Meena"},
        {"name": {"old": 1, "new": "Meena"}},
        {"name": {"old": "Meena", "new": ["M"]}},
        {"name": {"old": "Meena", "new": " Meena  Rao"}},
        {"phone": {"old": None, "new": "98765 43210"}},
    ],
)
def test_what_is_not_an_edit_as_one_is_sealed_is_not_taken_in(pair: Pair, member: str, fields: Any) -> None:
    with pytest.raises(NotPlainError, match="fields"):
        taken(pair.server, body(member, **fields))


def test_neither_is_one_that_no_counter_lets_through(pair: Pair, member: str) -> None:
    with pytest.raises(DomainError) as refusal:
        taken(pair.server, body(member, name={"old": "Meena Iyer", "new": ""}))
    assert refusal.value.code is Code.INVALID
    with pytest.raises(NotPlainError, match="expected an object"):
        taken(pair.server, {**body(member), "fields": [1]})
    with pytest.raises(CannotTakeIn, match="MEMBER-UNKNOWN"):
        taken(pair.server, body("nobody"))


def test_a_field_of_a_newer_counter_is_left_alone(pair: Pair, member: str) -> None:
    found = taken(pair.server, body(member, nickname={"old": None, "new": "Minu"}))
    assert (found.notes, found.edits) == ([], [Edit(member, {}, STAFF, 9, AT)])


def test_a_tier_is_set_by_hand_at_the_server_only(pair: Pair, member: str) -> None:
    with pair.counter.refuses(Code.ONLY_SERVER, saying="server only"):
        editing.set_tier(pair.counter.desk, member, "Silver", reason="because", staff=STAFF)
