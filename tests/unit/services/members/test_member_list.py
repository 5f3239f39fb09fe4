"""A list of members: who is enrolled with what, what is said of the rest, and that twice is once."""

from __future__ import annotations

import pytest

from app.domain.codes import card_number
from app.domain.member import CardStatus
from app.services.lists import ListUnreadable
from app.services.members import adjustments, card_status, member_list, members
from app.services.members.listing import members_listed
from app.services.members.member_list import read, take_in
from tests.desks import memory_shop

HEADER = ("Customer Name", "Mobile", "Card number", "Balance")
CARD = card_number("7000999900")


@pytest.fixture
def desk():
    with memory_shop() as shop:
        yield shop.desk


def take(desk, *rows, header=HEADER):
    return take_in(desk, read(desk, [header, *rows]), staff="owner")


def known(desk):
    return {(one.name, one.phone, one.points) for one in members_listed(desk)}


def test_everybody_is_enrolled_with_their_points(desk):
    taken = take(desk, ("Meena  Iyer", "98220 00091", "", "1,250"), ("", "", "", ""), ("Ravi", "9820003210", "", ""))
    assert (taken.enrolled, taken.problems) == (2, ())
    assert known(desk) == {("Meena Iyer", "+919822000091", 125_000), ("Ravi", "+919820003210", 0)}


def test_a_card_that_is_listed_is_theirs(desk):
    number = members.enrol(desk, members.Enrolment("Somebody", "9822000099"), staff="test").card.number
    taken = take(desk, ("Meena", "9822000091", CARD, "12.5"), ("Ravi", "9820003210", number, "5"))
    assert members.find_card(desk, CARD)[0].member.name == "Meena"
    assert [(problem.row_number, problem.what) for problem in taken.problems] == [(3, "another member's card")]


@pytest.mark.parametrize("written", [CARD, f"{CARD[:4]} {CARD[4:8]} {CARD[8:]}", f'="{CARD}"'])
def test_a_card_is_written_as_it_stands_on_it_or_as_a_spreadsheet_keeps_it(desk, written):
    take(desk, ("Meena", "9822000091", written, ""))
    assert members.find_card(desk, CARD)[0].member.name == "Meena"


def test_a_tier_is_where_they_begin(desk):
    head = ("name", "phone", "Level")
    rows = (("Meena", "9822000091", "silver"), ("Ravi", "9820003210", ""), ("Asha", "9820003211", "Steel"))
    taken = take(desk, *rows, header=head)
    assert [one.what for one in taken.problems] == ["unknown tier"]
    assert (taken.enrolled, {one.name: one.tier for one in members_listed(desk)}) == (
        2,
        {"Meena": "Silver", "Ravi": "Bronze"},
    )


def test_reading_a_list_writes_nothing(desk):
    found = read(desk, [HEADER, ("Meena", "9822000091", "", "250"), ("Ravi", "", "", "")])
    assert found.verdict == "1 row fine, 1 has problems (no phone 1)."
    assert known(desk) == set()


def test_emails_and_birthdays_are_theirs_too(desk):
    head = ("Customer name", "Mobile", "Date of birth", "E-mail address")
    rows = [head, ("Meena", "9822000091", "1980-02-29", "meena@example.in"), ("Ravi", "9820003210", "", "")]
    bad = [("Asha", "9820003211", "soon", ""), ("Anna", "9820003212", "", "anna")]
    taken = take(desk, *rows[1:], *bad, header=head)
    assert [problem.what for problem in taken.problems] == ["wrong birthday", "wrong e-mail"]
    assert [(one.name, one.email, one.birthday) for one in members_listed(desk)] == [
        ("Meena", "meena@example.in", "29 Feb"),
        ("Ravi", "", ""),
    ]


def test_the_same_list_again_changes_nothing(desk):
    rows = (("Meena", "9822000091", CARD, "250"),)
    taken = [take(desk, *rows), take(desk, *rows), take(desk, ("MEENA", "+91 98220 00091", "", "400"))]
    assert [(one.enrolled, one.here_before, one.problems) for one in taken] == [(1, 0, ()), (0, 1, ()), (0, 1, ())]
    assert known(desk) == {("Meena", "+919822000091", 25_000)}


@pytest.mark.parametrize(
    ("row", "says"),
    [
        (("Meena", "", "", ""), "no phone"),
        (("Meena", "12345", "", ""), "wrong phone"),
        (("", "9822000091", "", ""), "no name"),
        (("n" * 121, "9822000091", "", ""), "name too long"),
        (("Meena", "9822000091", "", "-5"), "wrong points"),
        (("Meena", "9822000091", "700099990051", ""), "wrong card"),
        (("Meena", "9822000091", "", "1", "250"), "more cells than columns"),
        (('"Meena', "9822000091", "", ""), "stray quote"),
        (("Meena",), "no phone"),
    ],
)
def test_what_is_wrong_is_said_of_its_row_and_nobody_else_is_left_out(desk, row, says):
    taken = take(desk, row, ("Ravi", "9820003210", "", ""))
    assert [(one.row_number, one.cells) for one in taken.problems] == [(2, row)]
    assert taken.problems[0].what == says
    assert known(desk) == {("Ravi", "+919820003210", 0)}


