"""Parts: panes of one page that hear keys of their own."""

from __future__ import annotations

from collections.abc import Callable

from ui.actions import Do


class Part:
    """The commands of one pane of the page, carried out while the page knows how things stand."""

    def __init__(self, commands: dict[Do, Callable[[], None]], is_ready: Callable[[], bool]) -> None:
        self.commands = commands
        self._is_ready = is_ready

    def do(self, what: Do) -> None:
        if self._is_ready():
            self.commands[what]()
