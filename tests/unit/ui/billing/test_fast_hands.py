"""Keys that are pressed before the work of the last one is done."""

from app.domain.member import CardStatus
from app.services.members import card_status
from tests.unit.ui.billing.billed import bills
from ui.actions import Do


class TestFastHands:
    def test_scan_redeem_pay_enter_in_one_breath(self, slow):
        card = slow.member(points=2340)
        slow.type("240/2")
        slow.work.finish()
        slow.counter.entering.scanned(card)
        slow.do(Do.REDEEM, Do.PAY, Do.CONFIRM)
        slow.work.finish()
        (bill,) = bills(slow)
        assert (bill.redeemed_minor, bill.card_number) == (120_00, card)

    def test_after_a_lost_card_the_keys_pressed_meanwhile_do_nothing(self, slow):
        card = slow.member(points=2340)
        card_status.set_card_status(slow.shop.desk, card, CardStatus.LOST, staff="asha")
        slow.type("240/2")
        slow.work.finish()
        slow.counter.entering.scanned(card)
        slow.do(Do.REDEEM, Do.FINISH)
        slow.work.finish()
        assert bills(slow) == []
        assert "was reported lost" in slow.notice

    def test_a_slow_quote_never_overwrites_a_newer_bill(self, slow):
        slow.type("240/2")
        slow.type("60/2")
        slow.work.finish_one()
        assert (slow.state.totals.to_pay, slow.state.totals.is_current) == ("₹300.00", True)

    def test_until_the_quote_is_here_the_total_is_not_called_current(self, slow):
        slow.type("240/2")
        slow.work.finish()
        slow.type("60/2")
        assert (slow.state.totals.to_pay, slow.state.totals.is_current) == ("₹240.00", False)
        assert slow.state.lines[1].amount == "…"

    def test_a_line_typed_while_the_bill_is_saved_belongs_to_the_next_bill(self, slow):
        slow.type("240/2")
        slow.work.finish()
        slow.do(Do.FINISH)
        slow.type("60/2")
        slow.work.finish()
        assert [len(bill.lines) for bill in bills(slow)] == [1]
        assert [row.rate for row in slow.state.lines] == ["60.00"]

    def test_a_card_scanned_while_the_bill_is_saved_belongs_to_the_next_bill(self, slow):
        card = slow.member()
        slow.type("240/2")
        slow.work.finish()
        slow.do(Do.FINISH)
        slow.counter.entering.scanned(card)
        slow.work.finish()
        assert [bill.member_id for bill in bills(slow)] == [None]
        assert slow.state.member.name == "Ravi Sharma"
