"""Who takes part in which campaigns, as a store keeps it: one instant for each member and campaign, for good."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Protocol

Joined = Mapping[str, datetime]  # since when a member takes part, by the id of the campaign


class Participations(Protocol):
    def of_member(self, member_id: str) -> Joined: ...
    def count(self) -> Mapping[str, int]:
        """How many members take part, by the id of the campaign; only those that anybody takes part in."""

    def put(self, member_id: str, drive_id: str, joined_at: datetime) -> None:
        """Note it. Of two instants the earlier stands."""

    def put_all(self, told: Mapping[str, Joined]) -> None:
        """These in the place of whatever is kept of these members."""

    def move(self, source: str, into: str) -> None:
        """A member was merged into another, who takes part in all of it: since the earlier of the two."""
