"""Entering: what is typed, scanned or chosen, and which part of the counter it is meant for."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from app.domain.bill import Bill
from app.domain.codes import Code, CodeKind, classify
from ui.actions import Do
from ui.billing.goods import Wanted
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
from ui.billing.parts import Box, Parts
from ui.billing.prompt import times_typed
from ui.billing.stage import Mode
from ui.billing.wording import no_products, not_ours
from ui.errors import Tone


class Entering:
    """`run` carries out what is a command in other words: Enter in an empty box, or "+"."""

    def __init__(self, parts: Parts, box: Box, run: Callable[[Do], None], *, is_companion: bool) -> None:
        self._parts = parts
        self._box = box
        self._run = run
        self._is_companion = is_companion

    def submit(self, text: str) -> None:
        """Enter in the box."""
        waits_for_card = self._parts.till.without_card
        self._parts.quiet()
        intent = self._parts.prompt.meaning(text)
        if isinstance(intent, (Incomplete, Wrong)):
            self._parts.stage.say(Tone.WARN, intent.sentence)
            return
        self._box.set_box("")
        if isinstance(intent, FindCard):
            self._parts.stage.when_saved(lambda: self._card(intent, waits_for_card, text))
        else:
            self._obey(intent, text)

    def scanned(self, text: str) -> None:
        """A scan means what its content is, wherever the focus was."""
        code, waits_for_card = classify(text), self._parts.till.without_card
        self._parts.quiet()
        match code.kind:
            case CodeKind.CARD:
                self._parts.stage.when_saved(lambda: self._card(FindCard(code.text), waits_for_card))
            case CodeKind.BILL:
                self._parts.till.open_bill(code.text)
            case CodeKind.VOUCHER:
                self._parts.stage.when_settled(lambda: self._parts.rewards.use(code.text))
            case _ if self._parts.stage.mode is Mode.PAY and self._parts.till.tendering.takes_number:
                self._parts.till.give_number(code.text)
            case _:
                self._parts.stage.when_saved(lambda: self.add(code.text, code))

    def choose(self, index: int) -> None:
        """Enter on a row of the open list."""
        self._parts.quiet()
        if self._parts.stage.mode is Mode.PICK:
            self._parts.stage.when_saved(lambda: self._parts.finder.choose(index))
        elif self._parts.stage.mode is Mode.BATCH:
            self._parts.stage.when_settled(lambda: self._parts.goods.choose(index))
        elif self._parts.stage.mode is Mode.REWARDS:
            self._parts.stage.when_settled(lambda: self._parts.rewards.choose(index))
        elif self._parts.stage.mode is Mode.HELD:
            self._parts.stage.when_settled(lambda: self._parts.shelf.recall(index))

    def choose_category(self, index: int) -> None:
        """With an amount in the box, add it there; else make it where amounts go."""
        prompt = self._parts.prompt
        if isinstance(prompt.meaning(prompt.text), AddLine):
            self.submit(f"{prompt.text.partition('/')[0]}/{index + 1}")
        else:
            prompt.default_category = index
            self._parts.stage.changed()

    def add(self, text: str, code: Code | None = None) -> None:
        """The product of this code, as often as the box says ("3*", then a scan)."""
        if self._is_companion:
            self._parts.stage.interrupt(Tone.WARN, no_products())
            return
        times = times_typed(self._parts.prompt.text)
        if times:
            self._box.set_box("")
        unknown = code or Code(CodeKind.UNKNOWN, text)
        self._parts.goods.ask(Wanted(text, times or Decimal(1), lambda: self._say_unknown(unknown)))

    def put_back(self, text: str) -> None:
        """What was typed and led to nothing, where nothing has been typed since."""
        if text and not self._parts.prompt.text:
            self._box.set_box(text)

    def _say_unknown(self, code: Code) -> None:
        self._parts.stage.interrupt(Tone.WARN, not_ours(code))

    def _card(self, wanted: FindCard, waits_for_card: Bill | None, typed: str = "") -> None:
        """Onto the open bill; or to the bill in sight that was sold without one."""
        if waits_for_card is not None and not self._parts.sale.bill.lines:
            self._parts.till.give_card(waits_for_card, wanted.number)
        else:
            self._parts.finder.find(wanted, typed=typed)

    def _obey(self, intent: Intent, typed: str) -> None:
        match intent:
            case AddLine() | FindProduct() | Discount() | RemoveLast():
                self._change(intent)
            case FindPhone() | FindLastFour() | FindName():
                self._parts.stage.when_saved(lambda: self._parts.finder.find(intent, typed=typed))
            case FindBill():
                self._parts.till.open_bill(intent.number)
            case ToggleRedeem():
                self._run(Do.REDEEM)
            case Pay():
                self._run(Do.CONFIRM)

    def _change(self, intent: AddLine | FindProduct | Discount | RemoveLast) -> None:
        stage = self._parts.stage
        match intent:
            case AddLine():
                stage.when_saved(lambda: self._parts.ringing.add(intent))
            case FindProduct():
                stage.when_saved(lambda: self.add(intent.code))
            case Discount():
                stage.when_settled(lambda: self._parts.discounts.give(intent))
            case RemoveLast():
                stage.when_saved(self._parts.ringing.remove_last)
