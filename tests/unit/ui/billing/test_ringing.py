"""Ringing up: amounts, categories and quantities become lines, and the hints that go with them."""

from dataclasses import replace

from app.domain.cart import LINES_MAX
from app.domain.money import Currency
from tests.desks import changed
from tests.unit.ui.billing.billed import line
from tests.unit.ui.counters import PROGRAM, rig
from ui.actions import Do
from ui.billing.stage import Mode


class TestRinging:
    def test_amounts_become_lines_in_their_categories(self, at):
        at.type("500", "240/2", "3*45/3")
        rows = [(row.number, row.item, row.quantity, row.rate, row.amount) for row in at.state.lines]
        assert rows == [
            ("1", "Medicines", "1", "500.00", "500.00"),
            ("2", "General", "1", "240.00", "240.00"),
            ("3", "Baby Care", "3", "45.00", "135.00"),
        ]

    def test_totals_name_what_was_taken_off(self, at):
        at.type("500", "240/2")
        figures = {figure.label: figure.value for figure in at.state.totals.figures}
        assert figures == {"Subtotal": "₹740.00", "Category discount": "−₹25.00"}
        assert at.state.totals.to_pay == "₹715.00"

    def test_a_rounded_bill_shows_its_round_off(self):
        with rig(program=changed(PROGRAM, bill_rounding_minor=100)) as at:
            at.type("99.50/2")
            figures = {figure.label: figure.value for figure in at.state.totals.figures}
        assert figures == {"Subtotal": "₹99.50", "Round off": "₹0.50"}

    def test_what_cannot_be_read_stays_in_the_box_and_says_why(self, at):
        at.type("500/9")
        assert at.screen.box == "500/9"
        assert "There is no category" in at.notice
        assert at.state.lines == ()

    def test_the_marked_line_is_removed_and_comes_back(self, at):
        at.type("500", "240/2", "180/3")
        at.do(Do.LINE_ABOVE, Do.REMOVE)
        assert [row.item for row in at.state.lines] == ["Medicines", "Baby Care"]
        at.do(Do.UNDO)
        assert [row.item for row in at.state.lines] == ["Medicines", "General", "Baby Care"]
        at.do(Do.REDO)
        assert [row.item for row in at.state.lines] == ["Medicines", "Baby Care"]

    def test_a_minus_removes_the_last_line(self, at):
        at.type("500", "240/2", "-")
        assert [row.item for row in at.state.lines] == ["Medicines"]

    def test_the_mark_stays_on_the_bill(self, at):
        at.type("500", "240/2")
        at.do(Do.LINE_BELOW, Do.LINE_BELOW)
        assert at.state.marked == 1
        at.do(Do.LINE_ABOVE, Do.LINE_ABOVE, Do.LINE_ABOVE)
        assert at.state.marked == 0

    def test_there_is_nothing_to_remove_or_undo_on_an_empty_bill(self, at):
        at.do(Do.REMOVE)
        assert at.notice == "There is no line to remove."
        at.do(Do.UNDO)
        assert at.notice == "Nothing to undo on this bill."
        at.do(Do.REDO)
        assert at.notice == "Nothing to do again."

    def test_a_chosen_category_takes_the_amount_in_the_box(self, at):
        at.counter.prompt.read("120")
        at.counter.entering.choose_category(2)
        assert at.state.lines[0].item == "Baby Care"

    def test_a_category_chosen_with_a_name_in_the_box_adds_nothing(self, at):
        at.counter.prompt.read("Rav")
        at.counter.entering.choose_category(2)
        assert at.state.lines == ()

    def test_a_category_chosen_with_an_empty_box_takes_the_next_amounts(self, at):
        at.counter.entering.choose_category(1)
        assert [chip.name for chip in at.state.categories if chip.is_default] == ["General"]
        at.type("120")
        assert at.state.lines[0].item == "General"

    def test_a_line_the_rules_refuse_is_taken_back_and_the_rest_stays(self, at):
        full = replace(at.counter.sale.bill, lines=tuple(line(number) for number in range(LINES_MAX)))
        at.counter.sale.start_over(full)
        at.type("500")
        assert at.notice == "A bill has between 1 and 500 lines; this one has 501."
        assert len(at.state.lines) == LINES_MAX
        assert at.state.totals.is_current

    def test_discarding_can_be_undone(self, at):
        at.type("500")
        at.do(Do.DISCARD)
        assert (at.state.lines, at.notice) == ((), "Bill discarded. Ctrl+Z brings it back.")
        at.do(Do.UNDO)
        assert len(at.state.lines) == 1


class TestHints:
    def test_an_empty_counter_invites(self, at):
        assert at.state.hint == "Scan a card, or type a phone, a name, an amount or a bill number"

    def test_the_hint_says_what_enter_will_do(self, at):
        at.counter.prompt.read("500")
        assert at.state.hint == "↵ add ₹500.00 Medicines"

    def test_with_lines_enter_pays(self, at):
        at.type("240/2")
        assert at.state.hint == "↵ pay ₹240.00"

    def test_a_name_being_typed_is_looked_for(self, at):
        for name in ("Ravi Sharma", "Rashmi Rao", "Rani Das", "Rakesh Jha"):
            at.member(name)
        at.counter.prompt.read("Rav")
        assert at.state.hint == "↵ find Ravi Sharma"
        at.counter.prompt.read("Ra")
        assert at.state.hint.startswith("↵ choose from 4: Rakesh Jha, Rani Das, Rashmi Rao …")
        at.counter.prompt.read("Raz")
        assert at.state.hint == "Nobody found yet"

    def test_looking_for_a_customer_four_digits_are_no_amount(self, at):
        at.member(phone="9820003210")
        at.do(Do.CUSTOMER)
        assert at.state.mode is Mode.FIND
        at.type("3210")
        assert at.state.member.name == "Ravi Sharma"


def test_every_figure_is_in_the_currency_of_the_shop():
    with rig(program=changed(PROGRAM, currency=Currency("JPY"))) as at:
        card = at.member(points=500)
        at.counter.entering.scanned(card)
        at.type("240/2")
        at.do(Do.REDEEM)
        state = at.state
        shown = [state.member.points, state.redeem.headline, state.totals.to_pay, state.hint, state.lines[0].rate]
        at.do(Do.FINISH)
        shown += [at.state.paid.headline, *(figure.value for figure in at.state.paid.figures)]
        assert "₹" not in " ".join(shown)
        assert (state.totals.figures[0].value, state.lines[0].rate) == ("¥240", "240")
