"""What imports cannot show: rules and services call no clock, no dice, no file and no console."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CORE = sorted([*(ROOT / "app/domain").rglob("*.py"), *(ROOT / "app/services").rglob("*.py")])
IMPURE = {"open", "print", "input", "now", "today", "utcnow", "uuid1", "uuid4", "__import__"}


def _impure_calls(source: str) -> list[str]:
    calls = (node.func for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call))
    named = ((function, _name(function)) for function in calls)
    return [f"line {function.lineno}: {name}" for function, name in named if name in IMPURE]


def _name(function: ast.expr) -> str | None:
    """The name called, also when a standard type carries it; a port's method (`desk.clock.now`) is how it should be."""
    match function:
        case ast.Name(id=name):
            return name
        case ast.Attribute(value=ast.Name(id="datetime" | "date" | "uuid" | "builtins"), attr=name):
            return name
        case ast.Attribute(value=ast.Attribute(value=ast.Name(id="datetime")), attr=name):
            return name
    return None


@pytest.mark.parametrize("path", CORE, ids=lambda path: str(path.relative_to(ROOT)))
def test_the_core_is_pure(path: Path) -> None:
    assert _impure_calls(path.read_text("utf-8")) == []


@pytest.mark.parametrize(
    "line", ["datetime.now(UTC)", "datetime.datetime.utcnow()", "date.today()", "uuid.uuid4()", "uuid4()", "open('x')"]
)
def test_a_breach_is_seen(line: str) -> None:
    assert len(_impure_calls(f"when = {line}")) == 1


def test_a_port_may_tell_the_time() -> None:
    assert _impure_calls("when = desk.clock.now()") == []
