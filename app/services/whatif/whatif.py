"""What if: bills that were sold, priced by rules nobody has published. Nothing is written.

A bill is rung again as it was: what was taken off by hand is the amount it was, points pay what they paid or as much of
it as the other rules allow. Source: docs/rates.md.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from app.domain.bill import Bill
from app.domain.birthdays import kept_on
from app.domain.errors import DomainError
from app.domain.program import Program
from app.services.desk import Desk
from app.services.members import birthdays
from app.services.ports import UnitOfWork
from app.services.whatif.late_cards import LateCards
from app.services.whatif.sums import NOTHING, Sums
from app.services.whatif.under_rules import UnderRules

DAYS = 30
TOLD_EVERY = 200  # bills

_NOBODYS = "-"  # no cause begins like that

Told = Callable[[int, int], None]
Stop = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class Impact:
    """Bills from `since` on under the rules in force and under the draft.

    `left_out` could not be sold under the draft, the first of them because of `why`; they are in neither sum. `risers`
    and `fallers` are the members whom the draft would have brought to a higher or a lower tier.
    """

    since: date
    bills: int
    live: Sums
    draft: Sums
    left_out: int = 0
    why: str = ""
    risers: int = 0
    fallers: int = 0


def impact(desk: Desk, draft: Program, *, days: int = DAYS, told: Told, stop: Stop) -> Impact | None:
    """The bills of the last days again. `told` hears how many of how many are done; None where `stop` said so."""
    with desk.store.reading() as uow:
        at = desk.instant(uow.journal.head())
        today = desk.calendar.day_of(at)
        since = today - timedelta(days=days - 1)
        live, start = uow.programs.in_force(at), desk.calendar.start_of(since)
        cards = LateCards.since(uow, start)
        under_live, under_draft = (UnderRules(uow, program, start, cards.claims) for program in (live, draft))
        again = _Again(uow, under_live, under_draft, cards, since, stop)
        every = uow.bills.count_since(since)
        for done, bill in enumerate(uow.bills.since(since)):
            if stop():
                return None
            if done % TOLD_EVERY == 0:
                told(done, every)
            again.add(bill)
        again.let_come(until=at)
        again.keep_birthdays(until=at)
        if stop():
            return None
        told(every, every)
        risers, fallers = again.moved(at)
        return Impact(since, every, again.live_sums, again.draft_sums, again.left_out, again.why, risers, fallers)


@dataclass(slots=True)
class _Again:
    """Bills rung again one by one under both, and what they come to so far. Birthdays come in their turn."""

    uow: UnitOfWork
    live: UnderRules
    draft: UnderRules
    cards: LateCards
    day: date
    stop: Stop
    live_sums: Sums = NOTHING
    draft_sums: Sums = NOTHING
    left_out: int = 0
    why: str = ""

    def add(self, bill: Bill) -> None:
        self.let_come(until=bill.occurred_at)
        self.keep_birthdays(until=bill.occurred_at)
        is_posted = self._is_posted(bill)
        self._agree(bill, bill.occurred_at)
        try:
            live = self.live.as_posted(bill) if is_posted else self.live.ring(bill)
            draft = self.draft.ring(bill)
        except DomainError as refusal:
            self.left_out, self.why = self.left_out + 1, self.why or refusal.message
            return
        self._sum(live, draft)
        self.cards.rung(bill)

    def let_come(self, *, until: datetime) -> None:
        """The cards that came to bills later, each at its instant."""
        for at, bill in self.cards.come(until):
            self.keep_birthdays(until=at)
            self._agree(bill, at)
            is_posted = self._is_posted(bill)
            live = self.live.late_as_posted(bill, at) if is_posted else self.live.ring_late(bill, at)
            self._sum(live, self.draft.ring_late(bill, at))

    def _is_posted(self, bill: Bill) -> bool:
        """Whether it stands as the rules in force have it."""
        return bill.program_version == self.live.program.version

    def _sum(self, live: Sums, draft: Sums) -> None:
        self.live_sums, self.draft_sums = self.live_sums.plus(live), self.draft_sums.plus(draft)

    def _agree(self, bill: Bill, at: datetime) -> None:
        """What moved a tier that these bills do not tell of moved it under both: a bill that stands names its tier."""
        live, draft = self.live.whose(bill, at), self.draft.whose(bill, at)
        if live is not None and draft is not None and self._is_posted(bill):
            if draft.member.tier == live.member.tier:
                draft.hold(bill.tier or "")
            live.hold(bill.tier or "")

    def keep_birthdays(self, *, until: datetime) -> None:
        """What the birthdays of the next days bring, of all whose day has begun by an instant."""
        while self._start(self.day) <= until:
            if self.live.keeps_birthdays or self.draft.keeps_birthdays:
                self._keep(self.day)
            self.day += timedelta(days=1)

    def _keep(self, day: date) -> None:
        """Everybody's who was a member by then."""
        start, after, ends = self._start(day), "", self._start(day + timedelta(days=1))
        while not self.stop() and (
            found := self.uow.members.born_on(
                kept_on(day), joined_before=ends, without=_NOBODYS, after=after, limit=birthdays.GIFTS_A_BATCH_MAX
            )
        ):
            after = found[-1].member_id
            for member in found:
                cause = birthdays.cause_of(day, member.member_id)
                live, draft = (one.on_birthday(member, at=start, cause=cause) for one in (self.live, self.draft))
                self.live_sums = self.live_sums.plus(Sums(given=live))
                self.draft_sums = self.draft_sums.plus(Sums(given=draft))

    def _start(self, day: date) -> datetime:
        return self.live.program.calendar.start_of(day)

    def moved(self, at: datetime) -> tuple[int, int]:
        """How many members would hold a higher tier now, and how many a lower one."""
        steps = [self._step(one, at) for one in self.draft.members]
        return sum(step > 0 for step in steps), sum(step < 0 for step in steps)

    def _step(self, member_id: str, at: datetime) -> int:
        live, draft = (one.members[member_id] for one in (self.live, self.draft))
        live.move_to(at, self.live.program)
        draft.move_to(at, self.draft.program)
        rank = self.draft.program.tiers.rank
        return rank(draft.member.tier) - rank(live.member.tier)
