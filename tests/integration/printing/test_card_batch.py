"""Cards for a list: who is new is enrolled once, bad rows are said by line, and a batch that stopped is run again."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp

from app.domain.member import CardStatus
from app.services.members import card_status, members
from app.services.members.members import CARD
from app.services.papers import prints
from printing.cards.batch import DRAW, FIND, Job, Stopped, Summary, on_stock, print_batch
from printing.cards.batch_file import ROWS_MAX, UnreadableFile, rows
from printing.cards.pdf import Stock
from tests.desks import STAFF, Shop, memory_shop
from tests.unit.printing.cards import CLASSIC, SHOP, numbers

HEAD = "name,phone,number,language\n"


@dataclass
class Watcher:
    """Hears how far a batch is; stops it at a step."""

    stops_at: tuple[str, int] | None = None
    heard: list[tuple[str, int, int]] = field(default_factory=list)

    def step(self, what: str, done: int, total: int) -> None:
        self.heard.append((what, done, total))

    def is_stopped(self) -> bool:
        return bool(self.heard) and self.heard[-1][:2] == self.stops_at


@pytest.fixture
def shop() -> Iterator[Shop]:
    with memory_shop() as shop:
        yield shop


def phone(number: int) -> str:
    return f"98230 {number:05}"


def listed(folder: Path, *lines: str, head: str = HEAD) -> Path:
    file = folder / "members.csv"
    file.write_text(head + "\n".join(lines) + "\n", encoding="utf-8")
    return file


def batch(shop: Shop, file: Path, *, watcher: Watcher | None = None, stock: Stock = Stock.PLASTIC) -> Summary:
    job = Job(file.with_name("cards.pdf"), on_stock(CLASSIC, SHOP, stock))
    return print_batch(shop.desk, file, job, watcher or Watcher(), staff=STAFF)


def bad(summary: Summary) -> list[tuple[int, str]]:
    return [(row.line, row.why) for row in summary.bad]


def read(folder: Path) -> list[str]:
    """The numbers on the cards, in their order."""
    with closing(pypdfium2.PdfDocument(folder / "cards.pdf")) as document:
        sides = [page.render(scale=2).to_pil() for page in document]
    return [zxingcpp.read_barcodes(front)[0].text for front in sides[::2]]


def copies(shop: Shop, number: str) -> list[int]:
    with shop.store.reading() as uow:
        return [job.copy for job in uow.prints.of_subject(CARD, number)]


def test_who_is_new_is_enrolled_and_who_is_known_is_found(shop: Shop, tmp_path: Path) -> None:
    known = shop.enrol("Meena Iyer", phone=phone(1))
    (fresh,) = numbers(3)[2:]
    file = listed(
        tmp_path, f"Ravi,{phone(2)},{fresh},hi", "", f" Meena , {phone(1)} ,,", f'"Das,\nAnil",{phone(3)},,English'
    )
    watcher = Watcher()
    summary = batch(shop, file, watcher=watcher)
    assert (summary.printed, summary.enrolled, summary.copies, summary.bad) == (3, 2, 0, [])
    ravi, meena, anil = read(tmp_path)
    assert (ravi, meena) == (fresh, known)
    (found,) = members.find_card(shop.desk, anil)
    assert (found.member.name, found.member.phone, found.member.language) == ("Das, Anil", "+919823000003", "en")
    assert members.find_card(shop.desk, ravi)[0].member.language == "hi"
    assert watcher.heard == [(FIND, 1, 3), (FIND, 2, 3), (FIND, 3, 3), (DRAW, 1, 3), (DRAW, 2, 3), (DRAW, 3, 3)]
    assert prints.queue(shop.desk) == []
    shop.sound()


def test_a_second_run_prints_the_same_cards_as_copies_and_enrols_nobody(shop: Shop, tmp_path: Path) -> None:
    file = listed(tmp_path, f"Ravi,{phone(1)},,", f"Asha,{phone(2)},,")
    batch(shop, file)
    first = read(tmp_path)
    summary = batch(shop, file)
    assert (summary.printed, summary.enrolled, summary.copies) == (2, 0, 2)
    assert read(tmp_path) == first
    assert [copies(shop, number) for number in first] == [[0, 1], [0, 1]]


@pytest.mark.parametrize("at", [(FIND, 2), (DRAW, 1), (DRAW, 4)])
def test_a_stopped_batch_counts_nothing_as_printed_and_goes_on_where_it_was(
    shop: Shop, tmp_path: Path, at: tuple[str, int]
) -> None:
    file = listed(tmp_path, *(f"Member {n},{phone(n)},," for n in range(5)))
    with pytest.raises(Stopped):
        batch(shop, file, watcher=Watcher(stops_at=at))
    assert [one.name for one in tmp_path.iterdir()] == ["members.csv"]
    assert prints.queue(shop.desk) == []
    enrolled = 2 if at[0] == FIND else 5
    summary = batch(shop, file)
    assert (summary.printed, summary.enrolled, summary.copies) == (5, 5 - enrolled, 0)
    assert len(members.find_name(shop.desk, "Member")) == 5
    assert [copies(shop, number) for number in read(tmp_path)] == [[0]] * 5


def test_bad_rows_are_said_by_their_line_and_the_others_printed(shop: Shop, tmp_path: Path) -> None:
    taken = shop.enrol("Meena Iyer", phone=phone(1))
    blocked = shop.enrol("Kiran Rao", phone=phone(2))
    card_status.set_card_status(shop.desk, blocked, CardStatus.BLOCKED, staff=STAFF)
    file = listed(
        tmp_path,
        f"Ravi,{phone(3)},,",
        "Nobody,12,,",
        f",{phone(4)},,",
        f'"Two\nlines",{phone(5)},700012345678,',
        f"Asha,{phone(6)},{taken},",
        f"Kiran,{phone(2)},,",
        f"Ravi again,{phone(3)},,",
        f"Dev,{phone(7)},,ta",
        "Lonely",
        f"{'N' * 300},{phone(8)},,",
        f"Last,{phone(9)},,",
    )
    summary = batch(shop, file)
    ravi, last = read(tmp_path)
    spaced = " ".join((ravi[:4], ravi[4:8], ravi[8:]))
    assert bad(summary) == [
        (3, "That is not a phone number. Nothing was saved; check the digits."),
        (4, "a name has between 1 and 120 letters"),
        (5, "'7000 1234 5678' is not a card number: its check digits don't match"),
        (7, "That card is already somebody's. Nothing was saved; take another card."),
        (8, "Kiran Rao has no card that works. Give them a new one first."),
        (9, f"line 2 has this phone already; card {spaced} is printed once."),
        (10, "there is no language 'ta'; there are en and hi"),
        (11, "the phone is missing"),
        (12, "a name has between 1 and 120 letters"),
    ]
    assert (summary.printed, summary.enrolled) == (2, 2)
    assert members.find_card(shop.desk, last)[0].member.name == "Last"


def test_a_list_in_which_every_row_is_bad_prints_nothing(shop: Shop, tmp_path: Path) -> None:
    summary = batch(shop, listed(tmp_path, "Nobody,12,,"))
    assert (summary.printed, len(summary.bad)) == (0, 1)
    assert not (tmp_path / "cards.pdf").exists()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "no column called 'name'"),
        (b"name;phone\nRavi;98230\n", "no column called 'name'"),
        (b"name,mobile\nRavi,98230\n", "no column called 'phone'"),
        (HEAD.encode(), "has no rows under its head"),
        (b"name,phone\ncaf\xe9,98230\n", "is not UTF-8 text"),
        (b'name,phone\n"Ravi,98230\n', "cannot be read: unexpected end of data"),
        (b'name,phone\n"Ravi"x,98230\n', "cannot be read: ',' expected after '\"'"),
        (b"name,phone\n" + b"a" * 200_000 + b",98230\n", "cannot be read: field larger than field limit"),
        (b"name,phone\n" + b"a,1\n" * (ROWS_MAX + 1), "more than 20,000 rows"),
    ],
)
def test_a_file_that_is_no_such_list_is_said_in_a_line(tmp_path: Path, content: bytes, said: str) -> None:
    file = tmp_path / "members.csv"
    file.write_bytes(content)
    with pytest.raises(UnreadableFile, match=said):
        rows(file)
    with pytest.raises(UnreadableFile, match="No such file"):
        rows(tmp_path / "nowhere.csv")


def test_a_spreadsheets_csv_is_read_whatever_its_columns_order_and_case(tmp_path: Path) -> None:
    file = tmp_path / "members.csv"
    file.write_bytes("\ufeffPhone, Name ,Email\r\n98230 00001,रवि,x@y\r\n".encode())
    (row,) = rows(file)
    assert (row.line, row.enrolment.name, row.enrolment.phone) == (2, "रवि", "98230 00001")  # type: ignore[union-attr]


def test_where_the_pdf_cannot_be_written_no_card_counts_as_printed(shop: Shop, tmp_path: Path) -> None:
    file = listed(tmp_path, f"Ravi,{phone(1)},,")
    (tmp_path / "cards.pdf").mkdir()
    with pytest.raises(OSError, match="directory"):
        batch(shop, file)
    (tmp_path / "cards.pdf").rmdir()
    assert [one.name for one in tmp_path.iterdir()] == ["members.csv"]
    summary = batch(shop, file)
    assert (summary.enrolled, summary.copies) == (0, 0)


def test_a_list_comes_on_sheets_too(shop: Shop, tmp_path: Path) -> None:
    watcher = Watcher()
    batch(shop, listed(tmp_path, *(f"M {n},{phone(n)},," for n in range(12))), watcher=watcher, stock=Stock.SHEET)
    assert [heard for heard in watcher.heard if heard[0] == DRAW] == [(DRAW, 10, 12), (DRAW, 12, 12)]
    with closing(pypdfium2.PdfDocument(tmp_path / "cards.pdf")) as document:
        assert len(document) == 4
