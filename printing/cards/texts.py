"""What cards say: one member's part, and the shop's."""

from __future__ import annotations

from dataclasses import dataclass

TRAINING = "TRAINING — not a real card"


@dataclass(frozen=True, slots=True)
class CardText:
    """What a card says. `number` is a card number: twelve digits with their check; none while it is not known."""

    number: str
    name: str
    language: str = "en"


@dataclass(frozen=True, slots=True)
class ShopText:
    """What every card of a shop says. Cards made in `training` say that they are none."""

    name: str
    phone: str = ""
    address: str = ""
    training: bool = False
