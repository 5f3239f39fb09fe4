"""Who works at a counter, and how they prove who they are."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import timedelta

import pytest

from app.domain.codes import staff_card
from app.domain.errors import Code, DomainError
from app.domain.staff import Permission, Person, Pin, Role
from app.services.desk import Desk
from app.services.ports import Colleague, Tick
from app.services.staff import staff
from app.services.staff.roster import name_of, roster
from app.services.staff.signing_in import (
    approve,
    approve_by_card,
    at_opening,
    is_staff_card,
    minutes,
    sign_in,
    sign_in_by_card,
)
from app.services.staff.staff_records import NoPins
from tests.contract import facts
from tests.desks import Shop

CARD, OTHER = staff_card("123456789012345678"), staff_card("923456789012345678")
RIGHT, WRONG = Pin("4826"), Pin("9031")


@dataclass
class QuickPins:
    """Remembers what it was asked about: whoever listens to the time must learn nothing."""

    asked: list[str] = field(default_factory=list)

    def hashed(self, pin: Pin) -> str:
        return f"hash of {pin.digits}"

    def fits(self, pin_hash: str, pin: Pin) -> bool:
        self.asked.append(pin_hash)
        return pin_hash == self.hashed(pin)


@pytest.fixture
def pins() -> QuickPins:
    return QuickPins()


@pytest.fixture
def crew(shop: Shop, pins: QuickPins) -> Iterator[Shop]:
    """Asha, a cashier without a PIN; Vikram, a manager; Omar, the owner."""
    shop.desk = replace(shop.desk, pins=pins)
    staff.add(shop.desk, "Omar", Role.OWNER, staff="first", pin=Pin("7310"), staff_id="omar")
    as_owner = shop.desk.approved("omar")
    staff.add(as_owner, "Vikram", Role.MANAGER, staff="first", pin=RIGHT, staff_id="vikram")
    staff.add(as_owner, "Asha", Role.CASHIER, staff="first", staff_id="asha")
    return shop


def told(shop: Shop, staff_id: str, name: str, role: str, *, is_active: bool = True) -> None:
    with shop.store.writing() as uow:
        uow.shared.put_colleague(Colleague(staff_id, name, role, is_active))


def last_event(shop: Shop) -> dict:
    with shop.store.reading() as uow:
        return json.loads(list(uow.journal.events())[-1].body)


def names(desk: Desk) -> list[str]:
    return [one.person.name for one in roster(desk).listed]


def listed(desk: Desk, staff_id: str):
    return next(one for one in roster(desk).listed if one.person.staff_id == staff_id)


def test_a_pin_lets_in_and_forgives(crew):
    for _ in range(2):
        with pytest.raises(DomainError, match="Wrong PIN"):
            sign_in(crew.desk, "vikram", WRONG)
    assert listed(crew.desk, "vikram").failures == 2
    assert sign_in(crew.desk, "vikram", RIGHT) == Person("vikram", "Vikram", Role.MANAGER)
    assert listed(crew.desk, "vikram").failures == 0


def test_wrong_pins_make_wait_and_the_right_one_waits_too(crew):
    said = []
    for _ in range(5):
        with pytest.raises(DomainError) as refusal:
            sign_in(crew.desk, "vikram", WRONG)
        said.append(refusal.value.message)
    assert said == [
        "Wrong PIN. 3 tries left, then wait 1 minute.",
        "Wrong PIN. 2 tries left, then wait 1 minute.",
        "Wrong PIN. 1 try left, then wait 1 minute.",
        "Wrong PIN. Wait 1 minute, then try again.",
        "Too many wrong PINs. Wait 1 minute, then try again.",
    ]
    crew.wait(seconds=59)
    with crew.refuses(Code.PIN_BAD, saying="Wait 1 second,"):
        sign_in(crew.desk, "vikram", RIGHT)
    crew.wait(seconds=1)
    with pytest.raises(DomainError, match="Wait 2 minutes"):
        sign_in(crew.desk, "vikram", WRONG)
    crew.wait(seconds=120)
    assert sign_in(crew.desk, "vikram", RIGHT).name == "Vikram"


def test_a_clock_set_back_makes_nobody_wait_for_a_year(crew):
    crew.wait(days=365)
    for _ in range(4):
        with pytest.raises(DomainError):
            sign_in(crew.desk, "vikram", WRONG)
    crew.clock.today = crew.clock.today.replace(year=crew.clock.today.year - 1)
    with pytest.raises(DomainError, match="Wait 1 minute"):
        sign_in(crew.desk, "vikram", RIGHT)
    crew.wait(seconds=60)
    assert sign_in(crew.desk, "vikram", RIGHT).name == "Vikram"


class Uptime:
    """A machine's other clock, which nobody sets."""

    def __init__(self) -> None:
        self.mono_ms = 5_000_000

    def __call__(self) -> Tick:
        return Tick("boot", self.mono_ms, None)


