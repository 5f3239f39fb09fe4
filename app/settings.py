"""Settings: one frozen object; each field has its default, bounds, unit and a line of help."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import Field, dataclass, field, fields
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, available_timezones

FILE_NAME = "tillpoint.toml"
ENVIRONMENT_PREFIX = "TILLPOINT_"
TRAINING_FOLDER, TRAINING_CODE = "training", "T"


class SettingsError(Exception):
    """A setting is not usable; the sentence names it and what it may be."""


def _default_data_dir() -> str:
    base = os.environ.get("XDG_DATA_HOME") or os.environ.get("LOCALAPPDATA") or "~/.local/share"
    return str(Path(base).expanduser() / "tillpoint")


def _text(default: str, help_: str, *, most: int = 200, pattern: str | None = None) -> Any:
    return field(
        default=default,
        metadata={"help": help_, "unit": "text", "bounds": pattern or f"up to {most} letters", "most": most},
    )


def _matches(pattern: str) -> Callable[[Any], bool]:
    return lambda value: isinstance(value, str) and re.fullmatch(pattern, value) is not None


@dataclass(frozen=True, slots=True)
class Settings:
    """How this counter is set up: from `tillpoint.toml` in the data folder, then the environment (TILLPOINT_…)."""

    data_dir: str = field(
        default_factory=_default_data_dir,
        metadata={
            "help": "Folder of the data file, receipts and logs.",
            "unit": "path",
            "bounds": "a folder",
            "most": 1000,
        },
    )
    shop_name: str = _text("Shree Medical", "Shop's name on the screen and on receipts.")
    shop_address: str = _text("12 MG Road|Pune 411001", "Address on receipts; | starts a new line.")
    shop_gstin: str = _text("", "GST number on receipts; empty prints none.", pattern="a valid GSTIN, or empty")
    shop_licences: str = _text("", "Drug licence numbers on receipts; | starts a new line.")
    shop_phone: str = _text("", "Phone on receipts.")
    shop_logo: str = _text(
        "", "Picture above the shop's name on receipts.", most=1000, pattern="a PNG or JPEG file, or empty"
    )
    receipt_why_url: str = _text(
        "",
        "Address where customers read how their points came about; the bill's id is put behind it.",
        most=80,
        pattern="an https address, or empty",
    )
    receipt_footer: str = _text("Thank you. Get well soon.", "Last lines of a receipt; | starts a new line.")
    time_zone: str = _text(
        "Asia/Kolkata", "The shop's time zone: its days, months and weekends.", pattern="an IANA name"
    )
    counter_code: str = _text("A1", "This counter's code in bill numbers.", pattern="1 to 3 of A-Z and 0-9, not T")
    cashier: str = _text("Asha", "Who is signed in when the counter opens, if they need no PIN.")
    lock_minutes: int = field(
        default=10,
        metadata={
            "help": "How long nobody touches the counter until it locks.",
            "unit": "minutes",
            "bounds": "0 (never) to 240",
        },
    )
    year_starts_in_month: int = field(
        default=4, metadata={"help": "First month of the financial year.", "unit": "month", "bounds": "1 to 12"}
    )
    server_authorities: str = _text(
        "",
        "File of certificates that may sign the server's; empty trusts the public authorities.",
        most=1000,
        pattern="a file, or empty",
    )
    server_fingerprint: str = _text(
        "",
        "SHA-256 of the one certificate the server may show; empty accepts any that is signed.",
        pattern="64 of 0-9 and a-f, or empty",
    )
    return_days: int = field(
        default=30,
        metadata={"help": "How old a bill a cashier takes back alone.", "unit": "days", "bounds": "0 to 3650"},
    )
    return_limit: int = field(
        default=1000,
        metadata={
            "help": "The most a cashier gives back alone at once.",
            "unit": "whole money",
            "bounds": "0 to 10000000",
        },
    )
    card_template: str = _text(
        "classic", "Template of members' cards, without its .toml.", pattern="up to 40 of a-z, 0-9, - and _"
    )
    camera: str = _text(
        "0",
        "The camera that scans: its number, its device, or a video file or folder of pictures that stands in for it.",
        most=1000,
        pattern="a number, a path, or empty for none",
    )
    discount_limit_percent: int = field(
        default=10,
        metadata={
            "help": "How much of a bill may be taken off by hand before a manager has to approve it.",
            "unit": "percent",
            "bounds": "0 to 100",
        },
    )
    rate_rise_limit_percent: int = field(
        default=5,
        metadata={
            "help": "By how much one person may raise a rate; above it a second person approves what is published.",
            "unit": "percentage points",
            "bounds": "0 to 100",
        },
    )
    rate_max_percent: int = field(
        default=100,
        metadata={
            "help": "The highest rate of points that may be published at all, for a category or by a rule.",
            "unit": "percent",
            "bounds": "1 to 100",
        },
    )
    expiring_days: int = field(
        default=60,
        metadata={
            "help": "How early receipts, slips and the counter tell of points that go.",
            "unit": "days",
            "bounds": "0 (on their last day) to 366",
        },
    )
    upi_address: str = _text(
        "",
        "Where customers pay by UPI: a code with the exact amount is shown; empty shows none.",
        pattern="an address like shop@bank, or empty",
    )
    billing: str = _text(
        "items",
        "What is entered here: whole bills, or totals beside another billing program.",
        pattern="items or companion",
    )
    companion_folder: str = _text(
        "",
        "Folder where another billing program drops totals; empty watches none.",
        most=1000,
        pattern="a folder, or empty",
    )
    companion_port: int = field(
        default=0,
        metadata={
            "help": "Port of this computer where another billing program posts totals.",
            "unit": "port",
            "bounds": "0 (closed), or 1024 to 65535",
        },
    )
    shifts: str = _text(
        "offered", "Whether bills are made in shifts only, or also while none is open.", pattern="offered or required"
    )
    shift_difference_max: int = field(
        default=100,
        metadata={
            "help": "A drawer that is further off is closed with a manager's approval.",
            "unit": "whole rupees",
            "bounds": "0 to 100000",
        },
    )
    backup_folder: str = _text(
        "",
        "Folder of the backups, best on another disk; empty keeps them beside the data file.",
        most=1000,
        pattern="a folder, or empty",
    )
    theme: str = _text("light", "Colours of the window.", pattern="light or dark")
    sounds: str = _text("full", "How loud the window sounds.", pattern="full, quiet or off")
    key_profile: str = _text("standard", "Keys of commands.", pattern="standard or tally")
    own_keys: str = _text(
        "",
        "Commands that have another key here.",
        most=4000,
        pattern="command:place=key, with spaces between; the page Keys writes it",
    )
    language: str = _text("en", "Language of the window.", pattern="en or hi")

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.time_zone)

    @property
    def is_companion(self) -> bool:
        """Whether the bills are another program's, and what is printed here is no tax invoice."""
        return self.billing == "companion"

    @property
    def is_training(self) -> bool:
        """Whether nothing done here counts."""
        return False

    @property
    def folder(self) -> Path:
        return Path(self.data_dir).expanduser()

    @property
    def data_file(self) -> Path:
        return self.folder / "till.db"

    @property
    def backups_folder(self) -> Path:
        return Path(self.backup_folder).expanduser() if self.backup_folder else self.folder / "backups"

    @property
    def receipts_folder(self) -> Path:
        return self.folder / "receipts"

    @property
    def cards_folder(self) -> Path:
        """Where the shop's own templates are, and where cards go."""
        return self.folder / "cards"


