"""Redeeming points on a bill."""

import pytest

from ui.actions import Do
from ui.billing.stage import Mode


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
