"""People taken in: phones that are taken, friends, links, merges, and what an enrolment brought."""

from __future__ import annotations

import json

import pytest

from app.domain.codes import card_number
from app.domain.rules import DecisionRule, PointsFixed, PointsToReferrer
from app.domain.triggers import Trigger
from app.services.intake import CannotTakeIn
from app.services.members import members
from app.services.ports import ChainPoint
from tests.desks import STAFF, changed
from tests.unit.services.intake.counters import Chain, latest


def test_the_same_phone_twice_stands_and_is_noted(chain: Chain) -> None:
    twin = chain.here.enrol("Meena", phone="+919812345678", card_number=card_number("9999999999"))
    card = chain.there.enrol("Meena Iyer", phone="+919812345678")
    (taken,) = chain.send()
    assert [note.kind for note in taken.notes] == ["SAME_PHONE"]
    assert taken.notes[0].facts["members"] == [chain.here.member_id(twin), chain.there.member_id(card)]


def test_a_friend_nobody_knows_here_is_noted(chain: Chain) -> None:
    friend = chain.there.enrol("Ravi Rao")
    chain.sent = ChainPoint(1, 2)
    chain.there.enrol("Meena Iyer", referrer_card=friend)
    (taken,) = chain.send()
    assert [note.kind for note in taken.notes] == ["REFERRER_UNKNOWN"]


def test_who_brought_whom_is_set_once_and_never_in_a_circle(chain: Chain) -> None:
    ids = [chain.there.member_id(chain.there.enrol(name)) for name in ("Meena", "Ravi", "Anil")]
    chain.send()
    chain.made_up("referrer", {"member": ids[0], "referrer": ids[1]})
    again = chain.made_up("referrer", {"member": ids[0], "referrer": ids[1]})
    other = chain.made_up("referrer", {"member": ids[0], "referrer": ids[2]})
    circle = chain.made_up("referrer", {"member": ids[1], "referrer": ids[0]})
    kinds = [[note.kind for note in taken.notes] for taken in (again, other, circle)]
    assert kinds == [[], ["REFERRER_REFUSED"], ["REFERRER_REFUSED"]]


def test_what_is_merged_already_is_merged(chain: Chain) -> None:
    card = chain.there.enrol()
    chain.send()
    member_id = chain.there.member_id(card)
    chain.made_up("merge", {"target": member_id, "sources": [member_id]}, is_history=True)
    assert chain.here.available(card) == 0


def test_a_new_member_comes_with_a_card_of_their_own(chain: Chain) -> None:
    chain.there.enrol()
    (enrolled,) = latest(chain.there, 1)
    body = json.loads(enrolled.body)
    with pytest.raises(CannotTakeIn, match="CARD-FOREIGN"):
        chain.made_up("enrol", {**body, "member": {**body["member"], "member_id": "somebody"}})


@pytest.fixture
def inviting(chain: Chain) -> Chain:
    """500 points to whoever brings a friend, 200 to the friend, 50 to everybody who comes: at the counter."""
    rules = (
        DecisionRule("welcome", PointsFixed(50_00), trigger=Trigger.SIGNUP),
        DecisionRule("friend", PointsToReferrer(500_00), trigger=Trigger.REFERRAL),
        DecisionRule("brought", PointsFixed(200_00), trigger=Trigger.REFERRAL),
    )
    chain.there.publish(changed(rules=rules))
    with chain.there.store.reading() as unit:
        head = unit.journal.head()
    chain.sent = ChainPoint(head.epoch, head.last_seq)
    return chain


def test_what_an_enrolment_brought_without_a_line_is_posted_here(inviting: Chain) -> None:
    there, here = inviting.there, inviting.here
    friend = there.enrol("Ravi Sharma")
    card = there.enrol("Meena Iyer", referrer_card=friend)
    inviting.send()

    assert (here.available(friend), here.available(card)) == (550_00, 250_00)
    here.sound()


def test_a_link_brings_points_once_however_many_counters_make_it(inviting: Chain) -> None:
    there, here = inviting.there, inviting.here
    friend, other, card = there.enrol("Ravi Sharma"), there.enrol("Lata Rao"), there.enrol("Meena Iyer")
    inviting.send()
    members.link_referrer(here.desk, card, referrer_card=friend, staff=STAFF)
    members.link_referrer(there.desk, card, referrer_card=friend, staff=STAFF)
    inviting.send()
    assert (here.available(friend), here.available(card)) == (50_00, 50_00), "the server's own rules bring nothing"

    second = there.enrol("Asha Rao")
    inviting.send()
    members.link_referrer(here.desk, second, referrer_card=other, staff=STAFF)
    members.link_referrer(there.desk, second, referrer_card=friend, staff=STAFF)
    (taken,) = inviting.send()
    assert [note.kind for note in taken.notes] == ["REFERRER_REFUSED"]
    assert here.available(friend) == 50_00

    third = there.enrol("Zoya Khan")
    inviting.send()
    members.link_referrer(there.desk, third, referrer_card=friend, staff=STAFF)
    inviting.send()
    assert (here.available(friend), here.available(third)) == (550_00, 250_00)
    here.sound()


def test_points_for_a_friend_nobody_knows_here_turn_no_new_member_away(inviting: Chain) -> None:
    there, here = inviting.there, inviting.here
    friend = there.enrol("Ravi Sharma")
    with there.store.reading() as unit:
        head = unit.journal.head()
    inviting.sent = ChainPoint(head.epoch, head.last_seq)  # the friend is never heard of
    card = there.enrol("Meena Iyer", referrer_card=friend)
    (taken,) = inviting.send()

    assert [note.kind for note in taken.notes] == ["REFERRER_UNKNOWN"]
    assert here.available(card) == 250_00
    here.sound()
