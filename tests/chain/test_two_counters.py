"""Two counters of a chain: what one sells the other sees, and points are spent once."""

from __future__ import annotations

from app.services.members import editing
from app.services.ports import Bond
from tests.chain.conftest import Opening
from tests.chain.counters import Chain, ChainCounter
from tests.desks import STAFF

Two = tuple[ChainCounter, ChainCounter]


def test_a_counter_that_was_alone_brings_its_history(counter: Opening, chain: Chain) -> None:
    alone = counter("A1", has_shop=True)
    card = alone.enrol(phone="9820003210")
    alone.sell(card, ("General", 500))
    alone.pair()
    assert alone.link().bond is Bond.JOINING
    assert alone.sync()
    assert (alone.link().bond, alone.waiting(), alone.epoch()) == (Bond.ACTIVE, 0, 2)
    assert chain.points(alone.member_id(card)) == 15_00
    assert alone.whole(alone.member_id(card)) == chain.whole(alone.member_id(card))


def test_a_bill_of_one_counter_is_seen_at_the_other(pair_of: Two, chain: Chain) -> None:
    first, second = pair_of
    card = first.enrol(phone="9820003210")
    first.sell(card, ("General", 1000))
    first.sync()
    second.sync()
    assert second.available(card) == 30_00
    assert second.slim() == first.slim() == chain.slim()


def test_points_are_spent_where_a_scan_was_answered_and_nowhere_else(pair_of: Two, chain: Chain) -> None:
    first, second = pair_of
    card = first.enrol()
    first.credit(card, 100_00)
    first.sync()
    second.sync()
    assert (first.usable(card), second.usable(card)) == (0, 0)
    assert second.scan(card) == 100_00
    assert first.scan(card) == 0
    second.sell(card, ("General", 200), redeem=60_00)
    second.cycle.top_ups.gone(second.member_id(card))
    second.sync()
    assert first.scan(card) > 0
    first.sync()
    assert first.available(card) == second.available(card) == chain.points(first.member_id(card))


def test_two_counters_edit_one_member_without_a_line(pair_of: Two, chain: Chain) -> None:
    first, second = pair_of
    card = first.enrol(phone="9820003210")
    member = first.member_id(card)
    first.sync()
    second.sync()
    editing.edit(first.desk, member, {"name": "Meena Rao", "language": "hi"}, staff=STAFF)
    editing.edit(second.desk, member, {"name": "M. Iyer", "phone": None}, staff=STAFF)
    for till in (second, first, second):
        till.sync()

    assert first.slim() == second.slim() == chain.slim()
    (known,) = chain.slim()
    assert (known.member.name, known.member.phone, known.member.language) == ("Meena Rao", None, "hi")
    assert chain.reviews() == ["EDITED_TWICE"]
