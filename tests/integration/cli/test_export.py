"""export from the command line: every kind of file, and what is said where none can be made."""

from __future__ import annotations

import csv
from pathlib import Path

import openpyxl  # type: ignore[import-untyped]
import pytest

from printing.cards.batch_file import Row, rows
from tests.integration.cli.conftest import Run
from tests.unit.printing.paper import text_of


@pytest.mark.usefixtures("shop")
def test_members_come_as_csv_xlsx_and_pdf(run: Run, tmp_path: Path) -> None:
    for kind in ("csv", "xlsx", "pdf"):
        answer = run("export", "members", "--out", tmp_path / f"members.{kind}")
        assert (answer.status, answer.out.splitlines()[1]) == (0, f"file             {tmp_path / f'members.{kind}'}")
    with (tmp_path / "members.csv").open(encoding="utf-8-sig", newline="") as file:
        head, *found = csv.reader(file)
    assert head == ["Name", "Phone", "Language", "Number", "Tier", "Points", "Joined", "E-mail", "Birthday"]
    page = openpyxl.load_workbook(tmp_path / "members.xlsx").active
    assert [cell.value for cell in page["A"]][1:] == [row[0] for row in found]
    assert {type(cell.value) for cell in page["F"][1:]} <= {int, float}
    assert "Ravi Sharma" in text_of((tmp_path / "members.pdf").read_bytes())


@pytest.mark.usefixtures("shop")
def test_a_phone_is_written_as_it_is_dialled(run: Run, tmp_path: Path) -> None:
    listed = tmp_path / "new.csv"
    listed.write_text("name,phone\nAnna,+44 20 7946 0958\nRavi,+91 98230 44551\n")
    assert run("print", "cards", listed, "--out", tmp_path / "cards.pdf").status == 0
    run("export", "members", "--out", tmp_path / "members.csv")
    with (tmp_path / "members.csv").open(encoding="utf-8-sig", newline="") as file:
        phones = {row["Name"]: row["Phone"] for row in csv.DictReader(file)}
    assert (phones["Anna"], phones["Ravi"]) == ("00442079460958", "9823044551")
    again = run("print", "cards", tmp_path / "members.csv", "--out", tmp_path / "cards.pdf")
    assert again.out.splitlines()[2] == "newly enrolled   0"


@pytest.mark.usefixtures("shop")
def test_emails_and_birthdays_come_out_as_they_went_in(run: Run, tmp_path: Path) -> None:
    listed = tmp_path / "new.csv"
    listed.write_text("name,phone,E-mail,Birthday\nAnna,98230 44551,anna@Example.in,29/2/1980\nRavi,98230 44552,,\n")
    assert run("print", "cards", listed, "--out", tmp_path / "cards.pdf").status == 0
    run("export", "members", "--out", tmp_path / "members.csv")
    with (tmp_path / "members.csv").open(encoding="utf-8-sig", newline="") as file:
        told = {row["Name"]: (row["E-mail"], row["Birthday"]) for row in csv.DictReader(file)}
    assert (told["Anna"], told["Ravi"]) == (("anna@example.in", "29 Feb"), ("", ""))
    read = {row.enrolment.name: row.enrolment for row in rows(tmp_path / "members.csv") if isinstance(row, Row)}
    assert (read["Anna"].email, read["Anna"].birthday) == ("anna@example.in", "29 Feb")


@pytest.mark.usefixtures("shop")
def test_members_that_were_exported_are_a_list_to_print_cards_for(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "members.csv"
    assert run("export", "members", "--out", out).status == 0
    read = rows(out)
    assert all(isinstance(row, Row) for row in read)
    answer = run("print", "cards", out, "--out", tmp_path / "cards.pdf")
    assert answer.out.splitlines()[2] == "newly enrolled   0"


@pytest.mark.usefixtures("shop")
def test_bills_are_exported_with_money_as_numbers(run: Run, tmp_path: Path) -> None:
    assert run("export", "bills", "--out", tmp_path / "bills.xlsx").status == 0
    page = openpyxl.load_workbook(tmp_path / "bills.xlsx").active
    assert [cell.value for cell in page[1]][:4] == ["Bill", "When", "Cashier", "Gross"]
    assert {type(cell.value) for cell in page["D"][1:]} <= {int, float}


@pytest.mark.usefixtures("shop")
def test_cases_are_exported_as_a_file_that_simulate_checks(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "cases.json"
    answer = run("export", "cases", "--out", out)
    assert (answer.status, answer.out) == (0, f"file             {out}\n")
    assert run("simulate", out, "--check").status == 0
    answer = run("export", "cases", "--out", tmp_path / "cases.csv")
    assert (answer.status, answer.err) == (
        2,
        "cases.csv is no kind of file that can be made of cases; there is .json.\n",
    )
    (tmp_path / "x.json").mkdir()
    assert "x.json cannot be written" in run("export", "cases", "--out", tmp_path / "x.json").err


def test_a_file_that_cannot_be_made_is_said(run: Run, tmp_path: Path, folder: Path) -> None:
    answer = run("export", "members", "--out", tmp_path / "members.doc")
    said = "members.doc is no kind of file that can be made; there are .csv, .xlsx, .pdf.\n"
    assert (answer.status, answer.err) == (2, said)
    assert not folder.exists()
    (tmp_path / "x.csv").mkdir()
    answer = run("export", "members", "--out", tmp_path / "x.csv")
    assert answer.status == 2
    assert "x.csv cannot be written: Is a directory." in answer.err
