"""What may be written in a table: its columns, and the cells of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maatwerk.editor import explained
from maatwerk.editor.offers import Offer, named, options
from maatwerk.editor.values import roles, types
from maatwerk.ruleset.cells import NONE, NOTHING, UNKNOWN
from maatwerk.ruleset.example_cells import AFTER, DEFAULTS, EXPECTED, what_and_after
from maatwerk.ruleset.examples import AMOUNT_COLUMN, OUTCOME
from maatwerk.ruleset.kinds import FINDINGS
from maatwerk.ruleset.meanings import meanings
from maatwerk.ruleset.tables import EXAMPLES, FACT_COLUMNS, MAY_ADD, NORM_COLUMNS, PRIVACY
from maatwerk.ruleset.typename import LIST

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from maatwerk.editor.names import Known
    from maatwerk.editor.opened import Opened
    from maatwerk.editor.where import Spot

_COLUMNS = {FACT_COLUMNS[0]: FACT_COLUMNS, NORM_COLUMNS[0]: NORM_COLUMNS}
_RESULTS = ("uitkomst", "bedrag", "bevindingen", "voorstellen", "gronden")


def of_column(opened: Opened, spot: Spot) -> Iterator[Offer]:
    """The columns that a table does not have yet; of a new table also its first."""
    kind = spot.kind
    if kind in _COLUMNS:
        for column in (*_COLUMNS[kind], *MAY_ADD[kind]):
            if column not in spot.written or column == spot.key:
                yield Offer(column, "key", told=explained.of_column(kind, column))
    elif kind == EXAMPLES:
        yield from _of_examples(opened, spot)
    else:
        yield from (Offer(column, "key") for column in (*_COLUMNS, EXAMPLES))


def _of_examples(opened: Opened, spot: Spot) -> Iterator[Offer]:
    arrow = "" if spot.here.text.lstrip().startswith("=>") else EXPECTED
    if arrow:
        yield from named(each for each in opened.names.of("gegeven", "oordeel", "lijst", "veld"))
        told = meanings("zaak")
        yield from (Offer(name, "name", told=told[name]) for name in told)
    for name in _RESULTS:
        yield Offer(f"{arrow}{name}", "key", told=explained.of_column(EXAMPLES, f"{EXPECTED}{name}"))
    for each in opened.names.of("berekening", "voorwaarde"):
        yield Offer(f"{arrow}{each.name}", "key", detail=each.sort)
    for each in opened.names.of("uitzondering"):
        for name in (OUTCOME, AMOUNT_COLUMN):
            column = f"{name}{AFTER}{each.name}"
            yield Offer(f"{arrow}{column}", "key", told=explained.of_column(EXAMPLES, f"{EXPECTED}{column}"))


def of_cell(opened: Opened, spot: Spot) -> Iterable[Offer]:
    """What may stand in a cell."""
    match spot.kind, spot.key:
        case ("gegeven", "soort"):
            return (*types(), Offer(LIST, "value", told=explained.plain(meanings("soort")[LIST])))
        case ("norm", "soort"):
            return types()
        case ("gegeven", "wie"):
            return options(roles(opened, "wie"))
        case ("gegeven", "privacy"):
            told = meanings("keuze", "kolom", "privacy")
            return (Offer(word, "option", told=told[word]) for word in PRIVACY)
        case ("norm", "norm"):
            return named(opened.names.of("norm"))
        case ("geval", column):
            return _of_example(opened, column)
        case _:
            return ()


def _of_example(opened: Opened, column: str) -> Iterator[Offer]:
    if column == EXAMPLES:
        yield from options((DEFAULTS,))
    elif column.startswith(EXPECTED.strip()):
        yield from _expected(opened, column.removeprefix(EXPECTED.strip()).strip())
    elif known := opened.names.get(column):
        yield from _answers(known)
        yield from options((UNKNOWN,))


def _expected(opened: Opened, name: str) -> Iterator[Offer]:
    name, exceptions = what_and_after(name)
    yield from options((NONE,) if exceptions else ())
    match name:
        case "uitkomst":
            yield from named(opened.names.of("uitkomst"))
            yield from options((UNKNOWN,))
        case "bevindingen":
            yield from options((*FINDINGS, NONE))
            yield from named(opened.names.of("signaal"))
        case "voorstellen":
            yield from named(opened.names.of("uitzondering"))
            yield from options((NONE,))
        case "gronden":
            yield from named(opened.names.of("grond"))
            yield from options((NONE,))
        case _:
            known = opened.names.get(name)
            yield from _answers(known) if known else ()
            yield from options((UNKNOWN,))


def _answers(known: Known) -> Iterator[Offer]:
    """The values that a type names."""
    if known.type is None:
        return
    yes_no = ("ja", "nee") if known.type.sort == "ja_nee" else ()
    empty = (NOTHING,) if known.type.or_empty else ()
    yield from options((*yes_no, *known.type.options, *empty), detail=known.name)
