"""Wording: what is said of scanners."""

from __future__ import annotations

from app.devices.teaching import GAP_MS_MAX, Burst, Lesson
from app.devices.wedge import WedgeProfile
from ui.scanned import scanned_words
from ui.words import later, tr, tr_n

TITLE = later("Scanner & camera")
TEACH = later("Teach the scanner")
HOW = later(
    "Scan any member's card or product twice. What the scanner sends is shown here and goes nowhere else; once two "
    "scans agree, this counter knows how fast it types and what it adds to a code."
)
WAITING = later("Nothing was scanned yet.")
ONCE_MORE = later("That was read well. Scan once more.")
LEARNED = later("Learned and saved. Scans work like this from now on, on every page.")
FORGOTTEN = later("Forgotten: the counter expects a usual scanner again.")
BY_HAND = later("That came too slowly for a scanner. Set the scanner to send faster, or scan instead of typing.")
NO_CODE = later("No card or product was found in that. Scan a member's card or a product.")
DIFFERS = later("That differs from the scan before. Scan the same way twice.")
UNSAVED = later("The scanner's settings could not be saved ({why}). They hold until the counter is closed.")
CAMERA = later("Camera")
CAMERA_ON = later("The camera is on, and works.")
CAMERA_NONE = later("No camera is set up here: the setting camera is empty.")
TESTING = later("Looking through the camera …")


def burst_words(burst: Burst) -> str:
    """One scan in a line: what came, how fast, and how it ended."""
    ending = {"Enter": tr("then Enter"), "Tab": tr("then Tab")}.get(burst.ending, tr("then nothing"))
    count = tr_n("{n} character", "{n} characters", len(burst.text))
    return tr(
        "{text} · {count}, at most {gap} ms apart, {ending}",
        text=scanned_words(burst.text),
        count=count,
        gap=burst.gap_ms,
        ending=ending,
    )


def profile_words(profile: WedgeProfile) -> str:
    """What the counter expects of its scanner."""
    parts = [tr("up to {gap} ms between characters", gap=profile.hold_ms)]
    if profile.prefix:
        parts.append(tr("“{added}” before each code", added=scanned_words(profile.prefix)))
    if profile.suffix:
        parts.append(tr("“{added}” behind each code", added=scanned_words(profile.suffix)))
    parts.append(tr("no Enter at the end") if profile.lengths else tr("Enter or Tab at the end"))
    return tr("Expected: {parts}.", parts=", ".join(parts))


def lesson_words(one: Lesson) -> str:
    """Why nothing was learned of a scan; empty where something was."""
    if one.is_by_hand:
        return tr(BY_HAND, most=GAP_MS_MAX)
    return "" if one.is_sound else tr(NO_CODE)
