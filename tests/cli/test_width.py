"""Screens fit in a terminal of 60 columns; a wide one shows no more than 78."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.keys import CHOICE, QUESTION, Keys

DAY = ("--on", "2026-02-17")
SCREENS = [
    ("check", "cases/raalte-rood-staan.json", *DAY),
    ("check", "cases/laptop-negen-euro.json", "--all", *DAY),
    ("check", "cases/raalte-wil-niet-betalen.json", *DAY),
    ("propose", "cases/laptop-negen-euro.json", *DAY),
    ("rules", "test", "raalte-id-kaart"),
    ("rules", "check", "raalte-id-kaart"),
    ("register", "verify"),
    ("register", "list"),
    ("check", "--help"),
    ("check", "raalte-id-kart"),
]


class Narrow(Keys):
    columns = 60


class Wide(Keys):
    columns = 140


def name(arguments: tuple[str, ...]) -> str:
    return " ".join(arguments[:2])


def too_long(keys: Keys, columns: int) -> list[str]:
    """Without the lines of a ruleset: those are quoted whole, as they stand in the file."""
    return [
        line for line in keys.seen.replace("\r", "\n").splitlines() if len(line.rstrip()) > columns and "│" not in line
    ]


@pytest.mark.parametrize("arguments", SCREENS, ids=name)
@pytest.mark.parametrize(("terminal", "most"), [(Narrow, 60), (Wide, 78)])
def test_no_line_is_wider_than_the_screen(
    office: Path, arguments: tuple[str, ...], terminal: type[Keys], most: int
) -> None:
    keys = terminal.of_maatwerk(office, *arguments)
    assert keys.ended() in {0, 1, 3, 4}
    assert keys.seen.strip()
    assert too_long(keys, most) == []


@pytest.mark.parametrize("arguments", SCREENS[:4], ids=name)
def test_a_narrow_screen_has_the_same_words_as_a_pipe(office: Path, run: Run, arguments: tuple[str, ...]) -> None:
    keys = Narrow.of_maatwerk(office, *arguments)
    keys.ended()
    assert keys.seen.split() == run(*arguments).out.split()


def test_the_counter_fits_from_the_first_question_to_the_choice(office: Path) -> None:
    keys = Narrow.of_maatwerk(office, "check", "raalte-id-kaart", *DAY)
    while keys.wait_for(CHOICE, QUESTION):
        keys.press("j")
    assert too_long(keys, Narrow.columns) == []
    keys.stop("sendintr")


def test_adopting_asks_in_lines_that_fit(office: Path) -> None:
    (office / "adoptions" / "raalte-id-kaart" / "2015-01-01.json").unlink()
    given = ("--decision", "nr. 2 (verzonnen)", "--published", "gmb-verzonnen-2", "--drafted-by", "rsmit")
    keys = Narrow.of_maatwerk(office, "rules", "adopt", "raalte-id-kaart", *given)
    keys.type("Nagegaan.")
    keys.wait_for("> $")
    assert too_long(keys, Narrow.columns) == []
    keys.stop("sendintr")
