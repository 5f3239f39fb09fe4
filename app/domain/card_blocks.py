"""Card blocks: the numbers kept for whoever gives cards out, so that no two who cannot ask each other give the same.

All ten-digit numbers are laid out in BLOCKS blocks of PLACES places each, and then shuffled with the chain's key: a
number belongs to one block only, and nobody without the key can tell which numbers are of one block.
Source: docs/domain.md, Numbers (card numbers).
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import Final

BLOCKS: Final = 40_000  # a chain of 10,000 counters may let each of them in four times
PLACES: Final = 250_000
KEY_BYTES: Final = 16
_HALF: Final = 10**5  # half of the ten digits
_ROUNDS: Final = 10  # as many as NIST SP 800-38G asks of FF1, which this is a Feistel network like


@dataclass(frozen=True, slots=True)
class CardBlock:
    """A block of a chain's card numbers. All blocks of one chain have the same key."""

    number: int
    key: bytes = field(repr=False)

    def __post_init__(self) -> None:
        assert 0 <= self.number < BLOCKS, "there are so many blocks"
        assert len(self.key) == KEY_BYTES, "the key is of the chain's own making"

    def first_ten(self, drawn: int) -> str:
        """The first ten digits of the card number at a place of this block. `drawn` is any number, at least 0."""
        place = self.number * PLACES + drawn % PLACES
        left, right = divmod(place, _HALF)
        for turn in range(_ROUNDS):
            left, right = right, (left + self._mixed(turn, right)) % _HALF
        return f"{left * _HALF + right:010}"

    def _mixed(self, turn: int, half: int) -> int:
        told = b"%d %05d" % (turn, half)
        return int.from_bytes(hashlib.blake2b(told, key=self.key, digest_size=8).digest())
