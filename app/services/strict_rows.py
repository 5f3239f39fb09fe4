"""Strict rows: what came over the wire is exactly the fields of a fact, or a complaint about its place."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from app.services.plain import NotPlainError

_WORD: tuple[type, ...] = (str,)
_WORD_OR_NOT: tuple[type, ...] = (str, type(None))
_NUMBER: tuple[type, ...] = (int,)
_NUMBER_OR_NOT: tuple[type, ...] = (int, type(None))
_INT64 = 1 << 63

Kinds = Mapping[str, tuple[type, ...]]


def shape(*, words: str = "", words_or_not: str = "", numbers: str = "", numbers_or_not: str = "") -> Kinds:
    """Which kind each field of a row is of."""
    named = ((words, _WORD), (words_or_not, _WORD_OR_NOT), (numbers, _NUMBER), (numbers_or_not, _NUMBER_OR_NOT))
    return {name: kinds for names, kinds in named for name in names.split()}


def checked(row: Any, kinds: Kinds, place: str) -> Mapping[str, Any]:
    """The row, when it has exactly these fields, each of its kind. Whole numbers are those that every store keeps."""
    if type(row) is not dict or row.keys() != kinds.keys():
        raise NotPlainError(f"{place}: not the fields of one.")
    for name, value in row.items():
        kind = type(value)
        if kind not in kinds[name]:
            raise NotPlainError(f"{place}.{name}: found {kind.__name__}.")
        if kind is str:
            if "\0" in value:
                raise NotPlainError(f"{place}.{name}: a letter that no store keeps.")
        elif kind is int and not -_INT64 <= value < _INT64:
            raise NotPlainError(f"{place}.{name}: no store keeps a number as large.")
    return row


def rows_of(body: Mapping[str, Any], name: str) -> list[Any]:
    """A list of the body; empty where it has none."""
    rows = body.get(name, [])
    if type(rows) is not list:
        raise NotPlainError(f"{name}: expected a list.")
    return rows


def text_of(body: Mapping[str, Any], name: str) -> str:
    found = body.get(name)
    if type(found) is not str:
        raise NotPlainError(f"{name}: expected a text.")
    return found
