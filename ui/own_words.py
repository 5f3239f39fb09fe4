"""Own words: names and reasons that the program itself once gave; by now they stand among those that people gave."""

from __future__ import annotations

from ui.words import later, tr

_OWN = (later("first start"), later("example balance"), later("PDF files"))


def own(text: str) -> str:
    """In the language of the counter where it is one of ours; what people wrote stays as it is."""
    return tr(text) if text in _OWN else text
