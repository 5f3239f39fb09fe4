"""Connection: this counter's calls to its server, signed in as itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from types import TracebackType
from typing import Self

from app.services.desk import Desk
from app.services.ports import Link
from sync.address import ServerAddress
from sync.clock_offset import ClockOffset
from sync.device_key import DeviceKey
from sync.signing_in import TokenKeeper, counter_token
from sync.transport import Transport

# A server's address as this counter is to know it: with the certificates its settings name.
Addressing = Callable[[str], ServerAddress]


@dataclass(frozen=True, slots=True)
class Connection:
    """Calls with a token, and calls without; to be closed."""

    transport: Transport
    plain: Transport
    key: DeviceKey
    link: Link

    @classmethod
    def open(cls, desk: Desk, link: Link, addressing: Addressing, *, agent: str, clock: ClockOffset) -> Self:
        address, key = addressing(link.server_url), DeviceKey(link.private_key)
        plain = Transport(address, agent=agent, clock=clock)
        keeper = TokenKeeper(
            lambda: counter_token(
                plain, key, client_id=link.client_id, audience=link.audience, clock=desk.clock, ids=desk.ids
            )
        )
        return cls(Transport(address, agent=agent, bearer=keeper, clock=clock), plain, key, link)

    def is_of(self, link: Link) -> bool:
        """Whether this is still how the counter is known there."""
        return (self.link.server_url, self.link.client_id) == (link.server_url, link.client_id)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        self.transport.close()
        self.plain.close()
