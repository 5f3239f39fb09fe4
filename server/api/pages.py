"""Pages: lists are walked by cursor, so that what is added meanwhile is neither missed nor told twice."""

from __future__ import annotations

from base64 import b64decode, urlsafe_b64encode
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Annotated, Generic, TypeVar

from fastapi import Depends, Query
from pydantic import BaseModel, Field

from server.web.problems import Problem

LIMIT_MAX = 200
T = TypeVar("T")
Row = TypeVar("Row")


class Page(BaseModel, Generic[T]):
    items: list[T]
    next: str | None = Field(description="Give it as `after` for the next page; null at the end.")


@dataclass(frozen=True, slots=True)
class Walk:
    """Where a list is to go on, and how far."""

    after: str
    limit: int

    def page(
        self, read: Callable[[str, int], Sequence[Row]], key: Callable[[Row], str], shown: Callable[[Row], T]
    ) -> Page[T]:
        """`read(after, limit)` gives rows in order of their key; one more than asked tells whether there are more."""
        rows = read(self.after, self.limit + 1)
        kept = rows[: self.limit]
        more = _cursor(key(kept[-1])) if len(rows) > self.limit else None
        return Page(items=[shown(row) for row in kept], next=more)


async def _walk(
    after: Annotated[str, Query(max_length=200, description="The `next` of the page before.")] = "",
    limit: Annotated[int, Query(ge=1, le=LIMIT_MAX, description="Items a page.")] = 50,
) -> Walk:
    return Walk(_key(after), limit)


def _cursor(key: str) -> str:
    return urlsafe_b64encode(key.encode()).decode().rstrip("=")


def _key(cursor: str) -> str:
    try:
        key = b64decode(cursor + "=" * (-len(cursor) % 4), altchars=b"-_", validate=True).decode()
        if not key.isprintable():
            raise ValueError
        return key
    except ValueError as error:
        raise Problem(
            400, "CURSOR-BAD", "That is not a cursor of this server. Nothing was changed. Begin at the first page."
        ) from error


Walked = Annotated[Walk, Depends(_walk)]
