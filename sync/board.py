"""The board: what sync knows of itself, kept from several threads, and who hears of it when it changes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from threading import Lock
from typing import Any

from app.services.chain.standing import LinkState, Standing
from app.services.desk import Desk
from app.services.keeping.faults import StoreFault
from app.services.ports import Link
from sync.status import Facts, Settled, is_up, standing_of

Listener = Callable[[Standing], None]


class Board:
    """`mono_ms` never goes back. Listeners are called on the thread that changed something, one at a time."""

    def __init__(self, desk: Desk, mono_ms: Callable[[], int], *, settle_ms: int) -> None:
        self._desk = desk
        self._mono_ms = mono_ms
        self._settled = Settled(settle_ms)
        self._facts = Facts(bond=None)
        self._acked: object = None
        self._moved_ms = mono_ms()
        self._standing = Standing(LinkState.ALONE)
        self._listeners: list[Listener] = []
        self._turn = Lock()

    @property
    def facts(self) -> Facts:
        return self._facts

    @property
    def standing(self) -> Standing:
        return self._standing

    def listen(self, listener: Listener) -> None:
        self._listeners.append(listener)

    def note(self, **changes: Any) -> None:
        """Set some of the facts."""
        with self._turn:
            self._facts = replace(self._facts, **changes)

    def refresh(self) -> Link | None:
        """Look into the store, and tell whoever listens when something changed. Returns the link."""
        try:
            link, found = self._read()
        except StoreFault as fault:
            link, found = None, {"store_trouble": fault.sentence}
        with self._turn:
            self._facts = replace(self._facts, **{**found, **self._stillness(link, found)})
            standing = standing_of(self._facts, self._desk.clock.now())
            shown = self._settled.show(standing, mono_ms=self._mono_ms())
            is_new, self._standing = shown != self._standing, shown
        if is_new:
            for listener in list(self._listeners):
                listener(shown)
        return link

    def _read(self) -> tuple[Link | None, dict[str, Any]]:
        with self._desk.store.reading() as uow:
            link = uow.links.get()
            if link is None:
                return None, {"bond": None, "store_trouble": ""}
            oldest = uow.journal.after(link.acked, limit=1)
            return link, {
                "bond": link.bond,
                "waiting": uow.journal.waiting(link.acked) if oldest else 0,
                "oldest_waiting_at": oldest[0].occurred_at if oldest else None,
                "to_check": len(uow.shared.reviews(is_open=True)),
                "offset_ms": link.offset_ms,
                "last_contact_at": self._facts.last_contact_at or link.contact_clock_at,
                "store_trouble": "",
            }

    def _stillness(self, link: Link | None, found: dict[str, Any]) -> dict[str, int]:
        """How long nothing has been acknowledged while something waited and the line was up."""
        now, acked = self._mono_ms(), link.acked if link else None
        if acked != self._acked or not found.get("waiting") or not is_up(self._facts):
            self._acked, self._moved_ms = acked, now
        return {"still_ms": now - self._moved_ms}
