"""The decision on an objection: what became of it, why, and where the resident can go (Awb 7:12, 8:81)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from maatwerk.decision.model import Decision
from tests.letter.made import SENDER, full_grant, granted_exception, letter_for, partial_grant, refusal, words

WHY = "U schreef dat uw inkomen lager is. Uw loonstrook zegt iets anders."
HEARD = {"on": "2026-02-13"}


def objected(*, changed: bool) -> dict[str, object]:
    return {"objection": {"number": "2026-0001", "on": "2026-02-10", "changed": changed, "heard": HEARD}}


def talk(on: str) -> dict[str, object]:
    return {"contact_moment": {"on": on, "by": "S. Yilmaz (verzonnen)", "said": "Het klopt niet."}}


MADE: dict[str, Decision] = {
    "refused again": refusal("gewogen_nee", reasons=WHY, **objected(changed=False)),
    "forbidden": refusal("wet_verbiedt", reasons=WHY, **objected(changed=False)),
    "part": partial_grant(reasons=WHY, **objected(changed=True)),
    "granted": full_grant(reasons=WHY, **objected(changed=True)),
    "its own way": refusal("wet_verbiedt", sort="other", choice="other", reasons=WHY, **objected(changed=False)),
    "an exception": granted_exception(reasons=WHY, **objected(changed=True)),
}


@pytest.mark.parametrize("name", MADE)
def test_the_reasons_answer_the_objection_once(name: str) -> None:
    letter = letter_for(MADE[name])
    told = {each.kind: words(letter, each.kind).count(WHY) for each in letter.sections}
    where = "uitzondering" if name == "an exception" else "besluit"

    assert {where: 1} == {kind: number for kind, number in told.items() if number}


def test_reasons_stand_right_behind_what_became_of_the_objection() -> None:
    text = words(letter_for(MADE["refused again"]), "besluit")

    assert text.startswith(
        "Wij blijven bij ons besluit. Uw bezwaar is ongegrond. Dat betekent dat u geen gelijk krijgt."
    )
    assert f"Op 13 februari 2026 spraken wij met u over uw bezwaar. Dit zijn onze redenen: {WHY}" in text
    assert "Onze redenen staan aan het begin van deze brief." in words(
        letter_for(MADE["refused again"]), "wat_kan_niet"
    )
    assert "Uw bezwaar is gegrond. Dat betekent dat u terecht bezwaar maakte." in words(
        letter_for(MADE["granted"]), "besluit"
    )


@pytest.mark.parametrize(("on", "quoted"), [("2026-02-09", 0), ("2026-02-10", 1), ("2026-02-13", 1)])
def test_a_talk_before_the_objection_is_no_talk_about_it(on: str, quoted: int) -> None:
    letter = letter_for(refusal("gewogen_nee", reasons=WHY, **objected(changed=False), **talk(on)))

    assert quoted == words(letter, "feiten").count("Het klopt niet.")


def test_who_appeals_reads_where_to_and_that_a_quick_decision_can_be_asked() -> None:
    court = replace(SENDER, court_address=("Postbus 3", "0000 AA Voorbeeld"))
    text = words(letter_for(MADE["refused again"], sender=court), "rechtsmiddel")

    assert "Stuur uw beroep naar: Rechtbank Voorbeeld (verzonnen), Postbus 3, 0000 AA Voorbeeld." in text
    assert "Vraag dan ook om een snelle beslissing. Dat heet een voorlopige voorziening." in text
    assert "bel 0800 - 8020" in text
    assert "Stuur uw beroep naar: Rechtbank Voorbeeld (verzonnen)." in words(
        letter_for(MADE["refused again"]), "rechtsmiddel"
    )
