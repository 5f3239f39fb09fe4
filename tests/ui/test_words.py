"""Words: one way to say anything, in the language that is spoken; forms of a count; days and times of a locale."""

import re
from datetime import date, time, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale

from app.domain.errors import DomainError
from app.domain.formats import money
from app.domain.program import Program
from app.domain.redemption import Binding, Limits, Purse, check
from app.persistence.home import TAIL_LOST
from app.services.keeping.faults import StoreFull, WrongKey
from app.services.papers import papers
from app.services.sales.checkout import RECEIPT
from printing import photos
from printing.cards.press import CardFault
from printing.printers.faults import PrinterFault, Trouble
from printing.printers.machine import came_of_test
from printing.spooler import PrintFault
from sync.line_fault import LineFault, LineTrouble
from ui.language import QtTongue
from ui.when import span_words
from ui.words import LANGUAGES, English, speak, spoken, tr, tr_n


class Shouting(English):
    """A language of its own, to see that a text went through it."""

    def text(self, english):
        return f"«{english}»"

    def counted(self, one, many, n):
        return f"«{super().counted(one, many, n)}»"


@pytest.fixture
def shouting():
    before = speak(Shouting())
    yield
    speak(before)


def test_english_needs_no_catalogue():
    assert isinstance(spoken(), English | QtTongue)
    assert English().text("Pay") == "Pay"
    assert (English().counted("one", "many", 1), English().counted("one", "many", 0)) == ("one", "many")
    assert (English().day(date(2026, 11, 2), with_year=True), English().clock(time(9, 5))) == ("2 Nov 2026", "09:05")


@pytest.mark.usefixtures("shouting")
def test_every_text_goes_through_the_language():
    assert tr("Pay {name}", name="Ravi") == "«Pay Ravi»"
    assert (tr_n("{n} bill", "{n} bills", 1), tr_n("{n} bill", "{n} bills", 2)) == ("«1 bill»", "«2 bills»")


def test_what_people_are_called_is_never_read_as_a_field():
    assert tr("Pay {name}", name="{0.__class__} {n}") == "Pay {0.__class__} {n}"
    assert tr("{as it stands}") == "{as it stands}"


def test_great_counts_are_grouped_as_here():
    assert tr_n("{n} row", "{n} rows", 1_240_000) == "12,40,000 rows"


@pytest.mark.usefixtures("shouting")
@pytest.mark.parametrize(
    ("span", "words"),
    [
        (timedelta(seconds=1), "«less than a minute»"),
        (timedelta(minutes=5), "«5 min»"),
        (timedelta(hours=5), "«5 h»"),
        (timedelta(days=1), "«1 day»"),
        (timedelta(days=5), "«5 days»"),
    ],
)
def test_spans_are_said_in_the_language(span, words):
    assert span_words(span) == words


def test_hindi_days_and_times_are_those_of_its_locale():
    hindi = QtTongue("hi")
    assert hindi.day(date(2026, 11, 2), with_year=False) == "2 नव॰"
    assert hindi.day(date(2027, 3, 12), with_year=True) == "12 मार्च 2027"
    assert hindi.clock(time(18, 4)) == "18:04"


@pytest.mark.parametrize("code", LANGUAGES)
@given(minor=st.integers(0, 10**12))
def test_money_is_written_as_the_locales_of_both_languages_write_it(code, minor):
    """The till writes rupees itself, for papers and screens alike; this is what makes that right for both languages."""
    locale = QtTongue(code).locale
    rupees, paise = divmod(minor, 100)
    assert money(minor) == f"₹{locale.toString(rupees)}{locale.decimalPoint()}{paise:02}"
    assert locale.currencySymbol(QLocale.CurrencySymbolFormat.CurrencySymbol) == "₹"


HINDI = QtTongue("hi")


