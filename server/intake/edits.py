"""Edits: what was changed of each member by hand, here and at counters, and what became of it. Nothing of it goes."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass

from sqlalchemy import bindparam, select

from app.persistence.scope import Cells, Scope
from app.persistence.sealed import FieldSealer
from app.persistence.statement import Statement, adding, owned
from app.services.members.edits import Edit, FieldEdit
from app.services.ports import ChainPoint
from app.services.records import from_micros, to_micros
from server.databases.tables.intake import edits

FIELD = "edit"  # what the sealer of values is for
_LAST = "~"  # sorts after every place

_COLUMNS = (
    edits.c.member_id,
    edits.c.position,
    edits.c.counter_code,
    edits.c.epoch,
    edits.c.seq,
    edits.c.at,
    edits.c.staff,
    edits.c.base,
    edits.c.sealed,
)
_ADD = adding(edits)
_OF_MEMBER = (owned(edits), edits.c.member_id == bindparam("of_member"))
_PAGE = Statement(
    select(*_COLUMNS)
    .where(*_OF_MEMBER, edits.c.place < bindparam("before"))
    .order_by(edits.c.place.desc())
    .limit(bindparam("at_most", required=True))
)
_AT = Statement(
    select(*_COLUMNS)
    .where(
        *_OF_MEMBER,
        edits.c.counter_code == bindparam("of_counter"),
        edits.c.epoch == bindparam("of_epoch"),
        edits.c.seq == bindparam("of_seq"),
    )
    .limit(1)
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where an edit stands: at a position of the feed, in an event of a counter's chain or of the server's own."""

    position: int
    counter_code: str
    point: ChainPoint

    @property
    def name(self) -> str:
        """Sorts as the edits were merged. Positions, epochs and numbers are below 10^16, 10^10 and 10^16."""
        return f"{self.position:016}.{self.point.epoch:010}.{self.point.seq:016}.{self.counter_code}"


@dataclass(frozen=True, slots=True)
class KeptEdit:
    place: Place
    edit: Edit


@dataclass(frozen=True, slots=True)
class Edits:
    """Values are sealed where they are kept: they say who somebody is."""

    scope: Scope
    sealer: FieldSealer

    def add(self, edit: Edit, place: Place) -> None:
        values = {name: asdict(one) for name, one in edit.fields.items()}
        self.scope.change(
            _ADD,
            member_id=edit.member_id,
            place=place.name,
            counter_code=place.counter_code,
            epoch=place.point.epoch,
            seq=place.point.seq,
            position=place.position,
            at=to_micros(edit.at),
            staff=edit.staff,
            base=edit.base,
            sealed=self.sealer.seal(json.dumps(values)),
        )

    def page(self, member_id: str, *, after: str, limit: int) -> Sequence[KeptEdit]:
        """The newest first; `after` is the name of a place."""
        rows = self.scope.rows(_PAGE, of_member=member_id, before=after or _LAST, at_most=limit)
        return [self._kept(row) for row in rows]

    def at(self, member_id: str, counter_code: str, point: ChainPoint) -> KeptEdit | None:
        """What a member's edit in one event came to."""
        place = {"of_counter": counter_code, "of_epoch": point.epoch, "of_seq": point.seq}
        row = self.scope.row(_AT, of_member=member_id, **place)
        return None if row is None else self._kept(row)

    def _kept(self, row: Cells) -> KeptEdit:
        member_id, position, counter_code, epoch, seq, at, staff, base, sealed = row
        values = json.loads(self.sealer.open(bytes(sealed)))
        fields = {name: FieldEdit(**one) for name, one in values.items()}
        place = Place(position, counter_code, ChainPoint(epoch, seq))
        return KeptEdit(place, Edit(member_id, fields, staff, base, from_micros(at)))
