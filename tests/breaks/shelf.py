"""A library in which one character is wrong, and what came of reading it. Any other ending is a fault of ours."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field, fields
from enum import StrEnum
from pathlib import Path
from time import process_time
from typing import TYPE_CHECKING, Any

from maatwerk.api import examine_ruleset
from maatwerk.bench.examples import case_of, today_of
from maatwerk.ruleset.library import BUILDING_BLOCKS, in_force, shipped
from maatwerk.ruleset.model import Ruleset
from maatwerk.ruleset.reading import Reading
from maatwerk.story import assess

if TYPE_CHECKING:
    from maatwerk.basics.problems import Problem
    from maatwerk.ruleset.model import Example
    from tests.breaks.breaking import Break

Read = Callable[[Path], Reading]


def examined(path: Path) -> Reading:
    """A ruleset read with its problems, without the search through every case: that is tried apart, on fewer faults."""
    return examine_ruleset(path, every_case=False)


MOST_SECONDS = 20.0
"""No fault of one character may cost more of this process's time, examples and all."""

# What an assessment says in words, taken from texts that change no result; what is told by comparing such texts
# (`bears`); what the program does not judge (`open_norms`, of which only the words and a name are told); and the
# hashes over those words.
SAID = "text say words source question settles do_now norm article texts conditions third_parties text_after say_first"
TOLD = "jurist_question bears open_norms what who why not_judged to_check text_hash assessment_hash"
WORDS = frozenset(f"{SAID} {TOLD}".split())
# What no result is made of: the examples themselves, what was quoted, and what tells texts apart.
NO_RESULTS = frozenset({"examples", "quotes", "identity", "file"})


class Ending(StrEnum):
    """The three ways in which a fault may end."""

    TOLD = "a problem with its line"
    OTHER_RULES = "another hash of the rules"
    SAME = "the same results on every example"


class Unaccounted(AssertionError):
    """A fault that ended in no way that it may end in."""


@dataclass
class Shelf:
    """A library of our own with one ruleset in it that is read again and again, and what its examples give unbroken."""

    library: Path
    file: Path
    read: Read = examined
    most_seconds: float = MOST_SECONDS
    every: bool = False
    """Whether examples are also computed where the ruleset that was read is equal in every part."""
    sound: Ruleset = field(init=False)
    results: dict[str, str] = field(init=False)

    def __post_init__(self) -> None:
        """Read the sound text, and compute its examples."""
        self.sound = usable(self.read(self.file))
        self.results = {each.name: self.result(self.sound, each) for each in self.sound.examples}

    def result(self, ruleset: Ruleset, example: Example) -> str:
        """The assessment of one example of the sound text under a ruleset, as JSON without its words."""
        case, today = case_of(self.sound, example), today_of(self.sound, example)
        return json.dumps(_figures(assess(ruleset, case, today=today, ask=self.every).model_dump(mode="json")))

    def ending(self, broken: Break, document: Path) -> Ending:
        """How it ends when a document on the shelf has this fault. Raises Unaccounted, with the fault, if badly."""
        content = document.read_bytes()
        try:
            document.write_text(broken.text, encoding="utf-8", newline="")
            return self._in_time(broken, document)
        except Exception as fault:
            raise Unaccounted(_told(broken, document, repr(fault))) from fault
        finally:
            document.write_bytes(content)

    def _in_time(self, broken: Break, document: Path) -> Ending:
        start = process_time()
        found = self._ending(self.read(self.file), broken, document)
        assert process_time() - start < self.most_seconds, "too slow"
        return found

    def _ending(self, reading: Reading, broken: Break, document: Path) -> Ending:
        wrong = [each for each in reading.problems if not each.warning]
        for each in reading.problems:
            assert each.text("nl"), each
            assert each.text("en"), each
            assert not _outside(each, broken, document), each
        if wrong:
            assert any(self._has_a_line(each, document) for each in wrong), wrong
            return Ending.TOLD
        return self._of_usable(usable(reading))

    def _has_a_line(self, each: Problem, document: Path) -> bool:
        """A building block may be sound, and the ruleset that uses it no longer."""
        return each.place.line > 0 and each.place.file in {str(document), str(self.file)}

    def _of_usable(self, ruleset: Ruleset) -> Ending:
        if ruleset.identity.rules_hash != self.sound.identity.rules_hash:
            for example in self.sound.examples[:1]:
                self.result(ruleset, example)  # other rules may give another result, but no fault
            return Ending.OTHER_RULES
        if self.every or not equal(ruleset, self.sound):
            for example in self.sound.examples:
                assert self.results[example.name] == self.result(ruleset, example), example.name
        return Ending.SAME


def shelf_of(folder: Path, path: Path, **settings: Any) -> Shelf:  # noqa: ANN401 - those of Shelf
    """A copy of one shipped ruleset in a folder, with the building blocks beside it."""
    file = folder / path.parent.name / path.name
    file.parent.mkdir()
    shutil.copy(path, file)
    shutil.copytree(shipped() / BUILDING_BLOCKS, folder / BUILDING_BLOCKS)
    return Shelf(folder, file, **settings)


def blocks_of(shelf: Shelf) -> list[Path]:
    """The files of the building blocks that the ruleset uses."""
    found = (in_force(shelf.library, f"{BUILDING_BLOCKS}/{used}") for used in shelf.sound.header.uses)
    return [path for path in found if path]


def usable(reading: Reading) -> Ruleset:
    """The ruleset of a reading without problems."""
    assert reading.ruleset is not None
    return reading.ruleset


def equal(one: Ruleset, other: Ruleset) -> bool:
    """Whether everything that a result is made of is equal; places are not compared."""
    parts = (each.name for each in fields(Ruleset) if each.name not in NO_RESULTS)
    return all(getattr(one, part) == getattr(other, part) for part in parts)


def _figures(part: Any) -> Any:  # noqa: ANN401 - any JSON
    """The same JSON without what is said in words."""
    match part:
        case dict():
            return {key: _figures(value) for key, value in part.items() if key not in WORDS}
        case list():
            return [_figures(each) for each in part]
        case _:
            return part


def _outside(each: Problem, broken: Break, document: Path) -> bool:
    """Whether a problem stands on a line or in a column that the broken text does not have."""
    if each.place.file != str(document) or not each.place.line:
        return False
    lines = broken.text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return each.place.line > len(lines) or each.place.column > len(lines[each.place.line - 1]) + 1


def _told(broken: Break, document: Path, what: str) -> str:
    line = broken.text.replace("\r", "\n").split("\n")[broken.line - 1]
    return f"{document.parent.name}, line {broken.line}, character {broken.at} {broken.how}: {line!r}: {what}"
