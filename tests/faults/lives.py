"""Lives of a process from outside: begun, killed and begun again; and the counters that talk to a server that dies."""

from __future__ import annotations

import re
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, cast

from app.domain.days import INDIA
from app.machine import RandomIds, Ticks
from app.persistence.home import open_home
from app.services.desk import Desk
from app.services.programs.program import publish
from server.parts import Parts
from sync.clock_offset import ClockOffset, Moment
from sync.leases import top_up
from sync.line_fault import LineFault
from tests.chain.counters import Chain, ChainCounter
from tests.desks import PROGRAM
from tests.server import callers
from tests.server.running import Running, SetClock

ROOT = Path(__file__).parents[2]
KILLED = -9
_URL = re.compile(r"listens on (https?://\S+)")
_CODE = re.compile(r"\(tenant (\S+)\): the owner signs in with ([A-Z2-9]{4}-[A-Z2-9]{4}),")


@dataclass
class Ticking(SetClock):
    """The time of day: what another process goes by. A clock that somebody set wrong is fast by something."""

    is_fast_by: timedelta = timedelta(0)

    def now(self) -> datetime:
        return datetime.now(UTC) + self.is_fast_by

    def advance(self, **by: float) -> None:
        """It goes by itself."""


@dataclass
class Lives:
    """A wrapper's process. One life at a time."""

    process: subprocess.Popen[str]
    said: list[str] = field(default_factory=list)

    def begin(self, line: str) -> None:
        assert self.process.stdin is not None
        self.said = []
        self.process.stdin.write(f"{line}\n")
        self.process.stdin.flush()

    def heard(self, pattern: re.Pattern[str]) -> re.Match[str]:
        """The first line that says this."""
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.said.append(line.strip())
            if found := pattern.search(line):
                return found
        raise AssertionError(f"it never came to that: {self.said}")

    def ended(self) -> int:
        """Its status, once it is over."""
        return int(self.heard(re.compile(r"^gone (-?\d+)$"))[1])

    def kill(self) -> int:
        self.begin("die")
        return self.ended()


@contextmanager
def lives(module: str, environment: Mapping[str, str], errors: Path) -> Iterator[Lives]:
    with (
        errors.open("a") as stderr,
        subprocess.Popen(
            [sys.executable, "-m", module],
            cwd=ROOT,
            env=dict(environment),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=stderr,
            text=True,
        ) as process,
    ):
        try:
            yield Lives(process)
        finally:
            assert process.stdin is not None
            with suppress(BrokenPipeError):
                process.stdin.close()
            process.wait(60)


@dataclass
class Seller(ChainCounter):
    """A counter that talks to a server in another process, wherever that listens now."""

    server_url: str = ""

    @property
    def url(self) -> str:
        return self.server_url

    def called(self, url: str) -> None:
        """The server is somewhere else now."""
        self.hang_up()
        self.server_url = url

    def does(self, what: str) -> None:
        connection = self.connected()
        if what == "push":
            while self.cycle.send(connection).more:
                pass
        elif what == "pull":
            self.hear()
        else:
            top_up(self.desk, connection.transport, what.removeprefix("scan:"))

    def hear(self) -> None:
        is_behind = True
        while is_behind:
            page = self.cycle.fetch(self.connected(), wait_ms=0)
            pulled = self.cycle.apply(self.connected(), page) if page else None
            is_behind = pulled is None or pulled.more

    def came_through(self) -> bool:
        """Whether all was said and heard; the server may have died meanwhile."""
        try:
            return self.sync()
        except LineFault:
            return False


@contextmanager
def opened_seller(
    folder: Path,
    url: str,
    *,
    code: str = "A1",
    chain: Chain | None = None,
    has_shop: bool = False,
    is_fast_by: timedelta = timedelta(0),
) -> Iterator[Seller]:
    folder.mkdir(parents=True, exist_ok=True)
    clock = Ticking(is_fast_by=is_fast_by)
    with open_home(folder / "till.db", tenant_id="local", counter_code=code, calendar=INDIA) as home:
        offset = ClockOffset(lambda: Moment(int(clock.now().timestamp() * 1000), time.monotonic_ns() // 1_000_000))
        desk = Desk(home.store, clock, RandomIds(), code, ticks=Ticks(offset.best_ms))
        seller = Seller(desk, clock, None, chain, home, offset, server_url=url)
        if has_shop and home.is_new:
            publish(desk, replace(PROGRAM, calendar=desk.calendar), staff="owner")
        try:
            yield seller
        finally:
            seller.hang_up()


@dataclass
class MortalServer:
    """The server's process. `url` is where its present life listens."""

    lives: Lives
    tenant_id: str = ""
    owner_code: str = ""
    url: str = ""

    def begin(self, dies_in: str = "serve", at: int = 0) -> str:
        self.lives.begin(f"{dies_in} {at}")
        self.url = self.lives.heard(_URL)[1]
        for line in self.lives.said:
            if found := _CODE.search(line):
                self.tenant_id, self.owner_code = found[1], found[2]
        return self.url

    def chain(self, wire: callers.Wire) -> Chain:
        """Its first tenant, with an owner who has come in and a store."""
        owner = callers.sign_in(wire, self.owner_code)["access_token"]
        store = callers.done(wire.post("/api/v1/stores", {"name": "MG Road"}, owner))
        return Chain(wire.running, callers.Shop(wire, self.tenant_id, store["store_id"], owner))


def wire_to(url: str) -> callers.Wire:
    """Calls to a server of which nothing but the address is known."""
    return callers.Wire(Running(url, cast(Parts, cast(Any, None)), Ticking()))