@pytest.mark.parametrize(
    ("error", "figures"),
    [
        (StoreFull(), ()),
        (WrongKey("page 1"), ()),
        (PrinterFault(Trouble.GONE, "Counter", "timed out"), ("Counter", "timed out")),
        (PrinterFault(Trouble.PAPER, "Dr. Mehta. A4"), ("Dr. Mehta. A4",)),
        (LineFault(LineTrouble.OFFLINE, "no route"), ()),
    ],
)
def test_faults_are_said_in_hindi_with_their_names(error, figures):
    said = HINDI.said(error.sentence)
    assert all(figure in said for figure in figures)
    assert not re.search(r"[A-Za-z]{3}", re.sub("|".join(map(re.escape, figures)) or "$^", "", said))


GONE = PrinterFault(Trouble.GONE, "EPSON", "timed out")
CUT = PrinterFault(Trouble.CUT, "EPSON", "timed out", is_doubtful=True)


@pytest.mark.parametrize(
    "words",
    [
        came_of_test("EPSON", is_sure=True),
        came_of_test("EPSON", is_sure=False),
        PrintFault(GONE, RECEIPT).sentence,
        PrintFault(CUT, RECEIPT).sentence,
        PrintFault(GONE, papers.STATEMENT).sentence,
        CardFault(GONE).sentence,
        photos.read(Path("EPSON"))[1],
        TAIL_LOST,
    ],
)
def test_what_engines_say_is_said_in_hindi(words):
    said = HINDI.said(words)
    names = "EPSON|timed out|REPRINT|Ctrl|No such file or directory"
    assert said != words
    assert not re.search(r"[A-Za-z]{2}", re.sub(names, "", said))


def test_a_refusal_keeps_its_sums_in_hindi():
    limits = Limits(
        cap_base_minor=24_00, percent_cap_minor=12_00, cap_minor=12_00, cap_points=120_00, available=1000_00,
        max_points=120_00, max_minor=12_00, binding=Binding.PERCENT_OF_BILL,
    )  # fmt: skip
    with pytest.raises(DomainError) as refusal:
        check(500_00, limits, Program(), Purse(1000_00))
    assert HINDI.said(refusal.value.message) == (
        "इस बिल में सिर्फ़ ₹12.00 (120 पॉइंट) पॉइंट से चुकाए जा सकते हैं। कुछ नहीं लिया गया; उतने या कम लगाएँ।"
    )


def test_reasons_are_said_inside_each_other():
    line = "1  Medicines: ₹500.00 × 1 % × 1.5 (tier) = 7.5 (₹20.00 of it paid by points)"
    assert HINDI.said(line) == "1  Medicines: ₹500.00 × 1 % × 1.5 (स्तर) = 7.5 (उसमें से ₹20.00 पॉइंट से चुकाया)"
    assert HINDI.said("balance ₹234.00") == "शेष ₹234.00"


def test_a_sentence_that_begins_with_a_figure_is_told_from_the_one_before_it():
    assert HINDI.said("Wrong PIN. 3 tries left, then wait 1 minute.").startswith("PIN ग़लत है। 3 ")


def test_a_sentence_that_ends_in_a_name_leaves_the_next_one_to_itself():
    assert HINDI.said("The server knows no bill A1/26-27/000001. Nothing was changed.") == (
        "सर्वर को बिल A1/26-27/000001 का पता नहीं है। कुछ नहीं बदला।"
    )
    assert HINDI.said("There is no tier called Gold. Plus. Nothing was changed.").count("।") == 2


def test_what_nobody_translated_stays_as_it_was_said():
    assert HINDI.said("Quite unknown. Nothing was changed.") == "Quite unknown. कुछ नहीं बदला।"
    assert HINDI.said("Error 17 at 0x3f") == "Error 17 at 0x3f"
    assert HINDI.said("") == ""


@given(name=st.text(min_size=1, max_size=40).filter(lambda name: name.strip() and HINDI.said(name) == name))
def test_whatever_somebody_is_called_the_sentence_is_said(name):
    said = HINDI.said(f"{name} has no card that works. Give them a new one first.")
    assert name in said
    assert said.endswith("पहले उन्हें नया दें।")
