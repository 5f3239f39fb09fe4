"""Every story of a verb happens in a shop of its own."""

from collections.abc import Iterator

import pytest

from tests.desks import Shop, memory_shop


@pytest.fixture
def shop() -> Iterator[Shop]:
    with memory_shop() as shop:
        yield shop
