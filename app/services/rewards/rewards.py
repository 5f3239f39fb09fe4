"""Rewards: what a member can have for their points, given out as vouchers, and vouchers cancelled or handed over.

Points, stock and voucher move in one transaction, or nothing does. Source: docs/domain.md, Rewards.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from app.domain.entries import Entry, EntryKind
from app.domain.errors import Code, DomainError
from app.domain.formats import points as show_points
from app.domain.ledger import Posting
from app.domain.member import Holder
from app.domain.program import Program
from app.domain.rewards import Claimant, Obstacle, Reward, Why, obstacles
from app.domain.vouchers import MoveKind, Voucher, VoucherMove
from app.services.desk import Desk
from app.services.ports import Head, UnitOfWork
from app.services.posting import Page
from app.services.returns.refunding import restore
from app.services.rewards.giving_out import give_out, made, place_for
from app.services.rewards.voucher_moves import move, move_row, voucher_row
from app.services.rewards.voucher_records import VoucherRecord
from app.services.rewards.voucher_rights import had_of, left_here, unknown, usable
from app.services.sales.sale import current_member, inactive
from app.services.sales.spending import usable as usable_points
from app.services.sales.visitors import holder_of

ISSUED: Final = "redemption"  # kinds of events
MOVED: Final = "voucher"
_ISSUE, _CANCEL, _HAND = "redemption", "voucher cancelled", "voucher handed over"
_ELSEWHERE = 0  # the place in this ledger of an entry that may be another's


@dataclass(frozen=True, slots=True)
class Offer:
    """A reward as one member can have it here now: what is in the way, and how many are left (None: not counted)."""

    reward: Reward
    obstacles: tuple[Obstacle, ...]
    left: int | None


@dataclass(frozen=True, slots=True)
class Wish:
    """Who asks for a reward: by the card they showed, or the member that was picked."""

    card_number: str | None = None
    member_id: str | None = None


def offers(desk: Desk, wish: Wish, *, bill_minor: int | None = None) -> Sequence[Offer]:
    """The catalogue in force as this member can have it, in its order. Posts nothing. Raises UNKNOWN_CARD."""
    with desk.store.reading() as uow:
        head = uow.journal.head()
        at = desk.instant(head)
        program = uow.programs.in_force(at)
        holder = _holder(uow, wish)
        account = uow.ledger.open_account(holder.member.member_id, in_debt=holder.member.debt > 0)
        ask = _Asking(desk, uow, head, program, holder, available=account.available(at), bill_minor=bill_minor)
        return [ask.offer(reward, at) for reward in program.rewards]


@dataclass(frozen=True, slots=True)
class _Asking:
    """A member before the catalogue. `available` is hundredths of their points by the projection."""

    desk: Desk
    uow: UnitOfWork
    head: Head
    program: Program
    holder: Holder
    available: int
    bill_minor: int | None = None

    def offer(self, reward: Reward, at: datetime) -> Offer:
        left = left_here(self.desk, self.uow, self.head, reward)
        member = self.holder.member
        here = usable_points(self.desk, self.uow, self.head, member.member_id, available=self.available)
        who = Claimant(
            tier=member.tier,
            points=min(self.available, here.points),
            had=had_of(self.uow, member.member_id)[reward.reward_id],
            left=left,
            bill_minor=self.bill_minor,
            is_enabled=self.program.runs_at(at),
        )
        return Offer(reward, obstacles(reward, who, self.program.tiers, at=at), left)


def redeem(desk: Desk, wish: Wish, reward_id: str, *, staff: str, key: str) -> Voucher:
    """Change points for a reward's voucher. The same `key` gives the first voucher again.

    Raises UNKNOWN_REWARD, or the refusal of the first thing in the way: DISABLED, TIER_TOO_LOW, INSUFFICIENT_POINTS,
    REWARD_OUT, or NO_LINE where only the server can tell whether any are left.
    """
    with desk.store.writing() as uow:
        done = uow.effects.result(_ISSUE, key)
        if done is not None:
            return _issued(uow, done)
        page = Page.open(desk, uow)
        program = uow.programs.in_force(page.at)
        reward = program.reward(reward_id)
        if reward is None:
            raise DomainError(Code.UNKNOWN_REWARD, "That reward is not in the catalogue any more. Nothing was taken.")
        holder = _holder(uow, wish)
        if not holder.is_active:
            raise inactive(holder)
        available = page.account(holder.member).available(page.at)
        offer = _Asking(desk, uow, page.head, program, holder, available=available).offer(reward, page.at)
        if offer.obstacles:
            raise _refusal(offer.obstacles[0], reward, holder)
        voucher = _posted(page, holder, reward, program, staff=staff)
        uow.effects.record(_ISSUE, key, voucher.voucher_id)
        return voucher


def _posted(page: Page, holder: Holder, reward: Reward, program: Program, *, staff: str) -> Voucher:
    """Points, stock, voucher and its paper: the same transaction."""
    member, voucher_id = holder.member, place_for(page, reward)
    number = holder.card.number if holder.card else None
    details = {"card_number": number, "reason": reward.name, "staff": staff}
    entry = page.post(member, EntryKind.REWARD, -reward.cost, cause=voucher_id, **details)
    voucher = made(page, voucher_id, member, reward, program, cost=reward.cost, by=entry.entry_id, staff=staff)
    give_out(page, voucher, sealed=page.close(ISSUED, {"voucher": voucher_row(voucher)}))
    return voucher


def _issued(uow: UnitOfWork, voucher_id: str) -> Voucher:
    record = uow.vouchers.get(voucher_id)
    assert record is not None, "an effect names a stored voucher"
    assert record.voucher is not None, "what was issued is no blank"
    return record.voucher


def _holder(uow: UnitOfWork, wish: Wish) -> Holder:
    holder = holder_of(uow, card_number=wish.card_number, member_id=wish.member_id)
    assert holder is not None, "a card or a member was named"
    return holder


def _refusal(first: Obstacle, reward: Reward, holder: Holder) -> DomainError:
    """The first thing in the way, as a cashier reads it."""
    code, why = {
        Why.DISABLED: (Code.DISABLED, "Points are switched off in this shop today"),
        Why.WINDOW: (Code.REWARD_OUT, f"{reward.name} cannot be had at this time"),
        Why.TIER: (
            Code.TIER_TOO_LOW,
            f"This reward is for {reward.min_tier} and above; the card is {holder.member.tier}",
        ),
        Why.POINTS: (
            Code.INSUFFICIENT_POINTS,
            f"{reward.name} costs {show_points(first.takes)} points, more than can be used here now",
        ),
        Why.LIMIT: (Code.REWARD_OUT, f"A member may have {reward.name} {first.takes} times, and has"),
        Why.STOCK: (Code.REWARD_OUT, f"There is no {reward.name} left"),
        Why.OFFLINE: (Code.NO_LINE, f"Only the server can tell whether there is any {reward.name} left"),
    }[first.why]
    return DomainError(code, f"{why}. Nothing was taken.", {"reward": reward.reward_id, "takes": first.takes})


# What becomes of a voucher


def find(desk: Desk, code: str) -> VoucherRecord:
    """The voucher of a code, wherever it stands. Raises UNKNOWN_VOUCHER."""
    with desk.store.reading() as uow:
        return _required(uow.vouchers.by_code(code))


def get(desk: Desk, voucher_id: str) -> VoucherRecord:
    """A voucher by its id. Raises UNKNOWN_VOUCHER."""
    with desk.store.reading() as uow:
        return _required(uow.vouchers.get(voucher_id))


def _required(record: VoucherRecord | None) -> VoucherRecord:
    if record is None or record.voucher is None:
        raise unknown()
    return record


def of_member(desk: Desk, member_id: str) -> Sequence[VoucherRecord]:
    """Every voucher of a member, in the order they were issued."""
    with desk.store.reading() as uow:
        return uow.vouchers.of_member(member_id)


def can_use(desk: Desk, voucher_id: str) -> str:
    """Whose a voucher is now, by their member id. Raises what would keep it from being used here."""
    with desk.store.reading() as uow:
        _, voucher = usable(desk, uow, uow.journal.head(), voucher_id)
        return uow.members.holder_of_points(voucher.member_id)


def cancel(desk: Desk, voucher_id: str, *, staff: str, key: str) -> VoucherRecord:
    """Take a voucher back: its points return to the lots they came from, its place to the stock. Once."""

    def undo(page: Page, voucher: Voucher, cause: str) -> None:
        give_points_back(page, voucher, cause=cause)

    return _end(desk, voucher_id, _Ending(_CANCEL, MoveKind.CANCELLED, undo), staff=staff, key=key)


def hand_over(desk: Desk, voucher_id: str, *, staff: str, key: str) -> VoucherRecord:
    """What the voucher is for was given to the member: it is used, without a bill. Raises VOUCHER_UNFIT."""

    def check(_: Page, voucher: Voucher, __: str) -> None:
        if voucher.reward.goes_on_bills:
            raise DomainError(Code.VOUCHER_UNFIT, "This voucher is used on a bill. Nothing was changed; scan it there.")

    return _end(desk, voucher_id, _Ending(_HAND, MoveKind.HANDED_OVER, check), staff=staff, key=key)


@dataclass(frozen=True, slots=True)
class _Ending:
    verb: str
    kind: MoveKind
    post: Callable[[Page, Voucher, str], None]


def _end(desk: Desk, voucher_id: str, ending: _Ending, *, staff: str, key: str) -> VoucherRecord:
    with desk.store.writing() as uow:
        if uow.effects.result(ending.verb, key) is not None:
            return _required(uow.vouchers.get(voucher_id))
        page = Page.open(desk, uow)
        record, voucher = usable(desk, uow, page.head, voucher_id)
        made = VoucherMove(voucher_id, ending.kind, desk.ids.entity(), page.at, staff)
        ending.post(page, voucher, made.cause)
        head = page.close(MOVED, {"move": move_row(made)})
        uow.effects.record(ending.verb, key, made.cause)
        return move(uow, record, made, sealed=head)


def give_points_back(page: Page, voucher: Voucher, *, cause: str) -> None:
    """Restore what a voucher cost, to whoever has its member's points now; one that a rule brought cost nothing."""
    uow = page.uow
    if not voucher.cost:
        return
    member = current_member(uow, voucher.member_id)
    page.whole_account(member)
    paid = next((one for one in uow.ledger.by_cause(voucher.voucher_id) if one.entry.points < 0), None)
    program = uow.programs.in_force(page.at)
    restore(page, member, paid or _paid_elsewhere(voucher), voucher.cost, cause=cause, program=program)


def _paid_elsewhere(voucher: Voucher) -> Posting:
    entry = Entry(
        voucher.entry_id, voucher.member_id, EntryKind.REWARD, -voucher.cost, voucher.issued_at, voucher.voucher_id
    )
    return Posting(_ELSEWHERE, entry, 0)
