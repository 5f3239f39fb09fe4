"""Errors as the strip says them."""

from app.domain.errors import Code, DomainError
from app.services.keeping.faults import StoreFull
from ui.errors import UNFORESEEN, UNPRINTED, Tone, notice_of, unprinted


def test_a_refusal_speaks_for_itself_and_keeps_its_figures():
    notice = notice_of(DomainError(Code.OVER_CAP, "Only ₹50.00 can be paid.", {"max_minor": 5000}))
    assert (notice.tone, notice.text) == (Tone.WARN, "Only ₹50.00 can be paid.")
    assert notice.details == "OVER_CAP max_minor=5000"


def test_where_a_refusal_leads_on_by_a_key_the_screen_names_it():
    notice = notice_of(DomainError(Code.NO_SHIFT, "No shift is open at this counter."))
    assert notice.text == "No shift is open at this counter. The key is F7."


def test_a_failing_store_says_whether_the_bill_is_safe():
    notice = notice_of(StoreFull("no space left on device"))
    assert (notice.tone, notice.text) == (Tone.BAD, StoreFull.sentence)
    assert "no space left on device" in notice.details


def test_what_nobody_foresaw_is_still_said():
    notice = notice_of(ZeroDivisionError("division by zero"))
    assert (notice.tone, notice.text) == (Tone.BAD, UNFORESEEN)
    assert notice.details == "ZeroDivisionError: division by zero"


def test_a_receipt_that_did_not_come_out_leaves_the_bill_saved():
    assert unprinted(OSError("paper")).text == UNPRINTED
