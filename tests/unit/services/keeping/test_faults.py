"""What the cashier reads when the store fails: what happened, whether the bill is safe, what to do."""

import re
from pathlib import Path

import pytest

from app.services.keeping import faults
from app.services.keeping.faults import StoreFault, StoreFull

KINDS = [kind for kind in vars(faults).values() if isinstance(kind, type) and issubclass(kind, StoreFault)]
CONCRETE = [kind for kind in KINDS if kind is not StoreFault]
SAFE = re.compile(r"stays on the screen|are safe|is safe|nothing more is written|Nothing in it was changed|not opened")


def test_codes_are_stable_and_different() -> None:
    codes = [kind.code for kind in CONCRETE]
    assert len(set(codes)) == len(codes) >= 14
    assert all(re.fullmatch(r"DB-[A-Z-]+", code) for code in codes)


@pytest.mark.parametrize("kind", CONCRETE)
def test_a_sentence_says_what_whether_safe_and_what_to_do(kind: type[StoreFault]) -> None:
    sentences = kind.sentence.split(". ")
    assert 2 <= len(sentences) <= 3
    assert SAFE.search(kind.sentence)
    assert kind.sentence.endswith(".")
    assert len(kind.sentence) <= 260
    assert not re.search(r"[Ee]rror|[Ee]xception|SQL|database is|invalid", kind.sentence)


def test_where_trying_again_can_help_the_sentence_says_so() -> None:
    assert [kind.code for kind in CONCRETE if kind.retry_can_help and "again" not in kind.sentence] == []


def test_every_fault_is_explained_in_the_docs() -> None:
    explained = (Path(__file__).parents[4] / "docs" / "errors.md").read_text()
    assert [kind.code for kind in CONCRETE if f"`{kind.code}`" not in explained] == []


def test_details_are_for_the_repairer() -> None:
    fault = StoreFull("database or disk is full [SQLITE_FULL]")
    assert "SQLITE" not in fault.sentence
    assert str(fault) == f"DB-FULL: {StoreFull.sentence} (database or disk is full [SQLITE_FULL])"
    assert str(StoreFull()) == f"DB-FULL: {StoreFull.sentence}"
