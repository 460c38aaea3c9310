"""The ruleset of these tests with rules that say that we *may*."""

from __future__ import annotations

from dataclasses import replace

from maatwerk.ruleset.model import Ruleset
from tests.letter.made import sportpas


def leaving_room(*names: str) -> Ruleset:
    """The same rules, where these criteria say that we *may*."""
    rules = sportpas()
    loose = {name: replace(rules.criteria[name], room="kan") for name in names}
    return replace(rules, criteria={**rules.criteria, **loose})
