"""The entries of the settings: what can be changed or opened here, in sections, and which of them match a search."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ui.actions import Do, action
from ui.actions.binding import PROFILES
from ui.words import LANGUAGES, Tongue, later, tr

SHOP, COUNTER, LIMITS = later("Shop & legal header"), later("This counter"), later("Limits")
PRINTERS, SCANNER, CAMERA = later("Printers"), later("Scanner"), later("Camera")
DISPLAY, SOUND, LANGUAGE, KEYS = later("Display"), later("Sound"), later("Language"), later("Keys")
SERVER, BACKUP, ABOUT = later("Server & pairing"), later("Backup"), later("About")


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the list: a setting by its name, a command that opens or does something, or one of a few panels.

    `choices` are what the setting may be, each with its words; without them it is typed, up to `most` letters.
    """

    section: str
    title: str
    hint: str
    setting: str = ""
    do: Do | None = None
    choices: tuple[tuple[str, str], ...] = ()
    most: int = 200
    panel: str = ""


PAIRING, PROGRAM, UPDATES = "pairing", "program", "updates"
_LINES = later("On receipts; | starts a new line.")

ENTRIES: tuple[Entry, ...] = (
    Entry(SHOP, later("Name of the shop"), later("On the screen and on receipts."), "shop_name"),
    Entry(SHOP, later("Address"), _LINES, "shop_address"),
    Entry(
        SHOP, later("GSTIN"), later("GST number on receipts, 15 letters and digits; empty prints none."), "shop_gstin"
    ),
    Entry(SHOP, later("Drug licences"), _LINES, "shop_licences"),
    Entry(SHOP, later("Phone"), later("On receipts."), "shop_phone"),
    Entry(
        SHOP,
        later("Logo"),
        later("A PNG or JPEG file that is printed above the name; may be empty."),
        "shop_logo",
        most=1000,
    ),
    Entry(SHOP, later("Foot of receipts"), _LINES, "receipt_footer"),
    Entry(
        SHOP, later("UPI address"), later("Where customers pay, like shop@bank; empty shows no code."), "upi_address"
    ),
    Entry(
        PRINTERS, later("Printers"), later("Receipt, card and report printers: set up, choose, test."), do=Do.PRINTERS
    ),
    Entry(PRINTERS, later("Print queue"), later("What waits to be printed, and why."), do=Do.PRINT_QUEUE),
    Entry(
        SCANNER,
        later("Scanner & camera"),
        later("See what the scanner sends, teach it; test the camera."),
        do=Do.SCANNER,
    ),
    Entry(CAMERA, later("Camera"), later("Its number or device, like 0; empty for none."), "camera", most=1000),
    Entry(
        DISPLAY,
        later("Colours"),
        later("Light or dark."),
        "theme",
        choices=(("light", later("Light")), ("dark", later("Dark"))),
    ),
    Entry(DISPLAY, later("Larger text"), later("Everything written becomes larger, up to twice."), do=Do.LARGER),
    Entry(DISPLAY, later("Smaller text"), later("Everything written becomes smaller again."), do=Do.SMALLER),
    Entry(
        KEYS,
        later("Keys of commands"),
        later("The usual ones, or some as in Tally."),
        "key_profile",
        choices=tuple(PROFILES.items()),
    ),
    Entry(KEYS, later("Keys"), later("Other keys for commands, and a sheet of keys to print."), do=Do.KEYS),
    Entry(
        SOUND,
        later("Sounds"),
        later("For a scan, and for what is refused; the strip says the same in words."),
        "sounds",
        choices=(("full", later("On")), ("quiet", later("Quiet")), ("off", later("Off"))),
    ),
    Entry(
        LANGUAGE,
        later("Language"),
        later("Of the window and of what it says."),
        "language",
        choices=tuple(LANGUAGES.items()),
    ),
    Entry(
        COUNTER,
        later("Who is here at the start"),
        later("Somebody who needs no PIN; empty opens the counter locked."),
        "cashier",
    ),
    Entry(COUNTER, later("Staff"), later("Who works here, their roles, PINs and cards."), do=Do.STAFF),
    Entry(
        COUNTER,
        later("Lock by itself"),
        later("After so many minutes without a touch: 0 (never) to 240."),
        "lock_minutes",
        most=3,
    ),
    Entry(
        COUNTER,
        later("Bills and shifts"),
        later("Whether bills are made in shifts only."),
        "shifts",
        choices=(("offered", later("Also without a shift")), ("required", later("In shifts only"))),
    ),
    Entry(
        COUNTER,
        later("What is entered here"),
        later("Whole bills, or totals beside another billing program."),
        "billing",
        choices=(("items", later("Whole bills")), ("companion", later("Totals only"))),
    ),
    Entry(
        COUNTER,
        later("Folder of totals"),
        later("Where the other program drops them, beside “Totals only”; empty watches none."),
        "companion_folder",
        most=1000,
    ),
    Entry(
        COUNTER,
        later("Port for totals"),
        later("Where the other program posts them: 0 (closed), or 1024 to 65535."),
        "companion_port",
        most=5,
    ),
    Entry(COUNTER, later("Products"), later("Import the list of what the shop sells."), do=Do.PRODUCTS),
    Entry(COUNTER, later("Training"), later("How to practise where nothing counts."), do=Do.TRAINING),
    Entry(
        LIMITS,
        later("Discount by hand"),
        later("Percent of a bill without a manager: 0 to 100."),
        "discount_limit_percent",
        most=3,
    ),
    Entry(
        LIMITS,
        later("Points that go soon"),
        later("Days before they go, from which on receipts and the counter tell of it: 0 to 366."),
        "expiring_days",
        most=3,
    ),
    Entry(
        LIMITS,
        later("Age of a return"),
        later("Days in which a cashier takes a bill back alone: 0 to 3650."),
        "return_days",
        most=4,
    ),
    Entry(
        LIMITS,
        later("Most given back"),
        later("Rupees a cashier gives back alone at once: 0 to 10000000."),
        "return_limit",
        most=8,
    ),
    Entry(
        LIMITS,
        later("Difference of a drawer"),
        later("Rupees a drawer may be off without a manager: 0 to 100000."),
        "shift_difference_max",
        most=6,
    ),
    Entry(SERVER, later("Server & pairing"), later("Join a chain, and what comes of it."), panel=PAIRING),
    Entry(SERVER, later("Sync status"), later("What waits to be sent, and what needs a check."), do=Do.SYNC_STATUS),
    Entry(
        COUNTER,
        later("Health of the counter"),
        later("Printer, scanner, camera, clock, disk, backup: how they are, with a test."),
        do=Do.HEALTH,
    ),
    Entry(BACKUP, later("Backup"), later("Make one now, test one, put one back."), do=Do.BACKUPS),
    Entry(
        BACKUP,
        later("Folder of backups"),
        later("Best on another disk; empty keeps them beside the data file."),
        "backup_folder",
        most=1000,
    ),
    Entry(ABOUT, later("Licences"), later("What this program stands on, and its terms."), do=Do.LICENCES),
    Entry(ABOUT, later("This program"), later("Its version, and where its files are."), panel=PROGRAM),
    Entry(ABOUT, later("Updates"), later("Which version runs, and how a newer one comes."), panel=UPDATES),
)


def matching(typed: str, tongues: Sequence[Tongue]) -> tuple[Entry, ...]:
    """The entries that have every typed word, or begin of one, in the English or another tongue's words for them."""
    words = typed.casefold().split()
    return tuple(one for one in ENTRIES if all(word in _searched(one, tongues) for word in words))


def key_of(entry: Entry) -> str:
    """The key that opens it anywhere; empty for what is changed here."""
    return action(entry.do).key_label if entry.do is not None else ""


def choice_words(entry: Entry) -> dict[str, str]:
    """What each choice is called; a language always by its own name."""
    is_language = entry.section == LANGUAGE
    return {value: words if is_language else tr(words) for value, words in entry.choices}


def value_words(entry: Entry, value: str) -> str:
    """A setting's value as the list shows it."""
    named = choice_words(entry).get(value)
    if named is not None:
        return named
    return value.replace("|", ", ") or tr("empty")


def _searched(entry: Entry, tongues: Sequence[Tongue]) -> str:
    choices = (words for _, words in entry.choices)
    texts = (entry.section, entry.title, entry.hint, *choices)
    return " ".join([*texts, *(tongue.text(text) for tongue in tongues for text in texts)]).casefold()
