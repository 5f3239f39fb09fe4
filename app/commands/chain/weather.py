"""The weather of a demo's day: which counter's line is cut, and for how long. For most of the day one always is."""

from __future__ import annotations

from dataclasses import dataclass

COUNTERS = ("A1", "B1", "C1")


@dataclass(frozen=True, slots=True)
class Spell:
    """A counter's line is cut from `since` until `until`, in hundredths of the day."""

    counter: str
    since: int
    until: int


SPELLS = (Spell("B1", 10, 40), Spell("C1", 30, 60), Spell("A1", 50, 85), Spell("B1", 70, 95))


def is_cut(counter: str, *, done: int) -> bool:
    """Whether the counter has no line when so many hundredths of the day are over."""
    return any(spell.counter == counter and spell.since <= done < spell.until for spell in SPELLS)


def forecast() -> list[str]:
    """What will happen, in words."""
    return [f"{one.counter} without a line from {one.since} % to {one.until} % of the day" for one in SPELLS]
