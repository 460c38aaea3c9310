"""From a registered decision to a letter: each part in its order, the decision first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maatwerk.basics.errors import LetterIncomplete
from maatwerk.basics.text import say
from maatwerk.letter import answer, closing, told
from maatwerk.letter.complete import require_complete
from maatwerk.letter.draft import Draft
from maatwerk.letter.model import Letter, Paragraph, one_line

if TYPE_CHECKING:
    from datetime import date

    from maatwerk.decision.model import Decision
    from maatwerk.letter.model import Section, Sender
    from maatwerk.ruleset.model import Ruleset

PARTS = (
    answer.decided,
    answer.why,
    told.facts,
    answer.no_exception,
    answer.what_can,
    closing.what_now,
    closing.promises,
    closing.remedy,
    closing.contact,
    closing.rules,
)


def compose(
    stored_number: str, decision: Decision, ruleset: Ruleset, sender: Sender, sent_on: date, lang: str = "nl"
) -> Letter:
    """The letter for a decision that is in the register under `stored_number`, to be sent on `sent_on`.

    `ruleset` is the version decided on. Raises `LetterIncomplete` with all that is missing, each with what to do.
    """
    if decision.outcome not in ruleset.outcomes:
        raise LetterIncomplete([("besluit", say("letter.gap.outcome"))])
    if decision.track == "licht":
        raise LetterIncomplete([("besluit", say("letter.gap.light"))])
    draft = Draft(stored_number, decision, ruleset, sender, sent_on, lang)
    sections = tuple(section for write in PARTS if (section := write(draft)) is not None)
    letter = Letter(
        lang=lang,
        subject=_subject(sections[0]),
        addressee=_addressee(draft),
        salutation=_salutation(draft),
        number=stored_number,
        case_id=decision.case,
        date=sent_on,
        outcome=decision.outcome,
        group=draft.group,
        remedy=draft.outcome.remedy,
        last_day=closing.last_day(draft),
        sender=sender.name,
        sections=sections,
        signature=closing.signature(draft),
    )
    require_complete(letter, draft.gaps)
    return letter


def _subject(first: Section) -> str:
    """The first sentence of the decision, as a subject line: `u krijgt € 449 voor een laptop`."""
    block = first.blocks[0]
    sentence = block.text.split(". ")[0].rstrip(".") if isinstance(block, Paragraph) else ""
    return sentence[:1].lower() + sentence[1:]


def _addressee(draft: Draft) -> tuple[str, ...]:
    resident = draft.decision.resident
    if resident is None:
        draft.gap("geadresseerde", "resident")
        return ()
    return tuple(one_line(line) for line in (resident.name, *resident.address))


def _salutation(draft: Draft) -> str:
    resident = draft.decision.resident
    if resident is None:
        return ""
    return draft.say("salutation", name=one_line(resident.salutation or resident.name))
