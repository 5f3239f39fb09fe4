"""Settings: what each may be, where it comes from, and the one sentence that refuses it."""

from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest

from app.settable import SettingsError
from app.settings import Settings, in_training, load

GSTIN = "27AAPFU0939F1ZV"


def with_file(folder: Path, text: str | bytes) -> dict[str, str]:
    """An environment whose data folder holds that settings file."""
    content = text.encode() if isinstance(text, str) else text
    (folder / "tillpoint.toml").write_bytes(content)
    return {"TILLPOINT_DATA_DIR": str(folder)}


def sentence(environment: dict[str, str]) -> str:
    with pytest.raises(SettingsError) as refused:
        load(environment)
    said = str(refused.value)
    assert said.endswith(".")
    assert "\n" not in said
    return said


def test_without_anything_they_are_the_defaults(tmp_path: Path) -> None:
    folder = str(tmp_path)
    assert load({"TILLPOINT_DATA_DIR": folder, "HOME": "/nowhere", "PATH": "/bin"}) == Settings(data_dir=folder)


def test_the_environment_comes_before_the_file_and_the_file_before_the_default(tmp_path: Path) -> None:
    environment = with_file(tmp_path, 'shop_name = "From the file"\ncashier = "Asha"\nyear_starts_in_month = 1\n')
    settings = load({**environment, "TILLPOINT_SHOP_NAME": "From outside"})
    expected = Settings(data_dir=str(tmp_path), shop_name="From outside", cashier="Asha", year_starts_in_month=1)
    assert settings == expected
    assert settings.theme == "light"


def test_a_file_may_start_with_a_mark_and_speak_any_language(tmp_path: Path) -> None:
    environment = with_file(tmp_path, '\ufeffshop_name = "श्री मेडिकल"\r\n')
    assert load(environment).shop_name == "श्री मेडिकल"


ALLOWED: list[tuple[str, Any]] = [
    ("shop_name", ""),
    ("shop_name", "x" * 200),
    ("shop_gstin", ""),
    ("shop_gstin", GSTIN),
    ("time_zone", "Asia/Kolkata"),
    ("time_zone", "Europe/Berlin"),
    ("counter_code", "A"),
    ("counter_code", "Z09"),
    ("counter_code", "T1"),
    ("year_starts_in_month", 1),
    ("year_starts_in_month", 12),
    ("theme", "light"),
    ("theme", "dark"),
    ("language", "en"),
    ("language", "hi"),
]

REFUSED: list[tuple[str, Any]] = [
    *((one.name, "x" * 201) for one in fields(Settings) if one.metadata["bounds"] == "up to 200 letters"),
    ("data_dir", ""),
    ("data_dir", "  "),
    ("data_dir", "~nobody-of-that-name/shop"),
    ("data_dir", "x" * 1001),
    ("shop_gstin", GSTIN[:-1] + "A"),
    ("shop_gstin", "27"),
    ("time_zone", "Asia/Poona"),
    ("time_zone", ""),
    ("time_zone", "../etc/passwd"),
    ("counter_code", ""),
    ("counter_code", "A123"),
    ("counter_code", "a1"),
    ("counter_code", "T"),
    ("counter_code", "A/1"),
    ("counter_code", "A1\n"),
    ("year_starts_in_month", 0),
    ("year_starts_in_month", 13),
    ("year_starts_in_month", -4),
    ("theme", "Light"),
    ("theme", "solarized"),
    ("language", "hi_IN"),
    ("language", "tlh"),
]

OF_ANOTHER_KIND = [
    ("shop_name", "5"),
    ("shop_name", "true"),
    ("shop_name", "['a']"),
    ("shop_name", "2026-01-01"),
    ("time_zone", "['Asia/Kolkata']"),
    ("shop_gstin", "27"),
    ("theme", "{ dark = true }"),
    ("year_starts_in_month", "true"),
    ("year_starts_in_month", "4.0"),
    ("year_starts_in_month", "inf"),
    ("year_starts_in_month", "'four'"),
]

NO_NUMBERS = ["", "four", "4.0", " 4", "+4", "-4", "٤", "1e0", "0x4", "9" * 5000]


def written(value: Any) -> str:
    return str(value) if isinstance(value, int) else '"{}"'.format(value.replace("\n", "\\n"))


@pytest.mark.parametrize(("name", "value"), ALLOWED)
def test_what_is_within_its_bounds(name: str, value: Any, tmp_path: Path) -> None:
    elsewhere = {"TILLPOINT_DATA_DIR": str(tmp_path), f"TILLPOINT_{name.upper()}": str(value)}
    assert load(elsewhere) == replace(Settings(data_dir=str(tmp_path)), **{name: value})
    in_file = with_file(tmp_path, f"{name} = {written(value)}")
    assert load(in_file) == replace(Settings(data_dir=str(tmp_path)), **{name: value})


