"""Segments: whom a scenario's rules may ask for, by what each says of a member."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.money import Currency
from app.domain.segment_flaws import DAYS_MAX
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
from app.scenario.fields import ZERO, Fields, minor_of

MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
_KNOWN = frozenset(
    {
        "id",
        "title",
        "tiers",
        "joined_days",
        "spent",
        "bills",
        "bought_nothing_days",
        "born_in",
        "brought",
        "enrolled_in",
    }
)
_BETWEEN = frozenset({"at_least", "at_most"})


def segment_of(fields: Fields, currency: Currency) -> Segment:
    fields.only(_KNOWN)
    return Segment(fields.text("id"), tuple(_asks(fields, currency)), fields.text("title", ""))


def _asks(fields: Fields, currency: Currency) -> Iterator[Ask]:
    if fields.has("tiers"):
        yield HoldsTier(frozenset(fields.texts("tiers")))
    if fields.has("joined_days"):
        yield _joined(fields.inner("joined_days"))
    yield from (_spent(one, currency) for one in fields.items("spent"))
    yield from (_bills(one) for one in fields.items("bills"))
    if fields.has("bought_nothing_days"):
        yield BoughtNothingFor(fields.whole("bought_nothing_days", least=1, most=DAYS_MAX))
    if fields.has("born_in"):
        yield BornIn(frozenset(_month(fields, one) for one in fields.texts("born_in")))
    if fields.has("brought") and fields.boolean("brought"):
        yield WasBrought()
    if fields.has("enrolled_in"):
        yield EnrolledIn(frozenset(fields.texts("enrolled_in")))


def _joined(fields: Fields) -> JoinedAgo:
    fields.only(_BETWEEN)
    return JoinedAgo(fields.whole("at_least", 0), fields.whole("at_most") if fields.has("at_most") else None)


def _spent(fields: Fields, currency: Currency) -> SpentWithin:
    fields.only({*_BETWEEN, "days"})
    most = minor_of(fields, "at_most", currency) if fields.has("at_most") else None
    return SpentWithin(fields.whole("days"), minor_of(fields, "at_least", currency, ZERO), most)


def _bills(fields: Fields) -> BillsWithin:
    fields.only({*_BETWEEN, "days"})
    most = fields.whole("at_most") if fields.has("at_most") else None
    return BillsWithin(fields.whole("days"), fields.whole("at_least", 0), most)


def _month(fields: Fields, name: str) -> int:
    if name.upper() not in MONTHS:
        fields.fail("born_in", f"{name[:40]!r} is not one of {', '.join(MONTHS)}")
    return MONTHS.index(name.upper()) + 1
