"""The keyboard wedge: telling a scanner, which types fast and ends with Enter, from a person."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import Generic, TypeVar


class KeyKind(Enum):
    CHARACTER = auto()  # prints something, with neither Ctrl nor Alt
    TERMINATOR = auto()  # Enter or Tab
    MODIFIER = auto()  # Shift and its like: prints nothing, ends nothing
    OTHER = auto()  # arrows, function keys, shortcuts: no scanner types these


@dataclass(frozen=True, slots=True)
class Key:
    """One key going down or up: `code` names the physical key, `at_ms` is when it moved by the event's own clock."""

    code: int
    text: str
    at_ms: int
    kind: KeyKind
    is_down: bool = True
    is_repeat: bool = False


K = TypeVar("K", bound=Key)


@dataclass(frozen=True, slots=True)
class WedgeProfile:
    """How a scanner types. Prefix, suffix and lengths are learned, for scanners that do not end with Enter.

    `hold_ms` is both the longest gap between two characters of a scan and the longest a key is kept from a person.
    `length_min` counts all characters typed; `lengths` those of the code, between prefix and suffix.
    """

    hold_ms: int = 35
    length_min: int = 6
    length_max: int = 256
    prefix: str = ""
    suffix: str = ""
    lengths: frozenset[int] = frozenset()

    def bare(self, typed: str) -> str:
        """The code without the prefix and suffix the scanner adds."""
        return typed.removeprefix(self.prefix).removesuffix(self.suffix)

    def recognises(self, typed: str) -> bool:
        """Whether a burst that no Enter ended is a scan, by what was learned of this scanner."""
        return (
            bool(self.prefix or self.suffix or self.lengths)
            and len(typed) >= self.length_min
            and typed.startswith(self.prefix)
            and typed.endswith(self.suffix)
            and (not self.lengths or len(self.bare(typed)) in self.lengths)
        )


@dataclass(frozen=True, slots=True)
class Scan:
    """A code that was scanned; `is_cut` when it went on beyond the longest the profile allows."""

    text: str
    is_cut: bool = False


class Verdict(Enum):
    PASS = auto()  # let the key go on its way
    HOLD = auto()  # keep it: what it belongs to is not known yet
    SWALLOW = auto()  # it belongs to a scan


@dataclass(frozen=True, slots=True)
class Settled(Generic[K]):
    """What became of the keys held so far: given back in order, or a scan, or there were none."""

    replay: tuple[K, ...] = ()
    scan: Scan | None = None


@dataclass(frozen=True, slots=True)
class Step(Generic[K]):
    """What to do with the key just fed, after doing what `before` says."""

    verdict: Verdict
    before: Settled[K] = Settled()


class Wedge(Generic[K]):
    """Feed it every key; call `expire` when `is_holding` and `hold_ms` have passed since the last character.

    The keys' own times decide: a burst delivered late, after a frozen window wakes up, is judged as it was typed.
    Every key is passed, replayed or swallowed exactly once, presses in the order they came, and a release meets
    the fate of its press. Only modifiers, and releases of keys already delivered, overtake the keys held.
    """

    def __init__(self, profile: WedgeProfile) -> None:
        self._profile = profile
        self._held: list[K] = []
        self._typed = ""
        self._is_cut = False
        self._typed_at_ms = 0
        self._scanned_at_ms = -profile.hold_ms - 1
        self._swallowed_down: set[int] = set()

    @property
    def is_holding(self) -> bool:
        return bool(self._held)

    @property
    def is_burst(self) -> bool:
        """Whether what is held is long enough for a scan that an Enter ends."""
        return len(self._typed) >= self._profile.length_min

    def feed(self, key: K) -> Step[K]:
        """Judge one key going down or up."""
        if key.is_repeat and key.code in self._swallowed_down:
            return Step(Verdict.SWALLOW)
        if not key.is_down:
            return Step(self._release(key))
        self._swallowed_down.discard(key.code)
        if key.kind is KeyKind.MODIFIER:
            return Step(Verdict.PASS)
        if key.kind is KeyKind.CHARACTER and not key.is_repeat:
            return self._character(key)
        if key.kind is KeyKind.TERMINATOR and not key.is_repeat:
            return self._terminator(key)
        return Step(Verdict.PASS, self._settle())

    def expire(self) -> Settled[K]:
        """No character came for as long as keys may be held."""
        return self._settle()

    def _release(self, key: K) -> Verdict:
        if key.code in self._swallowed_down:
            self._swallowed_down.discard(key.code)
            return Verdict.SWALLOW
        if not any(held.code == key.code for held in self._held):
            return Verdict.PASS
        self._held.append(key)
        return Verdict.HOLD

    def _character(self, key: K) -> Step[K]:
        before: Settled[K] = Settled() if self._follows(key, self._typed_at_ms) else self._settle()
        self._typed_at_ms = key.at_ms
        if len(self._typed) >= self._profile.length_max:
            self._is_cut = True
            self._swallowed_down.add(key.code)
            return Step(Verdict.SWALLOW, before)
        self._typed += key.text
        self._held.append(key)
        return Step(Verdict.HOLD, before)

    def _terminator(self, key: K) -> Step[K]:
        is_scan = len(self._typed) >= self._profile.length_min and self._follows(key, self._typed_at_ms)
        # Scanners set to end with CR LF, or Tab and Enter, send a second one.
        is_second = not self._held and self._follows(key, self._scanned_at_ms)
        if not is_scan and not is_second:
            return Step(Verdict.PASS, self._settle())
        before: Settled[K] = Settled(scan=self._take_scan()) if is_scan else Settled()
        self._scanned_at_ms = key.at_ms
        self._swallowed_down.add(key.code)
        return Step(Verdict.SWALLOW, before)

    def _follows(self, key: K, at_ms: int) -> bool:
        return 0 <= key.at_ms - at_ms <= self._profile.hold_ms

    def _settle(self) -> Settled[K]:
        if self._is_cut or self._profile.recognises(self._typed):
            return Settled(scan=self._take_scan())
        replay = tuple(self._held)
        self._forget()
        return Settled(replay)

    def _take_scan(self) -> Scan:
        scan = Scan(self._profile.bare(self._typed), is_cut=self._is_cut)
        last_move = {key.code: key.is_down for key in self._held}
        self._swallowed_down |= {code for code, is_down in last_move.items() if is_down}
        self._forget()
        return scan

    def _forget(self) -> None:
        self._held.clear()
        self._typed = ""
        self._is_cut = False
