"""The language check of a whole letter: it knows in which section the rules stand."""

from __future__ import annotations

import re

from maatwerk.basics.text import say
from maatwerk.language import Checked, check


def checked(text: str, lang: str) -> Checked:
    """Check a letter as text or Markdown. Articles of a law belong in its section with the rules, where it has one."""
    return check(text, lang, rules=rules_section(text, lang))


def rules_section(text: str, lang: str) -> tuple[int, int] | None:
    """From where to where the section with the rules stands: from its heading to the end. None without one."""
    heading = re.escape(say("letter.heading.rules", lang=lang))
    found = re.search(rf"^[#* \t]*{heading}[* \t]*$", text, re.MULTILINE | re.IGNORECASE)
    return (found.start(), len(text)) if found else None
