"""demo --chain as a person starts it: it agrees with itself, and Ctrl+C leaves nothing behind."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def started(*arguments: str) -> subprocess.Popen[str]:
    environment = {**os.environ, "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "app", "demo", "--chain", *arguments]
    return subprocess.Popen(command, env=environment, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def test_a_short_day_ends_with_books_that_agree() -> None:
    with started("--bills", "60") as demo:
        out, errors = demo.communicate(timeout=300)
    assert (demo.returncode, errors) == (0, "")
    assert "The counters and the server agree to the paisa." in out
    assert len(re.findall(r"^[ABC]1 [0-9a-f]{16}… = server", out, re.MULTILINE)) == 3
    for counter in ("A1", "B1", "C1"):
        assert re.search(rf"{counter} is back after .* offline", out)
        assert f"{counter} drained in" in out
    rows = {line.split()[0]: line.split()[1:] for line in out.splitlines() if re.match(r" *(together|server)  ", line)}
    assert rows["together"] == rows["server"][: len(rows["together"])]
    assert rows["together"][0] == "60"


def test_ctrl_c_ends_everything_it_started() -> None:
    with started() as demo:
        assert demo.stdout is not None
        port = re.search(r"listens on http://127\.0\.0\.1:([0-9]+)", demo.stdout.readline())
        assert port is not None
        demo.send_signal(signal.SIGINT)
        out, errors = demo.communicate(timeout=300)
    assert (demo.returncode, errors) == (130, "")
    assert "stopped" in out
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", int(port[1])), timeout=5)


def test_a_file_without_baskets_is_said() -> None:
    with started("--baskets", "missing.csv") as demo:
        _, errors = demo.communicate(timeout=300)
    assert demo.returncode == 2
    assert errors == "missing.csv cannot be read: No such file or directory.\n"
