"""Snapshots: how a new counter comes to know a chain's members: in chunks that are kept once they are here."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from time import monotonic_ns

import orjson

from app.services.chain.adopting import kept_key
from app.services.chain.adopting_snapshots import adopt_chunk, adopt_part, begin_many, end_many, has_chunk, stand_at
from app.services.chain.tidings import View
from app.services.desk import Desk
from app.services.plain import from_plain
from app.services.ports import ChainPoint
from sync.packing import PackingError, unpacked
from sync.protocol import PageRow, WireError, row_from_plain
from sync.pull import PageSize
from sync.refused import Refused, accepted
from sync.reply import ANSWER_BYTES_MAX
from sync.server_key import key_of, require_signed
from sync.tidings import tidings_of_many, view_of
from sync.transport import Transport

PATH = "/api/v1/sync/snapshot"
ROWS_AT_FIRST, ROWS_AT_ONCE = 200, 2000  # put in place in one transaction: as many as WRITE_MS_MAX lets be
MANY = 20_000  # members, from which on it is quicker to make what finds them afterwards
_NOT_FOUND = 404


@dataclass(frozen=True, slots=True)
class Chunk:
    """A piece of a snapshot: zstd-compressed JSON lines. `sha256` is of the bytes as they travel."""

    number: int
    bytes: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a snapshot is made of."""

    id: str
    position: int
    members: int
    included: ChainPoint
    server_ms: int
    chunks: tuple[Chunk, ...]


def take_snapshot(desk: Desk, transport: Transport) -> None:
    """Bring in all there is, and stand at its position. A chunk that is here already is not fetched again.

    A server that keeps none tells everything by its feed. Raises LineFault, Refused, WireError, ForgedError or
    NotPlainError.
    """
    manifest = _manifest(desk, transport)
    if manifest is not None:
        _take_all(desk, transport, manifest)
    stand_at(desk, manifest.position if manifest else 0)


def _take_all(desk: Desk, transport: Transport, manifest: Manifest) -> None:
    view, size = _view(desk, transport, manifest), PageSize(ROWS_AT_FIRST, most=ROWS_AT_ONCE)
    missing = [chunk for chunk in manifest.chunks if not has_chunk(desk, _name(manifest, chunk))]
    if missing and manifest.members >= MANY:
        begin_many(desk)
    for chunk in missing:
        _take(desk, transport, manifest, chunk, view, size)
    end_many(desk)


def _name(manifest: Manifest, chunk: Chunk) -> str:
    return f"{manifest.id}/{chunk.number}"


def _manifest(desk: Desk, transport: Transport) -> Manifest | None:
    """Signed with the key this counter keeps; where it keeps none yet, with the one its server names here."""
    try:
        plain = accepted(transport.call("GET", PATH)).json
    except Refused as refused:
        if refused.problem.status == _NOT_FOUND:
            return None
        raise
    settings = plain.get("settings")
    key = kept_key(desk, key_of(settings.get("server_key")) if isinstance(settings, dict) else b"")
    if key:
        require_signed(plain, key)
    named = {name: plain.get(name) for name in Manifest.__dataclass_fields__}
    return from_plain(Manifest, named)


def _view(desk: Desk, transport: Transport, manifest: Manifest) -> View:
    return view_of(
        transport,
        position=manifest.position,
        included=manifest.included,
        server_ms=manifest.server_ms,
        clock_at=desk.clock.now(),
    )


def _take(desk: Desk, transport: Transport, manifest: Manifest, chunk: Chunk, view: View, size: PageSize) -> None:
    """A chunk is remembered with the last of its rows."""
    body = accepted(transport.call("GET", f"{PATH}/{manifest.id}/{chunk.number}")).body
    if hashlib.sha256(body).hexdigest() != chunk.sha256:
        raise WireError(f"chunk {chunk.number}: the bytes are not those of the manifest")
    rows = _rows(body)
    while len(rows) > size.rows:
        part, rows = rows[: size.rows], rows[size.rows :]
        tidings, began = tidings_of_many(part, view), monotonic_ns()
        adopt_part(desk, tidings)
        size.took(len(part), (monotonic_ns() - began) // 1_000_000)
    adopt_chunk(desk, tidings_of_many(rows, view), name=_name(manifest, chunk))


def _rows(body: bytes) -> list[PageRow]:
    try:
        lines = unpacked(body, "zstd", most=ANSWER_BYTES_MAX).splitlines()
        plain = [orjson.loads(line) for line in lines]
    except (PackingError, ValueError) as error:
        raise WireError(f"chunk: {error}") from error
    return [row_from_plain(row) for row in plain]
