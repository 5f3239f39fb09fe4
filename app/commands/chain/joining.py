"""Joining: each counter asks for a code, and the owner approves it, as in a shop."""

from __future__ import annotations

from collections.abc import Sequence
from queue import Empty, SimpleQueue

from app.commands.chain.centre import CentreError, Owner
from app.commands.chain.till import ChainTill
from app.commands.chain.waiting import until
from app.commands.stopping import Stop
from app.services.chain.standing import Pairing, PairingStep

WAIT_S_MAX = 60


def join(tills: Sequence[ChainTill], owner: Owner, store_id: str, *, stop: Stop) -> None:
    """All ask, are approved, and send what was before there was a chain. Raises CentreError when one is not let in."""
    asked = [(till, _asked(till)) for till in tills]

    def are_joined() -> bool:
        for till, heard in asked:
            _answer(till, heard, owner, store_id)
        return all(till.is_joined() for till in tills)

    until(are_joined, lambda: _still_out(tills), within_s=WAIT_S_MAX, stop=stop)


def _still_out(tills: Sequence[ChainTill]) -> str:
    """Who is not in yet, and how far each has come."""
    out = [till for till in tills if not till.is_joined()]
    stand = ", ".join(f"{one.code}: pairing {one.line.pairing().step}, {one.line.standing().state}" for one in out)
    return f"Joining ({stand})"


def _asked(till: ChainTill) -> SimpleQueue[Pairing]:
    """What the counter says of its pairing from now on."""
    heard: SimpleQueue[Pairing] = SimpleQueue()
    till.line.listen_pairing(heard.put)
    till.line.pair(till.cable.url)
    return heard


def _answer(till: ChainTill, heard: SimpleQueue[Pairing], owner: Owner, store_id: str) -> None:
    """Approve the code, if it is shown now."""
    try:
        pairing = heard.get_nowait()
    except Empty:
        return
    if pairing.step is PairingStep.SHOWN:
        owner.approve(pairing.code, store_id=store_id, counter_code=till.code)
    elif pairing.step not in (PairingStep.ASKING, PairingStep.APPROVED):
        raise CentreError(f"{till.code} was not let in: {pairing.trouble or pairing.step}.")
