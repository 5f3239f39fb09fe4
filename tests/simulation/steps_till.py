"""Steps at a till: what cashiers do, whatever the line does meanwhile."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from hypothesis import strategies as st
from hypothesis.stateful import rule

from app.domain.errors import Code, DomainError
from app.domain.member import CardStatus
from app.domain.quote import MAX
from app.services.campaigns import drives
from app.services.keeping.checking import choices_for, settle
from app.services.members import adjustments, card_status, editing, members, sweeps
from app.services.members.members import Enrolment
from app.services.returns import returns
from app.services.sales import carts, checkout
from app.services.sales.checkout import SaleRequest
from tests.simulation.counter import Counter
from tests.simulation.steps import Steps, counters, picks
from tests.simulation.world import NEWER_KIND, STAFF, cart

_AMOUNTS = st.sampled_from((100, 500, 1500))
_CATEGORIES = st.sampled_from(("Medicines", "General"))
_EDITS: Sequence[Mapping[str, str | None]] = (
    {"name": "Meena Rao"},
    {"name": "M. Iyer", "language": "hi"},
    {"phone": None},
    {"phone": "+919876543211"},
    {"birthday": "29/2", "email": "meena@example.in"},
    {"birthday": "1/5", "email": None},
)
_SAID_NO = frozenset({Code.UNKNOWN_CARD, Code.CARD_INACTIVE})  # all that a bill may be refused for here


class TillSteps(Steps):
    @rule(number=counters, phone=st.integers(0, 3), friend=st.none() | picks)
    def enrol(self, number: int, phone: int, friend: int | None) -> None:
        counter = self.at(number)
        referrer = self.card(friend) if friend is not None else None
        said = {"email": "iyer@example.in", "birthday": "2/5"} if phone == 0 else {}
        asked = Enrolment("Meena Iyer", phone=f"+91987654321{phone}", referrer_card=referrer, **said)
        holder = counter.attempt(lambda: members.enrol(counter.desk, asked, staff=STAFF))
        if holder is not None and holder.card is not None:
            self.world.cards.append(holder.card.number)

    @rule(number=counters, pick=picks, rupees=_AMOUNTS, category=_CATEGORIES, uses=st.booleans(), twice=st.booleans())
    def sell(self, number: int, pick: int, rupees: int, category: str, uses: bool, twice: bool) -> None:
        """A bill is never refused for anything that sync has done or not done."""
        counter, card = self.at(number), self.card(pick)
        request = SaleRequest(cart((category, rupees)), card, redeem=MAX if uses and card else 0)
        self.ring(counter, request, times=2 if twice else 1)

    @rule(number=counters)
    def sell_to_a_stranger(self, number: int) -> None:
        self.ring(self.at(number), SaleRequest(cart(("General", 100)), None), times=1)

    def ring(self, counter: Counter, request: SaleRequest, *, times: int) -> None:
        """With one key however often the button is pressed."""
        key, bills = counter.ids.entity(), set[str]()

        def commit() -> None:
            try:
                sold = checkout.commit_sale(counter.desk, request, key=key, staff=STAFF)
            except DomainError as refusal:
                if refusal.code not in _SAID_NO:
                    raise AssertionError(f"G8 {counter.code} did not sell") from refusal
                return
            counter.receipts[sold.bill.bill_id] = sold.bill.net_minor
            bills.add(sold.bill.bill_id)
            assert len(bills) == 1, f"G3 {counter.code} made two bills of one"
            first = counter.numbers.setdefault(sold.bill.number, sold.bill.bill_id)
            assert first == sold.bill.bill_id, f"G7 {counter.code} gave two receipts the number {sold.bill.number}"
            if sold.bill.redeemed_points:
                self.world.seen["points used at a counter"] += 1

        for _ in range(times):
            counter.attempt(commit)

    @rule(number=counters, pick=picks, rupees=st.sampled_from((None, None, 50)))
    def take_back(self, number: int, pick: int, rupees: int | None) -> None:
        counter = self.at(number)
        bills = sorted(counter.receipts)
        if not bills:
            return
        bill_id, key = bills[-1 - pick % len(bills)], counter.ids.entity()
        if rupees is None:
            counter.attempt(lambda: returns.cancel(counter.desk, bill_id, staff=STAFF))
        else:
            counter.attempt(lambda: returns.return_amount(counter.desk, bill_id, rupees * 100, key=key, staff=STAFF))

    @rule(number=counters, pick=picks, points=st.sampled_from((150_00, 40_00, -30_00)))
    def adjust(self, number: int, pick: int, points: int) -> None:
        counter, card, key = self.at(number), self.card(pick), self.at(number).ids.entity()
        if card is not None:
            given = {"points": points, "reason": "goodwill", "staff": STAFF, "key": key}
            counter.attempt(lambda: adjustments.adjust(counter.desk, card, **given))  # type: ignore[arg-type]

    @rule(number=counters, pick=picks, status=st.sampled_from((CardStatus.BLOCKED, CardStatus.LOST, CardStatus.ACTIVE)))
    def mark_card(self, number: int, pick: int, status: CardStatus) -> None:
        counter, card = self.at(number), self.card(pick)
        if card is not None:
            counter.attempt(lambda: card_status.set_card_status(counter.desk, card, status, staff=STAFF))

    @rule(number=counters, pick=picks)
    def replace_card(self, number: int, pick: int) -> None:
        """Whoever gets a new card is asked for their details, which others may be asking them for elsewhere."""
        counter, card = self.at(number), self.card(pick)
        if card is None:
            return
        holder = counter.attempt(lambda: card_status.replace_card(counter.desk, card, staff=STAFF))
        if holder is not None and holder.card is not None:
            self.world.cards.append(holder.card.number)
            member_id, fields = holder.member.member_id, _EDITS[(number + pick) % len(_EDITS)]
            counter.attempt(lambda: editing.edit(counter.desk, member_id, fields, staff=STAFF))

    @rule(number=counters, pick=picks)
    def take_part(self, number: int, pick: int) -> None:
        """In a campaign, perhaps at several counters."""
        counter, card = self.at(number), self.card(pick)

        def join() -> None:
            for holder in members.find_card(counter.desk, card) if card else ():
                drives.participate(counter.desk, "winter", holder.member.member_id, staff=STAFF)

        counter.attempt(join)

    @rule(number=counters, pick=picks, friend=picks)
    def link_referrer(self, number: int, pick: int, friend: int) -> None:
        counter, card, referrer = self.at(number), self.card(pick), self.card(friend)
        if card is not None and referrer is not None:
            counter.attempt(lambda: members.link_referrer(counter.desk, card, referrer_card=referrer, staff=STAFF))

    @rule(number=counters)
    def sweep(self, number: int) -> None:
        """What falls due with time is the server's to post in a chain; a counter alone does it itself."""
        counter = self.at(number)
        counter.attempt(lambda: sweeps.expire_all(counter.desk))
        counter.attempt(lambda: sweeps.review_tiers(counter.desk, staff=STAFF))

    @rule(number=counters, pick=picks, of_choices=st.integers(0, 2))
    def decide(self, number: int, pick: int, of_choices: int) -> None:
        """Somebody at the counter says what is to become of something to check."""
        counter = self.at(number)
        review = self.open_review(counter.desk, pick)
        if review is None:
            return
        choices = choices_for(review.kind)
        choice = choices[of_choices % len(choices)]
        if counter.attempt(lambda: settle(counter.desk, review.review_id, choice=choice, staff=STAFF)) is not None:
            self.world.seen["decided at a counter"] += 1

    @rule(number=counters, pick=picks)
    def hold_and_recall(self, number: int, pick: int) -> None:
        """A bill set aside posts nothing; taken off hold it is rung, or put away unpaid."""
        counter, holder = self.at(number), self.holder(number, pick)
        member_id = holder.member.member_id if holder else None
        goods = cart(("General", 300))
        counter.attempt(lambda: carts.hold(counter.desk, cart=goods, member_id=member_id, label="blue bag", redeem=MAX))
        waiting = counter.attempt(lambda: carts.held(counter.desk)) or ()
        if not waiting:
            return
        recalled = counter.attempt(lambda: carts.recall(counter.desk, waiting[0].held_id))
        if recalled is None:
            return
        if pick % 2:
            request = SaleRequest(recalled.cart, member_id=recalled.member_id, redeem=MAX)
            self.ring(counter, request, times=1)
        else:
            void = {"cart": recalled.cart, "member_id": recalled.member_id, "staff": STAFF}
            counter.attempt(lambda: carts.void(counter.desk, **void))  # type: ignore[arg-type]

    @rule(number=counters, pick=picks)
    def seal_what_a_newer_program_would(self, number: int, pick: int) -> None:
        """A kind of event that this server does not know yet, about somebody."""
        counter, holder = self.at(number), self.holder(number, pick)
        if holder is not None and counter.link() is not None:
            counter.attempt(lambda: counter.seal(NEWER_KIND, {"member": holder.member.member_id}))
            self.world.seen["an event of a newer program"] += 1
