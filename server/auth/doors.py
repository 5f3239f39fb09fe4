"""Doors without a token: each counts who knocks, by address."""

from __future__ import annotations

from typing import Any

from fastapi import Depends, Request

from server.parts import Given


def knocking(door: str) -> Any:
    """A dependency that slows down whoever tries a door too often."""

    async def knock(request: Request, parts: Given) -> None:
        request.state.rate_headers = parts.rates.address(door, address_of(request))

    return Depends(knock)


def address_of(request: Request) -> str:
    return request.client.host if request.client else "unknown"
