"""Evidence of a bill: its figures, entries, seals and papers, as this counter knows them."""

from __future__ import annotations

from dataclasses import replace

from app.domain.errors import Code
from app.domain.rules import CategoryFixed, DecisionRule, PointsFixed
from app.domain.triggers import Trigger
from app.services.papers import prints
from app.services.papers.returned import RETURN
from app.services.ports import Bond, ChainPoint, Link
from app.services.reports.table import Table
from app.services.sales.evidence import evidence
from tests.desks import STAFF, Shop, changed, memory_shop


def told(tables: tuple[Table, ...]) -> dict[str, Table]:
    return {table.title: table for table in tables}


def which(table: Table) -> dict[object, object]:
    return {row.cells[0]: row.cells[1] for row in table.rows}


def test_a_bill_with_all_that_moved_through_it(shop: Shop) -> None:
    card = shop.enrol("Ravi Sharma")
    shop.credit(card, 500_00)
    sold = shop.sell(card, ("Medicines", 600), ("General", 200), redeem=100_00).bill
    shop.wait(hours=1)
    back = shop.give_back(sold.bill_id, {"2": 200})
    shop.sell(card, ("General", 300))
    with shop.store.writing() as uow:
        prints.claimed(shop.desk, uow, RETURN, back.refund_id)

    found = told(evidence(shop.desk, sold.bill_id))

    facts = which(found["The bill"])
    assert (facts["Bill"], facts["When"], facts["Member"]) == (sold.number, sold.occurred_at, "Ravi Sharma")
    assert (facts["Priced by rules version"], facts["By points"]) == ("v1", "₹10.00 (100)")
    assert [row.cells[0] for row in found["Its lines"].rows] == [line.label or line.category for line in sold.lines]
    assert "× 1 % ×" in str(found["Its lines"].rows[0].cells[5])
    entries = found["Entries in the ledger"].rows
    with shop.store.reading() as uow:
        known = [*uow.ledger.by_cause(sold.bill_id), *uow.ledger.by_cause(back.refund_id)]
        hashes = {event.hash.hex(): event.kind for event in uow.journal.events()}
    assert [row.cells[5] for row in entries] == [one.entry.entry_id for one in known]
    assert sum(int(row.cells[3] or 0) for row in entries) == sum(one.entry.points for one in known)
    seals = found["How it was sealed"].rows
    assert [row.cells[1] for row in seals] == ["bill", "refund"]
    assert [hashes[str(row.cells[5])] for row in seals] == ["bill", "refund"]
    assert {row.cells[4] for row in seals} == {""}, "a counter by itself sends nothing"
    assert [row.cells[0] for row in found["What was printed"].rows] == ["Receipt", "Return"]
    assert "What rules brought" not in found


def test_who_approved_it_and_whether_it_was_sent(shop: Shop) -> None:
    bill = shop.sell(None, ("General", 100)).bill
    approved = replace(shop, desk=shop.desk.approved(STAFF))
    approved.cancel(bill.bill_id)
    with shop.store.writing() as uow:
        head = uow.journal.head()
        uow.links.put(
            Link(
                server_url="https://loyalty.example",
                tenant_id="t",
                store_id="s",
                store_name="Main Street",
                client_id="c",
                audience="https://loyalty.example",
                private_key=bytes(32),
                bond=Bond.ACTIVE,
                acked=ChainPoint(head.epoch, head.last_seq - 1),
            )
        )

    found = told(evidence(shop.desk, bill.bill_id))

    assert [(row.cells[3], row.cells[4]) for row in found["How it was sealed"].rows] == [("", "yes"), (STAFF, "waits")]
    assert "Member" not in which(found["The bill"])
    assert "Entries in the ledger" not in found, "nobody's points moved"


def test_rules_and_what_their_points_were_worked_out_with() -> None:
    with memory_shop(changed(rules=(DecisionRule("care", CategoryFixed("General", 20_00)),))) as shop:
        bill = shop.sell(shop.enrol(), ("General", 100)).bill
        found = told(evidence(shop.desk, bill.bill_id))
    assert [row.cells for row in found["What rules brought"].rows] == [("care", 20_00, "")]


def test_points_for_a_new_tier_are_told_so_that_everything_adds_up() -> None:
    care = DecisionRule("care", CategoryFixed("General", 20_00))
    risen = DecisionRule("welcome", PointsFixed(50_00), trigger=Trigger.TIER_CHANGE)
    with memory_shop(changed(rules=(care, risen))) as shop:
        card = shop.enrol()
        shop.credit(card, 5_00)
        bill = shop.sell(card, ("General", 1000)).bill
        found = told(evidence(shop.desk, bill.bill_id))
        shop.sell(card, ("General", 1000))
        second = shop.sell(None, ("General", 1000)).bill
        nobodys = told(evidence(shop.desk, second.bill_id))

    facts = which(found["The bill"])
    assert (facts["Tier"], facts["Tier after it"]) == ("Bronze", "Silver")
    assert (facts["Earned"], facts["Brought by the new tier"], facts["Points after it"]) == ("50", "50", "105")
    assert [row.cells for row in found["What rules brought"].rows] == [("care", 20_00, ""), ("welcome", 50_00, "")]
    rows = found["Entries in the ledger"].rows
    assert [row.cells[3] for row in rows] == [30_00, 20_00, 50_00]
    assert rows[-1].cells[4] == bill.balance_after
    assert not {"Tier after it", "Brought by the new tier"} & set(which(nobodys["The bill"]))


def test_a_new_tier_that_brings_nothing_is_told_all_the_same(shop: Shop) -> None:
    facts = which(told(evidence(shop.desk, shop.sell(shop.enrol(), ("General", 1000)).bill.bill_id))["The bill"])
    assert facts["Tier after it"] == "Silver"
    assert "Brought by the new tier" not in facts


def test_a_bill_of_another_counter_is_asked_for_there(shop: Shop) -> None:
    with shop.refuses(Code.UNKNOWN_BILL, saying="ask where it was made"):
        evidence(shop.desk, "elsewhere")
