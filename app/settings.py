"""Settings: one frozen object; each field has its default, bounds, unit and a line of help."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, available_timezones

from app.settable import can_be_a_folder, data_folder, filled, from_environment, from_file, matches, text, whole

FILE_NAME = "tillpoint.toml"
ENVIRONMENT_PREFIX = "TILLPOINT_"
TRAINING_FOLDER, TRAINING_CODE = "training", "T"


def _is_gstin(value: str) -> bool:
    from stdnum.in_ import gstin

    return value == "" or gstin.is_valid(value)


def _is_time_zone(value: str) -> bool:
    return value == "Asia/Kolkata" or value in available_timezones()


def _is_folder_or_none(value: str) -> bool:
    return value == "" or can_be_a_folder(value)


@dataclass(frozen=True, slots=True)
class Settings:
    """How this counter is set up: from `tillpoint.toml` in the data folder, then the environment (TILLPOINT_…)."""

    data_dir: str = data_folder("tillpoint", "Folder of the data file, receipts and logs.")
    shop_name: str = text("Shree Medical", "Shop's name on the screen and on receipts.")
    shop_address: str = text("12 MG Road|Pune 411001", "Address on receipts; | starts a new line.")
    shop_gstin: str = text(
        "", "GST number on receipts; empty prints none.", bounds="a valid GSTIN, or empty", fits=_is_gstin
    )
    shop_licences: str = text("", "Drug licence numbers on receipts; | starts a new line.")
    shop_phone: str = text("", "Phone on receipts.")
    shop_logo: str = text(
        "", "Picture above the shop's name on receipts.", most=1000, bounds="a PNG or JPEG file, or empty"
    )
    receipt_why_url: str = text(
        "",
        "Address where customers read how their points came about; the bill's id is put behind it.",
        most=80,
        bounds="an https address, or empty",
        fits=matches(r"(https://[!-~]+)?"),
    )
    receipt_footer: str = text("Thank you. Get well soon.", "Last lines of a receipt; | starts a new line.")
    time_zone: str = text(
        "Asia/Kolkata",
        "The shop's time zone: its days, months and weekends.",
        bounds="an IANA name",
        fits=_is_time_zone,
    )
    counter_code: str = text(
        "A1",
        "This counter's code in bill numbers.",
        bounds="1 to 3 of A-Z and 0-9, not T",
        fits=matches(r"(?!T$)[A-Z0-9]{1,3}"),  # T numbers what training makes
    )
    cashier: str = text("Asha", "Who is signed in when the counter opens, if they need no PIN.")
    lock_minutes: int = whole(
        10,
        "How long nobody touches the counter until it locks.",
        least=0,
        most=240,
        unit="minutes",
        bounds="0 (never) to 240",
    )
    year_starts_in_month: int = whole(4, "First month of the financial year.", least=1, most=12, unit="month")
    server_authorities: str = text(
        "",
        "File of certificates that may sign the server's; empty trusts the public authorities.",
        most=1000,
        bounds="a file, or empty",
    )
    server_fingerprint: str = text(
        "",
        "SHA-256 of the one certificate the server may show; empty accepts any that is signed.",
        bounds="64 of 0-9 and a-f, or empty",
        fits=matches(r"(?i)(([0-9a-f]{2}:?){31}[0-9a-f]{2})?"),
    )
    return_days: int = whole(30, "How old a bill a cashier takes back alone.", least=0, most=3650, unit="days")
    return_limit: int = whole(
        1000, "The most a cashier gives back alone at once.", least=0, most=10_000_000, unit="whole money"
    )
    card_template: str = text(
        "classic",
        "Template of members' cards, without its .toml.",
        bounds="up to 40 of a-z, 0-9, - and _",
        fits=matches(r"[a-z0-9_-]{1,40}"),
    )
    camera: str = text(
        "0",
        "The camera that scans: its number, its device, or a video file or folder of pictures that stands in for it.",
        most=1000,
        bounds="a number, a path, or empty for none",
    )
    discount_limit_percent: int = whole(
        10,
        "How much of a bill may be taken off by hand before a manager has to approve it.",
        least=0,
        most=100,
        unit="percent",
    )
    rate_rise_limit_percent: int = whole(
        5,
        "By how much one person may raise a rate; above it a second person approves what is published.",
        least=0,
        most=100,
        unit="percentage points",
    )
    rate_rise_bill: int = whole(
        500,
        "The usual bill, that fixed points and vouchers are held against to tell by how much they raise what is given.",
        least=1,
        most=10_000_000,
        unit="whole money",
    )
    rate_max_percent: int = whole(
        100,
        "The highest rate of points that may be published at all, for a category or by a rule.",
        least=1,
        most=100,
        unit="percent",
    )
    expiring_days: int = whole(
        60,
        "How early receipts, slips and the counter tell of points that go.",
        least=0,
        most=366,
        unit="days",
        bounds="0 (on their last day) to 366",
    )
    upi_address: str = text(
        "",
        "Where customers pay by UPI: a code with the exact amount is shown; empty shows none.",
        bounds="an address like shop@bank, or empty",
        fits=matches(r"([A-Za-z0-9._-]{2,60}@[A-Za-z0-9.-]{2,40})?"),
    )
    billing: str = text(
        "items",
        "What is entered here: whole bills, or totals beside another billing program.",
        bounds="items or companion",
        fits=matches(r"items|companion"),
    )
    companion_folder: str = text(
        "",
        "Folder where another billing program drops totals; empty watches none.",
        most=1000,
        bounds="a folder, or empty",
        fits=_is_folder_or_none,
    )
    companion_port: int = whole(
        0,
        "Port of this computer where another billing program posts totals.",
        least=1024,
        most=65_535,
        also=0,
        unit="port",
        bounds="0 (closed), or 1024 to 65535",
    )
    shifts: str = text(
        "offered",
        "Whether bills are made in shifts only, or also while none is open.",
        bounds="offered or required",
        fits=matches(r"offered|required"),
    )
    shift_difference_max: int = whole(
        100,
        "A drawer that is further off is closed with a manager's approval.",
        least=0,
        most=100_000,
        unit="whole rupees",
    )
    backup_folder: str = text(
        "",
        "Folder of the backups, best on another disk; empty keeps them beside the data file.",
        most=1000,
        bounds="a folder, or empty",
        fits=_is_folder_or_none,
    )
    theme: str = text("light", "Colours of the window.", bounds="light or dark", fits=matches(r"light|dark"))
    sounds: str = text(
        "full", "How loud the window sounds.", bounds="full, quiet or off", fits=matches(r"full|quiet|off")
    )
    key_profile: str = text(
        "standard", "Keys of commands.", bounds="standard or tally", fits=matches(r"standard|tally")
    )
    own_keys: str = text(
        "",
        "Commands that have another key here.",
        most=4000,
        bounds="command:place=key, with spaces between; the page Keys writes it",
        fits=matches(r"([a-z-]+:[a-z_]+=\S+( |$))*"),
    )
    language: str = text("en", "Language of the window.", bounds="en or hi", fits=matches(r"en|hi"))

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


def load(environment: Mapping[str, str]) -> Settings:
    """The settings in force: defaults, then the data folder's file, then the environment."""
    given = from_environment(environment, ENVIRONMENT_PREFIX)
    folder = checked(given).folder
    return checked({**from_file(folder / FILE_NAME), **given})


def checked(given: Mapping[str, Any]) -> Settings:
    """The defaults with these in their place. Raises SettingsError at the first that cannot be."""
    return filled(Settings, given, page="docs/settings.md")
