"""Checking: what a person has to look at, what they may choose, and what they chose. Nothing is dropped."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from app.domain.codes import mask
from app.domain.errors import Code, DomainError, invalid
from app.services.desk import Desk
from app.services.journal import record
from app.services.ports import Review, UnitOfWork
from app.services.records import to_micros


class ReviewKind(StrEnum):
    """What can need a check. Stable names: they travel, and stand in `Review.kind`."""

    QUARANTINED = "QUARANTINED"  # the server kept an event and could not post it
    OVER_LIMIT = "OVER_LIMIT"  # a bill spent more points than its counter had the right to
    FORK = "FORK"  # two machines live as one counter
    PRICE = "PRICE"  # the server comes to other figures for a bill
    SAME_PHONE = "SAME_PHONE"  # two members were enrolled with one phone
    LOST_END = "LOST_END"  # the end of a counter's file was lost
    NEVER_SENT = "NEVER_SENT"  # events after a fork, whose numbers another machine's have taken
    DOES_NOT_FIT = "DOES_NOT_FIT"  # an event of this counter cannot be applied on what the server told
    CLOCK = "CLOCK"  # a counter's clock was far off while bills were made
    DRIFT = "DRIFT"  # counter and server knew different things of a member; the server told them anew
    CARD_STAYS = "CARD_STAYS"  # a card was to be let free that somebody else had blocked
    CARD_TAKEN = "CARD_TAKEN"  # a shop that joined had given out a number that is somebody else's
    CARD_TWICE_REPLACED = "CARD_TWICE_REPLACED"  # one card was replaced at two counters
    REFERRER_UNKNOWN = "REFERRER_UNKNOWN"  # a member was sent by somebody who is not known
    REFERRER_REFUSED = "REFERRER_REFUSED"  # a referral would have gone in a circle, or was set before
    EDITED_TWICE = "EDITED_TWICE"  # a member's name or phone was changed at two places
    DECIDED_TWICE = "DECIDED_TWICE"  # two people decided the same check otherwise; the first holds
    RETURNED_TWICE = "RETURNED_TWICE"  # more was given back of a bill than it was sold for
    VOUCHER_TWICE = "VOUCHER_TWICE"  # a voucher was used, or taken back, that had been used elsewhere
    STOCK_OVER = "STOCK_OVER"  # more of a reward was given out than there is
    VOUCHER_KEPT = "VOUCHER_KEPT"  # a bill came back whole after the voucher that a rule gave with it had been used
    PARTNER_SILENT = "PARTNER_SILENT"  # a partner was asked for a voucher again and again, and says neither yes nor no
    LATE = "LATE"  # events of a counter that had been shut out when they came


class Choice(StrEnum):
    """What a person can say about it. Stable names; the server does what follows from them.

    LEAVE_DEBT and FORGIVE are offered no more: older counters may still say them.
    """

    SEND_AGAIN = "SEND_AGAIN"
    LEAVE_OUT = "LEAVE_OUT"
    LEAVE_DEBT = "LEAVE_DEBT"
    FORGIVE = "FORGIVE"
    THIS_ONE = "THIS_ONE"
    OTHER_ONE = "OTHER_ONE"
    AS_SOLD = "AS_SOLD"
    ADJUST = "ADJUST"
    SAME_PERSON = "SAME_PERSON"
    TWO_PEOPLE = "TWO_PEOPLE"
    MISTYPED = "MISTYPED"
    LOST = "LOST"
    HAVE_COPY = "HAVE_COPY"
    CLOCK_RIGHT = "CLOCK_RIGHT"
    AS_SERVER = "AS_SERVER"
    AS_IS = "AS_IS"
    BY_HAND = "BY_HAND"
    PUT_BACK = "PUT_BACK"
    ASK_HELP = "ASK_HELP"
    SEEN = "SEEN"


CHOICES: Mapping[str, tuple[Choice, ...]] = {
    ReviewKind.QUARANTINED: (Choice.SEND_AGAIN, Choice.LEAVE_OUT),
    ReviewKind.OVER_LIMIT: (Choice.SEEN, Choice.ASK_HELP),
    ReviewKind.FORK: (Choice.THIS_ONE, Choice.OTHER_ONE),
    ReviewKind.PRICE: (Choice.AS_SOLD, Choice.ADJUST),
    ReviewKind.SAME_PHONE: (Choice.SAME_PERSON, Choice.TWO_PEOPLE, Choice.MISTYPED),
    ReviewKind.LOST_END: (Choice.LOST, Choice.HAVE_COPY),
    ReviewKind.NEVER_SENT: (Choice.BY_HAND, Choice.LEAVE_OUT),
    ReviewKind.DOES_NOT_FIT: (Choice.AS_SERVER, Choice.ASK_HELP),
    ReviewKind.CLOCK: (Choice.CLOCK_RIGHT, Choice.ASK_HELP),
    ReviewKind.DRIFT: (Choice.SEEN, Choice.ASK_HELP),
    ReviewKind.CARD_STAYS: (Choice.AS_IS, Choice.BY_HAND),
    ReviewKind.CARD_TAKEN: (Choice.SAME_PERSON, Choice.AS_IS),
    ReviewKind.CARD_TWICE_REPLACED: (Choice.AS_IS, Choice.BY_HAND),
    ReviewKind.REFERRER_UNKNOWN: (Choice.AS_IS, Choice.BY_HAND),
    ReviewKind.REFERRER_REFUSED: (Choice.AS_IS, Choice.BY_HAND),
    ReviewKind.EDITED_TWICE: (Choice.AS_IS, Choice.PUT_BACK),
    ReviewKind.DECIDED_TWICE: (Choice.SEEN, Choice.ASK_HELP),
    ReviewKind.RETURNED_TWICE: (Choice.AS_IS, Choice.ASK_HELP),
    ReviewKind.VOUCHER_TWICE: (Choice.AS_IS, Choice.ASK_HELP),
    ReviewKind.STOCK_OVER: (Choice.AS_IS, Choice.ASK_HELP),
    ReviewKind.VOUCHER_KEPT: (Choice.SEEN, Choice.ASK_HELP),
    ReviewKind.PARTNER_SILENT: (Choice.SEEN, Choice.ASK_HELP),
    ReviewKind.LATE: (Choice.SEND_AGAIN, Choice.LEAVE_OUT),
}


@dataclass(frozen=True, slots=True)
class Reviews:
    """`to_check` oldest first, `settled` newest first; `names` of the members and staff they speak of, by id."""

    to_check: Sequence[Review]
    settled: Sequence[Review]
    names: Mapping[str, str] = field(default_factory=dict)


def choices_for(kind: str) -> tuple[Choice, ...]:
    """What may be chosen; a kind this program does not know can at least be marked as seen."""
    return CHOICES.get(kind, (Choice.SEEN, Choice.ASK_HELP))


def reviews(desk: Desk) -> Reviews:
    with desk.store.reading() as uow:
        to_check, settled = uow.shared.reviews(is_open=True), uow.shared.reviews(is_open=False)
        newest = sorted(settled, key=lambda one: one.raised_at, reverse=True)
        return Reviews(to_check, newest, _names(uow, [*to_check, *newest]))


def _names(uow: UnitOfWork, every: Sequence[Review]) -> Mapping[str, str]:
    """A member's name stands with the end of their card: two may be called the same."""
    names = {one.staff_id: one.name for one in uow.shared.colleagues()}
    for member_id in {named for review in every for named in _members(review.facts)}:
        holder = uow.members.by_id(member_id)
        if holder is not None:
            card = f" ({mask(holder.card.number)})" if holder.card else ""
            names[member_id] = f"{holder.member.name}{card}"
    return names


