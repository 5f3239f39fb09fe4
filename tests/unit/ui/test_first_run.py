"""The first run's decisions: what is asked when, what is kept of an answer, and what is left for later."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

import pytest

from app.services.chain.standing import Pairing, PairingStep
from app.services.papers.printers import PrinterBook, PrinterKind, PrinterSetup, Role
from app.settings import Settings, SettingsError, checked
from tests.lines import ScriptedLine
from tests.unit.ui.works import AtOnce, WhenTold
from ui.actions import Do
from ui.errors import Tone
from ui.firstrun.presenter import FirstRunner
from ui.firstrun.state import Field, FirstRunState, Goods, Progress, Start, Step
from ui.firstrun.wording import NO_CODE, NO_FILE, NO_NAME, NO_OWNER, RULED, UNLIKE, UNRULED
from ui.joining import NO_ADDRESS

SERVER = "https://loyalty.example.org"
GSTIN = "27AAPFU0939F1ZV"


class Paper:
    """Printers: a book, one queue of the computer, and a test page that may fail."""

    def __init__(self):
        self.kept, self.fault, self.tested = PrinterBook(), None, []

    def book(self):
        return self.kept

    def keep(self, book):
        self.kept = book

    def queues(self):
        return ["EPSON TM-T82"]

    def profiles(self):
        return ["default"]

    def test(self, setup):
        self.tested.append(setup)
        if self.fault:
            raise self.fault
        return f"Test page printed: {setup.name}."


@dataclass
class Kept:
    """`ui.firstrun.ports.SetUp` in memory: what it is told, it knows."""

    settings: Settings = field(default_factory=lambda: Settings(data_dir="/nowhere"))
    progress: Progress = field(default_factory=Progress)
    printers: Paper = field(default_factory=Paper)
    is_begun: bool = False
    wire: ScriptedLine = field(default_factory=ScriptedLine)
    joined: bool = False
    rules: bool = False
    people: dict[str, str] = field(default_factory=dict)
    did: list[str] = field(default_factory=list)
    full: bool = False
    listed: tuple[int, int] = (2, 0)

    def now(self):
        return datetime(2026, 11, 21, 9, 0, tzinfo=UTC)

    def remember(self, progress):
        if self.full:
            raise OSError(28, "No space left on device")
        self.progress = progress

    def keep(self, changes: Mapping[str, str]):
        checked(changes)
        self.settings = replace(self.settings, **changes)

    def line(self):
        self.is_begun = True
        return self.wire

    def has_joined(self):
        return self.joined

    def has_rules(self):
        return self.rules

    def owner(self):
        return next(iter(self.people), "")

    def begin(self):
        self.is_begun = True
        self.did.append("begin")

    def employ_owner(self, name, pin):
        self.people[name] = pin

    def take_products(self, file):
        self.did.append(file)
        return self.listed

    def take_members(self, file):
        self.did.append(f"members of {file}")
        return self.listed

    def take_samples(self):
        self.did.append("samples")

    def finish(self):
        self.did.append("finish")


class Screen:
    def __init__(self):
        self.pins, self.spoken, self.is_done, self.listens = ("", ""), [], False, False
        self.state = FirstRunState()

    def show_state(self, state):
        self.state = state

    def typed_pins(self):
        return self.pins

    def speak(self, language):
        self.spoken.append(language)

    def listen(self):
        self.listens = True

    def done(self):
        self.is_done = True


class Rig:
    def __init__(self, kept=None, work=None):
        self.kept, self.screen, self.work = kept or Kept(), Screen(), work or AtOnce()
        self.runner = FirstRunner(self.kept, self.work, self.screen)
        self.runner.open()

    @property
    def state(self):
        return self.screen.state

    @property
    def said(self):
        return self.state.notice.text if self.state.notice else ""

    def again(self):
        """The program ended, and is started once more."""
        return Rig(self.kept)

    def at(self, step, start=Start.NEW):
        self.kept.progress = Progress(step, start, SERVER if start is Start.JOIN else "")
        return self.again()


@pytest.fixture
def rig():
    return Rig()


def test_the_sample_shop_is_one_key_away(rig):
    assert (rig.state.step, rig.state.start) == (Step.WELCOME, Start.SAMPLE)
    rig.runner.do(Do.GO_ON)
    assert rig.screen.is_done
    assert rig.kept.did == ["finish"]


def test_the_sample_shop_comes_to_a_shop_that_was_begun_already():
    rig = Rig(Kept(is_begun=True))
    rig.runner.go_on()
    assert rig.kept.did == ["samples", "finish"]


def test_another_language_is_spoken_and_kept_at_once(rig):
    rig.runner.do(Do.OTHER_LANGUAGE)
    assert (rig.screen.spoken, rig.kept.settings.language, rig.state.language) == (["hi"], "hi", "hi")
    rig.runner.choose_language("hi")
    assert rig.screen.spoken == ["hi"]
    rig.runner.do(Do.OTHER_LANGUAGE)
    assert rig.kept.settings.language == "en"


def test_a_new_shop_from_beginning_to_end_ended_after_every_step(rig):
    rig.runner.choose_start(Start.NEW)
    rig.runner.go_on()
    rig = rig.again()
    assert (rig.state.step, rig.state.number, rig.state.count) == (Step.SHOP, 2, 6)
    for name, text in ((Field.NAME, " Arogya  Medical "), (Field.STREET, "1 FC Road"), (Field.TOWN, "Pune"),
                       (Field.GSTIN, GSTIN), (Field.SECOND_LICENCE, "21-MH"), (Field.PHONE, "020 1")):  # fmt: skip
        rig.runner.type(name, text)
    rig.runner.go_on()
    settings = rig.kept.settings
    assert (settings.shop_name, settings.shop_address, settings.shop_gstin, settings.shop_licences) == (
        "Arogya Medical", "1 FC Road|Pune", GSTIN, "21-MH"
    )  # fmt: skip
    rig = rig.again()
    assert [row.title for row in rig.state.printers] == ["PDF files", "EPSON TM-T82"]
    rig.runner.choose_printer(1)
    rig.runner.go_on()
    assert rig.kept.printers.kept.chosen(Role.RECEIPTS) == PrinterSetup(
        "EPSON TM-T82", PrinterKind.OFFICE, "EPSON TM-T82"
    )
    rig = rig.again()
    assert rig.state.step is Step.OWNER
    rig.runner.type(Field.OWNER, "Sunita Rao")
    rig.screen.pins = ("5829", "5829")
    rig.runner.go_on()
    assert (rig.kept.people, rig.kept.settings.cashier) == ({"Sunita Rao": "5829"}, "Sunita Rao")
    rig = rig.again()
    assert (rig.state.step, rig.state.owner) == (Step.GOODS, "Sunita Rao")
    rig.runner.choose_goods(Goods.PRODUCTS)
    rig.runner.type(Field.FILE, "/lists/ours.csv")
    rig.runner.go_on()
    assert rig.state.summary == (
        "Shop: Arogya Medical", f"GSTIN: {GSTIN}", "Receipts are printed by: EPSON TM-T82",
        "Sunita Rao looks after this counter, and signs in with the PIN", "2 products imported.",
    )  # fmt: skip
    rig = rig.again()
    assert (rig.state.step, rig.screen.is_done) == (Step.DONE, False)
    rig.runner.go_on()
    assert rig.screen.is_done
    assert "/lists/ours.csv" in rig.kept.did
    assert rig.kept.did[-1] == "finish"


def test_what_was_answered_stands_there_when_one_steps_back(rig):
    rig = rig.at(Step.SHOP)
    rig.runner.type(Field.NAME, "Arogya")
    rig.runner.type(Field.STREET, "1 FC Road")
    rig.runner.go_on()
    rig = rig.again()
    rig.runner.do(Do.BACK)
    assert rig.state.step is Step.SHOP
    assert {rig.state.typed[name] for name in (Field.NAME, Field.STREET)} == {"Arogya", "1 FC Road"}
    rig.runner.do(Do.BACK)
    rig.runner.do(Do.BACK)
    assert rig.state.step is Step.WELCOME


def test_everything_may_be_left_for_later(rig):
    rig.runner.choose_start(Start.NEW)
    rig.runner.go_on()
    for _ in range(4):
        rig.runner.do(Do.SKIP_STEP)
    assert rig.state.step is Step.DONE
    rig.runner.do(Do.SKIP_STEP)
    assert not rig.screen.is_done
    rig.runner.go_on()
    assert (rig.kept.did, rig.kept.settings.shop_name, rig.kept.settings.shop_address) == (
        ["begin", "finish"], "My pharmacy", "",
    )  # fmt: skip
    assert rig.kept.settings.cashier == "Cashier"


def test_what_is_left_for_later_stays_as_a_person_wrote_it():
    kept = Kept(settings=Settings(data_dir="/nowhere", shop_name="Ours", shop_address="Here|There"))
    rig = Rig(kept).at(Step.SHOP)
    rig.runner.do(Do.SKIP_STEP)
    assert (kept.settings.shop_name, kept.settings.shop_address) == ("Ours", "Here|There")


@pytest.mark.parametrize(
    ("typed", "problem", "fits"),
    [
        ("", "", False),
        ("27AAP", "5 of 15 letters and digits", False),
        ("27AAPFU0939F1ZW", "The last letter does not fit the others: something is mistyped", False),
        ("AAAAAAAAAAAAAAA", "A GSTIN is like 27AAPFU0939F1ZV: state, PAN, number, Z, check letter", False),
        (GSTIN, "", True),
    ],
)
def test_the_check_letter_is_looked_at_while_it_is_typed(rig, typed, problem, fits):
    rig.runner.type(Field.GSTIN, typed)
    assert (rig.state.gstin, rig.state.gstin_fits) == (problem, fits)


@pytest.mark.parametrize(
    ("step", "typed", "words"),
    [
        (Step.SHOP, {}, NO_NAME),
        (Step.SHOP, {Field.NAME: "A", Field.GSTIN: "27"}, "2 of 15 letters and digits."),
        (Step.OWNER, {}, NO_OWNER),
    ],
)
def test_what_cannot_be_is_said_and_nothing_is_kept(rig, step, typed, words):
    rig = rig.at(step)
    for name, text in typed.items():
        rig.runner.type(name, text)
    before = rig.kept.settings
    rig.runner.go_on()
    assert (rig.state.step, rig.said, rig.kept.settings) == (step, words, before)


def test_a_list_needs_a_file(rig):
    rig = rig.at(Step.GOODS)
    rig.runner.choose_goods(Goods.PRODUCTS)
    rig.runner.go_on()
    assert (rig.said, rig.kept.did) == (NO_FILE, [])
    rig.runner.choose_goods(Goods.SAMPLES)
    rig.runner.go_on()
    assert rig.kept.did == ["begin", "samples"]
    assert rig.state.summary[-1] == "6 sample members with points"


@pytest.mark.parametrize(
    ("listed", "says"),
    [
        ((1, 0), "1 product imported."),
        ((2, 1), "2 products imported. 1 row is left out; it is saved beside the list, with what is wrong."),
        ((2, 3), "2 products imported. 3 rows are left out; they are saved beside the list, with what is wrong."),
    ],
)
def test_what_a_list_came_to_is_said(rig, listed, says):
    rig.kept.listed = listed
    rig = rig.at(Step.GOODS)
    rig.runner.choose_goods(Goods.PRODUCTS)
    rig.runner.type(Field.FILE, "/lists/ours.csv")
    rig.runner.go_on()
    assert rig.state.summary[-1] == says


def test_members_come_from_a_list_too(rig):
    rig = rig.at(Step.GOODS)
    rig.runner.choose_goods(Goods.MEMBERS)
    rig.runner.go_on()
    assert rig.said == NO_FILE
    rig.runner.type(Field.FILE, "/lists/members.xlsx")
    rig.runner.go_on()
    assert rig.kept.did == ["begin", "members of /lists/members.xlsx"]
    assert rig.state.summary[-1] == "2 members imported."


@pytest.mark.parametrize(("pins", "words"), [(("5829", "5828"), UNLIKE), (("12", "12"), "four to six digits")])
def test_a_pin_that_cannot_be_is_no_pin(rig, pins, words):
    rig = rig.at(Step.OWNER)
    turn = rig.state.turn
    rig.runner.type(Field.OWNER, "Sunita")
    rig.screen.pins = pins
    rig.runner.go_on()
    assert (rig.state.step, rig.kept.people) == (Step.OWNER, {})
    assert words in rig.said or rig.state.notice.tone is Tone.WARN
    assert (rig.state.turn > turn) == (pins[0] != pins[1])


def test_without_a_pin_somebody_sells_and_nobody_approves(rig):
    rig = rig.at(Step.OWNER)
    rig.runner.type(Field.OWNER, "Ravi")
    rig.runner.go_on()
    assert (rig.kept.people, rig.kept.settings.cashier, rig.state.step) == ({}, "Ravi", Step.GOODS)


def test_an_owner_is_employed_once():
    rig = Rig(Kept(is_begun=True, people={"Sunita": "5829"})).at(Step.OWNER)
    rig.runner.go_on()
    assert rig.state.step is Step.GOODS
    rig.runner.do(Do.BACK)
    rig.runner.do(Do.SKIP_STEP)
    assert (rig.kept.people, rig.kept.settings.cashier) == ({"Sunita": "5829"}, "Asha")


def test_the_printer_says_itself_whether_it_works(rig):
    rig = rig.at(Step.DEVICES)
    rig.runner.do(Do.TEST_HERE)
    assert rig.said == "Test page printed: PDF files."
    rig.kept.printers.fault = OSError(5, "Input/output error")
    rig.runner.choose_printer(1)
    rig.runner.do(Do.TEST_HERE)
    assert "Input/output error" in rig.said
    assert [one.name for one in rig.kept.printers.tested] == ["PDF files", "EPSON TM-T82"]
    rig.runner.scanned("8901234567894")
    assert rig.state.scanned == "The scanner works. It read: 8901234567894"
    rig.runner.go_on()
    rig.runner.do(Do.TEST_HERE)
    assert len(rig.kept.printers.tested) == 2


def test_a_book_of_printers_that_cannot_be_read_is_left_as_it_is():
    kept = Kept(progress=Progress(Step.DEVICES, Start.NEW))

    def broken():
        raise OSError(5, "Input/output error")

    kept.printers.book = broken
    before = kept.printers.kept
    rig = Rig(kept)
    assert (rig.state.printers, "Input/output error" in rig.said) == ((), True)
    rig.runner.do(Do.TEST_HERE)
    rig.runner.go_on()
    assert (rig.state.step, kept.printers.kept is before, kept.printers.tested) == (Step.OWNER, True, [])


def test_a_scan_elsewhere_means_nothing(rig):
    rig.runner.scanned("8901234567894")
    assert rig.state.scanned == ""


def test_a_disk_that_is_full_is_said_and_the_step_stays(rig):
    rig.kept.full = True
    rig.runner.choose_start(Start.NEW)
    rig.runner.go_on()
    assert (rig.state.step, rig.state.is_busy) == (Step.WELCOME, False)
    assert "No space left on device" in rig.said


def test_a_setting_that_is_refused_is_said(rig, monkeypatch):
    def refuse(_changes):
        raise SettingsError("The file cannot be read. Mend it.")

    monkeypatch.setattr(rig.kept, "keep", refuse)
    rig.runner.choose_language("hi")
    assert rig.said == "The file cannot be read. Mend it."


def test_while_something_is_done_keys_wait():
    work = WhenTold()
    rig = Rig(work=work)
    work.finish()
    rig.runner.choose_start(Start.NEW)
    rig.runner.do(Do.GO_ON)
    rig.runner.do(Do.GO_ON)
    work.finish()
    assert rig.state.step is Step.SHOP


class TestJoining:
    @pytest.fixture
    def rig(self):
        rig = Rig()
        rig.runner.choose_start(Start.JOIN)
        rig.runner.go_on()
        rig.runner.type(Field.SERVER, SERVER)
        return rig

    def test_asks_for_a_code_of_the_counter_and_an_address(self, rig):
        rig.runner.type(Field.CODE, "T")
        rig.runner.go_on()
        assert rig.said == NO_CODE
        rig.runner.type(Field.CODE, "B7")
        rig.runner.type(Field.SERVER, "ftp://x")
        rig.runner.go_on()
        assert (rig.said, rig.kept.wire.asked, rig.kept.is_begun) == (NO_ADDRESS, [], False)

    def test_shows_the_code_and_goes_on_once_the_rules_have_come(self, rig):
        rig.runner.type(Field.CODE, "B7")
        rig.runner.go_on()
        assert (rig.kept.wire.asked, rig.kept.settings.counter_code) == ([("pair", SERVER)], "B7")
        assert (rig.screen.listens, rig.state.can_name) == (True, False)
        rig.runner.go_on()
        assert len(rig.kept.wire.asked) == 1
        rig.runner.joining.hear(Pairing(PairingStep.SHOWN, SERVER, code="BCDF-2345"))
        assert rig.state.code == "BCDF-2345"
        rig.kept.joined = True
        rig.runner.joining.hear(Pairing(PairingStep.APPROVED, SERVER))
        assert (rig.said, rig.state.has_joined, rig.state.code) == (UNRULED, True, "")
        rig.runner.go_on()
        assert (rig.state.step, rig.said) == (Step.JOINING, UNRULED)
        rig.kept.rules = True
        rig.runner.joining.look()
        assert rig.said == RULED
        for _ in range(2):
            rig.runner.go_on()
            rig.runner.type(Field.NAME, "Arogya")
        rig.runner.go_on()
        assert (rig.state.step, rig.state.count) == (Step.DONE, 5)
        assert rig.state.summary[-1] == f"Belongs to the chain at {SERVER}; its staff sign in here"
        rig.runner.go_on()
        assert rig.kept.did == ["finish"]

    def test_goes_on_where_it_was_when_the_program_ended(self, rig):
        rig.runner.go_on()
        rig.kept.joined = True
        rig = rig.again()
        assert (rig.state.step, rig.state.typed[Field.SERVER], rig.screen.listens) == (Step.JOINING, SERVER, True)
        assert (rig.said, rig.state.can_name) == (UNRULED, False)
        rig.runner.do(Do.BACK)
        rig.runner.choose_start(Start.NEW)
        assert rig.state.start is Start.JOIN

    def test_left_for_later_it_is_a_shop_of_its_own(self, rig):
        rig.runner.go_on()
        rig.runner.joining.hear(Pairing(PairingStep.SHOWN, SERVER, code="BCDF-2345"))
        rig.runner.do(Do.SKIP_STEP)
        assert rig.kept.wire.asked[-1] == ("stop", "")
        assert (rig.state.step, rig.state.start) == (Step.SHOP, Start.NEW)

    def test_a_step_back_stops_asking(self, rig):
        rig.runner.go_on()
        rig.runner.do(Do.BACK)
        assert (rig.state.step, rig.kept.wire.asked[-1]) == (Step.WELCOME, ("stop", ""))
