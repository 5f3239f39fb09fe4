"""Tidings: what the server told, as of one view of it, before anything of it is put in place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from app.domain.card_blocks import CardBlock
from app.domain.lease import Floor
from app.domain.program import Program
from app.services.campaigns.budgets import ToldShare
from app.services.chain.adopting_leases import ToldLease
from app.services.chain.adopting_reviews import ToldReview
from app.services.chain.adopting_staff import ToldColleague
from app.services.chain.adopting_vouchers import ToldVoucher
from app.services.chain.images import Image
from app.services.chain.told_bills import ToldState
from app.services.ports import ChainPoint, ReadyMembers, ToldStore


@dataclass(frozen=True, slots=True)
class Published:
    """A version of the rules the server leads, when it was told, and what whoever published it is called there."""

    program: Program
    told_at: datetime
    by: str | None = None


@dataclass(frozen=True, slots=True)
class View:
    """What an answer of the server was taken from: its position, and the last of this counter's events in it.

    `server_at` and `clock_at` are one instant on the server's clock and on this machine's. A server that does not tell
    of e-mails and birthdays knows of none: what is known of them here stays. One that `tells_stores` tells all of them.
    """

    position: int
    included: ChainPoint
    server_at: datetime
    clock_at: datetime
    offset_ms: int | None
    tells_contacts: bool = True
    tells_stores: bool = True


@dataclass(frozen=True, slots=True)
class Tidings:
    """Subjects as they stand in one view. Members come with the position of their last change.

    `ready` are more members, in groups, of whom probably nothing is here (see `newcomers`).
    """

    view: View
    members: Sequence[tuple[int, Image]] = ()
    leases: Sequence[ToldLease] = ()
    programs: Sequence[Published] = ()
    reviews: Sequence[ToldReview] = ()
    staff: Sequence[ToldColleague] = ()
    stores: Sequence[ToldStore] = ()
    bills: Sequence[ToldState] = ()
    vouchers: Sequence[ToldVoucher] = ()
    ready: Sequence[ReadyMembers] = ()

    @property
    def count(self) -> int:
        """How many members it tells of."""
        return len(self.members) + sum(len(group.member_ids) for group in self.ready)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Which part of the feed a page covers; `is_last` when nothing more had changed; the rest as it is set now."""

    after: int
    to: int
    is_last: bool
    floor: Floor
    store_name: str
    server_key: bytes = b""
    card_block: CardBlock | None = None
    shares: Sequence[ToldShare] = ()
