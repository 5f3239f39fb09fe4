"""Refusals name no keys: the server says them too, to programs and to people who have no counter before them."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.key_names import key_in

ROOT = Path(__file__).parents[2]
SAID = sorted(path for room in ("app/domain", "app/services", "server") for path in (ROOT / room).rglob("*.py"))
AT_ITS_TERMINAL = ROOT / "server/__main__.py"


def _texts(source: str) -> Iterator[str]:
    """Every text of a module but what explains it."""
    tree = ast.parse(source)
    explains = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in explains:
            yield node.value


@pytest.mark.parametrize(
    "path", [one for one in SAID if one != AT_ITS_TERMINAL], ids=lambda one: str(one.relative_to(ROOT))
)
def test_no_text_names_a_key(path: Path) -> None:
    assert [text for text in _texts(path.read_text("utf-8")) if key_in(text)] == []


@pytest.mark.parametrize("text", ["or press F6 to register it", "open one with F7", "Esc goes back", "Ctrl+P prints"])
def test_a_key_is_seen(text: str) -> None:
    assert key_in(text) is not None
