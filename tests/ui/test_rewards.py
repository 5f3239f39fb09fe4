"""Rewards at the counter, with real keys and scans: points changed for a voucher, printed, scanned and used once."""

from __future__ import annotations

from dataclasses import replace

import pypdfium2
import pytest
import zxingcpp

from app.demo_shop import MEENA, RAVI
from app.domain.rewards import Reward, RewardKind
from app.domain.rules import DecisionRule
from app.domain.voucher_awards import VoucherOf
from app.services.chain.standing import LinkState, Standing
from app.services.members import members, merging
from app.services.programs.program import current, publish
from app.services.rewards import rewards
from app.services.rewards.rewards import Wish
from tests.lines import ScriptedLine
from ui.billing.stage import Mode

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")

COUPON = Reward("coupon", "₹100 off", RewardKind.DISCOUNT_COUPON, 1_000_00, value_minor=100_00, min_bill_minor=300_00)
CINEMA = Reward("cinema", "Cinema", RewardKind.EXPERIENCE, 500_00, stock=1, valid_days=10)
PLATINUM = Reward("platinum", "Dinner", RewardKind.EXPERIENCE, 100_00, min_tier="Platinum")


@pytest.fixture
def shop(counter):
    desk = counter.till.desk
    publish(desk, replace(current(desk), rewards=(COUPON, CINEMA, PLATINUM)), staff="asha")
    return counter


def press(shop, *keys):
    for key in keys:
        shop.hand.press(key)


def ring(shop, *texts):
    for text in texts:
        shop.hand.type(text)
        press(shop, "Return")


def rows(shop):
    listed = shop.page.rewards.list
    return [listed.item(row).text() for row in range(listed.count())]


def redeem(shop, card=RAVI, what="coupon"):
    return rewards.redeem(shop.till.desk, Wish(card), what, staff="asha", key=shop.till.desk.ids.entity())


def status(shop, voucher):
    return rewards.get(shop.till.desk, voucher.voucher_id).status


def test_points_are_changed_for_a_voucher_that_is_printed_and_pays_once(shop):
    shop.hand.scan(RAVI)
    press(shop, "Shift+F8")
    assert rows(shop) == ["₹100 off", "Cinema", "Dinner"]
    assert [one.is_barred for one in shop.page.rewards._shown] == [False, False, True]
    press(shop, "Return")
    assert "₹100 off" in shop.said
    (record,) = rewards.of_member(shop.till.desk, members.find_card(shop.till.desk, RAVI)[0].member.member_id)
    voucher = record.voucher
    assert rows(shop) == ["₹100 off", "₹100 off", "Cinema", "Dinner"]  # the voucher is there to be used

    (paper,) = shop.till.spooler.printers.opener.folder.glob("*.pdf")
    with pypdfium2.PdfDocument(paper) as pdf:
        seen = {one.text for one in zxingcpp.read_barcodes(pdf[0].render(scale=4).to_pil())}
    assert seen == {voucher.code}

    press(shop, "Esc")
    ring(shop, "500/2")
    shop.hand.scan(voucher.code)
    assert (shop.to_pay, status(shop, voucher)) == ("₹400.00", "PENDING")
    press(shop, "F9", "Return")
    (bill,) = shop.bills()
    assert (bill.net_minor, status(shop, voucher)) == (400_00, "FULFILLED")

    shop.hand.scan(RAVI)
    ring(shop, "500/2")
    shop.hand.scan(voucher.code)
    assert "has been used" in shop.said
    assert shop.to_pay == "₹500.00"


def test_a_voucher_too_large_for_the_bill_says_so_and_leaves_it(shop):
    voucher = redeem(shop)
    ring(shop, "200/2")
    shop.hand.scan(voucher.code)

    assert "₹300.00" in shop.said
    assert shop.to_pay == "₹200.00"
    ring(shop, "200/2")
    shop.hand.scan(voucher.code)
    assert shop.to_pay == "₹300.00"
    shop.hand.scan(voucher.code)  # once more takes it off
    assert shop.to_pay == "₹400.00"


def test_a_voucher_brings_its_member_and_nobody_elses_bill_takes_it(shop):
    voucher = redeem(shop)
    shop.hand.scan(voucher.code)
    assert shop.window.counter_page.counter.sale.bill.profile.holder.card.number == RAVI
    assert "add the items first" in shop.said

    press(shop, "Shift+Esc")
    shop.hand.scan(MEENA)
    ring(shop, "500/2")
    shop.hand.scan(voucher.code)
    assert "is not on this bill" in shop.said
    assert shop.to_pay == "₹500.00"


