"""Names find what they name: expressions get their types, lists of names are looked up."""

from __future__ import annotations

from dataclasses import replace
from graphlib import CycleError, TopologicalSorter
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from maatwerk.basics.bounds import bounds
from maatwerk.basics.suggest import nearest
from maatwerk.expressions.alternatives import ways
from maatwerk.expressions.birthdays import with_birthdays
from maatwerk.expressions.names import depth_of, names_in, parts
from maatwerk.expressions.tree import Both, Either, Expression, Name, Not
from maatwerk.expressions.typing import check
from maatwerk.ruleset.expression_forms import CONDITION, OTHERWISE, REPLACES, WITH_EXPRESSION
from maatwerk.ruleset.kinds import KINDS
from maatwerk.ruleset.visible import DEFINITIONS, Visible, list_of, records_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from maatwerk.basics.problems import Place, Problem
    from maatwerk.expressions.types import Type
    from maatwerk.ruleset.build import Draft
    from maatwerk.ruleset.kinds import Key, Kind

WORDS = {"facts": "gegeven", "lists": "lijst", "norms": "norm", **{kind.mapping: kind.name for kind in KINDS.values()}}
_KIND_OF = {kind.mapping: kind for kind in KINDS.values()}
_UNKNOWN_NAME = "M204"
_UNKNOWN_NAMES = frozenset({_UNKNOWN_NAME, "M272", "M277"})  # a name, a list, a field
_MUST_BE_ROUNDED = frozenset({"eis", "bedrag"})


def link(draft: Draft) -> None:
    """Look up every name of a document that was merged with its building blocks; `draft.parts` gets the results."""
    visible = Visible(draft)
    for kind, name in _in_order(draft):
        _check_expressions(draft, kind, name, visible)
        _check_references(draft, kind, name, draft.parts[kind.mapping][name], visible)
    for kind, name, values in draft.half_read:
        if None in (values.get("per", ""), values.get("list", "")):
            continue  # of which records it is, nobody knows
        _check_half_read(draft, kind, name, SimpleNamespace(**values), visible)
    _fill_otherwise(draft)
    _check_ways(draft)


def _in_order(draft: Draft) -> Iterator[tuple[Kind, str]]:
    """Calculations and criteria, each after what it needs, then all other blocks."""
    definitions = {name: kind for kind in map(_KIND_OF.__getitem__, DEFINITIONS) for name in draft.parts[kind.mapping]}
    graph = {name: _needed(draft, kind, name) & definitions.keys() for name, kind in definitions.items()}
    try:
        order = tuple(TopologicalSorter(graph).static_order())
        _check_depths(draft, order, definitions, graph)
        yield from ((definitions[name], name) for name in order)
    except CycleError as error:
        circle = error.args[1]
        place = draft.parts[definitions[circle[0]].mapping][circle[0]].place
        draft.desk.report("M240", place, name=circle[0], circle=" → ".join(reversed(circle)))
    for kind in KINDS.values():
        if kind.mapping not in DEFINITIONS:
            yield from ((kind, name) for name in draft.parts[kind.mapping])


def _check_depths(draft: Draft, order: Iterable[str], kinds: dict[str, Kind], graph: dict[str, frozenset[str]]) -> None:
    """M245: a definition that rests on so much that computing it would go too deep. Each is looked at once."""
    depths: dict[str, int] = {}
    for name in order:
        below = max((depths[each] for each in graph[name]), default=0)
        depths[name] = below + depth_of(_definition(draft, kinds[name], name).root)
        if depths[name] > bounds().rests_on:
            draft.desk.report("M245", draft.parts[kinds[name].mapping][name].place, name=name, most=bounds().rests_on)
            depths[name] = 0  # what rests on it is told when this is mended


def _check_ways(draft: Draft) -> None:
    """M246: an `als` that can hold in more ways than can be tried."""
    for name, outcome in draft.parts["outcomes"].items():
        if ways(outcome.when.root) > bounds().outcome_ways:
            draft.desk.report("M246", draft.entries[name, "als"].place, name=name, most=bounds().outcome_ways)


def _needed(draft: Draft, kind: Kind, name: str) -> frozenset[str]:
    """What its definition names; what it says besides (its purpose) may name the criterion itself."""
    return names_in(_definition(draft, kind, name).root)


def _definition(draft: Draft, kind: Kind, name: str) -> Expression:
    key = next(key for key in kind.keys if key.must and key.form in WITH_EXPRESSION)
    found: Expression = getattr(draft.parts[kind.mapping][name], key.field)
    return found


def _check_expressions(draft: Draft, kind: Kind, name: str, visible: Visible) -> None:
    item = draft.parts[kind.mapping][name]
    changes: dict[str, Any] = {}
    for key in (key for key in kind.keys if key.form in WITH_EXPRESSION):
        value = getattr(item, key.field)
        per = records_of(item, draft.parts["criteria"]) if key.per_record else list_of(item)
        if key.form is REPLACES:
            changes[key.field] = tuple(_replacement(draft, name, key, pair, per, visible) for pair in value)
        if not isinstance(value, Expression) or value.text == OTHERWISE:
            continue
        wanted = visible.type_of(name, per) if key.field == "expression" else key.wanted
        changes[key.field], type_ = _checked(draft, name, key, value, wanted, per, visible)
        if key.field == "expression" and type_:
            changes["type"] = type_
            visible.define(name, type_, per)
        if key.field == "amount":
            changes["amount_type"] = type_
    draft.parts[kind.mapping][name] = replace(item, **changes)


