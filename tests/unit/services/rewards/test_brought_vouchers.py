"""Vouchers that rules give with a bill: made with it, told with it, and gone with it while nobody has used them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from app.domain.bill import Bill
from app.domain.cart import BillDiscount
from app.domain.errors import Code
from app.domain.limits import RuleLimits
from app.domain.program import Program
from app.domain.rewards import Reward, RewardKind
from app.domain.rules import DecisionRule, PointsFixed
from app.domain.tiers import Level, TierScheme
from app.domain.voucher_awards import VoucherOf
from app.domain.vouchers import MoveKind, Voucher
from app.persistence.engine import open_memory
from app.persistence.keys import KeySource, StoreKeys
from app.persistence.sealed import FieldSealer
from app.persistence.uow import SqlStore
from app.scenario.world import ScenarioClock, SequentialIds
from app.services.desk import Desk
from app.services.intake import CannotTakeIn, Incoming, take_in
from app.services.intake.vouchers import VOUCHER_KEPT
from app.services.keeping import books
from app.services.keeping.reapplying import reapply
from app.services.members import merging
from app.services.papers import papers, receipts
from app.services.papers.receipt_facts import ShopFacts
from app.services.papers.receipts import Letterhead
from app.services.papers.slip_facts import VoucherFacts
from app.services.posting import Page
from app.services.returns import returns
from app.services.rewards import giving_out, rewards, voucher_sweeps
from app.services.rewards.brought_vouchers import came_with
from app.services.rewards.lapsing import Lapsed
from app.services.rewards.rewards import Wish
from app.services.rewards.voucher_moves import voucher_row
from app.services.rewards.voucher_records import BLANK, VoucherRecord
from app.services.rewards.voucher_rights import lacking
from app.services.sales import checkout, claims, outside
from app.services.sales.carts import hold
from app.services.sales.checkout import SaleRequest, Sold
from app.services.tiers.tier_news import Risen
from printing import receipt
from tests.desks import STAFF, Shop, cart, changed, memory_shop, shop_on
from tests.unit.services.chains import Pair, chained, rebuilt_the_same
from tests.unit.services.intake.counters import take

COUPON = Reward("coupon", "₹100 off", RewardKind.DISCOUNT_COUPON, 1_000_00, value_minor=100_00, valid_days=30)
CREAM = Reward("cream", "Hand cream", RewardKind.CASHBACK, 500_00, value_minor=50_00, stock=2)
ONE_EACH = replace(COUPON, reward_id="one", member_max=1)
TOUCHED = -2  # the last columns of a voucher say by which event of this chain
GIFT = ("Medicines", 100)  # what the rules ask for


def gives(reward_id: str, name: str = "gift", **said: Any) -> DecisionRule:
    return DecisionRule(name, VoucherOf(reward_id), tiers=frozenset({"Bronze"}), **said)


def giving(*rules: DecisionRule) -> Program:
    return changed(rewards=(COUPON, CREAM, ONE_EACH), rules=rules)


@pytest.fixture
def shop() -> Iterator[Shop]:
    with memory_shop(giving(gives("coupon"))) as shop:
        yield shop


@pytest.fixture
def card(shop: Shop) -> str:
    return shop.enrol()


def brought(shop: Shop, bill: Bill) -> list[Voucher]:
    with shop.store.reading() as uow:
        return [one.voucher for one in came_with(uow, bill) if one.voucher is not None]


def use(shop: Shop, card: str, voucher: Voucher) -> Sold:
    """On a bill of somebody who is given nothing more."""
    bought = replace(cart(("General", 400)), voucher=voucher.on_bill)
    return checkout.commit_sale(shop.desk, SaleRequest(bought, card), key=shop.desk.ids.entity(), staff=STAFF)


def at(shop: Shop, voucher: Voucher) -> VoucherRecord:
    return rewards.get(shop.desk, voucher.voucher_id)


def out(shop: Shop, reward_id: str = "cream") -> int:
    with shop.store.reading() as uow:
        return uow.vouchers.out(reward_id)


def no_more(shop: Shop) -> None:
    """From now on no rule gives anything."""
    shop.publish(giving())


# Made with the bill


def test_a_bill_brings_its_member_a_voucher_for_nothing(shop: Shop, card: str) -> None:
    bill = shop.sell(card, GIFT).bill
    (voucher,) = brought(shop, bill)
    assert (voucher.cost, voucher.came_with, voucher.reward, voucher.staff) == (0, bill.bill_id, COUPON, STAFF)
    assert [(one.rule_id, one.points) for one in bill.rules] == [("gift", 0)]
    assert at(shop, voucher).status == "PENDING"
    with shop.store.reading() as uow:
        (move,) = uow.vouchers.moves(voucher.voucher_id)
        assert (move.kind, move.cause) == (MoveKind.ISSUED, bill.bill_id)
        assert len(uow.ledger.by_cause(voucher.voucher_id)) == 0
    shop.sound()


def test_its_paper_waits_behind_the_receipt(shop: Shop, card: str) -> None:
    bill = shop.sell(card, GIFT).bill
    (voucher,) = brought(shop, bill)
    with shop.store.reading() as uow:
        (receipt,) = uow.prints.of_subject(checkout.RECEIPT, bill.bill_id)
        (paper,) = uow.prints.of_subject(giving_out.PAPER, voucher.voucher_id)
    assert receipt.job_id < paper.job_id
    facts = papers.facts(shop.desk, paper, Letterhead(ShopFacts("Shop"), "A1"))
    assert isinstance(facts, VoucherFacts)
    assert (facts.code, facts.reward, facts.points_spent) == (voucher.code, "₹100 off", 0)


def test_the_same_key_brings_no_other(shop: Shop, card: str) -> None:
    bill = shop.sell(card, GIFT, key="once").bill
    before = shop.tables()
    assert shop.sell(card, GIFT, key="once").bill == bill
    assert shop.tables() == before


def test_looking_putting_away_and_refusals_bring_none(shop: Shop, card: str) -> None:
    before = shop.tables()["vouchers"]
    quoted = shop.quote(card, GIFT)
    assert [one.rule_id for one in quoted.earned.uses] == ["gift"]
    hold(shop.desk, cart=cart(GIFT), label="", member_id=shop.member_id(card))
    with shop.refuses(Code.CHANGED):
        shop.sell(card, ("General", 400), shown=quoted)
    assert shop.tables()["vouchers"] == before == []


def claim(shop: Shop, bill: Bill, card: str, key: str = "c") -> Sold:
    return claims.claim_points(shop.desk, bill.bill_id, card_number=card, key=key, staff="ravi")


def test_who_shows_no_card_gets_one_when_the_card_comes(shop: Shop, card: str) -> None:
    bill = shop.sell(None, GIFT).bill
    assert shop.tables()["vouchers"] == []
    shop.clock.advance(shop.clock.today + timedelta(days=1))
    later = claim(shop, bill, card)
    (voucher,) = later.vouchers
    assert later.lacking == ()
    assert [(one.rule_id, one.points) for one in later.bill.rules] == [("gift", 0)]
    assert brought(shop, later.bill) == [voucher]
    assert (voucher.came_with, voucher.staff, voucher.issued_at) == (bill.bill_id, "ravi", shop.clock.today)
    assert voucher.expires_at == COUPON.expires_at(shop.clock.today, shop.desk.calendar)
    with shop.store.reading() as uow:
        assert len(uow.prints.of_subject(giving_out.PAPER, voucher.voucher_id)) == 1
    before = shop.tables()
    assert claim(shop, bill, card) == Sold(later.bill)
    assert shop.tables() == before
    shop.sound()
    assert rebuilt_the_same(shop)


def test_a_card_that_comes_when_none_is_left_brings_its_points_alone(shop: Shop, card: str) -> None:
    shop.publish(giving(gives("cream")))
    guest = shop.sell(None, GIFT).bill
    for _ in range(2):
        shop.sell(card, GIFT)
    later = claim(shop, guest, card)
    assert (later.vouchers, later.lacking, later.bill.rules) == ((), (CREAM,), ())
    assert later.bill.earned_points > 0
    shop.sound()


def test_what_comes_with_a_card_goes_with_its_bill(shop: Shop, card: str) -> None:
    shop.publish(giving(gives("cream")))
    later = claim(shop, shop.sell(None, GIFT).bill, card)
    (voucher,) = later.vouchers
    assert out(shop) == 1
    returns.cancel(shop.desk, later.bill.bill_id, staff=STAFF)
    assert (at(shop, voucher).status, out(shop)) == ("CANCELLED", 0)
    shop.sound()


def test_a_bill_of_another_program_brings_one_as_well(shop: Shop, card: str) -> None:
    sold = outside.earn(shop.desk, outside.OutsideBill("T-1", cart(GIFT), card), staff=STAFF)
    assert tuple(brought(shop, sold.bill)) == sold.vouchers != ()
    shop.sound()


def test_several_rules_bring_several_in_the_order_of_their_names(shop: Shop, card: str) -> None:
    shop.publish(giving(gives("cream", "b"), gives("cream", "a"), gives("coupon", "c")))
    bill = shop.sell(card, GIFT).bill
    assert sorted(one.reward.reward_id for one in brought(shop, bill)) == ["coupon", "cream", "cream"]
    assert len({one.code for one in brought(shop, bill)}) == 3
    shop.sound()


# As far as there are any


def test_when_none_is_left_the_bill_is_sold_without(shop: Shop, card: str) -> None:
    shop.publish(giving(gives("cream", stop=True), DecisionRule("also", PointsFixed(5_00), priority=-1)))
    assert [len(brought(shop, shop.sell(card, GIFT).bill)) for _ in range(3)] == [1, 1, 0]
    assert out(shop) == 2
    bill = shop.sell(card, GIFT).bill
    assert [(one.rule_id, one.points) for one in bill.rules] == [("also", 5_00)]


def test_a_sale_says_what_it_brought_and_what_there_was_none_of(shop: Shop, card: str) -> None:
    shop.publish(giving(gives("cream", "a"), gives("cream", "b"), gives("cream", "c")))
    sold = shop.sell(card, GIFT)
    assert ([one.reward for one in sold.vouchers], sold.lacking) == ([CREAM, CREAM], (CREAM,))
    assert list(sold.vouchers) == brought(shop, sold.bill)
    again = shop.sell(card, GIFT)
    assert (again.vouchers, again.lacking, again.bill.lacking) == ((), (CREAM,), ("cream",)), "each once"


def test_the_same_key_says_again_what_its_bill_brought(shop: Shop, card: str) -> None:
    silver = TierScheme((Level("Bronze"), Level("Silver", min_spend_minor=1)))
    shop.publish(replace(giving(gives("cream", "a"), gives("cream", "b"), gives("cream", "c")), tiers=silver))
    first = shop.sell(card, GIFT, key="k")
    assert (first.risen, len(first.vouchers), first.lacking) == (Risen("Silver", None, 0), 2, (CREAM,))
    assert shop.sell(card, GIFT, key="k") == first


def test_the_receipt_says_what_there_was_none_of_also_when_it_is_printed_again(shop: Shop, card: str) -> None:
    shop.publish(giving(gives("cream")))
    bills = [shop.sell(card, GIFT).bill for _ in range(3)]
    shop.publish(changed())
    with shop.store.reading() as uow:
        jobs = [uow.prints.of_subject(checkout.RECEIPT, one.bill_id)[0] for one in bills]
        kept = [uow.bills.get(one.bill_id) for one in bills]
    assert [one and one.lacking for one in kept] == [(), (), ("cream",)]
    facts = [receipts.facts(shop.desk, job, Letterhead(ShopFacts("Shop"), "A1")) for job in jobs]
    assert [one.member and one.member.lacking for one in facts] == [(), (), ("Hand cream",)]
    texts = [repr(receipt.compose(one)) for one in facts]
    assert ["No Hand cream left: this bill brings none" in one for one in texts] == [False, False, True]
    shop.sound()


@pytest.mark.parametrize(
    "rule", [gives("coupon", limits=RuleLimits(uses_per_member=1)), gives("one")], ids=["of the rule", "of the reward"]
)
def test_a_member_has_it_as_often_as_one_may(shop: Shop, card: str, rule: DecisionRule) -> None:
    shop.publish(giving(rule))
    first, second = shop.sell(card, GIFT).bill, shop.sell(card, GIFT).bill
    assert [len(brought(shop, one)) for one in (first, second)] == [1, 0]
    shop.cancel(first.bill_id)
    assert len(brought(shop, shop.sell(card, GIFT).bill)) == 1


# With the bill it goes


def test_a_cancelled_bill_takes_it_back_and_its_place_in_the_stock(shop: Shop, card: str) -> None:
    shop.publish(giving(gives("cream")))
    shop.sell(card, ("General", 60))
    before = shop.standing()
    bill = shop.sell(card, GIFT).bill
    (voucher,) = brought(shop, bill)
    shop.cancel(bill.bill_id)
    assert (at(shop, voucher).status, out(shop), shop.standing()) == ("CANCELLED", 0 + 1, before)
    shop.cancel(bill.bill_id)
    shop.sound()


def test_a_part_that_comes_back_leaves_it_and_the_rest_takes_it(shop: Shop, card: str) -> None:
    bill = shop.sell(card, GIFT).bill
    (voucher,) = brought(shop, bill)
    shop.give_back(bill.bill_id, 40)
    assert at(shop, voucher).status == "PENDING"
    shop.give_back(bill.bill_id, 60)
    assert at(shop, voucher).status == "CANCELLED"
    shop.sound()


def test_what_was_used_meanwhile_stands_and_goes_when_it_comes_back_too(shop: Shop, card: str) -> None:
    bill = shop.sell(card, GIFT).bill
    (voucher,) = brought(shop, bill)
    no_more(shop)
    later = use(shop, card, voucher).bill
    shop.cancel(bill.bill_id)
    assert at(shop, voucher).status == "FULFILLED"
    shop.cancel(later.bill_id)
    assert at(shop, voucher).status == "CANCELLED"
    shop.sound()


def test_whoever_gives_a_bill_back_is_told_what_becomes_of_its_voucher(shop: Shop, card: str) -> None:
    bill, other = (shop.sell(card, GIFT).bill for _ in range(2))
    no_more(shop)
    use(shop, card, brought(shop, other)[0])

    def told(of: Bill, rupees: int) -> tuple[Lapsed, ...]:
        return returns.preview_lines(shop.desk, of.bill_id, {"1": rupees * 100}, staff=STAFF).vouchers

    assert [told(bill, 40), told(bill, 100)] == [(), (Lapsed("₹100 off", is_used=False),)]
    assert told(other, 100) == (Lapsed("₹100 off", is_used=True),)
    assert at(shop, brought(shop, bill)[0]).status == "PENDING"


def test_what_comes_back_names_the_vouchers_that_lapse_with_it(shop: Shop, card: str) -> None:
    shop.publish(giving(gives("coupon"), gives("coupon", "more"), gives("cream", "cream")))
    bill = shop.sell(card, GIFT).bill
    first, second, cream = brought(shop, bill)
    no_more(shop)
    rewards.cancel(shop.desk, second.voucher_id, staff=STAFF, key="no")
    later = use(shop, card, first).bill

    def back(rupees: int, key: str) -> tuple[str, ...]:
        return returns.return_amount(shop.desk, bill.bill_id, rupees * 100, key=key, staff=STAFF).vouchers

    assert [back(40, "part"), back(60, "rest"), back(60, "rest")] == [(), *2 * [(cream.voucher_id,)]]
    assert shop.cancel(later.bill_id).vouchers == (first.voucher_id,)
    assert shop.cancel(later.bill_id).vouchers == ()


def test_a_bill_for_nothing_stands_until_it_comes_back(shop: Shop, card: str) -> None:
    free = replace(cart(GIFT), discount=BillDiscount(percent=Decimal(100)))
    bill = checkout.commit_sale(shop.desk, SaleRequest(free, card), key="free", staff=STAFF).bill
    (voucher,) = brought(shop, bill)
    no_more(shop)
    shop.cancel(use(shop, card, voucher).bill.bill_id)
    assert (bill.net_minor, at(shop, voucher).status) == (0, "PENDING")
    shop.cancel(bill.bill_id)
    assert at(shop, voucher).status == "CANCELLED"
    shop.sound()


def test_one_used_on_a_bill_is_told_to_lapse_when_its_own_came_back_before(shop: Shop, card: str) -> None:
    bill = shop.sell(card, GIFT).bill
    no_more(shop)
    later = use(shop, card, brought(shop, bill)[0]).bill
    shop.cancel(bill.bill_id)

    seen = returns.preview_lines(shop.desk, later.bill_id, {"1": later.net_minor}, staff=STAFF)

    assert seen.vouchers == (Lapsed("₹100 off", is_used=False),)


def test_used_on_a_bill_that_comes_back_it_is_good_while_its_own_stands(shop: Shop, card: str) -> None:
    (voucher,) = brought(shop, shop.sell(card, GIFT).bill)
    no_more(shop)
    shop.cancel(use(shop, card, voucher).bill.bill_id)
    assert at(shop, voucher).status == "PENDING"


def test_cancelled_or_expired_it_gives_no_points(shop: Shop, card: str) -> None:
    first, second = (brought(shop, shop.sell(card, GIFT).bill)[0] for _ in range(2))
    before = shop.available(card)
    rewards.cancel(shop.desk, first.voucher_id, staff=STAFF, key="k")
    shop.wait(days=31)
    assert voucher_sweeps.expire_all(shop.desk) == 1
    assert (at(shop, first).status, at(shop, second).status) == ("CANCELLED", "EXPIRED")
    assert shop.available(card) == before
    shop.sound()


def test_it_goes_to_whoever_absorbs_its_member(shop: Shop, card: str) -> None:
    bill = shop.sell(card, GIFT).bill
    other = shop.enrol("Ravi")
    merging.merge(shop.desk, [card], into=other, staff=STAFF)
    (voucher,) = brought(shop, bill)
    shop.cancel(bill.bill_id)
    assert at(shop, voucher).status == "CANCELLED"


def test_a_backup_gets_them_again() -> None:
    secret, engines = bytes(32), (open_memory(), open_memory())
    try:
        shop = shop_on(engines[0], "shop", giving(gives("coupon")), secret=secret)
        card = shop.enrol()
        kept, gone, used = (shop.sell(card, GIFT).bill for _ in range(3))
        guest = shop.sell(None, GIFT).bill
        shop.cancel(gone.bill_id)
        no_more(shop)
        use(shop, card, brought(shop, used)[0])
        late = claim(shop, guest, card).bill
        sealer = FieldSealer(StoreKeys(secret, KeySource.FILE), tenant_id="shop", field="phone")
        store = SqlStore(engines[1], "shop", "A1", sealer)
        store.prepare()
        clock = ScenarioClock()
        backup = Shop(Desk(store, clock, SequentialIds()), clock)
        with shop.store.reading() as uow:
            events = list(uow.journal.events())
        assert reapply(backup.desk, events).left == ()
        ours, again = ([row[:TOUCHED] for row in one.tables()["vouchers"]] for one in (shop, backup))
        assert (again, len(brought(backup, kept)), len(brought(backup, late))) == (ours, 1, 1)
        assert backup.tables()["voucher_moves"] == shop.tables()["voucher_moves"]
    finally:
        for one in engines:
            one.dispose()


# In a chain


@pytest.fixture
def pair() -> Iterator[Pair]:
    with chained() as pair:
        pair.server.publish(giving(gives("coupon", "a"), gives("cream", "b")))
        pair.tell()
        yield pair


@pytest.fixture
def theirs(pair: Pair) -> str:
    card = pair.counter.enrol()
    settle(pair)
    return card


def settle(pair: Pair) -> None:
    pair.take_in()
    pair.tell()


def set_aside(pair: Pair) -> None:
    """The counter asked for one of the stock."""
    with pair.server.store.writing() as uow:
        blank = VoucherRecord(pair.server.desk.ids.entity(), "cream", BLANK, holder="A1", holder_epoch=2)
        uow.vouchers.put(blank)
    pair.tell()


def statuses(pair: Pair, voucher: Voucher) -> tuple[str, str]:
    return at(pair.counter, voucher).status, at(pair.server, voucher).status


def hand_over_to(pair: Pair, voucher: Voucher, counter: str) -> None:
    """The server has let another counter have it."""
    with pair.server.store.writing() as uow:
        record = uow.vouchers.get(voucher.voucher_id)
        assert record is not None
        uow.vouchers.put(replace(record, holder=counter, holder_epoch=1))
    pair.tell()


def test_what_a_counter_had_none_of_is_kept_at_the_server_as_it_was_sealed(pair: Pair, theirs: str) -> None:
    bill = pair.counter.sell(theirs, GIFT).bill
    assert bill.lacking == ("cream",)
    settle(pair)
    with pair.server.store.reading() as uow:
        assert uow.bills.get(bill.bill_id) == bill


def test_of_a_stock_only_what_is_set_aside_here_is_given(pair: Pair, theirs: str) -> None:
    first = pair.counter.sell(theirs, GIFT).bill
    set_aside(pair)
    second, third = (pair.counter.sell(theirs, GIFT).bill for _ in range(2))
    assert [len(brought(pair.counter, one)) for one in (first, second, third)] == [1, 2, 1]
    settle(pair)
    assert [len(brought(pair.server, one)) for one in (first, second, third)] == [1, 2, 1]
    assert pair.noted == []
    assert rebuilt_the_same(pair.server)


def test_a_counter_knows_what_it_lacks_before_a_bill_brings_it(pair: Pair, shop: Shop) -> None:
    assert lacking(pair.counter.desk) == ["cream"]
    set_aside(pair)
    assert lacking(pair.counter.desk) == []
    shop.publish(giving(gives("cream")))
    assert (lacking(shop.desk), lacking(pair.server.desk)) == ([], [])


def test_its_counter_holds_it_and_takes_it_back_alone(pair: Pair, theirs: str) -> None:
    bill = pair.counter.sell(theirs, GIFT).bill
    (voucher,) = brought(pair.counter, bill)
    settle(pair)
    assert at(pair.server, voucher).is_held_by("A1", 2)
    pair.counter.cancel(bill.bill_id)
    assert statuses(pair, voucher) == ("CANCELLED", "PENDING")
    settle(pair)
    assert (statuses(pair, voucher), pair.noted) == (("CANCELLED", "CANCELLED"), [])
    assert rebuilt_the_same(pair.server)


def test_the_server_hears_of_what_came_with_a_card_that_came_later(pair: Pair, theirs: str) -> None:
    set_aside(pair)
    later = claim(pair.counter, pair.counter.sell(None, GIFT).bill, theirs)
    assert [one.reward for one in later.vouchers] == [COUPON, CREAM]
    settle(pair)
    assert brought(pair.server, later.bill) == brought(pair.counter, later.bill) == list(later.vouchers)
    pair.counter.cancel(later.bill.bill_id)
    settle(pair)
    assert [statuses(pair, one) for one in later.vouchers] == [("CANCELLED", "CANCELLED")] * 2
    assert (pair.noted, rebuilt_the_same(pair.server)) == ([], True)


def test_what_another_counter_may_use_is_asked_back_before_it_lapses(pair: Pair, theirs: str) -> None:
    bill = pair.counter.sell(theirs, GIFT).bill
    (voucher,) = brought(pair.counter, bill)
    settle(pair)
    hand_over_to(pair, voucher, "B1")
    pair.counter.cancel(bill.bill_id)
    settle(pair)
    assert (statuses(pair, voucher), at(pair.server, voucher).is_wanted) == (("PENDING", "PENDING"), True)
    take(pair.server, voucher_sweeps.RELEASED, {"counter": "B1", "released": [voucher.voucher_id]})
    pair.tell()
    assert statuses(pair, voucher) == ("CANCELLED", "CANCELLED")
    assert rebuilt_the_same(pair.server)


def test_what_nobody_has_any_more_lapses_at_the_server(pair: Pair, theirs: str) -> None:
    bill = pair.counter.sell(theirs, GIFT).bill
    (voucher,) = brought(pair.counter, bill)
    settle(pair)
    with pair.server.store.writing() as uow:
        record = uow.vouchers.get(voucher.voucher_id)
        assert record is not None
        uow.vouchers.put(replace(record, holder="", holder_epoch=0))
    pair.tell()
    pair.counter.cancel(bill.bill_id)
    assert at(pair.counter, voucher).status == "PENDING"
    settle(pair)
    assert statuses(pair, voucher) == ("CANCELLED", "CANCELLED")


def test_a_return_at_the_server_asks_its_counter(pair: Pair, theirs: str) -> None:
    bill = pair.counter.sell(theirs, GIFT).bill
    (voucher,) = brought(pair.counter, bill)
    settle(pair)
    pair.server.cancel(bill.bill_id)
    pair.tell()
    assert at(pair.counter, voucher).is_wanted
    assert voucher_sweeps.release(pair.counter.desk) == 1
    settle(pair)
    assert statuses(pair, voucher) == ("CANCELLED", "CANCELLED")


def test_a_bill_that_comes_back_after_its_voucher_was_used_is_shown_to_a_person(pair: Pair, theirs: str) -> None:
    bill = pair.counter.sell(theirs, GIFT).bill
    (voucher,) = brought(pair.counter, bill)
    use(pair.counter, theirs, voucher)
    pair.counter.cancel(bill.bill_id)
    settle(pair)
    (note,) = pair.noted
    assert (note.kind, note.facts["bill"], note.facts["voucher"]) == (VOUCHER_KEPT, bill.number, voucher.code)
    assert statuses(pair, voucher) == ("FULFILLED", "FULFILLED")
    assert rebuilt_the_same(pair.server)


def test_a_history_brings_them_as_the_servers_own() -> None:
    with memory_shop(giving(gives("coupon"))) as first, memory_shop(giving(gives("coupon"))) as second:
        card = first.enrol()
        bill, gone = (first.sell(card, GIFT).bill for _ in range(2))
        first.cancel(gone.bill_id)
        with first.desk.store.reading() as uow:
            events = [one for one in uow.journal.events() if one.kind != "program"]
        for event in events:
            with second.desk.store.writing() as uow:
                page, at_ = Page.open(second.desk, uow), event.occurred_at
                take_in(page, Incoming(event.kind, json.loads(event.body), at_, at_, is_history=True), keeps_facts=True)
                page.close("intake", {})
        assert [at(second, one).status for one in brought(first, bill)] == ["PENDING"]
        assert [at(second, one).status for one in brought(first, gone)] == ["CANCELLED"]


@pytest.mark.parametrize(
    "twisted",
    [
        {"cost": 1},
        {"entry_id": "another bill"},
        {"member_id": "another"},
        {"reward": CREAM},
        {"reward": replace(COUPON, value_minor=900_00)},
        {},
    ],
    ids=["paid", "another bill's", "another's", "another reward", "worth more", "once too often"],
)
def test_what_none_of_its_rules_gives_is_not_taken_in(shop: Shop, card: str, twisted: dict[str, Any]) -> None:
    bill = shop.sell(card, GIFT).bill
    (voucher,) = brought(shop, bill)
    with shop.store.reading() as uow:
        body = json.loads(list(uow.journal.events())[-1].body)
    more = replace(voucher, voucher_id="more", **twisted)
    forged = {**body, "brought": [*body["brought"], voucher_row(more)] if not twisted else [voucher_row(more)]}
    with memory_shop(giving(gives("coupon"))) as other:
        assert other.member_id(other.enrol()) == shop.member_id(card)
        with pytest.raises(CannotTakeIn, match="VOUCHER-UNGIVEN"):
            take(other, "bill", forged)


def test_a_redeemed_one_stays_what_it_was(shop: Shop, card: str) -> None:
    shop.credit(card, 1_000_00)
    voucher = rewards.redeem(shop.desk, Wish(card), "coupon", staff=STAFF, key="k")
    assert (voucher.cost, voucher.came_with) == (1_000_00, None)
    assert books.verify(shop.desk).faults == ()
