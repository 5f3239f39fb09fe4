"""Status: what sync knows of itself, turned into the one state the window shows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from app.services.chain.standing import LinkState, Standing
from app.services.ports import Bond
from sync.line_fault import LineTrouble

CLOCK_MS_MAX = 2 * 60 * 1000
STALE_AFTER = timedelta(hours=24)
STILL_MS_MAX = 5 * 60 * 1000
SETTLE_MS = 5000
_ANSWERED = frozenset({None, LineTrouble.BUSY, LineTrouble.SERVER})

SHUT_OUT = "This counter was shut out. Bills go on and are kept here. Ask a manager to pair it again."
FORKED = (
    "Another machine has sent bills under this counter's name: its data file was copied. "
    "Bills go on and are kept here. Ask a manager to pair it again."
)
STILL = (
    "The line is up, yet bills have waited for five minutes. They are safe here. Tell whoever looks after the server."
)


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known at one moment. Instants are this machine's; `still_ms` is how long nothing has been acknowledged.

    `fault` is why the last call brought no answer; `refusal` what the server said no with; `store_trouble` why the data
    file could not be used.
    """

    bond: Bond | None
    waiting: int = 0
    oldest_waiting_at: datetime | None = None
    last_contact_at: datetime | None = None
    last_synced_at: datetime | None = None
    next_try_at: datetime | None = None
    to_check: int = 0
    offset_ms: int | None = None
    fault: LineTrouble | None = None
    trouble: str = ""
    is_refused: bool = False
    is_too_old: bool = False
    store_trouble: str = ""
    still_ms: int = 0
    tries: int = 0
    server_version: str = ""


def standing_of(facts: Facts, now: datetime) -> Standing:
    """The first state, in the order of what a person has to know first, that holds."""
    state = next(state for state, holds in _IN_ORDER if holds(facts, now))
    return Standing(
        state=state,
        waiting=facts.waiting,
        oldest_waiting_at=facts.oldest_waiting_at,
        last_contact_at=facts.last_contact_at,
        last_synced_at=facts.last_synced_at,
        next_try_at=facts.next_try_at,
        to_check=facts.to_check,
        offset_ms=facts.offset_ms,
        trouble=_trouble(facts),
        alarm=STILL if _is_still(facts) else "",
        tries=facts.tries,
        server_version=facts.server_version,
    )


def _trouble(facts: Facts) -> str:
    if facts.store_trouble:
        return facts.store_trouble
    return {Bond.REVOKED: SHUT_OUT, Bond.FORKED: FORKED}.get(facts.bond or Bond.ACTIVE, facts.trouble)


def _is_still(facts: Facts) -> bool:
    """Line up and outbox still: nobody else would notice."""
    return facts.bond is not None and is_up(facts) and facts.waiting > 0 and facts.still_ms >= STILL_MS_MAX


def is_up(facts: Facts) -> bool:
    """Whether the server answers: one that is busy for long, or whose disk is full, takes nothing either."""
    return facts.fault in _ANSWERED


def _is_stale(facts: Facts, now: datetime) -> bool:
    return facts.fault is not None and (facts.last_contact_at is None or now - facts.last_contact_at >= STALE_AFTER)


def _is_clock_off(facts: Facts, _: datetime) -> bool:
    return facts.offset_ms is not None and abs(facts.offset_ms) > CLOCK_MS_MAX


_IN_ORDER: tuple[tuple[LinkState, Callable[[Facts, datetime], bool]], ...] = (
    (LinkState.STORAGE, lambda facts, _: facts.store_trouble != ""),
    (LinkState.ALONE, lambda facts, _: facts.bond is None),
    (LinkState.UPDATE, lambda facts, _: facts.is_too_old),
    (LinkState.SIGN_IN, lambda facts, _: facts.is_refused or facts.bond in (Bond.REVOKED, Bond.FORKED)),
    (LinkState.WAITING, lambda facts, _: facts.fault is LineTrouble.BUSY),
    (LinkState.STALE, _is_stale),
    (LinkState.OFFLINE, lambda facts, _: facts.fault is not None),
    (LinkState.NEEDS_CHECK, lambda facts, _: facts.to_check > 0),
    (LinkState.CLOCK, _is_clock_off),
    (LinkState.SENDING, lambda facts, _: facts.waiting > 0 or facts.bond is Bond.JOINING),
    (LinkState.SYNCED, lambda _, __: True),
)
_PASSING = frozenset(
    {LinkState.SYNCED, LinkState.SENDING, LinkState.WAITING, LinkState.OFFLINE, LinkState.STALE, LinkState.CLOCK}
)


@dataclass(slots=True)
class Settled:
    """States that come and go are shown once they have lasted SETTLE_MS; what a person must act on, at once."""

    settle_ms: int = SETTLE_MS
    _shown: LinkState | None = None
    _coming: LinkState | None = None
    _since_ms: int = 0

    def show(self, standing: Standing, *, mono_ms: int) -> Standing:
        """The standing with the state that is to be shown. `mono_ms` never goes back."""
        self._note(standing.state, mono_ms)
        assert self._shown is not None
        return replace(standing, state=self._shown)

    def _note(self, state: LinkState, mono_ms: int) -> None:
        if state != self._coming:
            self._coming, self._since_ms = state, mono_ms
        is_passing = state in _PASSING and self._shown in _PASSING
        if not is_passing or mono_ms - self._since_ms >= self.settle_ms:
            self._shown = state
