"""The rule table of outcomes: candidates, who is beaten, and what is left. The same for every ruleset.

A ruleset is facts to the reasoner: each outcome is a list of clauses (its `als`, as alternatives of requirements).
An outcome is a candidate when one clause has no broken requirement; a candidate that another one precedes is beaten;
the outcome is what is left.
"""

from __future__ import annotations

from maatwerk.reasoning.table import Kind, Pattern, Rule, Table, Var

_O, _K, _C, _D = Var("outcome"), Var("clause"), Var("criterion"), Var("other")

KINDS = (
    Kind("verdict", (("criterion", str), ("met", bool)), 0),
    Kind("clause", (("outcome", str), ("clause", int)), 0),
    Kind("needs", (("outcome", str), ("clause", int), ("criterion", str), ("met", bool)), 0),
    Kind("precedes", (("first", str), ("later", str)), 0),
    Kind("broken", (("outcome", str), ("clause", int)), 1),
    Kind("before", (("first", str), ("later", str)), 1),
    Kind("candidate", (("outcome", str),), 2),
    Kind("beaten", (("outcome", str),), 3),
    Kind("outcome", (("outcome", str),), 4),
)

RULES = (
    Rule(
        "a clause breaks on a criterion that should be met",
        1,
        when=(Pattern("needs", (_O, _K, _C, True)), Pattern("verdict", (_C, False))),
        then=(Pattern("broken", (_O, _K)),),
    ),
    Rule(
        "a clause breaks on a criterion that should not be met",
        1,
        when=(Pattern("needs", (_O, _K, _C, False)), Pattern("verdict", (_C, True))),
        then=(Pattern("broken", (_O, _K)),),
    ),
    Rule("who precedes", 1, when=(Pattern("precedes", (_O, _D)),), then=(Pattern("before", (_O, _D)),)),
    Rule(
        "precedence passes on",
        1,
        when=(Pattern("before", (_O, _D)), Pattern("precedes", (_D, _C))),
        then=(Pattern("before", (_O, _C)),),
    ),
    Rule(
        "an outcome with a whole clause is a candidate",
        2,
        when=(Pattern("clause", (_O, _K)),),
        unless=(Pattern("broken", (_O, _K)),),
        then=(Pattern("candidate", (_O,)),),
    ),
    Rule(
        "a candidate is beaten by one that precedes it",
        3,
        when=(Pattern("candidate", (_O,)), Pattern("before", (_O, _D)), Pattern("candidate", (_D,))),
        then=(Pattern("beaten", (_D,)),),
    ),
    Rule(
        "an unbeaten candidate is an outcome",
        4,
        when=(Pattern("candidate", (_O,)),),
        unless=(Pattern("beaten", (_O,)),),
        then=(Pattern("outcome", (_O,)),),
    ),
)

TABLE = Table(KINDS, RULES)
