"""How a fault is sown: something else in the place of a name of the real code, for as long as it lasts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any
from unittest import mock

Patch = AbstractContextManager[Any]


def put(target: Any, name: str, value: Any) -> Callable[[], Patch]:
    return lambda: mock.patch.object(target, name, value)


def nothing(*_: Any, **__: Any) -> None:
    return None


def wrapped(target: Any, name: str, around: Callable[..., Any]) -> Callable[[], Patch]:
    """`around` is given the real function and its arguments."""
    real = getattr(target, name)

    def instead(*given: Any, **named: Any) -> Any:
        return around(real, *given, **named)

    return put(target, name, instead)


def together(*sown: Callable[[], Patch]) -> Callable[[], Patch]:
    @contextmanager
    def both() -> Iterator[None]:
        with sown[0](), sown[1]():
            yield

    return both
