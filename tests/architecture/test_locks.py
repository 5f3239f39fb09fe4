"""The locks: exact, hashed, without addresses, and telling of the same packages as pyproject.toml."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
RUN, SERVE, DEV = "requirements.lock", "requirements-server.lock", "requirements-dev.lock"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def _pins(lock: str) -> dict[str, set[str]]:
    """Each package's versions; more than one where Pythons or systems differ."""
    text = (ROOT / lock).read_text("utf-8").replace("\\\n", "")
    pins: dict[str, set[str]] = {}
    for name, version in re.findall(r"^([a-z0-9-]+)==([^ ;]+)(?=.* --hash)", text, re.M):
        pins.setdefault(name, set()).add(version)
    return pins


def _names(requirements: list[str]) -> set[str]:
    return {re.split(r"[<>=~! ]", requirement)[0].lower() for requirement in requirements}


@pytest.mark.parametrize("lock", [RUN, SERVE, DEV])
def test_every_line_is_hashed_and_without_address(lock: str) -> None:
    text = (ROOT / lock).read_text("utf-8")
    assert len(re.findall(r"^\S+==\S+", text, re.M)) == sum(map(len, _pins(lock).values())) > 0
    assert "://" not in text
    assert "--index" not in text
    assert "--find-links" not in text


def test_the_till_gets_what_the_project_asks_for() -> None:
    assert _names(PROJECT["project"]["dependencies"]) <= _pins(RUN).keys()
    assert _names(PROJECT["dependency-groups"]["dev"]) <= _pins(DEV).keys()


def test_the_server_gets_what_it_asks_for() -> None:
    asked = {name.split("[")[0] for name in _names(PROJECT["project"]["optional-dependencies"]["server"])}
    assert asked <= _pins(SERVE).keys()


def test_makers_run_the_same_versions_as_the_till() -> None:
    assert _pins(RUN).items() <= _pins(SERVE).items() <= _pins(DEV).items()
