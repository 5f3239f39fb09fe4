"""The centre of a simulated world: the server's own code over a disk of its own, asked as its endpoints ask it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeVar
from unittest import mock

import orjson
from starlette.responses import Response

from app.domain.days import INDIA
from app.domain.errors import DomainError
from app.persistence.home import resume
from app.persistence.keys import KeySource, StoreKeys
from app.persistence.link import FilePlace, Link
from app.persistence.scope import Scope
from app.persistence.sealed import FieldSealer
from app.services.desk import Desk
from app.services.keeping.faults import StoreFault
from server import parts
from server.api.sync import asking, comparing, pulling, pushing, snapshots
from server.auth.caller import _STANDING, Caller
from server.auth.hashing import SecretHashes
from server.auth.scopes import OF_COUNTER
from server.auth.tokens import Claims, Kind
from server.databases import files
from server.databases.database import HEAD_OFFICE
from server.desks import desk_of
from server.identity import devices
from server.ledgers.store import ServerStore
from server.parts import Parts, assemble
from server.secret import ServerSecret
from server.settings import ServerSettings
from server.web import problems
from server.web.problems import Problem
from sync.protocol import PROTOCOL
from sync.reply import Reply
from tests.simulation.clocks import MachineClock, NumberedIds
from tests.simulation.disk import Disk, Killed, Witness

T = TypeVar("T")

TENANT, OTHER = "shop", "other"
_SECRET = bytes(range(32))
_HELD = """
    SELECT member_id, sum(max(0, granted - spent - returned - written_off)) AS rights FROM leases
    WHERE tenant_id = ? GROUP BY member_id HAVING rights > 0
"""
_hashes = cache(SecretHashes)
TOKEN_MICROS = 600_000_000

Query = Mapping[str, str | int]
_Door = Callable[[Parts, Caller, str, Query, bytes], tuple[str, bytes]]  # content type and content


@dataclass
class MemoryDatabase:
    """The server's database: two tenants on one disk."""

    disk: Disk
    stores: dict[str, ServerStore] = field(default_factory=dict)

    def prepare(self) -> None:
        files.complete(self.disk.engines)
        files.adopt_directory(self.disk.engines.writer, FilePlace(Path("memory"), bytes(32)))

    def tenants(self) -> Sequence[str]:
        return sorted(self.stores)

    def create_tenant(self, tenant_id: str) -> None:
        self.open(tenant_id, Witness())

    def store(self, tenant_id: str) -> ServerStore:
        return self.stores[tenant_id]

    def open(self, tenant_id: str, witness: Witness) -> bool:
        """As a start of the server opens a tenant. True when the end of its chain is lost."""
        keys = StoreKeys(_SECRET, KeySource.FILE)
        sealer = FieldSealer(keys, tenant_id=tenant_id, field="phone")
        store = ServerStore(self.disk, tenant_id, HEAD_OFFICE, sealer, INDIA, witness.write)
        self.stores[tenant_id] = store
        return resume(store, witness)

    def directory_reading(self) -> AbstractContextManager[Scope]:
        return self.disk.reading(None)

    def directory_writing(self) -> AbstractContextManager[Scope]:
        return self.disk.writing(None)

    def close(self) -> None:
        self.disk.dispose()


