"""Wording of reviews: what happened, what both sides say, and what each choice means."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from app.services.keeping.checking import Choice, ReviewKind, choices_for
from app.services.ports import Review
from ui.rows import ChoiceRow
from ui.status.speech import Speech
from ui.status.state import Compared, Fact, ReviewView
from ui.words import later, tr

FACTS_MAX = 12  # of one side: what a person can compare
_LAST = ("counter", "event", "code")
HERE, SERVER = "here", "server"  # the facts of either side, in a review's facts
WANTED = "wanted"  # what somebody chose who may not, or that could not be done
DIFFERENCES = "differences"  # what a bill says and what it comes to, by name

_TITLES: Mapping[str, tuple[str, str]] = {
    ReviewKind.QUARANTINED: (
        later("Entry not posted"),
        later("The server could not post it. It is kept there byte for byte and blocks nobody. Nothing is lost."),
    ),
    ReviewKind.OVER_LIMIT: (
        later("Over the limit"),
        later(
            "The bill stands and the customer was charged nothing more. What the card owes, its next points pay back."
        ),
    ),
    ReviewKind.FORK: (
        later("Two computers at once"),
        later("Both sent different entries under one number. Until it knows which is right, the server takes no more."),
    ),
    ReviewKind.PRICE: (
        later("Other figures at the server"),
        later("The server comes to other figures for a bill. It stands as it was sold; nothing was changed."),
    ),
    ReviewKind.SAME_PHONE: (
        later("Two members, one phone"),
        later("Both were enrolled, at different counters. Both cards work and keep their points."),
    ),
    ReviewKind.LOST_END: (
        later("End of a file lost"),
        later("What was not sent before is missing at the server. The counter went on with a new run of numbers."),
    ),
    ReviewKind.CLOCK: (
        later("Clock was far off"),
        later("Bills were taken in with the time corrected. The days of some points may differ from the receipts."),
    ),
    ReviewKind.NEVER_SENT: (
        later("Entries that cannot be sent"),
        later(
            "Another computer's entries have taken their numbers. They are kept here; their points "
            "are not at the server."
        ),
    ),
    ReviewKind.DOES_NOT_FIT: (
        later("An entry does not fit"),
        later("It was made here and does not go with what the server told since. It is kept and was sent as it is."),
    ),
    ReviewKind.DRIFT: (
        later("Points counted differently"),
        later(
            "Counter and server did not know the same of some members. The server told them anew; no entry was lost."
        ),
    ),
    ReviewKind.CARD_STAYS: (
        later("A card stays blocked"),
        later("It was let free at one counter and blocked at another. The stricter of the two holds."),
    ),
    ReviewKind.CARD_TAKEN: (
        later("One card number, two members"),
        later(
            "A shop that joined had given out the same number. Its member keeps all points and has a new card number."
        ),
    ),
    ReviewKind.CARD_TWICE_REPLACED: (
        later("A card was replaced twice"),
        later("Two counters each gave the member a new card. The points are the member's, whichever they show."),
    ),
    ReviewKind.REFERRER_UNKNOWN: (
        later("A friend who is not known"),
        later("The member was enrolled as sent by somebody nobody knows. The member stands; nobody is rewarded."),
    ),
    ReviewKind.REFERRER_REFUSED: (
        later("A referral that cannot be"),
        later("It was set before, or would go in a circle. The member stands; the first referral holds."),
    ),
    ReviewKind.EDITED_TWICE: (
        later("Changed at two places"),
        later(
            "Somebody else had changed the same of this member meanwhile. The later of the two stands; both are kept."
        ),
    ),
    ReviewKind.DECIDED_TWICE: (
        later("Decided twice"),
        later("Two people decided the same check, each otherwise. The first holds; nothing else was done."),
    ),
    ReviewKind.RETURNED_TWICE: (
        later("Given back twice"),
        later("More was given back of a bill than was left of it. No points moved twice; the money is a loss."),
    ),
    ReviewKind.VOUCHER_TWICE: (
        later("A voucher used twice"),
        later("Its counter had been silent for too long, and another used it meanwhile. Both bills stand."),
    ),
    ReviewKind.STOCK_OVER: (
        later("More rewards than there are"),
        later("A counter that had been silent for too long gave out one more. Its voucher is good all the same."),
    ),
    ReviewKind.VOUCHER_KEPT: (
        later("A voucher stays used"),
        later("A bill came back whole after the voucher it had brought was used. The voucher's bill stands."),
    ),
    ReviewKind.PARTNER_SILENT: (
        later("A partner does not answer"),
        later("It is asked for this voucher until it says yes or no. Nothing is lost, and it gives it once at most."),
    ),
    ReviewKind.LATE: (
        later("Entries that came late"),
        later("The counter had been shut out when they came. They are kept, and nothing of them is posted."),
    ),
}
_SIDES: Mapping[str, tuple[str, str]] = {
    ReviewKind.EDITED_TWICE: (later("Stands now"), later("Stood before")),
    ReviewKind.DECIDED_TWICE: (later("Chosen later"), later("Holds")),
    ReviewKind.RETURNED_TWICE: (later("Given back now"), later("Given back before")),
    ReviewKind.VOUCHER_TWICE: (later("Heard now"), later("Known before")),
}
_UNKNOWN = (later("Something new"), later("This program is older than the server and does not know this kind."))

_CHOICES: Mapping[str, str] = {
    Choice.SEND_AGAIN: later("Let the server try it again"),
    Choice.LEAVE_OUT: later("Leave it out, on file"),
    Choice.LEAVE_DEBT: later("Later points pay it back"),
    Choice.FORGIVE: later("The shop bears it"),
    Choice.THIS_ONE: later("This computer is the counter"),
    Choice.OTHER_ONE: later("The other one is the counter"),
    Choice.AS_SOLD: later("Leave the bill as sold"),
    Choice.ADJUST: later("Correct the points by hand"),
    Choice.SAME_PERSON: later("One person: merge the two"),
    Choice.TWO_PEOPLE: later("Two people share the phone"),
    Choice.MISTYPED: later("One phone was mistyped"),
    Choice.LOST: later("Those entries are lost; go on"),
    Choice.HAVE_COPY: later("I have the newer file"),
    Choice.CLOCK_RIGHT: later("The clock is right now"),
    Choice.AS_SERVER: later("Take the server's figures"),
    Choice.AS_IS: later("Leave it as it is"),
    Choice.BY_HAND: later("Put it right by hand"),
    Choice.PUT_BACK: later("Put back what stood before"),
    Choice.ASK_HELP: later("Ask for help with it"),
    Choice.SEEN: later("I have seen it"),
}


def review_row(review: Review, speech: Speech) -> ChoiceRow:
    title, _ = _TITLES.get(review.kind, _UNKNOWN)
    if review.settled_at is None:
        return ChoiceRow(tr(title), tr("since {when}", when=speech.moment(review.raised_at)))
    return ChoiceRow(tr(title), tr("decided {when}", when=speech.moment(review.settled_at)))


def review_view(review: Review, speech: Speech) -> ReviewView:
    title, explained = _TITLES.get(review.kind, _UNKNOWN)
    is_open = review.settled_at is None
    choices = tuple(choice_words(one) for one in choices_for(review.kind)) if is_open else ()
    shared, compared = tuple(_shared(review, speech))[:FACTS_MAX], _compared(review.facts, speech)
    return ReviewView(
        tr(title), tr(explained), shared, _sides(review, speech), compared, choices, _outcome(review, speech)
    )


def choice_words(choice: str) -> str:
    return tr(_CHOICES[choice]) if choice in _CHOICES else choice


def spoken_words() -> Mapping[str, str]:
    """What kinds and choices are called where a check speaks of them."""
    named = {**_CHOICES, **{kind: title for kind, (title, _) in _TITLES.items()}}
    return {code: tr(words) for code, words in named.items()}


def _shared(review: Review, speech: Speech) -> Iterator[Fact]:
    """What is neither side's. Where an event stands in its counter's chain is one thing."""
    facts = review.facts
    compared = {HERE, SERVER, DIFFERENCES, "review", *(("fields",) if SERVER in facts else ())}
    place = {"epoch", "seq"} if {"epoch", "seq"} <= facts.keys() else set()
    for name in sorted(facts, key=_place):
        value = facts[name]
        if name in compared or name in place or value is None:
            continue
        if name == WANTED and isinstance(value, Mapping):
            yield Fact(
                tr("Wanted"),
                tr("{called}, by {plain}", called=speech.called(value["choice"]), plain=speech.plain(value["by"])),
            )
            yield speech.fact("why", value["why"])
        else:
            yield speech.fact(name, value)
    if place:
        yield Fact(tr("Number"), f"{facts['epoch']}/{facts['seq']}")


def _place(name: str) -> int:
    """Where it happened comes after what happened."""
    return _LAST.index(name) + 1 if name in _LAST else 0


def _sides(review: Review, speech: Speech) -> tuple[str, str]:
    """What the two columns are called."""
    counter = review.facts.get("counter", speech.counter)
    ours = tr("This counter") if counter == speech.counter else tr("Counter {counter}", counter=counter)
    first, second = map(tr, _SIDES.get(review.kind, ("", "")))
    return (first, second) if first else (ours, tr("The server"))


def _compared(facts: Mapping[str, Any], speech: Speech) -> tuple[Compared, ...]:
    """What each side says of the same thing, in one row."""
    here, server = _side(facts, HERE), _side(facts, SERVER)
    return tuple(_row(name, here, server, speech) for name in list(dict.fromkeys((*here, *server)))[:FACTS_MAX])


def _side(facts: Mapping[str, Any], side: str) -> Mapping[str, Any]:
    said, place = facts.get(side), (HERE, SERVER).index(side)
    differs = facts.get(DIFFERENCES)
    pairs = differs.items() if isinstance(differs, Mapping) else ()
    compared = {name: both[place] for name, both in pairs if isinstance(both, (list, tuple)) and len(both) == 2}
    return {**(said if isinstance(said, Mapping) else {}), **compared}


def _row(name: str, here: Mapping[str, Any], server: Mapping[str, Any], speech: Speech) -> Compared:
    said = [speech.fact(name, side[name]) if name in side else None for side in (here, server)]
    label = next(fact.label for fact in said if fact is not None)
    ours, theirs = (fact.value if fact is not None else "–" for fact in said)
    return Compared(label, ours, theirs)


def _outcome(review: Review, speech: Speech) -> str:
    if review.settled_at is None:
        return ""
    choice, when = choice_words(review.choice or ""), speech.moment(review.settled_at)
    if not review.staff:
        return tr("{choice}: decided, {when}.", choice=choice, when=when)
    return tr("{choice}: decided by {staff}, {when}.", choice=choice, staff=speech.plain(review.staff), when=when)
