"""Any one character of a ruleset may go wrong: a problem tells where, or the rules are others, or no result changes."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path
from time import process_time

import pytest

from maatwerk.api import examine_ruleset
from maatwerk.basics.problems import Place
from maatwerk.ruleset.library import shipped
from maatwerk.ruleset.reading import Reading
from tests.breaks.breaking import Break, breaks
from tests.breaks.shelf import Ending, Read, Shelf, Unaccounted, blocks_of, shelf_of, usable
from tests.shares import IDS, RULESETS, share

FAULTS = share(600)
SEARCHED = share(36)
IN_BLOCKS = FAULTS // 8
"""Of the faults of a ruleset, in the building blocks that it uses. `make hammer` makes 10,000 in each ruleset."""

SMALL = shipped() / "raalte-id-kaart" / "2015-01-01.md"


@pytest.mark.parametrize("path", RULESETS, ids=IDS)
def test_faults_of_one_character_each_end_well(path: Path, tmp_path: Path) -> None:
    shelf = shelf_of(tmp_path, path)
    blocks = blocks_of(shelf)
    shares = dict.fromkeys(blocks, IN_BLOCKS // max(1, len(blocks)))
    shares |= {shelf.file: FAULTS - sum(shares.values())}

    found = Counter(
        shelf.ending(each, document)
        for document, number in shares.items()
        for each in breaks(document.read_text(encoding="utf-8"), number, str(document.relative_to(tmp_path)))
    )

    assert FAULTS == found.total()
    assert found[Ending.TOLD] > FAULTS // 10
    assert found[Ending.SAME] > FAULTS // 10


@pytest.mark.parametrize("path", RULESETS, ids=IDS)
def test_faults_end_as_well_when_every_case_is_asked(path: Path, tmp_path: Path) -> None:
    shelf = replace(shelf_of(tmp_path, path), read=examine_ruleset)
    found = Counter(
        shelf.ending(each, shelf.file) for each in breaks(shelf.file.read_text(encoding="utf-8"), SEARCHED, path.stem)
    )

    assert SEARCHED == found.total()


def raising(path: Path) -> Reading:
    reading = examine_ruleset(path)
    if reading.ruleset is None:
        raise KeyError("uitkomst")
    return reading


def silent(path: Path) -> Reading:
    """A reader that leaves out a problem and goes on with half a ruleset is one that says: usable, and no ruleset."""
    return replace(examine_ruleset(path), problems=())


def placeless(path: Path) -> Reading:
    reading = examine_ruleset(path)
    return replace(reading, problems=tuple(replace(each, place=Place(str(path))) for each in reading.problems))


def elsewhere(path: Path) -> Reading:
    reading = examine_ruleset(path)
    return replace(reading, problems=tuple(replace(each, place=Place("ander.md", 1)) for each in reading.problems))


def beyond(path: Path) -> Reading:
    reading = examine_ruleset(path)
    return replace(reading, problems=tuple(replace(each, place=Place(str(path), 9999)) for each in reading.problems))


def slow(path: Path) -> Reading:
    end = process_time() + 0.3
    while process_time() < end:
        pass
    return examine_ruleset(path)


def broken(old: str, new: str) -> Break:
    text = SMALL.read_text(encoding="utf-8")
    assert 1 == text.count(old)
    return Break("changed", text.index(old), text.replace(old, new))


@pytest.mark.parametrize("planted", [raising, silent, placeless, elsewhere, beyond, slow])
def test_a_reader_that_fails_on_a_fault_is_noticed(planted: Read, tmp_path: Path) -> None:
    fault = broken("taal: maatwerk-1", "taal: maatwerk-0")
    shelf = shelf_of(tmp_path, SMALL, most_seconds=0.3 if planted is slow else 60)
    assert Ending.TOLD is replace(shelf, read=examine_ruleset, most_seconds=60).ending(fault, shelf.file)

    with pytest.raises(Unaccounted, match=r"raalte-id-kaart, line 2, character \d+ changed"):
        replace(shelf, read=planted).ending(fault, shelf.file)


def test_other_rules_under_the_same_hash_are_noticed(tmp_path: Path) -> None:
    shelf = shelf_of(tmp_path, SMALL)
    fault = broken("- ernst: 3", "- ernst: 1")
    assert Ending.OTHER_RULES is shelf.ending(fault, shelf.file)

    def blind(path: Path) -> Reading:
        reading = examine_ruleset(path)
        return replace(reading, ruleset=replace(usable(reading), identity=shelf.sound.identity))

    with pytest.raises(Unaccounted):
        replace(shelf, read=blind).ending(fault, shelf.file)


def test_other_words_are_no_other_result(tmp_path: Path) -> None:
    shelf = shelf_of(tmp_path, SMALL)
    text = SMALL.read_text(encoding="utf-8")

    assert Ending.SAME is shelf.ending(Break("changed", 0, text.replace("contant", "kontant", 1)), shelf.file)


def test_the_same_seed_gives_the_same_faults_and_each_is_one_character() -> None:
    text = "# Titel\n\n- eis: ja\n"
    found = [*breaks(text, 200, "zaad")]

    assert found == [*breaks(text, 200, "zaad")]
    assert found != [*breaks(text, 200, "ander")]
    assert {"left out", "put in", "changed", "swapped"} == {each.how for each in found}
    assert {-1, 0, 1} == {len(each.text) - len(text) for each in found}


def test_a_shelf_is_left_as_it_was(tmp_path: Path) -> None:
    shelf: Shelf = shelf_of(tmp_path, SMALL)
    shelf.ending(broken("taal: maatwerk-1", "taal: maatwerk-0"), shelf.file)

    assert SMALL.read_bytes() == shelf.file.read_bytes()
