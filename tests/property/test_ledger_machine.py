"""The ledger against a naive account of single coins, through any order of events."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import strategies as st
from hypothesis.stateful import Bundle, MultipleResults, RuleBasedStateMachine, consumes, invariant, multiple, rule

from app.domain.days import INDIA
from app.domain.entries import EntryKind
from app.domain.expiry import Expiry, ExpiryMode, available_at
from app.domain.ledger import fold
from tests.property.coins import Coins
from tests.property.strategies import expiries
from tests.unit.domain.samples import NOON, Ledger

members = st.sampled_from(("m", "n"))
amounts = st.integers(1, 30)
ends = st.just(Expiry(ExpiryMode.NEVER)) | expiries
Movement = tuple[str, str, int]  # whose, which entry, how much


class LedgerMachine(RuleBasedStateMachine):
    """Two members earn, spend, return and are merged while time goes by; whoever was merged stays away."""

    earnings = Bundle("earnings")
    redemptions = Bundle("redemptions")

    def __init__(self) -> None:
        super().__init__()
        self.ledger, self.now = Ledger(), NOON
        self.coins = {"m": Coins(), "n": Coins()}
        self.home = {"m": "m", "n": "n"}
        self.reversed_points: dict[str, int] = {}
        self.restored_points: dict[str, int] = {}

    @rule(days=st.integers(1, 200))
    def time_goes_by(self, days: int) -> None:
        self.now += timedelta(days=days)

    @rule(who=members)
    def it_becomes_the_moment(self, who: str) -> None:
        """At which points come or are gone."""
        lots = self.ledger.account(self.home[who]).lots.values()
        ahead = [at for lot in lots for at in (lot.available_at, lot.expires_at) if at is not None and at > self.now]
        self.now = min(ahead, default=self.now)

    @rule(
        target=earnings,
        who=members,
        points=amounts,
        expiry=ends,
        pending_days=st.sampled_from((0, 0, 3)),
        kind=st.sampled_from((EntryKind.EARN, EntryKind.BONUS, EntryKind.REFERRAL, EntryKind.ADJUST)),
    )
    def earn(self, who: str, points: int, expiry: Expiry, pending_days: int, kind: EntryKind) -> Movement:
        return self._earn(who, points, expiry, pending_days, kind)

    @rule(target=earnings, who=members, points=amounts, more=amounts, expiry=ends)
    def earn_with_a_bonus(self, who: str, points: int, more: int, expiry: Expiry) -> MultipleResults[Movement]:
        """Two lots of one instant and one end: what came first goes first."""
        kinds = ((points, EntryKind.EARN), (more, EntryKind.BONUS))
        return multiple(*(self._earn(who, each, expiry, 0, kind) for each, kind in kinds))

    def _earn(self, who: str, points: int, expiry: Expiry, pending_days: int, kind: EntryKind) -> Movement:
        who = self.home[who]
        available = available_at(self.now, pending_days=pending_days, calendar=INDIA)
        expires = expiry.expires_at(self.now, INDIA)
        entry = self.ledger.earn(points, at=self.now, available=available, expires=expires, member=who, kind=kind)
        if expires is None or expires > self.now:
            self.coins[who].credit(entry, points, len(self.ledger.postings), available, expires)
        else:
            self._lay_expired(who, entry, points)
        return who, entry, points

    def _lay_expired(self, who: str, entry: str, points: int) -> None:
        """Points that were never alive repay nothing."""
        aside, self.coins[who].taken = self.coins[who].taken, []
        lot = self.ledger.account(who).lots[entry]
        self.coins[who].credit(entry, points, lot.order, lot.available_at, lot.expires_at)
        self.coins[who].taken = aside

    @rule(target=redemptions, who=members, points=amounts, kind=st.sampled_from((EntryKind.REDEEM, EntryKind.REWARD)))
    def spend(self, who: str, points: int, kind: EntryKind) -> Movement:
        """More than there is, too: what happened at an offline till is posted."""
        who = self.home[who]
        entry = self.ledger.post(kind, -points, at=self.now, member=who)
        self.coins[who].spend(entry, points, self.now)
        return who, entry, points

    @rule(who=members, points=amounts)
    def take_by_hand(self, who: str, points: int) -> None:
        who = self.home[who]
        entry = self.ledger.post(EntryKind.ADJUST, -points, at=self.now, member=who)
        self.coins[who].spend(entry, points, self.now)

    @rule(earned=earnings, points=amounts)
    def take_back(self, earned: Movement, points: int) -> None:
        who, lot, whole = self.home[earned[0]], earned[1], earned[2]
        points = min(points, whole - self.reversed_points.get(lot, 0))
        if not points:
            return
        for expired, revived in self.ledger.account(who).revived(lot, points):
            self.ledger.unexpire(expired, revived, at=self.now, member=who)
            self.coins[who].unsweep(expired, revived)
        entry = self.ledger.reverse(lot, points, at=self.now, member=who)
        self.coins[who].reverse(entry, lot, points, self.now)
        self.reversed_points[lot] = self.reversed_points.get(lot, 0) + points

    @rule(earned=earnings, points=amounts)
    def take_back_what_is_there(self, earned: Movement, points: int) -> None:
        """A shop that stops at zero takes back only what creates no debt."""
        who = self.home[earned[0]]
        before = self.ledger.account(who)
        self.take_back(earned, min(points, before.reversible(earned[1], self.now)))
        after = self.ledger.account(who)
        assert after.debt == before.debt
        assert after.available(self.now) >= min(0, before.available(self.now))

    @rule(spent=redemptions, points=amounts, grace_days=st.sampled_from((0, 7)))
    def give_back(self, spent: Movement, points: int, grace_days: int) -> None:
        points = min(points, spent[2] - self.restored_points.get(spent[1], 0))
        if points:
            self._restore(spent, points, grace_days)

    @rule(spent=consumes(redemptions))
    def give_all_back(self, spent: Movement) -> None:
        points = spent[2] - self.restored_points.get(spent[1], 0)
        if points:
            self._restore(spent, points, 0)

    def _restore(self, spent: Movement, points: int, grace_days: int) -> None:
        who = self.home[spent[0]]
        grace = self.now + timedelta(days=grace_days) if grace_days else None
        entry = self.ledger.restore(spent[1], points, at=self.now, grace=grace, member=who)
        self.coins[who].restore(entry, spent[1], points, len(self.ledger.postings), self.now, grace)
        self.restored_points[spent[1]] = self.restored_points.get(spent[1], 0) + points

    @rule(who=members)
    def sweep(self, who: str) -> None:
        who = self.home[who]
        at_all = [self.now + timedelta(days=days) for days in (0, 1, 40, 400)]
        before = [self.ledger.account(who).available(at) for at in at_all]
        for lot in list(self.ledger.account(who).lots.values()):
            if lot.left and lot.is_expired(self.now):
                self.ledger.expire(lot.lot_id, lot.left, at=self.now, member=who)
                self.coins[who].sweep(lot.lot_id)
        assert [self.ledger.account(who).available(at) for at in at_all] == before

    @rule()
    def merge(self) -> None:
        if self.home["n"] == "n":
            self.ledger.merge("n", "m", at=self.now)
            self.coins["m"].absorb(self.coins["n"], self.now)
            self.coins["n"], self.home["n"] = Coins(), "m"

    @invariant()
    def every_coin_is_where_the_ledger_says(self) -> None:
        for who, coins in self.coins.items():
            account = self.ledger.account(who)
            assert {lot.lot_id: lot.left for lot in account.lots.values() if lot.left} == dict(coins.left())
            assert {lot.lot_id: lot.expired for lot in account.lots.values() if lot.expired} == dict(coins.swept())
            assert account.debt == coins.debt
            assert (account.available(self.now), account.pending(self.now)) == (
                coins.available(self.now),
                coins.pending(self.now),
            )

    @invariant()
    def the_balance_is_the_sum_of_entries_and_of_lots_less_debt(self) -> None:
        for who in self.coins:
            account = self.ledger.account(who)
            assert account.balance == self.ledger.balance(who)
            assert account.balance == sum(lot.left for lot in account.lots.values()) - account.debt
            assert all(0 <= lot.left + lot.expired <= lot.points for lot in account.lots.values())
            assert all(use.points > 0 for use in account.uses.values())

    @invariant()
    def the_running_balance_is_the_sum_so_far(self) -> None:
        running = {"m": 0, "n": 0}
        for posting in self.ledger.postings:
            running[posting.entry.member_id] += posting.entry.points
            assert posting.balance_after == running[posting.entry.member_id]

    @invariant()
    def rebuilding_gives_the_same_accounts(self) -> None:
        rebuilt = fold(self.ledger.postings)
        assert rebuilt == self.ledger.accounts


TestLedger = LedgerMachine.TestCase
