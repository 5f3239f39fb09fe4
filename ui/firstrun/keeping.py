"""Keeping: what a first run does with an answer, on a worker's thread; done twice, it has one effect."""

from __future__ import annotations

from app.domain.errors import invalid
from app.domain.staff import Pin, pin_problem
from ui.firstrun.ports import SetUp
from ui.firstrun.state import Goods
from ui.words import later_n, tr, tr_n

PRODUCTS = later_n("{n} product imported.", "{n} products imported.")
MEMBERS = later_n("{n} member imported.", "{n} members imported.")
LEFT_OUT = later_n(
    "{n} row is left out; it is saved beside the list, with what is wrong.",
    "{n} rows are left out; they are saved beside the list, with what is wrong.",
)


def as_sample(setup: SetUp) -> None:
    """The sample shop; to a shop that was begun before, its members."""
    if setup.is_begun:
        setup.take_samples()
    else:
        setup.open_sample()
    setup.finish()


def put_in_charge(setup: SetUp, name: str, pin: str) -> None:
    """An owner; without a PIN, a cashier of that name once the counter opens."""
    problem = pin_problem(Pin(pin)) if pin else ""
    if problem:
        raise invalid(problem)
    setup.begin()
    if pin:
        setup.employ_owner(name, pin)
    setup.keep({"cashier": name})


def begin_with(setup: SetUp, goods: Goods, file: str) -> str:
    """What came of it, in words; empty for nothing."""
    setup.begin()
    if goods is Goods.SAMPLES:
        setup.take_samples()
        return tr("6 sample members with points")
    if goods is Goods.PRODUCTS:
        return _imported(PRODUCTS, *setup.take_products(file))
    return _imported(MEMBERS, *setup.take_members(file)) if goods is Goods.MEMBERS else ""


def _imported(words: tuple[str, str], done: int, left_out: int) -> str:
    if not done:
        raise invalid("No row of the list can be imported. What is wrong with each is saved beside it.")
    imported = tr_n(*words, done)
    if not left_out:
        return imported
    return f"{imported} {tr_n(*LEFT_OUT, left_out)}"
