"""Products in the real window: a list is tried, its good rows imported by a manager, the rest saved; no bill waits."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent

from app.commands.lists import write_rest
from app.demo_shop import MANAGER_PIN
from app.services.catalogue import catalogue
from app.services.catalogue.catalogue_records import Product
from tests.ui.walking import faults_of

SIGNED_IN = "asha"

LIST = """EAN,Name,Category,MRP
8901030875021,Soap,General,40
8901030875038,Tea,General,60.50
8901030875021,Soap again,General,41
,No code,General,5
OWN 1,Brush,Toys,9
"""
SOAP, TEA = Product("8901030875021", "Soap", "General", 40_00), Product("8901030875038", "Tea", "General", 60_50)


@pytest.fixture
def counter(open_window):
    with open_window(lambda context: replace(context, save_rest=write_rest)) as opened:
        yield opened


@pytest.fixture
def page(counter):
    counter.hand.press("Ctrl+Shift+I")
    return counter.window.catalogue_page


@pytest.fixture
def file(tmp_path):
    made = tmp_path / "list.csv"
    made.write_text(LIST, "utf-8")
    return made


def rows(page):
    model = page.table.model()
    return [[model.index(row, column).data() for column in range(3)] for row in range(model.rowCount())]


def put(counter, *products):
    catalogue.take_in(counter.till.desk, products, with_batches=False, source="before", staff="x")


def drop(page, *files):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(one)) for one in files])
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    page.dropEvent(QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, mime, left, none))


def test_a_list_is_tried_imported_by_a_manager_and_its_rest_saved(counter, page, file):
    put(counter, replace(TEA, mrp_minor=55_00), Product("OLD", "Old", "General", 1_00))
    counter.hand.type(str(file))
    counter.hand.press("Return")
    assert page.strip.text == (
        "1 new, 1 changed, 0 as they are. 3 rows have problems. Nothing is imported yet; F9 imports the good rows."
    )
    assert rows(page) == [
        [
            "Row 4, left out", "",
            "This product, or this batch of it, stands further up already. (8901030875021 · Soap again · General · 41)",
        ],
        ["Row 5, left out", "", "The code is missing. (No code · General · 5)"],
        ["Row 6, left out", "", "This category is none of the shop's. (OWN 1 · Brush · Toys · 9)"],
        ["Changed", "8901030875038", "Tea · price ₹55.00 › ₹60.50"],
        ["New", "8901030875021", "Soap · General · ₹40.00"],
    ]  # fmt: skip
    assert catalogue.find(counter.till.desk, SOAP.code) is None
    file.unlink()  # what was tried is imported, whatever has become of it

    counter.hand.press("F9")
    assert catalogue.find(counter.till.desk, SOAP.code) is None
    counter.hand.type(MANAGER_PIN)
    counter.hand.press("Return")
    counter.hand.settle()
    assert page.strip.text == "Imported: 1 new, 1 changed. 3 rows were left out; F6 saves them."
    assert [catalogue.find(counter.till.desk, one.code) for one in (SOAP, TEA)] == [SOAP, TEA]
    with counter.till.desk.store.reading() as uow:
        sealed = list(uow.journal.events())[-1]
    assert (sealed.kind, b'"approved_by":"vikram"' in sealed.body) == ("catalogue", True)

    counter.hand.press("F6")
    rest = file.with_name("list-problems.csv")
    assert str(rest) in page.strip.text
    assert rest.read_text("utf-8-sig").splitlines()[1].endswith("duplicate")
    counter.hand.press("F9")  # once is enough
    assert len([one for one in rows(page) if one]) == 5


def test_a_file_that_is_no_list_is_said_and_another_may_be_dropped(counter, page, file, tmp_path):
    counter.hand.press("Return")
    assert page.strip.text == "Choose a file first: F2, or drop it here. Nothing was imported."
    drop(page, tmp_path / "gone.csv")
    counter.hand.settle()
    assert "gone.csv cannot be read" in page.strip.text
    drop(page, file, file)  # two at once are none
    counter.hand.settle()
    assert page.path.text() == str(tmp_path / "gone.csv")
    drop(page, file)
    counter.hand.settle()
    assert page.path.text() == str(file)
    assert len(rows(page)) == 5
    counter.hand.press("End")
    counter.hand.type("x")
    assert page.table.isHidden()
    assert not faults_of(counter)


def test_where_the_rest_cannot_be_written_is_said(open_window, file):
    with open_window() as counter:
        counter.hand.press("Ctrl+Shift+I")
        page = counter.window.catalogue_page
        page.desk.choose(str(file))
        counter.hand.settle()
        counter.hand.press("F6")
        assert page.strip.text == "The rest cannot be written: this counter writes no files. Nothing else was changed."


@pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")
def test_the_box_of_files_goes_with_the_page(counter, page):
    counter.hand.press("F2")
    dialog = page._dialog
    assert dialog.isVisible()
    counter.context.session.lock()
    counter.hand.settle()
    assert not dialog.isVisible()
