"""Unsealing: what is exactly a fact is read, anything else is a complaint about its place."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import pytest

from app.domain.bill import Tender, TenderKind
from app.domain.days import INDIA
from app.domain.giving_back import GivenBack
from app.domain.hearing import RuleUse
from app.domain.item import Item
from app.domain.limits import Bound
from app.domain.tiers import Metrics, TierChangeKind
from app.services import unsealed_bills, unsealing
from app.services.plain import NotPlainError
from app.services.ports import TierChange
from app.services.records import (
    bill_rows,
    card_row,
    entry_row,
    member_row,
    refund_row,
    rule_rows,
    sealed_refund,
    tier_change_row,
)
from app.services.sales.claim_records import claim_row
from app.services.strict_rows import rows_of, text_of
from tests.contract import facts

CHANGE = TierChange(
    "t1", "m1", "Bronze", "Silver", TierChangeKind.UPGRADE, "bill", Metrics(1, 2, 3), "asha", facts.NOON
)
HUGE = 1 << 63
LATER_THAN_ANY = 1 << 62
BILL = json.loads(json.dumps(bill_rows(facts.bill(), INDIA)))
USES = (RuleUse("double", 12_00), RuleUse("extra", 5_00, Bound.BUDGET))
(_, RULE) = json.loads(json.dumps(rule_rows(facts.bill().bill_id, USES)))


def test_facts_come_back_as_they_were_sealed() -> None:
    assert unsealed_bills.bill_of(BILL) == facts.bill()
    assert unsealed_bills.bill_of(BILL, program_version=-7).program_version == -7
    assert unsealing.entry_of(entry_row(facts.posting(1), INDIA)) == facts.posting(1).entry
    assert unsealing.member_of(member_row(facts.member())) == facts.member()
    assert unsealing.card_of(card_row(facts.card())) == facts.card()
    refund = facts.refund()
    sealed = {"refund": refund_row(refund, INDIA), "lines": dict(refund.line_amounts)}
    assert unsealing.refund_of(sealed) == refund
    assert unsealing.tier_change_of(tier_change_row(CHANGE)) == CHANGE
    assert unsealing.claim_of({"claim": claim_row(facts.claim())}) == facts.claim()
    plain = {**BILL["details"][0], "code": None, "expires_on": None, "gst_percent": None}
    assert unsealed_bills.bill_of({**BILL, "details": [plain]}).lines[0].item is None
    known = {**BILL["details"][0], "expires_on": None, "gst_percent": None}
    assert unsealed_bills.bill_of({**BILL, "details": [known]}).lines[0].item == Item("8901030875021", "30049099", "B2")


def test_what_rules_brought_comes_back() -> None:
    brought = replace(facts.bill(), rules=USES)
    assert unsealed_bills.bill_of(json.loads(json.dumps(bill_rows(brought, INDIA)))) == brought


VOUCHER_BILL = replace(facts.bill(), tenders=(Tender(TenderKind.VOUCHER, 99_00, 99_00, "MV-17"),))
WITH_NUMBER = json.loads(json.dumps(bill_rows(VOUCHER_BILL, INDIA)))
GIVEN = replace(facts.refund(), ways=(GivenBack(TenderKind.UPI, 40_00), GivenBack(TenderKind.CASH, 1_00)))


def test_the_number_of_a_voucher_and_the_ways_of_a_refund_come_back() -> None:
    assert unsealed_bills.bill_of(WITH_NUMBER) == VOUCHER_BILL
    assert unsealing.refund_of(sealed_refund(GIVEN, INDIA)) == GIVEN
    assert "ways" not in sealed_refund(facts.refund(), INDIA)
    with pytest.raises(NotPlainError, match="there is no tender 2"):
        unsealed_bills.bill_of({**WITH_NUMBER, "numbers": [{**WITH_NUMBER["numbers"][0], "tender_no": 2}]})
    with pytest.raises(NotPlainError):
        unsealing.refund_of({**sealed_refund(GIVEN, INDIA), "ways": [{"kind": "GOLD", "amount_minor": 1}]})


READERS: list[tuple[Callable[[Any], object], Mapping[str, Any]]] = [
    (unsealing.entry_of, entry_row(facts.posting(1), INDIA)),
    (unsealing.member_of, member_row(facts.member())),
    (unsealing.card_of, card_row(facts.card())),
    (unsealing.tier_change_of, tier_change_row(CHANGE)),
    (lambda row: unsealed_bills.bill_of({**BILL, "bill": row}), BILL["bill"]),
    (lambda row: unsealed_bills.bill_of({**BILL, "lines": [row]}), BILL["lines"][0]),
    (lambda row: unsealed_bills.bill_of({**BILL, "tenders": [row]}), BILL["tenders"][0]),
    (lambda row: unsealed_bills.bill_of({**BILL, "details": [row]}), BILL["details"][0]),
    (lambda row: unsealed_bills.bill_of({**WITH_NUMBER, "numbers": [row]}), WITH_NUMBER["numbers"][0]),
    (
        lambda row: unsealing.refund_of({**sealed_refund(GIVEN, INDIA), "ways": [row]}),
        {"kind": "UPI", "amount_minor": 1},
    ),
    (lambda row: unsealed_bills.bill_of({**BILL, "rules": [row]}), RULE),
    (lambda row: unsealing.claim_of({"claim": row}), claim_row(facts.claim())),
    (lambda row: unsealing.refund_of({"refund": row, "lines": {}}), refund_row(facts.refund(), INDIA)),
]


@pytest.mark.parametrize(("read", "row"), READERS)
def test_a_row_of_another_shape_is_refused(read: Callable[[Any], object], row: Mapping[str, Any]) -> None:
    read(row)  # as it was sealed it is one
    for name, value in row.items():
        for other in (1.5, True, [], "a\0b" if isinstance(value, str) else HUGE):
            with pytest.raises(NotPlainError):
                read({**row, name: other})
        with pytest.raises(NotPlainError):
            read({key: one for key, one in row.items() if key != name})
    for other in (None, [], {**row, "more": 1}):
        with pytest.raises(NotPlainError):
            read(other)


@pytest.mark.parametrize(
    ("read", "row", "name", "value"),
    [
        (unsealing.entry_of, entry_row(facts.posting(1), INDIA), "kind", "GIFT"),
        (unsealing.entry_of, entry_row(facts.posting(1), INDIA), "points", 0),
        (unsealing.entry_of, entry_row(facts.posting(1), INDIA), "points", -100),
        (unsealing.entry_of, entry_row(facts.posting(1), INDIA), "occurred_at", LATER_THAN_ANY),
        (unsealing.member_of, member_row(facts.member()), "joined_at", LATER_THAN_ANY),
        (unsealing.card_of, card_row(facts.card()), "status", "SMILING"),
        (unsealing.tier_change_of, tier_change_row(CHANGE), "kind", "SIDEWAYS"),
        (lambda row: unsealed_bills.bill_of({**BILL, "bill": row}), BILL["bill"], "occurred_at", LATER_THAN_ANY),
        (lambda row: unsealed_bills.bill_of({**BILL, "lines": [row]}), BILL["lines"][0], "point_percent", "much"),
        (lambda row: unsealed_bills.bill_of({**BILL, "lines": [row]}), BILL["lines"][0], "line_no", 2),
        (lambda row: unsealed_bills.bill_of({**BILL, "tenders": [row]}), BILL["tenders"][0], "kind", "SHELLS"),
        (lambda row: unsealed_bills.bill_of({**BILL, "details": [row]}), BILL["details"][0], "line_no", 3),
        (lambda row: unsealed_bills.bill_of({**BILL, "details": [row]}), BILL["details"][0], "expires_on", "soon"),
        (lambda row: unsealed_bills.bill_of({**BILL, "details": [row]}), BILL["details"][0], "gst_percent", "NaN"),
        (lambda row: unsealed_bills.bill_of({**BILL, "rules": [row]}), RULE, "bill_id", "another"),
        (lambda row: unsealed_bills.bill_of({**BILL, "rules": [row]}), RULE, "points", -1),
        (lambda row: unsealed_bills.bill_of({**BILL, "rules": [row]}), RULE, "cut_by", "MOOD"),
        (lambda row: unsealing.claim_of({"claim": row}), claim_row(facts.claim()), "line_points", "1,many"),
        (lambda row: unsealing.claim_of({"claim": row}), claim_row(facts.claim()), "claimed_at", LATER_THAN_ANY),
        (
            lambda row: unsealing.refund_of({"refund": row, "lines": {}}),
            refund_row(facts.refund(), INDIA),
            "occurred_at",
            LATER_THAN_ANY,
        ),
    ],
)
def test_a_value_that_cannot_stand_there_is_refused(
    read: Callable[[Any], object], row: Mapping[str, Any], name: str, value: object
) -> None:
    read(row)
    with pytest.raises(NotPlainError):
        read({**row, name: value})


def test_lists_and_texts_are_what_they_are() -> None:
    assert rows_of({}, "entries") == []
    with pytest.raises(NotPlainError):
        rows_of({"entries": {}}, "entries")
    with pytest.raises(NotPlainError):
        text_of({"card": 7}, "card")
    assert unsealed_bills.bill_of({**BILL, "lacking": ["cream"]}).lacking == ("cream",)
    with pytest.raises(NotPlainError):
        unsealed_bills.bill_of({**BILL, "lacking": [7]})
    with pytest.raises(NotPlainError):
        unsealing.refund_of({"refund": refund_row(facts.refund(), INDIA), "lines": {"1": "ten"}})
