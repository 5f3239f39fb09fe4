"""The census: everybody known in a store, counted, with one hash of all that is known of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from app.services.chain.images import Image, digest_of, slim_image
from app.services.ports import UnitOfWork

MEMBERS_AT_ONCE = 1000


@dataclass(frozen=True, slots=True)
class Census:
    """Balances in hundredths, debts taken off; `debt` is how much those are.

    Two stores with the same digest know the same of the same members.
    """

    members: int
    points: int
    debt: int
    digest: str


@dataclass(slots=True)
class _Tally:
    members: int = 0
    points: int = 0
    debt: int = 0

    def counting(self, images: Iterator[Image]) -> Iterator[Image]:
        """The same images, counted as they pass."""
        for image in images:
            self.members += 1
            self.points += image.points
            self.debt += image.debt
            yield image


def take(uow: UnitOfWork) -> Census:
    """Everybody, in the order of their ids, never more than one of them in memory."""
    tally = _Tally()
    digest = digest_of(tally.counting(_everybody(uow)))
    return Census(tally.members, tally.points, tally.debt, digest)


def _everybody(uow: UnitOfWork) -> Iterator[Image]:
    after = ""
    while ids := uow.members.ids_after(after, limit=MEMBERS_AT_ONCE):
        yield from (slim_image(uow, member_id) for member_id in ids)
        after = ids[-1]
