"""The palette's decisions: which commands match what is typed."""

from __future__ import annotations

from ui.actions import Action, Scope, actions
from ui.rows import ChoiceRow
from ui.words import tr

SHOWN_MAX = 50
_OFFERED = (Scope.EVERYWHERE, Scope.COUNTER)


def offered() -> tuple[Action, ...]:
    """What means something wherever one is."""
    return tuple(one for one in actions() if one.keys[0].scope in _OFFERED)


def matching(typed: str) -> tuple[Action, ...]:
    """Commands with every typed word in their name or explanation; those whose name begins so come first."""
    words = typed.casefold().split()
    found = [one for one in offered() if all(word in _searched(one) for word in words)]
    begun = typed.casefold().strip()
    return tuple(sorted(found, key=lambda one: not tr(one.text).casefold().startswith(begun))[:SHOWN_MAX])


def rows(found: tuple[Action, ...]) -> tuple[ChoiceRow, ...]:
    return tuple(ChoiceRow(tr(one.text), tr(one.explained), one.key_label) for one in found)


def _searched(action: Action) -> str:
    """In the language of the counter and in English, which some know a command by."""
    return " ".join((tr(action.text), tr(action.explained), action.text, action.explained)).casefold()
