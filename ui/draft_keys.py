"""The keys of a page of a draft: what is done with a marked one and with the draft, and where each pane hears them."""

from __future__ import annotations

from dataclasses import dataclass

from ui.actions import Do, Scope


@dataclass(frozen=True, slots=True)
class Keys:
    """In the order of the buttons at the foot."""

    drop: Do
    carry_over: Do
    remove: Do
    copy: Do | None
    edit: Do
    new: Do
    publish: Do
    keep: Do
    listed: Scope
    edited: Scope

    @property
    def of_a_row(self) -> tuple[Do, ...]:
        return tuple(filter(None, (self.remove, self.copy, self.edit)))

    @property
    def of_the_list(self) -> tuple[Do, ...]:
        return (self.drop, self.carry_over, *self.of_a_row, self.new, self.publish)
