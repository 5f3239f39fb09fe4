"""report from the command line: in the terminal and as a file, and what is said where there is none."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from tests.integration.cli.conftest import Run


@pytest.mark.usefixtures("shop")
def test_a_report_is_printed_in_columns(run: Run) -> None:
    answer = run("report", "tiers")
    assert answer.status == 0
    title, _, head, *rows = answer.out.splitlines()
    assert title.startswith("Tier spread 20")
    assert head.split()[:3] == ["Tier", "Members", "now"]
    assert [row.split()[0] for row in rows] == ["Bronze", "Silver", "Gold", "Platinum", "Together"]
    assert rows[-1].split()[1] == "6"


@pytest.mark.usefixtures("shop")
def test_a_report_of_some_days_goes_into_a_file(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "sales.csv"
    answer = run("report", "sales", "--from", "2026-04-01", "--to", "2026-04-02", "--out", out)
    assert (answer.status, answer.out) == (0, f"file             {out}\n")
    with out.open(encoding="utf-8-sig", newline="") as file:
        found = list(csv.DictReader(file))
    assert [(row["Date"], row["Bills"]) for row in found] == [
        ("2026-04-01", "0"),
        ("2026-04-02", "0"),
        ("Together", "0"),
    ]


@pytest.mark.usefixtures("shop")
def test_what_is_no_report_no_days_and_no_file_is_said(run: Run, tmp_path: Path) -> None:
    assert "There is no report nobody. [INVALID]" in run("report", "nobody").err
    turned = run("report", "sales", "--from", "2026-04-02", "--to", "2026-04-01")
    assert (turned.status, "after the last" in turned.err) == (2, True)
    assert "no kind of file" in run("report", "sales", "--out", tmp_path / "sales.doc").err
    unwritten = run("report", "sales", "--out", tmp_path / "nowhere" / "sales.csv")
    assert (unwritten.status, "cannot be written" in unwritten.err) == (2, True)


def test_a_day_is_typed_as_one(run: Run) -> None:
    answer = run("report", "sales", "--from", "1/4/2026")
    assert (answer.status, "'1/4/2026' is no day: type it like 2026-04-01" in answer.err) == (2, True)
