"""What detectors say to the reasoner: the closed kinds of facts, and the rules that all detectors share.

A set stands for one decisive set of criteria (D); it is named "s0", "s1" … A set is open when every member has an
indication; codes about criteria are reported for open sets only, so that a rule that fails honestly silences a near
miss beside it.
"""

from __future__ import annotations

from maatwerk.reasoning.table import Kind, Pattern, Rule, Var

SET, CRITERION, CODE, LEVEL, MORE, NAME = (
    Var("set"), Var("criterion"), Var("code"), Var("level"), Var("more"), Var("name"),
)  # fmt: skip
NOBODY = "-"
"""Fills a column of `finding` that does not apply."""

KINDS = (
    Kind("decisive", (("set", str),), 0),
    Kind("member", (("set", str), ("criterion", str)), 0),
    Kind("indication", (("set", str), ("criterion", str), ("code", str)), 0),
    Kind("adverse_kind", (("yes", bool),), 0),
    Kind("felt", (("set", str), ("severity", int)), 0),
    Kind("bears", (("set", str), ("level", int)), 0),
    Kind("steep", (("set", str),), 0),
    Kind("child_hit", (("consequence", str),), 0),
    Kind("offered", (("alternative", str), ("set", str)), 0),
    Kind("repairs", (("alternative", str), ("criterion", str)), 0),
    Kind("collides", (("criterion", str),), 0),
    Kind("procedure", (("code", str),), 0),
    Kind("signalled", (("signal", str),), 0),
    Kind("raised", (("note", str),), 0),
    Kind("indicated", (("set", str), ("criterion", str)), 1),
    Kind("adverse", (("yes", bool),), 1),
    Kind("unrepaired", (("alternative", str), ("set", str)), 1),
    Kind("shut", (("set", str),), 2),
    Kind("open", (("set", str),), 3),
    Kind("finding", (("code", str), ("set", str), ("about", str)), 4),
)

SHARED_RULES = (
    Rule(
        "a member with an indication",
        1,
        when=(Pattern("indication", (SET, CRITERION, None)),),
        then=(Pattern("indicated", (SET, CRITERION)),),
    ),
    Rule(
        "a set is shut by a member without one",
        2,
        when=(Pattern("member", (SET, CRITERION)),),
        unless=(Pattern("indicated", (SET, CRITERION)),),
        then=(Pattern("shut", (SET,)),),
    ),
    Rule(
        "a set that is not shut is open",
        3,
        when=(Pattern("decisive", (SET,)),),
        unless=(Pattern("shut", (SET,)),),
        then=(Pattern("open", (SET,)),),
    ),
    Rule(
        "indications of an open set are reported",
        4,
        when=(Pattern("open", (SET,)), Pattern("indication", (SET, CRITERION, CODE))),
        then=(Pattern("finding", (CODE, SET, CRITERION)),),
    ),
    Rule(
        "what could be better is adverse",
        1,
        when=(Pattern("decisive", (None,)),),
        then=(Pattern("adverse", (True,)),),
    ),
    Rule(
        "an adverse kind of outcome is adverse",
        1,
        when=(Pattern("adverse_kind", (True,)),),
        then=(Pattern("adverse", (True,)),),
    ),
)
