"""The file of a member at the real window: what it shows, what is private, and each thing done in the ledger."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLabel, QPushButton

from app import demo_shop
from app.domain.drives import Drive, Goal, Measure, Since
from app.domain.member import CardStatus
from app.services.campaigns.drives import JOINED
from app.services.members import members
from app.services.members.members import Enrolment
from app.services.programs.program import current, publish
from tests.ui.walking import visible

HOSTILE = '=HYPERLINK("http://x","y") \u202eabc\u202c \x1b@\x1dV0 ' + "ननन" * 20


def page(counter):
    return counter.window.people.members_page


def words(counter) -> str:
    return "\n".join(one.text() for one in page(counter).findChildren(QLabel) if one.isVisible())


def rows(counter) -> list[tuple[str, ...]]:
    model = page(counter).file.table.words
    return [
        tuple(model.index(row, column).data() for column in range(model.columnCount()))
        for row in range(model.rowCount())
    ]


def events(counter, kind: str) -> list[dict]:
    with counter.till.desk.store.reading() as uow:
        return [json.loads(one.body) for one in uow.journal.events() if one.kind == kind]


def approve(counter) -> None:
    counter.hand.type(demo_shop.MANAGER_PIN)
    counter.hand.press("Return")


def open_ravi(counter) -> None:
    counter.hand.scan(demo_shop.RAVI)
    counter.hand.press("F3")
    counter.hand.press("F")


def test_f3_and_f_open_the_file_of_who_is_on_the_bill_and_esc_comes_back(counter):
    open_ravi(counter)
    shown = words(counter)
    for text in ("Ravi Sharma", "Gold", "2,340 points = ₹234.00"):
        assert text in shown
    assert rows(counter)[0][0] == "2,340"
    counter.hand.press("Ctrl+2")
    assert [row[1:4] for row in rows(counter)] == [("By hand: example balance", "+2,340", "")]
    counter.hand.press("Ctrl+3")
    assert ("Brought by", "Meena Iyer") in [row[:2] for row in rows(counter)]
    assert ("Language", "English") in [row[:2] for row in rows(counter)]
    counter.hand.press("Esc")
    assert counter.window.pages.currentWidget() is counter.page
    assert counter.window.counter.sale.bill.profile.holder.member.name == "Ravi Sharma"


@pytest.mark.parametrize(
    ("typed", "found"),
    [("9820003210", "Ravi Sharma"), (demo_shop.RAVI, "Ravi Sharma"), ("3210", "Ravi Sharma"), ("meena", "Meena Iyer")],
)
def test_a_member_is_found_by_phone_card_last_four_and_name(counter, typed, found):
    counter.hand.press("Alt+2")
    counter.hand.type(typed)
    counter.hand.press("Return")
    assert found in words(counter)


def test_several_are_listed_with_masked_phones_and_one_is_chosen(counter):
    counter.hand.press("Alt+2")
    counter.hand.type("rav")
    counter.hand.press("Return")
    listed = page(counter).found._shown
    assert [row.title for row in listed] == ["Ravi Sharma", "Ravindra Joshi"]
    assert listed[0].detail.startswith("98•••• 3210 · •••• ")
    counter.hand.press("Down")
    counter.hand.press("Return")
    assert "Ravindra Joshi" in words(counter)
    counter.hand.press("F3")
    assert counter.window.counter.sale.bill.profile.holder.member.name == "Ravindra Joshi"


def test_points_stand_one_under_the_other_at_the_right(counter):
    counter.hand.scan(demo_shop.RAVI)
    counter.hand.type("500")
    counter.hand.press("Return")
    counter.hand.press("Ctrl+Return")
    open_ravi(counter)
    assert [row[0] for row in rows(counter)] == ["2,340.00", "7.12"]
    counter.hand.press("Ctrl+2")
    assert [row[2] for row in rows(counter)] == ["+7.12", "+2,340.00"]
    table = page(counter).file.table.words
    aligned = [table.index(0, column).data(Qt.ItemDataRole.TextAlignmentRole) for column in range(4)]
    assert [bool(one & Qt.AlignmentFlag.AlignRight) for one in aligned] == [False, False, True, False]


def test_what_a_form_does_its_button_says_and_no_other_one_is_as_loud(counter):
    open_ravi(counter)
    for key, deed in (("F4", "Save"), ("F8", "Replace card"), ("Ctrl+M", "Merge"), ("Ctrl+J", "Save")):
        counter.hand.press(key)
        loud = [one.accessibleName() for one in visible(counter, QPushButton) if one.property("role") == "main"]
        assert loud == [f"{deed}, F9"]
        counter.hand.press("Esc")


def test_a_phone_is_masked_until_it_is_asked_for_and_that_is_noted(counter):
    open_ravi(counter)
    assert "9820003210" not in words(counter).replace(" ", "")
    counter.hand.press("Ctrl+H")
    assert "+919820003210" in words(counter)
    (noted,) = events(counter, "reveal")
    assert (noted["what"], noted["staff"]) == ("contacts", "asha")
    counter.hand.press("Esc")
    open_ravi(counter)
    assert "+919820003210" not in words(counter)


def test_an_email_is_masked_too_and_a_birthday_is_said(counter):
    open_ravi(counter)
    counter.hand.press("F4")
    for text in ("", "", "ravi@example.in", "29/2"):
        counter.hand.type(text)
        counter.hand.press("Tab")
    counter.hand.press("F9")
    assert page(counter).strip.text == "Changed."
    assert "ra••••@example.in" in words(counter)
    assert "Birthday 29 Feb" in words(counter)
    assert "ravi@example.in" not in words(counter)
    counter.hand.press("Ctrl+H")
    assert "ravi@example.in" in words(counter)
    counter.hand.press("F4")
    counter.hand.press("F9")
    assert page(counter).strip.text.startswith("Nothing was different"), "what was not shown stays as it is"
    counter.hand.press("F4")
    for _ in range(3):
        counter.hand.press("Tab")
    counter.hand.press("Ctrl+A")
    counter.hand.type("31/2")
    counter.hand.press("F9")
    assert page(counter).strip.text.startswith("That is not a day and a month.")
    member = members.find_card(counter.till.desk, demo_shop.RAVI)[0].member
    assert (member.name, member.phone, member.email, member.birthday) == (
        "Ravi Sharma",
        "+919820003210",
        "ravi@example.in",
        "--02-29",
    )


def test_a_lost_card_is_replaced_and_stops_at_once(counter):
    open_ravi(counter)
    counter.hand.press("F8")
    counter.hand.press("Ctrl+Return")
    assert page(counter).strip.text.startswith("The old card is blocked from now on. The new one is ")
    (old,) = members.find_card(counter.till.desk, demo_shop.RAVI)
    assert old.card.status is CardStatus.REPLACED
    counter.hand.press("Esc")
    counter.hand.scan(demo_shop.RAVI)
    assert "replaced" in counter.said.lower() or "new card" in counter.said.lower()


def test_a_card_is_blocked_by_a_key_and_unblocked_by_a_manager(counter):
    open_ravi(counter)
    counter.hand.press("Ctrl+Del")
    assert members.find_card(counter.till.desk, demo_shop.RAVI)[0].card.status is CardStatus.BLOCKED
    counter.hand.press("Ctrl+Del")
    approve(counter)
    assert members.find_card(counter.till.desk, demo_shop.RAVI)[0].card.status is CardStatus.ACTIVE
    assert [one.get("approved_by") for one in events(counter, "card")[-2:]] == [None, "vikram"]


def test_points_by_hand_need_a_manager_and_name_the_reason(counter):
    open_ravi(counter)
    counter.hand.press("Ctrl+J")
    counter.hand.type("50")
    counter.hand.press("Return")
    approve(counter)
    assert page(counter).strip.text == "+50 points: now 2,390 to spend."
    (made,) = [one for one in events(counter, "adjust") if one.get("approved_by")]
    assert made["approved_by"] == "vikram"
    assert made["entries"][0]["reason"] == "Card was not scanned at the sale"
    assert (made["entries"][0]["points"], made["entries"][0]["staff"]) == (50_00, "asha")


@pytest.mark.parametrize("typed", ["abc", "1.234", "nan", "99999999999", ""])
def test_points_that_are_no_points_change_nothing(counter, typed):
    open_ravi(counter)
    before = len(events(counter, "adjust"))
    counter.hand.press("Ctrl+J")
    counter.hand.type(typed)
    counter.hand.press("Return")
    assert not counter.window.approval.approving.is_open, "what is refused anyway asks for no PIN"
    assert page(counter).strip.text == "Type the points as a number, like 50 or -12.5. Nothing was changed."
    assert len(events(counter, "adjust")) == before


def test_a_duplicate_is_merged_by_a_manager(counter):
    open_ravi(counter)
    counter.hand.press("Ctrl+M")
    counter.hand.scan(demo_shop.FARHAN)
    assert "Farhan Qureshi with 85 points becomes Ravi Sharma." in words(counter)
    counter.hand.press("F9")
    approve(counter)
    assert "2,425 points" in words(counter)
    assert members.find_card(counter.till.desk, demo_shop.FARHAN)[0].card.status is CardStatus.REPLACED


def test_an_approval_that_is_declined_changes_nothing(counter):
    open_ravi(counter)
    counter.hand.press("Ctrl+J")
    counter.hand.type("50")
    counter.hand.press("Return")
    counter.hand.press("Esc")
    assert page(counter).strip.text == "Nobody approved it. Nothing was changed."


def test_a_name_as_hostile_as_it_can_be_is_kept_shown_and_taken_out(open_window, tmp_path):
    with open_window(lambda context: replace(context, exports=tmp_path / "exports")) as counter:
        open_ravi(counter)
        counter.hand.press("F4")
        field = page(counter).form._fields["name"]
        field.setText(HOSTILE[:120])
        field.textEdited.emit(HOSTILE[:120])
        counter.hand.press("Ctrl+Return")
        kept = members.checked_name(HOSTILE[:120])
        assert members.find_card(counter.till.desk, demo_shop.RAVI)[0].member.name == kept
        assert kept in words(counter)
        counter.hand.press("Ctrl+E")
        (out,) = (tmp_path / "exports").glob("*.json")
        assert json.loads(out.read_text("utf-8"))["name"] == kept
        assert [one["what"] for one in events(counter, "reveal")] == ["export"]
        counter.hand.press("Ctrl+P")
        counter.hand.settle()
        assert "Statement of" in page(counter).strip.text


def test_a_language_is_chosen_by_its_name(counter):
    open_ravi(counter)
    for keys in ("F4", "Tab", "Tab", "Tab", "Tab", "Right", "Ctrl+Return"):
        counter.hand.press(keys)
    assert members.find_card(counter.till.desk, demo_shop.RAVI)[0].member.language == "hi"
    assert page(counter).strip.text == "Changed."


def test_a_phone_of_somebody_else_is_refused_and_the_form_stays(counter):
    open_ravi(counter)
    counter.hand.press("F4")
    counter.hand.press("Tab")
    counter.hand.type("9822000091")
    counter.hand.press("Ctrl+Return")
    assert "already Meena Iyer's" in page(counter).strip.text
    assert page(counter).form.isVisible()
    assert [one.accessibleName() for one in visible(counter, QPushButton)].count("Back, Esc") == 1
    counter.hand.press("Esc")
    assert not page(counter).form.isVisible()
    assert counter.window.pages.currentWidget() is page(counter)


def test_older_movements_are_read_when_they_are_asked_for(counter):
    desk = counter.till.desk
    holder = members.enrol(desk, Enrolment("Many"), staff="asha")
    from app.services.members import adjustments

    for number in range(60):
        adjustments.adjust(desk, holder.card.number, points=100, reason=f"n{number}", staff="asha", key=str(number))
    counter.hand.press("Alt+2")
    counter.hand.scan(holder.card.number)
    counter.hand.press("Ctrl+2")
    assert len(rows(counter)) == 50
    counter.hand.press("F5")
    assert len(rows(counter)) == 60


def test_without_a_member_the_keys_say_what_to_do_first(counter):
    counter.hand.press("Alt+2")
    for key in ("F4", "Ctrl+H", "Ctrl+E", "F8"):
        counter.hand.press(QKeySequence(key).toString())
        assert page(counter).strip.text == "Find a member first: scan a card, or type into the box."


def test_a_tier_by_hand_needs_a_manager_and_stands_with_its_reason(counter):
    open_ravi(counter)
    counter.hand.press("Ctrl+T")
    counter.hand.type("Ten years with us")
    counter.hand.press("Tab")
    counter.hand.type("31/12/2099")
    counter.hand.press("Tab")
    counter.hand.press("Space")
    counter.hand.press("F9")
    approve(counter)
    (made,) = events(counter, "tier")
    (row,) = made["tiers"]
    assert page(counter).strip.text == f"Ravi Sharma is {row['to_tier']} now."
    assert (made["approved_by"], made["until"], row["reason"]) == ("vikram", "2099-12-31", "Ten years with us")
    counter.hand.press("Ctrl+3")
    shown = [cells[1] for cells in rows(counter)]
    assert shown[-3:-1] == ["Gold became Bronze: Ten years with us", "began as Gold"]


@pytest.mark.parametrize("typed", ["31/2/2099", "tomorrow", "1/1"])
def test_a_tier_is_kept_to_a_day_there_is(counter, typed):
    open_ravi(counter)
    counter.hand.press("Ctrl+T")
    counter.hand.type("a guest")
    counter.hand.press("Tab")
    counter.hand.type(typed)
    counter.hand.press("F9")
    assert not counter.window.approval.approving.is_open, "what is refused anyway asks for no PIN"
    assert page(counter).strip.text == "Type the day like 31/3/2027, or nothing. Nothing was changed."
    assert events(counter, "tier") == []


OPEN = Drive("run", "Spend more", by_joining=True, goal=Goal(Measure.SPEND, 500_00, Since.TAKING_PART, 30))
SILVER = Drive("silver", "For Silver", tiers=frozenset({"Silver"}), by_joining=True)
LONG = Drive("long", "L" * 60, by_joining=True)
FOR_ALL = Drive("all", "For everybody")


def with_campaigns(counter, *drives):
    publish(counter.till.desk, replace(current(counter.till.desk), drives=drives), staff="vikram")


def about(counter):
    counter.hand.press("Ctrl+3")
    return [cells[1:] for cells in rows(counter) if cells[0] == "Campaign"]


def test_they_take_part_in_one_of_the_campaigns_that_are_open_to_them(counter):
    with_campaigns(counter, LONG, OPEN, SILVER, FOR_ALL)
    open_ravi(counter)
    assert about(counter) == [
        (f"may take part in “{LONG.title}”", ""),
        ("may take part in “Spend more”", ""),
        ("“For Silver” is not for them", ""),
    ]
    counter.hand.press("Alt+J")
    box = counter.focus
    assert [box.itemText(at) for at in range(box.count())] == [LONG.title, OPEN.title]
    counter.hand.press("Down")
    counter.hand.press("F9")
    assert page(counter).strip.text == "They take part in “Spend more” now."
    assert [(one["drive"], one["staff"]) for one in events(counter, JOINED)] == [("run", "asha")]
    assert about(counter)[1][0] == "takes part in “Spend more”"
    assert about(counter)[1][1] != ""


def test_where_no_campaign_is_open_to_them_that_is_said(counter):
    with_campaigns(counter, SILVER, FOR_ALL)
    open_ravi(counter)
    counter.hand.press("Alt+J")
    assert page(counter).strip.text == "There is no campaign now that they could take part in and do not yet."
    assert events(counter, JOINED) == []
