"""Rules as they travel: as they stand in a program, with what is not said left out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from fastapi import Body, Path
from pydantic import AfterValidator, BaseModel, Field, WithJsonSchema

from app.domain.lint import NAME_MAX
from app.domain.rules import DecisionRule, PointsFixed
from app.services.plain import NotPlainError, from_plain, to_plain
from server.api.models import Model, Name
from server.api.plain_schema import Schema, schema_of
from server.intake.proposals import WHOLE_MAX
from server.web.problems import Problem

_EXAMPLE = {
    "award": {"PointsFixed": {"points": 5000}},
    "priority": 10,
    "conditions": [{"AmountBetween": {"least_minor": 100000, "most_minor": 500000}}],
}
_UNSAID: Mapping[str, Any] = to_plain(DecisionRule("", PointsFixed(0)))
_DEPTH_MAX = 10


def _schema() -> Schema:
    """A rule's name stands beside it, and all but what it brings may be left out."""
    told = schema_of(DecisionRule)
    parts = {name: part for name, part in told["properties"].items() if name != "rule_id"}
    return {**told, "properties": parts, "required": ["award"], "examples": [_EXAMPLE]}


_SCHEMA = _schema()
_Rule = Annotated[dict[str, Any], WithJsonSchema(_SCHEMA)]


def _without_comma(text: str) -> str:
    if "," in text:
        raise ValueError("no comma: bills keep names of rules one beside another")
    return text


RuleName = Annotated[Name, Field(max_length=NAME_MAX, examples=["Gold days"]), AfterValidator(_without_comma)]
RuleId = Annotated[RuleName, Path()]
RuleAsked = Annotated[
    dict[str, Any],
    WithJsonSchema(_SCHEMA),
    Body(
        description="`award` and whatever is asked; `priority`, `period`, `tiers`, `conditions`, `stop`, `trigger` and "
        "`limits` may be left out. Points are hundredths, money minor units, rates text, instants microseconds.",
        examples=[_EXAMPLE],
    ),
]


class RuleShown(BaseModel):
    """A rule under its name, which is its id."""

    rule_id: str = Field(examples=["Gold days"])
    rule: _Rule

    @classmethod
    def of(cls, rule: DecisionRule) -> RuleShown:
        return cls(rule_id=rule.rule_id, rule={k: v for k, v in to_plain(rule).items() if k != "rule_id"})


class NamedRule(Model):
    """A rule with its name."""

    rule_id: RuleName
    rule: _Rule


def rule_of(rule_id: str, asked: Mapping[str, Any]) -> DecisionRule:
    """The rule that was sent. Raises a problem that names the place which cannot be read."""
    if "rule_id" in asked:
        raise _not_a_rule("a rule's name stands in the address")
    unsaid = {name: value for name, value in _UNSAID.items() if name != "award"}
    try:
        _require_exact(asked, 0)
        return from_plain(DecisionRule, {**unsaid, **asked, "rule_id": rule_id})
    except NotPlainError as error:
        raise _not_a_rule(str(error)) from error


def _require_exact(plain: Any, depth: int) -> None:
    """Whole numbers that every reader of JSON keeps exact, and no deeper than any rule is."""
    if depth > _DEPTH_MAX or (type(plain) is int and abs(plain) > WHOLE_MAX):
        raise NotPlainError("a number is too large, or the rule is nested too deeply.")
    parts = plain.values() if isinstance(plain, Mapping) else plain if isinstance(plain, list) else ()
    for part in parts:
        _require_exact(part, depth + 1)


def _not_a_rule(reason: str) -> Problem:
    return Problem(
        422,
        "INVALID",
        "The request is not of the form this address takes. Nothing was changed. Correct the fields named in errors.",
        errors=[{"pointer": "/body", "reason": reason[:300]}],
    )
