"""Versions: whoever changes something says which version they saw (If-Match), so nobody overwrites unseen."""

from __future__ import annotations

import re
from typing import Annotated, TypeVar

from fastapi import Depends, Header, Response

from server.web.problems import Problem

T = TypeVar("T")


async def _if_match(
    if_match: Annotated[str | None, Header(description='The ETag last read, such as "3".', examples=['"3"'])] = None,
) -> int:
    if if_match is None:
        raise Problem(
            428,
            "IF-MATCH-MISSING",
            "A change names the version it is based on. Nothing was changed. Read it, then send its ETag as If-Match.",
        )
    found = re.fullmatch(r'"([0-9]{1,18})"', if_match.strip())
    if found is None:
        raise stale()
    return int(found[1])


def stale() -> Problem:
    return Problem(
        412,
        "CHANGED-MEANWHILE",
        "Someone else has changed this since you read it. Nothing was changed by you. Read it again, then decide.",
    )


def written(changed: T | None) -> T:
    """What a change gave back; nothing means another came first."""
    if changed is None:
        raise stale()
    return changed


def tag(response: Response, version: int) -> None:
    response.headers["ETag"] = f'"{version}"'


Version = Annotated[int, Depends(_if_match)]
