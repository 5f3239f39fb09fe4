"""Joining: what is said on the way into a chain, and what may be the address of its server."""

from __future__ import annotations

from datetime import datetime
from urllib.parse import urlsplit

from app.domain.days import ShopCalendar
from app.services.chain.standing import Pairing, PairingStep
from ui.when import clock_words
from ui.words import later, said, tr

ADDRESS_LENGTH_MAX = 200
ADDRESS_EXAMPLE = "https://loyalty.example.org"
NO_ADDRESS = later("That is no address of a server. Nothing was changed; type it like https://loyalty.example.org.")


def is_address(text: str) -> bool:
    """Whether this may be a server's address: https, or http to this very computer."""
    try:
        parts = urlsplit(text)
        host, _ = parts.hostname, parts.port
    except ValueError:
        return False
    return bool(host) and (parts.scheme == "https" or (parts.scheme == "http" and host in ("localhost", "127.0.0.1")))


def step_words(pairing: Pairing, *, now: datetime, calendar: ShopCalendar) -> str:
    match pairing.step:
        case PairingStep.NONE:
            return ""
        case PairingStep.ASKING:
            return tr("Asking the server for a code …")
        case PairingStep.SHOWN:
            return tr(
                "Tell a manager this code, or let them scan it. {until}",
                until=_until(pairing.expires_at, now, calendar),
            )
        case PairingStep.APPROVED:
            return tr("Approved. This counter has joined; its history is sent by itself.")
        case PairingStep.DENIED:
            return tr(
                "A manager turned this counter away. Nothing was changed; bills go on. Ask them, then pair again."
            )
        case PairingStep.EXPIRED:
            return tr("The code ran out before anybody approved it. Nothing was changed; bills go on. Pair again.")
        case PairingStep.FAILED:
            words = tr("The server could not be asked. Nothing was changed; bills go on.")
            return f"{words} {said(pairing.trouble)}".strip()


def _until(expires_at: datetime | None, now: datetime, calendar: ShopCalendar) -> str:
    if expires_at is None or expires_at <= now:
        return tr("Waiting for approval.")
    return tr("Waiting for approval until {time}.", time=clock_words(expires_at, calendar))
