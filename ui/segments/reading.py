"""Reading: the segment that comes of what is typed into its form."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.money import Currency
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
from ui import typed
from ui.segments.form import SegmentForm


def segment_of(form: SegmentForm, currency: Currency) -> Segment:
    """The segment as it is typed. Raises ValueError with a sentence for what is no figure."""
    return Segment(form.name.strip(), (*_asks(form, currency), *form.other), form.title.strip())


def _asks(form: SegmentForm, currency: Currency) -> Iterator[Ask]:
    if form.tiers:
        yield HoldsTier(form.tiers)
    if form.joined_least.strip() or form.joined_most.strip():
        yield JoinedAgo(typed.whole_or_none(form.joined_least) or 0, typed.whole_or_none(form.joined_most))
    if any(one.strip() for one in (form.spent_days, form.spent_least, form.spent_most)):
        least, most = (_amount_or_none(one, currency) for one in (form.spent_least, form.spent_most))
        yield SpentWithin(typed.whole(form.spent_days), least or 0, most)
    if any(one.strip() for one in (form.bills_days, form.bills_least, form.bills_most)):
        fewest, count_max = typed.whole_or_none(form.bills_least), typed.whole_or_none(form.bills_most)
        yield BillsWithin(typed.whole(form.bills_days), fewest or 0, count_max)
    if form.silent.strip():
        yield BoughtNothingFor(typed.whole(form.silent))
    yield from _who(form)


def _who(form: SegmentForm) -> Iterator[Ask]:
    """What it asks besides what was bought, and the tier."""
    if form.months:
        yield BornIn(frozenset(map(int, form.months)))
    if form.brought:
        yield WasBrought()
    if stores := form.stores | typed.names(form.more_stores):
        yield EnrolledIn(stores)


def _amount_or_none(text: str, currency: Currency) -> int | None:
    return typed.amount(text, currency) if text.strip() else None
