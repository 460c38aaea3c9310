"""The language check: how plain is a text? Text in, issues with their place out; it knows no letters and no rulesets.

    >>> check("U dient te betalen.", "nl").issues[0].text
    'dient'

No program can prove that people understand a text. Issues say where our writing rules are not followed; the score
stands beside them and decides nothing. What each code means: docs/language-check.md.
"""

from __future__ import annotations

from maatwerk.language.check import check
from maatwerk.language.model import Checked, Code, Issue, Level

__all__ = ["Checked", "Code", "Issue", "Level", "check"]
