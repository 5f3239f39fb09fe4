"""Parts: what every request may need, made once when the server starts."""

from __future__ import annotations

from dataclasses import dataclass, field
from threading import Event
from typing import Annotated

from fastapi import Depends, Request

from app.machine import RandomIds, SystemClock
from app.services.ports import Clock, Ids
from app.services.records import to_micros
from server.auth.hashing import SecretHashes
from server.auth.signing import SigningKeys
from server.databases.database import Database
from server.ledgers.rounds import Rounds
from server.ledgers.writer import Writer
from server.secret import ServerSecret
from server.settings import ServerSettings
from server.telling.snapshots import Snapshots
from server.web.gauges import Gauges
from server.web.metrics import Metrics
from server.web.rates import Rates


@dataclass(frozen=True, slots=True)
class Parts:
    settings: ServerSettings
    database: Database
    secret: ServerSecret
    clock: Clock
    ids: Ids
    signing: SigningKeys
    hashes: SecretHashes
    rates: Rates
    metrics: Metrics
    writer: Writer
    rounds: Rounds
    snapshots: Snapshots
    stopping: Event = field(default_factory=Event)  # nobody is kept waiting from then on

    def now(self) -> int:
        """The server's instant, in microseconds."""
        return to_micros(self.clock.now())


def assemble(settings: ServerSettings, database: Database, secret: ServerSecret, clock: Clock | None = None) -> Parts:
    """The parts of a server over a prepared database."""
    ticking = clock or SystemClock()
    metrics = Metrics()
    metrics.registry.register(Gauges(database, ticking))
    return Parts(
        settings=settings,
        database=database,
        secret=secret,
        clock=ticking,
        ids=RandomIds(),
        signing=SigningKeys(database, secret, ticking),
        hashes=SecretHashes(),
        rates=Rates.of(settings),
        metrics=metrics,
        writer=Writer(database),
        rounds=Rounds(database),
        snapshots=Snapshots(settings.folder),
    )


async def _parts(request: Request) -> Parts:
    parts: Parts = request.app.state.parts
    return parts


Given = Annotated[Parts, Depends(_parts)]
