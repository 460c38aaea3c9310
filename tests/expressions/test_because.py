"""Why a verdict is so, in words: only what makes it so, said as it is."""

from __future__ import annotations

import pytest

from maatwerk.expressions.because import because
from tests.expressions.test_words import WORLD, plain

TOO_HIGH = "inkomen (€ 1.690,80 per maand) is hoger dan € 100,00"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("student", "student: ja"),
        ("niet student", "student: ja"),
        ("student of werkt", "student: ja"),
        ("niet (student of werkt)", "student: ja"),
        ("reden = voorkeur", "reden: rood staan"),
        ("reden niet in (storing; voorkeur)", "reden: rood staan"),
        ("student en reden = rood_staan", "student: ja en reden: rood staan"),
        ("inkomen <= € 100", TOO_HIGH),
        ("inkomen <= € 100 en student", TOO_HIGH),
        ("inkomen <= € 100 of niet student", f"{TOO_HIGH} en student (ja)"),
        ("inkomen <= € 100 of beslag = € 5", f"{TOO_HIGH} en beslag (€ 200,00 per maand) is niet gelijk aan € 5,00"),
        ("student en beslag > € 5", "student (ja) en beslag (€ 200,00 per maand) is hoger dan € 5,00"),
    ],
)
def test_only_what_makes_it_so_is_told(text: str, reason: str) -> None:
    assert reason == plain(because(WORLD.read(text).root, WORLD, "nl"))


def test_while_it_is_not_known_the_whole_condition_is_told() -> None:
    found = plain(because(WORLD.read("werkt en inkomen > € 100").root, WORLD, "nl"))

    assert "werkt (nog niet bekend) en inkomen (€ 1.690,80 per maand) is hoger dan € 100,00" == found


def test_it_is_told_in_the_language_that_is_asked() -> None:
    assert "student: yes and reden: rood staan" == because(
        WORLD.read("student en reden = rood_staan").root, WORLD, "en"
    )
