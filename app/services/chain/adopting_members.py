"""Adopting members: images that are newer than what is known here, put in place together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from app.domain.member import Member
from app.services.chain.images import Image
from app.services.chain.tidings import View
from app.services.ports import Told, UnitOfWork


def is_newer(told: Told | None, image: Image, position: int, view: View, is_anew: bool) -> bool:
    """Answers may overtake each other: what was told as of a later position stays."""
    if told is None or position > told.position:
        return True
    is_more = is_anew or (image.whole and not told.whole)
    return is_more and view.position >= told.position


def apart(images: Sequence[Image]) -> Iterator[Sequence[Image]]:
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


def put_all(uow: UnitOfWork, images: Sequence[Image], view: View) -> None:
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
