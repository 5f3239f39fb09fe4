"""What a replay comes to: figures worked out by hand, the rule of the fifth visit, and a file of real baskets."""

from collections import defaultdict
from pathlib import Path

import pytest

from app.__main__ import main
from app.commands.replay import replay
from app.domain.bill import Bill
from app.replay.ringing import _phone, household_card
from app.settings import Settings
from tests.integration.replay.shops import FIXTURE, ROOT, figures, row, story, written

REAL = ROOT.parent / "shared/data/pharmacy_lines.csv.gz"
RUPEES = 100


def day(number: int) -> str:
    return f"2017-01-{number:02} 10:00:00"


def test_figures_by_hand(tmp_path: Path, settings: Settings, capsys: pytest.CaptureFixture[str]) -> None:
    """Household 7 earns 10 + 30 + 50 + 20 points; its fifth visit may pay half of ₹20 with them, its tenth the rest."""
    first_four = ("VITAMINS", "HAIR CARE PRODUCTS", "DIAPERS & DISPOSABLES", "MAKEUP AND TREATMENT")
    rows = [
        *(row(f"{n}", shelf=shelf, paise=1000 * RUPEES, at=day(n)) for n, shelf in enumerate(first_four, 1)),
        row("5", shelf="VITAMINS", paise=10 * RUPEES, at=day(5)),
        row("5", shelf="HAIR CARE PRODUCTS", paise=10 * RUPEES, at=day(5)),
        *(row(f"{n}", paise=0, quantity=0, at=day(n)) for n in (6, 7, 8, 9)),
        row("10", shelf="VITAMINS", paise=101 * RUPEES + 2, at=day(10)),
        row("11", household="8", shelf="HAIR CARE PRODUCTS", paise=200 * RUPEES, quantity=0, at=day(11)),
    ]
    assert replay(settings, written(tmp_path / "tiny.csv", rows), limit=None, data=None) == 0
    assert figures(capsys.readouterr().out) == {
        "bills": "11",
        "sold": "₹4,321.02",
        "points_earned": "117.2",
        "points_redeemed": "110.2 = ₹11.02",
        "outstanding": "7 points, a liability of ₹0.70",
        "bad": "rows         0",
    }
    bills, entries = story(settings.folder)
    assert [bill.redeemed_points for bill in bills] == [0, 0, 0, 0, 100_00, 0, 0, 0, 0, 10_20, 0]
    assert [bill.earned_points for bill in bills] == [10_00, 30_00, 50_00, 20_00, 20, 0, 0, 0, 0, 1_00, 6_00]
    assert [line.points for line in bills[4].lines] == [5, 15]
    assert [bill.number for bill in bills] == [f"A1/16-17/{n:06}" for n in range(1, 12)]
    assert {bill.card_number for bill in bills} == {household_card("7"), household_card("8")}
    assert len(entries) == 7 + 2  # nothing is posted for a visit that neither earns nor redeems
    assert bills[0].occurred_at.isoformat() == "2017-01-01T04:30:00+00:00"


def most_points(bill: Bill, *, before: int) -> int:
    """The largest redemption, by hand: all there is, else whole points of ten paise up to half the bill."""
    cap = bill.net_minor // 2 // 10 * 100
    return before if before <= cap else cap


def test_every_fifth_visit_of_a_card_pays_the_most_it_may(settings: Settings) -> None:
    assert replay(settings, FIXTURE, limit=None, data=None) == 0
    visits = defaultdict[str | None, list[Bill]](list)
    for bill in story(settings.folder)[0]:
        visits[bill.card_number].append(bill)
    assert sum(len(bills) // 5 for bills in visits.values()) >= 6
    for bills in visits.values():
        before = 0
        for visit, bill in enumerate(bills, 1):
            assert bill.redeemed_points == (most_points(bill, before=before) if visit % 5 == 0 else 0)
            before = bill.balance_after


@pytest.mark.parametrize("file", [FIXTURE, *([REAL] if REAL.exists() else [])], ids=lambda path: path.name)
def test_a_file_of_baskets(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The verb itself: as many bills as asked, into the data file named, whose books hold."""
    monkeypatch.setenv("TILLPOINT_DATA_DIR", str(tmp_path))
    assert main(["replay", str(file), "--limit", "300"]) == 0
    report = figures(capsys.readouterr().out)
    bills, entries = story(tmp_path)
    assert report["bills"] == str(len(bills)) == ("60" if file == FIXTURE else "300")
    assert report["bad"] == "rows         0"
    assert report["outstanding"].split()[0] == f"{sum(entry[3] for entry in entries) / 100:g}"  # type: ignore[misc]


def test_limit_counts_bills_and_the_rest_follows_later(settings: Settings, capsys: pytest.CaptureFixture[str]) -> None:
    assert replay(settings, FIXTURE, limit=7, data=None) == 0
    assert figures(capsys.readouterr().out)["bills"] == "7"
    assert len(story(settings.folder)[0]) == 7
    assert replay(settings, FIXTURE, limit=8, data=None) == 0
    assert figures(capsys.readouterr().out)["bills"] == "8"
    assert len(story(settings.folder)[0]) == 8


def test_households_with_the_same_made_up_phone_have_a_card_each(settings: Settings, tmp_path: Path) -> None:
    met: dict[str, str] = {}
    for number in range(1_000_000):
        twin = met.setdefault(_phone(str(number)), str(number))
        if twin != str(number):
            break
    file = written(tmp_path / "twins.csv", [row("1", household=twin), row("2", household=str(number))])
    assert replay(settings, file, limit=None, data=None) == 0
    cards = [bill.card_number for bill in story(settings.folder)[0]]
    assert cards == [household_card(twin), household_card(str(number))]
    assert cards[0] != cards[1]


def test_an_instant_with_its_own_offset_is_kept(settings: Settings, tmp_path: Path) -> None:
    file = written(tmp_path / "abroad.csv", [row(at="2017-01-01T10:00:00+09:00")])
    assert replay(settings, file, limit=None, data=None) == 0
    assert story(settings.folder)[0][0].occurred_at.isoformat() == "2017-01-01T01:00:00+00:00"
