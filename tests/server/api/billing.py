"""Another billing program: a system of a tenant's with its own token, that issues cards and earns and uses points."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import requests

from app.services.desk import Desk
from app.services.keeping import books
from app.services.keeping.books import Verdict
from server.desks import desk_of
from tests.server.callers import Shop, Wire, done, problem

V1 = "/api/v1"
GENERAL = "General"


@dataclass
class Billing:
    """Amounts in minor units, points as decimal text."""

    shop: Shop
    token: str
    _numbers: Iterator[int] = field(default_factory=lambda: itertools.count(1))

    @classmethod
    def of(cls, shop: Shop) -> Billing:
        """A shop whose bills earn three per cent and where points pay up to half of one."""
        scopes = ("cards:read", "cards:write", "points:write", "programs:read", "programs:write")
        billing = cls(shop, shop.system(*scopes)["token"])
        billing.configure(earning={"default_percent": "3"}, redemption={"min_points": "0"})
        return billing

    @property
    def wire(self) -> Wire:
        return self.shop.wire

    @property
    def desk(self) -> Desk:
        return desk_of(self.wire.running.parts, self.shop.tenant_id)

    def key(self) -> str:
        return f"key-{next(self._numbers)}"

    def get(self, path: str, **more: Any) -> requests.Response:
        return self.wire.get(V1 + path, self.token, **more)

    def post(self, path: str, body: Any = None, *, key: str = "", version: int | None = None) -> requests.Response:
        return self.send("POST", path, body, key=key, version=version)

    def send(
        self,
        method: str,
        path: str,
        body: Any = None,
        *,
        key: str = "",
        version: int | None = None,
        approval: str = "",
    ) -> requests.Response:
        headers = {"Idempotency-Key": key} if key else {}
        if approval:
            headers["Tillpoint-Approval"] = approval
        if version is not None:
            headers["If-Match"] = f'"{version}"'
        return self.wire.call(method, V1 + path, self.token, json=body, headers=headers)

    def configure(self, **parts: Any) -> dict[str, Any]:
        """Publish the rules in force with some of their parts changed, approved by the owner."""
        seen = done(self.get("/card-config"))
        config = seen["config"]
        for name, part in parts.items():
            config[name] = {**config[name], **part} if isinstance(part, dict) else part
        response = self.send("PUT", "/card-config", config, version=seen["version"], approval=self.approval())
        shown: dict[str, Any] = done(response)
        return shown

    def approval(self, token: str = "") -> str:
        """Of the owner, or whoever's token it is."""
        return str(done(self.wire.post(f"{V1}/approvals", None, token or self.shop.owner))["approval"])

    def issue(self, name: str = "Meena Iyer", **more: Any) -> dict[str, Any]:
        card: dict[str, Any] = done(self.post("/cards", {"name": name, **more}))
        return card

    def rich(self, rupees: int = 10_000) -> str:
        """A new card that has earned on a bill; its number."""
        number = str(self.issue()["number"])
        self.earn(number, rupees * 100)
        return number

    def asked(self, card: str, amount: int, *, bill: str | None = None, **more: Any) -> dict[str, Any]:
        lines = [{"category": GENERAL, "amount_minor": amount}]
        named = {"bill_number": bill} if bill else {}
        return {"card_number": card, "lines": lines, **named, **more}

    def earn(self, card: str, amount: int, *, bill: str | None = None, key: str = "") -> dict[str, Any]:
        asked = self.asked(card, amount, bill=bill)
        earned: dict[str, Any] = done(self.post("/cards/earn-points", asked, key=key or self.key()))
        return earned

    def redeem(self, card: str, points: str, amount: int, *, bill: str | None = None, key: str = "") -> dict[str, Any]:
        asked = self.asked(card, amount, bill=bill, points=points)
        used: dict[str, Any] = done(self.post("/cards/redeem-points", asked, key=key or self.key()))
        return used

    def reverse(self, *, sent_as: str = "", **asked: Any) -> dict[str, Any]:
        moved: dict[str, Any] = done(self.post("/cards/reverse-points", asked, key=sent_as or self.key()))
        return moved

    def available(self, card: str) -> str:
        return str(done(self.get(f"/cards/{card}/balance"))["available"])

    def verdict(self) -> Verdict:
        return books.verify(self.desk)

    def sound(self) -> None:
        assert self.verdict().faults == ()

    def moment(self) -> tuple[int, bytes]:
        """Where the tenant's chain stands."""
        with self.desk.store.reading() as unit:
            head = unit.journal.head()
        return head.last_seq, head.head_hash

    @contextmanager
    def unmoved(self) -> Iterator[None]:
        """Nothing that happens inside leaves a trace in the ledger."""
        before = self.moment()
        yield
        assert self.moment() == before

    def refused(self, response: requests.Response) -> tuple[int, str]:
        return problem(response)
