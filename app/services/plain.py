"""Plain: frozen facts to JSON text and back, strictly. What is read is what was written, or it is refused.

A fact is an object with exactly its fields; rates are decimal text, instants microseconds since 1970 in UTC, days in
ISO, sets sorted lists. Where a field may hold one of several facts, the object names which: {"PerSlab": {…}}. A field
that is `sparse` is there only when it says something: what was written before there was such a field still reads.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from enum import Enum
from functools import cache
from types import MappingProxyType, NoneType, UnionType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from app.services.records import from_micros, to_micros

Fact = TypeVar("Fact")
DIGITS_MAX = 60  # before or behind a decimal's point


class NotPlainError(ValueError):
    """The text is not what was expected; the message names the place."""


@dataclass(frozen=True, slots=True)
class _Codec:
    """One shape, both ways. `read` is told the place, for its complaint; a value of type `itself` is what it says."""

    write: Callable[[Any], Any]
    read: Callable[[Any, str], Any]
    itself: type[Any] | None = None


def dumps(fact: object) -> str:
    """The one spelling of a fact: fields as declared, mappings in their own order (shelves have one), no spaces."""
    return json.dumps(to_plain(fact), separators=(",", ":"), ensure_ascii=False)


def to_plain(fact: object) -> Any:
    """What JSON would say of a fact, as Python's own lists and dictionaries."""
    shape: Any = type(fact)
    return _codec(shape).write(fact)


def loads(shape: type[Fact], text: str) -> Fact:
    """The fact that was written. Raises NotPlainError on an unknown, missing or malformed field."""
    try:
        plain = json.loads(text)
    except ValueError as error:
        raise NotPlainError(f"This is not JSON: {error}") from error
    return from_plain(shape, plain)


def from_plain(shape: type[Fact], plain: Any) -> Fact:
    """The fact that JSON told of. Raises NotPlainError as `loads` does."""
    wanted: Any = shape
    codec = _codec(wanted)
    try:
        fact: Fact = codec.read(plain, "")
    except NotPlainError:
        fact = codec.read(plain, shape.__name__)  # once more, to name the place
    return fact


@cache
def _codec(shape: Any) -> _Codec:
    if shape in _SCALARS:
        return _SCALARS[shape]
    origin, of = get_origin(shape), get_args(shape)
    if origin in _CONTAINERS:
        return _CONTAINERS[origin](*of)
    if isinstance(shape, UnionType):
        return _optional(*of) if NoneType in of else _one_of(*of)
    if is_dataclass(shape):
        return _record(shape)
    assert issubclass(shape, Enum), f"{shape} has no plain form"
    return _Codec(lambda member: member.value, _reader(str, shape))


def _expect(kind: type[Any], plain: Any, place: str) -> Any:
    if type(plain) is not kind:
        raise NotPlainError(f"{place}: expected {kind.__name__}, found {type(plain).__name__}.")
    return plain


def _reader(kind: type[Any], make: Callable[[Any], Any]) -> Callable[[Any, str], Any]:
    """Read a JSON value of one kind; what cannot be made of it is a complaint about the place."""

    def read(plain: Any, place: str) -> Any:
        _expect(kind, plain, place)
        try:
            return make(plain)
        except (ValueError, OverflowError, InvalidOperation, ZoneInfoNotFoundError) as error:
            raise NotPlainError(f"{place}: {plain!r} cannot stand here.") from error

    return read


def _finite(text: str) -> Decimal:
    """Written out it fits on a line: nobody means more, and arithmetic with it would not end."""
    value = Decimal(text)
    if not value.is_finite() or abs(value.adjusted()) > DIGITS_MAX:
        raise ValueError(text)
    return value


def _same(value: Any) -> Any:
    return value


def _itself(kind: type[Any]) -> _Codec:
    """A value that JSON has itself: what facts mostly are made of."""

    def read(plain: Any, place: str) -> Any:
        return plain if type(plain) is kind else _expect(kind, plain, place)

    return _Codec(_same, read, kind)


