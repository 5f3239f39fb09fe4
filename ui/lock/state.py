"""What the lock shows at one moment."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto


class Step(Enum):
    """What the pad is for: a PIN that is known, or a new one typed twice."""

    PIN = auto()
    NEW = auto()
    AGAIN = auto()


@dataclass(frozen=True, slots=True)
class Tile:
    name: str
    detail: str


@dataclass(frozen=True, slots=True)
class LockState:
    """`turn` is one more each time what was typed is to be forgotten."""

    tiles: tuple[Tile, ...] = ()
    marked: int = 0
    step: Step = Step.PIN
    says: str = ""
    problem: str = ""
    takes_pin: bool = True
    is_busy: bool = False
    turn: int = 0
