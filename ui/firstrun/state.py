"""State: the steps of a first run, what is remembered of it, and what its page shows at one moment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from ui.errors import Notice
from ui.rows import ChoiceRow


class Start(StrEnum):
    """What the counter is to become."""

    SAMPLE = "sample"
    NEW = "new"
    JOIN = "join"


class Step(StrEnum):
    WELCOME = "welcome"
    JOINING = "joining"
    SHOP = "shop"
    DEVICES = "devices"
    OWNER = "owner"
    GOODS = "goods"
    DONE = "done"


WAYS: Mapping[Start, tuple[Step, ...]] = {
    Start.SAMPLE: (Step.WELCOME,),
    Start.NEW: (Step.WELCOME, Step.SHOP, Step.DEVICES, Step.OWNER, Step.GOODS, Step.DONE),
    Start.JOIN: (Step.WELCOME, Step.JOINING, Step.SHOP, Step.DEVICES, Step.DONE),
}


class Field(StrEnum):
    """What is typed. The lines of the address and the two licences are one setting each."""

    CODE = "code"
    SERVER = "server"
    NAME = "name"
    STREET = "street"
    TOWN = "town"
    GSTIN = "gstin"
    LICENCE = "licence"
    SECOND_LICENCE = "second_licence"
    PHONE = "phone"
    OWNER = "owner"
    FILE = "file"


class Goods(StrEnum):
    """What a new shop begins with."""

    NOTHING = "nothing"
    PRODUCTS = "products"
    MEMBERS = "members"
    SAMPLES = "samples"


LISTS = frozenset({Goods.PRODUCTS, Goods.MEMBERS})  # what comes from a file


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a first run has come: what is on the screen when it is opened again."""

    step: Step = Step.WELCOME
    start: Start = Start.SAMPLE
    server: str = ""


@dataclass(frozen=True, slots=True)
class FirstRunState:
    """`number` of `count` steps. `code` is a pairing code to show; `can_name` while the counter's own may still change.

    `gstin` says what is wrong with the number, `gstin_fits` whether it is a whole one. `owner` is who is set up
    already. `turn` rises when PINs that were typed are to be forgotten.
    """

    step: Step = Step.WELCOME
    start: Start = Start.SAMPLE
    language: str = "en"
    number: int = 1
    count: int = 1
    typed: Mapping[Field, str] = field(default_factory=dict)
    pairing: str = ""
    code: str = ""
    can_name: bool = True
    has_joined: bool = False
    gstin: str = ""
    gstin_fits: bool = False
    printers: tuple[ChoiceRow, ...] = ()
    printer: int = 0
    scanned: str = ""
    owner: str = ""
    goods: Goods = Goods.NOTHING
    summary: tuple[str, ...] = ()
    turn: int = 0
    is_busy: bool = False
    notice: Notice | None = None

    @property
    def can_skip(self) -> bool:
        return self.step not in (Step.WELCOME, Step.DONE)

    @property
    def can_go_back(self) -> bool:
        return self.step is not Step.WELCOME
