"""Desks to test on: the real services over a real store, with a clock that moves when told and ids that count."""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from app.domain.bill import Tender
from app.domain.cart import Cart, CartLine
from app.domain.days import INDIA
from app.domain.errors import Code, DomainError
from app.domain.program import Category, Program, Redemption
from app.domain.quote import Quote, Redeem
from app.domain.tiers import Level, TierScheme
from app.persistence.engine import open_memory
from app.persistence.home import open_home
from app.persistence.keys import KeySource, StoreKeys
from app.persistence.scope import Transactions
from app.persistence.sealed import FieldSealer
from app.persistence.tables.declaring import metadata
from app.persistence.uow import SqlStore
from app.scenario.world import ScenarioClock, SequentialIds
from app.services.desk import Desk
from app.services.keeping import books
from app.services.members import adjustments, members, profiles
from app.services.members.members import Enrolment
from app.services.programs.program import publish
from app.services.returns import returns
from app.services.returns.returns import Returned
from app.services.sales import checkout
from app.services.sales.checkout import SaleRequest, Sold

STAFF = "asha"
PROGRAM = Program(
    categories={"Medicines": Category(Decimal(1)), "General": Category(Decimal(3))},
    redemption=Redemption(min_points=0),
    tiers=TierScheme((Level("Bronze"), Level("Silver", Decimal("1.25"), min_spend_minor=1000_00))),
)

LEFT, EXPIRED = 5, 6  # columns of lots

Tables = dict[str, list[tuple[Any, ...]]]


def changed(program: Program = PROGRAM, **parts: Any) -> Program:
    """The shop's program with some of its settings replaced."""
    return replace(program, **parts)


def cart(*lines: tuple[str, int]) -> Cart:
    """A cart of (category, rupees); its lines are called 1, 2, …"""
    return Cart(tuple(CartLine(str(n), kind, Decimal(1), rupees * 100) for n, (kind, rupees) in enumerate(lines, 1)))


