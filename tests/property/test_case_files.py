"""Saved cases as a file: what any bill brings under any rules, the file says when it is read again and run."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from app.commands.simulate import run_case
from app.domain.cases import BillsBefore, Brings, Case, InCampaign, SavedCase, brings, priced
from app.domain.conditions import ReachesGoal
from app.domain.drives import Drive, Goal, Measure, Since
from app.domain.errors import DomainError
from app.domain.program import Program
from app.domain.rules import DecisionRule, PointsFixed
from app.scenario.file import differences, read
from app.services.programs.case_files import case_file
from tests.desks import memory_shop
from tests.property.strategies import SEGMENTS, STORES, TIERS, WAYS, carts, hundredths, instants, programs, windows

befores = st.builds(BillsBefore, windows, st.integers(0, 9))
cases = st.builds(
    Case,
    carts(),
    instants,
    st.sampled_from(("", *TIERS)),
    st.frozensets(st.sampled_from(WAYS)),
    hundredths,
    st.lists(befores, max_size=2, unique_by=lambda one: one.window).map(tuple),
    st.none() | instants,
    st.none() | st.sampled_from(("--02-29", "--12-31")),
    st.frozensets(st.sampled_from(SEGMENTS)),
    st.sampled_from(("", *STORES)),
    st.none() | st.just(0) | hundredths,
    st.lists(
        st.builds(
            InCampaign,
            st.sampled_from(("spend", "bills", "gone")),
            st.none() | instants,
            st.integers(0, 2000_00),
            st.integers(0, 3),
        ),
        max_size=2,
        unique_by=lambda one: one.drive_id,
    ).map(tuple),
    is_late=st.booleans(),
)
DRIVES = (
    Drive("spend", "Spend", by_joining=True, goal=Goal(Measure.SPEND, 1000_00, Since.TAKING_PART, 400)),
    Drive("bills", "Come back", segments=frozenset(SEGMENTS), goal=Goal(Measure.BILLS, 2)),
)
GOALS = tuple(
    DecisionRule(f"for {one.drive_id}", PointsFixed(7_00), conditions=(ReachesGoal(),), drive=one.drive_id)
    for one in DRIVES
)


@settings(max_examples=40)
@given(programs, st.lists(cases, min_size=1, max_size=4))
def test_what_is_written_is_checked_to_the_same(program: Program, tried: list[Case]) -> None:
    program = replace(program, drives=DRIVES, rules=(*program.rules, *GOALS))
    with memory_shop(program) as shop:
        with shop.desk.store.writing() as uow:
            for number, case in enumerate(tried):
                uow.programs.put_case(SavedCase(f"case {number}", case, _comes_to(case, program)[0]))
        text = case_file(shop.desk)
    for number, (case, told) in enumerate(zip(tried, read(text), strict=True)):
        refused = _comes_to(case, program)[1]
        (result,) = results = run_case(told)
        assert (told.case_id, result["error"]) == (f"case {number}", refused)
        assert bool(list(differences(told, results))) == (refused is not None)


def _comes_to(case: Case, program: Program) -> tuple[Brings, str | None]:
    """What a case brings, or why it cannot be sold."""
    try:
        return brings(priced(case, program)), None
    except DomainError as refusal:
        return Brings(0, 0), refusal.code.value
