"""The registry: every action there is; menus, buttons, the help sheet and tests read it."""

from __future__ import annotations

from collections.abc import Iterator

from ui.actions.action import Action, Key
from ui.actions.counter import COUNTER
from ui.actions.do import Do
from ui.actions.people import PEOPLE
from ui.actions.scope import Scope
from ui.actions.shop import SHOP
from ui.actions.window import WINDOW

ACTIONS: tuple[Action, ...] = (*WINDOW, *COUNTER, *PEOPLE, *SHOP)

_BY_NAME = {action.do: action for action in ACTIONS}


def action(do: Do) -> Action:
    return _BY_NAME[do]


def bar() -> tuple[Action, ...]:
    """The actions that stand as buttons under the counter."""
    return tuple(one for one in ACTIONS if one.on_bar)


def keys_in(scope: Scope) -> Iterator[tuple[Key, Do]]:
    """Keys heard in exactly this scope."""
    return ((key, one.do) for one in ACTIONS for key in one.keys if key.scope is scope)
