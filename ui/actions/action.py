"""An action: a command with its words and keys."""

from __future__ import annotations

from dataclasses import dataclass

from ui.actions.do import Do
from ui.actions.scope import Scope


@dataclass(frozen=True, slots=True)
class Key:
    """A key in Qt's portable text ("Ctrl+Return", "Num++"), and where it is heard."""

    text: str
    scope: Scope = Scope.COUNTER

    @property
    def label(self) -> str:
        """As it is written on the key."""
        return self.text.replace("Return", "Enter").replace("Num+", "Num ")


@dataclass(frozen=True, slots=True)
class Action:
    """One command: `text` on its button and in the menu, `explained` on the help sheet."""

    do: Do
    text: str
    explained: str
    keys: tuple[Key, ...]
    on_bar: bool = False

    @property
    def key_label(self) -> str:
        return self.keys[0].label

    @property
    def scope(self) -> Scope:
        """Where it belongs: where the first of its keys is heard."""
        return self.keys[0].scope


def enter(*scopes: Scope) -> tuple[Key, ...]:
    """Both keys that say Enter, the main one and the numpad's."""
    return tuple(Key(text, scope) for scope in scopes for text in ("Return", "Enter"))
