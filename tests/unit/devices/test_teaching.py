"""Teaching: what is told of keys that came together, and what is learned of a scanner from them."""

import pytest

from app.devices.scanner_file import ScannerFile
from app.devices.teaching import Burst, Lesson, Pupil, learned, lesson
from app.devices.wedge import Key, KeyKind, Wedge, WedgeProfile

CARD, PRODUCT = "700012342052", "8901030865275"


def keys(text, *, gap_ms=4, start_ms=1000):
    kinds = {"\r": KeyKind.TERMINATOR, "\t": KeyKind.TERMINATOR}
    return [
        Key(ord(char), char, start_ms + place * gap_ms, kinds.get(char, KeyKind.CHARACTER))
        for place, char in enumerate(text)
    ]


def sent(text, **timing):
    pupil = Pupil()
    for key in keys(text, **timing):
        burst = pupil.feed(key)
        if burst is not None:
            return burst
    return pupil.finish()


@pytest.mark.parametrize(
    ("typed", "burst"),
    [
        ("AB1\r", Burst("AB1", (4, 4, 4), "Enter")),
        ("AB1\t", Burst("AB1", (4, 4, 4), "Tab")),
        ("AB1", Burst("AB1", (4, 4), "")),
        ("\r", None),
        ("", None),
    ],
)
def test_a_burst_is_told_with_its_pauses_and_its_end(typed, burst):
    assert sent(typed) == burst


def test_a_pupil_begins_anew_after_each_burst_and_keeps_no_more_than_it_should():
    pupil = Pupil()
    for key in keys("7" * 5000):
        pupil.feed(key)
    assert len(pupil.finish().text) == 4096
    assert pupil.finish() is None


def test_enter_and_tab_are_taken_only_behind_something():
    pupil = Pupil()
    enter = Key(13, "\r", 0, KeyKind.TERMINATOR)
    assert not pupil.takes(enter)
    pupil.feed(Key(65, "A", 0, KeyKind.CHARACTER))
    assert pupil.takes(enter)
    assert not pupil.takes(Key(27, "", 0, KeyKind.OTHER))


@pytest.mark.parametrize(
    ("typed", "code", "prefix", "suffix", "is_sound"),
    [
        (CARD, CARD, "", "", True),
        (PRODUCT, PRODUCT, "", "", True),
        (f"]C1{PRODUCT}#", PRODUCT, "]C1", "#", True),
        (f"A{CARD}", CARD, "A", "", True),
        ("96385074", "96385074", "", "", True),
        ("036602301467", "036602301467", "", "", True),
        ("8901030865276", "", "", "", False),
        ("https://example.com", "", "", "", False),
        (f"{'x' * 9}{CARD}", CARD, "x" * 9, "", False),
        ("4" * 4096, None, None, None, False),
    ],
)
def test_the_code_in_a_burst_and_what_stands_around_it(typed, code, prefix, suffix, is_sound):
    one = lesson(sent(typed + "\r"))
    assert one.is_sound is is_sound
    if code is not None:
        assert (one.code, one.prefix, one.suffix) == (code, prefix, suffix)


def test_what_a_hand_types_is_not_learned():
    slow = lesson(sent(CARD + "\r", gap_ms=51))
    assert (slow.is_by_hand, slow.is_sound) == (True, False)
    assert lesson(sent(CARD + "\r", gap_ms=50)).is_sound


def lessons(*typed, gap_ms=4):
    return [lesson(sent(one, gap_ms=gap_ms)) for one in typed]


def test_lessons_agree_when_the_same_stands_around_other_codes():
    first, same, other, unended = lessons(f"A{CARD}\r", f"A{PRODUCT}\r", f"{PRODUCT}\r", f"A{CARD}")
    assert first.agrees(same)
    assert not first.agrees(other)
    assert not first.agrees(unended)


@pytest.mark.parametrize(("gap_ms", "hold_ms"), [(1, 35), (20, 35), (30, 45), (40, 60), (50, 60)])
def test_the_longest_pause_is_learned_with_some_room(gap_ms, hold_ms):
    assert learned(lessons(f"{CARD}\r", f"{CARD}\r", gap_ms=gap_ms)).hold_ms == hold_ms


@pytest.mark.parametrize("added", [("", ""), ("]C1", ""), ("", "#"), ("S", "E")])
@pytest.mark.parametrize("ending", ["\r", "\t", ""])
@pytest.mark.parametrize("gap_ms", [1, 30, 50])
def test_a_scanner_that_was_learned_is_understood(added, ending, gap_ms):
    def typed(code):
        return f"{added[0]}{code}{added[1]}{ending}"

    wedge = Wedge(learned(lessons(typed(CARD), typed(PRODUCT), gap_ms=gap_ms)))
    for code in (CARD, PRODUCT, "700012345641"):
        settled = [wedge.feed(key).before for key in keys(typed(code), gap_ms=gap_ms, start_ms=10_000)]
        settled.append(wedge.expire())
        assert [one.scan.text for one in settled if one.scan] == [code]
        assert not any(one.replay for one in settled)


def test_a_lesson_without_a_code_has_nothing_around_it():
    one = Lesson(Burst("hello"))
    assert (one.prefix, one.suffix, one.is_sound) == ("", "", False)


def test_what_was_learned_is_read_again(tmp_path):
    file = ScannerFile(tmp_path / "shop" / "scanner.toml")
    assert file.read() == WedgeProfile()
    profile = WedgeProfile(hold_ms=45, prefix=']"C\\', suffix="é#", lengths=frozenset({8, 12, 13}))
    file.write(profile)
    assert file.read() == profile


@pytest.mark.parametrize(
    "content",
    [
        b"hold_ms = 5000",
        b"hold_ms = true",
        b"prefix = 7",
        b'suffix = "12345678901234567"',
        b"lengths = 12",
        b"lengths = [0]",
        b"lengths = [true]",
        b"not toml",
        b"\xff\xfe",
    ],
)
def test_a_file_that_cannot_be_used_means_a_usual_scanner(content, tmp_path, caplog):
    (tmp_path / "scanner.toml").write_bytes(content)
    assert ScannerFile(tmp_path / "scanner.toml").read() == WedgeProfile()
    assert "cannot be read as a scanner's settings" in caplog.text
