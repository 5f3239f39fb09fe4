"""Reports: the parts add up to the whole, every figure is the sum of what is behind it, and the past is exact."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from app.domain.entries import EntryKind
from app.domain.errors import Code, DomainError
from app.domain.expiry import Expiry, ExpiryMode
from app.domain.program import Redemption, Refund
from app.domain.programmes import FIRST, PointName, ProgrammeKind
from app.domain.tiers import Level, TierScheme
from app.services.members import members, merging
from app.services.reports import behind as lists
from app.services.reports.catalogue import ONLY_HERE, REPORTS, bills_behind, one_bill, summary
from app.services.reports.liability import ONLY_NOW
from app.services.reports.people import NO_CARD
from app.services.reports.period import DAYS_MAX, Days, Span, days_of
from app.services.reports.question import About, Question
from app.services.reports.table import average, share
from app.services.reports.watching import BILLS_A_DAY, BY_HAND, MANY_BILLS, MANY_REDEMPTIONS
from app.services.sales import claims
from tests.desks import PROGRAM, STAFF, Shop, changed, memory_shop
from tests.unit.services.chains import joined
from tests.unit.services.reports.asking import ask, cells, on_day, opened, today


@pytest.fixture
def trade(shop: Shop) -> tuple[Shop, str, Days]:
    """Two days: Meena buys twice and redeems once, somebody without a card buys, one bill comes back in part."""
    meena = shop.enrol("Meena Iyer", phone="9822000091")
    shop.credit(meena, 500_00)
    first = today(shop)
    shop.sell(meena, ("Medicines", 300), ("General", 200))
    back = shop.sell(None, ("General", 400)).bill
    shop.wait(days=1)
    shop.sell(meena, ("Medicines", 1000), redeem=100_00)
    shop.give_back(back.bill_id, 150)
    return shop, meena, Days(first, today(shop))


class TestSales:
    def test_each_day_has_its_bills_and_the_days_add_up(self, trade: tuple[Shop, str, Days]) -> None:
        shop, _, days = trade
        table = ask(shop, "sales", days)
        assert cells(table) == [
            (days.first, 2, 1, 50_00, 900_00, 450_00, 0, 1),
            (days.last, 1, 1, 100_00, 1000_00, 1000_00, 150_00, 0),
        ]
        assert table.total == (None, 3, 2, 66_67, 1900_00, 633_33, 150_00, 1)

    def test_a_day_without_a_bill_stands_there_too(self, shop: Shop) -> None:
        assert cells(ask(shop, "sales")) == [(today(shop), 0, 0, None, 0, None, 0, 0)]

    def test_the_bills_behind_a_day_come_to_its_sales(self, trade: tuple[Shop, str, Days]) -> None:
        shop, _, days = trade
        table = ask(shop, "sales", days)
        for place, row in enumerate(table.rows):
            found = opened(shop, table, place)
            assert sum(one.cells[4] for one in found.rows) == row.cells[4]  # type: ignore[misc]
        newest = opened(shop, table, 1).rows[0]
        assert newest.bill_id is not None
        assert newest.cells[2:4] == (STAFF, "Meena Iyer")
        bill = one_bill(shop.desk, newest.bill_id, days)
        assert (bill.title, cells(bill)) == (newest.cells[0], [("Medicines", "Medicines", 1000_00, 1000_00, 9_90)])

    def test_a_card_that_came_later_is_counted_with_its_bill(self, shop: Shop) -> None:
        meena = shop.enrol()
        bill = shop.sell(None, ("General", 100)).bill
        claims.claim_points(shop.desk, bill.bill_id, card_number=meena, key="k", staff=STAFF)
        assert cells(ask(shop, "sales"))[0][2] == 1
        assert summary(shop.desk, on_day(shop)).earned_points == 3_00
        assert opened(shop, ask(shop, "top")).rows[0].cells[3] == "Meena Iyer"

    def test_how_often_points_paid(self, trade: tuple[Shop, str, Days]) -> None:
        shop, _, days = trade
        table = ask(shop, "redemption", days)
        assert cells(table)[1] == (days.last, 1, 1, 100_00, 100_00, 10_00, 1_00)
        assert table.total == (None, 2, 1, 50_00, 100_00, 10_00, 53)
        assert len(opened(shop, table, 1).rows) == 1
        assert opened(shop, table, 0).rows == ()

    def test_what_is_sold_of_each_category(self, trade: tuple[Shop, str, Days]) -> None:
        shop, _, days = trade
        table = ask(shop, "categories", days)
        assert [row[:5] for row in cells(table)] == [
            ("Medicines", 2, 0, 1300_00, 68_42),
            ("General", 2, 0, 600_00, 31_58),
        ]
        assert [row.cells[4] for row in opened(shop, table, 1).rows] == [400_00, 500_00]
        assert ask(shop, "categories", Days(date(2020, 1, 1), date(2020, 1, 2))).rows == ()

    def test_only_categories_of_which_something_was_sold_on_the_days(self, shop: Shop) -> None:
        shop.sell(None, ("General", 100), ("Medicines", 50))
        shop.wait(days=1)
        shop.sell(None, ("Medicines", 70), ("Medicines", 30))
        assert [row[:4] for row in cells(ask(shop, "categories"))] == [("Medicines", 2, 0, 100_00)]

    def test_bills_of_another_clock_between_those_of_the_days_are_left_out(self, shop: Shop) -> None:
        """Ids need not lie as days do: what a server takes in comes in any order."""
        for rupees in (100, 200, 300):
            shop.sell(None, ("General", rupees))
        with shop.store.transactions.writer.begin() as connection:
            connection.exec_driver_sql("DROP TRIGGER bills_no_update")
            connection.exec_driver_sql("UPDATE bills SET business_day = '2020-01-01' WHERE net_minor = 20000")
        assert cells(ask(shop, "categories"))[0][:4] == ("General", 2, 0, 400_00)


class TestMembers:
    def test_who_bought_most_comes_first(self, trade: tuple[Shop, str, Days]) -> None:
        shop, meena, days = trade
        lata = shop.enrol("Lata", phone="9821006677")
        shop.sell(lata, ("General", 2000))
        table = ask(shop, "top", days)
        assert [row[:4] for row in cells(table)] == [
            ("Lata", lata[-4:], 1, 2000_00),
            ("Meena Iyer", meena[-4:], 2, 1500_00),
        ]
        assert len(opened(shop, table, 1).rows) == 2

    def test_bills_of_somebody_merged_are_those_of_who_remains(self, trade: tuple[Shop, str, Days]) -> None:
        shop, meena, days = trade
        double = shop.enrol("M Iyer", phone="9822000099")
        shop.sell(double, ("General", 50))
        merging.merge(shop.desk, [double], into=meena, staff=STAFF)
        table = ask(shop, "top", days)
        assert cells(table)[0][:4] == ("Meena Iyer", meena[-4:], 3, 1550_00)
        assert len(opened(shop, table).rows) == 3

    def test_what_came_of_whom_somebody_brought(self, shop: Shop) -> None:
        shop.publish(changed(PROGRAM, referral_percent=Decimal(1)))
        meena, double = shop.enrol("Meena Iyer", phone="9822000091"), shop.enrol("M Iyer", phone="9822000099")
        ravi = shop.enrol("Ravi", phone="9820003210", referrer_card=meena)
        farhan = shop.enrol("Farhan", phone="9819007788", referrer_card=double)
        shop.sell(ravi, ("General", 500))
        shop.sell(farhan, ("General", 300))
        merging.merge(shop.desk, [double], into=meena, staff=STAFF)
        table = ask(shop, "referrals")
        assert cells(table) == [("Meena Iyer", meena[-4:], 2, 2, 800_00, 8_00)]
        assert len(opened(shop, table).rows) == 2

    def test_tiers_as_they_are_held_and_what_was_sold_to_them(self, trade: tuple[Shop, str, Days]) -> None:
        shop, meena, days = trade
        table = ask(shop, "tiers", days)
        held = members.find_card(shop.desk, meena)[0].member.points
        assert shop.tier(meena) == "Silver"
        assert cells(table) == [
            ("Bronze", 0, 0, 2, 1500_00, 78_95),
            ("Silver", 1, held, 0, 0, 0),
            (NO_CARD, 0, 0, 1, 400_00, 21_05),
        ]
        assert [len(opened(shop, table, place).rows) for place in range(3)] == [2, 0, 1]


class TestPoints:
    def test_every_movement_is_in_one_column(self, trade: tuple[Shop, str, Days]) -> None:
        shop, meena, days = trade
        table = ask(shop, "points", days)
        held = members.find_card(shop.desk, meena)[0].member.points
        assert cells(table) == [
            (days.first, 9_00, 0, 0, 0, 0, 500_00, 509_00),
            (days.last, 9_90, 0, 100_00, 0, 0, 0, -90_10),
        ]
        assert table.total is not None
        assert table.total[-1] == held
        moved = opened(shop, table, 1)
        assert [(row.cells[2], row.cells[3], row.bill_id is not None) for row in moved.rows] == [
            ("Earned", 9_90, True),
            ("Used", -100_00, True),
        ]

    def test_what_is_gone_soon_and_whose_it_is(self, shop: Shop) -> None:
        meena = shop.enrol("Meena Iyer")
        shop.sell(meena, ("Medicines", 700))
        table = ask(shop, "expiring")
        gone = shop.desk.calendar.day_of(shop.clock.now()).replace(year=today(shop).year + 1)
        assert cells(table) == [(gone, 1, 7_00, 70)]
        assert opened(shop, table).rows[0].cells[1:4] == ("Meena Iyer", "Earned", 7_00)


class TestLiability:
    def test_the_past_is_as_it_was(self, trade: tuple[Shop, str, Days]) -> None:
        shop, _, days = trade
        before = Days(days.first - timedelta(days=1), days.last + timedelta(days=3))
        assert cells(ask(shop, "liability", before)) == [
            (before.first, 0, 0),
            (days.first, 509_00, 50_90),
            (days.last, 418_90, 41_89),
        ]
        assert summary(shop.desk, days).owed_minor == 41_89

    def test_what_is_owed_back_counts_against_it(self) -> None:
        with memory_shop(changed(PROGRAM, refund=Refund())) as shop:
            meena = shop.enrol()
            bill = shop.sell(meena, ("General", 1000)).bill
            shop.sell(meena, ("General", 100), redeem=30_00)
            shop.cancel(bill.bill_id)
            held = ask(shop, "liability").rows[0].cells
            assert held[1] == shop.available(meena)
            assert held[1] < 0  # type: ignore[operator]
            assert held[2] < 0  # type: ignore[operator]

    def test_points_gone_and_given_back_into_a_lot_that_is_gone(self) -> None:
        """The books tell of today's lot: what was left of it a week ago is found entry by entry."""
        program = changed(PROGRAM, expiry=Expiry(ExpiryMode.DAYS, 5), refund=Refund(restored_grace_days=0))
        with memory_shop(program) as shop:
            meena = shop.enrol()
            first = today(shop)
            shop.sell(meena, ("General", 2000))
            bill = shop.sell(meena, ("Medicines", 200), redeem=50_00).bill
            shop.wait(days=8)
            middle = today(shop)
            shop.wait(days=2)
            shop.cancel(bill.bill_id)
            table = ask(shop, "liability", Days(first, today(shop)))
            held = {row.cells[0]: row.cells[1] for row in table.rows}
            assert (held[first], held[middle], held[today(shop)]) == (12_43, 0, 0)

    def test_of_days_to_come_nothing_is_said(self, shop: Shop) -> None:
        ahead = today(shop) + timedelta(days=1)
        assert ask(shop, "liability", Days(ahead, ahead)).rows == ()

    def test_a_counter_of_a_chain_knows_todays_alone(self, shop: Shop) -> None:
        shop.credit(shop.enrol(), 10_00)
        shop.wait(days=1)
        link = joined(shop, acked=0)
        with shop.store.writing() as uow:
            uow.links.put(link)
        table = ask(shop, "liability", Days(today(shop) - timedelta(days=1), today(shop)))
        assert cells(table) == [(today(shop), 10_00, 1_00)]
        assert table.said == (ONLY_HERE, ONLY_NOW)
        assert ask(shop, "sales").said == (ONLY_HERE,)