@pytest.mark.parametrize(
    ("again", "says"),
    [
        (("Ravi", "9822000091", "", "10"), "duplicate phone"),
        (("Meena", "+91 98220 00091", "", "10"), "duplicate phone"),
        (("Ravi", "9820003210", CARD, "10"), "duplicate card"),
    ],
)
def test_what_stands_further_up_already_is_left_out(desk, again, says):
    taken = take(desk, ("Meena", "9822000091", CARD, "10"), again)
    assert (taken.enrolled, [one.what for one in taken.problems]) == (1, [says])
    assert known(desk) == {("Meena", "+919822000091", 1_000)}


@pytest.mark.parametrize(
    ("row", "says"),
    [
        (("Ravi", "9822000091", "", "10"), "another member's phone"),
        (("Ravi", "9820003210", CARD, "10"), "another member's card"),
        (("Asha", "9820003211", CARD, "10"), "another member's card"),
    ],
)
def test_what_is_somebody_elses_is_left_out(desk, row, says):
    take(desk, ("Meena", "9822000091", CARD, ""), ("Asha", "9820003211", "", ""))
    before = known(desk)
    assert [one.what for one in take(desk, row).problems] == [says]
    assert known(desk) == before


def test_what_was_wrong_further_up_takes_nobodys_place(desk):
    taken = take(desk, ("Meena", "9822000091", CARD, "-1"), ("Ravi", "9822000091", CARD, "5"))
    assert [one.row_number for one in taken.problems] == [2]
    assert known(desk) == {("Ravi", "+919822000091", 500)}


@pytest.mark.parametrize("header", [(), ("name",), ("phone", "points")])
def test_a_table_that_is_no_list_of_members_is_refused(desk, header):
    with pytest.raises(ListUnreadable, match="a list of members has name and phone"):
        take(desk, header=header)


def test_points_do_not_come_to_somebody_without_a_card(desk):
    card = members.enrol(desk, members.Enrolment("Meena", "9822000091"), staff="test").card.number
    card_status.set_card_status(desk, card, CardStatus.LOST, staff="test")
    taken = take(desk, ("Meena", "9822000091", "", "10"), ("Ravi", "", "", ""))
    assert (taken.enrolled, [one.what for one in taken.problems]) == (0, ["no active card", "no phone"])
    assert known(desk) == {("Meena", "+919822000091", 0)}


def test_who_was_enrolled_by_hand_gets_what_they_had_and_who_moved_points_here_does_not(desk):
    for name, phone in (("Meena", "9822000091"), ("Ravi", "9820003210"), ("Asha", "9820003211")):
        members.enrol(desk, members.Enrolment(name, phone), staff="test")
    ravi = members.find_phone(desk, "9820003210")[0].card.number
    for points, key in ((500, "a"), (-500, "b")):
        adjustments.adjust(desk, ravi, points=points, reason="by hand", staff="test", key=key)
    taken = take(
        desk, ("Meena", "9822000091", "", "10"), ("Ravi", "9820003210", "", "10"), ("Asha", "9820003211", "", "")
    )
    assert (taken.here_before, [one.what for one in taken.problems]) == (2, ["has points already"])
    assert {points for _, _, points in known(desk)} == {0, 1_000}


def test_what_a_shop_exports_of_its_members_doubles_nothing_there(desk):
    take(desk, ("Meena", "9822000091", "", "10"))
    card = members.find_phone(desk, "9822000091")[0].card.number
    adjustments.adjust(desk, card, points=500, reason="by hand", staff="test", key="a")
    taken = take(desk, ("Meena", "9822000091", card, "15"))
    assert (taken.here_before, taken.problems) == (1, ())
    assert known(desk) == {("Meena", "+919822000091", 1_500)}


def test_who_comes_between_reading_a_list_and_taking_it_in_is_not_doubled(desk):
    found = read(desk, [HEADER, ("Meena", "9822000091", "", "10"), ("Ravi", "9820003210", "", "")])
    members.enrol(desk, members.Enrolment("Somebody", "9822000091"), staff="test")
    taken = take_in(desk, found, staff="owner")
    assert (taken.enrolled, [(one.row_number, one.what.partition(".")[0]) for one in taken.problems]) == (
        1,
        [(2, "That phone number is already Somebody's")],
    )


def test_a_list_has_an_end(desk, monkeypatch):
    monkeypatch.setattr(member_list, "ROWS_MAX", 1)
    with pytest.raises(ListUnreadable, match="more than 1 rows"):
        take(desk, ("Meena", "9822000091", "", ""), ("Ravi", "9820003210", "", ""))
    assert known(desk) == set()
