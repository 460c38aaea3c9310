"""`alles_of_niets`: a small shortfall in money costs at least ten times as much.

Fires when every member of a decisive set has a shortfall in euros; T = their sum > 0; the loss W is at least 10 × T
and at least € 50. Source: ABRvS 23 October 2019, ECLI:NL:RVS:2019:3535 (childcare benefit). Page:
docs/findings/alles_of_niets.md.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from maatwerk.basics.formatting import amount
from maatwerk.basics.text import language, say
from maatwerk.findings.detector import Detector, Found
from maatwerk.findings.vocabulary import NOBODY, SET
from maatwerk.reasoning.table import Fact, Pattern, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maatwerk.findings.view import View
    from maatwerk.outcome.decisive import DecisiveSet

CODE = "alles_of_niets"


def lacking(view: View, decisive: DecisiveSet) -> Fraction | None:
    """T of a set in euros; None when some member lacks something that is no money."""
    parts = [view.shortfall_in_euros(name, decisive) for name in decisive.criteria]
    known = [part for part in parts if part is not None]
    return sum(known, Fraction(0)) if len(known) == len(parts) else None


def _facts(view: View) -> Iterator[Fact]:
    settings = view.situation.ruleset.settings
    for name, decisive in view.sets.items():
        if decisive.loss < settings.all_or_nothing_floor:
            continue
        short = lacking(view, decisive)
        if short and decisive.loss >= settings.all_or_nothing_ratio * short:
            yield Fact("steep", (name,))


def _text(view: View, found: Found) -> str:
    decisive = next(each for each in view.sets.values() if each.criteria == found.members)
    short = lacking(view, decisive) or Fraction(0)
    return say("finding.alles_of_niets", lacking=amount(short, language()), loss=amount(decisive.loss, language()))


def _unjudged(view: View) -> frozenset[str]:
    floor = view.situation.ruleset.settings.all_or_nothing_floor
    great = [each for each in view.sets.values() if each.loss >= floor]
    return frozenset().union(*(view.shortfall_facts(name) for each in great for name in each.criteria))


RULES = (Rule(CODE, 4, when=(Pattern("steep", (SET,)),), then=(Pattern("finding", (CODE, SET, NOBODY)),)),)
DETECTOR = Detector(CODE, "onredelijk", _text, _facts, RULES, unjudged=_unjudged)
