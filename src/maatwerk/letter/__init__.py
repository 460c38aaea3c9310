"""The letter: plain sections from a registered decision, checked for what must be in it, then laid out."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from maatwerk.decision.model import Decision
    from maatwerk.letter.formats.text import TextFormat
    from maatwerk.letter.model import Sender
    from maatwerk.ruleset.model import Ruleset


def write_letter(
    stored_number: str,
    decision: Decision,
    ruleset: Ruleset,
    sender: Sender,
    sent_on: date,
    *,
    form: TextFormat = "txt",
    lang: str = "nl",
) -> str:
    """The letter of a registered decision as `txt`, `md` or `html`.

    Raises `LetterIncomplete` when a required part is missing.
    """
    from maatwerk.letter.formats.text import render  # noqa: PLC0415 - jinja2 only when there is a letter to make
    from maatwerk.letter.sections import compose  # noqa: PLC0415

    return render(compose(stored_number, decision, ruleset, sender, sent_on, lang), form)
