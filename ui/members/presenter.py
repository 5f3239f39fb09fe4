"""The decisions of the page of members: who is looked at, which part of their file, and what is done for them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Protocol

from app.domain.codes import CodeKind, classify
from app.domain.member import Card, CardStatus, Holder
from app.domain.money import Currency
from app.domain.program import Program
from app.domain.staff import Permission
from app.services.desk import Desk
from app.services.members import card_status, dossiers
from app.services.members.dossiers import Dossier, Movements, Revealed
from app.services.papers.papers import STATEMENT
from app.services.programs.program import current
from ui import drive_words, foreseen
from ui.actions import Do
from ui.context import CounterContext
from ui.errors import Notice, Tone, notice_of
from ui.members import wording
from ui.members.asking import Asking
from ui.members.forms import Form, adjust_form, drive_form, edit_form, merge_form, replace_form, tier_form
from ui.members.member_file import write_member
from ui.members.state import FileView, MembersState, Tab
from ui.members.views import card_of, file_view, search
from ui.session import Asked
from ui.speech import Speech
from ui.words import tr
from ui.work import Topic, Work


class View(Protocol):
    def show_state(self, state: MembersState) -> None: ...
    def focus_box(self) -> None: ...
    def focus_found(self) -> None: ...
    def focus_file(self) -> None: ...
    def focus_form(self) -> None: ...


class Keeper:
    """`attach` puts somebody on the counter's bill; `changed` hears whose facts changed; `print_slip` prints."""

    def __init__(
        self,
        context: CounterContext,
        work: Work,
        view: View,
        attach: Callable[[Holder], None],
        changed: Callable[[str], None],
        print_slip: Callable[[str, str, str], None],
    ) -> None:
        self._context, self._work, self._screen = context, work, view
        self._attach, self._changed, self._print_slip = attach, changed, print_slip
        self._notice: Notice | None = None
        self._found: Sequence[Holder] = ()
        self._file: Dossier | None = None
        self._moves: tuple[dossiers.Movement, ...] = ()
        self._has_older, self._tab = False, Tab.POINTS
        self._revealed: Revealed | None = None
        self.asking = Asking(context, work, self)
        self._currency = Currency()
        self._levels: tuple[str, ...] = ()
        self.commands: dict[Do, Callable[[], None]] = {
            Do.FIND_MEMBER: view.focus_box,
            Do.POINTS_TAB: partial(self._turn, Tab.POINTS),
            Do.LEDGER_TAB: partial(self._turn, Tab.LEDGER),
            Do.ABOUT_TAB: partial(self._turn, Tab.ABOUT),
            Do.OLDER: self._read_older,
            Do.SHOW_PHONE: self._with_file(self._show_contacts),
            Do.EDIT_MEMBER: self._with_file(lambda file: self._ask(file, edit_form(file))),
            Do.REPLACE_CARD: self._with_card(lambda file, card: self._ask(file, replace_form(card))),
            Do.BLOCK_CARD: self._with_card(self._block),
            Do.MERGE_MEMBERS: self._with_card(lambda file, card: self._ask(file, merge_form(file, card))),
            Do.ADJUST_POINTS: self._with_card(
                lambda file, card: self._ask(file, adjust_form(card, self.asking.reason_words))
            ),
            Do.JOIN_DRIVE: self._with_file(self._take_part),
            Do.SET_TIER: self._with_file(lambda file: self._ask(file, tier_form(file, self._levels))),
            Do.MEMBER_STATEMENT: self._with_file(self._print_statement),
            Do.EXPORT_MEMBER: self._with_file(self._export),
            Do.ATTACH_MEMBER: self._with_file(lambda file: self._attach(file.profile.holder)),
            Do.SAVE_MEMBER: self.asking.save,
        }

    def open(self, member_id: str | None) -> None:
        """The file of somebody, or nobody's yet."""
        self._forget()
        self._notice, self._found = None, ()
        self.asking.close()
        if member_id is None:
            self.show()
            self._screen.focus_box()
        else:
            self._look(member_id)

    def do(self, what: Do) -> None:
        self.commands[what]()

    def back(self) -> bool:
        """Close the form that is open; False where there is none."""
        if not self.asking.is_open:
            return False
        self.asking.close()
        self.show()
        self._screen.focus_file()
        return True

    def scanned(self, text: str) -> None:
        code = classify(text)
        if self.asking.scans_into and code.kind is CodeKind.CARD:
            self.asking.type(self.asking.scans_into, code.text)
        else:
            self.search(text)

    def search(self, text: str) -> None:
        """Whoever a card, a phone, last four digits or a name comes to."""
        find = search(self._context.desk, text)
        if find is None:
            return
        self._work.latest("members", find, self._list, self.refuse)

    def choose(self, index: int) -> None:
        if 0 <= index < len(self._found):
            self._look(self._found[index].member.member_id)

    def _desk(self, approved_by: str | None) -> Desk:
        desk = self._context.desk
        return desk.approved(approved_by) if approved_by else desk

    def _ask(self, file: Dossier, form: Form) -> None:
        self._notice = None
        self.asking.open(form, file)
        self.show()
        self._screen.focus_form()

    def done(self, member_id: str, said: str) -> None:
        """Somebody was changed: their file is read again, here and wherever else they are shown."""
        self.asking.close()
        self._notice = Notice(Tone.GOOD, said)
        self._changed(member_id)
        self._look(member_id, keeps_notice=True)

    def _with_file(self, then: Callable[[Dossier], None]) -> Callable[[], None]:
        def run() -> None:
            if self._file is None:
                self.say(Tone.INFO, wording.NO_MEMBER)
            else:
                then(self._file)

        return run

    def _with_card(self, then: Callable[[Dossier, Card], None]) -> Callable[[], None]:
        def run(file: Dossier) -> None:
            card = card_of(file)
            if card is None:
                self.say(Tone.INFO, wording.NO_CARD_LEFT)
            else:
                then(file, card)

        return self._with_file(run)

    def _block(self, file: Dossier, card: Card) -> None:
        """The card stops at once; that it works again is for whoever looks after members."""
        status = CardStatus.BLOCKED if card.is_active else CardStatus.ACTIVE
        verb = partial(card_status.set_card_status, number=card.number, status=status, staff=self._context.cashier)
        granted = partial(self._set_status, self._member_id(file), card, verb)
        if card.is_active:
            granted(None)
        else:
            declined = partial(self.say, Tone.INFO, wording.DECLINED)
            asked = Asked(tr("Unblock a card"), Permission.MEMBERS, granted, declined)
            foreseen.ask_approval(self._context, self._work, asked, verb, self.refuse)

    def _set_status(self, member_id: str, card: Card, verb: Callable[[Desk], None], by: str | None) -> None:
        desk = self._desk(by)
        said = tr("The card is blocked: it cannot be used any more.") if card.is_active else tr("The card works again.")
        self._work.write(lambda: verb(desk), lambda _: self.done(member_id, said), self.refuse, changes=Topic.MEMBERS)

    def _show_contacts(self, file: Dossier) -> None:
        desk, member_id, staff = self._context.desk, self._member_id(file), self._context.cashier
        self._work.write(
            lambda: dossiers.reveal(desk, member_id, staff=staff),
            self._reveal,
            self.refuse,
            changes=Topic.MEMBERS,
        )

    def _reveal(self, revealed: Revealed) -> None:
        self._revealed = revealed
        self.show()

    def _take_part(self, file: Dossier) -> None:
        form = drive_form(file)
        if form is None:
            self.say(Tone.INFO, drive_words.NONE_OPEN)
        else:
            self._ask(file, form)

    def _print_statement(self, file: Dossier) -> None:
        self._print_slip(STATEMENT, self._member_id(file), file.profile.holder.member.name)

    def _export(self, file: Dossier) -> None:
        folder = self._context.exports
        if folder is None:
            self.say(Tone.INFO, wording.NO_EXPORTS)
            return
        write = partial(write_member, folder, self._context.desk, self._member_id(file), staff=self._context.cashier)
        self._work.write(write, self._exported, self.refuse, changes=Topic.MEMBERS)

    def _exported(self, out: Path) -> None:
        words = tr("Everything kept of this member is in {file}. It was noted who took it out.", file=out)
        self._notice = Notice(Tone.GOOD, words)
        self.show()

    def _member_id(self, file: Dossier) -> str:
        return file.profile.holder.member.member_id

    def _list(self, found: Sequence[Holder]) -> None:
        self.asking.close()
        if len(found) == 1:
            self._found = ()
            self._look(found[0].member.member_id)
            return
        self._forget()
        self._found, self._notice = found, None if found else Notice(Tone.INFO, tr(wording.NOBODY))
        self.show()
        if found:
            self._screen.focus_found()
        else:
            self._screen.focus_box()

    def _forget(self) -> None:
        self._file, self._moves, self._has_older, self._revealed = None, (), False, None

    def _look(self, member_id: str, *, keeps_notice: bool = False) -> None:
        desk = self._context.desk
        if not keeps_notice:
            self._notice = None
        self._work.latest(
            "members",
            lambda: (dossiers.dossier(desk, member_id), dossiers.movements(desk, member_id), current(desk)),
            self._know,
            self.refuse,
        )

    def _know(self, known: tuple[Dossier, Movements, Program]) -> None:
        file, moves, program = known
        self._currency, self._levels = program.currency, tuple(level.name for level in program.tiers.levels)
        if self._file is None or self._member_id(self._file) != self._member_id(file):
            self._revealed, self._tab = None, Tab.POINTS
        self._file, self._found, self._moves, self._has_older = file, (), tuple(moves.rows), moves.has_more
        self.show()
        self._screen.focus_file()

    def _read_older(self) -> None:
        if self._file is not None and self._has_older:
            desk, member_id, skip = self._context.desk, self._member_id(self._file), len(self._moves)
            self._tab = Tab.LEDGER
            self._work.latest(
                "older", lambda: dossiers.movements(desk, member_id, skip=skip), self._know_older, self.refuse
            )

    def _know_older(self, moves: Movements) -> None:
        self._moves, self._has_older = (*self._moves, *moves.rows), moves.has_more
        self.show()

    def _view(self, file: Dossier) -> FileView:
        speech = Speech(self._currency, self._context.desk.calendar, file.profile.as_of)
        shown = file_view(file, self._tab, self._moves, speech, revealed=self._revealed, card=card_of(file))
        return replace(shown, older=tr("Older movements") if self._has_older else "")

    def _turn(self, tab: Tab) -> None:
        self._tab = tab
        self.show()

    def refuse(self, error: Exception) -> None:
        self._notice = notice_of(error)
        self.show()

    def say(self, tone: Tone, text: str) -> None:
        self._notice = Notice(tone, tr(text))
        self.show()

    def show(self) -> None:
        file = self._file
        self._screen.show_state(
            MembersState(
                notice=self._notice,
                is_empty=not (file or self._found),
                found=tuple(map(wording.found_row, self._found)),
                file=self._view(file) if file else None,
                form=self.asking.view,
            )
        )
