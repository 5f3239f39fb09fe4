"""The counter's decisions: what every key does. No widgets; the page shows the state this makes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from app.domain.member import Holder
from app.domain.program import Program
from app.domain.quote import MAX
from ui.actions import Do
from ui.billing.entering import Entering
from ui.billing.openbill import BLANK
from ui.billing.parts import Box, Parts
from ui.billing.presence import Presence
from ui.billing.showing import counter_state
from ui.billing.stage import Mode
from ui.billing.state import CounterState
from ui.billing.tendering import Way
from ui.billing.wording import no_points
from ui.context import CounterContext
from ui.errors import Tone
from ui.words import tr
from ui.work import Work


class View(Box, Protocol):
    """What the presenter asks of the page."""

    def show_state(self, state: CounterState) -> None: ...
    def copied(self) -> str:
        """What was copied in another program, as text."""


class Counter(Parts):
    """One counter: a bill being rung up, and everything done to it. What comes in by words or a scan is `entering`."""

    def __init__(self, context: CounterContext, work: Work, view: View, program: Program) -> None:
        super().__init__(
            context,
            work,
            program,
            show=self._show,
            put_back=lambda text: self.entering.put_back(text),
            add=lambda code: self.entering.add(code),
        )
        self._context = context
        self._view = view
        self.entering = Entering(self, view, lambda do: self._commands[do](), is_companion=context.is_companion)
        self._presence = Presence(context.line)
        self._commands = self._bound()

    def _bound(self) -> dict[Do, Callable[[], None]]:
        settled, saved = self.stage.when_settled, self.stage.when_saved
        return {
            Do.BACK: self._back,
            Do.FOCUS_BOX: self._view.focus_box,
            Do.CUSTOMER: lambda: settled(self._customer),
            Do.HOLD: lambda: settled(self.shelf.hold),
            Do.RECALL: lambda: saved(self.shelf.show),
            Do.TAKE_ARRIVED: lambda: settled(self.shelf.take_arrived),
            Do.PASTE_TOTALS: lambda: settled(lambda: self.arriving.paste(self._view.copied())),
            Do.REDEEM: lambda: settled(self._redeem),
            Do.CHOOSE_POINTS: lambda: settled(self._choose_points),
            Do.TAKE_PART: lambda: settled(self.taking_part.begin),
            Do.PAY: lambda: saved(self._open_payment),
            Do.FINISH: lambda: settled(self._finish),
            Do.CONFIRM: lambda: settled(self._confirm),
            Do.REMOVE: lambda: saved(self.ringing.remove_marked),
            Do.UNDO: lambda: saved(self._undo),
            Do.REDO: lambda: saved(self._redo),
            Do.DISCARD: lambda: saved(self._discard),
            Do.WHY: lambda: settled(self._why),
            Do.REPRINT: lambda: saved(self.till.reprint),
            Do.LINE_ABOVE: lambda: self.ringing.mark(self.ringing.marked - 1),
            Do.LINE_BELOW: lambda: self.ringing.mark(self.ringing.marked + 1),
            Do.CASH: lambda: self.till.choose(Way.CASH),
            Do.UPI: lambda: self.till.choose(Way.UPI),
            Do.CARD: lambda: self.till.choose(Way.CARD),
            Do.VOUCHER: lambda: self.till.choose(Way.VOUCHER),
            Do.SPLIT: lambda: self.till.choose(Way.SPLIT),
            Do.DETACH: lambda: saved(self._detach),
        }

    def start(self) -> None:
        self.shelf.count()
        self._show()

    def do(self, what: Do) -> None:
        """Carry a command out, now or when the facts it needs are here."""
        if what not in _ANSWERS:
            self.quiet()
        self._commands[what]()

    def attach(self, holder: Holder) -> None:
        """Put a member on the bill who has just been enrolled, or found while enrolling."""
        self.quiet()
        self.stage.when_saved(lambda: self.finder.take(holder))

    def member_changed(self, member_id: str) -> None:
        """Sync has learned something about a member; if it is their bill, it is looked at again."""
        self.stage.when_saved(lambda: self.finder.look_again(member_id))

    def rules_changed(self, program: Program) -> None:
        """Points are called otherwise now: what stands of this bill is said anew, and comes to what it comes to."""
        self.stage.when_saved(lambda: self.sale.price_by(program))

    def leave(self) -> None:
        """The counter closes: no card is here any more."""
        self._presence.follow(None)

    def _redeem(self) -> None:
        bill = self.sale.bill
        if bill.profile is None:
            self.stage.say(Tone.INFO, tr("No card on this bill. Scan one first; then F8 uses its points."))
        elif bill.redeem:
            self.sale.step(bill.redeeming(0))
        elif self.sale.quote is not None and not self.sale.quote.limits.max_points:
            self.stage.say(Tone.INFO, no_points(self.sale.quote, self.sale.program))
        else:
            self.sale.step(bill.redeeming(MAX))

    def _choose_points(self) -> None:
        """How many points pay for this bill; once more, or without a bill, what they can be changed for."""
        is_over = self.stage.mode is Mode.POINTS or not self.sale.bill.lines
        if is_over and self.sale.bill.profile is not None:
            self.rewards.open()
        else:
            self.points.open()

    def _customer(self) -> None:
        if self.finder.offered is not None:
            self.finder.accept_offer()
        elif self.sale.bill.profile is None or self.stage.mode is Mode.CUSTOMER:
            self.stage.turn(Mode.FIND)
            self._view.focus_box()
        else:
            self.stage.turn(Mode.CUSTOMER)

    def _detach(self) -> None:
        self.stage.mode = Mode.RING
        self.sale.step(self.sale.bill.detached())
        self.stage.say(Tone.INFO, tr("The card is off this bill. Ctrl+Z puts it back."))

    def _confirm(self) -> None:
        if self.stage.mode is Mode.PAY:
            self.till.take()
        elif self.stage.mode is Mode.POINTS:
            self.points.use()
        elif self.sale.bill.lines:
            self.till.open()

    def _open_payment(self) -> None:
        if self.sale.bill.lines:
            self.till.open()
        else:
            self.stage.say(Tone.INFO, tr("Nothing to pay yet. Type an amount to add an item."))

    def _finish(self) -> None:
        if self.sale.bill.lines:
            self.till.take_exact_cash()
        else:
            self.stage.say(Tone.INFO, tr("Nothing to finish yet. Type an amount to add an item."))

    def _undo(self) -> None:
        if not self.sale.undo():
            self.stage.say(Tone.INFO, tr("Nothing to undo on this bill."))

    def _redo(self) -> None:
        if not self.sale.redo():
            self.stage.say(Tone.INFO, tr("Nothing to do again."))

    def _discard(self) -> None:
        if self.sale.bill != BLANK:
            self.stage.mode = Mode.RING
            self.shelf.void()
            self.sale.step(BLANK)
            self.stage.say(Tone.INFO, tr("Bill discarded. Ctrl+Z brings it back."))

    def _why(self) -> None:
        if self.sale.quote is None:
            self.stage.say(Tone.INFO, tr("Add an item first; then ? explains its points."))
        else:
            self.stage.turn(Mode.WHY)

    def _back(self) -> None:
        """Esc: one step back, and never a bill lost."""
        self.till.without_card = None
        if self.finder.offered is not None:
            self.finder.decline_offer()
        elif self.prompt.text:
            self._view.set_box("")
        elif self.stage.mode is not Mode.RING:
            self.stage.turn(Mode.RING)
        else:
            self.stage.hush()

    def _show(self) -> None:
        self._presence.follow(self.sale.bill.member_id)
        self._view.show_state(counter_state(self, self._context.desk.calendar))


# These answer the strip, or leave it standing.
_ANSWERS = {Do.BACK, Do.CUSTOMER, Do.FOCUS_BOX, Do.LINE_ABOVE, Do.LINE_BELOW}
