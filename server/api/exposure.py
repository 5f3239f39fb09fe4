"""Exposure: the floor a store's counters may let cards overdraw, and the worst it can come to."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from fastapi import APIRouter
from pydantic import BaseModel, Field

from app.domain.lease import NO_FLOOR, Floor
from app.domain.points import POINTS_MAX
from app.domain.program import Program
from app.persistence.uow import SqlUnitOfWork
from app.services.chain.exposure import Exposure, worst_case
from server.api.models import STORE_ID, Id, Model
from server.auth.caller import Caller, require, require_store
from server.desks import desk_of
from server.identity import devices, stores
from server.identity.status import DeviceStatus
from server.parts import Given
from server.rights import floors
from server.telling.premises import note_store
from server.web.problems import documented, not_found

router = APIRouter(prefix="/api/v1/sync", tags=["Sync"])


class FloorShown(Model):
    """Hundredths of points: for one card, and for all cards of a counter between two contacts. 0 allows nothing."""

    card: int = Field(ge=0, le=POINTS_MAX, examples=[10000])
    counter: int = Field(ge=0, le=POINTS_MAX, examples=[50000])


class ExposureShown(BaseModel):
    """The worst case with the floors as they are. Points in hundredths, money in minor units."""

    counters: int = Field(description="Living counters.")
    card_points: int = Field(description="What one card can come to owe.")
    card_minor: int
    all_points: int = Field(description="What all cards together can.")
    all_minor: int
    written_off: int = Field(description="Rights that were written off and may still be spent late.")
    floors: dict[str, FloorShown] = Field(
        description="By store; those without one are not named.",
        examples=[{STORE_ID: {"card": 10000, "counter": 50000}}],
    )


@router.get("/exposure")
def read_exposure(parts: Given, caller: Annotated[Caller, require("reports:read")]) -> ExposureShown:
    """The floors, and the worst they can come to."""
    with parts.database.store(caller.tenant_id).reading() as unit:
        known, living = floors.every(unit.scope), [one for one in devices.every(unit.scope) if _lives(one.status)]
        found = _worst(unit, [known.get(one.store_id, NO_FLOOR) for one in living], parts.clock.now())
    shown = {store_id: FloorShown(card=floor.card, counter=floor.counter) for store_id, floor in known.items()}
    return ExposureShown(
        counters=len(living),
        card_points=found.card_points,
        card_minor=found.card_minor,
        all_points=found.all_points,
        all_minor=found.all_minor,
        written_off=found.written_off,
        floors=shown,
    )


@router.put("/floors/{store_id}", responses=documented(404))
def set_floor(
    store_id: Id, floor: FloorShown, parts: Given, caller: Annotated[Caller, require("admin:stores")]
) -> FloorShown:
    """Let a store's counters overdraw cards so far while they cannot ask. They hear of it at once."""
    require_store(caller, store_id)
    with parts.database.store(caller.tenant_id).writing() as unit:
        store = stores.get(unit.scope, store_id)
        if store is None:
            raise not_found("store")
        floors.put(unit.scope, store_id, Floor(floor.card, floor.counter))
        note_store(desk_of(parts, caller.tenant_id), unit, store, by=caller.subject)
    return floor


def _lives(status: DeviceStatus) -> bool:
    return status is DeviceStatus.ACTIVE


def _worst(unit: SqlUnitOfWork, each: list[Floor], at: datetime) -> Exposure:
    """Without a program points are worth nothing yet."""
    held = [one.lease for device in devices.every(unit.scope) for one in unit.leases.of_counter(device.counter_code)]
    program = unit.programs.in_force(at) if unit.programs.latest_version() > 0 else Program()
    return worst_case(each, held, program)
