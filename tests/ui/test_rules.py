"""The page of rules in the real window: made, moved, copied and taken out with keys alone, and published with a PIN."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from time import sleep

import pytest
from PySide6.QtCore import Qt

from app import demo_shop
from app.commands.counter import ReportFiles
from app.commands.simulate import simulate
from app.domain.conditions import EVER, AmountBetween, HasCategory, InSegment, NthBill, OnWeekdays, ReachesGoal
from app.domain.drives import Drive, Goal, Measure
from app.domain.formats import points
from app.domain.program import Category
from app.domain.rewards import Reward, RewardKind
from app.domain.rules import DecisionRule, Multiply, PercentFor, PointsFixed
from app.domain.segments import BoughtNothingFor, JoinedAgo, Segment
from app.domain.voucher_awards import VoucherOf
from app.services.programs import rates
from app.services.programs.program import current, publish
from app.services.sales import checkout
from app.services.sales.checkout import SaleRequest
from app.services.sales.claims import claim_points
from app.services.whatif import whatif
from tests.desks import cart
from tests.ui.walking import keys, pin, ring
from ui.actions import Do, action
from ui.permits import permission_of
from ui.rules import wording

TEN = PointsFixed(1000)
CREAM = Reward("cream", "Hand cream", RewardKind.CASHBACK, 40_00, value_minor=50_00, stock=2)


@pytest.fixture
def page(counter):
    """Asha sold a bill, and opened the page with Vikram's PIN."""
    ring(counter)
    for key in ("F9", "Return", "Ctrl+Return", "Alt+9"):
        counter.hand.press(key)
    pin(counter)
    assert counter.window.pages.currentWidget() is counter.window.loyalty.rules_page
    return counter.window.loyalty.rules_page


def draft(counter, *rules, staff="asha"):
    desk = counter.till.desk
    rates.keep(desk, replace(rates.look(desk, staff).draft, rules=rules))


def opened(counter, page, *rules):
    draft(counter, *rules)
    page.open()
    counter.hand.settle()


def rules(counter, staff="asha"):
    return rates.look(counter.till.desk, staff).drafted.rules


def order(page):
    return [page.table.rules.index(row, 1).data() for row in range(page.table.rules.rowCount())]


def test_a_rule_is_made_with_keys_alone_and_said_in_words_while_it_is_typed(counter, page):
    assert page.empty.isVisible()
    counter.hand.press("F6")
    counter.hand.type("Baby 3x")
    keys(counter, *["Tab"] * 3, *["Down"] * 5, "Tab", *["Down"] * 3, "Tab")
    counter.hand.type("3")
    keys(counter, *["Tab"] * 3)
    counter.hand.type("500")
    keys(counter, "Tab", "Tab", "Right", "Right", "Space", *["Tab"] * 2, "Left", "Space", "Left", "Space")
    assert page.said.text() == "3 × the points on Baby Care · from ₹500.00, with Baby Care, Sat / Sun"
    counter.hand.press("F9")
    (made,) = rules(counter)
    assert made == DecisionRule(
        "Baby 3x",
        Multiply(Decimal(3), "Baby Care"),
        conditions=(AmountBetween(500_00), HasCategory(frozenset({"Baby Care"})), OnWeekdays(frozenset({6, 7}))),
    )
    assert order(page) == ["Baby 3x"]
    assert page.table.hasFocus()
    assert current(counter.till.desk).rules == ()


def test_a_rule_for_members_of_segments_is_made_of_those_there_are(counter, page):
    counter.hand.press("F6")
    assert page.editor.several["segments"].buttons == []
    counter.hand.press("Esc")
    desk = counter.till.desk
    segments = (Segment("new", (JoinedAgo(most_days=30),)), Segment("missed", (BoughtNothingFor(90),)))
    rates.keep(desk, replace(rates.look(desk, "asha").draft, segments=segments))
    page.open()
    counter.hand.settle()
    counter.hand.press("F6")
    counter.hand.type("Back")
    keys(counter, *["Tab"] * 4)
    counter.hand.type("10")
    page.editor.several["ways"].buttons[0].setFocus()
    keys(counter, "Tab", "Right", "Space")
    assert page.said.text() == "10 points · members of missed"
    counter.hand.press("F9")
    assert [one.conditions for one in rules(counter)] == [(InSegment(frozenset({"missed"})),)]
    counter.hand.press("Return")
    assert page.editor.several["segments"].value() == {"missed"}


