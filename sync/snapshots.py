"""Snapshots: how a new counter comes to know a chain's members: in chunks that are kept once they are here."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from app.services.adopting import View, adopt_chunk, has_chunk, stand_at
from app.services.desk import Desk
from app.services.plain import from_plain
from app.services.ports import ChainPoint
from sync.packing import PackingError, unpacked
from sync.protocol import PageRow, WireError, row_from_plain
from sync.refused import Refused, accepted
from sync.reply import ANSWER_BYTES_MAX
from sync.tidings import tidings_of, view_of
from sync.transport import Transport

PATH = "/api/v1/sync/snapshot"
ROWS_AT_ONCE = 500  # put in place in one transaction: the till's writer waits no longer than for these
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

    A server that keeps none tells everything by its feed. Raises LineFault, Refused, WireError or NotPlainError.
    """
    manifest = _manifest(transport)
    if manifest is not None:
        view = _view(desk, transport, manifest)
        for chunk in manifest.chunks:
            name = f"{manifest.id}/{chunk.number}"
            if not has_chunk(desk, name):
                _take(desk, transport, manifest, chunk, view)
    stand_at(desk, manifest.position if manifest else 0)


def _manifest(transport: Transport) -> Manifest | None:
    try:
        plain = accepted(transport.call("GET", PATH)).json
    except Refused as refused:
        if refused.problem.status == _NOT_FOUND:
            return None
        raise
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


def _take(desk: Desk, transport: Transport, manifest: Manifest, chunk: Chunk, view: View) -> None:
    body = accepted(transport.call("GET", f"{PATH}/{manifest.id}/{chunk.number}")).body
    if hashlib.sha256(body).hexdigest() != chunk.sha256:
        raise WireError(f"chunk {chunk.number}: the bytes are not those of the manifest")
    name = f"{manifest.id}/{chunk.number}"
    for part, rows in enumerate(_parts(list(_rows(body)))):
        adopt_chunk(desk, tidings_of(rows, view), name=f"{name}/{part}")
    adopt_chunk(desk, tidings_of((), view), name=name)


def _rows(body: bytes) -> Iterator[PageRow]:
    try:
        lines = unpacked(body, "zstd", most=ANSWER_BYTES_MAX).splitlines()
        plain: list[Any] = [json.loads(line) for line in lines]
    except (PackingError, ValueError) as error:
        raise WireError(f"chunk: {error}") from error
    return map(row_from_plain, plain)


def _parts(rows: Sequence[PageRow]) -> Iterator[Sequence[PageRow]]:
    return (rows[start : start + ROWS_AT_ONCE] for start in range(0, len(rows), ROWS_AT_ONCE))
