"""The first run's decisions: what is asked next, what is kept of an answer, and when the counter opens."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Protocol

from app.settable import SettingsError
from ui.actions import Do
from ui.errors import Notice, Tone, notice_of
from ui.firstrun.devices import NONE_FOUND, FoundPrinters, find
from ui.firstrun.joining import Joining
from ui.firstrun.keeping import as_sample, begin_with, put_in_charge
from ui.firstrun.letterhead import settings_of, typed_of, unnamed
from ui.firstrun.ports import SetUp
from ui.firstrun.state import LISTS, WAYS, Field, FirstRunState, Goods, Progress, Start, Step
from ui.firstrun.wording import (
    CASHIER,
    NO_FILE,
    NO_NAME,
    NO_OWNER,
    OPENING,
    TESTING,
    UNKEPT,
    UNLIKE,
    scanned_notice,
    summary,
)
from ui.gstin import GSTIN_LENGTH, gstin_problem
from ui.words import LANGUAGES, said, tr
from ui.work import Topic, Work


class View(Protocol):
    def show_state(self, state: FirstRunState) -> None: ...
    def typed_pins(self) -> tuple[str, str]: ...
    def speak(self, language: str) -> None:
        """From now on all is in that language."""

    def listen(self) -> None:
        """Have `joining` told what the line to the server does."""

    def done(self) -> None:
        """The counter may open."""


class FirstRunner:
    def __init__(self, setup: SetUp, work: Work, view: View) -> None:
        self._setup, self._work, self._view = setup, work, view
        told, settings = setup.progress, setup.settings
        self._found = NONE_FOUND
        self._goods = ""
        self.joining = Joining(setup, work, self)
        typed = {**typed_of(settings), Field.SERVER: told.server}
        self.state = FirstRunState(
            step=told.step, start=told.start, language=settings.language, typed=typed, can_name=not setup.is_begun
        )
        self._on: dict[Step, Callable[[], None]] = {
            Step.WELCOME: self._start,
            Step.JOINING: lambda: self.joining.go_on(),
            Step.SHOP: self._keep_shop,
            Step.DEVICES: self._keep_printer,
            Step.OWNER: self._employ,
            Step.GOODS: self._begin_with,
            Step.DONE: self._finish,
        }
        self.commands: dict[Do, Callable[[], None]] = {
            Do.GO_ON: self.go_on,
            Do.SKIP_STEP: self.skip,
            Do.BACK: self.back,
            Do.TEST_HERE: self.test,
            Do.OTHER_LANGUAGE: self.other_language,
        }

    def open(self) -> None:
        """Look at what there is; who was let in or employed before need not be asked for."""
        self.show()
        self._work.read(lambda: find(self._setup.printers), self._know_printers, self.refuse)
        if self._setup.is_begun:
            self._work.read(lambda: (self._setup.has_joined(), self._setup.owner()), self._know, self.refuse)

    def do(self, what: Do) -> None:
        if what in self.commands and not self.state.is_busy:
            self.commands[what]()

    # What is typed and chosen

    def type(self, field: Field, text: str) -> None:
        self.show(typed={**self.state.typed, field: text}, notice=None)

    def choose_start(self, start: Start) -> None:
        if not self.state.has_joined:
            self.show(start=start)

    def choose_goods(self, goods: Goods) -> None:
        self.show(goods=goods, notice=None)

    def choose_printer(self, index: int) -> None:
        self.show(printer=index)

    def choose_language(self, language: str) -> None:
        """At once, and for good."""
        if language != self.state.language:
            self.state = replace(self.state, language=language)
            self._view.speak(language)
            self._keep({"language": language}, lambda _: self.show())

    def other_language(self) -> None:
        every = list(LANGUAGES)
        self.choose_language(every[(every.index(self.state.language) + 1) % len(every)])

    def scanned(self, text: str) -> None:
        if self.state.step is Step.DEVICES:
            self.show(scanned=scanned_notice(text))

    def test(self) -> None:
        """Print a test page where receipts would go, or hear the real reason."""
        if self.state.step is not Step.DEVICES or not self._found.setups:
            return
        setup = self._found.setups[self.state.printer]
        self.show(is_busy=True, notice=Notice(Tone.INFO, tr(TESTING)))
        self._work.paper(
            lambda: self._setup.printers.test(setup),
            lambda words: self.show(is_busy=False, notice=Notice(Tone.GOOD, said(words))),
            self.refuse,
        )

    # From step to step

    def go_on(self) -> None:
        self._on[self.state.step]()

    def skip(self) -> None:
        """Leave this for later."""
        step = self.state.step
        if step is Step.JOINING:
            self.joining.stop()
            self._turn(Step.SHOP, start=Start.JOIN if self.state.has_joined else Start.NEW)
        elif step is Step.SHOP and self.state.start is Start.NEW:
            self._keep(unnamed(self._setup.settings), self.next)
        elif step is Step.OWNER and not self.state.owner:
            self._keep({"cashier": tr(CASHIER)}, self.next)
        elif self.state.can_skip:
            self.next()

    def back(self) -> None:
        way = WAYS[self.state.start]
        if self.state.can_go_back:
            self.joining.stop()
            self._turn(way[way.index(self.state.step) - 1])

    def next(self, _: object = None) -> None:
        way = WAYS[self.state.start]
        self._turn(way[way.index(self.state.step) + 1])

    def _turn(self, step: Step, *, start: Start | None = None) -> None:
        """Another step, remembered before it is shown."""
        start = start or self.state.start
        progress = Progress(step, start, self.state.typed.get(Field.SERVER, "").strip())
        can_name = not self._setup.is_begun
        self.do_it(
            lambda: self._setup.remember(progress),
            lambda _: self.show(step=step, start=start, can_name=can_name, turn=self.state.turn + 1, notice=None),
        )

    # Each step's answer

    def _start(self) -> None:
        if self.state.start is not Start.SAMPLE:
            self.next()
        else:
            self.show(notice=Notice(Tone.INFO, tr(OPENING)))
            self.do_it(lambda: as_sample(self._setup), lambda _: self._view.done())

    def _keep_shop(self) -> None:
        answers = settings_of(self.state.typed)
        if not answers["shop_name"]:
            self.say(NO_NAME)
        elif problem := gstin_problem(answers["shop_gstin"]):
            self.show(notice=Notice(Tone.WARN, f"{problem}."))
        else:
            self._keep(answers, self.next)

    def _keep_printer(self) -> None:
        if not self._found.setups:  # the book cannot be read, and that was said
            self.next()
            return
        book = self._found.choosing(self.state.printer)
        self.do_it(lambda: self._setup.printers.keep(book), self.next)

    def _employ(self) -> None:
        name = " ".join(self.state.typed.get(Field.OWNER, "").split())
        pin, again = self._view.typed_pins()
        if self.state.owner:
            self.next()
        elif not name:
            self.say(NO_OWNER)
        elif pin != again:
            self.show(turn=self.state.turn + 1, notice=Notice(Tone.WARN, tr(UNLIKE)))
        else:
            self.do_it(lambda: put_in_charge(self._setup, name, pin), lambda _: self._employed(name if pin else ""))

    def _employed(self, owner: str) -> None:
        self.state = replace(self.state, owner=owner)
        self.next()

    def _begin_with(self) -> None:
        goods, file = self.state.goods, self.state.typed.get(Field.FILE, "").strip()
        if goods in LISTS and not file:
            self.say(NO_FILE)
        else:
            self.do_it(lambda: begin_with(self._setup, goods, file), self._took)

    def _took(self, words: str) -> None:
        self._goods = words
        self.next()

    def _finish(self) -> None:
        def end() -> None:
            if self.state.start is Start.NEW:
                self._setup.begin()
            self._setup.finish()

        self.do_it(end, lambda _: self._view.done())

    # What comes back

    def listen(self) -> None:
        self._view.listen()

    def _keep(self, changes: dict[str, str], then: Callable[[Any], None]) -> None:
        self.do_it(lambda: self._setup.keep(changes), then)

    def do_it(self, work: Callable[[], Any], then: Callable[[Any], None]) -> None:
        def after(result: Any) -> None:
            self.state = replace(self.state, is_busy=False)
            then(result)

        self.show(is_busy=True)
        self._work.write(work, after, self.refuse, changes=Topic.STAFF)

    def _know(self, found: tuple[bool, str]) -> None:
        has_joined, owner = found
        self.show(has_joined=has_joined, owner=owner)
        if self.state.start is Start.JOIN:
            self._work.read(self._setup.line, lambda _: self.joining.follow(), self.refuse)

    def _know_printers(self, found: FoundPrinters) -> None:
        self._found = found
        self.show(printer=found.chosen)

    def refuse(self, error: Exception) -> None:
        if isinstance(error, SettingsError):
            notice = Notice(Tone.WARN, said(str(error)))
        elif isinstance(error, OSError):
            notice = Notice(Tone.BAD, tr(UNKEPT, why=error.strerror or str(error)), repr(error))
        else:
            notice = notice_of(error)
        self.show(is_busy=False, notice=notice)

    def say(self, words: str) -> None:
        self.show(notice=Notice(Tone.WARN, tr(words)))

    def show(self, **changes: Any) -> None:
        state = replace(self.state, **changes)
        way, gstin, setups = WAYS[state.start], state.typed.get(Field.GSTIN, ""), self._found.setups
        problem = gstin_problem(gstin)
        self.state = replace(
            state,
            number=way.index(state.step) + 1,
            count=len(way),
            gstin=problem,
            gstin_fits=len(gstin) == GSTIN_LENGTH and not problem,
            pairing=self.joining.words(),
            code=self.joining.code,
            printers=self._found.rows,
            summary=summary(
                self._setup.settings,
                owner=state.owner,
                printer=setups[state.printer].name if setups else "",
                goods=self._goods,
                server=state.typed.get(Field.SERVER, "") if state.start is Start.JOIN else "",
            ),
        )
        self._view.show_state(self.state)
