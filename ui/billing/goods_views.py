"""Rows of what was found: people and products to choose from, and the batches of one product."""

from __future__ import annotations

from collections.abc import Sequence

from app.domain.codes import mask
from app.domain.member import Holder
from app.domain.money import Currency
from app.services.catalogue.catalogue_records import Batch, Product
from ui.billing.goods import Goods
from ui.billing.wording import masked_phone
from ui.rows import ChoiceRow
from ui.words import tr


def choice_rows(found: Sequence[Holder | Product], currency: Currency) -> tuple[ChoiceRow, ...]:
    """People told apart without showing a whole number, products by their price."""
    return tuple(_product(one, currency) if isinstance(one, Product) else _person(one) for one in found)


def _person(one: Holder) -> ChoiceRow:
    known = (masked_phone(one.member.phone), mask(one.card.number) if one.card else "")
    return ChoiceRow(one.member.name, "  ·  ".join(filter(None, known)), one.member.tier)


def _product(one: Product, currency: Currency) -> ChoiceRow:
    return ChoiceRow(one.name, f"{one.category}  ·  {one.code}", currency.text(one.mrp_minor))


def batch_rows(goods: Goods, currency: Currency) -> tuple[ChoiceRow, ...]:
    """The batches of the product that is being added: those that may be sold first, nearest expiry first."""
    product = goods.product
    if product is None:
        return ()
    return tuple(_batch(product, batch, currency, goods) for batch in goods.batches)


def _batch(product: Product, batch: Batch, currency: Currency, goods: Goods) -> ChoiceRow:
    price = currency.text(product.price_minor(batch))
    if batch.expires_on is None:
        return ChoiceRow(batch.batch or tr("Without a batch"), product.name, price)
    month, is_barred = f"{batch.expires_on:%m/%Y}", product.item(batch).has_expired(goods.today)
    when = tr("Expired {month}, not for sale", month=month) if is_barred else tr("Expires {month}", month=month)
    return ChoiceRow(batch.batch or tr("Without a batch"), f"{when}  ·  {product.name}", price, is_barred)
