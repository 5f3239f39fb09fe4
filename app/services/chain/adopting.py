"""Adopting: what the server told put in place at a counter, and the counter's own later events on top of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from app.domain.card_blocks import CardBlock
from app.domain.lease import Floor
from app.domain.member import Member
from app.domain.program import Program
from app.services.campaigns.budgets import ToldShare, adopt_shares
from app.services.chain import overlaying
from app.services.chain.adopting_leases import ToldLease, adopt_leases
from app.services.chain.adopting_reviews import ToldReview, adopt_reviews
from app.services.chain.adopting_staff import ToldColleague, adopt_staff
from app.services.chain.adopting_vouchers import ToldVoucher, adopt_vouchers
from app.services.chain.forgetting import forget_told, times_forgotten
from app.services.chain.images import Image, image_from_plain
from app.services.chain.newcomers import add_newcomers, id_of
from app.services.chain.told_bills import ToldState, adopt_bill
from app.services.desk import Desk
from app.services.ports import AlreadyHere, Bond, ChainPoint, Link, State, Told, UnitOfWork
from app.services.sales.spending import contact_of, server_instant


@dataclass(frozen=True, slots=True)
class Published:
    """A version of the rules the server leads, when it was told, and what whoever published it is called there."""

    program: Program
    told_at: datetime
    by: str | None = None


@dataclass(frozen=True, slots=True)
class View:
    """What an answer of the server was taken from: its position, and the last of this counter's events in it.

    `server_at` and `clock_at` are one instant on the server's clock and on this machine's. A server that does not tell
    of e-mails and birthdays knows of none: what is known of them here stays.
    """

    position: int
    included: ChainPoint
    server_at: datetime
    clock_at: datetime
    offset_ms: int | None
    tells_contacts: bool = True


@dataclass(frozen=True, slots=True)
class Tidings:
    """Subjects as they stand in one view. Members come with the position of their last change.

    `usual` are more members, not read into images, of whom probably nothing is here (see `newcomers`).
    """

    view: View
    members: Sequence[tuple[int, Image]] = ()
    leases: Sequence[ToldLease] = ()
    programs: Sequence[Published] = ()
    reviews: Sequence[ToldReview] = ()
    staff: Sequence[ToldColleague] = ()
    bills: Sequence[ToldState] = ()
    vouchers: Sequence[ToldVoucher] = ()
    usual: Sequence[tuple[int, State]] = ()

    def read(self) -> Tidings:
        """All members as images."""
        images = [(position, image_from_plain(state)) for position, state in self.usual]
        return replace(self, members=[*self.members, *images], usual=())


@dataclass(frozen=True, slots=True)
class Stretch:
    """Which part of the feed a page covers; `is_last` when nothing more had changed; the rest as it is set now."""

    after: int
    to: int
    is_last: bool
    floor: Floor
    store_name: str
    server_key: bytes = b""
    card_block: CardBlock | None = None
    shares: Sequence[ToldShare] = ()


def adopt_page(desk: Desk, tidings: Tidings, stretch: Stretch) -> Sequence[str] | None:
    """Apply a page of the feed with its cursor, in one transaction. Returns the members it changed.

    None for a page that does not begin where this counter stands: it was applied before, or is somebody else's.
    """
    with desk.store.writing() as uow:
        link = _joined(uow)
        if link.position != stretch.after:
            return None
        changed = _adopt(desk, uow, link, tidings)
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
        link = _joined(uow)
        changed = _adopt(desk, uow, link, tidings, is_anew=is_anew)
        uow.links.put(_contacted(desk, uow, link, tidings.view, is_all=False))
    return changed


def adopt_chunk(desk: Desk, tidings: Tidings, *, name: str) -> bool:
    """Apply a piece of a snapshot, once. False when it was here already; the cursor stays where it is."""
    try:
        return _adopt_chunk(desk, tidings, name)
    except AlreadyHere:
        return _adopt_chunk(desk, tidings.read(), name)


def adopt_part(desk: Desk, tidings: Tidings) -> None:
    """Apply some rows of a chunk. Told twice they change nothing, so only whole chunks are remembered."""
    try:
        _adopt_part(desk, tidings)
    except AlreadyHere:
        _adopt_part(desk, tidings.read())


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
        link = _joined(uow)
        uow.links.put(replace(link, position=max(link.position, position), bond=Bond.ACTIVE))


def kept_key(desk: Desk, told: bytes) -> bytes:
    """The key this counter keeps; the one it is told now, kept from here on, where it has none."""
    with desk.store.reading() as uow:
        kept = _joined(uow).server_key
    if kept or not told:
        return kept
    with desk.store.writing() as uow:
        uow.links.put(replace(_joined(uow), server_key=told))
    return told


def begin_again(desk: Desk, *, protocol: int) -> None:
    """Everything is told from the start, in this protocol.

    The server was restored from a backup and counts its positions anew, or tells more now than what was told in.
    """
    with desk.store.writing() as uow:
        forget_told(uow)
        uow.vouchers.forget_positions()
        uow.links.put(replace(_joined(uow), position=0, seen=0, protocol=protocol))


SERVER = "server"
_CHUNK = "snapshot chunk"


def _joined(uow: UnitOfWork) -> Link:
    link = uow.links.get()
    assert link is not None, "only a counter of a chain is told anything"
    return link


def _adopt_chunk(desk: Desk, tidings: Tidings, name: str) -> bool:
    with desk.store.writing() as uow:
        key = _chunk_key(uow, name)
        if uow.effects.result(_CHUNK, key) is not None:
            return False
        _adopt_and_note(desk, uow, tidings)
        uow.effects.record(_CHUNK, key, str(len(tidings.members) + len(tidings.usual)))
    return True


def _adopt_part(desk: Desk, tidings: Tidings) -> None:
    with desk.store.writing() as uow:
        _adopt_and_note(desk, uow, tidings)


def _adopt_and_note(desk: Desk, uow: UnitOfWork, tidings: Tidings) -> None:
    link = _joined(uow)
    _adopt(desk, uow, link, tidings)
    uow.links.put(replace(link, seen=max(link.seen, tidings.view.position)))


def _adopt(desk: Desk, uow: UnitOfWork, link: Link, tidings: Tidings, *, is_anew: bool = False) -> Sequence[str]:
    view = tidings.view
    uow.journal.advance(view.server_at)
    for published in tidings.programs:
        _adopt_program(uow, published)
    for bill in tidings.bills:
        adopt_bill(uow, bill, after=view.included)
    adopt_leases(desk, uow, link, tidings.leases, position=view.position, after=view.included)
    newcomers = [state for _, state in tidings.usual]
    if newcomers:
        add_newcomers(uow, newcomers, position=view.position, at=view.server_at)
    known = uow.shared.told_of_each(image.member_id for _, image in tidings.members)
    images = [image for at, image in tidings.members if _is_newer(known.get(image.member_id), image, at, view, is_anew)]
    if is_anew:  # with all their lines; those of a time that the server has lost are not among them
        uow.shared.forget_lines(image.member_id for image in images)
    for apart in _apart(images):
        _put_all(uow, apart, view)
    changed = [*map(id_of, newcomers), *(image.member_id for image in images)]
    adopt_vouchers(uow, tidings.vouchers, after=view.included)
    adopt_staff(uow, tidings.staff)
    adopt_reviews(desk, uow, tidings.reviews, after=view.included)
    overlaying.lay_over(desk, uow, set(changed), after=view.included)
    return changed


def _adopt_program(uow: UnitOfWork, published: Published) -> None:
    """A version never changes, so one that is here stays. What a history was filed under is the server's own."""
    version = published.program.version
    if version > 0 and not uow.programs.has(version):
        uow.programs.publish(published.program, staff=published.by or SERVER, at=published.told_at)


