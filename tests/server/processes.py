"""The server as its users start it: a process of its own on a data folder of the test's."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
WAIT_S_MAX = 60
_CODE = re.compile(r"signs in with ([A-Z2-9]{4}-[A-Z2-9]{4}),")
_URL = re.compile(r"listens on (https?://\S+)")


@dataclass(frozen=True)
class Started:
    """A server that listens. `said` is what it printed before it did."""

    process: subprocess.Popen[str]
    url: str
    said: str

    @property
    def port(self) -> int:
        return int(self.url.rpartition(":")[2])

    @property
    def codes(self) -> list[str]:
        return _CODE.findall(self.said)

    def stop(self, number: signal.Signals = signal.SIGTERM) -> int:
        """Its exit status."""
        self.process.send_signal(number)
        return self.process.wait(WAIT_S_MAX)


def environment(folder: Path, **settings: object) -> dict[str, str]:
    given = {"data_dir": folder, "port": 0, **settings}
    return {
        **{name: value for name, value in os.environ.items() if not name.startswith("TILLPOINT_")},
        **{f"TILLPOINT_SERVER_{name.upper()}": str(value) for name, value in given.items()},
    }


def run(folder: Path, *arguments: str, **settings: object) -> subprocess.CompletedProcess[str]:
    """One verb, to its end."""
    return subprocess.run(
        [sys.executable, "-m", "server", *arguments],
        cwd=ROOT,
        env=environment(folder, **settings),
        capture_output=True,
        text=True,
        check=False,
        timeout=WAIT_S_MAX,
    )


@contextmanager
def started(folder: Path, **settings: object) -> Iterator[Started]:
    """A server that listens; it is gone when the block ends."""
    folder.mkdir(exist_ok=True)
    with (
        (folder / "stderr.txt").open("a") as errors,
        subprocess.Popen(
            [sys.executable, "-m", "server"],
            cwd=ROOT,
            env=environment(folder, **settings),
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
        ) as process,
    ):
        try:
            yield _listening(process)
        finally:
            process.kill()


def _listening(process: subprocess.Popen[str]) -> Started:
    assert process.stdout is not None
    said = ""
    for line in process.stdout:
        said += line
        if found := _URL.search(line):
            return Started(process, found[1], said)
    raise AssertionError(f"it never listened: {said!r}, status {process.wait(WAIT_S_MAX)}")
