"""Leases: a top-up when a card is scanned, and what a bill did not use of it given back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from threading import Lock

from app.domain.lease import IDLE_COUNTER_MAX
from app.services.chain.adopting import adopt_answer
from app.services.chain.returning import held, return_unused
from app.services.desk import Desk
from sync.protocol import told_from_plain
from sync.refused import accepted
from sync.tidings import tidings_of, view_of
from sync.transport import Transport

PATH = "/api/v1/sync/leases"
TIMEOUT_S = 1.0
WANTED = IDLE_COUNTER_MAX  # as much as there is: a bill's size is not known when its card is scanned


def top_up(desk: Desk, transport: Transport, member_id: str) -> int:
    """Ask for rights to a member's points and put the answer in place. Returns by how much (hundredths) they grew.

    Raises LineFault, Refused, WireError or NotPlainError; nothing has changed then.
    """
    before = held(desk, member_id)
    answer = accepted(transport.call("POST", PATH, json={"member": member_id, "wanted": WANTED}, timeout_s=TIMEOUT_S))
    told = told_from_plain(answer.json)
    view = view_of(
        transport,
        position=told.position,
        included=told.included,
        server_ms=told.server_ms,
        clock_at=desk.clock.now(),
    )
    adopt_answer(desk, tidings_of(told.rows, view))
    return max(0, held(desk, member_id) - before)


@dataclass(slots=True)
class TopUps:
    """Which cards are at the counter, what was granted for them, and what may go back. Safe from several threads."""

    _shown: set[str] = field(default_factory=set)
    _granted: dict[str, int] = field(default_factory=dict)
    _going: dict[str, int] = field(default_factory=dict)
    _turn: Lock = field(default_factory=Lock)

    def shown(self, member_id: str) -> None:
        with self._turn:
            self._shown.add(member_id)

    def is_shown(self, member_id: str) -> bool:
        """Whether the card is still at the counter."""
        with self._turn:
            return member_id in self._shown

    def granted(self, member_id: str, points: int) -> None:
        """A card that has gone meanwhile needs nothing any more."""
        with self._turn:
            kept = self._granted if member_id in self._shown else self._going
            kept[member_id] = kept.get(member_id, 0) + points

    def gone(self, member_id: str) -> None:
        with self._turn:
            self._shown.discard(member_id)
            points = self._granted.pop(member_id, 0)
            self._going[member_id] = self._going.get(member_id, 0) + points

    @property
    def is_going(self) -> bool:
        """Whether something waits to be given back."""
        with self._turn:
            return any(self._going.values())

    def recalled(self, members: Iterable[str]) -> None:
        """The server wants all that is unused, of cards that are not at this counter now."""
        with self._turn:
            self._going.update({member_id: WANTED for member_id in members if member_id not in self._shown})

    def give_back(self, desk: Desk) -> None:
        """Seal what goes back in an event; what could not be sealed goes the next time."""
        with self._turn:
            going = {member_id: points for member_id, points in self._going.items() if points}
            self._going = {}
        try:
            if going:
                return_unused(desk, going)
        except BaseException:
            with self._turn:
                self._going = {**going, **self._going}
            raise
