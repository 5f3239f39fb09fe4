"""Rows of an answer, read into facts that a counter can put in place."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from app.domain.lease import Floor
from app.services.adopting import Published, Tidings, View
from app.services.images import Image, image_from_plain
from app.services.plain import from_plain
from app.services.ports import ChainPoint, CounterLease
from app.services.records import from_micros
from sync.protocol import PageRow, PulledPage, Topic
from sync.transport import Transport

_MS = 1000


def view_of(transport: Transport, *, position: int, included: ChainPoint, server_ms: int, clock_at: datetime) -> View:
    """What the answer was taken from, with the clocks as they stood."""
    offset = transport.clock.best()
    offset_ms = None if offset is None else offset.offset_ms
    return View(position, included, from_micros(server_ms * _MS), clock_at, offset_ms)


def tidings_of(rows: Sequence[PageRow], view: View) -> Tidings:
    """Raises NotPlainError. Topics that nobody here knows are passed over: a newer server may have more."""
    members: list[tuple[int, Image]] = []
    leases: list[CounterLease] = []
    programs: list[Published] = []
    for row in rows:
        match row.topic:
            case Topic.MEMBER:
                members.append((row.position, image_from_plain(row.state)))
            case Topic.LEASE:
                leases.append(from_plain(CounterLease, row.state))
            case Topic.PROGRAM:
                programs.append(from_plain(Published, row.state))
            case _:
                pass
    return Tidings(view, members, leases, programs)


def floor_of(page: PulledPage) -> Floor:
    """What the settings let this counter overdraw; nothing where they do not say."""
    found = (page.settings.get(name, 0) for name in ("floor_card", "floor_counter"))
    card, counter = (value if type(value) is int and value >= 0 else 0 for value in found)
    return Floor(card, counter)
