"""Random small rulesets, written as a jurist writes them: text in, so that the reader is exercised too.

`written(seed)` gives a document, `read(document)` the ruleset, `ruleset_of(seed)` both at once. The same seed
is the same text, always; seeds from `RECORDS` on have lists, records and what comes with them. Outcomes are made so
that every pattern has exactly one: a chain in which each refuses what those before it take.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from random import Random  # noqa: TID251 - seeded by each caller
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from maatwerk.basics.errors import ProblemsFound
from maatwerk.loading.analysis import analysed, pattern_problems
from maatwerk.ruleset.library import shipped
from maatwerk.ruleset.reading import read_text
from tests.strategies.record_writer import RecordWriter
from tests.strategies.writer import Writer

if TYPE_CHECKING:
    from maatwerk.ruleset.model import Ruleset
    from tests.strategies.documents import Document

LIBRARY: Path = shipped()
DIFFERENT = 400
"""How many rulesets without and with records: not too many, so that all tests share those that were read."""
RECORDS = 1_000_000
"""From this seed on."""


def read(document: Document) -> Ruleset:
    """The ruleset as it is loaded for use, its patterns analysed. ProblemsFound shows a fault of this generator."""
    reading = read_text(document.text, "verzonnen.md", LIBRARY)
    if reading.ruleset is None:
        raise ProblemsFound(reading.problems)
    ruleset = analysed(reading.ruleset)
    wrong = [each for each in pattern_problems(ruleset) if not each.warning]
    if wrong:
        raise ProblemsFound(wrong)
    return ruleset


@cache
def ruleset_of(seed: int) -> Ruleset:
    """The ruleset of a seed."""
    return read(written(seed))


def written(seed: int) -> Document:
    """The document of a seed."""
    return (RecordWriter if seed >= RECORDS else Writer)(Random(seed)).document()


def seeds() -> st.SearchStrategy[int]:
    """Seeds of rulesets, without and with records."""
    return st.one_of(st.integers(0, DIFFERENT - 1), st.integers(RECORDS, RECORDS + DIFFERENT - 1))


def some_seed(number: int) -> int:
    """The same seeds each time, for tests that count: by turns without and with records."""
    return number // 2 % DIFFERENT + (RECORDS if number % 2 else 0)
