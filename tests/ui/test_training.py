"""Training in the real window: a day of it leaves the shop's own files as they were, and all it prints says so."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from app import demo_shop
from app.bootstrap import open_till
from app.commands.counter import OpenCounter
from app.domain.cart import Cart, CartLine
from app.domain.codes import card_number
from app.services.members import members
from app.services.papers import prints
from app.services.papers.papers import STATEMENT
from app.services.papers.printers import PrinterBook, PrinterKind, PrinterSetup, PrintMode
from app.services.sales import checkout
from app.services.shifts import shifts
from app.settings import Settings, in_training
from printing.cards.paper import paper_card
from printing.cards.texts import TRAINING, CardText, ShopText
from printing.document import Align, Size, Text
from printing.paper import PAPERS
from printing.testpage import test_page as page_of_test
from tests.thermal import read, thermal_printer
from tests.ui.walking import faults_of
from ui.actions import Do
from ui.billing.box import SmartBox
from ui.hand import Hand
from ui.theme import colours
from ui.tour.presenter import Tour
from ui.tour.tasks import TASKS

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")

SAID = "TRAINING — not a real bill"
FRESH = card_number("7000123470")


@dataclass
class Trainee:
    counter: OpenCounter
    hand: Hand

    @property
    def window(self):
        return self.counter.window

    @property
    def desk(self):
        return self.counter.till.desk

    @property
    def said(self) -> str:
        return self.window.counter_page.strip.text

    def labels(self) -> list[str]:
        return [one.text() for one in self.window.findChildren(QLabel) if one.isVisible()]


Train = Callable[[], AbstractContextManager[Trainee]]


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(data_dir=str(tmp_path), camera="", upi_address="shop@bank")


@pytest.fixture
def train(open_program, settings: Settings) -> Train:
    @contextmanager
    def opened() -> Iterator[Trainee]:
        with open_program(in_training(settings)) as (counter, hand):
            yield Trainee(counter, hand)

    return opened


def kept(settings: Settings) -> dict[Path, bytes]:
    """Every file of the shop, but for what training keeps."""
    files = (one for one in settings.folder.rglob("*") if one.is_file())
    return {one: one.read_bytes() for one in files if "training" not in one.parts}


def day(trainee: Trainee) -> None:
    """A shift with a sale, a new card, a return, a slip and a statement, and its X and Z reports."""
    hand = trainee.hand
    play(hand, "F7", "type:1000", "F9", "Esc")
    play(hand, f"scan:{demo_shop.RAVI}", "type:500/1", "Return", "type:240/2", "Return", "F8", "Ctrl+Return")
    play(hand, "F6", f"scan:{FRESH}", "type:9890011223", "Return", "type:Nisha Kulkarni", "Alt+C", "Ctrl+Return")
    play(hand, "type:430/3", "Return", "Ctrl+Return", "Ctrl+P")
    play(hand, "Ctrl+R", f"scan:{last_bill(trainee)}", "Ctrl+A", "F9", "Esc")
    play(hand, f"scan:{demo_shop.RAVI}", "Ctrl+B", "F3", "S", "Esc", "Esc")
    play(hand, "F7", "F6", "F8", "type:5", "F9", "type:Practising", "F9")
    if trainee.window.approval.approving.is_open:
        play(hand, f"type:{demo_shop.MANAGER_PIN}", "Return")


def play(hand: Hand, *steps: str) -> None:
    for step in steps:
        kind, _, text = step.partition(":")
        act = {"type": hand.type, "scan": hand.scan}.get(kind)
        if act:
            act(text)
        else:
            hand.press(step)


def last_bill(trainee: Trainee) -> str:
    with trainee.desk.store.reading() as uow:
        return list(uow.bills.all())[-1].number


def shop_day(settings: Settings) -> None:
    """The shop is open for real, and sells one bill."""
    with open_till(settings) as till:
        cart = Cart((CartLine("1", "General", 1, 500_00),))
        checkout.commit_sale(till.desk, checkout.SaleRequest(cart, demo_shop.RAVI), key="k", staff="asha")


def test_training_db_isolated(settings: Settings, train: Train) -> None:
    shop_day(settings)
    before = kept(settings)
    assert settings.data_file in before
    with train() as trainee:
        day(trainee)
        (report,) = [one for one, _ in shifts.reports(trainee.desk)]
        figures = report.report.figures
        assert (figures.bills, figures.returns) == (2, 1)
        assert members.find_card(trainee.desk, FRESH)
    assert kept(settings) == before
    assert in_training(settings).data_file.exists()
    with open_till(settings) as till:
        with till.desk.store.reading() as uow:
            assert [one.number[:3] for one in uow.bills.all()] == ["A1/"]
        assert not members.find_card(till.desk, FRESH)


def test_every_paper_of_a_training_day_says_so_first_and_last(settings: Settings, train: Train) -> None:
    with train() as trainee:
        day(trainee)
        assert not prints.queue(trainee.desk), "all of it was printed"
    papers = list(in_training(settings).receipts_folder.rglob("*.pdf"))
    names = " ".join(sorted(one.name for one in papers))
    for kind in ("T-", "-copy2", "-R1", "balance-", "statement-", f"card-{FRESH}", "-Z0001", "shift-"):
        assert kind in names, (kind, names)
    assert "A1" not in names
    for paper in papers:
        assert_marked(paper)


def assert_marked(paper: Path) -> None:
    with pypdfium2.PdfDocument(paper) as pdf:
        pages = [page.get_textpage().get_text_range() for page in pdf]
    if paper.name.startswith("card-"):
        assert [page.count(TRAINING) for page in pages] == [2, 2], paper.name
    else:
        lines = [line.strip() for line in "\n".join(pages).split("\n") if line.strip()]
        is_copy = "-copy" in paper.name
        assert (lines[0], lines[-1 - is_copy]) == (SAID, SAID), (paper.name, lines)


def test_sheets_of_paper_say_so_too(settings: Settings, train: Train) -> None:
    office = PrinterSetup("Sheets", PrinterKind.PDF, paper="A4")
    with train() as trainee:
        spooler = trainee.counter.till.spooler
        spooler.printers.keep(PrinterBook((office,)))
        play(trainee.hand, "type:430/3", "Return", "Ctrl+Return")
        spooler.print_paper(STATEMENT, members.find_card(trainee.desk, demo_shop.RAVI)[0].member.member_id)
    papers = list(in_training(settings).receipts_folder.glob("*.pdf"))
    assert len(papers) == 2
    for paper in papers:
        with pypdfium2.PdfDocument(paper) as pdf:
            words = pdf[0].get_textpage().get_text_range()
        assert words.count(SAID) == 3, "first, last, and at the foot of the sheet"


@pytest.mark.parametrize(("is_training", "kicks"), [(False, 3), (True, 0)])
def test_the_drawer_stays_shut(settings: Settings, is_training: bool, kicks: int) -> None:
    chosen = in_training(settings) if is_training else settings
    with thermal_printer() as printer, open_till(chosen) as till:
        epson = PrinterSetup("EPSON", PrinterKind.NETWORK, printer.address, mode=PrintMode.TEXT, drawer=True)
        till.spooler.printers.keep(PrinterBook((epson,)))
        cart = Cart((CartLine("1", "General", 1, 500_00),))
        sold = checkout.commit_sale(till.desk, checkout.SaleRequest(cart), key="k", staff="asha")
        till.spooler.print_receipt(sold.bill.bill_id)
        till.spooler.printers.test(epson)
        assert till.spooler.open_drawer() == ("" if is_training else "EPSON")
        papers = [read(bytes(one)) for one in printer.sent]
        assert sum(paper.kicks for paper in papers) == kicks
        (receipt,) = [paper for paper in papers if "General" in paper.letters]
        assert receipt.letters.count("TRAINING") == (2 if is_training else 0)


def test_the_cashier_is_told_that_the_drawer_stays_shut(train: Train) -> None:
    with train() as trainee:
        play(trainee.hand, "F7", "type:1000", "F9", "Esc", "Ctrl+D", "type:Change", "Return")
        play(trainee.hand, f"type:{demo_shop.MANAGER_PIN}", "Return")
        assert trainee.said == "Written down. In training the drawer stays shut."


def test_bills_have_a_series_of_their_own(train: Train) -> None:
    with train() as trainee:
        play(trainee.hand, "type:430/3", "Return", "Ctrl+Return")
        number = last_bill(trainee)
        assert number.startswith("T/")
        assert number.endswith("/000001")


def test_the_window_says_so_on_every_page_and_locked(train: Train) -> None:
    with train() as trainee:
        window = trainee.window
        assert window.windowTitle() == "TRAINING · Shree Medical – Counter T"
        assert window.header.chip.isVisible()
        assert window.header.chip.accessibleName() == "Training"
        for key in ("F7", "F6", "Ctrl+Shift+S", "Ctrl+Shift+R", "F1", "Alt+2", "Ctrl+R", "Ctrl+L"):
            trainee.hand.press(key)
            assert "TRAINING · nothing done here counts · the drawer stays shut" in trainee.labels(), key
        seen = window.grab().toImage()
        edges = ((2, 300), (seen.width() - 3, 300), (400, seen.height() - 3), (20, 4))
        assert {seen.pixelColor(*at).name() for at in edges} == {colours("light")["training"]}
        trainee.hand.press("Return")
        assert (
            window.grab().toImage().pixelColor(20, 300).name() == colours("light")["window"]
        )  # a frame, and no ground


def test_only_the_edge_is_coloured(train: Train) -> None:
    with train() as trainee:
        for key in ("Esc", "F7", "Alt+2"):
            trainee.hand.press(key)
            seen = trainee.window.grab().toImage()
            header = trainee.window.header.geometry().center()
            inside = ((20, header.y() + 60), (seen.width() - 12, 300), (12, seen.height() - 12))
            assert colours("light")["training"] not in {seen.pixelColor(*at).name() for at in inside}, key


def test_outside_training_nothing_says_so_and_the_menu_says_how_to_begin(counter) -> None:
    counter.hand.settle()
    assert counter.window.menuWidget() is None
    assert "TRAINING" not in counter.window.windowTitle()
    counter.window.run(Do.TRAINING)
    assert "--training" in counter.said


def test_in_training_the_menu_says_how_to_leave(train: Train) -> None:
    with train() as trainee:
        trainee.hand.press("F7")
        trainee.hand.press("Ctrl+Shift+E")
        assert "Close this window to leave" in trainee.said


def test_a_server_is_refused(train: Train) -> None:
    with train() as trainee:
        line = trainee.window._context.line
        line.pair("https://loyalty.example.org")
        play(trainee.hand, "Ctrl+,", "type:pairing")
        assert any("A counter in training joins no server." in words for words in trainee.labels())
        line.stop_pairing()


def test_a_paper_card_says_so_first_and_last() -> None:
    blocks = paper_card(CardText(FRESH, "Nisha"), ShopText("Shree", training=True)).blocks
    assert blocks[0] == blocks[-1] == Text(TRAINING, Align.CENTRE, Size.LARGE, bold=True)


def test_a_test_page_says_so_first_and_last() -> None:
    setup = PrinterSetup("EPSON", PrinterKind.NETWORK, "127.0.0.1:9100")
    blocks = page_of_test(setup, PAPERS["80mm"], "now", training=True).blocks
    assert blocks[0] == blocks[-1] == Text(SAID, Align.CENTRE, Size.LARGE, bold=True)


# The tour.


@pytest.fixture
def tour(train: Train) -> Iterator[tuple[Trainee, Tour]]:
    with train() as trainee:
        strip = trainee.window._training.strip
        assert strip is not None
        yield trainee, strip.tour


def until(trainee: Trainee, condition: Callable[[], bool]) -> None:
    for _ in range(40):
        trainee.hand.settle()
        if condition():
            return
        QTest.qWait(25)
    raise AssertionError("that never came")


def begin(trainee: Trainee, tour: Tour) -> None:
    before = len(tour.state.results)
    play(trainee.hand, "Ctrl+Shift+N")
    until(trainee, lambda: tour.state.is_running)
    assert len(tour.state.results) == before % 6


def test_the_six_tasks_are_done_timed_and_listed(tour: tuple[Trainee, Tour]) -> None:
    trainee, guide = tour
    hand = trainee.hand
    tasks = {
        "A": (f"scan:{demo_shop.RAVI}", "F8", "F9", "Return"),
        "B": ("type:500/1", "Return", "type:240/2", "Return", "type:180/3", "Return"),
        "C": ("F6", f"scan:{FRESH}", "type:9890011223", "Return", "type:Nisha Kulkarni", "Alt+C", "Ctrl+Return"),
        "D": ("Ctrl+R", f"scan:{demo_shop.RAVI}", "Ctrl+A", "F9"),
        "E": (f"scan:{demo_shop.MEENA}",),
        "F": ("F4", "F5", "Return"),
    }
    for letter, steps in tasks.items():
        begin(trainee, guide)
        assert guide.state.words.startswith(letter)
        assert isinstance(trainee.window.focusWidget(), SmartBox), "the pane takes no focus"
        play(hand, *steps)
        until(trainee, lambda: not guide.state.is_running)
        assert guide.state.results[-1].seconds is not None, letter
    assert [one.letter for one in guide.state.results] == list(tasks)
    assert guide.state.is_over
    assert guide.state.words == f"All six: {sum(one.is_in_time for one in guide.state.results)} in time."
    assert faults_of(trainee) == []
    begin(trainee, guide)
    assert (guide.state.words[0], guide.state.results) == ("A", ()), "once more from the first"


def test_a_task_is_not_done_by_something_else_and_can_be_left_out(tour: tuple[Trainee, Tour]) -> None:
    trainee, guide = tour
    begin(trainee, guide)
    play(trainee.hand, "Ctrl+Return")  # paid, without a card or points
    trainee.hand.settle()
    QTest.qWait(120)
    assert guide.state.is_running
    assert float(guide.state.clock) > 0
    play(trainee.hand, "Ctrl+Shift+N")
    assert guide.state.results[-1].seconds is None
    assert not guide.state.results[-1].is_in_time
    assert guide.state.words == "A  Left out."


def test_what_takes_too_long_is_marked(tour: tuple[Trainee, Tour], monkeypatch: pytest.MonkeyPatch) -> None:
    trainee, guide = tour
    now = [0.0]
    monkeypatch.setattr(guide, "_ticks_s", lambda: now[0])
    for task in TASKS[:4]:
        begin(trainee, guide)
        assert guide.state.words.startswith(task.letter)
        play(trainee.hand, "Ctrl+Shift+N")
    begin(trainee, guide)
    now[0] = 3.5
    play(trainee.hand, f"scan:{demo_shop.MEENA}")
    until(trainee, lambda: not guide.state.is_running)
    result = guide.state.results[-1]
    assert (result.seconds, result.is_in_time) == (3.5, False)
    assert guide.state.words == "E  Done in 3.5 s; it should take 3. Try it again another time."


def test_outside_training_there_is_no_tour(counter) -> None:
    counter.hand.press("Ctrl+Shift+N")
    assert counter.window._training.strip is None
    assert "--training" in counter.said


def test_training_ends_with_its_shift(train: Train, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ui.training.LEAVE_S", 0)
    with train() as trainee:
        play(trainee.hand, "F7", "type:1000", "F9")
        assert trainee.window.isVisible()
        play(trainee.hand, "F8", "type:5", "F9", "type:Practising", "F9")
        if trainee.window.approval.approving.is_open:
            play(trainee.hand, f"type:{demo_shop.MANAGER_PIN}", "Return")
        until(trainee, lambda: not trainee.window.isVisible())
