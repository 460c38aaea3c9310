"""Lists and judgements in a case file, and what is known to be empty."""

from __future__ import annotations

import json
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from maatwerk.case.facts import fact_from_text
from maatwerk.case.model import Case
from maatwerk.case.reading import CaseReading, read_case
from maatwerk.case.writing import case_as_json, write_case
from maatwerk.expressions.types import AMOUNT, DATE, YES_NO, Type
from maatwerk.expressions.values import EMPTY, Choice, Span, Truth
from maatwerk.ruleset.model import RecordList, Text
from tests.strategies.rulesets_by_hand import FACTS, HERE, fact, ruleset_of_facts

JUDGED = {"value": "ja", "by": "S. Yilmaz (verzonnen)", "role": "jurist", "reason": "De gift was voor een koelkast."}
NEEDED = replace(fact("nodig", YES_NO, who=("jurist",)), judgement=True, list="giften")
FIELDS = (
    replace(fact("bedrag", AMOUNT), list="giften"),
    replace(fact("vorm", Type("keuze", options=("geld", "eten"), or_empty=True)), list="giften"),
    NEEDED,
)
GIFTS = RecordList("giften", Text("Welke giften?"), "bank", ("inwoner",), "gewoon", {f.name: f for f in FIELDS}, HERE)
RULES = replace(
    ruleset_of_facts(
        (
            *FACTS,
            replace(fact("verhuisd", DATE), type=replace(DATE, or_empty=True)),
            fact("per_kilometer", Type("tarief", unit="kilometer")),
            replace(fact("houding", YES_NO, who=("klantmanager", "jurist")), judgement=True),
        )
    ),
    lists={"giften": GIFTS},
)


def read(**facts: Any) -> CaseReading:  # noqa: ANN401 - JSON
    return read_case({"case": "z1", "ruleset": "met-de-hand", "facts": facts}, RULES)


def case_with(**facts: Any) -> Case:  # noqa: ANN401 - JSON
    found = read(**facts)
    assert found.case is not None, [problem.text() for problem in found.problems]
    return found.case


def problems(**facts: Any) -> list[tuple[str, str]]:  # noqa: ANN401 - JSON
    return [(str(problem.place), problem.code) for problem in read(**facts).problems]


def test_the_records_of_a_list_are_read_in_order() -> None:
    given = case_with(giften=[{"bedrag": "75.00"}, {"bedrag": {"value": "350", "by": "bank"}, "vorm": "eten"}])

    gifts = given.lists["giften"]
    assert gifts.complete
    assert [record["bedrag"].value for record in gifts.records] == [Span.point(Fraction(75)), Span.point(Fraction(350))]
    assert gifts.records[1]["bedrag"].by == "bank"
    assert gifts.records[1]["vorm"].value == Choice(frozenset({"eten"}))
    assert "vorm" not in gifts.records[0]


def test_a_list_can_be_empty_open_or_not_known() -> None:
    assert case_with(giften=[]).lists["giften"].records == ()
    assert case_with(giften=[]).lists["giften"].complete
    assert not case_with(giften={"records": [], "complete": False}).lists["giften"].complete
    assert case_with(giften={"records": []}).lists["giften"].complete
    assert case_with(giften=None).lists == {}
    assert case_with().lists == {}


def test_null_is_known_to_be_empty_only_where_the_type_says_so() -> None:
    given = case_with(verhuisd=None, prijs=None, giften=[{"vorm": None, "bedrag": None}])

    assert given.facts["verhuisd"].value is EMPTY
    assert "prijs" not in given.facts
    assert given.lists["giften"].records[0]["vorm"].value is EMPTY
    assert "bedrag" not in given.lists["giften"].records[0]


def test_what_is_left_out_or_said_to_be_unknown_is_not_empty() -> None:
    assert case_with(verhuisd="onbekend").facts == {}
    assert case_with(verhuisd={"by": "inwoner"}).facts == {}
    assert case_with(verhuisd={"value": None, "by": "inwoner"}).facts["verhuisd"].value is EMPTY


def test_a_rate_may_have_parts_of_a_cent() -> None:
    assert case_with(per_kilometer="0.1925").facts["per_kilometer"].value == Span.point(Fraction("0.1925"))
    assert problems(per_kilometer="0,19") == [("facts.per_kilometer", "C048")]


