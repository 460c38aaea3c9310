"""Which rules gave what an example did not expect: the lines to look at, nearest first."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from maatwerk.bench.examples import example_view, rules_of
from maatwerk.criteria.members import criterion_of
from maatwerk.expressions.names import names_in
from maatwerk.expressions.tree import Expression
from maatwerk.expressions.values import Truth, Words, exactly
from maatwerk.findings.detect import look
from maatwerk.outcome.outcome import UNKNOWN, deciding_names, outcomes_alike
from maatwerk.ruleset.cells import is_none, write_value
from maatwerk.ruleset.example_cells import what_and_after
from maatwerk.ruleset.examples import AMOUNT_COLUMN, FINDINGS_COLUMN, GROUNDS, OUTCOME, PROPOSALS
from maatwerk.ruleset.kinds import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from maatwerk.basics.problems import Place
    from maatwerk.bench.examples import Cell, ExampleResult
    from maatwerk.bench.testing.written import Written
    from maatwerk.findings.view import View
    from maatwerk.ruleset.model import Ruleset

Key = tuple[str, str, str]
"""A kind of block, its name and one of its keys: a rule as a jurist points at it."""

_OF_FINDING = {
    "doel_gemist": ("naar_bedoeling",),
    "onhaalbare_eis": ("haalbaar_als", "wacht_op"),
    "harde_grens": ("eis", "kleine_marge"),
    "alles_of_niets": ("eis",),
    "klein_verzuim": ("klein_als", "soort"),
    "regel_botst": ("botst_als", "botst_met"),
}
"""The keys of a criterion with which a detector looks."""
_FROM_CONSEQUENCE = {"zwaar_gevolg": ("als", "ernst"), "kind_geraakt": ("als", "kind_als")}
_OF_RESULT = ("mag_als", "hoogstens", "op", "vervang", "wordt")  # the keys that give the result of an exception
_AFTER = (OUTCOME, AMOUNT_COLUMN, FINDINGS_COLUMN, PROPOSALS, GROUNDS)  # what follows from what stands before it


@dataclass(frozen=True, slots=True)
class Rule:
    """One key of one block, with its line, what is written there, and its value in the example where that is known."""

    key: Key
    place: Place
    text: str
    value: str = ""


@dataclass(frozen=True, slots=True)
class Causes:
    """The rules that gave the difference, and the rules of the document on which these rest."""

    rules: tuple[Rule, ...]
    below: tuple[Rule, ...]


class Finder:
    """Finds the rules behind the cells of a ruleset's examples."""

    def __init__(self, ruleset: Ruleset, written: Written) -> None:
        """Take the rules and where their keys stand."""
        self.ruleset, self.written = ruleset, written
        self.examples = {each.name: each for each in ruleset.examples}

    def causes(self, result: ExampleResult) -> Causes:
        """What stands behind the first cells that differ: an outcome first, then what follows from it."""
        example = self.examples[result.name]
        view = example_view(rules_of(self.ruleset, example), example)
        differ = sorted((cell for cell in result.cells if not cell.equal), key=lambda cell: _order(cell.column))
        first = [cell for cell in differ if _order(cell.column) == _order(differ[0].column)]
        keys = dict.fromkeys(key for cell in first for key in self._keys(cell, view))
        rules = [self.rule(key, view) for key in keys]
        below = dict.fromkeys(each for key in keys for each in self.reached(key) if each not in keys)
        return Causes(_own(rules), _own(self.rule(key, view) for key in below))

    def rule(self, key: Key, view: View) -> Rule | None:
        """A rule of the document itself; None for one of a building block, or what is not written."""
        kind, name, word = key
        if self.ruleset.origin.get(name) != self.ruleset.id:
            return None
        if kind == "norm":
            norm = self.ruleset.norms[name]
            return Rule(key, norm.rows[-1].place if norm.rows else norm.place, name, _value(name, view))
        if (name, word) not in self.written:
            return None
        item = KINDS[kind].items(self.ruleset)[name]
        value = _value(name, view) if word in {"eis", "is"} and not item.per else ""
        return Rule(key, self.written.place(name, word, item.place), self.written.value(name, word), value)

    def reached(self, key: Key) -> Iterator[Key]:
        """Every definition and norm that the expression of a rule rests on, and those that they rest on."""
        waiting, seen = list(self._named(key)), set[str]()
        while waiting:
            name = waiting.pop(0)
            if name not in seen and (below := _defined(self.ruleset, name)):
                seen.add(name)
                yield below
                waiting += sorted(self._named(below))

    def _named(self, key: Key) -> Iterable[str]:
        kind, name, word = key
        if kind == "norm":
            return ()
        item = KINDS[kind].items(self.ruleset)[name]
        found = next((getattr(item, each.field) for each in KINDS[kind].keys if each.name == word), None)
        return sorted(names_in(found.root)) if isinstance(found, Expression) else ()

    def _keys(self, cell: Cell, view: View) -> Iterator[Key]:
        match cell.column:
            case "uitkomst":
                yield from self._of_outcome(cell, view)
            case "bedrag":
                yield from (("uitkomst", each, "bedrag") for each in (view.result.id,) if each != UNKNOWN)
            case "bevindingen":
                yield from (key for code in _differ(cell) for key in self._of_finding(code, view))
            case "voorstellen":
                names = {name.strip() for way in _differ(cell) for name in way.split("+")}
                yield from (
                    ("uitzondering", name, key) for name in sorted(names) for key in ("mag_als", "hoogstens", "op")
                )
            case "gronden":
                yield from (("grond", name, key) for name in _differ(cell) for key in ("geldt_voor", "op"))
            case column if what_and_after(column)[1]:
                yield from (("uitzondering", name, key) for name in what_and_after(column)[1] for key in _OF_RESULT)
            case column:
                defined = _defined(self.ruleset, re.sub(r".*\.", "", column))
                yield from (defined,) if defined else ()

    def _of_outcome(self, cell: Cell, view: View) -> Iterator[Key]:
        """The `als` of both outcomes, and the criteria by which the one became the other."""
        outcomes = [name for name in (cell.found, cell.expected) if name in self.ruleset.outcomes]
        outcomes += sorted(view.result.outcomes.possible - set(outcomes)) if cell.found == UNKNOWN else []
        named = {name for each in outcomes for name in names_in(self.ruleset.outcomes[each].when.root)}
        turning = _turning(view, cell.expected)
        for name in turning or sorted(named):
            yield from (key for key in (_defined(self.ruleset, name),) if key)
        yield from (("uitkomst", name, key) for name in outcomes for key in ("als", "gaat_voor"))

    def _of_finding(self, code: str, view: View) -> Iterator[Key]:
        if code in self.ruleset.signals:
            yield "signaal", code, "als"
        for name, signal in self.ruleset.signals.items():
            if signal.finding == code:
                yield "signaal", name, "als"
        for key in _FROM_CONSEQUENCE.get(code, ()):
            yield from (("gevolg", name, key) for name in self.ruleset.consequences)
        if code == "zwaar_gevolg":
            yield from (("bedoeling", name, "draagt") for name in self.ruleset.purposes)
        noticed = [each.criteria for each in look(view).noticed if each.code == code]
        members = [name for criteria in noticed for name in criteria] or list(self.ruleset.criteria)
        for name in dict.fromkeys(criterion_of(member) for member in members):
            yield from (("voorwaarde", name, key) for key in _OF_FINDING.get(code, ()))


