"""Vouchers in a chain: some programs on every run, and sown faults they find; VOUCHER_PROGRAMS=2000 looks further."""

from __future__ import annotations

import logging
import os
from collections import Counter as Tally

import pytest
from hypothesis import seed
from hypothesis.stateful import run_state_machine_as_test

from tests.simulation.running import settings_for
from tests.simulation.voucher_mutants import NAMED
from tests.simulation.voucher_steps import VoucherMachine

SHORT = 20
PROGRAMS = int(os.environ.get("VOUCHER_PROGRAMS", SHORT))
FOUND_WITHIN = 150  # programs: the rarest of the sown faults took 85
QUICK = ("whoever knows it uses it", "good for ever", "handed to two", "expired unasked", "never back")
SOWN = QUICK if PROGRAMS == SHORT else tuple(NAMED)
CORE = ("brought", "given out", "spent", "cancelled", "expired", "a bill back", "a backup put back")


@pytest.fixture(autouse=True)
def _quiet_line(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a line in bad weather logs is what this is about."""
    monkeypatch.setattr(logging.getLogger("sync"), "level", logging.CRITICAL)


def test_a_voucher_is_used_once_and_none_is_given_out_that_is_not_there() -> None:
    seen = Tally[str]()

    class Seeing(VoucherMachine):
        def teardown(self) -> None:
            super().teardown()
            seen.update(self.world.seen)

    run_state_machine_as_test(seed(5)(Seeing), settings=settings_for(PROGRAMS, shrinks=PROGRAMS > SHORT))
    assert not [name for name in CORE if not seen[name]], seen


@pytest.mark.parametrize("name", SOWN)
def test_a_sown_fault_of_vouchers_is_found(name: str) -> None:
    with NAMED[name].sow(), pytest.raises(AssertionError, match=r"^V\d "):
        run_state_machine_as_test(seed(0)(VoucherMachine), settings=settings_for(FOUND_WITHIN, shrinks=False))
