"""The shape of plain facts, as JSON Schema tells it: what `app.services.plain` writes and reads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import datetime
from decimal import Decimal
from inspect import getdoc
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

Schema = dict[str, Any]
_SCALARS: Mapping[Any, Schema] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    bool: {"type": "boolean"},
    Decimal: {"type": "string", "description": "A rate, as decimal text.", "examples": ["2.5"]},
    datetime: {"type": "integer", "description": "Microseconds since 1970, UTC."},
}


def schema_of(shape: Any) -> Schema:
    """An object has exactly its fields; what may be left out is not among those that are required."""
    if shape in _SCALARS:
        return dict(_SCALARS[shape])
    of = get_args(shape)
    if get_origin(shape) in (tuple, frozenset):
        return {"type": "array", "items": schema_of(of[0])}
    if isinstance(shape, UnionType):
        return _optional(of[0]) if NoneType in of else {"anyOf": [_named(one) for one in of]}
    if is_dataclass(shape):
        return _record(shape)
    return {"type": "string", "enum": [one.value for one in shape]}


def _optional(shape: Any) -> Schema:
    return {"anyOf": [schema_of(shape), {"type": "null"}]}


def _named(shape: Any) -> Schema:
    """One of several facts: an object that names which."""
    name = shape.__name__
    return {
        "type": "object",
        "title": name,
        "properties": {name: schema_of(shape)},
        "required": [name],
        "additionalProperties": False,
    }


def _record(shape: Any) -> Schema:
    types = get_type_hints(shape)
    told: Schema = {
        "type": "object",
        "properties": {one.name: schema_of(types[one.name]) for one in fields(shape)},
        "required": [one.name for one in fields(shape) if not one.metadata.get("sparse")],
        "additionalProperties": False,
    }
    words = getdoc(shape) or ""
    return told if words.startswith(f"{shape.__name__}(") else {**told, "description": words}
