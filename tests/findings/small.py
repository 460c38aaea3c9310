"""Small rulesets as Markdown, with only the keys that matter; the keys that must be there besides are filled in.

`ruleset(text)` reads them, `check(rules, inkomen="1010.00")` gives the assessment of a case. Facts come from the
resident and are verified, and the resident was heard, unless a test says otherwise. A text may begin with lines for
the front matter, between `---`.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

from maatwerk.api import check as assess
from maatwerk.api import load_case
from maatwerk.loading.analysis import analysed
from maatwerk.ruleset.library import shipped
from maatwerk.ruleset.reading import Reading, read_text

if TYPE_CHECKING:
    from maatwerk.assessment.model import Assessment
    from maatwerk.case.model import Case
    from maatwerk.ruleset.model import Ruleset

TODAY = date(2026, 3, 2)
INCOME_LIMIT = """
| gegeven | soort |
|---|---|
| inkomen | bedrag per maand |

### Voorwaarde: laag
- eis: inkomen <= € 1.000

### Uitkomst: geld
- als: laag
- soort: toekenning

### Uitkomst: geen_geld
- als: niet laag
"""
"""The smallest ruleset with an adverse outcome: money below an income, and none above it."""

FRONT = """---
taal: maatwerk-1
regelset: klein
titel: Een kleine regelset
bestuursorgaan: het college
geldig_vanaf: 2026-01-01
peildatum: dag
rechtsmiddel: bezwaar
gebruikt: awb, participatiewet
---
"""
DAY = "\n| gegeven | soort |\n|---|---|\n| dag | datum |\n"
ALSO = {
    "bedoeling": {"tekst": "Hiervoor is de regel er."},
    "berekening": {},
    "voorwaarde": {"bron": "Beleidsregel, artikel 1", "rang": "beleidsregel", "niet_voldaan": "Dit is niet zo."},
    "uitkomst": {"soort": "afwijzing", "tekst": "Dit is het besluit."},
    "gevolg": {"raakt": "inkomen", "ernst": "2", "tekst": "Dit is het gevolg."},
    "signaal": {"aard": "onredelijk", "tekst": "Let hierop.", "doe": "Doe dit."},
    "grond": {"artikel": "Verordening, artikel 9", "trede": "C", "toets": "Past dit?", "bevoegd": "behandelaar"},
    "uitzondering": {"mag_als": "ja", "bevoegd": "behandelaar", "zeg": "Dit kan wel."},
    "alternatief": {"soort": "andere_regeling", "tekst": "Dit kan ook."},
    "open_norm": {},
    "oordeel": {},
    "belofte": {"wat": "Wij doen dit.", "wie": "team", "termijn": "1 dag", "vanaf": "dag"},
    "instellingen": {"waarom": "Voor deze test."},
}
COLUMNS = {"vraag": "Wat is {}?", "herkomst": "inwoner", "wie": "inwoner", "privacy": "gewoon"}
_FRONT = re.compile(r"\s*---\n(.*?)---\n", re.DOTALL)
_HEADING = re.compile(r"^### (\w+)(?:: \w+)?$", re.MULTILINE)

TRIPS = """
| gegeven | soort |
|---|---|
| reizen | lijst |
| reizen.sinds | datum |

### Oordeel: nodig
- per: reizen
- vraag: Was de reis van {sinds} nodig?
- wie: jurist
- kader: Kijk waar de reis voor was.

### Voorwaarde: telt
- eis: er_is(reizen waar nodig)

### Uitkomst: geld
- als: telt
- soort: toekenning

