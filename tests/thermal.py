"""A receipt printer on a loopback socket: it keeps what it is sent, and can be off, mute, slow, or out of paper.

`Paper` is what an ESC/POS printer would have made of the bytes: its pictures, its letters, its drawer and its blade.
"""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

from PIL import Image

WELL = 0b0001_0010
PAPER_END = WELL | 0b0110_0000


@dataclass
class Moods:
    """How the printer is. `drops_after` and `stalls_after` count bytes of what is to be printed."""

    has_paper: bool = True
    is_closed: bool = True
    answers: bool = True
    knows_done: bool = True
    cutter_is_stuck: bool = False
    drops_after: int | None = None
    stalls_after: int | None = None
    bytes_per_s: int | None = None
    ends_paper_after: int | None = None


@dataclass
class ThermalPrinter:
    """`sent` is every byte but the questions, one item a connection."""

    moods: Moods = field(default_factory=Moods)
    sent: list[bytearray] = field(default_factory=list)
    address: str = ""
    _server: socket.socket = field(default_factory=lambda: socket.create_server(("127.0.0.1", 0)))
    _is_over: threading.Event = field(default_factory=threading.Event)
    _inside: int = 0  # how many bytes of a picture are still to come

    def start(self) -> None:
        host, port = self._server.getsockname()
        self.address = f"{host}:{port}"
        self._server.settimeout(0.05)
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Off: nobody listens any more."""
        self._is_over.set()
        self._thread.join()
        self._server.close()

    @property
    def papers(self) -> list[Paper]:
        """What came out, a paper for each connection that printed something."""
        return [paper for paper in map(read, map(bytes, self.sent)) if paper.is_marked]

    def _serve(self) -> None:
        while not self._is_over.is_set():
            with suppress(TimeoutError):
                connection, _ = self._server.accept()
                with connection, suppress(ConnectionError):
                    self._talk(connection)

    def _talk(self, connection: socket.socket) -> None:
        kept = bytearray()
        self.sent.append(kept)
        connection.settimeout(0.05)
        # A small window, so that a printer that stalls is felt soon.
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        pending, self._inside = b"", 0
        while not self._is_over.is_set():
            try:
                came = connection.recv(1024)
            except TimeoutError:
                continue
            if not came:
                return
            pending = self._take(connection, kept, pending + came)
            if self._is_dropping(kept):
                connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
                return
            self._rest(kept, len(came))

    def _rest(self, kept: bytearray, came: int) -> None:
        if self.moods.stalls_after is not None and len(kept) >= self.moods.stalls_after:
            self._is_over.wait(30)
        if self.moods.bytes_per_s is not None:
            time.sleep(came / self.moods.bytes_per_s)

    def _is_dropping(self, kept: bytearray) -> bool:
        return self.moods.drops_after is not None and len(kept) >= self.moods.drops_after

    def _take(self, connection: socket.socket, kept: bytearray, data: bytes) -> bytes:
        """Answer the questions, keep the rest; the beginning of a command waits for its end."""
        while data:
            length = min(self._inside, len(data)) or _length(data)
            if length is None or (length > len(data) and not _is_raster(data)):
                return data
            if data[:2] in _QUESTIONS and not self._inside:
                self._answer(connection, data[:3], kept)
            else:
                kept += data[:length]
                self._inside += (length - len(data[:length])) if not self._inside else -length
            data = data[length:]
        return b""

    def _answer(self, connection: socket.socket, question: bytes, kept: bytearray) -> None:
        moods = self.moods
        if moods.ends_paper_after is not None and len(kept) >= moods.ends_paper_after:
            moods.has_paper = False
        if not moods.answers:
            return
        if question[:2] == b"\x1dr":
            if moods.knows_done and moods.has_paper and moods.is_closed:
                connection.sendall(b"\0")
            return
        connection.sendall(bytes([self._status(question[2])]))

    def _status(self, number: int) -> int:
        moods = self.moods
        if number == 2:
            return WELL | (0 if moods.is_closed else 0b100) | (0 if moods.has_paper else 0b10_0000)
        if number == 3:
            return WELL | (0b1000 if moods.cutter_is_stuck else 0)
        if number == 4:
            return WELL if moods.has_paper else PAPER_END
        return WELL if moods.has_paper and moods.is_closed else WELL | 0b1000


@contextmanager
def thermal_printer(moods: Moods | None = None) -> Iterator[ThermalPrinter]:
    printer = ThermalPrinter(moods or Moods())
    printer.start()
    try:
        yield printer
    finally:
        printer.stop()


@dataclass
class Paper:
    """What came out of the printer. `letters` are lines of text; `order` says what happened, in a word each."""

    pictures: list[Image.Image] = field(default_factory=list)
    letters: str = ""
    order: list[str] = field(default_factory=list)
    unknown: bytes = b""

    @property
    def kicks(self) -> int:
        return self.order.count("drawer")

    @property
    def cuts(self) -> int:
        return self.order.count("cut")

    @property
    def is_marked(self) -> bool:
        return bool(self.pictures or self.letters.strip())

    @property
    def picture(self) -> Image.Image:
        """All bands one below the other, black on white."""
        wide, high = max(band.width for band in self.pictures), sum(band.height for band in self.pictures)
        whole, top = Image.new("1", (wide, high), 1), 0
        for band in self.pictures:
            whole.paste(band, (0, top))
            top += band.height
        return whole


_LENGTHS = {  # commands of a fixed length, by their first two bytes
    b"\x1b@": 2, b"\x1bE": 3, b"\x1ba": 3, b"\x1bd": 3, b"\x1bt": 3, b"\x1bp": 5, b"\x1da": 3, b"\x1d!": 3, b"\x1dV": 3,
    b"\x1c.": 2,
}  # fmt: skip
_QUESTIONS = (b"\x10\x04", b"\x1dr")


def _is_raster(data: bytes) -> bool:
    return data[:3] == b"\x1dv0"


def _length(data: bytes) -> int | None:
    """How long the command is that begins here; None when too little of it has come."""
    if data[0] not in (0x10, 0x1B, 0x1C, 0x1D):
        return 1
    if _is_raster(data):
        wide, high = int.from_bytes(data[4:6], "little"), int.from_bytes(data[6:8], "little")
        return 8 + wide * high if len(data) >= 8 else None
    if data[:2] in _QUESTIONS:
        return 3
    length = _LENGTHS.get(data[:2], 1) + (data[:3] == b"\x1dVB")
    return length if len(data) >= 3 or len(data) >= length > 1 else None


_WORDS = {b"\x1bp": "drawer", b"\x1dV": "cut", b"\x1bd": "feed", b"\x1b@": "begin"}


def read(data: bytes) -> Paper:
    """What a printer does with the bytes. What it does not know is kept apart: there must be none."""
    paper, at = Paper(), 0
    while at < len(data):
        head, length = data[at : at + 2], _length(data[at:]) or len(data) - at
        if _is_raster(data[at:]):
            paper.pictures.append(_band(data[at : at + length]))
            paper.order.append("raster")
        elif head in _LENGTHS:
            paper.order += [_WORDS[head]] if head in _WORDS else []
        elif data[at] >= 0x20 or data[at] == 0x0A:
            paper.letters += data[at : at + 1].decode("cp437")
        else:
            paper.unknown += data[at : at + 1]
        at += length
    return paper


def _band(command: bytes) -> Image.Image:
    """As much of a picture as has come."""
    wide = int.from_bytes(command[4:6], "little")
    rows = (len(command) - 8) // wide
    dots = command[8 : 8 + rows * wide]
    return Image.frombytes("1", (wide * 8, rows), bytes(255 - byte for byte in dots))
