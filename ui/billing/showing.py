"""Showing: what the page shows of a counter's parts as they stand."""

from __future__ import annotations

from app.domain.days import ShopCalendar
from app.domain.point_words import PointWords
from ui import point_words
from ui.billing import views
from ui.billing.goods_views import batch_rows, choice_rows
from ui.billing.parts import Parts
from ui.billing.reward_rows import reward_rows
from ui.billing.stage import Mode
from ui.billing.state import CounterState


def counter_state(parts: Parts, calendar: ShopCalendar) -> CounterState:
    sale, bill, currency = parts.sale, parts.sale.bill, parts.sale.program.currency
    return CounterState(
        mode=parts.stage.mode,
        notice=parts.stage.notice,
        hint=parts.prompt.hint,
        lines=views.line_rows(bill, sale.quote, currency),
        marked=parts.ringing.marked,
        point_head=point_words.name(PointWords.of(sale.program)),
        categories=views.category_chips(sale.program, parts.prompt.category_name),
        member=views.member_view(bill.profile, calendar, sale.program) if bill.profile else None,
        redeem=views.redeem_view(bill, sale.quote, sale.program, calendar),
        totals=views.totals_view(bill, sale.quote, sale.program, is_current=sale.is_priced),
        tendering=parts.till.tendering,
        upi_link=parts.till.upi_link,
        paid=views.paid_view(sale.paid, parts.till.receipt_words, sale.program) if sale.paid else None,
        choices=choice_rows(parts.finder.choices, currency),
        batches=batch_rows(parts.goods, currency),
        held=views.held_rows(parts.shelf.held, calendar, currency),
        why=views.why_sections(sale.quote, sale.program) if parts.stage.mode is Mode.WHY else (),
        points=parts.points.view,
        rewards=reward_rows(parts.rewards.shown, calendar, sale.program),
    )
