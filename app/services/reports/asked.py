"""Asked: what every report is given: the store as it is now, the days, and who the members are that it names."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from app.domain.points import value_minor
from app.domain.program import Program
from app.services.desk import Desk
from app.services.ports import UnitOfWork
from app.services.reports.period import Days
from app.services.reports.records import Reports

CARD_DIGITS = 4


@dataclass(frozen=True)
class Asked:
    """One question for a report. `now` is the counter's, which never goes back."""

    desk: Desk
    uow: UnitOfWork
    days: Days
    now: datetime
    program: Program

    @property
    def reports(self) -> Reports:
        return self.uow.reports

    @property
    def first(self) -> date:
        return self.days.first

    @property
    def last(self) -> date:
        return self.days.last

    def worth(self, points: int) -> int:
        """What points would be worth on a bill now, in minor units."""
        size = value_minor(abs(points), rate=self.program.redemption.rate, currency=self.program.currency)
        return size if points >= 0 else -size

    def named(self, member_id: str) -> tuple[str, str]:
        """A member's name, and the end of their card."""
        holder = self.uow.members.by_id(self.who_is(member_id))
        if holder is None:
            return "", ""
        return holder.member.name, holder.card.number[-CARD_DIGITS:] if holder.card else ""

    def who_is(self, member_id: str) -> str:
        """The member who has this id's points now."""
        while member_id in self._into:
            member_id = self._into[member_id]
        return member_id

    def ids_of(self, member_id: str) -> tuple[str, ...]:
        """Every id of a member: their own, and those of whoever was merged into them."""
        return (member_id, *sorted(one for one in self._into if self.who_is(one) == member_id))

    @cached_property
    def merged(self) -> frozenset[str]:
        """Who was merged, and who took somebody in."""
        return frozenset(self._into) | frozenset(self._into.values())

    def families(self, members: Iterable[str]) -> list[tuple[str, ...]]:
        """Each of them with all whose points have come together with theirs."""
        return [self.ids_of(who) for who in sorted({self.who_is(one) for one in members})]

    @cached_property
    def _into(self) -> dict[str, str]:
        return dict(self.reports.merges())
