"""The paper card: what a receipt printer gives a new member until their plastic one comes, or instead of it."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.codes import format_card_number
from printing import parts
from printing.cards.texts import TRAINING, CardText, ShopText
from printing.document import Align, Barcode, Block, Code, Document, Rule, Size, Text


@dataclass(frozen=True, slots=True)
class _Words:
    title: str
    keep: str
    lost: str


_WORDS = {
    "en": _Words("Member card", "Show this at every visit and be rewarded.", "Lost it? Call"),
    "hi": _Words("सदस्य कार्ड", "हर बार यह कार्ड दिखाएँ और लाभ पाएँ।", "खो जाए तो फ़ोन करें:"),
}


def paper_card(card: CardText, shop: ShopText, *, copy: int = 0) -> Document:
    """A card as a document: the same number in both codes, for any scanner. Copies say so."""
    words = _WORDS.get(card.language, _WORDS["en"])
    blocks: list[Block] = [
        Text(shop.name, Align.CENTRE, Size.LARGE, bold=True),
        Text(words.title, Align.CENTRE),
        Rule(),
        Text(card.name, Align.CENTRE, Size.LARGE, bold=True, lines_max=2),
        Text(format_card_number(card.number), Align.CENTRE, Size.LARGE),
        Code(card.number),
        Barcode(card.number),
        Text(words.keep, Align.CENTRE, Size.SMALL),
    ]
    if shop.phone:
        blocks.append(Text(f"{words.lost} {shop.phone}", Align.CENTRE, Size.SMALL))
    if copy:
        blocks.append(Text(f"REPRINT — copy {copy + 1}", Align.CENTRE, Size.SMALL))
    banners = (Text(TRAINING, Align.CENTRE, Size.LARGE, bold=True),) if shop.training else ()
    return Document(f"{words.title} {format_card_number(card.number)}", parts.framed(blocks, banners))
