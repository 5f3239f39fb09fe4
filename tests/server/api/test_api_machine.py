"""The services over the API in any order, against a naive account of who has what; the books hold at the end."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from app.services.keeping import books
from tests.server.api.billing import Billing
from tests.server.callers import Shop, Wire, done, problem

amounts = st.integers(1, 50_000)
cards = st.integers(0, 2)
parts = st.sampled_from((None, 1, 2, 3))
EXAMPLES, STEPS = 6, 20


def hundredths(text: str) -> int:
    return int(Decimal(text) * 100)


class ApiMachine(RuleBasedStateMachine):
    """Three cards of one tenant. The model knows points only from what each answer says it moved."""

    wire: Wire
    sent = Bundle("sent")
    bills = Bundle("bills")

    def __init__(self) -> None:
        super().__init__()
        self.billing = Billing.of(Shop.open(self.wire))
        self.cards = [str(self.billing.issue(f"Customer {n}")["number"]) for n in range(3)]
        self.points = dict.fromkeys(self.cards, 0)
        self.owner: dict[str, str] = {}
        self.states: dict[str, str] = {}

    def post(self, verb: str, body: dict[str, Any]) -> tuple[dict[str, Any] | None, tuple[str, dict[str, Any], str]]:
        """What was answered, None for a refusal, which leaves nothing."""
        key, before = self.billing.key(), self.billing.moment()
        response = self.billing.post(f"/cards/{verb}", body, key=key)
        if response.ok:
            return done(response), (verb, body, key)
        assert problem(response)[0] in (404, 409, 422)
        assert self.billing.moment() == before
        return None, (verb, body, key)

    @rule(target=bills, card=cards, amount=amounts)
    def earn(self, card: int, amount: int) -> str:
        number = self.billing.key()
        self.earn_on(number, card, amount)
        return number

    @rule(number=bills, card=cards, amount=amounts)
    def earn_on(self, number: str, card: int, amount: int) -> None:
        """Perhaps a bill that earned already, or that points of another card paid."""
        earned, _ = self.post("earn-points", self.billing.asked(self.cards[card], amount, bill=number))
        if self.states.get(number) == "EARNED":
            assert earned is None
        if earned is not None:
            self.states[number] = "EARNED"
            self.owner[number] = self.cards[card]
            self.points[self.cards[card]] += hundredths(earned["earned_points"])

    @rule(target=bills, card=cards, amount=amounts, share=st.integers(1, 120))
    def redeem(self, card: int, amount: int, share: int) -> str:
        """Up to more than there is."""
        number, owner = self.billing.key(), self.cards[card]
        wanted = max(1, self.points[owner] * share // 100)
        asked = self.billing.asked(owner, amount, bill=number, points=f"{wanted // 100}.{wanted % 100:02}")
        used, _ = self.post("redeem-points", asked)
        if used is not None:
            assert wanted <= self.points[owner]
            assert used["worth_minor"] * 2 <= amount
            self.points[owner] -= wanted
            self.states[number], self.owner[number] = "USED", owner
        return number

    @rule(number=bills, part=parts)
    def reverse(self, number: str, part: int | None) -> None:
        body: dict[str, Any] = {"bill_number": number}
        if part is not None:
            body |= {"points": f"{part}"} if self.states.get(number) == "USED" else {"amount_minor": part * 100}
        moved, _ = self.post("reverse-points", body)
        assert (moved is None) or number in self.owner
        if moved is not None:
            owner = self.owner[number]
            self.points[owner] += hundredths(moved["points_given_back"]) - hundredths(moved["points_taken_back"])

    @rule(target=sent, card=cards, amount=amounts)
    def send(self, card: int, amount: int) -> tuple[str, dict[str, Any], str, dict[str, Any]]:
        body = self.billing.asked(self.cards[card], amount)
        earned, (verb, _, key) = self.post("earn-points", body)
        assert earned is not None
        self.points[self.cards[card]] += hundredths(earned["earned_points"])
        return verb, body, key, earned

    @rule(once=sent)
    def send_again(self, once: tuple[str, dict[str, Any], str, dict[str, Any]]) -> None:
        verb, body, key, first = once
        with self.billing.unmoved():
            assert done(self.billing.post(f"/cards/{verb}", body, key=key)) == first

    @rule(card=cards, amount=amounts)
    def reckon(self, card: int, amount: int) -> None:
        with self.billing.unmoved():
            quoted = done(self.billing.post("/cards/calculate", self.billing.asked(self.cards[card], amount)))
        assert hundredths(quoted["max_points"]) <= max(0, self.points[self.cards[card]])

    @rule(percent=st.sampled_from(("1", "3", "7.5")))
    def publish(self, percent: str) -> None:
        self.billing.configure(earning={"default_percent": percent})

    @invariant()
    def balances_are_what_moved(self) -> None:
        found = {card: hundredths(self.billing.available(card)) for card in self.cards}
        assert found == self.points
        with self.billing.desk.store.reading() as unit:
            for card in self.cards:
                holder = unit.members.by_card(card)
                assert holder is not None
                account = unit.ledger.full_account(holder.member.member_id)
                entries = unit.ledger.of_member(holder.member.member_id)
                assert account.balance == holder.member.points == sum(one.entry.points for one in entries)
                assert account.balance == sum(lot.left for lot in account.lots.values()) - account.debt

    def teardown(self) -> None:
        assert books.verify(self.billing.desk).faults == ()


def test_the_books_hold_whatever_is_called(wire: Wire) -> None:
    """On each kind of database."""
    machine = type("Machine", (ApiMachine,), {"wire": wire})
    run_state_machine_as_test(machine, settings=settings(max_examples=EXAMPLES, stateful_step_count=STEPS))
