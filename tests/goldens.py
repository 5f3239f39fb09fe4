"""Goldens: what was once looked at and found right. `pytest --update-goldens` writes them again; then look at them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest
from PIL import Image, ImageChops

FOLDER = Path(__file__).with_name("golden")


def assert_pictured(config: pytest.Config, name: str, picture: Image.Image) -> None:
    """The picture of black dots is the golden's, dot by dot."""
    path = FOLDER / name
    if config.getoption("update_goldens"):
        path.parent.mkdir(parents=True, exist_ok=True)
        picture.save(path, optimize=True)
    with Image.open(path) as golden:
        assert golden.size == picture.size, f"{name}: as large as {picture.size}, the golden is {golden.size}"
        changed = ImageChops.logical_xor(golden.convert("1"), picture).getbbox()
    assert changed is None, f"{name}: not as it was within {changed}; look at it, then --update-goldens"


def assert_said(config: pytest.Config, name: str, text: str) -> None:
    path = FOLDER / name
    if config.getoption("update_goldens"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")


def assert_all_used(folder: str, names: Iterable[str]) -> None:
    """No golden lies about that no test looks at."""
    assert {path.name for path in (FOLDER / folder).iterdir()} == set(names)
