"""Cards of a history: numbers that were given out twice, each by a shop that was alone then."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.domain.member import Card
from app.services.intake.taking import CannotTakeIn, Taking
from app.services.members.card_numbers import fresh_number

_STANDS_FOR = "card of a history"


@dataclass(frozen=True, slots=True)
class Admitted:
    """The number a new card goes by here; `holder_id` is who has the number it had, where that was somebody's."""

    number: str
    facts: Mapping[str, str]
    holder_id: str | None = None


def admitted(taking: Taking, number: str) -> Admitted:
    """A fresh number where a history's own is somebody else's here already.

    Both were given out in good faith: the member who comes later stands, with another card.
    """
    holder = taking.uow.members.by_card(number)
    if holder is None:
        return Admitted(number, {})
    if not taking.event.is_history:
        raise CannotTakeIn("CARD-TAKEN", "The new card is already somebody's here.")
    fresh = fresh_number(taking.page.desk, taking.uow)
    taking.uow.effects.record(_STANDS_FOR, _key(taking, number), fresh)
    return Admitted(fresh, {"card": number, "instead": fresh}, holder.member.member_id)


def named(taking: Taking, number: str) -> Card:
    """The card an event means. What a history says of a number is about the card that stands for it here."""
    stand_in = taking.uow.effects.result(_STANDS_FOR, _key(taking, number)) if taking.event.is_history else None
    return taking.card(stand_in or number)


def _key(taking: Taking, number: str) -> str:
    return f"{taking.event.numbering}/{number}"
