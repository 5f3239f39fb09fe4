"""A counter changes its key: cut off or killed anywhere it is let in, with one key in the end, and loses nothing."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest

from app.services.chain.keys import is_due
from app.services.ports import Bond, Link
from server import first as first_owner
from server.identity import devices
from server.identity.devices import Device
from sync import key_change
from sync.answer import Answer
from sync.device_key import DeviceKey
from sync.line_fault import LineFault
from sync.refused import No, Refused
from tests.chain.conftest import Opening
from tests.chain.counters import Chain, ChainCounter, open_counter
from tests.chain.lines import line_of, until
from tests.chain.meddling import meddled
from tests.server import callers
from tests.wire.steps import CutRequest, CutResponse, DropRequest, DropResponse, Duplicate, Garble, Pass, Refuse, Step

Two = tuple[ChainCounter, ChainCounter]
LIFE_DAYS = 90
REQUESTS = 5  # a nonce, a token, the announcement, and what is asked after it
ATTEMPTS = 3  # that one call makes by itself
TRIES_MAX = 5


def device(chain: Chain, code: str = "A1") -> Device:
    with chain.reading() as unit:
        found = devices.by_code(unit.scope, code)
    assert found is not None
    return found


def public(link: Link) -> str:
    return DeviceKey(link.private_key).jwk["x"]


def known(chain: Chain, code: str = "A1") -> str:
    return callers.base64url(device(chain, code).public_key)


def sells_and_sends(counter: ChainCounter, chain: Chain) -> None:
    """What is sold is signed with the key there is, and posted at the server, which knows that key alone."""
    card = counter.enrol()
    counter.sell(card, ("General", 100))
    counter.hang_up()
    persistently(counter)
    assert (counter.waiting(), chain.points(counter.member_id(card))) == (0, 3_00)
    assert (known(chain), device(chain).next_key) == (public(counter.link()), None)
    assert chain.reviews() == []


def persistently(counter: ChainCounter) -> None:
    """Sync as a counter does: what fails is tried again."""
    for _ in range(TRIES_MAX):
        with suppress(LineFault):
            assert counter.sync()
            if not is_due(counter.link(), counter.clock.now()):
                return
        counter.clock.advance(hours=1)
    raise AssertionError("the line was good again, and yet it did not come through")


def test_a_key_that_has_served_its_time_is_changed_and_nobody_elses(pair_of: Two, chain: Chain) -> None:
    first, second = pair_of
    before, other = first.link(), second.link()
    chain.clock.advance(days=LIFE_DAYS - 1)
    assert first.sync()
    assert first.link().private_key == before.private_key
    chain.clock.advance(days=1)
    assert first.sync()
    after = first.link()
    assert (after.former_key, after.next_key, after.key_since) == (before.private_key, b"", chain.clock.now())
    assert after.private_key != before.private_key
    sells_and_sends(first, chain)
    assert (second.link().private_key, known(chain, "B1")) == (other.private_key, public(other))
    assert first.sync()
    assert first.link().private_key == after.private_key, "it is new again"


def test_what_waits_goes_first(pair_of: Two, chain: Chain) -> None:
    first, _ = pair_of
    chain.clock.advance(days=LIFE_DAYS)
    first.sell(first.enrol(), ("General", 100))
    assert first.cycle.send(first.connected()).more
    assert (first.waiting(), first.link().next_key) == (0, b"")
    assert not first.cycle.send(first.connected()).more
    assert first.link().former_key != b""


@pytest.mark.parametrize(
    "step", [Refuse(), DropRequest(), DropResponse(), Duplicate(), CutRequest(20), CutResponse(40), Garble()], ids=repr
)
def test_the_line_is_cut_at_each_request(step: Step, pair_of: Two, chain: Chain) -> None:
    first, _ = pair_of
    assert first.line is not None
    for passing in range(REQUESTS):
        chain.clock.advance(days=LIFE_DAYS)
        before = first.link()
        first.hang_up()
        first.line.script(*[Pass()] * passing, *[step] * ATTEMPTS)
        persistently(first)
        assert first.link().former_key == before.private_key, "once, and no more often"
        sells_and_sends(first, chain)


@pytest.mark.parametrize("name", ["keep_next", "accepted", "take"])
@pytest.mark.parametrize("is_done", [False, True])
def test_a_counter_is_killed_around_each_step(
    name: str, is_done: bool, chain: Chain, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    does: Callable[..., object] = getattr(key_change, name)

    def struck(*given: object) -> object:
        if is_done:
            does(*given)
        raise KeyboardInterrupt

    with open_counter(tmp_path / "A1", chain, has_shop=True) as counter:
        counter.pair()
        counter.sync()
        chain.clock.advance(days=LIFE_DAYS)
        monkeypatch.setattr(key_change, name, struck)
        with pytest.raises(KeyboardInterrupt):
            counter.sync()
        killed = counter.link()
    monkeypatch.undo()
    with open_counter(tmp_path / "A1", chain) as counter:
        assert counter.sync()
        after = counter.link()
        assert after.private_key != killed.private_key or after == replace(killed, **_contact(after))
        assert killed.next_key in (b"", after.private_key), "the one that was kept, announced or not"
        sells_and_sends(counter, chain)


def _contact(link: Link) -> dict[str, object]:
    names = ("position", "seen", "told", "acked", "contact_at", "contact_clock_at", "offset_ms")
    return {name: getattr(link, name) for name in names}


def sign_in(chain: Chain) -> None:
    """The owner's rights of months ago have ended."""
    code = first_owner.new_owner_code(chain.running.parts, chain.office.tenant_id).code
    chain.office.owner = callers.sign_in(chain.office.wire, code)["access_token"]


