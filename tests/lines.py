"""A scripted line: sync as a window sees it, doing what a test tells it and remembering what it was asked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from app.domain.program import Program
from app.services.chain.standing import NOT_PAIRING, LinkState, NoLine, Pairing, PairingStep, Standing
from app.services.programs.publishing import Proposal


@dataclass
class ScriptedLine:
    """`asked` is everything the window asked for, in order: shown, gone, bill, voucher, reward, publish, …"""

    now: Standing = Standing(LinkState.ALONE)  # noqa: RUF009 - frozen
    step: Pairing = NOT_PAIRING
    asked: list[tuple[str, str]] = field(default_factory=list)
    fetch: Callable[[str], None] = NoLine().fetch_bill
    voucher: Callable[[str], None] = NoLine().fetch_voucher
    reward: Callable[[str], None] = NoLine().fetch_reward
    published: Callable[[Proposal], Program] = NoLine().publish
    _listeners: list[Callable[[Standing], None]] = field(default_factory=list)
    _members: list[Callable[[str], None]] = field(default_factory=list)
    _pairings: list[Callable[[Pairing], None]] = field(default_factory=list)

    def standing(self) -> Standing:
        return self.now

    def listen(self, listener: Callable[[Standing], None]) -> None:
        self._listeners.append(listener)

    def listen_members(self, listener: Callable[[str], None]) -> None:
        self._members.append(listener)

    def card_shown(self, member_id: str) -> None:
        self.asked.append(("shown", member_id))

    def card_gone(self, member_id: str) -> None:
        self.asked.append(("gone", member_id))

    def retry(self) -> None:
        self.asked.append(("retry", ""))

    def fetch_bill(self, number: str) -> None:
        self.asked.append(("bill", number))
        self.fetch(number)

    def fetch_voucher(self, code: str) -> None:
        self.asked.append(("voucher", code))
        self.voucher(code)

    def fetch_reward(self, reward_id: str) -> None:
        self.asked.append(("reward", reward_id))
        self.reward(reward_id)

    def publish(self, proposal: Proposal) -> Program:
        self.asked.append(("publish", proposal.by))
        return self.published(proposal)

    def pairing(self) -> Pairing:
        return self.step

    def listen_pairing(self, listener: Callable[[Pairing], None]) -> None:
        self._pairings.append(listener)

    def pair(self, server_url: str) -> None:
        self.asked.append(("pair", server_url))
        self.take_step(Pairing(PairingStep.ASKING, server_url))

    def stop_pairing(self) -> None:
        self.asked.append(("stop", ""))
        if self.step.step is not PairingStep.NONE:
            self.take_step(NOT_PAIRING)

    def stand(self, standing: Standing) -> None:
        """From now on the standing is this."""
        self.now = standing
        for listener in self._listeners:
            listener(standing)

    def learn(self, member_id: str) -> None:
        """Something is known of a member that was not before."""
        for listener in self._members:
            listener(member_id)

    def take_step(self, pairing: Pairing) -> None:
        self.step = pairing
        for listener in self._pairings:
            listener(pairing)
