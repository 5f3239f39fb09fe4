"""Own words: names and reasons that the program itself once gave; by now they stand among those that people gave."""

from __future__ import annotations

from ui.words import later, tr

_OWN = (later("first start"), later("example balance"), later("PDF files"), later("Loyalty programme"))
# What brought points that no bill did.
_DEEDS = {
    "SIGNUP": later("for joining"),
    "REFERRAL": later("for bringing a friend"),
    "REVIEW": later("for a review"),
    "SOCIAL_SHARE": later("for sharing us"),
    "BIRTHDAY": later("for the birthday"),
    "CUSTOM": later("for something done"),
}


def own(text: str) -> str:
    """In the language of the counter where it is one of ours; what people wrote stays as it is."""
    return tr(_DEEDS.get(text, text)) if text in _OWN or text in _DEEDS else text
