"""Vouchers as rows: where each stands, and its moves, which are only ever added."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from operator import attrgetter

from sqlalchemy import bindparam, delete, func, or_, select, update

from app.domain.vouchers import MoveKind, Voucher, VoucherMove, VoucherStatus
from app.persistence.scope import Cells, Scope
from app.persistence.statement import Statement, adding, owned
from app.persistence.tables.members import members
from app.persistence.tables.vouchers import voucher_moves, vouchers
from app.services.plain import dumps, loads
from app.services.ports import ChainPoint
from app.services.records import from_micros, optional_micros, to_micros
from app.services.rewards.voucher_records import BLANK, LIVE, VoucherRecord

_V, _M = vouchers.c, voucher_moves.c
_COLUMNS = (
    _V.voucher_id,
    _V.reward_id,
    _V.status,
    _V.used_for,
    _V.facts,
    _V.holder,
    _V.holder_epoch,
    _V.wanted,
    _V.position,
    _V.touched_epoch,
    _V.touched_seq,
)
_EVERY = select(*_COLUMNS).where(owned(vouchers))
_THIS = (owned(vouchers), _V.voucher_id == bindparam("of_voucher"))
_ONE = Statement(_EVERY.where(_V.voucher_id == bindparam("of_voucher")))
_BY_CODE = Statement(_EVERY.where(_V.code == bindparam("of_code")))
_OF_MEMBER = Statement(_EVERY.where(_V.member_id == bindparam("of_member")))
_ABSORBED = Statement(
    select(members.c.member_id)
    .where(owned(members), members.c.merged_into == bindparam("of_member"))
    .order_by(members.c.member_id)
)
_USED_FOR = Statement(_EVERY.where(_V.used_for == bindparam("of_cause")))
_ISSUED = Statement(_EVERY.where(_V.status != BLANK))
_DUE = Statement(
    _EVERY.where(_V.status == VoucherStatus.PENDING.value, _V.expires_at <= bindparam("at_instant")).limit(
        bindparam("most")
    )
)
_HELD = Statement(
    _EVERY.where(
        _V.holder == bindparam("of_counter"), or_(_V.status == BLANK, _V.status == VoucherStatus.PENDING.value)
    )
)
_BLANKS = Statement(_EVERY.where(_V.reward_id == bindparam("of_reward"), _V.status == BLANK))
_OF_REWARD = Statement(_EVERY.where(_V.reward_id == bindparam("of_reward"), _V.status != BLANK))
_OUT = Statement(
    select(func.count()).where(
        owned(vouchers), _V.reward_id == bindparam("of_reward"), or_(*(_V.status == one for one in (BLANK, *LIVE)))
    )
)
_id = attrgetter("voucher_id")
_REMOVE, _ADD = Statement(delete(vouchers).where(*_THIS)), adding(vouchers)
_FORGET_POSITIONS = Statement(update(vouchers).where(owned(vouchers)), sets=("position",))
_MOVED = select(_M.voucher_id, _M.kind, _M.cause, _M.occurred_at, _M.staff, _M.minor).where(owned(voucher_moves))
_MOVES = _MOVED.order_by(_M.voucher_id, _M.move_no)
_MOVES_OF = Statement(_MOVES.where(_M.voucher_id == bindparam("of_voucher")))
_SPENT_ON = Statement(_MOVED.where(_M.cause == bindparam("of_cause"), _M.kind == MoveKind.SPENT.value))
_EVERY_MOVE = Statement(_MOVES)
_LAST_MOVE = Statement(
    select(func.max(_M.move_no)).where(owned(voucher_moves), _M.voucher_id == bindparam("of_voucher"))
)
_ADD_MOVE = adding(voucher_moves)


@dataclass(frozen=True, slots=True)
class SqlVouchers:
    scope: Scope

    def get(self, voucher_id: str) -> VoucherRecord | None:
        row = self.scope.row(_ONE, of_voucher=voucher_id)
        return None if row is None else _record(row)

    def by_code(self, code: str) -> VoucherRecord | None:
        row = self.scope.row(_BY_CODE, of_code=code)
        return None if row is None else _record(row)

    def of_member(self, member_id: str) -> Sequence[VoucherRecord]:
        absorbed = [row[0] for row in self.scope.rows(_ABSORBED, of_member=member_id)]
        own = [_record(row) for row in self.scope.rows(_OF_MEMBER, of_member=member_id)]
        found = [*own, *(one for other in absorbed for one in self.of_member(other))]
        return sorted(found, key=_id)

    def used_for(self, cause: str) -> Sequence[VoucherRecord]:
        return [_record(row) for row in self.scope.rows(_USED_FOR, of_cause=cause)]

    def every(self) -> Sequence[VoucherRecord]:
        return sorted((_record(row) for row in self.scope.rows(_ISSUED)), key=_id)

    def due(self, at: datetime, *, limit: int) -> Sequence[VoucherRecord]:
        return [_record(row) for row in self.scope.rows(_DUE, at_instant=to_micros(at), most=limit)]

    def held_by(self, counter_code: str) -> Sequence[VoucherRecord]:
        return sorted((_record(row) for row in self.scope.rows(_HELD, of_counter=counter_code)), key=_id)

    def blanks_of(self, reward_id: str) -> Sequence[VoucherRecord]:
        return sorted((_record(row) for row in self.scope.rows(_BLANKS, of_reward=reward_id)), key=_id)

    def of_reward(self, reward_id: str) -> Sequence[VoucherRecord]:
        return sorted((_record(row) for row in self.scope.rows(_OF_REWARD, of_reward=reward_id)), key=_id)

    def out(self, reward_id: str) -> int:
        count: int = self.scope.scalar(_OUT, of_reward=reward_id)
        return count

    def put(self, record: VoucherRecord) -> None:
        voucher = record.voucher
        self.drop(record.voucher_id)
        self.scope.change(
            _ADD,
            voucher_id=record.voucher_id,
            reward_id=record.reward_id,
            status=record.status,
            used_for=record.used_for,
            member_id=voucher.member_id if voucher else None,
            code=voucher.code if voucher else None,
            expires_at=optional_micros(voucher.expires_at) if voucher else None,
            facts=dumps(voucher) if voucher else None,
            holder=record.holder,
            holder_epoch=record.holder_epoch,
            wanted=int(record.is_wanted),
            position=record.position,
            touched_epoch=record.touched.epoch,
            touched_seq=record.touched.seq,
        )

    def drop(self, voucher_id: str) -> None:
        self.scope.change(_REMOVE, of_voucher=voucher_id)

    def forget_positions(self) -> None:
        self.scope.change(_FORGET_POSITIONS, position=0)

    def add_move(self, move: VoucherMove) -> None:
        last: int | None = self.scope.scalar(_LAST_MOVE, of_voucher=move.voucher_id)
        self.scope.change(
            _ADD_MOVE,
            voucher_id=move.voucher_id,
            move_no=(last or 0) + 1,
            kind=move.kind.value,
            cause=move.cause,
            occurred_at=to_micros(move.at),
            staff=move.staff,
            minor=move.minor,
        )

    def moves(self, voucher_id: str) -> Sequence[VoucherMove]:
        return [_move(row) for row in self.scope.rows(_MOVES_OF, of_voucher=voucher_id)]

    def spent_on(self, bill_id: str) -> Sequence[VoucherMove]:
        return [_move(row) for row in self.scope.rows(_SPENT_ON, of_cause=bill_id)]

    def every_move(self) -> Iterator[VoucherMove]:
        return map(_move, self.scope.rows(_EVERY_MOVE))


def _record(row: Cells) -> VoucherRecord:
    voucher_id, reward_id, status, used_for, facts, holder, holder_epoch, wanted, position, epoch, seq = row
    return VoucherRecord(
        voucher_id=voucher_id,
        reward_id=reward_id,
        status=status,
        used_for=used_for,
        voucher=None if facts is None else loads(Voucher, facts),
        holder=holder,
        holder_epoch=holder_epoch,
        is_wanted=bool(wanted),
        position=position,
        touched=ChainPoint(epoch, seq),
    )


def _move(row: Cells) -> VoucherMove:
    voucher_id, kind, cause, occurred_at, staff, minor = row
    return VoucherMove(voucher_id, MoveKind(kind), cause, from_micros(occurred_at), staff, minor or 0)
