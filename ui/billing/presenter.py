"""The counter's decisions: what every key, scan and word does. No widgets; the page shows the state this makes."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Protocol

from app.domain.bill import Bill
from app.domain.codes import Code, CodeKind, classify
from app.domain.member import Holder
from app.domain.program import Program
from app.domain.quote import MAX
from ui.actions import Do
from ui.billing import views
from ui.billing.arriving import Arriving
from ui.billing.discounts import Discounts
from ui.billing.finding import Finder
from ui.billing.goods import Goods, Wanted
from ui.billing.goods_views import batch_rows, choice_rows
from ui.billing.intents import (
    AddLine,
    Discount,
    FindBill,
    FindCard,
    FindLastFour,
    FindName,
    FindPhone,
    FindProduct,
    Incomplete,
    Intent,
    Pay,
    RemoveLast,
    ToggleRedeem,
    Wrong,
)
from ui.billing.openbill import BLANK
from ui.billing.paying import Till
from ui.billing.points_choice import PointsChoice
from ui.billing.presence import Presence
from ui.billing.prompt import Prompt, times_typed
from ui.billing.ringing import Ringing
from ui.billing.sale import Sale
from ui.billing.shelf import Shelf
from ui.billing.stage import Mode, Stage
from ui.billing.state import CounterState
from ui.billing.tendering import Way
from ui.billing.wording import no_points, no_products, not_ours
from ui.context import CounterContext
from ui.errors import Tone
from ui.words import tr
from ui.work import Work


class View(Protocol):
    """What the presenter asks of the page."""

    def show_state(self, state: CounterState) -> None: ...
    def set_box(self, text: str) -> None: ...
    def focus_box(self) -> None: ...
    def copied(self) -> str:
        """What was copied in another program, as text."""


class Counter:
    """One counter: a bill being rung up, and everything done to it."""

    def __init__(self, context: CounterContext, work: Work, view: View, program: Program) -> None:
        self._context = context
        self._view = view
        self.stage = Stage(self._show)
        self.sale = Sale(context.desk, work, self.stage, program)
        self.ringing = Ringing(context.desk, self.stage, self.sale)
        self.goods = Goods(context.desk, work, self.stage, self.ringing)
        self.finder = Finder(
            context.desk, work, self.stage, self.sale, put_back=self._put_back, add=lambda one: self._add(one.code)
        )
        self.discounts = Discounts(context, work, self.stage, self.sale)
        self.till = Till(context, work, self.stage, self.sale, self.discounts)
        self.shelf = Shelf(context, work, self.stage, self.sale, self.finder)
        self.arriving = Arriving(context, self.stage, self.sale, self.shelf)
        self.points = PointsChoice(self.stage, self.sale)
        self.prompt = Prompt(context.desk, work, self.stage, self.sale)
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
            Do.CHOOSE_POINTS: lambda: settled(self.points.open),
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
            Do.SPLIT: lambda: self.till.choose(Way.SPLIT),
            Do.DETACH: lambda: saved(self._detach),
        }

    def start(self) -> None:
        self.shelf.count()
        self._show()

    def do(self, what: Do) -> None:
        """Carry a command out, now or when the facts it needs are here."""
        if what not in _ANSWERS:
            self._quiet()
        self._commands[what]()

    def submit(self, text: str) -> None:
        """Enter in the box."""
        waits_for_card = self.till.without_card
        self._quiet()
        intent = self.prompt.meaning(text)
        if isinstance(intent, (Incomplete, Wrong)):
            self.stage.say(Tone.WARN, intent.sentence)
            return
        self._view.set_box("")
        if isinstance(intent, FindCard):
            self.stage.when_saved(lambda: self._card(intent, waits_for_card, text))
        else:
            self._obey(intent, text)

    def scanned(self, text: str) -> None:
        """A scan means what its content is, wherever the focus was."""
        code, waits_for_card = classify(text), self.till.without_card
        self._quiet()
        match code.kind:
            case CodeKind.CARD:
                self.stage.when_saved(lambda: self._card(FindCard(code.text), waits_for_card))
            case CodeKind.BILL:
                self.till.open_bill(code.text)
            case _:
                self.stage.when_saved(lambda: self._add(code.text, code))

    def _card(self, wanted: FindCard, waits_for_card: Bill | None, typed: str = "") -> None:
        """Onto the open bill; or to the bill in sight that was sold without one."""
        if waits_for_card is not None and not self.sale.bill.lines:
            self.till.give_card(waits_for_card, wanted.number)
        else:
            self.finder.find(wanted, typed=typed)

    def _add(self, text: str, code: Code | None = None) -> None:
        """The product of this code, as often as the box says ("3*", then a scan)."""
        if self._context.is_companion:
            self.stage.interrupt(Tone.WARN, no_products())
            return
        times = times_typed(self.prompt.text)
        if times:
            self._view.set_box("")
        unknown = code or Code(CodeKind.UNKNOWN, text)
        self.goods.ask(Wanted(text, times or Decimal(1), lambda: self.stage.interrupt(Tone.WARN, not_ours(unknown))))

    def attach(self, holder: Holder) -> None:
        """Put a member on the bill who has just been enrolled, or found while enrolling."""
        self._quiet()
        self.stage.when_saved(lambda: self.finder.take(holder))

    def member_changed(self, member_id: str) -> None:
        """Sync has learned something about a member; if it is their bill, it is looked at again."""
        self.stage.when_saved(lambda: self.finder.look_again(member_id))

    def leave(self) -> None:
        """The counter closes: no card is here any more."""
        self._presence.follow(None)

    def choose(self, index: int) -> None:
        """Enter on a row of the open list."""
        self._quiet()
        if self.stage.mode is Mode.PICK:
            self.stage.when_saved(lambda: self.finder.choose(index))
        elif self.stage.mode is Mode.BATCH:
            self.stage.when_settled(lambda: self.goods.choose(index))
        elif self.stage.mode is Mode.HELD:
            self.stage.when_settled(lambda: self.shelf.recall(index))

    def choose_category(self, index: int) -> None:
        """With an amount in the box, add it there; else make it where amounts go."""
        if isinstance(self.prompt.meaning(self.prompt.text), AddLine):
            self.submit(f"{self.prompt.text.partition('/')[0]}/{index + 1}")
        else:
            self.prompt.default_category = index
            self._show()

    def _obey(self, intent: Intent, typed: str) -> None:
        match intent:
            case AddLine() | FindProduct() | Discount() | RemoveLast():
                self._change(intent)
            case FindPhone() | FindLastFour() | FindName():
                self.stage.when_saved(lambda: self.finder.find(intent, typed=typed))
            case FindBill():
                self.till.open_bill(intent.number)
            case ToggleRedeem():
                self.stage.when_settled(self._redeem)
            case Pay():
                self.stage.when_settled(self._confirm)

    def _change(self, intent: AddLine | FindProduct | Discount | RemoveLast) -> None:
        match intent:
            case AddLine():
                self.stage.when_saved(lambda: self.ringing.add(intent))
            case FindProduct():
                self.stage.when_saved(lambda: self._add(intent.code))
            case Discount():
                self.stage.when_settled(lambda: self.discounts.give(intent))
            case RemoveLast():
                self.stage.when_saved(self.ringing.remove_last)

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

    def _quiet(self) -> None:
        """A new command answers whatever the strip asked: an offer not taken is declined."""
        self.finder.offered = self.till.without_card = None
        self.stage.notice = None

    def _put_back(self, text: str) -> None:
        if text and not self.prompt.text:
            self._view.set_box(text)

    def _show(self) -> None:
        self._presence.follow(self.sale.bill.member_id)
        self._view.show_state(self._state())

    def _state(self) -> CounterState:
        sale, bill, calendar = self.sale, self.sale.bill, self._context.desk.calendar
        currency = sale.program.currency
        return CounterState(
            mode=self.stage.mode,
            notice=self.stage.notice,
            hint=self.prompt.hint,
            lines=views.line_rows(bill, sale.quote, currency),
            marked=self.ringing.marked,
            categories=views.category_chips(sale.program, self.prompt.category_name),
            member=views.member_view(bill.profile, calendar, currency) if bill.profile else None,
            redeem=views.redeem_view(bill, sale.quote, sale.program, calendar),
            totals=views.totals_view(bill, sale.quote, currency, is_current=sale.is_priced),
            tendering=self.till.tendering,
            upi_link=self.till.upi_link,
            paid=views.paid_view(sale.paid, self.till.receipt_words, currency) if sale.paid else None,
            choices=choice_rows(self.finder.choices, currency),
            batches=batch_rows(self.goods, currency),
            held=views.held_rows(self.shelf.held, calendar, currency),
            why=views.why_sections(sale.quote, sale.program) if self.stage.mode is Mode.WHY else (),
            points=self.points.view,
        )


# These answer the strip, or leave it standing.
_ANSWERS = {Do.BACK, Do.CUSTOMER, Do.FOCUS_BOX, Do.LINE_ABOVE, Do.LINE_BELOW}
