"""Keys: what a counter proves itself with, the one that is to take its place, and the one that had it before."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from app.services.desk import Desk
from app.services.ports import Link

KEY_LIFE = timedelta(days=90)


def is_due(link: Link, now: datetime) -> bool:
    """Whether its key has served its time. A clock that was far off when it was taken, or is now, makes it due too."""
    return link.key_since is not None and abs(now - link.key_since) >= KEY_LIFE


def keep_next(desk: Desk, made: bytes) -> bytes:
    """The key to be announced: the one that is kept for it, or else this one, which is kept from now on."""
    with desk.store.writing() as uow:
        link = uow.links.get()
        assert link is not None, "only a counter of a chain changes its key"
        if link.next_key:
            return link.next_key
        uow.links.put(replace(link, next_key=made))
    return made


def take(desk: Desk, key: bytes) -> None:
    """Put the next or the former key in the place of the one there is, which becomes the former.

    A counter that was paired again meanwhile has neither, and nothing changes.
    """
    with desk.store.writing() as uow:
        link = uow.links.get()
        if link is None or key not in (link.next_key, link.former_key):
            return
        taken = replace(link, private_key=key, former_key=link.private_key, key_since=desk.clock.now())
        uow.links.put(replace(taken, next_key=b"") if key == link.next_key else taken)


def every_key(desk: Desk) -> list[bytes]:
    """All that this counter may be known by, the likeliest first."""
    with desk.store.reading() as uow:
        link = uow.links.get()
    return [key for key in (link.private_key, link.next_key, link.former_key) if key] if link else []
