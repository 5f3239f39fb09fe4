"""Gauges: how the ledgers stand when Prometheus asks, all tenants together; a tenant reads its own figures itself."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector
from sqlalchemy import func, select

from app.persistence.statement import Statement, owned
from app.persistence.tables.chain import leases, reviews
from app.persistence.uow import SqlUnitOfWork
from app.services.keeping.faults import StoreFault
from app.services.ports import Clock
from app.services.records import to_micros
from server.databases.database import Database
from server.databases.tables.identity import devices
from server.databases.tables.intake import outcomes
from server.databases.tables.running import alarms
from server.identity.status import DeviceStatus
from server.intake.inbox import is_waiting
from server.ledgers import feed
from sync.protocol import Status

_log = logging.getLogger(__name__)
_MINUTE = 60 * 1_000_000
LAST_HEARD = {"15m": 15 * _MINUTE, "1h": 60 * _MINUTE, "1d": 1440 * _MINUTE, "7d": 7 * 1440 * _MINUTE}
LONGER_AGO = "longer"

_EVENTS, _REVIEWS, _ALARMS = "tillpoint_events_waiting", "tillpoint_reviews_open", "tillpoint_alarms_open"
_LEASES, _LEASE_POINTS = "tillpoint_leases_outstanding", "tillpoint_lease_points_outstanding"
_POSITION, _COUNTERS = "tillpoint_feed_position", "tillpoint_counters"

# Labels are only what the program itself names: no number of tenants or counters makes more series.
_GAUGES = {
    _EVENTS: ("Events of counters that are kept and not posted.", ["status"]),
    _REVIEWS: ("What waits for a person to decide.", ["kind"]),
    _ALARMS: ("What is wrong at this moment.", ["kind"]),
    _LEASES: ("Rights to a member's points that counters hold.", []),
    _LEASE_POINTS: ("What those rights come to, in hundredths of points.", []),
    _POSITION: ("How far the feeds have come, the positions of all tenants together.", []),
    _COUNTERS: ("Living counters, by how long ago each last signed in.", ["last_heard"]),
}

_COUNT_EVENTS = Statement(
    select(outcomes.c.status, func.count())
    .where(owned(outcomes), is_waiting(outcomes.c.status))
    .group_by(outcomes.c.status)
)
_COUNT_REVIEWS = Statement(
    select(reviews.c.kind, func.count()).where(owned(reviews), reviews.c.settled_at.is_(None)).group_by(reviews.c.kind)
)
_COUNT_ALARMS = Statement(
    select(alarms.c.kind, func.count()).where(owned(alarms), alarms.c.cleared_at.is_(None)).group_by(alarms.c.kind)
)
_GONE = leases.c.spent + leases.c.returned + leases.c.written_off
_SUM_LEASES = Statement(
    select(func.count(), func.coalesce(func.sum(leases.c.granted - _GONE), 0)).where(
        owned(leases), leases.c.granted > _GONE
    )
)
_SEEN = Statement(select(devices.c.last_seen_at).where(owned(devices), devices.c.status == DeviceStatus.ACTIVE.value))

Series = tuple[str, *tuple[str, ...]]  # a gauge's name and the values of its labels


@dataclass(frozen=True, slots=True, eq=False)  # a registry tells its collectors apart by themselves
class Gauges(Collector):
    """Read from the store whenever they are asked for; nothing is counted along."""

    database: Database
    clock: Clock

    @staticmethod
    def describe() -> Iterable[GaugeMetricFamily]:
        return _families().values()

    def collect(self) -> Iterable[GaugeMetricFamily]:
        """A database that does not answer has no gauges; what the process counts itself is told all the same."""
        families = _families()
        try:
            found = self._found()
        except StoreFault as fault:
            _log.warning("the gauges could not be read: %s", fault)
        else:
            for (name, *labels), value in sorted(found.items()):
                families[name].add_metric(labels, value)
        return families.values()

    def _found(self) -> Counter[Series]:
        found: Counter[Series] = Counter(dict.fromkeys(_always(), 0))
        for tenant_id in self.database.tenants():
            with self.database.store(tenant_id).reading() as unit:
                for series, value in _figures(unit, to_micros(self.clock.now())):
                    found[series] += value
        return found


def _families() -> dict[str, GaugeMetricFamily]:
    return {name: GaugeMetricFamily(name, text, labels=labels) for name, (text, labels) in _GAUGES.items()}


def _always() -> Iterator[Series]:
    """What is told even where it is nothing, so that it can be seen to have been nothing."""
    yield from ((name,) for name in (_LEASES, _LEASE_POINTS, _POSITION))
    yield from ((_EVENTS, status.value) for status in (Status.QUARANTINED, Status.PARKED))
    yield from ((_COUNTERS, last_heard) for last_heard in (*LAST_HEARD, LONGER_AGO))


def _figures(unit: SqlUnitOfWork, at: int) -> Iterator[tuple[Series, int]]:
    for name, counts in ((_EVENTS, _COUNT_EVENTS), (_REVIEWS, _COUNT_REVIEWS), (_ALARMS, _COUNT_ALARMS)):
        for label, count in unit.scope.rows(counts):
            yield (name, label), count
    for count, points in unit.scope.rows(_SUM_LEASES):
        yield (_LEASES,), count
        yield (_LEASE_POINTS,), int(points)  # PostgreSQL adds up to a decimal
    yield (_POSITION,), feed.position_of(unit.journal.head())
    for (last_seen_at,) in unit.scope.rows(_SEEN):
        yield (_COUNTERS, _last_heard(at - last_seen_at)), 1


def _last_heard(ago: int) -> str:
    return next((name for name, length in LAST_HEARD.items() if ago <= length), LONGER_AGO)
