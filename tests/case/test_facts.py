"""Answers of people, one fact more or less, and saving."""

from __future__ import annotations

import json
import os
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maatwerk.basics.problems import Problem
from maatwerk.case.facts import fact_as_json, fact_from_text, unknown_value, with_fact
from maatwerk.case.model import Case, Contact, ContactMoment, FactEntry, Heard, Precedent, Process, Resident
from maatwerk.case.reading import read_case
from maatwerk.case.schema import schema_text
from maatwerk.case.typed import strict_value
from maatwerk.case.writing import case_as_json, write_case
from maatwerk.expressions.types import AMOUNT, DATE, NUMBER, PERCENTAGE, YES_NO, Type
from maatwerk.expressions.values import Choice, Span, Truth, Value, Words
from tests.strategies.rulesets_by_hand import ruleset_of_facts

RULES = ruleset_of_facts()
EMPTY = Case("z1", "met-de-hand")


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("werkt", "j", Truth.YES),
        ("werkt", "Nee", Truth.NO),
        ("werkt", "?", Truth.UNKNOWN),
        ("woont", "Samen", Choice(frozenset({"samen"}))),
        ("woont", "onbekend", Choice(frozenset({"alleen", "samen"}))),
        ("inkomen", "1.690,80", Span.point(Fraction("1690.80"))),
        ("inkomen", "1690.80", Span.point(Fraction("1690.80"))),
        ("inkomen", "1.690", Span.point(Fraction(1690))),
        ("inkomen", "€ 20", Span.point(Fraction(20))),
        ("inkomen", "", Span(Fraction(0), None)),
        ("saldo", "-12,5", Span.point(Fraction(-25, 2))),
        ("deel", "5,5 %", Span.point(Fraction(55, 1000))),
        ("geboren", "1-5-2012", Span.point(date(2012, 5, 1))),
        ("geboren", "?", Span(None, None)),
        ("verhaal", "ja hoor", Words("ja hoor")),
    ],
)
def test_an_answer_is_read_as_people_write_it(name: str, text: str, value: Value) -> None:
    assert fact_from_text(RULES.facts[name], text) == value


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        ("werkt", "jaja", "C040"),
        ("woont", "1", "C041"),
        ("geboren", "31-2-2012", "C042"),
        ("inkomen", "1.69,80", "C043"),
        ("inkomen", "16.90.80", "C043"),
        ("inkomen", "-1", "C047"),
        ("deel", "5", "C045"),
    ],
)
def test_an_answer_that_does_not_fit_is_a_problem_without_the_answer(name: str, text: str, code: str) -> None:
    found = fact_from_text(RULES.facts[name], text)
    assert isinstance(found, Problem)
    assert (found.code, found.place.file) == (code, name)


def test_a_fact_is_learnt_and_taken_out_again() -> None:
    learnt = with_fact(EMPTY, RULES, "inkomen", Span.point(Fraction(5)), FactEntry(by="inwoner", source="loonstrook"))
    assert (learnt.facts["inkomen"].by, learnt.facts["inkomen"].source) == ("inwoner", "loonstrook")
    assert EMPTY.facts == {}
    assert with_fact(learnt, RULES, "inkomen", unknown_value(RULES.facts["inkomen"])).facts == {}


def test_a_value_is_written_as_a_case_file_has_it() -> None:
    written = [
        fact_as_json(AMOUNT, Span.point(Fraction(449))),
        fact_as_json(NUMBER, Span.point(Fraction(12))),
        fact_as_json(PERCENTAGE, Span.point(Fraction(1, 20))),
        fact_as_json(DATE, Span.point(date(2026, 1, 31))),
        fact_as_json(YES_NO, Truth.NO),
        fact_as_json(YES_NO, Truth.UNKNOWN),
        fact_as_json(Type("bedrag", below_zero=True), Span.point(Fraction(-1, 20))),
    ]
    assert written == ["449.00", "12", "5%", "2026-01-31", "nee", "onbekend", "-0.05"]


@given(st.integers(-(10**13), 10**13), st.sampled_from([AMOUNT, NUMBER, PERCENTAGE]))
def test_what_is_written_is_read_back(cents: int, kind: Type) -> None:
    value = Span.point(Fraction(cents, 10_000 if kind.sort == "percentage" else 100))
    assert strict_value(kind, fact_as_json(kind, value)) == value


def full_case() -> Case:
    case = with_fact(
        EMPTY, RULES, "inkomen", Span.point(Fraction("1690.80")), FactEntry(by="inwoner", on=date(2026, 2, 1))
    )
    case = with_fact(case, RULES, "geboren", Span.point(date(2012, 5, 1)))
    return Case(
        case.id,
        case.ruleset,
        case.facts,
        received=date(2026, 2, 9),
        resident=Resident(name="N. de Boer (verzonnen)", language="en"),
        contact=Contact(name="S. Yilmaz (verzonnen)", phone="000"),
        process=Process(
            contacts=(ContactMoment(on=date(2026, 2, 9), by="S. Yilmaz (verzonnen)"),), heard=Heard(waived=True)
        ),
        precedents=(Precedent.model_validate({"number": "1", "exception": "e", "granted": False, "for": ["a"]}),),
        notes=("bijzonder",),
        file="zaak.json",
    )


def test_a_saved_case_is_read_back_whole(tmp_path: Path) -> None:
    case = full_case()
    write_case(case, RULES, tmp_path / "zaak.json")
    found = read_case(tmp_path / "zaak.json", RULES)
    assert (found.case, found.problems) == (case, ())


def test_a_register_fact_that_was_not_verified_stays_so() -> None:
    data = {"case": "z1", "ruleset": "met-de-hand", "facts": {"geboren": {"value": "2012-05-01", "verified": False}}}
    case = read_case(data, RULES).case
    assert case is not None
    assert case_as_json(case, RULES) == data


def test_only_the_owner_can_read_a_saved_case(tmp_path: Path) -> None:
    write_case(full_case(), RULES, tmp_path / "zaak.json")
    assert (tmp_path / "zaak.json").stat().st_mode & 0o777 == 0o600


def test_a_save_that_fails_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "zaak.json"
    path.write_text("oud", encoding="utf-8")

    def no_space(_: int) -> None:
        raise OSError

    monkeypatch.setattr(os, "fsync", no_space)
    with pytest.raises(OSError):  # noqa: PT011 - the system's own error, whatever its text
        write_case(full_case(), RULES, path)
    assert (path.read_text(encoding="utf-8"), [found.name for found in tmp_path.iterdir()]) == ("oud", ["zaak.json"])


def test_the_schema_in_the_documents_is_true() -> None:
    documented = Path(__file__).parents[2] / "docs" / "schema" / "case.json"
    assert documented.read_text(encoding="utf-8") == schema_text()
    assert json.loads(schema_text())["required"] == ["case", "ruleset"]
