"""--selftest: all that a counter stands on, asked once; what does not work is named."""

import sys
from pathlib import Path

import pytest

from tests.integration.cli.conftest import Run

PARTS = ["store", "decoder", "receipt", "process", "window"]


def test_every_part_works_here(run: Run, folder: Path) -> None:
    answer = run("--selftest")
    *parts, last = answer.out.splitlines()
    assert [part.split()[:2] for part in parts] == [[name, "works"] for name in PARTS]
    assert (answer.status, last) == (0, "The self-test passed.")
    assert not folder.exists()  # the shop's own data file is left alone


@pytest.mark.parametrize(
    ("missing", "part"), [("pyzbar", "decoder"), ("zxingcpp", "decoder"), ("pypdfium2", "receipt")]
)
def test_a_part_that_does_not_work_is_named_and_the_others_are_asked(
    missing: str, part: str, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, missing, None)
    monkeypatch.delitem(sys.modules, "app.devices.decoder", raising=False)
    answer = run("--selftest")
    said = {line.split()[0]: line.split()[1] for line in answer.out.splitlines()[:-1]}
    assert said == {name: "failed" if name == part else "works" for name in PARTS}
    assert (answer.status, answer.out.splitlines()[-1]) == (1, "The self-test failed.")
