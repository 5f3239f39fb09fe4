"""Key names: how a text calls the keys of the counter, which nobody has who only hears of it from elsewhere."""

from __future__ import annotations

import re

KEY = re.compile(r"\bF([1-9]|1[0-2])\b|\b(Ctrl|Alt|Shift)\+|\b(Esc|Enter|Tab)\b|\b[Pp]ress\b")


def key_in(text: str) -> str | None:
    """The first one; None where there is none."""
    found = KEY.search(text)
    return found[0] if found else None
