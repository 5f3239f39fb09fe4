"""Publishing in a chain: proposed at a counter, judged and published at the server, and no draft any more once told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from app.domain.errors import Code, DomainError
from app.domain.money import Currency
from app.domain.program import Program
from app.domain.rates import Rate
from app.domain.tiers import Level, TierScheme
from app.services.chain.standing import NoLine
from app.services.programs import rates, saved_cases
from app.services.programs.program import current
from app.services.programs.publishing import (
    Proposal,
    judge,
    not_publishing,
    publish_proposed,
    refuse_undrafted,
    unreadable,
)
from tests.desks import PROGRAM, Shop
from tests.unit.services.chains import Pair, chained
from tests.unit.services.programs.drafting import MEERA, RAVI, draft, draft_tiers, earns, saved


@pytest.fixture
def pair() -> Iterator[Pair]:
    with chained() as pair:
        pair.server.publish(PROGRAM)
        pair.tell()
        yield pair


def published(shop: Shop, proposal: Proposal) -> Program:
    with shop.store.writing() as uow:
        judge(shop.desk, uow, proposal)
        return publish_proposed(shop.desk, uow, proposal)


def test_what_a_counter_proposes_the_server_publishes_and_the_draft_is_done_once_that_is_told(pair: Pair) -> None:
    till = pair.counter
    draft(till, Decimal(2))
    before = till.tables()
    proposal = rates.propose_draft(till.desk, MEERA, by=RAVI)
    assert till.tables() == before, "asking changes nothing here"

    made = published(pair.server, proposal)

    assert (made.version, earns(made)) == (proposal.base + 1, Decimal(2))
    assert rates.look(till.desk, MEERA).has_changes
    pair.tell()
    found = rates.look(till.desk, MEERA)
    assert (found.has_changes, found.has_newer, current(till.desk)) == (False, False, made)
    with till.refuses(Code.INVALID, saying="Nothing is different"):
        rates.propose_draft(till.desk, MEERA, by=RAVI)


def test_a_draft_that_went_on_meanwhile_is_still_one(pair: Pair) -> None:
    draft(pair.counter, Decimal(2))
    published(pair.server, rates.propose_draft(pair.counter.desk, MEERA, by=MEERA))
    draft(pair.counter, Decimal(4), Rate.DISCOUNT, "General")
    pair.tell()
    found = rates.look(pair.counter.desk, MEERA)
    assert (found.has_changes, found.has_newer) == (True, True)
    rates.carry_over(pair.counter.desk, MEERA)
    assert [one.rate for one in rates.look(pair.counter.desk, MEERA).changes] == [Rate.DISCOUNT]


def test_the_same_rules_over_the_same_version_have_one_key_whoever_publishes_them(pair: Pair) -> None:
    draft(pair.counter, Decimal(2))
    mine, theirs = (rates.propose_draft(pair.counter.desk, MEERA, by=by) for by in (MEERA, RAVI))
    assert (mine.key, mine.text) == (theirs.key, theirs.text)
    draft(pair.counter, Decimal(3))
    others = (rates.propose_draft(pair.counter.desk, MEERA, by=MEERA), replace(mine, base=mine.base + 1))
    assert mine.key not in {one.key for one in others}


def test_a_day_is_proposed_withdrawn_and_not_withdrawn_twice(pair: Pair) -> None:
    till, server = pair.counter, pair.server
    day = till.desk.calendar.day_of(till.clock.today) + timedelta(days=5)
    rates.keep(till.desk, replace(draft(till, Decimal(2)), holds_on=day))
    waiting = published(server, rates.propose_draft(till.desk, MEERA, by=MEERA))
    pair.tell()
    assert rates.look(till.desk, MEERA).waiting == [waiting]
    assert waiting.holds_from == till.desk.calendar.start_of(day)

    proposal = rates.propose_withdrawal(till.desk, by=RAVI)
    back = published(server, proposal)

    assert (proposal.text, earns(back), back.holds_from) == ("", Decimal(1), None)
    pair.tell()
    with till.refuses(Code.INVALID, saying="No rates wait"):
        rates.propose_withdrawal(till.desk, by=RAVI)


def test_saved_cases_are_asked_before_anything_is_proposed(pair: Pair) -> None:
    saved_cases.keep_case(pair.counter.desk, saved(pair.counter, "A strip of tablets", 1_00))
    draft(pair.counter, Decimal(3))
    with pair.counter.refuses(Code.INVALID, saying="Case “A strip of tablets” must bring"):
        rates.propose_draft(pair.counter.desk, MEERA, by=MEERA)


def test_tiers_are_proposed_and_nothing_is_changed_here(pair: Pair) -> None:
    till = pair.counter
    other = TierScheme((Level("Bronze"), Level("Silver", min_spend_minor=500_00)))
    draft_tiers(till, other)
    with till.refuses(Code.ONLY_SERVER):
        rates.publish_draft(till.desk, MEERA, by=MEERA)
    proposal = rates.propose_draft(till.desk, MEERA, by=MEERA)
    assert published(pair.server, proposal).tiers == other
    wrong = replace(proposal.program or PROGRAM, tiers=TierScheme((Level("Wood"), Level("Wood"))))
    pair.tell()
    with pair.server.refuses(Code.INVALID, saying="two tiers called Wood"):
        published(pair.server, replace(proposal, base=proposal.base + 1, program=wrong))


def test_a_rate_that_stood_before_the_limit_was_lowered_keeps_nobody_from_publishing_something_else(shop: Shop) -> None:
    shop.desk = replace(shop.desk, rate_max_percent=1)
    base = current(shop.desk)  # General earns 3 %
    other = TierScheme((Level("Bronze"), Level("Silver", min_spend_minor=500_00)))
    assert published(shop, Proposal(base.version, replace(base, tiers=other), MEERA)).tiers == other


def test_a_counter_without_a_line_publishes_nothing(pair: Pair) -> None:
    draft(pair.counter, Decimal(2))
    proposal = rates.propose_draft(pair.counter.desk, MEERA, by=MEERA)
    with pair.counter.refuses(Code.NO_LINE, saying="There is no line to the server. Nothing was published"):
        NoLine().publish(proposal)


def test_a_counter_changes_only_what_a_desk_drafts(pair: Pair) -> None:
    draft(pair.counter, Decimal(2))
    proposal = rates.propose_draft(pair.counter.desk, MEERA, by=MEERA)
    assert proposal.program is not None
    odd = replace(proposal.program, enabled=False, currency=Currency("USD"))
    with pair.server.store.reading() as uow:
        refuse_undrafted(uow, proposal)
        refuse_undrafted(uow, replace(proposal, program=None))
        with pytest.raises(DomainError, match=r"A counter does not change enabled, currency\."):
            refuse_undrafted(uow, replace(proposal, program=odd))


def test_whose_word_does_not_count_is_said_with_their_name_where_they_are_known() -> None:
    assert not_publishing("Ravi").message.startswith("Ravi may not publish")
    assert not_publishing(None).message.startswith("The server knows nobody of that name")
    assert {one.code for one in (not_publishing("Ravi"), not_publishing(None))} == {Code.NOT_ALLOWED}
    assert unreadable().code is Code.INVALID
