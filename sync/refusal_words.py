"""Refusal words: what the server's no says at a counter, by its code, so that it can be said in the counter's language.

A code that is not known here is said in the server's own words. Source: docs/server-errors.md.
"""

from __future__ import annotations

from sync.answer import Problem

_SAID = {
    "COUNTER-REVOKED": "This counter was shut out. Bills go on and are kept here. Ask a manager to pair it again.",
    "COUNTER-UNKNOWN": "The server does not know this counter. Its bills are safe. Ask a manager to pair it again.",
    "ASSERTION-BAD": "The server does not take this counter's key. Its bills are safe. Ask a manager to pair it again.",
    "SIGNATURE-BAD": "The server does not take this counter's signature. Bills are safe. "
    "Ask a manager to pair it again.",
    "TOKEN-BAD": "The server did not let this counter in. Bills go on; it tries again by itself.",
    "CLOCK-APART": "This counter's clock is not the server's. Bills go on; set the clock if it stays like this.",
    "CHAIN-BROKEN": "What was sent came damaged. Bills are saved on this counter and are sent again by themselves.",
    "BODY-TOO-LARGE": "The server does not take as much at once. Bills are saved here; less is sent at a time.",
    "TOO-MANY": "The server was asked too often. Bills go on; this counter waits and tries again by itself.",
    "BUSY": "The server has much to do. Bills go on; this counter tries again by itself.",
    "UNEXPECTED": "The server has a fault. Bills go on and are kept here; this counter tries again by itself.",
    "SNAPSHOT-BEING-MADE": "The server is putting together what this counter needs to begin. Bills go on meanwhile.",
    "STORE-CLOSED": "That store is closed. Nothing was changed. Have a manager choose another.",
    "PAIRINGS-FULL": "Too many counters wait to join. Bills go on. Try again in a quarter of an hour.",
    "PAIRING-DENIED": "A manager turned this counter away. Bills go on.",
    "PAIRING-EXPIRED": "The code ran out. Bills go on. Ask to join again.",
}
_ALIKE = {
    "REVOKED": "COUNTER-REVOKED",
    "CLIENT-UNKNOWN": "COUNTER-UNKNOWN",
    "TOKEN-MISSING": "TOKEN-BAD",
    "ASSERTION-REPLAYED": "TOKEN-BAD",
    "NONCE-BAD": "TOKEN-BAD",
    "PUSH-UNREADABLE": "CHAIN-BROKEN",
}


def sentence_of(problem: Problem) -> str:
    return _SAID.get(_ALIKE.get(problem.code, problem.code), problem.detail)
