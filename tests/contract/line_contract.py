"""What every line to sync promises a window, whatever stands behind it."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable

import pytest

from app.domain.errors import Code, DomainError
from app.services.chain.standing import Line, LinkState, Pairing, PairingStep, Standing
from app.services.programs.publishing import Proposal

NOBODY = "no such member"
NOWHERE = "https://127.0.0.1:1"  # nothing answers there


class LineContract:
    """Subclass it with a fixture `line`: one of a counter that belongs to no server."""

    @abstractmethod
    def until(self, is_so: Callable[[], bool]) -> None:
        """Wait, boundedly, for something a thread of sync is to do."""

    def test_a_counter_that_never_joined_stands_alone(self, line: Line) -> None:
        assert line.standing().state is LinkState.ALONE
        assert line.pairing().step is PairingStep.NONE

    def test_any_call_may_come_at_any_time(self, line: Line) -> None:
        heard: list[Standing] = []
        line.listen(heard.append)
        line.listen_members(lambda _: None)
        line.card_gone(NOBODY)
        line.card_shown(NOBODY)
        line.card_shown(NOBODY)
        line.card_gone(NOBODY)
        line.retry()
        line.stop_pairing()
        assert line.standing().state is LinkState.ALONE

    def test_a_counter_that_never_joined_can_ask_nobody_for_a_bill(self, line: Line) -> None:
        with pytest.raises(DomainError) as refusal:
            line.fetch_bill("B2/26-27/000007")
        assert refusal.value.code is Code.NO_LINE

    def test_a_counter_that_never_joined_can_ask_nobody_for_a_voucher_or_a_reward(self, line: Line) -> None:
        for fetch, name in ((line.fetch_voucher, "V000000000000000"), (line.fetch_reward, "cinema")):
            with pytest.raises(DomainError) as refusal:
                fetch(name)
            assert refusal.value.code is Code.NO_LINE

    def test_a_counter_that_never_joined_can_have_nothing_published(self, line: Line) -> None:
        with pytest.raises(DomainError) as refusal:
            line.publish(Proposal(1, None, "meera"))
        assert refusal.value.code is Code.NO_LINE

    def test_asking_to_join_is_heard_step_by_step(self, line: Line) -> None:
        heard: list[Pairing] = []
        line.listen_pairing(heard.append)
        line.pair(NOWHERE)
        assert line.pairing().step is not PairingStep.NONE
        self.until(lambda: bool(heard))
        assert heard[0].server_url == NOWHERE

    def test_an_attempt_that_is_given_up_is_over(self, line: Line) -> None:
        heard: list[Pairing] = []
        line.pair(NOWHERE)
        line.listen_pairing(heard.append)
        line.stop_pairing()
        self.until(lambda: line.pairing().step is PairingStep.NONE)
        self.until(lambda: bool(heard) and heard[-1].step is PairingStep.NONE)
