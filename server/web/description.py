"""Description: the API as OpenAPI tells it, with an example of every request, answer and refusal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from fastapi import FastAPI
from pydantic import BaseModel

from server.api.sync.shapes import PushSent
from server.web.problems import MEDIA_TYPE, TITLES, ProblemDetails

REF = "#/components/schemas/"
TAGS: Mapping[str, str] = {
    "Card points": "Bills of other programs earn and use points.",
    "Loyalty": "Members, their points and tiers.",
    "Campaigns": "Sets of rules with a schedule, for some members, and how far each is with their goals.",
    "Rewards": "What points can be changed for, and what they were changed for.",
    "Health": "Whether the server lives, can work, and what it has counted.",
    "Signing in": "Tokens for counters, other systems and people.",
    "Tenant": "The business itself.",
    "Stores": "The shops of the business.",
    "Pairing": "How a counter joins.",
    "Counters": "The tills that have joined.",
    "Staff": "Who works here.",
    "Clients": "Other systems that may call.",
    "Sync": "What counters send and are told (docs/protocol.md).",
    "Reviews": "What a person has to look at.",
    "Card configuration": "The rules in force.",
    "Segments": "Members that rules and campaigns are for, and who is in them now.",
    "Programmes": "What members take part in; one is in force at a time.",
    "Programs": "Every version of the rules.",
    "Rules": "What a bill earns besides its rates, and when.",
    "Tiers": "What members reach, and what that brings.",
    "Partners": "Who gives what rewards of theirs promise, and is asked for it.",
    "Cards": "Cards and whose they are.",
}
# A refusal of each kind, as a caller may meet it.
_REFUSALS: Mapping[int, tuple[str, str]] = {
    400: ("BODY-NOT-JSON", "The body is not sound JSON. Nothing was changed. Correct it and send it again."),
    401: ("TOKEN-MISSING", "This address asks for a token. Nothing was changed. Sign in first."),
    403: ("SCOPE-MISSING", "This needs a right which you do not have. Nothing was changed. Ask someone who has it."),
    404: ("NOT-FOUND", "There is no such thing here. Nothing was changed. Check its id."),
    409: ("DUPLICATE", "That is taken already. Nothing was changed."),
    412: ("CHANGED-MEANWHILE", "Someone else has changed this since you read it. Read it again, then decide."),
    413: ("BODY-TOO-LARGE", "The body is larger than 8000000 bytes. Nothing was changed. Send less at a time."),
    415: ("TYPE-UNKNOWN", "This address takes application/json. Nothing was changed. Set Content-Type."),
    422: ("INVALID", "The request is not of the form this address takes. Correct the fields named in errors."),
    428: ("IF-MATCH-MISSING", "A change names the version it is based on. Read it, then send its ETag as If-Match."),
    429: ("TOO-MANY", "Too many requests. Nothing was changed. Wait as long as Retry-After says."),
    500: ("UNEXPECTED", "Something failed inside the server. Nothing was saved. Try again."),
    503: ("STORE_BUSY", "The store is busy. Nothing was saved. Try again in a moment."),
}
_OF_TYPE: Mapping[str, Any] = {"integer": 0, "number": 0, "boolean": True, "string": "text", "null": None}
_NOTHING = {"type": "null"}
_SHAPES: tuple[type[BaseModel], ...] = (ProblemDetails, PushSent)


def describe(app: FastAPI) -> None:
    """Let `app` tell of itself completely; worked out when it is first asked."""
    plain = app.openapi

    def described() -> dict[str, Any]:
        if app.openapi_schema is None:
            _complete(plain())
        assert app.openapi_schema is not None
        return app.openapi_schema

    app.openapi = described  # type: ignore[method-assign]


def _complete(content: dict[str, Any]) -> None:
    content["tags"] = [{"name": name, "description": words} for name, words in TAGS.items()]
    schemas = content.setdefault("components", {}).setdefault("schemas", {})
    for shape in _SHAPES:
        schema = shape.model_json_schema(ref_template=REF + "{model}")
        schemas.update(schema.pop("$defs", {}))
        schemas[shape.__name__] = schema
    for operation in _operations(content):
        operation.setdefault("security", [])  # nothing said would mean: whatever holds everywhere
        _exemplify(operation, schemas)


def _operations(content: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    for methods in content["paths"].values():
        yield from methods.values()


def _exemplify(operation: dict[str, Any], schemas: Mapping[str, Any]) -> None:
    for body in operation.get("requestBody", {}).get("content", {}).values():
        body["example"] = sample(body["schema"], schemas)
    for status, answer in operation["responses"].items():
        for kind, body in answer.get("content", {}).items():
            if kind == MEDIA_TYPE:
                body["example"] = _refusal(int(status))
            elif "example" not in body:
                body["example"] = sample(body["schema"], schemas)


def _refusal(status: int) -> dict[str, Any]:
    code, detail = _REFUSALS[status]
    named = {"status": status, "code": code, "detail": detail}
    return {"type": "about:blank", "title": TITLES[status], **named, "request_id": "0192f3a07c007000800000000000000c"}


def sample(schema: Mapping[str, Any], schemas: Mapping[str, Any]) -> Any:
    """Something of this shape: the example that stands with it, or one made of those of its parts."""
    for place in ("example", "default", "const"):
        if schema.get(place) is not None:
            return schema[place]
    for place in ("examples", "enum"):
        if schema.get(place):
            return schema[place][0]
    if "$ref" in schema:
        return sample(schemas[schema["$ref"].removeprefix(REF)], schemas)
    if "anyOf" in schema:
        return None if _NOTHING in schema["anyOf"] else sample(schema["anyOf"][0], schemas)
    return _of_type(schema, schemas)


def _of_type(schema: Mapping[str, Any], schemas: Mapping[str, Any]) -> Any:
    match schema.get("type"):
        case "object":
            return _object(schema, schemas)
        case "array":
            return [sample(schema["items"], schemas)]
        case "integer":
            return int(max(0, schema.get("minimum", 0)))
        case kind:
            return _OF_TYPE.get(str(kind))


def _object(schema: Mapping[str, Any], schemas: Mapping[str, Any]) -> dict[str, Any]:
    """What may be left out is shown where it has an example."""
    named, required = schema.get("properties", {}), schema.get("required", ())
    made = {name: sample(part, schemas) for name, part in named.items() if name in required or part.get("examples")}
    others = schema.get("additionalProperties")
    if isinstance(others, dict) and others:
        key = sample(schema.get("propertyNames", {"type": "string"}), schemas)
        made[key] = sample(others, schemas)
    return made