def test_a_merged_members_voucher_is_theirs_who_remains(shop):
    voucher = redeem(shop)
    merging.merge(shop.till.desk, [RAVI], into=MEENA, staff="asha")

    shop.hand.scan(voucher.code)  # brings who remains
    assert shop.window.counter_page.counter.sale.bill.profile.holder.card.number == MEENA
    ring(shop, "500/2")
    shop.hand.scan(voucher.code)
    assert shop.to_pay == "₹400.00"
    press(shop, "F9", "Return")
    assert [bill.card_number for bill in shop.bills()] == [MEENA]
    assert status(shop, voucher) == "FULFILLED"


def test_a_bill_on_hold_keeps_its_voucher(shop):
    voucher = redeem(shop)
    ring(shop, "500/2")
    shop.hand.scan(voucher.code)
    press(shop, "F4", "F5", "Return")

    assert shop.to_pay == "₹400.00"


def test_what_is_for_no_bill_is_handed_over(shop):
    voucher = redeem(shop, what="cinema")
    shop.hand.scan(voucher.code)

    assert "hand it over now" in shop.said
    assert status(shop, voucher) == "FULFILLED"


def test_once_more_shift_f8_lists_rewards_beside_the_points(shop):
    shop.hand.scan(RAVI)
    ring(shop, "500/2")
    press(shop, "Shift+F8")
    assert shop.window.counter_page.counter.stage.mode is Mode.POINTS
    press(shop, "Shift+F8")
    assert rows(shop) == ["₹100 off", "Cinema", "Dinner"]
    press(shop, "Down", "Down", "Return")
    assert "Platinum" in shop.said  # barred: refused, and nothing moved
    assert rewards.of_member(shop.till.desk, shop.window.counter_page.counter.sale.bill.member_id) == []


@pytest.fixture
def far(open_window):
    """A counter of a chain, whose server does not answer."""
    line = ScriptedLine(Standing(LinkState.SYNCED))
    with open_window(lambda context: replace(context, line=line)) as opened:
        yield opened


def test_a_voucher_of_another_counter_is_asked_for_and_without_a_line_refused(far):
    ring(far, "500/2")
    far.hand.scan("V7K2M9QX3TBA0F4W")

    assert ("voucher", "V7K2M9QX3TBA0F4W") in far.context.line.asked
    assert "cannot be asked" in far.said
    assert far.to_pay == "₹500.00"


def test_a_rule_gives_a_voucher_with_the_bill_while_there_is_one(shop):
    desk = shop.till.desk
    gift = DecisionRule("gift", VoucherOf("cinema"))
    publish(desk, replace(current(desk), rules=(gift,)), staff="asha")
    shop.hand.scan(RAVI)
    ring(shop, "400")
    assert shop.page.totals._earns.text().endswith(" · with a voucher: Cinema")
    press(shop, "F9", "Return")
    assert shop.said == "Cinema: the voucher comes behind the receipt."
    (record,) = rewards.of_member(desk, members.find_card(desk, RAVI)[0].member.member_id)
    papers = list(shop.till.spooler.printers.opener.folder.glob("*.pdf"))
    assert len(papers) == 2
    assert any(record.voucher.code in text for text in map(_text_of, papers))

    shop.hand.scan(RAVI)
    ring(shop, "400")
    assert shop.page.totals._earns.text().endswith(" · no Cinema left")
    press(shop, "F9", "Return")
    assert shop.said == "There is no Cinema left, so the bill brings none."


def test_a_card_that_comes_later_brings_the_voucher_and_its_paper(shop):
    desk = shop.till.desk
    gift = DecisionRule("gift", VoucherOf("cinema"))
    publish(desk, replace(current(desk), rules=(gift,)), staff="asha")
    for _ in range(2):
        ring(shop, "400")
        press(shop, "F9", "Return")
    with desk.store.reading() as uow:
        numbers = [bill.number for bill in uow.bills.all() if bill.member_id is None][-2:]

    told = []
    for number in numbers:
        ring(shop, f"#{number}")
        shop.hand.scan(RAVI)
        told.append(shop.said)
    assert told[0].endswith("Cinema: the voucher is being printed.")
    assert told[1].endswith("There is no Cinema left, so the bill brings none.")

    (record,) = rewards.of_member(desk, members.find_card(desk, RAVI)[0].member.member_id)
    papers = list(shop.till.spooler.printers.opener.folder.glob("*.pdf"))
    assert any(record.voucher.code in text for text in map(_text_of, papers))


def _text_of(paper):
    with pypdfium2.PdfDocument(paper) as pdf:
        return "".join(page.get_textpage().get_text_bounded() for page in pdf)
