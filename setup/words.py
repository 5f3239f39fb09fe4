"""Catalogues of the screens' words: gathers the texts of the code into Qt Linguist's .ts files and makes the .qm files.

`python setup/words.py` keeps every translation there is, adds what is new as unfinished and drops what is gone.
"""

from __future__ import annotations

import ast
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[1]
CATALOGUES = ROOT / "resources" / "i18n"
CODES = ("hi",)
FORMS = {"hi": 2}  # how many forms a count has in a language, as Qt tells them apart
SCREENS, SENTENCES = "counter", "sentences"
# Where sentences are made that the screens only pass on, and the calls they are made in: which argument is read.
ROOMS = ("app/domain", "app/services", "app/persistence", "app/devices", "printing", "sync")
MAKERS = {"invalid": (0,), "DomainError": (1,), "Reason": (0,)}


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
    for folder, read in [("ui", screen_texts), *((room, sentences) for room in ROOMS)]:
        for file in sorted((ROOT / folder).rglob("*.py")):
            for text in read(ast.parse(file.read_text("utf-8"))):
                places = found.setdefault(text, [])
                if (place := file.relative_to(ROOT).as_posix()) not in places:
                    places.append(place)
    return dict(sorted(found.items()))


def screen_texts(tree: ast.AST) -> Iterator[Text]:
    """What is said with `tr`, `tr_n` and `later`, and the words of an `Action`."""
    for call in _calls(tree):
        match _name(call), [_text(arg) for arg in call.args]:
            case (("tr" | "later"), [text, *_]) if text:
                yield Text(SCREENS, text)
            case "tr_n", [one, many, *_] if one and many:
                yield Text(SCREENS, many, one=one)
            case "Action", [_, text, explained, *_]:
                yield from (Text(SCREENS, one) for one in (text, explained) if one)


def sentences(tree: ast.AST) -> Iterator[Text]:
    """What refusals, reasons and faults say; what an f-string puts in is {1}, {2} and so on."""
    for call in _calls(tree):
        for place in MAKERS.get(_name(call), ()):
            if len(call.args) > place:
                yield from (Text(SENTENCES, one) for one in patterns(call.args[place]))
    for made in ast.walk(tree):
        match made:
            case ast.Assign(targets=[ast.Name(id="sentence")], value=value):
                yield from (Text(SENTENCES, one) for one in patterns(value))


def patterns(node: ast.expr) -> Iterator[str]:
    """The texts an expression can come to, as far as they stand in it."""
    match node:
        case ast.Constant(value=str(text)):
            yield text
        case ast.JoinedStr(values=parts):
            holes = iter(range(1, len(parts) + 1))
            yield "".join(str(p.value) if isinstance(p, ast.Constant) else f"{{{next(holes)}}}" for p in parts)
        case ast.IfExp(body=body, orelse=otherwise):
            yield from patterns(body)
            yield from patterns(otherwise)


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
    file = CATALOGUES / f"tillpoint_{code}.ts"
    subprocess.run([lrelease, "-silent", str(file), "-qm", str(to)], check=True)


def main() -> None:
    wanted = texts()
    for code in CODES:
        file = CATALOGUES / f"tillpoint_{code}.ts"
        file.write_text(document(code, wanted, translations(code)), "utf-8")
        compile_catalogue(code, file.with_suffix(".qm"))
        missing = sum(1 for text in wanted if not all(translations(code)[text.context, text.source]))
        sys.stdout.write(f"{file.name}: {len(wanted)} texts, {missing} without a translation\n")


if __name__ == "__main__":
    main()