### Uitkomst: geen_geld
- als: niet telt
"""


def whole(text: str) -> str:
    """The text as a document: front matter, all columns of facts, and in each block the keys that must be there."""
    own = _FRONT.match(text)
    front, text = (own[1] + "---\n", text[own.end() :]) if own else ("---\n", text)
    head, *blocks = re.split(r"(?=^### )", text, flags=re.MULTILINE)
    return (
        FRONT.removesuffix("---\n")
        + front
        + "\n".join([_tables(f"{DAY}\n{head}"), *(_filled(block) for block in blocks)])
    )


def _tables(text: str) -> str:
    row = re.compile(r"^\| (?P<name>[a-z0-9_.]+) +\| (?P<kind>[^|]+?) +\|$", re.MULTILINE)

    def filled(match: re.Match[str]) -> str:
        is_head = match["name"] == "gegeven"
        more = [key if is_head else value.format(match["name"]) for key, value in COLUMNS.items()]
        return f"| {match['name']} | {match['kind']} | {' | '.join(more)} |"

    return row.sub(filled, text).replace("\n|---|---|\n", "\n|---|---|---|---|---|---|\n")


def _filled(block: str) -> str:
    heading = _HEADING.search(block)
    assert heading, block
    wanted = ALSO[heading[1].lower()]
    missing = {key: value for key, value in wanted.items() if f"\n- {key}:" not in block}
    keys = "".join(f"\n- {key}: {value}" for key, value in missing.items())
    return block.rstrip().replace(heading[0], heading[0] + "\n" + keys, 1) + "\n"


def read(text: str) -> Reading:
    """The whole text, read as a file of the shipped library."""
    return read_text(whole(text), "klein/2026-01-01.md", shipped())


@cache
def ruleset(text: str) -> Ruleset:
    """The ruleset, with its impossible patterns known. Fails when it has a problem that is more than a warning."""
    reading = read(text)
    assert reading.ruleset is not None, [each for each in reading.problems if not each.warning]
    return analysed(reading.ruleset)


def fact(value: str, **more: object) -> dict[str, object]:
    """A fact that the resident told and someone verified, unless said otherwise."""
    return {"value": value, "by": "inwoner", "verified": True, **more}


def records(*found: dict[str, str], complete: bool = True) -> dict[str, object]:
    """The records of a list, each field told by the resident and verified."""
    rows = [{name: fact(value) for name, value in each.items()} for each in found]
    return {"records": rows, "complete": complete}


def case(
    rules: Ruleset,
    *,
    process: dict[str, Any] | None = None,
    received: str | None = None,
    **facts: str | dict[str, object],
) -> Case:
    """A case on 2 March 2026."""
    given = {name: fact(value) if isinstance(value, str) else value for name, value in facts.items()}
    heard = {"heard": {"on": "2026-03-01"}} if process is None else process
    known = {"dag": fact("2026-03-02"), **given}
    data: dict[str, Any] = {
        "case": "proef",
        "ruleset": rules.id,
        "received": received,
        "facts": known,
        "process": heard,
    }
    return load_case(data, rules)


def check(
    text: str,
    *,
    process: dict[str, Any] | None = None,
    notes: tuple[str, ...] = (),
    questions: bool = False,
    received: str | None = None,
    today: date = TODAY,
    **facts: str | dict[str, object],
) -> Assessment:
    """The assessment of a case under a small ruleset."""
    rules = ruleset(text)
    found = case(rules, process=process, received=received, **facts)
    return assess(rules, found, today=today, adopted=True, notes=notes, questions=questions)


def codes(assessment: Assessment) -> set[str]:
    """The codes of all findings."""
    return {each.code for each in assessment.findings}


def weights(assessment: Assessment) -> dict[str, str]:
    """The weight of each finding."""
    return {each.code: each.weight for each in assessment.findings}


def points(assessment: Assessment) -> list[tuple[str, ...]]:
    """The codes of each point, in the order in which a person sees them."""
    return [point.codes for point in assessment.points]


def ways(assessment: Assessment) -> list[str]:
    """The ids of the proposals on which one can decide, in order."""
    return [each.id for each in assessment.proposals if not each.ask_jurist]


def no(assessment: Assessment) -> str | None:
    """The kind of no; None when there is room, or nothing to depart from."""
    return assessment.no_room.kind if assessment.no_room else None