def test_a_rule_that_gives_a_voucher_is_made_with_keys_alone(counter, page):
    desk = counter.till.desk
    rates.keep(desk, replace(rates.look(desk, "asha").draft, rewards=(CREAM,)))
    page.open()
    counter.hand.settle()
    counter.hand.press("F6")
    counter.hand.type("Gift")
    keys(counter, *["Tab"] * 3, "End")
    assert page.flaws.text() == "Choose the reward that it gives a voucher of."
    assert not page.editor.fields["value"].isVisible()
    keys(counter, "Tab", "Down")
    assert page.said.text() == "a voucher: Hand cream · every bill"
    counter.hand.press("F9")
    assert rules(counter) == (DecisionRule("Gift", VoucherOf("cream")),)
    assert [page.table.rules.index(0, column).data() for column in (1, 3)] == ["Gift", "a voucher: Hand cream"]


def test_what_cannot_be_is_said_as_it_is_typed_and_not_kept(counter, page):
    opened(counter, page, DecisionRule("Diwali 2×", Multiply(Decimal(2))))
    counter.hand.press("F6")
    assert page.flaws.text() == "A figure is still missing."
    counter.hand.press("F9")
    assert page.strip.text == "A figure is still missing."
    page.editor.fields["value"].setFocus()
    counter.hand.type("5")
    counter.hand.press("F9")
    assert page.strip.text == "Give the rule a name first."
    page.editor.take_focus()
    counter.hand.type("Baby, 3x")
    keys(counter, *["Tab"] * 3, *["Down"] * 5)
    assert page.flaws.text().startswith("A name has no comma")
    assert "“Baby, 3x” and “Diwali 2×” both apply to every category. Together they give 10 times." in page.flaws.text()
    counter.hand.press("F9")
    assert "cannot be like this" in page.strip.text
    assert "Nothing was saved." in page.strip.text
    assert len(rules(counter)) == 1
    counter.hand.press("Esc")
    assert order(page) == ["Diwali 2×"]


def test_rules_are_published_together_with_a_pin_and_tried_before(counter, page):
    opened(counter, page, DecisionRule("Double", Multiply(Decimal(2))))
    assert page.impact.text().startswith("Last 30 days, 1 bill: points given 9.96 › 17.52")
    counter.hand.press("F9")
    assert current(counter.till.desk).rules == ()
    pin(counter)
    assert page.strip.text.startswith("Published: rates v2 are in force.")
    assert [one.rule_id for one in current(counter.till.desk).rules] == ["Double"]
    keys(counter, "Alt+6")
    pin(counter)
    keys(counter, "F8")
    history = counter.window.loyalty.rates_page
    assert history._changes.text() == "“Double” is new: 2 × the points · every bill"
    keys(counter, "Down", "F6", "Alt+9")
    pin(counter)
    assert order(page) == []
    counter.hand.press("F9")
    pin(counter)
    assert current(counter.till.desk).rules == ()


