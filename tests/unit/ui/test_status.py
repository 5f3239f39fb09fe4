"""The status page's decisions: what it lists, and settling what needs a check."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta

import pytest

from app.services.chain.outbox import SHOWN_MAX
from app.services.chain.standing import LinkState, Standing
from app.services.keeping import checking
from app.services.keeping.checking import CHOICES, Choice, ReviewKind
from app.services.ports import Colleague, Review
from app.services.records import to_micros
from tests.chains import joined
from tests.desks import Shop, memory_shop
from tests.lines import ScriptedLine
from tests.unit.ui.counters import FragileStore, Printer
from tests.unit.ui.works import AtOnce
from ui.actions import Do
from ui.context import CounterContext
from ui.session import Session
from ui.status.presenter import Status
from ui.status.state import StatusState, Tab
from ui.status.wording import choice_words


class Screen:
    state: StatusState

    def show_state(self, state: StatusState) -> None:
        self.state = state


@dataclass
class Rig:
    shop: Shop
    line: ScriptedLine
    status: Status
    screen: Screen
    store: FragileStore

    @property
    def state(self) -> StatusState:
        return self.screen.state

    @property
    def facts(self) -> dict[str, str]:
        return {fact.label: fact.value for fact in self.state.facts}

    def raised(self, kind: str = ReviewKind.SAME_PHONE, review_id: str = "r1", **facts: object) -> None:
        self.shop.wait(seconds=1)
        with self.shop.store.writing() as uow:
            uow.shared.put_review(Review(review_id, kind, facts, self.shop.clock.today))

    def open(self, standing: Standing = Standing(LinkState.SYNCED)) -> None:  # noqa: B008 - frozen
        self.line.now = standing
        self.status.open()


@pytest.fixture
def at() -> Iterator[Rig]:
    with memory_shop() as shop:
        line, screen, store = ScriptedLine(), Screen(), FragileStore(shop.store)
        context = CounterContext(
            replace(shop.desk, store=store), Printer(), "Shree Medical", Session.of("asha"), line=line
        )
        yield Rig(shop, line, Status(context, AtOnce(), screen), screen, store)


def test_a_counter_alone_says_so_and_what_it_would_send(at: Rig) -> None:
    at.open(Standing(LinkState.ALONE))
    assert (at.state.headline, at.state.facts) == ("On its own", ())
    assert at.state.unsent_words == "1 entry would be sent as history if this counter joined a server."


def test_the_figures_behind_the_state(at: Rig) -> None:
    joined(at.shop.desk, position=9021)
    at.shop.enrol()
    now = at.shop.clock.today
    at.open(
        Standing(
            LinkState.OFFLINE,
            waiting=1,
            oldest_waiting_at=now - timedelta(hours=3),
            last_contact_at=now - timedelta(minutes=1),
            last_synced_at=now - timedelta(minutes=2),
            next_try_at=now + timedelta(minutes=1),
            offset_ms=-11 * 60_000,
            trouble="No internet.",
            alarm="Nothing has moved for five minutes.",
            server_version="tillpoint 0.1.0",
        )
    )
    assert at.state.tab is Tab.UNSENT
    assert at.facts == {
        "Up to date": "31 Dec 2025, 23:58",
        "Last answer": "31 Dec 2025, 23:59",
        "Waiting": "1 new member",
        "Oldest waits": "3 h",
        "Next try": "00:01",
        "Clock": "11 min ahead of the server's",
        "Server": "Main Road, position 9021",
        "Version": "tillpoint 0.1.0",
        "Trouble": "Nothing has moved for five minutes.",
    }


@pytest.mark.parametrize(
    ("offset_ms", "words"),
    [(None, "not measured yet"), (200, "as the server's"), (4_000, "4 s behind the server's")],
)
def test_the_clock_is_compared_in_words(at: Rig, offset_ms: int | None, words: str) -> None:
    at.open(Standing(LinkState.SYNCED, offset_ms=offset_ms))
    assert at.facts["Clock"] == words


def test_what_waits_is_listed_with_its_tries_and_its_trouble(at: Rig) -> None:
    joined(at.shop.desk)
    bill = at.shop.sell(None, ("General", 100)).bill
    at.open(Standing(LinkState.OFFLINE, waiting=1, tries=3, trouble="No internet."))
    (row,) = at.state.unsent
    assert (row.what, row.when, row.tries, row.error) == (
        f"Bill  {bill.number}  ₹100.00",
        "00:00",
        "3",
        "No internet.",
    )
    at.shop.wait(days=1)
    at.status.hear(Standing(LinkState.SYNCED))
    assert (at.state.unsent[0].when, at.state.unsent[0].tries) == ("1 Jan, 00:00", "")


def test_a_long_queue_says_how_much_more_there_is(at: Rig) -> None:
    joined(at.shop.desk)
    for number in range(SHOWN_MAX + 2):
        at.shop.enrol(f"Member {number}")
    at.open(Standing(LinkState.OFFLINE, waiting=SHOWN_MAX + 2))
    assert (len(at.state.unsent), at.state.unsent_words) == (SHOWN_MAX, "2 more after these.")


def test_nothing_waits(at: Rig) -> None:
    joined(at.shop.desk)
    at.open()
    assert (at.state.unsent_words, at.state.tab, at.state.review) == (
        "Nothing waits to be sent.",
        Tab.TO_CHECK,
        None,
    )


def test_a_review_states_the_facts_of_both_sides_and_its_choices(at: Rig) -> None:
    at.raised(
        phone="98•••• 3210",
        here={"name": "Ravi", "balance_points": 2340_00, "worth_minor": 234_00, "odd": True},
        server={"name": "R. Sharma", "joined_at": to_micros(at.shop.clock.today)},
    )
    at.open(Standing(LinkState.NEEDS_CHECK, to_check=1))
    review = at.state.review
    assert review is not None
    assert [(fact.label, fact.value) for fact in review.facts] == [("Phone", "98•••• 3210")]
    assert [(one.label, one.here, one.server) for one in review.compared] == [
        ("Balance", "2,340 points", "–"),
        ("Name", "Ravi", "R. Sharma"),
        ("Odd", "True", "–"),
        ("Worth", "₹234.00", "–"),
        ("Joined", "–", "00:00"),
    ]
    assert review.choices == ("One person: merge the two", "Two people share the phone", "One phone was mistyped")


def test_a_choice_settles_it_and_it_stays_in_sight(at: Rig) -> None:
    at.raised()
    at.raised(ReviewKind.OVER_LIMIT, "r2")
    at.open()
    at.status.do(Do.SECOND_CHOICE)
    assert at.state.notice is not None
    assert at.state.notice.text == "Decided: Two people share the phone. It stands under Settled."
    assert [row.title for row in at.state.to_check] == ["Over the limit"]
    at.status.do(Do.SETTLED)
    review = at.state.review
    assert review is not None
    assert (review.choices, review.outcome) == ((), "Two people share the phone: decided by asha, 00:00.")
    assert [one.choice for one in checking.reviews(at.shop.desk).settled] == ["TWO_PEOPLE"]


def test_what_is_not_offered_is_not_chosen(at: Rig) -> None:
    at.raised(ReviewKind.OVER_LIMIT)
    at.open()
    at.status.do(Do.THIRD_CHOICE)
    at.status.do(Do.UNSENT)
    at.status.do(Do.FIRST_CHOICE)
    at.status.do(Do.SETTLED)
    at.status.do(Do.FIRST_CHOICE)
    assert len(checking.reviews(at.shop.desk).to_check) == 1


def test_a_settled_review_is_not_decided_again(at: Rig) -> None:
    at.raised()
    at.open()
    at.status.do(Do.FIRST_CHOICE)
    at.status.do(Do.SETTLED)
    at.status.do(Do.SECOND_CHOICE)
    assert [one.choice for one in checking.reviews(at.shop.desk).settled] == ["SAME_PERSON"]


def test_somebody_else_may_have_settled_it_meanwhile(at: Rig) -> None:
    at.raised()
    at.open()
    checking.settle(at.shop.desk, "r1", choice=Choice.MISTYPED, staff="meena")
    at.status.do(Do.FIRST_CHOICE)
    assert at.state.notice is not None
    assert "settled meanwhile" in at.state.notice.text


def test_the_arrows_open_another_and_it_stays_open_when_there_is_news(at: Rig) -> None:
    for number, kind in enumerate((ReviewKind.SAME_PHONE, ReviewKind.FORK, ReviewKind.CLOCK)):
        at.raised(kind, f"r{number}")
    at.open()
    at.status.mark(2)
    at.status.hear(Standing(LinkState.NEEDS_CHECK, to_check=3))
    assert at.state.review is not None
    assert (at.state.marked, at.state.review.title) == (2, "Clock was far off")
    at.status.do(Do.FIRST_CHOICE)
    assert (at.state.marked, at.state.review.title) == (1, "Two computers at once")
    at.status.mark(-1)
    assert at.state.marked == 1


def test_every_kind_can_be_told_and_every_choice_has_words(at: Rig) -> None:
    for number, kind in enumerate(ReviewKind):
        at.raised(kind, f"r{number}")
    at.open()
    titles = {row.title for row in at.state.to_check}
    assert len(titles) == len(ReviewKind)
    assert all(choice_words(choice) != choice for choices in CHOICES.values() for choice in choices)


def test_a_kind_nobody_here_knows_is_shown_too(at: Rig) -> None:
    at.raised("SOMETHING_ELSE", here="not facts", amount_minor=100)
    at.open()
    review = at.state.review
    assert review is not None
    assert (review.title, review.compared, review.choices) == (
        "Something new",
        (),
        ("I have seen it", "Ask for help with it"),
    )
    assert [fact.value for fact in review.facts] == ["₹1.00"]


def test_what_a_bill_says_and_comes_to_stand_beside_each_other(at: Rig) -> None:
    at.raised(
        ReviewKind.PRICE,
        bill="A1/26-27/000123",
        code=None,
        members=["m1", "m2"],
        spent={"m1": 500},
        differences={"net_minor": (100_00, 90_00), "refused": "no price"},
    )
    at.open()
    review = at.state.review
    assert review is not None
    assert [(fact.label, fact.value) for fact in review.facts] == [
        ("Bill", "A1/26-27/000123"),
        ("Members", "m1, m2"),
        ("Spent", "m1: 5 points"),
    ]
    assert [(one.label, one.here, one.server) for one in review.compared] == [("Net", "₹100.00", "₹90.00")]


def facts_of(at: Rig) -> list[tuple[str, str]]:
    assert at.state.review is not None
    return [(fact.label, fact.value) for fact in at.state.review.facts]


def compared_of(at: Rig) -> list[tuple[str, str, str]]:
    assert at.state.review is not None
    return [(one.label, one.here, one.server) for one in at.state.review.compared]


def test_people_are_called_by_their_names(at: Rig) -> None:
    card = at.shop.enrol("Meena Iyer")
    member = at.shop.member_id(card)
    with at.shop.store.writing() as uow:
        uow.shared.put_colleague(Colleague("s1", "Asha", "manager", is_active=True))
    wanted = {"choice": Choice.SAME_PERSON, "by": "s1", "why": "Only a manager."}
    place = {"counter": "B1", "epoch": 2, "seq": 118, "event": "enrol"}
    at.raised(ReviewKind.SAME_PHONE, members=[member, "nobody"], wanted=wanted, **place)
    at.open()
    assert facts_of(at) == [
        ("Members", f"Meena Iyer (•••• {card[-4:]}), nobody"),
        ("Wanted", "One person: merge the two, by Asha"),
        ("Why not yet", "Only a manager."),
        ("Counter", "B1"),
        ("Entry", "New member"),
        ("Number", "2/118"),
    ]
    assert at.state.review is not None
    assert at.state.review.sides == ("Counter B1", "The server")
    checking.settle(at.shop.desk, "r1", choice=Choice.TWO_PEOPLE, staff="s1")
    at.status.do(Do.SETTLED)
    at.status.read()
    assert at.state.review.outcome.startswith("Two people share the phone: decided by Asha")


def test_what_two_have_changed_stands_beside_each_other(at: Rig) -> None:
    sides = {"here": {"name": "Meena Rao", "phone": None}, "server": {"name": "M. Iyer", "phone": "+919876543210"}}
    at.raised(ReviewKind.EDITED_TWICE, fields=["name", "phone"], member="m1", counter="A1", **sides)
    at.open()
    assert at.state.review is not None
    assert at.state.review.sides == ("Stands now", "Stood before")
    assert facts_of(at) == [("Member", "m1"), ("Counter", "A1")]
    assert compared_of(at) == [("Name", "Meena Rao", "M. Iyer"), ("Phone", "none", "+919876543210")]


def test_what_two_have_chosen_stands_in_words(at: Rig) -> None:
    sides = {"here": {"choice": "MISTYPED", "by": "Ravi"}, "server": {"choice": "NEWER", "by": "Asha"}}
    at.raised(ReviewKind.DECIDED_TWICE, of="SAME_PHONE", review="r0", counter="A1", status="LOST", **sides)
    at.open()
    assert facts_of(at) == [("About", "Two members, one phone"), ("Status", "LOST"), ("Counter", "A1")]
    assert compared_of(at) == [("By", "Ravi", "Asha"), ("Choice", "One phone was mistyped", "NEWER")]


def test_trying_now_asks_the_line(at: Rig) -> None:
    at.open()
    at.status.do(Do.RETRY)
    assert at.line.asked == [("retry", "")]
    assert at.state.notice is not None
    assert at.state.notice.text.startswith("Trying now")


def test_a_store_that_cannot_be_read_is_said(at: Rig) -> None:
    at.store.fault = OSError("gone")
    at.open()
    assert at.state.notice is not None
