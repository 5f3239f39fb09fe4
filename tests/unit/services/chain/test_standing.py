"""The lines of counters that have none: alone, or in training, whatever is asked of them."""

from __future__ import annotations

from app.services.chain.standing import NOT_PAIRING, Line, LinkState, NoLine, PairingStep, Standing, TrainingLine


def test_a_counter_without_a_line_stands_alone_and_stays_so() -> None:
    line: Line = NoLine()
    heard: list[object] = []
    line.listen(heard.append)
    line.listen_members(heard.append)
    line.listen_pairing(heard.append)
    line.card_shown("m")
    line.card_gone("m")
    line.retry()
    line.pair("https://example.org")
    line.stop_pairing()
    assert (line.standing(), line.pairing(), heard) == (Standing(LinkState.ALONE), NOT_PAIRING, [])


def test_a_counter_in_training_joins_no_server() -> None:
    line: Line = TrainingLine()
    assert (line.standing(), line.pairing()) == (Standing(LinkState.TRAINING), NOT_PAIRING)
    line.pair("https://example.org")
    told = line.pairing()
    assert (told.step, told.server_url) == (PairingStep.FAILED, "https://example.org")
    assert told.trouble == "A counter in training joins no server."
    line.stop_pairing()
    assert line.pairing() == NOT_PAIRING
