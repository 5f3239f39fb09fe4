"""Pairing: how a counter joins a chain. It shows a code, a manager approves it, and the counter learns who it is."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.errors import DomainError
from app.services.chain.joining import Membership, join
from app.services.chain.standing import PairingStep
from app.services.desk import Desk
from app.services.plain import from_plain
from app.services.ports import Link
from sync.answer import Problem
from sync.device_key import DeviceKey
from sync.protocol import PROTOCOL, block_from_text
from sync.refusal_words import sentence_of
from sync.server_key import key_of
from sync.transport import Transport

PATH = "/api/v1/counters/pairings"
POLL_PATH = f"{PATH}/token"


@dataclass(frozen=True, slots=True)
class Begun:
    """A pairing that waits for a manager. Only this counter knows `device_code`; `user_code` is what it shows."""

    device_code: str
    user_code: str
    expires_in: int
    interval: int


@dataclass(frozen=True, slots=True)
class Approved:
    """Who the counter is from now on, as the server tells it.

    An older server does not say what it signs with, and keeps no block of card numbers for it.
    """

    tenant_id: str
    store_id: str
    counter_code: str
    client_id: str
    epoch: int
    audience: str
    server_key: str | None
    card_block: str | None


class PairingEnded(Exception):  # noqa: N818 - an outcome, not an error
    """The attempt came to nothing; `sentence` says why."""

    def __init__(self, step: PairingStep, sentence: str) -> None:
        super().__init__(sentence)
        self.step = step
        self.sentence = sentence


def begin(desk: Desk, plain: Transport, key: DeviceKey, *, program: str) -> Begun:
    """Ask for a code. Raises LineFault or PairingEnded."""
    with desk.store.reading() as uow:
        head = uow.journal.head()
    chain = {"epoch": head.epoch, "last_seq": head.last_seq, "has_history": head.last_seq > 0 or head.epoch > 1}
    asked = {"public_key": key.jwk, "counter_code": desk.counter_code, "program": program, "chain": chain}
    answer = plain.call("POST", PATH, json=asked)
    if answer.problem is not None:
        raise PairingEnded(PairingStep.FAILED, sentence_of(answer.problem))
    return from_plain(Begun, {name: answer.json.get(name) for name in Begun.__dataclass_fields__})


def poll(plain: Transport, begun: Begun) -> Approved | None:
    """Ask whether a manager has approved the code; None while nobody has. Raises LineFault or PairingEnded."""
    answer = plain.call("POST", POLL_PATH, json={"device_code": begun.device_code})
    if answer.problem is None:
        return from_plain(Approved, {name: answer.json.get(name) for name in Approved.__dataclass_fields__})
    step = _ENDS.get(_word(answer.problem))
    if step is not None:
        raise PairingEnded(step, sentence_of(answer.problem))
    return None


def _word(problem: Problem) -> str:
    """RFC 8628's word for what is the matter; what is not one of its words is no reason to give up."""
    return str(problem.facts.get("error", ""))


_ENDS = {"access_denied": PairingStep.DENIED, "expired_token": PairingStep.EXPIRED}


def take_up(desk: Desk, approved: Approved, *, server_url: str, key: DeviceKey, protocol: int = PROTOCOL) -> Link:
    """Write the link: from here on the counter is one of the chain. `protocol` is what server and program both speak.

    Raises PairingEnded; nothing has changed then.
    """
    membership = Membership(
        server_url=server_url,
        tenant_id=approved.tenant_id,
        store_id=approved.store_id,
        store_name=approved.store_id,
        counter_code=approved.counter_code,
        client_id=approved.client_id,
        audience=approved.audience,
        private_key=key.private,
        epoch=approved.epoch,
        server_key=key_of(approved.server_key),
        card_block=block_from_text(approved.card_block),
        protocol=protocol,
    )
    try:
        return join(desk, membership)
    except DomainError as refused:
        raise PairingEnded(PairingStep.FAILED, refused.message) from refused
