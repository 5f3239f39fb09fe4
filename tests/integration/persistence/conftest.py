"""A data file in a folder of its own, and the engines over it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.persistence.engine import Engines, open_file
from app.persistence.link import FilePlace
from tests.integration.persistence.ledger import KEY


@pytest.fixture
def place(tmp_path: Path) -> FilePlace:
    return FilePlace(tmp_path / "till.db", KEY)


@pytest.fixture
def engines(place: FilePlace) -> Iterator[Engines]:
    opened = open_file(place.path, place.key)
    yield opened
    opened.dispose()
