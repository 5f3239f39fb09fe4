"""The decoder: zxing-cpp and zbar behind one door, a picture made clearer where both see nothing, and no wrong text.

A QR or Code 128 code carries checks strong enough to be believed. The one check digit of a product's code does not: its
bars are read again (`app.devices.bars`), and where they do not decide, two looks that differ must agree and none may
contradict.
"""

from __future__ import annotations

import logging
import math
import time
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from app.devices.bars import Reading, read_bars
from app.devices.engines import ZBAR, Engine, EngineMissingError, Zbar, Zxing
from app.devices.remedies import QUICK, remedies
from app.devices.sighting import Sighting, Symbology, box, holds, is_retail, retail
from app.devices.vision import Grey

SEARCH_S_MAX = 5.0  # after which no other remedy is begun
CODES_MAX = 64  # of one picture
_LOOKS_AGREEING = 2
_LOOKS_BESIDE = 4  # for a product's code that is not certain, beside a code that is
_NEAR_DOTS = 300_000  # of a part of a frame that is quickly looked at
_WHOLE_EVERY = 2  # zbar needs seven times as long for a frame as zxing-cpp
BARS = "bars"

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Seen:
    """The codes of one picture, how long it took, and the decoders that looked."""

    codes: tuple[Sighting, ...]
    milliseconds: float
    decoder: str


@dataclass(slots=True)
class _Case:
    """One place in a picture where a product's code may be: who read which number there, and what the bars say."""

    sighting: Sighting
    looks: dict[str, set[str]] = field(default_factory=dict)
    readings: list[Reading] = field(default_factory=list)

    def hear(self, sighting: Sighting, look: str, reading: Reading | None) -> None:
        self.looks.setdefault(sighting.text, set()).add(look)
        if reading is not None and reading.is_likely:
            self.readings.append(reading)

    def verdict(self) -> Sighting | None:
        """The code, once it is certain."""
        sure = {reading.text for reading in self.readings if reading.is_sure}
        likely = {reading.text for reading in self.readings}
        if len(sure) == 1 and likely == sure:
            return _corrected(self.sighting, sure.pop())
        if likely - self.looks.keys() or len(self.looks) > 1:
            return None  # somebody contradicts
        ((text, looks),) = self.looks.items()
        # zbar repeats its own mistakes, whatever is done to the picture.
        is_agreed = len(looks) >= _LOOKS_AGREEING and any(not look.startswith(ZBAR) for look in looks)
        return _corrected(self.sighting, text) if is_agreed else None


def _corrected(sighting: Sighting, text: str) -> Sighting | None:
    named = retail(text)
    if named is None:
        return None
    symbology, text = named
    return replace(sighting, symbology=symbology, text=text, engine=sighting.engine if text == sighting.text else BARS)