@dataclass(frozen=True, slots=True)
class TrainingSettings(Settings):
    """The shop's settings in training: every file is in a folder of its own, but for the shop's card templates."""

    @property
    def is_training(self) -> bool:
        return True

    @property
    def folder(self) -> Path:
        return Path(self.data_dir).expanduser() / TRAINING_FOLDER

    @property
    def data_file(self) -> Path:
        return self.folder / "till.db"

    @property
    def receipts_folder(self) -> Path:
        return self.folder / "receipts"

    @property
    def cards_folder(self) -> Path:
        return Path(self.data_dir).expanduser() / "cards"


def in_training(settings: Settings) -> TrainingSettings:
    """The same shop, numbering bills apart. No code asks a customer to pay, or leads them to points nobody has."""
    given = {one.name: getattr(settings, one.name) for one in fields(Settings)}
    apart = {"counter_code": TRAINING_CODE, "upi_address": "", "receipt_why_url": ""}
    return TrainingSettings(**{**given, **apart})


def _can_be_a_folder(value: str) -> bool:
    try:
        Path(value).expanduser()
    except RuntimeError:  # ~ of somebody who is not known here
        return False
    return value.strip() != "" and "\0" not in value


def _valid_gstin(value: str) -> bool:
    from stdnum.in_ import gstin

    return value == "" or gstin.is_valid(value)


