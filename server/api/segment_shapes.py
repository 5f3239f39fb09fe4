"""Segments as they travel: what each asks of a member. What is null, or an empty list, is not asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, Field

from app.domain.segment_flaws import DAYS_MAX, NAME_MAX, TITLE_MAX
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
from server.api.figures import Money
from server.api.models import STORE_ID, Id, Model, Name, Text, shown_as

ASKS_MAX = 20


def _without_comma(text: str) -> str:
    if "," in text:
        raise ValueError("no comma: rules name several segments one beside another")
    return text


SegmentId = Annotated[Name, Field(max_length=NAME_MAX, examples=["lapsed"]), AfterValidator(_without_comma)]
Days = Annotated[int, Field(ge=1, le=DAYS_MAX, examples=[90])]
Bound = Annotated[int, Field(ge=0, le=DAYS_MAX)]
Count = Annotated[int, Field(ge=0, le=1_000_000)]


class JoinedDays(Model):
    """How many days ago somebody enrolled."""

    at_least: Bound = 0
    at_most: Bound | None = None


class SpentInDays(Model):
    """What was spent in the last days, less what came back."""

    days: Days
    at_least_minor: Money = 0
    at_most_minor: Money | None = None


class BillsInDays(Model):
    """How many bills of the last days stand."""

    days: Days
    at_least: Count = 0
    at_most: Count | None = None


class SegmentAsked(Model):
    """All of it has to hold of a member."""

    model_config = shown_as({"title": "Not seen for 90 days", "bought_nothing_days": 90})
    title: Annotated[Text, Field(max_length=TITLE_MAX, examples=["Not seen for 90 days"])] = ""
    tiers: list[Name] | None = Field(None, max_length=ASKS_MAX, examples=[["Silver", "Gold"]])
    joined_days: JoinedDays | None = None
    spent: list[SpentInDays] = Field([], max_length=ASKS_MAX)
    bills: list[BillsInDays] = Field([], max_length=ASKS_MAX)
    bought_nothing_days: Days | None = None
    born_in: list[Annotated[int, Field(ge=1, le=12)]] | None = Field(None, max_length=12, examples=[[11, 12]])
    brought: bool = Field(False, description="Only members whom another brought.")
    enrolled_in: list[Id] | None = Field(
        None, max_length=ASKS_MAX, description="The ids of stores, as /stores has them.", examples=[[STORE_ID]]
    )

    def fact(self, segment_id: str) -> Segment:
        return Segment(segment_id, tuple(self._asks()), self.title)

    def _asks(self) -> Iterator[Ask]:
        if self.tiers is not None:
            yield HoldsTier(frozenset(self.tiers))
        if self.joined_days is not None:
            yield JoinedAgo(self.joined_days.at_least, self.joined_days.at_most)
        yield from (SpentWithin(one.days, one.at_least_minor, one.at_most_minor) for one in self.spent)
        yield from (BillsWithin(one.days, one.at_least, one.at_most) for one in self.bills)
        if self.bought_nothing_days is not None:
            yield BoughtNothingFor(self.bought_nothing_days)
        if self.born_in is not None:
            yield BornIn(frozenset(self.born_in))
        if self.brought:
            yield WasBrought()
        if self.enrolled_in is not None:
            yield EnrolledIn(frozenset(self.enrolled_in))


class NamedSegment(SegmentAsked):
    """A segment with its name."""

    model_config = shown_as({"segment_id": "lapsed", "title": "Not seen for 90 days", "bought_nothing_days": 90})
    segment_id: SegmentId


class SegmentShown(BaseModel):
    segment_id: str = Field(examples=["lapsed"])
    title: str = Field(examples=["Not seen for 90 days"])
    tiers: list[str] | None = Field(examples=[["Silver", "Gold"]])
    joined_days: JoinedDays | None
    spent: list[SpentInDays]
    bills: list[BillsInDays]
    bought_nothing_days: int | None = Field(examples=[90])
    born_in: list[int] | None = Field(examples=[[11, 12]])
    brought: bool
    enrolled_in: list[str] | None = Field(examples=[[STORE_ID]])

    @classmethod
    def of(cls, segment: Segment) -> SegmentShown:
        """Where it asks one thing twice, what both come to."""
        asks = segment.asks
        joined = [one for one in asks if isinstance(one, JoinedAgo)]
        silent = [one.days for one in asks if isinstance(one, BoughtNothingFor)]
        return cls(
            segment_id=segment.segment_id,
            title=segment.title,
            tiers=_common(one.tiers for one in asks if isinstance(one, HoldsTier)),
            joined_days=_joined(joined) if joined else None,
            spent=[_spent(one) for one in asks if isinstance(one, SpentWithin)],
            bills=[_bills(one) for one in asks if isinstance(one, BillsWithin)],
            bought_nothing_days=max(silent, default=None),
            born_in=_common(one.months for one in asks if isinstance(one, BornIn)),
            enrolled_in=_common(one.stores for one in asks if isinstance(one, EnrolledIn)),
            brought=any(isinstance(one, WasBrought) for one in asks),
        )


def _common(sets: Iterable[frozenset[Any]]) -> list[Any] | None:
    """What is in all of them, in order; None where there is none."""
    every = [*sets]
    return sorted(one for one in every[0] if all(one in other for other in every)) if every else None


def _joined(asks: list[JoinedAgo]) -> JoinedDays:
    most = [one.most_days for one in asks if one.most_days is not None]
    return JoinedDays(at_least=max(one.least_days for one in asks), at_most=min(most, default=None))


def _spent(one: SpentWithin) -> SpentInDays:
    return SpentInDays(days=one.days, at_least_minor=one.least_minor, at_most_minor=one.most_minor)


def _bills(one: BillsWithin) -> BillsInDays:
    return BillsInDays(days=one.days, at_least=one.least, at_most=one.most)
