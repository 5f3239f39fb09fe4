"""Taking part: the customer on the bill says yes to a campaign."""

from __future__ import annotations

from app.domain.point_words import PointWords
from app.services.campaigns import drives
from app.services.campaigns.drive_standings import Standing
from app.services.members import profiles
from app.services.members.profiles import Profile
from ui.billing.sale import Sale
from ui.billing.stage import SAVED, Stage
from ui.context import CounterContext
from ui.drive_words import NONE_OPEN, TAKES_PART, ahead
from ui.errors import Tone
from ui.words import tr
from ui.work import Topic, Work


class TakingPart:
    """In the first campaign that they do not take part in yet and could."""

    def __init__(self, context: CounterContext, work: Work, stage: Stage, sale: Sale) -> None:
        self._context, self._work, self._stage, self._sale = context, work, stage, sale

    def begin(self) -> None:
        profile = self._sale.bill.profile
        if profile is None:
            self._stage.say(Tone.INFO, tr("No card on this bill. Scan one first; then they can take part."))
            return
        wanted = next((one for one in profile.drives if one.may_join), None)
        if wanted is None:
            self._stage.say(Tone.INFO, tr(NONE_OPEN))
            return
        self._join(profile, wanted)

    def _join(self, profile: Profile, wanted: Standing) -> None:
        desk, staff, holder = self._context.desk, self._context.cashier, profile.holder
        member_id, card = holder.member.member_id, holder.card.number if holder.card else None

        def join() -> tuple[Standing, Profile]:
            joined = drives.participate(desk, wanted.drive.drive_id, member_id, staff=staff)
            return joined, profiles.profile(desk, member_id, card_number=card)

        self._stage.awaiting(SAVED)
        self._work.write(join, lambda found: self._joined(*found), self._refuse, changes=Topic.MEMBERS)

    def _joined(self, joined: Standing, profile: Profile) -> None:
        said = [tr(TAKES_PART, campaign=joined.drive.title)]
        if joined.reach is not None and joined.prize:
            calendar, program = self._context.desk.calendar, self._sale.program
            today, words = calendar.day_of(profile.as_of), PointWords.of(program)
            said.append(ahead(joined, joined.reach, calendar, program.currency, today, words))
        self._stage.say(Tone.GOOD, " ".join(said))
        self._sale.know(profile)
        self._stage.arrived(SAVED)

    def _refuse(self, error: Exception) -> None:
        self._stage.refuse(error)
        self._stage.arrived(SAVED)
