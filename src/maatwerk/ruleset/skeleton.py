"""The text with which a new ruleset begins: everything that must be there, with words on what to fill in."""

from __future__ import annotations

from datetime import date

_FIRST_DAY = date(2026, 1, 1)
_SKELETON = """\
---
taal: maatwerk-1
regelset: {id}
titel: {title}
bestuursorgaan: {body}
geldig_vanaf: {valid_from}
peildatum: aanvraagdatum
rechtsmiddel: bezwaar
beslistermijn: 8 weken
---
# {title}

Gewone zinnen zoals deze mag u overal zetten: het programma leest ze niet. Zet het artikel zelf in een citaat,
met `>` ervoor. Het programma kijkt of de bedragen in het citaat kloppen met die in de regels.

## Waar de regel voor is

### Bedoeling: wie_het_nodig_heeft

- tekst: Dit is er voor wie het nodig heeft.
- bron: Vul in waar dat staat
- draagt: 1
- nagaan: Waar staat dit? En wat kan deze bedoeling dragen: 0 (geen gevolg) tot en met 4 (huis, gezondheid)?

## Wat u moet weten

Vraag alleen wat nodig is. Een gegeven dat geen regel gebruikt, is een probleem.

| gegeven       | soort            | vraag                            | herkomst    | wie         | privacy    |
|---------------|------------------|----------------------------------|-------------|-------------|------------|
| aanvraagdatum | datum            | Wanneer kwam de aanvraag binnen? | zaaksysteem | behandelaar | gewoon     |
| inkomen       | bedrag per maand | Wat is uw inkomen per maand?     | loonstrook  | inwoner     | financieel |

Bedragen die veranderen, staan met hun datum in een tabel van normen.

| norm          | soort            | vanaf        | waarde  | bron         |
|---------------|------------------|--------------|---------|--------------|
| inkomensgrens | bedrag per maand | {valid_from}   | € 1.000 | Vul in       |

## De regels

### Voorwaarde: inkomen_laag

- bron: Vul het artikel in
- rang: beleidsregel
- eis: inkomen <= inkomensgrens
- dient: wie_het_nodig_heeft
- niet_voldaan: Uw inkomen is {{inkomen}}. De grens is {{inkomensgrens}}.
- nagaan: Staat dit artikel er zo?

### Uitkomst: toegekend

- als: inkomen_laag
- soort: toekenning
- tekst: U krijgt wat u hebt aangevraagd.

### Uitkomst: afgewezen

- als: niet inkomen_laag
- soort: afwijzing
- tekst: U krijgt niet wat u hebt aangevraagd.

## Voorbeelden

Elke rij is een geval met de uitkomst die u verwacht. `maatwerk rules test {id}` loopt ze na.

| geval       | aanvraagdatum | inkomen    | => uitkomst |
|-------------|---------------|------------|-------------|
| net onder   | {valid_from}    | € 999,99   | toegekend   |
| op de grens | {valid_from}    | € 1.000    | toegekend   |
| net erover  | {valid_from}    | € 1.000,01 | afgewezen   |
| onbekend    | {valid_from}    | onbekend   | onbekend    |
"""


def new_ruleset_text(ruleset: str, title: str, body: str, valid_from: date = _FIRST_DAY) -> str:
    """A ruleset that the reader accepts, with an example of each thing and words on what to fill in.

    `body` is the administrative body, `valid_from` the first day on which it is in force.
    """
    return _SKELETON.format(id=ruleset, title=title, body=body, valid_from=valid_from.isoformat())
