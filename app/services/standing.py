"""Standing: how this counter and its server stand to each other, as one state a cashier can read at a glance."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol


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
    """The indicator's state and the facts behind it. Instants are this machine's; `offset_ms` is server less ours."""

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


class Line(Protocol):
    """What a window may ask of sync. No call waits for the network; what comes of it is heard by the listeners."""

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
