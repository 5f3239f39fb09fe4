"""A till of the chain: a real counter on a data file of its own, its line, and the customers who stand at it."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from threading import Event

from app.bootstrap import Till, opened_till, running_line
from app.commands.chain.cable import Cable
from app.domain.bill import Bill
from app.domain.cart import Cart
from app.domain.quote import MAX
from app.replay.baskets import Basket
from app.replay.ringing import cart_of
from app.services.chain.standing import Line
from app.services.desk import Desk
from app.services.members import members
from app.services.members.members import Enrolment
from app.services.ports import Bond
from app.services.returns import returns
from app.services.sales import checkout
from app.services.sales.checkout import SaleRequest
from app.settings import Settings

STAFF = "demo"
TOP_UP_S_MAX = 0.3  # a customer is longer on the way from the shelf to the counter


@dataclass(frozen=True, slots=True)
class Customer:
    """Somebody in the shop: what they carry, their card, and whether it is known at the counter they stand at."""

    cart: Cart
    card: str
    member_id: str | None
    redeems: bool


@dataclass(slots=True)
class Tally:
    """What a counter did. Money in minor units, points in hundredths."""

    bills: int = 0
    redeemed: int = 0
    returned: int = 0

    def since(self, before: Tally) -> Tally:
        return Tally(self.bills - before.bills, self.redeemed - before.redeemed, self.returned - before.returned)


@dataclass(slots=True)
class ChainTill:
    """`shop` are the customers whose cards were shown here and who have not paid yet."""

    code: str
    till: Till
    line: Line
    cable: Cable
    tally: Tally = field(default_factory=Tally)
    shop: deque[Customer] = field(default_factory=deque)
    last: Bill | None = None
    _told: Event = field(default_factory=Event)

    def __post_init__(self) -> None:
        self.line.listen_members(lambda _: self._told.set())

    @property
    def desk(self) -> Desk:
        return self.till.desk

    def enter(self, basket: Basket, card: str, *, redeems: bool) -> None:
        """A customer shows their card. With the line up, it is topped up before they come to pay."""
        known = members.find_card(self.desk, card)
        member_id = known[0].member.member_id if known else None
        self.shop.append(Customer(cart_of(basket), card, member_id, redeems))
        if member_id is not None:
            self._told.clear()
            self.line.card_shown(member_id)
            if not self.cable.is_cut:
                self._told.wait(TOP_UP_S_MAX)

    def pay(self) -> None:
        """The customer who has waited longest pays; a card that is not known here yet earns nothing."""
        customer = self.shop.popleft()
        card = customer.card if customer.member_id is not None else None
        request = SaleRequest(customer.cart, card_number=card, redeem=MAX if customer.redeems and card else 0)
        self.last = checkout.commit_sale(self.desk, request, key=self.desk.ids.entity(), staff=STAFF).bill
        self.tally.bills += 1
        self.tally.redeemed += self.last.redeemed_points
        if customer.member_id is not None:
            self.line.card_gone(customer.member_id)

    def take_back(self) -> None:
        """The last customer comes back with half of what they bought."""
        if self.last is not None and self.last.net_minor > 1:
            half = self.last.net_minor // 2
            returns.return_amount(self.desk, self.last.bill_id, half, key=self.desk.ids.entity(), staff=STAFF)
            self.tally.returned += 1
            self.last = None

    def waiting(self) -> int:
        """Events its server has not acknowledged."""
        with self.desk.store.reading() as uow:
            link = uow.links.get()
            return 0 if link is None else uow.journal.waiting(link.acked)

    def position(self) -> int:
        with self.desk.store.reading() as uow:
            link = uow.links.get()
            return 0 if link is None else link.position

    def is_joined(self) -> bool:
        """Whether its history is sent and it knows the chain's rules."""
        with self.desk.store.reading() as uow:
            link = uow.links.get()
            return link is not None and link.bond is Bond.ACTIVE and uow.programs.latest_version() > 0

    def enrol(self, name: str) -> str:
        """Somebody new; the number of their card."""
        card = members.enrol(self.desk, Enrolment(name), staff=STAFF).card
        assert card is not None, "whoever is enrolled is given one"
        return card.number


@contextmanager
def opened_tills(
    settings: Settings, folder: Path, codes: tuple[str, ...], server_port: int
) -> Iterator[list[ChainTill]]:
    """Every counter open in this process, each with threads of sync of its own behind a cable of its own."""
    with ExitStack() as stack:
        tills = []
        for code in codes:
            own = replace(
                settings, data_dir=str(folder / code), counter_code=code, server_authorities="", server_fingerprint=""
            )
            cable = stack.enter_context(Cable(server_port))
            till = stack.enter_context(opened_till(own))
            tills.append(ChainTill(code, till, stack.enter_context(running_line(own, till)), cable))
        yield tills
