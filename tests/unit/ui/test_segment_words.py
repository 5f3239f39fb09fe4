"""Segments in words: each thing one can ask, and what was changed."""

from __future__ import annotations

import pytest

from app.domain.money import RUPEE
from app.domain.segment_changes import SegmentChange
from app.domain.segments import (
    Ask,
    BillsWithin,
    BornIn,
    BoughtNothingFor,
    EnrolledIn,
    HoldsTier,
    JoinedAgo,
    Segment,
    SpentWithin,
    WasBrought,
)
from ui import segment_words


@pytest.mark.parametrize(
    ("ask", "words"),
    [
        (HoldsTier(frozenset({"Silver", "Gold"})), "tier Gold / Silver"),
        (JoinedAgo(1), "joined at least 1 day ago"),
        (JoinedAgo(0, 30), "joined in the last 30 days"),
        (JoinedAgo(30, 90), "joined 30 to 90 days ago"),
        (SpentWithin(30, 500_00), "spent in 30 days: from ₹500.00"),
        (SpentWithin(30, 0, 500_00), "spent in 30 days: up to ₹500.00"),
        (SpentWithin(30, 500_00, 1_000_00), "spent in 30 days: ₹500.00–₹1,000.00"),
        (BillsWithin(90, 3), "bills in 90 days: from 3"),
        (BillsWithin(90, 0, 2), "bills in 90 days: up to 2"),
        (BillsWithin(90, 2, 4), "bills in 90 days: 2–4"),
        (BoughtNothingFor(1), "nothing bought for 1 day"),
        (BornIn(frozenset({12, 1})), "born in Jan / Dec"),
        (WasBrought(), "brought by another member"),
        (EnrolledIn(frozenset({"south", "north"})), "enrolled in store north / south"),
    ],
)
def test_each_ask_in_words(ask: Ask, words: str) -> None:
    assert segment_words.asks(Segment("x", (ask,)), RUPEE) == words


def test_what_was_changed_in_words() -> None:
    was, now = Segment("missed", (BoughtNothingFor(90),)), Segment("missed", (BoughtNothingFor(60),), "Not seen")
    assert [segment_words.change(SegmentChange(*pair), RUPEE) for pair in ((None, was), (was, now), (now, None))] == [
        "Segment “missed” is new: nothing bought for 90 days",
        "Segment “missed”: nothing bought for 90 days › Not seen · nothing bought for 60 days",
        "Segment “missed” is taken away: Not seen · nothing bought for 60 days",
    ]