@pytest.fixture
def ticking(crew):
    uptime = Uptime()
    crew.desk = replace(crew.desk, ticks=uptime)
    for _ in range(4):
        with pytest.raises(DomainError):
            sign_in(crew.desk, "vikram", WRONG)
    return crew, uptime


@pytest.mark.parametrize("days", [365, -365])
def test_a_clock_that_is_set_neither_ends_a_wait_nor_makes_it_longer(ticking, days):
    crew, uptime = ticking
    crew.clock.today += timedelta(days=days)
    uptime.mono_ms += 20_000
    with crew.refuses(Code.PIN_BAD, saying="Wait 40 seconds,"):
        sign_in(crew.desk, "vikram", RIGHT)
    assert listed(crew.desk, "vikram").wait_s == 40
    uptime.mono_ms += 40_000
    assert sign_in(crew.desk, "vikram", RIGHT).name == "Vikram"


def test_after_the_machine_was_started_anew_the_wait_runs_from_its_start(ticking):
    crew, uptime = ticking
    crew.clock.today += timedelta(days=365)
    uptime.mono_ms = 15_000
    with crew.refuses(Code.PIN_BAD, saying="Wait 45 seconds,"):
        sign_in(crew.desk, "vikram", RIGHT)
    uptime.mono_ms = 60_000
    assert sign_in(crew.desk, "vikram", RIGHT).name == "Vikram"


@pytest.mark.parametrize("who", ["nobody", "asha", "gone"])
def test_who_is_unknown_without_a_pin_or_gone_costs_as_much_as_a_wrong_pin(crew, pins, who):
    staff.add(crew.desk.approved("omar"), "Gone", Role.CASHIER, staff="x", pin=RIGHT, staff_id="gone")
    staff.change(crew.desk.approved("omar"), Person("gone", "Gone", Role.CASHIER, is_active=False), staff="x")
    for left in ("3 tries", "2 tries"):
        with pytest.raises(DomainError, match=f"Wrong PIN. {left} left"):
            sign_in(crew.desk, who, RIGHT)
    assert len(pins.asked) == 2


def test_only_a_cashier_of_the_counters_own_is_let_in_without_a_pin(crew):
    told(crew, "s1", "Ravi", "cashier")
    assert sign_in(crew.desk, "asha").name == "Asha"
    for who in ("s1", "vikram", "nobody"):
        with crew.refuses(Code.PIN_BAD, saying="A PIN is needed"):
            sign_in(crew.desk, who)
    staff.set_pin(crew.desk.approved("omar"), "asha", WRONG, staff="asha")
    with crew.refuses(Code.PIN_BAD):
        sign_in(crew.desk, "asha")


def test_who_is_at_the_counter_when_it_opens(crew):
    assert at_opening(crew.desk, "asha") == at_opening(crew.desk, "Asha") == Person("asha", "Asha", Role.CASHIER)
    assert [at_opening(crew.desk, name) for name in ("vikram", "", "Zara")] == [None, None, None]
    staff.set_pin(crew.desk.approved("omar"), "asha", RIGHT, staff="asha")
    assert at_opening(crew.desk, "asha") is None


