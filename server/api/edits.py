"""Edits of members: changed through the server, and the history of them all."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from fastapi import APIRouter
from pydantic import BaseModel, Field

from app.domain.member import Holder
from app.persistence.uow import SqlUnitOfWork
from app.services.desk import Desk
from app.services.members import editing
from app.services.members.edits import Typed
from app.services.ports import ChainPoint, UnitOfWork
from server.api.models import STAFF_ID, Id, Instant
from server.api.pages import Page, Walk, Walked
from server.api.people import CardId, known_card, known_member
from server.auth.caller import Caller, require
from server.intake.edits import FIELD, Edits, KeptEdit, Place
from server.ledgers.feed import position_of
from server.ledgers.store import ServerStore, ServerUnit
from server.parts import Given
from server.rights.leases import server_store
from server.web.problems import documented

router = APIRouter(prefix="/api/v1", tags=["Loyalty"])
_Reader = Annotated[Caller, require("cards:read")]


class FieldEditShown(BaseModel):
    """One field of an edit. `old` and `stood` differ where somebody else had changed it first."""

    field: Literal["name", "phone", "language", "email", "birthday"] = Field(examples=["phone"])
    old: str | None = Field(description="What it was where it was changed.", examples=["+919876543210"])
    new: str | None = Field(description="What it was to be.", examples=["+919812345678"])
    stood: str | None = Field(description="What stood here when the edit came in.", examples=["+919800000000"])
    stands: str | None = Field(description="What stood here after it.", examples=["+919812345678"])


class EditShown(BaseModel):
    """What somebody changed of a member, and what came of it."""

    edit_id: str = Field(examples=["0000000000009020.0000000002.0000000000000118.A1"])
    at: Instant
    staff: str = Field(examples=[STAFF_ID])
    counter: str = Field(description="Where it was made; HQ is this server.", examples=["A1"])
    base: int | None = Field(
        description="The position the counter knew the member at; null where it was made here.", examples=[9001]
    )
    position: int = Field(description="At which it was merged.", examples=[9020])
    fields: list[FieldEditShown]


@router.get("/members/{member_id}/edits", responses=documented(404))
def list_member_edits(caller: _Reader, member_id: Id, walk: Walked, parts: Given) -> Page[EditShown]:
    """Every change of who a member is, the newest first, also those that others have replaced."""
    store = parts.database.store(caller.tenant_id)
    with store.reading() as unit:
        return _history(store, unit, known_member(unit, member_id), walk)


@router.get("/cards/{card_id}/edits", responses=documented(404))
def list_card_edits(caller: _Reader, card_id: CardId, walk: Walked, parts: Given) -> Page[EditShown]:
    """The same, of the member whose card it is."""
    store = parts.database.store(caller.tenant_id)
    with store.reading() as unit:
        return _history(store, unit, known_card(unit, card_id), walk)


def _history(store: ServerStore, unit: SqlUnitOfWork, holder: Holder, walk: Walk) -> Page[EditShown]:
    history, member_id = Edits(unit.scope, store.sealer.of_field(FIELD)), holder.member.member_id
    return walk.page(
        lambda after, limit: history.page(member_id, after=after, limit=limit), lambda kept: kept.place.name, _shown
    )


def edit_member(desk: Desk, unit: UnitOfWork, member_id: str, fields: Mapping[str, Typed], *, staff: str) -> Holder:
    """Change a member through the server, and keep it in their history. `unit` is of the desk's transaction."""
    assert isinstance(unit, ServerUnit), "the server's store"
    edited = editing.edit(desk, member_id, fields, staff=staff)
    if edited.made is not None:
        edit, head = edited.made
        place = Place(position_of(head), desk.counter_code, ChainPoint(head.epoch, head.last_seq))
        Edits(unit.scope, server_store(desk).sealer.of_field(FIELD)).add(edit, place)
    return edited.holder


def _shown(kept: KeptEdit) -> EditShown:
    edit, place = kept.edit, kept.place
    return EditShown(
        edit_id=place.name,
        at=edit.at,
        staff=edit.staff,
        counter=place.counter_code,
        base=edit.base,
        position=place.position,
        fields=[
            FieldEditShown.model_validate(
                {"field": name, "old": one.old, "new": one.new, "stood": one.stood, "stands": one.stands}
            )
            for name, one in edit.fields.items()
        ],
    )
