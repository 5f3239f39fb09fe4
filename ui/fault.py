"""A fault before there is a window: said on the screen, so that a start by double-click does not end in silence."""

from __future__ import annotations

from PySide6.QtWidgets import QMessageBox

from ui.window import application


def show_fault(sentence: str) -> None:
    """Show why the counter did not open, and wait for it to be read."""
    application()
    QMessageBox.critical(None, "Tillpoint", sentence)
