"""The client for other systems: the example of its document is run against a real server."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from app.services.programs.program import publish
from server.desks import desk_of
from sync.address import ServerAddress
from sync.client import Client, Line
from sync.refused import Refused
from tests.chain.counters import Chain
from tests.desks import PROGRAM
from tests.wire.proxy import FaultyLine
from tests.wire.steps import DropResponse

DOCUMENT = Path(__file__).parents[2] / "docs" / "sdk.md"


@pytest.fixture
def system(chain: Chain) -> dict[str, str]:
    """The credentials of another system of a shop with rules."""
    publish(desk_of(chain.running.parts, chain.office.tenant_id), PROGRAM, staff="owner")
    made = chain.office.system("cards:read", "cards:write", "points:write", "programs:read")
    return {"client_id": made["client_id"], "client_secret": made["client_secret"]}


def test_the_documents_example_runs(chain: Chain, system: dict[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    (example,) = re.findall(r"```python\n(.*?)```", DOCUMENT.read_text(), re.DOTALL)
    exec(compile(example, str(DOCUMENT), "exec"), {"url": chain.running.base_url, **system})
    said = capsys.readouterr().out
    assert "would earn" in said
    assert "1 cards in all" in said


def test_the_same_key_has_one_effect_on_a_bad_line(chain: Chain, system: dict[str, str]) -> None:
    port = int(chain.running.base_url.rpartition(":")[2])
    with FaultyLine(port) as line, Client(ServerAddress(line.url), **system) as client:
        card = client.enroll("Meena", key="enrol-1")["card_number"]
        line.script(DropResponse())
        client.earn([Line("General", 100_000)], card_number=card, bill_number="INV-1", key="k1")
        client.earn([Line("General", 100_000)], card_number=card, bill_number="INV-1", key="k1")
        assert client.balance(card)["available"] == "30.00"
        assert client.member(client.card(card)["member_id"])["name"] == "Meena"
        client.reverse(bill_number="INV-1", amount_minor=50_000, key="r1")
        assert client.balance(card)["available"] == "15.00"


def test_lists_are_walked_to_their_end(chain: Chain, system: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sync.client.PAGE_ITEMS", 3)
    with Client(ServerAddress(chain.running.base_url), **system) as client:
        made = {client.enroll(f"Member {n}", key=f"e{n}")["card_number"] for n in range(7)}
        assert {card["card_id"] for card in client.cards(status="ACTIVE")} == made


def test_a_refusal_says_what_the_server_said(chain: Chain, system: dict[str, str]) -> None:
    with Client(ServerAddress(chain.running.base_url), **system) as client:
        with pytest.raises(Refused) as refused:
            client.card("700012341000")
        assert refused.value.problem.status == 404
    with (
        Client(ServerAddress(chain.running.base_url), client_id="nobody.x", client_secret="wrong") as client,
        pytest.raises(Refused),
    ):
        client.balance("700012341000")
