"""Changes: what two sets of things with names differ in, and the same changes made of another set."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

Thing = TypeVar("Thing")


def changed(
    before: Iterable[Thing], after: Iterable[Thing], name_of: Callable[[Thing], str]
) -> dict[str, tuple[Thing | None, Thing | None]]:
    """By name, as it was and as it is: what was changed or taken away, in the order it stood in, then what is new."""
    was, now = ({name_of(one): one for one in things} for things in (before, after))
    names = [*was, *(name for name in now if name not in was)]
    pairs = {name: (was.get(name), now.get(name)) for name in names}
    return {name: pair for name, pair in pairs.items() if pair[0] != pair[1]}


def with_one(
    things: tuple[Thing, ...], one: Thing, name_of: Callable[[Thing], str], *, instead_of: str = ""
) -> tuple[Thing, ...]:
    """The same with one in the place of another, or behind all where there is none of that name."""
    name = instead_of or name_of(one)
    if all(name_of(other) != name for other in things):
        return (*things, one)
    return tuple(one if name_of(other) == name else other for other in things)


def without(things: tuple[Thing, ...], name: str, name_of: Callable[[Thing], str]) -> tuple[Thing, ...]:
    return tuple(one for one in things if name_of(one) != name)


def carried_over(
    base: tuple[Thing, ...], mine: tuple[Thing, ...], newer: tuple[Thing, ...], name_of: Callable[[Thing], str]
) -> tuple[Thing, ...]:
    """What `mine` made of `base`, made of `newer`; what both changed is as `mine` has it."""
    made = newer
    for name, (_, now) in changed(base, mine, name_of).items():
        made = without(made, name, name_of) if now is None else with_one(made, now, name_of)
    return made
