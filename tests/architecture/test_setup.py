"""The set-up of a machine: what is missing is brought, what cannot be is said, and the second time costs nothing."""

import hashlib
import shutil
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
BASH = shutil.which("bash") or "/bin/bash"
TOOLS = ("bash", "env", "dirname", "cat", "sha256sum")
LIBRARIES = [
    "libGL.so.1",
    "libEGL.so.1",
    "libxkbcommon.so.0",
    "libdbus-1.so.3",
    "libfontconfig.so.1",
    "libglib-2.0.so.0",
]
ZBAR = "libzbar.so.0"


@dataclass(frozen=True, slots=True)
class Machine:
    """A machine made of one folder of programs, and a copy of the set-up scripts to run on it."""

    folder: Path

    def program(self, name: str, script: str) -> None:
        path = self.folder / "bin" / name
        path.write_text(f"#!{BASH}\n{script}\n", "utf-8")
        path.chmod(0o755)

    def libraries(self, *names: str) -> None:
        self.program("ldconfig", "\n".join(f"echo '\t{name} (libc6) => /lib/{name}'" for name in names))

    def set_up(self, script: str, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        command = [BASH, str(self.folder / "setup" / script), *arguments]
        path = {"PATH": str(self.folder / "bin")}
        return subprocess.run(
            command, env=path | environment, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
        )

    def apt_calls(self) -> str:
        log = self.folder / "apt.log"
        return log.read_text("utf-8") if log.exists() else ""


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    (tmp_path / "bin").mkdir()
    for tool in TOOLS:
        (tmp_path / "bin" / tool).symlink_to(shutil.which(tool) or tool)
    shutil.copytree(ROOT / "setup", tmp_path / "setup")
    made = Machine(tmp_path)
    made.program("id", "echo 0")
    made.libraries(*LIBRARIES)
    return made


def _with_apt(machine: Machine, *, code: int = 0) -> None:
    machine.program("apt-get", f'echo "$@" >> "{machine.folder}/apt.log"; exit {code}')


def test_nothing_is_done_when_nothing_is_missing(machine: Machine) -> None:
    _with_apt(machine)
    machine.libraries(*LIBRARIES, ZBAR)
    run = machine.set_up("system.sh")
    assert (run.returncode, run.stdout, run.stderr, machine.apt_calls()) == (0, "", "", "")


def test_a_missing_library_is_installed(machine: Machine) -> None:
    _with_apt(machine)
    run = machine.set_up("system.sh")
    assert run.returncode == 0
    assert machine.apt_calls().splitlines()[0].endswith("install --no-install-recommends libzbar0")


def test_a_display_asks_for_its_own_libraries(machine: Machine) -> None:
    _with_apt(machine)
    machine.set_up("system.sh", DISPLAY=":0")
    assert "libzbar0 libxcb-cursor0 libxcb-icccm4" in machine.apt_calls()


def test_a_user_with_sudo_installs_through_it(machine: Machine) -> None:
    _with_apt(machine)
    machine.program("id", "echo 1000")
    machine.program("sudo", f'echo sudo "$1" >> "{machine.folder}/apt.log"; shift; exec "$@"')
    assert machine.set_up("system.sh").returncode == 0
    assert machine.apt_calls().splitlines()[0] == "sudo -n"


def test_without_apt_it_is_said_and_the_rest_goes_on(machine: Machine) -> None:
    run = machine.set_up("system.sh")
    assert run.returncode == 0
    assert "cannot install libzbar0: this machine has no apt-get" in run.stderr
    assert "apt-get install libzbar0" in run.stderr


def test_without_root_and_sudo_it_is_said_and_the_rest_goes_on(machine: Machine) -> None:
    _with_apt(machine)
    machine.program("id", "echo 1000")
    run = machine.set_up("system.sh")
    assert run.returncode == 0
    assert "cannot install libzbar0: this needs root, and there is no sudo" in run.stderr
    assert machine.apt_calls() == ""


def test_a_failing_apt_is_asked_again_with_fresh_lists_and_then_given_up(machine: Machine) -> None:
    _with_apt(machine, code=100)
    run = machine.set_up("system.sh")
    assert run.returncode == 0
    assert [call.split()[-1] for call in machine.apt_calls().splitlines()] == ["libzbar0", "update"]
    assert "going on without libzbar0" in run.stderr


def test_a_machine_without_a_recent_python_is_told_so(machine: Machine) -> None:
    machine.program("python3", "exit 1")
    run = machine.set_up("venv.sh", "run")
    assert run.returncode == 1
    assert "no Python 3.11 or newer here" in run.stderr


def test_a_python_that_cannot_make_environments_asks_for_its_package(machine: Machine) -> None:
    machine.program("python3", 'case "$2" in *ensurepip*) exit 1 ;; *print*) echo python3.11-venv ;; esac')
    run = machine.set_up("venv.sh", "run")
    assert run.returncode == 1
    assert "cannot install python3.11-venv" in run.stderr


def _lock_one_package(folder: Path, digest: str | None = None) -> None:
    """Leave a lock of one local package, with its true hash or another."""
    wheel = folder / "tiny-1.0-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        archive.writestr("tiny.py", "")
        archive.writestr("tiny-1.0.dist-info/METADATA", "Metadata-Version: 2.1\nName: tiny\nVersion: 1.0\n")
        archive.writestr("tiny-1.0.dist-info/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        archive.writestr("tiny-1.0.dist-info/RECORD", "")
    digest = digest or hashlib.sha256(wheel.read_bytes()).hexdigest()
    for lock in ("requirements.lock", "requirements-server.lock", "requirements-dev.lock"):
        (folder / lock).write_text(f"tiny @ {wheel.as_uri()} --hash=sha256:{digest}\n", "utf-8")


@pytest.fixture
def real_machine(machine: Machine) -> Machine:
    """One whose Python is ours."""
    for room in ("app", "printing", "server", "sync", "ui"):
        (machine.folder / room).mkdir()
        (machine.folder / room / "__init__.py").touch()
    (machine.folder / "bin/python3").symlink_to(Path(sys.base_prefix) / "bin/python3")
    return machine


def test_the_environment_is_made_once_and_again_when_the_lock_changes(real_machine: Machine) -> None:
    folder = real_machine.folder
    _lock_one_package(folder)
    first = real_machine.set_up("venv.sh", "dev")
    assert first.returncode == 0, first.stderr
    assert list(folder.glob(".venv/lib/*/site-packages/__pycache__/tiny.*.pyc"))
    assert list(folder.glob("app/__pycache__/__init__.*.pyc"))
    again = [real_machine.set_up("venv.sh", what) for what in ("dev", "run")]
    assert [(run.returncode, run.stdout) for run in again] == [(0, ""), (0, "")]
    (folder / "requirements.lock").write_text("# nothing\n", "utf-8")
    assert "installing the packages of requirements.lock" in real_machine.set_up("venv.sh", "run").stdout


def test_a_package_that_is_not_the_locked_one_is_refused(real_machine: Machine) -> None:
    _lock_one_package(real_machine.folder, digest="0" * 64)
    runs = [real_machine.set_up("venv.sh", "run") for _ in range(2)]
    assert all(run.returncode != 0 and "DO NOT MATCH THE HASHES" in run.stderr for run in runs)


def test_what_the_tests_print_on_is_brought_once_or_its_lack_is_said(machine: Machine) -> None:
    script = machine.folder / "setup" / "printing.sh"
    script.write_text(script.read_text("utf-8").replace("/usr/", f"{machine.folder}/usr/"), "utf-8")
    _with_apt(machine, code=100)
    without = machine.set_up("printing.sh")
    assert without.returncode == 0
    assert "cups cups-client cups-filters printer-driver-cups-pdf" in machine.apt_calls()
    assert "tests of office printers will be skipped" in without.stderr

    for path in ("usr/sbin/cupsd", "usr/lib/cups/backend/cups-pdf", "bin/lp"):
        program = machine.folder / path
        program.parent.mkdir(parents=True, exist_ok=True)
        program.write_text(f"#!{BASH}\n")
        program.chmod(0o755)
    calls = machine.apt_calls()
    assert machine.set_up("printing.sh").returncode == 0
    assert machine.apt_calls() == calls
