"""Names of laws written out: a resident does not know what `Awb` stands for."""

from __future__ import annotations

import re

LAWS = {
    "Awb": "Algemene wet bestuursrecht",
    "Awir": "Algemene wet inkomensafhankelijke regelingen",
    "IOAW": "Wet inkomensvoorziening oudere en gedeeltelijk arbeidsongeschikte werkloze werknemers",
    "Pw": "Participatiewet",
    "Wgs": "Wet gemeentelijke schuldhulpverlening",
    "Wmo": "Wet maatschappelijke ondersteuning",
}
"""Abbreviation → name, of those that mean one law; what is not in here stays as a jurist wrote it."""
_SHORT = re.compile(rf"\b({'|'.join(LAWS)})\b")


def written_out(article: str) -> str:
    """An article with the name of its law in full: `Awb, artikel 4:84` is in the Algemene wet bestuursrecht."""
    return _SHORT.sub(lambda found: LAWS[found[1]], article)
