"""Asking out of turn: rights to points, bills and vouchers of other counters."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter
from pydantic import Field

from app.domain.points import POINTS_MAX
from server.api.models import Id, Model, shown_as
from server.api.people import NUMBER
from server.api.sync.shapes import MEMBER, VOUCHER, RowsTold
from server.api.sync.wire import Counter, Json, Spoken, reader_of, told_as
from server.desks import desk_of
from server.parts import Given
from server.rights.leases import Scan, top_up
from server.rights.vouchers import hand_voucher, set_aside
from server.telling.far_bills import tell_bill
from server.web.problems import Problem
from sync.protocol import (
    told_to_plain,
)

router = APIRouter(prefix="/api/v1/sync", tags=["Sync"])


class Scanned(Model):
    """A card before the counter: by its number, or whose it is."""

    model_config = shown_as({"card": NUMBER, "wanted": 10000}, {"member": MEMBER, "wanted": 10000})
    member: Id | None = Field(None, examples=[MEMBER])
    card: Annotated[str, Field(pattern=r"^[0-9]{12}$")] | None = None
    wanted: int = Field(
        ge=0, le=POINTS_MAX, description="Hundredths of points that the bill can take.", examples=[10000]
    )


@router.post("/leases", response_class=Json, responses=told_as(RowsTold, 404))
def ask_for_rights(scanned: Scanned, parts: Given, caller: Counter, spoken: Spoken) -> Json:
    """Rights to a card's points, as far as they are free; what other counters hold unused is asked back."""
    if (scanned.member is None) == (scanned.card is None):
        raise Problem(422, "INVALID", "A scan names a member or a card. Nothing was changed. Send one of them.")
    scan = Scan(scanned.wanted, member_id=scanned.member, card_number=scanned.card)
    return Json(told_to_plain(top_up(desk_of(parts, caller.tenant_id), reader_of(caller, spoken), scan)))


class BillWanted(Model):
    """A bill that another counter sold, by its printed number."""

    number: str = Field(min_length=1, max_length=64, examples=["A1/26-27/000123"])


@router.post("/bills", response_class=Json, responses=told_as(RowsTold, 404))
def ask_for_bill(wanted: BillWanted, parts: Given, caller: Counter, spoken: Spoken) -> Json:
    """A bill as it stands, with what came back of it, and the members whose points a return of it moves."""
    return Json(told_to_plain(tell_bill(desk_of(parts, caller.tenant_id), reader_of(caller, spoken), wanted.number)))


class VoucherWanted(Model):
    """A voucher that is to be used at this counter, by its code; or one of a reward's stock, to give out."""

    model_config = shown_as({"code": VOUCHER}, {"reward": "cinema"})
    code: Annotated[str, Field(pattern=r"^V[0-9A-Z]{15}$")] | None = None
    reward: str | None = Field(None, min_length=1, max_length=80)
    ahead: bool = Field(False, description="Before anybody wants the reward: other counters keep what they have of it.")


@router.post("/vouchers", response_class=Json, responses=told_as(RowsTold, 404))
def ask_for_voucher(wanted: VoucherWanted, parts: Given, caller: Counter, spoken: Spoken) -> Json:
    """The right to use a voucher, or to give out one of a stock; what another counter holds is asked back."""
    desk, reader = desk_of(parts, caller.tenant_id), reader_of(caller, spoken)
    if wanted.code is not None and wanted.reward is None:
        return Json(told_to_plain(hand_voucher(desk, reader, wanted.code)))
    if wanted.reward is not None and wanted.code is None:
        return Json(told_to_plain(set_aside(desk, reader, wanted.reward, ahead=wanted.ahead)))
    raise Problem(422, "INVALID", "Name a code or a reward. Nothing was changed. Send one of them.")
