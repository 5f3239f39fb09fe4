"""What the API's models have in common: exact types, nothing unnamed, and a few shapes that come up everywhere."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, PlainSerializer

from app.services.records import from_micros

_RFC3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?(Z|[+-]\d\d:\d\d)")
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_HIDDEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ud800-\udfff\ufeff]")


class Model(BaseModel):
    """What comes in: numbers are numbers, and a field nobody knows is refused."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


def shown_as(*examples: dict[str, Any]) -> ConfigDict:
    """What OpenAPI shows of a whole request."""
    return ConfigDict(strict=True, extra="forbid", frozen=True, json_schema_extra={"examples": list(examples)})


def _instant(value: Any) -> Any:
    if isinstance(value, datetime):
        return value
    if not isinstance(value, str) or _RFC3339.fullmatch(value) is None:
        raise ValueError("an instant is written 2026-11-21T09:30:00Z (RFC 3339)")
    return datetime.fromisoformat(value).astimezone(UTC)


def _day(value: Any) -> Any:
    if isinstance(value, date):
        return value
    if not isinstance(value, str) or _DAY.fullmatch(value) is None:
        raise ValueError("a day is written 2026-11-21")
    return date.fromisoformat(value)


def _written(instant: datetime) -> str:
    return instant.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def _seen(text: str) -> str:
    if _HIDDEN.search(text) or text.strip() != text:
        raise ValueError("letters that cannot be seen, or spaces at an end")
    return text


Instant = Annotated[
    datetime,
    BeforeValidator(_instant),
    PlainSerializer(_written, return_type=str),
    Field(examples=["2026-11-21T09:30:00.000000Z"]),
]
Day = Annotated[date, BeforeValidator(_day), Field(examples=["2027-03-31"])]
Name = Annotated[str, Field(min_length=1, max_length=80), AfterValidator(_seen)]
Text = Annotated[str, Field(max_length=200), AfterValidator(_seen)]
Id = Annotated[str, Field(min_length=1, max_length=100, pattern=r"^[A-Za-z0-9._-]+$")]
CounterCode = Annotated[str, Field(pattern=r"^[A-Z0-9]{1,3}$", examples=["A1"])]


TENANT_ID = "0192f3a0-7c00-7000-8000-000000000001"  # those of the examples
STORE_ID = "0192f3a0-7c00-7000-8000-000000000002"
STAFF_ID = "0192f3a0-7c00-7000-8000-000000000003"
CLIENT_ID = f"{TENANT_ID}.0192f3a0-7c00-7000-8000-000000000004"


def instant_of(micros: int) -> datetime:
    return from_micros(micros)
