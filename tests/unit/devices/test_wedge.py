"""A scanner told from a person, by the times of the keys alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.devices.wedge import Key, KeyKind, Scan, Settled, Verdict, Wedge, WedgeProfile

HOLD_MS = WedgeProfile().hold_ms
CARD = "700012345641"
ENTER, TAB, SHIFT, ARROW = 13, 9, 1000, 1001
NAMED = {
    ENTER: ("\r", KeyKind.TERMINATOR),
    TAB: ("\t", KeyKind.TERMINATOR),
    SHIFT: ("", KeyKind.MODIFIER),
    ARROW: ("", KeyKind.OTHER),
}


def key(code: int | str, at_ms: int, *, is_down: bool = True, is_repeat: bool = False) -> Key:
    if isinstance(code, str):
        code = ord(code)
    text, kind = NAMED.get(code, (chr(code), KeyKind.CHARACTER))
    return Key(code, text, at_ms, kind, is_down=is_down, is_repeat=is_repeat)


def strokes(text: Iterable[int | str], *, start_ms: int = 0, gap_ms: float, hold_down_ms: float = 0) -> list[Key]:
    """Each key going down and up; the times are whole milliseconds, as events have them."""
    keys: list[Key] = []
    for place, code in enumerate(text):
        down_ms = start_ms + place * gap_ms
        keys += [key(code, int(down_ms)), key(code, int(down_ms + hold_down_ms), is_down=False)]
    return sorted(keys, key=lambda each: each.at_ms)


def scan_of(text: str, *, start_ms: int = 0, gap_ms: float = 2) -> list[Key]:
    return strokes([*text, ENTER], start_ms=start_ms, gap_ms=gap_ms)


@dataclass
class Till:
    """What a window behind the wedge sees: the keys that reach it, and the scans, in the order they come."""

    wedge: Wedge[Key]
    seen: list[Key | Scan] = field(default_factory=list)
    swallowed: list[Key] = field(default_factory=list)

    def settled(self, settled: Settled[Key]) -> None:
        self.seen += settled.replay
        if settled.scan:
            self.seen.append(settled.scan)

    def feed(self, each: Key) -> None:
        step = self.wedge.feed(each)
        self.settled(step.before)
        if step.verdict is Verdict.PASS:
            self.seen.append(each)
        if step.verdict is Verdict.SWALLOW:
            self.swallowed.append(each)

    @property
    def scans(self) -> list[Scan]:
        return [each for each in self.seen if isinstance(each, Scan)]

    @property
    def keys(self) -> list[Key]:
        return [each for each in self.seen if isinstance(each, Key)]

    @property
    def text(self) -> str:
        return "".join(each.text for each in self.keys if each.is_down)


def run(keys: Iterable[Key], profile: WedgeProfile | None = None, *, is_frozen: bool = False) -> Till:
    """The keys as they come to a living window, or all at once to one that wakes up when they have been typed."""
    till = Till(Wedge(profile or WedgeProfile()))
    typed_at_ms = 0
    for each in keys:
        if not is_frozen and till.wedge.is_holding and each.at_ms - typed_at_ms > HOLD_MS:
            till.settled(till.wedge.expire())
        till.feed(each)
        if each.is_down and each.kind is KeyKind.CHARACTER:
            typed_at_ms = each.at_ms
    till.settled(till.wedge.expire())
    assert not till.wedge.is_holding
    return till


@pytest.mark.parametrize("is_frozen", [False, True])
@pytest.mark.parametrize("gap_ms", [0.1, 1, 5, 20, 31, HOLD_MS])
def test_a_scan_is_one_event_and_nothing_leaks(gap_ms: float, is_frozen: bool) -> None:
    till = run(scan_of(CARD, start_ms=5000, gap_ms=gap_ms), is_frozen=is_frozen)

    assert till.seen == [Scan(CARD)]


@pytest.mark.parametrize("is_frozen", [False, True])
@pytest.mark.parametrize("gap_ms", [HOLD_MS + 1, 45, 120])
def test_a_person_is_never_a_scanner(gap_ms: float, is_frozen: bool) -> None:
    typed = strokes([*CARD, ENTER], gap_ms=gap_ms, hold_down_ms=gap_ms * 1.5)

    till = run(typed, is_frozen=is_frozen)

    assert till.scans == []
    assert [each for each in till.keys if each.is_down] == [each for each in typed if each.is_down]
    assert sorted(till.keys, key=id) == sorted(typed, key=id)


@pytest.mark.parametrize("end", [ENTER, TAB])
def test_enter_and_tab_both_end_a_scan(end: int) -> None:
    assert run(strokes([*CARD, end], gap_ms=3)).seen == [Scan(CARD)]


def test_six_characters_are_a_scan_and_five_are_not() -> None:
    assert run(scan_of("123456")).seen == [Scan("123456")]
    assert run(scan_of("12345")).text == "12345\r"


def test_an_enter_that_comes_late_is_a_persons() -> None:
    keys = [*strokes(CARD, gap_ms=1), key(ENTER, 11 + HOLD_MS + 1)]

    assert run(keys, is_frozen=True).text == CARD + "\r"


def test_a_person_types_a_key_and_then_someone_scans() -> None:
    till = run([*strokes("5", gap_ms=1), *scan_of(CARD, start_ms=HOLD_MS + 1)], is_frozen=True)

    assert till.seen[-1] == Scan(CARD)
    assert till.text == "5"


def test_two_scans_in_one_freeze_are_two_scans() -> None:
    till = run([*scan_of(CARD), *scan_of("8901234567890", start_ms=100)], is_frozen=True)

    assert till.seen == [Scan(CARD), Scan("8901234567890")]


def test_a_key_held_down_is_a_person_however_fast_it_repeats() -> None:
    repeats = [key("5", at_ms, is_repeat=True) for at_ms in range(500, 1000, 30)]
    keys = [key("5", 0), *repeats, key(ENTER, 1010)]

    assert run(keys, is_frozen=True).text == "5" * 18 + "\r"


def test_an_enter_held_down_is_never_the_end_of_a_scan() -> None:
    keys = [*strokes(CARD, gap_ms=1), key(ENTER, 12, is_repeat=True)]

    assert run(keys).text == CARD + "\r"


def test_the_enter_of_a_scan_is_swallowed_with_its_repeats_and_its_release() -> None:
    keys = [*strokes(CARD, gap_ms=1), key(ENTER, 12)]
    keys += [key(ENTER, 500, is_down=False, is_repeat=True), key(ENTER, 500, is_repeat=True)]
    keys += [key(ENTER, 600, is_down=False), key(ENTER, 900), key(ENTER, 950, is_down=False)]

    assert run(keys).seen == [Scan(CARD), *keys[-2:]]


def test_a_scanner_that_ends_with_cr_and_lf_leaves_no_enter_behind() -> None:
    second = strokes([ENTER], start_ms=30, gap_ms=1)
    persons = strokes([ENTER], start_ms=200, gap_ms=1)

    assert run([*scan_of(CARD), *second, *persons]).seen == [Scan(CARD), *persons]


def test_a_release_meets_the_fate_of_its_press_however_late_it_comes() -> None:
    overlapping = strokes([*"112233", ENTER], gap_ms=4, hold_down_ms=3)
    late = key("3", 400, is_down=False)
    overlapping.remove(next(each for each in reversed(overlapping) if each.code == ord("3")))

    assert run([*overlapping, late]).seen == [Scan("112233")]


def test_a_swallowed_key_whose_release_was_lost_is_whole_again_when_pressed() -> None:
    lost = [each for each in scan_of(CARD) if each.is_down]
    again = strokes([ENTER], start_ms=900, gap_ms=1)

    assert run([*lost, *again]).seen == [Scan(CARD), *again]


def test_shift_passes_and_does_not_break_a_scan() -> None:
    keys: list[Key] = []
    for place, letter in enumerate("ABCDEF"):
        at_ms = place * 20
        keys += [key(SHIFT, at_ms), key(letter, at_ms), key(letter, at_ms, is_down=False)]
        keys += [key(SHIFT, at_ms, is_down=False)]

    till = run([*keys, key(ENTER, 120)])

    assert till.scans == [Scan("ABCDEF")]
    assert {each.code for each in till.keys} == {SHIFT}


def test_a_key_no_scanner_has_ends_the_burst_in_order() -> None:
    keys = [*strokes(CARD, gap_ms=1), key(ARROW, 12), key(ENTER, 13)]

    assert run(keys).seen == keys


def test_a_clock_that_jumps_back_ends_the_burst() -> None:
    keys = [*strokes("123", start_ms=5000, gap_ms=1), *strokes([*"456", ENTER], gap_ms=1)]

    assert run(keys, is_frozen=True).seen == keys


@pytest.mark.parametrize("end", [[ENTER], []], ids=["enter", "no enter"])
def test_an_endless_scan_is_one_scan_cut_at_the_bound(end: list[int]) -> None:
    till = run(strokes(["7"] * 10_000 + end, gap_ms=1))

    assert till.seen == [Scan("7" * 256, is_cut=True)]


def test_a_scan_exactly_at_the_bound_is_whole() -> None:
    profile = WedgeProfile(length_max=8)

    assert run(scan_of("12345678"), profile).seen == [Scan("12345678")]
    assert run(scan_of("123456789"), profile).seen == [Scan("12345678", is_cut=True)]


@pytest.mark.parametrize(
    ("profile", "typed", "code"),
    [
        (WedgeProfile(lengths=frozenset({12})), CARD, CARD),
        (WedgeProfile(prefix="]C1"), "]C1" + CARD, CARD),
        (WedgeProfile(suffix="#"), CARD + "#", CARD),
        (WedgeProfile(prefix="~", suffix="#", lengths=frozenset({12, 13})), f"~{CARD}#", CARD),
    ],
)
def test_a_scanner_without_enter_is_known_by_what_was_learned(profile: WedgeProfile, typed: str, code: str) -> None:
    following = strokes("x", start_ms=500, gap_ms=1)

    assert run(strokes(typed, gap_ms=3), profile).seen == [Scan(code)]
    assert run([*strokes(typed, gap_ms=3), *following], profile, is_frozen=True).seen == [Scan(code), *following]
    assert run(scan_of(typed, gap_ms=3), profile).seen == [Scan(code)]


@pytest.mark.parametrize(
    ("profile", "typed"),
    [
        (WedgeProfile(), CARD),
        (WedgeProfile(lengths=frozenset({12})), CARD + "0"),
        (WedgeProfile(lengths=frozenset({4})), "1234"),
        (WedgeProfile(prefix="~"), CARD),
        (WedgeProfile(suffix="#"), CARD),
    ],
)
def test_what_was_not_learned_is_given_back(profile: WedgeProfile, typed: str) -> None:
    keys = strokes(typed, gap_ms=3)

    assert run(keys, profile).seen == keys


@st.composite
def hands(draw: st.DrawFn) -> list[Key]:
    """Keys as hands and scanners can move them: a key that is up goes down, one that is down repeats or goes up."""
    down: set[int] = set()
    keys: list[Key] = []
    at_ms = 0
    codes = st.sampled_from([*map(ord, "0123456789"), ENTER, TAB, SHIFT, ARROW])
    for code in draw(st.lists(codes | st.just(ENTER), max_size=60)):
        at_ms += draw(st.sampled_from([0, 1, 3, 31, 35, 36, 45, 500]))
        is_repeat = code in down and draw(st.booleans())
        keys.append(key(code, at_ms, is_down=is_repeat or code not in down, is_repeat=is_repeat))
        down = down - {code} if not keys[-1].is_down else down | {code}
    return keys


def presses(keys: Iterable[Key]) -> Iterator[Key]:
    return (each for each in keys if each.is_down)


small = st.sampled_from([WedgeProfile(), WedgeProfile(length_min=2, length_max=4)])


@given(hands(), small, st.booleans())
def test_no_key_is_lost_doubled_or_moved(keys: list[Key], profile: WedgeProfile, is_frozen: bool) -> None:
    till = run(keys, profile, is_frozen=is_frozen)
    reached = {id(each) for each in till.keys}
    rest = [each for each in keys if id(each) not in reached]
    scanned = [each for each in presses(rest) if each.kind is KeyKind.CHARACTER and not each.is_repeat]
    in_scans = "".join(each.text for each in scanned)

    assert len(reached) == len(till.keys)
    assert all(each.kind in (KeyKind.CHARACTER, KeyKind.TERMINATOR) for each in rest)
    in_order = [each for each in presses(till.keys) if each.kind is not KeyKind.MODIFIER]
    assert in_order == [each for each in presses(keys) if id(each) in reached and each.kind is not KeyKind.MODIFIER]
    if any(scan.is_cut for scan in till.scans):
        assert len("".join(scan.text for scan in till.scans)) < len(in_scans)
    else:
        assert "".join(scan.text for scan in till.scans) == in_scans


@given(hands(), small, st.booleans())
def test_a_release_follows_its_press_or_is_swallowed_with_it(
    keys: list[Key], profile: WedgeProfile, is_frozen: bool
) -> None:
    till = run(keys, profile, is_frozen=is_frozen)
    down: set[int] = set()
    for each in till.keys:
        assert each.is_down or each.code in down
        down = down | {each.code} if each.is_down else down - {each.code}
    last_move = {each.code: each.is_down for each in keys}

    assert not {code for code in down if not last_move[code]}


@given(hands(), small)
def test_a_frozen_window_sees_what_a_living_one_would(keys: list[Key], profile: WedgeProfile) -> None:
    def deeds(till: Till) -> list[Key | Scan]:
        moves = (each for each in till.seen if isinstance(each, Scan) or each.is_down)
        return [each for each in moves if isinstance(each, Scan) or each.kind is not KeyKind.MODIFIER]

    assert deeds(run(keys, profile)) == deeds(run(keys, profile, is_frozen=True))


@given(
    st.text("0123456789ABC/-", min_size=6, max_size=40),
    st.lists(st.integers(0, HOLD_MS), min_size=41, max_size=41),
    st.booleans(),
)
def test_any_code_typed_fast_enough_is_a_scan(code: str, gaps_ms: list[int], is_frozen: bool) -> None:
    times = [sum(gaps_ms[:place]) for place in range(len(code) + 1)]
    keys = [key(each, at_ms) for each, at_ms in zip([*code, ENTER], times, strict=True)]

    assert run(keys, is_frozen=is_frozen).seen == [Scan(code)]
