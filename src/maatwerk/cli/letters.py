"""What the commands about letters share: the decision of a number, its rules, and its letter as of a day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from maatwerk.basics.text import say

if TYPE_CHECKING:
    from datetime import date

    from maatwerk.decision.model import Decision
    from maatwerk.letter.model import Letter
    from maatwerk.organisation.folder import Organisation
    from maatwerk.register import Register
    from maatwerk.ruleset.model import Ruleset


@dataclass(frozen=True, slots=True)
class Found:
    """A decision with its letter, and where both came from."""

    organisation: Organisation
    register: Register
    decision: Decision
    letter: Letter


def letter_of(number: str, sent_on: date, lang: str) -> Found:
    """The letter of a registered decision, sent on a day. Raises MaatwerkError, LetterIncomplete, RegisterRefused."""
    from maatwerk.basics.bounds import use
    from maatwerk.letter.model import Sender
    from maatwerk.letter.sections import compose
    from maatwerk.organisation.folder import Organisation
    from maatwerk.register import Register
    from maatwerk.register.decisions import decision_from

    organisation = Organisation.find()
    use(organisation.bounds)
    register = Register.open(organisation.register, create=False)
    decision = decision_from(register.decision(number))
    rules, sender = _rules_of(decision, organisation), Sender.of(organisation.settings)
    return Found(organisation, register, decision, compose(number, decision, rules, sender, sent_on, lang))


def _rules_of(decision: Decision, organisation: Organisation) -> Ruleset:
    """The rules as they were decided with. Raises MaatwerkError when their text has changed since."""
    from maatwerk import load_ruleset
    from maatwerk.basics.errors import MaatwerkError
    from maatwerk.decision.facts_used import on_its_days

    used = decision.assessment.ruleset
    rules = on_its_days(load_ruleset(organisation.rulesets / used.id / f"{used.valid_from}.md"), decision)
    if rules.identity.rules_hash != used.rules_hash:
        raise MaatwerkError(say("cli.letter.rules_changed", ruleset=used.id))
    return rules
