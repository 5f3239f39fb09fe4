"""Partners' vouchers: each is asked for until it is given or refused, and given once, whatever the partner does."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import pytest

from app.domain.errors import Code, DomainError
from app.domain.rewards import Reward, RewardKind
from app.domain.vouchers import Voucher
from app.services.members import adjustments, members
from app.services.members.members import Enrolment
from app.services.programs.program import current, publish
from app.services.rewards import rewards, voucher_sweeps
from app.services.rewards.rewards import Wish
from app.services.rewards.voucher_records import VoucherRecord
from server.intake.deciding import settle
from server.partners import calls, registry
from server.partners.calls import Call
from server.partners.fulfilment import BACKOFF_S_MAX, SHOWN_AT, backoff_s, fulfil
from server.partners.line import Answer, Said
from server.partners.registry import FIELD, Partner
from server.rights import leases
from server.rights.vouchers import hand_voucher
from server.telling.pull import Reader
from tests.desks import STAFF
from tests.server.tills import STORE, Office
from tests.wire.listener import Request
from tests.wire.partner import LoopbackPartner, spoken
from tests.wire.small_server import said

FILM = Reward("film", "Film ticket", RewardKind.PARTNER, 50_00, stock=3, valid_days=10, partner="Cinema")
BY_HAND = Reward("tea", "Tea", RewardKind.PARTNER, 10_00, partner="Tea house")


@dataclass
class Desk:
    """An office whose rewards are a partner's, and a member with 100 points."""

    office: Office
    partner: LoopbackPartner
    card: str
    keys: int = 0

    def issue(self, reward: Reward = FILM) -> Voucher:
        self.keys += 1
        return rewards.redeem(self.office.desk, Wish(self.card), reward.reward_id, staff=STAFF, key=f"k{self.keys}")

    def record(self, voucher: Voucher) -> VoucherRecord:
        return rewards.get(self.office.desk, voucher.voucher_id)

    def status(self, voucher: Voucher) -> str:
        return self.record(voucher).status

    def call(self, voucher: Voucher) -> Call | None:
        with self.office.store.reading() as unit:
            return calls.get(unit.scope, voucher.voucher_id)

    def points(self) -> int:
        with self.office.store.reading() as unit:
            holder = unit.members.by_card(self.card)
            assert holder is not None
            return holder.member.points

    def out(self) -> int:
        with self.office.store.reading() as unit:
            return unit.vouchers.out(FILM.reward_id)

    def wait(self, *, hours: float = 2) -> None:
        """Longer than any backoff."""
        clock = self.office.clock
        clock.advance(clock.now() + timedelta(hours=hours))

    def switch(self, *, is_enabled: bool) -> None:
        with self.office.store.writing() as unit:
            found = registry.by_name(unit.scope, "Cinema")
            assert found is not None
            assert registry.change(unit.scope, replace(found, is_enabled=is_enabled)) is not None

    def sound(self) -> None:
        """The books hold, and the partner gave nothing twice."""
        self.office.sound()
        assert set(self.partner.books.given.values()) <= {1}


@pytest.fixture
def desk(office: Office) -> Iterator[Desk]:
    publish(office.desk, replace(current(office.desk), rewards=(FILM, BY_HAND)), staff=STAFF)
    card = members.enrol(office.desk, Enrolment("Meena"), staff=STAFF).card
    assert card is not None
    adjustments.adjust(office.desk, card.number, points=100_00, reason="gift", staff=STAFF, key="gift")
    with LoopbackPartner() as partner:
        token = office.store.sealer.of_field(FIELD).seal("token-of-ours")
        with office.store.writing() as unit:
            registry.add(unit.scope, Partner("p1", "Cinema", partner.url, token, True, 1, 0))
        yield Desk(office, partner, card.number)


def failing(status: int) -> bytes:
    return spoken(status, {})


FAULTS = {
    "500": lambda _, __: failing(500),
    "429": lambda _, __: failing(429),
    "nonsense": lambda _, __: spoken(200, {"voucher_id": "another", "status": "ISSUED"}),
    "HTML": lambda _, __: said(200, {"Content-Type": "text/html"}, b"<html>"),
    "cut": lambda _, right: right[:-5],
    "nothing": lambda _, __: b"",
    "elsewhere": lambda _, __: spoken(302, {}, Location="http://127.0.0.1:1/vouchers"),
    "long": lambda _, __: said(200, {"Content-Type": "application/json"}, b" " * 1_000_000),
}


def test_what_is_issued_is_given_once(desk: Desk) -> None:
    voucher = desk.issue()
    fulfil(desk.office.desk)
    assert desk.status(voucher) == "FULFILLED"
    assert (desk.record(voucher).holder, desk.call(voucher)) == ("", None)
    desk.wait()
    fulfil(desk.office.desk)
    assert desk.partner.keys == [voucher.voucher_id]
    assert desk.partner.heard[0].headers["authorization"] == "Bearer token-of-ours"
    assert (desk.points(), desk.out()) == (50_00, 1)
    desk.sound()


