"""The campaigns' decisions: one is typed and kept in the draft, copied, taken out; a PIN publishes; cost is told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from app.domain.drive_changes import with_drive, without_drive
from app.domain.drive_rules import rules_of
from app.domain.drives import Drive
from app.domain.program import Program
from app.domain.rule_changes import Rules
from app.services.campaigns import drives
from app.services.programs import rule_checks
from app.services.programs.rate_drafts import RateDraft
from app.services.programs.rates import RatesFound
from app.services.whatif.rule_costs import cost_of_drive
from ui import drive_words
from ui.actions import Do, Scope
from ui.context import CounterContext
from ui.draft_keys import Keys
from ui.drives import wording
from ui.drives.filling import form_of
from ui.drives.form import DriveForm
from ui.drives.reading import copies, drive_of, name_for, with_rules
from ui.drives.state import DriveRow, DrivesState
from ui.tried_desk import TriedDesk, View
from ui.words import tr
from ui.work import Work

KEYS: Final = Keys(
    drop=Do.DROP_DRIVES,
    carry_over=Do.CARRY_DRIVES_OVER,
    remove=Do.REMOVE_DRIVE,
    copy=Do.COPY_DRIVE,
    edit=Do.EDIT_DRIVE,
    new=Do.NEW_DRIVE,
    publish=Do.PUBLISH_DRIVES,
    keep=Do.KEEP_DRIVE,
    listed=Scope.DRIVES,
    edited=Scope.DRIVE_FORM,
)


class DrivesDesk(TriedDesk[Drive, DriveForm, DrivesState]):
    """A campaign is kept in the draft with its rules."""

    def __init__(self, context: CounterContext, work: Work, view: View[DrivesState]) -> None:
        super().__init__(context, work, view, DrivesState(), wording.OF_THE_DRAFT, KEYS)
        self._members: Mapping[str, int] = {}
        self._brought: Rules = ()
        self.commands |= {
            Do.COPY_DRIVE: self.copy,
            Do.DRIVE_COST: self.cost,
            Do.TRY_DRIVES: self._try,
        }

    def new(self) -> None:
        self._edit(DriveForm(), "")

    def copy(self) -> None:
        """A rule belongs to one campaign, so the copy brings copies of its rules."""
        drive = self._marked
        if drive is not None:
            used = {one.rule_id for program in self._programs for one in program.rules}
            brought = copies(rules_of(self.known.drafted, drive.drive_id), used, _copy_of)
            names = frozenset(one.rule_id for one in brought)
            form = replace(self._form(drive), title=_copy_of(drive.title), rules=names)
            self._edit(form, "", brought=brought)

    def cost(self) -> None:
        """What the marked campaign would have given, had it run in the last days."""
        drive, desk, program = self._marked, self._context.desk, self.known.drafted
        if drive is not None:
            self._reckon(
                lambda stop: cost_of_drive(desk, program, drive.drive_id, told=lambda *_: None, stop=stop),
                lambda found: wording.cost(drive.title, found, self.known.program),
            )

    @property
    def _programs(self) -> Sequence[Program]:
        """The draft and all that was published."""
        return (self.known.drafted, *(one.program for one in self.known.history))

    @property
    def _listed(self) -> Sequence[Drive]:
        return self.known.drafted.drives

    def _name(self, one: Drive) -> str:
        return one.drive_id

    def _form(self, one: Drive) -> DriveForm:
        return form_of(one, self.known.drafted, self._context.desk.calendar)

    def _made(self, form: DriveForm) -> Drive:
        """One that is new has a name that none ever had."""
        if not form.title.strip():
            raise ValueError(tr(wording.TITLELESS))
        used = {one.drive_id for program in self._programs for one in program.drives}
        name = self._edited or name_for(form.title, used)
        return drive_of(form, name, self.known.program.currency, self._context.desk.calendar)

    def _judge(self, one: Drive, form: DriveForm) -> tuple[str, str]:
        known = self.known
        desk = replace(self._context.desk, stores=lambda: None)  # nothing is read at each key
        drafted = rule_checks.as_drafted(desk, self._with(one, form), known.base)
        found = rule_checks.flaws_of(desk, drafted, base=known.base, at=known.at)
        told = [*wording.flaws(found, one, drafted), *wording.set_free(known.drafted, drafted, one.drive_id)]
        return drive_words.sentence(one, drafted, today=known.at), "\n".join(dict.fromkeys(told))

    def _with(self, one: Drive, form: DriveForm) -> RateDraft:
        """The draft with a campaign in its place, or behind all, and with exactly the chosen rules in it."""
        drafted = self.known.drafted
        brought = (rule for rule in self._brought if rule.rule_id in form.rules)
        rules = with_rules((*drafted.rules, *brought), one.drive_id, form.rules)
        return replace(self.known.draft, drives=with_drive(drafted.drives, one), rules=rules)

    def _without(self, one: Drive) -> RateDraft:
        """Its rules go with it: without it they would hold for everybody."""
        drafted = self.known.drafted
        rules = tuple(rule for rule in drafted.rules if rule.drive != one.drive_id)
        return replace(self.known.draft, drives=without_drive(drafted.drives, one.drive_id), rules=rules)

    def _kept(self, one: Drive) -> str:
        return tr(wording.KEPT, campaign=one.title)

    def _removed(self, one: Drive) -> str:
        return tr(wording.REMOVED, campaign=one.title)

    def _edit(self, form: DriveForm, edited: str, *, brought: Rules = (), **shown: Any) -> None:
        """`brought` are rules that it comes with, which are not in the draft yet."""
        self._brought = brought
        free = (one for one in self.known.drafted.rules if one.drive in ("", edited))
        rules = tuple(one.rule_id for one in (*brought, *free))
        super()._edit(form, edited, rules=rules, **shown)

    def _rows(self, found: RatesFound) -> tuple[DriveRow, ...]:
        return wording.rows(found, self._context.desk.calendar, self._members)

    def _besides(self, found: RatesFound) -> dict[str, Any]:
        return {
            "title": tr("Campaigns v{version}", version=found.program.version),
            "today": self._context.desk.calendar.day_of(found.at),
            "segments": tuple(one.segment_id for one in found.drafted.segments),
            "tiers": tuple(level.name for level in found.base.tiers.levels),
        }

    def _know(self, found: RatesFound, words: str) -> None:
        super()._know(found, words)
        desk = self._context.desk
        self._work.latest("drive members", lambda: drives.taking_part(desk), self._counted, self.refuse)

    def _counted(self, members: Mapping[str, int]) -> None:
        self._members = members
        self._show(rows=self._rows(self.known))


def _copy_of(name: str) -> str:
    return tr(wording.COPY_OF, campaign=name)
