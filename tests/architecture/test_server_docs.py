"""What the docs say of the server is so: its settings, its verbs, the problems it tells."""

import argparse
import ast
import re
from dataclasses import MISSING, Field, fields
from pathlib import Path
from typing import Any

import pytest

from app.services.keeping.checking import ReviewKind
from server.__main__ import build_parser
from server.auth.scopes import OF_COUNTER, OF_ROLE, OF_SYSTEM, SCOPES, Role
from server.intake import deciding
from server.main import create_app
from server.settings import ServerSettings
from server.web.gauges import Gauges
from server.web.metrics import Metrics

ROOT = Path(__file__).parents[2]
SETTINGS = (ROOT / "docs/server-settings.md").read_text("utf-8")
IDENTITY = (ROOT / "docs/identity.md").read_text("utf-8")
PROBLEMS = (ROOT / "docs/server-errors.md").read_text("utf-8")
DEVELOPMENT = (ROOT / "docs/development.md").read_text("utf-8")
OPERATIONS = (ROOT / "docs/operations.md").read_text("utf-8")
PAGES = sorted([ROOT / "README.md", *(ROOT / "docs").rglob("*.md")])
ROUTES = {(method.upper(), path) for path, methods in create_app().openapi()["paths"].items() for method in methods}


def _row(setting: Field[Any]) -> str:
    default = setting.default
    shown = "empty" if default == "" else f"`{str(default).lower() if isinstance(default, bool) else default}`"
    return f"| `{setting.name}` | {shown} | {setting.metadata['help']} | {setting.metadata['bounds']} |"


def _verbs() -> set[str]:
    (choices,) = (
        action.choices for action in build_parser()._actions if isinstance(action, argparse._SubParsersAction)
    )
    return set(choices)


def test_every_setting_is_listed_in_order() -> None:
    assert re.findall(r"^\| `([a-z_]+)` \|", SETTINGS, re.MULTILINE) == [one.name for one in fields(ServerSettings)]


@pytest.mark.parametrize(
    "setting", [s for s in fields(ServerSettings) if s.default is not MISSING], ids=lambda s: s.name
)
def test_the_row_of_a_setting(setting: Field[Any]) -> None:
    assert _row(setting) in SETTINGS


def test_verbs_of_the_server() -> None:
    assert set(re.findall(r"`python -m server ([a-z-]+)", DEVELOPMENT)) == _verbs()


def test_rights_of_roles_and_kinds() -> None:
    """The table of docs/identity.md, cell by cell."""
    rows = re.findall(r"^\| `([a-z:]+)` \| (.+) \|$", IDENTITY, re.MULTILINE)
    told = {scope: [cell.strip() for cell in cells.split("|")] for scope, cells in rows}
    holders = [*(OF_ROLE[role] for role in Role), OF_COUNTER, OF_SYSTEM]
    marks = ["✓"] * 5 + ["may"]
    assert told == {
        scope: [said, *(mark if scope in held else "" for mark, held in zip(marks, holders, strict=True))]
        for scope, said in SCOPES.items()
    }


MAKERS = {"Problem", "refused", "_bad", "_not_signed_in"}
LISTED = {"problems.py", "pairings.py"}  # where codes stand in a table


def _codes_in(source: Path) -> set[str]:
    """Codes given to a problem."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(source.read_text("utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in MAKERS:
            given = [str(one.value) for one in node.args[:2] if isinstance(one, ast.Constant)]
            found |= {value for value in given if re.fullmatch(r"[A-Z-]+", value)}
        elif isinstance(node, ast.Constant) and source.name in LISTED:
            found |= set(re.findall(r"^[A-Z]+(?:-[A-Z]+)+$", str(node.value)))
    return found


def test_codes_of_problems() -> None:
    told = re.findall(r"^\| `([A-Z-]+)` \| [0-9, ]+ \|", PROBLEMS, re.MULTILINE)
    assert told == sorted(told, key=lambda code: code.replace("-", " "))
    assert set(told) == set().union(*map(_codes_in, (ROOT / "server").rglob("*.py")))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_addresses_are_there(page: Path) -> None:
    """A method and a path, as `GET /healthz`; what is asked for after `?` is not looked at."""
    told = set(re.findall(r"`(GET|POST|PUT|PATCH|DELETE) (/[a-z][^`? ]*)", page.read_text("utf-8")))
    assert {(method, path.split("?")[0]) for method, path in told} <= ROUTES


def test_addresses_of_examples_are_there() -> None:
    """What curl is told to ask for in docs/operations.md."""
    patterns = [re.compile(re.sub(r"\{[^}]+\}", "[^/]+", path) + "$") for _, path in ROUTES]
    asked = re.findall(r'curl -s "\$SERVER(/[^"?]+)', OPERATIONS)
    assert asked
    assert [path for path in asked if not any(pattern.match(path) for pattern in patterns)] == []


def test_verbs_of_operations() -> None:
    table = re.findall(r"^\| `python -m server ([a-z-]+)", OPERATIONS, re.MULTILINE)
    assert set(table) == _verbs()


def test_reviews_are_explained() -> None:
    section = OPERATIONS.partition("## Reviews")[2].partition("\n## ")[0]
    kinds, _, choices = section.partition("### What follows")
    assert set(re.findall(r"^\| `([A-Z_]+)` \|", kinds, re.MULTILINE)) == {*ReviewKind}
    told = {
        (kind, choice)
        for choice, of in re.findall(r"^\| `([A-Z_]+)` \| ([^|]+) \|", choices, re.MULTILINE)
        for kind in re.findall(r"`([A-Z_]+)`", of)
    }
    assert told == {pair for pair in deciding.ACTS if pair[1] != deciding.REPLAY}


def test_alarms_are_explained() -> None:
    raised = set(re.findall(r'Alarm\("([A-Z]+)"', (ROOT / "server/alarms.py").read_text("utf-8")))
    section = OPERATIONS.partition("| alarm |")[2].partition("\n\n")[0]
    assert set(re.findall(r"^\| `([A-Z]+)` \|", section, re.MULTILINE)) == raised


def test_metrics_are_listed() -> None:
    families = [*Metrics().registry.collect(), *Gauges.describe()]
    counted = {f"{one.name}_total" if one.type == "counter" else one.name for one in families}
    section = OPERATIONS.partition("| metric |")[2].partition("\n\n")[0]
    assert set(re.findall(r"^\| `([a-z_]+)` \|", section, re.MULTILINE)) == counted
