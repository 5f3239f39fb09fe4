"""Catalogues of the screens' words: gathers the texts of the code into Qt Linguist's .ts files and makes the .qm files.

`python setup/words.py` keeps every translation there is, adds what is new as unfinished and drops what is gone.
"""

from __future__ import annotations

import ast
import itertools
import json
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from ui.sentences import split  # noqa: E402 - found once the folder above is looked into

CATALOGUES = ROOT / "resources" / "i18n"
CODES = ("hi",)
FORMS = {"hi": 2}  # how many forms a count has in a language, as Qt tells them apart
SCREENS, SENTENCES = "counter", "sentences"
# Where sentences are made that the screens only pass on: the calls they are made in, with the argument that is read,
# and the constants they stand in.
HOUSE = ("app/domain", "app/services", "app/persistence", "app/devices", "app/feeds", "app/sheets.py")
ROOMS = (*HOUSE, "printing", "sync")
MAKERS = {"invalid": 0, "DomainError": 1, "Reason": 0, "_duplicate": 0, "SheetUnreadable": 0, "ListUnreadable": 0,
    "OwnWord": 0, "Heading": 0, "wrong": 0, "_refused": 1}  # fmt: skip
CONSTANTS = {
    "sentence", "_SAID", "_SENTENCES", "_EXPECTED", "STILL", "UNREADABLE", "KEY_IN_FILE", "TAIL_LOST", "_SAVED",
    "_FOLLOWS", "_PAPERS", "_UNREAD", "_AGAIN", "SHUT_OUT", "FORKED", "TOO_OLD", "TOO_LARGE", "FORGED", "OF_OURS",
}  # fmt: skip
# Functions whose answers are sentences.
SAYERS = {"problem_of", "_address_problem", "came_of_test", "_left_out", "_receipt_follows", "_paper_follows", "_left",
    "_kept", "_put_back", "_entered_again", "_on_hold"}  # fmt: skip
# What stands inside the arithmetic of an explanation.
INSIDE = ("{1} = {2} ({3} of it paid by points)", "{1} (tier) = {2}", "{1} (tier)")
ALTERNATIVES_MAX = 4


@dataclass(frozen=True, order=True)
class Text:
    """A text of the code; `one` is its form for a single thing where it counts."""

    context: str
    source: str
    one: str = ""
    places: tuple[str, ...] = field(default=(), compare=False)


def texts() -> dict[Text, list[str]]:
    """Every text of the code with the files it stands in."""
    found: dict[Text, list[str]] = {}
    for folder, read in [("ui", screen_texts), *((room, sentences) for room in ("ui", *ROOMS))]:
        for file in _modules(ROOT / folder):
            for text in read(ast.parse(file.read_text("utf-8"))):
                places = found.setdefault(text, [])
                if (place := file.relative_to(ROOT).as_posix()) not in places:
                    places.append(place)
    found |= {Text(SENTENCES, one): ["app/domain/explain.py"] for one in INSIDE}
    return dict(sorted(found.items()))


def _modules(place: Path) -> list[Path]:
    return [place] if place.is_file() else sorted(place.rglob("*.py"))


def screen_texts(tree: ast.AST) -> Iterator[Text]:
    """What is said with `tr`, `tr_n`, `later` and `later_n`, and the words of an `Action`."""
    for call in _calls(tree):
        match _name(call), [_text(arg) for arg in call.args]:
            case (("tr" | "later"), [text, *_]) if text:
                yield Text(SCREENS, text)
            case (("tr_n" | "later_n"), [one, many, *_]) if one and many:
                yield Text(SCREENS, many, one=one)
            case "Action", [_, text, explained, *_]:
                yield from (Text(SCREENS, one) for one in (text, explained) if one)


def sentences(tree: ast.AST) -> Iterator[Text]:
    """What refusals, reasons and faults say, sentence by sentence; what an f-string puts in is {1}, {2} and so on."""
    module = Module(tree)
    for source in _spoken(tree):
        for text in module.texts(source):
            yield from (Text(SENTENCES, _counted(one)) for one in split(text) if _has_words(one))


def _spoken(tree: ast.AST) -> Iterator[ast.expr]:
    """The expressions of a module that come to a sentence."""
    for node in ast.walk(tree):
        match node:
            case ast.Call(args=args) if len(args) > (place := MAKERS.get(_name(node), len(args))):
                yield args[place]
            case ast.Assign(targets=[ast.Name(id=name)], value=value) if name in CONSTANTS:
                yield value
            case ast.FunctionDef(name=name) if name in SAYERS:
                yield from _answers(node)


def _counted(text: str) -> str:
    """Its holes counted from one, whatever stood before this sentence."""
    numbers = itertools.count(1)
    return re.sub(r"\{[0-9]+\}", lambda _: f"{{{next(numbers)}}}", text)


def _has_words(text: str) -> bool:
    return re.search(r"[a-z]{3}", re.sub(r"\{\w+\}", "", text)) is not None


