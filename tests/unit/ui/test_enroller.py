"""Enrolling's decisions: one phone, one member; a blank card is theirs, a known one their friend's."""

from contextlib import contextmanager
from dataclasses import dataclass, field, replace

import pytest

from app.domain.codes import card_number
from app.domain.member import Holder
from app.services.keeping.faults import StoreFull
from app.services.members import members
from app.services.papers import prints
from tests.desks import memory_shop
from tests.unit.ui.counters import PROGRAM, FragileStore, Printer
from tests.unit.ui.works import AtOnce, WhenTold
from ui.context import CounterContext
from ui.issue.presenter import Enroller, EnrolState
from ui.session import Session


class Press:
    """Shows a card as the words on it."""

    def __init__(self):
        self.fault = None

    def preview(self, *, number, name, language, dots_per_mm):
        if self.fault:
            raise self.fault
        return (number, name), (language, dots_per_mm)


BLANK_CARD = card_number("7000999900")
PHONE = "98900 11223"


@dataclass
class Desk:
    shop: object
    store: FragileStore
    work: AtOnce
    states: list[EnrolState] = field(default_factory=list)
    done: list[Holder] = field(default_factory=list)
    printed: list[str] = field(default_factory=list)
    faces: list[tuple[object, str]] = field(default_factory=list)
    enroller: Enroller | None = None
    dots_per_mm = 4.0

    def show_faces(self, faces, *, problem=""):
        self.faces.append((faces, problem))

    def show_state(self, state):
        self.states.append(state)

    @property
    def state(self):
        return self.states[-1]

    @property
    def notice(self):
        return self.state.notice.text if self.state.notice else ""


@contextmanager
def opened(work=None, cards=None):
    with memory_shop(PROGRAM) as shop:
        desk = Desk(shop, FragileStore(shop.store), work or AtOnce())
        context = CounterContext(
            replace(shop.desk, store=desk.store), Printer(), "Shree Medical", Session.of("asha"), cards=cards
        )
        desk.enroller = Enroller(context, desk.work, desk, desk.done.append, desk.printed.append)
        desk.enroller.open()
        yield desk


@pytest.fixture
def at():
    with opened() as desk:
        yield desk


def test_a_member_is_enrolled_with_a_number_of_our_own(at):
    at.enroller.type(phone=PHONE)
    at.enroller.type(name="  Nisha   Kulkarni ", language="hi")
    at.enroller.save()
    (holder,) = at.done
    assert (holder.member.name, holder.member.phone, holder.member.language) == (
        "Nisha Kulkarni", "+919890011223", "hi"
    )  # fmt: skip
    assert holder.is_active


def test_a_blank_card_scanned_is_the_new_card(at):
    at.enroller.scanned(BLANK_CARD)
    assert at.state.form.number == BLANK_CARD
    at.enroller.type(name="Nisha")
    at.enroller.save()
    assert at.done[0].card.number == BLANK_CARD


def test_a_members_card_scanned_is_the_friend_who_sent_them(at):
    friend = at.shop.enrol("Meena Iyer")
    at.enroller.scanned(friend)
    assert (at.state.form.referrer, at.state.referrer_name) == (friend, "Meena Iyer")
    at.enroller.type(name="Nisha")
    at.enroller.save()
    assert at.done[0].member.referrer_id == at.shop.member_id(friend)


def test_at_the_tenth_digit_a_known_phone_is_said(at):
    at.shop.enrol("Ravi Sharma", phone=PHONE)
    at.enroller.type(phone=PHONE[:-1])
    assert at.state.already == ""
    at.enroller.type(phone=PHONE)
    assert at.state.already == "Ravi Sharma"
    at.enroller.save()
    assert at.notice == "Already a member: Ravi Sharma. Press Enter in the phone field to put them on the bill."
    at.enroller.attach_known()
    assert [holder.member.name for holder in at.done] == ["Ravi Sharma"]


