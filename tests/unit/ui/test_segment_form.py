"""The form of a segment: what stands can be typed, and what is typed stands."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from app.domain.money import RUPEE
from app.domain.segment_flaws import segment_flaws
from app.domain.segments import Ask, BillsWithin, BoughtNothingFor, EnrolledIn, JoinedAgo, Segment, SpentWithin
from tests.property.strategies import TIERS, segments
from ui.segments.filling import form_of
from ui.segments.form import SegmentForm
from ui.segments.reading import segment_of

NAMED = SegmentForm("x")


@given(segments)
def test_what_stands_is_typed_and_read_as_the_same(segment: Segment) -> None:
    again = segment_of(form_of(segment, RUPEE), RUPEE)
    assert (again.segment_id, again.title) == (segment.segment_id, segment.title)
    assert {one for one in segment.asks if _says_something(one)} <= {*again.asks} <= {*segment.asks}


def _says_something(ask: Ask) -> bool:
    """What the linter refuses need not be kept."""
    return not list(segment_flaws([Segment("x", (ask,))], tiers=TIERS))


@pytest.mark.parametrize(
    ("typed", "asks"),
    [
        ({"spent_days": "30", "spent_least": "₹500"}, SpentWithin(30, 500_00)),
        ({"spent_days": "30", "spent_most": "0"}, SpentWithin(30, 0, 0)),
        ({"bills_days": "90", "bills_least": "2", "bills_most": "4"}, BillsWithin(90, 2, 4)),
        ({"joined_most": "7"}, JoinedAgo(0, 7)),
        ({"silent": "60"}, BoughtNothingFor(60)),
        ({"stores": frozenset({"south"}), "more_stores": " north, south,"}, EnrolledIn(frozenset({"north", "south"}))),
    ],
)
def test_what_is_typed_is_asked(typed: dict[str, str], asks: object) -> None:
    assert segment_of(replace(NAMED, **typed), RUPEE).asks == (asks,)  # type: ignore[arg-type]


@pytest.mark.parametrize("typed", [{"spent_least": "500"}, {"bills_most": "x", "bills_days": "9"}, {"silent": "long"}])
def test_what_is_no_figure_is_said(typed: dict[str, str]) -> None:
    with pytest.raises(ValueError, match=r"figure is still missing|is no whole number"):
        segment_of(replace(NAMED, **typed), RUPEE)  # type: ignore[arg-type]
