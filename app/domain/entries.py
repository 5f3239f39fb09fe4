"""Ledger entries: signed, append-only movements of points, each with its cause."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class EntryKind(StrEnum):
    """What moved the points. Credits make a lot, debits use lots, reversals point back at what they correct."""

    EARN = "EARN"
    BONUS = "BONUS"
    REFERRAL = "REFERRAL"
    ADJUST = "ADJUST"
    REDEEM = "REDEEM"
    REWARD = "REWARD"
    EXPIRE = "EXPIRE"
    UNEXPIRE = "UNEXPIRE"
    REVERSE = "REVERSE"
    RESTORE = "RESTORE"
    EXTEND = "EXTEND"
    UNEXTEND = "UNEXTEND"
    MERGE_OUT = "MERGE_OUT"
    MERGE_IN = "MERGE_IN"


ACCRUALS = frozenset({EntryKind.EARN, EntryKind.BONUS})
MERGES = frozenset({EntryKind.MERGE_OUT, EntryKind.MERGE_IN})
EXTENSIONS = frozenset({EntryKind.EXTEND, EntryKind.UNEXTEND})


@dataclass(frozen=True, slots=True)
class Entry:
    """One movement. `points` is signed hundredths, 0 only where an empty account is merged or an end pushed.

    `cause` is the bill, return, adjustment, merge or sweep that brought it; `corrects` the entry a REVERSE,
    RESTORE, EXPIRE, UNEXPIRE or UNEXTEND points back at. `available_at` and `expires_at` (None: never) are those of the
    lot a credit makes, of the grace a RESTORE gives to points whose lot has expired, or of what an EXTEND pushes.
    """

    entry_id: str
    member_id: str
    kind: EntryKind
    points: int
    occurred_at: datetime
    cause: str
    corrects: str | None = None
    rule_id: str | None = None
    reason: str | None = None
    staff: str | None = None
    card_number: str | None = None
    available_at: datetime | None = None
    expires_at: datetime | None = None

    def __post_init__(self) -> None:
        assert self.points or self.kind in MERGES | EXTENSIONS, "an entry moves points"
        assert not (self.points and self.kind in EXTENSIONS), "an end that is pushed moves none"
        assert self.occurred_at.tzinfo is not None, "an instant has a time zone"
