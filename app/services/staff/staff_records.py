"""Staff as they are stored: people this counter keeps, and the PINs and cards by which they are known here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from app.domain.staff import UNTRIED, Person, Pin, Tries


@dataclass(frozen=True, slots=True)
class StaffKey:
    """How somebody proves at this counter who they are. Empty where they have no PIN, or no card."""

    staff_id: str
    pin_hash: str = field(default="", repr=False)
    card_digest: str = field(default="", repr=False)
    tries: Tries = UNTRIED

    @property
    def has_pin(self) -> bool:
        return self.pin_hash != ""


class Staff(Protocol):
    def own(self) -> Sequence[Person]:
        """The people this counter keeps itself, in the order they came."""

    def put(self, person: Person) -> None: ...
    def key(self, staff_id: str) -> StaffKey:
        """Theirs, or one without PIN and card."""

    def every_key(self) -> Sequence[StaffKey]: ...
    def put_key(self, key: StaffKey) -> None: ...


class Pins(Protocol):
    """Makes of a PIN what may be stored of it. Slow on purpose: never inside a transaction."""

    def hashed(self, pin: Pin) -> str: ...
    def fits(self, pin_hash: str, pin: Pin) -> bool:
        """Whether it is the PIN. Takes as long for an empty hash, which none fits."""


class NoPins:
    """A place where nobody types PINs: the server, a simulation."""

    def hashed(self, pin: Pin) -> str:  # noqa: ARG002
        return ""

    def fits(self, pin_hash: str, pin: Pin) -> bool:  # noqa: ARG002
        return False
