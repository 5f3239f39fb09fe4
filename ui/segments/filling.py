"""Filling: what would have to be typed into the form for a segment that stands."""

from __future__ import annotations

from dataclasses import replace

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


def form_of(segment: Segment, currency: Currency) -> SegmentForm:
    """Of two asks of a kind the second has no place of its own."""
    form, kinds = SegmentForm(segment.segment_id, segment.title), set[type[Ask]]()
    for ask in segment.asks:
        is_again = type(ask) in kinds
        kinds.add(type(ask))
        form = replace(form, other=(*form.other, ask)) if is_again else _with(form, ask, currency)
    return form


def _with(form: SegmentForm, ask: Ask, currency: Currency) -> SegmentForm:
    match ask:
        case HoldsTier(tiers):
            return replace(form, tiers=tiers)
        case JoinedAgo(least, most):
            return replace(form, joined_least=_figure(least or None), joined_most=_figure(most))
        case SpentWithin(days, least, most):
            lower, upper = _amount(least or None, currency), _amount(most, currency)
            return replace(form, spent_days=str(days), spent_least=lower, spent_most=upper)
        case BillsWithin(days, least, most):
            return replace(form, bills_days=str(days), bills_least=_figure(least or None), bills_most=_figure(most))
        case BoughtNothingFor(days):
            return replace(form, silent=str(days))
        case BornIn() | WasBrought() | EnrolledIn():  # pragma: no branch
            return _with_person(form, ask)


def _with_person(form: SegmentForm, ask: BornIn | WasBrought | EnrolledIn) -> SegmentForm:
    match ask:
        case BornIn(months):
            return replace(form, months=frozenset(map(str, months)))
        case WasBrought():
            return replace(form, brought=True)
        case EnrolledIn(stores):  # pragma: no branch
            return replace(form, stores=stores)


def _figure(end: int | None) -> str:
    """A most of nothing is asked; a least of nothing is not."""
    return "" if end is None else str(end)


def _amount(end: int | None, currency: Currency) -> str:
    return "" if end is None else typed.amount_typed(end, currency)
