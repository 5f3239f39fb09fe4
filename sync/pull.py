"""Pull: what changed at the server, page by page, each put in place with the cursor that names it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from time import monotonic_ns

from app.services.chain.acknowledging import rewind
from app.services.chain.adopting import adopt_page, begin_again
from app.services.chain.tidings import Stretch
from app.services.desk import Desk
from app.services.ports import Link
from sync.protocol import PAGE_ROWS_MAX, PROTOCOL, PulledPage, block_from_text, page_from_plain
from sync.refused import Refused, accepted
from sync.server_key import key_of
from sync.tidings import floor_of, shares_of, tidings_of, view_of
from sync.transport import TIMEOUT_S, Transport

PATH = "/api/v1/sync/pull"
ROWS_AT_FIRST = 100
WRITE_MS_MAX = 100  # how long the till's writer may be kept waiting by one page
_AHEAD = "POSITION-AHEAD"


@dataclass(frozen=True, slots=True)
class Pulled:
    """What a page brought: the members it changed, and whether there is more."""

    changed: Sequence[str]
    more: bool


@dataclass(slots=True)
class PageSize:
    """How many rows to ask for, so that putting them in place takes no longer than WRITE_MS_MAX."""

    rows: int = ROWS_AT_FIRST
    most: int = PAGE_ROWS_MAX

    def took(self, rows: int, ms: int) -> None:
        """At most twice as many the next time: pages differ."""
        fitting = max(rows, 1) * WRITE_MS_MAX // max(ms, 1)
        if rows * 2 >= self.rows or ms > WRITE_MS_MAX:
            self.rows = max(1, min(fitting, self.rows * 2, self.most))


def fetch_page(
    desk: Desk, transport: Transport, size: PageSize, *, wait_ms: int, lines_after: int
) -> PulledPage | None:
    """The next page; with `wait_ms` the server may keep the call until something changes.

    `lines_after` is the last position at which everything had been told: the ledger lines after it are wanted.

    None for a server that was restored: everything is told from the start then, and what it has lost of this counter's
    chain is sent again. None also where server and program both say more by now than this counter was told in.
    Raises LineFault, Refused or WireError.
    """
    link = _joined(desk)
    query = {
        "after": link.position,
        "seen": link.seen,
        "limit": size.rows,
        "wait_ms": wait_ms,
        "lines_after": lines_after,
    }
    try:
        answer = accepted(transport.call("GET", PATH, query=query, timeout_s=TIMEOUT_S + wait_ms / 1000))
    except Refused as refused:
        if refused.problem.code != _AHEAD:
            raise
        begin_again(desk, protocol=_spoken(transport))
        return None
    if link.protocol < _spoken(transport):
        begin_again(desk, protocol=_spoken(transport))
        return None
    page = page_from_plain(answer.json)
    has_lost = page.included < link.acked and rewind(desk, page.included)
    return None if has_lost else page


def _spoken(transport: Transport) -> int:
    """The protocol in which this server tells this program what there is."""
    return min(PROTOCOL, transport.protocol)


def apply_page(desk: Desk, transport: Transport, page: PulledPage, size: PageSize) -> Pulled | None:
    """Put a page in place with its cursor; None when it does not begin where this counter stands.

    Raises NotPlainError; the cursor stands where it stood then.
    """
    view = view_of(
        transport,
        position=page.head,
        included=page.included,
        server_ms=page.server_ms,
        clock_at=desk.clock.now(),
    )
    tidings = tidings_of(page.rows, view)
    name = page.settings.get("store_name", "")
    stretch = Stretch(
        page.from_position,
        page.to_position,
        not page.more,
        floor_of(page),
        str(name),
        key_of(page.settings.get("server_key")),
        block_from_text(page.settings.get("card_block")),
        shares_of(page),
    )
    began = monotonic_ns()
    changed = adopt_page(desk, tidings, stretch)
    size.took(len(page.rows), (monotonic_ns() - began) // 1_000_000)
    return None if changed is None else Pulled(changed, page.more)


def _joined(desk: Desk) -> Link:
    with desk.store.reading() as uow:
        link = uow.links.get()
        assert link is not None, "only a counter of a chain is told anything"
        return link
