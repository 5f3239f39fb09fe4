"""A CUPS server of its own for tests, with a queue that prints to PDF: on a socket and with folders nobody else has."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

QUEUE = "Office"
BACKEND, MODEL = Path("/usr/lib/cups/backend/cups-pdf"), Path("/usr/share/ppd/cups-pdf/CUPS-PDF_noopt.ppd")
STARTS_S, PRINTS_S = 10, 30

_FILES = """
ServerRoot {at}/etc
ServerBin /usr/lib/cups
CacheDir {at}/cache
StateDir {at}/state
TempDir {at}/tmp
RequestRoot {at}/spool
ErrorLog {at}/log/error
AccessLog {at}/log/access
PageLog {at}/log/page
SystemGroup root
User lp
Group lp
FileDevice Yes
Printcap
"""
_SERVER = """
LogLevel info
Listen {at}/state/cups.sock
Browsing No
DefaultAuthType None
WebInterface No
<Location />
  Order allow,deny
  Allow all
</Location>
<Location /admin>
  Order allow,deny
  Allow all
</Location>
<Policy default>
  <Limit All>
    Order deny,allow
  </Limit>
</Policy>
"""


def why_not() -> str:
    """Why CUPS cannot be run here; empty when it can."""
    if sys.platform != "linux" or os.geteuid() != 0:
        return "only root may run a CUPS server with its own backends"
    missing = [name for name in ("cupsd", "lpadmin", "lp") if not _command(name)]
    missing += [path.name for path in (BACKEND, MODEL) if not path.exists()]
    return f"not installed: {', '.join(missing)} (setup/printing.sh brings them)" if missing else ""


def _command(name: str) -> str | None:
    return shutil.which(name, path=f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin")


@dataclass(frozen=True)
class Cups:
    """`socket` is what CUPS_SERVER has to say."""

    at: Path
    socket: str

    def tell(self, *command: str) -> None:
        """One of CUPS's own commands: cupsdisable, lpadmin."""
        found = _command(command[0])
        assert found is not None
        environment = {**os.environ, "CUPS_SERVER": self.socket}
        subprocess.run([found, *command[1:]], check=True, capture_output=True, timeout=20, env=environment)

    def printed(self, name: str) -> bytes:
        """The PDF that came out under this name, which is then taken away.

        The driver writes into our home whatever it is told, and may put more letters behind the name.
        """
        home = Path(pwd.getpwuid(os.geteuid()).pw_dir) / "PDF"
        ends_at = time.monotonic() + PRINTS_S
        while time.monotonic() < ends_at:
            for made in home.glob(f"{name}*.pdf"):
                content = made.read_bytes()
                if content.rstrip().endswith(b"%%EOF"):
                    made.unlink()
                    with suppress(OSError):  # somebody keeps other papers there
                        home.rmdir()
                    return content
            time.sleep(0.1)
        raise AssertionError(f"{name} was not printed:\n{(self.at / 'log' / 'error').read_text()[-2000:]}")


@contextmanager
def cups_server() -> Iterator[Cups]:
    """Running, with the queue; stopped and gone afterwards."""
    at = Path(tempfile.mkdtemp(prefix="cups"))  # short, as the path of a socket has to be
    _furnish(at)
    command = [
        _command("cupsd") or "cupsd",
        "-f",
        "-c",
        str(at / "etc/cupsd.conf"),
        "-s",
        str(at / "etc/cups-files.conf"),
    ]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    cups = Cups(at, str(at / "state/cups.sock"))
    try:
        _wait_for(Path(cups.socket))
        cups.tell("lpadmin", "-p", QUEUE, "-E", "-v", "cups-pdf:/", "-P", str(MODEL))
        yield cups
    finally:
        server.terminate()
        server.wait(20)
        shutil.rmtree(at)


def _furnish(at: Path) -> None:
    at.chmod(0o755)
    for name in ("etc/ppd", "cache", "state", "tmp", "spool", "log"):
        (at / name).mkdir(parents=True)
    (at / "tmp").chmod(0o1777)
    (at / "etc/cups-files.conf").write_text(_FILES.format(at=at))
    (at / "etc/cupsd.conf").write_text(_SERVER.format(at=at))


def _wait_for(socket: Path) -> None:
    ends_at = time.monotonic() + STARTS_S
    while not socket.exists():
        assert time.monotonic() < ends_at, "cupsd did not start"
        time.sleep(0.05)
