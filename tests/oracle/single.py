"""Where an interval must be exact: each unknown stands once in the whole computation, and all have a simple part."""

from __future__ import annotations

from collections import Counter

from tests.oracle.cases import Small
from tests.oracle.phrases import LIST
from tests.oracle.rules import REFERENCE
from tests.oracle.tree import Node

MEETING = ("=", "!=")


def each_once(small: Small, member: str) -> bool:
    """Whether every unknown fact behind a name is met once, and no test asks for exactly one computed value."""
    name, _, number = member.partition("#")
    counted: Counter[str] = Counter()
    _count(small, Node("name", "", word=name), int(number or 0), counted)
    return all(times == 1 for times in counted.values())


def _count(small: Small, node: Node, number: int, counted: Counter[str]) -> None:
    """Count the unknown facts below a node; `number`: the record where we are, from 1 (-1: one that may still come)."""
    if node.op in ("name", "op", "bij"):
        _count_name(small, node.word, number, counted)
        if node.op == "name":
            return
    if node.op == "verg" and node.word in MEETING and not _is_tried(small, node):
        counted["a value that must be met"] += 2
    if node.list:
        counted[LIST] += small.records is None or not small.complete
        records = [*range(1, len(small.records or []) + 1), *([-1] if LIST in small.slots() else [])]
        for each in records:
            for part in (node.each, node.where):
                if part:
                    _count(small, part, each, counted)
            if node.group:
                counted["a group"] += 2 * _unknown(small, node.group, each)
        return
    for part in node.parts:
        _count(small, part, number, counted)


def _count_name(small: Small, name: str, number: int, counted: Counter[str]) -> None:
    rule = small.rules.rule(name)
    if rule:
        _count(small, rule.node, number if rule.per else 0, counted)
    elif name in small.rules.norms or name == REFERENCE:
        counted["the day"] += 2 * (REFERENCE not in small.facts)
    elif name in small.rules.facts:
        counted[name] += name not in small.facts
    elif _unknown(small, name, number):
        counted[f"{number}.{name}"] += 1


def _is_tried(small: Small, node: Node) -> bool:
    """Whether one fact is compared with one of the values that are tried for it."""
    facts = {**small.rules.facts, **small.rules.lists.get(LIST, {})}
    fact = facts.get(node.parts[0].word) if node.parts[0].op == "name" else None
    return fact is not None and (node.parts[1].value in fact.values or fact.sort == "keuze")


def _unknown(small: Small, field: str, number: int) -> bool:
    return number < 0 or field not in (small.records or [])[number - 1]
