"""Wording of the standing: what the chip says in each state, and the facts behind it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from app.domain.days import ShopCalendar
from app.services.chain.outbox import Outbox
from app.services.chain.standing import LinkState, Standing
from ui.actions import Do
from ui.kinds import kinds_words
from ui.when import clock_words, moment_words, span_words
from ui.words import later, said, tr, tr_n

_MINUTE_MS = 60_000


class Icon(StrEnum):
    """Shapes told apart without their colour."""

    TICK = "tick"
    ARROW = "arrow"
    DOT = "dot"
    RING = "ring"
    MARK = "mark"
    KEY = "key"
    CLOCK = "clock"
    UPDATE = "update"
    TRIANGLE = "triangle"
    HATCH = "hatch"


@dataclass(frozen=True, slots=True)
class Chip:
    """What the header shows. `meaning` is what it means for whoever sells; `opens` is what Enter on it does besides."""

    icon: Icon
    tone: str
    text: str
    meaning: str
    opens: Do | None = None


_Words = Callable[[Standing, datetime, ShopCalendar], str]


def chip_of(standing: Standing, *, now: datetime, calendar: ShopCalendar) -> Chip | None:
    """Nothing for a counter that is alone."""
    if standing.state is LinkState.ALONE:
        return None
    icon, tone, words, meaning, opens = _STATES[standing.state]
    return Chip(icon, tone, words(standing, now, calendar), tr(meaning), opens)


def details(standing: Standing, outbox: Outbox | None, *, now: datetime, calendar: ShopCalendar) -> list[str]:
    """Last success, what waits by kind, the oldest age, the next try, and what was wrong: a line each."""
    return list(_details(standing, outbox, now, calendar))


def _details(standing: Standing, outbox: Outbox | None, now: datetime, calendar: ShopCalendar) -> Iterator[str]:
    if standing.last_synced_at is not None:
        yield tr("Last up to date {when}", when=moment_words(standing.last_synced_at, calendar, now=now))
    else:
        yield tr("Not up to date with the server yet")
    if standing.waiting:
        yield tr("Waiting: {kinds}", kinds=kinds_words(outbox.kinds, outbox.waiting) if outbox else standing.waiting)
    if standing.oldest_waiting_at is not None:
        yield tr("The oldest waits {span}", span=span_words(now - standing.oldest_waiting_at))
    if standing.next_try_at is not None:
        yield tr("Next try {until}", until=_until(standing.next_try_at - now))
    yield from map(said, filter(None, (standing.trouble, standing.alarm)))


def _until(span: timedelta) -> str:
    if span < timedelta(minutes=1):
        return tr("in {n} s", n=max(0, round(span.total_seconds())))
    return tr("in {span}", span=span_words(span))


def _synced(standing: Standing, _now: datetime, calendar: ShopCalendar) -> str:
    at = standing.last_synced_at
    return tr("Up to date {time}", time=clock_words(at, calendar)) if at is not None else tr("Up to date")


def _offline(standing: Standing, now: datetime, _calendar: ShopCalendar) -> str:
    at = standing.last_contact_at
    words = tr("Offline {span}", span=span_words(now - at)) if at is not None else tr("Offline")
    return tr("{words} · {waiting} waiting", words=words, waiting=standing.waiting) if standing.waiting else words


def _stale(standing: Standing, now: datetime, _calendar: ShopCalendar) -> str:
    at = standing.last_contact_at
    if at is None:
        return tr("Offline – balances may be old")
    return tr("Offline {span} – balances may be old", span=span_words(now - at))


def _to_check(standing: Standing, _now: datetime, _calendar: ShopCalendar) -> str:
    return tr_n("{n} needs a check", "{n} need a check", standing.to_check)


def _clock(standing: Standing, _now: datetime, _calendar: ShopCalendar) -> str:
    minutes = round(abs(standing.offset_ms or 0) / _MINUTE_MS)
    return tr("Clock is {n} min wrong", n=minutes) if minutes else tr("Clock is wrong")


def _always(text: str) -> _Words:
    return lambda _standing, _now, _calendar: tr(text)


_STATES: Mapping[LinkState, tuple[Icon, str, _Words, str, Do | None]] = {
    LinkState.SYNCED: (Icon.TICK, "calm", _synced, later("Nothing to do."), None),
    LinkState.SENDING: (
        Icon.ARROW,
        "calm",
        lambda standing, _now, _calendar: tr("Sending {waiting}…", waiting=standing.waiting),
        later("Keep working."),
        None,
    ),
    LinkState.WAITING: (
        Icon.DOT,
        "info",
        lambda standing, _now, _calendar: tr("{waiting} waiting", waiting=standing.waiting),
        later("The server is busy. Everything is saved here and is sent by itself; Enter tries now."),
        Do.RETRY,
    ),
    LinkState.OFFLINE: (
        Icon.RING,
        "info",
        _offline,
        later("Bills, cards and points within the limit all work. Everything is sent by itself when the line is back."),
        None,
    ),
    LinkState.STALE: (
        Icon.RING,
        "warn",
        _stale,
        later("Bills work. Balances may be old, so fewer points can be used until the line is back."),
        None,
    ),
    LinkState.NEEDS_CHECK: (Icon.MARK, "warn", _to_check, later("Nothing is lost; a manager decides."), Do.SYNC_STATUS),
    LinkState.SIGN_IN: (
        Icon.KEY,
        "warn",
        _always(later("Counter not signed in")),
        later("Bills work and are saved here. Ask a manager to pair this counter again."),
        Do.SETTINGS,
    ),
    LinkState.CLOCK: (
        Icon.CLOCK,
        "warn",
        _clock,
        later("Bills work, but points would be dated wrong. Set the clock of this computer right."),
        None,
    ),
    LinkState.UPDATE: (
        Icon.UPDATE,
        "warn",
        _always(later("Update needed to sync")),
        later("Bills work and are saved here. Update this program when the shift ends."),
        None,
    ),
    LinkState.STORAGE: (
        Icon.TRIANGLE,
        "bad",
        _always(later("Disk nearly full")),
        later("Bills still go to the journal. Issue no new cards; free some space or call for help."),
        None,
    ),
    LinkState.TRAINING: (Icon.HATCH, "warn", _always(later("Training")), later("Nothing done here counts."), None),
}
