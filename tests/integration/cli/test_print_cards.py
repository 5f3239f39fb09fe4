"""print cards from the command line: what comes out, what is said, and the exit status."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pypdfium2
import pytest

from printing.cards.batch import Stopped
from tests.integration.cli.conftest import Run


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "members.csv"
    file.write_text("name,phone\nRavi,98230 00001\nAsha,98230 00002\n")
    return file


def sizes(pdf: Path) -> list[tuple[float, float]]:
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        return [(round(width, 3), round(height, 3)) for width, height in (page.get_size() for page in document)]


def test_a_list_is_enrolled_and_its_cards_are_one_pdf(run: Run, file: Path, tmp_path: Path) -> None:
    out = tmp_path / "deep" / "cards.pdf"
    first = run("print", "cards", file, "--out", out)
    assert (first.status, first.out.splitlines()) == (
        0,
        [
            "printed          2",
            "of them copies   0",
            "newly enrolled   2",
            "bad rows         0",
            f"file             {out}",
        ],
    )
    assert sizes(out) == [(242.646, 153.014)] * 4
    again = run("print", "cards", file, "--out", out, "--stock", "sheet")
    assert again.out.splitlines()[:3] == ["printed          2", "of them copies   2", "newly enrolled   0"]
    assert sizes(out) == [(595.276, 841.89)] * 2
    labels = run("print", "cards", file, "--out", out, "--stock", "labels-65")
    assert labels.status == 0
    assert sizes(out) == [(595.276, 841.89)]
    assert run("verify").status == 0


def test_bad_rows_are_said_and_the_status_tells_of_them(run: Run, file: Path, tmp_path: Path) -> None:
    file.write_text("name,phone\nRavi,98230 00001\nNobody,12\n")
    answer = run("print", "cards", file, "--out", tmp_path / "cards.pdf")
    assert answer.status == 1
    assert "line 3: That is not a phone number. Nothing was saved; check the digits." in answer.err
    file.write_text("name,phone\nNobody,12\n")
    answer = run("print", "cards", file, "--out", tmp_path / "none.pdf")
    assert (answer.status, answer.out.splitlines()[-1]) == (1, "file             none: no row had a card to print")


def test_what_cannot_be_used_is_said_in_a_line_before_anybody_is_enrolled(
    run: Run, file: Path, tmp_path: Path, folder: Path
) -> None:
    answer = run("print", "cards", file, "--out", tmp_path / "x.pdf", "--template", "gold")
    assert (answer.status, answer.err) == (
        2, "There is no card template called 'gold'. Nothing was printed; see docs/printing.md.\n"
    )  # fmt: skip
    (folder / "cards").mkdir(parents=True)
    (folder / "cards" / "gold.toml").write_text('[[front]]\ndraw = "text"\nwords = "x"\nat = [5, 5]\nwidth = 900\n')
    answer = run("print", "cards", file, "--out", tmp_path / "x.pdf", "--template", "gold")
    assert "gold.toml, line 1: front 1, field 'size' is missing" in answer.err
    answer = run("print", "cards", tmp_path / "nowhere.csv", "--out", tmp_path / "x.pdf")
    assert answer.status == 2
    assert "nowhere.csv cannot be read" in answer.err
    assert not (tmp_path / "x.pdf").exists()


def test_an_out_that_cannot_be_written_counts_nothing(run: Run, file: Path, tmp_path: Path) -> None:
    (tmp_path / "cards.pdf").mkdir()
    answer = run("print", "cards", file, "--out", tmp_path / "cards.pdf")
    assert answer.status == 2
    assert "cards.pdf cannot be written: Is a directory. No card counts as printed." in answer.err
    answer = run("print", "cards", file, "--out", tmp_path / "other.pdf")
    assert answer.out.splitlines()[1:3] == ["of them copies   0", "newly enrolled   0"]


def test_ctrl_c_says_that_it_can_be_run_again(
    run: Run, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(*_: object, **__: object) -> None:
        raise Stopped

    monkeypatch.setattr("app.commands.cards.print_batch", stopped)
    answer = run("print", "cards", file, "--out", tmp_path / "cards.pdf")
    assert answer.status == 130
    assert "run it again to go on" in answer.err


def test_a_missing_logo_is_said_and_the_cards_printed(run: Run, file: Path, tmp_path: Path, folder: Path) -> None:
    (folder / "cards").mkdir(parents=True)
    logo = '[[front]]\ndraw = "picture"\nat = [5, 5]\nsize = [20, 9]\nfile = "logo.png"\n'
    (folder / "cards" / "classic.toml").write_text(logo)
    answer = run("print", "cards", file, "--out", tmp_path / "cards.pdf")
    assert answer.status == 0
    assert "The logo logo.png is missing or no picture, so cards are printed without it." in answer.err
    assert len(sizes(tmp_path / "cards.pdf")) == 4


def test_labels_for_shelves(run: Run, tmp_path: Path, folder: Path) -> None:
    shelf, out = tmp_path / "shelf.csv", tmp_path / "labels.pdf"
    shelf.write_text("Name,Price,Code\nORS sachet,₹21,8901234560001\nBaby powder,₹180,\n", encoding="utf-8")
    answer = run("print", "labels", shelf, "--out", out, "--skip", "23")
    assert (answer.status, answer.out) == (0, f"labels           2\nfile             {out}\n")
    assert sizes(out) == [(595.276, 841.89)] * 2
    assert not folder.exists(), "labels need no data file"


@pytest.mark.parametrize(
    ("content", "options", "said"),
    [
        ("name,price\nORS,₹21\n", ("--skip", "24"), "--skip is from 0 to 23: the sheet has 24 labels."),
        ("name,price\nORS,₹21\n", ("--skip", "-1"), "--skip is from 0 to 23: the sheet has 24 labels."),
        ("name\nORS\n", (), "The first line has no column called 'price'. Nothing was printed."),
        ("name,price\n,₹21\n", (), "line 2: the name is missing. Nothing was printed."),
        (f"name,price,code\nORS,₹21,{'9' * 65}\n", (), "line 2: a code has at most 64 letters. Nothing was printed."),
        ("name,price\n", (), "has 0 rows; 1 to 20,000 can be printed."),
        ('name,price\n"ORS,1\n', (), "cannot be read: unexpected end of data. Nothing was printed."),
    ],
)
def test_labels_that_cannot_be_are_said(
    run: Run, tmp_path: Path, content: str, options: tuple[str, ...], said: str
) -> None:
    shelf = tmp_path / "shelf.csv"
    shelf.write_text(content, encoding="utf-8")
    answer = run("print", "labels", shelf, "--out", tmp_path / "labels.pdf", *options)
    assert (answer.status, answer.out) == (2, "")
    assert said in answer.err
    assert not (tmp_path / "labels.pdf").exists()


def test_labels_that_cannot_be_written_are_said(run: Run, tmp_path: Path) -> None:
    shelf = tmp_path / "shelf.csv"
    shelf.write_text("name,price\nORS,21\n")
    answer = run("print", "labels", shelf, "--out", tmp_path)
    assert (answer.status, answer.err) == (2, f"{tmp_path} cannot be written: Is a directory.\n")
