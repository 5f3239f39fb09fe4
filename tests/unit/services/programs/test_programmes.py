"""Programmes: a tenant has several, one is in force, and what each may hold is looked at when it is published."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from app.domain.errors import Code
from app.domain.points import HUNDREDTHS
from app.domain.program import Program, Redemption
from app.domain.programmes import FIRST, PointName, Programme, ProgrammeKind, ProgrammeStatus
from app.domain.quote import MAX
from app.domain.tiers import Level, TierScheme
from app.services.programs import programmes, rates
from app.services.programs.program import current, publish
from app.services.programs.programme_records import KeptProgramme
from tests.desks import PROGRAM, STAFF, Shop, changed, memory_shop
from tests.unit.services.chains import chained

ALIKE = TierScheme((Level("Member"),))
CASHBACK = changed(tiers=ALIKE, redemption=Redemption(rate=Decimal(1), min_points=0))


def made(shop: Shop, name: str = "Coins", rules: Program | None = None, **facts: Any) -> KeptProgramme:
    return programmes.create(shop.desk, Programme("", name, **facts), rules=rules, staff=STAFF)


def have(shop: Shop, kept: KeptProgramme, *, rules: Program | None = None, **facts: Any) -> KeptProgramme:
    wanted = replace(kept.programme, **facts)
    return programmes.change(shop.desk, wanted, rules=rules, revision=kept.revision, staff=STAFF)


def first(shop: Shop) -> KeptProgramme:
    return programmes.programmes(shop.desk)[0].kept


def put_in_force(shop: Shop, kept: KeptProgramme, **details: Any) -> Program:
    return programmes.put_in_force(shop.desk, kept.programme_id, staff=STAFF, **details)


def test_what_was_published_before_there_were_programmes_belongs_to_the_first(shop: Shop) -> None:
    (found,) = programmes.programmes(shop.desk)

    assert (found.programme, found.versions, found.is_in_force) == (FIRST, [1], True)
    assert '"programme"' not in shop.tables()["programs"][0][2]


def test_one_is_in_force_until_another_is_put_there(shop: Shop) -> None:
    kept = made(shop, point=PointName("coin", "coins"))
    assert [one.is_in_force for one in programmes.programmes(shop.desk)] == [True, False]

    begins = shop.clock.today + timedelta(days=2)
    put_in_force(shop, kept, holds_from=begins)
    assert [one.is_waiting for one in programmes.programmes(shop.desk)] == [False, True]
    assert current(shop.desk).programme == FIRST

    shop.wait(days=2)
    now = current(shop.desk)
    assert (now.programme.name, now.programme.status, now.version) == ("Coins", ProgrammeStatus.ACTIVE, 2)
    assert [one.versions for one in programmes.programmes(shop.desk)] == [[1], [2]]
    put_in_force(shop, first(shop))
    assert current(shop.desk).programme == FIRST
    shop.sound()


def test_points_stay_with_the_member_whichever_is_in_force(shop: Shop) -> None:
    card = shop.enrol()
    shop.sell(card, ("General", 1000))

    put_in_force(shop, made(shop, rules=CASHBACK, kind=ProgrammeKind.CASHBACK))

    assert shop.available(card) == 30_00
    assert shop.sell(card, ("General", 100), redeem=MAX).bill.redeemed_minor == 30_00


def test_while_suspended_nothing_is_earned_or_redeemed_and_bills_go_on(shop: Shop) -> None:
    card = shop.enrol()
    shop.sell(card, ("General", 1000))

    kept = have(shop, first(shop), status=ProgrammeStatus.SUSPENDED)
    assert shop.sell(card, ("General", 100)).bill.earned_points == 0
    with shop.refuses(Code.DISABLED):
        shop.sell(card, ("General", 100), redeem=10_00)
    have(shop, kept, status=ProgrammeStatus.ACTIVE)

    assert shop.available(card) == 30_00
    assert shop.sell(card, ("General", 100), redeem=10_00).bill.redeemed_points == 10_00
    assert current(shop.desk).version == 3
    shop.sound()


def test_its_days_begin_and_end_it_by_themselves(shop: Shop) -> None:
    card, today = shop.enrol(), shop.desk.calendar.day_of(shop.clock.today)
    have(shop, first(shop), first_day=today + timedelta(days=1), last_day=today + timedelta(days=1))

    earned = [shop.sell(card, ("General", 100)).bill.earned_points]
    for _ in range(2):
        shop.wait(days=1)
        earned.append(shop.sell(card, ("General", 100)).bill.earned_points)

    assert earned == [0, 3_00, 0]
    assert current(shop.desk).enabled


def test_what_is_archived_is_never_in_force_again_and_not_changed(shop: Shop) -> None:
    kept = have(shop, made(shop), status=ProgrammeStatus.ARCHIVED)

    with shop.refuses(Code.INVALID, saying="never in force again"):
        put_in_force(shop, kept)
    with shop.refuses(Code.INVALID, saying="not be changed any more"):
        have(shop, kept, name="Another")


def test_what_is_in_force_is_not_archived_and_its_rules_are_published_as_rates(shop: Shop) -> None:
    with shop.refuses(Code.INVALID, saying="cannot be archived"):
        have(shop, first(shop), status=ProgrammeStatus.ARCHIVED)
    with shop.refuses(Code.INVALID, saying="publish the rates instead"):
        have(shop, first(shop), rules=PROGRAM)
    with shop.refuses(Code.INVALID, saying="already"):
        put_in_force(shop, first(shop))


def test_while_rates_wait_for_their_day_what_they_would_undo_is_not_changed(shop: Shop) -> None:
    kept = made(shop)
    put_in_force(shop, kept, holds_from=shop.clock.today + timedelta(days=2))

    with shop.refuses(Code.INVALID, saying="withdraw them first"):
        have(shop, first(shop), name="Another")
    rates.withdraw(shop.desk, by=STAFF)
    have(shop, first(shop), name="Another")

    assert current(shop.desk).programme.name == "Another"


def test_no_two_that_can_come_into_force_are_called_the_same(shop: Shop) -> None:
    kept = made(shop, "Coins")
    for name in ("Coins", "COINS", FIRST.name.upper()):
        with shop.refuses(Code.INVALID, saying="give this one another name"):
            made(shop, name)
    with shop.refuses(Code.INVALID, saying="“Coins” is a programme already"):
        have(shop, first(shop), name="coins")

    kept = have(shop, kept, name="COINS")
    have(shop, kept, status=ProgrammeStatus.ARCHIVED)
    assert made(shop, "Coins").programme.name == "Coins"


def test_two_that_were_called_the_same_before_go_on(shop: Shop) -> None:
    kept = made(shop, "Stars")
    with shop.store.writing() as uow:
        uow.programs.put_programme(replace(kept, programme=replace(kept.programme, name=FIRST.name)))
    namesake = replace(kept, programme=replace(kept.programme, name=FIRST.name))

    assert put_in_force(shop, namesake).programme.name == FIRST.name
    suspended = have(shop, programmes.programmes(shop.desk)[1].kept, status=ProgrammeStatus.SUSPENDED)
    assert have(shop, suspended, name="Coins").programme.name == "Coins"
    with shop.refuses(Code.INVALID, saying="another name"):
        have(shop, first(shop), name="coins")


def test_a_draft_is_one_until_it_is_put_in_force(shop: Shop) -> None:
    kept = made(shop)
    with shop.refuses(Code.INVALID, saying="put it in force"):
        have(shop, kept, status=ProgrammeStatus.ACTIVE)
    with shop.refuses(Code.INVALID, saying="put it in force"):
        have(shop, first(shop), status=ProgrammeStatus.DRAFT)


def test_whoever_saw_an_older_one_changes_nothing(shop: Shop) -> None:
    kept = made(shop)
    have(shop, kept, name="Stars")
    with shop.refuses(Code.CHANGED):
        have(shop, kept, name="Coins")


def test_a_programme_nobody_made_is_refused(shop: Shop) -> None:
    with shop.refuses(Code.INVALID, saying="no such programme"):
        put_in_force(shop, KeptProgramme(Programme("nobody", "Nobody")))


def test_before_any_rates_are_published_the_first_is_not_changed() -> None:
    with memory_shop(program=None) as shop:
        with shop.refuses(Code.INVALID, saying="publish them first"):
            have(shop, first(shop), name="Another")
        put_in_force(shop, made(shop))

        assert current(shop.desk).programme.name == "Coins"


def test_there_are_so_many_at_most(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(programmes, "PROGRAMMES_MAX", 2)
    made(shop)
    with shop.refuses(Code.INVALID, saying="2 programmes"):
        made(shop, "Stars")


@pytest.mark.parametrize(
    ("facts", "saying"),
    [
        ({"name": " "}, "needs a name"),
        ({"name": "x" * 81}, "at most 80"),
        ({"point": PointName("coin", "")}, "a word for one"),
        ({"point": PointName("a\nb", "coins")}, "a word for one"),
        ({"first_day": date(2026, 2, 1), "last_day": date(2026, 1, 31)}, "cannot end before"),
    ],
)
def test_what_cannot_be_a_programme_is_refused(shop: Shop, facts: dict[str, Any], saying: str) -> None:
    with shop.refuses(Code.INVALID, saying=saying):
        made(shop, **{"name": "Coins", **facts})


@pytest.mark.parametrize(
    ("kind", "rules", "saying"),
    [
        (ProgrammeKind.POINTS, PROGRAM, "earns and pays alike"),
        (ProgrammeKind.CASHBACK, PROGRAM, "earns and pays alike"),
        (ProgrammeKind.CASHBACK, changed(tiers=ALIKE), "one unit of money"),
        (ProgrammeKind.TIERED, changed(tiers=ALIKE), "two of them"),
    ],
)
def test_rules_that_do_not_fit_the_kind_are_not_published(
    shop: Shop, kind: ProgrammeKind, rules: Program, saying: str
) -> None:
    kept = made(shop, rules=rules, kind=kind)
    with shop.refuses(Code.INVALID, saying=saying):
        put_in_force(shop, kept)
    with shop.refuses(Code.INVALID, saying=saying):
        have(shop, kept, rules=rules)


@pytest.mark.parametrize(
    ("kind", "rules"),
    [
        (ProgrammeKind.POINTS, changed(tiers=ALIKE)),
        (ProgrammeKind.CASHBACK, CASHBACK),
        (ProgrammeKind.TIERED, PROGRAM),
        (ProgrammeKind.HYBRID, PROGRAM),
    ],
)
def test_rules_that_fit_the_kind_are(shop: Shop, kind: ProgrammeKind, rules: Program) -> None:
    kept = have(shop, made(shop, kind=kind), rules=rules)

    assert put_in_force(shop, kept).has_the_rules_of(replace(current(shop.desk), version=0))
    assert first(shop).programme == FIRST


def test_a_point_is_called_what_its_programme_calls_it() -> None:
    name = PointName("coin", "coins")

    assert [name.of(points) for points in (HUNDREDTHS, 2 * HUNDREDTHS, 50)] == ["coin", "coins", "coins"]


STEEP = changed(earning=replace(PROGRAM.earning, default_percent=Decimal(1000)))


def test_rules_that_cannot_be_published_are_no_programmes(shop: Shop) -> None:
    with shop.refuses(Code.INVALID, saying="1000 %"):
        made(shop, rules=STEEP)
    kept = made(shop)
    with shop.refuses(Code.INVALID, saying="1000 %"):
        have(shop, kept, rules=STEEP)
    assert len(programmes.programmes(shop.desk)) == 2


def test_what_was_published_of_it_before_comes_back_as_it_was(shop: Shop) -> None:
    kept = made(shop, rules=changed(earning=replace(PROGRAM.earning, default_percent=Decimal(40))))
    put_in_force(shop, kept)
    put_in_force(shop, first(shop))
    shop.desk = replace(shop.desk, rate_max_percent=30)

    assert put_in_force(shop, kept).earning.default_percent == 40


def test_one_that_raises_a_rate_steeply_takes_a_second_person(shop: Shop) -> None:
    rise = replace(PROGRAM.earning, default_percent=PROGRAM.earning.default_percent + 6)
    kept = made(shop, rules=changed(earning=rise))
    shop.desk = replace(shop.desk, rate_rise_limit_percent=5)

    with shop.refuses(Code.NEEDS_APPROVAL):
        put_in_force(shop, kept)
    with shop.refuses(Code.NEEDS_APPROVAL):
        programmes.put_in_force(shop.desk.approved(STAFF), kept.programme_id, staff=STAFF)
    programmes.put_in_force(shop.desk.approved("second"), kept.programme_id, staff=STAFF)

    assert current(shop.desk).earning == rise


def test_a_last_day_is_not_past(shop: Shop) -> None:
    today = shop.desk.calendar.day_of(shop.clock.today)
    with shop.refuses(Code.INVALID, saying="is past"):
        made(shop, last_day=today - timedelta(days=1))
    kept = made(shop, last_day=today)
    with shop.refuses(Code.INVALID, saying="is past"):
        have(shop, first(shop), last_day=today - timedelta(days=1))
    with shop.refuses(Code.INVALID, saying="over before it begins"):
        put_in_force(shop, kept, holds_from=shop.clock.today + timedelta(days=1))
    shop.wait(days=1)
    with shop.refuses(Code.INVALID, saying="over before it begins"):
        put_in_force(shop, kept)
    assert have(shop, kept, name="Past coins").programme.last_day == today


def test_the_desk_is_told_all_programmes_and_that_nobody_leads_it(shop: Shop) -> None:
    kept = made(shop)
    found = programmes.look(shop.desk)

    assert [one.programme for one in found.listed] == [FIRST, kept.programme]
    assert (found.today, found.is_led) == (date(2026, 1, 1), False)


def test_a_counter_of_a_chain_knows_the_programmes_whose_rules_it_was_told() -> None:
    coins = Programme("p", "Coins", status=ProgrammeStatus.ACTIVE, point=PointName("coin", "coins"))
    with chained() as pair:
        publish(pair.server.desk, replace(current(pair.server.desk), programme=coins), staff=STAFF)
        pair.tell()
        found = programmes.look(pair.counter.desk)

    assert found.is_led
    assert [(one.programme, one.is_in_force) for one in found.listed] == [(FIRST, False), (coins, True)]
