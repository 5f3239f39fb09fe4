"""Programs as text: how a version of the rules is stored and sent."""

from __future__ import annotations

from app.domain.program import Program
from app.services.plain import dumps, loads


def program_to_json(program: Program) -> str:
    return dumps(program)


def program_from_json(text: str) -> Program:
    """Raises NotPlainError on anything that is not exactly a program."""
    return loads(Program, text)
