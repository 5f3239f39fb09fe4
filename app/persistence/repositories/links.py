"""The link: how this counter stands with its server, and what it has let cards overdraw meanwhile."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import and_, bindparam, case, delete, func, or_, select

from app.domain.card_blocks import CardBlock
from app.domain.lease import Floor
from app.persistence.scope import Cells, Scope
from app.persistence.statement import Statement, adding, owned
from app.persistence.tables.chain import floor_spends, links
from app.services.ports import Bond, ChainPoint, Link
from app.services.records import from_micros, optional_micros

_COLUMNS = tuple(column for column in links.c if column.name != "tenant_id")
_ONE = Statement(select(*_COLUMNS).where(owned(links)))
_REMOVE = Statement(delete(links).where(owned(links)))
_ADD = adding(links)

_USED = Statement(
    select(
        func.coalesce(
            func.sum(case((floor_spends.c.member_id == bindparam("of_member"), floor_spends.c.points), else_=0)), 0
        ),
        func.coalesce(func.sum(floor_spends.c.points), 0),
    ).where(owned(floor_spends))
)
_USE = adding(floor_spends)
_CLEAR = Statement(
    delete(floor_spends).where(
        owned(floor_spends),
        or_(
            floor_spends.c.epoch < bindparam("told_epoch"),
            and_(floor_spends.c.epoch == bindparam("told_epoch"), floor_spends.c.seq <= bindparam("told_seq")),
        ),
    )
)


@dataclass(frozen=True, slots=True)
class SqlLinks:
    scope: Scope

    def get(self) -> Link | None:
        row = self.scope.row(_ONE)
        return None if row is None else _link(row)

    def put(self, link: Link) -> None:
        self.scope.change(_REMOVE)
        self.scope.change(_ADD, **_link_row(link))

    def floor_used(self, member_id: str) -> tuple[int, int]:
        row = self.scope.row(_USED, of_member=member_id)
        assert row is not None, "a sum always has a row"
        return int(row[0]), int(row[1])

    def use_floor(self, member_id: str, points: int, *, at: ChainPoint) -> None:
        self.scope.change(_USE, member_id=member_id, epoch=at.epoch, seq=at.seq, points=points)

    def clear_floor(self, told: ChainPoint) -> None:
        self.scope.change(_CLEAR, told_epoch=told.epoch, told_seq=told.seq)


def _link_row(link: Link) -> dict[str, Any]:
    return {
        "server_url": link.server_url,
        "server_tenant_id": link.tenant_id,
        "store_id": link.store_id,
        "store_name": link.store_name,
        "client_id": link.client_id,
        "audience": link.audience,
        "private_key": link.private_key,
        "bond": link.bond.value,
        "position": link.position,
        "acked_epoch": link.acked.epoch,
        "acked_seq": link.acked.seq,
        "told_epoch": link.told.epoch,
        "told_seq": link.told.seq,
        "leases_since": link.leases_since,
        "contact_at": optional_micros(link.contact_at),
        "contact_clock_at": optional_micros(link.contact_clock_at),
        "offset_ms": link.offset_ms,
        "floor_card": link.floor.card,
        "floor_counter": link.floor.counter,
        "server_key": link.server_key or None,
        "seen": link.seen,
        "card_block": link.card_block.number if link.card_block else None,
        "card_key": link.card_block.key if link.card_block else None,
        "protocol": link.protocol,
        "next_key": link.next_key or None,
        "former_key": link.former_key or None,
        "key_since": optional_micros(link.key_since),
    }


def _link(row: Cells) -> Link:
    url, tenant, store, store_name, client, audience, key, bond, position, *points, since = row[:14]
    acked_epoch, acked_seq, told_epoch, told_seq = points
    contact, contact_clock, offset, card, counter, server_key, seen, block, block_key, protocol = row[14:24]
    next_key, former_key, key_since = row[24:]
    return Link(
        server_url=url,
        tenant_id=tenant,
        store_id=store,
        store_name=store_name,
        client_id=client,
        audience=audience,
        private_key=key,
        bond=Bond(bond),
        position=position,
        acked=ChainPoint(acked_epoch, acked_seq),
        told=ChainPoint(told_epoch, told_seq),
        leases_since=since,
        contact_at=_optional_instant(contact),
        contact_clock_at=_optional_instant(contact_clock),
        offset_ms=offset,
        floor=Floor(card, counter),
        server_key=server_key or b"",
        seen=seen or 0,
        card_block=None if block is None else CardBlock(block, block_key),
        protocol=protocol or 1,
        next_key=next_key or b"",
        former_key=former_key or b"",
        key_since=_optional_instant(key_since),
    )


def _optional_instant(micros: int | None) -> datetime | None:
    return None if micros is None else from_micros(micros)
