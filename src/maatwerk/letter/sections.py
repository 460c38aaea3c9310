"""From a registered decision to a letter: each part in its order, the decision first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maatwerk.basics.errors import LetterIncomplete
from maatwerk.basics.text import part, say
from maatwerk.letter import answer, closing, told
from maatwerk.letter.complete import require_complete
from maatwerk.letter.draft import Draft
from maatwerk.letter.model import GREETING, Letter, Paragraph, one_line

if TYPE_CHECKING:
    from datetime import date

    from maatwerk.case.model import Resident
    from maatwerk.decision.model import Decision
    from maatwerk.letter.model import Section, Sender
    from maatwerk.ruleset.model import Ruleset

NO_NUMBER = "…"  # of a decision that is not registered yet
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
    return composed(Draft(stored_number, decision, ruleset, sender, sent_on, lang))


def composed(draft: Draft) -> Letter:
    """The letter of a draft about a decision. Raises `LetterIncomplete` as `compose`."""
    sections = tuple(section for write in PARTS if (section := write(draft)) is not None)
    return complete_letter(draft, sections)


def complete_letter(draft: Draft, sections: tuple[Section, ...]) -> Letter:
    """These sections with the head and the foot of a letter. Raises `LetterIncomplete` as `compose`."""
    letter = Letter(
        lang=draft.lang,
        subject=_subject(sections[0]),
        addressee=_addressee(draft),
        salutation=_salutation(draft),
        number=draft.number,
        case_id=draft.decision.case,
        date=draft.sent_on,
        outcome=draft.decision.outcome,
        group=draft.group,
        remedy=draft.remedy,
        last_day=closing.last_day(draft),
        sender=draft.sender.name,
        sections=sections,
        signature=closing.signature(draft),
        dutch=tuple(draft.stays_dutch),
    )
    require_complete(letter, draft.gaps)
    return letter


def still_needed(decision: Decision, ruleset: Ruleset, sender: Sender, on: date) -> tuple[tuple[str, str], ...]:
    """What a letter of this decision will miss, to know before it is registered; nothing for a counter act.

    The letter in Dutch, and in the language of the resident.
    """
    if decision.track == "licht":
        return ()
    found: dict[tuple[str, str], None] = {}
    for lang in dict.fromkeys(("nl", decision.resident.language if decision.resident else "nl")):
        try:
            compose(NO_NUMBER, decision, ruleset, sender, on, lang)
        except LetterIncomplete as incomplete:
            found |= dict.fromkeys(incomplete.missing)
    return tuple(found)


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
    if not resident.address and draft.decision.track == "zwaar" and not _comes_digitally(draft, resident):
        draft.gap("geadresseerde", "address")
    return tuple(one_line(line) for line in (resident.name, *resident.address))


def _comes_digitally(draft: Draft, resident: Resident) -> bool:
    return resident.channel == "digitaal" and resident.digital_on(draft.sent_on)


def _salutation(draft: Draft) -> str:
    resident = draft.decision.resident
    if resident is None:
        return ""
    return draft.say("salutation", name=_addressed(one_line(resident.salutation or resident.name), draft.lang))


def _addressed(name: str, lang: str) -> str:
    """`mevrouw De Boer`, in an English letter `Mrs De Boer`; without the word of greeting that somebody wrote too."""
    name = GREETING.sub("", name)
    for key, title in part("letter", lang).items():
        written = key.removeprefix("title.").replace("_", " ")
        if key.startswith("title.") and name.lower().startswith(f"{written} "):
            return f"{title}{name[len(written) :]}"
    return name
