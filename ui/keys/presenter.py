"""The keys' decisions: which commands match what is typed, and whether one may have another key."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, Final, Protocol

from ui.actions import ACTIONS, Action, Do, Place, action
from ui.actions.binding import STANDARD, bound, keys_of, may_change, of_profile, problem, read, taken, written
from ui.context import CounterContext
from ui.errors import Notice, Tone, notice_of
from ui.keys.state import KeysState
from ui.rows import ChoiceRow
from ui.words import later, tr
from ui.work import Topic, Work

PROFILE, OWN = "key_profile", "own_keys"  # as the settings call them
PRESS: Final = later("Press the new key. Esc leaves it as it is.")
KEPT: Final = later("Kept: {key}. It holds from the next start of the counter.")
USUAL: Final = later("The usual key again: {key}. It holds from the next start of the counter.")
ALL_USUAL: Final = later("All keys are the usual ones again, from the next start of the counter.")
NOT_HERE: Final = later("Keys are not changed at this counter.")
UNCHANGING: Final = later("This key means the same everywhere and stays.")
SAVED: Final = later("The sheet of keys is saved: {path}.")
NO_FOLDER: Final = later("This counter has no folder for exports. Nothing was written.")
FILE = "keys.pdf"


class View(Protocol):
    def show_state(self, state: KeysState) -> None: ...
    def draw_sheet(self, path: str) -> None:
        """Write every key on one page. Raises OSError."""


class KeysDesk:
    """What is changed holds from the next start, and so does what is shown of it here."""

    def __init__(self, context: CounterContext, work: Work, view: View) -> None:
        self._context, self._work, self._view = context, work, view
        self._profile = STANDARD
        self._own: dict[Place, tuple[str, ...]] = {}
        self._actions: tuple[Action, ...] = ACTIONS
        self._labels: Mapping[Place, tuple[str, ...]] = {}
        self._found: tuple[Place, ...] = ()
        self.state = KeysState()
        self.commands: dict[Do, Callable[[], None]] = {
            Do.NEW_KEY: self.catch,
            Do.USUAL_KEY: self.usual,
            Do.ALL_USUAL_KEYS: self.all_usual,
            Do.PRINT_KEYS: self.print_sheet,
        }

    def open(self) -> None:
        self.state = KeysState(can_change=self._context.settings is not None)
        self._have(self._own)
        self.search("")
        if self._context.settings is not None:
            self._work.latest("keys", self._context.settings.values, self._know, self._refuse)

    def search(self, typed: str) -> None:
        self._found = tuple(place for place in _PLACES if self._matches(place, typed.casefold().split()))
        self.mark(0)

    def mark(self, index: int) -> None:
        if 0 <= index < max(1, len(self._found)):
            self._show(marked=index, is_catching=False, notice=None)

    def step(self, by: int) -> None:
        self.mark(max(0, min(len(self._found) - 1, self.state.marked + by)))

    def catch(self) -> None:
        """The next key is to be the marked command's."""
        place = self._marked
        if place is None or not self.state.can_change:
            self._say(Tone.INFO, tr(NOT_HERE))
        elif not may_change(ACTIONS, place):
            self._say(Tone.WARN, tr(UNCHANGING))
        else:
            self._show(is_catching=True, notice=Notice(Tone.INFO, tr(PRESS)))

    def caught(self, key: str) -> None:
        place = self._marked
        if not self.state.is_catching or place is None:
            return
        self._show(is_catching=False, notice=None)
        if key == "Esc":
            return
        wrong = problem(self._actions, place, key)
        if wrong:
            self._say(Tone.WARN, wrong)
        else:
            self._keep({**self._own, place: (key,)}, KEPT, place)

    def usual(self) -> None:
        """The usual key again for the marked command, unless another has got it meanwhile."""
        place = self._marked
        if place is None or place not in self._own:
            return
        own = {one: keys for one, keys in self._own.items() if one != place}
        before = bound(ACTIONS, {**of_profile(self._profile), **own})
        wrong = next(filter(None, (taken(before, place, key.text) for key in keys_of(before, place))), "")
        if wrong:
            self._say(Tone.WARN, wrong)
        else:
            self._keep(own, USUAL, place)

    def all_usual(self) -> None:
        if self._own:
            self._keep({}, ALL_USUAL, None)

    def print_sheet(self) -> None:
        folder = self._context.exports
        if folder is None:
            self._say(Tone.INFO, tr(NO_FOLDER))
            return
        path = folder / FILE
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._view.draw_sheet(str(path))
        except OSError as error:
            self._show(notice=notice_of(error))
        else:
            self._say(Tone.GOOD, tr(SAVED, path=path))

    @property
    def _marked(self) -> Place | None:
        return self._found[self.state.marked] if self.state.marked < len(self._found) else None

    def _have(self, own: Mapping[Place, tuple[str, ...]]) -> None:
        """The shop's own keys are these; every command's keys are looked up once."""
        self._own = dict(own)
        self._actions = bound(ACTIONS, {**of_profile(self._profile), **own})
        labels: dict[Place, dict[str, None]] = {}
        for one in self._actions:
            for key in one.keys:
                labels.setdefault(Place(one.do, key.scope), {})[key.label] = None
        self._labels = {place: tuple(names) for place, names in labels.items()}

    def _keep(self, own: Mapping[Place, tuple[str, ...]], words: str, place: Place | None) -> None:
        settings = self._context.settings
        assert settings is not None, "keys are changed where there are settings"

        def kept(_: None) -> None:
            self._have(own)
            self._say(Tone.GOOD, tr(words, key=self._label(place)) if place else tr(words))

        self._work.write(lambda: settings.keep(OWN, written(own)), kept, self._refuse, changes=Topic.STAFF)

    def _know(self, values: Mapping[str, str]) -> None:
        self._profile = values[PROFILE]
        given, base = read(values[OWN], ACTIONS, profile=self._profile), of_profile(self._profile)
        self._have({place: keys for place, keys in given.items() if base.get(place) != keys})
        self._show()

    def _refuse(self, error: Exception) -> None:
        self._show(notice=notice_of(error))

    def _label(self, place: Place) -> str:
        return ", ".join(self._labels[place])

    def _matches(self, place: Place, words: list[str]) -> bool:
        one = action(place.do)
        texts = (one.text, one.explained, tr(one.text), tr(one.explained), tr(place.scope), self._label(place))
        return all(word in " ".join(texts).casefold() for word in words)

    def _say(self, tone: Tone, words: str) -> None:
        self._show(notice=Notice(tone, words))

    def _row(self, place: Place) -> ChoiceRow:
        one = action(place.do)
        return ChoiceRow(tr(one.text), f"{tr(place.scope)} · {tr(one.explained)}", self._label(place))

    def _show(self, **shown: Any) -> None:
        place = self._found[index] if (index := shown.get("marked", self.state.marked)) < len(self._found) else None
        self.state = replace(
            self.state,
            rows=tuple(map(self._row, self._found)),
            title=tr(action(place.do).text) if place else "",
            hint=tr(action(place.do).explained) if place else "",
            keys=self._labels[place] if place else (),
            is_own=place in self._own,
            **shown,
        )
        self._view.show_state(self.state)


_PLACES = tuple(dict.fromkeys(Place(one.do, key.scope) for one in ACTIONS for key in one.keys))