def test_a_counter_that_knows_nobody_opens_for_whoever_is_named(shop):
    assert at_opening(shop.desk, "Meena") == Person("Meena", "Meena", Role.CASHIER)
    staff.ensure_somebody(shop.desk, "Meena")
    staff.ensure_somebody(shop.desk, "Zara")
    assert names(shop.desk) == ["Meena"]


def test_staff_cards_sign_in_approve_and_are_taken_away(crew):
    as_owner = crew.desk.approved("omar")
    staff.give_card(as_owner, "vikram", CARD, staff="asha")
    assert is_staff_card(f" {CARD} ")
    assert sign_in_by_card(crew.desk, f" {CARD} ").name == "Vikram"
    assert approve_by_card(crew.desk, CARD, Permission.OVERRIDE).staff_id == "vikram"
    with crew.refuses(Code.DUPLICATE):
        staff.give_card(as_owner, "asha", CARD, staff="asha")
    staff.give_card(as_owner, "vikram", OTHER, staff="asha")
    with crew.refuses(Code.PIN_BAD, saying="no staff card of this counter"):
        sign_in_by_card(crew.desk, CARD)
    staff.take_card(as_owner, "vikram", staff="asha")
    with crew.refuses(Code.PIN_BAD):
        sign_in_by_card(crew.desk, OTHER)
    with crew.refuses(Code.INVALID, saying="no staff card"):
        staff.give_card(as_owner, "vikram", CARD[:-1], staff="asha")
    assert CARD not in repr(crew.tables())


def test_a_pin_that_is_right_approves_only_what_its_owner_may(crew):
    staff.set_pin(crew.desk.approved("omar"), "asha", WRONG, staff="asha")
    assert approve(crew.desk, "vikram", RIGHT, Permission.OVERRIDE).name == "Vikram"
    with pytest.raises(DomainError) as refusal:
        approve(crew.desk, "asha", WRONG, Permission.OVERRIDE)
    assert (refusal.value.code, refusal.value.message) == (
        *(Code.NOT_ALLOWED, "Asha may not approve this. Ask a manager."),
    )


def test_changes_are_in_the_chain_without_the_pin(crew):
    staff.set_pin(crew.desk.approved("omar"), "asha", RIGHT, staff="asha")
    body = last_event(crew)
    assert {name: body[name] for name in ("kind", "did", "person", "staff", "approved_by")} == {
        "kind": "staff", "did": "pin", "person": "asha", "staff": "asha", "approved_by": "omar"
    }  # fmt: skip
    assert "4826" not in json.dumps(body)
    assert "hash" not in {name for name in body if name != "previous_hash"}
    crew.sound()


def test_names_and_roles_are_changed_by_who_looks_after_both(crew):
    as_manager, asha = crew.desk.approved("vikram"), Person("asha", "Asha", Role.CASHIER)
    assert staff.change(as_manager, replace(asha, name="  Asha   Patil "), staff="asha").name == "Asha Patil"
    before = last_event(crew)
    staff.change(as_manager, replace(asha, name="Asha Patil"), staff="asha")
    assert last_event(crew) == before  # nothing was changed, nothing is told
    with crew.refuses(Code.NOT_ALLOWED):
        staff.change(as_manager, replace(asha, role=Role.MANAGER), staff="asha")
    with crew.refuses(Code.NOT_ALLOWED):
        staff.set_pin(as_manager, "omar", WRONG, staff="asha")
    with crew.refuses(Code.NOT_ALLOWED):
        staff.add(crew.desk, "Zara", Role.CASHIER, staff="asha")
    staff.set_pin(crew.desk, "vikram", WRONG, staff="vikram")  # everybody chooses their own


@pytest.mark.parametrize(
    ("name", "role", "pin", "code"),
    [
        (" ", Role.CASHIER, None, Code.INVALID),
        ("x" * 61, Role.CASHIER, None, Code.INVALID),
        ("Zara", Role.SENIOR, None, Code.INVALID),
        ("Zara", Role.CASHIER, Pin("1234"), Code.INVALID),
        ("ASHA", Role.CASHIER, None, Code.DUPLICATE),
    ],
)
def test_who_cannot_be_added(crew, name, role, pin, code):
    with crew.refuses(code):
        staff.add(crew.desk.approved("omar"), name, role, staff="asha", pin=pin)


