"""Teaching: what a scanner sent, key by key, and what is learned of it: how fast it types and what it adds."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import pairwise

from app.devices.sighting import retail
from app.devices.wedge import Key, KeyKind, WedgeProfile
from app.domain.codes import CodeKind, classify

BURST_ENDS_MS = 250  # a pause that no scanner makes
CHARACTERS_MAX = 4096  # of one burst; what comes beyond is not kept
GAP_MS_MAX = 50  # slower ones cannot be told from quick hands
_HOLD_MS_MOST = 60
_ADDED_MAX = 8  # characters before or behind a code
_LENGTHS = frozenset({8, 12, 13})  # of cards and products, for a scanner that ends a code with nothing


@dataclass(frozen=True, slots=True)
class Burst:
    """Characters that came together, the pauses between them, and the key that ended them: Enter, Tab or none."""

    text: str
    gaps_ms: tuple[int, ...] = ()
    ending: str = ""

    @property
    def gap_ms(self) -> int:
        """The longest pause."""
        return max(self.gaps_ms, default=0)


@dataclass(slots=True)
class Pupil:
    """Takes every key there is, and tells bursts; call `finish` when BURST_ENDS_MS have passed without a key."""

    _text: str = ""
    _times: list[int] = field(default_factory=list)

    def takes(self, key: Key) -> bool:
        """Whether the key is part of what is scanned: Enter and Tab only behind something."""
        return key.kind is KeyKind.CHARACTER or (key.kind is KeyKind.TERMINATOR and bool(self._text))

    def feed(self, key: Key) -> Burst | None:
        """A key that went down; the burst it ended, if it did."""
        if key.kind is KeyKind.TERMINATOR:
            if self._times:
                self._times.append(key.at_ms)
            return self._told("Tab" if key.text == "\t" else "Enter")
        if len(self._text) < CHARACTERS_MAX:
            self._text += key.text
            self._times.append(key.at_ms)
        return None

    def finish(self) -> Burst | None:
        return self._told("")

    def _told(self, ending: str) -> Burst | None:
        text, times = self._text, self._times
        self._text, self._times = "", []
        gaps = tuple(later - earlier for earlier, later in pairwise(times))
        return Burst(text, gaps, ending) if text else None


@dataclass(frozen=True, slots=True)
class Lesson:
    """A burst with the code found in it; without one, nothing can be learned of what stands around it."""

    burst: Burst
    code: str = ""

    @property
    def is_by_hand(self) -> bool:
        return self.burst.gap_ms > GAP_MS_MAX

    @property
    def prefix(self) -> str:
        return self.burst.text.partition(self.code)[0] if self.code else ""

    @property
    def suffix(self) -> str:
        return self.burst.text.partition(self.code)[2] if self.code else ""

    @property
    def is_sound(self) -> bool:
        return bool(self.code) and not self.is_by_hand and max(len(self.prefix), len(self.suffix)) <= _ADDED_MAX

    def agrees(self, other: Lesson) -> bool:
        mine = (self.prefix, self.suffix, self.burst.ending)
        return mine == (other.prefix, other.suffix, other.burst.ending)


def lesson(burst: Burst) -> Lesson:
    """Looks in the burst for a card or a product, whose check digits are right: the longest there is."""
    return Lesson(burst, max(_codes(burst.text[:256]), key=len, default=""))


def _codes(text: str) -> Iterable[str]:
    for run in re.finditer("[0-9]+", text):
        digits = run.group()
        for long in (13, 12, 8):
            for start in range(len(digits) - long + 1):
                part = digits[start : start + long]
                if classify(part).kind is CodeKind.CARD or retail(part) is not None:
                    yield part


def learned(lessons: Iterable[Lesson]) -> WedgeProfile:
    """The profile of a scanner from lessons that are sound and agree."""
    every = list(lessons)
    first = every[0]
    gap = max(one.burst.gap_ms for one in every)
    hold_ms = min(_HOLD_MS_MOST, max(WedgeProfile().hold_ms, gap * 3 // 2))
    profile = WedgeProfile(hold_ms=hold_ms, prefix=first.prefix, suffix=first.suffix)
    return profile if first.burst.ending else replace(profile, lengths=_LENGTHS)
