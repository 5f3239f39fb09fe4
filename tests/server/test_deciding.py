"""Deciding: what somebody chooses at the server or a counter is done, once, and told to the counters of the store."""

from __future__ import annotations

import threading
from dataclasses import replace
from typing import Any

import pytest

from app.domain.codes import card_number
from app.domain.errors import Code, DomainError
from app.domain.member import CardStatus
from app.services.keeping import checking
from app.services.keeping.checking import Choice
from app.services.members import card_status, editing, members
from app.services.ports import ChainPoint, Review
from server.auth.scopes import Role
from server.identity import staff
from server.identity.status import Status
from server.intake.edits import FIELD, Edits
from server.intake.reviews import raise_alone
from server.web.problems import Problem
from sync.protocol import Topic
from tests.contract import facts
from tests.desks import STAFF
from tests.server.tills import STORE, Office, Till

Two = tuple[Till, str, str]
PHONE, OTHER, THIRD = "+919876543210", "+919812345678", "+919820003210"


def told(office: Office, code: str = "A1", store_id: str = STORE) -> list[tuple[str, Any]]:
    """The reviews a counter is told of, with their states."""
    rows = office.page(code, store_id=store_id).rows
    return [(row.subject, row.state) for row in rows if row.topic == Topic.REVIEW]


def raised(till: Till, review: Review) -> None:
    with till.store.writing() as uow:
        uow.shared.put_review(review)


def the_review(office: Office, kind: str) -> Review:
    with office.store.reading() as unit:
        (found,) = [one for one in unit.shared.reviews(is_open=True) if one.kind == kind]
    return found


def oldest(office: Office) -> Review:
    with office.store.reading() as unit:
        return unit.shared.reviews(is_open=True)[0]


def decide(office: Office, till: Till, kind: str, choice: str, *, by: str = STAFF) -> None:
    """At a counter, which sends it."""
    review = the_review(office, kind)
    raised(till, review)
    checking.settle(till.desk, review.review_id, choice=choice, staff=by)
    till.send(office)


# Events that wait


def blocked(office: Office, *numbers: str) -> None:
    """Somebody has these card numbers at the server."""
    with office.store.writing() as unit:
        for number in numbers:
            unit.members.add(facts.member(f"m{number}"), replace(facts.card(f"m{number}"), number=number))
        unit.changes.subjects.clear()


def mended(office: Office, *numbers: str) -> None:
    with office.store.writing() as unit:
        unit.members.put_all([(facts.member(f"m{number}"), []) for number in numbers])
        unit.changes.subjects.clear()


@pytest.fixture
def two_wait(office: Office) -> tuple[Till, str, str]:
    """Two enrolments whose cards are taken, each with a bill parked behind it: events 1, 2, 3 and 4."""
    till = office.till("A1")
    first, second = till.enrol("Meena Iyer"), till.enrol("Ravi Rao")
    till.sell(first, ("Medicines", 100))
    till.sell(second, ("Medicines", 300))
    blocked(office, first, second)
    till.send(office)
    assert [status for _, status in office.outcomes("A1")] == ["QUARANTINED", "QUARANTINED", "PARKED", "PARKED"]
    return till, first, second


def settle_of(office: Office, seq: int, choice: str) -> None:
    with office.store.reading() as unit:
        waiting = [one for one in unit.shared.reviews(is_open=True) if one.facts.get("seq") == seq]
    office.settle_it(waiting[-1].review_id, choice)


def test_one_event_is_tried_again_with_what_was_parked_behind_it(office: Office, two_wait: Two) -> None:
    till, first, second = two_wait
    mended(office, first, second)
    settle_of(office, 2, Choice.SEND_AGAIN)
    assert office.outcomes("A1") == [(1, "QUARANTINED"), (3, "PARKED")]
    assert office.points(till.member_id(second)) == 300
    settle_of(office, 1, "REPLAY")
    assert office.outcomes("A1") == []
    assert office.points(till.member_id(first)) == 100
    assert office.reviews() == []
    office.sound()


def test_what_cannot_be_posted_after_all_is_raised_again(office: Office, two_wait: Two) -> None:
    till, first, _ = two_wait
    settle_of(office, 1, Choice.SEND_AGAIN)
    assert office.outcomes("A1")[0] == (1, "QUARANTINED")
    assert [facts["seq"] for _, facts in office.reviews()] == [2, 1]
    mended(office, first)
    settle_of(office, 1, Choice.SEND_AGAIN)
    assert office.points(till.member_id(first)) == 100


