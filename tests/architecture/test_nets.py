"""The nets under every test hold: a warning, a Qt warning or an error log fails the test that caused it."""

import os
import shutil
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

CAUGHT = {
    "a Python warning": """
        import warnings
        def test_it():
            warnings.warn("what went wrong")
    """,
    "a Qt warning": """
        from PySide6.QtCore import qWarning
        def test_it():
            qWarning("what went wrong")
    """,
    "a Qt warning at the end": """
        import pytest
        from PySide6.QtCore import qWarning
        @pytest.fixture
        def widget():
            yield
            qWarning("what went wrong")
        def test_it(widget):
            pass
    """,
    "an error log": """
        import logging
        def test_it():
            logging.getLogger("till").error("what went wrong")
    """,
    "an error in a slot": """
        from PySide6.QtCore import QTimer
        def fail():
            raise ValueError("what went wrong")
        def test_it(qtbot):
            QTimer.singleShot(0, fail)
            qtbot.wait(10)
    """,
}

LET_THROUGH = {
    "a warning log": """
        import logging
        def test_it():
            logging.getLogger("till").warning("printer is slow")
    """,
    "an expected error log": """
        import logging
        def test_it(caplog):
            logging.getLogger("till").error("lost a bill")
            assert caplog.messages == ["lost a bill"]
            caplog.clear()
    """,
}


def _run(folder: Path, source: str) -> subprocess.CompletedProcess[str]:
    """Run one test under this project's conftest and settings."""
    shutil.copy(ROOT / "pyproject.toml", folder)
    (folder / "tests").mkdir()
    shutil.copy(ROOT / "tests/conftest.py", folder / "tests")
    (folder / "tests/test_it.py").write_text(textwrap.dedent(source), "utf-8")
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-p", "no:xdist"]
    environment = {key: value for key, value in os.environ.items() if not key.startswith("PYTEST_")}
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("source", CAUGHT.values(), ids=CAUGHT.keys())
def test_caught(source: str, tmp_path: Path) -> None:
    run = _run(tmp_path, source)
    assert run.returncode == pytest.ExitCode.TESTS_FAILED
    assert "what went wrong" in run.stdout


@pytest.mark.parametrize("source", LET_THROUGH.values(), ids=LET_THROUGH.keys())
def test_let_through(source: str, tmp_path: Path) -> None:
    assert _run(tmp_path, source).returncode == pytest.ExitCode.OK
