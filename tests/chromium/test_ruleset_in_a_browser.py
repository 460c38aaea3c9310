"""The page of a ruleset in a real browser: it fits a small telephone, stands alone, and texts stay in their boxes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from maatwerk.bench.show.page import html
from maatwerk.bench.show.privacy import Retention
from maatwerk.bench.show.privacy import html as privacy_html
from tests.chromium.browser import measured
from tests.findings.small import ruleset
from tests.show.reading import SHIPPED, every_ruleset, rules_of
from tests.show.test_tree import many

if TYPE_CHECKING:
    from pathlib import Path

WIDTHS = pytest.mark.parametrize("width", [320, 720, 1280])


@every_ruleset
@WIDTHS
def test_the_page_fits_and_fetches_nothing(tmp_path: Path, path: Path, width: int) -> None:
    found = measured(tmp_path, html(rules_of(path), None, "nl"), width)

    assert (0, 0, 0) == (found.too_wide, found.fetched, found.outside)
    assert found.high > 3000


@WIDTHS
def test_the_personal_data_fit(tmp_path: Path, width: int) -> None:
    rules = rules_of(next(path for path in SHIPPED if "laptop" in path.as_posix()))
    found = measured(tmp_path, privacy_html(rules, Retention(), "nl"), width)

    assert (0, 0) == (found.too_wide, found.fetched)


def test_the_tree_of_forty_criteria_keeps_its_texts_in_their_boxes(tmp_path: Path) -> None:
    assert 0 == measured(tmp_path, html(ruleset(many(40)), None, "nl"), 1280).outside


@pytest.mark.parametrize("width", [320, 1280])
def test_the_widest_letters_and_words_without_end_fit_too(tmp_path: Path, width: int) -> None:
    wide = many(3)
    for number, letter in enumerate("mWQ@Ж漢€—"):
        wide += f"\n### Grond: grond_{number}\n- artikel: {letter * 300}\n- op: eis_van_artikel_1_van_de_verordening\n"
        wide += (
            f"\n### Uitzondering: wijd_{number}\n- op: eis_van_artikel_1_van_de_verordening\n- grond: grond_{number}\n"
        )
    found = measured(tmp_path, html(ruleset(wide), None, "nl"), width)

    assert (0, 0) == (found.too_wide, found.outside)


def test_a_text_that_leaves_its_box_would_be_noticed(tmp_path: Path) -> None:
    drawn = '<svg><g><rect x="0" y="0" width="40" height="20"/><text y="15">veel te lang</text></g></svg>'

    assert 1 == measured(tmp_path, drawn, 320).outside
