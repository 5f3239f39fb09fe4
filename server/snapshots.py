"""Snapshots: all that a new counter of a store is told, in compressed chunks made in one view and kept for a while."""

from __future__ import annotations

import hashlib
import json
import re
import secrets
import shutil
import time
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from itertools import chain, islice
from pathlib import Path
from typing import Any

import zstandard

from app.persistence.uow import SqlUnitOfWork
from app.services.journal import canonical
from server import feed
from server.auth.signing import SigningKeys
from server.feed import Subject
from server.identity import staff
from server.pull import Reader, States
from server.store import ServerStore
from sync.protocol import Topic, row_to_plain, to_base64url

MEMBERS_A_CHUNK = 2000
KEPT_S = 900
_ID = re.compile(r"[0-9a-f]{32}")
_MEMBERS_AT_ONCE = 500


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
    """Snapshots as files, a folder for each; one that was made a moment ago serves the next counter too."""

    folder: Path

    def of_store(self, store: ServerStore, store_id: str) -> Snapshot:
        """A recent one, or one that is made now."""
        place = self._place(store, store_id)
        place.mkdir(parents=True, exist_ok=True)
        for old in [one for one in place.iterdir() if time.time() - one.stat().st_mtime > KEPT_S]:
            shutil.rmtree(old, ignore_errors=True)
        for kept in sorted(place.glob("*/manifest.json")):
            return _read(kept)
        return self._make(store, store_id, place)

    def chunk(self, store: ServerStore, store_id: str, snapshot_id: str, number: int) -> bytes | None:
        """The bytes as they travel; None for one that is not kept."""
        if _ID.fullmatch(snapshot_id) is None:
            return None
        file = self._place(store, store_id) / snapshot_id / f"{number}.zst"
        return file.read_bytes() if file.exists() else None

    def _place(self, store: ServerStore, store_id: str) -> Path:
        name = hashlib.sha256(f"{store.tenant_id}\0{store_id}".encode()).hexdigest()[:32]
        return self.folder / "snapshots" / name

    def _make(self, store: ServerStore, store_id: str, place: Path) -> Snapshot:
        """The manifest is written last: without it there is no snapshot."""
        folder = place / secrets.token_hex(16)
        folder.mkdir()
        with store.reading() as unit:
            head = unit.journal.head()
            counted = _Counted(_subjects(unit))
            states, position = States(unit, store.sealer, Reader("", store_id), 0, head), feed.position_of(head)
            parts = ([(subject, position) for subject in part] for part in _parts(counted, MEMBERS_A_CHUNK))
            told = (map(row_to_plain, states.rows(part)) for part in parts)
            chunks = tuple(_write(folder, number, rows) for number, rows in enumerate(told, 1))
        snapshot = Snapshot(folder.name, position, counted.members, chunks)
        (folder / "manifest.json").write_text(json.dumps(asdict(snapshot)))
        return snapshot


@dataclass(slots=True)
class _Counted:
    """Subjects, and how many of them were members."""

    subjects: Iterable[Subject]
    members: int = 0

    def __iter__(self) -> Iterator[Subject]:
        for subject in self.subjects:
            self.members += subject.topic == Topic.MEMBER
            yield subject


def _subjects(unit: SqlUnitOfWork) -> Iterator[Subject]:
    versions = range(1, unit.programs.latest_version() + 1)
    programs = (Subject(Topic.PROGRAM, str(version)) for version in versions if unit.programs.has(version))
    reviews = (Subject(Topic.REVIEW, one.review_id) for one in unit.shared.reviews(is_open=True))
    return chain(programs, _staff(unit), reviews, _members(unit))


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
    content = zstandard.compress(b"\n".join(map(canonical, rows)))
    (folder / f"{number}.zst").write_bytes(content)
    return Chunk(number, len(content), hashlib.sha256(content).hexdigest())


def _read(manifest: Path) -> Snapshot:
    plain = json.loads(manifest.read_text())
    return Snapshot(**{**plain, "chunks": tuple(Chunk(**one) for one in plain["chunks"])})


def signed(content: dict[str, Any], keys: SigningKeys) -> dict[str, Any]:
    """The manifest with the server's signature over its canonical JSON."""
    key = keys.current()
    return {**content, "kid": key.kid, "signature": to_base64url(key.private.sign(canonical(content)))}
