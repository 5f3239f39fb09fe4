"""A first run that joins a chain: the counter it leaves knows the chain's rules, and nothing of the example."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from app.bootstrap import open_till
from app.commands.first_run import Answers, is_unfinished
from app.demo_shop import MEENA
from app.services.chain.standing import PairingStep
from app.services.members.members import find_card
from app.settings import load
from tests.chain.counters import Chain
from tests.server import callers
from ui.firstrun.state import Progress, Start, Step

WAIT_S_MAX = 30


def until(holds: Callable[[], bool]) -> None:
    deadline = time.monotonic() + WAIT_S_MAX
    while not holds():
        assert time.monotonic() < deadline
        time.sleep(0.02)


def test_it_joins_and_waits_for_the_rules(chain: Chain, tmp_path: Path) -> None:
    environment = {"TILLPOINT_DATA_DIR": str(tmp_path / "shop")}
    with Answers(load(environment), environment) as answers:
        answers.keep({"counter_code": "B7"})
        answers.remember(Progress(Step.JOINING, Start.JOIN, chain.running.base_url))
        line = answers.line()
        assert (answers.has_joined(), answers.has_rules(), answers.owner()) == (False, False, "")
        line.pair(chain.running.base_url)
        until(lambda: line.pairing().step is PairingStep.SHOWN)
        callers.done(chain.office.approve({"user_code": line.pairing().code}, code="B7"))
        chain.clock.advance(seconds=6)
        until(answers.has_rules)
        assert answers.has_joined()
        answers.begin()  # a joined counter has its shop
        answers.take_samples()
        answers.finish()
    assert not is_unfinished(answers.settings)
    with open_till(answers.settings) as till:
        assert till.desk.counter_code == "B7"
        assert not find_card(till.desk, MEENA)
