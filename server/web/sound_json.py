"""Sound JSON: read the same by every parser, shallow, and of letters that can be stored."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable
from typing import Any, NoReturn

from server.web.problems import Problem

DEPTH_MAX = 32
_ESCAPED = re.compile(rb"\\u(?:0000|[dD][89a-fA-F])")  # where letters that are none may be


def require_sound_json(body: bytes) -> None:
    """Refuse what JSON parsers read differently: doubled names, NaN, other encodings, deep nesting. Raises Problem."""
    try:
        parsed = json.loads(
            body.decode("utf-8"), object_pairs_hook=_without_doubles, parse_constant=_no_constant, parse_float=_finite
        )
    except (ValueError, RecursionError) as error:
        raise Problem(
            400,
            "BODY-NOT-JSON",
            f"The body is not sound JSON: {_reason(error)}. Nothing was changed. Correct it and send it again.",
        ) from error
    if _ESCAPED.search(body) and not _is_text(parsed):
        raise not_text()
    if _is_deep(parsed):
        raise Problem(
            400,
            "BODY-TOO-DEEP",
            f"The body is nested deeper than {DEPTH_MAX} levels. Nothing was changed. Send it flatter.",
        )


def _reason(error: Exception) -> str:
    if isinstance(error, UnicodeDecodeError):
        return "it is not UTF-8"
    if isinstance(error, json.JSONDecodeError):
        return f"{error.msg} at character {error.pos}"
    if isinstance(error, RecursionError):
        return "it is nested too deeply"
    return str(error)[:60]


def _without_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a name stands twice in one object")
    return found


def _no_constant(_: str) -> NoReturn:
    raise ValueError("it holds NaN or Infinity")


def _finite(written: str) -> float:
    """1e999 is read as infinity."""
    value = float(written)
    return value if math.isfinite(value) else _no_constant(written)


def _is_text(parsed: Any) -> bool:
    """Half a letter (a lone surrogate) cannot be stored, nor can a zero."""
    level = [parsed]
    while level:
        if any(isinstance(node, str) and not _is_storable(node) for node in level):
            return False
        level = [child for node in level for child in _named_children(node)]
    return True


def _is_storable(text: str) -> bool:
    return "\0" not in text and not any("\ud800" <= letter <= "\udfff" for letter in text)


def _named_children(node: Any) -> Iterable[Any]:
    return [*node.keys(), *node.values()] if isinstance(node, dict) else _children(node)


def _is_deep(parsed: Any) -> bool:
    """Level by level: what is nested cannot exhaust the stack."""
    level = [parsed]
    for _ in range(DEPTH_MAX):
        level = [child for node in level for child in _children(node)]
    return any(isinstance(node, dict | list) for node in level)


def _children(node: Any) -> Iterable[Any]:
    if isinstance(node, dict):
        return node.values()
    return node if isinstance(node, list) else ()


def not_text() -> Problem:
    return Problem(
        400, "NOT-TEXT", "The request holds letters that are none. Nothing was changed. Correct it and send it again."
    )
