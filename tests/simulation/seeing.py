"""What must have been seen: an invariant that held because nothing happened has shown nothing."""

from __future__ import annotations

from collections.abc import Mapping

# Every run of the tests sees these.
CORE: Mapping[str, str] = {
    "points used at a counter": "bills at a counter used points",
    "points used over REST": "another program used points",
    "the request is lost": "a request was lost",
    "the answer is lost": "an answer was lost",
    "the request arrives twice": "a request arrived twice",
    "other calls of the counter are answered before this one's answer arrives": "an answer was overtaken",
    "a request that arrived late": "a request arrived after later ones",
    "a counter killed": "a counter was killed at a statement",
    "an end lost, and a new epoch": "a counter began an epoch after it had lost its end",
    "a counter's backup put back": "a counter's backup was put back",
    "a cloned counter": "a counter's folder was copied",
    "the server's backup put back": "the server's backup was put back",
    "an event of a newer program": "a newer program sealed an event that the server did not know",
    "an event QUARANTINED": "an event was kept for a person",
    "an entry REVERSE": "an earning was taken back",
    "an entry RESTORE": "used points were given back",
    "an entry EXPIRE": "points expired",
    "a bill back at another counter": "a bill came back at another counter than sold it",
    "a review RETURNED_TWICE": "a bill was given back twice, and a person was told",
    "rights written off": "a counter's rights were written off",
    "joined with a history": "a counter that was alone joined with its history",
    "let in again": "a counter was let in again",
    "two members merged": "two members became one",
    "an entry BONUS": "a new tier brought points",
    "a tier that rose or fell otherwise at the server": "what a counter brought for a tier was rightly not posted",
    "decided at a counter": "somebody at a counter decided about something to check",
}
# A long run sees these besides.
RARE: Mapping[str, str] = {
    "an overdraft": "a card was overdrawn, within its bound",
    "an event APPLIED_OVER_LIMIT": "rights that had been written off were used all the same",
    "an event PARKED": "an event waited behind another",
    "replayed: APPLIED": "an event that had waited was posted once its cause was mended",
    "a review FORK": "two machines that lived as one were found",
    "a review LOST_END": "the server heard of a lost end",
    "a review SAME_PHONE": "one phone was enrolled at two counters",
    "an entry UNEXPIRE": "a late spend took points back out of their expiry",
    "an entry MERGE_IN": "points moved to another member",
    "an alarm for a line that stood still": "a line that stood still raised an alarm",
    "the server's end lost, and a new epoch": "the server noticed that it had lost its end",
    "mended by reconciling": "a comparison found members whom a restored server does not know",
}
