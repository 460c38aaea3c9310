"""A ruleset with two exceptions, each for a criterion of its own."""

from __future__ import annotations

from typing import Any

RULES = """
| gegeven | soort |
|---|---|
| woont_hier | ja_nee |
| op_tijd | ja_nee |
| ziek | ja_nee |

### Voorwaarde: inwoner
- eis: woont_hier

### Voorwaarde: tijdig
- eis: op_tijd

### Uitkomst: geld
- als: inwoner en tijdig
- soort: toekenning
- bedrag: € 400

### Uitkomst: geen_geld
- als: niet inwoner of niet tijdig

### Uitzondering: verhuizing
- op: inwoner
- grond: awb_4_84
- mag_als: ziek
- bevoegd: behandelaar
- mits: U schrijft zich in.
- tot: 3 maanden
- zeg: U mag even wachten.

### Uitzondering: ziekte
- op: tijdig
- grond: awb_4_84
- mag_als: ziek
- bevoegd: teamleider
- mits: U laat een brief zien.
- tot: 6 weken
- zeg: U was ziek.
"""
LATE: dict[str, Any] = {"woont_hier": "ja", "op_tijd": "nee", "ziek": "ja"}
BOTH: dict[str, Any] = {"woont_hier": "nee", "op_tijd": "nee", "ziek": "ja"}
LIMIT = "- op: tijdig\n"


def with_key(key: str) -> str:
    """The rules with one more key for the second exception."""
    return RULES.replace(LIMIT, LIMIT + f"- {key}\n")
