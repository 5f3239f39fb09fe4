"""The demo shop: what a first start puts in an empty data file, so that there is something to scan at once."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from app.domain.codes import card_number
from app.domain.member import CardStatus
from app.domain.points import HUNDREDTHS
from app.domain.program import Category, Program
from app.domain.staff import Pin, Role
from app.services.desk import Desk
from app.services.members import adjustments, card_status, members
from app.services.members.members import Enrolment
from app.services.programs.program import publish
from app.services.staff import staff

STAFF = "first start"
VERB, KEY = "first start", "demo shop"

# The pharmacy example: a rate for each category, discounts on two of them.
PROGRAM = Program(
    categories={
        "Medicines": Category(Decimal(1), Decimal(5)),
        "General": Category(Decimal(3)),
        "Baby Care": Category(Decimal(5), Decimal(10)),
        "Cosmetics": Category(Decimal(2)),
    },
    referral_percent=Decimal("0.5"),
)


@dataclass(frozen=True, slots=True)
class _DemoMember:
    name: str
    phone: str
    card_digits: str
    points: int
    language: str = "en"
    tier: str | None = None
    referred_by: str | None = None


MEENA, RAVI, FARHAN, LOST = (card_number(f"70001234{n}0") for n in (1, 2, 4, 5))

_MEMBERS = (
    _DemoMember("Meena Iyer", "9822000091", "7000123410", 5_120),
    _DemoMember("Ravi Sharma", "9820003210", "7000123420", 2_340, tier="Gold", referred_by=MEENA),
    _DemoMember("आशा पाटील", "9823004455", "7000123430", 640, language="hi", tier="Silver"),
    _DemoMember("Farhan Qureshi", "9819007788", "7000123440", 85),
    _DemoMember("Ravindra Joshi", "9850002211", "7000123460", 1_150),
    _DemoMember("Lata Deshpande", "9821006677", "7000123450", 900),
)


# Who works there. Asha needs no PIN; Vikram's is in the README, for whoever tries the counter out.
CASHIER_ID, CASHIER = "asha", "Asha"
MANAGER_ID, MANAGER, MANAGER_PIN = "vikram", "Vikram", "4826"


def create(desk: Desk) -> None:
    """Publish the example rules, employ the example staff and enrol the example members.

    Done once for a data file; a first start that was cut short is finished by the next.
    """
    if is_begun(desk):
        return
    _publish(desk)
    enrol_members(desk)
    _employ(desk)
    _record(desk)


def begin(desk: Desk) -> None:
    """Only the example rules: a shop of its own starts with them, and nobody of the example ever comes to it."""
    if not is_begun(desk):
        _publish(desk)
        _record(desk)


def is_begun(desk: Desk) -> bool:
    """Whether the data file is the example shop, or a shop of its own that has begun."""
    with desk.store.reading() as uow:
        return uow.effects.result(VERB, KEY) is not None


def enrol_members(desk: Desk) -> None:
    """The example members with their points; Lata's card has been reported lost. Who is there already stays so."""
    for member in _MEMBERS:
        _enrol(desk, member)
    card_status.set_card_status(desk, LOST, CardStatus.LOST, staff=STAFF)


def _publish(desk: Desk) -> None:
    with desk.store.reading() as uow:
        is_published = uow.programs.latest_version() > 0
    if not is_published:
        publish(desk, replace(PROGRAM, calendar=desk.calendar), staff=STAFF)


def _record(desk: Desk) -> None:
    with desk.store.writing() as uow:
        uow.effects.record(VERB, KEY, STAFF)


def _employ(desk: Desk) -> None:
    with desk.store.reading() as uow:
        known = {one.staff_id for one in uow.staff.own()}
    if CASHIER_ID not in known:
        staff.add(desk, CASHIER, Role.CASHIER, staff=STAFF, staff_id=CASHIER_ID)
    if MANAGER_ID not in known:
        staff.add(desk, MANAGER, Role.MANAGER, staff=STAFF, staff_id=MANAGER_ID, pin=Pin(MANAGER_PIN))


def _enrol(desk: Desk, member: _DemoMember) -> None:
    number = card_number(member.card_digits)
    enrolment = Enrolment(member.name, member.phone, member.language, number, member.referred_by, member.tier)
    if not members.find_card(desk, number):
        members.enrol(desk, enrolment, staff=STAFF)
    adjustments.adjust(
        desk,
        number,
        points=member.points * HUNDREDTHS,
        reason="example balance",
        staff=STAFF,
        key=f"first start {number}",
        policy_expiry=True,
    )
