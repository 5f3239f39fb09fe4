"""One flipped bit anywhere in the file: what is read is right, or it is refused. Never a wrong row."""

import random
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from app.persistence.backup import prove
from app.persistence.link import FilePlace
from app.services.keeping.faults import StoreFault
from tests.integration.persistence.ledger import KEY, everything, filled

FLIPS = 500
PAGE = 4096


def flipped(path: Path) -> Iterator[bytes]:
    """The file with one bit changed: in every page once, then anywhere."""
    whole = path.read_bytes()
    dice = random.Random(20261121)
    everywhere = [page + dice.randrange(PAGE) for page in range(0, len(whole), PAGE)]
    everywhere += [dice.randrange(len(whole)) for _ in range(FLIPS - len(everywhere))]
    for place in everywhere:
        changed = bytearray(whole)
        changed[place] ^= 1 << dice.randrange(8)
        yield bytes(changed)


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> FilePlace:
    return filled(tmp_path_factory.mktemp("sound") / "till.db")


def test_a_flipped_bit_never_gives_a_wrong_row(sound: FilePlace, tmp_path: Path) -> None:
    right = everything(sound)
    refused = 0
    for content in flipped(sound.path):
        damaged = FilePlace(tmp_path / "till.db", KEY)
        damaged.path.write_bytes(content)
        try:
            assert everything(damaged) == right
        except StoreFault:
            refused += 1
    assert refused > FLIPS / 4


def test_every_flipped_bit_is_found_when_looked_for(sound: FilePlace, tmp_path: Path) -> None:
    for content in flipped(sound.path):
        damaged = FilePlace(tmp_path / "till.db", KEY)
        damaged.path.write_bytes(content)
        with pytest.raises(StoreFault):
            prove(damaged)


def test_the_same_flips_fool_an_unencrypted_file(tmp_path: Path) -> None:
    """The control: were these flips harmless, the two tests above would prove nothing."""
    path = tmp_path / "plain.db"
    with closing(sqlite3.connect(path)) as link:
        link.execute("CREATE TABLE effects (verb TEXT, key TEXT, result TEXT)")
        rows = [(verb, f"{number:06}", "x" * 100) for number in range(200) for verb in ("ring", "print")]
        link.executemany("INSERT INTO effects VALUES (?, ?, ?)", rows)
        link.commit()
    fooled = sum(read_plainly(content) not in (rows, None) for content in flipped(path))
    assert fooled > FLIPS / 4


def read_plainly(content: bytes) -> list[tuple[object, ...]] | None:
    with closing(sqlite3.connect(":memory:")) as link:
        link.text_factory = bytes
        try:
            link.deserialize(content)
            found = link.execute("SELECT verb, key, result FROM effects").fetchall()
        except (sqlite3.DatabaseError, OverflowError):
            return None
    return [tuple(cell.decode("latin-1") if isinstance(cell, bytes) else cell for cell in row) for row in found]
