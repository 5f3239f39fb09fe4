"""Giving out: a voucher made on a page, in the place of a blank where its reward has a stock, with its paper."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from app.domain.codes import voucher_code
from app.domain.member import Member
from app.domain.program import Program
from app.domain.rewards import Reward
from app.domain.vouchers import Voucher
from app.services.authority import is_led
from app.services.papers.print_jobs import PrintJob
from app.services.ports import Head
from app.services.posting import Page
from app.services.rewards.voucher_moves import issue
from app.services.rewards.voucher_rights import blanks

PAPER: Final = "voucher"  # its print jobs


def place_for(page: Page, reward: Reward, *, taken: Collection[str] = ()) -> str:
    """The id of the next voucher of a reward: that of a blank which is not `taken`, or one of its own."""
    held = [] if reward.stock is None else blanks(page.desk, page.uow, page.head, reward.reward_id)
    return next((one.voucher_id for one in held if one.voucher_id not in taken), None) or page.desk.ids.entity()


def made(
    page: Page, voucher_id: str, member: Member, reward: Reward, program: Program, *, cost: int, by: str, staff: str
) -> Voucher:
    """A voucher of now. `by` is the entry that paid its `cost`, or the bill that it comes with for nothing."""
    return Voucher(
        voucher_id=voucher_id,
        code=voucher_code(page.desk.ids.voucher_letters()),
        member_id=member.member_id,
        reward=reward,
        cost=cost,
        entry_id=by,
        issued_at=page.at,
        expires_at=reward.expires_at(page.at, program.calendar),
        program_version=program.version,
        staff=staff,
    )


def give_out(page: Page, voucher: Voucher, *, sealed: Head) -> None:
    """Put it on the books as this desk's own, and its paper behind what waits to be printed."""
    desk, uow = page.desk, page.uow
    is_held = is_led(uow)
    issue(
        uow, voucher, holder=desk.counter_code if is_held else "", epoch=sealed.epoch if is_held else 0, sealed=sealed
    )
    if not desk.is_server:
        uow.prints.add(PrintJob(desk.ids.entity(), PAPER, voucher.voucher_id, 0, page.at))
