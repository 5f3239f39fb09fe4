"""Snapshots: how a new counter comes to know a chain's members: in chunks that are kept once they are here."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from time import monotonic_ns

from app.services.chain.adopting import kept_key
from app.services.chain.adopting_snapshots import (
    adopt_chunk,
    adopt_part,
    begin_many,
    end_many,
    has_chunk,
    maker_of_newcomers,
    stand_at,
)
from app.services.chain.tidings import Tidings, View
from app.services.desk import Desk
from app.services.plain import from_plain
from app.services.ports import AlreadyHere, ChainPoint
from sync.ahead import read_ahead
from sync.chunks import MEMBERS_A_GROUP, Chunk, ChunkReader, rows_of
from sync.protocol import WireError
from sync.pull import PageSize
from sync.refused import Refused, accepted
from sync.server_key import key_of, require_signed
from sync.tidings import tidings_of, view_of
from sync.transport import Transport

PATH = "/api/v1/sync/snapshot"
ROWS_AT_FIRST, ROWS_AT_ONCE = 200, 2000  # put in place in one transaction: as many as WRITE_MS_MAX lets be
MANY = 20_000  # members, from which on a second process pays, and it is quicker to make what finds them afterwards
_NOT_FOUND = 404


@dataclass(frozen=True, slots=True)
class Piece:
    """A chunk as it is announced: zstd-compressed JSON lines. `sha256` is of the bytes as they travel."""

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
    chunks: tuple[Piece, ...]


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
    missing = [piece for piece in manifest.chunks if not has_chunk(desk, _name(manifest, piece))]
    view, size = _view(desk, transport, manifest), PageSize(ROWS_AT_FIRST, most=ROWS_AT_ONCE)
    read = ChunkReader(maker_of_newcomers(desk), view.position, view.server_at)
    bodies = (_body(transport, manifest, piece) for piece in missing)
    is_many = bool(missing) and manifest.members >= MANY
    if is_many:
        begin_many(desk)
    chunks = read_ahead(read, bodies) if is_many else (read(body) for body in bodies)
    with closing(chunks):
        for piece, chunk in zip(missing, chunks, strict=True):
            _take(desk, chunk, view, size, _name(manifest, piece))
    end_many(desk)


def _name(manifest: Manifest, piece: Piece) -> str:
    return f"{manifest.id}/{piece.number}"


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


def _body(transport: Transport, manifest: Manifest, piece: Piece) -> bytes:
    body = accepted(transport.call("GET", f"{PATH}/{manifest.id}/{piece.number}")).body
    if hashlib.sha256(body).hexdigest() != piece.sha256:
        raise WireError(f"chunk {piece.number}: the bytes are not those of the manifest")
    return body


def _take(desk: Desk, chunk: Chunk, view: View, size: PageSize, name: str) -> None:
    """Where one of the newcomers is none, every member of the chunk is read: told twice they change nothing."""
    try:
        _put(desk, chunk, view, size, name)
    except AlreadyHere:
        _put(desk, replace(chunk, groups=(), others=rows_of(chunk.body)), view, size, name)


def _put(desk: Desk, chunk: Chunk, view: View, size: PageSize, name: str) -> None:
    """A chunk is remembered with the last of its rows."""
    for tidings, rows, is_last in _parts(chunk, view, size):
        began = monotonic_ns()
        if is_last:
            adopt_chunk(desk, tidings, name=name)
        else:
            adopt_part(desk, tidings)
        size.took(rows, (monotonic_ns() - began) // 1_000_000)


def _parts(chunk: Chunk, view: View, size: PageSize) -> Iterator[tuple[Tidings, int, bool]]:
    """Each as large as `size` lets it be when its turn has come, how many rows it is, and whether it is the last."""
    rows, groups, is_last = chunk.others, chunk.groups, False
    while not is_last:
        part, rows = rows[: size.rows], rows[size.rows :]
        fitting = 0 if rows else max(1, (size.rows - len(part)) // MEMBERS_A_GROUP)
        ready, groups = groups[:fitting], groups[fitting:]
        is_last = not rows and not groups
        count = len(part) + sum(len(group.member_ids) for group in ready)
        yield replace(tidings_of(part, view), ready=ready), count, is_last
