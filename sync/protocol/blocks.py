"""Card blocks, spelt and read: a counter's block of card numbers as one text, its number and the chain's key."""

from __future__ import annotations

from app.domain.card_blocks import BLOCKS, KEY_BYTES, CardBlock
from sync.protocol.fields import WireError, from_base64url
from sync.protocol.pushes import to_base64url

_NUMBER_DIGITS_MAX = 6


def block_to_text(block: CardBlock) -> str:
    return f"{block.number}.{to_base64url(block.key)}"


def block_from_text(told: object) -> CardBlock | None:
    """None where no block was told, as by an older server, or one that cannot be read here: numbers do without."""
    number, _, key = told.partition(".") if isinstance(told, str) else ("", "", "")
    if not (number.isascii() and number.isdigit() and len(number) <= _NUMBER_DIGITS_MAX and int(number) < BLOCKS):
        return None
    try:
        secret = from_base64url(key)
    except WireError:
        return None
    return CardBlock(int(number), secret) if len(secret) == KEY_BYTES else None
