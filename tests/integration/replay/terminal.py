"""A replay at a terminal of its own: what it draws there can be read, and it can be interrupted in the middle."""

import os
import pty
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.integration.replay.shops import ROOT, command, environment


@dataclass
class Terminal:
    """The replay's standard error is a terminal; `screen` is all it has drawn."""

    process: subprocess.Popen[str]
    master: int
    screen: str = field(default="")

    def read(self) -> bool:
        """Read what comes next; False when the replay has hung up."""
        try:
            drawn = os.read(self.master, 4096)
        except OSError:  # how Linux says that nobody holds the other end any more
            return False
        self.screen += drawn.decode(errors="replace")
        return bool(drawn)

    def wait_for(self, text: str) -> None:
        while text not in self.screen:
            assert self.read(), self.screen

    def hear(self, asked: signal.Signals) -> int:
        """Send a signal, read to the end, and return the exit status."""
        self.process.send_signal(asked)
        return self.finish()

    def finish(self) -> int:
        while self.read():
            pass
        return self.process.wait(timeout=30)


def _hear_interrupts() -> None:
    """A shell starts what runs behind it deaf to Ctrl+C, tests too; a terminal's programs hear it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@contextmanager
def at_terminal(folder: Path, file: Path, *options: object) -> Iterator[Terminal]:
    master, slave = pty.openpty()
    process = subprocess.Popen(
        command(file, *options),
        cwd=ROOT,
        env=environment(folder),
        stdout=subprocess.PIPE,
        stderr=slave,
        text=True,
        preexec_fn=_hear_interrupts,
    )
    os.close(slave)
    try:
        yield Terminal(process, master)
    finally:
        process.kill()
        process.communicate()
        os.close(master)
