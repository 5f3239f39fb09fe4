"""Finding the bill that comes back: here, or at the server, which is asked while everything else goes on."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from app.domain.errors import Code, DomainError
from app.domain.member import Holder
from app.services.chain.standing import LinkState
from app.services.members import members
from app.services.returns import returnable
from app.services.returns.returnable import Returnable
from ui.context import CounterContext
from ui.work import T, Work

_SLOT = "return"
_NOBODY_TO_ASK = frozenset({LinkState.ALONE, LinkState.TRAINING})


class Finder:
    """`found` and `refused` hear what came of the newest search, `unseen` that nobody can be asked for that bill now.

    `asked` is the bill the server is being asked for.
    """

    def __init__(
        self,
        context: CounterContext,
        work: Work,
        *,
        found: Callable[[Returnable], None],
        refused: Callable[[Exception], None],
        asking: Callable[[], None],
        unseen: Callable[[str], None],
    ) -> None:
        self._context, self._work = context, work
        self._then, self._refused, self._asking, self._unseen = found, refused, asking, unseen
        self.asked = ""

    def by_number(self, number: str) -> None:
        """A bill of this counter at once; any other as the server knows it now."""
        self._start(partial(self._here, number), partial(self._found_or_ask, number))

    def last_of(self, member_id: str) -> None:
        self._start(lambda: returnable.last_returnable(self._context.desk, member_id), self._then)

    def last_of_card(self, number: str) -> None:
        self._start(partial(self._of_card, number), self._then)

    def stop(self) -> bool:
        """Wait for the server's answer no more. False where nobody was asked."""
        was_asking, self.asked = bool(self.asked), ""
        return was_asking

    def _start(self, find: Callable[[], T], then: Callable[[T], None]) -> None:
        self.asked = ""
        self._work.latest(_SLOT, find, then, self._refused)

    def _here(self, number: str) -> Returnable | None:
        desk, state = self._context.desk, self._context.line.standing().state
        if state in _NOBODY_TO_ASK or returnable.is_sold_here(desk, number):
            return returnable.find_returnable(desk, number)
        return None

    def _found_or_ask(self, number: str, found: Returnable | None) -> None:
        if found is not None:
            self._then(found)
            return
        self.asked = number
        self._asking()
        self._work.far(
            _SLOT, partial(self._there, number), partial(self._told, number), partial(self._not_told, number)
        )

    def _there(self, number: str) -> Returnable:
        self._context.line.fetch_bill(number)
        return returnable.find_returnable(self._context.desk, number)

    def _told(self, number: str, found: Returnable) -> None:
        if self.asked == number:
            self.asked = ""
            self._then(found)

    def _not_told(self, number: str, error: Exception) -> None:
        if self.asked == number:
            self.asked = ""
            if isinstance(error, DomainError) and error.code is Code.NO_LINE:
                self._unseen(number)
            else:
                self._refused(error)

    def _of_card(self, number: str) -> Returnable:
        owners: list[Holder] = list(members.find_card(self._context.desk, number))
        if not owners:
            raise DomainError(Code.UNKNOWN_CARD, f"Card {number} is not in our list. Nothing was changed.")
        return returnable.last_returnable(self._context.desk, owners[0].member.member_id)