@dataclass
class Shop:
    """One tenant's desk. Points in hundredths; amounts of carts in rupees."""

    desk: Desk
    clock: ScenarioClock = field(default_factory=ScenarioClock)

    @property
    def store(self) -> SqlStore:
        assert isinstance(self.desk.store, SqlStore)
        return self.desk.store

    def enrol(self, name: str = "Meena Iyer", **asked: Any) -> str:
        """A new member; returns their card's number."""
        holder = members.enrol(self.desk, Enrolment(name, **asked), staff=STAFF)
        assert holder.card is not None
        return holder.card.number

    def member_id(self, card: str) -> str:
        return members.find_card(self.desk, card)[0].member.member_id

    def tier(self, card: str) -> str:
        return members.find_card(self.desk, card)[0].member.tier

    def available(self, card: str) -> int:
        return profiles.profile(self.desk, self.member_id(card)).available

    def credit(self, card: str, points: int, **details: Any) -> None:
        key = self.desk.ids.entity()
        adjustments.adjust(self.desk, card, points=points, reason="credit", staff=STAFF, key=key, **details)

    def quote(self, card: str | None, *lines: tuple[str, int], redeem: Redeem = 0) -> Quote:
        return checkout.quote_sale(self.desk, SaleRequest(cart(*lines), card, redeem=redeem))

    def sell(
        self,
        card: str | None,
        *lines: tuple[str, int],
        redeem: Redeem = 0,
        key: str | None = None,
        tenders: tuple[Tender, ...] = (),
        shown: Quote | None = None,
    ) -> Sold:
        request = SaleRequest(cart(*lines), card, redeem=redeem)
        key = key or self.desk.ids.entity()
        return checkout.commit_sale(self.desk, request, key=key, staff=STAFF, tenders=tenders, shown=shown)

    def give_back(self, bill_id: str, what: int | Mapping[str, int], *, key: str | None = None) -> Returned:
        """Return rupees of a bill, or of its lines by their ids."""
        key = key or self.desk.ids.entity()
        if isinstance(what, int):
            return returns.return_amount(self.desk, bill_id, what * 100, key=key, staff=STAFF)
        amounts = {line_id: rupees * 100 for line_id, rupees in what.items()}
        return returns.return_lines(self.desk, bill_id, amounts, key=key, staff=STAFF)

    def cancel(self, bill_id: str) -> Returned:
        return returns.cancel(self.desk, bill_id, staff=STAFF)

    def wait(self, days: int = 0, **time: int) -> datetime:
        """Let time pass; returns the instant it is now."""
        self.clock.advance(self.clock.today + timedelta(days=days, **time))
        return self.clock.today

    def publish(self, program: Program) -> None:
        publish(self.desk, program, staff=STAFF)

    def tables(self) -> Tables:
        """Every row of every table, in an order of their own."""
        with self.store.transactions.reader.begin() as connection:
            return {
                table.name: sorted(map(tuple, connection.execute(select(table))), key=repr)
                for table in metadata.sorted_tables
            }

    def standing(self) -> Tables:
        """What a cancelled bill must leave as it was: lots that hold points, uses, balances, tier inputs."""
        tables = self.tables()
        lots = [row for row in tables["lots"] if row[LEFT] or row[EXPIRED]]
        return {"lots": lots, **{name: tables[name] for name in ("lot_uses", "balances", "activity")}}

    def sound(self) -> None:
        """The books hold, and making every projection again changes nothing."""
        assert books.verify(self.desk).faults == ()
        before = self.tables()
        books.rebuild(self.desk)
        assert self.tables() == before

    @contextmanager
    def refuses(self, code: Code, *, saying: str = "") -> Iterator[None]:
        """What happens inside is refused with that code, and every table stays as it was."""
        before = self.tables()
        with pytest.raises(DomainError) as refusal:
            yield
        assert (refusal.value.code, saying in refusal.value.message) == (code, True), refusal.value.message
        assert self.tables() == before


@contextmanager
def memory_shops(*tenants: str, program: Program | None = PROGRAM) -> Iterator[Sequence[Shop]]:
    """A shop for each tenant, all of them in one in-memory database; None has never published rules."""
    engines = open_memory(writers=8)
    try:
        yield [shop_on(engines, tenant, program) for tenant in tenants]
    finally:
        engines.dispose()


@contextmanager
def memory_shop(program: Program | None = PROGRAM) -> Iterator[Shop]:
    with memory_shops("shop", program=program) as (shop,):
        yield shop


def shop_on(transactions: Transactions, tenant: str, program: Program | None = PROGRAM, *, secret: bytes = b"") -> Shop:
    """A new shop; with a secret of its own, unless one is given."""
    keys = StoreKeys(secret or secrets.token_bytes(32), KeySource.FILE)
    sealer = FieldSealer(keys, tenant_id=tenant, field="phone")
    store = SqlStore(transactions, tenant, "A1", sealer)
    store.prepare()
    clock, ids = ScenarioClock(), TenantIds(tenant)
    shop = Shop(Desk(store, clock, ids), clock)
    if program is not None:
        shop.publish(program)
    return shop


class TenantIds(SequentialIds):
    """Ids that also differ between tenants, as random ones would."""

    def __init__(self, tenant: str) -> None:
        super().__init__()
        self.tenant = tenant

    def entity(self) -> str:
        return f"{self.tenant}-{super().entity()}"


@contextmanager
def file_shop(file: Path, program: Program | None = None) -> Iterator[Shop]:
    """A shop on an encrypted data file; `program` is published in a new one."""
    clock = ScenarioClock()
    with open_home(file, tenant_id="shop", counter_code="A1", calendar=INDIA) as home:
        shop = Shop(Desk(home.store, clock, SequentialIds()), clock)
        if program is not None:
            shop.publish(program)
        yield shop
