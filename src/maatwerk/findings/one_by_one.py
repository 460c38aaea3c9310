"""The reasoner sees one decisive set at a time, and members of whom the same is said as one.

No rule joins two sets. So a case with 500 records gives the reasoner many times the same small pattern, which it
remembers, and never more facts than it can hold.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from maatwerk.reasoning.agree import Conclusions, reasoner_for
from maatwerk.reasoning.table import Fact

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from maatwerk.reasoning.table import Atom, Table

THE_SET = "#set"
Names = dict[str, tuple[str, ...]]
"""What a short name in a pattern stands for."""


def conclude(table: Table, facts: Iterable[Fact], sets: Mapping[str, Sequence[str]]) -> Conclusions:
    """What follows from facts about some sets (name → members) and about the case itself."""
    about: dict[str, list[Fact]] = {name: [] for name in sets}
    of_the_case: list[Fact] = []
    for fact in facts:
        columns = _columns(table, fact)
        (about[str(columns["set"])] if "set" in columns else of_the_case).append(fact)
    reasoner = reasoner_for(table)
    if not sets:
        return reasoner(of_the_case)
    found, parts = set(), []
    for name, members in sets.items():
        kept = [fact for fact in of_the_case if _columns(table, fact).get("criterion") in {None, *members}]
        pattern, names = _shortened(table, name, members, [*about[name], *kept])
        parts.append(reasoner(pattern))
        found |= {whole for fact in parts[-1].facts for whole in _whole(fact, names)}
    engine = "naive" if any(each.engine == "naive" for each in parts) else parts[0].engine
    return Conclusions(frozenset(found), engine, all(each.agreed for each in parts))


def _columns(table: Table, fact: Fact) -> dict[str, Atom]:
    return {name: value for (name, _), value in zip(table.kinds[fact.kind].columns, fact.values, strict=True)}


def _shortened(table: Table, name: str, members: Sequence[str], facts: list[Fact]) -> tuple[list[Fact], Names]:
    """The facts with one short name for the set, and one for all members of whom the same is said."""
    said: dict[str, set[str]] = {member: set() for member in members}
    for fact in facts:
        columns = _columns(table, fact)
        if "criterion" in columns:
            said[str(columns["criterion"])].add(repr((fact.kind, columns | {"criterion": ""})))
    alike: dict[tuple[str, ...], list[str]] = {}
    for member in members:
        alike.setdefault(tuple(sorted(said[member])), []).append(member)
    names: Names = {f"#{number}": tuple(alike[what]) for number, what in enumerate(sorted(alike))}
    short = {whole: key for key, each in names.items() for whole in each}
    return [_renamed(table, fact, short) for fact in facts], names | {THE_SET: (name,)}


def _renamed(table: Table, fact: Fact, short: Mapping[str, str]) -> Fact:
    """A fact with the short names in the columns of sets and criteria; no other value may be taken for one."""
    columns = _columns(table, fact)
    columns |= {"set": THE_SET} if "set" in columns else {}
    columns |= {"criterion": short[str(columns["criterion"])]} if "criterion" in columns else {}
    return Fact(fact.kind, tuple(columns.values()))


def _whole(fact: Fact, names: Names) -> Iterator[Fact]:
    """A conclusion for every member that its short name stands for."""
    short = [value for value in fact.values if value in names and value != THE_SET]
    for member in names[str(short[0])] if short else ("",):
        whole = {THE_SET: names[THE_SET][0], **dict.fromkeys(map(str, short), member)}
        yield Fact(
            fact.kind, tuple(whole.get(value, value) if isinstance(value, str) else value for value in fact.values)
        )
