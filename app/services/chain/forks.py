"""Forks: parts of this counter's chain in whose place another machine's events stand. They are never sent."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.services.ports import ChainPoint, Event, UnitOfWork

NEVER_SENT = "NEVER_SENT"
EVENTS_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Branch:
    """What was sealed after a fork, until the counter was paired again and began a new epoch."""

    after: ChainPoint
    until: ChainPoint

    def holds(self, event: Event) -> bool:
        return self.after < ChainPoint(event.epoch, event.seq) <= self.until


def branches(uow: UnitOfWork) -> Sequence[Branch]:
    every = (review.facts for review in uow.shared.reviews_of(NEVER_SENT))
    return [
        Branch(ChainPoint(facts["epoch"], facts["after"]), ChainPoint(facts["until_epoch"], facts["until"]))
        for facts in every
    ]


def later_events(uow: UnitOfWork, after: ChainPoint, *, at_once: int = EVENTS_AT_ONCE) -> Iterator[Event]:
    """This counter's own that the server has or will have, in the order of its chain."""
    apart = branches(uow)
    while found := uow.journal.after(after, limit=at_once):
        for event in found:
            branch = next((one for one in apart if one.holds(event)), None)
            if branch is not None:
                after = branch.until
                break
            yield event
            after = ChainPoint(event.epoch, event.seq)


def past_branches(uow: UnitOfWork, point: ChainPoint) -> ChainPoint:
    """The point itself, or the end of what follows it and can never be sent."""
    for branch in sorted(branches(uow), key=lambda branch: branch.after):
        following = uow.journal.after(point, limit=1)
        if following and branch.holds(following[0]):
            point = branch.until
    return point
