"""Schemas over time: upgraded equals declared, a copy comes first, a failed upgrade changes nothing."""

import re
import shutil
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from app.persistence.engine import Engines, open_file, open_memory, over
from app.persistence.link import WRITER, FilePlace, Link, MemoryPlace
from app.persistence.revisions import TILL, Revisions, stamped, upgrade
from app.persistence.schema import adopt
from app.services.keeping.faults import NewerFile, StoreDamaged
from tests.integration.persistence.ledger import KEY, everything, filled, save, saved

KEPT = Path(__file__).parent / "kept"
ROOT = Path(__file__).parents[3]
MIGRATIONS = ROOT / "app" / "persistence" / "migrations"


def schema(connection: Connection) -> dict[str, str]:
    """Every table, index and trigger, without the accidents of spacing."""
    rows = connection.exec_driver_sql("SELECT type || ' ' || name, sql FROM sqlite_master WHERE sql IS NOT NULL").all()
    return {name: re.sub(r"\s+", " ", re.sub(r"\s*([(),])\s*", r"\1", sql)) for name, sql in rows}


def declared() -> dict[str, str]:
    engines = open_memory()
    with engines.reader.begin() as connection:
        found = schema(connection)
    engines.dispose()
    return found


def test_the_migrated_schema_is_the_declared_one() -> None:
    with closing(MemoryPlace("migrated").link({})) as link, over(link).begin() as connection:
        upgrade(connection, TILL)
        assert schema(connection) == declared()
        assert stamped(connection) == TILL.head


def test_the_program_knows_the_revisions_there_are() -> None:
    config = Config()
    config.set_main_option("script_location", TILL.location)
    scripts = ScriptDirectory.from_config(config).walk_revisions()
    assert tuple(script.revision for script in scripts)[::-1] == TILL.known


@pytest.mark.parametrize("revision", TILL.known)
def test_a_file_of_every_released_schema_still_opens(revision: str, tmp_path: Path) -> None:
    """Each was made by `filled(path, transactions=2)` in the program that released it, and is never made again."""
    path = tmp_path / "till.db"
    shutil.copy(KEPT / f"schema-{revision}.db", path)
    engines = open_file(path, KEY)
    assert saved(engines) == ["000000", "000001"]
    with engines.reader.begin() as connection:
        assert schema(connection) == declared()
    engines.dispose()


def test_opening_loads_alembic_only_to_upgrade(tmp_path: Path) -> None:
    """It costs a tenth of a second, which every start would pay."""
    script = (
        "import sys, pathlib\n"
        "from app.persistence.engine import open_file\n"
        "for _ in 'ab':\n"
        "    open_file(pathlib.Path(sys.argv[1]), bytes(32)).dispose()\n"
        "sys.exit('alembic' in sys.modules)\n"
    )
    subprocess.run([sys.executable, "-c", script, tmp_path / "till.db"], cwd=ROOT, check=True)


def next_program(folder: Path, body: str) -> Revisions:
    """The program as it will be, with one more revision."""
    location = folder / "next program"
    shutil.copytree(MIGRATIONS, location, ignore=shutil.ignore_patterns("__pycache__"))
    (location / "versions" / "9999_next.py").write_text(
        f'from alembic import op\nimport sqlalchemy as sa\n\nrevision = "9999"\ndown_revision = "{TILL.head}"\n\n\n'
        f"def upgrade() -> None:\n{body}"
    )
    return Revisions(str(location), (*TILL.known, "9999"))


ADD_A_COLUMN = """\
    with op.batch_alter_table("held_bills", recreate="always") as table:
        table.add_column(sa.Column("note", sa.Text, nullable=False, server_default=""))
"""
FAIL_HALFWAY = """\
    op.execute("CREATE TABLE half (done INTEGER)")
    op.execute("INSERT INTO effects VALUES ('shop', 'half', 'done', '')")
    raise RuntimeError("the power of this test")
"""


def adopted(place: FilePlace, revisions: Revisions) -> None:
    with closing(place.link(WRITER)) as link:
        adopt(over(link), place, revisions)


def columns(link: Link) -> list[str]:
    return [row[1] for row in link.execute("PRAGMA table_info(held_bills)").fetchall()]


def test_an_older_file_is_copied_then_upgraded(tmp_path: Path) -> None:
    place = filled(tmp_path / "till.db", transactions=3)
    before = everything(place)
    adopted(place, next_program(tmp_path, ADD_A_COLUMN))
    assert everything(place) == [row if row[0] != "alembic_version" else (row[0], ("9999",)) for row in before]
    assert everything(FilePlace(tmp_path / "till.before-9999.db", KEY)) == before
    with closing(place.link(WRITER)) as link:
        assert "note" in columns(link)


def test_a_file_is_upgraded_once(tmp_path: Path) -> None:
    place = filled(tmp_path / "till.db", transactions=3)
    program = next_program(tmp_path, ADD_A_COLUMN)
    adopted(place, program)
    (tmp_path / "till.before-9999.db").unlink()
    adopted(place, program)
    assert not (tmp_path / "till.before-9999.db").exists()


def test_an_upgrade_that_fails_halfway_changes_nothing(tmp_path: Path) -> None:
    place = filled(tmp_path / "till.db", transactions=3)
    before = everything(place)
    with pytest.raises(RuntimeError, match="the power of this test"):
        adopted(place, next_program(tmp_path, FAIL_HALFWAY))
    assert everything(place) == before
    assert everything(FilePlace(tmp_path / "till.before-9999.db", KEY)) == before
    engines = open_file(place.path, KEY)
    save(engines, "the day goes on")
    engines.dispose()


def test_a_file_of_a_newer_program_is_refused_and_left_alone(tmp_path: Path) -> None:
    place = filled(tmp_path / "till.db", transactions=3)
    adopted(place, next_program(tmp_path, ADD_A_COLUMN))
    before = place.path.read_bytes()
    with pytest.raises(NewerFile, match="is of revision 9999"):
        open_file(place.path, KEY)
    assert place.path.read_bytes() == before


@pytest.mark.parametrize("harm", ["DROP TABLE alembic_version", "DELETE FROM alembic_version"])
def test_a_file_without_its_stamp_is_damaged(engines: Engines, place: FilePlace, harm: str) -> None:
    with engines.writer.begin() as connection:
        connection.exec_driver_sql(harm)
    with pytest.raises(StoreDamaged, match="no revision"):
        open_file(place.path, KEY)
