"""Connection: this counter's calls to its server, signed in as itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from types import TracebackType
from typing import Self

from app.services.chain.keys import every_key, take
from app.services.desk import Desk
from app.services.ports import Link
from sync.address import ServerAddress
from sync.clock_offset import ClockOffset
from sync.device_key import DeviceKey
from sync.refused import Refused
from sync.signing_in import TokenKeeper, counter_token
from sync.transport import Transport

# A server's address as this counter is to know it: with the certificates its settings name.
Addressing = Callable[[str], ServerAddress]
_NOT_THIS_KEY = "ASSERTION-BAD"


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
        keeper = TokenKeeper(lambda: _signed_in(desk, plain, link))
        return cls(Transport(address, agent=agent, bearer=keeper, clock=clock), plain, key, link)

    def is_of(self, link: Link) -> bool:
        """Whether this is still how the counter is known there."""
        return _as_known(self.link) == _as_known(link)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        self.transport.close()
        self.plain.close()


def _as_known(link: Link) -> tuple[str, str, bytes]:
    return link.server_url, link.client_id, link.private_key


def _signed_in(desk: Desk, plain: Transport, link: Link) -> str:
    """A token by the key of this link; where that does not open, by another of this counter's, which takes its place.

    So it is after an announcement whose answer came too late, and at a server put back to before the key was changed.
    """
    keys = list(dict.fromkeys([link.private_key, *every_key(desk)]))
    while True:
        key = keys.pop(0)
        try:
            token = counter_token(
                plain, DeviceKey(key), client_id=link.client_id, audience=link.audience, clock=desk.clock, ids=desk.ids
            )
        except Refused as refused:
            if refused.problem.code != _NOT_THIS_KEY or not keys:
                raise
        else:
            if key != link.private_key:
                take(desk, key)
            return token
