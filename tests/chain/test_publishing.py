"""A manager publishes at a counter: the server judges it, it holds in the whole chain, and it is published once."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from app.domain.errors import Code, DomainError
from app.domain.figures import Figure, Figures
from app.domain.money import Currency
from app.domain.program import Program
from app.domain.rates import Rate
from app.domain.rules import DecisionRule, PointsFixed
from app.services.programs import rates
from app.services.programs.program import current
from app.services.programs.publishing import Proposal
from app.services.tiers.tier_desk import with_tier
from sync.address import ServerAddress
from sync.publishing import publish
from sync.transport import Transport
from tests.chain.counters import Chain, ChainCounter
from tests.server import callers
from tests.wire.listener import Request
from tests.wire.small_server import SmallServer, ours
from tests.wire.steps import CutRequest, CutResponse, DropRequest, DropResponse, Duplicate, Garble, Pass, Refuse, Step

Two = tuple[ChainCounter, ChainCounter]


def someone(chain: Chain, role: str = "manager", *, store_id: str | None = None) -> str:
    """The id of somebody who works in the chain."""
    return str(chain.office.person(role, store_id=store_id)["staff_id"])


def drafted(till: ChainCounter, by: str, percent: str = "2", rate: Rate = Rate.EARN) -> None:
    draft = rates.look(till.desk, by).draft
    rates.keep(till.desk, replace(draft, rates=draft.rates.having("Medicines", rate, Decimal(percent))))


def published(till: ChainCounter, by: str, *, second: str | None = None) -> Program:
    desk = till.desk if second is None else till.desk.approved(second)
    return send(till, rates.propose_draft(desk, by, by=by))


def send(till: ChainCounter, proposal: Proposal) -> Program:
    return publish(till.desk, till.connected(), proposal)


def earns(till: ChainCounter) -> Decimal | None:
    return current(till.desk).categories["Medicines"].point_percent


def versions(chain: Chain) -> list[int]:
    with chain.reading() as unit:
        return [one.version for one in unit.programs.published() if one.version > 0]


@contextmanager
def refused(code: Code, *, saying: str = "") -> Iterator[None]:
    with pytest.raises(DomainError) as refusal:
        yield
    assert (refusal.value.code, saying in refusal.value.message) == (code, True), refusal.value.message


def test_one_publishes_and_the_other_sells_by_it_after_its_pull(pair_of: Two, chain: Chain) -> None:
    first, second = pair_of
    manager = someone(chain)
    card = first.enrol()
    first.sync()
    drafted(first, manager)
    before = versions(chain)

    made = published(first, manager)

    assert versions(chain) == [before[0] + 1, *before] == [made.version, *before]
    assert (earns(first), earns(second), current(first.desk)) == (Decimal(2), Decimal(1), made)
    assert rates.look(first.desk, manager).changes == ()
    second.sync()
    assert second.sell(card, ("Medicines", 100)).bill.earned_points == 2_00
    assert first.sell(card, ("Medicines", 100)).bill.earned_points == 2_00
    for till in pair_of:
        till.sync()
        assert rates.look(till.desk, manager).history[0].by == "A manager"
    assert chain.reviews() == []
    with chain.reading() as unit:
        newest = unit.programs.published()[0]
        sealed = [json.loads(one.body) for one in unit.journal.events() if one.kind == "program"][-1]
    assert (newest.staff, sealed["staff"], sealed["asked_at"], sealed["base"]) == (manager, manager, "A1", before[0])


def test_figures_are_published_for_all_counters_and_points_worth_more_take_two(pair_of: Two, chain: Chain) -> None:
    first, second = pair_of
    manager, other = someone(chain), someone(chain)
    found = rates.look(first.desk, manager)
    figures = Figures.of(found.drafted).having(Figure.GRACE, 9).having(Figure.WORTH, Decimal("0.20"))
    rates.keep(first.desk, replace(found.draft, figures=figures))
    with refused(Code.NEEDS_APPROVAL, saying="rises by 100 (in %), more than the 5"):
        published(first, manager)
    published(first, manager, second=other)
    second.sync()
    assert Figures.of(current(second.desk)) == Figures.of(current(first.desk)) == figures


def test_of_two_managers_at_two_counters_the_second_is_told_who_came_first(pair_of: Two, chain: Chain) -> None:
    first, second = pair_of
    one, other = someone(chain), someone(chain)
    drafted(first, one)
    drafted(second, other, "4", Rate.DISCOUNT)
    made = published(first, one)
    with refused(Code.CHANGED, saying=f"A manager published rates v{made.version} meanwhile. Nothing was published"):
        published(second, other)
    assert versions(chain)[0] == made.version

    second.sync()
    assert rates.look(second.desk, other).has_newer
    rates.carry_over(second.desk, other)
    published(second, other)
    first.sync()
    medicines = current(first.desk).categories["Medicines"]
    assert (medicines.point_percent, medicines.discount_percent) == (Decimal(2), Decimal(4))


def test_rates_for_a_later_day_wait_everywhere_and_are_withdrawn(pair_of: Two, chain: Chain) -> None:
    first, second = pair_of
    manager = someone(chain)
    day = first.desk.calendar.day_of(chain.clock.now()) + timedelta(days=5)
    drafted(first, manager)
    rates.keep(first.desk, replace(rates.look(first.desk, manager).draft, holds_on=day))
    waiting = published(first, manager)
    second.sync()
    assert waiting.holds_from == first.desk.calendar.start_of(day)
    assert rates.look(second.desk, manager).waiting == [waiting]

    back = send(second, rates.propose_withdrawal(second.desk, by=manager))

    first.sync()
    assert rates.look(first.desk, manager).waiting == rates.look(second.desk, manager).waiting == []
    assert current(first.desk) == current(second.desk) == back
    with refused(Code.INVALID, saying="No rates wait"):
        rates.propose_withdrawal(first.desk, by=manager)


def test_tiers_are_published_for_the_chain(pair_of: Two, chain: Chain) -> None:
    first, second = pair_of
    manager = someone(chain)
    found = rates.look(first.desk, manager)
    argent = replace(found.base.tiers.levels[1], name="Argent", multiplier=Decimal("1.5"))
    rates.keep(first.desk, with_tier(found.draft, found.base, argent, instead_of="Silver"))
    made = send(first, rates.propose_draft(first.desk, manager, by=manager))
    second.sync()
    assert current(second.desk).tiers == made.tiers
    assert made.tiers.levels[1].names == ("Argent", "Silver")


CUTS: list[tuple[str, list[Step], bool]] = [
    ("before", [Refuse(), Refuse(), Refuse()], False),
    ("request lost", [Pass(), DropRequest(), DropRequest(), DropRequest()], False),
    ("request cut", [Pass(), CutRequest(200), CutRequest(200), CutRequest(200)], False),
    ("answer lost", [Pass(), DropResponse(), DropResponse(), DropResponse()], True),
    ("answer cut", [Pass(), CutResponse(150)], True),
    ("answer garbled", [Pass(), Garble()], True),
]


@pytest.mark.parametrize(("steps", "is_published"), [case[1:] for case in CUTS], ids=[case[0] for case in CUTS])
def test_a_line_that_is_cut_publishes_once_or_not_at_all_and_the_counter_finds_out(
    pair_of: Two, chain: Chain, steps: list[Step], is_published: bool
) -> None:
    first, second = pair_of
    manager = someone(chain)
    drafted(first, manager)
    proposal = rates.propose_draft(first.desk, manager, by=manager)
    before = versions(chain)
    assert first.line is not None
    first.line.script(*steps)
    with refused(Code.NO_LINE, saying="Nothing was published" if steps[0] != Pass() else "never published twice"):
        send(first, proposal)
    first.line.settle()
    assert len(versions(chain)) == len(before) + is_published
    assert rates.look(first.desk, manager).has_changes, "the draft is kept"

    made = send(first, proposal)

    assert versions(chain) == [before[0] + 1, *before] == [made.version, *before]
    assert not rates.look(first.desk, manager).has_changes
    second.sync()
    assert earns(second) == 2


def test_whoever_asks_no_more_hears_with_the_next_pull_that_it_was_published(pair_of: Two, chain: Chain) -> None:
    first, _ = pair_of
    manager = someone(chain)
    drafted(first, manager)
    assert first.line is not None
    first.line.script(Pass(), DropResponse(), DropResponse(), DropResponse())
    with refused(Code.NO_LINE):
        published(first, manager)
    first.sync()
    found = rates.look(first.desk, manager)
    assert (earns(first), found.has_changes, found.has_newer) == (Decimal(2), False, False)
    with refused(Code.INVALID, saying="Nothing is different"):
        published(first, manager)


def test_a_request_that_arrives_twice_publishes_once(pair_of: Two, chain: Chain) -> None:
    first, _ = pair_of
    manager = someone(chain)
    drafted(first, manager)
    before = versions(chain)
    assert first.line is not None
    first.line.script(Pass(), Duplicate())
    published(first, manager)
    assert len(versions(chain)) == len(before) + 1


def test_whoever_may_not_publish_at_the_server_does_not_at_a_counter(pair_of: Two, chain: Chain) -> None:
    first, _ = pair_of
    elsewhere = callers.done(chain.office.wire.post("/api/v1/stores", {"name": "Station"}, chain.office.owner))
    gone = chain.office.person("manager")
    path = f"/api/v1/staff/{gone['staff_id']}"
    headers = {"If-Match": chain.office.wire.get(path, chain.office.owner).headers["ETag"]}
    callers.done(chain.office.wire.call("DELETE", path, chain.office.owner, headers=headers))
    foreign = callers.Shop.open(chain.office.wire).person("manager")["staff_id"]
    nobodies = [someone(chain, store_id=elsewhere["store_id"]), str(gone["staff_id"]), foreign, "vikram"]
    for staff, why in (
        *((one, "The server knows nobody of that name at this store.") for one in nobodies),
        (someone(chain, "cashier"), "A cashier may not publish"),
    ):
        drafted(first, staff)
        with refused(Code.NOT_ALLOWED, saying=why):
            published(first, staff)


def test_a_rise_above_the_servers_limit_takes_a_second_person_of_the_chain(pair_of: Two, chain: Chain) -> None:
    first, _ = pair_of
    manager, second = someone(chain), someone(chain)
    drafted(first, manager, "20")
    for approved_by in (None, manager):
        with refused(Code.NEEDS_APPROVAL, saying="rises by 19 (in %), more than the 5"):
            published(first, manager, second=approved_by)
    with refused(Code.NOT_ALLOWED):
        published(first, manager, second="nobody")
    made = published(first, manager, second=second)
    with chain.reading() as unit:
        sealed = [json.loads(one.body) for one in unit.journal.events() if one.kind == "program"][-1]
    assert (sealed["staff"], sealed["approved_by"]) == (manager, second)
    assert earns(first) == 20
    assert made == current(first.desk)


def test_what_the_server_finds_wrong_is_told_with_every_reason(pair_of: Two, chain: Chain) -> None:
    first, _ = pair_of
    manager = someone(chain)
    program = current(first.desk)
    bad = (DecisionRule("", PointsFixed(0)), DecisionRule("Vip", PointsFixed(1), tiers=frozenset({"Diamond"})))
    with refused(Code.INVALID, saying="There is no tier Diamond."):
        send(first, Proposal(program.version, replace(program, rules=bad), manager))
    for odd in ({"enabled": False}, {"currency": Currency("USD")}):
        with refused(Code.INVALID, saying="A counter does not change"):
            send(first, Proposal(program.version, replace(program, **odd), manager))
    past = chain.clock.now() - timedelta(days=1)
    drafted(first, manager)
    proposal = rates.propose_draft(first.desk, manager, by=manager)
    assert proposal.program is not None
    with refused(Code.INVALID, saying="in the past"):
        send(first, replace(proposal, program=replace(proposal.program, holds_from=past)))


def test_what_is_not_signed_by_the_counter_that_asks_is_not_looked_at(pair_of: Two, chain: Chain) -> None:
    first, second = pair_of
    manager = someone(chain)
    drafted(first, manager)
    proposal = rates.propose_draft(first.desk, manager, by=manager)
    for forged in (
        replace(first.connected(), key=second.connected().key),
        replace(first.connected(), transport=second.connected().transport),
    ):
        with refused(Code.NOT_ALLOWED, saying="does not let this counter in"):
            publish(first.desk, forged, proposal)
    assert current(first.desk).version == versions(chain)[0]


def test_without_a_line_or_with_a_counter_that_was_shut_out_nothing_is_published(pair_of: Two, chain: Chain) -> None:
    first, _ = pair_of
    manager = someone(chain)
    drafted(first, manager)
    assert first.line is not None
    with first.line.down(), refused(Code.NO_LINE, saying="There is no line to the server. Nothing was published"):
        published(first, manager)
    callers.done(chain.office.wire.post("/api/v1/counters/A1/revoke", {}, chain.office.owner))
    with refused(Code.NOT_ALLOWED, saying="does not let this counter in"):
        published(first, manager)
    assert rates.look(first.desk, manager).has_changes


def test_an_older_server_says_so(pair_of: Two, chain: Chain) -> None:
    first, _ = pair_of
    manager = someone(chain)
    drafted(first, manager)
    proposal = rates.propose_draft(first.desk, manager, by=manager)

    def older(request: Request) -> bytes:
        if "programs" in request.target:
            return ours({"code": "NO-SUCH-ADDRESS", "detail": "There is nothing at this address."}, status=404)
        return ours({})

    with (
        SmallServer(older) as server,
        Transport(ServerAddress(server.url), agent="test") as transport,
        refused(Code.ONLY_SERVER, saying="too old to publish for a counter"),
    ):
        publish(first.desk, replace(first.connected(), transport=transport), proposal)
