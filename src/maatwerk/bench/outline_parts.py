"""Each criterion of an outline as it stands in a text: its block, its fact, its limit, and values on both sides."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from fractions import Fraction
from typing import TYPE_CHECKING

from maatwerk.basics.terms import months_before
from maatwerk.ruleset.cells import write_amount, write_number

if TYPE_CHECKING:
    from collections.abc import Callable

    from maatwerk.bench.outline import Criterion, Outline

AWB_GROUNDS = {"beleidsregel": "awb_4_84", "werkinstructie": "awb_3_4_werkinstructie"}
LIMITS = {"hoogstens": Fraction(1000), "minstens": Fraction(1000), "leeftijd": Fraction(18)}
"""Invented limits, where nobody knows the real one yet."""
_CENT, _DAY = Fraction(1, 100), timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Part:
    """One criterion. `met`, `unmet`: values of its fact; `edges`: values near its limit, and whether they meet it."""

    name: str
    rank: str
    article: str
    aim: str
    fact: str
    fact_row: str
    norm_row: str
    keys: dict[str, str]
    met: str
    unmet: str
    edges: tuple[tuple[str, str, bool], ...]


Parts = tuple[Part, ...]


def parts_of(outline: Outline) -> Parts:
    """Every criterion of the outline, ready to be written."""
    both = zip(outline.names(), outline.criteria, strict=True)
    return tuple(_part(outline, number, name, criterion) for number, (name, criterion) in enumerate(both))


def _part(outline: Outline, number: int, name: str, criterion: Criterion) -> Part:
    rank = criterion.rank or "beleidsregel"
    shape = _SHAPES[criterion.sort](outline, name, criterion)
    way = outline.exception if outline.exception and outline.exception.criterion == number else None
    keys = {
        "bron": criterion.article or "Nog niet bekend",
        "rang": rank,
        "eis": shape.test,
        "dient": f"doel_{name}" if criterion.aim else "doel",
        "naar_bedoeling": f"{shape.test} of iets_bijzonders" if way else "",
        "niet_voldaan": shape.sentence,
        "nagaan": _doubts(criterion),
    }
    question = cell(criterion.question or shape.question)
    fact_row = f"| {shape.fact} | {shape.kind} | {question} | inwoner | inwoner | {shape.privacy} |"
    met, unmet = shape.met, shape.unmet
    return Part(name, rank, criterion.article, criterion.aim, shape.fact, fact_row, shape.norm_row, keys, met, unmet,
                shape.edges)  # fmt: skip


def _doubts(criterion: Criterion) -> str:
    asked = (
        (not criterion.article, "In welk artikel staat dit?"),
        (not criterion.rank, "In welk soort regel staat dit? Dat bepaalt wat er mogelijk is."),
        (criterion.sort in LIMITS and criterion.limit is None, "Wat is de grens? De grens hier is verzonnen."),
        (not criterion.question, "Hoe vraagt u dit aan de inwoner?"),
    )
    return " ".join(question for is_open, question in asked if is_open)


def literally(text: str) -> str:
    """Words of a person for a text of the ruleset: a brace is a brace there only when it stands twice."""
    return text.replace("{", "{{").replace("}", "}}")


def cell(text: str) -> str:
    """The same for a cell of a table."""
    return barred(literally(text))


def barred(text: str) -> str:
    """A text for a cell: a bar in it is written with a backslash, so none may stand before that."""
    return text.replace("\\|", "\\ |").replace("|", "\\|")


@dataclass(frozen=True, slots=True)
class _Shape:
    """What the sort of a criterion makes of it."""

    fact: str
    kind: str
    test: str
    question: str
    sentence: str
    met: str
    unmet: str
    privacy: str = "gewoon"
    norm_row: str = ""
    edges: tuple[tuple[str, str, bool], ...] = ()


def _yes_no(_: Outline, name: str, criterion: Criterion) -> _Shape:
    fact, words = f"antwoord_{name}", literally(criterion.words)
    sentence = f"U voldoet niet aan deze voorwaarde: {words}."
    return _Shape(fact, "ja_nee", fact, f"Klopt dit: {criterion.words}?", sentence, "ja", "nee")


def _amount(outline: Outline, name: str, criterion: Criterion) -> _Shape:
    limit = criterion.limit if criterion.limit is not None else LIMITS[criterion.sort]
    at_most = criterion.sort == "hoogstens"
    kind = f"bedrag per {criterion.period}" if criterion.period else "bedrag"
    below, over = write_amount(limit - _CENT), write_amount(limit + _CENT)
    fact, norm = f"bedrag_{name}", f"grens_{name}"
    on = write_amount(limit)
    edges = (("net onder", below, at_most), ("precies op", on, True), ("net boven", over, not at_most))
    return _Shape(
        fact, kind, f"{fact} {'<=' if at_most else '>='} {norm}", f"Hoeveel is het: {criterion.words}?",
        f"Het bedrag is {{{fact}}}. De grens is {{{norm}}}.", on, over if at_most else below,
        "financieel", _norm_row(outline, norm, kind, on, criterion), edges,
    )  # fmt: skip


def _age(outline: Outline, name: str, criterion: Criterion) -> _Shape:
    years = criterion.limit if criterion.limit is not None else LIMITS["leeftijd"]
    fact, norm = f"geboren_{name}", f"grens_{name}"
    birthday = months_before(outline.valid_from, 12 * int(years))
    edges = (
        ("dag te jong", (birthday + _DAY).isoformat(), False),
        ("precies oud genoeg", birthday.isoformat(), True),
        ("een jaar ouder", months_before(birthday, 12).isoformat(), True),
    )
    return _Shape(
        fact, "datum", f"leeftijd_op({fact}; dag_van_aanvraag) >= {norm}", "Wanneer bent u geboren?",
        f"De leeftijd moet ten minste {{{norm}}} zijn.", edges[1][1], edges[0][1],
        norm_row=_norm_row(outline, norm, "getal (jaar)", write_number(years), criterion), edges=edges,
    )  # fmt: skip


def _norm_row(outline: Outline, norm: str, kind: str, value: str, criterion: Criterion) -> str:
    source = barred(criterion.article) or "Nog niet bekend"
    return f"| {norm} | {kind} | {outline.valid_from} | {value} | {source} |"


_SHAPES: dict[str, Callable[[Outline, str, Criterion], _Shape]] = {
    "ja_nee": _yes_no,
    "hoogstens": _amount,
    "minstens": _amount,
    "leeftijd": _age,
}
