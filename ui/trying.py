"""Trying: the bills of the last days rung again under a draft, and what came of it in words."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Protocol

from app.domain.formats import points, quantity
from app.domain.program import Program
from app.services.desk import Desk
from app.services.programs.rates import RatesFound
from app.services.whatif import whatif
from app.services.whatif.whatif import DAYS, Impact
from ui.words import later, said, tr, tr_n
from ui.work import Work

TRYING = later("Trying it on the bills of the last {days} days: {done} of {of} …")
STOPPED = later("Stopped. Change something, or press F5, to try again.")


class Page(Protocol):
    def show_trial(self, words: tuple[str, ...], *, is_trying: bool) -> None: ...
    def refuse(self, error: Exception) -> None: ...


class Trial:
    """One trial of a draft, until it is stopped."""

    is_stopped = False


class Trying:
    """Of several drafts the last one is tried. `tell` hears from whatever thread how many bills are done."""

    def __init__(self, work: Work, page: Page, tell: Callable[[int, int], None], *, unchanged: str) -> None:
        self._work = work
        self._page = page
        self._tell = tell
        self._unchanged = unchanged
        self._trial = Trial()

    def stop(self) -> None:
        self._trial.is_stopped = True

    def again(self, desk: Desk, found: RatesFound) -> None:
        """Ring the bills of the last days once more, where anything is different."""
        if found.has_changes:
            self._run(desk, found)
        else:
            self.stop()
            self._page.show_trial((tr(self._unchanged),), is_trying=False)

    def _run(self, desk: Desk, found: RatesFound) -> None:
        self.stop()
        self._trial = trial = Trial()
        draft, tell = found.drafted, self._tell
        self._page.show_trial((), is_trying=True)
        self._work.latest(
            "what if",
            lambda: whatif.impact(desk, draft, told=tell, stop=lambda: trial.is_stopped),
            lambda done: self._know(done, found.program, draft),
            self._page.refuse,
        )

    def told(self, done: int, of: int) -> None:
        """The same on the screen's thread."""
        self._page.show_trial((tr(TRYING, days=DAYS, done=done, of=of),), is_trying=True)

    def _know(self, done: Impact | None, program: Program, draft: Program) -> None:
        words = (tr(STOPPED),) if done is None else impact(done, program, draft)
        self._page.show_trial(words, is_trying=False)


def impact(found: Impact, program: Program, draft: Program) -> tuple[str, ...]:
    """What the last days would have come to, from what is given to who moves."""
    live, tried, money = found.live, found.draft, program.currency.text
    worth = tried.liability_minor(draft) - live.liability_minor(program)
    told = [
        tr_n("Last {days} days, {n} bill:", "Last {days} days, {n} bills:", found.bills, days=DAYS),
        tr(
            "points given {was} › {now} ({share})",
            was=points(live.issued),
            now=points(tried.issued),
            share=_share(live.issued, tried.issued),
        ),
        *_given(live.given, tried.given),
        tr("paid with points {was} › {now}", was=money(live.redeemed_minor), now=money(tried.redeemed_minor)),
        tr("discounts {was} › {now}", was=money(live.discount_minor), now=money(tried.discount_minor)),
        *_vouchers(live.vouchers, tried.vouchers),
        tr("owed {worth}", worth=_signed(worth, money(worth))),
        tr("members to a higher tier {up}, to a lower {down}", up=found.risers, down=found.fallers),
    ]
    if found.left_out:
        told.append(
            tr_n("{n} bill left out: {why}", "{n} bills left out: {why}", found.left_out, why=said(found.why)),
        )
    return tuple(told)


def _given(was: int, now: int) -> tuple[str, ...]:
    """What comes beside bills, where anything does."""
    told = tr("of them for tiers and birthdays {was} › {now}", was=points(was), now=points(now))
    return (told,) if was or now else ()


def _vouchers(was: int, now: int) -> tuple[str, ...]:
    """Those that rules give with bills, where any do."""
    return (tr("vouchers given {was} › {now}", was=was, now=now),) if was or now else ()


def _share(was: int, now: int) -> str:
    if not was:
        return tr("nothing before")
    share = Decimal(round((now - was) * 1000 / was)) / 10
    return _signed(share, f"{quantity(share)} %")


def _signed(value: Decimal | int, text: str) -> str:
    return f"+{text}" if value > 0 else text
