"""Contacts: what people type as an e-mail or a birthday, and the one spelling it is kept in."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

import pytest

from app.domain.errors import Code, DomainError
from app.services.chain.adopting import adopt_answer
from app.services.chain.images import Image, without_contacts
from app.services.members import editing, members
from app.services.members.contacts import day_and_month, normalised_birthday, normalised_email, with_contacts
from app.services.plain import NotPlainError
from tests.contract import facts
from tests.desks import STAFF, Shop
from tests.unit.services.chains import Pair, chained

LONGEST = f"{'a' * 64}@{'b' * 63}.{'c' * 63}.{'d' * 58}.in"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        (None, None),
        ("", None),
        ("  ", None),
        ("meena@example.in", "meena@example.in"),
        (" Meena.Rao+shop@Example.CO.in ", "Meena.Rao+shop@example.co.in"),
        ("o_x-1@a1-b.museum", "o_x-1@a1-b.museum"),
        ("मीना@उदाहरण.भारत", "मीना@उदाहरण.भारत"),
        (LONGEST, LONGEST),
    ],
)
def test_an_email_is_kept_as_its_owner_writes_it(typed: str | None, kept: str | None) -> None:
    assert normalised_email(typed) == kept
    assert normalised_email(kept) == kept


@pytest.mark.parametrize(
    "typed",
    [
        "meena",
        "meena@",
        "@example.in",
        "meena@example",
        "meena@example..in",
        "meena@.in",
        "meena@example.in.",
        "meena@-example.in",
        "meena@exam ple.in",
        "mee na@example.in",
        "meena@@example.in",
        "meena@example.in, ravi@example.in",
        "Meena <meena@example.in>",
        "mee..na@example.in",
        ".meena@example.in",
        "meena@10.0.0.1",
        "meena@example.in\nBcc: everybody@example.in",
        "meena@example.in\x00",
        "meena\u202e@example.in",
        '"a"@example.in',
        "a" * 65 + "@example.in",
        f"a@{'b' * 64}.in",
        f"{LONGEST}n",
    ],
)
def test_what_is_no_email_is_refused(typed: str) -> None:
    with pytest.raises(DomainError) as refused:
        normalised_email(typed)
    assert refused.value.code is Code.INVALID
    assert "name@example.in" in refused.value.message


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        (None, None),
        ("", None),
        (" ", None),
        ("29/2", "--02-29"),
        ("29/02", "--02-29"),
        ("29.2.", "--02-29"),
        ("29-2", "--02-29"),
        ("29 2", "--02-29"),
        ("1/12", "--12-01"),
        ("31/12/1980", "--12-31"),
        ("31-12-80", "--12-31"),
        ("29 Feb", "--02-29"),
        ("29 FEBRUARY 1980", "--02-29"),
        ("5-sept-1980", "--09-05"),
        ("1 May, 1980", "--05-01"),
        ("1980-02-29", "--02-29"),
        ("1980-02-29 00:00:00", "--02-29"),
        ("1980-2-9T00:00", "--02-09"),
        ("--02-29", "--02-29"),
        ("30/11", "--11-30"),
    ],
)
def test_a_birthday_is_kept_without_a_year(typed: str | None, kept: str | None) -> None:
    assert normalised_birthday(typed) == kept
    assert normalised_birthday(kept) == kept


@pytest.mark.parametrize(
    "typed",
    [
        "soon",
        "2902",
        "29",
        "30/2",
        "31/4",
        "32/1",
        "0/1",
        "1/0",
        "1/13",
        "2/29",
        "--02-30",
        "--13-01",
        "1980-13-01",
        "29 Fe",
        "29 Febr 1",
        "29 Foo",
        "29/2/19801",
        "٢٩/٢",
        "29/2" + " " * 3 + "x" * 30,
    ],
)
def test_what_is_no_day_of_a_year_is_refused(typed: str) -> None:
    with pytest.raises(DomainError) as refused:
        normalised_birthday(typed)
    assert refused.value.code is Code.INVALID
    assert "29 Feb" in refused.value.message


def test_day_and_month_of_a_birthday() -> None:
    assert day_and_month("--02-29") == (29, 2)


# In the journal and in the store


def last_body(shop: Shop) -> dict[str, Any]:
    with shop.store.reading() as uow:
        body: dict[str, Any] = json.loads(list(uow.journal.events())[-1].body)
    return body


def test_a_member_is_enrolled_with_what_they_said(shop: Shop) -> None:
    card = shop.enrol("Meena", email=" meena@Example.in", birthday="29/2/1980")
    assert last_body(shop)["contacts"] == {"email": "meena@example.in", "birthday": "--02-29"}
    member = members.find_card(shop.desk, card)[0].member
    assert (member.email, member.birthday) == ("meena@example.in", "--02-29")
    shop.enrol("Ravi", birthday="1 May")
    assert last_body(shop)["contacts"] == {"birthday": "--05-01"}
    shop.enrol("Asha", email="", birthday="")
    assert "contacts" not in last_body(shop), "the event is what it was before there were any"
    shop.sound()


@pytest.mark.parametrize("asked", [{"email": "meena"}, {"birthday": "31/2"}])
def test_nobody_is_enrolled_with_what_cannot_be(shop: Shop, asked: dict[str, str]) -> None:
    with shop.refuses(Code.INVALID):
        shop.enrol("Meena", **asked)


def test_what_changed_stands_in_the_journal_with_what_it_was(shop: Shop) -> None:
    card = shop.enrol("Meena", email="meena@example.in")
    member_id = shop.member_id(card)
    wanted = {"email": "MEENA@example.in", "birthday": "29 Feb"}
    editing.edit(shop.desk, member_id, wanted, staff=STAFF)
    assert last_body(shop)["fields"] == {
        "email": {"old": "meena@example.in", "new": "MEENA@example.in"},
        "birthday": {"old": None, "new": "--02-29"},
    }
    editing.edit(shop.desk, member_id, {"email": None, "birthday": ""}, staff=STAFF)
    member = members.find_card(shop.desk, card)[0].member
    assert (member.email, member.birthday) == (None, None)
    shop.sound()


@pytest.mark.parametrize("fields", [{"email": "meena"}, {"birthday": "31/2"}])
def test_a_change_to_what_cannot_be_is_refused(shop: Shop, fields: dict[str, str]) -> None:
    member_id = shop.member_id(shop.enrol("Meena"))
    with shop.refuses(Code.INVALID):
        editing.edit(shop.desk, member_id, fields, staff=STAFF)


# As an enrolment says them


def test_what_an_enrolment_says_is_taken_as_it_is_kept() -> None:
    member = facts.member(email=None, birthday=None)
    said = {"email": "meena@example.in", "birthday": "--02-29", "nickname": ["of a later version"]}
    taken = with_contacts(member, said)
    assert (taken.email, taken.birthday) == ("meena@example.in", "--02-29")
    assert with_contacts(taken, {}) == with_contacts(taken, {"email": None}) == member


@pytest.mark.parametrize("said", [None, [], "x", {"email": 7}, {"birthday": "29/2"}, {"email": " meena@example.in"}])
def test_what_is_not_as_it_is_kept_is_not_taken(said: Any) -> None:
    with pytest.raises(NotPlainError, match="contacts"):
        with_contacts(facts.member(), said)


# In a chain


@pytest.fixture
def pair() -> Iterator[Pair]:
    with chained() as pair:
        yield pair


def known(shop: Shop, card: str) -> tuple[str | None, str | None]:
    member = members.find_card(shop.desk, card)[0].member
    return member.email, member.birthday


def adopt(pair: Pair, images: Sequence[Image], *, tells_contacts: bool) -> None:
    told = pair.tidings()
    view = replace(told.view, position=pair.link().seen + 1, tells_contacts=tells_contacts)
    adopt_answer(pair.counter.desk, replace(told, view=view, members=[(view.position, one) for one in images]))


def test_the_server_takes_them_in_and_tells_them(pair: Pair) -> None:
    card = pair.counter.enrol("Meena", email="meena@example.in", birthday="29/2")
    pair.take_in()
    assert known(pair.server, card) == ("meena@example.in", "--02-29")
    editing.edit(pair.server.desk, pair.server.member_id(card), {"birthday": "1/5", "email": None}, staff=STAFF)
    pair.tell()
    assert known(pair.counter, card) == (None, "--05-01")


def test_what_a_server_does_not_know_of_stays_as_it_is_known_here(pair: Pair) -> None:
    card = pair.counter.enrol("Meena", email="meena@example.in", birthday="29/2")
    pair.take_in()
    told = [without_contacts(image) for image in pair.images(pair.server)]
    assert [image.member.email for image in told] == [None]
    adopt(pair, told, tells_contacts=False)
    assert known(pair.counter, card) == ("meena@example.in", "--02-29")
    adopt(pair, told, tells_contacts=True)
    assert known(pair.counter, card) == (None, None), "it knows that there is none"


def test_whom_such_a_server_brings_is_taken_in_as_told(pair: Pair) -> None:
    card = pair.server.enrol("Ravi")
    pair.counter.enrol("Meena")
    adopt(pair, [without_contacts(image) for image in pair.images(pair.server)], tells_contacts=False)
    assert known(pair.counter, card) == (None, None)
