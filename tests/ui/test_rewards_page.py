"""The page of rewards in the real window: made, changed, copied and taken out with keys alone, published with a PIN."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt

from app.demo_shop import RAVI
from app.domain.days import Period
from app.domain.rewards import Reward, RewardKind
from app.services.programs import rates
from app.services.programs.program import current, publish
from app.services.rewards import rewards
from app.services.rewards.rewards import Wish
from tests.ui.walking import keys, pin
from ui.actions import Do, action
from ui.permits import permission_of

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")

COUPON = Reward("coupon", "₹100 off", RewardKind.DISCOUNT_COUPON, 1_000_00, value_minor=100_00, min_bill_minor=300_00)
CINEMA = Reward("cinema", "Cinema", RewardKind.EXPERIENCE, 500_00, stock=2, valid_days=10)
_STOCK, _STATUS = 4, 7


def opened(counter):
    counter.hand.press("Alt+W")
    pin(counter)
    assert counter.window.pages.currentWidget() is counter.window.loyalty.rewards_page
    return counter.window.loyalty.rewards_page


@pytest.fixture
def page(counter):
    return opened(counter)


@pytest.fixture
def filled(counter):
    publish(counter.till.desk, replace(current(counter.till.desk), rewards=(COUPON, CINEMA)), staff="asha")
    return opened(counter)


def drafted(counter, staff="asha"):
    return rates.look(counter.till.desk, staff).drafted.rewards


def shown(page, column=0):
    model = page.table.rewards
    return [model.index(row, column).data().split("\n")[0] for row in range(model.rowCount())]


def badges(page):
    model = page.table.rewards
    return [model.index(row, _STOCK).data(Qt.ItemDataRole.UserRole) for row in range(model.rowCount())]


def retype(counter, page, name, text):
    page.editor.fields[name].setFocus()
    page.editor.fields[name].selectAll()
    counter.hand.type(text)


def test_a_reward_is_made_with_keys_alone_and_said_in_words_while_it_is_typed(counter, page):
    assert page.empty.isVisible()
    counter.hand.press("F6")
    counter.hand.type("Free soap")
    keys(counter, "Tab", "Down", "Tab")
    counter.hand.type("250")
    keys(counter, "Tab", *["Down"] * 3, "Tab", "Tab")
    counter.hand.type("60")
    keys(counter, "Tab", "Down", "Down", "Tab")
    counter.hand.type("40")
    assert page.said.text() == (
        "Free product · one of Baby Care, up to ₹60.00 · 250 points · Silver and above · 40 in all"
    )
    assert page.flaws.text() == ""
    counter.hand.press("F9")
    (made,) = drafted(counter)
    assert made == Reward(
        made.reward_id,
        "Free soap",
        RewardKind.FREE_PRODUCT,
        250_00,
        value_minor=60_00,
        category="Baby Care",
        min_tier="Silver",
        stock=40,
    )
    assert (shown(page), shown(page, _STOCK), shown(page, _STATUS)) == (["Free soap"], ["40 of 40"], ["draft"])
    assert page.table.hasFocus()
    assert current(counter.till.desk).rewards == ()


def test_what_cannot_be_is_said_as_it_is_typed_and_not_kept(counter, page):
    counter.hand.press("F6")
    assert page.flaws.text() == "Give the reward a name first."
    counter.hand.type("Tea")
    assert page.flaws.text() == "A figure is still missing."
    keys(counter, "F9")
    assert page.strip.text == "A figure is still missing."
    retype(counter, page, "cost", "100")
    assert "it takes a percentage or an amount off, one of them" in page.flaws.text()
    retype(counter, page, "value", "120 %")
    assert "a percentage, of more than 0 and at most 100" in page.flaws.text()
    keys(counter, "F9")
    assert "Nothing was saved." in page.strip.text
    assert drafted(counter) == ()
    retype(counter, page, "value", "12 %")
    assert page.flaws.text() == ""
    keys(counter, "Ctrl+Return")
    assert drafted(counter)[0].percent == Decimal(12)


def test_the_rows_of_the_form_are_those_of_the_type(counter, page):
    counter.hand.press("F6")
    one = page.editor.fields
    seen = {}
    page.editor.boxes["kind"].setFocus()
    for kind in RewardKind:
        seen[kind] = {name for name in ("item", "partner", "min_bill") if one[name].isVisible()}
        counter.hand.press("Down")
    of_a_piece = {"item", "min_bill"}
    assert seen == {
        RewardKind.DISCOUNT_COUPON: {"min_bill"},
        RewardKind.FREE_PRODUCT: of_a_piece,
        RewardKind.CASHBACK: {"min_bill"},
        RewardKind.PARTNER: {"partner"},
        RewardKind.EXPERIENCE: set(),
        RewardKind.FREE_DELIVERY: of_a_piece,
    }


def test_a_reward_that_is_opened_and_kept_is_what_it_was(counter, page):
    whole = Reward(
        "spa",
        "Spa",
        RewardKind.PARTNER,
        1_500_50,
        value_minor=999_50,
        min_tier="Gold",
        stock=10,
        member_max=1,
        valid_days=30,
        period=Period(
            datetime(2026, 11, 30, 18, 30, tzinfo=UTC),
            datetime(2026, 12, 31, 18, 30, tzinfo=UTC) - timedelta(microseconds=1),
        ),
        terms="Mondays only",
        image="spa.png",
        partner="Lotus Spa",
    )
    desk = counter.till.desk
    rates.keep(desk, replace(rates.look(desk, "asha").draft, rewards=(whole,)))
    page.open()
    counter.hand.settle()
    counter.hand.press("Return")
    assert page.said.text().startswith(
        "Partner's reward · from Lotus Spa, worth ₹999.50 · 1,500.5 points · Gold and above"
    )
    counter.hand.press("F9")
    assert drafted(counter) == (whole,)


def test_a_reward_is_changed_copied_and_taken_out(counter, filled):
    assert shown(filled) == ["₹100 off", "Cinema"]
    counter.hand.press("Return")
    retype(counter, filled, "cost", "900")
    counter.hand.press("F9")
    assert drafted(counter)[0] == replace(COUPON, cost=900_00)
    keys(counter, "Down", "F3", "F9")
    assert shown(filled) == ["₹100 off", "Cinema", "Cinema copy"]
    copy = drafted(counter)[-1]
    assert copy == replace(CINEMA, reward_id=copy.reward_id, name="Cinema copy") != CINEMA
    keys(counter, "Ctrl+Del")
    assert "“Cinema” is taken out of the draft" in filled.strip.text
    assert shown(filled) == ["₹100 off", "Cinema copy"]
    counter.hand.press("Return")
    retype(counter, filled, "name", "Theatre")
    counter.hand.press("Esc")
    assert shown(filled) == ["₹100 off", "Cinema copy"]
    keys(counter, "Shift+Del")
    assert shown(filled) == ["₹100 off", "Cinema"]
    assert "as published again" in filled.strip.text


def test_rewards_are_published_with_a_pin_stand_in_the_versions_and_are_gone_back_from(counter, filled):
    counter.hand.press("Return")
    retype(counter, filled, "cost", "900")
    keys(counter, "F9", "F9")
    assert current(counter.till.desk).rewards[0].cost == COUPON.cost
    pin(counter)
    assert filled.strip.text.startswith("Published: rates v3 are in force.")
    assert current(counter.till.desk).rewards[0].cost == 900_00
    keys(counter, "Alt+6")
    pin(counter)
    keys(counter, "F8")
    history = counter.window.loyalty.rates_page
    assert history._changes.text() == (
        "Reward “₹100 off”: Discount coupon · ₹100.00 off · 1,000 points · for bills of ₹300.00 and more › "
        "Discount coupon · ₹100.00 off · 900 points · for bills of ₹300.00 and more"
    )
    keys(counter, "Down", "F6", "Alt+W")
    pin(counter)
    counter.hand.press("F9")
    pin(counter)
    assert current(counter.till.desk).rewards == (COUPON, CINEMA)


def test_the_stock_says_what_is_left_and_that_it_is_low(counter, filled):
    assert (shown(filled, _STOCK), badges(filled)) == (["", "2 of 2"], ["", ""])
    desk = counter.till.desk
    rewards.redeem(desk, Wish(RAVI), "cinema", staff="asha", key=desk.ids.entity())
    filled.open()
    counter.hand.settle()
    assert (shown(filled, _STOCK), badges(filled)) == (["", "1 of 2"], ["", "low"])


def test_a_day_that_is_set_with_the_rates_holds_for_rewards_too(counter, filled):
    desk = counter.till.desk
    found = rates.look(desk, "asha")
    day = desk.calendar.day_of(found.at) + timedelta(days=3)
    rates.keep(desk, replace(found.draft, holds_on=day, rewards=(COUPON,)))
    filled.open()
    counter.hand.settle()
    assert filled.begins.text().startswith("The draft is to begin on ")
    counter.hand.press("F9")
    pin(counter)
    assert current(desk).rewards == (COUPON, CINEMA)
    assert rates.coming(desk).program.rewards == (COUPON,)


def test_of_two_managers_the_second_is_told_and_loses_nothing(counter, filled):
    desk = counter.till.desk
    rates.keep(desk, replace(rates.look(desk, "meera").draft, rewards=(COUPON,)))
    counter.hand.press("Return")
    retype(counter, filled, "cost", "900")
    keys(counter, "F9")
    rates.publish_draft(desk, "meera", by="meera")
    keys(counter, "F9")
    assert not counter.window.approval.approving.is_open
    assert "Published meanwhile: Reward “Cinema” is taken away: Experience · 500 points" in filled.strip.text
    keys(counter, "F4", "F9")
    pin(counter)
    assert current(desk).rewards == (replace(COUPON, cost=900_00),)


def test_the_rewards_are_a_managers():
    assert permission_of(Do.REWARDS) is permission_of(Do.RATES)
    assert action(Do.REWARDS).key_label == "Alt+W"
