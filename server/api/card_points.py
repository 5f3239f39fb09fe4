"""The card service's own points calls: for billing programs that show a card."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter

from server.api import moves
from server.api.bills import AskedBill, AskedQuote, AskedRedemption, AskedReversal
from server.api.bills_shown import EarnedShown, QuoteShown, ReversedShown, UsedShown
from server.api.idempotency import MustBeIdempotent
from server.auth.caller import Caller, require
from server.parts import Given
from server.web.problems import documented

router = APIRouter(prefix="/api/v1/cards", tags=["Card points"], responses=documented(404))
_Poster = Annotated[Caller, require("points:write")]
_Reader = Annotated[Caller, require("cards:read")]


@router.post("/earn-points", status_code=201, responses=documented(409))
async def earn_card_points(caller: _Poster, asked: AskedBill, key: MustBeIdempotent, parts: Given) -> EarnedShown:
    """Let a bill earn, once. Points used against it before count as the program says: by default they earn nothing."""
    return await moves.earn(parts, caller, key, asked)


@router.post("/redeem-points", status_code=201, responses=documented(409))
async def redeem_card_points(caller: _Poster, asked: AskedRedemption, key: MustBeIdempotent, parts: Given) -> UsedShown:
    """Use points against a bill, before it earns. The bill's amounts say how many may be; not what counters hold."""
    return await moves.redeem(parts, caller, key, asked)


@router.post("/reverse-points", status_code=201)
async def reverse_card_points(
    caller: _Poster, asked: AskedReversal, key: MustBeIdempotent, parts: Given
) -> ReversedShown:
    """Undo an earlier bill, whole or in part: what it earned is taken back, what it used is given back."""
    return await moves.reverse(parts, caller, key, asked)


@router.post("/calculate")
def calculate_card_points(caller: _Reader, asked: AskedQuote, parts: Given) -> QuoteShown:
    """What a bill would earn and how many points may pay for it. Posts nothing."""
    return moves.calculate(parts, caller, asked)
