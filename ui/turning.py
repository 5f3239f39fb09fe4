"""Turning: what the window's pages promise, and what it promises to those who make some of them."""

from __future__ import annotations

from typing import Protocol, TypeVar

from PySide6.QtWidgets import QWidget

from ui.actions import Do

_Page = TypeVar("_Page", bound=QWidget)


class Opening(Protocol):
    def open(self) -> None: ...


class Desk(Protocol):
    def do(self, what: Do) -> None: ...


class Pages(Protocol):
    """The window's pages."""

    def put(self, page: _Page) -> _Page:
        """One more, dressed as the others."""

    def turn(self, page: Opening) -> None:
        """Show it, as it is opened anew."""
