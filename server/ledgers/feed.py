"""The feed: one row a subject with the position of its last change, and who is known at which store."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import bindparam, delete, or_, select

from app.persistence.each_of import among, listed
from app.persistence.scope import Scope
from app.persistence.statement import Statement, adding, owned
from app.services.ports import Head
from server.databases.tables.telling import acquaintances, feed

_EPOCH_SHIFT = 40  # a server whose chain began anew goes on above every position it ever gave
_SEEN_WITHIN = 86_400_000_000  # a day, in microseconds: when somebody was seen is not noted more often
EVERYBODY = ""

_ADD = adding(feed)
_FORGET = Statement(
    delete(feed).where(
        owned(feed),
        feed.c.topic == bindparam("of_topic"),
        feed.c.subject == bindparam("of_subject"),
        feed.c.counter_code == bindparam("of_counter"),
    )
)
_MINE = (
    owned(feed),
    or_(feed.c.counter_code == EVERYBODY, feed.c.counter_code == bindparam("counter")),
    feed.c.position > bindparam("after"),
)
_ENDS_AT = Statement(
    select(feed.c.position).where(*_MINE).order_by(feed.c.position).offset(bindparam("skipped")).limit(1)
)
_ROWS = Statement(
    select(feed.c.topic, feed.c.subject, feed.c.position)
    .where(*_MINE, feed.c.position <= bindparam("until"))
    .order_by(feed.c.position, feed.c.topic, feed.c.subject)
)

_ADD_ACQUAINTANCE = adding(acquaintances)
_KNOWN = (
    owned(acquaintances),
    acquaintances.c.store_id == bindparam("of_store"),
    acquaintances.c.member_id == bindparam("of_member"),
)
_KNOWN_OF_EACH = Statement(
    select(acquaintances.c.member_id, acquaintances.c.position, acquaintances.c.seen_at).where(
        owned(acquaintances),
        acquaintances.c.store_id == bindparam("of_store"),
        among(acquaintances.c.member_id, "of_members"),
    )
)
_FORGET_ACQUAINTANCE = Statement(delete(acquaintances).where(*_KNOWN))


@dataclass(frozen=True, slots=True, order=True)
class Subject:
    """Something that changed. `counter_code` names the one counter it concerns."""

    topic: str
    subject: str
    counter_code: str = EVERYBODY


@dataclass(frozen=True, slots=True)
class Stretch:
    """The subjects that changed after one position and up to another, in the order of their last change."""

    rows: Sequence[tuple[Subject, int]]
    until: int


def position_of(head: Head) -> int:
    """A position is the number of an event in the server's own chain; each epoch goes on above the one before."""
    return ((head.epoch - 1) << _EPOCH_SHIFT) + head.last_seq


def seq_in(position: int, head: Head) -> int | None:
    """The event of the present epoch at a position; None when the position is of an epoch before."""
    epoch, seq = point_of(position)
    return seq if epoch == head.epoch else None


def point_of(position: int) -> tuple[int, int]:
    """The epoch and number of the event in the server's own chain that a position is of."""
    epoch, seq = divmod(position, 1 << _EPOCH_SHIFT)
    return epoch + 1, seq


def publish(scope: Scope, changed_at: Mapping[Subject, int]) -> None:
    """Say that these changed, each at its position, as the last thing a transaction does."""
    changed = sorted(changed_at)
    scope.change_each(
        _FORGET,
        ({"of_topic": one.topic, "of_subject": one.subject, "of_counter": one.counter_code} for one in changed),
    )
    scope.change_each(
        _ADD,
        (
            {"topic": one.topic, "subject": one.subject, "counter_code": one.counter_code, "position": changed_at[one]}
            for one in changed
        ),
    )


def stretch(scope: Scope, *, counter_code: str, after: int, head: int, limit: int) -> Stretch:
    """What concerns a counter after a position: about `limit` subjects, and always whole positions."""
    ends_at: int | None = scope.scalar(_ENDS_AT, counter=counter_code, after=after, skipped=limit - 1)
    until = head if ends_at is None else ends_at
    rows = scope.rows(_ROWS, counter=counter_code, after=after, until=until)
    return Stretch([(Subject(topic, subject), position) for topic, subject, position in rows], until)


def known_since(scope: Scope, *, store_id: str, member_ids: Iterable[str]) -> dict[str, int]:
    """The position at which each became known at a store; nothing for those who are not."""
    rows = scope.rows(_KNOWN_OF_EACH, of_store=store_id, of_members=listed(member_ids))
    return {member_id: since for member_id, since, _ in rows}


def acquaint(scope: Scope, *, store_id: str, member_ids: Iterable[str], position: int, at: int) -> set[str]:
    """Note that these members were seen at a store. Returns those who were not known there."""
    wanted, place = sorted(set(member_ids)), {"of_store": store_id}
    rows = scope.rows(_KNOWN_OF_EACH, **place, of_members=listed(wanted))
    known = {member_id: (since, seen_at) for member_id, since, seen_at in rows}
    stale = [one for one in wanted if one not in known or at - known[one][1] > _SEEN_WITHIN]
    scope.change_each(_FORGET_ACQUAINTANCE, ({**place, "of_member": member_id} for member_id in stale))
    added = ({"member_id": one, "position": known[one][0] if one in known else position} for one in stale)
    scope.change_each(_ADD_ACQUAINTANCE, ({"store_id": store_id, "seen_at": at, **row} for row in added))
    return {member_id for member_id in wanted if member_id not in known}
