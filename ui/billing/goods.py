"""Goods: from a scanned or named product to a line of the bill, batch by batch."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from app.services.catalogue import catalogue
from app.services.catalogue.catalogue_records import Batch, Product
from app.services.desk import Desk
from ui.billing.ringing import Ringing
from ui.billing.stage import GOODS, Mode, Stage
from ui.billing.wording import choose_batch_first, has_expired
from ui.errors import Tone
from ui.work import Work


@dataclass(frozen=True, slots=True)
class Wanted:
    """A product asked for by its code; `missing` is called when there is none."""

    code: str
    quantity: Decimal
    missing: Callable[[], None]


class Goods:
    """`product` is the one whose batch is being chosen, `batches` what can be chosen, the sellable ones first.

    Scans are settled one after another, in their order: none is lost to a faster one.
    """

    def __init__(self, desk: Desk, work: Work, stage: Stage, ringing: Ringing) -> None:
        self.product: Product | None = None
        self.batches: tuple[Batch, ...] = ()
        self._desk = desk
        self._work = work
        self._stage = stage
        self._ringing = ringing
        self._waiting: deque[Wanted] = deque()
        self._quantity = Decimal(1)
        self._is_looking = False

    @property
    def today(self) -> date:
        return self._desk.calendar.day_of(self._desk.clock.now())

    def ask(self, wanted: Wanted) -> None:
        """Add it, or have its batch chosen. While another's batch is being chosen it waits."""
        self._waiting.append(wanted)
        if self._stage.mode is Mode.BATCH and self.product is not None:
            self._stage.say(Tone.INFO, choose_batch_first(self.product))
        else:
            self._next()

    def choose(self, index: int) -> None:
        """Add the product in one of its batches; one that has expired is not sold."""
        product, batch = self.product, self.batches[index]
        assert product is not None, "a batch is chosen of something"
        if product.item(batch).has_expired(self.today):
            self._stage.say(Tone.BAD, has_expired(product, batch))
            return
        self.product, self.batches = None, ()
        self._ringing.add_product(product, batch, self._quantity)
        self._next()

    def _next(self) -> None:
        if self._is_looking or not self._waiting:
            return
        wanted = self._waiting.popleft()
        self._is_looking = True
        self._stage.awaiting(GOODS)
        self._work.read(
            lambda: catalogue.find(self._desk, wanted.code), lambda found: self._settle(wanted, found), self._refuse
        )

    def _settle(self, wanted: Wanted, product: Product | None) -> None:
        self._is_looking = False
        if product is None:
            wanted.missing()
        else:
            self._take(product, wanted.quantity)
        self._stage.arrived(GOODS)
        if self._stage.mode is not Mode.BATCH:
            self._next()

    def _take(self, product: Product, quantity: Decimal) -> None:
        sellable = [one for one in product.batches if not product.item(one).has_expired(self.today)]
        if not product.batches:
            self._ringing.add_product(product, None, quantity)
        elif not sellable:
            self._stage.interrupt(Tone.BAD, has_expired(product, product.batches[-1]))
        elif len(product.batches) == 1:
            self._ringing.add_product(product, sellable[0], quantity)
        else:
            expired = [one for one in product.batches if one not in sellable]
            self.product, self.batches, self._quantity = product, (*sellable, *expired), quantity
            self._stage.turn(Mode.BATCH)

    def _refuse(self, error: Exception) -> None:
        self._is_looking = False
        self._stage.refuse(error)
        self._stage.arrived(GOODS)
