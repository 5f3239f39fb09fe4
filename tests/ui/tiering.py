"""Figures of a tier, typed by a manager."""

from __future__ import annotations

from tests.ui.walking import keys, pin

PLACES = ("name", "spend", "points", "bills", "multiplier", "discount", "birthday", "benefits")


def open_tiers(counter):
    """With Vikram's PIN; the first tier is marked."""
    counter.hand.press("Alt+0")
    pin(counter)
    page = counter.window.pages.currentWidget()
    assert page is counter.window.loyalty.tiers_page
    return page


def retype(counter, page, **typed):
    """What is typed anew in the open form, place by place."""
    for name, text in typed.items():
        field = page.editor.fields[name]
        field.setFocus()
        field.selectAll()
        counter.hand.press("Delete")
        counter.hand.type(text)


def put(counter, page, text, part="spend"):
    """One figure of the marked tier, into the draft."""
    counter.hand.press("Return")
    retype(counter, page, **{part: text})
    keys(counter, "F9")
