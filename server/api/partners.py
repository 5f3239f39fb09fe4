"""Partners: who gives what rewards of theirs promise, where they are asked, and whether they are."""

from __future__ import annotations

import ipaddress
import re
from dataclasses import replace
from typing import Annotated
from urllib.parse import urlsplit

from fastapi import APIRouter, Response
from pydantic import AfterValidator, BaseModel, Field

from app.persistence.scope import Scope
from server.api.models import Id, Instant, Model, Name, instant_of
from server.api.pages import Page, Walked
from server.api.versions import Version, tag, written
from server.auth.caller import Caller, require
from server.partners import registry
from server.partners.registry import FIELD, Partner
from server.parts import Given, Parts
from server.web.problems import Problem, documented, not_found

router = APIRouter(prefix="/api/v1/partners", tags=["Partners"])
_Owner = Annotated[Caller, require("admin:tenant")]
_ADDRESS = "https://api.cinema.example/loyalty"


def _reachable(url: str) -> str:
    """An address a token may be sent to: encrypted, or on this machine."""
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname or "", parts.port
    except ValueError as error:
        raise ValueError("not an address") from error
    if re.fullmatch(r"[a-z0-9.:-]{1,253}", host) is None:
        raise ValueError("an address needs a host, in letters of the net")
    if parts.scheme != "https" and not _is_here(host):
        raise ValueError("an address begins with https://; http:// is for this machine alone")
    return url.rstrip("/")


def _is_here(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


Address = Annotated[
    str,
    Field(max_length=300, pattern=r"^https?://[A-Za-z0-9.:\[\]-]+(/[A-Za-z0-9._~/-]*)?$", examples=[_ADDRESS]),
    Field(description="Vouchers are asked for at `/vouchers` beneath it."),
    AfterValidator(_reachable),
]
Token = Annotated[
    str,
    Field(min_length=1, max_length=1000, pattern=r"^[!-~]+$", examples=["c2VjcmV0LW9mLXRoZS1jaW5lbWE"]),
    Field(description="Sent to the partner as a bearer token. Sealed; never told again."),
]


class PartnerShown(BaseModel):
    partner_id: str = Field(examples=["0192f3a0-7c00-7000-8000-0000000000cc"])
    name: str = Field(description="As rewards call it.", examples=["Cinema Royal"])
    base_url: str = Field(examples=[_ADDRESS])
    is_enabled: bool = Field(description="Whether it is asked.", examples=[True])
    version: int = Field(examples=[1])
    created_at: Instant


class NewPartner(Model):
    name: Name = Field(examples=["Cinema Royal"])
    base_url: Address
    token: Token
    is_enabled: bool = Field(True, examples=[True])


class PartnerChange(Model):
    """What is not sent stays. The name stays: rewards and vouchers go by it."""

    base_url: Address | None = None
    token: Token | None = None
    is_enabled: bool | None = Field(None, examples=[False])


@router.get("")
def list_partners(caller: _Owner, walk: Walked, parts: Given) -> Page[PartnerShown]:
    """In the order they were added."""
    with parts.database.store(caller.tenant_id).reading() as unit:
        scope = unit.scope
        return walk.page(lambda after, limit: registry.page(scope, after=after, limit=limit), _key, _shown)


@router.post("", status_code=201, responses=documented(409))
def add_partner(caller: _Owner, new: NewPartner, response: Response, parts: Given) -> PartnerShown:
    """Have vouchers of rewards that name this partner asked for there. One of a name: sent twice, it is added once."""
    partner = Partner(
        partner_id=parts.ids.entity(),
        name=new.name,
        base_url=new.base_url,
        sealed_token=_sealed(parts, caller, new.token),
        is_enabled=new.is_enabled,
        version=1,
        created_at=parts.now(),
    )
    with parts.database.store(caller.tenant_id).writing() as unit:
        if registry.by_name(unit.scope, new.name) is not None:
            raise Problem(
                409, "PARTNER-KNOWN", "There is a partner of this name. Nothing was changed. Change that one instead."
            )
        registry.add(unit.scope, partner)
    return _tagged(partner, response)


@router.get("/{partner_id}", responses=documented(404))
def read_partner(caller: _Owner, partner_id: Id, response: Response, parts: Given) -> PartnerShown:
    """One partner, without its token."""
    with parts.database.store(caller.tenant_id).reading() as unit:
        return _tagged(_found(unit.scope, partner_id), response)


@router.patch("/{partner_id}", responses=documented(404, 412, 428))
def change_partner(
    caller: _Owner, partner_id: Id, change: PartnerChange, response: Response, version: Version, parts: Given
) -> PartnerShown:
    """Change where a partner is asked, with which token, or whether: switched off, what waits is a person's again."""
    with parts.database.store(caller.tenant_id).writing() as unit:
        partner = _found(unit.scope, partner_id)
        token, is_enabled = change.token, change.is_enabled
        wanted = replace(
            partner,
            base_url=change.base_url or partner.base_url,
            sealed_token=partner.sealed_token if token is None else _sealed(parts, caller, token),
            is_enabled=partner.is_enabled if is_enabled is None else is_enabled,
            version=version,
        )
        changed = written(registry.change(unit.scope, wanted))
    return _tagged(changed, response)


def _sealed(parts: Parts, caller: Caller, token: str) -> bytes:
    return parts.database.store(caller.tenant_id).sealer.of_field(FIELD).seal(token)


def _found(scope: Scope, partner_id: str) -> Partner:
    partner = registry.get(scope, partner_id)
    if partner is None:
        raise not_found("partner")
    return partner


def _tagged(partner: Partner, response: Response) -> PartnerShown:
    tag(response, partner.version)
    return _shown(partner)


def _key(partner: Partner) -> str:
    return partner.partner_id


def _shown(partner: Partner) -> PartnerShown:
    return PartnerShown(
        partner_id=partner.partner_id,
        name=partner.name,
        base_url=partner.base_url,
        is_enabled=partner.is_enabled,
        version=partner.version,
        created_at=instant_of(partner.created_at),
    )
