"""The campaigns' decisions: one is typed and kept in the draft, copied, taken out; a PIN publishes; cost is told."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, Protocol

from app.domain.drive_changes import with_drive, without_drive
from app.domain.drives import Drive
from app.services import drives, rates, rule_checks
from app.services.rate_drafts import RateDraft
from app.services.rates import RatesFound
from app.services.rule_costs import Cost, cost_of_drive
from ui import drive_words
from ui.actions import Do
from ui.context import CounterContext
from ui.drafting import Drafting, begins
from ui.drives import wording
from ui.drives.filling import form_of
from ui.drives.form import DriveForm
from ui.drives.reading import drive_of, name_for, with_rules
from ui.drives.state import DrivesState
from ui.errors import Notice, Tone, notice_of
from ui.parts import Part
from ui.words import tr
from ui.work import Work


class View(Protocol):
    def show_state(self, state: DrivesState) -> None: ...


class DrivesDesk:
    """What is typed of a campaign is judged at once; the draft is kept when the campaign is, its rules with it."""

    def __init__(self, context: CounterContext, work: Work, view: View) -> None:
        self._context = context
        self._work = work
        self._view = view
        self._found: RatesFound | None = None
        self._edited = ""
        self._is_left = True
        self._members: Mapping[str, int] = {}
        self._drafting = drafting = Drafting(context, work, self, wording.OF_THE_DRAFT)
        self.state = DrivesState()
        self.commands: dict[Do, Callable[[], None]] = {
            Do.NEW_DRIVE: self.new,
            Do.EDIT_DRIVE: self.edit,
            Do.COPY_DRIVE: self.copy,
            Do.REMOVE_DRIVE: self.remove,
            Do.DRIVE_COST: self.cost,
            Do.PUBLISH_DRIVES: drafting.publish,
            Do.CARRY_DRIVES_OVER: drafting.carry_over,
            Do.DROP_DRIVES: drafting.drop,
        }
        self.form = Part({Do.KEEP_DRIVE: self.keep}, self._is_ready)

    def open(self) -> None:
        self.state = DrivesState(turn=self.state.turn + 1)
        self._is_left = False
        self.read()

    def close(self) -> None:
        self._is_left = True

    def back(self) -> bool:
        """Esc leaves the form; what was typed there is not kept."""
        if self.state.form is None:
            return False
        self._show(form=None, notice=None)
        return True

    def do(self, what: Do) -> None:
        if self._is_ready():
            self.commands[what]()

    def _is_ready(self) -> bool:
        return self._found is not None and not self.state.is_busy

    def mark(self, row: int) -> None:
        if 0 <= row < len(self.state.rows):
            self._show(marked=row)

    def new(self) -> None:
        self._edit(DriveForm(), "")

    def edit(self) -> None:
        drive = self._marked
        if drive is not None:
            self._edit(self._form(drive), drive.drive_id)

    def copy(self) -> None:
        """A rule belongs to one campaign, so the copy has none yet."""
        drive = self._marked
        if drive is not None:
            title = tr(wording.COPY_OF, campaign=drive.title)
            self._edit(replace(self._form(drive), title=title, rules=frozenset()), "")

    def change(self, form: DriveForm) -> None:
        """Something was typed: say what it comes to, and what is wrong with it."""
        if self.state.form is None:
            return
        try:
            drive = self._drive(form)
        except ValueError as wrong:
            self._show(form=form, said="", flaws=str(wrong))
            return
        desk, known = self._context.desk, self.known
        drafted = rule_checks.as_drafted(desk, self._with(drive, form), known.base)
        found = rule_checks.flaws_of(desk, drafted, base=known.base, at=known.at)
        told = [
            *wording.flaws(found, drive, drafted),
            *wording.set_free(known.drafted, drafted, drive.drive_id),
        ]
        words = drive_words.sentence(drive, drafted, today=known.at)
        self._show(form=form, said=words, flaws="\n".join(dict.fromkeys(told)))

    def keep(self) -> None:
        form = self.state.form
        if form is None:
            return
        try:
            drive = self._drive(form)
        except ValueError as wrong:
            self._show(notice=Notice(Tone.WARN, str(wrong)))
        else:
            self._keep(self._with(drive, form), tr(wording.KEPT, campaign=drive.title))

    def remove(self) -> None:
        """Its rules go with it: without it they would hold for everybody."""
        drive = self._marked
        if drive is not None:
            drafted = self.known.drafted
            draft = replace(
                self.known.draft,
                drives=without_drive(drafted.drives, drive.drive_id),
                rules=tuple(one for one in drafted.rules if one.drive != drive.drive_id),
            )
            self._keep(draft, tr(wording.REMOVED, campaign=drive.title))

    def cost(self) -> None:
        """What the marked campaign would have given, had it run in the last days."""
        drive, desk, program = self._marked, self._context.desk, self.known.drafted
        if drive is not None:
            self._show(notice=Notice(Tone.INFO, tr(wording.RECKONING)))
            self._work.latest(
                "drive cost",
                lambda: cost_of_drive(desk, program, drive.drive_id, told=lambda *_: None, stop=lambda: self._is_left),
                lambda found: self._tell_cost(drive.title, found),
                self.refuse,
            )

    def _tell_cost(self, title: str, found: Cost | None) -> None:
        words = "" if found is None else wording.cost(title, found, self.known.program)
        self._show(notice=Notice(Tone.INFO, words) if words else None)

    def begin(self) -> None:
        self._show(is_busy=True, notice=None)

    def read(self, words: str = "") -> None:
        desk, staff = self._context.desk, self._context.cashier
        self._work.latest(
            "drives desk", lambda: rates.look(desk, staff), lambda found: self._know(found, words), self.refuse
        )

    def refuse(self, error: Exception) -> None:
        self._show(is_busy=False, notice=notice_of(error))

    @property
    def known(self) -> RatesFound:
        assert self._found is not None, "the page is open"
        return self._found

    def remark(self, notice: Notice) -> None:
        self._show(notice=notice)

    @property
    def _drives(self) -> tuple[Drive, ...]:
        return self.known.drafted.drives

    @property
    def _marked(self) -> Drive | None:
        return self._drives[self.state.marked] if self.state.marked < len(self._drives) else None

    def _form(self, drive: Drive) -> DriveForm:
        return form_of(drive, self.known.drafted, self._context.desk.calendar)

    def _drive(self, form: DriveForm) -> Drive:
        """Raises ValueError with what is missing or wrong. One that is new has a name that none ever had."""
        if not form.title.strip():
            raise ValueError(tr(wording.TITLELESS))
        programs = (self.known.drafted, *(one.program for one in self.known.history))
        used = {one.drive_id for program in programs for one in program.drives}
        name = self._edited or name_for(form.title, used)
        return drive_of(form, name, self.known.program.currency, self._context.desk.calendar)

    def _with(self, drive: Drive, form: DriveForm) -> RateDraft:
        """The draft with a campaign in its place, or behind all, and with exactly the chosen rules in it."""
        drafted = self.known.drafted
        return replace(
            self.known.draft,
            drives=with_drive(drafted.drives, drive),
            rules=with_rules(drafted.rules, drive.drive_id, form.rules),
        )

    def _edit(self, form: DriveForm, drive_id: str) -> None:
        self._edited = drive_id
        rules = tuple(one.rule_id for one in self.known.drafted.rules if one.drive in ("", drive_id))
        self._show(form=form, rules=rules, turn=self.state.turn + 1, notice=None)
        self.change(form)

    def _keep(self, draft: RateDraft, words: str) -> None:
        desk = self._context.desk

        def kept(_: None) -> None:
            self._show(form=None)
            self.read(words)

        self._drafting.write(lambda: rates.keep(desk, draft), kept)

    def _know(self, found: RatesFound, words: str) -> None:
        self._found = found
        desk = self._context.desk
        rows = wording.rows(found, desk.calendar, self._members)
        self._show(
            title=tr("Campaigns v{version}", version=found.program.version),
            today=desk.calendar.day_of(found.at),
            rows=rows,
            marked=max(0, min(self.state.marked, len(rows) - 1)),
            begins=begins(found, desk),
            segments=tuple(one.segment_id for one in found.drafted.segments),
            tiers=tuple(level.name for level in found.base.tiers.levels),
            is_busy=False,
            has_changes=found.has_changes,
            has_newer=found.has_newer,
            notice=self._drafting.notice(words),
        )
        self._work.latest("drive members", lambda: drives.taking_part(desk), self._counted, self.refuse)

    def _counted(self, members: Mapping[str, int]) -> None:
        self._members = members
        self._show(rows=wording.rows(self.known, self._context.desk.calendar, members))

    def _show(self, **shown: Any) -> None:
        self.state = replace(self.state, **shown)
        self._view.show_state(self.state)
