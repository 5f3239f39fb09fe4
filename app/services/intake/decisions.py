"""What somebody at a counter chose about something to check, settled where it is still open."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from app.services.intake.edits import Noting
from app.services.keeping.checking import own_name
from app.services.ports import Review, UnitOfWork
from app.services.strict_rows import text_of

DECIDED_TWICE = "DECIDED_TWICE"


def take_decision(uow: UnitOfWork, body: Mapping[str, Any], *, at: datetime, note: Noting) -> Sequence[Review]:
    """Settle what the decision is about. Returns what it settled.

    The first to decide holds: whoever decided otherwise after them is told. Raises NotPlainError.
    """
    choice, staff = text_of(body, "choice"), text_of(body, "staff")
    named = _named(uow, text_of(body, "review"), text_of(body, "counter"))
    settled = [replace(one, settled_at=at, choice=choice, staff=staff) for one in named if one.settled_at is None]
    for review in settled:
        uow.shared.put_review(review)
    for other in named:
        if not settled and other.choice != choice:
            sides = {"here": {"choice": choice, "by": staff}, "server": {"choice": other.choice, "by": other.staff}}
            note(DECIDED_TWICE, review=other.review_id, of=other.kind, **sides)
    return settled


def _named(uow: UnitOfWork, name: str, counter_code: str) -> Sequence[Review]:
    """By the name the server gave it, or the one it had at the counter before."""
    review = uow.shared.review(name)
    if review is not None:
        return [review]
    every = [one for is_open in (True, False) for one in uow.shared.reviews(is_open=is_open)]
    return [one for one in every if own_name(one, counter_code) == name]
