"""Views: how counter and server stand, and what waits, as the rows and figures of the page."""

from __future__ import annotations

from collections.abc import Iterator

from app.services.chain.outbox import Outbox, Unsent
from app.services.chain.standing import LinkState, Standing
from ui.kinds import entries_words, kind_words, kinds_words
from ui.status.speech import Speech
from ui.status.state import Fact, UnsentRow
from ui.when import span_words
from ui.words import later, said, tr, tr_n

HEADLINES = {
    LinkState.ALONE: (
        later("On its own"),
        later("This counter belongs to no server. The settings (Ctrl+,) let it join one."),
    ),
    LinkState.SYNCED: (later("Up to date"), later("Everything is sent, and everything the server told is here.")),
    LinkState.SENDING: (later("Sending"), later("Keep working.")),
    LinkState.WAITING: (
        later("Waiting for the server"),
        later("The server is busy. What waits is saved here and sent by itself."),
    ),
    LinkState.OFFLINE: (
        later("Offline"),
        later("Bills work. What waits is saved here and is sent by itself when the line is back."),
    ),
    LinkState.STALE: (
        later("Offline for long"),
        later("Bills work. Balances may be old, so fewer points can be used."),
    ),
    LinkState.NEEDS_CHECK: (
        later("Needs a check"),
        later("Nothing is lost. Decide what is listed here when there is time."),
    ),
    LinkState.SIGN_IN: (
        later("Not signed in"),
        later("Bills work and are saved here. Pair again in the settings (Ctrl+,)."),
    ),
    LinkState.CLOCK: (
        later("Clock is wrong"),
        later("Bills work and are sent. Set the clock of this computer right."),
    ),
    LinkState.UPDATE: (
        later("Update needed"),
        later("Bills work and are saved here. Update this program when the shift ends."),
    ),
    LinkState.STORAGE: (
        later("Disk trouble"),
        later("Bills still go to the journal. Issue no new cards; free some space."),
    ),
    LinkState.TRAINING: (later("Training"), later("Nothing done here counts, and nothing is sent.")),
}


def facts(standing: Standing, kept: Outbox | None, speech: Speech) -> tuple[Fact, ...]:
    """The figures behind the headline."""
    return tuple(_facts(standing, kept, speech))


def _facts(standing: Standing, kept: Outbox | None, speech: Speech) -> Iterator[Fact]:
    if standing.state is LinkState.ALONE:
        return
    yield Fact(tr("Up to date"), speech.moment(standing.last_synced_at) if standing.last_synced_at else tr("never"))
    yield Fact(tr("Last answer"), speech.moment(standing.last_contact_at) if standing.last_contact_at else tr("never"))
    yield Fact(tr("Waiting"), kinds_words(kept.kinds, kept.waiting) if kept and kept.waiting else str(standing.waiting))
    if standing.oldest_waiting_at is not None:
        yield Fact(tr("Oldest waits"), span_words(speech.now - standing.oldest_waiting_at))
    if standing.next_try_at is not None:
        yield Fact(tr("Next try"), speech.moment(standing.next_try_at))
    yield Fact(tr("Clock"), _clock_words(standing.offset_ms))
    if kept is not None and kept.link is not None:
        yield Fact(
            tr("Server"),
            tr("{store_name}, position {position}", store_name=kept.link.store_name, position=kept.link.position),
        )
    if standing.server_version:
        yield Fact(tr("Version"), standing.server_version)
    yield from (Fact(tr("Trouble"), said(words)) for words in (standing.trouble, standing.alarm) if words)


def _clock_words(offset_ms: int | None) -> str:
    if offset_ms is None:
        return tr("not measured yet")
    seconds = round(abs(offset_ms) / 1000)
    if not seconds:
        return tr("as the server's")
    size = tr("{n} s", n=seconds) if seconds < 120 else tr("{n} min", n=seconds // 60)
    return (
        tr("{size} behind the server's", size=size) if offset_ms > 0 else tr("{size} ahead of the server's", size=size)
    )


def unsent_rows(kept: Outbox, standing: Standing, speech: Speech) -> tuple[UnsentRow, ...]:
    """What waits goes together, so the tries and the trouble are those of all of it."""
    tries = str(standing.tries) if standing.tries else ""
    return tuple(
        UnsentRow(_what(one, speech), speech.moment(one.occurred_at), tries, said(standing.trouble))
        for one in kept.unsent
    )


def _what(one: Unsent, speech: Speech) -> str:
    amount = "" if one.amount_minor is None else speech.currency.text(one.amount_minor)
    return "  ".join(filter(None, (kind_words(one.kind), one.subject, amount)))


def unsent_words(kept: Outbox | None) -> str:
    """What stands where there is nothing to list, or under a list that ends early."""
    if kept is None or not kept.waiting:
        return tr("Nothing waits to be sent.")
    if kept.link is None:
        return tr(
            "{entries} would be sent as history if this counter joined a server.", entries=entries_words(kept.waiting)
        )
    unseen = kept.waiting - len(kept.unsent)
    return tr_n("{n} more after these.", "{n} more after these.", unseen) if unseen else ""