def test_a_rule_is_changed_copied_moved_and_taken_out(counter, page):
    opened(counter, page, DecisionRule("A", TEN), DecisionRule("B", TEN))
    keys(counter, "Return")
    page.editor.fields["value"].setFocus()
    page.editor.fields["value"].selectAll()
    counter.hand.type("20")
    counter.hand.press("Ctrl+Return")
    assert rules(counter)[0].award == PointsFixed(2000)
    keys(counter, "Down", "F3", "F9")
    assert order(page) == ["A", "B", "B copy"]
    keys(counter, "Down", "Ctrl+Up")
    assert order(page) == ["A", "B copy", "B"]
    keys(counter, "Ctrl+Up", "Ctrl+Up")
    assert order(page) == ["B copy", "A", "B"]
    keys(counter, "Ctrl+Down")
    assert order(page) == ["A", "B copy", "B"]
    keys(counter, "Ctrl+Del")
    assert "“B copy” is taken out of the draft" in page.strip.text
    assert order(page) == ["A", "B"]
    keys(counter, "Shift+Del")
    assert order(page) == []
    assert "as published again" in page.strip.text


def test_of_two_managers_the_second_is_told_and_loses_nothing(counter, page):
    opened(counter, page, DecisionRule("Mine", TEN))
    desk = counter.till.desk
    draft(counter, DecisionRule("Theirs", TEN), staff="meera")
    rates.publish_draft(desk, "meera", by="meera")
    keys(counter, "F9")
    assert not counter.window.approval.approving.is_open
    assert "Published meanwhile: “Theirs” is new: 10 points · every bill" in page.strip.text
    keys(counter, "F4", "F9")
    pin(counter)
    assert sorted(one.rule_id for one in current(desk).rules) == ["Mine", "Theirs"]


def test_a_rule_that_raises_a_rate_far_asks_for_a_second_person(counter, page):
    opened(counter, page, DecisionRule("Much", PercentFor("Medicines", Decimal(40))))
    keys(counter, "F9")
    pin(counter)
    assert counter.window.approval.approving.is_open
    assert "second" in page.strip.text


def test_what_should_be_known_stands_under_the_rules(counter, page):
    opened(counter, page, DecisionRule("Times", Multiply(Decimal(20))))
    assert page.warnings.text() == "“Times”: Together everything multiplies by 10 at most."
    planned = DecisionRule("Soon", TEN)
    at = counter.till.desk.clock.now() + timedelta(days=3)
    opened(counter, page, replace(planned, period=replace(planned.period, from_at=at)))
    assert page.table.rules.index(0, 5).data() == "draft"


def test_a_rule_says_what_it_would_have_cost(counter, page):
    opened(counter, page, DecisionRule("Ten", TEN), DecisionRule("Double", Multiply(Decimal(2))))
    counter.hand.press("Shift+F8")
    assert page.strip.text == ("“Double” would have given 7.56 points, worth ₹0.76, on the 1 bill of the last 30 days.")


def test_a_trial_is_stopped_with_esc(counter, page, monkeypatch, qtbot):
    stopped = []

    def long(_desk, _draft, *, told, stop):
        told(1, 2)
        stopped.append(any(stop() or sleep(0.01) for _ in range(500)))

    monkeypatch.setattr(whatif, "impact", long)
    draft(counter, DecisionRule("A", TEN))
    page.open()
    qtbot.waitUntil(lambda: "1 of 2" in page.impact.text())
    counter.hand.press("Esc")
    assert stopped == [True]
    assert page.impact.text().startswith("Stopped")


def test_rules_are_a_managers():
    assert permission_of(Do.RULES) is permission_of(Do.RATES)
    assert action(Do.RULES).key_label == "Alt+9"


GOLD = DecisionRule("Gold", PointsFixed(4000), tiers=frozenset({"Gold"}), priority=1, stop=True)
FIRST = DecisionRule("Welcome", TEN, conditions=(NthBill(1, EVER),))


def said(side):
    rows = side.rules.list
    shown = [rows.item(at).data(Qt.ItemDataRole.AccessibleTextRole) for at in range(rows.count())]
    return [one.removesuffix(", ") for one in shown]


