"""An honest no in words, with the question for the jurist written out."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from maatwerk.assessment.model import NoRoom
from maatwerk.basics.text import say
from maatwerk.criteria.wording import filled, readable
from maatwerk.proposals.no_room import sets_for_no_room

if TYPE_CHECKING:
    from maatwerk.findings.view import View
    from maatwerk.proposals.propose import Room


def no_room(view: View, found: Room) -> NoRoom | None:
    """Why nothing is proposed; None when something is, or when there is nothing to depart from."""
    if found.no is None:
        return None
    names = found.forbidden_by or tuple(dict.fromkeys(chain(*sets_for_no_room(view).values())))
    return NoRoom(
        kind=found.no,
        text=say(f"assessment.no.{found.no}"),
        jurist_question=" ".join(filter(None, (_question(view, names), _grounds(view, found)))),
        signal_upward=found.no == "wet_verbiedt",
    )


def _question(view: View, names: tuple[str, ...]) -> str:
    criteria = {view.criterion(name).name: view.criterion(name) for name in names}.values()
    rules = "; ".join(f"{readable(each.name)} ({each.source})" for each in criteria if each.kind != "kenmerk")
    outcome = filled(view.outcome.text, view.situation) if view.outcome else ""
    return say("assessment.jurist_question", outcome=outcome, rules=rules or say("assessment.no_rule"))


def _grounds(view: View, found: Room) -> str:
    articles = [view.situation.ruleset.grounds[name].article for name in found.withheld]
    return say("assessment.jurist_grounds", grounds="; ".join(articles)) if articles else ""
