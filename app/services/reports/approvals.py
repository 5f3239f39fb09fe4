"""Reports of what somebody approved: who asked, who agreed, what for, on which bill, as it was sealed."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from app.services.reports.asked import Asked
from app.services.reports.question import About, Question
from app.services.reports.records import SealedDeed
from app.services.reports.table import Drawing, Heading, Kind, OwnWord, Row, Table, totals
from app.services.rewards.rewards import ISSUED, MOVED
from app.services.shifts.shift_figures import CLOSE, MOVE, UNSEEN
from app.services.staff.roster import people

DEEDS: Final[Mapping[str, OwnWord]] = {
    "bill": OwnWord("A bill"),
    "refund": OwnWord("Goods taken back"),
    UNSEEN: OwnWord("Given back without the bill"),
    "claim": OwnWord("A card for a bill sold without one"),
    "adjust": OwnWord("Points by hand"),
    "tier": OwnWord("A tier by hand"),
    "edit": OwnWord("A member's details"),
    "merge": OwnWord("Two members made one"),
    "card": OwnWord("A card blocked, or free again"),
    "replace": OwnWord("A card replaced"),
    "reveal": OwnWord("Private data looked at"),
    ISSUED: OwnWord("A reward"),
    MOVED: OwnWord("A voucher"),
    CLOSE: OwnWord("A shift closed"),
    MOVE: OwnWord("Cash in or out"),
    "program": OwnWord("Rules published"),
    "staff": OwnWord("Staff"),
    "review": OwnWord("Something that needed a check"),
}
_ASKED, _APPROVED = Heading("Asked by", Kind.WORDS), Heading("Approved by", Kind.WORDS)
_MONEY = Heading("Taken off or given back", Kind.MONEY)
_OF_A_BILL = ("bill", "refund", "claim")


@dataclass(frozen=True, slots=True)
class Approval:
    """Money is what was taken off a bill by hand, or given back: minor units. Points by hand are hundredths."""

    at: datetime
    kind: str
    asked_by: str
    approved_by: str
    bill_id: str | None
    minor: int
    points: int


def overrides(asked: Asked) -> Table:
    """Who approved what whom asked for: how often, and what it came to."""
    found: dict[tuple[str, str], list[Approval]] = defaultdict(list)
    for one in approvals(asked.reports.approved(asked.first, asked.last)):
        found[one.approved_by, one.asked_by].append(one)
    names = _names(asked)
    rows = tuple(
        Row(
            (names.get(by, by), names.get(staff, staff), len(each), *_bills_and_sums(each)),
            Question(About.APPROVALS, asked.first, asked.last, staff=staff, approver=by),
        )
        for (by, staff), each in sorted(found.items())
    )
    headings = (
        _APPROVED,
        _ASKED,
        Heading("How often", Kind.COUNT),
        Heading("Of bills", Kind.COUNT),
        _MONEY,
        Heading("Points by hand", Kind.POINTS),
    )
    return Table(OwnWord("Approvals"), headings, rows, Drawing(0, (2,)), totals(headings, rows))


def _bills_and_sums(each: Sequence[Approval]) -> tuple[int, int, int]:
    return (
        sum(one.bill_id is not None for one in each),
        sum(one.minor for one in each),
        sum(one.points for one in each),
    )


def of_somebody(asked: Asked, question: Question) -> Sequence[Approval]:
    """What one person approved for another, newest first."""
    every = approvals(asked.reports.approved(question.first, question.last))
    wanted = (question.approver, question.staff)
    return [one for one in every if (one.approved_by, one.asked_by) == wanted][::-1]


def listed(asked: Asked, found: Sequence[Approval]) -> tuple[tuple[Heading, ...], tuple[Row, ...]]:
    names = _names(asked)
    headings = (
        Heading("When", Kind.INSTANT),
        Heading("What", Kind.WORDS),
        Heading("Bill", Kind.WORDS),
        _ASKED,
        _APPROVED,
        _MONEY,
        Heading("Points by hand", Kind.POINTS),
    )
    return headings, tuple(_row(asked, one, names) for one in found)


def _row(asked: Asked, one: Approval, names: Mapping[str, str]) -> Row:
    bill = asked.uow.bills.get(one.bill_id) if one.bill_id else None
    people_named = (names.get(one.asked_by, one.asked_by), names.get(one.approved_by, one.approved_by))
    what = DEEDS.get(one.kind, one.kind)
    cells = (one.at, what, bill.number if bill else "", *people_named, one.minor, one.points)
    return Row(cells, bill_id=bill.bill_id if bill else None)


def _names(asked: Asked) -> dict[str, str]:
    return {one.staff_id: one.name for one in people(asked.uow)}


def approvals(deeds: Sequence[SealedDeed]) -> Iterator[Approval]:
    """What was approved, as it was sealed; what only has the word somewhere in it is none."""
    for one in deeds:
        body: dict[str, Any] = json.loads(one.body)
        if "approved_by" in body:
            money, points = _money(one.kind, body), _points(one.kind, body)
            yield Approval(one.at, one.kind, _asked_by(body), body["approved_by"], _bill_of(body), money, points)


def _asked_by(body: Mapping[str, Any]) -> str:
    """Whoever is named first: by the event itself, or by what it seals."""
    parts = [body, *(part for part in body.values() if isinstance(part, dict))]
    parts += [row for rows in body.values() if isinstance(rows, list) for row in rows if isinstance(row, dict)]
    return next((part["staff"] for part in parts if isinstance(part.get("staff"), str)), "")


def _bill_of(body: Mapping[str, Any]) -> str | None:
    sealed = (body[part] for part in _OF_A_BILL if isinstance(body.get(part), dict))
    return next((part["bill_id"] for part in sealed), None)


def _money(kind: str, body: Mapping[str, Any]) -> int:
    match kind:
        case "bill":
            of_lines: int = sum(row["discount_minor"] for row in body.get("details", ()))
            of_bill: int = sum(row["bill_discount_minor"] for row in body["lines"])
            return of_lines + of_bill - _of_voucher(body)
        case "refund":
            return int(body["refund"]["amount_minor"])
        case "refund-unseen":
            return int(body["unseen"]["amount_minor"])
        case _:
            return 0


def _of_voucher(body: Mapping[str, Any]) -> int:
    """A reward's voucher acts as a discount of the bill; nobody gave it by hand."""
    return int(body.get("voucher", {}).get("minor", 0))


def _points(kind: str, body: Mapping[str, Any]) -> int:
    return sum(row["points"] for row in body["entries"]) if kind == "adjust" else 0