def test_an_event_that_is_left_out_holds_nothing_up(office: Office) -> None:
    till = office.till("A1")
    card = till.enrol()
    till.send(office)
    newer = card_number("7777777777")
    card_status.replace_card(till.desk, card, new_number=newer, staff=STAFF)
    till.sell(newer, ("Medicines", 300))
    blocked(office, newer)
    till.send(office)
    assert office.outcomes("A1") == [(2, "QUARANTINED"), (3, "PARKED")]
    office.settle("QUARANTINED", Choice.LEAVE_OUT)
    assert office.outcomes("A1") == [(2, "QUARANTINED")]
    assert office.points(till.member_id(card)) == 300
    till.sell(newer, ("Medicines", 100))
    assert [one.status for one in till.send(office).results] == ["APPLIED"]
    office.sound()


def test_a_counter_has_it_tried_again(office: Office, two_wait: Two) -> None:
    till, first, second = two_wait
    mended(office, first, second)
    raised(till, Review("QUARANTINED/2/1", "QUARANTINED", {}, till.clock.now()))
    checking.settle(till.desk, "QUARANTINED/2/1", choice=Choice.SEND_AGAIN, staff=STAFF)
    assert [one.status for one in till.send(office).results] == ["APPLIED"]
    assert office.outcomes("A1") == [(2, "QUARANTINED"), (4, "PARKED")]
    assert office.points(till.member_id(first)) == 100
    office.sound()


# Who decides, and how often


