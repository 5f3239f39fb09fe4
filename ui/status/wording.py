"""Wording of reviews: what happened, what both sides say, and what each choice means."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from app.domain.days import ShopCalendar
from app.domain.formats import points
from app.domain.money import Currency
from app.services.checking import Choice, ReviewKind, choices_for
from app.services.ports import Review
from app.services.records import from_micros
from ui.rows import ChoiceRow
from ui.status.state import Compared, Fact, ReviewView
from ui.when import moment_words

FACTS_MAX = 12  # of one side: what a person can compare
HERE, SERVER = "here", "server"  # the facts of either side, in a review's facts
DIFFERENCES = "differences"  # what a bill says and what it comes to, by name

_TITLES: Mapping[str, tuple[str, str]] = {
    ReviewKind.QUARANTINED: (
        "Entry not posted",
        "The server could not post it. It is kept there byte for byte and blocks nobody. Nothing is lost.",
    ),
    ReviewKind.OVER_LIMIT: (
        "Over the limit",
        "The bill stands and the customer was charged nothing more. The points are missing on the card.",
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
    Choice.ASK_HELP: "Ask for help with it",
    Choice.SEEN: "I have seen it",
}


@dataclass(frozen=True, slots=True)
class Speech:
    """How figures and instants are said in this shop, now."""

    calendar: ShopCalendar
    currency: Currency
    now: datetime

    def moment(self, at: datetime) -> str:
        return moment_words(at, self.calendar, now=self.now)

    def fact(self, name: str, value: Any) -> Fact:
        """A fact's name ends in its unit: _minor, _points and _at are said as money, points and time."""
        words, _, unit = name.rpartition("_")
        said = self._figure(unit, value) if isinstance(value, int) and not isinstance(value, bool) else None
        label = (words if said is not None else name).replace("_", " ").strip() or unit
        return Fact(label[:1].upper() + label[1:], said if said is not None else _plain(value))

    def _figure(self, unit: str, value: int) -> str | None:
        match unit:
            case "minor":
                return self.currency.text(value)
            case "points":
                return f"{points(value)} points"
            case "at":
                return self.moment(from_micros(value))
            case _:
                return None


def _plain(value: Any) -> str:
    """Anything else a review may know: lists one after the other, what is named with its name."""
    match value:
        case list() | tuple():
            return ", ".join(_plain(one) for one in value)
        case dict():
            return ", ".join(f"{name}: {_plain(one)}" for name, one in value.items())
        case _:
            return str(value)


def review_row(review: Review, speech: Speech) -> ChoiceRow:
    title, _ = _TITLES.get(review.kind, _UNKNOWN)
    if review.settled_at is None:
        return ChoiceRow(title, f"since {speech.moment(review.raised_at)}")
    return ChoiceRow(title, f"{choice_words(review.choice or '')} · {speech.moment(review.settled_at)}")


def review_view(review: Review, speech: Speech) -> ReviewView:
    title, explained = _TITLES.get(review.kind, _UNKNOWN)
    is_open = review.settled_at is None
    choices = tuple(choice_words(one) for one in choices_for(review.kind)) if is_open else ()
    shared, compared = _shared(review.facts, speech), _compared(review.facts, speech)
    return ReviewView(title, explained, shared, compared, choices, _outcome(review, speech))


def choice_words(choice: str) -> str:
    return _CHOICES.get(choice, choice)


def _shared(facts: Mapping[str, Any], speech: Speech) -> tuple[Fact, ...]:
    """What is neither side's."""
    known = (HERE, SERVER, DIFFERENCES)
    named = [(name, value) for name, value in facts.items() if name not in known and value is not None]
    return tuple(speech.fact(name, value) for name, value in named[:FACTS_MAX])


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
    by = f" by {review.staff}" if review.staff else ""
    return f"{choice_words(review.choice or '')}: decided{by}, {speech.moment(review.settled_at)}."
