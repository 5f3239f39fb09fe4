"""Pairings: how a counter joins. It shows a code, a manager approves it, the counter learns who it is (RFC 8628)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from fastapi import APIRouter
from pydantic import BaseModel, Field

from app.domain.card_blocks import CardBlock
from server.api.counters import CounterShown, shown
from server.api.keys import PublicKey
from server.api.models import CLIENT_ID, STORE_ID, TENANT_ID, CounterCode, Id, Model, Name
from server.auth.caller import Caller, require
from server.auth.codes import new_code, new_token, typed
from server.auth.codes import shown as shown_code
from server.auth.doors import knocking
from server.auth.refusals import refused
from server.identity import card_blocks, enrolment, pairings, stores
from server.identity.pairings import EXPIRES_SECONDS, INTERVAL_SECONDS, Pairing, PairingStatus
from server.parts import Given, Parts
from server.telling.snapshots import server_key_of
from server.web.problems import Problem, documented
from sync.protocol import block_to_text

router = APIRouter(prefix="/api/v1/counters/pairings", tags=["Pairing"])
DEVICE_CODE = "b2xkLXBpZ2VvbnMtY2Fycnktbm8tbmV3cw"  # of the examples
_Admin = Annotated[Caller, require("admin:counters")]


class ChainSummary(Model):
    """Where the counter's own chain stands."""

    epoch: int = Field(ge=1, le=1_000_000, examples=[1])
    last_seq: int = Field(ge=0, le=1 << 53, examples=[0])
    has_history: bool


class PairingAsked(Model):
    public_key: PublicKey
    counter_code: CounterCode
    program: Name = Field(description="Program and version.", examples=["tillpoint 0.1.0"])
    chain: ChainSummary


class PairingBegun(BaseModel):
    device_code: str = Field(description="Only the counter knows it; it polls with it.", examples=[DEVICE_CODE])
    user_code: str = Field(description="On the counter's screen, for the manager.", examples=["BCDF-2345"])
    expires_in: int = Field(examples=[EXPIRES_SECONDS])
    interval: int = Field(description="Seconds between polls.", examples=[INTERVAL_SECONDS])


class PairingShown(BaseModel):
    """What a manager sees of a counter that waits."""

    counter_code: str = Field(description="What it calls itself.", examples=["A1"])
    program: str = Field(examples=["tillpoint 0.1.0"])
    chain: ChainSummary


class Approval(Model):
    store_id: Id = Field(examples=[STORE_ID])
    counter_code: CounterCode


class Poll(Model):
    device_code: str = Field(max_length=100, examples=[DEVICE_CODE])


class Paired(BaseModel):
    """Who the counter is from now on."""

    tenant_id: str = Field(examples=[TENANT_ID])
    store_id: str = Field(examples=[STORE_ID])
    store_name: str = Field(examples=["MG Road"])
    counter_code: str = Field(examples=["A1"])
    client_id: str = Field(description="`iss` and `sub` of its assertions.", examples=[CLIENT_ID])
    epoch: int = Field(description="Of the events it seals from now on.", examples=[2])
    audience: str = Field(
        description="`aud` of its assertions: this server's name under every address.", examples=["tillpoint:5f2b0c4e"]
    )
    token_endpoint: str = Field(examples=["https://loyalty.example.org/api/v1/oauth/token"])
    nonce_endpoint: str = Field(examples=["https://loyalty.example.org/api/v1/oauth/nonce"])
    server_key: str = Field(
        description="Ed25519, public, base64url: what this server's snapshots are signed with.", examples=["A" * 43]
    )
    card_block: str | None = Field(
        description="The block of card numbers it draws from: its number, and the key of the chain. None where all "
        "are given.",
        examples=["17." + "A" * 22],
    )


@router.post("", status_code=201, dependencies=[knocking("pairing")])
def begin_pairing(asked: PairingAsked, parts: Given) -> PairingBegun:
    """Ask to join. Needs no token; grants nothing until a manager approves the code."""
    device_code, user_code = new_token(), new_code()
    now = parts.now()
    pairing = Pairing(
        device_code=parts.secret.blind("device", device_code),
        user_code=parts.secret.blind("pairing", user_code),
        public_key=asked.public_key.raw,
        wished_code=asked.counter_code,
        program=asked.program,
        chain_epoch=asked.chain.epoch,
        chain_last_seq=asked.chain.last_seq,
        has_history=int(asked.chain.has_history),
        status=PairingStatus.WAITING,
        tenant_id=None,
        store_id=None,
        counter_code=None,
        client_id=None,
        epoch=None,
        expires_at=now + EXPIRES_SECONDS * 1_000_000,
        polled_at=0,
    )
    with parts.database.directory_writing() as scope:
        if not pairings.add(scope, pairing, now=now):
            raise _full()
    return PairingBegun(
        device_code=device_code, user_code=shown_code(user_code), expires_in=EXPIRES_SECONDS, interval=INTERVAL_SECONDS
    )


