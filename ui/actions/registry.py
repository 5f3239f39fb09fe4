"""The registry: every action there is; menus, buttons, the help sheet and tests read it."""

from __future__ import annotations

from collections.abc import Iterator

from ui.actions.action import Action, Key
from ui.actions.binding import Bindings, bound
from ui.actions.counter import COUNTER
from ui.actions.do import Do
from ui.actions.people import PEOPLE
from ui.actions.scope import Scope
from ui.actions.shop import SHOP
from ui.actions.window import WINDOW

ACTIONS: tuple[Action, ...] = (*WINDOW, *COUNTER, *PEOPLE, *SHOP)  # with the usual keys


class _Bound:
    """The actions with the keys they have now."""

    def __init__(self) -> None:
        self.actions, self.by_name = ACTIONS, {one.do: one for one in ACTIONS}

    def bind(self, given: Bindings) -> None:
        self.actions = bound(ACTIONS, given)
        self.by_name = {one.do: one for one in self.actions}


_bound = _Bound()


def bind(given: Bindings) -> None:
    """From now on commands have these keys. A window keeps those it was opened with."""
    _bound.bind(given)


def actions() -> tuple[Action, ...]:
    """Every action, with its keys of now."""
    return _bound.actions


def action(do: Do) -> Action:
    return _bound.by_name[do]


def bar() -> tuple[Action, ...]:
    """The actions that stand as buttons under the counter."""
    return tuple(one for one in actions() if one.on_bar)


def keys_in(scope: Scope) -> Iterator[tuple[Key, Do]]:
    """Keys heard in exactly this scope."""
    return ((key, one.do) for one in actions() for key in one.keys if key.scope is scope)
