"""Figures of a tier, typed by a manager."""

from __future__ import annotations

from ui.tiers.state import Part


def put(counter, page, text, part=Part.SPEND):
    page.fields[part].setFocus()
    page.fields[part].selectAll()
    counter.hand.type(text)
    counter.hand.press("Return")