def test_a_no_gives_points_and_stock_back_exactly(desk: Desk) -> None:
    with desk.office.store.reading() as unit:
        holder = unit.members.by_card(desk.card)
        assert holder is not None
        before = unit.ledger.full_account(holder.member.member_id).lots
    desk.partner.books.refuses = True
    voucher = desk.issue()
    assert (desk.points(), desk.out()) == (50_00, 1)
    fulfil(desk.office.desk)
    assert (desk.status(voucher), desk.points(), desk.out()) == ("CANCELLED", 100_00, 0)
    with desk.office.store.reading() as unit:
        assert unit.ledger.full_account(holder.member.member_id).lots == before
    desk.wait()
    fulfil(desk.office.desk)
    assert len(desk.partner.heard) == 1
    desk.sound()


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
def test_after_any_failure_the_same_is_asked_again_and_given_once(desk: Desk, fault: object) -> None:
    desk.partner.books.faults += [fault] * 2  # type: ignore[list-item]
    voucher = desk.issue()
    fulfil(desk.office.desk)
    assert (desk.status(voucher), desk.record(voucher).holder) == ("PENDING", "partner")
    fulfil(desk.office.desk)
    assert len(desk.partner.heard) == 1, "not before its time"
    for _ in range(3):
        desk.wait()
        fulfil(desk.office.desk)
    assert desk.partner.keys == [voucher.voucher_id] * 3
    assert (desk.status(voucher), desk.points()) == ("FULFILLED", 50_00)
    desk.sound()


def test_while_a_partner_may_have_given_it_nobody_else_moves_a_voucher(desk: Desk) -> None:
    desk.partner.books.faults += [FAULTS["cut"]] * 3
    voucher = desk.issue()
    fulfil(desk.office.desk)
    for verb in (rewards.cancel, rewards.hand_over):
        with pytest.raises(DomainError) as refused:
            verb(desk.office.desk, voucher.voucher_id, staff=STAFF, key="x")
        assert refused.value.code is Code.VOUCHER_ELSEWHERE
    desk.office.till("A1")
    assert hand_voucher(desk.office.desk, Reader("A1", STORE), voucher.code).recalled
    desk.wait(hours=24 * 30)
    assert voucher_sweeps.expire_all(desk.office.desk) == 0
    fulfil(desk.office.desk)
    desk.wait()
    fulfil(desk.office.desk)
    assert desk.status(voucher) == "PENDING"
    desk.wait()
    fulfil(desk.office.desk)
    assert desk.status(voucher) == "FULFILLED"
    desk.sound()


def test_what_was_taken_back_or_ran_out_before_it_was_asked_for_never_is(desk: Desk) -> None:
    cancelled = desk.issue()
    rewards.cancel(desk.office.desk, cancelled.voucher_id, staff=STAFF, key="c")
    expired = desk.issue()
    desk.wait(hours=24 * 12)
    fulfil(desk.office.desk)
    assert (desk.status(expired), desk.call(cancelled)) == ("PENDING", None)
    voucher_sweeps.expire_all(desk.office.desk)
    desk.wait()
    fulfil(desk.office.desk)
    assert (desk.status(expired), desk.call(expired)) == ("EXPIRED", None)
    assert desk.partner.heard == []
    desk.sound()


def test_rewards_of_nobody_who_is_asked_are_handed_over_by_hand(desk: Desk) -> None:
    voucher = desk.issue(BY_HAND)
    fulfil(desk.office.desk)
    assert desk.partner.heard == []
    rewards.hand_over(desk.office.desk, voucher.voucher_id, staff=STAFF, key="h")
    assert desk.status(voucher) == "FULFILLED"


def test_a_person_is_told_after_several_failures_and_when_it_is_over(desk: Desk) -> None:
    desk.partner.books.faults += [FAULTS["500"]] * (SHOWN_AT + 1)
    voucher = desk.issue()
    for attempt in range(SHOWN_AT + 1):
        assert (desk.office.reviews() == []) is (attempt < SHOWN_AT)
        fulfil(desk.office.desk)
        desk.wait()
    ((kind, facts),) = desk.office.reviews()
    expected = {"voucher": voucher.voucher_id, "partner": "Cinema", "attempts": SHOWN_AT, "why": "HTTP 500"}
    assert (kind, facts) == ("PARTNER_SILENT", expected)
    fulfil(desk.office.desk)
    assert (desk.status(voucher), desk.office.reviews()) == ("FULFILLED", [])
    desk.sound()


def test_a_review_that_somebody_has_seen_stays_as_they_settled_it(desk: Desk) -> None:
    desk.partner.books.faults += [FAULTS["500"]] * SHOWN_AT
    voucher = desk.issue()
    for _ in range(SHOWN_AT):
        fulfil(desk.office.desk)
        desk.wait()
    with desk.office.store.reading() as unit:
        (review,) = unit.shared.reviews(is_open=True)
    settle(desk.office.desk, review.review_id, choice="SEEN", staff_id=STAFF, may_merge=False)
    fulfil(desk.office.desk)
    assert desk.status(voucher) == "FULFILLED"
    with desk.office.store.reading() as unit:
        assert [one.staff for one in unit.shared.reviews(is_open=False)] == [STAFF]


