"""From a few answers to a ruleset: it can be checked, its examples hold, and what was not known is asked."""

from __future__ import annotations

import shutil
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from maatwerk import examine_ruleset
from maatwerk.bench.examples import run_examples
from maatwerk.bench.outline import PERIODS, RANKS, REMEDIES, SORTS, Criterion, Outline, WayOut
from maatwerk.bench.outline_text import written
from maatwerk.loading.analysis import analysed, pattern_problems
from maatwerk.ruleset.formatting import formatted
from maatwerk.ruleset.library import shipped
from maatwerk.ruleset.marked import marked
from maatwerk.ruleset.model import Ruleset
from maatwerk.ruleset.reading import read_text

FIRST_DAY = date(2026, 1, 1)
TO_CHECK = "M306"
BODY = "het college van burgemeester en wethouders"
KNOWN = Outline(
    id="fiets-voor-werk",
    title="Een fiets om naar het werk te gaan",
    body=BODY,
    valid_from=FIRST_DAY,
    purpose="Wie geen vervoer heeft, kan toch naar het werk.",
    purpose_source="Toelichting",
    criteria=(
        Criterion(
            "inkomen is laag", "Wat is uw inkomen?", "hoogstens", "maand", Fraction(1500), "beleidsregel", "art. 1"
        ),
        Criterion("heeft werk", "Hebt u werk?", "ja_nee", "", None, "verordening", "art. 2"),
        Criterion("oud genoeg", "Wanneer bent u geboren?", "leeftijd", "", Fraction(18), "wet", "art. 3"),
    ),
    gets="U krijgt geld voor een fiets.",
    refusal="U krijgt geen geld voor een fiets.",
    exception=WayOut(0, "Gaat uw loon naar schulden?", "", "behandelaar"),
    weeks=8,
)
UNKNOWN = Outline(
    "x", "X", BODY, FIRST_DAY, criteria=(Criterion("inkomen", sort="minstens"),), pays=True, exception=WayOut(0)
)


def read(text: str) -> Ruleset:
    """The ruleset; no problem at all, and no remark but that something is to be checked."""
    reading = read_text(text, "verzonnen.md", shipped())
    assert reading.ruleset is not None, (reading.problems, text)
    assert {each.code for each in reading.problems} <= {TO_CHECK}
    ruleset = analysed(reading.ruleset)
    assert [each.code for each in pattern_problems(ruleset)] == []
    return ruleset


def test_what_is_known_stands_in_the_text_and_nothing_is_to_be_checked() -> None:
    ruleset = read(written(KNOWN))

    assert marked(ruleset) == {}
    assert list(ruleset.criteria) == ["inkomen_is_laag", "heeft_werk", "oud_genoeg"]
    assert [each.rank for each in ruleset.criteria.values()] == ["beleidsregel", "verordening", "wet"]
    assert all(each.equal for each in run_examples(ruleset))


def test_what_is_not_known_is_asked_at_its_place() -> None:
    assert marked(read(written(UNKNOWN))) == {
        "doel": "Wat wil deze regeling voor mensen bereiken? Waar staat dat doel?",
        "inkomen": "In welk artikel staat dit? In welk soort regel staat dit? Dat bepaalt wat er mogelijk is. "
        "Wat is de grens? De grens hier is verzonnen. Hoe vraagt u dit aan de inwoner?",
        "toekennen": "Hoe hoog is het bedrag? € 100 is verzonnen. In welk artikel staat het bedrag? "
        "Wat krijgt de inwoner precies? Is de beslistermijn 8 weken?",
        "toch_toekennen": "Welk gegeven laat zien dat de uitzondering past? En wie mag die toestaan?",
    }


WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=20) | st.sampled_from(
    [
        "als",
        "Grens x",
        "x",
        "zaak: iets",
        "1 kind",
        "awb 4:84",
        "{bedrag}",
        "a | b",
        "# kop",
        "- punt",
        "Regel: naam",
        "---",
    ]
)
CRITERIA = st.builds(
    Criterion,
    words=WORDS,
    question=WORDS | st.just(""),
    sort=st.sampled_from(SORTS),
    period=st.sampled_from(PERIODS),
    limit=st.none() | st.integers(1, 99).map(Fraction),
    rank=st.sampled_from((*RANKS, "")),
    article=WORDS | st.just(""),
    aim=WORDS | st.just(""),
)


@st.composite
def outlines(draw: st.DrawFn) -> Outline:
    criteria = tuple(draw(st.lists(CRITERIA, min_size=1, max_size=5)))
    way = st.builds(WayOut, criterion=st.integers(0, len(criteria) - 1), question=WORDS | st.just(""), article=WORDS)
    return Outline(
        id="verzonnen",
        title=draw(WORDS),
        body=draw(WORDS),
        valid_from=draw(st.dates(date(1990, 1, 1), date(2100, 1, 1)).filter(lambda day: day >= date(1998, 1, 1))),
        purpose=draw(WORDS | st.just("")),
        purpose_source=draw(WORDS | st.just("")),
        criteria=criteria,
        gets=draw(WORDS | st.just("")),
        pays=draw(st.booleans()),
        amount=draw(st.none() | st.integers(0, 10_000).map(lambda cents: Fraction(cents, 100))),
        refusal=draw(WORDS | st.just("")),
        exception=draw(st.none() | way),
        remedy=draw(st.sampled_from(REMEDIES)),
        weeks=draw(st.none() | st.integers(1, 99)),
    )


@settings(deadline=None)
@given(outlines())
def test_any_outline_gives_rules_that_can_be_used_and_examples_that_hold(outline: Outline) -> None:
    text = written(outline)
    results = run_examples(read(text))

    assert [each.name for each in results if not each.equal] == []
    assert len(results) >= len(outline.criteria) + 2
    assert formatted(text) == text


@pytest.mark.parametrize(("outline", "remarks"), [(KNOWN, set()), (UNKNOWN, {TO_CHECK})], ids=["known", "unknown"])
def test_in_a_library_such_a_text_has_no_problem(tmp_path: Path, outline: Outline, remarks: set[str]) -> None:
    shutil.copytree(shipped() / "bouwstenen", tmp_path / "bouwstenen")
    file = tmp_path / outline.id / "2026-01-01.md"
    file.parent.mkdir()
    file.write_text(written(outline), encoding="utf-8")

    assert {each.code for each in examine_ruleset(file).problems} == remarks
