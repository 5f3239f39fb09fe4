"""Rights to vouchers: who may use one. At any instant that is one counter, or whoever keeps the books.

A counter uses what it holds without asking; anything else it asks the server for first, and the server gives a voucher
to nobody while another may use it. So none is spent twice, with or without a line. Source: docs/sync.md, Vouchers.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import timedelta

from app.domain.brought import named_rewards
from app.domain.errors import Code, DomainError
from app.domain.rewards import Reward, left_of
from app.domain.vouchers import Voucher, VoucherStatus
from app.services.desk import Desk
from app.services.ports import Head, UnitOfWork
from app.services.rewards.voucher_records import BLANK, LIVE, VoucherRecord
from app.services.sales.spending import contact_of, server_instant

_STATES = {
    VoucherStatus.FULFILLED.value: "has been used",
    VoucherStatus.CANCELLED.value: "was cancelled",
    VoucherStatus.EXPIRED.value: "has expired",
}


def is_ours(desk: Desk, uow: UnitOfWork, head: Head, record: VoucherRecord) -> bool:
    """Whether this desk may use a voucher, or give out a blank, without asking anybody."""
    if desk.is_server:
        return record.holder == ""
    link = uow.links.get()
    if link is None:
        return True
    is_trusted = contact_of(link, desk.clock.now()).trusts_leases(server_instant(desk, head, link))
    return is_trusted and record.is_held_by(desk.counter_code, head.epoch)


def left_here(desk: Desk, uow: UnitOfWork, head: Head, reward: Reward) -> int | None:
    """How many of a reward can be given out here now; None where it has no stock, or only the server can tell.

    A counter of a chain can give out the blanks it holds.
    """
    if reward.stock is None:
        return None
    if _sees_all(desk, uow):
        return left_of(reward, out=uow.vouchers.out(reward.reward_id))
    return len(blanks(desk, uow, head, reward.reward_id)) or None


def had_of(uow: UnitOfWork, member_id: str) -> Counter[str]:
    """How many of which reward a member has had, what was cancelled or has expired not counted."""
    return Counter(one.reward_id for one in uow.vouchers.of_member(member_id) if one.status in LIVE)


def left_of_all(desk: Desk, uow: UnitOfWork, rewards: Iterable[Reward]) -> Mapping[str, int]:
    """By reward, how many are left in all of what has a stock; of none at a counter of a chain: the server can tell."""
    if not _sees_all(desk, uow):
        return {}
    left = {one.reward_id: left_of(one, out=uow.vouchers.out(one.reward_id)) for one in rewards}
    return {name: count for name, count in left.items() if count is not None}


def _sees_all(desk: Desk, uow: UnitOfWork) -> bool:
    """Whether every voucher that was given out is known here."""
    return desk.is_server or uow.links.get() is None


def blanks(desk: Desk, uow: UnitOfWork, head: Head, reward_id: str) -> list[VoucherRecord]:
    """What this counter has been given of a reward's stock, and not given out yet."""
    held = [one for one in uow.vouchers.held_by(desk.counter_code) if one.status == BLANK]
    return [one for one in held if one.reward_id == reward_id and is_ours(desk, uow, head, one)]


def lacking(desk: Desk) -> list[str]:
    """The rewards with a stock that rules in force give, and of which a counter of a chain has none to give out."""
    with desk.store.reading() as uow:
        if _sees_all(desk, uow):
            return []
        head = uow.journal.head()
        program = uow.programs.in_force(desk.instant(head))
        given = filter(None, map(program.reward, sorted(named_rewards(program.rules))))
        return [one.reward_id for one in given if one.stock is not None and left_here(desk, uow, head, one) is None]


def usable(desk: Desk, uow: UnitOfWork, head: Head, voucher_id: str) -> tuple[VoucherRecord, Voucher]:
    """A voucher that can be used here now, whatever for; else the refusal that says why not.

    Raises UNKNOWN_VOUCHER, VOUCHER_USED, EXPIRED or VOUCHER_ELSEWHERE.
    """
    record = uow.vouchers.get(voucher_id)
    if record is None or record.voucher is None:
        raise unknown()
    if record.status != VoucherStatus.PENDING.value:
        raise used(record)
    at = desk.instant(head)
    if record.voucher.is_over(at):
        raise over(desk, record.voucher)
    if not is_ours(desk, uow, head, record):
        raise elsewhere()
    return record, record.voucher


def unknown() -> DomainError:
    return DomainError(
        Code.UNKNOWN_VOUCHER,
        "That voucher is not in our list. The bill is as it was; check the code, or take the payment without it.",
    )


def used(record: VoucherRecord) -> DomainError:
    state = _STATES[record.status]
    return DomainError(
        Code.VOUCHER_USED,
        f"This voucher {state}. The bill is as it was; take the payment without it.",
        {"status": record.status},
    )


def over(desk: Desk, voucher: Voucher) -> DomainError:
    assert voucher.expires_at is not None, "what never ends is never over"
    last_day = desk.calendar.day_of(voucher.expires_at - timedelta(microseconds=1))
    return DomainError(
        Code.EXPIRED,
        f"This voucher was good until {last_day:%d-%m-%Y}. The bill is as it was; its points go back to the member.",
        {"last_day": last_day.isoformat()},
    )


def elsewhere() -> DomainError:
    return DomainError(
        Code.VOUCHER_ELSEWHERE,
        "This voucher has to be asked for at the server before it can be used here. The bill is as it was, and the "
        "voucher is still good; try again when there is a line, or use it where it was given out.",
    )
