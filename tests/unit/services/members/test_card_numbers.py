"""Card numbers: a counter of a chain draws from its own block, a server from its own, a counter alone from all."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from random import Random

import pytest

from app.domain.card_blocks import KEY_BYTES, CardBlock
from app.domain.codes import card_number
from app.scenario.world import SequentialIds
from app.services.chain.joining import join
from app.services.members import card_status
from tests.desks import STAFF, Shop
from tests.unit.services.chains import MEMBERSHIP, Pair, chained

KEY = bytes(range(KEY_BYTES))
OURS, THEIRS = CardBlock(3, KEY), CardBlock(4, KEY)


class Few(SequentialIds):
    """Dice with few sides: what is drawn twice by two of them is a matter of minutes."""

    def __init__(self, sides: int, seed: int) -> None:
        super().__init__()
        self.sides, self.random = sides, Random(seed)

    def card_digits(self) -> str:
        return f"{self.random.randrange(self.sides):010}"


@pytest.fixture
def pair() -> Iterator[Pair]:
    with chained() as pair:
        yield pair


def with_block(pair: Pair, block: CardBlock | None) -> Shop:
    """The counter, paired again and given this block."""
    join(pair.counter.desk, replace(MEMBERSHIP, epoch=3, card_block=block))
    return pair.counter


def with_dice(shop: Shop, sides: int, *, seed: int = 1) -> Shop:
    return Shop(replace(shop.desk, ids=Few(sides, seed)), shop.clock)


def numbers(block: CardBlock, places: int) -> set[str]:
    return {card_number(block.first_ten(place)) for place in range(places)}


def test_a_counter_of_a_chain_gives_numbers_of_its_block(pair: Pair) -> None:
    counter = with_dice(with_block(pair, OURS), 50)
    given = {counter.enrol(f"Member {n}") for n in range(20)}
    assert len(given) == 20
    assert given <= numbers(OURS, 50)


def test_a_new_card_for_a_lost_one_is_of_the_block_too(pair: Pair) -> None:
    counter = with_dice(with_block(pair, OURS), 50)
    replaced = card_status.replace_card(counter.desk, counter.enrol(), staff=STAFF).card
    assert replaced is not None
    assert replaced.number in numbers(OURS, 50)


def test_a_block_without_room_leaves_all_other_numbers(pair: Pair) -> None:
    """Nobody is turned away: what may be drawn twice then is what could be before there were blocks."""
    counter = with_block(pair, OURS)
    full = with_dice(counter, 1)
    assert [full.enrol("Meena"), full.enrol("Ravi")] == [*numbers(OURS, 1), card_number("0" * 10)]
    with pytest.raises(AssertionError, match="do not collide"):
        full.enrol("Asha")


def test_before_it_is_told_of_a_block_a_counter_draws_from_all_numbers(pair: Pair) -> None:
    assert with_dice(pair.counter, 1).enrol() == card_number("0" * 10)


def test_a_card_printed_beforehand_may_have_any_number(pair: Pair) -> None:
    printed = card_number("7000123456")
    assert with_block(pair, OURS).enrol(card_number=printed) == printed


def test_the_server_draws_from_its_own_block(pair: Pair) -> None:
    server = Shop(replace(pair.server.desk, card_block=THEIRS, ids=Few(5, seed=1)), pair.server.clock)
    assert server.enrol() in numbers(THEIRS, 5)


def test_a_page_tells_of_a_block_once(pair: Pair) -> None:
    """A counter that joined before there were any is told by the next page; what it has it keeps."""
    for told in (None, OURS, THEIRS):
        pair.told_block = told
        pair.tell()
    assert pair.link().card_block == OURS


def test_paired_again_it_has_the_block_of_that_pairing(pair: Pair) -> None:
    with_block(pair, OURS)
    with_block(pair, THEIRS)
    assert pair.link().card_block == THEIRS


@pytest.mark.parametrize("has_blocks", [True, False])
def test_two_counters_offline_never_give_the_same_number(has_blocks: bool) -> None:
    """Thousands of members each, out of dice with 20,000 sides; without blocks the same dice do clash."""
    given = []
    for seed, block in enumerate((OURS, THEIRS), 1):
        with chained() as pair:
            counter = with_dice(with_block(pair, block if has_blocks else None), 20_000, seed=seed)
            given.append({counter.enrol() for _ in range(2_000)})
    assert [len(one) for one in given] == [2_000, 2_000]
    assert bool(given[0] & given[1]) is not has_blocks
