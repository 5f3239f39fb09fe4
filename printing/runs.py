"""Text made safe for paper and parted where its script changes, so that each part meets a font that has it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache
from itertools import groupby
from operator import itemgetter

LENGTH_MAX = 500  # characters of one text: more than four lines hold
CLUSTER_LENGTH_MAX = 8  # a conjunct of Hindi; longer is no word, and must still fit in a column
REPLACEMENT = "\ufffd"
ELLIPSIS = "…"

_JOINERS = "\u200c\u200d"  # they choose between forms of Devanagari letters
_VIRAMA = "\u094d"
_VARIATION_SELECTORS = range(0xFE00, 0xFE10)


class Script(Enum):
    LATIN = auto()
    DEVANAGARI = auto()


@dataclass(frozen=True, slots=True)
class Coverage:
    """The characters each script's font can draw."""

    latin: frozenset[str]
    devanagari: frozenset[str]


@dataclass(frozen=True, slots=True)
class Run:
    script: Script
    text: str


def clean(text: str) -> str:
    """At most LENGTH_MAX composed characters, none of which can steer a printer, a viewer or the writing direction."""
    short = text[:LENGTH_MAX]
    if _is_plain(short):
        return short
    return "".join(map(_harmless, unicodedata.normalize("NFC", short)))


def _is_plain(text: str) -> bool:
    """Whether it is printable ASCII, as most words on a receipt are: every font has it, and nothing in it steers."""
    return text.isascii() and text.isprintable()


@lru_cache(maxsize=4096)
def _harmless(char: str) -> str:
    category = unicodedata.category(char)
    if category == "Cc" or category.startswith("Z"):
        return " "
    if category in {"Cs", "Co", "Cn"}:
        return REPLACEMENT
    if (category == "Cf" and char not in _JOINERS) or ord(char) in _VARIATION_SELECTORS:
        return ""
    return char


def runs(text: str, coverage: Coverage) -> list[Run]:
    """The text in order; what no font has is replaced, visibly."""
    if _is_plain(text):
        return [Run(Script.LATIN, text)] if text else []
    by_script = groupby(_scripted(text, coverage), key=itemgetter(0))
    return [Run(script, "".join(char for _, char in part)) for script, part in by_script]


def _scripted(text: str, coverage: Coverage) -> Iterator[tuple[Script, str]]:
    script = Script.LATIN
    for char in text:
        if char in _JOINERS:
            yield script, char
        elif char in coverage.latin:
            yield (script := Script.LATIN), char
        elif char in coverage.devanagari:
            yield (script := Script.DEVANAGARI), char
        else:
            yield (script := Script.LATIN), REPLACEMENT


def clusters(text: str) -> list[str]:
    """The parts a line break must not tear: a letter with its marks, or a conjunct."""
    parts: list[str] = []
    for char in text:
        if parts and _clings(char, parts[-1]):
            parts[-1] += char
        else:
            parts.append(char)
    return parts


def _clings(char: str, cluster: str) -> bool:
    joined = char in _JOINERS or cluster[-1] == _VIRAMA or cluster[-1] in _JOINERS
    return len(cluster) < CLUSTER_LENGTH_MAX and (joined or unicodedata.category(char).startswith("M"))
