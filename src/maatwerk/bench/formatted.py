"""A file of rules in its one form, and the proof that it means the same; and its examples, one below the other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from maatwerk.basics.errors import MaatwerkError, ProblemsFound
from maatwerk.basics.problems import Problem
from maatwerk.basics.text import say
from maatwerk.ruleset.build import read_document
from maatwerk.ruleset.cells import is_none
from maatwerk.ruleset.example_cells import EXPECTED
from maatwerk.ruleset.example_records import is_of_records
from maatwerk.ruleset.formatting import formatted
from maatwerk.ruleset.library import BUILDING_BLOCKS
from maatwerk.ruleset.printing import print_ruleset
from maatwerk.ruleset.reading import read_ruleset, read_text
from maatwerk.ruleset.source import read_source
from maatwerk.ruleset.tables import EXAMPLES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from maatwerk.ruleset.model import Ruleset
    from maatwerk.ruleset.tables import ExampleTable, Row


@dataclass(frozen=True, slots=True)
class Formatted:
    """A file with its text as it is and as it would be."""

    file: Path
    ruleset: Ruleset
    before: str
    after: str

    @property
    def changes(self) -> bool:
        """Whether the form changes anything."""
        return self.before != self.after


@dataclass(frozen=True, slots=True)
class ShownExample:
    """One row of a table of examples as written, without its empty cells; `records`: those of its lists."""

    name: str
    given: tuple[tuple[str, str], ...]
    expected: tuple[tuple[str, str], ...]
    records: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]


def formatted_file(file: Path) -> Formatted:
    """The file and its one form. Raises ProblemsFound for a text with problems: what it means is not sure."""
    shelf = library_of(file)
    reading = read_ruleset(file, library=shelf)
    if reading.ruleset is None:
        raise ProblemsFound([each for each in reading.problems if not each.warning])
    before = file.read_bytes().decode()
    after = formatted(before)
    again = read_text(after, str(file), shelf).ruleset
    if again is None or not same_meaning(reading.ruleset, again):
        raise MaatwerkError(say("format.not_the_same", file=file))
    return Formatted(file, reading.ruleset, before, after)


def library_of(file: Path) -> Path:
    """The folder of rulesets that a file stands in: `<id>/<day>.md` or `bouwstenen/<id>/<day>.md`."""
    above = file.absolute().parent.parent
    return above.parent if above.name == BUILDING_BLOCKS else above


def same_meaning(one: Ruleset, other: Ruleset) -> bool:
    """Whether two texts hold the same rules, examples and sentences; the bytes may differ."""
    hashes = [(each.identity.rules_hash, each.identity.examples_hash) for each in (one, other)]
    return hashes[0] == hashes[1] and print_ruleset(one) == print_ruleset(other)


def transposed(file: Path) -> tuple[ShownExample, ...]:
    """The examples of a file, each with its facts below each other. Raises ProblemsFound for what is no text."""
    source = read_source(file, library_of(file))
    if isinstance(source, Problem):
        raise ProblemsFound([source])
    draft = read_document(source)
    of_lists = [table for table in draft.examples if is_of_records(table, draft)]
    records = [each for table in of_lists for each in _records(table)]
    return tuple(
        _shown(row, tuple(found for name, found in records if name == row[EXAMPLES].value))
        for table in draft.examples
        if table not in of_lists
        for row in table.rows
    )


def _shown(row: Row, records: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]) -> ShownExample:
    cells = [(name, cell.value) for name, cell in row.items() if cell.value and name != EXAMPLES]
    given = tuple(cell for cell in cells if not cell[0].startswith(EXPECTED))
    return ShownExample(row[EXAMPLES].value, given, tuple(cell for cell in cells if cell not in given), records)


def _records(table: ExampleTable) -> Iterator[tuple[str, tuple[str, tuple[tuple[str, str], ...]]]]:
    """Each row of a table of records: the name of its example, and the list with its number and the cells."""
    of_list = table.columns[1].value
    for row in table.rows:
        cells = tuple(
            (name, cell.value) for name, cell in row.items() if cell.value and name not in {EXAMPLES, of_list}
        )
        number = "" if is_none(row[of_list].value) else row[of_list].value
        yield row[EXAMPLES].value, (f"{of_list} {number}".strip(), cells)
