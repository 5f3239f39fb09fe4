"""A folder for a shop of its own, and no keyring: the key of a test's shop goes into a file beside it."""

from pathlib import Path

import pytest

from app.settings import Settings


@pytest.fixture(autouse=True)
def _no_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(data_dir=str(tmp_path / "shop"))
