"""A server of a later version: the counter says that it has to be updated, sells on, and loses nothing meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson
import pytest

from app.domain.days import INDIA
from app.services.chain.standing import LinkState, Standing
from server.databases.database import SqliteDatabase
from sync.protocol import PROTOCOL, page_hash
from sync.trouble import TOO_OLD
from tests.chain.conftest import Opening
from tests.chain.counters import Chain
from tests.chain.lines import line_of, until
from tests.server.running import Running, running_server
from ui.standing.wording import chip_of

Plain = dict[str, Any]
Saying = Callable[[str, int, Plain], tuple[int, Plain]]
UPDATE = "Update this counter."
NOW, NEXT = (str(number).encode() for number in (PROTOCOL, PROTOCOL + 1))


def as_it_is(_: str, status: int, plain: Plain) -> tuple[int, Plain]:
    return status, plain


def later_states(path: str, status: int, plain: Plain) -> tuple[int, Plain]:
    """Members have something that this program does not know; the protocol has the same number."""
    if "rows" not in plain:
        return status, plain
    rows = [{**row, "state": {**row["state"], "aura": 1}} if row["topic"] == "member" else row for row in plain["rows"]]
    hashed = {"page_hash": page_hash(rows)} if path.endswith("/pull") else {}
    return status, {**plain, "rows": rows, **hashed}


def other_words(path: str, status: int, plain: Plain) -> tuple[int, Plain]:
    """What changed is told in the words of a later protocol only; what counters send is taken from everybody."""
    return status, {"feed": plain["rows"]} if path.endswith("/pull") else plain


def nothing(path: str, status: int, plain: Plain) -> tuple[int, Plain]:
    """Not a word with a counter of this protocol."""
    if "/sync/" not in path:
        return status, plain
    return 426, {"status": 426, "code": "PROTOCOL-ENDED", "title": "Update", "detail": UPDATE}


@dataclass
class Later:
    """ASGI: the real server, with its answers as a later version would say them."""

    says: Saying = as_it_is
    protocol: bytes = NOW
    app: Any = None

    def around(self, app: Any) -> Later:
        self.app = app
        return self

    def is_updated(self, says: Saying, protocol: bytes) -> None:
        self.says, self.protocol = says, protocol

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] != "http" or self.says is as_it_is:
            await self.app(scope, receive, send)
            return
        plainly = {**scope, "headers": [one for one in scope["headers"] if one[0] != b"accept-encoding"]}
        said: list[Any] = []

        async def hear(message: Any) -> None:
            said.append(message)

        await self.app(plainly, receive, hear)
        for message in self._retold(scope["path"], said):
            await send(message)

    def _retold(self, path: str, said: list[Any]) -> list[Any]:
        start, body = said[0], b"".join(one.get("body", b"") for one in said[1:])
        status, plain = self.says(path, start["status"], orjson.loads(body))
        content = orjson.dumps(plain)
        told = {b"content-length": str(len(content)).encode(), b"tillpoint-protocol": self.protocol}
        headers = [*((name, value) for name, value in start["headers"] if name not in told), *told.items()]
        return [{**start, "status": status, "headers": headers}, {"type": "http.response.body", "body": content}]


@pytest.fixture
def later() -> Later:
    return Later()


@pytest.fixture
def running(tmp_path: Path, later: Later) -> Iterator[Running]:
    with closing(SqliteDatabase(tmp_path / "server")) as database:
        database.prepare()
        with running_server(database, around=later.around) as running:
            yield running


@pytest.mark.parametrize(
    ("says", "protocol", "trouble", "is_sent"),
    [(later_states, NOW, TOO_OLD, True), (other_words, NEXT, TOO_OLD, True), (nothing, NEXT, UPDATE, False)],
    ids=["states", "words", "nothing"],
)
def test_a_counter_that_is_too_old_says_so_and_sells_on(
    chain: Chain, counter: Opening, later: Later, says: Saying, protocol: bytes, trouble: str, is_sent: bool
) -> None:
    till = counter("A1", has_shop=True)
    till.pair()
    till.sync()
    card = till.enrol()
    till.sync()
    shown: list[Standing] = []
    with line_of(till) as line:
        until(lambda: line.standing().state is LinkState.SYNCED)
        later.is_updated(says, protocol)
        till.sell(card, ("General", 500))
        until(lambda: line.standing().state is LinkState.UPDATE)
        line.listen(shown.append)
        before, position = till.told_tables(), till.link().position
        till.sell(card, ("General", 500))
        if is_sent:
            until(lambda: till.waiting() == 0)
            assert chain.points(till.member_id(card)) == till.available(card) == 30_00
        else:
            until(lambda: line.standing().waiting == 2)
        until(lambda: line.standing().trouble == trouble)
        assert {one.state for one in shown} <= {LinkState.UPDATE}
        assert till.link().position == position
        assert till.available(card) == 30_00, "of its own bills it knows"
        chip = chip_of(line.standing(), now=till.clock.now(), calendar=INDIA)
        assert chip is not None
        assert chip.text == "Update needed to sync"
        assert before["told_members"] == till.told_tables()["told_members"]

        later.is_updated(as_it_is, NOW)  # as if the program here were the new one
        line.retry()
        until(lambda: line.standing().state is LinkState.SYNCED and till.waiting() == 0)
        until(lambda: till.link().position > position)
    assert till.slim() == chain.slim()
    assert chain.reviews() == []
