"""The settings' file: what a screen changes is kept, and what a person wrote there stays."""

from pathlib import Path

import pytest

from app.settable import SettingsError
from app.settings import FILE_NAME, load
from app.settings_file import keep


def kept(folder: Path):
    return load({"TILLPOINT_DATA_DIR": str(folder)})


def test_a_first_change_makes_the_file(tmp_path):
    keep(tmp_path / "new", {"shop_name": 'आरोग्य "24" \\ Medical', "lock_minutes": 5})
    settings = kept(tmp_path / "new")
    assert (settings.shop_name, settings.lock_minutes) == ('आरोग्य "24" \\ Medical', 5)
    assert [one.name for one in (tmp_path / "new").iterdir()] == [FILE_NAME]


def test_comments_and_other_settings_stay(tmp_path):
    (tmp_path / FILE_NAME).write_text('\ufeff# ours\ncashier = "Ravi"  # mornings\n theme="dark"\n', "utf-8")
    keep(tmp_path, {"theme": "light", "language": "hi"})
    expected = '# ours\ncashier = "Ravi"  # mornings\ntheme = "light"\nlanguage = "hi"\n'
    assert (tmp_path / FILE_NAME).read_text("utf-8") == expected


def test_a_text_over_several_lines_is_no_obstacle(tmp_path):
    text = 'shop_address = """\ntheme = 1\n12 MG Road"""\ntheme = "dark"\n'
    (tmp_path / FILE_NAME).write_text(text, "utf-8")
    keep(tmp_path, {"theme": "light"})
    settings = kept(tmp_path)
    assert (settings.theme, settings.shop_address) == ("light", "theme = 1\n12 MG Road")


@pytest.mark.parametrize("letter", ["\x7f", "\x00", "\n", "\u2028", "|"])
def test_every_letter_comes_back(tmp_path, letter):
    keep(tmp_path, {"receipt_footer": f"a{letter}b"})
    assert kept(tmp_path).receipt_footer == f"a{letter}b"


@pytest.mark.parametrize("changes", [{"theme": "pink"}, {"shop_gstin": "27AAPFU0939F1ZW"}, {"colour": "red"}])
def test_what_cannot_be_leaves_the_file_as_it_was(tmp_path, changes):
    keep(tmp_path, {"theme": "dark"})
    before = (tmp_path / FILE_NAME).read_bytes()
    with pytest.raises(SettingsError):
        keep(tmp_path, changes)
    assert (tmp_path / FILE_NAME).read_bytes() == before


def test_a_file_that_cannot_be_read_is_not_overwritten(tmp_path):
    (tmp_path / FILE_NAME).write_text("theme = dark", "utf-8")
    with pytest.raises(SettingsError):
        keep(tmp_path, {"theme": "dark"})
    assert (tmp_path / FILE_NAME).read_text("utf-8") == "theme = dark"
