"""Facts and norms that nothing uses: a question that need not be asked (artikel 4:4 Awb)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maatwerk.basics.problems import Problem, problem
from maatwerk.expressions.names import names_in
from maatwerk.ruleset.model import Text, asked

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maatwerk.ruleset.checks.look import Look


def facts_that_nothing_uses(look: Look) -> Iterator[Problem]:
    """M210: no rule, text or exception names this fact. A building block may leave that to its users."""
    used = used_names(look)
    for fact in asked(look.ruleset):
        if fact.name not in used and look.own(fact.name) and not look.ruleset.header.is_building_block:
            yield problem("M210", fact.place, name=fact.name)


def norms_that_nothing_uses(look: Look) -> Iterator[Problem]:
    """M211: a norm of the document itself that nothing names."""
    used = used_names(look)
    for name, norm in look.ruleset.norms.items():
        if name not in used and look.own(name) and not look.ruleset.header.is_building_block:
            yield problem("M211", norm.place, warning=True, name=name)


def used_names(look: Look) -> frozenset[str]:
    """Every name in an expression, a text or a list of names, and those of the front matter. Not those of examples."""
    header = look.ruleset.header
    found = {*header.reference_date.split("."), header.term_calculation}
    for fact in asked(look.ruleset):
        found.update(fact.question.names)
    for kind, _, item in look.blocks():
        for _, expression in kind.expressions(item):
            found |= names_in(expression.root)
        found.update(kind.references(item))
        for text in (getattr(item, key.field) for key in kind.keys):
            found.update(text.names if isinstance(text, Text) else ())
    return frozenset(found)
