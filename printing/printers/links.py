"""Links: how bytes reach a receipt printer, and its answers come back. Nothing here waits longer than it says."""

from __future__ import annotations

import os
import select
import socket
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

from app.services.papers.printers import PORT, PrinterSetup, after_colon
from printing.printers.faults import PrinterFault, Trouble, reason_of
from printing.printers.library import printers, printing_error

CHUNK_BYTES = 4096
SERIAL_SPEED = 9600


@dataclass(frozen=True, slots=True)
class Patience:
    """How long to wait, in seconds: to be let in, for an answer, for a printer that takes no data, for the paper."""

    connect_s: float = 3.0
    answer_s: float = 1.0
    stall_s: float = 6.0
    done_s: float = 20.0


PATIENT = Patience()


class Link(Protocol):
    def send(self, data: bytes) -> None:
        """Raises TimeoutError when nothing goes out any more, OSError when the other side is gone."""

    def read(self, wait_s: float) -> bytes | None:
        """What has come, at least a byte; None when nothing came in time. OSError when the other side is gone."""

    def close(self) -> None: ...


class NetworkLink:
    def __init__(self, setup: PrinterSetup, patience: Patience) -> None:
        host, port = after_colon(setup.address, otherwise=PORT)
        self._stall_s = patience.stall_s
        self._printer = printers().Network(host, port)
        # Connected here, because the library's own way knows no IPv6, and forgets to close what it could not connect.
        try:
            self._printer.device = socket.create_connection((host, port), timeout=patience.connect_s)
        except OSError as error:
            raise PrinterFault(Trouble.GONE, setup.name, reason_of(error)) from error

    def send(self, data: bytes) -> None:
        self._printer.device.settimeout(self._stall_s)
        for start in range(0, len(data), CHUNK_BYTES):
            self._printer._raw(data[start : start + CHUNK_BYTES])

    def read(self, wait_s: float) -> bytes | None:
        self._printer.device.settimeout(wait_s)
        try:
            answer: bytes = self._printer._read()
        except TimeoutError:
            return None
        if not answer:
            raise ConnectionResetError("the printer closed the connection")
        return answer

    def close(self) -> None:
        self._printer.close()


class SerialLink:
    def __init__(self, setup: PrinterSetup, patience: Patience) -> None:
        port, speed = after_colon(setup.address, otherwise=SERIAL_SPEED)
        self._printer = _opened(
            setup, lambda: printers().Serial(port, baudrate=speed, timeout=patience.answer_s, dsrdtr=False)
        )
        self._printer.device.write_timeout = patience.stall_s

    def send(self, data: bytes) -> None:
        from serial import SerialTimeoutException  # type: ignore[import-untyped]

        try:
            for start in range(0, len(data), CHUNK_BYTES):
                self._printer._raw(data[start : start + CHUNK_BYTES])
            self._printer.device.flush()
        except SerialTimeoutException as stalled:
            raise TimeoutError from stalled

    def read(self, wait_s: float) -> bytes | None:
        device = self._printer.device
        device.timeout = wait_s
        answer: bytes = device.read(1)
        return answer + device.read(device.in_waiting) if answer else None

    def close(self) -> None:
        self._printer.close()


class DeviceLink:
    """A device or a file of the system, which only takes. Opened so that a printer that is stuck cannot hold us."""

    def __init__(self, setup: PrinterSetup, patience: Patience) -> None:
        self._stall_s = patience.stall_s
        how = os.O_WRONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_BINARY", 0)
        try:
            self._file = os.open(setup.address, how)
        except OSError as error:
            raise PrinterFault(Trouble.GONE, setup.name, reason_of(error)) from error

    def send(self, data: bytes) -> None:
        left = memoryview(data)
        while left:
            self._wait_for_room()
            left = left[os.write(self._file, left[:CHUNK_BYTES]) :]

    def _wait_for_room(self) -> None:
        if os.name != "nt" and not select.select([], [self._file], [], self._stall_s)[1]:
            raise TimeoutError

    def read(self, wait_s: float) -> bytes | None:  # noqa: ARG002 - it never says anything
        return None

    def close(self) -> None:
        os.close(self._file)


def _opened(setup: PrinterSetup, make: Callable[[], Any]) -> Any:
    """A printer of the library, open. Its reasons are wrapped twice; ours is the innermost."""
    try:
        printer = make()
        printer.open()
    except (OSError, RuntimeError, printing_error()) as error:
        raise PrinterFault(Trouble.GONE, setup.name, reason_of(error)) from error
    return printer


def answered(link: Link, is_answer: Callable[[int], bool], *, wait_s: float) -> int | None:
    """The first byte that is an answer; printers also speak without being asked. None when none came in time."""
    ends_at = time.monotonic() + wait_s
    while (left_s := ends_at - time.monotonic()) > 0:
        came = link.read(left_s)
        answer = next((byte for byte in came or b"" if is_answer(byte)), None)
        if answer is not None:
            return answer
    return None
