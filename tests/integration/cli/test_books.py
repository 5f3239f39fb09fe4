"""verify and rebuild from the command line: what they answer, and with which exit status."""

import re
from pathlib import Path

import pytest

from app.bootstrap import open_till
from app.persistence.backup import copy_store
from app.persistence.home import KEY_IN_FILE, TAIL_LOST
from app.persistence.keys import keys_of
from app.persistence.link import FilePlace
from app.persistence.uow import SqlStore
from app.services.members import members
from app.services.members.members import Enrolment
from app.settings import Settings
from tests.integration.cli.conftest import Run


def change(folder: Path, *statements: str) -> None:
    """What nobody should do: write into the tables past the program."""
    with open_till(Settings(data_dir=str(folder))) as till:
        assert isinstance(till.desk.store, SqlStore)
        with till.desk.store.transactions.writer.begin() as connection:
            for statement in statements:
                connection.exec_driver_sql(statement)


def test_books_that_hold(run: Run, shop: Path) -> None:
    assert shop.exists()
    verdict = run("verify")
    assert re.fullmatch(r"\d+ events and \d+ entries: sound\n", verdict.out)
    assert (verdict.status, verdict.err) == (0, f"{KEY_IN_FILE}\n")


@pytest.mark.parametrize(
    ("statements", "finding"),
    [
        (
            ["DROP TRIGGER entries_no_update", "UPDATE entries SET points = points + 1 WHERE ledger_no = 3"],
            "entry 3 is not what was sealed",
        ),
        (
            ["DROP TRIGGER entries_no_delete", "DELETE FROM entries WHERE ledger_no = 5"],
            "entry 5 is missing",
        ),
        (
            ["DROP TRIGGER events_no_delete", "DELETE FROM events WHERE seq = 4"],
            "event 4 is missing (found 5)",
        ),
        (
            ["DROP TRIGGER events_no_update", "UPDATE events SET body = CAST('{}' AS BLOB) WHERE seq = 2"],
            "event 2 was changed after it was sealed",
        ),
        (["UPDATE lots SET points_left = points_left - 1 WHERE ledger_no = 1"], "stored lots differ from the entries"),
    ],
)
def test_books_somebody_has_written_in(statements: list[str], finding: str, run: Run, shop: Path, folder: Path) -> None:
    assert shop.exists()
    change(folder, *statements)
    verdict = run("verify")
    assert verdict.status == 1
    assert finding in verdict.err
    assert verdict.out.endswith(": NOT sound\n")


def test_what_follows_from_the_entries_can_be_made_again(run: Run, shop: Path, folder: Path) -> None:
    assert shop.exists()
    sound = run("verify").out
    change(folder, "DELETE FROM lots", "UPDATE balances SET points = 0")
    assert run("verify").status == 1
    rebuilt = run("rebuild")
    assert rebuilt.status == 0
    assert re.fullmatch(r"Rebuilt from \d+ entries\.\n", rebuilt.out)
    assert run("verify").out == sound


@pytest.mark.parametrize("verb", ["verify", "rebuild", "sweep"])
def test_where_there_is_no_data_file_none_is_made(verb: str, run: Run, folder: Path) -> None:
    answer = run(verb)
    expected = f"There is no data file at {folder / 'till.db'}. Choose the right data folder.\n"
    assert (answer.status, answer.out, answer.err) == (2, "", expected)
    assert not folder.exists()


@pytest.mark.parametrize("verb", ["verify", "rebuild", "sweep"])
def test_a_lost_end_is_said_by_whoever_opens_first(verb: str, run: Run, shop: Path, folder: Path) -> None:
    copy_store(FilePlace(shop, keys_of(shop).database), folder / "old.db")
    with open_till(Settings(data_dir=str(folder))) as till:
        for n in range(5):
            members.enrol(till.desk, Enrolment(f"Member {n}"), staff="asha")
    (folder / "old.db").replace(shop)
    first, second = run(verb), run(verb)
    assert (first.status, first.err) == (0, f"{KEY_IN_FILE}\n{TAIL_LOST}\n")
    assert (second.status, second.err) == (0, f"{KEY_IN_FILE}\n")


def test_a_sweep_posts_what_is_due_once(run: Run, shop: Path) -> None:
    change(shop.parent, "UPDATE lots SET expires_at = 1")
    first, second = run("sweep"), run("sweep")
    assert (first.status, first.out) == (0, "6 lots expired, 0 tiers lowered, 0 birthdays kept.\n")
    assert second.out == "0 lots expired, 0 tiers lowered, 0 birthdays kept.\n"
