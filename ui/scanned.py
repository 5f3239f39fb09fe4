"""Scanned: a code from anybody, as it can be shown in a line."""

from __future__ import annotations

LENGTH_MAX = 24


def scanned_words(text: str) -> str:
    """The beginning of it; a · stands for each character that cannot be seen, or would turn the line around."""
    shown = text if len(text) <= LENGTH_MAX else f"{text[:LENGTH_MAX]}…"
    return "".join(char if char.isprintable() else "·" for char in shown)
