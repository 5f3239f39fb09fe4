"""The counter's decisions, told as a cashier would: real services and store, no window."""

from dataclasses import replace
from decimal import Decimal

import pytest

from app.domain.cart import LINES_MAX, CartLine
from app.domain.member import CardStatus
from app.domain.money import Currency
from app.domain.program import Earning
from app.domain.quote import MAX
from app.domain.tiers import Level, Qualify, TierScheme
from app.services.keeping.faults import StoreFull, StoreUnreachable
from app.services.members import members, merging
from app.services.sales import carts
from tests.desks import changed
from tests.unit.ui.counters import PROGRAM, rig
from tests.unit.ui.works import WhenTold
from ui.actions import Do
from ui.billing.stage import Mode
from ui.errors import Tone


@pytest.fixture
def at():
    with rig() as made:
        yield made


@pytest.fixture
def slow():
    """A counter whose work is done only when told."""
    with rig(WhenTold()) as made:
        made.work.finish()
        yield made


def line(number):
    return CartLine(str(number), "General", Decimal(1), 100)


def bills_when_whole(rig):
    rig.store.fault = None
    return bills(rig)


def bills(rig):
    with rig.shop.store.reading() as uow:
        return list(uow.bills.all())


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


class TestCustomer:
    def test_a_scanned_card_puts_its_member_on_the_bill(self, at):
        card = at.member(points=2340, phone="9820003210")
        at.counter.entering.scanned(card)
        assert at.state.member.name == "Ravi Sharma"
        assert at.state.member.points == "2,340 points = ₹234.00"
        assert (at.state.notice.tone, at.notice) == (Tone.GOOD, "Ravi Sharma: 2,340 points = ₹234.00.")
        assert (at.state.member.card, at.state.member.phone) == (f"•••• {card[-4:]}", "98•••• 3210")

    def test_the_panel_says_what_is_missing_who_sent_them_and_when_they_came(self, at):
        meena = at.member("Meena Iyer")
        card = at.member(referrer_card=meena)
        at.shop.sell(card, ("General", 640))
        at.counter.entering.scanned(card)
        assert at.state.member.notes == (
            "19.2 points expire 1 Jan 2027",
            "₹49,360.00 more to Silver",
            "Last visit 1 Jan, ₹640.00",
            "Referred by Meena Iyer",
        )

    def test_points_that_cannot_be_spent_yet_are_named(self):
        program = changed(PROGRAM, earning=Earning(pending_days=3), bill_rounding_minor=100)
        with rig(program=program) as at:
            card = at.member()
            at.shop.sell(card, ("General", 640))
            at.counter.entering.scanned(card)
            assert "19.2 points pending" in at.state.member.notes

    def test_points_spent_so_far_decide_the_tiers_progress_by_the_programs_measure(self):
        tiers = replace(PROGRAM.tiers, qualify=Qualify.POINTS_OR_SPEND)
        with rig(program=changed(PROGRAM, tiers=tiers)) as at:
            at.counter.entering.scanned(at.member())
            assert at.state.member.notes == ("₹50,000.00 or 5,000 points more to Silver",)

    def test_a_tier_of_orders_counts_bills(self):
        levels = (Level("Bronze"), Level("Silver", min_orders=3, min_spend_minor=0))
        with rig(program=changed(PROGRAM, tiers=TierScheme(levels, Qualify.SPEND_AND_ORDERS))) as at:
            at.counter.entering.scanned(at.member())
            assert at.state.member.notes == ("3 bills more to Silver",)

    @pytest.mark.parametrize("typed", ["9820003210", ".3210", "ravi"])
    def test_a_customer_is_found_by_phone_last_four_or_name(self, at, typed):
        at.member(phone="9820003210")
        at.type(typed)
        assert at.state.member.name == "Ravi Sharma"

    def test_several_found_are_offered_to_choose_from(self, at):
        for name in ("Ravi Sharma", "Ravi Kumar"):
            at.member(name)
        at.type("ravi")
        assert at.state.mode is Mode.PICK
        assert [row.title for row in at.state.choices] == ["Ravi Kumar", "Ravi Sharma"]
        at.counter.entering.choose(1)
        assert (at.state.mode, at.state.member.name) == (Mode.RING, "Ravi Sharma")

    @pytest.mark.parametrize(
        ("typed", "said"),
        [
            ("9820003210", "No member has the phone 98200 03210."),
            (".3210", "No phone or card ends in 3210."),
            ("zubin", "No member's name starts with “zubin”."),
        ],
    )
    def test_nobody_found_is_said_and_what_was_typed_comes_back(self, at, typed, said):
        at.type(typed)
        assert said in at.notice
        assert at.screen.box == typed

    def test_a_card_of_nobody_is_said(self, at):
        at.counter.entering.scanned("700012342052")
        assert at.notice.startswith("Card 7000 1234 2052 is not in our list. Continue without a card, or press F6")

    @pytest.mark.parametrize(
        ("status", "words"),
        [
            (CardStatus.LOST, "was reported lost on 1 Jan. The bill goes on without it; ask for the phone number"),
            (CardStatus.BLOCKED, "was blocked on 1 Jan. The bill goes on without it; a manager can unblock"),
            (CardStatus.REPLACED, "was replaced on 1 Jan. The bill goes on without it; ask for the new card"),
        ],
    )
    def test_an_inactive_card_is_refused_and_the_bill_goes_on(self, at, status, words):
        card = at.member()
        members.set_card_status(at.shop.desk, card, status, staff="asha")
        at.type("500")
        at.counter.entering.scanned(card)
        assert (at.state.notice.tone, at.state.member) == (Tone.BAD, None)
        assert words in at.notice
        at.do(Do.FINISH)
        assert len(bills(at)) == 1

    def test_a_member_without_any_active_card_is_refused_by_phone(self, at):
        card = at.member(phone="9820003210")
        members.set_card_status(at.shop.desk, card, CardStatus.LOST, staff="asha")
        at.type("9820003210")
        assert "has no active card" in at.notice

    def test_a_merged_members_card_is_explained(self, at):
        old, new = at.member("Old Ravi"), at.member("Ravi Sharma")
        merging.merge(at.shop.desk, [old], into=new, staff="asha")
        at.counter.entering.scanned(old)
        assert "was replaced on 1 Jan. The bill goes on without it; ask for the new card." in at.notice

    def test_a_second_card_is_never_put_in_the_firsts_place_silently(self, at):
        ravi, meena = at.member("Ravi Sharma"), at.member("Meena Iyer")
        at.counter.entering.scanned(ravi)
        at.counter.entering.scanned(meena)
        assert at.notice == "Another card on this bill. F3 switches to Meena Iyer; Esc keeps Ravi Sharma."
        assert at.state.member.name == "Ravi Sharma"
        at.do(Do.BACK)
        assert (at.notice, at.state.member.name) == ("", "Ravi Sharma")
        at.counter.entering.scanned(meena)
        at.do(Do.CUSTOMER)
        assert at.state.member.name == "Meena Iyer"

    def test_another_command_declines_the_offer(self, at):
        ravi, meena = at.member("Ravi Sharma"), at.member("Meena Iyer")
        at.counter.entering.scanned(ravi)
        at.counter.entering.scanned(meena)
        at.type("500")
        at.do(Do.CUSTOMER)
        assert (at.state.mode, at.state.member.name) == (Mode.CUSTOMER, "Ravi Sharma")

    def test_the_same_card_twice_changes_nothing(self, at):
        card = at.member()
        at.counter.entering.scanned(card)
        at.counter.entering.scanned(card)
        assert at.notice == "Ravi Sharma: 0 points = ₹0.00."
        at.do(Do.UNDO, Do.UNDO)
        assert at.state.member is None

    def test_the_customer_can_be_taken_off(self, at):
        at.counter.entering.scanned(at.member())
        at.do(Do.CUSTOMER, Do.DETACH)
        assert (at.state.mode, at.state.member) == (Mode.RING, None)
        at.do(Do.UNDO)
        assert at.state.member.name == "Ravi Sharma"

    def test_f3_twice_looks_for_another_customer(self, at):
        at.counter.entering.scanned(at.member())
        at.do(Do.CUSTOMER, Do.CUSTOMER)
        assert at.state.mode is Mode.FIND

    @pytest.mark.parametrize(
        ("code", "said"),
        [
            ("8901234567894", "Not one of our cards or products: 8901234567894."),
            ("700012342053", "looks like a card, but its check digits don't match"),
            ("x" * 10_000, "Not one of our cards or products: " + "x" * 24 + "…"),
        ],
    )
    def test_other_scans_change_nothing_and_are_named(self, at, code, said):
        at.type("500")
        at.counter.entering.scanned(code)
        assert said in at.notice
        assert len(at.state.lines) == 1


