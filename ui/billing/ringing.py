"""Ringing up: lines put on the bill, marked, and taken off it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from app.domain.cart import CartLine
from app.services.catalogue.catalogue_records import Batch, Product
from app.services.desk import Desk
from ui.billing.intents import AddLine
from ui.billing.sale import Sale
from ui.billing.stage import Mode, Stage
from ui.errors import Tone
from ui.words import tr


class Ringing:
    def __init__(self, desk: Desk, stage: Stage, sale: Sale) -> None:
        self._desk = desk
        self._stage = stage
        self._sale = sale
        self._marked = 0

    @property
    def marked(self) -> int:
        """The line Remove would take, by its place; 0 on an empty bill."""
        return max(0, min(self._marked, len(self._sale.bill.lines) - 1))

    def mark(self, index: int) -> None:
        self._marked = index
        self._marked = self.marked
        self._stage.changed()

    def add(self, wanted: AddLine) -> None:
        line = CartLine(
            line_id=self._desk.ids.entity(),
            category=wanted.category_name,
            quantity=wanted.quantity,
            unit_price_minor=wanted.unit_price_minor,
        )
        self._stage.mode = Mode.RING
        self._marked = len(self._sale.bill.lines)
        self._sale.step(self._sale.bill.with_line(line))

    def add_product(self, product: Product, batch: Batch | None, quantity: Decimal) -> None:
        """A line of it; or more of the line that has it in the same batch at the same price."""
        item, price_minor = product.item(batch), product.price_minor(batch)
        bill = self._sale.bill
        self._stage.mode = Mode.RING
        for index, line in enumerate(bill.lines):
            if (line.item, line.unit_price_minor) == (item, price_minor):
                self._marked = index
                self._sale.step(bill.in_place(index, replace(line, quantity=line.quantity + quantity)))
                return
        line_id = self._desk.ids.entity()
        self._marked = len(bill.lines)
        added = CartLine(line_id, product.category, quantity, price_minor, product.name, item=item)
        self._sale.step(bill.with_line(added))

    def remove_marked(self) -> None:
        self._remove(self.marked)

    def remove_last(self) -> None:
        self._remove(len(self._sale.bill.lines) - 1)

    def _remove(self, index: int) -> None:
        bill = self._sale.bill
        if not bill.lines:
            self._stage.say(Tone.INFO, tr("There is no line to remove."))
            return
        line = bill.lines[index]
        self._sale.step(bill.without_line(index))
        self._stage.say(Tone.INFO, tr("Removed {item}. Ctrl+Z brings it back.", item=line.label or line.category))
