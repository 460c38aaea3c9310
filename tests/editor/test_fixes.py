"""What a problem offers instead can be put in as it stands, and then that problem is gone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from maatwerk.basics.problems import Place, Problem
from maatwerk.editor.fixes import expected, replacement
from maatwerk.editor.positions import Position, Range, lines_of
from scripts.reference.problems import Example, at_the_mark
from tests.ruleset.problem_pages import examples, problems_of


def told(example: Example) -> Problem:
    found = at_the_mark(example, problems_of(example))
    assert found is not None
    return found


WHOLE_TEXTS = [each for each in examples() if each.slot != "expression"]
OFFERED = [each for each in WHOLE_TEXTS if replacement(told(each), lines_of(each.text))]


def put_in(example: Example) -> Example:
    lines = lines_of(example.text)
    instead = replacement(told(example), lines)
    assert instead is not None
    start, end = instead.range.start, instead.range.end
    line = lines[start.line - 1]
    lines[start.line - 1] = line[: start.column - 1] + instead.text + line[end.column - 1 :]
    return replace(example, text="\n".join(lines))


def test_many_problems_offer_something() -> None:
    assert {"M010", "M014", "M204", "M212", "M223", "M272"} <= {each.code for each in OFFERED}


@pytest.mark.parametrize("example", OFFERED, ids=lambda each: each.code)
def test_what_is_offered_takes_the_problem_away(example: Example) -> None:
    mended = problems_of(put_in(example))

    assert [] == [each for each in mended if each.code == example.code and each.place == told(example).place]
    assert example.code not in {each.code for each in mended if not each.warning}


@pytest.mark.parametrize(
    ("code", "hint"), [("M270", "is leeg"), ("M303", "awb_1, awb_2"), ("M114", "max(…)"), ("M204", "")]
)
def test_advice_is_not_put_in_as_it_stands(code: str, hint: str) -> None:
    assert replacement(Problem(code, Place("x.md", 1, 1, 3), (("found", "max"),), hint), ["max"]) is None


def test_only_the_wrong_word_is_written_over() -> None:
    problem = Problem("M272", Place("x.md", 1, 8, 15), (("found", "kindern"),), "kinderen")
    found = replacement(problem, ["- eis: aantal(kindern) > 1"])

    assert found is not None
    assert Range(Position(1, 15), Position(1, 22)) == found.range
    assert "kinderen" == found.text


def test_a_kind_of_block_is_written_as_in_a_heading() -> None:
    problem = Problem("M014", Place("x.md", 1, 5, 9), (("name", "Voorwarde"),), "voorwaarde")
    found = replacement(problem, ["### Voorwarde: tweede"])

    assert found is not None
    assert "Voorwaarde" == found.text


def test_what_is_expected_is_said_where_it_is_a_word_or_some() -> None:
    place = Place("x.md", 1)

    assert "1–4" == expected(Problem("M225", place, (("lowest", "1"), ("highest", "4"))))
    assert "wet, verordening" == expected(Problem("M223", place, (("options", "wet, verordening"),)))
    assert expected(Problem("M005", place)) is None
