"""Which replies are answers of our server, and what every other is called."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from requests.structures import CaseInsensitiveDict

from sync.answer import Problem
from sync.line_fault import LineFault, LineTrouble
from sync.reply import TOO_LARGE, Reply, judged

OURS = {"Tillpoint-Server": "1", "Content-Type": "application/json"}
Headers = dict[str, str | None]
HTML = {"Content-Type": "text/html"}
WHOLE_MAX = (1 << 53) - 1  # the largest that the protocol lets travel
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-WHOLE_MAX, WHOLE_MAX) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


def reply(body: bytes = b"{}", *, status: int = 200, is_framed: bool = True, **headers: str | None) -> Reply:
    """A good reply of ours, but for the headers named (None takes one away)."""
    changed = {name.replace("_", "-").title(): value for name, value in headers.items()}
    kept = {name: value for name, value in {**OURS, **changed}.items() if value is not None}
    return Reply(status, CaseInsensitiveDict(kept), body, is_framed, 7)


def trouble(of: Reply) -> LineTrouble:
    with pytest.raises(LineFault) as caught:
        judged(of)
    return caught.value.trouble


@given(st.dictionaries(st.text(), VALUES, max_size=4))
def test_an_object_of_ours_is_an_answer(said: dict[str, object]) -> None:
    answer = judged(reply(json.dumps(said).encode()))
    assert (answer.status, answer.json, answer.is_ok, answer.problem) == (200, said, True, None)


@given(st.dictionaries(st.text(), VALUES, max_size=4), st.data())
def test_the_beginning_of_an_answer_is_none(said: dict[str, object], data: st.DataObject) -> None:
    body = json.dumps(said).encode()
    cut = data.draw(st.integers(0, len(body) - 1))
    assert trouble(reply(body[:cut])) is LineTrouble.CUT


def test_bytes_of_ours_are_an_answer() -> None:
    answer = judged(reply(b"\x28\xb5", content_type="application/octet-stream"))
    assert (answer.body, answer.json) == (b"\x28\xb5", {})


def test_a_refusal_is_an_answer_with_its_problem() -> None:
    said = {"type": "about:blank", "status": 409, "code": "GAP", "title": "Gap", "detail": "Send 5.", "expected_seq": 5}
    answer = judged(reply(json.dumps(said).encode(), status=409, content_type="application/problem+json"))
    assert answer.problem == Problem(409, "GAP", "Gap", "Send 5.", {"expected_seq": 5})


def test_a_problem_of_other_shapes_is_read_as_far_as_it_goes() -> None:
    answer = judged(reply(b'{"code": 7, "title": null, "detail": ["x"]}', status=422))
    assert answer.problem == Problem(422, "", "", "", {})


def test_too_large_is_said_by_whatever_stands_before_the_server() -> None:
    """A proxy's page means what our own refusal does: less at a time."""
    page = reply(b"<html>", status=413, content_type="text/html", tillpoint_server=None)
    said = judged(page).problem
    assert said is not None
    assert (said.status, said.detail) == (413, TOO_LARGE)
    own = b'{"code": "BODY-TOO-LARGE", "detail": "Send less."}'
    assert judged(reply(own, status=413)).problem == Problem(413, "BODY-TOO-LARGE", "", "Send less.", {})


@pytest.mark.parametrize(
    "other",
    [
        reply(b"<html>", content_type="text/html", tillpoint_server=None),
        reply(b"<html>", content_type="text/html"),
        reply(tillpoint_server=None),
        reply(tillpoint_server=""),
        reply(content_type=None),
        reply(b"", status=204, content_type=None),
        reply(b"[]"),
        reply(b"7"),
        reply(b"{}", status=511),
        reply(b"{}", status=302, location="http://portal.invalid/login?session=secret"),
        reply(b"{}", status=307, location="http://["),
        reply(b"{}", status=304),
        reply(b"<html>", status=200, is_framed=False, tillpoint_server=None),
        reply(b"<html>", status=404, content_type="text/html", tillpoint_server=None),
    ],
)
def test_not_ours(other: Reply) -> None:
    assert trouble(other) is LineTrouble.CAPTIVE


@pytest.mark.parametrize(
    "damaged",
    [
        reply(b"{"),
        reply(b""),
        reply(b"", is_framed=False, tillpoint_server=None),
        reply(b"{}", is_framed=False),
        reply(b"\xff{}"),
        reply(b'{"a": NaN}'),
        reply(b"[" * 100_000),
        reply(b'{"a": ' + b"9" * 10_000 + b"}"),
        reply(b"{}", content_encoding="zstd"),
        reply(b"{}", content_encoding="br"),
    ],
)
def test_damaged(damaged: Reply) -> None:
    assert trouble(damaged) is LineTrouble.CUT


@pytest.mark.parametrize("status", [500, 501, 502, 504, 505, 599])
@pytest.mark.parametrize("headers", [OURS, HTML])
def test_a_server_in_trouble(status: int, headers: dict[str, str]) -> None:
    assert trouble(replace(reply(status=status), headers=CaseInsensitiveDict(headers))) is LineTrouble.SERVER


@pytest.mark.parametrize("status", [429, 503])
def test_a_busy_server_says_when(status: int) -> None:
    dated: Headers = {"date": "Sat, 21 Nov 2026 08:00:00 GMT", "retry_after": "Sat, 21 Nov 2026 08:02:00 GMT"}
    told: list[tuple[Headers, int | None]] = [({"retry_after": "30"}, 30), (dated, 120), ({"retry_after": "x"}, None)]
    for headers, seconds in [*told, ({}, None)]:
        with pytest.raises(LineFault) as caught:
            judged(reply(b"{}", status=status, is_framed=True, **headers))
        assert (caught.value.trouble, caught.value.retry_after_s) == (LineTrouble.BUSY, seconds)


def test_a_redirect_is_named_without_what_it_carries() -> None:
    with pytest.raises(LineFault) as caught:
        judged(reply(status=302, location="http://portal.invalid/login?session=secret"))
    assert "portal.invalid" in caught.value.detail
    assert "secret" not in str(caught.value)
