"""Bills of a counter without a window."""

from decimal import Decimal

from app.domain.cart import CartLine


def line(number):
    return CartLine(str(number), "General", Decimal(1), 100)


def bills_when_whole(rig):
    rig.store.fault = None
    return bills(rig)


def bills(rig):
    with rig.shop.store.reading() as uow:
        return list(uow.bills.all())
