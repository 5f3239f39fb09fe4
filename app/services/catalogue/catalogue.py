"""The catalogue: what the shop sells, looked up by code and by name, and taken in from a list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from app.domain.cart import Cart
from app.domain.errors import Code, DomainError
from app.services.catalogue.catalogue_records import Product
from app.services.desk import Desk
from app.services.journal import record

_UPC_DIGITS, _EAN_DIGITS = 12, 13


@dataclass(frozen=True, slots=True)
class Outlook:
    """What taking a list in would do: products that are new, those that change (before, after), and how many stay."""

    added: tuple[Product, ...]
    changed: tuple[tuple[Product, Product], ...]
    same: int


def find(desk: Desk, code: str) -> Product | None:
    """The product with this code. A twelve-digit code and the same with a zero before it are one."""
    with desk.store.reading() as uow:
        return uow.catalogue.find(_spellings(code))


def by_name(desk: Desk, prefix: str) -> Sequence[Product]:
    with desk.store.reading() as uow:
        return uow.catalogue.by_name(prefix)


def count(desk: Desk) -> int:
    with desk.store.reading() as uow:
        return uow.catalogue.count()


def outlook(desk: Desk, products: Sequence[Product], *, with_batches: bool) -> Outlook:
    """What `take_in` would do with this list now. Nothing is written."""
    with desk.store.reading() as uow:
        known = uow.catalogue.of_each([one.code for one in products])
    added = tuple(one for one in products if one.code not in known)
    pairs = [(known[one.code], one) for one in products if one.code in known]
    changed = tuple(
        (before, after if with_batches else replace(after, batches=before.batches))
        for before, after in pairs
        if _differs(before, after, with_batches=with_batches)
    )
    return Outlook(added, changed, len(pairs) - len(changed))


def _differs(before: Product, after: Product, *, with_batches: bool) -> bool:
    if replace(before, batches=()) != replace(after, batches=()):
        return True
    return with_batches and set(before.batches) != set(after.batches)


def take_in(desk: Desk, products: Sequence[Product], *, with_batches: bool, source: str, staff: str) -> None:
    """Write products from a list, all of them or none. Those not on the list stay as they are."""
    with desk.store.writing() as uow:
        uow.catalogue.put_all(products, with_batches=with_batches)
        head = uow.journal.head()
        body = {"catalogue": desk.ids.entity(), "source": source, "products": len(products), "staff": staff}
        record(desk, uow, head, kind="catalogue", at=desk.instant(head), body=body)


def refuse_expired(cart: Cart, on: date) -> None:
    """Raise EXPIRED when a line is of a batch whose last day of sale has passed."""
    for line in cart.counted():
        if line.item is not None and line.item.has_expired(on):
            batch = f", batch {line.item.batch}," if line.item.batch else ""
            raise DomainError(
                Code.EXPIRED,
                f"{line.label or line.category}{batch} has expired and cannot be sold. Nothing was saved; "
                "take it off the bill.",
                {"line": line.line_id},
            )


def _spellings(code: str) -> Sequence[str]:
    if not code.isdigit():
        return (code,)
    if len(code) == _UPC_DIGITS:
        return (code, f"0{code}")
    return (code, code[1:]) if len(code) == _EAN_DIGITS and code.startswith("0") else (code,)
