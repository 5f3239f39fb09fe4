"""Adopting a snapshot: all there is, in chunks that each count once; then the counter stands at its position."""

from __future__ import annotations

from dataclasses import replace

from app.services.chain.adopting import adopt, joined_link
from app.services.chain.forgetting import times_forgotten
from app.services.chain.tidings import Tidings
from app.services.desk import Desk
from app.services.ports import Bond, MakesReady, UnitOfWork


def adopt_chunk(desk: Desk, tidings: Tidings, *, name: str) -> bool:
    """Apply a piece of a snapshot, once. False when it was here already; the cursor stays where it is.

    Raises AlreadyHere, and nothing is changed, where one of those who are ready is no newcomer.
    """
    with desk.store.writing() as uow:
        key = _chunk_key(uow, name)
        if uow.effects.result(_CHUNK, key) is not None:
            return False
        _adopt_and_note(desk, uow, tidings)
        uow.effects.record(_CHUNK, key, str(tidings.count))
    return True


def adopt_part(desk: Desk, tidings: Tidings) -> None:
    """Apply some rows of a chunk. Told twice they change nothing, so only whole chunks are remembered.

    Raises AlreadyHere as `adopt_chunk` does.
    """
    with desk.store.writing() as uow:
        _adopt_and_note(desk, uow, tidings)


def maker_of_newcomers(desk: Desk) -> MakesReady:
    with desk.store.reading() as uow:
        return uow.newcomers.maker()


def has_chunk(desk: Desk, name: str) -> bool:
    with desk.store.reading() as uow:
        return uow.effects.result(_CHUNK, _chunk_key(uow, name)) is not None


def _chunk_key(uow: UnitOfWork, name: str) -> str:
    return f"{times_forgotten(uow)}/{name}"


def begin_many(desk: Desk) -> None:
    """A snapshot of very many members is about to come."""
    with desk.store.writing() as uow:
        uow.searches.set_aside()


def end_many(desk: Desk) -> None:
    """Members are found as quickly as ever. In between others have their turn to write."""
    is_one_back = True
    while is_one_back:
        with desk.store.writing() as uow:
            is_one_back = uow.searches.bring_one_back()


def stand_at(desk: Desk, position: int) -> None:
    """The snapshot is whole: the counter belongs to the chain, and goes on from there."""
    with desk.store.writing() as uow:
        link = joined_link(uow)
        uow.links.put(replace(link, position=max(link.position, position), bond=Bond.ACTIVE))


_CHUNK = "snapshot chunk"


def _adopt_and_note(desk: Desk, uow: UnitOfWork, tidings: Tidings) -> None:
    link = joined_link(uow)
    adopt(desk, uow, link, tidings)
    uow.links.put(replace(link, seen=max(link.seen, tidings.view.position)))
