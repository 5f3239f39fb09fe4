"""Rows that are none: each is said with the line it stands on, and the rest goes on."""

import gzip
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.commands.replay import replay
from app.replay.baskets import BadRow, Basket, Row, UnreadableFileError, baskets, read_rows
from app.settings import Settings
from tests.integration.replay.shops import FIXTURE, HEADER, figures, row, story, written

HALF = 500  # rows, well before the damage

BAD_ROWS = {
    row(basket=""): "basket_id is empty",
    row(shelf="   "): "product_category is empty",
    row(household="9" * 121): "household_id is longer than 120 letters",
    row(at="yesterday"): "ts 'yesterday' is not a date and time",
    row(at="2017-02-30 10:00:00"): "ts '2017-02-30 10:00:00' is not a date and time",
    row(at="0001-01-01 00:00:00"): "ts '0001-01-01 00:00:00' is not of the years 2000 to 2099",
    row(at="9999-12-31 23:59:59"): "ts '9999-12-31 23:59:59' is not of the years 2000 to 2099",
    row(paise=-5): "sales_value_c '-5' is not an amount in paise",
    row(paise="1e9"): "sales_value_c '1e9' is not an amount in paise",
    row(paise="٣"): "sales_value_c '٣' is not an amount in paise",
    row(paise="12.50"): "sales_value_c '12.50' is not an amount in paise",
    row(paise="9" * 40): "sales_value_c '99999999999999999999' is not an amount in paise",
    row(paise=1_000_000_001): "sales_value_c '1000000001' is not an amount in paise",
    "2017-01-01 10:00:00,7,1": "it has 3 columns instead of 13",
    row() + ",1": "it has 14 columns instead of 13",
    row(shelf='"VITAMINS'): "the line does not split into columns (unexpected end of data)",
    row(shelf="x" * 20_000): "the line is longer than 16,384 bytes",
    row(shelf="y" * 90_000): "the line is longer than 16,384 bytes",
    row(shelf="caf\udce9"): "the line is not UTF-8 text",
}


def lines_of(path: Path, lines: list[str]) -> Path:
    path.write_bytes("\n".join([HEADER, *lines, ""]).encode("utf-8", "surrogateescape"))
    return path


