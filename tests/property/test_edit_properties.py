"""Edits made at two counters and at the server, in any order and heard of in any other: all come to know the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass, replace

from hypothesis import event, given
from hypothesis import strategies as st

from app.domain.errors import DomainError
from app.services.chain.adopting import adopt_page
from app.services.chain.images import Image, Who, slim_image
from app.services.chain.tidings import Stretch, View
from app.services.members import editing
from app.services.members.edits import Edit, Typed
from app.services.ports import Link
from server.api.edits import edit_member
from server.intake.edits import FIELD, Edits
from server.ledgers.batch import Waiting, saved
from server.ledgers.store import ServerStore
from server.ledgers.writer import NOTHING_KNOWN
from sync.tidings import floor_of, tidings_of
from tests.desks import Shop
from tests.server.tills import Office, Till, memory_office

PHONES = ("+919876543210", "+919812345678", "+919820003210", "+919820003211")
VALUES: dict[str, Sequence[Typed]] = {
    "name": ("Meena Iyer", "Meena Rao", "M. Rao"),
    "phone": (None, *PHONES),
    "language": ("en", "hi", "kn"),
}
FIELDS = st.sampled_from([{name: value} for name, values in VALUES.items() for value in values])


@dataclass(frozen=True)
class Change:
    at: str  # "A1", "B1" or "HQ"
    whom: int
    fields: dict[str, Typed]


@dataclass(frozen=True)
class Talk:
    code: str
    is_sending: bool


CHANGES = st.builds(Change, st.sampled_from(("A1", "B1", "HQ")), st.sampled_from((0, 0, 0, 1)), FIELDS)
TALKS = st.builds(Talk, st.sampled_from(("A1", "B1")), st.booleans())


def link_of(till: Till) -> Link:
    with till.store.reading() as uow:
        link = uow.links.get()
    assert link is not None
    return link


def hear(till: Till, office: Office) -> None:
    """Pull, and put in place, as a counter does."""
    now, position = till.clock.now(), link_of(till).position
    page = office.page(till.code, after=position)
    tidings = tidings_of(page.rows, View(page.head, page.included, now, now, 0))
    stretch = Stretch(page.from_position, page.to_position, is_last=True, floor=floor_of(page), store_name="")
    assert adopt_page(till.desk, tidings, stretch) is not None


def send(till: Till, office: Office) -> None:
    with till.store.reading() as uow:
        is_waiting = uow.journal.waiting(till.sent) > 0
    if is_waiting:
        assert {one.status for one in till.send(office).results} == {"APPLIED"}


def images(of: Shop | Office) -> list[Image]:
    with of.desk.store.reading() as uow:
        return [slim_image(uow, one) for one in uow.members.ids_after("", limit=10)]


def history(office: Office, member_id: str) -> list[Edit]:
    """In the order in which they were merged."""
    with office.store.reading() as unit:
        kept = Edits(unit.scope, office.store.sealer.of_field(FIELD)).page(member_id, after="", limit=1000)
    return [one.edit for one in reversed(kept)]


def make(office: Office, tills: dict[str, Till], change: Change, member_id: str) -> Edit | None:
    """None where nothing changed, or the phone is somebody's."""
    if change.at != "HQ":
        with suppress(DomainError):
            made = editing.edit(tills[change.at].desk, member_id, change.fields, staff=change.at).made
            return made[0] if made else None
        return None
    before = len(history(office, member_id))

    def edit(store: ServerStore) -> None:
        with store.writing() as unit:
            edit_member(replace(office.desk, store=store), unit, member_id, change.fields, staff="HQ")

    (done,) = saved(office.store, [Waiting(edit, Future(), NOTHING_KNOWN)])
    assert done.refusal is None or isinstance(done.refusal, DomainError)
    after = history(office, member_id)
    return after[-1] if len(after) > before else None


def named(edit: Edit) -> tuple[str, str, frozenset[tuple[str, Typed, Typed]]]:
    """What was asked, as whoever made it sealed it."""
    return edit.member_id, edit.staff, frozenset((name, one.old, one.new) for name, one in edit.fields.items())


def do(office: Office, tills: dict[str, Till], step: Change | Talk, members: Sequence[str]) -> Edit | None:
    if isinstance(step, Change):
        return make(office, tills, step, members[step.whom])
    (send if step.is_sending else hear)(tills[step.code], office)
    return None


def follows(office: Office, before: Who, after: Who) -> None:
    """The history leads from what a member was to what they are, each edit from where the one before it ended."""
    stands: dict[str, Typed] = {name: getattr(before, name) for name in VALUES}
    for edit in history(office, after.member_id):
        for name, one in edit.fields.items():
            assert (one.stood, one.stands) == (stands[name], one.new)
            stands[name] = one.new
    assert stands == {name: getattr(after, name) for name in VALUES}


def contested(office: Office, member_id: str) -> list[tuple[str, str]]:
    """What gave way of a member, but for the language."""
    every = ((name, one) for edit in history(office, member_id) for name, one in edit.fields.items())
    return [(member_id, name) for name, one in every if one.is_contested and name != "language"]


@given(st.lists(CHANGES | TALKS, min_size=5, max_size=25))
def test_all_come_to_know_the_same_and_no_edit_is_lost(steps: list[Change | Talk]) -> None:
    with memory_office() as office:
        tills = {code: office.till(code) for code in ("A1", "B1")}
        members = [tills["A1"].member_id(tills["A1"].enrol(name)) for name in ("Meena Iyer", "Asha")]
        settle = [Talk(code, is_sending) for is_sending in (True, False) for code in tills]
        for step in settle:
            do(office, tills, step, members)
        first = images(office)
        made = [do(office, tills, step, members) for step in [*steps, *settle]]

        assert images(tills["A1"]) == images(tills["B1"]) == images(office)
        kept = [edit for member_id in members for edit in history(office, member_id)]
        assert Counter(map(named, kept)) == Counter(named(one) for one in made if one is not None)
        for before, after in zip(first, images(office), strict=True):
            follows(office, before.member, after.member)
        listed = [facts for kind, facts in office.reviews() if kind == "EDITED_TWICE"]
        gave_way = [one for member_id in members for one in contested(office, member_id)]
        assert Counter((facts["member"], name) for facts in listed for name in facts["fields"]) == Counter(gave_way)
        event(f"{min(len(gave_way), 2)} gave way")
        office.sound()
