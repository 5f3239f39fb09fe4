"""The catalogue: products found by code or by the beginning of their name, and their batches."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import bindparam, delete, func, select

from app.persistence.each_of import among, listed
from app.persistence.repositories.member_rows import name_key
from app.persistence.repositories.members import HIGHEST
from app.persistence.scope import Cells, Scope
from app.persistence.statement import Statement, adding, owned
from app.persistence.tables.goods import batches, products
from app.services.catalogue.catalogue_records import Batch, Product
from app.services.ports import FOUND_MAX

_PRODUCT = (
    products.c.code,
    products.c.name,
    products.c.category,
    products.c.mrp_minor,
    products.c.hsn,
    products.c.gst_percent,
)
_ONE = Statement(select(*_PRODUCT).where(owned(products), among(products.c.code, "of_codes")).limit(1))
_EACH = Statement(select(*_PRODUCT).where(owned(products), among(products.c.code, "of_codes")))
_BY_NAME = Statement(
    select(*_PRODUCT)
    .where(owned(products), products.c.name_key >= bindparam("from_key"), products.c.name_key < bindparam("until_key"))
    .order_by(products.c.name_key)
    .limit(FOUND_MAX)
)
_BATCH = (batches.c.batch, batches.c.expires_on, batches.c.mrp_minor)
_SOONEST_FIRST = (batches.c.expires_on.is_(None), batches.c.expires_on, batches.c.batch)
_BATCHES_OF = Statement(
    select(*_BATCH).where(owned(batches), batches.c.code == bindparam("of_code")).order_by(*_SOONEST_FIRST)
)
_BATCHES_OF_EACH = Statement(
    select(batches.c.code, *_BATCH)
    .where(owned(batches), among(batches.c.code, "of_codes"))
    .order_by(batches.c.code, *_SOONEST_FIRST)
)
_COUNT = Statement(select(func.count()).select_from(products).where(owned(products)))
_FORGET = Statement(delete(products).where(owned(products), products.c.code == bindparam("of_code")))
_FORGET_BATCHES = Statement(delete(batches).where(owned(batches), batches.c.code == bindparam("of_code")))
_ADD, _ADD_BATCH = adding(products), adding(batches)


@dataclass(frozen=True, slots=True)
class SqlCatalogue:
    scope: Scope

    def find(self, codes: Sequence[str]) -> Product | None:
        row = self.scope.row(_ONE, of_codes=listed(codes))
        if row is None:
            return None
        found = self.scope.rows(_BATCHES_OF, of_code=row[0])
        return _product(row, tuple(map(_batch, found)))

    def of_each(self, codes: Sequence[str]) -> Mapping[str, Product]:
        wanted = listed(codes)
        kept: dict[str, list[Batch]] = {}
        for code, *batch in self.scope.rows(_BATCHES_OF_EACH, of_codes=wanted):
            kept.setdefault(code, []).append(_batch(tuple(batch)))
        rows = self.scope.rows(_EACH, of_codes=wanted)
        return {row[0]: _product(row, tuple(kept.get(row[0], ()))) for row in rows}

    def by_name(self, prefix: str) -> Sequence[Product]:
        key = name_key(prefix)
        return [_product(row) for row in self.scope.rows(_BY_NAME, from_key=key, until_key=key + HIGHEST)]

    def put_all(self, products: Sequence[Product], *, with_batches: bool) -> None:
        named = [{"of_code": one.code} for one in products]
        self.scope.change_each(_FORGET, named)
        self.scope.change_each(_ADD, [_product_row(one) for one in products])
        if with_batches:
            self.scope.change_each(_FORGET_BATCHES, named)
            self.scope.change_each(_ADD_BATCH, [_batch_row(one, batch) for one in products for batch in one.batches])

    def count(self) -> int:
        counted: int = self.scope.scalar(_COUNT)
        return counted


def _product(row: Cells, kept: tuple[Batch, ...] = ()) -> Product:
    code, name, category, mrp_minor, hsn, gst_percent = row
    percent = None if gst_percent is None else Decimal(gst_percent)
    return Product(code, name, category, mrp_minor, hsn, percent, kept)


def _batch(row: Cells) -> Batch:
    batch, expires_on, mrp_minor = row
    return Batch(batch, None if expires_on is None else date.fromisoformat(expires_on), mrp_minor)


def _product_row(product: Product) -> dict[str, Any]:
    return {
        "code": product.code,
        "name": product.name,
        "name_key": name_key(product.name),
        "category": product.category,
        "hsn": product.hsn,
        "gst_percent": None if product.gst_percent is None else str(product.gst_percent),
        "mrp_minor": product.mrp_minor,
    }


def _batch_row(product: Product, batch: Batch) -> dict[str, Any]:
    return {
        "code": product.code,
        "batch": batch.batch,
        "expires_on": batch.expires_on.isoformat() if batch.expires_on else None,
        "mrp_minor": batch.mrp_minor,
    }
