"""The books: sound as written, the same when rebuilt, and found out when touched."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from app.domain.expiry import Expiry, ExpiryMode
from app.persistence.keys import keys_of
from app.persistence.link import WRITER, FilePlace, Link
from app.services.journal import GENESIS_HASH, breaks, canonical, link_hash
from app.services.keeping import books
from app.services.members import adjustments, card_status, merging, sweeps
from app.services.ports import Event
from tests.desks import PROGRAM, STAFF, Shop, changed, file_shop, memory_shops


def a_day(shop: Shop) -> list[str]:
    """A bit of everything a ledger sees; returns the cards that are left."""
    shop.publish(changed(expiry=Expiry(ExpiryMode.DAYS, 30)))
    meena, ravi, twin = (shop.enrol(name) for name in ("Meena", "Ravi", "M. Iyer"))
    shop.credit(meena, 300_00)
    first = shop.sell(meena, ("General", 1000), redeem=100_00).bill
    shop.sell(ravi, ("Medicines", 250), ("General", 80))
    shop.sell(None, ("General", 5))
    shop.give_back(first.bill_id, {"1": 400})
    shop.sell(twin, ("General", 90))
    merging.merge(shop.desk, [twin], into=meena, staff=STAFF)
    shop.wait(days=31)
    sweeps.expire(shop.desk)
    shop.cancel(first.bill_id)
    card_status.replace_card(shop.desk, ravi, staff=STAFF)
    adjustments.adjust(shop.desk, meena, points=-20_00, reason="mistake", staff=STAFF, key="k")
    return [meena, ravi]


class TestSound:
    def test_a_day_of_everything(self, shop: Shop) -> None:
        a_day(shop)

        verdict = books.verify(shop.desk)

        assert (verdict.sound, verdict.faults) == (True, ())
        assert verdict.entries == len(shop.tables()["entries"])
        assert verdict.events == len(shop.tables()["events"])
        shop.sound()

    def test_an_empty_store(self, shop: Shop) -> None:
        assert books.verify(shop.desk).sound
        assert books.rebuild(shop.desk) == 0

    def test_a_new_run_of_the_chain_before_its_first_event(self, shop: Shop) -> None:
        """An old copy of the file was put back: what is in it is sound, and a new run begins."""
        a_day(shop)
        with shop.store.writing() as uow:
            uow.journal.begin_epoch(above=1)

        assert books.verify(shop.desk).faults == ()

        shop.sell(None, ("General", 1))
        assert books.verify(shop.desk).faults == ()

    def test_beside_a_neighbour(self) -> None:
        with memory_shops("one", "two") as (one, two):
            a_day(one)
            a_day(two)
            before = two.tables()
            books.rebuild(one.desk)

            assert two.tables() == before
            assert books.verify(one.desk).sound
            assert books.verify(two.desk).sound


class TestRebuild:
    @pytest.mark.parametrize(
        "spoil",
        [
            "DELETE FROM lots",
            "DELETE FROM lot_uses",
            "UPDATE balances SET points = 7, debt = 9",
            "DELETE FROM activity",
            "UPDATE lots SET points_left = 0",
        ],
    )
    def test_makes_every_projection_again(self, shop: Shop, spoil: str) -> None:
        a_day(shop)
        before = shop.tables()
        with shop.store.transactions.writer.begin() as connection:
            connection.execute(text(spoil))
        assert shop.tables() != before

        assert books.rebuild(shop.desk) == len(before["entries"])

        assert shop.tables() == before


Tamper = Callable[[Link], Any]


def run(*statements: str) -> Tamper:
    def tamper(link: Link) -> None:
        for statement in statements:
            link.execute(statement)

    return tamper


def edit_event(link: Link) -> None:
    body = json.loads(link.execute("SELECT body FROM events WHERE seq = 7").fetchone()[0])
    link.execute("UPDATE events SET body = ? WHERE seq = 7", (canonical({**body, "staff": "nobody"}),))


def edit_event_and_its_hash(link: Link) -> None:
    edit_event(link)
    previous, body = link.execute("SELECT previous_hash, body FROM events WHERE seq = 7").fetchone()
    link.execute("UPDATE events SET hash = ? WHERE seq = 7", (link_hash(previous, body),))


def edit_entry_and_its_event(link: Link) -> None:
    """A forger who knows the chain, and seals a richer entry again; only the next link gives them away."""
    seq, number = link.execute("SELECT event_seq, ledger_no FROM entries WHERE kind = 'EARN'").fetchone()
    previous, body = link.execute("SELECT previous_hash, body FROM events WHERE seq = ?", (seq,)).fetchone()
    sealed = json.loads(body)
    (row,) = (one for one in sealed["entries"] if one["ledger_no"] == number)
    row["points"] += 5
    link.execute("UPDATE entries SET points = points + 5 WHERE ledger_no = ?", (number,))
    link.execute(
        "UPDATE events SET body = ?, hash = ? WHERE seq = ?",
        (canonical(sealed), link_hash(previous, canonical(sealed)), seq),
    )


def edit_last_balance_and_seal_it_again(link: Link) -> None:
    """The best a forger can do: the chain holds, but the sum does not."""
    seq, previous, body = link.execute(
        "SELECT seq, previous_hash, body FROM events ORDER BY seq DESC LIMIT 1"
    ).fetchone()
    sealed = json.loads(body)
    sealed["entries"][-1]["balance_after"] += 1
    forged = canonical(sealed)
    link.execute("UPDATE entries SET balance_after = balance_after + 1 WHERE event_seq = ?", (seq,))
    link.execute("UPDATE events SET body = ?, hash = ? WHERE seq = ?", (forged, link_hash(previous, forged), seq))
    link.execute("UPDATE counters SET head_hash = ?", (link_hash(previous, forged),))


TAMPERINGS: Sequence[tuple[str, Tamper, Sequence[str]]] = [
    ("an entry's points", run("UPDATE entries SET points = points + 1 WHERE ledger_no = 3"), ["entry 3 is not"]),
    ("an entry's reason", run("UPDATE entries SET reason = 'x' WHERE ledger_no = 1"), ["entry 1 is not"]),
    ("an entry deleted", run("DELETE FROM entries WHERE ledger_no = 5"), ["entry 5 is missing"]),
    ("the last entry deleted", run("DELETE FROM entries WHERE ledger_no = (SELECT max(ledger_no) FROM entries)"), []),
    (
        "two entries swapped",
        run(
            "UPDATE entries SET ledger_no = 0 WHERE ledger_no = 2",
            "UPDATE entries SET ledger_no = 2 WHERE ledger_no = 3",
            "UPDATE entries SET ledger_no = 3 WHERE ledger_no = 0",
        ),
        ["entry 2 is not", "entry 3 is not"],
    ),
    (
        "an entry added",
        run(
            "CREATE TEMP TABLE forged AS SELECT * FROM entries LIMIT 1",
            "UPDATE forged SET entry_id = 'z', ledger_no = 99",
            "INSERT INTO entries SELECT * FROM forged",
        ),
        ["entry 99 stands in no sealed event"],
    ),
    ("an event's body", edit_event, ["event 7 was changed"]),
    ("an event's body and hash", edit_event_and_its_hash, ["event 8 does not follow"]),
    ("an entry and its event", edit_entry_and_its_event, ["does not follow"]),
    ("an event deleted", run("DELETE FROM events WHERE seq = 6"), ["event 6 is missing"]),
    ("the first event deleted", run("DELETE FROM events WHERE seq = 1"), ["event 1 is missing"]),
    (
        "two events swapped",
        run(
            "UPDATE events SET seq = 0 WHERE seq = 5",
            "UPDATE events SET seq = 5 WHERE seq = 6",
            "UPDATE events SET seq = 6 WHERE seq = 0",
        ),
        ["event 5 does not follow"],
    ),
    ("the tail cut", run("DELETE FROM events WHERE seq = (SELECT max(seq) FROM events)"), ["last event is not"]),
    ("every event cut", run("DELETE FROM events"), ["last event is not"]),
    (
        "every event and entry cut",
        run("DELETE FROM events", "DELETE FROM entries", "DELETE FROM lots", "DELETE FROM lot_uses"),
        ["last event is not"],
    ),
    ("a lot's points", run("UPDATE lots SET points = points + 500, points_left = points_left + 500"), ["stored lots"]),
    (
        "a lot's expiry",
        run("UPDATE lots SET expires_at = expires_at + 1 WHERE expires_at IS NOT NULL"),
        ["stored lots"],
    ),
    ("a lot deleted", run("DELETE FROM lots WHERE ledger_no = 1"), ["stored lots"]),
    ("a use deleted", run("DELETE FROM lot_uses"), ["stored lots"]),
    ("a balance", run("UPDATE balances SET points = points + 1000"), ["stored balance"]),
    ("a debt", run("UPDATE balances SET debt = debt + 1"), ["stored balance"]),
    (
        "a balance without entries",
        run(
            "INSERT INTO balances SELECT tenant_id, 'nobody', 5, 0, tier FROM balances LIMIT 1",
        ),
        ["balances together"],
    ),
    ("an entry's kind", run("UPDATE entries SET kind = 'GIFT' WHERE ledger_no = 4"), ["entry after 3 makes no sense"]),
    (
        "an entry of nothing",
        run("UPDATE entries SET points = 0 WHERE ledger_no = 1"),
        ["entry after none makes no sense"],
    ),
    (
        "a bill",
        run("UPDATE bills SET net_minor = net_minor - 1 WHERE bill_id IN (SELECT min(bill_id) FROM bills)"),
        ["bill A1/25-26/000001 is not"],
    ),
    ("a bill's line", run("UPDATE bill_lines SET points = points + 1"), ["bill A1/25-26/000002 is not"]),
    ("a tender", run("UPDATE bill_tenders SET kind = 'UPI'"), ["bill A1/25-26/000003 is not"]),
    ("a bill's lines deleted", run("DELETE FROM bill_lines"), ["bill A1/25-26/000001 is not"]),
    (
        "the last bill deleted",
        run(
            *(
                f"DELETE FROM {table} WHERE bill_id IN (SELECT max(bill_id) FROM bill_lines)"
                for table in ("bills", "bill_tenders", "bill_lines")
            )
        ),
        ["is missing"],
    ),
    ("a bill deleted from under its lines", run("DELETE FROM bills"), ["bill after"]),
    ("a line of nonsense", run("UPDATE bill_lines SET point_percent = 'much'"), ["bill after"]),
    (
        "a bill added",
        run(
            "CREATE TEMP TABLE forged AS SELECT * FROM bills LIMIT 1",
            "UPDATE forged SET bill_id = 'z', number = 'A1/99'",
            "INSERT INTO bills SELECT * FROM forged",
        ),
        ["bill A1/99 stands in no sealed event"],
    ),
    ("a running balance", edit_last_balance_and_seal_it_again, ["is not the sum of the entries"]),
]


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("original") / "till.db"
    with file_shop(file, PROGRAM) as shop:
        a_day(shop)
        assert books.verify(shop.desk).sound
    return file


class TestTampering:
    @pytest.fixture
    def copy(self, original: Path, tmp_path: Path) -> Path:
        shutil.copytree(original.parent, tmp_path / "copy")
        return tmp_path / "copy" / original.name

    @pytest.mark.parametrize(
        ("tamper", "found"), [(tamper, found) for _, tamper, found in TAMPERINGS], ids=[one[0] for one in TAMPERINGS]
    )
    def test_is_found_and_named(self, copy: Path, tamper: Tamper, found: Sequence[str]) -> None:
        with closing(FilePlace(copy, keys_of(copy).database).link(WRITER)) as link:
            triggers = link.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()
            for (name,) in triggers:
                link.execute(f"DROP TRIGGER {name}")
            tamper(link)
        copy.with_name(f"{copy.name}.tail").unlink()  # the side file's own tests are elsewhere

        with file_shop(copy) as shop:
            verdict = books.verify(shop.desk)

        assert not verdict.sound
        for words in found:
            assert any(words in fault for fault in verdict.faults), verdict.faults

    def test_an_untouched_copy_is_sound(self, copy: Path) -> None:
        with file_shop(copy) as shop:
            shop.sound()


class TestBreaks:
    @pytest.fixture
    def chain(self, shop: Shop) -> list[Event]:
        shop.enrol()
        shop.enrol("Ravi")
        with shop.store.reading() as uow:
            return list(uow.journal.events())

    def test_none_in_a_whole_chain(self, chain: list[Event]) -> None:
        assert breaks(chain) == []
        assert breaks([]) == []
        assert chain[0].previous_hash == GENESIS_HASH

    def test_each_link_is_checked_against_the_one_before(self, chain: list[Event]) -> None:
        first, second, third = chain

        assert breaks([first, third]) == ["event 2 is missing (found 3)"]
        assert breaks([replace(first, body=b"{}"), second, third]) == ["event 1 was changed after it was sealed"]
        assert breaks([first, replace(second, previous_hash=GENESIS_HASH), third]) == [
            "event 2 does not follow the one before it",
            "event 2 was changed after it was sealed",
        ]
