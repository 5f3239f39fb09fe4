"""Adopting: what the server told put in place at a counter, and the counter's own later events on top of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.services.campaigns.budgets import adopt_shares
from app.services.chain import overlaying
from app.services.chain.adopting_leases import adopt_leases
from app.services.chain.adopting_members import apart, is_newer, put_all
from app.services.chain.adopting_reviews import adopt_reviews
from app.services.chain.adopting_staff import adopt_staff
from app.services.chain.adopting_vouchers import adopt_vouchers
from app.services.chain.forgetting import forget_told
from app.services.chain.tidings import Published, Stretch, Tidings, View
from app.services.chain.told_bills import adopt_bill
from app.services.desk import Desk
from app.services.ports import Link, UnitOfWork
from app.services.sales.spending import contact_of, server_instant


def adopt_page(desk: Desk, tidings: Tidings, stretch: Stretch) -> Sequence[str] | None:
    """Apply a page of the feed with its cursor, in one transaction. Returns the members it changed.

    None for a page that does not begin where this counter stands: it was applied before, or is somebody else's.
    """
    with desk.store.writing() as uow:
        link = joined_link(uow)
        if link.position != stretch.after:
            return None
        changed = adopt(desk, uow, link, tidings)
        adopt_shares(desk, uow, stretch.shares)
        told = max(link.told, tidings.view.included)
        if stretch.is_last:
            uow.links.clear_floor(told)
        moved = replace(
            link,
            position=stretch.to,
            told=told,
            floor=stretch.floor,
            store_name=stretch.store_name or link.store_name,
            server_key=link.server_key or stretch.server_key,
            card_block=link.card_block or stretch.card_block,
        )
        uow.links.put(_contacted(desk, uow, moved, tidings.view, is_all=stretch.is_last))
    return changed


def adopt_answer(desk: Desk, tidings: Tidings, *, is_anew: bool = False) -> Sequence[str]:
    """Apply what was asked for out of turn, a top-up or members told anew. Returns the members it changed."""
    with desk.store.writing() as uow:
        link = joined_link(uow)
        changed = adopt(desk, uow, link, tidings, is_anew=is_anew)
        uow.links.put(_contacted(desk, uow, link, tidings.view, is_all=False))
    return changed


def kept_key(desk: Desk, told: bytes) -> bytes:
    """The key this counter keeps; the one it is told now, kept from here on, where it has none."""
    with desk.store.reading() as uow:
        kept = joined_link(uow).server_key
    if kept or not told:
        return kept
    with desk.store.writing() as uow:
        uow.links.put(replace(joined_link(uow), server_key=told))
    return told


def begin_again(desk: Desk, *, protocol: int) -> None:
    """Everything is told from the start, in this protocol.

    The server was restored from a backup and counts its positions anew, or tells more now than what was told in.
    """
    with desk.store.writing() as uow:
        forget_told(uow)
        uow.vouchers.forget_positions()
        uow.links.put(replace(joined_link(uow), position=0, seen=0, protocol=protocol))


SERVER = "server"


def joined_link(uow: UnitOfWork) -> Link:
    link = uow.links.get()
    assert link is not None, "only a counter of a chain is told anything"
    return link


def adopt(desk: Desk, uow: UnitOfWork, link: Link, tidings: Tidings, *, is_anew: bool = False) -> Sequence[str]:
    view = tidings.view
    uow.journal.advance(view.server_at)
    for published in tidings.programs:
        _adopt_program(uow, published)
    for bill in tidings.bills:
        adopt_bill(uow, bill, after=view.included)
    adopt_leases(desk, uow, link, tidings.leases, position=view.position, after=view.included)
    uow.newcomers.add(tidings.ready)
    known = uow.shared.told_of_each(image.member_id for _, image in tidings.members)
    images = [image for at, image in tidings.members if is_newer(known.get(image.member_id), image, at, view, is_anew)]
    if is_anew:  # with all their lines; those of a time that the server has lost are not among them
        uow.shared.forget_lines(image.member_id for image in images)
    for together in apart(images):
        put_all(uow, together, view)
    newcomers = [member_id for group in tidings.ready for member_id in group.member_ids]
    changed = [*newcomers, *(image.member_id for image in images)]
    adopt_vouchers(uow, tidings.vouchers, after=view.included)
    adopt_staff(uow, tidings.staff)
    uow.stores.put_all(tidings.stores)
    adopt_reviews(desk, uow, tidings.reviews, after=view.included)
    overlaying.lay_over(desk, uow, set(changed), after=view.included)
    return changed


def _adopt_program(uow: UnitOfWork, published: Published) -> None:
    """A version never changes, so one that is here stays. What a history was filed under is the server's own."""
    version = published.program.version
    if version > 0 and not uow.programs.has(version):
        uow.programs.publish(published.program, staff=published.by or SERVER, at=published.told_at)


def _contacted(desk: Desk, uow: UnitOfWork, link: Link, view: View, *, is_all: bool) -> Link:
    """The link after an answer. One that had lost its trust in leases regains it only with everything there is."""
    link = replace(link, seen=max(link.seen, view.position))
    contact, head = contact_of(link, desk.clock.now()), uow.journal.head()
    if not is_all and not contact.trusts_leases(server_instant(desk, head, link)):
        return replace(link, offset_ms=view.offset_ms)
    at = max(view.server_at, link.contact_at or view.server_at)
    return replace(link, contact_at=at, contact_clock_at=view.clock_at, offset_ms=view.offset_ms)
