"""Adjustments and rewards: points given, taken and spent, each with its reason."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from app.domain.codes import card_number
from app.domain.errors import Code
from app.domain.member import CardStatus
from app.domain.program import Earning
from app.services.members import adjustments, card_status
from app.services.members.adjustments import REASON_MAX, Adjusted
from tests.desks import STAFF, Shop, changed, memory_shop

NOBODY = card_number("9999999999")


def adjust(shop: Shop, card: str, points: int, *, reason: str = "goodwill", key: str = "k") -> Adjusted:
    return adjustments.adjust(shop.desk, card, points=points, reason=reason, staff=STAFF, key=key)


def reward(shop: Shop, card: str, cost: int, *, min_tier: str | None = None, key: str = "k") -> Adjusted:
    return adjustments.redeem_reward(shop.desk, card, cost=cost, reward="mug", min_tier=min_tier, staff=STAFF, key=key)


@pytest.fixture
def card(shop: Shop) -> str:
    return shop.enrol()


def test_points_are_given_and_taken_with_a_reason(shop: Shop, card: str) -> None:
    given = adjust(shop, card, 50_00, key="1")
    taken = adjust(shop, card, -20_00, key="2")

    assert (given.points, given.balance, taken.points, taken.balance) == (50_00, 50_00, -20_00, 30_00)
    with shop.store.reading() as uow:
        (entry,) = (posting.entry for posting in uow.ledger.by_cause(taken.adjustment_id))
    assert (entry.reason, entry.staff, entry.card_number) == ("goodwill", STAFF, card)
    shop.sound()


def test_given_points_never_expire_unless_said_otherwise(shop: Shop, card: str) -> None:
    shop.credit(card, 10_00)
    shop.credit(card, 20_00, policy_expiry=True)
    shop.credit(card, 40_00, expires_at=shop.wait(days=1))
    assert shop.available(card) == 30_00

    shop.wait(days=365)

    assert shop.available(card) == 10_00
    shop.sound()


@pytest.mark.parametrize(
    ("points", "reason", "code"),
    [
        (0, "goodwill", Code.INVALID),
        (1, "  ", Code.INVALID),
        (1, "r" * (REASON_MAX + 1), Code.INVALID),
        (-10_01, "mistake", Code.INSUFFICIENT_POINTS),
    ],
)
def test_an_adjustment_that_cannot_be_is_refused(shop: Shop, card: str, points: int, reason: str, code: Code) -> None:
    shop.credit(card, 10_00)

    with shop.refuses(code):
        adjust(shop, card, points, reason=reason)


def test_cards_that_are_not_active_or_not_known_are_refused(shop: Shop, card: str) -> None:
    shop.credit(card, 10_00)
    card_status.set_card_status(shop.desk, card, CardStatus.BLOCKED, staff=STAFF)

    for verb in (adjust, reward):
        with shop.refuses(Code.CARD_INACTIVE):
            verb(shop, card, 1_00)
        with shop.refuses(Code.UNKNOWN_CARD):
            verb(shop, NOBODY, 1_00)


@pytest.mark.parametrize("verb", [adjust, reward])
def test_the_same_key_answers_as_the_first_time(verb: Callable[[Shop, str, int], Adjusted]) -> None:
    """Also where what is available and what the books say differ."""
    with memory_shop(changed(earning=Earning(pending_days=7))) as shop:
        card = shop.enrol()
        shop.sell(card, ("General", 1000))
        shop.credit(card, 50_00)
        first = verb(shop, card, 10_00)
        shop.credit(card, 1_00)
        before = shop.tables()

        assert verb(shop, card, 99_00) == first
        assert shop.tables() == before


class TestRewards:
    def test_are_paid_in_points(self, shop: Shop, card: str) -> None:
        shop.credit(card, 50_00)

        bought = reward(shop, card, 20_00)

        assert (bought.points, bought.balance) == (-20_00, 30_00)
        shop.sound()

    @pytest.mark.parametrize(
        ("cost", "min_tier", "code", "saying"),
        [
            (0, None, Code.INVALID, "costs points"),
            (-5_00, None, Code.INVALID, "costs points"),
            (50_01, None, Code.INSUFFICIENT_POINTS, "there are 50"),
            (10_00, "Silver", Code.TIER_TOO_LOW, "for Silver and above; the card is Bronze"),
            (10_00, "Diamond", Code.INVALID, "no tier called Diamond"),
        ],
    )
    def test_that_cannot_be_had_are_refused(
        self, shop: Shop, card: str, cost: int, min_tier: str | None, code: Code, saying: str
    ) -> None:
        shop.credit(card, 50_00)

        with shop.refuses(code, saying=saying):
            reward(shop, card, cost, min_tier=min_tier)

    @pytest.mark.parametrize("min_tier", ["Bronze", "Silver"])
    def test_are_for_a_tier_and_those_above_it(self, shop: Shop, min_tier: str) -> None:
        card = shop.enrol(tier="Silver")
        shop.credit(card, 50_00)

        assert reward(shop, card, 10_00, min_tier=min_tier).balance == 40_00

    def test_are_off_while_the_scheme_is(self, shop: Shop, card: str) -> None:
        shop.credit(card, 50_00)
        shop.publish(changed(enabled=False))

        with shop.refuses(Code.DISABLED):
            reward(shop, card, 10_00)
