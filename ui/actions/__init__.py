"""Actions: every command of the counter with its words and keys; each group of screens has its own here."""

from ui.actions.action import Action, Key
from ui.actions.binding import Bindings, Place
from ui.actions.do import Do
from ui.actions.registry import ACTIONS, action, actions, bar, bind, keys_in
from ui.actions.scope import INSIDE, Scope, path_of

__all__ = [
    "ACTIONS", "INSIDE", "Action", "Bindings", "Do", "Key", "Place", "Scope", "action", "actions", "bar", "bind",
    "keys_in", "path_of",
]  # fmt: skip
