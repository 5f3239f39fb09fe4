"""The import contracts are kept, and each of them notices when its door is broken."""

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LINT = Path(sys.executable).with_name("lint-imports")
CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]

# contract → (module, line that breaks it)
BREACHES = [
    ("look-down", "app/domain/money.py", "import app.services"),
    ("look-down", "app/services/__init__.py", "import printing"),
    ("look-down", "app/services/__init__.py", "import app.persistence"),
    ("look-down", "app/persistence/__init__.py", "import app.devices"),
    ("look-down", "app/devices/__init__.py", "import printing"),
    ("look-down", "printing/__init__.py", "import ui"),
    ("look-down", "app/services/__init__.py", "import sync"),
    ("look-down", "sync/__init__.py", "import app.persistence"),
    ("look-down", "sync/__init__.py", "import printing"),
    ("look-down", "sync/__init__.py", "import ui"),
    ("look-down", "ui/__init__.py", "import app.bootstrap"),
    ("look-down", "app/bootstrap.py", "import app.commands"),
    ("look-down", "app/commands/__init__.py", "import app.__main__"),
    ("look-down", "app/__main__.py", "import server"),
    ("look-down", "sync/__init__.py", "import server"),
    ("every-room-has-a-floor", "app/newroom.py", ""),
    ("every-room-has-a-floor", "app/settings.py", "import app.bootstrap"),
    ("domain-floors", "app/domain/newrule.py", ""),
    ("domain-floors", "app/domain/money.py", "import app.domain.quote"),
    ("qt-in-ui", "app/bootstrap.py", "from PySide6 import QtCore"),
    ("qt-in-ui", "printing/__init__.py", "import PySide6"),
    ("qt-in-ui", "sync/__init__.py", "import PySide6"),
    ("qt-in-ui", "server/__init__.py", "import PySide6"),
    ("sql-in-persistence", "app/bootstrap.py", "import sqlite3"),
    ("sql-in-persistence", "ui/__init__.py", "from sqlalchemy import select"),
    ("sql-in-persistence", "printing/__init__.py", "import sqlcipher3"),
    ("sql-in-persistence", "sync/transport/session.py", "import sqlalchemy"),
    ("till-without-postgres", "app/persistence/home.py", "import app.persistence.postgres"),
    ("till-without-postgres", "app/bootstrap.py", "import psycopg"),
    ("wire-in-transport", "app/bootstrap.py", "import requests"),
    ("wire-in-transport", "sync/reply.py", "import requests"),
    ("wire-in-transport", "sync/reply.py", "from urllib3 import Retry"),
    ("wire-in-transport", "server/__init__.py", "import requests"),
    ("server-stands-apart", "server/__init__.py", "import ui"),
    ("server-stands-apart", "server/__init__.py", "import app.bootstrap"),
    ("server-stands-apart", "server/__init__.py", "import sync.transport"),
    ("pure-core", "app/domain/money.py", "import time"),
    ("pure-core", "app/domain/money.py", "from random import choice"),
    ("pure-core", "app/domain/money.py", "import os.path"),
    ("pure-core", "app/services/__init__.py", "from pathlib import Path"),
    ("pure-core", "app/services/__init__.py", "import threading"),
    ("pure-core", "app/services/__init__.py", "import urllib.request"),
    ("pure-core", "app/services/__init__.py", "import sqlalchemy"),
    ("domain-standard-library", "app/domain/money.py", "import stdnum"),
    ("domain-standard-library", "app/domain/money.py", "import app.settings"),
    ("ui-behind-ports", "ui/__init__.py", "import app.persistence"),
    ("ui-behind-ports", "ui/__init__.py", "import printing"),
    ("ui-behind-ports", "ui/__init__.py", "import sync.transport"),
    ("presenters-without-qt", "ui/billing/presenter.py", "import PySide6"),
    ("presenters-without-qt", "ui/issue/presenter.py", "import ui.widgets.strip"),
    ("presenters-without-qt", "ui/status/presenter.py", "import ui.widgets.strip"),
    ("screens-apart", "ui/billing/page.py", "import ui.issue"),
    ("screens-apart", "ui/camera/presenter.py", "import ui.billing"),
    ("screens-apart", "ui/issue/presenter.py", "import ui.billing"),
    ("screens-apart", "ui/scanner/page.py", "import ui.camera"),
    ("screens-apart", "ui/status/page.py", "import ui.settings"),
    ("screens-apart", "ui/standing/chip.py", "import ui.status"),
]


def _copy_of_the_tree(folder: Path) -> Path:
    for room in ("app", "ui", "printing", "sync", "server"):
        shutil.copytree(ROOT / room, folder / room, ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "tests/architecture").mkdir(parents=True)
    shutil.copy(ROOT / "tests/architecture/standard_library.py", folder / "tests/architecture")
    shutil.copy(ROOT / "pyproject.toml", folder)
    return folder


def _lint(folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(LINT), "--no-cache", *options]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def test_the_tree_keeps_every_contract() -> None:
    run = _lint(ROOT)
    assert run.returncode == 0, run.stdout


@pytest.mark.parametrize(("contract", "module", "line"), BREACHES)
def test_a_breach_is_seen(contract: str, module: str, line: str, tmp_path: Path) -> None:
    tree = _copy_of_the_tree(tmp_path)
    with (tree / module).open("a", encoding="utf-8") as source:
        source.write(f"\n{line}\n")
    run = _lint(tree, "--contract", contract)
    assert run.returncode == 1
    assert "0 kept, 1 broken" in run.stdout


def test_every_contract_has_a_breach() -> None:
    assert {contract["id"] for contract in CONTRACTS} == {contract for contract, _, _ in BREACHES}


def test_every_screen_is_named() -> None:
    screens = {f"ui.{page.parent.name}" for page in (ROOT / "ui").glob("*/presenter.py")}
    (apart,) = (contract for contract in CONTRACTS if contract["id"] == "screens-apart")
    assert set(apart["modules"]) == screens
