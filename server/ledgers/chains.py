"""Chains: how far each of a counter's has come here."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import bindparam, select, update

from app.persistence.scope import Cells, Scope
from app.persistence.statement import Statement, adding, owned
from app.services.ports import ChainPoint
from server.databases.tables.intake import chains

_OF_COUNTER = (owned(chains), chains.c.counter_code == bindparam("of_counter"))
_COLUMNS = (
    chains.c.epoch,
    chains.c.last_seq,
    chains.c.head_hash,
    chains.c.at,
    chains.c.received_at,
    chains.c.is_history,
)
_ONE = Statement(select(*_COLUMNS).where(*_OF_COUNTER, chains.c.epoch == bindparam("of_epoch")))
_LAST = Statement(select(*_COLUMNS).where(*_OF_COUNTER).order_by(chains.c.epoch.desc()).limit(1))
_ADD = adding(chains)
_MOVE = Statement(
    update(chains).where(*_OF_COUNTER, chains.c.epoch == bindparam("of_epoch")),
    sets=("last_seq", "head_hash", "at", "received_at"),
)


@dataclass(frozen=True, slots=True)
class Chain:
    """A counter's chain in one epoch: its last event here. `at` is the server's time of that, in microseconds."""

    epoch: int
    last_seq: int
    head_hash: bytes
    at: int
    received_at: int
    is_history: bool

    @property
    def point(self) -> ChainPoint:
        return ChainPoint(self.epoch, self.last_seq)


@dataclass(frozen=True, slots=True)
class Chains:
    """Of one tenant's counters."""

    scope: Scope

    def of(self, counter_code: str, epoch: int) -> Chain | None:
        return _chain(self.scope.row(_ONE, of_counter=counter_code, of_epoch=epoch))

    def included(self, counter_code: str) -> ChainPoint:
        """The last of the counter's own events that is here: the end of its highest epoch."""
        last = _chain(self.scope.row(_LAST, of_counter=counter_code))
        return last.point if last else ChainPoint(0, 0)

    def put(self, counter_code: str, chain: Chain, *, is_new: bool) -> None:
        row = {
            "last_seq": chain.last_seq,
            "head_hash": chain.head_hash,
            "at": chain.at,
            "received_at": chain.received_at,
        }
        if is_new:
            whose = {"counter_code": counter_code, "epoch": chain.epoch, "is_history": int(chain.is_history)}
            self.scope.change(_ADD, **whose, **row)
        else:
            self.scope.change(_MOVE, of_counter=counter_code, of_epoch=chain.epoch, **row)


def _chain(row: Cells | None) -> Chain | None:
    if row is None:
        return None
    epoch, last_seq, head_hash, at, received_at, is_history = row
    return Chain(epoch, last_seq, bytes(head_hash), at, received_at, bool(is_history))