def _is_newer(told: Told | None, image: Image, position: int, view: View, is_anew: bool) -> bool:
    """Answers may overtake each other: what was told as of a later position stays."""
    if told is None or position > told.position:
        return True
    is_more = is_anew or (image.whole and not told.whole)
    return is_more and view.position >= told.position


def _apart(images: Sequence[Image]) -> Iterator[Sequence[Image]]:
    """Runs of images of which no two name the same, as those of one view do not: each is put in place together."""
    together: list[Image] = []
    named: set[tuple[str, object]] = set()
    for image in images:
        names = set(_names(image))
        if names & named:
            yield together
            together, named = [], set()
        together.append(image)
        named |= names
    if together:
        yield together


def _names(image: Image) -> Iterator[tuple[str, object]]:
    yield "member", image.member_id
    yield from (("card", card.number) for card in image.cards)
    yield from (("lot", lot.lot_id) for lot in image.lots)
    yield from (("use", use.key) for use in image.uses)
    yield from (("bill", one.bill_id) for one in image.activity)
    yield from (("change", one.change_id) for one in image.tier_changes)
    yield from (("line", line.order) for line in image.lines)


def _put_all(uow: UnitOfWork, images: Sequence[Image], view: View) -> None:
    uow.members.put_all([(_as_told(uow, one, view), one.held_cards()) for one in images])
    uow.ledger.put_accounts({one.member_id: one.account for one in images})
    uow.activities.put_all({one.member_id: one.bill_activity() for one in images})
    uow.rule_uses.put_all({one.member_id: one.used_rules() for one in images})
    uow.homes.put_all({one.member_id: one.home for one in images if one.home is not None})
    uow.participations.put_all({one.member_id: one.taken_part() for one in images})
    uow.tiers.put_all({one.member_id: one.tier_changes for one in images})
    uow.tiers.put_holds({change_id: until for one in images for change_id, until in one.held_tiers().items()})
    uow.shared.add_lines([line for one in images for line in one.lines])
    uow.shared.put_told(_told(images, view))


def _as_told(uow: UnitOfWork, image: Image, view: View) -> Member:
    told = image.as_member()
    holder = None if view.tells_contacts else uow.members.by_id(image.member_id)
    return replace(told, email=holder.member.email, birthday=holder.member.birthday) if holder else told


def _told(images: Sequence[Image], view: View) -> dict[str, Told]:
    return {one.member_id: Told(view.position, one.whole, one.free(view.server_at)) for one in images}


def _contacted(desk: Desk, uow: UnitOfWork, link: Link, view: View, *, is_all: bool) -> Link:
    """The link after an answer. One that had lost its trust in leases regains it only with everything there is."""
    link = replace(link, seen=max(link.seen, view.position))
    contact, head = contact_of(link, desk.clock.now()), uow.journal.head()
    if not is_all and not contact.trusts_leases(server_instant(desk, head, link)):
        return replace(link, offset_ms=view.offset_ms)
    at = max(view.server_at, link.contact_at or view.server_at)
    return replace(link, contact_at=at, contact_clock_at=view.clock_at, offset_ms=view.offset_ms)
