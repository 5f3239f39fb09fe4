"""The watched folder: a file that another program drops there becomes a bill that waits at the counter, once.

A file is taken when it has stood still. It is stored first and moved away afterwards: a counter that is killed between
the two knows the file again by its name, its size, its age and its text. Source: docs/companion.md.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from app.domain.errors import DomainError, invalid
from app.services.desk import Desk
from app.services.sales.arrivals import News, NoRoomError, Told, receive, understood
from app.services.sales.totals import TEXT_MAX

STILL_S: Final = 2.0  # how long a whole file has stood still
UNFINISHED_STILL_S: Final = 10.0  # and one that does not look whole
FILES_MAX: Final = 200  # looked at in one go
TAKEN, BROKEN = "taken", "broken"
_SUFFIXES = (".txt", ".csv", ".json")
_NUMBERS_MAX = 10_000


@dataclass(slots=True)
class _Seen:
    """A file as it was when it last changed, and since when it has been so."""

    mark: tuple[int, int]
    since_s: float
    is_refused: bool = False


@dataclass(slots=True)
class WatchedFolder:
    """`now_s` is a clock that only goes forward; `tell` hears what there is to say, on the thread that looks."""

    desk: Desk
    folder: Path
    tell: Callable[[Told], None]
    now_s: Callable[[], float]
    _seen: dict[str, _Seen] = field(default_factory=dict)
    _trouble: str = ""
    _trouble_before: str = ""

    def look(self) -> None:
        """One look at the folder; takes what stands still. Raises StoreFault; the next look tries again."""
        self._trouble_before, self._trouble = self._trouble, ""
        try:
            files = self._files()
        except OSError as wrong:
            self._say_trouble(Told(News.NO_FOLDER, str(self.folder), wrong.strerror or str(wrong)))
            return
        self._seen = {name: seen for name, seen in self._seen.items() if name in {one.name for one in files}}
        for file in files:
            self._look_at(file)

    def _files(self) -> Sequence[Path]:
        """What is called like a document, in the order of the names. One that begins with a dot is being written."""
        named = (
            one for one in self.folder.iterdir() if one.suffix.lower() in _SUFFIXES and not one.name.startswith(".")
        )
        files = (one for one in named if one.is_file() and not one.is_symlink())
        return sorted(files, key=lambda one: one.name)[:FILES_MAX]

    def _look_at(self, file: Path) -> None:
        try:
            mark = _mark(file)
            seen = self._seen.get(file.name)
            if seen is None or seen.mark != mark:
                self._seen[file.name] = _Seen(mark, self.now_s())
                return
            if seen.is_refused or self.now_s() - seen.since_s < STILL_S:
                return
            data = _read(file)
        except OSError:  # gone, or somebody has it open: the next look sees
            return
        if _is_whole(data) or self.now_s() - seen.since_s >= UNFINISHED_STILL_S:
            self._take(file, data, seen)

    def _take(self, file: Path, data: bytes, seen: _Seen) -> None:
        try:
            totals = understood(self.desk, _text(data))
            arrived = receive(self.desk, totals, key=_key(file, data, seen.mark, totals.key))
        except DomainError as wrong:
            self._put_aside(file, wrong.message, seen)
            return
        except NoRoomError:
            self._say_trouble(Told(News.FULL, file.name))
            return
        to = _moved(file, self.folder / TAKEN)
        if to is None:
            seen.since_s = self.now_s()  # somebody holds it: it is known, and moved at a later look
        elif _mark(to) != seen.mark:
            _moved(to, self.folder)  # its program wrote it anew in that very moment: it is another one
        if arrived.is_new:
            self.tell(Told(News.BILL, totals.number or file.name, str(totals.amount_minor)))

    def _put_aside(self, file: Path, why: str, seen: _Seen) -> None:
        """As it is, beside a text that says why. Where it cannot be moved it stays, and is said once."""
        to = _moved(file, self.folder / BROKEN)
        seen.is_refused = to is None
        if to is not None:
            with suppress(OSError):
                to.with_name(f"{to.name}.why.txt").write_text(f"{why}\n", "utf-8")
        self.tell(Told(News.BROKEN, file.name, why))

    def _say_trouble(self, told: Told) -> None:
        """Once, until it is over."""
        if told.news not in (self._trouble, self._trouble_before):
            self.tell(told)
        self._trouble = told.news


def _mark(file: Path) -> tuple[int, int]:
    about = file.stat()
    return about.st_size, about.st_mtime_ns


def _read(file: Path) -> bytes:
    with file.open("rb") as opened:
        return opened.read(4 * TEXT_MAX + 1)


def _text(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise invalid("It is not text in UTF-8. Nothing was taken.") from None


def _is_whole(data: bytes) -> bool:
    """Whether it ends as a document does: with its last brace, or the end of a line."""
    bare = data.removeprefix(b"\xef\xbb\xbf").lstrip()
    return bare.rstrip().endswith(b"}") if bare.startswith(b"{") else data.endswith(b"\n")


def _key(file: Path, data: bytes, mark: tuple[int, int], given: str) -> str:
    """What its program calls it; or this very file. The same figures in another file are another bill."""
    if given:
        return f"given {given}"
    size, changed_ns = mark
    of_file = f"{file.name}\0{size}\0{changed_ns}\0".encode() + data
    return f"file {hashlib.sha256(of_file).hexdigest()}"


def _moved(file: Path, folder: Path) -> Path | None:
    """Where it is now; nothing there is written over. None where it could not be moved."""
    try:
        folder.mkdir(exist_ok=True)
        for number in range(1, _NUMBERS_MAX):
            to = folder / (file.name if number == 1 else f"{file.stem}-{number}{file.suffix}")
            if not to.exists():
                file.rename(to)
                return to
    except OSError:
        pass
    return None