def test_a_partner_that_is_switched_off_leaves_its_vouchers_to_a_person(desk: Desk) -> None:
    desk.partner.books.faults += [FAULTS["nothing"]]
    asked, waiting = desk.issue(), desk.issue()
    desk.partner.books.faults += [FAULTS["500"]]
    fulfil(desk.office.desk)
    desk.switch(is_enabled=False)
    fulfil(desk.office.desk)
    assert desk.record(asked).holder == "partner", "it was asked for just now"
    desk.wait()
    fulfil(desk.office.desk)
    assert (desk.record(asked).holder, desk.record(waiting).holder) == ("", "")
    heard = len(desk.partner.heard)
    rewards.cancel(desk.office.desk, asked.voucher_id, staff=STAFF, key="c")
    desk.switch(is_enabled=True)
    fulfil(desk.office.desk)
    assert desk.partner.keys[heard:] == [waiting.voucher_id]
    assert (desk.status(asked), desk.status(waiting)) == ("CANCELLED", "FULFILLED")
    desk.sound()


def test_a_late_answer_of_an_attempt_that_was_given_up_counts_for_nothing(desk: Desk) -> None:
    """A process that stood still for minutes: meanwhile another asked again and heard."""
    voucher = desk.issue()
    said_late = Answer(Said.REFUSED)

    def stand_still(*_: object) -> Answer:
        desk.wait()
        desk.partner.books.faults += [FAULTS["500"]]
        fulfil(desk.office.desk)
        return said_late

    fulfil(desk.office.desk, ask=stand_still)
    assert (desk.status(voucher), desk.points()) == ("PENDING", 50_00)
    desk.wait()

    def heard_meanwhile(*_: object) -> Answer:
        desk.wait()
        fulfil(desk.office.desk)
        return said_late

    fulfil(desk.office.desk, ask=heard_meanwhile)
    assert (desk.status(voucher), desk.points()) == ("FULFILLED", 50_00)
    desk.sound()


def test_what_a_counter_holds_is_asked_back_before_the_partner_is(desk: Desk) -> None:
    till = desk.office.till("A1")
    voucher = desk.issue()
    hand_voucher(desk.office.desk, Reader(till.code, STORE), voucher.code)
    assert desk.record(voucher).holder == "A1"
    for _ in range(2):
        fulfil(desk.office.desk)
        desk.wait()
    record = desk.record(voucher)
    assert (record.holder, record.is_wanted, desk.partner.heard) == ("A1", True, [])
    leases.write_off(desk.office.desk, till.code)
    fulfil(desk.office.desk)
    assert (desk.status(voucher), desk.partner.keys) == ("FULFILLED", [voucher.voucher_id])
    desk.sound()


def test_a_partner_is_left_alone_for_as_long_as_it_asks(desk: Desk) -> None:
    desk.partner.books.faults += [lambda _, __: spoken(429, {}, Retry_After="900")]
    voucher = desk.issue()
    begun = desk.office.clock.now()
    fulfil(desk.office.desk)
    call = desk.call(voucher)
    assert call is not None
    assert datetime.fromtimestamp(call.next_at / 1e6, begun.tzinfo) - begun >= timedelta(seconds=900)


def test_attempts_come_further_and_further_apart() -> None:
    waits = [backoff_s(Call("v", "p", attempts=n)) for n in range(1, 40)]
    middle = [min(30 * 2**n, BACKOFF_S_MAX) for n in range(39)]
    assert all(0.75 * m <= wait <= 1.25 * m for wait, m in zip(waits, middle, strict=True))
    assert len({backoff_s(Call(f"v{n}", "p", attempts=8)) for n in range(100)}) > 50


def test_a_request_given_before_the_answer_was_lost_is_heard_of(desk: Desk) -> None:
    """The partner gave it, and its answer never came: asked again, it says so again."""

    def lost(_: Request, __: bytes) -> bytes:
        return b""

    desk.partner.books.faults += [lost]
    voucher = desk.issue()
    fulfil(desk.office.desk)
    assert desk.partner.books.given == {voucher.voucher_id: 1}
    desk.wait()
    fulfil(desk.office.desk)
    assert desk.status(voucher) == "FULFILLED"
    desk.sound()


def test_a_process_that_dies_while_it_asks_leaves_the_question_to_the_next(desk: Desk) -> None:
    voucher = desk.issue()

    def given_and_died(*_: object) -> Answer:
        desk.partner.books.given[voucher.voucher_id] = 1
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fulfil(desk.office.desk, ask=given_and_died)
    assert (desk.status(voucher), desk.record(voucher).holder) == ("PENDING", "partner")
    desk.wait()
    fulfil(desk.office.desk)
    assert desk.status(voucher) == "FULFILLED"
    desk.sound()


def test_while_one_process_asks_no_other_does(desk: Desk) -> None:
    voucher = desk.issue()

    def slowly(*_: object) -> Answer:
        fulfil(desk.office.desk)
        return Answer(Said.GIVEN)

    fulfil(desk.office.desk, ask=slowly)
    assert (desk.partner.heard, desk.status(voucher)) == ([], "FULFILLED")
