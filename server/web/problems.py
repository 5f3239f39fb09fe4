"""Problems: everything that is refused or fails, said in one shape (RFC 9457) with a stable code and a sentence."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException
from starlette.responses import Response

from app.domain.errors import Code, DomainError
from app.domain.point_words import PointWords
from app.services.keeping.faults import StoreBusy, StoreFault, StoreFull

MEDIA_TYPE = "application/problem+json"
TITLES: Mapping[int, str] = {
    400: "Cannot be read",
    401: "Not signed in",
    403: "Not allowed",
    404: "Not found",
    405: "Not offered",
    408: "Too slow",
    409: "In conflict",
    412: "Changed meanwhile",
    413: "Too large",
    415: "Of an unknown kind",
    422: "Cannot be done",
    428: "Version missing",
    429: "Too many requests",
    431: "Too large",
    500: "Failed here",
    503: "Not ready",
}
_SENTENCES: Mapping[int, str] = {
    404: "There is nothing at this address. Nothing was changed. Check the address.",
    405: "This address does not offer that method. Nothing was changed. The Allow header names those it does.",
}
# A fault's own sentence is for whoever stands before the file; the caller is somewhere else.
_FAULTS: Mapping[type[StoreFault], str] = {
    StoreBusy: "The server's database is busy with other work. Nothing was saved. Wait a moment, then send it again.",
    StoreFull: "The server's disk is full. Nothing was saved. Tell whoever looks after the server, then send it again.",
}
_AWAY = (
    "The server's database cannot be used now. Nothing was saved. Send it again in half a minute; if it lasts, tell "
    "whoever looks after the server."
)
_NOT_FOUND_CODES = frozenset(
    {Code.UNKNOWN_CARD, Code.UNKNOWN_BILL, Code.UNKNOWN_REWARD, Code.UNKNOWN_VOUCHER, Code.UNKNOWN_CAMPAIGN}
)
_CONFLICT_CODES = frozenset({Code.DUPLICATE, Code.CHANGED, Code.VOUCHER_USED, Code.VOUCHER_ELSEWHERE})
ERRORS_MAX = 20


class FieldError(BaseModel):
    """One thing wrong with what was sent."""

    pointer: str = Field(
        description="Where, as a JSON pointer into body, query, path or header.", examples=["/body/points"]
    )
    reason: str = Field(examples=["Field required"])


class ProblemDetails(BaseModel):
    """The shape of every refusal and fault (RFC 9457)."""

    type: str = Field(examples=["about:blank"])
    title: str = Field(examples=["Not allowed"])
    status: int = Field(examples=[403])
    code: str = Field(description="Stable; programs go by it.", examples=["SCOPE-MISSING"])
    detail: str = Field(description="What happened, what is safe, what to do: for a person.")
    request_id: str = Field(description="Names this request in the server's log.")
    facts: dict[str, int | str] | None = Field(default=None, description="Figures behind a refusal of the rules.")
    errors: list[FieldError] | None = None


class Problem(Exception):  # noqa: N818 - RFC 9457's own word
    """A request is refused. Nothing was written."""

    def __init__(
        self,
        status: int,
        code: str,
        detail: str,
        *,
        headers: Mapping[str, str] | None = None,
        **more: Any,
    ) -> None:
        super().__init__(f"{code}: {detail}")
        self.status = status
        self.code = code
        self.detail = detail
        self.headers = dict(headers or {})
        self.more = more


def answer(problem: Problem, request_id: str) -> Response:
    body = {
        "type": "about:blank",
        "title": TITLES.get(problem.status, "Refused"),
        "status": problem.status,
        "code": problem.code,
        "detail": problem.detail,
        "request_id": request_id,
        **problem.more,
    }
    content = json.dumps(body, ensure_ascii=False).encode()
    return Response(content, problem.status, headers=problem.headers, media_type=MEDIA_TYPE)


def not_found(what: str) -> Problem:
    return Problem(404, "NOT-FOUND", f"There is no such {what} here. Nothing was changed. Check its id.")


def unexpected() -> Problem:
    return Problem(
        500,
        "UNEXPECTED",
        "Something failed inside the server. Nothing was saved. Try again; if it happens twice, give the request id "
        "to whoever looks after the server.",
    )


def of_refusal(refusal: DomainError) -> Problem:
    """The rules said no: 404 for what is not known, 409 for what is taken or moved on, 422 for the rest."""
    status = 404 if refusal.code in _NOT_FOUND_CODES else 409 if refusal.code in _CONFLICT_CODES else 422
    problem = Problem(status, refusal.code.value, refusal.message)
    if refusal.facts:
        problem.more["facts"] = dict(refusal.facts)
    return problem


def of_fault(fault: StoreFault) -> Problem:
    """The store failed: a busy one is soon free, the others take somebody's hand."""
    wait = "1" if isinstance(fault, StoreBusy) else "30"
    return Problem(503, fault.code, _FAULTS.get(type(fault), _AWAY), headers={"Retry-After": wait})


def of_validation(errors: Sequence[Any]) -> Problem:
    """What was sent is not of the form asked for. What it held is not repeated: it may be somebody's phone number."""
    said = [{"pointer": _pointer(one["loc"]), "reason": one["msg"]} for one in errors[:ERRORS_MAX]]
    return Problem(
        422,
        "INVALID",
        "The request is not of the form this address takes. Nothing was changed. Correct the fields named in errors.",
        errors=said,
    )


def _pointer(location: Sequence[int | str]) -> str:
    return "/" + "/".join(str(part).replace("~", "~0").replace("/", "~1") for part in location)


def of_http(error: HTTPException) -> Problem:
    """What the framework itself refuses."""
    code = {404: "NO-SUCH-ADDRESS", 405: "METHOD-NOT-OFFERED"}.get(error.status_code, f"HTTP-{error.status_code}")
    detail = _SENTENCES.get(error.status_code, "The request was refused. Nothing was changed. Check it and try again.")
    return Problem(error.status_code, code, detail, headers=error.headers)


def handle(app: FastAPI) -> None:
    """Every refusal and foreseen fault of `app` becomes a problem. The unforeseen are the edge's."""

    def on(kind: type[Exception], to_problem: Any) -> None:
        async def respond(request: Request, error: Exception) -> Response:
            return answer(to_problem(error), request.state.request_id)

        app.add_exception_handler(kind, respond)

    async def refused(request: Request, error: Exception) -> Response:
        assert isinstance(error, DomainError), "it is asked for those alone"
        problem = of_refusal(error)
        problem.detail = await _in_own_words(request, problem.detail)
        return answer(problem, request.state.request_id)

    on(Problem, lambda problem: problem)
    app.add_exception_handler(DomainError, refused)
    on(StoreFault, of_fault)
    on(HTTPException, of_http)
    on(RequestValidationError, lambda error: of_validation(error.errors()))


async def _in_own_words(request: Request, detail: str) -> str:
    """As the tenant's programme calls points, where the caller reads sentences as they stand."""
    words: Callable[[], PointWords] | None = getattr(request.state, "point_words", None)
    if words is None or "point" not in detail.lower():
        return detail
    return (await asyncio.to_thread(words)).in_text(detail)


def documented(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """What OpenAPI says of these answers."""
    return {
        status: {
            "description": TITLES[status],
            "content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/ProblemDetails"}}},
        }
        for status in statuses
    }
