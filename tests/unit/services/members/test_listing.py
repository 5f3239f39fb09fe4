"""Lists of everything: each member and bill once, as they stand."""

from __future__ import annotations

import pytest

from app.domain.member import CardStatus
from app.services.members import card_status, listing, members, merging
from tests.desks import STAFF, Shop


def test_members_are_listed_once_with_the_card_that_works(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listing, "PAGE", 2)
    ravi = shop.enrol("Ravi", phone="98220 00091", language="hi", email="ravi@example.in", birthday="29/2")
    lost, gone, into = shop.enrol("Asha"), shop.enrol("Meena I"), shop.enrol("Meena Iyer")
    shop.credit(ravi, 12_50)
    card_status.set_card_status(shop.desk, lost, CardStatus.LOST, staff=STAFF)
    merging.merge(shop.desk, [gone], into=into, staff=STAFF)
    rows = listing.members_listed(shop.desk)
    assert [(row.name, row.phone, row.language, row.card, row.tier, row.points) for row in rows] == [
        ("Ravi", "+919822000091", "hi", ravi, "Bronze", 12_50),
        ("Asha", "", "en", "", "Bronze", 0),
        ("Meena Iyer", "", "en", into, "Bronze", 0),
    ]
    assert [(row.email, row.birthday) for row in rows] == [("ravi@example.in", "29 Feb"), ("", ""), ("", "")]
    assert rows[0].joined_at == members.find_card(shop.desk, ravi)[0].member.joined_at
    assert rows[0].joined_at.tzinfo is shop.desk.calendar.zone


def test_bills_are_listed_with_what_was_paid(shop: Shop) -> None:
    assert listing.bills_listed(shop.desk) == []
    ravi = shop.enrol("Ravi")
    shop.credit(ravi, 100_00)
    bill = shop.sell(ravi, ("Medicines", 100), redeem=50_00).bill
    (row,) = listing.bills_listed(shop.desk)
    assert (row.number, row.staff, row.occurred_at) == (bill.number, STAFF, bill.occurred_at)
    assert (row.gross_minor, row.net_minor, row.redeemed_minor, row.payable_minor) == (
        100_00, bill.net_minor, bill.redeemed_minor, bill.payable_minor
    )  # fmt: skip
    assert (row.earned_points, row.redeemed_points) == (bill.earned_points, 50_00)
