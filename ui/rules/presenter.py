"""The rules' decisions: one is typed and kept in the draft, moved, copied, taken out; a PIN publishes the draft."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Protocol

from app.domain.rule_changes import moved, with_rule, without_rule
from app.domain.rules import DecisionRule, in_order
from app.services import rates, rule_checks
from app.services.rate_drafts import RateDraft
from app.services.rates import RatesFound
from app.services.rule_costs import Cost, expected_cost
from ui import rule_words
from ui.actions import Do
from ui.context import CounterContext
from ui.drafting import Drafting
from ui.errors import Notice, Tone, notice_of
from ui.parts import Part
from ui.rules import wording
from ui.rules.case_file import write_cases
from ui.rules.filling import form_of
from ui.rules.form import RuleForm
from ui.rules.reading import rule_of
from ui.rules.state import RulesState
from ui.rules.trial_desk import TrialDesk, TrialState
from ui.rules.trial_form import TrialForm
from ui.trying import Trying
from ui.words import said, tr
from ui.work import Work


class View(Protocol):
    def show_state(self, state: RulesState) -> None: ...
    def tell(self, done: int, of: int) -> None:
        """How many bills are tried, from whatever thread; it comes back through `tried`."""

    def focus_number(self) -> None:
        """To where the number of a bill is typed."""


class RulesDesk:
    """What is typed of a rule is judged at once; the draft is kept when the rule is."""

    def __init__(self, context: CounterContext, work: Work, view: View) -> None:
        self._context = context
        self._work = work
        self._view = view
        self._found: RatesFound | None = None
        self._edited = ""
        self._is_left = True
        self._drafting = drafting = Drafting(context, work, self, wording.OF_THE_DRAFT)
        self._trying = Trying(work, self, view.tell, unchanged=wording.UNCHANGED)
        self.trial = TrialDesk(context, work, self)
        self.state = RulesState()
        self.commands: dict[Do, Callable[[], None]] = {
            Do.NEW_RULE: self.new,
            Do.EDIT_RULE: self.edit,
            Do.COPY_RULE: self.copy,
            Do.REMOVE_RULE: self.remove,
            Do.RULE_EARLIER: lambda: self.move(-1),
            Do.RULE_LATER: lambda: self.move(1),
            Do.PUBLISH_RULES: drafting.publish,
            Do.CARRY_RULES_OVER: drafting.carry_over,
            Do.DROP_RULES: drafting.drop,
            Do.TRY_RULES: self._try,
            Do.RULE_COST: self.cost,
            Do.TRY_ONE_BILL: lambda: self.trial.open(self.known),
            Do.EXPORT_CASES: self._export_cases,
        }
        self.form = Part({Do.KEEP_RULE: self.keep}, self._is_ready)
        tried = {
            Do.TRY_SOLD_BILL: view.focus_number,
            Do.KEEP_CASE: self.trial.keep,
            Do.DROP_CASE: self.trial.drop,
            Do.EXPORT_CASES: self._export_cases,
        }
        self.tried_bill = Part(tried, self._is_ready)

    def _export_cases(self) -> None:
        write_cases(self._context, self._work, say=lambda one: self._show(notice=one), refused=self.refuse)

    def open(self) -> None:
        self.state = RulesState(turn=self.state.turn + 1)
        self._is_left = False
        self.read()

    def close(self) -> None:
        self._is_left = True
        self._trying.stop()

    def back(self) -> bool:
        """Esc stops a trial, then leaves the form; what was typed there is not kept."""
        if self.state.is_trying:
            self._trying.stop()
            return True
        if self.state.form is not None:
            self._show(form=None, notice=None)
            return True
        if self.state.trial is not None:
            self._show(notice=None)
            self.trial.close()
            return True
        return False

    def do(self, what: Do) -> None:
        if self._is_ready():
            self.commands[what]()

    def _is_ready(self) -> bool:
        return self._found is not None and not self.state.is_busy

    def mark(self, row: int) -> None:
        if 0 <= row < len(self.state.rows):
            self._show(marked=row)

    def new(self) -> None:
        self._edit(RuleForm(), "")

    def edit(self) -> None:
        rule = self._marked
        if rule is not None:
            self._edit(self._form(rule), rule.rule_id)

    def copy(self) -> None:
        rule = self._marked
        if rule is not None:
            self._edit(replace(self._form(rule), name=tr(wording.COPY_OF, rule=rule.rule_id)), "")

    def change(self, form: RuleForm) -> None:
        """Something was typed: say what it comes to, and what is wrong with it."""
        if self.state.form is None:
            return
        try:
            rule = self._rule(form)
        except ValueError as wrong:
            self._show(form=form, said="", flaws=str(wrong))
            return
        desk, base, at = self._context.desk, self.known.base, self.known.at
        drafted = rule_checks.as_drafted(desk, self._with(rule), base)
        words = rule_words.sentence(rule, drafted, today=at)
        found = rule_checks.flaws_of(desk, drafted, base=base, at=at)
        self._show(form=form, said=words, flaws=wording.flaws(found, rule.rule_id) if rule.rule_id else "")

    def keep(self) -> None:
        form = self.state.form
        if form is None:
            return
        try:
            rule = self._rule(form)
        except ValueError as wrong:
            self._show(notice=Notice(Tone.WARN, str(wrong)))
            return
        if not rule.rule_id:
            self._show(notice=Notice(Tone.WARN, tr(wording.NAMELESS)))
        else:
            self._keep(self._with(rule), tr(wording.KEPT, rule=rule.rule_id))

    def remove(self) -> None:
        rule = self._marked
        if rule is not None:
            rules = without_rule(self._rules, rule.rule_id)
            self._keep(replace(self.known.draft, rules=rules), tr(wording.REMOVED, rule=rule.rule_id))

    def move(self, steps: int) -> None:
        rule = self._marked
        if rule is not None and 0 <= self.state.marked + steps < len(self.state.rows):
            rules = moved(self._rules, rule.rule_id, by=steps)
            self._show(marked=self.state.marked + steps)
            self._keep(replace(self.known.draft, rules=rules), "")

    def cost(self) -> None:
        """What the marked rule would have given on the bills of the last days."""
        rule, desk, program = self._marked, self._context.desk, self.known.drafted
        if rule is not None:
            self._show(notice=Notice(Tone.INFO, tr(wording.RECKONING)))
            self._work.latest(
                "rule cost",
                lambda: expected_cost(desk, program, (rule.rule_id,), told=lambda *_: None, stop=lambda: self._is_left),
                lambda found: self._tell_cost(rule.rule_id, found),
                self.refuse,
            )

    def _tell_cost(self, name: str, found: Cost | None) -> None:
        words = "" if found is None else wording.cost(name, found, self.known.program.currency)
        self._show(notice=Notice(Tone.INFO, words) if words else None)

    def tried(self, done: int, of: int) -> None:
        if self.state.is_trying:
            self._trying.told(done, of)

    def begin(self) -> None:
        self._show(is_busy=True, notice=None)

    def read(self, words: str = "") -> None:
        desk, staff = self._context.desk, self._context.cashier
        self._work.latest("rules", lambda: rates.look(desk, staff), lambda found: self._know(found, words), self.refuse)

    def refuse(self, error: Exception) -> None:
        self._show(is_busy=False, is_trying=False, notice=notice_of(error))

    def type_bill(self, form: TrialForm) -> None:
        """Something was typed of the bill that is tried: what was said before is over."""
        self._show(notice=None)
        self.trial.change(form)

    def show_one_bill(self, trial: TrialState | None, notice: Notice | None = None) -> None:
        self._show(trial=trial, notice=notice or self.state.notice)

    def show_trial(self, words: tuple[str, ...], *, is_trying: bool) -> None:
        self._show(is_trying=is_trying, impact=words or self.state.impact)

    @property
    def known(self) -> RatesFound:
        assert self._found is not None, "the page is open"
        return self._found

    def remark(self, notice: Notice) -> None:
        self._show(notice=notice)

    @property
    def _rules(self) -> tuple[DecisionRule, ...]:
        return self.known.drafted.rules

    @property
    def _marked(self) -> DecisionRule | None:
        rules = in_order(self._rules)
        return rules[self.state.marked] if self.state.marked < len(rules) else None

    def _form(self, rule: DecisionRule) -> RuleForm:
        return form_of(rule, self.known.program.currency, self._context.desk.calendar)

    def _rule(self, form: RuleForm) -> DecisionRule:
        return rule_of(form, self.known.program.currency, self._context.desk.calendar)

    def _with(self, rule: DecisionRule) -> RateDraft:
        """The draft with a rule in the place of the one that is edited."""
        others = self._rules
        rules = with_rule(others, rule, instead_of=self._edited) if self._edited else (*others, rule)
        return replace(self.known.draft, rules=rules)

    def _edit(self, form: RuleForm, edited: str) -> None:
        self._edited = edited
        self._show(form=form, is_new=not edited, turn=self.state.turn + 1, notice=None)
        self.change(form)

    def _keep(self, draft: RateDraft, words: str) -> None:
        desk = self._context.desk

        def kept(_: None) -> None:
            self._show(form=None)
            self.read(words)

        self._drafting.write(lambda: rates.keep(desk, draft), kept)

    def _know(self, found: RatesFound, words: str) -> None:
        self._found = found
        self.trial.know(found)
        rows = wording.rows(found)
        self._show(
            title=tr("Rules v{version}", version=found.program.version),
            rows=rows,
            marked=max(0, min(self.state.marked, len(rows) - 1)),
            warnings="\n".join(filter(None, (*map(said, found.failing), wording.flaws(found.flaws)))),
            categories=tuple(found.base.categories),
            tiers=tuple(level.name for level in found.base.tiers.levels),
            drives=tuple((one.drive_id, one.title) for one in found.drafted.drives),
            is_busy=False,
            has_changes=found.has_changes,
            has_newer=found.has_newer,
            notice=self._drafting.notice(words),
        )
        self._try()

    def _try(self) -> None:
        self._trying.again(self._context.desk, self.known)

    def _show(self, **shown: Any) -> None:
        self.state = replace(self.state, **shown)
        self._view.show_state(self.state)
