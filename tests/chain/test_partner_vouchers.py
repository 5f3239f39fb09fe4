"""A partner's voucher that a counter gave out: given up by the counter first, then asked for, and everybody hears."""

from __future__ import annotations

from app.domain.errors import Code
from app.domain.rewards import Reward, RewardKind
from app.services.programs.program import publish
from app.services.rewards import rewards
from app.services.rewards.rewards import Wish
from server.desks import desk_of
from server.partners import registry
from server.partners.fulfilment import fulfil
from server.partners.registry import FIELD, Partner
from tests.chain.counters import Chain, ChainCounter
from tests.desks import STAFF, changed
from tests.wire.partner import LoopbackPartner

FILM = Reward("film", "Film ticket", RewardKind.PARTNER, 50_00, partner="Cinema")


def test_what_a_counter_gave_out_is_asked_for_once_it_is_nobodys(
    pair_of: tuple[ChainCounter, ChainCounter], chain: Chain
) -> None:
    first, _ = pair_of
    card = first.enrol(phone="9820003210")
    first.credit(card, 300_00)
    first.sync()
    desk = desk_of(chain.running.parts, chain.office.tenant_id)
    publish(desk, changed(rewards=(FILM,)), staff="office")
    for till in pair_of:
        till.sync()
    first.scan(card)
    with LoopbackPartner() as partner:
        store = chain.running.parts.database.store(chain.office.tenant_id)
        with store.writing() as unit:
            token = store.sealer.of_field(FIELD).seal("token-of-ours")
            registry.add(unit.scope, Partner("p1", "Cinema", partner.url, token, True, 1, 0))
        voucher = rewards.redeem(first.desk, Wish(card), FILM.reward_id, staff=STAFF, key="r")
        first.sync()
        fulfil(desk)
        assert partner.heard == [], "the counter could still hand it over"

        first.sync()  # hears that it is wanted, and gives it up
        first.sync()
        with first.refuses(Code.VOUCHER_ELSEWHERE):
            rewards.hand_over(first.desk, voucher.voucher_id, staff=STAFF, key="h")
        chain.clock.advance(minutes=2)
        fulfil(desk)
        assert partner.keys == [voucher.voucher_id]
    for till in pair_of:
        till.sync()
        assert rewards.get(till.desk, voucher.voucher_id).status == "FULFILLED"
    assert chain.points(first.member_id(card)) == first.available(card)
    assert chain.reviews() == []
