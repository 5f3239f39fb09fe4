"""Disks: real ones of two megabytes that can be filled."""

import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

DISK_BYTES = 2 << 20
Freed = Callable[[], None]


@contextmanager
def small_disk(folder: Path) -> Iterator[Path]:
    """A real disk of two megabytes; for root only, as mounting is."""
    folder.mkdir(exist_ok=True)
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={DISK_BYTES}", "tmpfs", folder], check=True)
    try:
        yield folder
    finally:
        subprocess.run(["umount", folder], check=True)


def can_mount() -> bool:
    with TemporaryDirectory() as folder:
        try:
            with small_disk(Path(folder)):
                return True
        except (OSError, subprocess.CalledProcessError):
            return False


def fill(disk: Path) -> Freed:
    ballast = disk / "ballast"
    with ballast.open("wb", buffering=0) as file:
        try:
            while file.write(bytes(1024)):
                pass
        except OSError:
            return ballast.unlink
    raise AssertionError("the disk has no end")
