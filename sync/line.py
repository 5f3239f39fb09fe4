"""The line: sync at work on threads of its own. Nothing on the counter waits for it."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import timedelta
from queue import SimpleQueue
from threading import Event, Lock, Thread

from app.domain.program import Program
from app.services.chain.acknowledging import set_bond
from app.services.chain.standing import Pairing, Standing
from app.services.desk import Desk
from app.services.ports import Bond, Link
from app.services.programs.publishing import Proposal
from sync.backoff import Backoff
from sync.board import Board
from sync.clock_offset import ClockOffset
from sync.connection import Addressing, Connection
from sync.cycle import Cycle
from sync.gate import Gate, ShutError
from sync.joiner import Joiner
from sync.leases import top_up
from sync.out_of_turn import OutOfTurn
from sync.status import SETTLE_MS
from sync.trouble import CLEAR, trouble_of

TICK_S = 1.0  # how long a standing may be out of date
CLOSE_S_MAX = 2.0


@dataclass(frozen=True, slots=True)
class Pace:
    """How often what happens. `wait_ms` is how long the server may keep a pull until something changes."""

    wait_ms: int = 20_000
    reconcile_s: float = 600.0
    settle_ms: int = SETTLE_MS


class CounterLine:
    """The window's port to sync, and the threads behind it. To be started and closed.

    `dice` gives a number from 0 up to 1. One thread sends, one waits for what changes, one asks for top-ups.
    """

    def __init__(
        self,
        desk: Desk,
        addressing: Addressing,
        *,
        agent: str,
        dice: Callable[[], float],
        clock: ClockOffset,
        pace: Pace = Pace(),
    ) -> None:
        self._gate = Gate(desk.store)
        self._desk = desk = replace(desk, store=self._gate)
        self._addressing, self._agent, self._pace = addressing, agent, pace
        self._clock = clock
        self._cycle = Cycle(desk)
        self._board = Board(desk, lambda: int(time.monotonic() * 1000), settle_ms=pace.settle_ms)
        self._joiner = Joiner(desk, addressing, agent=agent, joined=lambda _: self.retry())
        self._sends, self._hears = Backoff(time.monotonic, dice), Backoff(time.monotonic, dice)
        self._wake, self._up, self._stopping = Event(), Event(), Event()
        self._asked: SimpleQueue[str | None] = SimpleQueue()
        self._connection: Connection | None = None
        self._old: list[Connection] = []
        self._member_listeners: list[Callable[[str], None]] = []
        self._out_of_turn = OutOfTurn(desk, self._active, self._changed)
        self._reconcile_at = 0.0
        self._unread: Backoff | None = None  # of whose answers this program is too old to make anything
        self._connecting = Lock()
        self._threads = [
            Thread(target=work, name=f"sync-{name}", daemon=True)
            for name, work in (("send", self._send), ("hear", self._hear), ("ask", self._ask))
        ]

    # What the window asks

    def standing(self) -> Standing:
        return self._board.standing

    def listen(self, listener: Callable[[Standing], None]) -> None:
        self._board.listen(listener)

    def listen_members(self, listener: Callable[[str], None]) -> None:
        self._member_listeners.append(listener)

    def card_shown(self, member_id: str) -> None:
        self._cycle.top_ups.shown(member_id)
        self._asked.put(member_id)

    def card_gone(self, member_id: str) -> None:
        self._cycle.top_ups.gone(member_id)
        self._wake.set()

    def retry(self) -> None:
        self._sends.at_once()
        self._hears.at_once()
        self._wake.set()

    def fetch_bill(self, number: str) -> None:
        self._out_of_turn.bill(number)

    def fetch_voucher(self, code: str) -> None:
        self._out_of_turn.right(code, {"code": code})

    def fetch_reward(self, reward_id: str) -> None:
        self._out_of_turn.right(reward_id, {"reward": reward_id})

    def publish(self, proposal: Proposal) -> Program:
        return self._out_of_turn.publish(proposal)

    def pairing(self) -> Pairing:
        return self._joiner.pairing

    def listen_pairing(self, listener: Callable[[Pairing], None]) -> None:
        self._joiner.listen(listener)

    def pair(self, server_url: str) -> None:
        self._joiner.start(server_url)

    def stop_pairing(self) -> None:
        self._joiner.stop()

    # Its life

    def start(self) -> None:
        self._board.refresh()
        for thread in self._threads:
            thread.start()

    def saved(self) -> None:
        """An event was sealed here: it goes out as soon as the line is free."""
        self._wake.set()

    def close(self) -> None:
        """Stop. A call that is still under way may end later by itself; the store is not touched any more."""
        self._stopping.set()
        self._gate.shut()
        self._wake.set()
        self._up.set()
        self._asked.put(None)
        self._joiner.close(within_s=CLOSE_S_MAX)
        for thread in self._threads:
            thread.join(CLOSE_S_MAX)
        for connection in [*self._old, *([self._connection] if self._connection else [])]:
            connection.close()

    # Its threads

    def _send(self) -> None:
        with suppress(ShutError):
            while not self._stopping.is_set():
                self._send_or_wait(self._board.refresh())

    def _send_or_wait(self, link: Link | None) -> None:
        has_to_send = link is not None and self._has_to_send(link)
        if link is not None and has_to_send and not self._sends.left_s:
            self._attempt(link, self._sends, self._send_once)
            return
        if not has_to_send:
            self._up.set()
        self._wake.wait(min(TICK_S, self._sends.left_s or TICK_S))
        self._wake.clear()

    def _has_to_send(self, link: Link) -> bool:
        if link.bond is Bond.JOINING:
            return True
        has_news = self._board.facts.waiting > 0 or self._cycle.top_ups.is_going
        return link.bond is Bond.ACTIVE and (has_news or self._cycle.is_key_due(link))

    def _send_once(self, connection: Connection) -> float:
        self._up.clear()
        sent = self._cycle.send(connection)
        self._up.set()
        return sent.wait_s

    def _hear(self) -> None:
        """Waits until something was sent, or nothing was to be: push comes before pull."""
        with suppress(ShutError):
            while not self._stopping.is_set():
                self._up.wait()
                self._hear_or_wait(self._cycle.link())

    def _hear_or_wait(self, link: Link | None) -> None:
        if link is not None and link.bond is Bond.ACTIVE and not self._hears.left_s:
            self._attempt(link, self._hears, self._hear_once)
        else:
            self._stopping.wait(min(TICK_S, self._hears.left_s or TICK_S))

    def _hear_once(self, connection: Connection) -> float:
        is_behind = self._board.facts.last_synced_at is None
        page = self._cycle.fetch(connection, wait_ms=0 if is_behind else self._pace.wait_ms)
        pulled = self._cycle.apply(connection, page) if page else None
        if pulled is not None:
            self._board.note(last_synced_at=None if pulled.more else self._desk.clock.now())
            self._changed(*pulled.changed)
            if not (pulled.more or self._board.facts.waiting):
                self._cycle.stock_up(connection)
            self._reconcile(connection, is_current=not pulled.more)
        if self._cycle.top_ups.is_going:
            self._wake.set()
        return 0.0

    def _reconcile(self, connection: Connection, *, is_current: bool) -> None:
        """Now and then, and only when there is nothing else to hear."""
        if not is_current or time.monotonic() < self._reconcile_at or self._board.facts.waiting:
            return
        self._reconcile_at = time.monotonic() + self._pace.reconcile_s
        result = self._cycle.reconcile(connection)
        self._changed(*(result.told_anew if result else ()))

    def _ask(self) -> None:
        """Who has gone before their turn came, as in a time without a line, needs nothing any more."""
        with suppress(ShutError):
            while (member_id := self._asked.get()) is not None:
                link = self._cycle.link()
                if link is not None and link.bond is Bond.ACTIVE and self._cycle.top_ups.is_shown(member_id):
                    self._top_up(link, member_id)

    def _top_up(self, link: Link, member_id: str) -> None:
        """Within a second or not at all: whatever goes wrong here is the sending thread's to find out."""
        try:
            granted = top_up(self._desk, self._connected(link).transport, member_id)
        except ShutError:
            raise
        except Exception as error:  # noqa: BLE001 - the sync cycle
            trouble_of(error)
            return
        self._cycle.top_ups.granted(member_id, granted)
        self._changed(member_id)

    def _attempt(self, link: Link, backoff: Backoff, step: Callable[[Connection], float]) -> None:
        try:
            again_s = step(self._connected(link))
        except ShutError:
            raise
        except Exception as error:  # noqa: BLE001 - the sync cycle: what failed becomes a state someone can see
            self._failed(error, backoff)
        else:
            backoff.worked(again_s=again_s)
            self._worked(backoff)

    def _worked(self, backoff: Backoff) -> None:
        """A server may take what an old program sends, and tell it nothing that it understands: that stands."""
        if self._unread is backoff:
            self._unread = None
        cleared = CLEAR if self._unread is None else {}
        self._board.note(**cleared, last_contact_at=self._desk.clock.now(), next_try_at=None)

    def _failed(self, error: Exception, backoff: Backoff) -> None:
        connection = self._connection
        trouble = trouble_of(error, is_newer=connection is not None and connection.transport.is_newer)
        backoff.failed(asked_s=trouble.asked_s)
        if trouble.facts.get("is_too_old"):
            self._unread = backoff
        if trouble.is_shut_out and self._board.facts.bond is Bond.ACTIVE:
            set_bond(self._desk, Bond.REVOKED)
        next_at = self._desk.clock.now() + timedelta(seconds=backoff.left_s)
        self._board.note(**trouble.facts, tries=backoff.tries, next_try_at=next_at)
        self._board.refresh()

    def _connected(self, link: Link) -> Connection:
        """Signed in as what the link says now; a counter that was paired again is somebody else."""
        with self._connecting:
            if self._connection is None or not self._connection.is_of(link):
                if self._connection is not None:
                    self._old.append(self._connection)
                self._connection = Connection.open(
                    self._desk, link, self._addressing, agent=self._agent, clock=self._clock
                )
            return self._connection

    def _active(self) -> Connection | None:
        """The way to the server; None for a counter that it does not take."""
        link = self._cycle.link()
        return self._connected(link) if link is not None and link.bond is Bond.ACTIVE else None

    def _changed(self, *members: str) -> None:
        for member_id in members:
            for listener in list(self._member_listeners):
                listener(member_id)
