"""Standing: how this counter and its server stand to each other, as one state a cashier can read at a glance."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from app.domain.errors import Code, DomainError

if TYPE_CHECKING:  # imports nobody needs at the start
    from app.domain.program import Program
    from app.services.programs.publishing import Proposal


class LinkState(StrEnum):
    """What the indicator shows. Selling goes on in every one of them."""

    ALONE = "ALONE"  # never joined a chain: nothing to show
    SYNCED = "SYNCED"
    SENDING = "SENDING"
    WAITING = "WAITING"  # online, the server asked for patience
    OFFLINE = "OFFLINE"
    STALE = "STALE"  # offline so long that balances may be old
    NEEDS_CHECK = "NEEDS_CHECK"
    SIGN_IN = "SIGN_IN"
    CLOCK = "CLOCK"
    UPDATE = "UPDATE"
    STORAGE = "STORAGE"
    TRAINING = "TRAINING"


@dataclass(frozen=True, slots=True)
class Standing:
    """The indicator's state and the facts behind it. Instants are this machine's; `offset_ms` is server less ours.

    `tries` counts how often the next batch was sent in vain; `trouble` says why, in words. `server_version` is what
    the server last called itself.
    """

    state: LinkState
    waiting: int = 0
    oldest_waiting_at: datetime | None = None
    last_contact_at: datetime | None = None
    last_synced_at: datetime | None = None
    next_try_at: datetime | None = None
    to_check: int = 0
    offset_ms: int | None = None
    trouble: str = ""
    alarm: str = ""
    tries: int = 0
    server_version: str = ""


class PairingStep(StrEnum):
    """How far joining a server has come."""

    NONE = "NONE"  # nobody has asked to join
    ASKING = "ASKING"  # the server has been asked for a code
    SHOWN = "SHOWN"  # the code waits for a manager
    APPROVED = "APPROVED"
    DENIED = "DENIED"
    EXPIRED = "EXPIRED"
    FAILED = "FAILED"  # the server could not be asked; `trouble` says why


@dataclass(frozen=True, slots=True)
class Pairing:
    """One attempt to join. `code` is what the manager types (XXXX-XXXX), good until `expires_at` by this machine."""

    step: PairingStep
    server_url: str = ""
    code: str = ""
    expires_at: datetime | None = None
    trouble: str = ""


NOT_PAIRING = Pairing(PairingStep.NONE)


class Line(Protocol):
    """What a window may ask of sync. But for what is fetched no call waits for the network; the listeners hear."""

    def standing(self) -> Standing: ...
    def listen(self, listener: Callable[[Standing], None]) -> None:
        """Call `listener`, on a thread of sync, whenever the standing changes."""

    def listen_members(self, listener: Callable[[str], None]) -> None:
        """Call `listener` with a member's id when what is known of them changed."""

    def card_shown(self, member_id: str) -> None:
        """A card is at the counter: ask for what a bill of it can take."""

    def card_gone(self, member_id: str) -> None:
        """The bill is done or given up: what it did not use may go back."""

    def retry(self) -> None:
        """Try now instead of when the next try is due."""

    def fetch_bill(self, number: str) -> None:
        """Have the server tell of a bill that another counter sold. Waits a few seconds at most: not for the screen's
        thread. Raises NO_LINE where there is no answer, UNKNOWN_BILL where the server has no such bill.
        """

    def fetch_voucher(self, code: str) -> None:
        """Have the server let this counter use a voucher, and tell where it stands. Waits a few seconds at most.

        Raises NO_LINE where there is no answer, UNKNOWN_VOUCHER where the server has no such voucher.
        """

    def fetch_reward(self, reward_id: str) -> None:
        """Have one of a reward's stock set aside for this counter, if any is left. Raises NO_LINE."""

    def publish(self, proposal: Proposal) -> Program:
        """Have the server publish rules for the whole chain, and put them in place here. Waits some seconds at most.

        Raises NO_LINE where there is no answer, ONLY_SERVER where the server is too old to be asked, NOT_ALLOWED
        where it does not let this counter or this person, and what `services.programs.publishing.judge` raises.
        """

    def pairing(self) -> Pairing: ...
    def listen_pairing(self, listener: Callable[[Pairing], None]) -> None:
        """Call `listener`, on a thread of sync, at every step of joining."""

    def pair(self, server_url: str) -> None:
        """Ask this server to take the counter in. Asking again while a code is shown asks for another."""

    def stop_pairing(self) -> None:
        """Give the attempt up; the step is NONE again. Nothing happens where none is under way."""


def unasked(what: str) -> DomainError:
    return DomainError(
        Code.NO_LINE,
        f"The server cannot be asked for {what} now. The bill is as it was; try again when there is a line.",
    )


def unpublished() -> DomainError:
    """Nothing was sent."""
    return DomainError(
        Code.NO_LINE,
        "There is no line to the server. Nothing was published; your draft is kept. Try again when the line is back.",
    )


def unseen(number: str) -> DomainError:
    return DomainError(
        Code.NO_LINE, f"Bill {number} cannot be seen until this counter is online. Nothing was returned."
    )


class NoLine:
    """The line of a counter that has none, as in a rehearsal: it stands alone and stays so."""

    def standing(self) -> Standing:
        return Standing(LinkState.ALONE)

    def listen(self, listener: Callable[[Standing], None]) -> None:
        """Nothing will ever change."""

    def listen_members(self, listener: Callable[[str], None]) -> None:
        """Nobody tells of members."""

    def card_shown(self, member_id: str) -> None:
        """Every point is usable here already."""

    def card_gone(self, member_id: str) -> None:
        """Nothing was asked for."""

    def retry(self) -> None:
        """There is nothing to try."""

    def fetch_bill(self, number: str) -> None:
        raise unseen(number)

    def fetch_voucher(self, code: str) -> None:
        raise unasked(code)

    def fetch_reward(self, reward_id: str) -> None:
        raise unasked(reward_id)

    def publish(self, proposal: Proposal) -> Program:  # noqa: ARG002 - nobody hears it
        raise unpublished()

    def pairing(self) -> Pairing:
        return NOT_PAIRING

    def listen_pairing(self, listener: Callable[[Pairing], None]) -> None:
        """No step is ever taken."""

    def pair(self, server_url: str) -> None:
        """There is no server to ask."""

    def stop_pairing(self) -> None:
        """No attempt is under way."""


class TrainingLine(NoLine):
    """The line of a counter in training: nothing is ever sent, and no server is asked."""

    def __init__(self) -> None:
        self._pairing = NOT_PAIRING

    def standing(self) -> Standing:
        return Standing(LinkState.TRAINING)

    def pairing(self) -> Pairing:
        return self._pairing

    def pair(self, server_url: str) -> None:
        sentence = "A counter in training joins no server."
        self._pairing = Pairing(PairingStep.FAILED, server_url, trouble=sentence)

    def stop_pairing(self) -> None:
        self._pairing = NOT_PAIRING
