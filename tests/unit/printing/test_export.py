"""Tables as files: nothing in them runs, numbers stay numbers, and what was written is read back."""

from __future__ import annotations

import csv
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO, StringIO

import openpyxl  # type: ignore[import-untyped]
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from printing.export import TEXT_MAX, Sheet, harmless, to_csv, to_pdf, to_xlsx
from tests.unit.printing.paper import sizes_of, text_of

COLUMNS = ("Name", "Points", "Worth", "Joined", "Seen")
ROW = ("रवि Sharma", -12, Decimal("1234.50"), date(2026, 1, 2), datetime(2026, 1, 2, 3, 4, tzinfo=UTC))
FORMULAS = [
    "=1+1",
    "+91 98",
    "-2+3",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    " =1",
    "\ufeff=1",
    "\u200b@x",
    "＝1",
    "－1",
    "＠x",
]
SAFE = ["Ravi", "", "5=5", "a-b", "98-76", "'=1", "रवि", "100%", "mail@shop.example", ".5"]


def written(sheet: Sheet) -> list[list[str]]:
    text = to_csv(sheet).decode("utf-8-sig")
    return list(csv.reader(StringIO(text, newline="")))


@pytest.mark.parametrize("text", FORMULAS)
def test_what_a_spreadsheet_would_run_is_text_in_every_file(text: str) -> None:
    sheet = Sheet("Table", (text,), [(text,)])
    assert written(sheet) == [[f"'{text}"]] * 2
    page = openpyxl.load_workbook(BytesIO(to_xlsx(sheet))).active
    assert {cell.data_type for row in page.rows for cell in row} == {"s"}
    assert all(str(cell.value).startswith("'") for row in page.rows for cell in row)


@pytest.mark.parametrize("text", SAFE)
def test_other_text_stays_as_it_is(text: str) -> None:
    assert harmless(text) == text


def test_numbers_and_days_stay_what_they_are() -> None:
    sheet = Sheet("Members", COLUMNS, [ROW, (None, 0, 7, None, None)])
    assert written(sheet) == [
        list(COLUMNS),
        ["रवि Sharma", "-12", "1234.50", "2026-01-02", "2026-01-02 03:04:00+00:00"],
        ["", "0", "7", "", ""],
    ]
    page = openpyxl.load_workbook(BytesIO(to_xlsx(sheet))).active
    assert [[cell.value for cell in row] for row in page.rows][1] == [
        "रवि Sharma", -12, 1234.5, datetime(2026, 1, 2), datetime(2026, 1, 2, 3, 4)  # noqa: DTZ001
    ]  # fmt: skip
    assert [cell.data_type for cell in page[2]] == ["s", "n", "n", "d", "d"]
    assert [cell.value for cell in page[3]] == [None, 0, 7, None, None]
    assert page.freeze_panes == "A2"


def test_the_same_table_is_the_same_csv_and_its_lines_end_as_programs_expect() -> None:
    assert to_csv(Sheet("T", ("A", "B"), [("x,y", 'say "hi"'), ("two\nlines", 1)])) == (
        b'\xef\xbb\xbfA,B\r\n"x,y","say ""hi"""\r\n"two\nlines",1\r\n'
    )


def test_a_table_without_rows_still_has_its_head() -> None:
    empty = Sheet("Nobody", COLUMNS, [])
    assert written(empty) == [list(COLUMNS)]
    assert openpyxl.load_workbook(BytesIO(to_xlsx(empty))).active.max_row == 1
    assert "Nobody" in text_of(to_pdf(empty))


def test_on_paper_the_head_is_said_on_every_page_and_text_is_as_it_is() -> None:
    pdf = to_pdf(Sheet("Members by joining day", COLUMNS, [ROW] * 100 + [("=1+1", 1, Decimal(2), None, None)]))
    text = text_of(pdf)
    assert len(sizes_of(pdf)) > 1
    assert text.count("Joined") == len(sizes_of(pdf))
    assert "=1+1" in text
    assert "'=1+1" not in text


def right_end(pdf: bytes, words: str) -> float:
    """Where words end on the first page, in points from its left."""
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        text = document[0].get_textpage()
        at, length = text.search(words).get_next()
        return text.get_charbox(at + length - 1)[2]


def test_figures_stand_to_the_right_of_their_heading_even_where_some_or_all_of_them_are_missing() -> None:
    columns = ("Day", "Average bill", "Name")
    some = Sheet("Sales", columns, [("1 Nov", None, "x"), ("2 Nov", 12_345_678_901_234, "x")])
    assert right_end(to_pdf(some), "Average bill") == pytest.approx(right_end(to_pdf(some), "12345678901234"), abs=1)
    none = Sheet("Sales", columns, [("1 Nov", None, "x")])
    known = replace(none, figures=frozenset({1}))
    assert [known.is_figures(at) for at in range(3)] == [False, True, False]
    assert not none.is_figures(1)


ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=60)
ANY_CELL = (
    ANY_TEXT | st.integers(-(10**15), 10**15) | st.decimals(allow_nan=False, allow_infinity=False, places=2) | st.none()
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(ANY_CELL, ANY_CELL), max_size=4))
def test_no_cell_of_any_table_can_run(rows: list[tuple[object, object]]) -> None:
    sheet = Sheet("T", ("A", "B"), rows)  # type: ignore[arg-type]
    for row, cells in zip(rows, written(sheet)[1:], strict=True):
        for cell, text in zip(row, cells, strict=True):
            if isinstance(cell, str):
                assert not text.lstrip().startswith(("=", "+", "-", "@"))
            elif cell is not None:
                assert Decimal(text) == cell
    page = openpyxl.load_workbook(BytesIO(to_xlsx(sheet))).active
    assert not [cell for row in page.rows for cell in row if cell.data_type == "f"]


def test_a_cell_is_cut_where_spreadsheets_end_one() -> None:
    assert len(harmless("=" * 40_000)) == TEXT_MAX
    assert harmless("a\0b") == "ab"


def test_figures_of_a_report_are_read_as_figures_everywhere() -> None:
    rows = [("A", 1_234_567, Decimal("66696.50"), None), ("B", -12, Decimal("0.50"), Decimal("12.00"))]
    sheet = Sheet("Table", ("Name", "Bills", "Sales (₹)", "Share (%)"), rows, frozenset({1, 2, 3}))
    page = openpyxl.load_workbook(BytesIO(to_xlsx(sheet))).active
    told = [[(cell.value, cell.number_format) for cell in row[1:]] for row in page.iter_rows(min_row=2)]
    assert told[0][:2] == [(1_234_567, "#,##0"), (66696.5, "#,##0.00")]
    assert told[1] == [(-12, "#,##0"), (0.5, "#,##0.00"), (12, "#,##0.00")]
    with closing(pypdfium2.PdfDocument(to_pdf(sheet))) as pdf:
        words = pdf[0].get_textpage().get_text_range()
    assert all(text in words for text in ("Sales (₹)", "12,34,567", "66,696.50", "0.50", "12.00"))
    assert written(sheet)[1] == ["A", "1234567", "66696.50", ""], "for programs they stay plain"