def test_a_corrected_phone_is_nobodys_again(at):
    at.shop.enrol("Ravi Sharma", phone=PHONE)
    at.enroller.type(phone=PHONE)
    at.enroller.type(phone=PHONE[:-1])
    assert at.state.already == ""
    at.enroller.attach_known()
    assert at.done == []


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"name": ""}, "A name has between 1 and 120 letters."),
        ({"name": "Nisha", "phone": "12"}, "That is not a phone number."),
        ({"name": "Nisha", "number": "700012342053"}, "That card number was mistyped"),
        ({"name": "Nisha", "referrer": "700012342053"}, "The friend's card was mistyped"),
        ({"name": "Nisha", "referrer": BLANK_CARD}, "The friend's card is not in our list."),
    ],
)
def test_what_cannot_be_saved_is_said_and_nothing_is(at, fields, said):
    at.enroller.type(**fields)
    at.enroller.save()
    assert at.notice.startswith(said)
    assert at.done == []
    assert list(members.find_name(at.shop.desk, "Nisha")) == []


def test_a_scan_that_is_no_card_changes_nothing(at):
    at.enroller.scanned("8901234567894")
    assert at.notice == "Not one of our cards: 8901234567894. Nothing was changed; scan a card."
    assert (at.state.form.number, at.state.form.referrer) == ("", "")


def test_a_full_disk_keeps_the_form(at):
    at.enroller.type(name="Nisha")
    at.store.fault = StoreFull()
    at.enroller.save()
    assert (at.notice, at.state.form.name, at.done) == (StoreFull.sentence, "Nisha", [])
    at.store.fault = None
    at.enroller.save()
    assert len(at.done) == 1


def test_saving_twice_in_one_breath_enrols_once():
    with opened(WhenTold()) as at:
        at.enroller.type(name="Nisha")
        at.enroller.save()
        at.enroller.save()
        at.work.finish()
        assert len(at.done) == 1


def test_opened_again_the_form_is_empty(at):
    at.enroller.scanned(at.shop.enrol("Meena Iyer"))
    at.enroller.type(name="Nisha")
    at.enroller.open()
    assert (at.state.form.name, at.state.referrer_name, at.state.already) == ("", "", "")


def test_the_card_follows_the_form_and_is_drawn_once_for_what_it_says():
    with opened(cards=Press()) as at:
        at.enroller.type(name=" Nisha  Rao ")
        at.enroller.type(phone=PHONE)
        at.enroller.type(number=BLANK_CARD[:4])
        at.enroller.type(number=BLANK_CARD)
        at.enroller.type(language="hi")
        assert [faces for faces, problem in at.faces if not problem] == [
            (("", "Name"), ("en", 4.0)),
            (("", "Nisha Rao"), ("en", 4.0)),
            ((BLANK_CARD, "Nisha Rao"), ("en", 4.0)),
            ((BLANK_CARD, "Nisha Rao"), ("hi", 4.0)),
        ]


def test_a_card_that_cannot_be_shown_says_why_and_is_tried_again():
    press = Press()
    with opened(cards=press) as at:
        press.fault = BrokenError("classic.toml, line 3")
        at.enroller.type(name="Nisha")
        assert at.faces[-1] == (None, "classic.toml, line 3")
        press.fault = None
        at.enroller.type(phone="9")
        assert at.faces[-1][0] == (("", "Nisha"), ("en", 4.0))


def test_a_new_members_card_is_printed_and_waits_in_the_queue_until_it_is():
    with opened(cards=Press()) as at:
        at.enroller.type(name="Nisha")
        at.enroller.save()
        number = at.done[0].card.number
        assert at.printed == [number]
        assert [job.subject_id for job in prints.queue(at.shop.desk)] == [number]


def test_a_counter_that_prints_no_cards_leaves_none_in_the_queue(at):
    at.enroller.type(name="Nisha")
    at.enroller.save()
    assert (at.printed, at.faces) == ([], [])
    assert prints.queue(at.shop.desk) == []


def test_who_turns_out_to_be_a_member_has_their_card_already():
    with opened(cards=Press()) as at:
        at.shop.enrol("Ravi Sharma", phone=PHONE)
        at.enroller.type(phone=PHONE)
        at.enroller.attach_known()
        assert (len(at.done), at.printed) == (1, [])


class BrokenError(Exception):
    """A failing world that says so itself."""

    @property
    def sentence(self):
        return str(self)
