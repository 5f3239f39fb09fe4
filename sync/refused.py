"""Refused: the server answered, and said no."""

from __future__ import annotations

from enum import StrEnum

from sync.answer import Answer, Problem

_TOO_OLD = 426
_TOO_LARGE = 413
_SHUT_OUT = frozenset({"COUNTER-REVOKED", "REVOKED", "COUNTER-LOST", "COUNTER-FORKED"})


class No(StrEnum):
    """What a refusal means for the counter."""

    SHUT_OUT = "SHUT_OUT"  # until a manager pairs it again
    SIGN_IN = "SIGN_IN"  # not let in, for another reason
    UPDATE = "UPDATE"  # this program speaks too old a protocol
    GAP = "GAP"  # the server expects another event next
    TOO_LARGE = "TOO_LARGE"  # less has to be sent at a time
    OTHER = "OTHER"


class Refused(Exception):  # noqa: N818 - the house calls it what it is
    """`meaning` is what follows from it; `problem` is what the server said."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(f"{problem.code}: {problem.detail}")
        self.problem = problem
        self.meaning = _meaning(problem)


def _meaning(problem: Problem) -> No:
    if problem.code in _SHUT_OUT:
        return No.SHUT_OUT
    if problem.status in (401, 403):
        return No.SIGN_IN
    if problem.status == _TOO_OLD or problem.code.startswith("PROTOCOL"):
        return No.UPDATE
    if problem.status == _TOO_LARGE:
        return No.TOO_LARGE
    if problem.status == 409 and "expected_seq" in problem.facts:
        return No.GAP
    return No.OTHER


def accepted(answer: Answer) -> Answer:
    """The answer when it is good. Raises Refused."""
    if answer.problem is not None:
        raise Refused(answer.problem)
    return answer
