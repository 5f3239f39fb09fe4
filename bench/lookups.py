"""Finding a member among a million, by card, phone, last four digits and name prefix."""

from __future__ import annotations

import random

from app.services.desk import Desk
from app.services.members import members
from bench.figures import Figure, timed
from bench.population import card_of, name_of, phone_of

ROUNDS, WARM_UP = 2_000, 100
P99_MS_MAX = 5.0


def lookup_figures(desk: Desk, *, size: int) -> list[Figure]:
    dice = random.Random(20260101)
    numbers = [dice.randrange(size) for _ in range(ROUNDS + WARM_UP)]
    finds = {
        "card": lambda n: members.find_card(desk, card_of(numbers[n])),
        "phone": lambda n: members.find_phone(desk, phone_of(numbers[n])),
        "last four": lambda n: members.find_last_four(desk, phone_of(numbers[n])[-4:]),
        "name prefix": lambda n: members.find_name(desk, name_of(numbers[n])[:10]),
    }
    return [_figure(what, find, size) for what, find in finds.items()]


def _figure(what: str, find: object, size: int) -> Figure:
    assert callable(find)
    assert find(0), f"somebody is found by {what}"
    times = timed(find, rounds=ROUNDS, warm_up=WARM_UP)
    return Figure(
        path=f"find by {what}, {size:,} members",
        measured=f"p50 {times.p50_ms:.2f}, p99 {times.p99_ms:.2f}",
        floor="–",
        ratio="–",
        held_to=f"p99 ≤ {P99_MS_MAX:.0f} ms",
        held=times.p99_ms <= P99_MS_MAX,
    )
