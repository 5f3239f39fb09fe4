"""Figures at the desk: drafted with the rates, published as one version, carried over, and gone back to."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

from app.domain.errors import Code
from app.domain.expiry import Expiry, ExpiryMode
from app.domain.figures import Figure, FigureChange, Figures
from app.domain.program import Program, Redemption
from app.domain.programmes import FIRST, ProgrammeKind
from app.domain.rates import Rate
from app.domain.tiers import Level, TierScheme
from app.services.programs import rates
from app.services.programs.program import current
from app.services.programs.publishing import refuse_undrafted, require_second
from app.services.whatif import whatif
from tests.desks import PROGRAM, Shop, memory_shop
from tests.unit.services.chains import chained

MEERA, RAVI = "meera", "ravi"
YEARLY = {Figure.EXPIRY: ExpiryMode.END_OF_YEAR, Figure.LASTS: 1}


def draft(shop: Shop, changes: dict[Figure, Any], *, staff: str = MEERA) -> None:
    found = rates.look(shop.desk, staff)
    figures = Figures.of(found.drafted)
    for figure, value in changes.items():
        figures = figures.having(figure, value)
    rates.keep(shop.desk, replace(found.draft, figures=figures))


def test_figures_are_published_with_the_rates_stand_in_the_history_and_are_gone_back_to(shop: Shop) -> None:
    draft(shop, {Figure.WORTH: Decimal("0.15"), **YEARLY})
    found = rates.look(shop.desk, MEERA)
    rates.keep(shop.desk, replace(found.draft, rates=found.draft.rates.having("Medicines", Rate.EARN, Decimal(2))))
    wanted = (
        FigureChange(Figure.WORTH, Decimal("0.10"), Decimal("0.15")),
        FigureChange(Figure.EXPIRY, ExpiryMode.MONTHS, ExpiryMode.END_OF_YEAR),
        FigureChange(Figure.LASTS, 12, 1),
    )
    found = rates.look(shop.desk, MEERA)
    assert (found.figure_changes, len(found.changes)) == (wanted, 1)

    version = rates.publish_draft(shop.desk, MEERA, by=MEERA)

    assert (version.redemption.rate, version.expiry) == (Decimal("0.15"), Expiry(ExpiryMode.END_OF_YEAR, 1))
    assert version.redemption.min_points == PROGRAM.redemption.min_points
    assert rates.look(shop.desk, MEERA).history[0].figure_changes == wanted
    rates.revert(shop.desk, 1, staff=MEERA)
    assert rates.publish_draft(shop.desk, MEERA, by=MEERA).has_the_rules_of(PROGRAM)
    shop.sound()


def test_a_draft_from_before_there_were_figures_keeps_those_of_its_version(shop: Shop) -> None:
    found = rates.look(shop.desk, MEERA)
    assert found.draft.figures is None
    assert found.drafted.has_the_rules_of(PROGRAM)


def test_the_figures_of_another_programme_are_not_gone_back_to(shop: Shop) -> None:
    other = replace(PROGRAM, programme=replace(FIRST, programme_id="winter"), redemption=Redemption(Decimal(1)))
    shop.publish(other)
    assert rates.revert(shop.desk, 1, staff=MEERA).over(other).redemption.rate == 1


def test_of_two_who_change_figures_at_once_the_second_is_told_and_loses_nothing(shop: Shop) -> None:
    draft(shop, {Figure.WORTH: Decimal("0.15")})
    draft(shop, YEARLY, staff=RAVI)
    rates.publish_draft(shop.desk, MEERA, by=MEERA)
    with shop.refuses(Code.CHANGED, saying="meanwhile"):
        rates.publish_draft(shop.desk, RAVI, by=RAVI)
    assert [one.figure for one in rates.look(shop.desk, RAVI).newer_figures] == [Figure.WORTH]
    rates.carry_over(shop.desk, RAVI)
    made = rates.publish_draft(shop.desk, RAVI, by=RAVI)
    assert (made.redemption.rate, made.expiry.n) == (Decimal("0.15"), 1)


def test_what_cannot_be_is_neither_kept_nor_published(shop: Shop) -> None:
    with shop.refuses(Code.INVALID, saying="Points are worth more than nothing each"):
        draft(shop, {Figure.WORTH: Decimal(0)})
    wrong = replace(rates.look(shop.desk, MEERA).draft, figures=Figures.of(PROGRAM).having(Figure.PENDING, -1))
    with shop.desk.store.writing() as uow:
        uow.programs.put_draft(wrong)
    with shop.refuses(Code.INVALID, saying="Points can be used after 0 to 3,650 days"):
        rates.publish_draft(shop.desk, MEERA, by=MEERA)


def test_points_worth_much_more_take_a_second_person(shop: Shop) -> None:
    shop.desk = replace(shop.desk, rate_rise_limit_percent=20)
    draft(shop, {Figure.WORTH: Decimal("0.15")})
    with shop.refuses(Code.NEEDS_APPROVAL, saying="rises by 50 (in %), more than the 20"):
        rates.publish_draft(shop.desk, MEERA, by=MEERA)
    assert rates.publish_draft(shop.desk.approved(RAVI), MEERA, by=MEERA).redemption.rate == Decimal("0.15")


def test_what_the_last_days_would_have_come_to_is_tried_with_them(shop: Shop) -> None:
    card = shop.enrol()
    shop.sell(card, ("General", 500))
    draft(shop, {Figure.LEAST_BILL: 600_00})
    drafted = rates.look(shop.desk, MEERA).drafted
    found = whatif.impact(shop.desk, drafted, told=lambda *_: None, stop=lambda: False)
    assert found is not None
    assert (found.live.issued, found.draft.issued) == (15_00, 0)


def test_points_of_another_programme_may_be_worth_more_at_once(shop: Shop) -> None:
    shop.desk = replace(shop.desk, rate_rise_limit_percent=20)
    before, programme = current(shop.desk), replace(FIRST, programme_id="winter")
    worth_more = Figures.of(before).having(Figure.WORTH, Decimal(1)).over(before)
    require_second(shop.desk, before, replace(worth_more, programme=programme), by=MEERA, approved_by=None)


def test_a_counter_of_a_chain_proposes_them() -> None:
    with chained() as pair:
        draft(pair.counter, {Figure.WORTH: Decimal("0.15"), **YEARLY})
        proposal = rates.propose_draft(pair.counter.desk, MEERA, by=MEERA)
        assert Figures.of(proposal.program or Program()).worth == Decimal("0.15")
        with pair.server.store.reading() as uow:
            refuse_undrafted(uow, proposal)


def test_where_points_are_cashback_their_worth_is_not_published_otherwise() -> None:
    cashback = replace(FIRST, kind=ProgrammeKind.CASHBACK)
    rules = replace(
        PROGRAM, programme=cashback, redemption=Redemption(Decimal(1)), tiers=TierScheme((Level("Bronze"),))
    )
    with memory_shop(program=rules) as shop:
        draft(shop, {Figure.WORTH: Decimal("0.5")})
        with shop.refuses(Code.INVALID, saying="one is worth one unit of money"):
            rates.publish_draft(shop.desk, MEERA, by=MEERA)
