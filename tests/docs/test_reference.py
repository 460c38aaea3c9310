"""The reference for jurists names every word of the language, and no other; its example is right."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from maatwerk.api import examine_ruleset
from maatwerk.bench.examples import run_examples
from maatwerk.expressions.functions import FUNCTIONS
from maatwerk.expressions.lexer import AGGREGATES, KEYWORDS
from maatwerk.ruleset.build import PROCESS_FACTS
from maatwerk.ruleset.examples import AMOUNT_COLUMN, FINDINGS_COLUMN, GROUNDS, OUTCOME, PROPOSALS
from maatwerk.ruleset.front_matter import KEYS
from maatwerk.ruleset.kinds import CHECK, FINDINGS, KINDS, SETTINGS, Key, Kind
from maatwerk.ruleset.meanings import all_meanings, meanings
from maatwerk.ruleset.tables import FACT_COLUMNS, MAY_ADD, NORM_COLUMNS, PRIVACY
from maatwerk.ruleset.typename import LIST, SORTS
from scripts.reference.fill import parts_of
from scripts.reference.pages import MAKERS, PARTLY_MADE
from scripts.reference.world import PAGES, small_text

EVERY_KIND = (*KINDS.values(), SETTINGS)


def words(key: Key) -> set[str]:
    """The words that may be written for a key; not figures, units or codes of findings."""
    options = set(key.form.options)
    units = {"dag", "weken", "jaar"} & options
    return set() if units or options == set(FINDINGS) or all(each.isdigit() for each in options) else options


@pytest.mark.parametrize("kind", EVERY_KIND, ids=lambda kind: kind.name)
def test_every_kind_and_every_key_has_a_meaning_and_no_other(kind: Kind) -> None:
    assert all_meanings()["blok"][kind.name]["is"]
    assert meanings("blok", kind.name, "sleutel").keys() == {key.name for key in kind.keys}


def test_no_meaning_is_about_a_kind_that_is_gone() -> None:
    assert all_meanings()["blok"].keys() == {kind.name for kind in EVERY_KIND}
    assert meanings("elk_blok").keys() == {CHECK.name}


def test_every_word_that_may_be_chosen_has_a_meaning_and_no_other() -> None:
    told = {
        (kind, key): set(options) for kind, keys in all_meanings()["keuze"].items() for key, options in keys.items()
    }
    chosen = {(kind.name, key.name): words(key) for kind in EVERY_KIND for key in kind.keys if words(key)}
    chosen |= {("voorkant", "rechtsmiddel"): words(KEYS["rechtsmiddel"]), ("kolom", "privacy"): set(PRIVACY)}

    assert told == chosen


def test_every_key_of_the_front_matter_has_a_meaning_and_no_other() -> None:
    assert meanings("voorkant").keys() == KEYS.keys()


@pytest.mark.parametrize("columns", [FACT_COLUMNS, NORM_COLUMNS])
def test_every_column_has_a_meaning_and_no_other(columns: tuple[str, ...]) -> None:
    assert meanings("kolom", columns[0]).keys() == {*columns, *MAY_ADD[columns[0]]}


def test_every_expected_column_and_every_fact_of_the_procedure_has_a_meaning() -> None:
    named = {name for name in meanings("verwacht") if " " not in name}

    assert named == {OUTCOME, AMOUNT_COLUMN, FINDINGS_COLUMN, PROPOSALS, GROUNDS}
    assert meanings("zaak").keys() == PROCESS_FACTS.keys()


def test_every_type_has_a_meaning() -> None:
    assert meanings("soort").keys() >= {*SORTS, LIST}
    assert meanings("voorbeeldwaarde").keys() == meanings("soort").keys() - {LIST}


@pytest.mark.parametrize(("part", "names"), [("functie", FUNCTIONS.keys()), ("lijstvraag", AGGREGATES)])
def test_every_function_has_a_signature_a_meaning_and_an_example(part: str, names: frozenset[str]) -> None:
    for table in (part, f"{part}_zo", f"{part}_voorbeeld"):
        assert meanings(table).keys() == names


def test_every_keyword_is_explained() -> None:
    named = ("woord", "soort")
    shown = ("woord_voorbeeld", "lijstvraag_zo", "functie_zo", "voorbeeldwaarde")
    told = [each for table in named for each in meanings(table)]
    told += [each for table in shown for each in meanings(table).values()]

    assert set(KEYWORDS) - set(re.findall(r"[a-z_]+", " ".join(told))) - {"nee"} == set()
    assert meanings("woord").keys() == meanings("woord_voorbeeld").keys()


def test_every_part_that_can_be_made_stands_on_a_page() -> None:
    made = [name for page in PARTLY_MADE for name in parts_of((PAGES / page).read_text(encoding="utf-8"))]

    assert sorted(made) == sorted(MAKERS)


def test_the_example_has_only_the_remark_it_tells_and_gives_what_it_says(tmp_path: Path) -> None:
    path = tmp_path / "zwemles.md"
    path.write_text(small_text(), encoding="utf-8")
    reading = examine_ruleset(path)

    assert [(each.code, each.warning) for each in reading.problems] == [("M233", True)]
    assert reading.ruleset is not None
    assert [found.name for found in run_examples(reading.ruleset) if not found.equal] == []


@pytest.mark.parametrize("page", sorted(PAGES.glob("*.md")), ids=lambda page: page.stem)
def test_every_link_leads_somewhere(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    links = [link.partition("#") for link in re.findall(r"\]\(([^)]+)\)", text)]

    assert [link for link, _, _ in links if link and not (page.parent / link).is_file()] == []


def test_the_index_links_to_every_page() -> None:
    text = (PAGES / "index.md").read_text(encoding="utf-8")

    assert [page.name for page in PAGES.glob("*.md") if page.stem != "index" and f"({page.name})" not in text] == []
