"""Faults sown into the real code, a line each: the machine must find every one of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from app.domain import lease as lease_rules
from app.domain.lease import Lease
from app.persistence import home
from app.persistence.repositories.effects import SqlEffects
from app.persistence.repositories.links import SqlLinks
from app.persistence.repositories.prints import SqlPrintQueue
from app.services.chain import adopting, granting, joining, overlaying, returning
from app.services.intake import points, refunds
from app.services.members import sweeps
from app.services.sales.spending import Spending
from app.services.tiers import tier_gifts
from server.api.sync import pulling as answers
from server.api.sync import pushing as pushes
from server.intake import poster
from server.intake.inbox import Inbox
from server.intake.intake import _Batch
from server.intake.poster import Poster
from server.ledgers.changes import Changes
from sync import pull as pulling
from sync import push as pushing
from tests.simulation.faults import (
    acked_by_guess,
    add_what_is_new,
    brought_anew,
    brought_anyway,
    chain_later,
    cursor_first,
    everything_is_news,
    feed_of_everybody,
    from_the_last_included,
    gap_is_fine,
    given_back_always,
    granted_as_more,
    lines_after_the_cursor,
    no_reviews,
    over_limit_unsaid,
    pending_twice,
    posted_as_sealed,
    returned_without_looking,
    shut_out_for_good,
    tail_is_fine,
    write_off_in_words,
)
from tests.simulation.sowing import Patch, nothing, put, together, wrapped


@dataclass(frozen=True)
class Mutant:
    """A fault that can be put in. `says` is what it would be in words."""

    name: str
    says: str
    sow: Callable[[], Patch]


MUTANTS: tuple[Mutant, ...] = (
    Mutant(
        "repeats forgotten",
        "What was taken in before a restart is taken in again.",
        together(put(_Batch, "last_seq", property(everything_is_news)), wrapped(Inbox, "add", add_what_is_new)),
    ),
    Mutant(
        "gap accepted",
        "A batch that leaves events out is taken.",
        together(put(_Batch, "last_seq", property(gap_is_fine)), put(_Batch, "_forked_at", nothing)),
    ),
    Mutant("fork accepted", "Two machines may live as one.", put(_Batch, "_forked_at", nothing)),
    Mutant(
        "hash not compared",
        "A repeat is taken for the same by its number.",
        wrapped(
            _Batch, "_forked_at", lambda real, self, repeated, fresh: None if repeated else real(self, repeated, fresh)
        ),
    ),
    Mutant("chain apart", "The chain's end is saved after the ledger.", wrapped(pushes, "receive", chain_later)),
    Mutant(
        "outstanding ignored",
        "Rights are granted twice.",
        put(granting, "grant", lambda wanted, *, available, **_: max(0, min(wanted, available))),
    ),
    Mutant(
        "rest ignores leases",
        "Other programs may use what counters hold.",
        put(lease_rules, "outstanding", lambda leases: 0 * len(list(leases))),
    ),
    Mutant(
        "write-off forgotten", "Rights are written off in words only.", put(granting, "write_off", write_off_in_words)
    ),
    Mutant(
        "over limit unsaid",
        "What was overspent is told to nobody.",
        wrapped(poster.granting, "settle", over_limit_unsaid),
    ),
    Mutant(
        "totals not noted",
        "What a counter says it used is not noted.",
        put(poster.granting, "settle", lambda *_, **__: []),
    ),
    Mutant("end not renewed", "Until when rights hold is never said.", put(granting, "renew", nothing)),
    Mutant(
        "unexpire skipped",
        "A late spend does not take points back out of their expiry.",
        put(points, "_revive", nothing),
    ),
    Mutant("quarantine unsaid", "What cannot be posted is shown to nobody.", wrapped(Poster, "post_one", no_reviews)),
    Mutant("dependents posted", "What depends on a waiting event does not wait.", put(Inbox, "held", lambda *_: set())),
    Mutant(
        "feed forgets verbs",
        "What other programs change is told to nobody.",
        together(put(Changes, "member", nothing), put(Changes, "moved", nothing)),
    ),
    Mutant("feed of everybody", "A query forgets its tenant.", feed_of_everybody),
    Mutant(
        "lines after the cursor", "A walk of pages leaves lines out.", wrapped(answers, "pull", lines_after_the_cursor)
    ),
    Mutant(
        "server's price",
        "An entry moves a hundredth more than was printed.",
        wrapped(
            points,
            "_admit",
            lambda real, self, member, entry: real(
                self, member, replace(entry, points=entry.points + (entry.kind == "EARN"))
            ),
        ),
    ),
    Mutant("cursor first", "The cursor is saved before its page.", wrapped(pulling, "adopt_page", cursor_first)),
    Mutant("grants add up", "A grant that comes twice counts twice.", wrapped(Lease, "told", granted_as_more)),
    Mutant(
        "end ignored",
        "Rights are used after the points have expired.",
        put(Lease, "usable", lambda self, _: self.outstanding),
    ),
    Mutant(
        "older answer wins", "A late answer overwrites a newer one.", put(adopting, "is_newer", lambda *_, **__: True)
    ),
    Mutant(
        "pending dropped",
        "What was not sent yet is forgotten when the server tells.",
        put(overlaying, "lay_over", nothing),
    ),
    Mutant("pending twice", "What was not sent yet counts twice.", wrapped(overlaying, "lay_over", pending_twice)),
    Mutant(
        "included once more",
        "The last event the server knows counts again.",
        wrapped(overlaying, "later_events", from_the_last_included),
    ),
    Mutant(
        "acknowledged by guess", "One event more is taken for sent.", wrapped(pushing, "acknowledge", acked_by_guess)
    ),
    Mutant(
        "no rewind",
        "A restored server is not given again what it lost.",
        together(put(pushing, "rewind", nothing), put(pulling, "rewind", nothing)),
    ),
    Mutant("tail ignored", "A lost end is not noticed, and numbers come again.", put(home, "compare", tail_is_fine)),
    Mutant(
        "shut out for good",
        "Who is let in again stays shut out: what a revoked counter had not sent is never sent.",
        wrapped(joining, "_link", shut_out_for_good),
    ),
    Mutant("expiry at a counter", "A counter of a chain lets points expire.", put(sweeps, "is_led", lambda _: False)),
    Mutant(
        "given back anywhere",
        "A right comes back that was not spent here and now.",
        put(Spending, "give_back", given_back_always),
    ),
    Mutant("returned twice", "Rights go back that were used.", put(returning, "_return", returned_without_looking)),
    Mutant(
        "every return believed",
        "A return is posted as it was sealed, whatever came back before.",
        put(refunds, "_judge", posted_as_sealed),
    ),
    Mutant(
        "floor without end", "The floor is there again for every bill.", put(SqlLinks, "floor_used", lambda *_: (0, 0))
    ),
    Mutant("gifts forgotten", "A new tier brings nothing.", put(tier_gifts, "bring", nothing)),
    Mutant("gifts kept", "What a tier brought stays when a refund takes the tier.", put(tier_gifts, "undo", nothing)),
    Mutant(
        "gifts anyway",
        "What a tier brought at a counter is posted, whether it rose or not.",
        wrapped(tier_gifts, "bring", brought_anyway),
    ),
    Mutant(
        "gifts anew",
        "What a tier brought is made anew where it rose as it did at the counter.",
        wrapped(tier_gifts, "bring", brought_anew),
    ),
    Mutant("bill without a print", "A receipt is not queued with its bill.", put(SqlPrintQueue, "add", nothing)),
    Mutant("key forgotten", "A second press of the button is a second bill.", put(SqlEffects, "record", nothing)),
)
NAMED: Mapping[str, Mutant] = {one.name: one for one in MUTANTS}
