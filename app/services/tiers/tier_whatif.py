"""What other thresholds would do: every member held against tiers nobody has published. Nothing is written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from app.domain.member import Member
from app.domain.tier_changes import following, staying
from app.domain.tiers import Metrics, PointsBasis, TierScheme, window_start
from app.services.desk import Desk
from app.services.ports import UnitOfWork
from app.services.tiers import given_tiers

EVERYBODY = ""  # no tier is called so
TOLD_EVERY = 1000  # members


@dataclass(frozen=True, slots=True)
class TierMoves:
    """Members by the tier they hold and would hold; `moves` by both, those that differ. What is kept by hand stays.

    A tier stands under the name it would have; one that would be taken out, under its own: `leavers` hold those.
    """

    now: Mapping[str, int]
    then: Mapping[str, int]
    moves: Mapping[tuple[str, str], int]
    risers: int
    fallers: int
    leavers: int

    @property
    def members(self) -> int:
        return sum(self.now.values())


def dry_run(
    desk: Desk, scheme: TierScheme, *, told: Callable[[int, int], None], stop: Callable[[], bool]
) -> TierMoves | None:
    """Where everybody would be under these tiers, once those who reach more and those who reach less have moved.

    `told` hears how many of how many are done; None where `stop` said so.
    """
    with desk.store.reading() as uow:
        at = desk.instant(uow.journal.head())
        standing = uow.programs.in_force(at).tiers
        scheme = following(standing, scheme)
        since = window_start(at, days=scheme.qualification_days)
        every, pairs = sum(one.members for one in uow.reports.tiers()), Counter[tuple[str, str]]()
        for done, (member_id, held, counted) in enumerate(uow.activities.above_tier(EVERYBODY, since=since)):
            if stop():
                return None
            if done % TOLD_EVERY == 0:
                told(done, every)
            pairs[held, _would_hold(uow, scheme, member_id, held, counted, at)] += 1
        told(every, every)
    return _summed(standing, scheme, pairs)


def _would_hold(uow: UnitOfWork, scheme: TierScheme, member_id: str, held: str, counted: Metrics, at: datetime) -> str:
    metrics = _by_basis(uow, scheme, member_id, counted, at)
    reached = scheme.reached(metrics).name
    if scheme.is_reached(held, metrics):
        return reached
    member = _member(uow, member_id)
    if given_tiers.kept_until(uow, member, scheme) > at:
        return scheme.called(held)
    return max(reached, given_tiers.kept(uow, member, scheme, at), key=scheme.rank)


def _by_basis(uow: UnitOfWork, scheme: TierScheme, member_id: str, counted: Metrics, at: datetime) -> Metrics:
    if scheme.points_basis is PointsBasis.LIFETIME_EARNED:
        return counted
    account = uow.ledger.open_account(member_id, in_debt=True)
    return Metrics(account.available(at) + account.pending(at), counted.spend_minor, counted.orders)


def _member(uow: UnitOfWork, member_id: str) -> Member:
    holder = uow.members.by_id(member_id)
    assert holder is not None, "a balance is a member's"
    return holder.member


def _summed(standing: TierScheme, scheme: TierScheme, pairs: Counter[tuple[str, str]]) -> TierMoves:
    now, then, moves = Counter[str](), Counter[str](), Counter[tuple[str, str]]()
    risers = fallers = leavers = 0
    stay = staying(standing, scheme)
    for (held, would), count in pairs.items():
        name = standing.known_as(held)
        shown, step = stay.get(name, name), scheme.rank(would) - scheme.rank(held)
        now[shown] += count
        then[would] += count
        moves[shown, would] += count * (shown != would)
        risers, fallers = risers + count * (step > 0), fallers + count * (step < 0)
        leavers += count * (name not in stay)
    return TierMoves(now, then, +moves, risers, fallers, leavers)
