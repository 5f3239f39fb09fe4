"""Wording of reviews: what happened, what both sides say, and what each choice means."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from app.services.checking import Choice, ReviewKind, choices_for
from app.services.ports import Review
from ui.rows import ChoiceRow
from ui.status.speech import Speech
from ui.status.state import Compared, Fact, ReviewView

FACTS_MAX = 12  # of one side: what a person can compare
_LAST = ("counter", "event", "code")
HERE, SERVER = "here", "server"  # the facts of either side, in a review's facts
WANTED = "wanted"  # what somebody chose who may not, or that could not be done
DIFFERENCES = "differences"  # what a bill says and what it comes to, by name

_TITLES: Mapping[str, tuple[str, str]] = {
    ReviewKind.QUARANTINED: (
        "Entry not posted",
        "The server could not post it. It is kept there byte for byte and blocks nobody. Nothing is lost.",
    ),
    ReviewKind.OVER_LIMIT: (
        "Over the limit",
        "The bill stands and the customer was charged nothing more. What the card owes, its next points pay back.",
    ),
    ReviewKind.FORK: (
        "Two computers at once",
        "Both sent different entries under one number. Until it knows which is right, the server takes no more.",
    ),
    ReviewKind.PRICE: (
        "Other figures at the server",
        "The server comes to other figures for a bill. It stands as it was sold; nothing was changed.",
    ),
    ReviewKind.SAME_PHONE: (
        "Two members, one phone",
        "Both were enrolled, at different counters. Both cards work and keep their points.",
    ),
    ReviewKind.LOST_END: (
        "End of a file lost",
        "What was not sent before is missing at the server. The counter went on with a new run of numbers.",
    ),
    ReviewKind.CLOCK: (
        "Clock was far off",
        "Bills were taken in with the time corrected. The days of some points may differ from the receipts.",
    ),
    ReviewKind.NEVER_SENT: (
        "Entries that cannot be sent",
        "Another computer's entries have taken their numbers. They are kept here; their points are not at the server.",
    ),
    ReviewKind.DOES_NOT_FIT: (
        "An entry does not fit",
        "It was made here and does not go with what the server told since. It is kept and was sent as it is.",
    ),
    ReviewKind.DRIFT: (
        "Points counted differently",
        "Counter and server did not know the same of some members. The server told them anew; no entry was lost.",
    ),
    ReviewKind.CARD_STAYS: (
        "A card stays blocked",
        "It was let free at one counter and blocked at another. The stricter of the two holds.",
    ),
    ReviewKind.CARD_TAKEN: (
        "One card number, two members",
        "A shop that joined had given out the same number. Its member keeps all points and has a new card number.",
    ),
    ReviewKind.CARD_TWICE_REPLACED: (
        "A card was replaced twice",
        "Two counters each gave the member a new card. The points are the member's, whichever they show.",
    ),
    ReviewKind.REFERRER_UNKNOWN: (
        "A friend who is not known",
        "The member was enrolled as sent by somebody nobody knows. The member stands; nobody is rewarded.",
    ),
    ReviewKind.REFERRER_REFUSED: (
        "A referral that cannot be",
        "It was set before, or would go in a circle. The member stands; the first referral holds.",
    ),
    ReviewKind.EDITED_TWICE: (
        "Changed at two places",
        "Somebody else had changed the same of this member meanwhile. The later of the two stands; both are kept.",
    ),
    ReviewKind.DECIDED_TWICE: (
        "Decided twice",
        "Two people decided the same check, each otherwise. The first holds; nothing else was done.",
    ),
    ReviewKind.LATE: (
        "Entries that came late",
        "The counter had been shut out when they came. They are kept, and nothing of them is posted.",
    ),
}
_SIDES: Mapping[str, tuple[str, str]] = {
    ReviewKind.EDITED_TWICE: ("Stands now", "Stood before"),
    ReviewKind.DECIDED_TWICE: ("Chosen later", "Holds"),
}
_UNKNOWN = ("Something new", "This program is older than the server and does not know this kind.")

_CHOICES: Mapping[str, str] = {
    Choice.SEND_AGAIN: "Let the server try it again",
    Choice.LEAVE_OUT: "Leave it out, on file",
    Choice.LEAVE_DEBT: "Later points pay it back",
    Choice.FORGIVE: "The shop bears it",
    Choice.THIS_ONE: "This computer is the counter",
    Choice.OTHER_ONE: "The other one is the counter",
    Choice.AS_SOLD: "Leave the bill as sold",
    Choice.ADJUST: "Correct the points by hand",
    Choice.SAME_PERSON: "One person: merge the two",
    Choice.TWO_PEOPLE: "Two people share the phone",
    Choice.MISTYPED: "One phone was mistyped",
    Choice.LOST: "Those entries are lost; go on",
    Choice.HAVE_COPY: "I have the newer file",
    Choice.CLOCK_RIGHT: "The clock is right now",
    Choice.AS_SERVER: "Take the server's figures",
    Choice.AS_IS: "Leave it as it is",
    Choice.BY_HAND: "Put it right by hand",
    Choice.PUT_BACK: "Put back what stood before",
    Choice.ASK_HELP: "Ask for help with it",
    Choice.SEEN: "I have seen it",
}


def review_row(review: Review, speech: Speech) -> ChoiceRow:
    title, _ = _TITLES.get(review.kind, _UNKNOWN)
    if review.settled_at is None:
        return ChoiceRow(title, f"since {speech.moment(review.raised_at)}")
    return ChoiceRow(title, f"decided {speech.moment(review.settled_at)}")


def review_view(review: Review, speech: Speech) -> ReviewView:
    title, explained = _TITLES.get(review.kind, _UNKNOWN)
    is_open = review.settled_at is None
    choices = tuple(choice_words(one) for one in choices_for(review.kind)) if is_open else ()
    shared, compared = tuple(_shared(review, speech))[:FACTS_MAX], _compared(review.facts, speech)
    return ReviewView(title, explained, shared, _sides(review, speech), compared, choices, _outcome(review, speech))


def choice_words(choice: str) -> str:
    return _CHOICES.get(choice, choice)


def spoken_words() -> Mapping[str, str]:
    """What kinds and choices are called where a check speaks of them."""
    return {**_CHOICES, **{kind: title for kind, (title, _) in _TITLES.items()}}


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
            yield Fact("Wanted", f"{speech.called(value['choice'])}, by {speech.plain(value['by'])}")
            yield speech.fact("why", value["why"])
        else:
            yield speech.fact(name, value)
    if place:
        yield Fact("Number", f"{facts['epoch']}/{facts['seq']}")


def _place(name: str) -> int:
    """Where it happened comes after what happened."""
    return _LAST.index(name) + 1 if name in _LAST else 0


def _sides(review: Review, speech: Speech) -> tuple[str, str]:
    """What the two columns are called."""
    counter = review.facts.get("counter", speech.counter)
    ours = "This counter" if counter == speech.counter else f"Counter {counter}"
    return _SIDES.get(review.kind, (ours, "The server"))


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
    by = f" by {speech.plain(review.staff)}" if review.staff else ""
    return f"{choice_words(review.choice or '')}: decided{by}, {speech.moment(review.settled_at)}."
