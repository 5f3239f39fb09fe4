"""Flaws: what is wrong with rules, in words, and how heavy that is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from app.domain.errors import DomainError, invalid


class Weight(StrEnum):
    """Whether rules are refused because of it, or somebody is only told."""

    REFUSES = "REFUSES"
    WARNS = "WARNS"


def wrong(text: str) -> str:
    """Marks a sentence about rules for the catalogues of the screens' words."""
    return text


@dataclass(frozen=True, slots=True)
class Flaw:
    """A sentence about the rules of these names."""

    text: str
    rules: tuple[str, ...]
    weight: Weight = Weight.REFUSES

    @property
    def refuses(self) -> bool:
        return self.weight is Weight.REFUSES

    @property
    def warned(self) -> Flaw:
        return replace(self, weight=Weight.WARNS)


def refusal(flaws: Iterable[Flaw]) -> DomainError | None:
    """One refusal with every reason there is; None where none refuses."""
    told: dict[str, list[str]] = {}
    for one in flaws:
        if one.refuses:
            told.setdefault(one.rules[0], []).append(one.text)
    if not told:
        return None
    reasons = [text for name, texts in told.items() for text in (wrong(f"“{name}” cannot be like this."), *texts)]
    return invalid(" ".join([*reasons, "Nothing was saved."]))
