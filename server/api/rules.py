"""Decision rules: those in force, and each put, changed or taken out as a new version."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Response
from pydantic import BaseModel, Field

from app.domain.program import Program
from app.domain.rule_changes import with_rule, without_rule
from app.domain.rules import DecisionRule, in_order
from server.api.approvals import Publishes
from server.api.publishing import in_force, published
from server.api.rule_shapes import RuleAsked, RuleId, RuleShown, rule_of
from server.api.versions import Version, tag
from server.auth.caller import Caller, require
from server.parts import Given
from server.web.problems import documented, not_found

router = APIRouter(prefix="/api/v1/rules", tags=["Rules"])
_Reader = Annotated[Caller, require("programs:read")]


class RulesShown(BaseModel):
    version: int = Field(description="Of the rules in force; also the ETag.", examples=[3])
    items: list[RuleShown]


class RuleVersioned(RuleShown):
    version: int = Field(examples=[3])


@router.get("")
def list_rules(caller: _Reader, response: Response, parts: Given) -> RulesShown:
    """Every rule in force, in the order in which they speak."""
    return _all(in_force(parts, caller), response)


@router.get("/{rule_id}", responses=documented(404))
def read_rule(caller: _Reader, rule_id: RuleId, response: Response, parts: Given) -> RuleVersioned:
    """One rule. Its ETag is that of all rules: they hold together."""
    program = in_force(parts, caller)
    tag(response, program.version)
    return RuleVersioned(version=program.version, **RuleShown.of(_known(program, rule_id)).__dict__)


@router.put("/{rule_id}", responses=documented(412, 428))
async def put_rule(
    caller: Publishes, rule_id: RuleId, asked: RuleAsked, response: Response, version: Version, parts: Given
) -> RulesShown:
    """Put a rule in force, or another in its place. What cannot be is refused with every reason."""
    rule = rule_of(rule_id, asked)

    def having(program: Program) -> Program:
        return replace(program, rules=with_rule(program.rules, rule, instead_of=rule_id))

    return _all(await published(parts, caller, having, version), response)


@router.delete("/{rule_id}", responses=documented(404, 412, 428))
async def delete_rule(
    caller: Publishes, rule_id: RuleId, response: Response, version: Version, parts: Given
) -> RulesShown:
    """Take a rule out. What it brought stays."""

    def without(program: Program) -> Program:
        _known(program, rule_id)
        return replace(program, rules=without_rule(program.rules, rule_id))

    return _all(await published(parts, caller, without, version), response)


def _known(program: Program, rule_id: str) -> DecisionRule:
    found = next((one for one in program.rules if one.rule_id == rule_id), None)
    if found is None:
        raise not_found("rule")
    return found


def _all(program: Program, response: Response) -> RulesShown:
    tag(response, program.version)
    return RulesShown(version=program.version, items=[RuleShown.of(one) for one in in_order(program.rules)])
