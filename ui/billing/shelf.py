"""The shelf: bills set aside and taken back."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from app.services.ports import HeldBill
from app.services.sales import carts
from app.services.sales.arrivals import has_arrived
from ui.billing.finding import Finder
from ui.billing.openbill import OpenBill
from ui.billing.sale import Sale
from ui.billing.stage import SAVED, Mode, Stage
from ui.billing.wording import hold_label
from ui.context import CounterContext
from ui.errors import Tone
from ui.words import tr
from ui.work import Topic, Work


class Shelf:
    """`held` is what was on hold when it was last looked at; `on_count` hears how many of them came by themselves."""

    def __init__(self, context: CounterContext, work: Work, stage: Stage, sale: Sale, finder: Finder) -> None:
        self.held: Sequence[HeldBill] = ()
        self.on_count: Callable[[int], None] = lambda _: None
        self._desk = context.desk
        self._session = context.session
        self._work = work
        self._stage = stage
        self._sale = sale
        self._finder = finder

    def hold(self) -> None:
        if self._sale.bill.lines:
            self._put(self._on_hold, self._refuse)
        else:
            self._stage.say(Tone.INFO, tr("Nothing to hold: this bill has no items yet."))

    def keep(self, kept: Callable[[], None], refused: Callable[[], None]) -> None:
        """Set the open bill aside because the counter is closing."""

        def refuse(error: Exception) -> None:
            self._refuse(error)
            refused()

        if self._sale.bill.lines:
            self._put(lambda _: kept(), refuse)
        else:
            kept()

    def void(self) -> None:
        """Note that the open bill is put away unpaid, if anything was rung up on it."""
        bill = self._sale.bill
        if bill.lines:
            self._work.write(
                lambda: carts.void(self._desk, cart=bill.cart, member_id=bill.member_id, staff=self._session.staff),
                lambda _: None,
                self._stage.refuse,
                changes=Topic.BILLS,
            )

    def show(self) -> None:
        """List the bills on hold."""
        self._work.latest("held", lambda: carts.held(self._desk), self._list, self._stage.refuse)

    def count(self) -> None:
        self._work.latest("held", lambda: carts.held(self._desk), self._remember, self._stage.refuse)

    def take_arrived(self) -> None:
        """Take the bill that has waited longest of those another program sent, unless one is open."""
        arrived = [index for index, one in enumerate(self.held) if has_arrived(one)]
        if arrived:
            self.recall(arrived[0])
        else:
            self._stage.say(Tone.INFO, tr("No bill of the other program waits here."))

    def recall(self, index: int) -> None:
        """Take a bill off hold, unless another is open."""
        if self._sale.bill.lines:
            self._stage.say(Tone.WARN, tr("A bill is open. Hold it with F4 or finish it, then take this one back."))
            return
        wanted = self.held[index].held_id
        self._stage.awaiting(SAVED)
        self._work.write(lambda: carts.recall(self._desk, wanted), self._take_back, self._refuse, changes=Topic.HELD)

    def _put(self, then: Callable[[HeldBill], None], refused: Callable[[Exception], None]) -> None:
        bill = self._sale.bill
        label = hold_label(bill.profile, len(bill.lines))
        self._stage.awaiting(SAVED)
        self._work.write(
            lambda: carts.hold(
                self._desk,
                cart=bill.cart,
                member_id=bill.member_id,
                label=label,
                redeem=bill.redeem,
                is_typed=bill.is_typed,
            ),
            then,
            refused,
            changes=Topic.HELD,
        )

    def _on_hold(self, held: HeldBill) -> None:
        self._sale.start_over()
        self._stage.say(Tone.GOOD, tr("On hold: {label}. F5 takes it back.", label=held.label))
        self._stage.arrived(SAVED)

    def _take_back(self, held: HeldBill) -> None:
        self._stage.mode = Mode.RING
        # A card that was scanned first is for the bill that comes; a bill on hold is somebody else's.
        profile = self._sale.bill.profile if has_arrived(held) else None
        cart = held.cart
        self._sale.start_over(OpenBill(lines=cart.lines, discount=cart.discount, profile=profile, voucher=cart.voucher))
        if held.member_id is not None:
            self._finder.find_member(held.member_id, redeem=held.redeem, is_typed=held.is_typed)
        self._stage.arrived(SAVED)

    def _refuse(self, error: Exception) -> None:
        self._stage.refuse(error)
        self._stage.arrived(SAVED)

    def _list(self, held: Sequence[HeldBill]) -> None:
        self._know(held)
        if held:
            self._stage.turn(Mode.HELD)
        else:
            self._stage.say(Tone.INFO, tr("No bill is on hold. F4 sets the open one aside."))

    def _remember(self, held: Sequence[HeldBill]) -> None:
        self._know(held)
        self._stage.changed()

    def _know(self, held: Sequence[HeldBill]) -> None:
        self.held = held
        self.on_count(sum(map(has_arrived, held)))
