"""The witness of the tail: a log cut short is noticed, a crash before the side file is not mistaken for one."""

import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.persistence.engine import Engines, open_file
from app.persistence.link import FilePlace
from app.persistence.tail import ChainEnd, Standing, TailFile, compare
from app.services.keeping.faults import StoreUnreachable
from app.services.ports import Head

RECORD_BYTES = 65


def head(seq: int, *, epoch: int = 1, link: bytes | None = None) -> Head:
    return Head(epoch, seq, link or seq.to_bytes(32), 0, datetime(2026, 11, 21, tzinfo=UTC), "26-27", seq // 2)


def end(seq: int, *, epoch: int = 1) -> ChainEnd:
    return ChainEnd.of(head(seq, epoch=epoch))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "till.tail"


@pytest.fixture
def tail(path: Path) -> Iterator[TailFile]:
    opened = TailFile(path)
    yield opened
    opened.close()


def test_a_new_side_file_knows_nothing(tail: TailFile) -> None:
    assert tail.read() is None


def test_the_last_end_written_is_read_after_a_restart(tail: TailFile, path: Path) -> None:
    for seq in range(1, 8):
        tail.write(head(seq))
        assert tail.read() == end(seq)
    again = TailFile(path)
    assert again.read() == end(7)
    again.close()
    assert path.stat().st_size == 2 * RECORD_BYTES


def test_a_new_epoch_is_further_than_any_seq_of_the_old_one(tail: TailFile) -> None:
    tail.write(head(900))
    tail.write(head(1, epoch=2))
    assert tail.read() == end(1, epoch=2)


@pytest.mark.parametrize("byte", range(RECORD_BYTES))
def test_a_torn_record_costs_only_itself(tail: TailFile, path: Path, byte: int) -> None:
    tail.write(head(6))
    tail.write(head(7))
    flip(path, RECORD_BYTES + byte)
    assert tail.read() == end(6)


@pytest.mark.parametrize("size", [0, 1, RECORD_BYTES - 1])
def test_a_side_file_cut_short_is_not_believed(tail: TailFile, path: Path, size: int) -> None:
    tail.write(head(6))
    os.truncate(path, size)
    assert tail.read() is None


def test_a_side_file_that_cannot_be_written_never_fails_a_saved_bill(
    path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    path.symlink_to("/dev/full")
    tail = TailFile(path)
    tail.write(head(1))
    tail.close()
    assert "could not be written" in caplog.text


def test_a_side_file_that_cannot_be_opened_says_so(tmp_path: Path) -> None:
    with pytest.raises(StoreUnreachable):
        TailFile(tmp_path / "nowhere" / "till.tail")


def history(epoch: int, seq: int) -> bytes | None:
    """A database whose chain is epoch 1 to seq 5, then epoch 2 to seq 3."""
    return seq.to_bytes(32) if 1 <= seq <= {1: 5, 2: 3}.get(epoch, 0) else None


@pytest.mark.parametrize(
    ("side", "standing"),
    [
        (None, Standing.UNWITNESSED),
        (end(3, epoch=2), Standing.SAME),
        (end(2, epoch=2), Standing.AHEAD),
        (end(0, epoch=2), Standing.AHEAD),
        (end(5, epoch=1), Standing.AHEAD),
        (end(0, epoch=1), Standing.AHEAD),
        (end(4, epoch=2), Standing.BEHIND),
        (end(0, epoch=3), Standing.BEHIND),
        (end(1, epoch=3), Standing.BEHIND),
        (ChainEnd(2, 3, bytes(32)), Standing.BEHIND),
        (ChainEnd(2, 2, bytes(32)), Standing.BEHIND),
    ],
)
def test_how_a_database_stands_to_its_witness(side: ChainEnd | None, standing: Standing) -> None:
    assert compare(side, end(3, epoch=2), history) is standing


def test_a_fresh_database_stands_as_its_fresh_witness_says() -> None:
    assert compare(end(0), end(0), history) is Standing.SAME


def test_a_log_that_lost_its_end_opens_without_a_word_and_the_witness_tells(place: FilePlace, tail: TailFile) -> None:
    """SQLite takes a frame that does not check for the end of its log: bills vanish and nothing complains."""
    engines = open_file(place.path, place.key)
    log = place.path.with_name("till.db-wal")
    for seq in (1, 2, 3):
        post(engines, seq)
        tail.write(head(seq))
        if seq == 2:
            whole, log_bytes = place.path.read_bytes(), log.stat().st_size
    frames = log.read_bytes()
    engines.dispose()

    place.path.write_bytes(whole)
    log.write_bytes(frames)
    flip(log, log_bytes + 100)
    shortened = open_file(place.path, place.key)
    assert last(shortened) == ChainEnd(1, 2, end(2).hash)
    assert compare(tail.read(), last(shortened), lambda _, seq: hash_at(shortened, seq)) is Standing.BEHIND
    shortened.dispose()


def post(engines: Engines, seq: int) -> None:
    with engines.writer.begin() as connection:
        connection.exec_driver_sql(
            "INSERT INTO events VALUES ('shop', 'A1', 1, ?, ?, 'bill', 0, x'', ?, x'')",
            (seq, f"event {seq}", seq.to_bytes(32)),
        )


def last(engines: Engines) -> ChainEnd:
    with engines.reader.begin() as connection:
        row = connection.exec_driver_sql("SELECT epoch, max(seq), hash FROM events").one()
    return ChainEnd(*row)


def hash_at(engines: Engines, seq: int) -> bytes | None:
    with engines.reader.begin() as connection:
        found: bytes | None = connection.exec_driver_sql(
            "SELECT hash FROM events WHERE seq = ?", (seq,)
        ).scalar_one_or_none()
    return found


def flip(path: Path, at: int) -> None:
    content = bytearray(path.read_bytes())
    content[at] ^= 1
    path.write_bytes(content)