def test_every_rule_says_of_a_typed_bill_whether_it_speaks_and_why(counter, page):
    opened(counter, page, GOLD, FIRST)
    counter.hand.press("F8")
    assert "Type an amount for a category" in page.trial.live.summary.text()
    counter.hand.type("600")
    assert page.trial.live.title.text() == "As published, v1"
    assert page.trial.live.summary.text() == "5.7 points · to pay ₹570.00 · points may pay ₹285.00"
    assert page.trial.draft.summary.text().startswith("15.7 points · to pay ₹570.00")
    assert said(page.trial.live) == []
    assert said(page.trial.draft) == ["✖ Gold, ✖ Gold (Bronze)", "✔ Welcome, ✔ the first bill, +10"]
    page.trial.forms.tier.setFocus()
    keys(counter, "Down", "Down")
    assert said(page.trial.draft) == [
        "✔ Gold, ✔ Gold, +40",
        "✖ Welcome, “Gold” applied before, and no other applies after it",
    ]
    page.trial.forms.fields["time"].setFocus()
    page.trial.forms.fields["time"].selectAll()
    counter.hand.type("late")
    assert "“late” is no time" in page.trial.live.summary.text()
    keys(counter, "Esc")
    assert order(page) == ["Gold", "Welcome"]


def test_a_bill_that_was_sold_is_tried_as_it_was(counter, page):
    opened(counter, page, GOLD)
    sold = counter.bills()[-1]
    keys(counter, "F8", "F2")
    counter.hand.type("A1/00-00/1")
    counter.hand.press("Return")
    assert "There is no bill A1/00-00/1 here" in page.strip.text
    page.focus_number()
    counter.hand.type(sold.number)
    counter.hand.press("Return")
    assert page.trial.forms.amounts["Medicines"].text() == "500"
    earned = f"{sold.earned_points / 100:g} points"
    assert page.trial.live.summary.text().startswith(earned)
    assert said(page.trial.draft) == ["✔ Gold, ✔ Gold, +40"]
    assert not page.trial.forms.store.isVisible(), "there is one store"


def test_one_whose_card_came_later_is_tried_on_what_was_paid(counter, page):
    desk = counter.till.desk
    sold = checkout.commit_sale(desk, SaleRequest(cart(("Medicines", 100))), key="nobody's", staff="asha").bill
    late = claim_points(desk, sold.bill_id, card_number=demo_shop.MEENA, key="late", staff="asha").bill
    opened(counter, page, GOLD)
    keys(counter, "F8", "F2")
    counter.hand.type(sold.number)
    counter.hand.press("Return")
    assert page.trial.live.summary.text() == (
        f"{points(late.earned_points)} points · to pay ₹95.00 · its card came later"
    )


SPEND = Drive("spend", "Spend ₹1,000", by_joining=True, goal=Goal(Measure.SPEND, 1000_00))
NEW = Segment("new", (JoinedAgo(most_days=30),), "New here")
GOAL = DecisionRule("prize", TEN, conditions=(ReachesGoal(), InSegment(frozenset({"new"}))), drive="spend")


def test_who_tries_a_bill_says_what_campaigns_and_segments_its_member_is_in(counter, page):
    desk = counter.till.desk
    kept = rates.look(desk, "asha").draft
    rates.keep(desk, replace(kept, rules=(GOAL,), drives=(SPEND,), segments=(NEW,)))
    page.open()
    counter.hand.settle()
    counter.hand.press("F8")
    counter.hand.type("600")
    (silent,) = said(page.trial.draft)
    assert "✖ in “Spend ₹1,000” (does not take part)" in silent
    page.trial.forms.segments.buttons[0].setFocus()
    keys(counter, "Space", "Tab", "Space", "Tab")
    counter.hand.type("500")
    assert counter.window.focusWidget() is page.trial.forms.so_far["spend"]
    assert said(page.trial.draft)[0].endswith("+10")
    page.trial.forms.name.setFocus()
    counter.hand.type("Goal")
    counter.hand.press("F9")
    assert page.strip.text.startswith("Kept: “Goal” must bring 15.7 points")
    (case,) = rates.look(desk, "asha").cases
    assert (case.case.segments, case.case.campaigns[0].spend_minor) == ({"new"}, 500_00)
    keys(counter, "Esc", "F8")
    assert page.trial.forms.joined.value() == frozenset()
    page.trial.forms.cases.setFocus()
    keys(counter, "Down")
    assert page.trial.forms.joined.value() == {"spend"}
    assert page.trial.forms.so_far["spend"].text() == "500"