class Module:
    """Follows the names of one module to the texts behind them."""

    def __init__(self, tree: ast.AST) -> None:
        self._values: dict[str, list[ast.expr]] = {}
        for node in ast.walk(tree):
            match node:
                case ast.Assign(targets=[ast.Name(id=name)], value=value):
                    self._values.setdefault(name, []).append(value)
                case ast.AnnAssign(target=ast.Name(id=name), value=ast.expr() as value):
                    self._values.setdefault(name, []).append(value)
                case ast.FunctionDef(name=name):
                    self._values.setdefault(name, []).extend(_answers(node))

    def texts(self, node: ast.expr, depth: int = 3) -> list[str]:
        """The texts an expression can come to, as far as they stand in this module."""
        match node:
            case ast.Constant(value=str(text)):
                return [text]
            case ast.JoinedStr(values=parts):
                return self._joined(parts, depth)
            case ast.IfExp(body=body, orelse=otherwise):
                return [*self.texts(body, depth), *self.texts(otherwise, depth)]
            case ast.Dict(values=nodes) | ast.Tuple(elts=nodes):
                return [text for one in nodes for text in self.texts(one, depth)]
            case ast.Subscript(value=ast.Name(id=name)) | ast.Call(func=ast.Name(id=name)) | ast.Name(id=name) if depth:
                return [text for one in self._values.get(name, []) for text in self.texts(one, depth - 1)]
        return []

    def _joined(self, parts: list[ast.expr], depth: int) -> list[str]:
        """Every reading of an f-string: a part that is one of a few texts is written out, any other is a hole."""
        readings = [("", 0)]
        for part in parts:
            choices = self.texts(part.value, depth - 1) if isinstance(part, ast.FormattedValue) and depth else []
            if isinstance(part, ast.Constant):
                choices = [str(part.value)]
            if choices and len(choices) <= ALTERNATIVES_MAX and not any("{" in one for one in choices):
                readings = [(text + choice, holes) for text, holes in readings for choice in choices]
            else:
                readings = [(f"{text}{{{holes + 1}}}", holes + 1) for text, holes in readings]
        return [text for text, _ in readings]


def _answers(function: ast.FunctionDef) -> list[ast.expr]:
    return [node.value for node in ast.walk(function) if isinstance(node, ast.Return) and node.value]


def _calls(tree: ast.AST) -> Iterator[ast.Call]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call))


def _name(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else ""


def _text(node: ast.expr) -> str:
    """Empty when it is not a text that stands there."""
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def translations(code: str) -> dict[tuple[str, str], list[str]]:
    """By context and source: the translation, or its forms; empty texts are missing ones."""
    file = CATALOGUES / f"tillpoint_{code}.ts"
    if not file.exists():
        return {}
    kept = {}
    for context in ET.parse(file).getroot().iter("context"):
        for message in context.iter("message"):
            said = message.find("translation")
            assert said is not None
            forms = [form.text or "" for form in said.iter("numerusform")]
            kept[context.findtext("name", ""), message.findtext("source", "")] = forms or [said.text or ""]
    return kept


def document(code: str, wanted: dict[Text, list[str]], kept: dict[tuple[str, str], list[str]]) -> str:
    root = ET.Element("TS", version="2.1", language=f"{code}_IN", sourcelanguage="en_IN")
    for name in (SCREENS, SENTENCES):
        context = ET.SubElement(root, "context")
        ET.SubElement(context, "name").text = name
        for text, places in wanted.items():
            if text.context == name:
                _message(context, text, places, kept.get((name, text.source), []), FORMS[code])
    ET.indent(root, " ")
    return f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{ET.tostring(root, "unicode")}\n'


def _message(context: ET.Element, text: Text, places: list[str], said: list[str], forms: int) -> None:
    message = ET.SubElement(context, "message", {"numerus": "yes"} if text.one else {})
    for place in places:
        ET.SubElement(message, "location", filename=f"../../{place}")
    ET.SubElement(message, "source").text = text.source
    if text.one:
        ET.SubElement(message, "extracomment").text = f"One: {text.one}"
    wanted = forms if text.one else 1
    said = (said + [""] * wanted)[:wanted]
    translation = ET.SubElement(message, "translation", {} if all(said) else {"type": "unfinished"})
    if text.one:
        for form in said:
            ET.SubElement(translation, "numerusform").text = form
    else:
        translation.text = said[0]


def compile_catalogue(code: str, to: Path) -> None:
    """The .qm file of a language, by Qt's own lrelease."""
    lrelease = Path(sys.executable).parent / "pyside6-lrelease"
    file, part = CATALOGUES / f"tillpoint_{code}.ts", _part(to)
    subprocess.run([lrelease, "-silent", str(file), "-qm", str(part)], check=True)
    part.replace(to)


def _write(file: Path, text: str) -> None:
    """Beside it first: a counter that is being opened reads the whole of the old one or of the new one."""
    part = _part(file)
    part.write_text(text, "utf-8")
    part.replace(file)


def _part(file: Path) -> Path:
    return file.with_name(f"{file.name}.part")


def patterns(wanted: dict[Text, list[str]]) -> str:
    """The sentences with holes in them: what the program cannot look up, it compares with these."""
    return json.dumps([one.source for one in wanted if one.context == SENTENCES and "{" in one.source], indent=0) + "\n"


def main() -> None:
    wanted = texts()
    _write(CATALOGUES / "patterns.json", patterns(wanted))
    for code in CODES:
        file = CATALOGUES / f"tillpoint_{code}.ts"
        _write(file, document(code, wanted, translations(code)))
        compile_catalogue(code, file.with_suffix(".qm"))
        missing = sum(1 for text in wanted if not all(translations(code)[text.context, text.source]))
        sys.stdout.write(f"{file.name}: {len(wanted)} texts, {missing} without a translation\n")


if __name__ == "__main__":
    main()
