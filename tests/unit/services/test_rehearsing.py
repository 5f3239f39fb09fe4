"""Rehearsing a verb: its refusals are heard, and nothing of it stays."""

from __future__ import annotations

from app.domain.errors import Code
from app.domain.programmes import Programme
from app.services.members import adjustments
from app.services.programs import programmes
from app.services.rehearsing import rehearse
from tests.desks import STAFF, Shop


def test_what_would_go_through_leaves_nothing(shop: Shop) -> None:
    card = shop.enrol()
    before = shop.tables()
    made = []

    def verb(desk: object) -> None:
        made.append(adjustments.adjust(desk, card, points=5_00, reason="gift", staff=STAFF, key="k"))  # type: ignore[arg-type]

    rehearse(shop.desk, verb)

    assert (made[0].balance, shop.tables()) == (5_00, before)
    shop.sound()
    assert adjustments.adjust(shop.desk, card, points=5_00, reason="gift", staff=STAFF, key="k").balance == 5_00


def test_what_would_be_refused_is_refused(shop: Shop) -> None:
    with shop.refuses(Code.INVALID):
        rehearse(shop.desk, lambda desk: programmes.create(desk, Programme("", ""), staff=STAFF))
    with shop.refuses(Code.UNKNOWN_CARD):
        rehearse(shop.desk, lambda desk: adjustments.adjust(desk, "1", points=1, reason="x", staff=STAFF, key="k"))


def test_what_only_reads_is_asked_as_well(shop: Shop) -> None:
    found = []
    rehearse(shop.desk, lambda desk: found.append(programmes.programmes(desk)))
    assert len(found[0]) == 1
