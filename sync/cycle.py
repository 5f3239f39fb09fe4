"""The cycle: what one counter says to its server and hears from it, one step at a time. Threads are the line's."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from app.services.campaigns.budgets import give_back
from app.services.chain.keys import is_due
from app.services.chain.returning import return_ended
from app.services.desk import Desk
from app.services.ports import Bond, Event, Link
from app.services.rewards.voucher_sweeps import release
from sync.blanks import Blanks
from sync.connection import Connection
from sync.key_change import change_key
from sync.leases import TopUps
from sync.line_fault import LineFault
from sync.protocol import BATCH_EVENTS_MAX, PulledPage
from sync.pull import PageSize, Pulled, apply_page, fetch_page
from sync.push import next_batch, push
from sync.reconcile import Reconciled, reconcile
from sync.refused import No, Refused
from sync.snapshots import take_snapshot

KEY_PAUSE = timedelta(hours=1)  # after an attempt to change the key
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Sent:
    """`more` when there is something to send at once, after `wait_s` of patience the server asked for."""

    more: bool
    wait_s: float = 0.0


@dataclass(slots=True)
class Cycle:
    """Every step raises LineFault, Refused, WireError, NotPlainError or StoreFault, and may be taken again.

    `told_to` is the last position at which nothing more had changed; after a start it is not known. `fitting` is how
    many events fit into what the server, or something before it, lets through. `key_tried_at` is when this
    counter last tried to change its key.
    """

    desk: Desk
    top_ups: TopUps = field(default_factory=TopUps)
    size: PageSize = field(default_factory=PageSize)
    batch_max: int = BATCH_EVENTS_MAX
    fitting: int = BATCH_EVENTS_MAX
    reconciled_to: str = ""
    told_to: int = 0
    key_tried_at: datetime | None = None
    blanks: Blanks = field(init=False)

    def __post_init__(self) -> None:
        self.blanks = Blanks(self.desk)

    def link(self) -> Link | None:
        with self.desk.store.reading() as uow:
            return uow.links.get()

    def send(self, connection: Connection) -> Sent:
        """Give back rights that are not used or cannot be, then send the oldest batch.

        A counter that joins takes its snapshot after that; another changes its key, when that is due.
        """
        link = self.link()
        if link is None or link.bond not in (Bond.ACTIVE, Bond.JOINING):
            return Sent(more=False)
        if link.bond is Bond.ACTIVE:
            self.top_ups.give_back(self.desk)
            return_ended(self.desk)
            give_back(self.desk)
        batch = self._batch(link)
        if batch:
            return self._push(connection, batch)
        if link.bond is Bond.JOINING:
            take_snapshot(self.desk, connection.transport)
            return Sent(more=True)
        if self.is_key_due(link):
            self._change_key(connection)
        return Sent(more=False)

    def is_key_due(self, link: Link) -> bool:
        now = self.desk.clock.now()
        has_rested = self.key_tried_at is None or abs(now - self.key_tried_at) >= KEY_PAUSE
        return has_rested and is_due(link, now)

    def through(self, connection: Connection) -> bool:
        """Send all there is and put in place all that changed. False for a counter that the server does not take."""
        while self.send(connection).more:
            pass
        link = self.link()
        if link is None or link.bond is not Bond.ACTIVE:
            return False
        is_behind = True
        while is_behind:
            page = self.fetch(connection, wait_ms=0)
            pulled = self.apply(connection, page) if page else None
            is_behind = pulled is None or pulled.more
        self.stock_up(connection)
        return True

    def _batch(self, link: Link) -> Sequence[Event]:
        """While it joins a counter sends its history only: what it sells meanwhile waits for what came before."""
        batch = next_batch(self.desk, most=min(self.batch_max, self.fitting))
        if link.bond is Bond.JOINING and batch:
            with self.desk.store.reading() as uow:
                is_history = batch[0].epoch < uow.journal.head().epoch
            return batch if is_history else ()
        return batch

    def _change_key(self, connection: Connection) -> None:
        """Nothing else waits for the key: what is sold goes out and what changed is heard, whatever goes wrong here."""
        self.key_tried_at = self.desk.clock.now()
        try:
            change_key(self.desk, connection.transport)
        except (LineFault, Refused) as error:
            _log.info("the key stays as it is: %s", error)

    def _push(self, connection: Connection, batch: Sequence[Event]) -> Sent:
        try:
            answer = push(self.desk, connection.transport, connection.key, batch)
        except Refused as refused:
            if refused.meaning is not No.TOO_LARGE or len(batch) == 1:
                raise
            self.fitting = len(batch) // 2
            return Sent(more=True)
        if answer is None:
            self.told_to = 0
            return Sent(more=True)
        self.batch_max = answer.max_batch
        self.top_ups.recalled(answer.recall)
        return Sent(more=True, wait_s=answer.retry_after_ms / 1000)

    def fetch(self, connection: Connection, *, wait_ms: int) -> PulledPage | None:
        """A page of what changed; None when the server has to be followed from the start."""
        page = fetch_page(self.desk, connection.transport, self.size, wait_ms=wait_ms, lines_after=self.told_to)
        if page is None:
            self.told_to = 0
        return page

    def apply(self, connection: Connection, page: PulledPage) -> Pulled | None:
        pulled = apply_page(self.desk, connection.transport, page, self.size)
        if pulled is not None and not pulled.more:
            self.told_to = page.to_position
        self.top_ups.recalled(page.recall)
        if release(self.desk):
            self.blanks.given_up()
        return pulled

    def stock_up(self, connection: Connection) -> None:
        """Have one of each reward that rules give, for when nobody can be asked."""
        self.blanks.stock_up(connection.transport)

    def reconcile(self, connection: Connection) -> Reconciled | None:
        """Compare the next range of members; after the last it begins again with the first."""
        result = reconcile(self.desk, connection.transport, after=self.reconciled_to)
        if result is not None:
            self.reconciled_to = "" if result.is_done else result.after
        return result
