"""What the sown faults do in the place of the real code, or around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any
from unittest import mock

from sqlalchemy import bindparam, delete

from app.domain.entries import Entry, EntryKind
from app.domain.lease import Lease
from app.persistence.statement import Statement
from app.persistence.tail import Standing
from app.services.chain.told_bills import KnownBill
from app.services.intake import refunds
from app.services.intake.taking import Taking
from app.services.ports import Bond, ChainPoint, Link, RefundRecord
from app.services.sales.spending import Spending
from server.databases.tables.telling import feed as feed_rows
from server.intake.inbox import Inbox
from server.intake.intake import _Batch
from server.intake.poster import Poster
from server.ledgers import feed
from server.ledgers.chains import Chains
from tests.simulation.sowing import Patch

# At the server


def everything_is_news(batch: _Batch) -> int:
    return batch.push.from_seq - 1


def add_what_is_new(real: Any, inbox: Inbox, received: Any) -> None:
    rows = list(received)
    first, last = rows[0], rows[-1]
    known = inbox.hashes(first.counter_code, first.epoch, from_seq=first.seq, until_seq=last.seq)
    real(inbox, (row for row in rows if row.seq not in known))


def gap_is_fine(batch: _Batch) -> int:
    return max(batch.chain.last_seq if batch.chain else 0, batch.push.from_seq - 1)


def chain_later(real: Any, desk: Any, push: Any) -> Any:
    """The ledger is saved, and only then where the chain stands."""
    later: list[tuple[Any, ...]] = []

    def remember(_: Chains, code: str, chain: Any, *, is_new: bool) -> None:
        later.append((code, chain, is_new))

    kept = Chains.put
    with mock.patch.object(Chains, "put", remember):
        answer = real(desk, push)
    with desk.store.writing() as unit:
        for code, chain, is_new in later:
            kept(Chains(unit.scope), code, chain, is_new=is_new)
    return answer


def over_limit_unsaid(real: Any, *given: Any, **named: Any) -> list[Any]:
    real(*given, **named)
    return []


def no_reviews(real: Any, self: Poster, page: Any, one: Any) -> None:
    real(self, page, one)
    one.reviews = []


def feed_of_everybody() -> Patch:
    mine = (feed_rows.c.topic == bindparam("of_topic"), feed_rows.c.subject == bindparam("of_subject"))
    return mock.patch.object(
        feed, "_FORGET", Statement(delete(feed_rows).where(*mine, feed_rows.c.counter_code == bindparam("of_counter")))
    )


def lines_after_the_cursor(real: Any, *given: Any, after: int, lines_after: int, **named: Any) -> Any:
    del lines_after
    return real(*given, after=after, lines_after=after, **named)


def write_off_in_words(_: Any, held: Any) -> int:
    return sum(one.lease.outstanding for one in held)


# At the counter


def cursor_first(real: Any, desk: Any, tidings: Any, stretch: Any) -> Any:
    with desk.store.writing() as uow:
        link = uow.links.get()
        if link is None or link.position != stretch.after:
            return None
        uow.links.put(replace(link, position=stretch.to))
    return real(desk, tidings, replace(stretch, after=stretch.to))


def granted_as_more(real: Any, mine: Lease, by_server: Lease, *, knows_all: bool) -> Lease:
    told: Lease = real(mine, by_server, knows_all=knows_all)
    return replace(told, granted=mine.granted + by_server.granted)


def pending_twice(real: Any, desk: Any, uow: Any, members: Any, *, after: ChainPoint) -> None:
    real(desk, uow, members, after=after)
    real(desk, uow, members, after=after)


def from_the_last_included(real: Any, uow: Any, after: ChainPoint) -> Any:
    return real(uow, ChainPoint(after.epoch, max(0, after.seq - 1)))


def shut_out_for_good(real: Any, uow: Any, membership: Any, before: Link | None, head: Any) -> Link:
    link: Link = real(uow, membership, before, head)
    return replace(link, bond=Bond.REVOKED) if before is not None and before.bond is Bond.REVOKED else link


def given_back_always(self: Spending, member_id: str, points: int, *, redemption: Any) -> None:
    if self.link is not None:
        at = redemption.entry.occurred_at
        until = self._end_of_day(self.link, at)
        self.leases[member_id] = self._lease(member_id).with_given_back(points, until=until)


def returned_without_looking(uow: Any, page: Any, member_id: str, most: int) -> int:
    del uow
    points = min(most, 50_00)
    page.spending.return_unused(member_id, points)
    return points


def acked_by_guess(real: Any, desk: Any, answer: Any) -> None:
    real(desk, replace(answer, received=ChainPoint(answer.received.epoch, answer.received.seq + 1)))


def tail_is_fine(*_: Any) -> Standing:
    return Standing.SAME


def posted_as_sealed(taking: Taking, known: KnownBill, sealed: RefundRecord) -> None:
    taking.uow.bills.add_refund(sealed)
    refunds._as_sealed(taking, known, sealed)


def brought_anyway(real: Any, page: Any, member: Any, *given: Any, sealed: Sequence[Entry] = ()) -> None:
    for one in sealed:
        if one.kind is EntryKind.BONUS:
            page.admit(member, replace(one, member_id=member.member_id))
    if not sealed:
        real(page, member, *given)


def brought_anew(real: Any, *given: Any, sealed: Sequence[Entry] = ()) -> None:
    del sealed
    real(*given)
