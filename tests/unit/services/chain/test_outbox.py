"""The outbox: what the server has not acknowledged, named as a person knows it."""

from __future__ import annotations

from app.domain.lease import NO_FLOOR, Floor
from app.domain.member import CardStatus
from app.services.chain.outbox import SHOWN_MAX, FloorWorth, outbox
from app.services.members import card_status
from tests.desks import STAFF, Shop
from tests.unit.services.chains import joined


def test_a_counter_alone_would_send_its_whole_history(shop: Shop) -> None:
    shop.enrol()
    kept = outbox(shop.desk)
    assert (kept.link, kept.waiting, [one.kind for one in kept.unsent]) == (None, 2, ["program", "enrol"])
    assert kept.floor == FloorWorth(NO_FLOOR, 0, 0)


def test_what_waits_is_named_oldest_first(shop: Shop) -> None:
    link = joined(shop, acked=1)
    card = shop.enrol("Ravi Sharma")
    bill = shop.sell(card, ("General", 100)).bill
    shop.give_back(bill.bill_id, 40)
    card_status.set_card_status(shop.desk, card, CardStatus.BLOCKED, staff=STAFF)
    card_status.set_card_status(shop.desk, card, CardStatus.LOST, staff=STAFF)
    new = card_status.replace_card(shop.desk, card, staff=STAFF)
    assert new.card is not None

    kept = outbox(shop.desk)

    assert [(one.kind, one.subject, one.amount_minor) for one in kept.unsent] == [
        ("enrol", "Ravi Sharma", None),
        ("bill", bill.number, 100_00),
        ("refund", "", 40_00),
        ("card", f"•••• {card[-4:]}", None),
        ("card", f"•••• {card[-4:]}", None),
        ("replace", f"•••• {new.card.number[-4:]}", None),
    ]
    assert (kept.link, kept.waiting, kept.kinds["card"]) == (link, 6, 2)


def test_only_so_many_are_looked_into_and_all_are_counted(shop: Shop) -> None:
    joined(shop, acked=1)
    for number in range(SHOWN_MAX + 3):
        shop.enrol(f"Member {number}")
    kept = outbox(shop.desk)
    assert (len(kept.unsent), kept.waiting) == (SHOWN_MAX, SHOWN_MAX + 3)


def test_the_offline_limit_is_told_in_money(shop: Shop) -> None:
    joined(shop, acked=0, floor=Floor(card=100_00, counter=500_00))
    assert outbox(shop.desk).floor == FloorWorth(Floor(100_00, 500_00), 10_00, 50_00)