def test_a_bill_is_kept_as_a_case_and_nothing_else_is_published_until_it_is_changed(counter, page):
    opened(counter, page, FIRST)
    keys(counter, "F8", "F9")
    assert "Type a bill first" in page.strip.text
    counter.hand.type("600")
    page.trial.forms.name.setFocus()
    counter.hand.type("First")
    counter.hand.press("F9")
    assert page.strip.text == "Kept: “First” must bring 15.7 points and come to ₹570.00, or nothing is published."
    draft(counter, replace(FIRST, award=PointsFixed(2000)))
    keys(counter, "Esc")
    page.open()
    counter.hand.settle()
    assert page.warnings.text() == "Case “First” must bring 15.7 points and would bring 25.7."
    keys(counter, "F9")
    assert not counter.window.approval.approving.is_open
    assert "Case “First” must bring 15.7 points and would bring 25.7. Nothing was published" in page.strip.text
    assert current(counter.till.desk).rules == ()
    counter.hand.press("F8")
    page.trial.forms.cases.setFocus()
    keys(counter, "Down")
    assert page.trial.forms.amounts["Medicines"].text() == "600"
    assert page.trial.draft.summary.text().startswith("25.7 points")
    keys(counter, "F9")
    assert "must bring 25.7 points" in page.strip.text
    keys(counter, "Esc", "F9")
    pin(counter)
    assert len(current(counter.till.desk).rules) == 1
    keys(counter, "F8")
    page.trial.forms.cases.setFocus()
    keys(counter, "Down", "Ctrl+Del")
    assert page.strip.text == "“First” is asked for no more."
    assert rates.look(counter.till.desk, "asha").cases == []


def test_points_pay_a_part_of_a_typed_bill(counter, page):
    opened(counter, page, FIRST)
    counter.hand.press("F8")
    counter.hand.type("600")
    points = page.trial.forms.fields["points"]
    points.setFocus()
    counter.hand.type("MAX")
    assert page.trial.live.summary.text() == "2.85 points · to pay ₹285.00 · 2,850 points pay ₹285.00"
    points.selectAll()
    counter.hand.type("2851")
    assert "₹285.00" in page.trial.live.summary.text()
    assert said(page.trial.live) == []
    points.selectAll()
    counter.hand.type("500")
    assert page.trial.draft.summary.text() == "15.2 points · to pay ₹520.00 · 500 points pay ₹50.00"


def test_kept_cases_are_written_into_a_file_that_is_checked_to_the_same(open_window, tmp_path, capsys):
    def with_folder(context):
        return replace(context, exports=tmp_path / "exports", report_files=ReportFiles(context.desk))

    with open_window(with_folder) as counter:
        keys(counter, "Alt+9")
        pin(counter)
        page = counter.window.loyalty.rules_page
        counter.hand.press("F8")
        counter.hand.type("600")
        page.trial.forms.name.setFocus()
        counter.hand.type("A day's bill")
        keys(counter, "F9", "Ctrl+E")
        file = tmp_path / "exports" / "cases.json"
        assert page.strip.text == f"Written: {file}"
        assert simulate(str(file), check=True) == 0
        assert json.loads(capsys.readouterr().out)["points_earned"] == "5.7"
        file.unlink()
        file.mkdir()
        keys(counter, "Esc", "Ctrl+E")
        assert f"{file} cannot be written" in page.strip.text


def test_without_a_folder_no_cases_are_written(counter, page):
    keys(counter, "Ctrl+E")
    assert "no folder for exports" in page.strip.text


