"""A list of members: who is enrolled with what, what is said of the rest, and that twice is once."""

from __future__ import annotations

import pytest

from app.domain.codes import card_number
from app.domain.member import CardStatus
from app.services.catalogue.catalogue_list import ListUnreadable
from app.services.members import card_status, member_list, members
from app.services.members.listing import members_listed
from app.services.members.member_list import take_in
from tests.desks import memory_shop

HEADER = ("Customer Name", "Mobile", "Card number", "Balance")
CARD = card_number("7000999900")


@pytest.fixture
def desk():
    with memory_shop() as shop:
        yield shop.desk


def take(desk, *rows, header=HEADER):
    return take_in(desk, [header, *rows], staff="owner")


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
    assert [problem.row_number for problem in taken.problems] == [3]


def test_emails_and_birthdays_are_theirs_too(desk):
    head = ("Customer name", "Mobile", "Date of birth", "E-mail address")
    rows = [head, ("Meena", "9822000091", "1980-02-29", "meena@example.in"), ("Ravi", "9820003210", "", "")]
    bad = [("Asha", "9820003211", "soon", ""), ("Anna", "9820003212", "", "anna")]
    taken = member_list.take_in(desk, [*rows, *bad], staff="test")
    assert [problem.what.partition(".")[0] for problem in taken.problems] == [
        "That is not a day and a month",
        "That is not an e-mail address",
    ]
    assert [(one.name, one.email, one.birthday) for one in members_listed(desk)] == [
        ("Meena", "meena@example.in", "29 Feb"),
        ("Ravi", "", ""),
    ]


def test_the_same_list_again_changes_nothing(desk):
    rows = (("Meena", "9822000091", "", "250"),)
    assert take(desk, *rows).enrolled == take(desk, *rows).enrolled == 1
    assert known(desk) == {("Meena", "+919822000091", 25_000)}


@pytest.mark.parametrize(
    ("row", "says"),
    [
        (("Meena", "", "", ""), "The phone is missing."),
        (("Meena", "12345", "", ""), "That is not a phone number."),
        (("", "9822000091", "", ""), "A name has between 1 and 120 letters."),
        (("Meena", "9822000091", "", "-5"), "Points are a figure like 250 or 12.50."),
        (("Meena", "9822000091", "700099990051", ""), ""),
        (("Meena",), "The phone is missing."),
    ],
)
def test_what_is_wrong_is_said_of_its_row_and_nobody_else_is_left_out(desk, row, says):
    taken = take(desk, row, ("Ravi", "9820003210", "", ""))
    assert [(one.row_number, one.cells) for one in taken.problems] == [(2, row)]
    assert taken.problems[0].what.startswith(says)
    assert known(desk) == {("Ravi", "+919820003210", 0)}


def test_a_phone_that_is_somebody_elses_is_left_out(desk):
    taken = take(desk, ("Meena", "9822000091", "", "10"), ("Ravi", "9822000091", "", "10"))
    assert (taken.enrolled, len(taken.problems)) == (1, 1)
    assert known(desk) == {("Meena", "+919822000091", 1_000)}


@pytest.mark.parametrize("header", [(), ("name",), ("phone", "points")])
def test_a_table_that_is_no_list_of_members_is_refused(desk, header):
    with pytest.raises(ListUnreadable, match="'name' and 'phone'"):
        take(desk, header=header)


def test_points_do_not_come_to_somebody_without_a_card(desk):
    card = members.enrol(desk, members.Enrolment("Meena", "9822000091"), staff="test").card.number
    card_status.set_card_status(desk, card, CardStatus.LOST, staff="test")
    taken = take(desk, ("Meena", "9822000091", "", "10"))
    assert (taken.enrolled, len(taken.problems)) == (0, 1)
    assert known(desk) == {("Meena", "+919822000091", 0)}


def test_a_list_has_an_end(desk, monkeypatch):
    monkeypatch.setattr(member_list, "ROWS_MAX", 1)
    taken = take(desk, ("Meena", "9822000091", "", ""), ("Ravi", "9820003210", "", ""))
    assert (taken.enrolled, [problem.what for problem in taken.problems]) == (1, ["beyond the 1 rows of one list"])
