"""Ahead: bodies are read in their order in another process; one that is ended, or a line that fails, loses nothing."""

from __future__ import annotations

import os
from collections.abc import Iterator
from multiprocessing import parent_process

import pytest

from sync.ahead import read_ahead
from sync.protocol import WireError

BODIES = [b"%d" % number for number in range(6)]


def read_elsewhere(body: bytes) -> tuple[bytes, bool]:
    return body, parent_process() is not None


def test_all_are_read_elsewhere_in_their_order() -> None:
    assert list(read_ahead(read_elsewhere, iter(BODIES))) == [(body, True) for body in BODIES]


def end_the_process(body: bytes) -> tuple[bytes, bool]:
    if body == BODIES[2] and parent_process() is not None:
        os._exit(1)
    return read_elsewhere(body)


def test_where_the_other_process_is_ended_the_rest_is_read_here() -> None:
    found = list(read_ahead(end_the_process, iter(BODIES)))
    assert [body for body, _ in found] == BODIES
    assert [is_elsewhere for _, is_elsewhere in found][2:] == [False] * 4


def refuse(body: bytes) -> bytes:
    if body == BODIES[2]:
        raise WireError("chunk: not one whole zstd frame")
    return body


def test_what_reading_says_is_wrong_is_said_here() -> None:
    found = read_ahead(refuse, iter(BODIES))
    assert [next(found), next(found)] == BODIES[:2]
    with pytest.raises(WireError, match="not one whole zstd frame"):
        next(found)


def test_what_came_before_the_line_failed_is_given_first() -> None:
    def failing() -> Iterator[bytes]:
        yield from BODIES[:2]
        raise ConnectionError

    found = read_ahead(read_elsewhere, failing())
    assert [body for body, _ in (next(found), next(found))] == BODIES[:2]
    with pytest.raises(ConnectionError):
        next(found)
