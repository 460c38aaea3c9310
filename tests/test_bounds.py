"""Bounds are settings: each can be changed, none changes what a ruleset means, and a wrong one is told plainly."""

from __future__ import annotations

import re
from dataclasses import asdict, fields, replace
from pathlib import Path

import pytest

from maatwerk.basics.bounds import Bounds, bounds, highest, use, using
from maatwerk.basics.errors import OrganisationError
from maatwerk.basics.problems import Place
from maatwerk.case.reading import read_case
from maatwerk.expressions.parser import parse
from maatwerk.organisation.folder import Organisation
from maatwerk.ruleset.library import shipped
from maatwerk.ruleset.reading import read_ruleset, read_text
from tests.ruleset import problem_pages as page
from tests.strategies.rulesets_by_hand import ruleset_of_facts

PAGE = Path(__file__).parents[1] / "docs" / "limits.md"
ROW = re.compile(r"^\| `(\w+)` \| (\d+) \| (\d+) \|", re.MULTILINE)
TINY = Bounds(**{each.name: 1 for each in fields(Bounds)})


def test_the_page_names_every_bound_with_its_default_and_its_highest_value() -> None:
    said = {name: (int(default), int(most)) for name, default, most in ROW.findall(PAGE.read_text(encoding="utf-8"))}

    assert {name: (default, highest()[name]) for name, default in asdict(Bounds()).items()} == said


def codes_of_case(facts: dict[str, object]) -> list[str]:
    return [
        each.code
        for each in read_case({"case": "z", "ruleset": "met-de-hand", "facts": facts}, ruleset_of_facts()).problems
    ]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("file_kib", "M002"),
        ("ruleset_lines", "M048"),
        ("number_length", "M128"),
        ("rests_on", "M245"),
        ("expression_length", "M109"),
        ("expression_depth", "M110"),
    ],
)
def test_a_smaller_bound_refuses_a_ruleset_that_was_good(name: str, code: str) -> None:
    with using(replace(Bounds(), **{name: 1})):
        found = read_text(page.base(), "voorbeeld.md", page.LIBRARY).problems

    assert code in [each.code for each in found]
    assert () == read_text(page.base(), "voorbeeld.md", page.LIBRARY).problems


@pytest.mark.parametrize(
    ("name", "facts", "code"),
    [
        ("text_length", {"verhaal": "lang"}, "C046"),
        ("text_length", {"verhaal": {"value": "l", "by": "inwoner"}}, "C023"),
        ("json_depth", {"verhaal": "lang"}, "C007"),
    ],
)
def test_a_smaller_bound_refuses_a_case_that_was_good(name: str, facts: dict[str, object], code: str) -> None:
    with using(replace(Bounds(), **{name: 1})):
        assert [code] == codes_of_case(facts)
    assert [] == codes_of_case(facts)


def test_a_larger_bound_takes_what_was_too_large() -> None:
    long = " of ".join(["ja"] * 500)
    assert ["M109"] == [each.code for each in parse(long, Place("x", 1, 1))[1]]
    with using(replace(Bounds(), expression_length=20_000)):
        assert () == parse(long, Place("x", 1, 1))[1]


def test_no_hash_depends_on_a_bound() -> None:
    small = replace(
        Bounds(),
        open_verdicts=1,
        analysis_verdicts=1,
        analysis_parts=1,
        questions_tried=1,
        ways_nearly_met=1,
        records=20,
    )
    for path in sorted(shipped().rglob("*.md")):
        plain = read_ruleset(path).ruleset
        with using(small):
            bounded = read_ruleset(path).ruleset
        assert plain is not None
        assert bounded is not None
        assert plain.identity == bounded.identity


@pytest.mark.parametrize("name", [each.name for each in fields(Bounds)])
def test_the_highest_value_is_taken_and_what_lies_beyond_is_refused(name: str) -> None:
    assert highest()[name] == getattr(Bounds(**{name: highest()[name]}), name)
    for wrong in (0, -1, highest()[name] + 1):
        with pytest.raises(ValueError, match=name):
            Bounds(**{name: wrong})


def test_the_bounds_of_a_block_end_with_it() -> None:
    with using(TINY):
        assert TINY == bounds()
    assert Bounds() == bounds()


def with_limits(folder: Path, text: str) -> Organisation:
    Organisation.create(folder)
    settings = folder / "maatwerk.toml"
    settings.write_text(settings.read_text(encoding="utf-8") + f"\n[limits]\n{text}\n", encoding="utf-8")
    return Organisation(folder)


def test_an_organisation_sets_its_own(tmp_path: Path) -> None:
    assert replace(Bounds(), records=1000) == with_limits(tmp_path, "records = 1000").bounds


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("record = 5", "'record' kennen wij niet. Bedoelde u 'records'?"),
        ("records = 0", "'records' moet een heel getal zijn van 1 tot en met 5000."),
        ("records = 5001", "'records' moet een heel getal zijn van 1 tot en met 5000."),
        ('records = "5"', "de waarde van 'records' past niet."),
        ("records = 1.5", "de waarde van 'records' past niet."),
    ],
)
def test_a_wrong_bound_is_told_with_its_line(tmp_path: Path, text: str, told: str) -> None:
    organisation = with_limits(tmp_path, text)
    line = len((tmp_path / "maatwerk.toml").read_text(encoding="utf-8").splitlines())

    with pytest.raises(OrganisationError) as caught:
        _ = organisation.bounds

    assert str(caught.value).startswith(f"maatwerk.toml:{line}: {told}")


def test_bounds_can_be_used_from_here_on() -> None:
    before = bounds()
    use(TINY)
    assert TINY == bounds()
    use(before)
