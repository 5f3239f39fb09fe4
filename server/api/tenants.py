"""The tenant: the business itself, seen by its owner."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Response
from pydantic import BaseModel, Field

from server.api.models import Instant, Model, Name, instant_of
from server.api.versions import Version, tag, written
from server.auth.caller import Caller, require
from server.identity import profiles
from server.identity.profiles import Profile
from server.parts import Given
from server.web.problems import documented, not_found

router = APIRouter(prefix="/api/v1/tenants", tags=["Tenant"], responses=documented(404))


class TenantShown(BaseModel):
    tenant_id: str = Field(examples=["0192f3a0-7c00-7000-8000-000000000001"])
    name: str = Field(examples=["Shree Medical"])
    version: int = Field(examples=[1])
    created_at: Instant


class TenantChange(Model):
    name: Name = Field(examples=["Shree Medical & Sons"])


@router.get("/own")
def read_tenant(caller: Annotated[Caller, require("admin:tenant")], response: Response, parts: Given) -> TenantShown:
    """The tenant the token is of. There is no way to see another."""
    with parts.database.store(caller.tenant_id).reading() as unit:
        profile = profiles.get(unit.scope)
    if profile is None:
        raise not_found("tenant")
    return _shown(profile, response)


@router.patch("/own", responses=documented(412, 428))
def change_tenant(
    caller: Annotated[Caller, require("admin:tenant")],
    change: TenantChange,
    response: Response,
    version: Version,
    parts: Given,
) -> TenantShown:
    """Give the tenant another name."""
    with parts.database.store(caller.tenant_id).writing() as unit:
        profile = written(profiles.rename(unit.scope, change.name, version=version))
    return _shown(profile, response)


def _shown(profile: Profile, response: Response) -> TenantShown:
    tag(response, profile.version)
    return TenantShown(
        tenant_id=profile.tenant_id,
        name=profile.name,
        version=profile.version,
        created_at=instant_of(profile.created_at),
    )
