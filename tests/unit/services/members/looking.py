"""Who looked at what is kept of a member, and a name that is meant to do harm."""

from __future__ import annotations

import json

from tests.desks import Shop

HOSTILE = '=HYPERLINK("http://x")\u202e\x1b@' + "ऄ" * 60


def looks(shop: Shop) -> list[tuple[str, str]]:
    with shop.store.reading() as uow:
        bodies = [json.loads(event.body) for event in uow.journal.events() if event.kind == "reveal"]
    return [(body["what"], body["staff"]) for body in bodies]
