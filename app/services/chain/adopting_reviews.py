"""Adopting of reviews: what the server wants a person to check, put among what this counter found itself."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from app.services.chain.forks import later_events
from app.services.desk import Desk
from app.services.keeping.checking import own_name
from app.services.ports import ChainPoint, Review, UnitOfWork
from app.services.records import from_micros


@dataclass(frozen=True, slots=True)
class ToldReview:
    """A review as it stands at the server; None where it is not for this counter's store."""

    review_id: str
    review: Review | None


def adopt_reviews(desk: Desk, uow: UnitOfWork, told: Sequence[ToldReview], *, after: ChainPoint) -> None:
    """Put these in place. What was decided here and the server has not heard stands on top of what it told."""
    if not told:
        return
    decided = _decided(uow, after)
    for one in told:
        if one.review is None:
            uow.shared.forget_review(one.review_id)
        else:
            _put(desk, uow, one.review, decided)


def _put(desk: Desk, uow: UnitOfWork, review: Review, decided: Mapping[str, Review]) -> None:
    name = own_name(review, desk.counter_code)
    mine = decided.get(review.review_id) or decided.get(name or "")
    if name is not None:
        uow.shared.forget_review(name)
    if mine is not None and review.settled_at is None:
        review = replace(review, settled_at=mine.settled_at, choice=mine.choice, staff=mine.staff)
    uow.shared.put_review(review)


def _decided(uow: UnitOfWork, after: ChainPoint) -> Mapping[str, Review]:
    """What this counter's later events settle, by the name they give it."""
    decided = {}
    for event in later_events(uow, after):
        if event.kind == "review":
            body = json.loads(event.body)
            raised, name = from_micros(body["raised_at"]), body["review"]
            decided[name] = Review(name, body["of"], {}, raised, event.occurred_at, body["choice"], body["staff"])
    return decided
