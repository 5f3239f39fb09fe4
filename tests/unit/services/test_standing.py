"""The line of a counter that has none: alone, whatever is asked of it."""

from __future__ import annotations

from app.services.standing import NOT_PAIRING, Line, LinkState, NoLine, Standing


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
