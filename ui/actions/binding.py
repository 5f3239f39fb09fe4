"""Binding: the keys a shop gives its commands instead of the usual ones, and why a key cannot be given."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from ui.actions.action import Action, Key
from ui.actions.do import Do
from ui.actions.scope import Scope, path_of
from ui.words import later, tr

STANDARD: Final = "standard"
TALLY: Final = "tally"
PROFILES: Final[Mapping[str, str]] = {STANDARD: later("Usual keys"), TALLY: later("Like Tally")}

# What is heard elsewhere in the text of the same pane, or belongs to the system.
_FIXED = frozenset({"Esc", "Tab", "Backtab", "Shift+Tab", "Return", "Enter", "F10", "F11", "Alt+F4"})
# Where letters are commands already; everywhere else they are typed.
_LETTERS_ARE_KEYS = frozenset({Scope.PAY, Scope.CUSTOMER})
_WITHOUT_TYPING = re.compile(
    r"(.*\+)?(F\d+|Esc|Ins|Del|Pause|Home|End|PgUp|PgDown|Up|Down|Left|Right|Num\+.)|(Ctrl|Alt|Meta)\+.+"
)

TAKEN = later("{key} is “{what}” already ({where}).")
TYPED = later("{key} is typed there. Take one with Ctrl or Alt, or a key like F4.")
FIXED = later("{key} cannot be given to another command.")


@dataclass(frozen=True, slots=True)
class Place:
    """A command where it is heard: what keys are given to."""

    do: Do
    scope: Scope


Bindings = Mapping[Place, tuple[str, ...]]

_TALLY: Bindings = {
    Place(Do.FINISH, Scope.COUNTER): ("Ctrl+A", "Ctrl+Return", "Ctrl+Enter"),
    Place(Do.BACK, Scope.EVERYWHERE): ("Esc", "Ctrl+Q"),
    Place(Do.REPRINT, Scope.COUNTER): ("Alt+P", "Ctrl+P"),
    Place(Do.NEW_CARD, Scope.COUNTER): ("F6", "Alt+C"),
    Place(Do.FOCUS_BOX, Scope.COUNTER): ("F2", "F8"),
    Place(Do.REDEEM, Scope.COUNTER): ("Alt+R",),
}
_OF_PROFILE: Mapping[str, Bindings] = {STANDARD: {}, TALLY: _TALLY}


def bound(actions: Sequence[Action], given: Bindings) -> tuple[Action, ...]:
    """The actions with other keys where some are given. Each stays heard where it was."""
    return tuple(replace(one, keys=tuple(_keys(one, given))) for one in actions)


def _keys(one: Action, given: Bindings) -> Iterable[Key]:
    for scope in dict.fromkeys(key.scope for key in one.keys):
        usual = tuple(key.text for key in one.keys if key.scope is scope)
        yield from (Key(text, scope) for text in given.get(Place(one.do, scope), usual))


def of_profile(profile: str) -> Bindings:
    return _OF_PROFILE.get(profile, {})


def read(text: str, actions: Sequence[Action], *, profile: str) -> Bindings:
    """The profile's keys and the shop's own, of `place=key` tokens; what cannot be is left out."""
    pairs = (token.partition("=") for token in text.split())
    own = {known: (key,) for place, _, key in pairs if (known := _place(place, actions)) is not None}
    given = {**of_profile(profile), **own}
    for place, (key,) in own.items():
        if not may_change(actions, place) or problem(bound(actions, given), place, key):
            given = {**{one: keys for one, keys in given.items() if one != place}, **_usual_of(place, profile)}
    return given


def _usual_of(place: Place, profile: str) -> Bindings:
    """What the profile itself gives this command."""
    return {one: keys for one, keys in of_profile(profile).items() if one == place}


def may_change(actions: Sequence[Action], place: Place) -> bool:
    """Whether its keys may be others. Enter and Esc mean what they say everywhere."""
    return not any(key.text in _FIXED for key in keys_of(actions, place))


def keys_of(actions: Sequence[Action], place: Place) -> tuple[Key, ...]:
    (one,) = (one for one in actions if one.do is place.do)
    return tuple(key for key in one.keys if key.scope is place.scope)


def written(given: Bindings) -> str:
    """As it is kept among the settings; the profile's own are not."""
    return " ".join(f"{place.do}:{place.scope.name.lower()}={keys[0]}" for place, keys in given.items())


def _place(text: str, actions: Sequence[Action]) -> Place | None:
    do, _, scope = text.partition(":")
    found = (Place(one.do, key.scope) for one in actions for key in one.keys)
    return next((one for one in found if (one.do, one.scope.name.lower()) == (do, scope)), None)


def problem(actions: Sequence[Action], place: Place, key: str) -> str:
    """Why a command cannot have this key, as a sentence; empty when it can."""
    if key in _FIXED:
        return tr(FIXED, key=Key(key).label)
    if place.scope not in _LETTERS_ARE_KEYS and not _WITHOUT_TYPING.fullmatch(key):
        return tr(TYPED, key=Key(key).label)
    return taken(actions, place, key)


def taken(actions: Sequence[Action], place: Place, key: str) -> str:
    """Who has the key already, as a sentence; empty where nobody has."""
    holder = _holder(actions, place, key)
    if holder is None:
        return ""
    one, scope = holder
    return tr(TAKEN, key=Key(key).label, what=tr(one.text), where=tr(scope))


def _holder(actions: Sequence[Action], place: Place, key: str) -> tuple[Action, Scope] | None:
    """Who has the key along a path that leads through this place."""
    for one in actions:
        for held in one.keys:
            meets = held.scope in path_of(place.scope) or place.scope in path_of(held.scope)
            if held.text == key and meets and Place(one.do, held.scope) != place:
                return one, held.scope
    return None
