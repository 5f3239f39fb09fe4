"""Rewards at a desk: points and stock change places with a voucher, and come back exactly when it is not wanted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.domain.codes import CodeKind, classify
from app.domain.errors import Code
from app.domain.member import CardStatus
from app.domain.program import Program
from app.domain.rewards import Why
from app.domain.vouchers import MoveKind, Voucher
from app.services.keeping import books
from app.services.members import card_status, merging
from app.services.papers import papers, voucher_papers
from app.services.papers.slip_facts import VoucherFacts
from app.services.rewards import giving_out, rewards, voucher_sweeps
from app.services.rewards.rewards import Wish
from tests.desks import PROGRAM, STAFF, Shop, changed, memory_shop
from tests.unit.services.rewards.vouchers import COUPON, LETTERHEAD, WITH_REWARDS, redeem, sell


@pytest.fixture
def shop() -> Iterator[Shop]:
    with memory_shop(WITH_REWARDS) as shop:
        yield shop


@pytest.fixture
def card(shop: Shop) -> str:
    """A member with 3,000 points, in three lots."""
    card = shop.enrol()
    for points, days in ((1_200_00, 10), (800_00, 40), (1_000_00, 400)):
        shop.credit(card, points, expires_at=shop.clock.today + timedelta(days=days))
    return card


def status(shop: Shop, voucher: Voucher) -> str:
    return rewards.get(shop.desk, voucher.voucher_id).status


def end(shop: Shop, voucher: Voucher) -> None:
    rewards.cancel(shop.desk, voucher.voucher_id, staff=STAFF, key=shop.desk.ids.entity())


# Giving out


def test_points_and_a_voucher_change_places(shop: Shop, card: str) -> None:
    voucher = redeem(shop, card)

    assert shop.available(card) == 2_000_00
    assert classify(voucher.code).kind is CodeKind.VOUCHER
    assert rewards.find(shop.desk, voucher.code).voucher == voucher
    assert [one.voucher for one in rewards.of_member(shop.desk, shop.member_id(card))] == [voucher]
    assert (voucher.reward, voucher.cost, voucher.program_version) == (COUPON, 1_000_00, 1)
    shop.sound()


def test_the_entry_names_its_cause_and_the_paper_waits(shop: Shop, card: str) -> None:
    voucher = redeem(shop, card)

    with shop.desk.store.reading() as uow:
        (paid,) = uow.ledger.by_cause(voucher.voucher_id)
        (paper,) = uow.prints.of_subject(giving_out.PAPER, voucher.voucher_id)
    assert (paid.entry.entry_id, paid.entry.points, paid.entry.reason) == (voucher.entry_id, -1_000_00, "₹100 off")
    assert paper.copy == 0


def test_the_same_key_gives_the_first_voucher_again(shop: Shop, card: str) -> None:
    first = redeem(shop, card, key="k")

    assert redeem(shop, card, key="k") == first
    assert shop.available(card) == 2_000_00


def test_a_picked_member_needs_no_card(shop: Shop, card: str) -> None:
    wish = Wish(member_id=shop.member_id(card))

    assert rewards.redeem(shop.desk, wish, "coupon", staff=STAFF, key="k").member_id == shop.member_id(card)


def test_what_is_in_the_way_is_refused_and_changes_nothing(shop: Shop, card: str) -> None:
    poor = shop.enrol("Ravi")
    with shop.refuses(Code.UNKNOWN_REWARD):
        redeem(shop, card, "gone")
    with shop.refuses(Code.INSUFFICIENT_POINTS, saying="1,000"):
        redeem(shop, poor)
    with shop.refuses(Code.TIER_TOO_LOW, saying="Silver"):
        redeem(shop, card, "silver")
    redeem(shop, card, "tenth")
    with shop.refuses(Code.REWARD_OUT, saying="1 times"):
        redeem(shop, card, "tenth")
    card_status.set_card_status(shop.desk, card, CardStatus.BLOCKED, staff=STAFF)
    with shop.refuses(Code.CARD_INACTIVE):
        redeem(shop, card)


def test_a_reward_out_of_its_time_or_a_shop_without_points_gives_nothing(shop: Shop, card: str) -> None:
    over = replace(COUPON, period=replace(COUPON.period, until_at=shop.clock.today - timedelta(days=1)))
    shop.publish(changed(rewards=(over,)))
    with shop.refuses(Code.REWARD_OUT, saying="at this time"):
        redeem(shop, card)
    shop.publish(changed(rewards=(COUPON,), enabled=False))
    with shop.refuses(Code.DISABLED):
        redeem(shop, card)


def test_a_stock_ends(shop: Shop, card: str) -> None:
    first, second = redeem(shop, card, "cinema"), redeem(shop, card, "cinema")
    with shop.refuses(Code.REWARD_OUT, saying="no Cinema left"):
        redeem(shop, card, "cinema")
    end(shop, first)
    assert redeem(shop, card, "cinema").voucher_id not in (first.voucher_id, second.voucher_id)


def test_offers_say_what_is_left_and_what_is_in_the_way(shop: Shop, card: str) -> None:
    redeem(shop, card, "cinema")
    small = replace(COUPON, reward_id="large", min_bill_minor=1_000_00)
    shop.publish(changed(rewards=(*WITH_REWARDS.rewards, small)))
    offers = {one.reward.reward_id: one for one in rewards.offers(shop.desk, Wish(card), bill_minor=500_00)}

    assert [offers["cinema"].left, offers["coupon"].left] == [1, None]
    assert [one.why for one in offers["silver"].obstacles] == [Why.TIER]
    assert [one.why for one in offers["large"].obstacles] == [Why.MIN_BILL]
    assert offers["coupon"].obstacles == ()


def test_a_catalogue_that_could_not_be_kept_is_not_published(shop: Shop) -> None:
    with shop.refuses(Code.INVALID, saying="no tier called Diamond"):
        shop.publish(changed(rewards=(replace(COUPON, min_tier="Diamond"),)))


# Taking back


def test_a_cancelled_voucher_leaves_no_trace_in_the_lots(shop: Shop, card: str) -> None:
    before = shop.standing()
    voucher = redeem(shop, card)
    end(shop, voucher)

    assert shop.standing() == before
    assert status(shop, voucher) == "CANCELLED"
    shop.sound()


def test_a_voucher_is_cancelled_once(shop: Shop, card: str) -> None:
    voucher = redeem(shop, card)
    first = rewards.cancel(shop.desk, voucher.voucher_id, staff=STAFF, key="k")

    assert rewards.cancel(shop.desk, voucher.voucher_id, staff=STAFF, key="k") == first
    assert shop.available(card) == 3_000_00
    with shop.refuses(Code.VOUCHER_USED, saying="was cancelled"):
        end(shop, voucher)


def test_nobody_knows_a_voucher_that_was_never_given_out(shop: Shop) -> None:
    with shop.refuses(Code.UNKNOWN_VOUCHER):
        rewards.find(shop.desk, "V000000000000000")
    with shop.refuses(Code.UNKNOWN_VOUCHER):
        rewards.get(shop.desk, "none")
    with shop.refuses(Code.UNKNOWN_VOUCHER):
        rewards.can_use(shop.desk, "none")


def test_a_voucher_past_its_last_day_gives_its_points_and_place_back(shop: Shop, card: str) -> None:
    voucher = redeem(shop, card)
    shop.wait(days=9)
    assert voucher_sweeps.expire_all(shop.desk) == 0
    assert voucher.expires_at is not None
    shop.clock.advance(voucher.expires_at)
    with shop.refuses(Code.EXPIRED, saying="31-01-2026"):
        rewards.can_use(shop.desk, voucher.voucher_id)

    assert voucher_sweeps.expire_all(shop.desk) == 1
    assert (status(shop, voucher), voucher_sweeps.expire_all(shop.desk)) == ("EXPIRED", 0)
    assert shop.available(card) == 2_800_00  # of the lot that has expired meanwhile its 1,000 live a week more
    shop.sound()


def test_a_member_merged_away_leaves_their_vouchers_to_whom_they_became(shop: Shop, card: str) -> None:
    voucher, other = redeem(shop, card), shop.enrol("Meena I.")
    merging.merge(shop.desk, [card], into=other, staff=STAFF)

    assert [one.voucher_id for one in rewards.of_member(shop.desk, shop.member_id(other))] == [voucher.voucher_id]
    assert rewards.can_use(shop.desk, voucher.voucher_id) == shop.member_id(other)
    assert sell(shop, other, voucher).bill.net_minor == 300_00


# On a bill


def test_a_voucher_pays_once(shop: Shop, card: str) -> None:
    voucher = redeem(shop, card)
    sold = sell(shop, card, voucher, key="k")

    assert (sold.bill.net_minor, status(shop, voucher)) == (300_00, "FULFILLED")
    assert sell(shop, card, voucher, key="k") == sold
    with shop.refuses(Code.VOUCHER_USED, saying="has been used"):
        sell(shop, card, voucher)
    shop.sound()


def test_a_bill_that_comes_back_gives_the_voucher_back(shop: Shop, card: str) -> None:
    voucher = redeem(shop, card)
    before = shop.standing()
    sold = sell(shop, card, voucher)
    shop.cancel(sold.bill.bill_id)

    assert (shop.standing(), status(shop, voucher)) == (before, "PENDING")
    assert sell(shop, card, voucher).bill.net_minor == 300_00
    shop.sound()


def test_part_of_a_bill_gives_back_money_and_the_last_part_the_voucher(shop: Shop, card: str) -> None:
    voucher = redeem(shop, card)
    sold = sell(shop, card, voucher)

    assert shop.give_back(sold.bill.bill_id, 100).cash_back_minor == 100_00
    assert status(shop, voucher) == "FULFILLED"
    assert shop.give_back(sold.bill.bill_id, 200).cash_back_minor == 200_00
    assert status(shop, voucher) == "PENDING"


def test_a_bill_that_costs_nothing_any_more_can_be_cancelled(shop: Shop, card: str) -> None:
    voucher = redeem(shop, card)
    sold = sell(shop, card, voucher, rupees=60)
    shop.cancel(sold.bill.bill_id)

    assert (sold.bill.net_minor, status(shop, voucher)) == (0, "PENDING")


def test_another_member_or_nobody_cannot_use_it(shop: Shop, card: str) -> None:
    voucher, other = redeem(shop, card), shop.enrol("Ravi")
    for shown in (other, None):
        with shop.refuses(Code.VOUCHER_UNFIT, saying="another member's"):
            sell(shop, shown, voucher)


def test_what_was_promised_is_what_counts(shop: Shop, card: str) -> None:
    voucher = redeem(shop, card)
    forged = replace(voucher, reward=replace(voucher.reward, value_minor=300_00))
    with shop.refuses(Code.CHANGED):
        sell(shop, card, forged)
    shop.publish(PROGRAM)  # the reward is in no catalogue any more
    assert sell(shop, card, voucher).bill.net_minor == 300_00


def test_what_is_for_no_bill_is_handed_over_once(shop: Shop, card: str) -> None:
    voucher, coupon = redeem(shop, card, "cinema"), redeem(shop, card)
    with shop.refuses(Code.VOUCHER_UNFIT, saying="handed over"):
        sell(shop, card, voucher)
    handed = rewards.hand_over(shop.desk, voucher.voucher_id, staff=STAFF, key="k")

    assert handed.status == "FULFILLED"
    assert rewards.hand_over(shop.desk, voucher.voucher_id, staff=STAFF, key="k") == handed
    with shop.refuses(Code.VOUCHER_USED):
        end(shop, voucher)
    with shop.refuses(Code.VOUCHER_UNFIT, saying="scan it there"):
        rewards.hand_over(shop.desk, coupon.voucher_id, staff=STAFF, key="l")
    shop.sound()


def test_where_a_voucher_stands_is_checked_against_its_moves(shop: Shop, card: str) -> None:
    voucher = redeem(shop, card)
    stands = rewards.get(shop.desk, voucher.voucher_id)
    with shop.desk.store.writing() as uow:
        uow.vouchers.put(replace(stands, status="CANCELLED"))

    assert books.verify(shop.desk).faults == (f"voucher {voucher.voucher_id}: where it stands differs from its moves",)
    books.rebuild(shop.desk)
    assert status(shop, voucher) == "PENDING"


def test_a_move_stays_what_it_was(shop: Shop, card: str) -> None:
    voucher = redeem(shop, card)
    sold = sell(shop, card, voucher)

    with shop.desk.store.reading() as uow:
        assert [(one.kind, one.cause) for one in uow.vouchers.moves(voucher.voucher_id)] == [
            (MoveKind.ISSUED, voucher.voucher_id),
            (MoveKind.SPENT, sold.bill.bill_id),
        ]


def test_a_program_has_no_rewards_unless_it_says_so() -> None:
    assert Program().rewards == ()


# On paper


def test_the_paper_of_a_voucher_says_what_it_is_for_and_until_when(shop: Shop, card: str) -> None:
    voucher = redeem(shop, card)
    (waiting,) = papers.waiting(shop.desk)
    job = papers.claim(shop.desk, giving_out.PAPER, voucher.voucher_id)
    facts = papers.facts(shop.desk, job, LETTERHEAD)

    assert waiting[1] == "₹100 off, Meena Iyer"
    assert isinstance(facts, VoucherFacts)
    assert (facts.code, facts.reward, facts.points_spent) == (voucher.code, "₹100 off", 1_000_00)
    assert facts.holder_name == "Meena Iyer"
    assert (facts.valid_until, facts.copy_number) == (date(2026, 1, 31), 0)


def test_a_voucher_without_an_end_says_none(shop: Shop, card: str) -> None:
    voucher = redeem(shop, card, "cinema")
    facts = voucher_papers.facts(shop.desk, voucher_papers.claim(shop.desk, voucher.voucher_id), LETTERHEAD)

    assert facts.valid_until is None
    with shop.refuses(Code.UNKNOWN_VOUCHER):
        papers.claim(shop.desk, giving_out.PAPER, "none")
