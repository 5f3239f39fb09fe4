"""Vouchers at the server: handed to the counter that asks, once nobody else may use them; stock set aside as blanks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.domain.vouchers import VoucherStatus
from app.services.chain.granting import Holding
from app.services.desk import Desk
from app.services.posting import Page
from app.services.records import to_micros
from app.services.rewards.voucher_records import BLANK, VoucherRecord
from app.services.rewards.voucher_rights import left_here
from server.ledgers import feed
from server.ledgers.chains import Chains
from server.ledgers.feed import Subject
from server.ledgers.store import ServerUnit
from server.rights.leases import holding_of, server_store
from server.telling.pull import Reader, States
from server.web.problems import Problem
from sync.protocol import PageRow, ToldRows, Topic


def hand_voucher(desk: Desk, reader: Reader, code: str) -> ToldRows:
    """Let a counter use a voucher, and tell it where it stands. One that another may use is asked back from there."""
    with server_store(desk).writing() as unit:
        record = unit.vouchers.by_code(code)
        if record is None or record.voucher is None:
            raise Problem(
                404,
                "VOUCHER-UNKNOWN",
                "That voucher is not known at the server. Check the code; a counter that has been offline sends later "
                "what it gave out.",
            )
        asked = _Asked.open(desk, unit, reader)
        is_good = record.status == VoucherStatus.PENDING.value and not record.voucher.is_over(asked.page.at)
        recalled = is_good and asked.hold(record)
        member_id = unit.members.holder_of_points(record.voucher.member_id)
        asked.acquaint(member_id)
        return asked.told([record.voucher_id], member_id, recalled=recalled)


def set_aside(desk: Desk, reader: Reader, reward_id: str, *, ahead: bool = False) -> ToldRows:
    """Set one of a reward's stock aside for a counter, unless it has one; where none is left, ask for others' back.

    `ahead` of anybody who wants it some are set aside at once, where there are plenty, and none is asked back.
    """
    with server_store(desk).writing() as unit:
        asked = _Asked.open(desk, unit, reader)
        reward = unit.programs.in_force(asked.page.at).reward(reward_id)
        if reward is None or reward.stock is None:
            raise Problem(404, "REWARD-UNKNOWN", "The catalogue has no such reward with a stock. Nothing was changed.")
        mine = [one for one in unit.vouchers.held_by(reader.counter_code) if _is_blank_of(one, reward_id)]
        left = left_here(desk, unit, asked.page.head, reward) or 0
        if not (mine or left):
            return asked.told(recalled=not ahead and asked.want_blanks(reward_id))
        more = min(left, _AHEAD_MAX if ahead else 1, max(1, left // _PARTS)) - len(mine)
        new = [asked.held(VoucherRecord(desk.ids.entity(), reward_id, BLANK)) for _ in range(more)]
        return asked.told([one.voucher_id for one in (*mine, *new)])


_AHEAD_MAX, _PARTS = 5, 10  # so many at most, and no more than one part of what is left


def _is_blank_of(record: VoucherRecord, reward_id: str) -> bool:
    return (record.status, record.reward_id) == (BLANK, reward_id)


@dataclass(frozen=True, slots=True)
class _Asked:
    """What one counter asks, inside its transaction."""

    desk: Desk
    unit: ServerUnit
    page: Page
    reader: Reader
    holding: Holding

    @classmethod
    def open(cls, desk: Desk, unit: ServerUnit, reader: Reader) -> _Asked:
        return cls(desk, unit, Page.open(desk, unit), reader, holding_of(unit, reader.counter_code))

    def hold(self, record: VoucherRecord) -> bool:
        """Let the counter have it; whether it has to be asked back from another first."""
        if not record.holder:
            self.held(record)
        elif record.holder != self.reader.counter_code:
            self.unit.vouchers.put(replace(record, is_wanted=True))
            return True
        return False

    def held(self, record: VoucherRecord) -> VoucherRecord:
        whose = {"holder": self.holding.counter_code, "holder_epoch": self.holding.epoch}
        mine = replace(record, is_wanted=False, **whose)  # type: ignore[arg-type]
        self.unit.vouchers.put(mine)
        return mine

    def want_blanks(self, reward_id: str) -> bool:
        """Ask for what others have set aside and not given out; whether there is any."""
        others = list(self.unit.vouchers.blanks_of(reward_id))
        for record in others:
            self.unit.vouchers.put(replace(record, is_wanted=True))
        return bool(others)

    def acquaint(self, member_id: str) -> None:
        position, at = feed.position_of(self.page.head) + 1, to_micros(self.page.at)
        known = {"store_id": self.reader.store_id, "member_ids": [member_id]}
        self.unit.changes.member(*feed.acquaint(self.unit.scope, position=position, at=at, **known))  # type: ignore[arg-type]

    def told(self, vouchers: Sequence[str] = (), member_id: str | None = None, *, recalled: bool = False) -> ToldRows:
        """What was asked for as it stands now; whatever changed for it stands in an event."""
        if self.unit.changes.subjects:
            self.page.close("voucher_told", {"of": self.reader.counter_code, "vouchers": list(vouchers)})
        head = self.unit.journal.head()
        position = feed.position_of(head)
        states = States(self.unit, self.unit.members.sealer, self.reader, 0, head)
        whose = [Subject(Topic.MEMBER, member_id)] if member_id else []
        named = [*whose, *(Subject(Topic.VOUCHER, one) for one in vouchers)]
        rows: tuple[PageRow, ...] = states.rows([(one, position) for one in named])
        return ToldRows(
            position=position,
            included=Chains(self.unit.scope).included(self.reader.counter_code),
            rows=rows,
            server_ms=to_micros(self.desk.clock.now()) // 1000,
            recalled=recalled,
        )
