"""Snapshots: all that a new counter of a store is told, in compressed chunks made in one view and kept for a while."""

from __future__ import annotations

import hashlib
import json
import logging
import os
import re
import secrets
import shutil
import time
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field, replace
from itertools import chain, islice
from pathlib import Path
from threading import Lock, Thread
from typing import Any

import zstandard
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from app.persistence.uow import SqlUnitOfWork
from app.services.journal import GENESIS_HASH
from server.identity import staff, stores
from server.ledgers import feed
from server.ledgers.feed import Subject
from server.ledgers.store import ServerStore
from server.secret import ServerSecret
from server.telling.pull import Reader, States
from sync.protocol import PROTOCOL, STORES_SINCE, Topic, row_to_plain, spelt, to_base64url

MEMBERS_A_CHUNK = 2000
KEPT_S = 900  # after it was made or last read
KEPT_S_MAX = 6 * 3600  # what comes after it is told by pages, and there are more of them every hour
SILENT_S = 120  # a making that has not added a chunk for so long is nobody's any more
_POLL_S = 0.02
_ID = re.compile(r"[0-9a-f]{32}")
_MEMBERS_AT_ONCE = 2000
_MANIFEST, _HEAD, _MARK = "manifest.json", "head", "making"  # the head is the hash of the event at its position
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Chunk:
    number: int
    bytes: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Snapshot:
    """`id` names its folder; nobody guesses it."""

    id: str
    position: int
    members: int
    chunks: tuple[Chunk, ...]


@dataclass(frozen=True, slots=True)
class Snapshots:
    """Snapshots as files, a folder for each, shared by the counters of a store. One is made on a thread of its own.

    Several processes may serve one folder: a mark tells the others that one of them is at work.
    """

    folder: Path
    _turn: Lock = field(default_factory=Lock)

    def of_store(self, store: ServerStore, reader: Reader, *, within_s: float) -> Snapshot | None:
        """One that is kept for this counter's store. Where there is none it is begun; None while it is not finished."""
        place = self._place(store, reader)
        place.mkdir(parents=True, exist_ok=True)
        until = time.monotonic() + within_s
        with self._turn:
            _clear(place)
            found = _kept(place, store)
            if found is None and _mark(place):
                Thread(target=_make, args=(store, reader, place), name="snapshot", daemon=True).start()
        while found is None and (place / _MARK).exists() and time.monotonic() < until:
            time.sleep(_POLL_S)
            found = _kept(place, store)
        return found or _kept(place, store)

    def chunk(self, store: ServerStore, reader: Reader, snapshot_id: str, number: int) -> bytes | None:
        """The bytes as they travel; None for one that is not kept."""
        if _ID.fullmatch(snapshot_id) is None:
            return None
        folder = self._place(store, reader) / snapshot_id
        try:
            content = (folder / f"{number}.zst").read_bytes()
            os.utime(folder)
        except FileNotFoundError:
            return None
        return content

    def _place(self, store: ServerStore, reader: Reader) -> Path:
        """Counters of an older protocol are told in it, by snapshots of their own."""
        told_in = f"\0{reader.protocol}" if reader.protocol < PROTOCOL else ""
        name = hashlib.sha256(f"{store.tenant_id}\0{reader.store_id}{told_in}".encode()).hexdigest()[:32]
        return self.folder / "snapshots" / name


def _clear(place: Path) -> None:
    """Remove what nobody reads any more, and what was begun and never finished."""
    for old in (one for one in place.iterdir() if one.is_dir()):
        is_silent = _age_s(old) > KEPT_S or _age_s(old / _MANIFEST) > KEPT_S_MAX
        if is_silent:
            shutil.rmtree(old, ignore_errors=True)


def _kept(place: Path, store: ServerStore) -> Snapshot | None:
    """One of this chain as it is now: what was made before a backup was put back may tell what never happened."""
    for manifest in sorted(place.glob(f"*/{_MANIFEST}")):
        found, link = _read(manifest), manifest.with_name(_HEAD)
        with store.reading() as unit:
            stands_at = unit.journal.hash_at(*feed.point_of(found.position)) or GENESIS_HASH
        if link.exists() and link.read_text() == stands_at.hex():
            return found
    return None


def _mark(place: Path) -> bool:
    """Whether it is ours to make."""
    mark = place / _MARK
    if _age_s(mark) < SILENT_S and mark.exists():
        return False
    mark.touch()
    return True


