"""What the docs name exists: commands, settings, codes, files; and what exists is named."""

import re
import shlex
from dataclasses import MISSING, Field, fields
from pathlib import Path
from typing import Any

import pytest

from app.__main__ import build_parser
from app.devices.camera_faults import CameraTrouble
from app.domain.errors import Code
from app.services.keeping.backups import BackupTrouble
from app.services.keeping.faults import StoreFault
from app.settings import Settings
from printing.printers.faults import Trouble
from sync.line_fault import LineTrouble

ROOT = Path(__file__).parents[2]
PAGES = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").rglob("*.md"))]
TEXT = {page: page.read_text("utf-8") for page in PAGES}
SNIPPET = re.compile(r"^```[a-z]*\n(.*?)^```|`([^`\n]+)`", re.DOTALL | re.MULTILINE)


def _said(pattern: str) -> set[str]:
    """What the pattern finds in the code snippets of every page."""
    snippets = (fence or inline for text in TEXT.values() for fence, inline in SNIPPET.findall(text))
    return {found for snippet in snippets for found in re.findall(pattern, snippet, re.MULTILINE)}


def _targets() -> set[str]:
    return set(re.findall(r"^([a-z-]+):.*## ", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))


def _verbs() -> set[str]:
    return set(re.findall(r"^    ([a-z]+) ", build_parser().format_help(), re.MULTILINE))


def _first_column(page: str, heading: str) -> list[str]:
    section = TEXT[ROOT / "docs" / page].partition(heading)[2].partition("\n## ")[0]
    return re.findall(r"^\| `([^`]+)` \|", section, re.MULTILINE)


def test_commands_of_make() -> None:
    assert _said(r"^(?:\$ )?make ([a-z-]+)") == _targets()


def test_verbs_of_the_program() -> None:
    direct, through_make = _said(r"python -m app ([a-z]+)"), _said(r'make run ARGS="([a-z]+)')
    assert direct | through_make == _verbs()


@pytest.mark.parametrize("line", sorted(_said(r"python -m app ([a-z]+ .*)$") | _said(r'make run ARGS="([^"]+)"')))
def test_options_of_a_verb(line: str, capsys: pytest.CaptureFixture[str]) -> None:
    verb, *words = shlex.split(line.replace("[", " ").replace("]", " "), comments=True)
    with pytest.raises(SystemExit):
        build_parser().parse_args([verb, *([words[0]] if verb == "print" else []), "--help"])
    known = set(re.findall(r"--[a-z-]+", capsys.readouterr().out))
    assert {word for word in words if word.startswith("--")} <= known


def test_settings() -> None:
    assert _first_column("settings.md", "# Settings") == [setting.name for setting in fields(Settings)]


@pytest.mark.parametrize("setting", [s for s in fields(Settings) if s.default is not MISSING], ids=lambda s: s.name)
def test_defaults_of_settings(setting: Field[Any]) -> None:
    shown = f"`{setting.default}`".replace("|", r"\|") if setting.default != "" else "empty"
    assert f"| `{setting.name}` | {shown} |" in TEXT[ROOT / "docs/settings.md"]


def test_codes_of_refusals() -> None:
    assert _first_column("errors.md", "## Refusals") == [code.value for code in Code]


def test_codes_of_faults() -> None:
    codes = [*(fault.code for fault in StoreFault.__subclasses__()), *(trouble.value for trouble in Trouble)]
    assert _first_column("errors.md", "## Faults") == codes


def test_codes_of_faults_of_backups() -> None:
    assert _first_column("errors.md", "## Faults of backups") == [trouble.value for trouble in BackupTrouble]


def test_codes_of_faults_of_the_line() -> None:
    assert _first_column("errors.md", "## Faults of the line") == [trouble.value for trouble in LineTrouble]


def test_codes_of_faults_of_the_camera() -> None:
    assert _first_column("errors.md", "## Faults of the camera") == [trouble.value for trouble in CameraTrouble]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\((?!https?:|#)([^)#\s]+)", TEXT[page])
    assert [link for link in links if not (page.parent / link).exists()] == []


ROOMS = "app|ui|sync|server|printing|tests|bench|setup|docs|resources"
NO_MODULES = {"app.tenant", "server.key", "server.toml", "printing.md"}  # a setting of the database, and files


def _is_there(dotted: str) -> bool:
    """A module or a package, or a name that stands in one."""
    parts = dotted.split(".")
    inside = ROOT if (ROOT / parts[0]).is_dir() else ROOT / "app"
    module, names = inside, parts
    while names and (module / names[0]).is_dir():
        module, names = module / names[0], names[1:]
    if names and (module / f"{names[0]}.py").is_file():
        text, names = (module / f"{names[0]}.py").read_text("utf-8"), names[1:]
        return all(re.search(rf"^\s*(def|class) {name}\b|^{name}\b", text, re.MULTILINE) for name in names)
    return not names


def test_files_and_folders_of_the_tree() -> None:
    named = _said(rf"(?<![\w./-])(?:{ROOMS})/[\w./*-]*\w")
    assert [path for path in sorted(named) if not any((*ROOT.glob(path), *ROOT.glob(f"{path}.py")))] == []


def test_modules_and_what_is_in_them() -> None:
    named = _said(rf"(?<![\w./-])(?:{ROOMS}|services|domain|persistence)(?:\.\w+)+")
    assert [one for one in sorted(named - NO_MODULES) if not _is_there(one)] == []


@pytest.mark.parametrize(("room", "apart"), [("app/services", {"ports"}), ("server", {"migrations"})])
def test_packages_of_a_room(room: str, apart: set[str]) -> None:
    """`apart` is told of elsewhere."""
    section = TEXT[ROOT / "docs" / "architecture.md"].partition(f"| `{room}/…` |")[2].partition("\n\n")[0]
    named = {
        name for cell in re.findall(r"^\| (`[^|]+) \|", section, re.MULTILINE) for name in re.findall(r"\w+", cell)
    }
    assert named == {one.parent.name for one in (ROOT / room).glob("*/*.py")} - apart