def test_each_is_reported_with_its_line_and_the_rest_goes_on(
    settings: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = [line for n, bad in enumerate(BAD_ROWS) for line in (row(basket=f"good {n}"), bad)]
    assert replay(settings, lines_of(tmp_path / "bad.csv", lines), limit=None, data=None) == 0
    out, err = capsys.readouterr()
    said = [line for line in err.splitlines() if line.startswith("line ")]
    assert said == [f"line {3 + 2 * n}: {why}" for n, why in enumerate(BAD_ROWS.values())]
    assert figures(out)["bills"] == str(len(BAD_ROWS))
    assert figures(out)["bad"] == f"rows         {len(BAD_ROWS)}"
    assert len(story(settings.folder)[0]) == len(BAD_ROWS)


@given(junk=st.lists(st.binary(max_size=60).filter(lambda line: b"\n" not in line and line.strip()), max_size=5))
def test_whatever_stands_between_rows_costs_no_row(junk: list[bytes], tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("junk") / "junk.csv"
    good = [row(basket=str(n)).encode() for n in range(len(junk) + 1)]
    between = [line for pair in zip(good, [*junk, b""], strict=True) for line in pair]
    path.write_bytes(b"\n".join([HEADER.encode(), *between]))
    found = list(read_rows(path))
    assert [one.basket for one in found if isinstance(one, Row)] == [str(n) for n in range(len(good))]
    assert [one.number for one in found if isinstance(one, BadRow)] == [3 + 2 * n for n in range(len(junk))]


def test_a_bad_row_parts_no_basket(tmp_path: Path) -> None:
    file = lines_of(tmp_path / "split.csv", [row("1"), row("1", paise="٣"), "", row("1"), row("2")])
    found = list(baskets(read_rows(file)))
    assert [len(one.rows) for one in found if isinstance(one, Basket)] == [2, 1]
    assert [one.number for one in found if isinstance(one, BadRow)] == [3]


def test_lines_of_a_basket_that_had_ended_are_not_lost_in_silence(tmp_path: Path) -> None:
    lines = [row("1"), row("2"), row("1"), row("2"), row("2", household="8"), row("3")]
    found = list(baskets(read_rows(lines_of(tmp_path / "mixed.csv", lines))))
    assert [(one.basket, len(one.rows)) for one in found if isinstance(one, Basket)] == [("1", 1), ("2", 2), ("3", 1)]
    assert [one for one in found if isinstance(one, BadRow)] == [
        BadRow(4, "basket 1 had ended before this line"),
        BadRow(6, "basket 2 is of household 7"),
    ]


def test_a_basket_no_bill_can_hold_is_refused_with_its_first_line(
    settings: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = written(tmp_path / "long.csv", [row("1"), *[row("2")] * 501, row("3")])
    assert replay(settings, file, limit=None, data=None) == 0
    out, err = capsys.readouterr()
    assert "line 3: A bill has between 1 and 500 lines; this one has 501." in err
    assert (figures(out)["bills"], figures(out)["bad"]) == ("2", "rows         1")


def cut(packed: bytes) -> bytes:
    return packed[: len(packed) // 2]


def scratched(packed: bytes) -> bytes:
    middle = len(packed) // 2
    return packed[:middle] + bytes(64) + packed[middle + 64 :]


def with_a_wrong_sum(packed: bytes) -> bytes:
    return packed[:-8] + bytes(4) + packed[-4:]


@pytest.mark.parametrize("damage", [cut, scratched, with_a_wrong_sum])
def test_of_a_damaged_archive_what_can_be_read_is_rung_up(
    damage: Callable[[bytes], bytes], settings: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "damaged.csv.gz"
    lines = FIXTURE.read_text().splitlines() * 40  # some blocks long, every basket of its own
    lines = [line.replace(",9000000", f",{n}", 1) for n, line in enumerate(lines) if line != HEADER]
    file.write_bytes(damage(gzip.compress(("\n".join([HEADER, *lines]) + "\n").encode())))
    assert replay(settings, file, limit=20, data=None) == 0
    assert figures(capsys.readouterr().out)["bills"] == "20"
    rows = list(read_rows(file))
    assert all(isinstance(one, Row) for one in rows[:HALF])
    assert rows[-1].number > HALF
    assert isinstance(rows[-1], BadRow)
    assert rows[-1].why.startswith("the file is damaged from here on (")


def missing(path: Path) -> None:
    assert not path.exists()


def folder(path: Path) -> None:
    path.mkdir()


def empty(path: Path) -> None:
    path.touch()


def other_columns(path: Path) -> None:
    path.write_text("name,phone,points\nMeena,98,5\n")


def picture(path: Path) -> None:
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))


def another_encoding(path: Path) -> None:
    path.write_text(HEADER + "\n" + row() + "\n", "utf-16")


def archive_of_nothing(path: Path) -> None:
    path.write_bytes(gzip.compress(FIXTURE.read_bytes())[:12])


def archive_of_rubbish(path: Path) -> None:
    path.write_bytes(b"\x1f\x8b" + b"rubbish" * 20)


def one_endless_line(path: Path) -> None:
    path.write_bytes(b"ts," * 100_000)


NO_BASKETS = [
    missing,
    folder,
    empty,
    other_columns,
    picture,
    another_encoding,
    archive_of_nothing,
    archive_of_rubbish,
    one_endless_line,
]


@pytest.mark.parametrize("make", NO_BASKETS)
def test_a_file_that_is_none_of_ours(
    make: Callable[[Path], None], settings: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "baskets.csv.gz"
    make(path)
    assert replay(settings, path, limit=None, data=None) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(str(path))
    assert (err.count("\n"), err.endswith(".\n")) == (1, True)
    assert not settings.folder.exists()  # nothing is begun for a file that cannot be read
    with pytest.raises(UnreadableFileError):
        next(read_rows(path))


@pytest.mark.parametrize("name", ["baskets.csv", "baskets.csv.gz", "baskets"])
@pytest.mark.parametrize("pack", [bytes, gzip.compress], ids=["plain", "zipped"])
@pytest.mark.parametrize("start", [b"", b"\xef\xbb\xbf"], ids=["", "marked"])
def test_how_a_file_is_packed_is_seen_from_what_is_in_it(
    name: str, pack: Callable[[bytes], bytes], start: bytes, tmp_path: Path
) -> None:
    path = tmp_path / name
    path.write_bytes(pack(start + FIXTURE.read_bytes().replace(b"\n", b"\r\n")))
    assert list(read_rows(path)) == list(read_rows(FIXTURE))
