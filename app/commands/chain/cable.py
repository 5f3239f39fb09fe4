"""A cable between one counter and the server, on this machine, that can be cut and healed."""

from __future__ import annotations

import asyncio
import threading
from contextlib import suppress
from typing import Self

from app.commands.chain.waiting import TooLongError

HOST = "127.0.0.1"
LAY_S_MAX = 10
_READ_BYTES = 64 * 1024


class Cable:
    """`with Cable(server_port) as cable:`, then the counter talks to `cable.url`. Carries bytes, whatever they say.

    Cut, it ends every connection at once, in whatever was being said, and takes no new ones until it is healed.
    """

    def __init__(self, server_port: int) -> None:
        self._server_port = server_port
        self._is_cut = False
        self._ends: set[asyncio.StreamWriter] = set()
        self._carrying: set[asyncio.Task[None]] = set()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._work, name="cable", daemon=True)
        self._ready = threading.Event()
        self.url = ""

    def __enter__(self) -> Self:
        self._thread.start()
        if not self._ready.wait(LAY_S_MAX):
            raise TooLongError(f"A cable to the server was not laid within {LAY_S_MAX} s.")
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        self._loop.call_soon_threadsafe(self._over.set)
        self._thread.join(LAY_S_MAX)
        if self._thread.is_alive() and kind is None:
            raise TooLongError(f"A cable to the server still carried something {LAY_S_MAX} s after its end.")

    @property
    def is_cut(self) -> bool:
        return self._is_cut

    def cut(self) -> None:
        self._is_cut = True
        self._loop.call_soon_threadsafe(self._part)

    def heal(self) -> None:
        self._is_cut = False

    def _work(self) -> None:
        with asyncio.Runner(loop_factory=lambda: self._loop) as runner:
            runner.run(self._listen())

    async def _listen(self) -> None:
        self._over = asyncio.Event()
        listener = await asyncio.start_server(self._take, HOST, 0)
        self.url = f"http://{HOST}:{listener.sockets[0].getsockname()[1]}"
        self._ready.set()
        await self._over.wait()
        listener.close()
        self._is_cut = True  # what is being connected right now is not begun any more
        self._part()
        if self._carrying:
            await asyncio.wait(self._carrying)

    def _part(self) -> None:
        for end in self._ends:
            end.transport.abort()

    def _take(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.create_task(self._carry(reader, writer))
        self._carrying.add(task)
        task.add_done_callback(self._carrying.discard)

    async def _carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(OSError):
            if not self._is_cut:
                far_reader, far_writer = await asyncio.open_connection(HOST, self._server_port)
                await self._both_ways((reader, far_writer), (far_reader, writer))
        writer.transport.abort()

    async def _both_ways(self, *ways: tuple[asyncio.StreamReader, asyncio.StreamWriter]) -> None:
        """Until one side has ended; then the other has, too."""
        ends = {writer for _, writer in ways}
        self._ends |= ends
        if self._is_cut:  # while the other half was being made
            self._part()
        pumps = [asyncio.create_task(_pump(*way)) for way in ways]
        await asyncio.wait(pumps, return_when=asyncio.FIRST_COMPLETED)
        self._ends -= ends
        for end in ends:
            end.close()
        await asyncio.wait(pumps)


async def _pump(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with suppress(OSError):
        while part := await reader.read(_READ_BYTES):
            writer.write(part)
            await writer.drain()
