"""Cards taken in: printed, stopped, replaced at two counters, and numbers that are taken."""

from __future__ import annotations

import pytest

from app.domain.codes import card_number
from app.domain.member import CardStatus
from app.services.intake import CannotTakeIn, Taken
from app.services.members import card_status, members
from app.services.papers import cards
from app.services.ports import ChainPoint
from tests.desks import STAFF, Shop
from tests.unit.services.intake.counters import Chain


def test_a_card_printed_again_is_only_history(chain: Chain) -> None:
    card = chain.there.enrol()
    chain.send()
    before = chain.here.tables()
    for _ in range(2):
        cards.count_printed(chain.there.desk, [card], staff=STAFF)
    (taken,) = chain.send()
    assert taken == Taken()
    after = chain.here.tables()
    assert {name for name in after if after[name] != before[name]} == {"counters", "events"}, "nothing but its event"


def test_a_stolen_card_stays_stopped_until_the_server_says_otherwise(chain: Chain) -> None:
    card = chain.there.enrol()
    for status in (CardStatus.LOST, CardStatus.ACTIVE, CardStatus.BLOCKED):
        card_status.set_card_status(chain.there.desk, card, status, staff=STAFF)
    *_, lost, active, blocked = chain.send()
    assert ([note.kind for note in lost.notes], [note.kind for note in active.notes]) == ([], ["CARD_STAYS"])
    assert [note.kind for note in blocked.notes] == ["CARD_STAYS"]
    assert status_of(chain.here, card) is CardStatus.LOST


def test_in_a_history_a_card_may_have_been_let_in_again(chain: Chain) -> None:
    card = chain.there.enrol()
    for status in (CardStatus.BLOCKED, CardStatus.ACTIVE, CardStatus.ACTIVE):
        card_status.set_card_status(chain.there.desk, card, status, staff=STAFF)
    chain.send(is_history=True)
    assert status_of(chain.here, card) is CardStatus.ACTIVE


def status_of(shop: Shop, number: str) -> CardStatus:
    card = members.find_card(shop.desk, number)[0].card
    assert card is not None
    return card.status


def test_a_card_replaced_at_two_counters_is_the_last_one(chain: Chain) -> None:
    card = chain.there.enrol()
    chain.send()
    second = card_status.replace_card(chain.there.desk, card, staff=STAFF).card
    first = card_status.replace_card(chain.here.desk, card, staff=STAFF).card
    assert first is not None
    assert second is not None
    (taken,) = chain.send()
    assert [note.kind for note in taken.notes] == ["CARD_TWICE_REPLACED"]
    assert status_of(chain.here, second.number) is CardStatus.ACTIVE
    assert {status_of(chain.here, one) for one in (card, first.number)} == {CardStatus.REPLACED}
    with pytest.raises(CannotTakeIn, match="CARD-TAKEN"):
        chain.made_up("replace", {"card": second.number, "by": first.number})


def test_a_card_number_of_a_history_that_is_taken_is_exchanged(chain: Chain) -> None:
    """What the history says of it later is about the card that stands for it."""
    number, later = card_number("7000123410"), card_number("7000123420")
    for taken in (number, later):
        chain.here.enrol(f"Holder of {taken}", card_number=taken)
    holders = [chain.here.member_id(one) for one in (number, later)]
    chain.sent = ChainPoint(1, 0)
    chain.there.enrol("Meena Iyer", card_number=number)
    member_id = chain.there.member_id(number)
    chain.there.sell(number, ("General", 500))
    card_status.set_card_status(chain.there.desk, number, CardStatus.BLOCKED, staff=STAFF)
    card_status.replace_card(chain.there.desk, number, new_number=later, staff=STAFF)
    notes = [note for taken in chain.send(is_history=True) for note in taken.notes]
    assert [(note.kind, note.facts["members"], note.facts["card"]) for note in notes] == [
        ("CARD_TAKEN", [holders[0], member_id], number),
        ("CARD_TAKEN", [holders[1], member_id], later),
    ]
    first, second = (note.facts["instead"] for note in notes)
    with chain.here.store.reading() as unit:
        held = {one.number: one.status for one in unit.members.cards_of(member_id)}
    assert held == {first: CardStatus.REPLACED, second: CardStatus.ACTIVE}
    assert [status_of(chain.here, one) for one in (number, later)] == [CardStatus.ACTIVE] * 2
    assert chain.here.available(second) == chain.there.available(later) > 0


def test_a_taken_card_with_the_holders_phone_is_noted_once(chain: Chain) -> None:
    number, phone = card_number("7000123410"), "+919812345678"
    chain.here.enrol("Meena Iyer", phone=phone, card_number=number)
    chain.there.enrol("Meena Iyer", phone=phone, card_number=number)
    members_of = [shop.member_id(number) for shop in (chain.here, chain.there)]
    (taken,) = chain.send(is_history=True)
    ((kind, facts),) = [(note.kind, note.facts) for note in taken.notes]
    assert (kind, facts["members"], facts["card"]) == ("SAME_PHONE", members_of, number)
    assert chain.here.member_id(facts["instead"]) == members_of[1]
