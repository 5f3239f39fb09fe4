"""Many at once: one effect for a key, no point spent twice, every change seen by the chain in one order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
import requests

from tests.server.api.billing import V1, Billing
from tests.server.callers import done


def at_once(times: int, call: Callable[[requests.Session, int], requests.Response]) -> list[requests.Response]:
    """Each on a connection of its own."""

    def one(number: int) -> requests.Response:
        with requests.Session() as session:
            return call(session, number)

    with ThreadPoolExecutor(times) as pool:
        return list(pool.map(one, range(times)))


def posting(billing: Billing, path: str, body: Any, key: str) -> Callable[[requests.Session, int], requests.Response]:
    """`{n}` in the key is the number of the call."""
    url, bearer = billing.wire.running.base_url + V1 + path, {"Authorization": f"Bearer {billing.token}"}

    def post(session: requests.Session, number: int) -> requests.Response:
        headers = {**bearer, "Idempotency-Key": key.format(n=number)}
        return session.post(url, json=body, headers=headers, timeout=60)

    return post


@pytest.mark.parametrize(("path", "more"), [("earn-points", {}), ("redeem-points", {"points": "10"})])
def test_sixteen_of_one_key_have_one_effect(billing: Billing, path: str, more: dict[str, Any]) -> None:
    card = billing.rich()
    before = billing.moment()[0]

    answers = at_once(16, posting(billing, f"/cards/{path}", billing.asked(card, 100_00, bill="B", **more), "same"))

    assert len({response.text for response in map(_good, answers)}) == 1
    assert billing.moment()[0] == before + 1
    billing.sound()


def _good(response: requests.Response) -> requests.Response:
    done(response)
    return response


def test_sixty_four_spend_no_more_than_there_is(billing: Billing) -> None:
    card = billing.rich()

    answers = at_once(64, posting(billing, "/cards/redeem-points", billing.asked(card, 100_00, points="10"), "use-{n}"))

    assert Counter(response.status_code for response in answers) == {201: 30, 422: 34}
    assert {response.json()["code"] for response in answers if response.status_code == 422} == {"INSUFFICIENT_POINTS"}
    assert billing.available(card) == "0.00"
    billing.sound()


def test_a_refusal_takes_nothing_with_it(billing: Billing) -> None:
    """Good and bad ones are saved together; each has its own answer."""
    good, bad = billing.issue()["number"], "700000000000"
    calls = [posting(billing, "/cards/earn-points", billing.asked(card, 100_00), "k{n}") for card in (good, bad)]

    answers = at_once(32, lambda session, n: calls[n % 2](session, n))

    assert [response.status_code for response in answers] == [201, 404] * 16
    assert billing.available(good) == "48.00"
    billing.sound()