@pytest.mark.parametrize(("name", "value"), REFUSED)
def test_what_is_not_is_refused_by_name_with_what_it_may_be(name: str, value: Any, tmp_path: Path) -> None:
    elsewhere = {"TILLPOINT_DATA_DIR": str(tmp_path), f"TILLPOINT_{name.upper()}": str(value)}
    bounds = next(one.metadata["bounds"] for one in fields(Settings) if one.name == name)
    shown = repr(str(value)[:60])
    assert sentence(elsewhere) == f"Setting {name} cannot be {shown}: it is {bounds}."
    in_file = with_file(tmp_path, f"{name} = {written(value)}")
    if name != "data_dir":  # where the file lies has been decided by then
        assert sentence(in_file) == f"Setting {name} cannot be {shown}: it is {bounds}."


@pytest.mark.parametrize(("name", "value"), OF_ANOTHER_KIND)
def test_a_value_of_another_kind_is_refused(name: str, value: str, tmp_path: Path) -> None:
    assert f"Setting {name} cannot be " in sentence(with_file(tmp_path, f"{name} = {value}"))


@pytest.mark.parametrize("text", NO_NUMBERS)
def test_numbers_from_the_environment_are_plain_ones(text: str, tmp_path: Path) -> None:
    outside = {"TILLPOINT_DATA_DIR": str(tmp_path), "TILLPOINT_YEAR_STARTS_IN_MONTH": text}
    assert sentence(outside) == f"Setting year_starts_in_month cannot be {text[:60]!r}: it is 1 to 12."
    assert load({**outside, "TILLPOINT_YEAR_STARTS_IN_MONTH": "07"}).year_starts_in_month == 7


@pytest.mark.parametrize("name", ["shopname", "Shop_Name", "colour"])
def test_an_unknown_setting_is_not_passed_over(name: str, tmp_path: Path) -> None:
    expected = f"There is no setting called {name!r}. See docs/settings.md for the ones there are."
    assert sentence(with_file(tmp_path, f'{name} = "x"')) == expected
    (tmp_path / "tillpoint.toml").unlink()
    outside = {"TILLPOINT_DATA_DIR": str(tmp_path), "TILLPOINT_COLOUR": "x"}
    assert sentence(outside) == expected.replace(name, "colour")


MALFORMED = {
    "no value": "shop_name =",
    "twice": 'theme = "light"\ntheme = "dark"',
    "not text": b'shop_name = "\xff\xfe"',
    "another encoding": 'theme = "dark"'.encode("utf-16"),
    "a picture": b"\x89PNG\r\n\x1a\n\x00\x00",
    "endlessly deep": "shop_name = " + "[" * 5000,
    "an endless number": "year_starts_in_month = " + "9" * 5000,
}


@pytest.mark.parametrize("text", MALFORMED.values(), ids=MALFORMED.keys())
def test_a_file_that_is_no_settings(text: str | bytes, tmp_path: Path) -> None:
    said = sentence(with_file(tmp_path, text))
    assert said.startswith(f"{tmp_path / 'tillpoint.toml'} cannot be read as settings: ")
    assert said.endswith(" Mend or remove the file.")


def test_a_folder_in_the_files_place(tmp_path: Path) -> None:
    (tmp_path / "tillpoint.toml").mkdir()
    assert "cannot be read as settings: " in sentence({"TILLPOINT_DATA_DIR": str(tmp_path)})


def test_where_things_lie(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    settings = load({"TILLPOINT_DATA_DIR": "~/shop"})
    assert settings.data_file == tmp_path / "shop" / "till.db"
    assert settings.receipts_folder == tmp_path / "shop" / "receipts"
    assert settings.zone.key == "Asia/Kolkata"


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"XDG_DATA_HOME": "/data"}, "/data/tillpoint"),
        ({"LOCALAPPDATA": "/local"}, "/local/tillpoint"),
        ({"HOME": "/home/asha"}, "/home/asha/.local/share/tillpoint"),
    ],
)
def test_the_data_folder_of_this_computer(
    given: dict[str, str], expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("XDG_DATA_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    for name, value in given.items():
        monkeypatch.setenv(name, value)
    assert Settings().folder == Path(expected)


def test_the_file_in_the_usual_folder_may_name_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    (tmp_path / "tillpoint").mkdir()
    with_file(tmp_path / "tillpoint", 'data_dir = "/mnt/shop"')
    assert load({}).data_file == Path("/mnt/shop/till.db")
    with_file(tmp_path / "tillpoint", 'data_dir = "a\\u0000b"')
    assert sentence({}) == "Setting data_dir cannot be 'a\\x00b': it is a folder."


def test_training_is_of_the_same_shop_with_files_and_numbers_of_its_own(tmp_path: Path) -> None:
    given = Settings(
        data_dir=str(tmp_path), shop_name="Shree", upi_address="shop@bank", receipt_why_url="https://a.in/"
    )
    chosen = in_training(given)
    assert (given.is_training, chosen.is_training) == (False, True)
    assert (chosen.shop_name, chosen.counter_code, chosen.upi_address, chosen.receipt_why_url) == ("Shree", "T", "", "")
    assert (chosen.folder, chosen.data_file) == (tmp_path / "training", tmp_path / "training/till.db")
    assert chosen.receipts_folder == tmp_path / "training/receipts"
    assert chosen.cards_folder == given.cards_folder, "the shop's own templates"