_CHECKS: dict[str, Callable[[Any], bool]] = {
    "data_dir": _can_be_a_folder,
    "shop_gstin": _valid_gstin,
    "receipt_why_url": _matches(r"(https://[!-~]+)?"),
    "time_zone": lambda value: value == "Asia/Kolkata" or value in available_timezones(),
    "counter_code": _matches(r"(?!T$)[A-Z0-9]{1,3}"),  # T numbers what training makes
    "lock_minutes": lambda value: 0 <= value <= 240,
    "year_starts_in_month": lambda value: 1 <= value <= 12,
    "server_fingerprint": _matches(r"(?i)(([0-9a-f]{2}:?){31}[0-9a-f]{2})?"),
    "return_days": lambda value: 0 <= value <= 3650,
    "return_limit": lambda value: 0 <= value <= 10_000_000,
    "card_template": _matches(r"[a-z0-9_-]{1,40}"),
    "discount_limit_percent": lambda value: 0 <= value <= 100,
    "rate_rise_limit_percent": lambda value: 0 <= value <= 100,
    "rate_max_percent": lambda value: 1 <= value <= 100,
    "expiring_days": lambda value: 0 <= value <= 366,
    "upi_address": _matches(r"([A-Za-z0-9._-]{2,60}@[A-Za-z0-9.-]{2,40})?"),
    "billing": _matches(r"items|companion"),
    "companion_folder": lambda value: value == "" or _can_be_a_folder(value),
    "companion_port": lambda value: value == 0 or 1024 <= value <= 65_535,
    "shifts": _matches(r"offered|required"),
    "shift_difference_max": lambda value: 0 <= value <= 100_000,
    "backup_folder": lambda value: value == "" or _can_be_a_folder(value),
    "theme": _matches(r"light|dark"),
    "sounds": _matches(r"full|quiet|off"),
    "key_profile": _matches(r"standard|tally"),
    "own_keys": _matches(r"([a-z-]+:[a-z_]+=\S+( |$))*"),
    "language": _matches(r"en|hi"),
}


def load(environment: Mapping[str, str]) -> Settings:
    """The settings in force: defaults, then the data folder's file, then the environment."""
    given = {
        name.removeprefix(ENVIRONMENT_PREFIX).lower(): value
        for name, value in environment.items()
        if name.startswith(ENVIRONMENT_PREFIX)
    }
    folder = checked(given).folder
    return checked({**from_file(folder / FILE_NAME), **given})


def from_file(path: Path) -> dict[str, Any]:
    """What the file says, unchecked; nothing where there is none. Raises SettingsError."""
    try:
        return tomllib.loads(path.read_text("utf-8-sig"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, RecursionError) as wrong:
        raise SettingsError(f"{path} cannot be read as settings: {wrong}. Mend or remove the file.") from wrong


def checked(given: Mapping[str, Any]) -> Settings:
    """The defaults with these in their place. Raises SettingsError at the first that cannot be."""
    known = {one.name: one for one in fields(Settings)}
    unknown = sorted(given.keys() - known.keys())
    if unknown:
        raise SettingsError(f"There is no setting called {unknown[0]!r}. See docs/settings.md for the ones there are.")
    values = {name: _value(known[name], value) for name, value in given.items()}
    return Settings(**values)


def _value(setting: Field[Any], value: Any) -> Any:
    if setting.type == "int" and isinstance(value, str) and re.fullmatch("[0-9]{1,9}", value):
        value = int(value)
    if not _is_of_its_kind(setting, value) or not _CHECKS.get(setting.name, lambda _: True)(value):
        bounds = setting.metadata["bounds"]
        raise SettingsError(f"Setting {setting.name} cannot be {str(value)[:60]!r}: it is {bounds}.")
    return value


def _is_of_its_kind(setting: Field[Any], value: Any) -> bool:
    if setting.type == "int":
        return type(value) is int  # TOML's true is one too, to isinstance
    return isinstance(value, str) and len(value) <= setting.metadata["most"]