def _age_s(path: Path) -> float:
    """Since it was last touched; 0 for what is not there."""
    try:
        return time.time() - path.stat().st_mtime
    except FileNotFoundError:
        return 0.0


def _make(store: ServerStore, reader: Reader, place: Path) -> None:
    """A failure is the log's; whoever asks again has it begun again."""
    folder = place / secrets.token_hex(16)
    try:
        _write_all(store, reader, folder)
    except Exception:  # noqa: BLE001 - the edge of a thread
        _log.exception("a snapshot of tenant %s failed", store.tenant_id)
        shutil.rmtree(folder, ignore_errors=True)
    finally:
        (place / _MARK).unlink(missing_ok=True)


def _write_all(store: ServerStore, reader: Reader, folder: Path) -> None:
    """In one view, a chunk at a time. The manifest is put there last: without it there is no snapshot."""
    folder.mkdir()
    with store.reading() as unit:
        head = unit.journal.head()
        counted = _Counted(_subjects(unit, reader))
        anybody, position = replace(reader, counter_code="", client_id=""), feed.position_of(head)
        states = States(unit, store.sealer, anybody, 0, head)
        parts = ([(subject, position) for subject in part] for part in _parts(counted, MEMBERS_A_CHUNK))
        told = (map(row_to_plain, states.rows(part)) for part in parts)
        chunks = tuple(_write(folder, number, rows) for number, rows in enumerate(told, 1))
    (folder / _HEAD).write_text(head.head_hash.hex())
    snapshot = Snapshot(folder.name, position, counted.members, chunks)
    part = folder / f"{_MANIFEST}.part"
    part.write_text(json.dumps(asdict(snapshot)))
    part.replace(folder / _MANIFEST)


@dataclass(slots=True)
class _Counted:
    """Subjects, and how many of them were members."""

    subjects: Iterable[Subject]
    members: int = 0

    def __iter__(self) -> Iterator[Subject]:
        for subject in self.subjects:
            self.members += subject.topic == Topic.MEMBER
            yield subject


def _subjects(unit: SqlUnitOfWork, reader: Reader) -> Iterator[Subject]:
    versions = range(1, unit.programs.latest_version() + 1)
    programs = (Subject(Topic.PROGRAM, str(version)) for version in versions if unit.programs.has(version))
    reviews = (Subject(Topic.REVIEW, one.review_id) for one in unit.shared.reviews(is_open=True))
    premises = stores.ids(unit.scope) if reader.protocol >= STORES_SINCE else ()
    told = (Subject(Topic.STORE, store_id) for store_id in premises)
    return chain(told, programs, _staff(unit), reviews, _members(unit))


def _staff(unit: SqlUnitOfWork) -> Iterator[Subject]:
    after = ""
    while found := staff.page(unit.scope, after=after, limit=_MEMBERS_AT_ONCE):
        yield from (Subject(Topic.STAFF, person.staff_id) for person in found)
        after = found[-1].staff_id


def _members(unit: SqlUnitOfWork) -> Iterator[Subject]:
    after = ""
    while found := unit.members.ids_after(after, limit=_MEMBERS_AT_ONCE):
        yield from (Subject(Topic.MEMBER, member_id) for member_id in found)
        after = found[-1]


def _parts(subjects: Iterable[Subject], size: int) -> Iterator[list[Subject]]:
    each = iter(subjects)
    while part := list(islice(each, size)):
        yield part


def _write(folder: Path, number: int, rows: Iterable[Any]) -> Chunk:
    content = zstandard.compress(b"\n".join(map(spelt, rows)))
    (folder / f"{number}.zst").write_bytes(content)
    (folder.parent / _MARK).touch()
    return Chunk(number, len(content), hashlib.sha256(content).hexdigest())


def _read(manifest: Path) -> Snapshot:
    plain = json.loads(manifest.read_text())
    return Snapshot(**{**plain, "chunks": tuple(Chunk(**one) for one in plain["chunks"])})


def signed(content: dict[str, Any], key: Ed25519PrivateKey) -> dict[str, Any]:
    """The manifest with the server's signature over its canonical JSON."""
    kid = hashlib.sha256(key.public_key().public_bytes_raw()).hexdigest()[:16]
    return {**content, "kid": kid, "signature": to_base64url(key.sign(spelt(content)))}


def server_key_of(secret: ServerSecret) -> str:
    """The public half, as counters are told it."""
    return to_base64url(secret.manifest_key.public_key().public_bytes_raw())
