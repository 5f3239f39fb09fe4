"""What the server told: how far each member is known, its ledger lines, its verdicts, and what to check."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import bindparam, delete, func, select

from app.domain.days import ShopCalendar
from app.domain.ledger import Posting
from app.persistence.each_of import among, listed
from app.persistence.repositories.ledger import posting_of
from app.persistence.scope import Cells, Scope
from app.persistence.statement import Statement, adding, owned
from app.persistence.tables.chain import ledger_lines, reviews, told_members, told_staff, verdicts
from app.services.ports import ChainPoint, Colleague, EventVerdict, Review, Told
from app.services.records import entry_row, from_micros, optional_micros, to_micros

_THIS_MEMBER = (owned(told_members), told_members.c.member_id == bindparam("of_member"))
_TOLD = Statement(select(told_members.c.position, told_members.c.whole, told_members.c.points).where(*_THIS_MEMBER))
_TOLD_OF_EACH = Statement(
    select(told_members.c.member_id, told_members.c.position, told_members.c.whole, told_members.c.points).where(
        owned(told_members), among(told_members.c.member_id, "of_members")
    )
)
_COUNT = Statement(select(func.count()).where(owned(told_members)))
_FORGET_TOLD = Statement(delete(told_members).where(*_THIS_MEMBER))
_FORGET_ALL_TOLD = Statement(delete(told_members).where(owned(told_members)))
_ADD_TOLD = adding(told_members)

_LINE = (
    ledger_lines.c.ledger_no,
    ledger_lines.c.balance_after,
    ledger_lines.c.entry_id,
    ledger_lines.c.member_id,
    ledger_lines.c.kind,
    ledger_lines.c.points,
    ledger_lines.c.occurred_at,
    ledger_lines.c.cause,
    ledger_lines.c.corrects,
    ledger_lines.c.rule_id,
    ledger_lines.c.reason,
    ledger_lines.c.staff,
    ledger_lines.c.card_number,
    ledger_lines.c.available_at,
    ledger_lines.c.expires_at,
)
_LINES_OF = Statement(
    select(*_LINE)
    .where(owned(ledger_lines), ledger_lines.c.member_id == bindparam("of_member"))
    .order_by(ledger_lines.c.ledger_no)
)
_FORGET_LINE = Statement(
    delete(ledger_lines).where(owned(ledger_lines), ledger_lines.c.ledger_no == bindparam("of_ledger_no"))
)
_FORGET_LINES_OF = Statement(
    delete(ledger_lines).where(owned(ledger_lines), ledger_lines.c.member_id == bindparam("of_member"))
)
_FORGET_ALL_LINES = Statement(delete(ledger_lines).where(owned(ledger_lines)))
_ADD_LINE = adding(ledger_lines)

_FORGET_VERDICT = Statement(
    delete(verdicts).where(
        owned(verdicts), verdicts.c.epoch == bindparam("of_epoch"), verdicts.c.seq == bindparam("of_seq")
    )
)
_ADD_VERDICT = adding(verdicts)
_VERDICTS = Statement(
    select(verdicts.c.epoch, verdicts.c.seq, verdicts.c.status, verdicts.c.code, verdicts.c.detail)
    .where(owned(verdicts))
    .order_by(verdicts.c.epoch, verdicts.c.seq)
)

_FORGET_COLLEAGUE = Statement(
    delete(told_staff).where(owned(told_staff), told_staff.c.staff_id == bindparam("of_staff"))
)
_ADD_COLLEAGUE = adding(told_staff)
_COLLEAGUES = Statement(
    select(told_staff.c.staff_id, told_staff.c.name, told_staff.c.role, told_staff.c.is_active)
    .where(owned(told_staff))
    .order_by(told_staff.c.staff_id)
)

_FORGET_REVIEW = Statement(delete(reviews).where(owned(reviews), reviews.c.review_id == bindparam("of_review")))
_ADD_REVIEW = adding(reviews)
_REVIEWS = select(
    reviews.c.review_id,
    reviews.c.kind,
    reviews.c.facts,
    reviews.c.raised_at,
    reviews.c.settled_at,
    reviews.c.choice,
    reviews.c.staff,
).where(owned(reviews))
_REVIEW_ORDER = (reviews.c.raised_at, reviews.c.review_id)
_REVIEW = Statement(_REVIEWS.where(reviews.c.review_id == bindparam("of_review")))
_OF_KIND = Statement(_REVIEWS.where(reviews.c.kind == bindparam("of_kind")).order_by(*_REVIEW_ORDER))
_OPEN_REVIEWS = Statement(_REVIEWS.where(reviews.c.settled_at.is_(None)).order_by(*_REVIEW_ORDER))
_SETTLED_REVIEWS = Statement(_REVIEWS.where(reviews.c.settled_at.is_not(None)).order_by(*_REVIEW_ORDER))


@dataclass(frozen=True, slots=True)
class SqlShared:
    scope: Scope
    calendar: ShopCalendar

    def told(self, member_id: str) -> Told | None:
        row = self.scope.row(_TOLD, of_member=member_id)
        return None if row is None else Told(row[0], bool(row[1]), row[2])

    def told_of_each(self, member_ids: Iterable[str]) -> dict[str, Told]:
        rows = self.scope.rows(_TOLD_OF_EACH, of_members=listed(member_ids))
        return {member_id: Told(position, bool(whole), points) for member_id, position, whole, points in rows}

    def put_told(self, told: Mapping[str, Told]) -> None:
        self.scope.change_each(_FORGET_TOLD, [{"of_member": member_id} for member_id in told])
        self.add_told(told)

    def add_told(self, told: Mapping[str, Told]) -> None:
        self.scope.change_each(_ADD_TOLD, [_told_row(member_id, one) for member_id, one in told.items()])

    def forget_told(self) -> None:
        self.scope.change(_FORGET_ALL_TOLD)
        self.scope.change(_FORGET_ALL_LINES)

    def forget_lines(self, member_ids: Iterable[str]) -> None:
        self.scope.change_each(_FORGET_LINES_OF, [{"of_member": member_id} for member_id in member_ids])

    def count(self) -> int:
        found: int = self.scope.scalar(_COUNT)
        return found

    def add_lines(self, lines: Sequence[Posting]) -> None:
        self.scope.change_each(_FORGET_LINE, ({"of_ledger_no": line.order} for line in lines))
        self.scope.change_each(_ADD_LINE, (entry_row(line, self.calendar) for line in lines))

    def lines_of_member(self, member_id: str) -> Sequence[Posting]:
        """In the server's order."""
        return [posting_of(row) for row in self.scope.rows(_LINES_OF, of_member=member_id)]

    def put_verdicts(self, verdicts: Sequence[EventVerdict]) -> None:
        for verdict in verdicts:
            point = verdict.point
            self.scope.change(_FORGET_VERDICT, of_epoch=point.epoch, of_seq=point.seq)
            self.scope.change(_ADD_VERDICT, **_verdict_row(verdict))

    def verdicts(self) -> Sequence[EventVerdict]:
        """In the order of the chain."""
        return [EventVerdict(ChainPoint(row[0], row[1]), *row[2:]) for row in self.scope.rows(_VERDICTS)]

    def put_review(self, review: Review) -> None:
        self.forget_review(review.review_id)
        self.scope.change(_ADD_REVIEW, **_review_row(review))

    def forget_review(self, review_id: str) -> None:
        self.scope.change(_FORGET_REVIEW, of_review=review_id)

    def put_colleague(self, colleague: Colleague) -> None:
        self.forget_colleague(colleague.staff_id)
        row = {"name": colleague.name, "role": colleague.role, "is_active": int(colleague.is_active)}
        self.scope.change(_ADD_COLLEAGUE, staff_id=colleague.staff_id, **row)

    def forget_colleague(self, staff_id: str) -> None:
        self.scope.change(_FORGET_COLLEAGUE, of_staff=staff_id)

    def colleagues(self) -> Sequence[Colleague]:
        return [
            Colleague(staff_id, name, role, bool(is_active))
            for staff_id, name, role, is_active in self.scope.rows(_COLLEAGUES)
        ]

    def review(self, review_id: str) -> Review | None:
        row = self.scope.row(_REVIEW, of_review=review_id)
        return None if row is None else _review(row)

    def reviews(self, *, is_open: bool) -> Sequence[Review]:
        """Oldest first."""
        return [_review(row) for row in self.scope.rows(_OPEN_REVIEWS if is_open else _SETTLED_REVIEWS)]

    def reviews_of(self, kind: str) -> Sequence[Review]:
        return [_review(row) for row in self.scope.rows(_OF_KIND, of_kind=kind)]


def _told_row(member_id: str, told: Told) -> dict[str, Any]:
    return {
        "member_id": member_id,
        "position": told.position,
        "whole": int(told.whole),
        "points": told.points,
    }


def _verdict_row(verdict: EventVerdict) -> dict[str, Any]:
    return {
        "epoch": verdict.point.epoch,
        "seq": verdict.point.seq,
        "status": verdict.status,
        "code": verdict.code,
        "detail": verdict.detail,
    }


def _review_row(review: Review) -> dict[str, Any]:
    return {
        "review_id": review.review_id,
        "kind": review.kind,
        "facts": json.dumps(review.facts, sort_keys=True, ensure_ascii=False),
        "raised_at": to_micros(review.raised_at),
        "settled_at": optional_micros(review.settled_at),
        "choice": review.choice,
        "staff": review.staff,
    }


def _review(row: Cells) -> Review:
    review_id, kind, facts, raised_at, settled_at, choice, staff = row
    settled = None if settled_at is None else from_micros(settled_at)
    return Review(review_id, kind, json.loads(facts), from_micros(raised_at), settled, choice, staff)
