"""Dependence: what an event is about, so that what follows on one that waits can wait behind it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

# Whatever the kind of event, this version's or a later one's: these fields name a member, a card or a bill.
_NAMING = frozenset(
    {"member_id", "member", "card", "card_number", "by", "bill_id", "voucher_id", "source", "target", "sources"}
)


def subjects(body: Any) -> frozenset[str]:
    """Ids of members and bills and numbers of cards that the body names."""
    return frozenset(_named(body, is_name=False))


def _named(plain: Any, *, is_name: bool) -> Iterator[str]:
    if isinstance(plain, Mapping):
        for name, value in plain.items():
            yield from _named(value, is_name=name in _NAMING)
        if isinstance(plain.get("lease"), Mapping):
            yield from plain["lease"]
    elif isinstance(plain, list):
        for one in plain:
            yield from _named(one, is_name=is_name)
    elif is_name and isinstance(plain, str) and plain:
        yield plain
