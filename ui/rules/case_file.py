"""The kept cases and the rules in force, written as a scenario file into the folder of exports."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from ui.context import CounterContext
from ui.errors import Notice, Tone
from ui.words import later, tr
from ui.work import Work

NO_FOLDER = later("This counter has no folder for exports. Nothing was written.")
WRITTEN = later("Written: {file}")
UNWRITTEN = later("{file} cannot be written: {why}. Nothing else was changed.")
NAME: Final = "cases.json"


def write_cases(
    context: CounterContext, work: Work, *, say: Callable[[Notice], None], refused: Callable[[Exception], None]
) -> None:
    """The file that was written before is written over."""
    folder, files = context.exports, context.report_files
    if folder is None or files is None:
        say(Notice(Tone.WARN, tr(NO_FOLDER)))
        return
    file = folder / NAME

    def save() -> str:
        """Why it could not be written; empty when it was."""
        try:
            files.save_cases(file)
        except OSError as wrong:
            return wrong.strerror or str(wrong)
        return ""

    def done(why: str) -> None:
        written = Notice(Tone.GOOD, tr(WRITTEN, file=file))
        say(Notice(Tone.BAD, tr(UNWRITTEN, file=file, why=why)) if why else written)

    work.read(save, done, refused)
