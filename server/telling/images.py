"""Images of many members at once as plain JSON: what `app.services.chain.images` says of one, a statement a table.

A page or a chunk is hundreds of members. Their rows go from the tables to the wire without becoming facts in between;
every object is made with its names in order, as its canonical spelling wants them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from app.domain.entries import EXTENSIONS
from app.persistence.each_of import listed
from app.persistence.repositories.member_rows import BIRTHDAY, EMAIL, opened
from app.persistence.scope import Scope
from app.persistence.sealed import FieldSealer
from app.persistence.statement import Statement
from server.telling import image_rows as rows

Plain = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Images:
    """Reads of one transaction. `sealer` opens phones.

    E-mails, birthdays, what rules brought, who takes part in what, what purchases pushed, when tiers end and where
    members were enrolled are not for those who do not know them.
    """

    scope: Scope
    sealer: FieldSealer
    tells_contacts: bool = True
    tells_rules: bool = True
    tells_drives: bool = True
    tells_visits: bool = True
    tells_holds: bool = True
    tells_homes: bool = True

    def of(self, member_ids: Collection[str], lines_after: Mapping[str, int]) -> dict[str, Plain]:
        """By member. Those in `lines_after` come whole, with the ledger lines after that event; the others slim."""
        whole = member_ids & lines_after.keys()
        images = {image["member"]["member_id"]: image for image in self._standings(member_ids, whole)}
        missing = member_ids - images.keys()
        assert not missing, f"an image is of a member of this store: {sorted(missing)[:3]}"
        self._put_points(images, whole, lines_after)
        self._put_reserved(images)
        return images

    def _standings(self, member_ids: Collection[str], whole: Collection[str]) -> Iterator[Plain]:
        """Who they are, and lists to be filled."""
        open_phone = self.sealer.open
        for row in self.scope.rows(rows.MEMBERS, of_members=listed(member_ids)):
            member = dict(zip(rows.MEMBER, row, strict=False))
            if row[6] is not None:
                member["phone"] = open_phone(row[6])
            if self.tells_contacts:
                member.update(_contacts(row[11], row[12], self.sealer))
            yield {
                "activity": [],
                "cards": [],
                "debt": row[9],
                "lines": [],
                "lots": [],
                "member": member,
                "points": row[8],
                "reserved": 0,
                "tier": row[10],
                "tier_changes": [],
                "uses": [],
                "whole": row[3] in whole,
            }

    def _put_points(self, images: Mapping[str, Plain], whole: set[str], lines_after: Mapping[str, int]) -> None:
        slim = images.keys() - whole
        in_debt = [one for one in slim if images[one]["debt"] > 0]
        self._put(images, "cards", rows.CARD, rows.CARDS, images)
        self._put_lots(images, rows.LOTS, whole)
        self._put_lots(images, rows.OPEN_LOTS, slim)
        self._put(images, "uses", rows.USE, rows.USES, whole)
        self._put(images, "uses", rows.USE, rows.DEBTS, in_debt)
        self._put(images, "activity", rows.WORTH, rows.ACTIVITY, whole)
        self._put_tier_changes(images, whole)
        if self.tells_rules:
            self._put_some(images, "rules", rows.RULE, rows.RULES, whole)
        if self.tells_drives:
            self._put_some(images, "drives", rows.DRIVE, rows.DRIVES, whole)
        if self.tells_holds:
            self._put_some(images, "tier_holds", rows.END, rows.HOLDS, whole)
        if self.tells_homes and whole:
            for member_id, store_id in self.scope.rows(rows.HOMES, of_members=listed(whole)):
                images[member_id]["home"] = store_id
        groups: dict[int, list[str]] = defaultdict(list)
        for member_id in whole:
            groups[lines_after[member_id]].append(member_id)
        for after_seq, group in groups.items():
            self._put_lines(images, group, after_seq)

    def _put(
        self,
        images: Mapping[str, Plain],
        name: str,
        names: Sequence[str],
        statement: Statement,
        member_ids: Collection[str],
    ) -> None:
        """Rows of a table, each into the list of its member."""
        if member_ids:
            lists = {member_id: images[member_id][name] for member_id in member_ids}
            for member_id, *cells in self.scope.rows(statement, of_members=listed(member_ids)):
                lists[member_id].append(dict(zip(names, cells, strict=True)))

    def _put_lots(self, images: Mapping[str, Plain], statement: Statement, member_ids: Collection[str]) -> None:
        """What purchases did to a lot is said where they did. Who knows of none hears of no visits either."""
        if member_ids:
            for member_id, *cells in self.scope.rows(statement, of_members=listed(member_ids)):
                lot: Plain = dict(zip(rows.LOT, cells, strict=False))
                if self.tells_visits:
                    pushed = zip(rows.PUSHED, cells[len(rows.LOT) :], strict=True)
                    lot.update((name, at) for name, at in pushed if at is not None)
                if lot["points"] or self.tells_visits:
                    images[member_id]["lots"].append(lot)

    def _put_tier_changes(self, images: Mapping[str, Plain], member_ids: Collection[str]) -> None:
        if member_ids:
            for row in self.scope.rows(rows.TIER_CHANGES, of_members=listed(member_ids)):
                change: Plain = dict(zip(rows.CHANGE, row, strict=False))
                change["metrics"] = dict(zip(rows.METRICS, row[len(rows.CHANGE) :], strict=True))
                images[change["member_id"]]["tier_changes"].append(change)

    def _put_some(
        self,
        images: Mapping[str, Plain],
        name: str,
        names: Sequence[str],
        statement: Statement,
        member_ids: Collection[str],
    ) -> None:
        """A list that is there only where it says something."""
        if member_ids:
            for member_id, *cells in self.scope.rows(statement, of_members=listed(member_ids)):
                images[member_id].setdefault(name, []).append(dict(zip(names, cells, strict=True)))

    def _put_lines(self, images: Mapping[str, Plain], member_ids: Iterable[str], after_seq: int) -> None:
        for balance_after, order, *cells in self.scope.rows(
            rows.LINES, of_members=listed(member_ids), after_seq=after_seq
        ):
            entry = dict(zip(rows.ENTRY, cells, strict=True))
            if entry["kind"] in EXTENSIONS and not self.tells_visits:
                continue
            line = {"balance_after": balance_after, "entry": entry, "order": order}
            images[entry["member_id"]]["lines"].append(line)

    def _put_reserved(self, images: Mapping[str, Plain]) -> None:
        """What counters hold of theirs, and of those who were merged into them."""
        holders = {member_id: member_id for member_id in images}
        while holders:
            given = listed(holders)
            for member_id, reserved in self.scope.rows(rows.RESERVED, of_members=given):
                images[holders[member_id]]["reserved"] += reserved
            found = self.scope.rows(rows.ABSORBED, of_members=given)
            holders = {absorbed: holders[into] for into, absorbed in found}


def _contacts(email: bytes | None, birthday: bytes | None, sealer: FieldSealer) -> Plain:
    """They are there only where they say something."""
    sealed = {EMAIL: email, BIRTHDAY: birthday}
    return {name: opened(one, sealer, name) for name, one in sealed.items() if one is not None}
