"""The application: its rooms in order, and the list of everything it offers."""

from __future__ import annotations

from collections.abc import Sequence

from fastapi import APIRouter, FastAPI
from fastapi.routing import APIRoute

from server.api import (
    activities,
    approvals,
    campaigns,
    card_config,
    card_points,
    cards,
    clients,
    counters,
    edits,
    exposure,
    loyalty,
    pairings,
    partners,
    programmes,
    programs,
    proposals,
    reviews,
    rewards,
    rules,
    segments,
    shifts,
    staff,
    stores,
    tenants,
    tiers,
)
from server.api.sync import asking, comparing, pulling, pushing, snapshots
from server.auth import oauth
from server.parts import Parts
from server.web import health, problems
from server.web.bodies import BodyGuard
from server.web.description import describe
from server.web.edge import Edge
from server.web.problems import documented

VERSION = "1"
ROUTERS: Sequence[APIRouter] = (  # looked through in this order: what is called most comes first
    card_points.router,
    loyalty.router,
    activities.router,
    campaigns.router,
    rewards.router,
    health.router,
    oauth.router,
    tenants.router,
    stores.router,
    shifts.router,
    pairings.router,
    counters.router,
    staff.router,
    clients.router,
    pushing.router,
    pulling.router,
    asking.router,
    comparing.router,
    snapshots.router,
    proposals.router,
    exposure.router,
    reviews.router,
    reviews.alarm_router,
    card_config.router,
    segments.router,
    approvals.router,
    programmes.router,
    programs.router,
    rules.router,
    tiers.router,
    partners.router,
    edits.router,
    cards.router,
)
_EVERYWHERE = documented(400, 401, 403, 413, 415, 422, 429, 500, 503)


def create_app(parts: Parts | None = None) -> FastAPI:
    """The application over these parts; without any it can only describe itself."""
    app = FastAPI(
        title="Tillpoint server",
        version=VERSION,
        description="The shared memory of a chain of shops: members, points, counters.",
        openapi_url="/api/v1/openapi.json",
        docs_url=None,  # their pages load scripts from elsewhere
        redoc_url=None,
        responses=_EVERYWHERE,
        generate_unique_id_function=_operation_id,
        redirect_slashes=False,
    )
    for router in ROUTERS:
        app.include_router(router)
    problems.handle(app)
    describe(app)
    if parts is not None:
        _furnish(app, parts)
    return app


def _furnish(app: FastAPI, parts: Parts) -> None:
    """The last one added is the outermost."""
    app.state.parts = parts
    settings = parts.settings
    app.add_middleware(
        BodyGuard, bytes_max=settings.body_bytes_max, unpacked_bytes_max=settings.body_unpacked_bytes_max
    )
    app.add_middleware(Edge, clock=parts.clock, metrics=parts.metrics)


def _operation_id(route: APIRoute) -> str:
    return route.name
