"""Faults sown into the real code, a line each: the machine must find every one of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, replace
from typing import Any
from unittest import mock

from sqlalchemy import bindparam, delete

from app.domain import lease as lease_rules
from app.domain.lease import Lease
from app.persistence import home
from app.persistence.repositories.effects import SqlEffects
from app.persistence.repositories.links import SqlLinks
from app.persistence.repositories.prints import SqlPrintQueue
from app.persistence.statement import Statement
from app.persistence.tail import Standing
from app.services import acknowledging, adopting, granting, overlaying, returning, sweeps
from app.services.intake import points
from app.services.ports import Bond, ChainPoint
from app.services.spending import Spending
from server import feed, poster
from server.api import sync as api
from server.chains import Chains
from server.changes import Changes
from server.inbox import Inbox
from server.intake import _Batch
from server.poster import Poster
from server.tables import feed as feed_rows
from sync import pull as pulling
from sync import push as pushing

Patch = AbstractContextManager[Any]


@dataclass(frozen=True)
class Mutant:
    """`says` is what the fault would be in words; it is found within `within` programs."""

    name: str
    says: str
    sow: Callable[[], Patch]
    within: int = 60


def _put(target: Any, name: str, value: Any) -> Callable[[], Patch]:
    return lambda: mock.patch.object(target, name, value)


def _nothing(*_: Any, **__: Any) -> None:
    return None


def _wrapped(target: Any, name: str, around: Callable[..., Any]) -> Callable[[], Patch]:
    """`around` is given the real function and its arguments."""
    real = getattr(target, name)

    def instead(*given: Any, **named: Any) -> Any:
        return around(real, *given, **named)

    return _put(target, name, instead)


def _together(*sown: Callable[[], Patch]) -> Callable[[], Patch]:
    @contextmanager
    def both() -> Iterator[None]:
        with sown[0](), sown[1]():
            yield

    return both


# At the server


def _everything_is_news(batch: _Batch) -> int:
    return batch.push.from_seq - 1


def _add_what_is_new(real: Any, inbox: Inbox, received: Any) -> None:
    rows = list(received)
    first, last = rows[0], rows[-1]
    known = inbox.hashes(first.counter_code, first.epoch, from_seq=first.seq, until_seq=last.seq)
    real(inbox, (row for row in rows if row.seq not in known))


def _gap_is_fine(batch: _Batch) -> int:
    return max(batch.chain.last_seq if batch.chain else 0, batch.push.from_seq - 1)


def _chain_later(real: Any, desk: Any, push: Any) -> Any:
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


def _over_limit_unsaid(real: Any, *given: Any, **named: Any) -> list[Any]:
    real(*given, **named)
    return []


def _no_reviews(real: Any, self: Poster, page: Any, one: Any) -> None:
    real(self, page, one)
    one.reviews = []


def _feed_of_everybody() -> Patch:
    mine = (feed_rows.c.topic == bindparam("of_topic"), feed_rows.c.subject == bindparam("of_subject"))
    return mock.patch.object(
        feed, "_FORGET", Statement(delete(feed_rows).where(*mine, feed_rows.c.counter_code == bindparam("of_counter")))
    )


def _lines_after_the_cursor(real: Any, *given: Any, after: int, lines_after: int, **named: Any) -> Any:
    del lines_after
    return real(*given, after=after, lines_after=after, **named)


def _write_off_in_words(_: Any, held: Any) -> int:
    return sum(one.lease.outstanding for one in held)


# At the counter


def _cursor_first(real: Any, desk: Any, tidings: Any, stretch: Any) -> Any:
    with desk.store.writing() as uow:
        link = uow.links.get()
        if link is None or link.position != stretch.after:
            return None
        uow.links.put(replace(link, position=stretch.to))
    return real(desk, tidings, replace(stretch, after=stretch.to))


def _granted_as_more(real: Any, mine: Lease, by_server: Lease, *, knows_all: bool) -> Lease:
    told: Lease = real(mine, by_server, knows_all=knows_all)
    return replace(told, granted=mine.granted + by_server.granted)


def _pending_twice(real: Any, desk: Any, uow: Any, members: Any, *, after: ChainPoint) -> None:
    real(desk, uow, members, after=after)
    real(desk, uow, members, after=after)


def _from_the_last_included(real: Any, uow: Any, after: ChainPoint) -> Any:
    return real(uow, ChainPoint(after.epoch, max(0, after.seq - 1)))


def _shut_out_for_good(real: Any, desk: Any, bond: Bond) -> None:
    real(desk, bond)
    with desk.store.writing() as uow:
        link, head = uow.links.get(), uow.journal.head()
        if link is not None and bond is Bond.REVOKED:
            uow.links.put(replace(link, acked=ChainPoint(head.epoch, head.last_seq)))


def _given_back_always(self: Spending, member_id: str, points: int, *, redemption: Any) -> None:
    if self.link is not None:
        at = redemption.entry.occurred_at
        until = self._end_of_day(self.link, at)
        self.leases[member_id] = self._lease(member_id).with_given_back(points, until=until)


def _returned_without_looking(uow: Any, page: Any, member_id: str, most: int) -> int:
    del uow
    points = min(most, 50_00)
    page.spending.return_unused(member_id, points)
    return points


def _acked_by_guess(real: Any, desk: Any, answer: Any) -> None:
    real(desk, replace(answer, received=ChainPoint(answer.received.epoch, answer.received.seq + 1)))


def _tail_is_fine(*_: Any) -> Standing:
    return Standing.SAME


MUTANTS: tuple[Mutant, ...] = (
    Mutant(
        "repeats forgotten",
        "What was taken in before a restart is taken in again.",
        _together(_put(_Batch, "last_seq", property(_everything_is_news)), _wrapped(Inbox, "add", _add_what_is_new)),
    ),
    Mutant(
        "gap accepted",
        "A batch that leaves events out is taken.",
        _together(_put(_Batch, "last_seq", property(_gap_is_fine)), _put(_Batch, "_forked_at", _nothing)),
    ),
    Mutant("fork accepted", "Two machines may live as one.", _put(_Batch, "_forked_at", _nothing)),
    Mutant(
        "hash not compared",
        "A repeat is taken for the same by its number.",
        _wrapped(
            _Batch, "_forked_at", lambda real, self, repeated, fresh: None if repeated else real(self, repeated, fresh)
        ),
    ),
    Mutant("chain apart", "The chain's end is saved after the ledger.", _wrapped(api, "receive", _chain_later)),
    Mutant(
        "outstanding ignored",
        "Rights are granted twice.",
        _put(granting, "grant", lambda wanted, *, available, **_: max(0, min(wanted, available))),
    ),
    Mutant(
        "rest ignores leases",
        "Other programs may use what counters hold.",
        _put(lease_rules, "outstanding", lambda leases: 0 * len(list(leases))),
    ),
    Mutant(
        "write-off forgotten", "Rights are written off in words only.", _put(granting, "write_off", _write_off_in_words)
    ),
    Mutant(
        "over limit unsaid",
        "What was overspent is told to nobody.",
        _wrapped(poster.granting, "settle", _over_limit_unsaid),
    ),
    Mutant(
        "totals not noted",
        "What a counter says it used is not noted.",
        _put(poster.granting, "settle", lambda *_, **__: []),
    ),
    Mutant("end not renewed", "Until when rights hold is never said.", _put(granting, "renew", _nothing)),
    Mutant(
        "unexpire skipped",
        "A late spend does not take points back out of their expiry.",
        _put(points, "_revive", _nothing),
    ),
    Mutant("quarantine unsaid", "What cannot be posted is shown to nobody.", _wrapped(Poster, "post_one", _no_reviews)),
    Mutant(
        "dependents posted", "What depends on a waiting event does not wait.", _put(Inbox, "held", lambda *_: set())
    ),
    Mutant(
        "feed forgets verbs",
        "What other programs change is told to nobody.",
        _together(_put(Changes, "member", _nothing), _put(Changes, "moved", _nothing)),
    ),
    Mutant("feed of everybody", "A query forgets its tenant.", _feed_of_everybody),
    Mutant(
        "lines after the cursor", "A walk of pages leaves lines out.", _wrapped(api, "pull", _lines_after_the_cursor)
    ),
    Mutant(
        "server's price",
        "An entry moves a hundredth more than was printed.",
        _wrapped(
            points,
            "_admit",
            lambda real, self, member, entry: real(
                self, member, replace(entry, points=entry.points + (entry.kind == "EARN"))
            ),
        ),
    ),
    Mutant("cursor first", "The cursor is saved before its page.", _wrapped(pulling, "adopt_page", _cursor_first)),
    Mutant("grants add up", "A grant that comes twice counts twice.", _wrapped(Lease, "told", _granted_as_more)),
    Mutant(
        "end ignored",
        "Rights are used after the points have expired.",
        _put(Lease, "usable", lambda self, _: self.outstanding),
    ),
    Mutant(
        "older answer wins", "A late answer overwrites a newer one.", _put(adopting, "_is_newer", lambda *_, **__: True)
    ),
    Mutant(
        "pending dropped",
        "What was not sent yet is forgotten when the server tells.",
        _put(overlaying, "lay_over", _nothing),
    ),
    Mutant("pending twice", "What was not sent yet counts twice.", _wrapped(overlaying, "lay_over", _pending_twice)),
    Mutant(
        "included once more",
        "The last event the server knows counts again.",
        _wrapped(overlaying, "later_events", _from_the_last_included),
    ),
    Mutant(
        "acknowledged by guess", "One event more is taken for sent.", _wrapped(pushing, "acknowledge", _acked_by_guess)
    ),
    Mutant(
        "no rewind",
        "A restored server is not given again what it lost.",
        _together(_put(pushing, "rewind", _nothing), _put(pulling, "rewind", _nothing)),
    ),
    Mutant("tail ignored", "A lost end is not noticed, and numbers come again.", _put(home, "compare", _tail_is_fine)),
    Mutant(
        "shut out for good",
        "What a revoked counter had not sent is never sent.",
        _wrapped(acknowledging, "set_bond", _shut_out_for_good),
    ),
    Mutant("expiry at a counter", "A counter of a chain lets points expire.", _put(sweeps, "is_led", lambda _: False)),
    Mutant(
        "given back anywhere",
        "A right comes back that was not spent here and now.",
        _put(Spending, "give_back", _given_back_always),
    ),
    Mutant("returned twice", "Rights go back that were used.", _put(returning, "_return", _returned_without_looking)),
    Mutant(
        "floor without end", "The floor is there again for every bill.", _put(SqlLinks, "floor_used", lambda *_: (0, 0))
    ),
    Mutant("bill without a print", "A receipt is not queued with its bill.", _put(SqlPrintQueue, "add", _nothing)),
    Mutant("key forgotten", "A second press of the button is a second bill.", _put(SqlEffects, "record", _nothing)),
)
NAMED: Mapping[str, Mutant] = {one.name: one for one in MUTANTS}
