"""Sentences: what services and engines say in English, said in the language of the counter.

They know no language: their English is what a sentence is called by. One with figures or names in it is found by the
pattern it was made from, and the figures and names move over. Source: docs/decisions/0015-what-services-say.md.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

_END = re.compile(r"(?<=[.!?]) (?=[A-Z{“\"\d₹])")  # a field may begin a sentence, and hold a figure
_FIELD = re.compile(r"\{(\w+)\}")


class Sayer(Protocol):
    """A tongue, as it says sentences."""

    def sentence(self, english: str) -> str:
        """The sentence in this language with its fields open; empty where there is none."""

    def patterns(self) -> Sequence[str]:
        """The English of every sentence that has fields."""

    def unknown(self, english: str) -> str:
        """A sentence nobody knows, as it is shown."""


def split(text: str) -> list[str]:
    """The sentences of a text."""
    return _END.split(text)


@dataclass(frozen=True)
class Pattern:
    """A sentence with {fields}, and how to read them out of one that was said."""

    english: str

    @cached_property
    def words(self) -> list[str]:
        """What always stands in it."""
        return [part for part in _FIELD.split(self.english)[::2] if part]

    @cached_property
    def _reader(self) -> re.Pattern[str]:
        parts = _FIELD.split(self.english)
        named: list[str] = []
        for place, part in enumerate(parts):
            is_text = place % 2 == 0
            again = part in parts[1:place:2]
            named.append(re.escape(part) if is_text else f"(?P=f{part})" if again else f"(?P<f{part}>.+?)")
        return re.compile("".join(named), re.DOTALL)

    def read(self, text: str) -> dict[str, str] | None:
        """The figures and names in a text that was made from this pattern."""
        if not all(part in text for part in self.words):
            return None
        found = self._reader.fullmatch(text)
        return {name[1:]: value for name, value in found.groupdict().items()} if found else None


@dataclass(frozen=True)
class _Said:
    """The end of a text, as far as it was read: its sentences, and how many of them nobody knows."""

    sentences: tuple[str, ...] = ()
    unknown: int = 0

    def after(self, sentence: str, *, is_known: bool = True) -> _Said:
        return _Said((sentence, *self.sentences), self.unknown + (not is_known))

    def worth(self) -> tuple[int, int]:
        return -self.unknown, len(self.sentences)


class Interpreter:
    """Says texts in a tongue, its patterns looked through from the wordiest."""

    def __init__(self, sayer: Sayer) -> None:
        self._sayer = sayer
        patterns = (Pattern(one) for one in sayer.patterns())
        self._patterns = sorted(patterns, key=lambda one: -sum(map(len, one.words)))

    def say(self, text: str) -> str:
        """The whole text, or what is known of it, sentence by sentence; what is not known stays English.

        A name may hold what looks like the end of a sentence, and a sentence may end in a name. Of all the ways to cut
        the text the one that leaves least unknown is taken, and of those the one with most sentences.
        """
        return self._read(text, self._sayer.unknown)

    def _read(self, text: str, unknown: Callable[[str], str]) -> str:
        parts = split(text)
        rest = [_Said()]
        for start in range(len(parts) - 1, -1, -1):
            cuts = ((self._known(" ".join(parts[start:end])), end) for end in range(start + 1, len(parts) + 1))
            read = [rest[len(parts) - end].after(known) for known, end in cuts if known]
            rest.append(max([rest[-1].after(unknown(parts[start]), is_known=False), *read], key=_Said.worth))
        return " ".join(rest[-1].sentences)

    def _known(self, text: str) -> str:
        if said := self._sayer.sentence(text):
            return said
        for pattern in self._patterns:
            facts = pattern.read(text)
            if facts is not None and (said := self._sayer.sentence(pattern.english)):
                return _filled(said, {name: self._fact(fact) for name, fact in facts.items()})
        return ""

    def _fact(self, fact: str) -> str:
        """A sentence within a sentence; one word is somebody's name, also where a table has such a heading."""
        return self._read(fact, _as_it_is) if " " in fact else fact


def _as_it_is(name: str) -> str:
    return name


def _filled(said: str, facts: Mapping[str, str]) -> str:
    return _FIELD.sub(lambda field: facts[field[1]], said)
