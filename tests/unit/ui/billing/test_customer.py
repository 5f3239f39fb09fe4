"""The customer on a bill: found, chosen, attached, and taken off again."""

from dataclasses import replace

import pytest

from app.domain.member import CardStatus
from app.domain.program import Earning
from app.domain.tiers import Level, Qualify, TierScheme
from app.services.members import card_status, merging
from tests.desks import changed
from tests.unit.ui.billing.billed import bills
from tests.unit.ui.counters import PROGRAM, rig
from ui.actions import Do
from ui.billing.stage import Mode
from ui.errors import Tone


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
        card_status.set_card_status(at.shop.desk, card, status, staff="asha")
        at.type("500")
        at.counter.entering.scanned(card)
        assert (at.state.notice.tone, at.state.member) == (Tone.BAD, None)
        assert words in at.notice
        at.do(Do.FINISH)
        assert len(bills(at)) == 1

    def test_a_member_without_any_active_card_is_refused_by_phone(self, at):
        card = at.member(phone="9820003210")
        card_status.set_card_status(at.shop.desk, card, CardStatus.LOST, staff="asha")
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
