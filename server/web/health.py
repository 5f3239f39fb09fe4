"""Health: is the process alive, can it do its work, and what has it counted."""

from __future__ import annotations

import hmac
import ipaddress
from typing import Annotated

from fastapi import APIRouter, Header, Request, Response
from pydantic import BaseModel, Field

from server.auth.doors import address_of
from server.parts import Given, Parts
from server.web.metrics import MEDIA_TYPE
from server.web.problems import Problem, documented

router = APIRouter(tags=["Health"])


class Health(BaseModel):
    status: str = Field(examples=["alive"])


@router.get("/healthz")
async def is_alive() -> Health:
    """The process answers."""
    return Health(status="alive")


@router.get("/readyz", responses=documented(503))
def is_ready(parts: Given) -> Health:
    """The database answers, and is of this program's schema: an older one is upgraded before the server listens."""
    parts.database.tenants()
    return Health(status="ready")


_METRICS = {"schema": {"type": "string"}, "example": "tillpoint_requests_total 1201.0"}


@router.get("/metrics", response_class=Response, responses={200: {"content": {"text/plain": _METRICS}}})
def read_metrics(
    request: Request,
    parts: Given,
    authorization: Annotated[str, Header(description="`Bearer`, and the setting `metrics_token`.")] = "",
) -> Response:
    """For Prometheus: to this machine, or to whoever holds `metrics_token`."""
    if not (_is_of_this_machine(request, parts) or _has_token(authorization, parts)):
        raise Problem(
            401,
            "METRICS-CLOSED",
            "Metrics are for this machine, or for whoever has the token in the setting metrics_token.",
            headers={"WWW-Authenticate": 'Bearer realm="metrics"'},
        )
    return Response(parts.metrics.text(), media_type=MEDIA_TYPE)


def _is_of_this_machine(request: Request, parts: Parts) -> bool:
    """Behind a proxy everybody may seem to be."""
    try:
        return not parts.settings.proxy_ends_tls and ipaddress.ip_address(address_of(request)).is_loopback
    except ValueError:
        return False


def _has_token(authorization: str, parts: Parts) -> bool:
    token = parts.settings.metrics_token
    return token != "" and hmac.compare_digest(authorization.encode(), f"Bearer {token}".encode())
