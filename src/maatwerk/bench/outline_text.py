"""From an outline to the text of a ruleset: one that can be checked, with examples that hold and its doubts marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maatwerk.bench.outline_examples import examples
from maatwerk.bench.outline_parts import AWB_GROUNDS, cell, literally, parts_of
from maatwerk.ruleset.blocks import prose_heading
from maatwerk.ruleset.cells import write_amount
from maatwerk.ruleset.formatting import formatted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from maatwerk.bench.outline import Outline, WayOut
    from maatwerk.bench.outline_parts import Parts

PLACEHOLDER = 100  # euros, where nobody knows the amount yet
OWN_RUNGS = {"wet": "B", "amvb_of_regeling": "C", "verordening": "C"}
BEGIN = """\
Dit is een begin. Alleen de lijsten, de tabellen en de citaten hebben betekenis voor het programma; zinnen zoals deze
mag u overal zetten. Zet het artikel zelf in een citaat, met `>` ervoor. Bij `nagaan` staat wat nog niet zeker is."""


def written(outline: Outline) -> str:
    """The text of a ruleset for this outline, in the one form of `rules format`."""
    parts = parts_of(outline)
    pieces = [
        _front(outline),
        f"# {prose_heading(outline.title)}",
        BEGIN,
        *_purposes(outline, parts),
        "## Wat u moet weten",
        *_tables(outline, parts),
        "## De regels",
        *(_block(f"Voorwaarde: {each.name}", each.keys) for each in parts),
        *_outcomes(outline, parts),
        "## Wat wel kan",
        *(_way_out(outline.exception, parts) if outline.exception else ()),
        _block("Alternatief: opnieuw_vragen", {
            "bij": "afwijzen", "soort": "later_opnieuw", "tekst": "Verandert er iets? Vraag dan opnieuw aan.",
        }),
        "## Voorbeelden",
        examples(outline, parts),
    ]  # fmt: skip
    return formatted("\n\n".join(piece for piece in pieces if piece) + "\n")


def _front(outline: Outline) -> str:
    lines = {
        "taal": "maatwerk-1",
        "regelset": outline.id,
        "titel": outline.title,
        "geldig_vanaf": outline.valid_from.isoformat(),
        "bestuursorgaan": outline.body,
        "rechtsmiddel": outline.remedy,
        "peildatum": "dag_van_aanvraag",
        "gebruikt": "awb",
        "beslistermijn": f"{outline.weeks or 8} weken",
    }
    return "\n".join(["---", *(f"{key}: {value}" for key, value in lines.items()), "---"])


def _block(heading: str, keys: dict[str, str]) -> str:
    return "\n".join([f"### {heading}", "", *(f"- {key}: {value}" for key, value in keys.items() if value)])


def _doubts(*asked: tuple[bool, str]) -> str:
    """The questions of which it is so that they are still open, as one `nagaan`."""
    return " ".join(question for is_open, question in asked if is_open)


def _purposes(outline: Outline, parts: Parts) -> Iterator[str]:
    doubts = _doubts(
        (not outline.purpose, "Wat wil deze regeling voor mensen bereiken?"),
        (not outline.purpose_source, "Waar staat dat doel?"),
    )
    text = literally(outline.purpose) or "Nog niet opgeschreven: wat deze regeling voor mensen wil bereiken."
    yield _block("Bedoeling: doel", {
        "tekst": text, "bron": outline.purpose_source or "Nog niet bekend", "nagaan": doubts,
    })  # fmt: skip
    for each in parts:
        if each.aim:
            doubt = "Waar staat dit doel?"
            keys = {"tekst": literally(each.aim), "bron": each.article or "Nog niet bekend", "nagaan": doubt}
            yield _block(f"Bedoeling: doel_{each.name}", keys)


def _tables(outline: Outline, parts: Parts) -> Iterator[str]:
    facts = ["| dag_van_aanvraag | datum | Wanneer kwam de aanvraag binnen? | zaaksysteem | behandelaar | gewoon |"]
    facts += [each.fact_row for each in parts]
    if outline.exception:
        question = outline.exception.question or "Is er iets bijzonders waardoor de regel hier verkeerd uitpakt?"
        facts.append(f"| iets_bijzonders | ja_nee | {cell(question)} | inwoner | inwoner | gewoon |")
    yield _table("gegeven | soort | vraag | herkomst | wie | privacy", facts)
    norms = [each.norm_row for each in parts if each.norm_row]
    if outline.pays:
        amount = write_amount(outline.amount) if outline.amount is not None else f"€ {PLACEHOLDER}"
        norms.append(f"| vergoeding | bedrag | {outline.valid_from} | {amount} | Nog niet bekend |")
    if norms:
        yield _table("norm | soort | vanaf | waarde | bron", norms)


def _table(header: str, rows: Iterable[str]) -> str:
    return "\n".join([f"| {header} |", "|---" * (header.count("|") + 1) + "|", *rows])


def _outcomes(outline: Outline, parts: Parts) -> Iterator[str]:
    names = [each.name for each in parts]
    doubts = _doubts(
        (outline.pays and outline.amount is None, f"Hoe hoog is het bedrag? € {PLACEHOLDER} is verzonnen."),
        (outline.pays, "In welk artikel staat het bedrag?"),
        (not outline.gets, "Wat krijgt de inwoner precies?"),
        (outline.weeks is None, "Is de beslistermijn 8 weken?"),
    )
    gets = literally(outline.gets) or "U krijgt wat u hebt aangevraagd."
    yield _block("Uitkomst: toekennen", {
        "als": " en ".join(names), "soort": "toekenning", "bedrag": "vergoeding" if outline.pays else "",
        "tekst": f"{gets} Het is {{vergoeding}}." if outline.pays else gets, "nagaan": doubts,
    })  # fmt: skip
    yield _block("Uitkomst: afwijzen", {
        "als": " of ".join(f"niet {name}" for name in names), "soort": "afwijzing",
        "tekst": literally(outline.refusal) or "U krijgt niet wat u hebt aangevraagd.",
    })  # fmt: skip


def _way_out(way: WayOut, parts: Parts) -> Iterator[str]:
    part = parts[way.criterion]
    ground = AWB_GROUNDS.get(part.rank, "eigen_grond")
    if ground == "eigen_grond":
        doubt = _doubts((not way.article, "In welk artikel staat dat hiervan mag worden afgeweken?"))
        yield _block("Grond: eigen_grond", {
            "artikel": way.article or "Nog niet bekend", "trede": OWN_RUNGS[part.rank], "op": part.name,
            "toets": "Pakt de regel hier verkeerd uit, gelet op het doel ervan?",
            "vragen": "geschikt, noodzakelijk, evenwichtig", "bevoegd": way.authority, "nagaan": doubt,
        })  # fmt: skip
    doubt = "" if way.question else "Welk gegeven laat zien dat de uitzondering past? En wie mag die toestaan?"
    yield _block("Uitzondering: toch_toekennen", {
        "op": part.name, "grond": ground, "mag_als": "iets_bijzonders", "bevoegd": way.authority,
        "zeg": "Er is iets bijzonders. Wij kijken of wij daar rekening mee kunnen houden.", "nagaan": doubt,
    })  # fmt: skip