_SCALARS: Mapping[Any, _Codec] = {
    str: _itself(str),
    int: _itself(int),
    bool: _itself(bool),
    Decimal: _Codec(str, _reader(str, _finite)),
    datetime: _Codec(to_micros, _reader(int, from_micros)),
    date: _Codec(date.isoformat, _reader(str, date.fromisoformat)),
    ZoneInfo: _Codec(str, _reader(str, ZoneInfo)),
}


def _optional(shape: Any, _none: Any) -> _Codec:
    inner = _codec(shape)
    return _Codec(
        lambda value: None if value is None else inner.write(value),
        lambda plain, place: None if plain is None else inner.read(plain, place),
        inner.itself,
    )


def _one_of(*shapes: Any) -> _Codec:
    """One of several facts, under the name of the one it is."""
    by_name = {shape.__name__: shape for shape in shapes}

    def write(value: Any) -> Any:
        name = type(value).__name__
        return {name: _codec(by_name[name]).write(value)}

    def read(plain: Any, place: str) -> Any:
        _expect(dict, plain, place)
        if len(plain) != 1 or not plain.keys() <= by_name.keys():
            raise NotPlainError(f"{place}: expected one of {', '.join(sorted(by_name))}.")
        ((name, inner),) = plain.items()
        return _codec(by_name[name]).read(inner, place and f"{place}.{name}")

    return _Codec(write, read)


def _list_of(inner: _Codec, make: Callable[[list[Any]], Any], order: Callable[[Any], list[Any]]) -> _Codec:
    def read(plain: Any, place: str) -> Any:
        _expect(list, plain, place)
        return make([inner.read(one, place and f"{place}[{at}]") for at, one in enumerate(plain)])

    return _Codec(lambda values: [inner.write(one) for one in order(values)], read)


def _tuple(shape: Any, _rest: Any) -> _Codec:
    return _list_of(_codec(shape), tuple, list)


def _frozenset(shape: Any) -> _Codec:
    return _list_of(_codec(shape), frozenset, sorted)


def _mapping(_key: Any, shape: Any) -> _Codec:
    """Names to facts; read-only, as every fact is."""
    inner = _codec(shape)

    def read(plain: Any, place: str) -> Any:
        _expect(dict, plain, place)
        return MappingProxyType({name: inner.read(one, place and f"{place}.{name}") for name, one in plain.items()})

    return _Codec(lambda values: {name: inner.write(one) for name, one in values.items()}, read)


_CONTAINERS: Mapping[Any, Callable[..., _Codec]] = {tuple: _tuple, frozenset: _frozenset, Mapping: _mapping}


def _record(shape: Any) -> _Codec:
    """A dataclass: an object with exactly its fields."""
    types = get_type_hints(shape)
    codecs = {field.name: _codec(types[field.name]) for field in fields(shape)}
    readers = [(name, codec.itself, codec.read) for name, codec in codecs.items()]
    sparse = {field.name: field.default for field in fields(shape) if field.metadata.get("sparse")}
    sparse_plain = {name: codecs[name].write(unsaid) for name, unsaid in sparse.items()}

    def write(fact: Any) -> Any:
        said = {name: codec.write(getattr(fact, name)) for name, codec in codecs.items()}
        for name, unsaid in sparse.items():
            if getattr(fact, name) == unsaid:
                del said[name]
        return said

    def read(plain: Any, place: str) -> Any:
        _expect(dict, plain, place)
        if plain.keys() != codecs.keys():
            odd = ", ".join(sorted((plain.keys() ^ codecs.keys()) - (sparse.keys() - plain.keys())))
            if odd:
                raise NotPlainError(f"{place}: unknown or missing: {odd}.")
            plain = {**sparse_plain, **plain}
        return shape(
            *[
                value if type(value := plain[name]) is itself else read_part(value, place and f"{place}.{name}")
                for name, itself, read_part in readers
            ]
        )

    return _Codec(write, read)
