"""Images of many members at once as plain JSON: what `app.services.chain.images` says of one, a statement a table.

A page or a chunk is hundreds of members. Their rows go from the tables to the wire without becoming facts in between;
every object is made with its names in order, as its canonical spelling wants them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, bindparam, func, literal_column, select

from app.domain.entries import EXTENSIONS
from app.persistence.each_of import among, listed, owned_among
from app.persistence.repositories.member_rows import BIRTHDAY, EMAIL, opened
from app.persistence.rule_tables import homes, participations, rule_uses
from app.persistence.scope import Scope
from app.persistence.sealed import FieldSealer
from app.persistence.statement import Statement, owned
from app.persistence.sync_tables import leases
from app.persistence.tables import activity, balances, cards, entries, lot_uses, lots, members, tier_changes, tier_holds

Plain = dict[str, Any]
_EMPTY: ColumnElement[str] = literal_column("''")
_MEMBER = ("first_tier", "joined_at", "language", "member_id", "merged_into", "name", "phone", "referrer_id")
_CARD = ("number", "status", "status_at")
_LOT = ("available_at", "expired", "expires_at", "left", "lot_id", "order", "points")
_PUSHED = ("counts_from", "first_expires_at")  # of a lot, where a purchase pushed it
_USE = ("entry_id", "lot_id", "points", "stands_for")
_WORTH = ("at", "bill_id", "points", "spend_minor")
_ENTRY = (
    "available_at",
    "card_number",
    "cause",
    "corrects",
    "entry_id",
    "expires_at",
    "kind",
    "member_id",
    "occurred_at",
    "points",
    "reason",
    "rule_id",
    "staff",
)
_RULE = ("bill_id", "day", "points", "rule_id")
_DRIVE = ("drive_id", "joined_at")
_END = ("change_id", "until")
_METRICS = ("orders", "points", "spend_minor")
_CHANGE = ("change_id", "from_tier", "kind", "member_id", "occurred_at", "reason", "staff", "to_tier")

_STANDING = (balances.c.member_id == members.c.member_id) & (balances.c.tenant_id == members.c.tenant_id)
_MEMBERS = Statement(
    select(
        members.c.first_tier,
        members.c.joined_at,
        members.c.language,
        members.c.member_id,
        members.c.merged_into,
        members.c.name,
        members.c.phone_sealed,
        members.c.referrer_id,
        balances.c.points,
        balances.c.debt,
        balances.c.tier,
        members.c.email_sealed,
        members.c.birthday_sealed,
    )
    .select_from(members.join(balances, _STANDING))
    .where(owned_among(members, "of_members"))
)
_CARDS = Statement(
    select(cards.c.member_id, cards.c.number, cards.c.status, cards.c.status_at)
    .where(owned(cards), among(cards.c.member_id, "of_members"))
    .order_by(cards.c.member_id, cards.c.number)
)
_EVERY_LOT = (
    select(
        lots.c.member_id,
        lots.c.available_at,
        lots.c.points_expired,
        lots.c.expires_at,
        lots.c.points_left,
        lots.c.lot_id,
        lots.c.ledger_no,
        lots.c.points,
        lots.c.counts_from,
        lots.c.first_expires_at,
    )
    .where(owned_among(lots, "of_members"))
    .order_by(lots.c.member_id, lots.c.ledger_no, lots.c.lot_id)
)
_LOTS = Statement(_EVERY_LOT)
_OPEN_LOTS = Statement(_EVERY_LOT.where(lots.c.points_left > literal_column("0")))
_EVERY_USE = (
    select(
        lot_uses.c.member_id,
        lot_uses.c.entry_id,
        func.nullif(lot_uses.c.lot_id, _EMPTY),
        lot_uses.c.points,
        func.nullif(lot_uses.c.stands_for, _EMPTY),
    )
    .where(owned_among(lot_uses, "of_members"))
    .order_by(lot_uses.c.member_id, lot_uses.c.entry_id, lot_uses.c.lot_id, lot_uses.c.stands_for)
)
_USES = Statement(_EVERY_USE)
_DEBTS = Statement(_EVERY_USE.where(lot_uses.c.lot_id == _EMPTY))
_ACTIVITY = Statement(
    select(activity.c.member_id, activity.c.at, activity.c.bill_id, activity.c.points, activity.c.spend_minor)
    .where(owned_among(activity, "of_members"))
    .order_by(activity.c.member_id, activity.c.at, activity.c.bill_id)
)
_RULES = Statement(
    select(rule_uses.c.member_id, rule_uses.c.bill_id, rule_uses.c.day, rule_uses.c.points, rule_uses.c.rule_id)
    .where(owned_among(rule_uses, "of_members"))
    .order_by(rule_uses.c.member_id, rule_uses.c.bill_id, rule_uses.c.rule_id)
)
_DRIVES = Statement(
    select(participations.c.member_id, participations.c.drive_id, participations.c.joined_at)
    .where(owned_among(participations, "of_members"))
    .order_by(participations.c.member_id, participations.c.drive_id)
)
_HOMES = Statement(
    select(homes.c.member_id, homes.c.store_id).where(owned(homes), among(homes.c.member_id, "of_members"))
)
_HOLDS = Statement(
    select(tier_changes.c.member_id, tier_holds.c.change_id, tier_holds.c.until)
    .select_from(
        tier_changes.join(
            tier_holds,
            (tier_holds.c.change_id == tier_changes.c.change_id) & (tier_holds.c.tenant_id == tier_changes.c.tenant_id),
        )
    )
    .where(owned_among(tier_changes, "of_members"))
    .order_by(tier_changes.c.member_id, tier_holds.c.change_id)
)
_LINES = Statement(
    select(entries.c.balance_after, entries.c.ledger_no, *(entries.c[name] for name in _ENTRY))
    .where(owned_among(entries, "of_members"), entries.c.event_seq > bindparam("after_seq"))
    .order_by(entries.c.member_id, entries.c.ledger_no)
)
_TIER_CHANGES = Statement(
    select(
        *(tier_changes.c[name] for name in _CHANGE),
        tier_changes.c.orders,
        tier_changes.c.points,
        tier_changes.c.spend_minor,
    )
    .where(owned_among(tier_changes, "of_members"))
    .order_by(tier_changes.c.member_id, tier_changes.c.occurred_at, tier_changes.c.change_id)
)
_HELD: ColumnElement[int] = leases.c.granted - leases.c.spent - leases.c.returned - leases.c.written_off
_RESERVED = Statement(
    select(leases.c.member_id, func.sum(_HELD))
    .where(owned(leases), among(leases.c.member_id, "of_members"), literal_column("0") < _HELD)
    .group_by(leases.c.member_id)
)
_ABSORBED = Statement(
    select(members.c.merged_into, members.c.member_id).where(owned(members), among(members.c.merged_into, "of_members"))
)


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
        for row in self.scope.rows(_MEMBERS, of_members=listed(member_ids)):
            member = dict(zip(_MEMBER, row, strict=False))
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
        self._put(images, "cards", _CARD, _CARDS, images)
        self._put_lots(images, _LOTS, whole)
        self._put_lots(images, _OPEN_LOTS, slim)
        self._put(images, "uses", _USE, _USES, whole)
        self._put(images, "uses", _USE, _DEBTS, in_debt)
        self._put(images, "activity", _WORTH, _ACTIVITY, whole)
        self._put_tier_changes(images, whole)
        if self.tells_rules:
            self._put_some(images, "rules", _RULE, _RULES, whole)
        if self.tells_drives:
            self._put_some(images, "drives", _DRIVE, _DRIVES, whole)
        if self.tells_holds:
            self._put_some(images, "tier_holds", _END, _HOLDS, whole)
        if self.tells_homes and whole:
            for member_id, store_id in self.scope.rows(_HOMES, of_members=listed(whole)):
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
                lot: Plain = dict(zip(_LOT, cells, strict=False))
                if self.tells_visits:
                    pushed = zip(_PUSHED, cells[len(_LOT) :], strict=True)
                    lot.update((name, at) for name, at in pushed if at is not None)
                if lot["points"] or self.tells_visits:
                    images[member_id]["lots"].append(lot)

    def _put_tier_changes(self, images: Mapping[str, Plain], member_ids: Collection[str]) -> None:
        if member_ids:
            for row in self.scope.rows(_TIER_CHANGES, of_members=listed(member_ids)):
                change: Plain = dict(zip(_CHANGE, row, strict=False))
                change["metrics"] = dict(zip(_METRICS, row[len(_CHANGE) :], strict=True))
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
        for balance_after, order, *cells in self.scope.rows(_LINES, of_members=listed(member_ids), after_seq=after_seq):
            entry = dict(zip(_ENTRY, cells, strict=True))
            if entry["kind"] in EXTENSIONS and not self.tells_visits:
                continue
            line = {"balance_after": balance_after, "entry": entry, "order": order}
            images[entry["member_id"]]["lines"].append(line)

    def _put_reserved(self, images: Mapping[str, Plain]) -> None:
        """What counters hold of theirs, and of those who were merged into them."""
        holders = {member_id: member_id for member_id in images}
        while holders:
            given = listed(holders)
            for member_id, reserved in self.scope.rows(_RESERVED, of_members=given):
                images[holders[member_id]]["reserved"] += reserved
            found = self.scope.rows(_ABSORBED, of_members=given)
            holders = {absorbed: holders[into] for into, absorbed in found}


def _contacts(email: bytes | None, birthday: bytes | None, sealer: FieldSealer) -> Plain:
    """They are there only where they say something."""
    sealed = {EMAIL: email, BIRTHDAY: birthday}
    return {name: opened(one, sealer, name) for name, one in sealed.items() if one is not None}
