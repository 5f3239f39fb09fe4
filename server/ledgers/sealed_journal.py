"""The server's own chain as it is kept: an event that says who somebody is, is sealed where it stands."""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.persistence.repositories.journal import SqlJournal
from app.persistence.sealed import FieldSealer
from app.services.ports import Event

PERSONAL = frozenset({"enrol", "edit"})
_SEALED = b"\0"  # no JSON begins so


@dataclass(slots=True, kw_only=True)
class SealedJournal(SqlJournal):
    """Hashes are of what was sealed into the chain, not of how it is kept."""

    sealer: FieldSealer

    def kept(self, event: Event) -> Event:
        if event.kind not in PERSONAL:
            return event
        return replace(event, body=_SEALED + self.sealer.seal(event.body.decode()))

    def told(self, event: Event) -> Event:
        if not event.body.startswith(_SEALED):
            return event
        return replace(event, body=self.sealer.open(event.body.removeprefix(_SEALED)).encode())
