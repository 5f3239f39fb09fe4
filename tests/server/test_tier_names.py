"""A tier that members hold by other names, told to counters of each protocol."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from app.domain.program import Program
from server.telling.older import as_told
from sync.protocol import NAMES_SINCE, PROTOCOL

NOON = datetime(2026, 6, 1, 12, tzinfo=UTC)
PLAIN = Program()
_BRONZE, _SILVER, *_MORE = PLAIN.tiers.levels
RENAMED = replace(PLAIN, tiers=replace(PLAIN.tiers, levels=(_BRONZE, replace(_SILVER, formerly=("Second",)), *_MORE)))


def test_a_counter_that_knows_one_name_for_a_tier_is_told_one() -> None:
    assert [as_told(RENAMED, spoken, NOON) for spoken in (NAMES_SINCE - 1, NAMES_SINCE, PROTOCOL)] == [
        PLAIN,
        RENAMED,
        RENAMED,
    ]
