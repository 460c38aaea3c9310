"""The small changes of a ruleset: one slip in a rule, a figure or a list of names. Only what examples can show.

Texts, letters, promises and roles are left out: no column of an example tells them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction
from itertools import combinations
from typing import TYPE_CHECKING, Any

from maatwerk.bench.small_changes import Change, Known, small_changes, step_of
from maatwerk.expressions.types import Type
from maatwerk.ruleset.cells import write_value
from maatwerk.ruleset.checks.static_scope import NothingKnown
from maatwerk.ruleset.kinds import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maatwerk.basics.problems import Place
    from maatwerk.bench.written import Written
    from maatwerk.ruleset.kinds import Kind
    from maatwerk.ruleset.model import Norm, Ruleset

CONDITIONS = {
    "berekening": ("is",),
    "voorwaarde": ("eis", "naar_bedoeling", "haalbaar_als", "klein_als", "botst_als"),
    "uitkomst": ("als", "bedrag"),
    "gevolg": ("als", "kind_als"),
    "signaal": ("als",),
    "uitzondering": ("mag_als",),
    "alternatief": ("als",),
}
_NUMBERS = {"bedoeling": ("draagt", 0, 4), "gevolg": ("ernst", 1, 4)}
_NAMES = {
    "uitkomst": ("gaat_voor", 1),
    "voorwaarde": ("dient", 1),
    "gevolg": ("bij", 2),
    "signaal": ("bij", 2),
    "uitzondering": ("op", 2),
}
"""Lists of names from which one may be left out, and how many there must be: an empty `bij` means something else."""
_CENT = Fraction(1, 100)


@dataclass(frozen=True, slots=True)
class Edit:
    """One field of one block with another value."""

    mapping: str
    name: str
    field: str
    value: Any


@dataclass(frozen=True, slots=True)
class Mutant:
    """A ruleset with one small change: in which block and key, on which line, and what it became."""

    kind: str
    name: str
    key: str
    place: Place
    change: Change
    edits: tuple[Edit, ...]

    def of(self, ruleset: Ruleset) -> Ruleset:
        """The changed rules. What was proved impossible of the patterns is not known of these."""
        mappings: dict[str, dict[str, Any]] = {}
        for edit in self.edits:
            items = mappings.setdefault(edit.mapping, dict(getattr(ruleset, edit.mapping)))
            items[edit.name] = replace(items[edit.name], **{edit.field: edit.value})
        return replace(ruleset, impossible=frozenset(), **mappings)  # type: ignore[arg-type]  # names of mappings


def mutants(ruleset: Ruleset, written: Written) -> tuple[Mutant, ...]:
    """Every small change of the rules that stand in the document itself, in the order of its lines."""
    made = _Made(ruleset, written)
    found = [*made.of_expressions(), *made.of_norms(), *made.of_numbers(), *made.of_names(), *made.swapped()]
    return tuple(sorted(found, key=lambda each: (each.place.line, each.place.column)))


class _Made:
    def __init__(self, ruleset: Ruleset, written: Written) -> None:
        self.ruleset, self.written = ruleset, written
        self.known = Known(NothingKnown(ruleset).type_of, lambda name: name in ruleset.norms and self.own(name))

    def own(self, name: str) -> bool:
        return self.ruleset.origin.get(name) == self.ruleset.id

    def items(self, kind: str) -> Iterator[tuple[Kind, str, Any]]:
        for name, item in KINDS[kind].items(self.ruleset).items():
            if self.own(name):
                yield KINDS[kind], name, item

    def mutant(self, kind: Kind, name: str, key: str, change: Change, *edits: Edit) -> Mutant:
        block = kind.items(self.ruleset)[name].place
        return Mutant(kind.name, name, key, self.written.place(name, key, block, change.at), change, edits)

    def of_expressions(self) -> Iterator[Mutant]:
        for kind, name, item in (each for word in CONDITIONS for each in self.items(word)):
            if kind.name == "alternatief" and not item.repairs:
                continue
            for key in (key for key in kind.keys if key.name in CONDITIONS[kind.name]):
                expression = getattr(item, key.field)
                for change, root in small_changes(expression.root, self.known) if expression else ():
                    edit = Edit(kind.mapping, name, key.field, replace(expression, root=root))
                    yield self.mutant(kind, name, key.name, change, edit)

    def of_norms(self) -> Iterator[Mutant]:
        for norm in (norm for name, norm in self.ruleset.norms.items() if self.own(name)):
            for number, row in enumerate(norm.rows):
                for field, now, was in _other_rows(norm, number):
                    rows = (*norm.rows[:number], replace(row, **{field: now[0]}), *norm.rows[number + 1 :])
                    change = Change("figure" if field == "value" else "from", was, now[1])
                    yield Mutant(
                        "norm", norm.name, "waarde" if field == "value" else "vanaf", row.place, change,
                        (Edit("norms", norm.name, "rows", rows),),
                    )  # fmt: skip

    def of_numbers(self) -> Iterator[Mutant]:
        for word, (key, least, most) in _NUMBERS.items():
            for kind, name, item in self.items(word):
                field = _field(kind, key)
                number = getattr(item, field)
                for other in (each for each in (number - 1, number + 1) if least <= each <= most):
                    change = Change("figure", str(number), str(other))
                    yield self.mutant(kind, name, key, change, Edit(kind.mapping, name, field, other))
        yield from self._limits_of_exceptions()
        yield from self._margins()

    def _limits_of_exceptions(self) -> Iterator[Mutant]:
        for kind, name, item in self.items("uitzondering"):
            for way in (1, -1) if item.at_most is not None else ():
                other = item.at_most + way * _CENT
                change = Change("figure", _euros(item.at_most), _euros(other))
                yield self.mutant(kind, name, "hoogstens", change, Edit(kind.mapping, name, "at_most", other))

    def _margins(self) -> Iterator[Mutant]:
        for kind, name, item in self.items("voorwaarde"):
            margin = item.small_margin
            if not self.written.value(name, "kleine_marge").endswith("dagen"):
                continue
            for other in (each for each in (margin.days - 1, margin.days + 1) if each >= 0):
                change = Change("figure", f"{margin.days} dagen", f"{other} dagen")
                edit = Edit(kind.mapping, name, "small_margin", replace(margin, days=other))
                yield self.mutant(kind, name, "kleine_marge", change, edit)

    def of_names(self) -> Iterator[Mutant]:
        for word, (key, least) in _NAMES.items():
            for kind, name, item in self.items(word):
                field = _field(kind, key)
                names = getattr(item, field)
                for gone in names if len(names) >= least else ():
                    left = tuple(each for each in names if each != gone)
                    change = Change("left_out", gone, ", ".join(left) or "–")
                    yield self.mutant(kind, name, key, change, Edit(kind.mapping, name, field, left))

    def swapped(self) -> Iterator[Mutant]:
        """Two outcomes with each other's `als`."""
        outcomes = [(name, item) for _, name, item in self.items("uitkomst")]
        for (one, first), (other, second) in combinations(outcomes, 2):
            edits = (Edit("outcomes", one, "when", second.when), Edit("outcomes", other, "when", first.when))
            yield self.mutant(KINDS["uitkomst"], one, "als", Change("swapped", one, other), *edits)


def _field(kind: Kind, key: str) -> str:
    return next(each.field for each in kind.keys if each.name == key)


def _euros(amount: Fraction) -> str:
    return write_value(amount, Type("bedrag"))


def _other_rows(norm: Norm, number: int) -> Iterator[tuple[str, tuple[Any, str], str]]:
    """A row of a norm with its value one step up or down, or from a day earlier or later than after the one before."""
    row, day = norm.rows[number], timedelta(days=1)
    for way in (1, -1):
        value = row.value + way * day if isinstance(row.value, date) else _figure(norm, row.value, way)
        if isinstance(value, date) or value >= 0:
            yield "value", (value, write_value(value, norm.type)), write_value(row.value, norm.type)
    earlier = [each for each in norm.rows[:number] if each.keys == row.keys]
    for way in (1, -1) if earlier else ():
        start = row.valid_from + way * day
        yield "valid_from", (start, start.isoformat()), row.valid_from.isoformat()


def _figure(norm: Norm, value: Fraction, way: int) -> Fraction:
    return value + way * step_of(norm.type, value)
