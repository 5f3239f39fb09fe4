"""Upkeep: the pages about the counter itself: its health, its backups, its keys, and what it stands on."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from ui.actions import Do, Scope
from ui.commands import Commands
from ui.context import CounterContext
from ui.turning import Desk, Pages
from ui.work import Work

if TYPE_CHECKING:  # a page is also read from its file only when it is first asked for
    from ui.backup.page import BackupPage
    from ui.health.page import HealthPage
    from ui.keys.page import KeysPage
    from ui.licences.page import LicencesPage


class Upkeep:
    """`commands` open a page, `desks` are whose the commands of one page alone are."""

    def __init__(self, context: CounterContext, work: Work, keys: Commands, pages: Pages) -> None:
        self._context, self._work, self._keys, self._pages = context, work, keys, pages
        self.commands: dict[Do, Callable[[], None]] = {
            Do.BACKUPS: lambda: pages.turn(self.backup_page),
            Do.HEALTH: lambda: pages.turn(self.health_page),
            Do.KEYS: lambda: pages.turn(self.keys_page),
            Do.LICENCES: lambda: pages.turn(self.licences_page),
        }
        self.desks: dict[Scope, Callable[[], Desk]] = {
            Scope.BACKUP: lambda: self.backup_page.desk,
            Scope.HEALTH: lambda: self.health_page.desk,
            Scope.KEYS: lambda: self.keys_page,
        }

    @cached_property
    def backup_page(self) -> BackupPage:
        from ui.backup.page import BackupPage

        return self._pages.put(BackupPage(self._context, self._work, self._keys))

    @cached_property
    def health_page(self) -> HealthPage:
        from ui.health.page import HealthPage

        return self._pages.put(HealthPage(self._context, self._work, self._keys))

    @cached_property
    def keys_page(self) -> KeysPage:
        from ui.keys.page import KeysPage

        return self._pages.put(KeysPage(self._context, self._work, self._keys))

    @cached_property
    def licences_page(self) -> LicencesPage:
        from ui.licences.page import LicencesPage

        return self._pages.put(LicencesPage(self._keys))
