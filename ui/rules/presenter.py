"""The rules' decisions: one is typed and kept in the draft, moved, copied, taken out; a PIN publishes the draft."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final, Protocol

from app.domain.rule_changes import moved, with_rule, without_rule
from app.domain.rules import DecisionRule, in_order
from app.services.programs import rule_checks
from app.services.programs.rate_drafts import RateDraft
from app.services.programs.rates import RatesFound
from app.services.whatif.rule_costs import expected_cost
from ui import rule_words, tried_desk
from ui.actions import Do, Scope
from ui.context import CounterContext
from ui.draft_keys import Keys
from ui.errors import Notice
from ui.parts import Part
from ui.rules import wording
from ui.rules.case_file import write_cases
from ui.rules.filling import form_of
from ui.rules.form import RuleForm
from ui.rules.reading import rule_of
from ui.rules.state import RuleRow, RulesState
from ui.rules.trial_desk import TrialDesk, TrialState
from ui.rules.trial_form import TrialForm
from ui.store_words import rule_with_names
from ui.tried_desk import TriedDesk
from ui.words import tr
from ui.work import Work

KEYS: Final = Keys(
    drop=Do.DROP_RULES,
    carry_over=Do.CARRY_RULES_OVER,
    remove=Do.REMOVE_RULE,
    copy=Do.COPY_RULE,
    edit=Do.EDIT_RULE,
    new=Do.NEW_RULE,
    publish=Do.PUBLISH_RULES,
    keep=Do.KEEP_RULE,
    listed=Scope.RULES,
    edited=Scope.RULE_FORM,
)


class View(tried_desk.View[RulesState], Protocol):
    def focus_number(self) -> None:
        """To where the number of a bill is typed."""


class RulesDesk(TriedDesk[DecisionRule, RuleForm, RulesState]):
    def __init__(self, context: CounterContext, work: Work, view: View) -> None:
        super().__init__(context, work, view, RulesState(), wording.OF_THE_DRAFT, KEYS)
        self.trial = TrialDesk(context, work, self)
        self.commands |= {
            Do.COPY_RULE: self.copy,
            Do.RULE_EARLIER: lambda: self.move(-1),
            Do.RULE_LATER: lambda: self.move(1),
            Do.TRY_RULES: self._try,
            Do.RULE_COST: self.cost,
            Do.TRY_ONE_BILL: lambda: self.trial.open(self.known),
            Do.EXPORT_CASES: self._export_cases,
        }
        tried = {
            Do.TRY_SOLD_BILL: view.focus_number,
            Do.KEEP_CASE: self.trial.keep,
            Do.DROP_CASE: self.trial.drop,
            Do.EXPORT_CASES: self._export_cases,
        }
        self.tried_bill = Part(tried, self._is_ready)

    def _export_cases(self) -> None:
        write_cases(self._context, self._work, say=lambda one: self._show(notice=one), refused=self.refuse)

    def back(self) -> bool:
        """Esc leaves the bill that is tried last."""
        if super().back():
            return True
        if self.state.trial is not None:
            self._show(notice=None)
            self.trial.close()
            return True
        return False

    def new(self) -> None:
        self._edit(RuleForm(), "")

    def copy(self) -> None:
        rule = self._marked
        if rule is not None:
            self._edit(replace(self._form(rule), name=tr(wording.COPY_OF, rule=rule.rule_id)), "")

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
            self._reckon(
                lambda stop: expected_cost(desk, program, (rule.rule_id,), told=lambda *_: None, stop=stop),
                lambda found: wording.cost(rule.rule_id, found, self.known.program.currency),
            )

    def type_bill(self, form: TrialForm) -> None:
        """Something was typed of the bill that is tried: what was said before is over."""
        self._show(notice=None)
        self.trial.change(form)

    def show_one_bill(self, trial: TrialState | None, notice: Notice | None = None) -> None:
        self._show(trial=trial, notice=notice or self.state.notice)

    @property
    def _rules(self) -> tuple[DecisionRule, ...]:
        return self.known.drafted.rules

    @property
    def _listed(self) -> Sequence[DecisionRule]:
        return in_order(self._rules)

    def _name(self, one: DecisionRule) -> str:
        return one.rule_id

    def _form(self, one: DecisionRule) -> RuleForm:
        return form_of(one, self.known.program.currency, self._context.desk.calendar)

    def _made(self, form: RuleForm) -> DecisionRule:
        return rule_of(form, self.known.program.currency, self._context.desk.calendar)

    def _finished(self, form: RuleForm) -> DecisionRule:
        """A rule is judged before it has a name; it is kept with one."""
        rule = self._made(form)
        if not rule.rule_id:
            raise ValueError(tr(wording.NAMELESS))
        return rule

    def _judge(self, one: DecisionRule, form: RuleForm) -> tuple[str, str]:
        stores, base, at = self.known.stores, self.known.base, self.known.at
        desk = replace(self._context.desk, stores=lambda: stores.every)  # nothing is read at each key
        drafted = rule_checks.as_drafted(desk, self._with(one, form), base)
        words = rule_words.sentence(rule_with_names(one, stores), drafted, today=at)
        found = rule_checks.flaws_of(desk, drafted, base=base, at=at)
        return words, wording.flaws(found, one.rule_id) if one.rule_id else ""

    def _with(self, one: DecisionRule, _: RuleForm) -> RateDraft:
        rules = with_rule(self._rules, one, instead_of=self._edited) if self._edited else (*self._rules, one)
        return replace(self.known.draft, rules=rules)

    def _without(self, one: DecisionRule) -> RateDraft:
        return replace(self.known.draft, rules=without_rule(self._rules, one.rule_id))

    def _kept(self, one: DecisionRule) -> str:
        return tr(wording.KEPT, rule=one.rule_id)

    def _removed(self, one: DecisionRule) -> str:
        return tr(wording.REMOVED, rule=one.rule_id)

    def _edit(self, form: RuleForm, edited: str, **shown: Any) -> None:
        super()._edit(form, edited, is_new=not edited, **shown)

    def _rows(self, found: RatesFound) -> tuple[RuleRow, ...]:
        return wording.rows(found)

    def _besides(self, found: RatesFound) -> dict[str, Any]:
        return {
            "title": tr("Rules v{version}", version=found.program.version),
            "warnings": wording.warnings(found),
            "categories": tuple(found.base.categories),
            "tiers": tuple(level.name for level in found.base.tiers.levels),
            "stores": found.stores,
            "segments": tuple(one.segment_id for one in found.drafted.segments),
            "drives": tuple((one.drive_id, one.title) for one in found.drafted.drives),
            "rewards": tuple((one.reward_id, one.name) for one in found.drafted.rewards),
        }

    def _know(self, found: RatesFound, words: str) -> None:
        self.trial.know(found)
        super()._know(found, words)