def _order(column: str) -> int:
    """Which cell comes first: what is computed for the case or a record, then the outcome and what follows from it."""
    if what_and_after(column)[1]:
        return len(_AFTER)
    return _AFTER.index(column) if column in _AFTER else -1


def _value(name: str, view: View) -> str:
    """What a name is in an example, as a jurist writes it."""
    value = exactly(view.situation.value(name))
    return UNKNOWN if value is None or isinstance(value, Words) else write_value(value, view.situation.type_of(name))


def _own(rules: Iterable[Rule | None]) -> tuple[Rule, ...]:
    return tuple(rule for rule in rules if rule)


def _differ(cell: Cell) -> list[str]:
    """The codes or names that one side has and the other has not."""
    sides = [
        set() if is_none(text) else {each.strip() for each in text.split(",")} for text in (cell.expected, cell.found)
    ]
    return sorted(sides[0] ^ sides[1])


def _turning(view: View, expected: str) -> list[str]:
    """The verdicts that would each by itself give the expected outcome, were they the other way round."""
    rules = view.situation.ruleset
    pattern = {name: view.situation.verdict(name) for name in deciding_names(rules)}
    if not all(verdict.known for verdict in pattern.values()):
        return [name for name, verdict in pattern.items() if not verdict.known]
    filling = {name: verdict is Truth.YES for name, verdict in pattern.items()}
    turned = {name: {**filling, name: not met} for name, met in filling.items()}
    return [name for name, each in turned.items() if outcomes_alike(rules, each) == {expected}]


def _defined(ruleset: Ruleset, name: str) -> Key | None:
    if name in ruleset.criteria:
        return "voorwaarde", name, "eis"
    if name in ruleset.calculations:
        return "berekening", name, "is"
    return ("norm", name, "waarde") if name in ruleset.norms else None
