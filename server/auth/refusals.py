"""Refusals at the token endpoint: a problem that also says what OAuth's own clients look for."""

from __future__ import annotations

from server.web.problems import Problem


def refused(error: str, code: str, detail: str, *, status: int = 400) -> Problem:
    """`error` is RFC 6749's word (or RFC 8628's) for it."""
    headers = {"WWW-Authenticate": 'Basic realm="tillpoint"'} if status == 401 else {}
    return Problem(status, code, detail, headers=headers, error=error, error_description=detail)
