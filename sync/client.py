"""A client for other systems: an online shop, an accounting program. Signs in with an id and a secret of its own.

Money is whole minor units; points are decimal text, as the server writes them ("231.50"). Answers are the server's
objects, described in docs/api.md. Every call may raise LineFault, where there is no answer, or Refused, where it is no.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self
from urllib.parse import quote

from sync.address import ServerAddress
from sync.refused import accepted
from sync.signing_in import TokenKeeper, system_token
from sync.transport import Transport

Told = Mapping[str, Any]
PAGE_ITEMS = 200


@dataclass(frozen=True, slots=True)
class Line:
    """An amount of one category, in minor units, as the customer is charged it."""

    category: str
    amount_minor: int
    label: str = ""

    def plain(self) -> dict[str, Any]:
        return {"category": self.category, "amount_minor": self.amount_minor, "label": self.label}


class Client:
    """Calls to one tenant's server; safe from several threads, and to be closed.

    What changes something takes a `key`: the same key with the same request has one effect, however often it is sent.
    """

    def __init__(
        self, address: ServerAddress, *, client_id: str, client_secret: str, agent: str = "tillpoint-client"
    ) -> None:
        self._plain = Transport(address, agent=agent)
        keeper = TokenKeeper(lambda: system_token(self._plain, client_id=client_id, client_secret=client_secret))
        self._transport = Transport(address, agent=agent, bearer=keeper)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        self._transport.close()
        self._plain.close()

    # Who

    def enroll(self, name: str, *, key: str, **more: str) -> Told:
        """A new member with a card. `more`: phone, language, email, birthday, card_number, referrer_card, tier."""
        return self._post("/members/enroll", {"name": name, **more}, key=key)

    def member(self, member_id: str) -> Told:
        return self._get(f"/members/{_part(member_id)}")

    def card(self, number: str) -> Told:
        return self._get(f"/cards/by-number/{_part(number)}")

    def cards(self, **wanted: str) -> Iterator[Told]:
        """Every card, in order of their numbers, fetched page by page. `wanted`: status, tier, name, phone."""
        return self._walk("/cards", wanted)

    def balance(self, card_number: str) -> Told:
        return self._get(f"/cards/{_part(card_number)}/balance")

    def history(self, member_id: str) -> Iterator[Told]:
        """Every movement of a member's points, the newest first."""
        return self._walk(f"/points/history/{_part(member_id)}", {})

    # Points

    def calculate(self, lines: Sequence[Line], *, card_number: str | None = None, points: str = "0") -> Told:
        """What a bill would earn, and how many points may pay for it. Posts nothing."""
        asked = {"card_number": card_number, "lines": [line.plain() for line in lines], "points": points}
        return accepted(self._transport.call("POST", f"{_BASE}/cards/calculate", json=asked)).json

    def earn(self, lines: Sequence[Line], *, card_number: str, bill_number: str, key: str) -> Told:
        return self._post("/points/earn", _bill(lines, card_number, bill_number), key=key)

    def redeem(self, points: str, lines: Sequence[Line], *, card_number: str, bill_number: str, key: str) -> Told:
        """Use points against a bill, before it earns."""
        return self._post("/points/redeem", {**_bill(lines, card_number, bill_number), "points": points}, key=key)

    def reverse(self, *, bill_number: str, key: str, amount_minor: int | None = None) -> Told:
        """Undo a bill, whole or by an amount."""
        part = {} if amount_minor is None else {"amount_minor": amount_minor}
        return self._post("/cards/reverse-points", {"bill_number": bill_number, **part}, key=key)

    # How

    def _get(self, path: str) -> Told:
        return accepted(self._transport.call("GET", _BASE + path)).json

    def _post(self, path: str, asked: Told, *, key: str) -> Told:
        return accepted(self._transport.call("POST", _BASE + path, json=asked, idempotency_key=key)).json

    def _walk(self, path: str, wanted: Mapping[str, str]) -> Iterator[Told]:
        after: str | None = ""
        while after is not None:
            query: dict[str, str | int] = {**wanted, "limit": PAGE_ITEMS, "after": after}
            page = accepted(self._transport.call("GET", _BASE + path, query=query)).json
            yield from page["items"]
            after = page["next"]


_BASE = "/api/v1"


def _bill(lines: Sequence[Line], card_number: str, bill_number: str) -> dict[str, Any]:
    return {"card_number": card_number, "bill_number": bill_number, "lines": [line.plain() for line in lines]}


def _part(text: str) -> str:
    return quote(text, safe="")
