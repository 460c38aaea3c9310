"""A slip in a shipped ruleset is found, and the line with the slip is named: by `rules check`, or by `rules test`.

Eight kinds of slips, each in each ruleset where there is something to slip on; where not, APPLIES_NOT says why. One in
so many is tried here, which is each kind and each ruleset at least once; `make hammer` tries them all.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from maatwerk.ruleset.library import shipped
from tests.bench.planted import APPLIES_NOT, FILES, HOME, KINDS, LAPTOP, PLANTED, lines_named, with_slip

IN_SO_MANY = 4
TRIED = PLANTED[::IN_SO_MANY]


@pytest.mark.parametrize(("kind", "name", "right", "wrong"), TRIED, ids=lambda text: text.partition("/")[0][:40])
def test_a_slip_is_found_with_its_line(tmp_path: Path, kind: str, name: str, right: str, wrong: str) -> None:
    file, slip = with_slip(tmp_path, name, right, wrong)

    assert (kind, slip) == (kind, slip & lines_named(file))


def test_an_amount_that_the_quoted_law_does_not_have_is_told_at_the_quote(tmp_path: Path) -> None:
    file, _ = with_slip(tmp_path, LAPTOP, "| € 449  |", "| € 494  |")
    quote = next(number for number, line in enumerate(file.read_text("utf-8").split("\n"), 1) if "> Een kind" in line)

    assert quote in lines_named(file)


def test_a_criterion_that_is_gone_leaves_a_fact_that_nothing_uses(tmp_path: Path) -> None:
    file, _ = with_slip(tmp_path, HOME, "en niet zelfde_verhuurder en niet (", "en niet (")
    lines = enumerate(file.read_text("utf-8").split("\n"), 1)
    asked = next(number for number, line in lines if line.startswith("| medebewoners.zelfde_verhuurder"))

    assert {asked} == lines_named(file)


def test_here_each_kind_and_each_ruleset_is_tried() -> None:
    assert (set(KINDS), set(FILES)) == ({kind for kind, *_ in TRIED}, {name for _, name, *_ in TRIED})


def test_every_kind_is_planted_in_every_ruleset_where_it_can_be() -> None:
    planted = {(kind, name) for kind, name, _, _ in PLANTED}

    assert {(kind, name) for kind in KINDS for name in FILES} == planted | APPLIES_NOT.keys()
    assert set() == planted & APPLIES_NOT.keys()


def test_the_names_of_the_rulesets_are_those_that_are_shipped() -> None:
    there = {str(path.relative_to(shipped())) for path in shipped().glob("*/*.md")}

    assert set(FILES) == there
