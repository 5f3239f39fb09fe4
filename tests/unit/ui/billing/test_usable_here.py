"""A card at a counter of a chain: what is usable here now, and the bill following what sync learns."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import timedelta

import pytest

from app.domain.lease import Floor, Limit
from app.domain.program import Redemption
from app.services.ports import Told
from app.services.sales import carts
from tests.chains import joined, leased
from tests.desks import changed
from tests.unit.ui.counters import PROGRAM, Rig, rig
from tests.unit.ui.works import WhenTold
from ui.actions import Do
from ui.billing.wording import held_here
from ui.errors import Tone

FREE = changed(PROGRAM, redemption=Redemption(min_points=0))


@pytest.fixture
def at() -> Iterator[Rig]:
    with rig(program=FREE) as made:
        yield made


def carded(at: Rig, *, leased_points: int, floor: Floor | None = None) -> tuple[str, str]:
    """A member with 480 points of which some may be used here; returns card and member id. Seen 14 minutes ago."""
    card = at.member(points=480)
    member_id = at.shop.member_id(card)
    parts = {"floor": floor} if floor else {}
    joined(at.shop.desk, told_at=at.shop.clock.today - timedelta(minutes=14), **parts)
    leased(at.shop.desk, member_id, leased_points * 100)
    return card, member_id


def journal_kinds(at: Rig) -> list[str]:
    with at.shop.store.reading() as uow:
        return [event.kind for event in uow.journal.events()]


def test_a_counter_alone_says_nothing_of_it(at: Rig) -> None:
    at.counter.entering.scanned(at.member(points=480))
    member = at.state.member
    assert member is not None
    assert (member.usable, member.as_of) == ("", "as of 00:00, this counter")


def test_the_card_says_how_much_is_usable_here_how_old_that_is_and_why(at: Rig) -> None:
    card, _ = carded(at, leased_points=250)
    at.counter.entering.scanned(card)
    at.type("500/2")
    member, redeem = at.state.member, at.state.redeem
    assert member is not None
    assert redeem is not None
    assert member.usable == "Usable here now: 250 of 480"
    assert member.as_of == redeem.here == "as of 31 Dec 2025, 23:46 · the rest is not with this counter"
    assert [reason.text for reason in redeem.reasons if reason.binding] == ["usable here now ₹25.00"]


def test_all_of_it_usable_is_said_with_its_age_only(at: Rig) -> None:
    card, _ = carded(at, leased_points=480)
    at.counter.entering.scanned(card)
    at.type("500/2")
    member, redeem = at.state.member, at.state.redeem
    assert member is not None
    assert redeem is not None
    assert (member.usable, redeem.here) == ("All usable here now", "")


def test_a_card_the_server_has_told_nothing_of_yet_says_so(at: Rig) -> None:
    card = at.member(points=480)
    joined(at.shop.desk)
    at.counter.entering.scanned(card)
    member = at.state.member
    assert member is not None
    assert member.usable == "Usable here now: 0 of 480"
    assert member.as_of == "the server has not told yet · no word from the server for too long"


@pytest.mark.parametrize("limit", [one for one in Limit if one is not Limit.BALANCE])
def test_every_reason_has_words_of_its_own(limit: Limit) -> None:
    assert held_here(limit)
    assert len({held_here(one) for one in Limit}) == len(Limit)


def test_the_floor_is_named_where_it_is_what_binds(at: Rig) -> None:
    card, member_id = carded(at, leased_points=100, floor=Floor(card=50_00, counter=500_00))
    with at.shop.store.writing() as uow:
        uow.shared.put_told({member_id: Told(1, whole=True, points=480_00)})
    at.counter.entering.scanned(card)
    member = at.state.member
    assert member is not None
    assert (member.usable, "offline limit" in member.as_of) == ("Usable here now: 150 of 480", True)


def test_sync_is_told_whose_card_is_here_and_when_it_is_gone(at: Rig) -> None:
    card, member_id = carded(at, leased_points=250)
    other = at.member("Meena Iyer")
    other_id = at.shop.member_id(other)
    at.counter.entering.scanned(card)
    at.counter.entering.scanned(other)
    at.do(Do.CUSTOMER)
    at.type("100/2")
    at.do(Do.FINISH)
    assert at.line.asked == [("shown", member_id), ("gone", member_id), ("shown", other_id), ("gone", other_id)]


@pytest.mark.parametrize("leaving", [Do.DETACH, Do.DISCARD, Do.HOLD])
def test_a_card_taken_off_is_gone_and_is_back_when_it_comes_back(at: Rig, leaving: Do) -> None:
    card, member_id = carded(at, leased_points=250)
    at.counter.entering.scanned(card)
    at.type("100/2")
    at.do(leaving)
    assert at.line.asked == [("shown", member_id), ("gone", member_id)]
    if leaving is Do.HOLD:
        at.do(Do.RECALL)
        at.counter.entering.choose(0)
    else:
        at.do(Do.UNDO)
    assert at.line.asked[2:] == [("shown", member_id)]


def test_a_counter_that_closes_lets_its_card_go(at: Rig) -> None:
    card, member_id = carded(at, leased_points=250)
    at.counter.entering.scanned(card)
    at.counter.leave()
    assert at.line.asked == [("shown", member_id), ("gone", member_id)]


def test_the_answer_to_a_top_up_prices_the_open_bill_again(at: Rig) -> None:
    card, member_id = carded(at, leased_points=250)
    at.counter.entering.scanned(card)
    at.type("1000/2")
    at.do(Do.REDEEM)
    assert at.state.totals.to_pay == "₹975.00"
    at.screen.box = "45"
    leased(at.shop.desk, member_id, 480_00)
    at.counter.member_changed(member_id)
    member = at.state.member
    assert member is not None
    assert (member.usable, at.state.totals.to_pay, at.screen.box) == ("All usable here now", "₹952.00", "45")
    assert (at.notice, at.state.notice.tone if at.state.notice else None) == (
        "What this card can pay has changed: now ₹952.00 to pay.",
        Tone.INFO,
    )


def test_what_changes_nothing_to_pay_is_shown_in_silence(at: Rig) -> None:
    card, member_id = carded(at, leased_points=250)
    at.counter.entering.scanned(card)
    at.type("1000/2")
    said = at.notice
    leased(at.shop.desk, member_id, 480_00)
    at.counter.member_changed(member_id)
    assert at.notice == said


def test_no_step_is_made_of_it_and_undo_still_knows_it(at: Rig) -> None:
    card, member_id = carded(at, leased_points=250)
    at.counter.entering.scanned(card)
    at.type("1000/2", "500/2")
    leased(at.shop.desk, member_id, 480_00)
    at.counter.member_changed(member_id)
    at.do(Do.UNDO)
    member = at.state.member
    assert member is not None
    assert (len(at.state.lines), member.usable) == (1, "All usable here now")


def test_news_of_somebody_else_touches_nothing(at: Rig) -> None:
    card, _ = carded(at, leased_points=250)
    at.counter.member_changed("somebody")
    at.counter.entering.scanned(card)
    before = at.state
    at.counter.member_changed("somebody")
    assert at.state == before


def test_news_that_comes_too_late_belongs_to_no_bill() -> None:
    with rig(WhenTold(), FREE) as at:
        at.work.finish()
        card, member_id = carded(at, leased_points=250)
        at.counter.entering.scanned(card)
        at.work.finish()
        at.counter.member_changed(member_id)
        at.do(Do.DETACH)
        at.work.finish()
        assert at.state.member is None


def test_while_the_bill_is_being_saved_news_waits_for_the_next() -> None:
    with rig(WhenTold(), FREE) as at:
        at.work.finish()
        card, member_id = carded(at, leased_points=250)
        at.counter.entering.scanned(card)
        at.work.finish()
        at.type("100/2")
        at.work.finish()
        at.do(Do.FINISH)
        at.counter.member_changed(member_id)
        at.work.finish()
        assert at.state.paid is not None
        assert at.state.lines == ()


def test_a_store_that_cannot_be_read_leaves_what_is_shown(at: Rig) -> None:
    card, member_id = carded(at, leased_points=250)
    at.counter.entering.scanned(card)
    before = at.state
    at.store.fault = OSError("gone")
    at.counter.member_changed(member_id)
    assert at.state == before


@pytest.mark.parametrize("asked", [Do.REDEEM, None])
def test_a_bill_on_hold_keeps_the_points_that_were_chosen(at: Rig, asked: Do | None) -> None:
    card = at.member(points=480)
    at.counter.entering.scanned(card)
    at.type("1000/2")
    if asked:
        at.do(asked)
    to_pay = at.state.totals.to_pay
    at.do(Do.HOLD, Do.RECALL)
    at.counter.entering.choose(0)
    assert at.state.totals.to_pay == to_pay


def test_some_points_on_hold_become_the_most_allowed_when_they_are_too_many_by_then(at: Rig) -> None:
    card = at.member(points=480)
    at.counter.entering.scanned(card)
    at.type("1000/2")
    at.do(Do.CHOOSE_POINTS)
    at.counter.points.type("400")
    at.do(Do.CONFIRM, Do.HOLD)
    at.shop.sell(card, ("General", 100), redeem=200_00)
    at.do(Do.RECALL)
    at.counter.entering.choose(0)
    assert "Using the most allowed" in at.notice


def test_a_discarded_bill_is_noted_with_all_that_was_on_it(at: Rig) -> None:
    card = at.member(points=480)
    at.counter.entering.scanned(card)
    at.type("500/2")
    at.do(Do.DISCARD)
    with at.shop.store.reading() as uow:
        *_, event = uow.journal.events()
    body = json.loads(event.body)
    assert (event.kind, body["staff"], body["member"]) == ("void", "asha", at.shop.member_id(card))
    assert body["cart"]["lines"][0]["unit_price_minor"] == 500_00
    at.do(Do.UNDO)
    assert len(at.state.lines) == 1
    at.shop.sound()


def test_a_bill_without_a_line_is_put_away_without_a_trace(at: Rig) -> None:
    card = at.member(points=480)
    before = journal_kinds(at)
    at.counter.entering.scanned(card)
    at.do(Do.DISCARD)
    assert (journal_kinds(at), carts.held(at.shop.desk)) == (before, [])
