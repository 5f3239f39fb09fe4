"""Paying: from what a bill comes to, to a committed bill and its receipt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from app.domain.bill import Bill, Tender
from app.domain.errors import Code, DomainError
from app.domain.point_words import PointWords
from app.domain.quote import Quote
from app.services.members import members
from app.services.papers import receipts
from app.services.rewards.giving_out import PAPER
from app.services.sales import claims
from app.services.sales.checkout import Sold, commit_sale
from ui.billing.discounts import Discounts
from ui.billing.sale import Sale
from ui.billing.stage import SAVED, Mode, Stage
from ui.billing.tendering import Tendering, Way
from ui.billing.upi import upi_link
from ui.billing.wording import found_bill, given_later, receipt_words, sold_without_card
from ui.context import CounterContext, PrintedReceipt
from ui.errors import Notice, Tone, unprinted
from ui.tier_words import risen
from ui.words import later, tr
from ui.work import Topic, Work

BEHIND = later("{reward}: the voucher comes behind the receipt.")
ALONE = later("{reward}: the voucher is being printed.")


class Till:
    """Takes payment for the sale. `receipt_words` says where the last receipt is.

    `without_card` is the bill in sight that can still get its card. `on_receipt` is told of each receipt that was
    printed, or None of one that was not.
    """

    def __init__(self, context: CounterContext, work: Work, stage: Stage, sale: Sale, discounts: Discounts) -> None:
        self.receipt_words = ""
        self.without_card: Bill | None = None
        self.on_receipt: Callable[[PrintedReceipt | None], None] = lambda _: None
        self._context = context
        self._work = work
        self._stage = stage
        self._sale = sale
        self._discounts = discounts
        self._last_bill_id: str | None = None
        self._said = Tendering(0)

    @property
    def tendering(self) -> Tendering:
        """What has been said about paying, for what the bill comes to now."""
        payable_minor = self._sale.quote.payable_minor if self._sale.quote else 0
        return replace(self._said, payable_minor=payable_minor, currency=self._sale.program.currency)

    @property
    def upi_link(self) -> str:
        """What the customer's phone is to read; empty while nothing is paid so, or the shop has no address for it."""
        amount, currency = self.tendering.upi_minor, self._sale.program.currency
        if not (amount and self._context.upi_address and self._stage.mode is Mode.PAY):
            return ""
        return upi_link(self._context.upi_address, self._context.shop_name, amount, currency)

    def open(self) -> None:
        """Show the ways to pay; the figure follows the quote."""
        self._said = Tendering(0)
        self._stage.notice = None
        self._stage.turn(Mode.PAY)
        if not self._sale.is_priced:
            self._sale.reprice()

    def choose(self, way: Way) -> None:
        self._said = replace(self._said, way=way)
        self._stage.changed()

    def give(self, text: str) -> None:
        self._said = replace(self._said, given=text)
        self._stage.changed()

    def give_part(self, index: int, text: str) -> None:
        self._said = self._said.part(index, text)
        self._stage.changed()

    def give_number(self, text: str) -> None:
        """A voucher's, typed or scanned."""
        self._said = replace(self._said, number=text)
        self._stage.changed()

    def give_worth(self, text: str) -> None:
        self._said = replace(self._said, worth=text)
        self._stage.changed()

    def confirm_part(self, index: int) -> None:
        """Enter in a part of a split: an empty one takes what is left, else the bill is paid."""
        if self.tendering.left_minor > 0 and not self.tendering.parts[index]:
            self._said = self.tendering.rest_in(index)
            self._stage.changed()
        else:
            self._stage.when_settled(self.take)

    def take(self) -> None:
        """Pay as has been said."""
        if self.tendering.problem:
            self._stage.interrupt(Tone.WARN, tr("{problem} The bill is still open.", problem=self.tendering.problem))
        else:
            self._commit(self.tendering.tenders)

    def take_exact_cash(self) -> None:
        self._commit(())

    def reprint(self) -> None:
        if self._last_bill_id is None:
            self._stage.say(
                Tone.INFO, tr("No bill has been made here yet. Type a bill number to print that one again.")
            )
        else:
            self._print(self._last_bill_id)

    def open_bill(self, number: str) -> None:
        """Show a bill made before, so that Ctrl+P prints it again."""
        self._work.read(lambda: receipts.find_bill(self._context.desk, number), self._show_bill, self._stage.refuse)

    def _show_bill(self, bill: Bill) -> None:
        self._last_bill_id = bill.bill_id
        found = found_bill(bill, self._context.desk.calendar, self._sale.program.currency)
        if bill.member_id is None and not self._sale.bill.lines:
            self.without_card = bill
            found = f"{found} {sold_without_card()}"
        self._stage.say(Tone.INFO, found)

    def give_card(self, bill: Bill, card_number: str) -> None:
        """The card of a bill that was sold without one: its points and vouchers come now."""
        desk, staff, key = self._context.acting_desk, self._context.cashier, f"card of {bill.bill_id}"

        def claim() -> tuple[Sold, str]:
            made = claims.claim_points(desk, bill.bill_id, card_number=card_number, key=key, staff=staff)
            return made, members.find_card(desk, card_number)[0].member.name

        self._stage.awaiting(SAVED)
        self._work.write(claim, self._given, self._not_sold, changes=Topic.MEMBERS)

    def _given(self, made: tuple[Sold, str]) -> None:
        sold, name = made
        told = [given_later(sold.bill, name, self._sale.program), *_vouchers_of(sold, ALONE)]
        self._stage.say(Tone.GOOD, " ".join(told))
        self._stage.arrived(SAVED)
        self._print_vouchers(sold)

    def _commit(self, tenders: tuple[Tender, ...]) -> None:
        quote = self._sale.quote
        if not self._sale.is_priced or quote is None:
            self._sale.reprice()
            return
        self._discounts.when_allowed(self._sale.bill, quote, lambda by: self._save(quote, tenders, by))

    def _save(self, quote: Quote, tenders: tuple[Tender, ...], approved_by: str | None) -> None:
        acting = self._context.acting_desk
        desk = acting.approved(approved_by) if approved_by else acting
        request, key = self._sale.bill.request, self._sale.key
        self._stage.awaiting(SAVED)
        self._work.write(
            lambda: commit_sale(desk, request, key=key, staff=self._context.cashier, tenders=tenders, shown=quote),
            self._sold,
            self._not_sold,
            changes=Topic.BILLS,
        )

    def _sold(self, sold: Sold) -> None:
        self.receipt_words = tr("Printing the receipt …")
        self._last_bill_id = sold.bill.bill_id
        self._stage.mode = Mode.RING
        self._stage.notice = self._news_of(sold)
        self._sale.start_over(paid=sold.bill)
        self._stage.arrived(SAVED)
        self._print(sold.bill.bill_id)
        self._print_vouchers(sold)

    def _news_of(self, sold: Sold) -> Notice | None:
        """What came otherwise than it was shown, and the tier that the bill led to."""
        calendar = self._context.desk.calendar
        told = [*sold.changes]
        if sold.risen is not None:
            words, day = PointWords.of(self._sale.program), calendar.day_of(sold.bill.occurred_at)
            told.append(risen(sold.risen, calendar, day, words))
        told += _vouchers_of(sold, BEHIND)
        return Notice(Tone.WARN if sold.changes else Tone.GOOD, " ".join(told)) if told else None

    def _not_sold(self, error: Exception) -> None:
        self._stage.refuse(error)
        self._stage.arrived(SAVED)
        if isinstance(error, DomainError) and error.code is Code.CHANGED:
            self._sale.reprice()

    def _print(self, bill_id: str) -> None:
        self._work.paper(
            lambda: self._context.receipts.print_receipt(bill_id),
            lambda receipt: self._printed(bill_id, receipt),
            self._not_printed,
        )

    def _print_vouchers(self, sold: Sold) -> None:
        """Behind the receipt, and only said where it fails: the receipt speaks for both."""
        for voucher in sold.vouchers:
            printing = partial(self._context.receipts.print_paper, PAPER, voucher.voucher_id)
            self._work.paper(printing, lambda _: None, self._not_printed)

    def _printed(self, bill_id: str, receipt: PrintedReceipt) -> None:
        if self._sale.paid is not None and self._sale.paid.bill_id == bill_id:
            self.receipt_words = receipt_words(receipt)
            self._stage.changed()
        else:
            self._stage.say(Tone.GOOD, receipt_words(receipt))
        self.on_receipt(receipt)

    def _not_printed(self, error: Exception) -> None:
        self.receipt_words = ""
        self._stage.notify(unprinted(error))
        self.on_receipt(None)


def _vouchers_of(sold: Sold, given: str) -> list[str]:
    """What rules gave with it, and what they would have given."""
    told = [tr(given, reward=one.reward.name) for one in sold.vouchers]
    lacking = (tr("There is no {reward} left, so the bill brings none.", reward=one.name) for one in sold.lacking)
    return [*told, *lacking]
