"""The distance to the server's clock: bounded by the round trip, forgotten when this machine's clocks part."""

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from sync.clock_offset import KEPT_MAX, KEPT_MS_MAX, STEP_MS_MAX, ClockOffset, Moment, Offset, this_machine

LEGS = st.integers(0, 5000)


@dataclass
class Machine:
    """Two clocks moved by hand."""

    wall_ms: int = 1_790_000_000_000
    mono_ms: int = 5_000

    def read(self) -> Moment:
        return Moment(self.wall_ms, self.mono_ms)

    def pass_ms(self, ms: int) -> None:
        self.wall_ms += ms
        self.mono_ms += ms


def answer(clock: ClockOffset, machine: Machine, *, ahead_ms: int, there_ms: int = 0, back_ms: int = 0) -> None:
    """One call: so long on the way there, so long on the way back, from a server so far ahead."""
    sent = clock.now()
    machine.pass_ms(there_ms)
    server_ms = machine.wall_ms + ahead_ms
    machine.pass_ms(back_ms)
    clock.note(server_ms=server_ms, sent=sent, elapsed_ms=there_ms + back_ms)


@given(st.integers(-(10**10), 10**10), st.lists(st.tuples(LEGS, LEGS), min_size=1, max_size=12))
def test_the_truth_lies_within_the_uncertainty_of_the_shortest_trip(ahead: int, trips: list[tuple[int, int]]) -> None:
    machine = Machine()
    clock = ClockOffset(machine.read)
    for there, back in trips:
        answer(clock, machine, ahead_ms=ahead, there_ms=there, back_ms=back)
    best = clock.best()
    assert best is not None
    assert abs(best.offset_ms - ahead) <= best.uncertainty_ms
    shortest = min(there + back for there, back in trips[-KEPT_MAX:])
    assert best.uncertainty_ms == shortest - shortest // 2 + 1


def test_of_equals_the_latest_counts() -> None:
    machine = Machine()
    clock = ClockOffset(machine.read)
    answer(clock, machine, ahead_ms=10)
    answer(clock, machine, ahead_ms=20)
    assert clock.best() == Offset(20, 1)


def test_nothing_is_known_before_the_first_answer() -> None:
    assert ClockOffset(Machine().read).best() is None


def test_an_old_answer_is_forgotten() -> None:
    machine = Machine()
    clock = ClockOffset(machine.read)
    answer(clock, machine, ahead_ms=10)
    machine.pass_ms(KEPT_MS_MAX)
    assert clock.best() == Offset(10, 1)
    machine.pass_ms(1)
    assert clock.best() is None


@given(st.integers(STEP_MS_MAX + 1, 10**9), st.sampled_from([1, -1]))
def test_a_clock_that_was_set_forgets_all(step: int, way: int) -> None:
    machine = Machine()
    clock = ClockOffset(machine.read)
    answer(clock, machine, ahead_ms=10)
    machine.wall_ms += way * step
    assert clock.best() is None
    answer(clock, machine, ahead_ms=-way * step)
    assert clock.best() == Offset(-way * step, 1)


def test_a_clock_that_drifts_a_little_forgets_nothing() -> None:
    machine = Machine()
    clock = ClockOffset(machine.read)
    answer(clock, machine, ahead_ms=10)
    machine.wall_ms += STEP_MS_MAX
    assert clock.best() is not None


def test_this_machine_has_both_clocks() -> None:
    first, second = this_machine(), this_machine()
    assert first.mono_ms <= second.mono_ms
    assert first.wall_ms > 1_600_000_000_000
