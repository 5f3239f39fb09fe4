"""Answers to what was asked for: members told anew, and digests of ranges."""

from __future__ import annotations

from typing import Any

from sync.protocol import fields
from sync.protocol.pages import row_from_plain, row_to_plain
from sync.protocol.words import RangeDigest, ToldRows


def told_to_plain(told: ToldRows) -> dict[str, Any]:
    return {
        "position": told.position,
        "included": fields.point_to_plain(told.included),
        "rows": [row_to_plain(row) for row in told.rows],
        "server_ms": told.server_ms,
        "recalled": told.recalled,
    }


def told_from_plain(plain: Any) -> ToldRows:
    """Raises WireError."""
    return ToldRows(
        position=fields.whole(plain, "position"),
        included=fields.point(plain),
        rows=tuple(map(row_from_plain, fields.listed(plain, "rows"))),
        server_ms=fields.whole(plain, "server_ms"),
        recalled=fields.an_object(plain).get("recalled") is True,
    )


def digest_to_plain(digest: RangeDigest) -> dict[str, Any]:
    return {
        "position": digest.position,
        "included": fields.point_to_plain(digest.included),
        "first": digest.first,
        "last": digest.last,
        "members": digest.members,
        "more": digest.more,
        "digest": digest.digest,
    }


def digest_from_plain(plain: Any) -> RangeDigest:
    """Raises WireError."""
    return RangeDigest(
        position=fields.whole(plain, "position"),
        included=fields.point(plain),
        first=fields.value(plain, "first", str),
        last=fields.value(plain, "last", str),
        members=fields.whole(plain, "members"),
        more=fields.value(plain, "more", bool),
        digest=fields.text(plain, "digest"),
    )
