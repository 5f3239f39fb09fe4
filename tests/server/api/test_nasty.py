"""Text nobody meant: whatever stands in a field or an address, it is refused or kept, and nothing falls over."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import quote

import pytest

from tests.server.api.billing import GENERAL, V1, Billing

NASTY = ("\x00", "\ud800", "a" * 5000, "'; DROP TABLE members; --", "‮abc", "😀", "٣", "%", " ", "")
LINES = [{"category": GENERAL, "amount_minor": 100}]
BODIES: list[tuple[str, dict[str, Any]]] = [
    ("/cards", {"name": "x", "phone": "x", "language": "x", "card_number": "x", "referrer_card": "x", "tier": "x"}),
    ("/cards/earn-points", {"card_number": "x", "bill_number": "x", "lines": LINES}),
    ("/cards/redeem-points", {"member_id": "x", "bill_number": "x", "points": "1", "lines": LINES}),
    ("/cards/reverse-points", {"bill_id": "x"}),
    ("/cards/reverse-points", {"bill_number": "x", "points": "x"}),
    ("/cards/reverse-points", {"key": "x"}),
    ("/cards/calculate", {"card_number": "x", "points": "x", "prices": "x", "lines": LINES}),
    ("/points/earn", {"card_number": "1", "lines": [{"category": "x", "amount_minor": 1, "label": "x"}]}),
    ("/tier/update/nobody", {"tier": "x", "reason": "x"}),
]
ADDRESSES = (
    "/cards/{}",
    "/cards/{}/balance",
    "/cards/by-number/{}",
    "/cards/by-customer/{}",
    "/cards?name={}",
    "/cards?tier={}",
    "/cards?phone={}",
    "/cards?after={}",
    "/members/{}",
    "/customer/{}",
    "/points/history/{}?after={}",
    "/programs/{}",
)


def mutated(body: dict[str, Any], text: str) -> list[dict[str, Any]]:
    changed = [{**body, name: text} for name, value in body.items() if isinstance(value, str)]
    inner = [{**LINES[0], name: text} for name in ("category", "label")]
    return changed + [{**body, "lines": [line]} for line in inner if "lines" in body]


@pytest.mark.parametrize("text", NASTY, ids=ascii)
def test_bodies(billing: Billing, text: str) -> None:
    for path, body in BODIES:
        for changed in mutated(body, text):
            headers = {"Content-Type": "application/json", "Idempotency-Key": billing.key(), "If-Match": '"1"'}
            data = json.dumps(changed)
            response = billing.wire.call("POST", V1 + path, billing.token, data=data, headers=headers)
            assert response.status_code < 500, (path, ascii(changed), response.text)
    billing.sound()


@pytest.mark.parametrize("text", NASTY, ids=ascii)
def test_addresses(billing: Billing, text: str) -> None:
    written = quote(text.encode("utf-8", "surrogatepass"), safe="")
    for address in ADDRESSES:
        response = billing.get(address.replace("{}", written))
        assert response.status_code < 500, (address, response.text)
