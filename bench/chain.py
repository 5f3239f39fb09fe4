"""Counters of a chain to measure with: data files of their own, joined to a real server, that ring real baskets."""

from __future__ import annotations

import csv
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from decimal import Decimal
from itertools import cycle, groupby, islice
from pathlib import Path

from app.demo_shop import PROGRAM
from app.domain.cart import Cart, CartLine
from app.domain.codes import card_number
from app.domain.days import INDIA
from app.machine import RandomIds, SystemClock, Ticks
from app.persistence.home import Home, open_home
from app.services.desk import Desk
from app.services.members import members
from app.services.members.members import Enrolment
from app.services.programs.program import publish
from app.services.sales.checkout import SaleRequest, Sold, commit_sale
from bench.centre import Centre
from sync.address import ServerAddress
from sync.clock_offset import ClockOffset
from sync.connection import Connection
from sync.cycle import Cycle
from sync.device_key import DeviceKey
from sync.pairing import begin, poll, take_up
from sync.transport import Transport

AGENT = "tillpoint/bench"
STAFF = "bench"
_BASKETS = Path(__file__).parents[1] / "resources" / "baskets.csv"
_CATEGORIES = tuple(PROGRAM.categories)


@dataclass
class Counter:
    """A counter with its data file open."""

    desk: Desk
    home: Home
    centre: Centre
    offset: ClockOffset
    cycle: Cycle = field(init=False)

    def __post_init__(self) -> None:
        self.cycle = Cycle(self.desk)

    def address(self, url: str) -> ServerAddress:
        return ServerAddress(url)

    def join(self) -> None:
        """Ask, be approved, and write the link."""
        key = DeviceKey.new()
        with Transport(ServerAddress(self.centre.url), agent=AGENT) as plain:
            begun = begin(self.desk, plain, key, program=AGENT)
            self.centre.approve(begun.user_code, counter_code=self.desk.counter_code)
            while (approved := poll(plain, begun)) is None:
                time.sleep(begun.interval)
        take_up(self.desk, approved, server_url=self.centre.url, key=key)

    def connection(self) -> Connection:
        link = self.cycle.link()
        assert link is not None
        return Connection.open(self.desk, link, self.address, agent=AGENT, clock=self.offset)

    def sync(self) -> None:
        with self.connection() as connection:
            assert self.cycle.through(connection)

    def send(self) -> None:
        """All there is to send; what others did is not asked for."""
        with self.connection() as connection:
            while self.cycle.send(connection).more:
                pass

    def enrol(self, first: int, count: int) -> list[str]:
        """That many members, one after the other; the numbers of their cards."""
        cards = [card_number(f"{number:010}") for number in range(first, first + count)]
        for number, card in enumerate(cards, first):
            members.enrol(self.desk, Enrolment(f"Member {number}", f"+919{number:09}", card_number=card), staff=STAFF)
        return cards

    def ring(self, cards: Sequence[str], count: int) -> list[Sold]:
        """Real baskets, one after the other, each for the next of these cards."""
        whose = cycle(cards)
        return [self.sell(cart, next(whose)) for cart in islice(cycle(carts()), count)]

    def sell(self, cart: Cart, card: str) -> Sold:
        return commit_sale(self.desk, SaleRequest(cart, card), key=self.desk.ids.entity(), staff=STAFF)


@contextmanager
def open_counter(folder: Path, centre: Centre, code: str, *, has_shop: bool = False) -> Iterator[Counter]:
    """A counter in this process. One that `has_shop` brings rules of its own."""
    opening = open_home(folder / f"{code}.db", tenant_id="local", counter_code=code, calendar=INDIA)
    with opening as home:
        offset = ClockOffset()
        desk = Desk(home.store, SystemClock(), RandomIds(), code, ticks=Ticks(offset.best_ms))
        if has_shop:
            publish(desk, replace(PROGRAM, calendar=desk.calendar), staff=STAFF)
        yield Counter(desk, home, centre, offset)


def carts() -> list[Cart]:
    """The recorded baskets, their products put into the shop's categories."""
    with _BASKETS.open(newline="") as file:
        rows = list(csv.DictReader(file))
    return [_cart(list(lines)) for _, lines in groupby(rows, key=lambda row: row["basket_id"])]


def _cart(rows: Sequence[dict[str, str]]) -> Cart:
    return Cart(tuple(_line(number, row) for number, row in enumerate(rows, 1)))


def _line(number: int, row: dict[str, str]) -> CartLine:
    category = _CATEGORIES[int(row["product_id"]) % len(_CATEGORIES)]
    price = max(100, int(row["sales_value_c"]))
    return CartLine(str(number), category, Decimal(max(1, int(row["quantity"]))), price, row["product_category"])
