"""What is refused at the counter: said in words that name what happened, and in a Hindi window all of it in Hindi."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from app import demo_shop
from app.domain.codes import card_number
from tests.ui.walking import walk

STRANGER = card_number("7000999999")
MISTYPED = f"{STRANGER[:-1]}{(int(STRANGER[-1]) + 1) % 10}"

# By its code in the design of errors or of refusals: what is done, and a part of what is said.
REFUSED = {
    "nothing to undo": (("Ctrl+Z",), "Nothing to undo on this bill"),
    "CARD-404": ((f"type:{STRANGER}", "Return"), "is not in our list. Continue without a card, or press F6"),
    "CARD-CHK": ((f"type:{MISTYPED}", "Return"), "was mistyped (its check digits don't match). The bill is untouched"),
    "CARD-BLOCKED": ((f"type:{demo_shop.LOST}", "Return"), "was reported lost on"),
    "PTS-MIN": ((f"type:{demo_shop.FARHAN}", "Return", "type:640/2", "Return", "F8"), "needs 100 points to redeem"),
    "phone": (("type:9899999999", "Return"), "No member has the phone 98999 99999. The bill goes on"),
    "last four": (("type:.0007", "Return"), "No phone or card ends in 0007. The bill goes on"),
    "name": (("type:zzz", "Return"), "No member's name starts with “zzz”. The bill goes on"),
    "bill": (("type:#A1/26-27/000099", "Return"), "Check the number on the receipt"),
    "category": (("type:500/9", "Return"), "There is no category"),
    "nothing to pay": (("F9",), "Nothing to pay yet"),
    "no card": (("F8",), "No card on this bill"),
    "nothing came": (("Shift+F5",), "No bill of the other program waits here"),
}
# What stays as it is in any language: keys, and the names of people and of the shop's own categories.
NAMES = "Lata Deshpande", "Farhan Qureshi", "zzz", "Enter", "Esc", "Medicines", "General", "Baby Care", "Cosmetics"


def said_after(counter, steps):
    walk(counter, steps)
    said = counter.said or counter.page.hint._words.text()
    walk(counter, ("Esc", "Esc", "Esc", "Shift+Esc", "Esc"))
    return said


@pytest.mark.parametrize("language", ["en", "hi"])
def test_refusals_say_what_happened(open_window, language):
    with open_window(lambda context: replace(context, language=language)) as counter:
        said = {code: said_after(counter, steps) for code, (steps, _) in REFUSED.items()}
    if language == "en":
        assert {code: words for code, words in said.items() if REFUSED[code][1] not in words} == {}
    else:
        assert {code: words for code, words in said.items() if english_in(words)} == {}


def english_in(words):
    for name in NAMES:
        words = words.replace(name, "")
    return not words or re.search("[a-z]{3}", words)
