"""simulate: run a scenario file through the real services, one JSON object a step."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from app.bootstrap import simulated_desk
from app.scenario.answers import Result
from app.scenario.fields import MalformedError
from app.scenario.file import Case, differences, read
from app.scenario.runner import CaseRunner
from app.scenario.world import ScenarioClock, SequentialIds

FILE_BYTES_MAX = 64 * 1024 * 1024
MALFORMED, DIFFERENT = 2, 1


def simulate(file: str, *, check: bool) -> int:
    """Exit status: 0 when the file ran, 1 when `check` found a difference, 2 when it is no scenario."""
    try:
        cases = read(_text(file))
    except MalformedError as wrong:
        print(f"Not a scenario file: {wrong}", file=sys.stderr)
        return MALFORMED
    different = False
    for case in cases:
        results = run_case(case)
        for result in results:
            print(json.dumps({"case": case.case_id, **result}, ensure_ascii=False))
        for line in differences(case, results) if check else ():
            different = True
            print(line, file=sys.stderr)
    return DIFFERENT if different else 0


def run_case(case: Case) -> list[Result]:
    """A case's results, on a store of its own that is gone afterwards."""
    clock = ScenarioClock()
    with simulated_desk(case.program, clock=clock, ids=SequentialIds()) as desk:
        return list(CaseRunner(desk, clock, case.program).run(case.steps))


def _text(file: str) -> str:
    try:
        data = _bytes(file)
        if len(data) > FILE_BYTES_MAX:
            raise MalformedError("the file is larger than 64 MiB")
        return data.decode("utf-8-sig")
    except OSError as wrong:
        raise MalformedError(f"{file} cannot be read: {wrong.strerror}") from wrong
    except UnicodeDecodeError as wrong:
        raise MalformedError("the file is not UTF-8 text") from wrong


def _bytes(file: str) -> bytes:
    """Of a file that is too large, just enough to know that it is."""
    if file == "-":
        return sys.stdin.buffer.read(FILE_BYTES_MAX + 1)
    with Path(file).open("rb") as source:
        return source.read(FILE_BYTES_MAX + 1)
