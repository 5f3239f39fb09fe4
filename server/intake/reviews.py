"""Reviews at the server: what is raised or settled stands in the feed, for the counters of the store it concerns."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from app.persistence.repositories.shared import SqlShared
from app.persistence.sealed import FieldSealer
from app.persistence.uow import SqlUnitOfWork
from app.services.desk import Desk
from app.services.journal import record
from app.services.keeping.checking import ReviewKind
from app.services.ports import ChainPoint, Review
from app.services.records import optional_micros, to_micros
from server.identity import devices
from server.intake.edits import FIELD, Edits
from server.ledgers.changes import Changes
from sync.protocol import Topic


@dataclass(frozen=True, slots=True)
class WatchedShared(SqlShared):
    changes: Changes

    def put_review(self, review: Review) -> None:
        self.changes.note(Topic.REVIEW, review.review_id)
        SqlShared.put_review(self, review)


def raise_alone(desk: Desk, unit: SqlUnitOfWork, reviews: Sequence[Review]) -> None:
    """Raise these as what this transaction does: they stand in an event of their own."""
    head = unit.journal.head()
    for review in reviews:
        unit.shared.put_review(review)
    kinds = [review.kind for review in reviews]
    record(desk, unit, head, kind="raise", at=desk.instant(head), body={"reviews": kinds})


@dataclass(frozen=True, slots=True)
class ToldReviews:
    """Reviews as the counters of a store are told them. `sealer` opens what was edited."""

    unit: SqlUnitOfWork
    sealer: FieldSealer
    store_id: str

    def of(self, review_ids: Collection[str]) -> Mapping[str, Any]:
        found = (self.unit.shared.review(one) for one in review_ids)
        return {one.review_id: self._state(one) for one in found if one is not None and self._concerns(one)}

    def _concerns(self, review: Review) -> bool:
        """What names no counter is everybody's."""
        code = review.facts.get("counter")
        device = devices.by_code(self.unit.scope, code) if isinstance(code, str) else None
        return device is None or device.store_id == self.store_id

    def _state(self, review: Review) -> Mapping[str, Any]:
        return {
            "review": review.review_id,
            "kind": review.kind,
            "facts": {**review.facts, **self._values(review)},
            "raised_at": to_micros(review.raised_at),
            "settled_at": optional_micros(review.settled_at),
            "choice": review.choice,
            "staff": review.staff,
        }

    def _values(self, review: Review) -> Mapping[str, Any]:
        """Who somebody is stands sealed in the history and not in a review: it is told with it."""
        if review.kind != ReviewKind.EDITED_TWICE:
            return {}
        facts = review.facts
        edits = Edits(self.unit.scope, self.sealer.of_field(FIELD))
        kept = edits.at(facts["member"], facts["counter"], ChainPoint(facts["epoch"], facts["seq"]))
        fields = {} if kept is None else {name: kept.edit.fields[name] for name in facts["fields"]}
        return {
            "here": {name: one.new for name, one in fields.items()},
            "server": {name: one.stood for name, one in fields.items()},
        }
