"""Evidence: all that is known of the bill that is looked at, written as one PDF into the folder of exports."""

from __future__ import annotations

from collections.abc import Callable

from app.domain.bill import Bill
from ui.context import CounterContext
from ui.errors import Notice, Tone
from ui.words import later, said, tr
from ui.work import Work

NO_FOLDER = later("This counter has no folder for exports. Nothing was written.")
WRITTEN = later("Written: {file}")
UNWRITTEN = later("{file} cannot be written: {why}. Nothing else was changed.")


class Evidence:
    def __init__(
        self,
        context: CounterContext,
        work: Work,
        *,
        say: Callable[[Notice | None], None],
        refused: Callable[[Exception], None],
    ) -> None:
        self._context, self._work = context, work
        self._say, self._refused = say, refused

    def write(self, bill: Bill) -> None:
        folder, files = self._context.exports, self._context.report_files
        if folder is None or files is None:
            self._say(Notice(Tone.WARN, tr(NO_FOLDER)))
            return
        file = folder / f"evidence-{bill.number.replace('/', '-')}.pdf"
        title = tr("Evidence of bill {number}", number=bill.number)

        def save() -> str:
            """Why it could not be written; empty when it was."""
            try:
                files.save_evidence(file, bill.bill_id, title=title, say=said)
            except OSError as wrong:
                return wrong.strerror or str(wrong)
            return ""

        def done(why: str) -> None:
            written = Notice(Tone.GOOD, tr(WRITTEN, file=file))
            self._say(Notice(Tone.BAD, tr(UNWRITTEN, file=file, why=why)) if why else written)

        self._work.read(save, done, self._refused)
