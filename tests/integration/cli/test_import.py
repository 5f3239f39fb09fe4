"""import from the command line: what is fine is in, what is not is named and mended, and twice is once."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from app.bootstrap import open_till
from app.domain.codes import card_number
from app.services.members.listing import members_listed
from app.settings import Settings
from tests.integration.cli.conftest import Run

HEAD = "Customer name,Mobile,Card number,Points,Tier,E-mail,Birthday"
ROWS, BAD = 1_240, 17
CARD, OTHER = card_number("7000999900"), card_number("7000999911")


def good(n: int) -> str:
    """A row of the list; every ninth has points, every fifth a tier."""
    points, tier = '"1,250.50"' if n % 9 == 0 else "", "silver" if n % 5 == 0 else ""
    return f"Member {n},98{n:08},,{points},{tier},m{n}@example.in,{1 + n % 28}/{1 + n % 12}/1980"


# What is wrong at these rows of the file, and how the row is mended.
WRONG = {
    3: ("no name", ",9700000001,,,,,", "Asha,9700000001,,,,,"),
    57: ("no phone", "Asha,,,,,,", "Asha,9700000002,,,,,"),
    101: ("wrong phone", "Asha,97000,,,,,", "Asha,9700000003,,,,,"),
    102: ("wrong phone", "Asha,9.7E+09,,,,,", "Asha,9700000004,,,,,"),
    103: ("duplicate phone", "Somebody else,98 0000 0005,,,,,", "Somebody else,9700000005,,,,,"),
    104: ("another member's phone", "Somebody else,9822000001,,,,,", "Somebody else,9700000006,,,,,"),
    300: ("wrong card", "Asha,9700000007,700099990099,,,,", f"Asha,9700000007,{OTHER},,,,"),
    301: ("duplicate card", f"Asha,9700000008,{CARD},,,,", "Asha,9700000008,,,,,"),
    555: ("unknown tier", "Asha,9700000009,,,Diamond,,", "Asha,9700000009,,,GOLD,,"),
    556: ("wrong points", "Asha,9700000010,,-50,,,", "Asha,9700000010,,50,,,"),
    557: ("wrong points", 'Asha,9700000011,,"1.250,5",,,', "Asha,9700000011,,1250.5,,,"),
    558: ("wrong birthday", "Asha,9700000012,,,,,31/02/1990", "Asha,9700000012,,,,,28/02/1990"),
    559: ("wrong e-mail", "Asha,9700000013,,,,asha,", "Asha,9700000013,,,,asha@example.in,"),
    900: ("more cells than columns", "Asha,9700000014,,1,250,,,", 'Asha,9700000014,,"1,250",,,'),
    901: ("stray quote", '"Asha,9700000015,,,,,', "Asha,9700000015,,,,,"),
    902: ("stray quote", 'Asha,9700000016,"5,,,', "Asha,9700000016,,5,,,"),
    1241: ("name too long", f"{'n' * 121},9700000017,,,,,", "Asha,9700000017,,,,,"),
}
assert len(WRONG) == BAD


def lines() -> list[str]:
    """The whole list, its head first: line 2 has a card of its own."""
    told = [HEAD, *(WRONG[at][1] if at in WRONG else good(at) for at in range(2, ROWS + 2))]
    told[1] = f"Member 2,9800000002,{CARD[:4]} {CARD[4:8]} {CARD[8:]},,,,"
    return told


@pytest.fixture
def counter(run: Run, tmp_path: Path) -> Run:
    """A shop at which one member was enrolled by hand."""
    first = tmp_path / "first.csv"
    first.write_text("name,phone\nTara,9822000001\n")
    assert run("import", "members", first).status == 0
    return run


def listed(folder: Path) -> dict[str, tuple[str, int, str]]:
    with open_till(Settings(data_dir=str(folder))) as till:
        return {one.phone: (one.name, one.points, one.tier) for one in members_listed(till.desk) if one.phone}


def mend(rest: Path) -> None:
    """As somebody does in a spreadsheet: the row put right, what was said of it left where it is."""
    with rest.open(encoding="utf-8-sig", newline="") as file:
        head, *rows = csv.reader(file)
    mended = [next(csv.reader([WRONG[at][2]])) for at in sorted(WRONG)]
    wide = len(head) - len(mended[0]) - 1
    both = zip(mended, rows, strict=True)
    with rest.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([head, *([*cells, *[""] * wide, row[-1]] for cells, row in both)])


def figures(out: str) -> dict[str, str]:
    return {line[:17].strip(): line[17:] for line in out.splitlines() if line[:17].strip() != line.strip()}


def test_seventeen_rows_of_a_list_are_named_and_mended_and_nobody_comes_twice(
    counter: Run, folder: Path, tmp_path: Path
) -> None:
    before, file = listed(folder), tmp_path / "list.csv"
    file.write_text("\n".join(lines()) + "\n", "utf-8")

    tried = counter("import", "members", file, "--dry-run")
    assert (tried.status, tried.err) == (1, "")
    assert tried.out.startswith(
        "1,223 rows fine, 17 have problems (wrong phone 2, wrong points 2, stray quote 2, no name 1"
    )
    named = [f"row {at}: {WRONG[at][0]}" for at in sorted(WRONG)]
    assert tried.out.splitlines()[1:] == ["Nothing was imported: this was a dry run.", *named]
    assert listed(folder) == before

    done = counter("import", "members", file)
    rest = tmp_path / "list-problems.csv"
    assert done.status == 1
    assert [line for line in done.out.splitlines() if line.startswith("row ")] == named
    told = figures(done.out)
    assert (told["new members"], told["here before"], told["the rest"]) == ("1,223", "0", str(rest))
    known = listed(folder)
    assert len(known) == len(before) + ROWS - BAD
    assert sum(points for _, points, _ in known.values()) == sum(
        1250_50 for at in range(3, ROWS + 2) if at % 9 == 0 and at not in WRONG
    ) + sum(points for _, points, _ in before.values())

    again = counter("import", "members", file)
    assert figures(again.out)["new members"] == "0"
    assert figures(again.out)["here before"] == "1,223"
    assert listed(folder) == known

    mend(rest)
    mended = counter("import", "members", rest)
    assert (mended.status, mended.out.splitlines()[:3]) == (
        0,
        ["17 rows fine.", "new members      17", "here before      0"],
    )
    assert len(listed(folder)) == len(known) + BAD
    assert listed(folder)["+919700000014"] == ("Asha", 1250_00, "Bronze")
    assert listed(folder)["+919700000009"][2] == "Gold"

    whole = listed(folder)
    for one in (file, rest):
        counter("import", "members", one)
    assert listed(folder) == whole
    assert (tmp_path / "list-problems-2.csv").exists(), "what was mended is not written over"
    assert rest.read_text("utf-8").startswith(HEAD)


@pytest.mark.parametrize(
    ("encoding", "comma"), [("utf-16", "\t"), ("utf-16-le-bom", ";"), ("utf-8-sig", ";"), ("utf-8", ",")]
)
def test_whatever_program_wrote_the_list(run: Run, folder: Path, tmp_path: Path, encoding: str, comma: str) -> None:
    text = comma.join(["name", "phone", "points"]) + "\r\n" + comma.join(["मीना", "9811111111", '"1,250"']) + "\r\n"
    data = b"\xff\xfe" + text.encode("utf-16-le") if encoding.endswith("bom") else text.encode(encoding)
    (tmp_path / "list.csv").write_bytes(data)
    assert run("import", "members", tmp_path / "list.csv").status == 0
    assert listed(folder)["+919811111111"] == ("मीना", 1250_00, "Bronze")


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
@pytest.mark.usefixtures("shop")
def test_what_one_counter_exports_another_takes_in(
    run: Run, folder: Path, tmp_path: Path, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / f"members.{kind}"
    run("export", "members", "--out", file)
    monkeypatch.setenv("TILLPOINT_DATA_DIR", str(tmp_path / "other"))
    # The other begins with the example's members too: their points moved there, and one has no card.
    answer = run("import", "members", file)
    assert (answer.status, figures(answer.out)["new members"]) == (1, "0")
    assert answer.out.splitlines()[0].endswith("6 have problems (has points already 5, no active card 1).")
    assert listed(tmp_path / "other") == listed(folder)


def test_a_file_that_is_no_list_changes_nothing(run: Run, folder: Path, tmp_path: Path) -> None:
    before = listed(folder)
    (tmp_path / "list.csv").write_text("code,mrp\n1,2\n")
    answer = run("import", "members", tmp_path / "list.csv")
    assert (answer.status, answer.out) == (2, "")
    assert answer.err.startswith("The first row has no column called 'name' or 'phone'. Nothing was imported;")
    assert listed(folder) == before


PRODUCTS = """EAN,Name,Category,MRP,Batch No
8901030875021,Soap,General,40,B1
8901030875038,Tea,General,1,250
8901030875045,"Rusk,General,20,
8901030875052,Brush 2",general,25,
8901030875021,Soap,General,40,B1
"""


def test_rows_of_products_are_named_and_mended_too(run: Run, tmp_path: Path) -> None:
    file, rest = tmp_path / "list.csv", tmp_path / "list-problems.csv"
    file.write_text(PRODUCTS.replace("1,250", "1,250,B2"))
    answer = run("import", "products", file)
    assert answer.out.splitlines() == [
        "2 rows fine, 3 have problems (more cells than columns 1, stray quote 1, duplicate 1).",
        "products         2",
        "row 3: more cells than columns",
        "row 4: stray quote",
        "row 6: duplicate",
        f"the rest         {rest}",
    ]
    unmended = run("import", "products", rest)
    assert unmended.out.splitlines()[2:4] == ["row 2: more cells than columns", "row 3: stray quote"]
    assert (tmp_path / "list-problems-problems.csv").read_text("utf-8-sig").count("Problem") == 1
