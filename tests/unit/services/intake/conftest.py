"""A counter that was alone, and the ledger its events are taken into."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.desks import memory_shops
from tests.unit.services.intake.counters import Chain


@pytest.fixture
def chain() -> Iterator[Chain]:
    with memory_shops("here") as (here,), memory_shops("there") as (there,):
        yield Chain(here, there)