def test_many_warnings_leave_the_table_its_room_and_each_rule_says_that_there_is_one(counter, page):
    doubles = [DecisionRule(f"Double {n}", Multiply(Decimal(2)), priority=n) for n in range(5)]
    opened(counter, page, *doubles, DecisionRule("Ten", TEN))
    told = page.warnings.text().splitlines()
    assert len(told) == wording.TOLD_MAX + 1
    assert told[0] == "“Double 4” and “Double 3” both apply to every category. Together they give 4 times."
    assert told[-1].startswith("And 6 more")
    status = [page.table.rules.index(row, 5).data() for row in range(page.table.rules.rowCount())]
    assert status == ["! draft"] * 5 + ["draft"]
    assert page.table.height() > page.warnings.height()
    counter.hand.press("Return")
    assert len(page.flaws.text().splitlines()) == 4, "all of one are said beside it"


def test_what_a_rule_brings_and_how_it_stands_are_read_whole_on_a_wide_window(counter, page):
    counter.window.resize(1366, 768)
    doubles = [DecisionRule(f"Double {n}", Multiply(Decimal(2), "Baby Care"), priority=n) for n in range(2)]
    opened(counter, page, *doubles)
    header, letters = page.table.horizontalHeader(), page.table.fontMetrics()
    words = [page.table.rules.index(0, column).data() for column in range(header.count())]
    assert (words[3], words[5]) == ("2 × the points on Baby Care", "! draft")
    for column in (3, 5):
        widest = max(letters.horizontalAdvance(one) for one in (words[column], "! running"))
        assert header.sectionSize(column) >= widest + 20


def test_what_the_draft_changes_is_said_before_what_stood(counter, page):
    desk = counter.till.desk
    doubles = tuple(DecisionRule(f"A{n}", Multiply(Decimal(2)), priority=n) for n in range(4))
    publish(desk, replace(current(desk), rules=doubles), staff="vikram")
    opened(counter, page, *doubles, DecisionRule("Z", Multiply(Decimal(3)), priority=9))
    assert all("“Z”" in one for one in page.warnings.text().splitlines()[:4])


def test_a_name_with_an_ampersand_stands_whole_and_is_no_key(counter, page):
    desk = counter.till.desk
    named = {**current(desk).categories, "Bath&Body": Category(Decimal(1))}
    publish(desk, replace(current(desk), categories=named), staff="vikram")
    page.open()
    counter.hand.settle()
    counter.hand.press("F6")
    bath = page.editor.several["categories"].buttons[-1]
    assert (bath.text(), bath.accessibleName()) == ("Bath&&Body", "With a category: Bath&Body")
    counter.hand.press("Alt+B")
    assert not bath.isChecked()


def test_the_form_of_a_tried_bill_is_not_cut_off_by_long_titles(counter, page):
    desk = counter.till.desk
    title = "Members who spent ten thousand rupees and more in the last three months of it"
    publish(desk, replace(current(desk), segments=(Segment("big", (JoinedAgo(1),), title),)), staff="vikram")
    page.open()
    counter.hand.settle()
    counter.hand.press("F8")
    forms = page.trial.forms
    assert forms.widget().width() <= forms.viewport().width()
    (big,) = forms.segments.buttons
    assert big.text().endswith("…")
    assert (big.toolTip(), big.accessibleName()) == (title, f"In segments: {title}")


def test_the_reason_of_a_silent_rule_is_read_whole_and_is_no_alarm(counter, page):
    long = (
        AmountBetween(5_000_00),
        HasCategory(frozenset({"Baby Care", "Cosmetics", "General"})),
        OnWeekdays(frozenset({8 - 1})),
    )
    opened(counter, page, DecisionRule("Much", TEN, conditions=long), DecisionRule("Ten", TEN))
    keys(counter, "F8")
    counter.hand.type("10")
    rows = page.trial.draft.rules
    assert [one.is_barred for one in rows._shown] == [False, False]
    assert [one.is_quiet for one in rows._shown] == [True, False]
    heights = [rows.list.visualItemRect(rows.list.item(row)).height() for row in range(2)]
    assert heights[0] > heights[1]