def _checked(
    draft: Draft, name: str, key: Key, value: Expression, wanted: Type | None, per: str, visible: Visible
) -> tuple[Expression, Type | None]:
    expression, type_, problems = check(
        value,
        visible.names(per),
        allow_is_known=key.is_known,
        wanted=wanted,
        rounded=_must_be_rounded(key, wanted),
        norms=draft.parts["norms"],
        lists=visible.lists,
    )
    expression = with_birthdays(expression, draft.settings.leap_birthday)
    _pass_on(draft, name, key, problems)
    entry = draft.entries[name, key.name]
    if key.field == "amount" and type_ and (type_.sort != "bedrag" or type_.or_empty):
        told = entry.value if isinstance(expression.root, Name) and type_.sort == "bedrag" else ""
        hint = told and f"als {told} is leeg dan € 0 anders {told}"
        draft.desk.report("M242", entry.place, hint=hint, found=str(type_))
    if key.form is CONDITION and not problems:
        _check_condition(draft, name, key, expression)
    return expression, type_


def _must_be_rounded(key: Key, wanted: Type | None) -> bool:
    """Whether amounts in this expression must be: what takes the place of a rounded amount (`vervang`) as well."""
    replaces_amount = key.form is REPLACES and wanted is not None and wanted.sort == "bedrag" and wanted.rounded
    return key.name in _MUST_BE_ROUNDED or replaces_amount


def _replacement(
    draft: Draft, name: str, key: Key, pair: tuple[str, Expression], per: str, visible: Visible
) -> tuple[str, Expression]:
    """`vervang: naam = expressie`: the name must have a value, and the expression its type."""
    replaced, value = pair
    wanted = visible.type_of(replaced, per)
    if wanted is None:
        place = draft.entries[name, key.name].word(replaced)
        _report_unknown(draft, replaced, place, visible, hint=nearest(replaced, visible.names(per)))
    return replaced, _checked(draft, name, key, value, wanted, per, visible)[0]


def _report_unknown(
    draft: Draft, name: str, place: Place, visible: Visible, *, hint: str | None = "", **more: str
) -> None:
    """A name that finds nothing here: M244 when it belongs to the records of a list, else the code that is given."""
    if name in visible.list_of:
        draft.desk.report("M244", place, name=name, list=visible.list_of[name])
    elif not _excused(draft, name):
        values = {"name": name, **more} if more else {"found": name}
        draft.desk.report("M212" if more else _UNKNOWN_NAME, place, hint=hint, **values)


def _pass_on(draft: Draft, name: str, key: Key, problems: tuple[Problem, ...]) -> None:
    """Report what is wrong, but not that a name is unknown when its own definition could not be read."""
    for found in problems:
        moved = draft.entries[name, key.name].moved(found)
        if found.code not in _UNKNOWN_NAMES or not _excused(draft, dict(found.values)["found"]):
            draft.desk.problems.append(moved)


def _excused(draft: Draft, name: str) -> bool:
    return draft.incomplete or name in draft.broken


def _check_condition(draft: Draft, name: str, key: Key, expression: Expression) -> None:
    """`als` of an outcome names only criteria and yes/no calculations, with en, of, niet and brackets."""
    entry = draft.entries[name, key.name]
    pattern = {name for mapping in DEFINITIONS for name in draft.parts[mapping]}
    for node, _ in parts(expression.root):
        named = isinstance(node, Name) and node.name in pattern
        if not named and not isinstance(node, Both | Either | Not):
            first, last = node.at
            draft.desk.report("M241", entry.at(first, last - first), found=entry.value[first:last])
            return


def _check_half_read(draft: Draft, kind: Kind, name: str, item: Any, visible: Visible) -> None:  # noqa: ANN401
    """The names in a block of which another key could not be read: all its problems come at once."""
    for key in kind.keys:
        value = getattr(item, key.field)
        if isinstance(value, Expression) and value.text != OTHERWISE and not key.per_record:
            _checked(draft, name, key, value, key.wanted, list_of(item), visible)
    _check_references(draft, kind, name, item, visible)


def _check_references(draft: Draft, kind: Kind, name: str, item: Any, visible: Visible) -> None:  # noqa: ANN401
    for key in (key for key in kind.keys if key.refers):
        value = getattr(item, key.field)
        known = {found for mapping in key.refers for found in draft.parts[mapping]}
        if not key.per_record:
            known -= visible.list_of.keys()
        for used in (value,) if isinstance(value, str) and value else value or ():
            if used not in known and "." not in used:  # regelset.voorwaarde: see elsewhere.py
                words = ", ".join(WORDS[mapping] for mapping in key.refers)
                place = draft.entries[name, key.name].word(used)
                _report_unknown(draft, used, place, visible, hint=nearest(used, known), expected=words)


def _fill_otherwise(draft: Draft) -> None:
    """`als: anders` means: no other outcome. Only one outcome may say it."""
    outcomes = draft.parts["outcomes"]
    without = [name for name, outcome in outcomes.items() if outcome.when.text == OTHERWISE]
    for name in without[1:]:
        draft.desk.report("M243", draft.entries[name, "als"].place, other=without[0])
    others = tuple(outcomes[name].when.root for name in sorted(outcomes) if name not in without)  # order has no meaning
    if not without or not others:
        return
    at = (0, len(OTHERWISE))
    root = Not(Either(others, at) if len(others) > 1 else others[0], at)
    outcome = outcomes[without[0]]
    outcomes[without[0]] = replace(outcome, when=replace(outcome.when, root=root))
