"""The short run: some hundreds of programs on every run of the tests, and a few sown faults that it has to find."""

from __future__ import annotations

import pytest

from tests.simulation import seeing
from tests.simulation.mutants import NAMED
from tests.simulation.running import found_after, run

PROGRAMS = 300
QUICK = ("rest ignores leases", "outstanding ignored", "bill without a print", "key forgotten")


def test_whatever_happens_every_promise_holds() -> None:
    """A change is judged by the same programs every time; `make simulate` looks elsewhere."""
    seen = run(PROGRAMS, is_fixed=True)
    assert not [name for name in seeing.CORE if not seen[name]], seen


@pytest.mark.parametrize("name", QUICK)
def test_a_sown_fault_is_found(name: str) -> None:
    assert found_after(NAMED[name]) is not None
