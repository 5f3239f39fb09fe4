"""The line at work: threads that send, hear and ask, while the counter sells."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal

import pytest

from app.domain.errors import Code, DomainError
from app.domain.rates import Rate
from app.services.chain.standing import Line, LinkState, Pairing, PairingStep
from app.services.ports import Bond
from app.services.programs import rates
from app.services.programs.program import current
from app.services.programs.publishing import Proposal
from app.services.returns import returnable
from tests.chain.conftest import Opening
from tests.chain.counters import Chain, ChainCounter
from tests.chain.lines import line_of, until
from tests.contract.line_contract import LineContract
from tests.server import callers

Two = tuple[ChainCounter, ChainCounter]


class TestCounterLine(LineContract):
    @pytest.fixture
    def line(self, counter: Opening) -> Iterator[Line]:
        with line_of(counter("A1")) as line:
            yield line

    def until(self, is_so: Callable[[], bool]) -> None:
        until(is_so)


def test_what_one_sells_the_other_sees(pair_of: Two, chain: Chain) -> None:
    first, second = pair_of
    card = first.enrol()
    with line_of(first) as one, line_of(second) as other:
        until(lambda: second.slim())
        told: list[str] = []
        other.listen_members(told.append)
        first.sell(card, ("General", 1000))
        until(lambda: second.available(card) == 30_00)
        until(lambda: first.member_id(card) in told)
        until(lambda: one.standing().state is other.standing().state is LinkState.SYNCED)
        assert (one.standing().waiting, one.standing().trouble, one.standing().alarm) == (0, "", "")
        until(lambda: first.slim() == second.slim() == chain.slim())  # own entries take the chain's order when heard


def test_a_shown_card_is_topped_up_and_what_it_did_not_use_goes_back(pair_of: Two, chain: Chain) -> None:
    first, second = pair_of
    card = first.enrol()
    first.credit(card, 100_00)
    first.sync()
    second.sync()
    member_id = first.member_id(card)
    with line_of(second) as line:
        until(lambda: line.standing().state is LinkState.SYNCED)
        line.card_shown(member_id)
        until(lambda: second.usable(card) == 100_00)
        second.sell(card, ("General", 100), redeem=40_00)
        line.card_gone(member_id)
        until(lambda: second.usable(card) == 0 and second.waiting() == 0)
    assert first.scan(card) > 0
    assert first.usable(card) == chain.points(member_id)


def test_nothing_is_asked_for_who_has_gone_before_the_line_was_back(pair_of: Two) -> None:
    first, second = pair_of
    cards = [first.enrol(f"Member {n}") for n in range(5)]
    for card in cards:
        first.credit(card, 100_00)
    first.sync()
    second.sync()
    assert second.line is not None
    with line_of(second) as line:
        with second.line.down():
            for card in cards:
                line.card_shown(first.member_id(card))
                line.card_gone(first.member_id(card))
            line.card_shown(first.member_id(cards[0]))
            until(lambda: line.standing().state is LinkState.OFFLINE)
        line.card_shown(first.member_id(cards[0]))
        until(lambda: second.usable(cards[0]) == 100_00)
    asked = [one.target for one in second.line.log if one.target.endswith("/sync/leases")]
    assert 1 <= len(asked) < len(cards)  # the one who is still there, however often they were shown


def test_selling_goes_on_without_a_line_and_goes_out_when_it_is_back(pair_of: Two, chain: Chain) -> None:
    first, _ = pair_of
    card = first.enrol()
    assert first.line is not None
    with line_of(first) as line, first.line.down():
        first.sell(card, ("General", 100))
        line.card_shown(first.member_id(card))
        until(lambda: line.standing().state is LinkState.OFFLINE)
        assert line.standing().waiting > 0
        assert line.standing().trouble
    with line_of(first) as line:
        line.retry()
        until(lambda: line.standing().state is LinkState.SYNCED)
    assert chain.points(first.member_id(card)) == 3_00


def test_a_revoked_counter_sells_on_and_says_so(pair_of: Two, chain: Chain) -> None:
    first, _ = pair_of
    card = first.enrol()
    with line_of(first) as line:
        until(lambda: first.waiting() == 0)
        callers.done(chain.office.wire.post("/api/v1/counters/A1/revoke", {}, chain.office.owner))
        first.sell(card, ("General", 100))
        until(lambda: line.standing().state is LinkState.SIGN_IN)
        assert first.link().bond is Bond.REVOKED
        assert first.sell(card, ("General", 100)).bill.earned_points == 3_00
        until(lambda: line.standing().waiting == 2)


def test_a_window_pairs_its_counter_step_by_step(counter: Opening, chain: Chain) -> None:
    alone = counter("A1", has_shop=True)
    card = alone.enrol()
    heard: list[Pairing] = []
    with line_of(alone) as line:
        line.listen_pairing(heard.append)
        line.pair(alone.url)
        until(lambda: line.pairing().step is PairingStep.SHOWN)
        callers.done(chain.office.approve({"user_code": line.pairing().code}))
        chain.clock.advance(seconds=6)
        until(lambda: line.pairing().step is PairingStep.APPROVED)
        until(lambda: line.standing().state is LinkState.SYNCED)
    assert [pairing.step for pairing in heard] == [PairingStep.ASKING, PairingStep.SHOWN, PairingStep.APPROVED]
    assert (alone.link().bond, chain.points(alone.member_id(card))) == (Bond.ACTIVE, 0)


def test_a_counter_that_is_turned_away_stays_alone(counter: Opening, chain: Chain) -> None:
    alone = counter("A1", has_shop=True)
    with line_of(alone) as line:
        line.pair(alone.url)
        until(lambda: line.pairing().step is PairingStep.SHOWN)
        code = line.pairing().code
        callers.done(chain.office.wire.post(f"/api/v1/counters/pairings/{code}/deny", None, chain.office.owner))
        chain.clock.advance(seconds=6)
        until(lambda: line.pairing().step is PairingStep.DENIED)
        assert line.standing().state is LinkState.ALONE
        assert alone.cycle.link() is None


def test_a_bill_of_another_counter_is_fetched_while_somebody_waits(pair_of: Two) -> None:
    first, second = pair_of
    bill = first.sell(first.enrol(), ("General", 300)).bill
    first.sync()
    heard: list[str] = []
    with line_of(second) as line:
        line.listen_members(heard.append)
        line.fetch_bill(bill.number)
        until(lambda: bill.member_id in heard)  # from here, or from the thread that hears of it at the same time
        with pytest.raises(DomainError) as unknown:
            line.fetch_bill("A1/26-27/000099")
        assert unknown.value.code is Code.UNKNOWN_BILL
        assert second.line is not None
        with second.line.down(), pytest.raises(DomainError) as unseen:
            line.fetch_bill(bill.number)
        assert unseen.value.code is Code.NO_LINE
    assert returnable.find_returnable(second.desk, bill.number).bill == bill


def test_a_manager_publishes_while_the_line_is_at_work(pair_of: Two, chain: Chain) -> None:
    first, second = pair_of
    manager = str(chain.office.person("manager")["staff_id"])
    draft = rates.look(first.desk, manager).draft
    rates.keep(first.desk, replace(draft, rates=draft.rates.having("Medicines", Rate.EARN, Decimal(2))))
    with line_of(first) as line, line_of(second):
        made = line.publish(rates.propose_draft(first.desk, manager, by=manager))
        assert current(first.desk) == made
        until(lambda: current(second.desk) == made)
    with pytest.raises(DomainError) as closed:
        line.publish(Proposal(made.version, None, manager))
    assert closed.value.code is Code.NO_LINE
