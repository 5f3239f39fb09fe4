"""Point words: amounts of points as the programme in force says them, for what is shown while a customer looks on."""

from __future__ import annotations

from app.domain.formats import points
from app.domain.point_words import PointWords
from ui.words import tr


def amount(hundredths: int, words: PointWords) -> str:
    """30 points, 30 coins, or ₹30.00 of cashback."""
    return words.own(hundredths) or tr("{points} points", points=points(hundredths))


def figure(hundredths: int, words: PointWords) -> str:
    """The amount where it is said already what it is of."""
    return points(hundredths) if words.cashback is None else words.own(hundredths)


def with_worth(hundredths: int, worth: str, words: PointWords) -> str:
    """30 coins = ₹3.00; cashback is its worth."""
    if words.cashback is not None:
        return tr("{amount} cashback", amount=words.own(hundredths))
    return f"{amount(hundredths, words)} = {worth}"


def name(words: PointWords) -> str:
    """What stands before a figure: “Points”, the programme's own word as the shop writes it, or “Cashback”."""
    if words.cashback is not None:
        return tr("Cashback")
    return words.name.many if words.name else tr("Points")
