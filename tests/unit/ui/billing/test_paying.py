"""Paying a bill: tenders, change, and what is said of it."""

import pytest

from app.domain.quote import MAX
from tests.unit.ui.billing.billed import bills
from ui.actions import Do
from ui.billing.stage import Mode


class TestPaying:
    def test_enter_in_an_empty_box_pays_and_enter_again_is_exact_cash(self, at):
        at.type("240/2", "")
        assert at.state.mode is Mode.PAY
        at.do(Do.CONFIRM)
        (bill,) = bills(at)
        assert (bill.net_minor, bill.staff) == (240_00, "asha")
        assert at.state.paid.headline == "Paid ₹240.00"
        assert at.printer.printed == [bill.bill_id]

    def test_change_is_what_is_shown_largest(self, at):
        at.type("240/2")
        at.do(Do.PAY)
        at.counter.till.give("500")
        at.do(Do.CONFIRM)
        assert at.state.paid.headline == "Change ₹260.00"
        assert at.state.paid.receipt == "Receipt printed: receipt.pdf"

    @pytest.mark.parametrize(("key", "kind"), [(Do.CASH, "CASH"), (Do.UPI, "UPI"), (Do.CARD, "CARD")])
    def test_one_key_says_how_it_is_paid(self, at, key, kind):
        at.type("240/2")
        at.do(Do.PAY, key, Do.CONFIRM)
        (tender,) = bills(at)[0].tenders
        assert (tender.kind, tender.amount_minor) == (kind, 240_00)

    def test_a_split_is_filled_up_by_enter_and_then_paid(self, at):
        at.type("240/2")
        at.do(Do.PAY, Do.SPLIT)
        at.counter.till.give_part(0, "100")
        at.counter.till.confirm_part(1)
        assert at.state.tendering.parts == ("100", "140.00", "", "")
        at.counter.till.confirm_part(1)
        assert [(t.kind, t.amount_minor) for t in bills(at)[0].tenders] == [("CASH", 100_00), ("UPI", 140_00)]

    def test_a_payment_that_does_not_add_up_is_not_taken(self, at):
        at.type("240/2")
        at.do(Do.PAY)
        at.counter.till.give("200")
        at.do(Do.CONFIRM)
        assert at.notice == "₹40.00 short. Take more cash, or press S to split. The bill is still open."
        assert bills(at) == []

    def test_finish_now_asks_nothing(self, at):
        at.counter.entering.scanned(at.member(points=2340))
        at.type("240/2")
        at.do(Do.REDEEM, Do.FINISH)
        (bill,) = bills(at)
        assert (bill.redeemed_minor, bill.payable_minor) == (120_00, 120_00)
        assert {figure.label: figure.value for figure in at.state.paid.figures} == {
            "Paid": "₹120.00 cash",
            "Points used": "1,200",
            "Points earned": "3.6",
            "Points now": "1,143.6",
        }

    @pytest.mark.parametrize("key", [Do.PAY, Do.FINISH, Do.HOLD, Do.CONFIRM])
    def test_an_empty_bill_is_neither_paid_nor_held(self, at, key):
        at.do(key)
        assert at.state.mode is Mode.RING
        assert bills(at) == []

    def test_the_next_customer_starts_with_an_empty_counter(self, at):
        at.counter.entering.scanned(at.member(points=2340))
        at.type("240/2")
        at.do(Do.FINISH)
        assert (at.state.lines, at.state.member) == ((), None)
        at.type("100")
        assert at.state.paid is None
        at.do(Do.UNDO, Do.UNDO)
        assert at.notice == "Nothing to undo on this bill."

    def test_a_bill_that_changed_since_it_was_shown_is_shown_again(self, at):
        card = at.member(points=2340)
        at.counter.entering.scanned(card)
        at.type("2000/2")
        at.do(Do.REDEEM)
        assert at.state.totals.to_pay == "₹1,766.00"
        at.shop.sell(card, ("General", 400), redeem=MAX)
        at.do(Do.FINISH)
        assert at.notice.startswith("The bill has changed since it was shown: now ₹1,965.40 to pay")
        assert at.state.totals.to_pay != "₹1,766.00"
        at.do(Do.FINISH)
        assert len(bills(at)) == 2

    def test_pressing_pay_again_after_saving_makes_no_second_bill(self, slow):
        slow.type("240/2")
        slow.work.finish()
        slow.do(Do.FINISH, Do.FINISH, Do.FINISH)
        slow.work.finish()
        assert len(bills(slow)) == 1

    def test_a_printer_out_of_order_leaves_the_bill_saved(self, at):
        at.printer.fault = OSError("cable")
        at.type("240/2")
        at.do(Do.FINISH)
        assert len(bills(at)) == 1
        assert at.notice == "Bill saved. The receipt could not be printed. Press Ctrl+P to try again."
        at.printer.fault = None
        at.do(Do.REPRINT)
        assert at.state.paid.receipt == "Receipt printed: receipt.pdf"

    def test_reprints_are_counted_as_copies(self, at):
        at.type("240/2")
        at.do(Do.FINISH)
        at.type("100")
        at.do(Do.REPRINT)
        assert at.notice == "Receipt printed again, marked as a copy: receipt.pdf"

    def test_before_the_first_bill_there_is_nothing_to_reprint(self, at):
        at.do(Do.REPRINT)
        assert at.notice.startswith("No bill has been made here yet.")

    @pytest.mark.parametrize("how", ["scanned", "typed"])
    def test_a_bill_number_opens_that_bill_for_reprinting(self, at, how):
        sold = at.shop.sell(None, ("General", 640))
        number = sold.bill.number
        at.counter.entering.scanned(number) if how == "scanned" else at.type(f"#{number}")
        assert at.notice == f"Bill {number} of 1 Jan 2026, 00:00: ₹640.00. Ctrl+P prints its receipt again. " + (
            "It was sold without a card: scan the card now, and its points are given."
        )
        at.do(Do.REPRINT)
        assert at.printer.printed == [sold.bill.bill_id]

    def test_an_unknown_bill_number_is_said(self, at):
        at.counter.entering.scanned("Z9/26-27/000001")
        assert at.notice.startswith("Bill Z9/26-27/000001 is not in our list.")
