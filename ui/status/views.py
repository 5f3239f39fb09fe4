"""Views: how counter and server stand, and what waits, as the rows and figures of the page."""

from __future__ import annotations

from collections.abc import Iterator

from app.services.outbox import Outbox, Unsent
from app.services.standing import LinkState, Standing
from ui.kinds import entries_words, kind_words, kinds_words
from ui.status.speech import Speech
from ui.status.state import Fact, UnsentRow
from ui.when import span_words

HEADLINES = {
    LinkState.ALONE: ("On its own", "This counter belongs to no server. The settings (Ctrl+,) let it join one."),
    LinkState.SYNCED: ("Up to date", "Everything is sent, and everything the server told is here."),
    LinkState.SENDING: ("Sending", "Keep working."),
    LinkState.WAITING: ("Waiting for the server", "The server is busy. What waits is saved here and sent by itself."),
    LinkState.OFFLINE: ("Offline", "Bills work. What waits is saved here and is sent by itself when the line is back."),
    LinkState.STALE: ("Offline for long", "Bills work. Balances may be old, so fewer points can be used."),
    LinkState.NEEDS_CHECK: ("Needs a check", "Nothing is lost. Decide what is listed here when there is time."),
    LinkState.SIGN_IN: ("Not signed in", "Bills work and are saved here. Pair again in the settings (Ctrl+,)."),
    LinkState.CLOCK: ("Clock is wrong", "Bills work. Set the clock of this computer right; then sending goes on."),
    LinkState.UPDATE: ("Update needed", "Bills work and are saved here. Update this program when the shift ends."),
    LinkState.STORAGE: ("Disk trouble", "Bills still go to the journal. Issue no new cards; free some space."),
    LinkState.TRAINING: ("Training", "Nothing done here counts, and nothing is sent."),
}  # fmt: skip


def facts(standing: Standing, kept: Outbox | None, speech: Speech) -> tuple[Fact, ...]:
    """The figures behind the headline."""
    return tuple(_facts(standing, kept, speech))


def _facts(standing: Standing, kept: Outbox | None, speech: Speech) -> Iterator[Fact]:
    if standing.state is LinkState.ALONE:
        return
    yield Fact("Up to date", speech.moment(standing.last_synced_at) if standing.last_synced_at else "never")
    yield Fact("Last answer", speech.moment(standing.last_contact_at) if standing.last_contact_at else "never")
    yield Fact("Waiting", kinds_words(kept.kinds, kept.waiting) if kept and kept.waiting else str(standing.waiting))
    if standing.oldest_waiting_at is not None:
        yield Fact("Oldest waits", span_words(speech.now - standing.oldest_waiting_at))
    if standing.next_try_at is not None:
        yield Fact("Next try", speech.moment(standing.next_try_at))
    yield Fact("Clock", _clock_words(standing.offset_ms))
    if kept is not None and kept.link is not None:
        yield Fact("Server", f"{kept.link.store_name}, position {kept.link.position}")
    if standing.server_version:
        yield Fact("Version", standing.server_version)
    yield from (Fact("Trouble", words) for words in (standing.trouble, standing.alarm) if words)


def _clock_words(offset_ms: int | None) -> str:
    if offset_ms is None:
        return "not measured yet"
    seconds = round(abs(offset_ms) / 1000)
    if not seconds:
        return "as the server's"
    size = f"{seconds} s" if seconds < 120 else f"{seconds // 60} min"
    return f"{size} {'behind' if offset_ms > 0 else 'ahead of'} the server's"


def unsent_rows(kept: Outbox, standing: Standing, speech: Speech) -> tuple[UnsentRow, ...]:
    """What waits goes together, so the tries and the trouble are those of all of it."""
    tries = str(standing.tries) if standing.tries else ""
    return tuple(
        UnsentRow(_what(one, speech), speech.moment(one.occurred_at), tries, standing.trouble) for one in kept.unsent
    )


def _what(one: Unsent, speech: Speech) -> str:
    amount = "" if one.amount_minor is None else speech.currency.text(one.amount_minor)
    return "  ".join(filter(None, (kind_words(one.kind), one.subject, amount)))


def unsent_words(kept: Outbox | None) -> str:
    """What stands where there is nothing to list, or under a list that ends early."""
    if kept is None or not kept.waiting:
        return "Nothing waits to be sent."
    if kept.link is None:
        return f"{entries_words(kept.waiting)} would be sent as history if this counter joined a server."
    unseen = kept.waiting - len(kept.unsent)
    return f"{unseen} more after these." if unseen else ""
