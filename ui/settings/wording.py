"""Wording of the settings: whose counter this is, and what joining a chain comes to."""

from __future__ import annotations

from urllib.parse import urlsplit

from app.domain.formats import points
from app.domain.money import Currency
from app.services.chain.outbox import Outbox
from app.services.ports import Bond, Link
from ui.kinds import entries_words
from ui.words import later, tr

HISTORY_NONE = later(
    "Its history goes to the server once: {entries}, bills and members as they were made. "
    "Nothing here is deleted, and selling goes on meanwhile. Members the chain knows already, "
    "by their phone, are proposed for merging. From then on the server decides about rates, "
    "tiers and expiry."
)
HISTORY_JOINED = later(
    "Its history is at the server. If it is paired again, nothing is sent twice: only what "
    "waits goes, with a new run of numbers."
)
HISTORY_JOINING = later(
    "Its history is being sent; still to go: {entries}. Nothing here is deleted, and selling goes on meanwhile."
)
LEAVING = later(
    "A manager takes a counter off at the server. Its bills stay here and there, what it "
    "holds of cards goes back, and it sells on by itself; points of shared cards can then be "
    "used only up to the offline limit. To come back it is paired again."
)
LIMIT_NONE = later(
    "Without the server, this counter lets a card use only the points set aside for it here. "
    "Nothing can be overdrawn. Only the server can change this."
)
LIMIT_SOME = later(
    "Without the server, a card may use up to {card} points ({card_money}) more than is set "
    "aside for it here; all cards together {counter} points ({counter_money}) until the "
    "server answers again. At worst this counter can cost the shop {counter_money} so; each "
    "other counter adds its own. Only the server can change this."
)
LIMIT_ALONE = later("A counter on its own knows all points there are, so it has no offline limit.")

_BONDS = {
    Bond.JOINING: later("Joining {store} at {host}. Its history is being sent."),
    Bond.ACTIVE: later("Belongs to {store} at {host}."),
    Bond.REVOKED: later("Was taken off {store} at {host}. It sells on by itself; to come back, pair it again."),
    Bond.FORKED: later("Stopped syncing with {store} at {host}: another computer says it is this counter. Pair again."),
}


def standing_words(link: Link | None) -> str:
    if link is None:
        return tr("On its own: this counter belongs to no server.")
    store = link.store_name or tr("the chain")
    return tr(_BONDS[link.bond], store=store, host=urlsplit(link.server_url).netloc)


def history_words(kept: Outbox | None) -> str:
    if kept is None:
        return ""
    entries = entries_words(kept.waiting)
    if kept.link is None:
        return tr(HISTORY_NONE, entries=entries)
    return tr(HISTORY_JOINING, entries=entries) if kept.link.bond is Bond.JOINING else tr(HISTORY_JOINED)


def limit_words(kept: Outbox | None, currency: Currency) -> str:
    """The offline limit with its worst case, in money."""
    if kept is None:
        return ""
    if kept.link is None:
        return tr(LIMIT_ALONE)
    worth = kept.floor
    if not worth.floor.card or not worth.floor.counter:
        return tr(LIMIT_NONE)
    return tr(
        LIMIT_SOME,
        card=points(worth.floor.card),
        card_money=currency.text(worth.card_minor),
        counter=points(worth.floor.counter),
        counter_money=currency.text(worth.counter_minor),
    )