class TestRedeeming:
    def test_the_most_is_used_and_then_none(self, at):
        at.counter.entering.scanned(at.member(points=2340))
        at.type("240/2")
        assert at.state.redeem.headline == "Can use 1,200 points = ₹120.00"
        at.do(Do.REDEEM)
        assert (at.state.redeem.headline, at.state.redeem.used) == ("Using 1,200 points = ₹120.00", True)
        assert at.state.totals.to_pay == "₹120.00"
        at.do(Do.REDEEM)
        assert at.state.totals.to_pay == "₹240.00"

    def test_the_binding_limit_is_marked(self, at):
        at.counter.entering.scanned(at.member(points=2340))
        at.type("240/2")
        assert [r.text for r in at.state.redeem.reasons if r.binding] == ["50 % of bill ₹120.00"]

    def test_redeeming_before_the_first_item_holds_for_what_comes(self, at):
        at.counter.entering.scanned(at.member(points=2340))
        at.do(Do.REDEEM)
        assert at.state.redeem.used
        at.type("240/2")
        assert at.state.totals.to_pay == "₹120.00"

    def test_without_a_card_there_is_nothing_to_redeem(self, at):
        at.type("240/2")
        at.do(Do.REDEEM)
        assert at.notice == "No card on this bill. Scan one first; then F8 uses its points."

    def test_below_the_minimum_the_reason_is_said(self, at):
        at.counter.entering.scanned(at.member(points=85))
        at.type("240/2", "+")
        assert at.notice == "No points can be used on this bill: needs 100 points to redeem, has 85."

    def test_some_points_can_be_chosen(self, at):
        at.counter.entering.scanned(at.member(points=2340))
        at.type("240/2")
        at.do(Do.CHOOSE_POINTS)
        assert (at.state.mode, at.state.points.typed, at.state.points.worth) == (Mode.POINTS, "1200", "₹120.00")
        at.counter.points.type("500")
        at.do(Do.CONFIRM)
        assert (at.state.mode, at.state.totals.to_pay) == (Mode.RING, "₹190.00")

    @pytest.mark.parametrize("typed", ["", "abc", "1.234", "٣", "1e3", "9" * 13])
    def test_what_is_no_number_of_points_is_refused(self, at, typed):
        at.counter.entering.scanned(at.member(points=2340))
        at.type("240/2")
        at.do(Do.CHOOSE_POINTS)
        at.counter.points.type(typed)
        assert at.state.points.problem == "Type a number of points"
        at.do(Do.CONFIRM)
        assert "not a number of points" in at.notice
        assert at.state.totals.to_pay == "₹240.00"

    def test_more_than_allowed_becomes_the_most_allowed_and_is_said(self, at):
        at.counter.entering.scanned(at.member(points=2340))
        at.type("240/2")
        at.do(Do.CHOOSE_POINTS)
        at.counter.points.type("2000")
        assert at.state.points.problem == "More than can be used on this bill"
        at.do(Do.CONFIRM)
        assert at.notice.startswith("Only ₹120.00 (1,200 points) of this bill can be paid by points.")
        assert at.notice.endswith("Using the most allowed.")
        assert at.state.totals.to_pay == "₹120.00"

    def test_points_cannot_be_chosen_for_nobody(self, at):
        at.do(Do.CHOOSE_POINTS)
        assert "Put a customer and an item on the bill first" in at.notice

    def test_why_explains_points_and_limit(self, at):
        at.counter.entering.scanned(at.member(points=2340))
        at.type("240/2")
        at.do(Do.WHY)
        assert at.state.mode is Mode.WHY
        assert [section.title for section in at.state.why] == ["What this bill earns", "What points can pay"]
        assert at.state.why[0].reasons[0].text == "1  General: ₹240.00 × 3 % = 7.2"

    def test_without_a_card_why_says_so(self, at):
        at.type("240/2")
        at.do(Do.WHY)
        assert [[reason.text for reason in section.reasons] for section in at.state.why] == [["no card on this bill"]]

    def test_there_is_no_why_without_an_item(self, at):
        at.do(Do.WHY)
        assert at.notice == "Add an item first; then ? explains its points."


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
        members.set_card_status(slow.shop.desk, card, CardStatus.LOST, staff="asha")
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