def shut_out(chain: Chain, code: str = "A1") -> None:
    sign_in(chain)
    callers.done(chain.office.wire.post(f"/api/v1/counters/{code}/revoke", None, chain.office.owner))


def lose_the_answer(counter: ChainCounter, chain: Chain) -> None:
    """Its key is announced, and it does not hear of that."""
    assert counter.line is not None
    chain.clock.advance(days=LIFE_DAYS)
    counter.hang_up()
    counter.line.script(Pass(), Pass(), *[DropResponse()] * ATTEMPTS)
    assert counter.sync(), "what changed is heard all the same"
    announced = device(chain).next_key
    assert announced is not None
    assert callers.base64url(announced) == DeviceKey(counter.link().next_key).jwk["x"]


def test_after_the_overlap_the_key_that_was_kept_opens(pair_of: Two, chain: Chain) -> None:
    first, _ = pair_of
    lose_the_answer(first, chain)
    kept = first.link().next_key
    chain.clock.advance(days=8)
    assert first.sync()
    assert first.link().private_key == kept
    sells_and_sends(first, chain)


def test_what_is_shut_out_meanwhile_stays_out_until_it_is_paired_again(pair_of: Two, chain: Chain) -> None:
    first, _ = pair_of
    lose_the_answer(first, chain)
    shut_out(chain)
    chain.clock.advance(days=8)
    first.hang_up()
    with pytest.raises(Refused) as refused:
        first.sync()
    assert refused.value.meaning is No.SHUT_OUT
    sign_in(chain)
    first.pair()
    assert (first.link().next_key, first.link().key_since) == (b"", chain.clock.now())
    assert first.sync()
    sells_and_sends(first, chain)


def test_a_server_put_back_to_before_the_change_is_opened_by_the_former_key(pair_of: Two, chain: Chain) -> None:
    first, _ = pair_of
    before = device(chain)
    chain.clock.advance(days=LIFE_DAYS)
    assert first.sync()
    former = first.link().former_key
    sells_and_sends(first, chain)
    with chain.running.parts.database.store(chain.office.tenant_id).writing() as unit:
        assert devices.change(unit.scope, before, version=device(chain).version) is not None
    first.hang_up()
    chain.clock.advance(days=1)
    assert first.sync()
    assert first.link().private_key == former
    sells_and_sends(first, chain)


def test_a_counter_put_back_to_before_the_change_is_paired_again(chain: Chain, tmp_path: Path) -> None:
    with open_counter(tmp_path / "A1", chain, has_shop=True) as first:
        first.pair()
        first.sync()
    shutil.copytree(tmp_path / "A1", tmp_path / "copy")
    with open_counter(tmp_path / "A1", chain) as first:
        chain.clock.advance(days=LIFE_DAYS)
        first.sync()
        sells_and_sends(first, chain)
    shutil.copy(tmp_path / "A1" / "till.db.tail", tmp_path / "copy")  # the side file stays when a file is put back
    with open_counter(tmp_path / "copy", chain) as copy:
        with pytest.raises(Refused) as refused:
            copy.sync()
        assert refused.value.meaning is No.SIGN_IN
        shut_out(chain)
        copy.pair()
        assert copy.sync()
        assert copy.link().bond is Bond.ACTIVE
        sells_and_sends(copy, chain)


def test_a_server_that_will_not_have_another_key_keeps_the_old_one_and_takes_bills(pair_of: Two, chain: Chain) -> None:
    first, _ = pair_of
    chain.clock.advance(days=LIFE_DAYS)
    before = first.link()
    asked: list[Answer] = []

    def refused(answer: Answer) -> Answer:
        asked.append(answer)
        return replace(answer, status=404, json={"code": "NOT-FOUND", "detail": "There is nothing at this address."})

    line = meddled(first, "/api/v1/counters/", refused)
    assert first.cycle.through(line)
    assert first.link().private_key == before.private_key
    card = first.enrol()
    first.sell(card, ("General", 100))
    assert first.cycle.through(line)
    assert (chain.points(first.member_id(card)), len(asked)) == (3_00, 1)
    chain.clock.advance(hours=1)
    assert first.cycle.through(line)
    assert len(asked) == 2


def test_a_line_at_work_changes_the_key_while_nothing_is_sold(counter: Opening, chain: Chain) -> None:
    first = counter("A1", has_shop=True)
    first.pair()
    first.sync()
    before = first.link()
    with line_of(first) as line:
        chain.clock.advance(days=LIFE_DAYS)
        until(lambda: first.link().former_key == before.private_key)
        card = first.enrol()
        first.sell(card, ("General", 100))
        until(lambda: first.waiting() == 0)
        until(lambda: known(chain) == public(first.link()))
        assert line.standing().trouble == ""
    assert chain.points(first.member_id(card)) == 3_00
