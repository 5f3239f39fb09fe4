"""A transport, as a counter has one."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import pytest

from sync.address import ServerAddress
from sync.transport import Transport

Connect = Callable[..., Transport]


@pytest.fixture
def connect() -> Iterator[Connect]:
    """Makes transports to an address; all are closed at the end."""
    with ExitStack() as stack:

        def connected(url: str, *, address: dict[str, Any] | None = None, **options: Any) -> Transport:
            made = Transport(ServerAddress(url, **(address or {})), agent="Tillpoint/test", **options)
            return stack.enter_context(made)

        yield connected
