"""Blocks of card numbers over a real line: each counter has its own, told as it joins or later; cards never clash."""

from __future__ import annotations

from dataclasses import replace
from random import Random
from typing import Any

import pytest

from app.domain.card_blocks import CardBlock
from app.domain.codes import card_number
from app.machine import RandomIds
from app.services.ports import Bond
from server.desks import desk_of
from server.identity import card_blocks, devices
from server.identity.devices import Device
from sync.answer import Answer
from sync.protocol import block_from_text, block_to_text
from tests.chain.conftest import Opening
from tests.chain.counters import Chain, ChainCounter
from tests.chain.meddling import meddled
from tests.server import callers
from tests.server.running import Running

Two = tuple[ChainCounter, ChainCounter]
KEY = bytes(range(16))


class Few(RandomIds):
    """Dice for card numbers with few sides, and for nothing else."""

    def __init__(self, seed: int, sides: int) -> None:
        self.random, self.sides = Random(seed), sides

    def card_digits(self) -> str:
        return f"{self.random.randrange(self.sides):010}"


def block_of(counter: ChainCounter) -> CardBlock:
    block = counter.link().card_block
    assert block is not None
    return block


def without_block(counter: ChainCounter) -> None:
    """As a counter that joined before there were any."""
    with counter.store.writing() as uow:
        uow.links.put(replace(counter.link(), card_block=None))


def test_each_counter_has_a_block_and_the_server_its_own(pair_of: Two, chain: Chain) -> None:
    first, second = map(block_of, pair_of)
    key = chain.running.parts.secret.card_key(chain.office.tenant_id)
    assert (first, second) == (CardBlock(1, key), CardBlock(2, key))
    assert desk_of(chain.running.parts, chain.office.tenant_id).card_block == CardBlock(0, key)


def test_a_counter_that_is_let_in_again_gets_another_block(pair_of: Two, chain: Chain) -> None:
    """What it gave out of the first may not have been told to anybody: a copy of its data folder has it too."""
    first, _ = pair_of
    callers.done(chain.office.wire.post("/api/v1/counters/A1/revoke", {}, chain.office.owner))
    before = block_of(first)
    first.pair()
    assert (before.number, block_of(first).number) == (1, 3)
    assert block_of(first).key == before.key


def test_an_approval_that_is_repeated_reserves_one_block(chain: Chain) -> None:
    counter = chain.office.counter("C1")
    with chain.running.parts.database.store(chain.office.tenant_id).writing() as unit:
        for _ in range(2):
            card_blocks.reserve(unit.scope, counter.paired["client_id"])
        assert card_blocks.number_of(unit.scope, counter.paired["client_id"]) == 1


def test_the_last_block_is_the_last(chain: Chain, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever comes later draws from all numbers, as before there were blocks."""
    monkeypatch.setattr(card_blocks, "BLOCKS", 2)
    told = [chain.office.counter(code).paired["card_block"] for code in ("C1", "C2")]
    assert told[0].startswith("1.")
    assert told[1] is None


def test_whoever_joined_before_there_were_blocks_is_told_by_the_next_page(
    counter: Opening, chain: Chain, running: Running
) -> None:
    """The server reserves one as the counter signs in; the counter keeps the first it hears of."""
    till = counter("A1", has_shop=True)
    till.pair()
    with running.parts.database.store(chain.office.tenant_id).writing() as unit:
        known = devices.by_code(unit.scope, "A1")
        assert known is not None
        devices.change(unit.scope, old_one(known), version=known.version)
    with till.store.writing() as uow:
        uow.links.put(replace(till.link(), client_id=old_one(known).client_id, card_block=None))
    till.sync()
    assert block_of(till).number == 2
    without_block(till)
    till.sync()
    assert block_of(till).number == 2


def old_one(device: Device) -> Device:
    """Enrolled under another id, for which nothing was reserved."""
    return replace(device, client_id=f"{device.client_id}-old")


def test_with_an_older_server_numbers_are_drawn_from_all_there_are(counter: Opening) -> None:
    """It says nothing of blocks, when a counter joins or ever after."""

    def says_nothing(answer: Answer) -> Answer:
        plain = dict(answer.json)
        settings = {name: value for name, value in plain["settings"].items() if name != "card_block"}
        return replace(answer, json={**plain, "settings": settings})

    till = counter("A1", has_shop=True)
    till.pair()
    without_block(till)
    till.cycle.through(meddled(till, "/api/v1/sync/pull", says_nothing))
    assert (till.link().bond, till.link().card_block) == (Bond.ACTIVE, None)
    with_few_dice(till, 1, seed=1)
    assert till.enrol() == card_number("0" * 10)
    till.sync()
    assert till.link().card_block is not None, "the server was updated"


@pytest.mark.parametrize(
    "told",
    [
        None,
        17,
        "",
        "17",
        "17.",
        "x.AAAA",
        "-1.AAAAAAAAAAAAAAAAAAAAAA",
        "17.AAAA",
        "17.€",
        "40000.AAAAAAAAAAAAAAAAAAAAAA",
        "9" * 5000,
    ],
)
def test_a_block_that_cannot_be_read_is_none(told: Any) -> None:
    """A counter does without rather than not sync."""
    assert block_from_text(told) is None


def test_a_block_is_read_as_it_was_told() -> None:
    assert block_from_text(block_to_text(CardBlock(17, KEY))) == CardBlock(17, KEY)
    assert block_to_text(CardBlock(17, KEY)) == "17.AAECAwQFBgcICQoLDA0ODw"


def with_few_dice(till: ChainCounter, sides: int, *, seed: int) -> None:
    till.desk = replace(till.desk, ids=Few(seed, sides))


@pytest.mark.parametrize("has_blocks", [True, False])
def test_cards_given_out_offline_never_clash(pair_of: Two, chain: Chain, has_blocks: bool) -> None:
    """Dice with so few sides that without blocks some number is given out twice, and refused at the server."""
    for seed, till in enumerate(pair_of, 1):
        if not has_blocks:
            without_block(till)
        with_few_dice(till, 2_000, seed=seed)
        for n in range(100):
            till.enrol(f"Member {till.desk.counter_code} {n}")
    for till in (*pair_of, pair_of[0]):
        till.sync()
    clashes = chain.reviews().count("QUARANTINED")
    assert len(chain.slim()) == 200 - clashes
    assert bool(clashes) is not has_blocks
    if has_blocks:
        assert pair_of[0].slim() == pair_of[1].slim() == chain.slim()