class TestFaults:
    def test_a_bill_that_cannot_be_saved_stays_on_the_screen(self, at):
        at.type("240/2")
        at.store.fault = StoreFull("no space left")
        at.do(Do.PAY, Do.CONFIRM)
        assert (at.state.notice.tone, at.notice) == (Tone.BAD, StoreFull.sentence)
        assert (at.state.mode, len(at.state.lines)) == (Mode.PAY, 1)
        at.store.fault = None
        at.do(Do.CONFIRM)
        assert len(bills(at)) == 1

    def test_a_bill_that_cannot_be_priced_says_so_and_is_priced_when_it_is_paid(self, at):
        at.store.fault = StoreUnreachable("gone")
        at.type("240/2")
        assert (at.state.totals.to_pay, at.notice) == ("…", StoreUnreachable.sentence)
        at.do(Do.FINISH)
        assert bills_when_whole(at) == []
        at.do(Do.PAY)
        assert at.state.totals.to_pay == "₹240.00"
        at.do(Do.CONFIRM)
        assert len(bills(at)) == 1

    @pytest.mark.parametrize("text", ["ravi", "9820003210", "#A1/25-26/000001"])
    def test_a_search_that_fails_says_so_and_keeps_the_bill(self, at, text):
        at.type("240/2")
        at.store.fault = StoreUnreachable("gone")
        at.type(text)
        assert at.notice == StoreUnreachable.sentence
        assert len(at.state.lines) == 1

    @pytest.mark.parametrize("command", [Do.HOLD, Do.RECALL])
    def test_holding_and_recalling_that_fail_keep_the_bill(self, at, command):
        at.type("240/2")
        at.store.fault = StoreFull("no space left")
        at.do(command)
        assert at.notice == StoreFull.sentence
        assert len(at.state.lines) == 1

    def test_closing_is_refused_once_when_the_bill_cannot_be_kept(self, at):
        at.type("240/2")
        at.store.fault = StoreFull("no space left")
        said = []
        at.counter.shelf.keep(lambda: said.append("kept"), lambda: said.append("refused"))
        assert (said, at.notice) == (["refused"], StoreFull.sentence)


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
