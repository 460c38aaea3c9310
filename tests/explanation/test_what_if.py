from __future__ import annotations

import pytest

from maatwerk import explain
from maatwerk.basics.errors import ProblemsFound
from maatwerk.case.typed import as_written
from tests.explanation.shipped import NAMES, TODAY, explained, parts, plain


def problems(name: str, what: dict[str, str]) -> list[tuple[str, str]]:
    with pytest.raises(ProblemsFound) as found:
        explained(name, what)
    return [(each.code, each.hint) for each in found.value.problems]


def test_less_income_turns_a_verdict_the_outcome_and_the_amount() -> None:
    found = explained("laptop-negen-euro", {"inkomen": "€ 1.600"}).what_if
    assert found is not None

    assert ("geen_vergoeding", "halve_vergoeding") == (found.before.id, found.after.id)
    assert [("Inkomen net laag", "niet voldaan", "voldaan")] == [
        (each.name, each.before, each.after) for each in found.verdicts
    ]
    assert [("Bedrag", "–", "€ 224,50")] == [(each.name, each.before, plain(each.after)) for each in found.amounts]
    assert ["Alles of niets."] == [each[:15] for each in found.findings_gone]
    assert not found.same


def test_taking_a_fact_away_makes_the_outcome_unknown_never_another_one() -> None:
    found = explained("laptop-negen-euro", {"inkomen": "onbekend"}).what_if
    assert found is not None

    assert "onbekend" == found.after.id
    assert ("Wat is uw inkomen per maand?",) == found.questions_new


def test_learning_a_birthday_settles_what_was_open() -> None:
    found = explained("kostendelers-leeftijd-onbekend", {"medebewoners[1].geboortedatum": "1-1-1990"}).what_if
    assert found is not None

    assert ("onbekend", "norm_gedeeld") == (found.before.id, found.after.id)
    assert ("nog niet bekend", "1 januari 1990") == (found.changes[0].before, found.changes[0].after)


def test_a_judgement_may_be_supposed_though_only_a_person_can_give_it() -> None:
    found = explained("boodschappen-oordeel-open", {"tijdvakken[1].verantwoord": "ja"}).what_if
    assert found is not None

    assert "geen_terugvordering" == found.after.id


def test_one_more_gift_is_a_new_record() -> None:
    what = {"giften[2].datum": "1-5-2026", "giften[2].vorm": "geld", "giften[2].bedrag": "300", "giften[2].keren": "1"}
    found = explained("giften-van-moeder", what).what_if
    assert found is not None

    assert ("deel_telt_mee", "€ 140,00") == (found.after.id, plain(found.after.amount))
    assert ("Telt mee (giften, nummer 2)", "–", "voldaan") in [
        (each.name, each.before, each.after) for each in found.verdicts
    ]


def test_a_list_can_be_empty_or_unknown() -> None:
    empty = explained("giften-kapotte-koelkast", {"giften": "leeg"}).what_if
    unknown = explained("giften-kapotte-koelkast", {"giften": "onbekend"}).what_if
    assert empty is not None
    assert unknown is not None

    assert ("niets_telt_mee", "geen") == (empty.after.id, empty.changes[0].after)
    assert ("onbekend", "nog niet bekend") == (unknown.after.id, unknown.changes[0].after)


def test_a_way_out_that_goes_is_told() -> None:
    found = explained("laptop-negen-euro", {"eenmalig_inkomen": "0"}).what_if
    assert found is not None

    assert ("Besteedbaar inkomen (uitkomst: hele vergoeding)",) == found.ways_gone
    assert ("geen_vergoeding", "geen_vergoeding") == (found.before.id, found.after.id)


def test_a_day_on_which_other_rules_may_hold_is_told() -> None:
    found = explained("laptop-negen-euro", {"aanvraagdatum": "1-2-2025"}).what_if
    assert found is not None

    assert found.caution.startswith("Let op: op 1 februari 2025 gelden misschien andere regels.")


@pytest.mark.parametrize("name", NAMES)
def test_a_fact_as_it_is_changes_nothing(name: str) -> None:
    for part in parts(name):
        as_it_is = {
            fact: as_written(part.ruleset.facts[fact].type, given.value) for fact, given in part.case.facts.items()
        }
        found = explain(part.ruleset, part.case, today=TODAY, what=as_it_is, steps=False).what_if
        assert found is not None
        assert found.same, found


def test_an_unknown_name_gets_the_nearest_that_is_there() -> None:
    assert [("C030", "inkomen")] == problems("laptop-negen-euro", {"inkomenn": "1.600"})


def test_every_wrong_value_is_told_at_once_and_never_shown() -> None:
    with pytest.raises(ProblemsFound) as found:
        explained("laptop-negen-euro", {"inkomen": "geheim veel", "huishouden": "geheim groot"})

    assert ["C043", "C041"] == [each.code for each in found.value.problems]
    assert "geheim" not in str(found.value)
