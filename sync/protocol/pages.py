"""Rows and pages of them, spelt once and hashed as they are spelt, and read."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any

import orjson

from app.services.journal import canonical
from sync.protocol import fields
from sync.protocol.fields import WireError
from sync.protocol.words import PageRow, PulledPage


def page_to_bytes(page: PulledPage) -> bytes:
    """A page as it travels. Its rows are spelt once, as they are hashed."""
    rows = spelt([row_to_plain(row) for row in page.rows])
    head = {
        "from": page.from_position,
        "to": page.to_position,
        "more": page.more,
        "head": page.head,
        "included": fields.point_to_plain(page.included),
        "page_hash": hashlib.sha256(b'{"rows":%b}' % rows).hexdigest(),
        "server_ms": page.server_ms,
        "recall": list(page.recall),
        "settings": dict(page.settings),
    }
    return orjson.dumps(head)[:-1] + b',"rows":%b}' % rows


def row_to_plain(row: PageRow) -> dict[str, Any]:
    return {"topic": row.topic, "id": row.subject, "position": row.position, "state": row.state}


def spelt(plain: Any) -> bytes:
    """Canonical JSON as `app.services.journal.canonical` writes it, of the protocol's whole numbers and texts."""
    return orjson.dumps(plain, option=orjson.OPT_SORT_KEYS)


def page_hash(rows: Sequence[Mapping[str, Any]]) -> str:
    """SHA-256 of the rows' canonical JSON."""
    return hashlib.sha256(canonical({"rows": rows})).hexdigest()


def _is_hash_of(rows: list[Any], expected: str) -> bool:
    """What a newer server tells may hold numbers that are spelt in more than one way: they are tried both ways."""
    try:
        quick = hashlib.sha256(spelt({"rows": rows})).hexdigest()
    except TypeError:  # a number of more than 64 bits
        quick = ""
    return quick == expected or page_hash(rows) == expected


def page_from_plain(plain: Any) -> PulledPage:
    """Raises WireError, also when the rows are not those that were hashed."""
    rows = fields.listed(plain, "rows")
    if not _is_hash_of(rows, fields.text(plain, "page_hash")):
        raise WireError("page_hash: the rows are not those that were sent")
    return PulledPage(
        from_position=fields.whole(plain, "from"),
        to_position=fields.whole(plain, "to"),
        more=fields.value(plain, "more", bool),
        head=fields.whole(plain, "head"),
        included=fields.point(plain),
        rows=tuple(map(row_from_plain, rows)),
        server_ms=fields.whole(plain, "server_ms"),
        recall=fields.texts(plain, "recall") if "recall" in plain else (),
        settings=fields.value(plain, "settings", dict) if "settings" in plain else {},
    )


def row_from_plain(plain: Any) -> PageRow:
    """One row, as a snapshot's lines are. Raises WireError."""
    state = fields.an_object(plain).get("state")
    if state is not None and type(state) is not dict:
        raise WireError("state: expected an object or null")
    return PageRow(fields.text(plain, "topic"), fields.text(plain, "id"), fields.whole(plain, "position"), state)