class TestWatching:
    def test_what_each_of_the_staff_did(self, trade: tuple[Shop, str, Days]) -> None:
        shop, _, days = trade
        table = ask(shop, "staff", days)
        assert cells(table) == [(STAFF, 3, 1900_00, 1, 150_00, 500_00, 0)]
        assert len(opened(shop, table).rows) == 3

    def test_who_only_took_goods_back_has_those_bills_behind_them(self, trade: tuple[Shop, str, Days]) -> None:
        shop, _, days = trade
        table = ask(shop, "staff", days)
        question = table.rows[0].behind
        assert question is not None
        back = bills_behind(shop.desk, replace(question, came_back=True))
        assert [row.cells[4] for row in back.rows] == [400_00]

    def test_cards_used_unusually_often_and_points_by_hand(self, shop: Shop) -> None:
        meena, ravi = shop.enrol("Meena Iyer", phone="9822000091"), shop.enrol("Ravi", phone="9820003210")
        shop.credit(meena, 900_00)
        shop.wait(days=2)
        for _ in range(3):
            shop.sell(meena, ("Medicines", 100), redeem=10_00)
        for _ in range(5):
            shop.sell(ravi, ("Medicines", 100))
        shop.credit(ravi, 2_00)
        shop.credit(meena, -1_00)
        table = ask(shop, "flags")
        day = today(shop)
        assert set(cells(table)) == {
            (MANY_REDEMPTIONS, day, "Meena Iyer", meena[-4:], 3, 30_00, ""),
            (MANY_BILLS, day, "Ravi", ravi[-4:], 5, 0, ""),
            (BY_HAND, day, "", "", 2, 2_00, STAFF),
        }
        behind = {row.cells[0]: opened(shop, table, place) for place, row in enumerate(table.rows)}
        assert [len(behind[what].rows) for what in (MANY_REDEMPTIONS, MANY_BILLS, BY_HAND)] == [3, 5, 2]
        assert {row.bill_id for row in behind[BY_HAND].rows} == {None}

    def test_bills_that_got_their_card_later_count_with_the_others(self, shop: Shop) -> None:
        meena, ravi = shop.enrol("Meena Iyer"), shop.enrol("Ravi", phone="9820003210")
        for card, at_once, later in ((meena, BILLS_A_DAY - 2, 2), (ravi, 0, BILLS_A_DAY)):
            for _ in range(at_once):
                shop.sell(card, ("General", 20))
            for number in range(later):
                sold = shop.sell(None, ("General", 20)).bill
                claims.claim_points(shop.desk, sold.bill_id, card_number=card, key=f"{card} {number}", staff=STAFF)
        table = ask(shop, "flags")
        assert {row[0:5] for row in cells(table)} == {
            (MANY_BILLS, today(shop), "Meena Iyer", meena[-4:], BILLS_A_DAY),
            (MANY_BILLS, today(shop), "Ravi", ravi[-4:], BILLS_A_DAY),
        }
        assert [len(opened(shop, table, place).rows) for place in range(2)] == [BILLS_A_DAY] * 2

    def test_of_very_many_things_to_look_at_the_newest_are_shown(
        self, shop: Shop, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(lists, "ROWS_MAX", 1)
        card = shop.enrol()
        shop.credit(card, 10_00)
        days = Days(today(shop), today(shop) + timedelta(days=1))
        assert ask(shop, "flags", days).said == ()
        shop.wait(days=1)
        shop.credit(card, 20_00)
        table = ask(shop, "flags", days)
        assert [row[1] for row in cells(table)] == [days.last]
        assert table.said == (lists.MORE,)

    def test_points_only_taken_by_hand_are_no_gift(self, shop: Shop) -> None:
        meena = shop.enrol()
        shop.sell(meena, ("General", 500))
        shop.credit(meena, -1_00)
        assert ask(shop, "flags").rows == ()
        assert cells(ask(shop, "staff"))[0][-1] == 1_00


class TestBehind:
    def test_of_very_many_the_newest_are_shown_and_that_is_said(
        self, trade: tuple[Shop, str, Days], monkeypatch
    ) -> None:
        shop, _, days = trade
        monkeypatch.setattr(lists, "ROWS_MAX", 1)
        for about in (About.BILLS, About.POINTS):
            found = bills_behind(shop.desk, Question(about, days.first, days.last))
            assert len(found.rows) == 1
            assert found.said == (lists.MORE,)

    def test_whose_points_a_movement_was_is_said_also_where_they_are_not_known(self, shop: Shop) -> None:
        """A counter of a chain has entries of members whom the server made forget."""
        meena = shop.enrol("Meena Iyer")
        shop.credit(meena, 5_00)
        with shop.store.transactions.writer.begin() as connection:
            connection.exec_driver_sql("DELETE FROM members")
        question = Question(About.POINTS, today(shop), today(shop), kinds=(EntryKind.ADJUST,))
        assert bills_behind(shop.desk, question).rows[0].cells[1] == ""


class TestAsking:
    @pytest.mark.parametrize("name", REPORTS)
    def test_every_report_stands_without_a_bill(self, shop: Shop, name: str) -> None:
        table = ask(shop, name)
        for row in table.rows:
            assert len(row.cells) == len(table.headings)
        assert table.total is None or len(table.total) == len(table.headings)

    @pytest.mark.parametrize(
        ("called", "head"),
        [
            ({}, "Points"),
            ({"programme": replace(FIRST, point=PointName("coin", "coins"))}, "coins"),
            (
                {
                    "programme": replace(FIRST, kind=ProgrammeKind.CASHBACK),
                    "tiers": TierScheme((Level("Bronze"),)),
                    "redemption": Redemption(rate=Decimal(1)),
                },
                "Cashback",
            ),
        ],
    )
    def test_a_column_of_points_is_headed_as_the_programme_calls_them(self, called: dict[str, Any], head: str) -> None:
        with memory_shop(changed(**called)) as shop:
            shop.sell(shop.enrol(), ("General", 100))
            behind = Question(About.POINTS, today(shop), today(shop))
            assert [one.text for one in ask(shop, "flags").headings][5] == head
            assert [one.text for one in bills_behind(shop.desk, behind).headings][3] == head

    def test_a_report_that_there_is_not(self, shop: Shop) -> None:
        with pytest.raises(DomainError, match="There is no report nobody") as refusal:
            ask(shop, "nobody")
        assert refusal.value.code is Code.INVALID

    def test_days_that_are_no_period(self) -> None:
        with pytest.raises(DomainError, match="after the last"):
            Days(date(2026, 2, 1), date(2026, 1, 1))
        with pytest.raises(DomainError, match="at most"):
            Days(date(2016, 1, 1), date(2016, 1, 1) + timedelta(days=DAYS_MAX))

    @pytest.mark.parametrize(
        ("span", "first", "last"),
        [
            (Span.TODAY, date(2026, 3, 31), date(2026, 3, 31)),
            (Span.WEEK, date(2026, 3, 25), date(2026, 3, 31)),
            (Span.MONTH, date(2026, 3, 1), date(2026, 3, 31)),
            (Span.LAST_MONTH, date(2026, 2, 1), date(2026, 2, 28)),
            (Span.YEAR, date(2025, 4, 1), date(2026, 3, 31)),
        ],
    )
    def test_stretches_with_a_name(self, span: Span, first: date, last: date) -> None:
        assert days_of(span, date(2026, 3, 31)) == Days(first, last)

    def test_parts_of_nothing_are_not_said(self) -> None:
        assert (share(1, 0), share(1, 3), share(2, 3)) == (None, 33_33, 66_67)
        assert (average(5, 0), average(5, 2), average(1, 3)) == (None, 3, 0)
