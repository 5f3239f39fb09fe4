"""Forms: what is asked before a member is changed, and the change that follows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal, InvalidOperation

from app.domain.codes import format_card_number, is_card_number
from app.domain.errors import invalid
from app.domain.member import Card
from app.domain.points import HUNDREDTHS
from app.domain.staff import Permission
from app.services.campaigns import drives
from app.services.desk import Desk
from app.services.members import adjustments, card_status, editing, merging
from app.services.members.dossiers import Dossier
from ui import drive_words
from ui.members import wording
from ui.members.state import Field, FormView
from ui.words import LANGUAGES, tr

POINTS_MAX = 1_000_000
Typed = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Form:
    """`run` does it at a desk for somebody with a key that makes it happen once, and returns what is then said.

    `permission` is asked for first; None where whoever sells may do it. Its button says `deed`, or that it saves.
    A scan goes into the field `scans_into`.
    """

    title: str
    fields: tuple[Field, ...]
    run: Callable[[Desk, Typed, str, str], str]
    permission: Permission | None = None
    deed: str = ""
    scans_into: str = ""
    has_reasons: bool = False
    is_merge: bool = False

    def view(self, typed: Typed, reason: int, note: str) -> FormView:
        fields = tuple(replace(one, value=typed.get(one.name, one.value)) for one in self.fields)
        reasons = tuple(map(tr, wording.REASONS)) if self.has_reasons else ()
        return FormView(self.title, self.deed or tr("Save"), fields, reasons, reason, note)

    @property
    def first(self) -> Typed:
        return {one.name: one.value for one in self.fields}


def edit_form(file: Dossier) -> Form:
    member = file.profile.holder.member

    def run(desk: Desk, typed: Typed, staff: str, _key: str) -> str:
        wanted = {name: typed[name] or None for name in ("name", "phone", "email", "birthday", "language")}
        for hidden in ("phone", "email"):
            if not typed[hidden] and getattr(member, hidden):
                del wanted[hidden]  # nobody was shown it: empty leaves it as it is
        made = editing.edit(desk, member.member_id, wanted, staff=staff)
        return tr("Changed.") if made.made else tr("Nothing was different. Nothing was changed.")

    languages = {**LANGUAGES, member.language: LANGUAGES.get(member.language, member.language)}
    hint = tr("stays {phone}", phone=wording.masked(member.phone)) if member.phone else ""
    email_hint = tr("stays {phone}", phone=wording.masked_email(member.email)) if member.email else ""
    fields = (
        Field("name", tr("Name"), member.name),
        Field("phone", tr("Phone"), "", hint),
        Field("email", tr("E-mail"), "", email_hint),
        Field("birthday", tr("Birthday"), wording.birthday_typed(member.birthday), tr("like 29/2")),
        Field("language", tr("Language"), member.language, choices=tuple(languages.items())),
    )
    return Form(tr("Change details"), fields, run)


def replace_form(card: Card) -> Form:
    def run(desk: Desk, typed: Typed, staff: str, _key: str) -> str:
        number = typed["number"].replace(" ", "") or None
        new = card_status.replace_card(desk, card.number, new_number=number, staff=staff).card
        assert new is not None, "a replaced card has a successor"
        return tr(
            "The old card is blocked from now on. The new one is {number}.",
            number=format_card_number(new.number),
        )

    hint = tr("Scan the new card, or leave empty for the next free number")
    field = Field("number", tr("New card"), "", hint)
    return Form(tr("Replace a lost card"), (field,), run, deed=tr("Replace card"), scans_into="number")


def merge_form(file: Dossier, card: Card) -> Form:
    name = file.profile.holder.member.name

    def run(desk: Desk, typed: Typed, staff: str, _key: str) -> str:
        other = typed["other"].replace(" ", "")
        if not is_card_number(other):
            raise invalid("That is not a card number. Nothing was changed; scan the other card again.")
        merging.merge(desk, [other], into=card.number, staff=staff)
        return tr("They are one member now: {name}.", name=name)

    fields = (Field("other", tr("Card of the duplicate"), "", tr("Scan the card that shall become {name}", name=name)),)
    title = tr("Merge a duplicate into {name}", name=name)
    return Form(title, fields, run, Permission.MEMBERS, deed=tr("Merge"), scans_into="other", is_merge=True)


def adjust_form(card: Card, reason: Callable[[], str]) -> Form:
    def run(desk: Desk, typed: Typed, staff: str, key: str) -> str:
        moved = _hundredths(typed["points"])
        made = adjustments.adjust(desk, card.number, points=moved, reason=reason(), staff=staff, key=key)
        return wording.adjusted(made.points, made.balance)

    fields = (Field("points", tr("Points (minus takes them)")),)
    return Form(tr("Points by hand"), fields, run, Permission.POINTS, has_reasons=True)


def tier_form(file: Dossier, levels: tuple[str, ...]) -> Form:
    member = file.profile.holder.member

    def run(desk: Desk, typed: Typed, staff: str, _key: str) -> str:
        until = _day(typed["until"])
        made = editing.set_tier(
            desk, member.member_id, typed["tier"], reason=typed["reason"].strip(), staff=staff, until=until
        )
        return tr("{name} is {tier} now.", name=member.name, tier=made.to_tier)

    fields = (
        Field("reason", tr("Reason")),
        Field("until", tr("To the end of"), "", tr("like 31/3/2027; or empty")),
        Field("tier", tr("Tier"), member.tier, choices=tuple((name, name) for name in levels)),
    )
    return Form(tr("Tier by hand"), fields, run, Permission.MEMBERS)


def drive_form(file: Dossier) -> Form | None:
    """To take part in a campaign; None where none is open to them that they are not in."""
    open_to = tuple((one.drive.drive_id, one.drive.title) for one in file.profile.drives if one.may_join)
    if not open_to:
        return None
    titles, member = dict(open_to), file.profile.holder.member

    def run(desk: Desk, typed: Typed, staff: str, _key: str) -> str:
        drives.participate(desk, typed["drive"], member.member_id, staff=staff)
        return tr(drive_words.TAKES_PART, campaign=titles[typed["drive"]])

    fields = (Field("drive", tr("Campaign"), open_to[0][0], choices=open_to, is_list=True),)
    return Form(tr("Take part in a campaign"), fields, run, deed=tr("Take part"))


def _day(typed: str) -> date | None:
    if not typed.strip():
        return None
    try:
        day, month, year = map(int, typed.replace("-", "/").replace(".", "/").split("/"))
        return date(year, month, day)
    except ValueError:
        raise invalid(wording.NO_DAY) from None


def _hundredths(typed: str) -> int:
    try:
        value = Decimal(typed.strip().replace(",", "").replace("−", "-")) * HUNDREDTHS
    except InvalidOperation:
        raise invalid(wording.NOT_POINTS) from None
    if not value.is_finite() or value != value.to_integral_value() or abs(value) > POINTS_MAX * HUNDREDTHS:
        raise invalid(wording.NOT_POINTS)
    return int(value)