@router.post("/token", dependencies=[knocking("poll")])
def poll_pairing(poll: Poll, parts: Given) -> Paired:
    """The counter asks whether it was approved. Until then a 400 with RFC 8628's word in `error`."""
    now = parts.now()
    with parts.database.directory_writing() as scope:
        pairing = pairings.by_device_code(scope, parts.secret.blind("device", poll.device_code))
        in_time = pairing is None or pairings.polled(scope, pairing, now=now)
    if pairing is None or pairing.expires_at <= now:
        raise refused("expired_token", "PAIRING-EXPIRED", "The code ran out. Bills go on. Ask to join again.")
    if pairing.status is PairingStatus.APPROVED:
        return _paired(pairing, parts)
    word, code, detail = _WORDS[pairing.status if in_time else None]
    raise refused(word, code, detail)


@router.get("/{user_code}", responses=documented(404))
def read_pairing(caller: _Admin, user_code: Id, parts: Given) -> PairingShown:
    """What waits under a code, for the manager to compare with the counter in front of them."""
    blinded = _tried(user_code, parts, caller)
    with parts.database.directory_reading() as scope:
        pairing = pairings.by_user_code(scope, blinded)
    if pairing is None or pairing.expires_at <= parts.now() or pairing.tenant_id not in (None, caller.tenant_id):
        raise enrolment.unknown()
    chain = ChainSummary(
        epoch=pairing.chain_epoch, last_seq=pairing.chain_last_seq, has_history=bool(pairing.has_history)
    )
    return PairingShown(counter_code=pairing.wished_code, program=pairing.program, chain=chain)


@router.post("/{user_code}/approve", responses=documented(404, 409))
def approve_pairing(caller: _Admin, user_code: Id, approval: Approval, parts: Given) -> CounterShown:
    """Let the counter in, for a store and under a code that no living counter has."""
    blinded = _tried(user_code, parts, caller)
    device = enrolment.approve(parts, caller, blinded, store_id=approval.store_id, counter_code=approval.counter_code)
    return shown(device)


@router.post("/{user_code}/deny", status_code=204, responses=documented(404))
def deny_pairing(caller: _Admin, user_code: Id, parts: Given) -> None:
    """Turn the counter away."""
    enrolment.deny(parts, caller, _tried(user_code, parts, caller))


def _tried(user_code: str, parts: Parts, caller: Caller) -> bytes:
    """Guessing other people's codes is slowed down, whoever does it."""
    parts.rates.address("pairing code", caller.subject)
    return parts.secret.blind("pairing", typed(user_code))


def _paired(pairing: Pairing, parts: Parts) -> Paired:
    assert pairing.tenant_id is not None
    assert pairing.store_id is not None
    with parts.database.store(pairing.tenant_id).reading() as unit:
        store = stores.get(unit.scope, pairing.store_id)
        number = card_blocks.number_of(unit.scope, pairing.client_id or "")
    base = f"{parts.settings.url}/api/v1/oauth"
    return Paired.model_validate(
        {
            "tenant_id": pairing.tenant_id,
            "store_id": pairing.store_id,
            "store_name": store.name if store is not None else "",
            "counter_code": pairing.counter_code,
            "client_id": pairing.client_id,
            "epoch": pairing.epoch,
            "audience": parts.secret.issuer,
            "token_endpoint": f"{base}/token",
            "nonce_endpoint": f"{base}/nonce",
            "server_key": server_key_of(parts.secret),
            "card_block": None if number is None else _told(number, pairing.tenant_id, parts),
        }
    )


def _told(number: int, tenant_id: str, parts: Parts) -> str:
    return block_to_text(CardBlock(number, parts.secret.card_key(tenant_id)))


def _full() -> Problem:
    return Problem(
        503,
        "PAIRINGS-FULL",
        "Too many counters wait to join. Nothing was changed; bills go on. Try again in a quarter of an hour.",
        headers={"Retry-After": str(EXPIRES_SECONDS)},
    )


_WORDS: Mapping[PairingStatus | None, tuple[str, str, str]] = {
    None: ("slow_down", "PAIRING-SLOW-DOWN", f"Asked too often. Wait {INTERVAL_SECONDS} seconds between polls."),
    PairingStatus.WAITING: ("authorization_pending", "PAIRING-WAITING", "Nobody has approved the code yet. Ask again."),
    PairingStatus.DENIED: ("access_denied", "PAIRING-DENIED", "A manager turned this counter away. Bills go on."),
}
