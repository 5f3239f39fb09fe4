"""A counter of a simulated world: the till's own code on a disk, a clock and a line of its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any, TypeVar, cast

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from app.domain.days import INDIA
from app.domain.errors import DomainError
from app.persistence.home import resume
from app.persistence.keys import KeySource, StoreKeys
from app.persistence.sealed import FieldSealer
from app.persistence.uow import SqlStore
from app.services.chain import acknowledging
from app.services.desk import Desk
from app.services.journal import record
from app.services.keeping.faults import StoreFault
from app.services.plain import NotPlainError
from app.services.ports import Bond, Link
from sync.board import Board
from sync.connection import Connection
from sync.cycle import Cycle
from sync.device_key import DeviceKey
from sync.far_bills import fetch_bill
from sync.leases import top_up
from sync.line_fault import LineFault
from sync.protocol import BATCH_EVENTS_MAX, WireError
from sync.pull import ROWS_AT_FIRST, PageSize, Pulled
from sync.refused import Refused
from sync.trouble import CLEAR, trouble_of
from sync.vouchers import fetch
from tests.simulation.clocks import MachineClock, NumberedIds
from tests.simulation.disk import Disk, Killed, Witness
from tests.simulation.wire import Line

TENANT = "till"
STEPS_MAX = 200  # nobody has more to say at once

T = TypeVar("T")


@dataclass
class Counter:
    """`receipts` are the bills a customer was given, by id; each must stand here until the disk itself goes back."""

    code: str
    clock: MachineClock
    line: Line
    ids: NumberedIds
    key: DeviceKey
    disk: Disk = field(default_factory=Disk)
    witness: Witness = field(default_factory=Witness)
    receipts: dict[str, int] = field(default_factory=dict)
    numbers: dict[str, str] = field(default_factory=dict)  # of every receipt that was ever given, and of which bill
    position: int = 0  # of the feed, where it stood when it was looked at last
    lost_tails: int = 0
    kills: int = 0
    desk: Desk = field(init=False)
    cycle: Cycle = field(init=False)
    board: Board = field(init=False)

    def __post_init__(self) -> None:
        self.start()

    def start(self) -> None:
        """What was in memory is gone; what was committed is there."""
        self.disk.revive()
        self.clock.start()
        sealer = FieldSealer(StoreKeys(bytes(32), KeySource.FILE), tenant_id=TENANT, field="phone")
        store = SqlStore(self.disk, TENANT, self.code, sealer, INDIA, self.witness.write)
        self.lost_tails += resume(store, self.witness)
        self.desk = Desk(
            store, self.clock, self.ids, counter_code=self.code, ticks=lambda: self.clock.tick(self._offset_ms())
        )
        self.cycle = Cycle(self.desk)
        self.board = Board(self.desk, lambda: self.clock.moment().mono_ms, settle_ms=0)
        self.board.refresh()

    def _offset_ms(self) -> int | None:
        offset = self.line.clock.best()
        return None if offset is None else offset.offset_ms

    @property
    def public_key(self) -> bytes:
        return Ed25519PrivateKey.from_private_bytes(self.key.private).public_key().public_bytes_raw()

    def link(self) -> Link | None:
        with self.desk.store.reading() as uow:
            return uow.links.get()

    @property
    def is_active(self) -> bool:
        return self.disk.rows("SELECT bond FROM links") == [(Bond.ACTIVE,)]

    def attempt(self, does: Callable[[], T]) -> T | None:
        """What a person or the program tries. A refusal or a fault is said; a death is followed by a new start."""
        try:
            return does()
        except (DomainError, StoreFault):
            return None
        except Killed:
            if not self.disk.is_dead:
                raise
            self.kills += 1
            self.start()
            return None

    # What the program does by itself

    @property
    def connection(self) -> Connection:
        """The line in the transport's place: who is calling is known to it."""
        found = self.disk.rows("SELECT client_id, private_key FROM links")
        client_id, private_key = found[0] if found else ("", self.key.private)
        self.line.client_id = client_id
        return cast(Connection, SimpleNamespace(transport=self.line, key=DeviceKey(bytes(private_key))))

    def send(self, most: int = BATCH_EVENTS_MAX) -> bool:
        """True when there may be more to send."""
        self.cycle.batch_max = most
        sent = self._asked(lambda: self.cycle.send(self.connection))
        return sent is not None and sent.more

    def hear(self, rows: int = ROWS_AT_FIRST) -> bool:
        """Fetch the next page. True when there is more to hear."""
        if not self.is_active:
            return False
        pulled = self._asked(lambda: self._page(rows))
        if pulled is not None and not pulled.more:
            self._asked(lambda: self.cycle.stock_up(self.connection))
        return pulled is not None and pulled.more

    def _page(self, rows: int) -> Pulled | None:
        self.cycle.size = PageSize(rows)
        page = self.cycle.fetch(self.connection, wait_ms=0)
        return None if page is None else self.cycle.apply(self.connection, page)

    def scan(self, member_id: str) -> None:
        """A card is shown: its rights are topped up while the bill is made."""
        if not self.is_active:
            return
        self.cycle.top_ups.shown(member_id)
        granted = self._asked(lambda: top_up(self.desk, self.connection.transport, member_id))
        if granted is not None:
            self.cycle.top_ups.granted(member_id, granted)

    def fetch_bill(self, number: str) -> bool:
        """A bill of another counter is asked for. False where nobody told it."""
        if not self.is_active:
            return False
        return self._asked(lambda: fetch_bill(self.desk, self.connection.transport, number)) is not None

    def fetch_voucher(self, **wanted: str) -> None:
        """The right to a voucher (`code`), or to one of a `reward`'s stock, is asked for."""
        if self.is_active:
            self._asked(lambda: fetch(self.desk, self.connection.transport, wanted, pause=lambda _: None))

    def reconcile(self) -> int:
        """Compare everything, where nothing waits. Returns how many members were told anew."""
        if not self.is_active:
            return 0
        told, self.cycle.reconciled_to = 0, ""
        while (found := self._asked(lambda: self.cycle.reconcile(self.connection))) is not None:
            told += len(found.told_anew)
            if found.is_done:
                break
        return told

    def seal(self, kind: str, body: Mapping[str, Any]) -> None:
        """An event of its own, as a program of another age would write it."""
        with self.desk.store.writing() as uow:
            head = uow.journal.head()
            record(self.desk, uow, head, kind=kind, at=self.desk.instant(head), body=body)

    def exchange(self) -> None:
        """All that an open counter says and hears before it waits again."""
        self._until_done(self.send)
        self._until_done(self.hear)

    def _until_done(self, has_more: Callable[[], bool]) -> None:
        steps = 0
        while has_more():
            steps += 1
            assert steps < STEPS_MAX, f"G10 {self.code} says the same for ever"

    def _asked(self, ask: Callable[[], T]) -> T | None:
        """What the program asks of the server; what goes wrong with it becomes a state, and is tried another time."""
        try:
            answer = ask()
        except (LineFault, Refused, WireError, NotPlainError) as error:
            trouble = trouble_of(error)
            if trouble.is_shut_out:
                acknowledging.set_bond(self.desk, Bond.REVOKED)
            self.board.note(**trouble.facts)
            self.board.refresh()
            return None
        self.board.note(**CLEAR)
        self.board.refresh()
        return answer