def _members(facts: Mapping[str, Any]) -> Iterator[str]:
    for name, value in facts.items():
        if name in ("member", "referrer") and isinstance(value, str):
            yield value
        elif name in ("members", "spent") and isinstance(value, (list, dict)):
            yield from map(str, value)


def settle(desk: Desk, review_id: str, *, choice: str, staff: str) -> Review:
    """Write down what a person chose, in the chain, so that the server hears of it. Refused when it was settled before.

    The review stays, settled.
    """
    with desk.store.writing() as uow:
        head = uow.journal.head()
        at = desk.instant(head)
        review = _open(uow, review_id)
        if choice not in choices_for(review.kind):
            raise invalid("That is not one of the choices. Nothing was changed; choose one that is shown.")
        settled = replace(review, settled_at=at, choice=choice, staff=staff)
        uow.shared.put_review(settled)
        body = {"review": review_id, "of": review.kind, "raised_at": to_micros(review.raised_at), "choice": choice}
        record(desk, uow, head, kind="review", at=at, body={**body, "staff": staff})
    return settled


def _open(uow: UnitOfWork, review_id: str) -> Review:
    review = uow.shared.review(review_id)
    if review is None or review.settled_at is not None:
        raise DomainError(Code.CHANGED, "This was settled meanwhile. Nothing was changed; it stands under Settled.")
    return review


def own_name(review: Review, counter_code: str) -> str | None:
    """What a counter calls what became of one of its own events, before it is told what the server calls it."""
    facts = review.facts
    is_its_own = facts.get("counter") == counter_code and "epoch" in facts and "seq" in facts
    return f"{review.kind}/{facts['epoch']}/{facts['seq']}" if is_its_own else None
