"""The long run: many programs, everything that must be seen sometimes, and every sown fault found. `make simulate`."""

from __future__ import annotations

import argparse
import sys
from collections import Counter as Tally

from tests.simulation import seeing
from tests.simulation.mutants import MUTANTS
from tests.simulation.running import STEPS, found_after, run

_LONG = 1500


def main() -> int:
    asked = argparse.ArgumentParser(prog="simulate", description=__doc__)
    asked.add_argument("--programs", type=int, default=_LONG, help=f"how many programs of {STEPS} steps")
    programs = asked.parse_args().programs
    seen = run(programs, is_fixed=False)
    print(f"{programs} programs of up to {STEPS} steps: every promise held\n")
    missing = _tell_seen(seen)
    missed = _tell_mutants()
    return 1 if missing or missed else 0


def _tell_seen(seen: Tally[str]) -> list[str]:
    wanted = {**seeing.CORE, **seeing.RARE}
    for name, sentence in wanted.items():
        print(f"{seen[name]:>9}  {sentence}")
    return [name for name in wanted if not seen[name]]


def _tell_mutants() -> list[str]:
    print(f"\n{len(MUTANTS)} sown faults, and after how many programs each was found:\n")
    missed = []
    for mutant in MUTANTS:
        programs = found_after(mutant)
        print(f"{programs or 'MISSED':>9}  {mutant.name}: {mutant.says}", flush=True)
        if programs is None:
            missed.append(mutant.name)
    return missed


if __name__ == "__main__":
    sys.exit(main())
