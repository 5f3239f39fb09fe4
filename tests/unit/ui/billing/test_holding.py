"""Bills put aside and taken up again, and the key that goes back."""

from app.services.sales import carts
from tests.unit.ui.billing.billed import bills
from ui.actions import Do
from ui.billing.stage import Mode


class TestHolding:
    def test_a_bill_is_held_and_taken_back_whole(self, at):
        at.counter.entering.scanned(at.member())
        at.type("500", "240/2")
        at.do(Do.HOLD)
        assert (at.state.lines, at.notice) == ((), "On hold: Ravi Sharma · 2 items. F5 takes it back.")
        at.do(Do.RECALL)
        assert at.state.mode is Mode.HELD
        assert [(row.title, row.aside) for row in at.state.held] == [("Ravi Sharma · 2 items", "₹740.00")]
        at.counter.entering.choose(0)
        assert [row.item for row in at.state.lines] == ["Medicines", "General"]
        assert at.state.member.name == "Ravi Sharma"
        assert bills(at) == []

    def test_a_bill_without_a_customer_is_held_too(self, at):
        at.type("500")
        at.do(Do.HOLD, Do.RECALL)
        at.counter.entering.choose(0)
        assert (len(at.state.lines), at.state.member) == (1, None)

    def test_an_open_bill_is_not_replaced_by_a_held_one(self, at):
        at.type("500")
        at.do(Do.HOLD)
        at.type("240/2")
        at.do(Do.RECALL)
        at.counter.entering.choose(0)
        assert at.notice.startswith("A bill is open. Hold it with F4 or finish it")
        assert len(carts.held(at.shop.desk)) == 1

    def test_nothing_on_hold_is_said(self, at):
        at.do(Do.RECALL)
        assert at.notice == "No bill is on hold. F4 sets the open one aside."

    def test_a_bill_taken_back_elsewhere_meanwhile_is_said(self, at):
        at.type("500")
        at.do(Do.HOLD, Do.RECALL)
        carts.recall(at.shop.desk, at.counter.shelf.held[0].held_id)
        at.counter.entering.choose(0)
        assert "no longer on hold" in at.notice

    def test_closing_keeps_an_open_bill(self, at):
        at.type("500")
        said = []
        at.counter.shelf.keep(lambda: said.append("kept"), lambda: said.append("refused"))
        assert said == ["kept"]
        assert len(carts.held(at.shop.desk)) == 1

    def test_closing_with_nothing_open_keeps_nothing(self, at):
        said = []
        at.counter.shelf.keep(lambda: said.append("kept"), lambda: said.append("refused"))
        assert said == ["kept"]
        assert carts.held(at.shop.desk) == []


class TestBack:
    def test_esc_clears_the_box_then_closes_the_pane_then_quiets_the_strip(self, at):
        at.type("500")
        at.do(Do.PAY)
        at.screen.set_box("12")
        at.do(Do.BACK)
        assert (at.screen.box, at.state.mode) == ("", Mode.PAY)
        at.do(Do.BACK)
        assert at.state.mode is Mode.RING
        at.do(Do.REPRINT, Do.BACK)
        assert at.notice == ""
        assert len(at.state.lines) == 1
