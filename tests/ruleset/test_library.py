"""Which version of a ruleset or building block is in force on a day."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from maatwerk.ruleset.library import building_blocks, ids, in_force, shipped, versions
from maatwerk.ruleset.reading import read_text
from tests.ruleset import problem_pages as page

BLOCK = """\
---
taal: maatwerk-1
bouwsteen: normen
titel: Normen
geldig_vanaf: {day}
---
### Bedoeling: van_{year}

- tekst: De bedoeling van {year}.
"""


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A library with three versions of one building block, the last of which has ended."""
    folder = tmp_path / "bouwstenen" / "normen"
    folder.mkdir(parents=True)
    for day in ("2015-01-01", "2020-07-01", "2026-01-01"):
        (folder / f"{day}.md").write_text(BLOCK.format(day=day, year=day[:4]), encoding="utf-8")
    (folder / "leesmij.md").write_text("geen versie", encoding="utf-8")
    last = folder / "2026-01-01.md"
    last.write_text(
        last.read_text(encoding="utf-8").replace("01-01\n---", "01-01\ngeldig_tot: 2027-01-01\n---"), encoding="utf-8"
    )
    return tmp_path


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2014, 12, 31), None),
        (date(2015, 1, 1), "2015-01-01"),
        (date(2020, 6, 30), "2015-01-01"),
        (date(2020, 7, 1), "2020-07-01"),
        (date(2026, 12, 31), "2026-01-01"),
        (date(2027, 1, 1), None),
        (None, "2026-01-01"),
    ],
)
def test_the_newest_version_that_has_begun_and_not_ended_is_in_force(
    library: Path, day: date | None, expected: str | None
) -> None:
    found = in_force(library, "bouwstenen/normen", day)

    assert (found.stem if found else None) == expected


def test_a_pin_takes_that_version_and_else_the_day_does(library: Path) -> None:
    def purposes(uses: str, on: date | None = None) -> list[str]:
        text = page.base().replace("gebruikt: gronden", f"gebruikt: {uses}")
        ruleset = read_text(text, "voorbeeld.md", library, on=on).ruleset
        return sorted(ruleset.purposes) if ruleset else []

    assert purposes("normen@2015-01-01") == ["steun", "van_2015"]
    assert purposes("normen", date(2021, 1, 1)) == ["steun", "van_2020"]
    assert purposes("normen") == ["steun", "van_2026"]
    assert purposes("normen", date(2014, 1, 1)) == []


def test_an_id_never_leads_out_of_the_library(library: Path) -> None:
    assert versions(library / "bouwstenen", "../bouwstenen/normen") == ()
    assert versions(library, "/etc") == ()


def test_the_shipped_rulesets_are_found() -> None:
    assert ids(shipped()) == (
        "bijstand-giften",
        "bijzondere-bijstand-koelkast",
        "individuele-inkomenstoeslag",
        "kostendelersnorm",
        "kwijtschelding-vermogen",
        "laptop-minimaregeling",
        "raalte-id-kaart",
        "terugvordering-eigen-fout",
    )
    assert building_blocks(shipped()) == ("awb", "participatiewet")
    assert ids(shipped() / "weg") == ()


def test_a_file_whose_name_says_another_day_or_id_is_remarked_on() -> None:
    def codes(name: str) -> list[str]:
        return [found.code for found in read_text(page.base(), name, page.LIBRARY).problems]

    assert codes("voorbeeld/2026-01-01.md") == []
    assert codes("voorbeeld/2025-01-01.md") == ["M029"]
    assert codes("anders/2026-01-01.md") == ["M029"]
    assert codes("proef.md") == []
