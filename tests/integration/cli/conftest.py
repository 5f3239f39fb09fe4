"""The command line as a person uses it, with a shop of its own."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from app.__main__ import main
from app.bootstrap import open_till
from app.settings import Settings


@dataclass(frozen=True)
class Said:
    """What a verb left behind: its exit status and its two streams."""

    status: int
    out: str
    err: str


Run = Callable[..., Said]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The data folder of every verb in this test."""
    monkeypatch.setenv("TILLPOINT_DATA_DIR", str(tmp_path / "shop"))
    return tmp_path / "shop"


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def run(*arguments: object) -> Said:
        try:
            status = main([str(one) for one in arguments])
        except SystemExit as left:  # how argparse leaves
            status = int(left.code or 0)
        return Said(status, *capsys.readouterr())

    return run


@pytest.fixture
def shop(folder: Path) -> Path:
    """The data file of a shop that has been opened once, with its example members."""
    with open_till(Settings(data_dir=str(folder))) as till:
        del till
    return folder / "till.db"
