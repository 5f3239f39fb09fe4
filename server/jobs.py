"""Jobs: what the server does by itself, tenant by tenant, on threads of its process."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta

from app.domain.lease import SILENCE_DAYS_MAX
from app.services.desk import Desk
from app.services.keeping.faults import StoreFault
from app.services.members import birthdays, sweeps
from app.services.records import to_micros
from app.services.rewards import voucher_sweeps
from server import alarms, turns
from server.desks import desk_of
from server.identity import devices
from server.identity.status import DeviceStatus
from server.intake import homes
from server.intake.repricing import reprice
from server.partners.fulfilment import fulfil
from server.parts import Parts
from server.rights import idle, leases
from server.rights.budgets import share_out
from server.rights.leases import server_store
from server.telling.begun import tell_begun

STAFF = "server"
TICK_S = 5.0
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Job:
    """`every` is how long after one turn the next begins, in whichever process."""

    name: str
    every: timedelta
    run: Callable[[Desk], None]


def expire(desk: Desk) -> None:
    sweeps.expire_all(desk)
    voucher_sweeps.expire_all(desk)


def review_tiers(desk: Desk) -> None:
    sweeps.review_tiers(desk, staff=STAFF)


def give_birthdays(desk: Desk) -> None:
    birthdays.give(desk)


def grant_idle(desk: Desk) -> None:
    idle.grant_idle(desk)


def write_off(desk: Desk) -> None:
    """The rights of counters that are lost, or have not been heard of for SILENCE_DAYS_MAX."""
    silent_since = to_micros(desk.clock.now() - timedelta(days=SILENCE_DAYS_MAX))
    with server_store(desk).reading() as unit:
        known = devices.every(unit.scope)
    for device in known:
        if device.status is DeviceStatus.LOST or device.last_seen_at < silent_since:
            leases.write_off(desk, device.counter_code)


def price_again(desk: Desk) -> None:
    while reprice(desk):
        pass


def look(desk: Desk) -> None:
    with server_store(desk).writing() as unit:
        alarms.look(unit.scope, at=to_micros(desk.clock.now()))


JOBS: Sequence[Job] = (
    Job("expire", timedelta(hours=1), expire),
    Job("tiers", timedelta(days=1), review_tiers),
    Job("birthdays", timedelta(hours=1), give_birthdays),
    Job("write off", timedelta(minutes=1), write_off),
    Job("idle grants", timedelta(minutes=5), grant_idle),
    Job("budgets", timedelta(minutes=1), share_out),
    Job("price again", timedelta(minutes=1), price_again),
    Job("begun", timedelta(minutes=1), tell_begun),
    Job(homes.JOB, timedelta(seconds=15), homes.fill),
    Job("alarms", timedelta(seconds=30), look),
)
# Who is asked may be slow: nobody else's job waits for them.
PARTNER_JOBS: Sequence[Job] = (Job("partners", timedelta(seconds=15), fulfil),)


@contextmanager
def background(parts: Parts, *, tick_s: float = TICK_S) -> Iterator[None]:
    """Do the jobs while the block lasts. A job that has begun is finished."""
    stopping = threading.Event()

    def work(jobs: Sequence[Job]) -> None:
        while not stopping.wait(tick_s):
            run_due(parts, stopping, jobs)

    threads = [
        threading.Thread(target=work, args=(jobs,), name=name)
        for name, jobs in (("jobs", JOBS), ("partners", PARTNER_JOBS))
    ]
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        stopping.set()
        for thread in threads:
            thread.join()


def run_due(parts: Parts, stopping: threading.Event | None = None, jobs: Sequence[Job] = JOBS) -> None:
    """Every one of these jobs of every tenant whose turn it is."""
    for tenant_id in _tenants(parts):
        for job in jobs:
            if stopping is not None and stopping.is_set():
                return
            _run(parts, tenant_id, job)


def _tenants(parts: Parts) -> Sequence[str]:
    """None while the database is away: it is asked again at the next tick."""
    try:
        return parts.database.tenants()
    except StoreFault as fault:
        _log.warning("jobs wait: %s", fault)
        return ()


def _run(parts: Parts, tenant_id: str, job: Job) -> None:
    """A job that fails is done again at its next turn; the others go on."""
    try:
        desk = desk_of(parts, tenant_id)
        if _is_our_turn(desk, job, parts.ids.entity()):
            job.run(desk)
    except StoreFault as fault:
        _log.warning("job %s of tenant %s: %s", job.name, tenant_id, fault)
    except Exception:  # noqa: BLE001 - the edge of what nobody asked for
        _log.exception("job %s of tenant %s failed", job.name, tenant_id)


def _is_our_turn(desk: Desk, job: Job, holder: str) -> bool:
    now = desk.clock.now()
    with server_store(desk).writing() as unit:
        until = to_micros(now + job.every)
        return turns.take(unit.scope, job.name, holder=holder, at=to_micros(now), until=until)
