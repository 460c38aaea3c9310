"""What the commands about letters share: the decision of a number, its rules, and its letter as of a day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from maatwerk.basics.text import say

if TYPE_CHECKING:
    from datetime import date

    from maatwerk.decision.model import Decision
    from maatwerk.letter.model import Letter
    from maatwerk.letter.posted import Post
    from maatwerk.organisation.folder import Organisation
    from maatwerk.register import Register
    from maatwerk.ruleset.model import Ruleset


@dataclass(frozen=True, slots=True)
class Found:
    """A registered decision with its rules, and where both came from."""

    organisation: Organisation
    register: Register
    number: str
    decision: Decision
    rules: Ruleset

    def letter(self, sent_on: date, lang: str) -> Letter:
        """Its letter, sent on a day. Raises MaatwerkError for a day that cannot be, LetterIncomplete."""
        from maatwerk.letter.model import Sender
        from maatwerk.letter.sections import compose
        from maatwerk.letter.sending import require_day

        require_day(self.decision, sent_on)
        sender = Sender.of(self.organisation.settings)
        return compose(self.number, self.decision, self.rules, sender, sent_on, lang)

    def post(self) -> Post:
        """What the register knows of its letters."""
        from maatwerk.letter.posted import Post

        return Post(self.number, self.register.entries())


def decision_of(number: str) -> Found:
    """A registered decision by its number. Raises MaatwerkError, RegisterRefused."""
    from maatwerk.basics.bounds import use
    from maatwerk.organisation.folder import Organisation
    from maatwerk.register import Register
    from maatwerk.register.decisions import decision_from

    organisation = Organisation.find()
    use(organisation.bounds)
    register = Register.open(organisation.register, create=False)
    decision = decision_from(register.decision(number))
    return Found(organisation, register, number, decision, _rules_of(decision, organisation))


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
