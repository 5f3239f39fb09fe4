"""The gate: sync's way to the store, shut for good when the counter closes, whatever call is still under way."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

from app.services.ports import Store, UnitOfWork


class ShutError(Exception):
    """The counter has closed its store; what came over the line comes again the next time."""


class Gate:
    """A store for sync's threads. They take turns: each of their transactions is short."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._is_shut = False
        self._turn = Lock()

    @contextmanager
    def reading(self) -> Iterator[UnitOfWork]:
        with self._turn:
            self._require_open()
            with self._store.reading() as uow:
                yield uow

    @contextmanager
    def writing(self) -> Iterator[UnitOfWork]:
        with self._turn:
            self._require_open()
            with self._store.writing() as uow:
                yield uow

    def shut(self) -> None:
        """Returns once nothing is under way any more."""
        with self._turn:
            self._is_shut = True

    def _require_open(self) -> None:
        if self._is_shut:
            raise ShutError
