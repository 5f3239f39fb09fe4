"""Discounts given by hand: on the bill or on one line; above the shop's limit somebody has to approve them."""

from __future__ import annotations

from collections.abc import Callable

from app.domain.cart import BillDiscount
from app.domain.money import Currency
from app.domain.quote import Quote
from app.services.sales.checkout import quote_sale
from ui.billing.intents import Discount
from ui.billing.openbill import Approval, OpenBill
from ui.billing.sale import Sale
from ui.billing.stage import PRICE, Stage
from ui.context import CounterContext
from ui.errors import Tone
from ui.words import tr
from ui.work import Work


class Discounts:
    """A discount takes effect once it is allowed: one step, that Ctrl+Z takes back whole."""

    def __init__(self, context: CounterContext, work: Work, stage: Stage, sale: Sale) -> None:
        self._context = context
        self._work = work
        self._stage = stage
        self._sale = sale

    def give(self, wanted: Discount) -> None:
        bill = self._sale.bill
        if not bill.lines:
            self._stage.say(Tone.INFO, tr("Nothing to take a discount off yet. Type an amount to add an item."))
        elif wanted.line is not None and not 1 <= wanted.line <= len(bill.lines):
            self._stage.say(Tone.WARN, tr("There is no line {n} on this bill. Nothing was changed.", n=wanted.line))
        else:
            self._try(bill, _discounted(bill, wanted))

    def when_allowed(self, bill: OpenBill, quote: Quote, then: Callable[[str | None], None]) -> None:
        """Call `then`, with who approved what was taken off the bill, where somebody had to."""
        by_hand = quote.priced.by_hand_minor
        if not quote.priced.is_above(self._context.desk.discount_limit_percent):
            then(None)
        elif bill.approval is not None and bill.approval.by_hand_minor >= by_hand:
            then(bill.approval.by)
        else:
            what = _what(by_hand, self._sale.program.currency)
            self._context.session.ask_approval(what, then, declined=self._declined)

    def _try(self, before: OpenBill, bill: OpenBill) -> None:
        """See what it comes to before it stands."""
        desk = self._context.desk
        self._stage.awaiting(PRICE)
        self._work.read(
            lambda: quote_sale(desk, bill.request), lambda quote: self._known(before, bill, quote), self._refuse
        )

    def _known(self, before: OpenBill, bill: OpenBill, quote: Quote) -> None:
        def stand(by: str | None) -> None:
            if self._sale.bill is before:
                approval = Approval(by, quote.priced.by_hand_minor) if by else bill.approval
                self._sale.step(bill.with_approval(approval))

        self._stage.arrived(PRICE)
        if quote.priced.by_hand_minor:
            self.when_allowed(bill, quote, stand)
        else:
            stand(None)

    def _declined(self) -> None:
        self._stage.say(Tone.INFO, tr("The discount was not approved. The bill is as it was."))

    def _refuse(self, error: Exception) -> None:
        self._stage.refuse(error)
        self._stage.arrived(PRICE)


def _discounted(bill: OpenBill, wanted: Discount) -> OpenBill:
    discount = BillDiscount(wanted.percent, wanted.amount_minor)
    given = discount if wanted.percent or wanted.amount_minor else None
    return bill.discounted(given) if wanted.line is None else bill.line_discounted(wanted.line - 1, given)


def _what(by_hand_minor: int, currency: Currency) -> str:
    return tr("Take {money} off this bill", money=currency.text(by_hand_minor))
