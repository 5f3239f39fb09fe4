"""Fields of what came over the wire: each is what the protocol says, or the message names it."""

from __future__ import annotations

import re
from base64 import urlsafe_b64decode
from collections.abc import Mapping
from typing import Any

from app.services.ports import ChainPoint

_WHOLE_MAX = (1 << 53) - 1  # the largest whole number that every reader of JSON keeps exact
_DIGEST = re.compile(r"[0-9a-f]{64}")
_ID_LENGTH_MAX = 64


class WireError(ValueError):
    """What came is not what the protocol says; the message names the place."""


def an_object(plain: Any) -> Mapping[str, Any]:
    if type(plain) is not dict:
        raise WireError("expected an object")
    return plain


def value(plain: Any, name: str, kind: type[Any]) -> Any:
    found = an_object(plain).get(name)
    if type(found) is not kind:
        raise WireError(f"{name}: expected {kind.__name__}")
    return found


def listed(plain: Any, name: str) -> list[Any]:
    found: list[Any] = value(plain, name, list)
    return found


def text(plain: Any, name: str) -> str:
    found: str = value(plain, name, str)
    if not 1 <= len(found) <= _ID_LENGTH_MAX:
        raise WireError(f"{name}: between 1 and {_ID_LENGTH_MAX} letters")
    return found


def optional_text(plain: Any, name: str) -> str | None:
    found: str | None = None if an_object(plain).get(name) is None else value(plain, name, str)
    return found


def texts(plain: Any, name: str) -> tuple[str, ...]:
    found = listed(plain, name)
    if any(type(one) is not str for one in found):
        raise WireError(f"{name}: expected a list of texts")
    return tuple(found)


def whole(plain: Any, name: str, *, least: int = 0) -> int:
    found: int = value(plain, name, int)
    if not least <= found <= _WHOLE_MAX:
        raise WireError(f"{name}: between {least} and {_WHOLE_MAX}")
    return found


def digest(plain: Any, name: str) -> bytes:
    found = text(plain, name)
    if _DIGEST.fullmatch(found) is None:
        raise WireError(f"{name}: expected 64 hexadecimal digits")
    return bytes.fromhex(found)


def signature(plain: Any) -> bytes:
    return from_base64url(value(plain, "signature", str))


def from_base64url(text: Any) -> bytes:
    """Raises WireError."""
    try:
        return urlsafe_b64decode(text + "=" * (-len(text) % 4))
    except (ValueError, TypeError) as error:
        raise WireError("expected base64url") from error


def point(plain: Any) -> ChainPoint:
    point = value(plain, "included", dict)
    return ChainPoint(whole(point, "epoch"), whole(point, "seq"))


def point_to_plain(point: ChainPoint) -> dict[str, int]:
    return {"epoch": point.epoch, "seq": point.seq}
