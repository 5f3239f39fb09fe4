"""Desks: the server's own counter of each tenant, called HQ, at which the verbs of a till are done."""

from __future__ import annotations

from collections.abc import Collection
from functools import partial

from app.domain.card_blocks import CardBlock
from app.domain.point_words import PLAIN, PointWords
from app.services.desk import Desk
from server.databases.database import HEAD_OFFICE
from server.identity import card_blocks, stores
from server.ledgers.store import ServerStore
from server.parts import Parts


def desk_of(parts: Parts, tenant_id: str) -> Desk:
    """For reading. Changes are made at the desk of a store the writer gives."""
    return desk_over(parts, parts.database.store(tenant_id))


def point_words(parts: Parts, tenant_id: str) -> PointWords:
    """What the tenant's programme in force calls its points."""
    desk = desk_of(parts, tenant_id)
    with desk.store.reading() as uow:
        has_rules = uow.programs.latest_version() > 0
        return PointWords.of(uow.programs.in_force(desk.instant(uow.journal.head()))) if has_rules else PLAIN


def desk_over(parts: Parts, store: ServerStore) -> Desk:
    return Desk(
        store,
        parts.clock,
        parts.ids,
        counter_code=HEAD_OFFICE,
        calendar=store.calendar,
        is_server=True,
        rate_rise_limit_percent=parts.settings.rate_rise_limit_percent,
        rate_rise_bill=parts.settings.rate_rise_bill,
        rate_max_percent=parts.settings.rate_max_percent,
        stores=partial(_stores, store),
        card_block=CardBlock(card_blocks.OWN, parts.secret.card_key(store.tenant_id)),
    )


def _stores(store: ServerStore) -> Collection[str]:
    with store.reading() as unit:
        return stores.ids(unit.scope)
