"""Members, their cards, who brought them, and refusals."""

from __future__ import annotations

from contextlib import AbstractContextManager

import pytest

from app.domain.codes import card_number
from app.domain.errors import Code, DomainError, invalid
from app.domain.member import Card, CardStatus, Holder, Member
from app.domain.referral import check_link
from tests.unit.domain.samples import NOON


def member(merged_into: str | None = None) -> Member:
    return Member("m", "Asha", None, "en", None, merged_into, "Bronze", NOON, 0, 0, "Bronze")


def card(status: CardStatus) -> Card:
    return Card("700012345641", "m", status, NOON)


@pytest.mark.parametrize("status", list(CardStatus))
def test_only_an_active_card_is_active(status: CardStatus) -> None:
    active = status.value == "ACTIVE"

    assert card(status).is_active is active
    assert Holder(member(), card(status)).is_active is active


def test_a_member_without_a_card_or_merged_away_is_not_active() -> None:
    assert not Holder(member(), None).is_active
    assert not Holder(member(merged_into="other"), card(CardStatus.ACTIVE)).is_active


def refused(message: str) -> AbstractContextManager[object]:
    return pytest.raises(DomainError, match=f"^INVALID: {message}$")


def test_a_referrer_is_set_once() -> None:
    with refused("This member already has a referrer; it is set once. Nothing was changed."):
        check_link("m", referrer_id="r", current="x", ancestry=())


def test_nobody_refers_themselves() -> None:
    with refused("A card cannot refer itself. Nothing was changed."):
        check_link("m", referrer_id="m", current=None, ancestry=())


def test_a_circle_of_referrals_is_refused() -> None:
    with refused("That would make a circle of referrals. Nothing was changed."):
        check_link("m", referrer_id="r", current=None, ancestry=("a", "m"))


def test_a_plain_referrer_is_accepted() -> None:
    check_link("m", referrer_id="r", current=None, ancestry=("a", "b"))
    check_link("m", referrer_id="r", current=None, ancestry=())


def test_a_card_number_is_issued_over_ten_digits() -> None:
    with pytest.raises(AssertionError, match=r"^a card number is issued over ten digits$"):
        card_number("123")


def test_a_refusal_has_a_code_words_and_figures() -> None:
    refusal = invalid("Please check.", left=5)

    assert str(refusal) == "INVALID: Please check."
    assert (refusal.code, refusal.facts) == (Code.INVALID, {"left": 5})
    assert DomainError(Code.DISABLED, "Off.").facts == {}
