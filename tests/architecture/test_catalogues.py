"""The catalogues: every text has its Hindi with the same {fields}, and what is compiled is what is written."""

import ast
import re
import sys
from pathlib import Path

import pytest

from sync import reply, status, trouble
from ui.sentences import split

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "setup"))

import words  # noqa: E402 - a script of its own folder

WANTED = words.texts()
FIELD = re.compile(r"\{\w+\}")


@pytest.fixture(scope="module", params=words.CODES)
def code(request):
    return request.param


def test_every_text_has_a_translation_with_the_same_fields(code):
    kept, faults = words.translations(code), []
    for text, places in WANTED.items():
        said = kept.get((text.context, text.source), [""])
        wrong = [one for one in said if not one or set(FIELD.findall(one)) != set(FIELD.findall(text.source))]
        faults += [(places, text.source, one) for one in wrong]
    assert faults == []


def test_counts_have_every_form_of_the_language(code):
    kept = words.translations(code)
    counted = [text for text in WANTED if text.one]
    assert counted
    assert [t.source for t in counted if len(kept[t.context, t.source]) != words.FORMS[code]] == []


def test_the_catalogue_holds_what_the_code_says_and_nothing_else(code):
    kept = words.translations(code)
    assert set(kept) == {(text.context, text.source) for text in WANTED}
    assert words.document(code, WANTED, kept) == (words.CATALOGUES / f"tillpoint_{code}.ts").read_text("utf-8")


def test_what_is_compiled_is_what_is_written(code, tmp_path):
    words.compile_catalogue(code, tmp_path / "made.qm")
    assert (tmp_path / "made.qm").read_bytes() == (words.CATALOGUES / f"tillpoint_{code}.qm").read_bytes()


def test_the_patterns_are_those_of_the_code():
    assert (words.CATALOGUES / "patterns.json").read_text("utf-8") == words.patterns(WANTED)


def test_texts_of_a_screen_are_found_wherever_they_are_said():
    tree = ast.parse(
        'A = later("constant")\nB = later_n("{n} one", "{n} many")\n'
        'def f(n, x):\n    return tr("shown " "in parts {x}", x=x) + tr_n("{n} day", "{n} days", n) + tr(A)\n'
        'Action(Do.X, "Text", "Explained", ())\n'
    )
    found = {(text.source, text.one) for text in words.screen_texts(tree)}
    assert found == {
        ("constant", ""), ("{n} many", "{n} one"), ("shown in parts {x}", ""), ("{n} days", "{n} day"),
        ("Text", ""), ("Explained", ""),
    }  # fmt: skip


@pytest.mark.parametrize("module", [reply, status, trouble], ids=lambda module: module.__name__)
def test_whatever_sync_says_of_the_line_is_found(module):
    said = {
        one for text in vars(module).values() if isinstance(text, str) and text.endswith(".") for one in split(text)
    }
    assert len(said) > 1
    assert said - {module.__doc__} <= {text.source for text in WANTED}


def test_sentences_of_services_are_followed_to_where_they_stand():
    tree = ast.parse(
        '_SAFE = "The bill is safe."\n_WHY = {1: "points are off", 2: "no card here"}\n'
        "def refuse(n, name, late):\n"
        '    word = "missing" if n else "too much"\n'
        '    raise invalid(f"{n} {word} in the payment. {_SAFE}")\n'
        "def reason(n):\n    return Reason(_WHY[n]), Reason(_said(n))\n"
        'def _said(n):\n    return f"most on one bill {n}"\n'
        'class Fault:\n    sentence = "The disk is full. Free some space."\n'
    )
    assert {text.source for text in words.sentences(tree)} == {
        "{1} missing in the payment.", "{1} too much in the payment.", "The bill is safe.",
        "points are off", "no card here", "most on one bill {1}", "The disk is full.", "Free some space.",
    }  # fmt: skip


def test_every_window_text_goes_through_the_language():
    """A quoted text given straight to a widget would stay English."""
    setters = {"setText", "setPlaceholderText", "setAccessibleName", "setToolTip", "setWindowTitle", "label", "say"}
    faults = []
    for file in sorted((ROOT / "ui").rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            bare = [arg for arg in node.args[:1] if isinstance(arg, (ast.Constant, ast.JoinedStr))]
            if name in setters and any(_has_words(one) for one in bare):
                faults.append((file.relative_to(ROOT).as_posix(), node.lineno, ast.unparse(node)[:80]))
    assert faults == []


def _has_words(node):
    parts = node.values if isinstance(node, ast.JoinedStr) else [node]
    texts = [part.value for part in parts if isinstance(part, ast.Constant) and isinstance(part.value, str)]
    return any(re.search(r"[A-Za-z]{3}", text) and not text.startswith("https:") for text in texts)


def test_a_counter_that_reads_while_words_are_made_reads_the_whole_of_what_stood_there(
    code: str, tmp_path: Path
) -> None:
    there = tmp_path / "made.qm"
    there.write_bytes(b"before" * 1000)
    with there.open("rb") as reading:
        begun = reading.read(6)
        words.compile_catalogue(code, there)
        assert begun + reading.read() == b"before" * 1000
    assert list(tmp_path.iterdir()) == [there]
