"""Shifts of a store's counters: their Z reports, as they were sealed."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter
from pydantic import BaseModel, Field

from app.domain.shift import CashCount
from app.services.shifts.shift_records import KeptReport
from server.api.figures import Points
from server.api.models import Id, Instant
from server.api.pages import Page, Walked
from server.auth.caller import Caller, require, require_store
from server.identity import devices, stores
from server.parts import Given
from server.web.problems import documented, not_found

router = APIRouter(prefix="/api/v1/stores", tags=["Stores"])
_Reader = Annotated[Caller, require("reports:read")]


class TenderShown(BaseModel):
    kind: str = Field(examples=["CASH"])
    amount_minor: int = Field(examples=[1250000])


class TaxShown(BaseModel):
    percent: str = Field(examples=["12"])
    paid_minor: int = Field(description="What was paid at this rate, tax included.", examples=[112000])


class NotesShown(BaseModel):
    note_minor: int = Field(examples=[50000])
    pieces: int = Field(examples=[12])


class ShiftShown(BaseModel):
    """A Z report. Money in minor units; a difference below zero is missing cash."""

    shift_id: str = Field(examples=["0192f3a0-7c00-7000-8000-000000000005"])
    name: str = Field(examples=["A1/26-27/Z0042"])
    counter_code: str = Field(examples=["A1"])
    opened_at: Instant
    opened_by: str = Field(examples=["asha"])
    closed_at: Instant
    closed_by: str = Field(examples=["asha"])
    approved_by: str | None = Field(examples=[None])
    bills: int = Field(examples=[128])
    returns: int = Field(examples=[3])
    voids: int = Field(examples=[2])
    overrides: int = Field(description="What somebody had to approve.", examples=[1])
    drawer_openings: int = Field(description="Without a sale.", examples=[2])
    sold_minor: int = Field(examples=[1434650])
    discounts_minor: int = Field(examples=[32125])
    returned_minor: int = Field(examples=[23400])
    points_paid_minor: int = Field(description="Paid with points, less what was given back.", examples=[111650])
    points_earned: Points
    points_redeemed: Points
    tenders: list[TenderShown]
    taxed: list[TaxShown]
    float_minor: int = Field(examples=[200000])
    paid_in_minor: int = Field(examples=[0])
    paid_out_minor: int = Field(examples=[3000])
    dropped_minor: int = Field(examples=[1000000])
    notes: list[NotesShown]
    coins_minor: int = Field(examples=[8500])
    counted_minor: int = Field(examples=[423500])
    expected_minor: int = Field(examples=[425000])
    difference_minor: int = Field(examples=[-1500])
    times_counted: int = Field(examples=[1])
    note: str = Field(examples=["A coin rolled under the shelf"])
    waiting_bills: int = Field(description="Had not come here when it was made.", examples=[12])


@router.get("/{store_id}/shifts", responses=documented(404))
def list_shifts(caller: _Reader, store_id: Id, walk: Walked, parts: Given) -> Page[ShiftShown]:
    """The Z reports of a store's counters, in the order in which their shifts began."""
    require_store(caller, store_id)
    with parts.database.store(caller.tenant_id).reading() as unit:
        if stores.get(unit.scope, store_id) is None:
            raise not_found("store")
        codes = [device.counter_code for device in devices.of_store(unit.scope, store_id)]
        return walk.page(lambda after, limit: unit.shifts.page(codes, after=after, most=limit), _key, _shown)


def _key(kept: KeptReport) -> str:
    return kept.report.shift_id


def _shown(kept: KeptReport) -> ShiftShown:
    report, figures = kept.report, kept.report.figures
    return ShiftShown(
        shift_id=report.shift_id,
        name=kept.name,
        counter_code=kept.counter_code,
        opened_at=report.opened_at,
        opened_by=report.opened_by,
        closed_at=report.closed_at,
        closed_by=report.closed_by,
        approved_by=report.approved_by,
        bills=figures.bills,
        returns=figures.returns,
        voids=figures.voids,
        overrides=figures.overrides,
        drawer_openings=figures.drawer_openings,
        sold_minor=figures.sold_minor,
        discounts_minor=figures.discounts_minor,
        returned_minor=figures.returned_minor,
        points_paid_minor=figures.redeemed_minor - figures.given_back_minor,
        points_earned=figures.points_earned,
        points_redeemed=figures.points_redeemed,
        tenders=[TenderShown(kind=kind, amount_minor=minor) for kind, minor in figures.tenders.items()],
        taxed=[TaxShown(percent=f"{one.percent:f}", paid_minor=one.paid_minor) for one in figures.taxed],
        float_minor=report.float_minor,
        paid_in_minor=figures.paid_in_minor,
        paid_out_minor=figures.paid_out_minor,
        dropped_minor=figures.dropped_minor,
        notes=_notes(report.count),
        coins_minor=report.count.coins_minor,
        counted_minor=report.count.total_minor,
        expected_minor=report.expected_minor,
        difference_minor=report.difference_minor,
        times_counted=report.counts,
        note=report.note,
        waiting_bills=report.waiting_bills,
    )


def _notes(count: CashCount) -> list[NotesShown]:
    return [NotesShown(note_minor=one.note_minor, pieces=one.pieces) for one in count.notes if one.pieces]