def test_a_list_ends_somewhere(crew):
    for number in range(staff.OWN_MAX - 3):
        staff.add(crew.desk.approved("omar"), f"P{number}", Role.CASHIER, staff="asha")
    with crew.refuses(Code.INVALID, saying="at most"):
        staff.add(crew.desk.approved("omar"), "Zara", Role.CASHIER, staff="asha")


def test_somebody_who_can_look_after_staff_stays(crew):
    as_owner = crew.desk.approved("omar")
    staff.change(as_owner, Person("vikram", "Vikram", Role.SENIOR), staff="asha")
    with crew.refuses(Code.INVALID, saying="Nobody would be left"):
        staff.change(as_owner, Person("omar", "Omar", Role.OWNER, is_active=False), staff="asha")
    with crew.refuses(Code.INVALID, saying="Give Asha one first"):
        staff.change(as_owner, Person("asha", "Asha", Role.SENIOR), staff="asha")
    with crew.refuses(Code.UNKNOWN_STAFF):
        staff.set_pin(as_owner, "nobody", RIGHT, staff="asha")


def test_the_first_pin_is_of_somebody_who_can_look_after_staff(shop, pins):
    desk = replace(shop.desk, pins=pins)
    staff.add(desk, "Asha", Role.CASHIER, staff="x", staff_id="asha")
    with shop.refuses(Code.NOT_ALLOWED, saying="The first PIN"):
        staff.set_pin(desk, "asha", RIGHT, staff="asha")
    staff.change(desk, Person("asha", "Asha P", Role.CASHIER), staff="asha")  # nobody had a PIN that could be lost
    assert not roster(desk).has_authority


def test_a_chains_people_take_over_once_one_of_them_can_look_after_staff(crew):
    told(crew, "s1", "Ravi", "manager")
    told(crew, "s2", "Zara", "auditor")  # a role of a newer server
    told(crew, "s3", "Gone", "owner", is_active=False)
    told(crew, "asha", "Asha of the chain", "senior")
    assert sorted(names(crew.desk)) == ["Asha of the chain", "Gone", "Omar", "Ravi", "Vikram", "Zara"]
    assert names(crew.desk)[-1] == "Gone"
    assert listed(crew.desk, "s2").person.role is Role.CASHIER
    assert listed(crew.desk, "s1").lacks_pin
    with crew.refuses(Code.ONLY_SERVER):
        staff.change(crew.desk.approved("omar"), Person("s1", "R", Role.MANAGER, is_own=False), staff="asha")
    staff.set_pin(crew.desk.approved("omar"), "s1", WRONG, staff="s1")
    assert sorted(names(crew.desk)) == ["Asha of the chain", "Gone", "Ravi", "Zara"]
    assert roster(crew.desk).person("vikram") is None
    with crew.refuses(Code.NOT_ALLOWED):
        staff.set_pin(crew.desk.approved("omar"), "s2", RIGHT, staff="s2")
    assert approve(crew.desk, "s1", WRONG, Permission.STAFF).name == "Ravi"


def test_in_a_chain_people_are_added_at_the_server(crew):
    with crew.store.writing() as uow:
        uow.links.put(facts.link())
    with crew.refuses(Code.ONLY_SERVER):
        staff.add(crew.desk.approved("omar"), "Zara", Role.CASHIER, staff="asha")


def test_what_people_are_called(crew):
    told(crew, "vikram", "Vikram of the chain", "manager")
    with crew.store.reading() as uow:
        assert [name_of(uow, one) for one in ("asha", "vikram", "server")] == ["Asha", "Vikram of the chain", "server"]


def test_where_nobody_types_pins_none_fits():
    assert (NoPins().hashed(RIGHT), NoPins().fits("", RIGHT)) == ("", False)


@pytest.mark.parametrize(
    ("seconds", "said"), [(1, "1 second"), (40, "40 seconds"), (60, "1 minute"), (61, "2 minutes")]
)
def test_waits_in_words(seconds, said):
    assert minutes(seconds) == said
