"""From a bill to paper: the original once, then copies by number; a failed try leaves nothing half done."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pypdfium2
import pytest
from sqlalchemy import event, select

from app.bootstrap import letterhead
from app.domain.codes import card_number
from app.persistence.tables.papers import print_jobs
from app.settings import Settings
from printing.printers.book import BookFile
from printing.printers.machine import MachinePrinters
from printing.printers.opening import Opener
from printing.printers.port import Begin, Sheet
from printing.spooler import Printed, PrintFault, Spooler
from tests.desks import PROGRAM, Shop, file_shop, memory_shop
from tests.disks import can_mount, fill, small_disk

Mended = Callable[[], object]


@pytest.fixture
def shop() -> Iterator[Shop]:
    with memory_shop() as shop:
        yield shop


def spooler(shop: Shop, folder: Path) -> Spooler:
    printers = MachinePrinters(BookFile(folder.with_name("printers.toml")), Opener(folder))
    return Spooler(shop.desk, letterhead(Settings(receipt_footer="Thank you")), printers)


def path_of(receipt: Printed) -> Path:
    assert receipt.path is not None
    return receipt.path


def sold(shop: Shop) -> str:
    return shop.sell(shop.enrol(), ("Medicines", 100), ("General", 50)).bill.bill_id


def words(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as document:
        return "\n".join(page.get_textpage().get_text_bounded() for page in document)


def jobs(shop: Shop) -> list[tuple[int, str, int, str | None]]:
    """(copy, status, tries, error) of every job, by its copy."""
    columns = (print_jobs.c.copy, print_jobs.c.status, print_jobs.c.tries, print_jobs.c.error)
    with shop.store.transactions.reader.begin() as connection:
        return [tuple(row) for row in connection.execute(select(*columns).order_by(print_jobs.c.copy))]  # type: ignore[misc]


def test_the_original_once_then_copies_by_number(shop: Shop, tmp_path: Path) -> None:
    prints, bill = spooler(shop, tmp_path / "receipts"), sold(shop)
    receipts = [prints.print_receipt(bill) for _ in range(3)]
    assert [receipt.copy for receipt in receipts] == [0, 1, 2]
    assert [receipt.printer for receipt in receipts] == [
        "A1-25-26-000001.pdf",
        "A1-25-26-000001-copy2.pdf",
        "A1-25-26-000001-copy3.pdf",
    ]
    assert sorted(tmp_path.joinpath("receipts").iterdir()) == sorted(map(path_of, receipts))
    assert "REPRINT" not in words(path_of(receipts[0]))
    assert words(path_of(receipts[1])).count("REPRINT — copy 2") == 2
    assert words(path_of(receipts[2])).count("REPRINT — copy 3") == 2
    assert jobs(shop) == [(copy, "PRINTED", 1, None) for copy in range(3)]


def test_bills_do_not_count_each_others_copies(shop: Shop, tmp_path: Path) -> None:
    prints, bills = spooler(shop, tmp_path), [sold(shop), sold(shop)]
    copies = [prints.print_receipt(bill).copy for bill in (bills[0], bills[0], bills[1], bills[0], bills[1])]
    assert copies == [0, 1, 0, 2, 1]


def test_a_receipt_says_what_was_sold_and_by_whom(shop: Shop, tmp_path: Path) -> None:
    said = words(path_of(spooler(shop, tmp_path).print_receipt(sold(shop))))
    for expected in ("Shree Medical", "12 MG Road", "Pune 411001", "A1/25-26/000001", "₹150.00", "Thank you", "asha"):
        assert expected in said


def test_the_same_facts_are_the_same_bytes(tmp_path: Path) -> None:
    written = []
    for name in ("one", "other"):
        with memory_shop() as shop:
            card = shop.enrol(card_number=card_number("7000123456"))
            bill = shop.sell(card, ("Medicines", 100)).bill.bill_id
            written.append(path_of(spooler(shop, tmp_path / name).print_receipt(bill)).read_bytes())
    assert written[0] == written[1]


@contextmanager
def a_file_in_the_folders_place(tmp_path: Path) -> Iterator[tuple[Path, Mended]]:
    folder = tmp_path / "receipts"
    folder.touch()
    yield folder, folder.unlink


@contextmanager
def a_full_disk(tmp_path: Path) -> Iterator[tuple[Path, Mended]]:
    with small_disk(tmp_path / "disk") as disk:
        freed = fill(disk)
        yield disk, freed


@contextmanager
def a_disk_with_room_for_half_a_receipt(tmp_path: Path) -> Iterator[tuple[Path, Mended]]:
    with small_disk(tmp_path / "disk") as disk:
        freed = fill(disk)
        with (disk / "ballast").open("rb+") as ballast:
            ballast.truncate((disk / "ballast").stat().st_size - 4096)
        yield disk, freed


FAILING = [
    a_file_in_the_folders_place,
    *([a_full_disk, a_disk_with_room_for_half_a_receipt] if can_mount() else []),
]


@pytest.mark.parametrize("failing", FAILING)
def test_what_cannot_be_written_waits_and_is_still_the_original(
    failing: Callable[[Path], AbstractContextManager[tuple[Path, Mended]]], shop: Shop, tmp_path: Path
) -> None:
    bill = sold(shop)
    with failing(tmp_path) as (folder, mended):
        prints = spooler(shop, folder)
        for tries in (1, 2):
            with pytest.raises(PrintFault) as refused:
                prints.print_receipt(bill)
            assert refused.value.sentence.startswith("Bill saved. The file could not be written (")
            ((copy, status, tried, error),) = jobs(shop)
            assert (copy, status, tried) == (0, "WAITING", tries)
            assert error
        assert [*tmp_path.rglob("*.pdf"), *tmp_path.rglob("*.part")] == []
        mended()
        receipt = prints.print_receipt(bill)
        assert receipt.copy == 0
        assert "REPRINT" not in words(path_of(receipt))
        assert [*tmp_path.rglob("*.part")] == []
    assert jobs(shop) == [(0, "PRINTED", 3, None)]


@contextmanager
def only_reading(shop: Shop) -> Iterator[None]:
    """A data file that cannot be written for a while."""

    def forbid(link: object, _: object) -> None:
        link.execute("PRAGMA query_only = 1")  # type: ignore[attr-defined]

    event.listen(shop.store.transactions.writer, "connect", forbid)
    shop.store.transactions.writer.dispose()
    yield
    event.remove(shop.store.transactions.writer, "connect", forbid)
    shop.store.transactions.writer.dispose()


def test_trouble_with_the_data_file_does_not_say_the_bill_is_lost(tmp_path: Path) -> None:
    with file_shop(tmp_path / "till.db", PROGRAM) as shop:
        prints, bill = spooler(shop, tmp_path / "receipts"), sold(shop)
        with only_reading(shop), pytest.raises(PrintFault, match="DB-READONLY") as refused:
            prints.print_receipt(bill)
        assert refused.value.sentence.startswith("Bill saved.")
        assert prints.print_receipt(bill).copy == 0  # it was never settled, so it is still the original


if can_mount():

    def test_a_disk_too_full_to_note_that_printing_begins(tmp_path: Path) -> None:
        with small_disk(tmp_path / "disk") as disk, file_shop(disk / "till.db", PROGRAM) as shop:
            prints, bill = spooler(shop, disk / "receipts"), sold(shop)
            freed = fill(disk)
            with pytest.raises(PrintFault, match="DB-FULL"):
                prints.print_receipt(bill)
            assert [(copy, status) for copy, status, _, _ in jobs(shop)] == [(0, "WAITING")]
            freed()
            assert prints.print_receipt(bill).copy == 0


class Watched:
    """A printer that prints everything and remembers for what the drawer opened."""

    def __init__(self) -> None:
        self.opened: list[str] = []

    def put(self, sheet: Sheet, begin: Begin) -> str:
        begin()
        if sheet.opens_drawer:
            self.opened.append(sheet.name)
        return "watched"


def test_the_drawer_opens_for_the_first_paper_of_cash_given_back_and_for_nothing_a_member_takes_home(
    shop: Shop, tmp_path: Path
) -> None:
    prints, printer = spooler(shop, tmp_path), Watched()
    card = shop.enrol()
    shop.credit(card, 1_000_00)
    bill = shop.sell(card, ("General", 100), redeem=500_00).bill.bill_id
    by_cash = shop.give_back(bill, 50).refund_id
    for _ in range(2):
        prints.print_paper("return", by_cash, printer)
    for document in ("slip", "statement"):
        prints.print_paper(document, shop.member_id(card), printer)

    assert printer.opened == ["A1-25-26-000001-R1"]