class Centre:
    """A server that can be killed and started again. `folder` is where it keeps its snapshots."""

    def __init__(self, clock: MachineClock, image: Link | None = None) -> None:
        self.clock, self.disk = clock, Disk()
        self.witness, self.other_witness = Witness(), Witness()
        self.ids = NumberedIds(99)
        self.database = MemoryDatabase(self.disk)
        self.folder = TemporaryDirectory()
        self.lost_tails = 0
        if image is None:
            self.database.prepare()
        else:
            self.disk.put_back(image)
        settings = ServerSettings(data_dir=self.folder.name)
        with mock.patch.object(parts, "SecretHashes", _hashes):  # a hash is made to be slow, and nobody signs in
            self.parts = replace(assemble(settings, self.database, ServerSecret(_SECRET), clock), ids=self.ids)
        self.start()

    def start(self) -> None:
        """What was in memory is gone; what was committed is there."""
        self.disk.revive()
        self.lost_tails += self.database.open(TENANT, self.witness)
        self.database.open(OTHER, self.other_witness)

    @property
    def desk(self) -> Desk:
        return desk_of(self.parts, TENANT)

    @property
    def other(self) -> Desk:
        return desk_of(self.parts, OTHER)

    @property
    def store(self) -> ServerStore:
        return self.database.store(TENANT)

    def attempt(self, does: Callable[[Desk], T]) -> T | None:
        """What a manager or another program does here. A refusal is said; a death is followed by a new start."""
        try:
            return does(self.desk)
        except (DomainError, StoreFault, Problem):
            return None
        except Killed:
            if not self.disk.is_dead:
                raise
            self.start()
            return None

    def answer(self, client_id: str, method: str, path: str, query: Query, body: bytes) -> Reply:
        """What goes out on the wire for a request of a signed-in counter."""
        try:
            caller = self._caller(client_id)
            door = _DOORS.get((method, _room(path)))
            if door is None:
                raise problems.not_found("address")
            with self.nobody_short(is_asked=path.endswith("/leases")):
                said = door(self.parts, caller, path, query, body)
            return self._reply(200, *said)
        except (Problem, DomainError, StoreFault) as refusal:
            return self._refusal(_problem(refusal))

    @contextmanager
    def nobody_short(self, *, is_asked: bool = True) -> Iterator[None]:
        """G6: what is granted or spent inside leaves every counter's rights covered by points."""
        before = self._short() if is_asked else set()
        yield
        if is_asked:
            new = self._short() - before
            assert not new, f"G6 rights to more points than there are: {new}"

    def _short(self) -> set[str]:
        """Members to whose points there are more rights than points."""
        with self.store.reading() as unit:
            at = self.desk.instant(unit.journal.head())
            held = self.disk.rows(_HELD, TENANT)
            return {one for one, rights in held if rights > max(0, unit.ledger.full_account(one).available(at))}

    def close(self) -> None:
        self.disk.dispose()
        self.folder.cleanup()

    def _caller(self, client_id: str) -> Caller:
        with self.store.reading() as unit:
            caller = _STANDING[Kind.COUNTER](unit.scope, Claims(TENANT, client_id, Kind.COUNTER, OF_COUNTER))
            device = devices.by_client(unit.scope, client_id)
        if caller is None or device is None:
            raise Problem(401, "REVOKED", "This access was withdrawn.")
        now = self.parts.now()
        if now - device.last_seen_at > TOKEN_MICROS:
            with self.store.writing() as unit:  # as signing in does
                devices.seen(unit.scope, device, key=device.public_key, at=now, clock_offset_ms=0)
        return caller

    def _refusal(self, problem: Problem) -> Reply:
        said = problems.answer(problem, "request")
        return self._reply(problem.status, problems.MEDIA_TYPE, bytes(said.body), said.headers)

    def _reply(self, status: int, kind: str, body: bytes, more: Mapping[str, str] = {}) -> Reply:
        server_ms = str(int(self.clock.now().timestamp() * 1000))
        ours = {"Content-Type": kind, "Tillpoint-Server": "1", "Tillpoint-Time-Ms": server_ms}
        return Reply(status, {**more, **ours}, body, is_framed=True, elapsed_ms=0)


def _problem(refusal: Problem | DomainError | StoreFault) -> Problem:
    match refusal:
        case DomainError():
            return problems.of_refusal(refusal)
        case StoreFault():
            return problems.of_fault(refusal)
        case _:
            return refusal


def _room(path: str) -> str:
    """The path without the names in it."""
    return "/".join(path.split("/")[:5])


def _said(plain: Any) -> tuple[str, bytes]:
    return "application/json", orjson.dumps(plain)


def _given(response: Response) -> tuple[str, bytes]:
    return response.media_type or "", bytes(response.body)


def _push(parts: Parts, caller: Caller, _: str, __: Query, body: bytes) -> tuple[str, bytes]:
    return _said(pushing._push(parts, caller, body))


def _pull(parts: Parts, caller: Caller, _: str, query: Query, __: bytes) -> tuple[str, bytes]:
    asked = (int(query[name]) for name in ("after", "limit", "lines_after", "seen"))
    return "application/json", pulling._pull(parts, caller, *asked, PROTOCOL)


def _leases(parts: Parts, caller: Caller, _: str, __: Query, body: bytes) -> tuple[str, bytes]:
    return _given(asking.ask_for_rights(asking.Scanned.model_validate_json(body), parts, caller, PROTOCOL))


def _bill(parts: Parts, caller: Caller, _: str, __: Query, body: bytes) -> tuple[str, bytes]:
    return _given(asking.ask_for_bill(asking.BillWanted.model_validate_json(body), parts, caller, PROTOCOL))


def _vouchers(parts: Parts, caller: Caller, _: str, __: Query, body: bytes) -> tuple[str, bytes]:
    return _given(asking.ask_for_voucher(asking.VoucherWanted.model_validate_json(body), parts, caller, PROTOCOL))


def _digest(parts: Parts, caller: Caller, _: str, query: Query, __: bytes) -> tuple[str, bytes]:
    return _given(comparing.read_digest(parts, caller, PROTOCOL, str(query["after"]), int(query["limit"])))


def _members(parts: Parts, caller: Caller, _: str, query: Query, __: bytes) -> tuple[str, bytes]:
    return _given(comparing.read_members(parts, caller, PROTOCOL, str(query["after"]), min(int(query["limit"]), 100)))


def _snapshot(parts: Parts, caller: Caller, path: str, _: Query, __: bytes) -> tuple[str, bytes]:
    named = path.split("/")[5:]
    if not named:
        return _given(snapshots.read_snapshot(parts, caller, PROTOCOL))
    return _given(snapshots.read_chunk(named[0], int(named[1]), parts, caller, PROTOCOL))


_DOORS: Mapping[tuple[str, str], _Door] = {
    ("POST", "/api/v1/sync/push"): _push,
    ("GET", "/api/v1/sync/pull"): _pull,
    ("POST", "/api/v1/sync/leases"): _leases,
    ("POST", "/api/v1/sync/bills"): _bill,
    ("POST", "/api/v1/sync/vouchers"): _vouchers,
    ("GET", "/api/v1/sync/digests"): _digest,
    ("GET", "/api/v1/sync/members"): _members,
    ("GET", "/api/v1/sync/snapshot"): _snapshot,
}