def test_the_first_to_decide_wins_and_the_second_is_told(office: Office, two_wait: Two) -> None:
    del two_wait
    review = oldest(office)
    outcomes: list[str] = []
    ready = threading.Barrier(4)

    def choose(number: int) -> None:
        ready.wait()
        try:
            outcomes.append(office.settle_it(review.review_id, f"note {number}").choice or "")
        except Problem as refused:
            outcomes.append(refused.code)

    threads = [threading.Thread(target=choose, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    (winner,) = [one for one in outcomes if one != "SETTLED"]
    with office.store.reading() as unit:
        kept = unit.shared.review(review.review_id)
    assert kept is not None
    assert (kept.choice, len(outcomes)) == (winner, 4)
    with pytest.raises(Problem, match="NOT-FOUND"):
        office.settle_it("nothing", "seen")


def test_a_counter_that_decided_otherwise_later_is_told(office: Office, two_wait: Two) -> None:
    till, *_ = two_wait
    review = oldest(office)
    raised(till, review)
    checking.settle(till.desk, review.review_id, choice=Choice.SEND_AGAIN, staff="Asha")
    office.settle_it(review.review_id, Choice.LEAVE_OUT)
    till.send(office)
    with office.store.reading() as unit:
        kept = unit.shared.review(review.review_id)
    assert kept is not None
    assert kept.choice == Choice.LEAVE_OUT
    told_of = the_review(office, "DECIDED_TWICE").facts
    assert (told_of["of"], told_of["review"]) == ("QUARANTINED", review.review_id)
    assert told_of["here"] == {"choice": "SEND_AGAIN", "by": "Asha"}
    assert told_of["server"] == {"choice": "LEAVE_OUT", "by": STAFF}


def test_who_decided_the_same_is_not_troubled(office: Office, two_wait: Two) -> None:
    till, *_ = two_wait
    review = oldest(office)
    raised(till, review)
    checking.settle(till.desk, review.review_id, choice=Choice.LEAVE_OUT, staff="Asha")
    office.settle_it(review.review_id, Choice.LEAVE_OUT)
    till.send(office)
    assert "DECIDED_TWICE" not in [kind for kind, _ in office.reviews()]


# Two members with one phone


@pytest.fixture
def twins(office: Office) -> tuple[Till, str, str]:
    first, second = office.till("A1"), office.till("B1")
    number = card_number("8888888888")
    cards = first.enrol("Meena Iyer", phone=PHONE), second.enrol("M. Iyer", phone=PHONE, card_number=number)
    first.sell(cards[0], ("Medicines", 100))
    second.sell(cards[1], ("Medicines", 300))
    first.send(office)
    second.send(office)
    return second, first.member_id(cards[0]), second.member_id(cards[1])


def merged_into(office: Office, member_id: str) -> str:
    with office.store.reading() as unit:
        return unit.members.holder_of_points(member_id)


def test_a_manager_merges_them_into_who_joined_first(office: Office, twins: tuple[Till, str, str]) -> None:
    _, first, second = twins
    settled = office.settle("SAME_PHONE", Choice.SAME_PERSON, staff_id="manager")
    assert (settled.choice, settled.staff) == ("SAME_PERSON", "manager")
    assert merged_into(office, second) == first
    assert (office.points(first), office.points(second)) == (400, 0)
    office.sound()


def test_nobody_else_does(office: Office, twins: tuple[Till, str, str]) -> None:
    _, _, second = twins
    with pytest.raises(DomainError) as refusal:
        office.settle("SAME_PHONE", Choice.SAME_PERSON, may_merge=False)
    assert refusal.value.code is Code.ONLY_SERVER
    assert merged_into(office, second) == second
    assert [kind for kind, _ in office.reviews()] == ["SAME_PHONE"]


def person(office: Office, role: Role, *, store_id: str | None = None, status: Status = Status.ACTIVE) -> str:
    with office.store.writing() as unit:
        known = staff.add(unit.scope, staff_id="s1", name="Asha", role=role, store_id=store_id, at=0)
        staff.change(unit.scope, replace(known, status=status), version=1)
    return "s1"


@pytest.mark.parametrize("store_id", [None, STORE])
def test_a_counter_that_knows_a_manager_is_at_it_has_them_merged(
    office: Office, twins: tuple[Till, str, str], store_id: str | None
) -> None:
    till, first, second = twins
    decide(office, till, "SAME_PHONE", Choice.SAME_PERSON, by=person(office, Role.MANAGER, store_id=store_id))
    assert merged_into(office, second) == first
    assert office.points(first) == 400
    assert office.reviews() == []
    office.sound()


@pytest.mark.parametrize(
    "who",
    [
        None,
        {"role": Role.SENIOR},
        {"role": Role.OWNER, "status": Status.REVOKED},
        {"role": Role.MANAGER, "store_id": "another"},
    ],
)
def test_a_wish_of_anybody_else_waits_for_a_manager(
    office: Office, twins: tuple[Till, str, str], who: dict[str, Any] | None
) -> None:
    till, _, second = twins
    by = "Asha" if who is None else person(office, **who)
    decide(office, till, "SAME_PHONE", Choice.SAME_PERSON, by=by)
    assert merged_into(office, second) == second
    review = the_review(office, "SAME_PHONE")
    assert (review.choice, review.staff, review.settled_at) == (None, None, None)
    assert (review.facts["wanted"]["choice"], review.facts["wanted"]["by"]) == ("SAME_PERSON", by)
    assert "manager" in review.facts["wanted"]["why"]


def test_a_member_whose_card_is_stopped_is_not_merged(office: Office, twins: tuple[Till, str, str]) -> None:
    _, _, second = twins
    with office.store.reading() as unit:
        (card,) = unit.members.cards_of(second)
    card_status.set_card_status(office.desk, card.number, CardStatus.BLOCKED, staff=STAFF)
    with pytest.raises(DomainError) as refusal:
        office.settle("SAME_PHONE", Choice.SAME_PERSON)
    assert refusal.value.code is Code.CARD_INACTIVE
    assert [kind for kind, _ in office.reviews()] == ["SAME_PHONE"]
    office.sound()


def test_who_is_one_already_stays_so(office: Office, twins: tuple[Till, str, str]) -> None:
    _, first, second = twins
    review = the_review(office, "SAME_PHONE")
    office.settle("SAME_PHONE", Choice.SAME_PERSON)
    with office.store.writing() as unit:
        raise_alone(office.desk, unit, [review])
    office.settle("SAME_PHONE", Choice.SAME_PERSON)
    assert merged_into(office, second) == first
    assert office.points(first) == 400


# A field that two have changed


@pytest.fixture
def edited_twice(office: Office) -> tuple[Till, str]:
    till = office.till("A1")
    member = till.member_id(till.enrol("Meena Iyer", phone=PHONE))
    till.send(office)
    editing.edit(till.desk, member, {"name": "M. Iyer", "phone": OTHER, "language": "hi"}, staff="Asha")
    with office.store.writing() as unit:
        unit.members.set_profile(
            replace(unit.members.by_id(member).member, name="Meena Rao", phone=THIRD, language="kn")  # type: ignore[union-attr]
        )
        unit.changes.subjects.clear()
    till.send(office)
    return till, member


def who(office: Office, member: str) -> tuple[str, str | None, str]:
    with office.store.reading() as unit:
        holder = unit.members.by_id(member)
    assert holder is not None
    return holder.member.name, holder.member.phone, holder.member.language


def test_what_stood_before_is_put_back(office: Office, edited_twice: tuple[Till, str]) -> None:
    till, member = edited_twice
    assert who(office, member) == ("M. Iyer", OTHER, "hi")
    office.settle("EDITED_TWICE", Choice.PUT_BACK)
    assert who(office, member) == ("Meena Rao", THIRD, "hi")
    with office.store.reading() as unit:
        history = Edits(unit.scope, office.store.sealer.of_field(FIELD)).page(member, after="", limit=9)
    assert [(one.place.counter_code, one.edit.staff) for one in history] == [("HQ", STAFF), ("A1", "Asha")]
    assert history[1].place.point == ChainPoint(2, 2)
    assert till.position == 0


def test_a_counter_has_it_put_back(office: Office, edited_twice: tuple[Till, str]) -> None:
    till, member = edited_twice
    decide(office, till, "EDITED_TWICE", Choice.PUT_BACK)
    assert who(office, member) == ("Meena Rao", THIRD, "hi")


def test_what_was_changed_since_stays_as_it_is(office: Office, edited_twice: tuple[Till, str]) -> None:
    _, member = edited_twice
    with office.store.writing() as unit:
        unit.members.set_profile(replace(unit.members.by_id(member).member, name="Meena", phone=None))  # type: ignore[union-attr]
        unit.changes.subjects.clear()
    office.settle("EDITED_TWICE", Choice.PUT_BACK)
    assert who(office, member) == ("Meena", None, "hi")


def test_a_phone_that_is_somebody_elses_by_now_is_not_put_back(office: Office, edited_twice: tuple[Till, str]) -> None:
    till, member = edited_twice
    members.enrol(office.desk, members.Enrolment("Ravi Rao", THIRD), staff=STAFF)
    decide(office, till, "EDITED_TWICE", Choice.PUT_BACK)
    assert who(office, member) == ("M. Iyer", OTHER, "hi")
    assert "Ravi Rao" in the_review(office, "EDITED_TWICE").facts["wanted"]["why"]


def test_a_decision_that_cannot_be_followed_holds_up_nobody(office: Office, edited_twice: tuple[Till, str]) -> None:
    """Its event is in the chain, like the bills behind it."""
    till, member = edited_twice
    review = the_review(office, "EDITED_TWICE")
    with office.store.writing() as unit:
        raise_alone(office.desk, unit, [replace(review, facts={**review.facts, "seq": 99})])
    card = till.enrol("Ravi Rao")
    decide(office, till, "EDITED_TWICE", Choice.PUT_BACK)
    till.sell(card, ("Medicines", 100))
    till.send(office)
    assert office.outcomes("A1") == []
    assert who(office, member) == ("M. Iyer", OTHER, "hi")
    assert "history" in the_review(office, "EDITED_TWICE").facts["wanted"]["why"]
    office.sound()


# What counters are told


def test_a_review_travels_to_the_counters_of_its_store(office: Office, edited_twice: tuple[Till, str]) -> None:
    office.till("B1")
    office.till("C1", store_id="store-2")
    ((review_id, state),) = told(office)
    assert told(office, "B1") == [(review_id, state)]
    assert told(office, "C1", "store-2") == [(review_id, None)]
    assert (state["kind"], state["settled_at"]) == ("EDITED_TWICE", None)
    assert state["facts"]["here"] == {"name": "M. Iyer", "phone": OTHER}
    assert state["facts"]["server"] == {"name": "Meena Rao", "phone": THIRD}
    office.settle("EDITED_TWICE", Choice.AS_IS, staff_id=person(office, Role.MANAGER))
    ((_, state),) = told(office)
    assert (state["choice"], state["staff"]) == ("AS_IS", "s1")
    assert edited_twice[1] == state["facts"]["member"]


def test_what_concerns_no_counter_concerns_all(office: Office) -> None:
    office.till("A1")
    with office.store.writing() as unit:
        raise_alone(office.desk, unit, [Review("r1", "SOMETHING", {"n": 1}, office.clock.now())])
    assert [(name, state["facts"]) for name, state in told(office)] == [("r1", {"n": 1})]
