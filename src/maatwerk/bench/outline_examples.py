"""The examples of a new ruleset: all met, each criterion not met, each limit from both sides, not known yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from maatwerk.bench.outline import Outline
    from maatwerk.bench.outline_parts import Parts

Row = tuple[str, dict[str, str]]


def examples(outline: Outline, parts: Parts) -> str:
    """The table of examples; its first row holds for all others."""
    facts = ["dag_van_aanvraag", *(each.fact for each in parts)] + ["iets_bijzonders"] * bool(outline.exception)
    columns = [*facts, "=> uitkomst", *["=> voorstellen"] * bool(outline.exception)]
    lines = [f"| geval | {' | '.join(columns)} |", "|---" * (len(columns) + 1) + "|"]
    lines += [_line(name, cells, columns) for name, cells in _rows(outline, parts)]
    return "\n".join(lines)


def _line(name: str, cells: Mapping[str, str], columns: list[str]) -> str:
    return f"| {name} | {' | '.join(cells.get(column, '') for column in columns)} |"


def _rows(outline: Outline, parts: Parts) -> Iterator[Row]:
    usual = {"dag_van_aanvraag": outline.valid_from.isoformat(), **{each.fact: each.met for each in parts}}
    yield "standaard", usual | ({"iets_bijzonders": "nee"} if outline.exception else {})
    yield "alles voldaan", {"=> uitkomst": "toekennen"}
    for each in parts:
        for words, value, met in each.edges:
            yield f"{words}: {each.name}", {each.fact: value, "=> uitkomst": "toekennen" if met else "afwijzen"}
        if not each.edges:
            yield f"niet: {each.name}", {each.fact: each.unmet, "=> uitkomst": "afwijzen"}
    if outline.exception:
        part = parts[outline.exception.criterion]
        yield (
            "iets bijzonders",
            {
                part.fact: part.unmet,
                "iets_bijzonders": "ja",
                "=> uitkomst": "afwijzen",
                "=> voorstellen": "toch_toekennen",
            },
        )
    yield "nog niet bekend", {parts[0].fact: "onbekend", "=> uitkomst": "onbekend"}
