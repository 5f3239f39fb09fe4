"""Finding: from a card, phone, last four or name to the customer on the bill."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from app.domain.member import Holder
from app.domain.quote import Redeem
from app.services.catalogue import catalogue
from app.services.catalogue.catalogue_records import Product
from app.services.desk import Desk
from app.services.members import members, profiles
from app.services.members.profiles import Profile
from ui.billing.intents import FindCard, FindLastFour, FindName, FindPhone
from ui.billing.sale import Sale
from ui.billing.stage import CUSTOMER, Mode, Stage
from ui.billing.wording import attached_customer, inactive_card, nobody, switch_customer
from ui.errors import Tone
from ui.work import Work

Search = FindCard | FindPhone | FindLastFour | FindName


@dataclass(frozen=True, slots=True)
class Found:
    """Who, or what, a search came to; with a profile when it is one person."""

    each: Sequence[Holder | Product]
    profile: Profile | None


def search(desk: Desk, wanted: Search) -> Sequence[Holder | Product]:
    """Members, and after them the products that are called so."""
    people = _people(desk, wanted)
    if not isinstance(wanted, FindName) or wanted.people_only:
        return people
    return [*people, *catalogue.by_name(desk, wanted.prefix)]


def _people(desk: Desk, wanted: Search) -> Sequence[Holder]:
    match wanted:
        case FindCard():
            return members.find_card(desk, wanted.number)
        case FindPhone():
            return members.find_phone(desk, wanted.digits)
        case FindLastFour():
            return members.find_last_four(desk, wanted.digits)
        case FindName():
            return members.find_name(desk, wanted.prefix)


def look_up(desk: Desk, wanted: Search) -> Found:
    each = search(desk, wanted)
    only = each[0] if len(each) == 1 else None
    return Found(each, profile_of(desk, only) if isinstance(only, Holder) else None)


def profile_of(desk: Desk, holder: Holder) -> Profile:
    card = holder.card.number if holder.card else None
    return profiles.profile(desk, holder.member.member_id, card_number=card)


@dataclass(frozen=True, slots=True)
class Arrival:
    """Somebody on their way onto the bill: the points they had chosen to use, and whether their card was typed."""

    profile: Profile
    redeem: Redeem = 0
    is_typed: bool = False


class Finder:
    """Puts customers on the bill, and never silently in another's place."""

    def __init__(
        self,
        desk: Desk,
        work: Work,
        stage: Stage,
        sale: Sale,
        *,
        put_back: Callable[[str], None],
        add: Callable[[Product], None],
    ) -> None:
        self.choices: Sequence[Holder | Product] = ()
        self.offered: Arrival | None = None
        self._desk = desk
        self._work = work
        self._stage = stage
        self._sale = sale
        self._put_back = put_back
        self._add = add

    def find(self, wanted: Search, *, typed: str = "") -> None:
        """Put whoever this names on the bill; what was typed in vain goes back into the box."""
        self._stage.awaiting(CUSTOMER)
        self._work.latest(
            CUSTOMER,
            lambda: look_up(self._desk, wanted),
            lambda found: self._settle(wanted, typed, found),
            self._refuse,
        )

    def choose(self, index: int) -> None:
        """Take one of several that were found."""
        self._take_one(self.choices[index])

    def _take_one(self, one: Holder | Product) -> None:
        if isinstance(one, Product):
            self._stage.turn(Mode.RING)
            self._add(one)
        else:
            self.take(one)

    def take(self, holder: Holder) -> None:
        """Put someone on the bill who is known already."""
        self._open(lambda: Arrival(profile_of(self._desk, holder)))

    def find_member(self, member_id: str, *, redeem: Redeem, is_typed: bool) -> None:
        """Put a member on the bill with the card that is theirs now, and the points they had chosen to use."""
        self._open(lambda: Arrival(profiles.profile(self._desk, member_id), redeem, is_typed))

    def look_again(self, member_id: str) -> None:
        """Read a member again who is on the bill; nothing that is being typed or looked at moves."""
        if self._sale.bill.profile is None or self._sale.bill.member_id != member_id:
            return
        holder = self._sale.bill.profile.holder
        self._work.latest(
            "again",
            lambda: profile_of(self._desk, holder),
            self._sale.know,
            lambda _: None,  # what is shown stays; the price says what is wrong, if anything is
        )

    def _open(self, arrival: Callable[[], Arrival]) -> None:
        self._stage.awaiting(CUSTOMER)
        self._work.latest(CUSTOMER, arrival, self._arrive, self._refuse)

    def accept_offer(self) -> None:
        """Switch to the customer whose card came second."""
        assert self.offered is not None, "an offer stands while the strip asks"
        self._attach(self.offered)

    def decline_offer(self) -> None:
        self.offered = None
        self._stage.hush()

    def _settle(self, wanted: Search, typed: str, found: Found) -> None:
        if found.profile is not None:
            self._arrive(Arrival(found.profile, is_typed=isinstance(wanted, FindCard) and wanted.is_typed))
            return
        if len(found.each) == 1:
            self._take_one(found.each[0])
        elif found.each:
            self.choices = found.each
            self._stage.turn(Mode.PICK)
        else:
            self._stage.interrupt(Tone.WARN, nobody(wanted))
            self._put_back(typed)
        self._stage.arrived(CUSTOMER)

    def _arrive(self, arrival: Arrival) -> None:
        attached, profile = self._sale.bill.profile, arrival.profile
        if not profile.holder.is_active:
            self._stage.interrupt(Tone.BAD, inactive_card(profile, self._desk.calendar))
        elif attached is not None and attached.holder.member.member_id != profile.holder.member.member_id:
            self.offered = arrival
            self._stage.interrupt(Tone.INFO, switch_customer(profile, attached))
        else:
            self._attach(arrival)
        self._stage.arrived(CUSTOMER)

    def _attach(self, arrival: Arrival) -> None:
        self.offered = None
        self._stage.mode = Mode.RING
        self._stage.say(Tone.GOOD, attached_customer(arrival.profile, self._sale.program))
        bill = self._sale.bill.attached(arrival.profile, is_typed=arrival.is_typed)
        self._sale.step(bill.redeeming(arrival.redeem) if arrival.redeem else bill)

    def _refuse(self, error: Exception) -> None:
        self._stage.refuse(error)
        self._stage.arrived(CUSTOMER)
