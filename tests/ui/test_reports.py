"""Reports in the real window: asked for, read, opened to the last line and saved, by keys alone."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt

from app.commands.counter import ReportFiles
from app.demo_shop import FARHAN, MANAGER_PIN, RAVI
from app.domain.rewards import Reward, RewardKind
from app.services.programs.program import current, publish
from app.services.reports.catalogue import REPORTS
from tests.ui.walking import faults_of

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")


def sell(counter, *bills: tuple[str | None, str]) -> None:
    for card, amount in bills:
        if card:
            counter.hand.scan(card)
        counter.hand.type(amount)
        counter.hand.press("Return")
        counter.hand.press("Ctrl+Return")


def press(counter, *keys: str) -> None:
    for key in keys:
        counter.hand.press(key)
    counter.hand.settle()


def open_reports(counter):
    press(counter, "Alt+7")
    counter.hand.type(MANAGER_PIN)
    press(counter, "Return")
    return counter.window.reports_page


def shown(page) -> list[tuple[str, ...]]:
    model = page.grid.model()
    columns = range(model.columnCount())
    return [tuple(model.index(row, column).data() for column in columns) for row in range(model.rowCount())]


@pytest.fixture
def exporting(open_window, tmp_path: Path):
    with open_window(lambda context: _saving(context, tmp_path / "out")) as opened:
        yield opened


def _saving(context, folder: Path):
    return replace(context, exports=folder, report_files=ReportFiles(context.desk))


def test_a_cashier_needs_a_manager_and_then_sees_the_days_sales(exporting) -> None:
    sell(exporting, (RAVI, "400/2"), (None, "100/2"), (FARHAN, "250/2"))
    press(exporting, "Alt+7")
    assert exporting.window.approval.approving.is_open
    exporting.hand.type(MANAGER_PIN)
    press(exporting, "Return")
    page = exporting.window.reports_page
    assert page.isVisible()
    assert page.shown.currentWidget() is page.chart
    assert "3 bills · 66.67 % with a card · sold ₹750.00" in page.summary.text()
    press(exporting, "T")
    assert page.shown.currentWidget() is page.grid
    assert page.grid.hasFocus()
    assert shown(page)[-2][1:] == ("3", "2", "66.67 %", "₹750.00", "₹250.00", "₹0.00", "6")
    assert shown(page)[-1][0] == "Together"
    assert faults_of(exporting) == []
    press(exporting, "T")
    assert page.shown.currentWidget() is page.chart


def test_enter_goes_from_a_figure_to_its_bills_and_to_one_of_them_and_esc_back(exporting) -> None:
    sell(exporting, (RAVI, "400/2"), (None, "100/2"))
    page = open_reports(exporting)
    press(exporting, "T", "Ctrl+End", "Up", "Return")
    assert page.title.text() == "Bills"
    assert [row[4] for row in shown(page)] == ["₹100.00", "₹400.00"]
    assert [row[3] for row in shown(page)] == ["", "Ravi Sharma"]
    assert faults_of(exporting) == []
    press(exporting, "Down", "Return")
    assert page.title.text() == exporting.bills()[0].number
    assert shown(page)[0][:2] == ("General", "General")
    press(exporting, "Esc")
    assert page.title.text() == "Bills"
    press(exporting, "Esc")
    assert page.title.text() == "Sales and members by day"
    press(exporting, "Esc")
    assert exporting.window.pages.currentWidget() is exporting.window.counter_page


def test_every_report_is_drawn_or_said_to_be_empty(exporting) -> None:
    sell(exporting, (RAVI, "400/2"), (FARHAN, "90/1"))
    page = open_reports(exporting)
    titles = [page.title.text()]
    for _ in range(page.list.count() - 1):
        press(exporting, "Down")
        titles.append(page.title.text())
        assert faults_of(exporting) == []
        assert page.shown.currentWidget() in (page.chart, page.grid, page.empty)
    assert len(set(titles)) == len(REPORTS)
    assert page.desk.state.notice is None


def test_what_is_shown_is_saved_as_csv_workbook_and_pdf(exporting, tmp_path: Path) -> None:
    sell(exporting, (None, "123.50/2"))
    page = open_reports(exporting)
    press(exporting, "Down", "Down", "Down", "Down", "Down", "Down", "Down", "Down")
    assert page.title.text() == "Category mix"
    for key in ("F8", "Shift+F8", "Ctrl+F8"):
        press(exporting, key)
        assert page.strip.text.startswith("Saved: ")
    files = {one.suffix: one for one in (tmp_path / "out").iterdir()}
    assert {".csv", ".xlsx", ".pdf"} == files.keys()
    assert "General,1,0.00,123.50,100.00,0.00" in files[".csv"].read_text("utf-8-sig")
    rows = list(load_workbook(files[".xlsx"]).active.values)
    assert rows[1] == ("General", 1, 0, 123.5, 100, 0)
    assert rows[2][:4] == ("Together", 1, 0, 123.5)
    assert files[".pdf"].read_bytes().startswith(b"%PDF")


def test_days_are_typed_and_what_is_no_day_is_said(exporting) -> None:
    sell(exporting, (None, "100/2"))
    page = open_reports(exporting)
    press(exporting, "F2")
    for _ in range(3):
        press(exporting, "Right")
    press(exporting, "F2")
    assert page.first.hasFocus()
    exporting.hand.type("2020-13-01")
    press(exporting, "Return")
    assert page.strip.text.startswith("Type both days")
    page.first.selectAll()
    exporting.hand.type("2020-01-01")
    press(exporting, "Tab")
    exporting.hand.type("2020-01-03")
    press(exporting, "Return")
    assert page.summary.text().startswith("1 Jan 2020 – 3 Jan 2020 · 0 bills")
    press(exporting, "T")
    assert [row[1] for row in shown(page)] == ["0", "0", "0", "0"]
    press(exporting, "F2")
    page.first.selectAll()
    exporting.hand.type("2020-01-09")
    press(exporting, "Return")
    assert page.strip.text.startswith("The first day is after the last")


def test_reading_can_be_stopped(exporting) -> None:
    page = open_reports(exporting)
    titles = page.title.text()
    page.list.setCurrentRow(1)
    assert page.desk.state.is_busy
    assert page.desk.back()
    exporting.hand.settle()
    assert page.title.text() == titles
    assert page.strip.text.startswith("Stopped")
    press(exporting, "F5")
    assert page.title.text() == "Points earned and used"


def test_without_a_folder_and_where_it_cannot_be_written_that_is_said(open_window, tmp_path: Path) -> None:
    with open_window() as counter:
        page = open_reports(counter)
        press(counter, "F8")
        assert page.strip.text.startswith("This counter has no folder")
    (tmp_path / "taken").write_text("a file")
    with open_window(lambda context: _saving(context, tmp_path / "taken")) as counter:
        page = open_reports(counter)
        press(counter, "F8")
        assert "could not be written" in page.strip.text


def test_the_library_of_charts_is_loaded_with_the_first_report(exporting) -> None:
    """A start does not wait for it: whoever shows no report never has it."""
    source = Path(__file__).parents[2] / "ui" / "pages.py"
    assert "reports_page" not in vars(exporting.window)
    page = open_reports(exporting)
    assert "reports_page" in vars(exporting.window)
    assert "pyqtgraph" not in source.read_text("utf-8")
    assert page.chart.accessibleName() == "Sales"


def test_who_approved_what_is_listed_with_its_bill(exporting) -> None:
    sell(exporting, (None, "100/2"))
    exporting.hand.type("400/2")
    press(exporting, "Return")
    exporting.hand.type("25%")
    press(exporting, "Return")
    exporting.hand.type(MANAGER_PIN)
    press(exporting, "Return", "Ctrl+Return")
    *_, bill = exporting.bills()
    page = open_reports(exporting)
    press(exporting, *["Down"] * list(REPORTS).index("overrides"), "T")
    assert shown(page)[0] == ("Vikram", "Asha", "1", "1", "₹100.00", "0")
    press(exporting, "Home", "Return")
    assert shown(page)[0][1:] == ("A bill", bill.number, "Asha", "Vikram", "₹100.00", "0")
    press(exporting, "Return")
    assert page.title.text() == bill.number


def test_with_large_texts_the_table_of_rewards_is_seen_whole(exporting) -> None:
    """Its headings stand in lines then, and in one again where there is room."""
    coupon = Reward("coupon", "₹50 off", RewardKind.DISCOUNT_COUPON, 100_00, value_minor=50_00)
    publish(exporting.till.desk, replace(current(exporting.till.desk), rewards=(coupon,)), staff="vikram")
    page = open_reports(exporting)
    exporting.window.resize(1366, 768)
    press(exporting, *["Down"] * list(REPORTS).index("rewards"), "T")
    header, seen = page.grid.horizontalHeader(), []
    for keys in ((), ("Ctrl++",) * 3, ("Ctrl+0",)):
        press(exporting, *keys)
        assert page.grid.horizontalScrollBar().maximum() == 0
        assert faults_of(exporting) == []
        headings = [
            str(page.grid.model().headerData(place, Qt.Orientation.Horizontal)) for place in range(header.count())
        ]
        seen.append(any("\n" in one for one in headings))
    assert seen == [False, True, False]
