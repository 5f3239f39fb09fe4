"""The first run's decisions: what is asked when, what is kept of an answer, and what is left for later."""

from __future__ import annotations

import pytest

from app.services.papers.printers import PrinterKind, PrinterSetup, Role
from app.settable import SettingsError
from app.settings import Settings
from tests.unit.ui.firstruns import GSTIN, Kept, Rig
from tests.unit.ui.works import WhenTold
from ui.actions import Do
from ui.errors import Tone
from ui.firstrun.state import Field, Goods, Progress, Start, Step
from ui.firstrun.wording import NO_FILE, NO_NAME, NO_OWNER, UNLIKE


@pytest.fixture
def rig():
    return Rig()


def test_the_sample_shop_is_one_key_away(rig):
    assert (rig.state.step, rig.state.start) == (Step.WELCOME, Start.SAMPLE)
    rig.runner.do(Do.GO_ON)
    assert rig.screen.is_done
    assert rig.kept.did == ["sample shop", "finish"]


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
