"""What the catalogue holds: products with their batches, and the port to where they are kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Protocol

from app.domain.item import Item


@dataclass(frozen=True, slots=True)
class Batch:
    """One lot of a medicine on the shelf; without an MRP of its own it has the product's."""

    batch: str
    expires_on: date | None = None
    mrp_minor: int | None = None


@dataclass(frozen=True, slots=True)
class Product:
    """Something the shop sells. `code` is its EAN or the shop's own; `mrp_minor` has the tax in it."""

    code: str
    name: str
    category: str
    mrp_minor: int
    hsn: str = ""
    gst_percent: Decimal | None = None
    batches: tuple[Batch, ...] = ()

    def price_minor(self, batch: Batch | None) -> int:
        return self.mrp_minor if batch is None or batch.mrp_minor is None else batch.mrp_minor

    def item(self, batch: Batch | None) -> Item:
        """What stays with a line of it."""
        if batch is None:
            return Item(self.code, self.hsn, gst_percent=self.gst_percent)
        return Item(self.code, self.hsn, batch.batch, batch.expires_on, self.gst_percent)


class Catalogue(Protocol):
    def find(self, codes: Sequence[str]) -> Product | None:
        """The product of one of these codes, its batches by their last day of sale, those without one last."""

    def of_each(self, codes: Sequence[str]) -> Mapping[str, Product]:
        """By code, those of them that are known exactly so, each with its batches as `find` orders them."""

    def by_name(self, prefix: str) -> Sequence[Product]:
        """Products whose name starts so, case folded, in name order, without their batches; at most FOUND_MAX."""

    def put_all(self, products: Sequence[Product], *, with_batches: bool) -> None:
        """Write products as they are given, whatever stood here; their batches too, or leave those as they are."""

    def count(self) -> int: ...