class Decoder:
    """Not for two threads at once: the engines are asked one after the other."""

    def __init__(self, engines: Sequence[Engine] | None = None, missing: Sequence[str] = ()) -> None:
        """Takes what engines this computer has; `missing` says which it has not."""
        if engines is None:
            engines, missing = _engines()
        self._engines = tuple(engines)
        self.missing = tuple(missing)
        self.name = " + ".join(engine.name for engine in self._engines)

    @property
    def can_read(self) -> bool:
        return bool(self._engines)

    def read(self, picture: Grey) -> Seen:
        """A still picture: remedies are tried until what is there is certain, or for a few seconds."""
        started = time.perf_counter()
        codes = _plain(self._searched(picture, until=started + SEARCH_S_MAX))[:CODES_MAX]
        return Seen(tuple(codes), (time.perf_counter() - started) * 1000, self.name)

    def glance(self, picture: Grey, turn: int) -> tuple[Sighting, ...]:
        """One frame of many, quickly: on a miss it is looked at in one other way, whole frames only now and then."""
        found = self._glanced(self._engines[0], picture)
        is_near = picture.size <= _NEAR_DOTS
        if not found and (is_near or turn % _WHOLE_EVERY == 1):
            found = self._other_way(picture, turn if is_near else turn // _WHOLE_EVERY)
        return tuple(_plain(found))

    def _other_way(self, picture: Grey, turn: int) -> list[Sighting]:
        if turn % 2 == 0 and len(self._engines) > 1:
            return self._glanced(self._engines[1], picture)
        return self._glanced(self._engines[0], QUICK[turn // 2 % len(QUICK)](picture))

    def _searched(self, picture: Grey, *, until: float) -> list[Sighting]:
        cases: list[_Case] = []
        certain: list[Sighting] = []
        for look, (remedy, factor) in enumerate(remedies(picture), 1):
            clearer = remedy(picture)
            for engine in self._engines:
                for seen in engine.read(clearer):
                    sighting = seen.scaled(1 / factor)
                    if is_retail(sighting):
                        _hear(cases, sighting, f"{engine.name} {remedy.__name__}", clearer, factor)
                    else:
                        certain.append(sighting)
            decided = [code for case in cases if (code := case.verdict()) is not None]
            is_enough = certain or decided
            if is_enough and (len(decided) == len(cases) or look >= _LOOKS_BESIDE):
                break
            if time.perf_counter() > until:
                break
        return certain + decided

    def _glanced(self, engine: Engine, picture: Grey) -> list[Sighting]:
        found: list[Sighting] = []
        for seen in engine.read(picture):
            code = self._certain(engine, seen, picture) if is_retail(seen) else seen
            if code is not None:
                found.append(code)
        return found

    def _certain(self, engine: Engine, seen: Sighting, picture: Grey) -> Sighting | None:
        """A product's code in a frame: by its bars, or by every engine's word."""
        case = _Case(seen)
        case.hear(seen, engine.name, _bars(picture, seen))
        code = case.verdict()
        if code is not None or case.readings:
            return code
        part, left, top = _around(picture, seen)
        for other in self._engines:
            for again in other.read(part):
                if other is not engine and is_retail(again):
                    case.hear(again.moved(left, top), other.name, None)
        return case.verdict()


def _hear(cases: list[_Case], sighting: Sighting, look: str, clearer: Grey, factor: float) -> None:
    case = next((case for case in cases if holds(case.sighting, sighting.centre)), None)
    if case is None:
        case = _Case(sighting)
        cases.append(case)
    case.hear(sighting, look, _bars(clearer, sighting.scaled(factor)))


def _bars(picture: Grey, sighting: Sighting) -> Reading | None:
    return None if sighting.symbology is Symbology.EAN8 else read_bars(picture, sighting.corners)


def _around(picture: Grey, sighting: Sighting) -> tuple[Grey, int, int]:
    """The part of the picture with the code and some room, and where it begins."""
    left, top, right, bottom = box(sighting.corners)
    room = max(right - left, bottom - top) * 0.3 + 10
    x, y = max(0, int(left - room)), max(0, int(top - room))
    return picture[y : int(bottom + room), x : int(right + room)], x, y


def _plain(found: Sequence[Sighting]) -> list[Sighting]:
    """Each code once. Of two in one place a QR code beats bars that seem to be in it, and of two QR codes the inner
    one is meant: the other is drawn around it.
    """
    kept: list[Sighting] = []
    for code in sorted(found, key=lambda one: (one.symbology is not Symbology.QR, _area(one))):
        if not any(_are_one(one, code) for one in kept):
            kept.append(code)
    return kept


def _are_one(kept: Sighting, code: Sighting) -> bool:
    if holds(kept, code.centre) or holds(code, kept.centre):
        return True
    left, top, right, bottom = box(kept.corners)
    apart = math.dist(kept.centre, code.centre)
    return kept.text == code.text and apart < max(right - left, bottom - top)  # bars read in two pieces


def _area(sighting: Sighting) -> float:
    left, top, right, bottom = box(sighting.corners)
    return (right - left) * (bottom - top)


def _engines() -> tuple[list[Engine], list[str]]:
    found: list[Engine] = []
    missing: list[str] = []
    for make in (Zxing, Zbar):
        try:
            found.append(make())
        except EngineMissingError as why:
            _log.warning("A decoder is not there: %s", why)
            missing.append(str(why))
    return found, missing
