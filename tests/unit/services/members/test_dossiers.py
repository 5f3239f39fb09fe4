"""All that is known of a member: lots, movements with what is sent, whom they brought; and who looked is noted."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.entries import EntryKind
from app.domain.errors import Code
from app.domain.expiry import Expiry, ExpiryMode
from app.services.chain.joining import join
from app.services.chain.outbox import START
from app.services.members import card_status, dossiers, merging
from app.services.members.dossiers import PAGE
from app.services.ports import ChainPoint
from tests.desks import STAFF, changed
from tests.unit.services.chains import MEMBERSHIP
from tests.unit.services.members.looking import looks


def test_a_member_at_length(shop):
    shop.publish(changed(expiry=Expiry(ExpiryMode.DAYS, 30)))
    friend = shop.enrol("Ravi Sharma")
    card = shop.enrol("Meena Iyer", referrer_card=friend)
    shop.sell(card, ("General", 1500))
    shop.wait(days=1)
    shop.sell(card, ("General", 100))
    new = card_status.replace_card(shop.desk, card, staff=STAFF).card
    assert new is not None
    file = dossiers.dossier(shop.desk, shop.member_id(new.number))
    assert [lot.points for lot in file.lots] == [45_00, 3_75]
    assert [one.number for one in file.cards] == [new.number, card]
    assert [(one.kind, one.to_tier) for one in file.tiers] == [("UPGRADE", "Silver"), ("INITIAL", "Bronze")]
    assert file.profile.referrer_name == "Ravi Sharma"
    (brought,) = dossiers.dossier(shop.desk, shop.member_id(friend)).brought
    assert brought.member.name == "Meena Iyer"
    shop.wait(days=40)
    assert dossiers.dossier(shop.desk, shop.member_id(new.number)).lots == []


def test_nobody_is_refused_and_so_is_who_was_merged_away(shop):
    one, other = shop.enrol("Ravi"), shop.enrol("Meena")
    gone = shop.member_id(one)
    merging.merge(shop.desk, [one], into=other, staff=STAFF)
    for member_id, code in (("nobody", Code.UNKNOWN_CARD), (gone, Code.CARD_INACTIVE)):
        with shop.refuses(code):
            dossiers.dossier(shop.desk, member_id)


def test_movements_come_newest_first_with_their_bills_and_who_did_it(shop):
    card = shop.enrol()
    shop.credit(card, 100_00)
    bill = shop.sell(card, ("General", 500), redeem=10_00).bill
    shop.give_back(bill.bill_id, {"1": 500})
    found = dossiers.movements(shop.desk, shop.member_id(card))
    assert [(one.kind, one.points) for one in found.rows] == [
        (EntryKind.REVERSE, -bill.earned_points),
        (EntryKind.RESTORE, 10_00),
        (EntryKind.EARN, bill.earned_points),
        (EntryKind.REDEEM, -10_00),
        (EntryKind.ADJUST, 100_00),
    ]
    assert [one.bill_number for one in found.rows] == [bill.number] * 4 + [""]
    assert {(one.counter, one.staff, one.is_sent) for one in found.rows} == {("A1", STAFF, None)}
    assert found.rows[-1].reason == "credit"
    assert not found.has_more


def test_movements_are_read_page_by_page(shop):
    card = shop.enrol()
    for number in range(PAGE + 3):
        shop.credit(card, 100 * (number + 1))
    member_id = shop.member_id(card)
    first, rest = dossiers.movements(shop.desk, member_id), dossiers.movements(shop.desk, member_id, skip=PAGE)
    assert (len(first.rows), first.has_more) == (PAGE, True)
    assert ([one.points for one in rest.rows], rest.has_more) == ([300, 200, 100], False)


def test_a_look_at_phone_and_email_is_noted_with_who_looked(shop):
    card = shop.enrol(phone="9820003210", email="meena@example.in")
    revealed = dossiers.reveal(shop.desk, shop.member_id(card), staff="meena")
    assert revealed == dossiers.Revealed("+919820003210", "meena@example.in")
    assert looks(shop) == [("contacts", "meena")]


@pytest.mark.parametrize("is_acked", [True, False])
def test_in_a_chain_what_the_server_has_is_ticked(shop, is_acked):
    card = shop.enrol()
    shop.sell(card, ("General", 500))
    join(shop.desk, MEMBERSHIP)
    with shop.store.writing() as uow:
        head, link = uow.journal.head(), uow.links.get()
        assert link is not None
        acked = ChainPoint(head.epoch, head.last_seq) if is_acked else START
        uow.links.put(replace(link, acked=acked))
    assert [one.is_sent for one in dossiers.movements(shop.desk, shop.member_id(card)).rows] == [is_acked]


def test_in_a_chain_entries_of_other_counters_are_there_too(shop):
    card = shop.enrol()
    member_id = shop.member_id(card)
    shop.sell(card, ("General", 500))
    join(shop.desk, MEMBERSHIP)
    with shop.store.reading() as uow:
        (own,) = uow.ledger.of_member(member_id)
    other = replace(own, order=2, entry=replace(own.entry, entry_id="theirs", cause="their bill", points=7_00))
    with shop.store.writing() as uow:
        uow.shared.add_lines([replace(own, order=1), other])
    rows = dossiers.movements(shop.desk, member_id).rows
    assert sorted((one.points, one.counter) for one in rows) == [(7_00, ""), (15_00, "A1")]
    assert [one.is_sent for one in rows if not one.counter] == [True]