def test_a_judgement_has_a_person_a_role_and_a_reason() -> None:
    given = case_with(houding=JUDGED, giften=[{"nodig": JUDGED}])

    assert given.facts["houding"].value is Truth.YES
    assert given.facts["houding"].role == "jurist"
    assert given.facts["houding"].reason == JUDGED["reason"]
    assert given.facts["houding"].verified
    assert given.lists["giften"].records[0]["nodig"].by == JUDGED["by"]


@pytest.mark.parametrize(
    ("entry", "code"),
    [
        ("ja", "C037"),
        ({**JUDGED, "by": ""}, "C037"),
        ({**JUDGED, "reason": "  "}, "C037"),
        ({**JUDGED, "role": ""}, "C037"),
        ({**JUDGED, "by": "inwoner"}, "C038"),
        ({**JUDGED, "by": "Import"}, "C038"),
        ({**JUDGED, "role": "register"}, "C038"),
        ({**JUDGED, "role": "balie"}, "C039"),
    ],
)
def test_without_a_person_in_the_right_role_it_is_no_judgement(entry: object, code: str) -> None:
    assert problems(houding=entry) == [("facts.houding", code)]
    assert problems(giften=[{"nodig": entry}]) == [("facts.giften.1.nodig", code)]


def test_a_judgement_that_is_still_open_needs_no_reasons() -> None:
    assert case_with(houding="onbekend", giften=[{"nodig": None}]).facts == {}


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("veel", [("facts.giften", "C053")]),
        ({"complete": True}, [("facts.giften", "C053")]),
        ({"records": [], "complete": "ja"}, [("facts.giften.records", "C053")]),
        ({"records": [], "compleet": False}, [("facts.giften.compleet", "C020")]),
        (["geld"], [("facts.giften.1", "C036")]),
        ([{}, {"bedrga": "5"}], [("facts.giften.2.bedrga", "C031")]),
        ([{"bedrag": "vijf"}, {"vorm": "goud"}], [("facts.giften.1.bedrag", "C043"), ("facts.giften.2.vorm", "C041")]),
        ([{"bedrag": ["5"]}], [("facts.giften.1.bedrag", "C043")]),
        ([{}] * 501, [("facts.giften", "C054")]),
    ],
)
def test_what_is_no_list_is_told_with_its_place(value: object, expected: list[tuple[str, str]]) -> None:
    assert problems(giften=value) == expected


def test_five_hundred_records_are_read() -> None:
    assert len(case_with(giften=[{}] * 500).lists["giften"].records) == 500


def test_a_field_outside_its_list_is_not_a_fact() -> None:
    assert problems(bedrag="5.00") == [("facts.bedrag", "C030")]


def test_the_place_of_a_field_in_a_file_is_its_line(tmp_path: Path) -> None:
    path = tmp_path / "zaak.json"
    path.write_text(
        '{"case": "z1", "ruleset": "met-de-hand", "facts": {"giften": [\n{"bedrag": "1"},\n{"bedrag": "x"}]}}',
        encoding="utf-8",
    )

    assert [str(problem.place) for problem in read_case(path, RULES).problems] == ["zaak.json:3:12"]


def test_no_problem_shows_what_was_written() -> None:
    written = "geheim4711"
    wrong = read(
        giften=[{"bedrag": written, written: "1"}, written], houding={**JUDGED, "role": written, "reason": written}
    )

    assert len(wrong.problems) == 4
    shown = [written in problem.text(lang) for problem in wrong.problems for lang in ("nl", "en")]
    assert shown.count(True) == 2  # the name of a key that looks like a name


def test_a_case_with_lists_is_saved_and_read_without_loss(tmp_path: Path) -> None:
    given = case_with(
        verhuisd=None,
        per_kilometer="0.1925",
        houding={**JUDGED, "value": "nee", "on": "2026-03-01"},
        giften={"records": [{"bedrag": "75", "vorm": None, "nodig": JUDGED}, {}], "complete": False},
    )
    path = tmp_path / "zaak.json"

    write_case(given, RULES, path)

    again = read_case(path, RULES).case
    assert again is not None
    assert (again.facts, again.lists) == (given.facts, given.lists)
    assert json.loads(path.read_text(encoding="utf-8")) == case_as_json(given, RULES)


def test_a_list_that_is_complete_is_saved_as_its_records() -> None:
    given = case_with(giften=[{"bedrag": "75"}])

    assert case_as_json(given, RULES)["facts"]["giften"] == [{"bedrag": "75.00"}]


def test_a_person_can_answer_that_there_is_none() -> None:
    assert fact_from_text(RULES.facts["verhuisd"], "Leeg") is EMPTY
    assert fact_from_text(RULES.facts["prijs"], "leeg") is not EMPTY
