"""Step 1: one case read against one ruleset. Every name of the ruleset has a value here, known or not."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from maatwerk.criteria.carrying import carried
from maatwerk.criteria.members import field_of, record_place, split, stands_in
from maatwerk.criteria.norms import day_or_days, norm_value, table_value
from maatwerk.expressions.evaluate import evaluate
from maatwerk.expressions.rebuilding import with_old_meaning
from maatwerk.expressions.scope import Records, WithinCase
from maatwerk.expressions.types import DATE, YES_NO, Type
from maatwerk.expressions.unknown import unknown_of
from maatwerk.expressions.values import DateSpan, Span, Truth, Value, as_truth
from maatwerk.ruleset.names import list_and_field

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from datetime import date

    from maatwerk.criteria.members import RecordValues
    from maatwerk.expressions.tree import Expression
    from maatwerk.ruleset.model import Ruleset

TODAY = "zaak_vandaag"
RECEIVED = "zaak_ontvangen"
PROCESS_FACTS: dict[str, Type] = {TODAY: DATE, RECEIVED: DATE}
"""Dates of the case itself that expressions may use; all other names come from the ruleset."""

KEPT = ("values", "lists", "today", "received", "flips", "replaced", "becomes")  # unless another one says otherwise


class Situation:
    """The values of all names for one case. Never changed: `given` and `flipped` make another one.

    `values` holds the known facts; a fact that is missing is unknown. `lists` holds the records of lists. `flips` holds
    the members (a criterion, or a criterion in one record: `name#2`) whose verdict is taken as the opposite of what
    the rules say; `replaced` names that are computed otherwise (`vervang`); `becomes` an outcome that takes the place
    of what the rules give (`wordt`). What is computed from them follows. Implements `expressions.Scope`.
    """

    def __init__(
        self,
        ruleset: Ruleset,
        values: Mapping[str, Value],
        *,
        today: date,
        received: date | None = None,
        lists: Mapping[str, RecordValues] | None = None,
        flips: Mapping[str, Value] | None = None,
        replaced: Mapping[str, Expression] | None = None,
        becomes: str = "",
    ) -> None:
        """Take the ruleset, the known facts and lists, and the two dates of the case."""
        self.ruleset = ruleset
        self.values = dict(values)
        self.lists = dict(lists or {})
        self.today = today
        self.received = received
        self.flips = dict(flips or {})
        self.replaced = dict(replaced or {})
        self.becomes = becomes
        self.known: dict[str, Value] = {}
        self.unresolved: dict[str, frozenset[str]] = {}  # filled by unresolved.py, each name once
        self._records: dict[str, tuple[RecordSituation, ...]] = {}

    def value(self, name: str) -> Value:
        """The value of a fact, norm, calculation, criterion or date of the case."""
        if name not in self.known:
            self.known[name] = self._compute(name)
        return self.known[name]

    def value_at(self, name: str) -> Value:
        """The value of a name, or of a field of a record by its whole name: `giften[2].bedrag`, numbered from 1."""
        place = record_place(name)
        return self.value(name) if place is None else self.in_record(place.list, place.number).value(place.field)

    def _compute(self, name: str) -> Value:
        rules = self.ruleset
        if name in self.flips:
            return self.flips[name]
        if name in self.replaced:
            return evaluate(self.replaced[name].root, self.without_replacement(name))
        if name in rules.facts:
            return self.values.get(name, unknown_of(rules.facts[name].type))
        if name in rules.norms:
            return norm_value(rules.norms[name], self.reference_date)
        if name == TODAY:
            return Span.point(self.today)
        if name == RECEIVED:
            return Span.point(self.received) if self.received else Span(None, None)
        expression = self.definition(name)
        if expression is None:
            raise KeyError(name)
        return evaluate(expression.root, self)

    def in_record(self, name: str, number: int) -> RecordSituation:
        """The situation inside one record of a list (from 0)."""
        return self._scopes(name)[number]

    def _scopes(self, name: str) -> tuple[RecordSituation, ...]:
        if name not in self._records:
            found = self.lists[name].records if name in self.lists else ()
            self._records[name] = tuple(RecordSituation(self, name, number) for number in range(len(found)))
        return self._records[name]

    def records(self, name: str) -> Records | None:
        """The records of a list; None when nothing is known of it."""
        if name not in self.lists:
            return None
        perhaps = frozenset(at.number for each in self.undated if (at := record_place(each)) and at.list == name)
        return Records(self._scopes(name), self.lists[name].complete, perhaps)

    def scope_of(self, member: str) -> Situation | RecordSituation:
        """Where the expressions of a criterion are read: the case, or its record (`name#2`)."""
        name, number = split(member)
        per = self.ruleset.criteria[name].per if name in self.ruleset.criteria else ""
        return self.in_record(per, number) if per and number is not None else self

    def verdict(self, member: str) -> Truth:
        """Whether a criterion or yes/no calculation holds; `name#2` asks it of the second record."""
        return as_truth(self.scope_of(member).value(split(member)[0]))

    def test(self, expression: Expression | None) -> Truth:
        """Whether a yes/no expression holds; no expression = always."""
        return Truth.YES if expression is None else as_truth(evaluate(expression.root, self))

    def test_in(self, member: str, expression: Expression | None) -> Truth:
        """Whether a yes/no expression of a criterion holds, in the record where the member stands."""
        return self.scope_of(member).test(expression)

    def members(self, criterion: str) -> tuple[str, ...]:
        """A criterion as members that have a verdict: itself, or one for each record of its list."""
        per = self.ruleset.criteria[criterion].per
        return tuple(f"{criterion}#{number + 1}" for number in range(len(self._scopes(per)))) if per else (criterion,)

    @cached_property
    def undated(self) -> tuple[str, ...]:
        """Of `peildatum: list.field` the dates that records given do not have: `tijdvakken[2].eerste_dag`.

        Such a record may belong to another version of the rules: until its day is known, nothing here is final.
        """
        name, field = list_and_field(self.ruleset.header.reference_date)
        return self.lists[name].without(name, field) if name in self.lists else ()

    @property
    def reference_date(self) -> DateSpan:
        """The day whose norms count (`peildatum`). Not known: any that it can be and this version is in force."""
        header = self.ruleset.header
        return day_or_days(self.values.get(header.reference_date), header.valid_from, header.valid_until)

    def norm_on(self, name: str, on: DateSpan) -> Value:
        """A norm on another day; the hull of its possible rows when that day is not known."""
        return norm_value(self.ruleset.norms[name], on)

    def norm_by(self, name: str, keys: tuple[Value, ...], on: DateSpan | None) -> Value:
        """A table of norms read with its keys; the hull when a key or the day is not known."""
        return table_value(self.ruleset.norms[name], keys, on or self.reference_date)

    def type_of(self, name: str) -> Type:
        """The static type of a name."""
        rules = self.ruleset
        if name in rules.criteria:
            return YES_NO
        if name in PROCESS_FACTS:
            return PROCESS_FACTS[name]
        found = rules.facts.get(name) or rules.norms.get(name) or rules.calculations.get(name)
        return found.type if found else field_of(rules, name).type

    def definition(self, name: str) -> Expression | None:
        """The expression behind a calculation or criterion; None for what is given."""
        if name in self.replaced:
            return with_old_meaning(self.replaced[name], name, self.without_replacement(name).definition(name))
        if name in self.ruleset.criteria:
            return self.ruleset.criteria[name].requirement
        if name in self.ruleset.calculations:
            return self.ruleset.calculations[name].expression
        return None

    def is_norm(self, name: str) -> bool:
        """Whether a name is a dated norm."""
        return name in self.ruleset.norms

    def label(self, name: str, lang: str) -> str:
        """The words for a name: `noemt` of a calculation where it has one, else the name with spaces."""
        calculation = self.ruleset.calculations.get(name)
        if calculation and calculation.words:
            return calculation.words.in_language(lang)
        return name.replace("_", " ")

    def given(self, name: str, value: Value) -> Situation:
        """The same situation with one more fact known, or one made unknown (give its unknown value).

        A field of a record is named `list[2].field`, numbered from 1.
        """
        place = record_place(name)
        if place is None:
            return self._carrying([name], values={**self.values, name: value})
        found = self.lists[place.list].given(place.number, place.field, value)
        return self._carrying([name], lists={**self.lists, place.list: found})

    def without(self, name: str) -> Situation:
        """The same situation in which this fact is not known."""
        return self._with(values={key: value for key, value in self.values.items() if key != name})

    def listed(self, name: str, found: RecordValues) -> Situation:
        """The same situation with these records of a list."""
        return self._with(lists={**self.lists, name: found})

    def flipped(self, members: Iterable[str]) -> Situation:
        """The same situation with the known verdicts of these members inverted."""
        flips = {member: self.verdict(member).inverted() for member in members}
        return self._carrying(flips, flips={**self.flips, **flips})

    def taking(self, name: str, value: Value) -> Situation:
        """The same situation in which something computed has this value, whatever the facts say: for proofs."""
        return self._carrying([name], flips={**self.flips, name: value})

    def replacing(self, expressions: Mapping[str, Expression]) -> Situation:
        """The same situation in which some names are computed otherwise (`vervang`); in one record: `name#2`."""
        return self._with(replaced={**self.replaced, **expressions})

    def becoming(self, outcome: str) -> Situation:
        """The same situation with this outcome, whatever the rules give (`wordt`)."""
        return self._with(becomes=outcome)

    def without_replacement(self, name: str) -> Situation:
        """The situation in which a replacement is computed: there its own name still has its old meaning."""
        return self._with(replaced={key: each for key, each in self.replaced.items() if key != name})

    def _carrying(self, changed: Collection[str], **changes: Any) -> Situation:  # noqa: ANN401 - as `_with`
        """The same with this changed; a replacement may hang on anything, so then nothing is taken over."""
        after = self._with(**changes)
        if not self.replaced:
            scopes = {name: after._scopes(name) for name in self._records}  # noqa: SLF001 - one of us
            carried(self.ruleset, (self, self._records), (after, scopes), changed)
        return after

    def _with(self, **changes: Any) -> Situation:  # noqa: ANN401 - one of the keyword arguments of __init__
        kept = {name: getattr(self, name) for name in KEPT}
        return Situation(self.ruleset, **{**kept, **changes})


class RecordSituation(WithinCase):
    """A situation inside one record: its fields and what is computed per record first, then the case around it."""

    def __init__(self, case: Situation, name: str, number: int) -> None:
        """Record `number` (from 0) of the list `name`."""
        super().__init__(case)
        self.case = case
        self.list = name
        self.number = number
        self.fields = case.ruleset.lists[name].fields
        self.known: dict[str, Value] = {}
        self.unresolved: dict[str, frozenset[str]] = {}

    def value(self, name: str) -> Value:
        """The value of a field, of something computed per record, or of a name of the case."""
        if name not in self.known:
            self.known[name] = self._compute(name)
        return self.known[name]

    def _compute(self, name: str) -> Value:
        member = f"{name}#{self.number + 1}"
        if member in self.case.flips:
            return self.case.flips[member]
        if member in self.case.replaced:
            before = self.case.without_replacement(member).in_record(self.list, self.number)
            return evaluate(self.case.replaced[member].root, before)
        if name in self.fields:
            record = self.case.lists[self.list].records[self.number]
            return record.get(name, unknown_of(self.fields[name].type))
        if self.own(name):
            definition = self.case.definition(name)
            if definition is not None:
                return evaluate(definition.root, self)
        return self.case.value(name)

    def own(self, name: str) -> bool:
        """Whether a name stands in this record: a field, or computed for each record."""
        return stands_in(self.case.ruleset, self.list, name)

    def test(self, expression: Expression | None) -> Truth:
        """Whether a yes/no expression holds in this record; no expression = always."""
        return Truth.YES if expression is None else as_truth(evaluate(expression.root, self))

    def type_of(self, name: str) -> Type:
        """The static type of a name."""
        return self.fields[name].type if name in self.fields else self.case.type_of(name)

    def definition(self, name: str) -> Expression | None:
        """The expression behind a calculation or criterion."""
        replaced = self.case.replaced.get(f"{name}#{self.number + 1}")
        before = None if name in self.fields else self.case.definition(name)
        return with_old_meaning(replaced, name, before) if replaced else before
