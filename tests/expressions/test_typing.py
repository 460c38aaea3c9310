"""Types: what goes together, checked when a ruleset is loaded."""

from __future__ import annotations

from dataclasses import replace

import pytest

from maatwerk.expressions.tree import Compare, Option
from maatwerk.expressions.types import AMOUNT, DATE, NUMBER, PERCENTAGE, YES_NO, Type
from maatwerk.expressions.typing import check, type_of
from tests.expressions.world import A_MONTH, HERE, NAMES, codes, problems_of, typed


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("student en niet werkt", YES_NO),
        ("inkomen - beslag", A_MONTH),
        ("als student dan inkomen anders € 0", A_MONTH),
        ("max(€ 0; inkomen - beslag)", A_MONTH),
        ("grens_heel van norm_alleen", A_MONTH),
        ("afronden(grens_heel van norm_alleen; 0,01)", A_MONTH),
        ("schuld / inkomen", Type("getal", "maand")),
        ("inkomen / beslag", NUMBER),
        ("schuld / aantal_kinderen", AMOUNT),
        ("inkomen * proeftijd", AMOUNT),
        ("inkomen * 24", A_MONTH),
        ("40% + aantal_kinderen * 30%", PERCENTAGE),
        ("(40% + aantal_kinderen * 30%) * norm_paar / aantal_kinderen", A_MONTH),
        ("inkomen + aantal_kinderen * € 50", A_MONTH),
        ("max(inkomen; grens_heel van € 50 / 2)", A_MONTH),
        ("wachttijd * 2", Type("getal", "jaar")),
        ("wachttijd / 2", Type("getal", "jaar")),
        ("inkomen * 5%", A_MONTH),
        ("inkomen / € 50", NUMBER),
        ("grens_heel / wachttijd", PERCENTAGE),
        ("inkomen + (€ 5 + € 5)", A_MONTH),
        ("inkomen + 2 * € 5", A_MONTH),
        ("inkomen + max(€ 5; € 6)", A_MONTH),
        ("inkomen + afronden(€ 5 / 2; 0,01)", A_MONTH),
        ("plus_maanden(geboren; proeftijd; omlaag)", DATE),
        ("plus_dagen(geboren; afronden_omlaag(aantal_kinderen / 2; 1) - 3)", DATE),
        ("inkomen + (als student dan € 5 anders € 6)", A_MONTH),
        ("inkomen + hoogste(€ 5 uit giften)", A_MONTH),
        ("leeftijd_op(geboren; aanvraag)", Type("getal", "jaar")),
        ("maanden_tussen(geboren; aanvraag)", Type("getal", "maand")),
        ("dagen_tussen(geboren; aanvraag)", Type("getal", "dag")),
        ("jaar(aanvraag)", NUMBER),
        ("plus_jaren(geboren; wachttijd; omlaag)", DATE),
        ("min(geboren; aanvraag)", DATE),
        ("per_jaar(inkomen)", Type("bedrag", "jaar")),
        ("per_jaar(weekloon)", Type("bedrag", "jaar")),
        ("per_maand(huur)", A_MONTH),
        ("norm_alleen op geboren", A_MONTH),
    ],
)
def test_an_operation_has_the_type_of_the_reference(text: str, kind: Type) -> None:
    found = typed(text)[1]

    assert (kind.sort, kind.unit) == (found.sort, found.unit)
    assert found.unit == type_of(typed(text)[0].root, NAMES.__getitem__).unit


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("inkomem <= beslag", "M204"),
        ("inkomen <= schuld", "M202"),
        ("inkomen <= huur", "M202"),
        ("inkomen <= aantal_kinderen", "M201"),
        ("inkomen + schuld > € 0", "M202"),
        ("als student dan inkomen anders schuld", "M202"),
        ("als inkomen dan 1 anders 2", "M203"),
        ("max(inkomen; aanvraag) > € 0", "M201"),
        ("wachttijd > proeftijd", "M202"),
        ("inkomen + proeftijd * € 50 > € 0", "M202"),
        ("wachttijd * proeftijd > 0", "M208"),
        ("inkomen * beslag > € 0", "M208"),
        ("inkomen <= schuld * 2", "M202"),
        ("inkomen <= schuld + € 5", "M202"),
        ("aanvraag * 3 > 1", "M208"),
        ("aanvraag / 3 > 1", "M208"),
        ("3 / aanvraag > 1", "M208"),
        ("2 / proeftijd > 1", "M208"),
        ("inkomen / schuld > 1", "M208"),
        ("inkomen / wachttijd > € 1", "M208"),
        ("per_km / kilometers > 1", "M208"),
        ("reden = (1 + 2)", "M201"),
        ("inkomen * wachttijd > € 0", "M208"),
        ("geboren + aanvraag < aanvraag", "M208"),
        ("aanvraag - geboren > 3", "M208"),
        ("aanvraag + 3 > geboren", "M208"),
        ("inkomen / 0 > € 1", "M203"),
        ("reden = stroing", "M205"),
        ("reden in (storing; alleenstaand)", "M205"),
        ("student in (storing)", "M203"),
        ("reden < storing", "M280"),
        ("reden > reden", "M208"),
        ("student < werkt", "M208"),
        ("niet inkomen", "M203"),
        ("inkomen en student", "M203"),
        ("leeftijd_op(geboren; inkomen) > 3", "M203"),
        ("plus_jaren(geboren; proeftijd; omlaag) < aanvraag", "M203"),
        ("afronden(inkomen; 0) > € 0", "M203"),
        ("afronden(inkomen; 0,01 + 0,001) > € 0", "M278"),
        ("afronden_omlaag(inkomen; aantal_kinderen / 700) > € 0", "M278"),
        ("afronden(inkomen; -1) > € 0", "M278"),
        ("plus_dagen(geboren; 1,5) < aanvraag", "M279"),
        ("plus_werkdagen(geboren; -1,5) < aanvraag", "M279"),
        ("plus_maanden(geboren; aantal_kinderen / 2; omlaag) < aanvraag", "M279"),
        ("plus_jaren(geboren; max(1; aantal_kinderen * 0,5); omlaag) < aanvraag", "M279"),
        ("plus_dagen(geboren; als student dan 1 anders afronden(aantal_kinderen; 0,5)) < aanvraag", "M279"),
        ("afronden(aanvraag; 1) > aanvraag", "M203"),
        ("afronden(grens_heel; 1) > 5%", "M203"),
        ("min(student; werkt)", "M203"),
        ("per_jaar(schuld) > € 0", "M203"),
        ("per_maand(inkomen) > € 0", "M203"),
        ("toelichting = reden", "M203"),
        ("inkomen op geboren > € 0", "M209"),
        ("norm_alleen op inkomen > € 0", "M203"),
        ("student is bekend", "M207"),
        ("-student", "M203"),
    ],
)
def test_what_does_not_go_together_is_a_problem(text: str, code: str) -> None:
    assert code in codes(text)


def test_an_unknown_name_comes_with_the_one_that_was_meant() -> None:
    (problem,) = problems_of("student en inkomem <= beslag")

    assert ("M204", "inkomen", 19, 7) == (problem.code, problem.hint, problem.place.column, problem.place.length)


def test_a_word_of_another_language_comes_with_ours() -> None:
    assert ["ja"] == [problem.hint for problem in problems_of("student = true")]


def test_a_wrong_option_comes_with_the_one_that_was_meant() -> None:
    assert ["storing"] == [problem.hint for problem in problems_of("reden = stroing")]


def test_every_problem_is_told_once_and_all_at_once() -> None:
    assert ["M204", "M205", "M202"] == codes("wachttyd > 1 en reden = x en inkomen <= schuld")
    assert ["M204"] == codes("1 <= wachttyd <= 3")


def test_a_name_after_is_equal_to_on_a_choice_is_an_option() -> None:
    root = typed("reden = storing")[0].root

    assert isinstance(root, Compare)
    assert isinstance(root.right, Option)


def test_an_unknown_choice_does_not_make_its_options_unknown_names() -> None:
    assert ["redn"] == [dict(problem.values)["found"] for problem in problems_of("redn = storing")]


@pytest.mark.parametrize(
    "text",
    [
        "inkomen <= grens_heel van norm_alleen",
        "schuld <= schuld / 3",
        "inkomen <= per_maand(huur)",
        "schuld <= afronden(schuld / 3; 0,001)",
        "schuld < € 0,005",
        "schuld < schuld * aantal_kinderen",
        "schuld < inkomen * proeftijd",
        "inkomen < 200% van norm_alleen",
    ],
)
def test_a_limit_that_is_not_rounded_is_a_problem_in_a_requirement(text: str) -> None:
    assert ["M206"] == codes(text, rounded=True)
    assert [] == codes(text)


@pytest.mark.parametrize(
    "text",
    [
        "inkomen <= afronden(grens_heel van norm_alleen; 0,01)",
        "inkomen * 2 <= € 3.000",
        "huur < per_jaar(inkomen)",
        "max(€ 0; inkomen - beslag) <= (als student dan norm_alleen anders norm_paar)",
        "schuld / inkomen > 3",
    ],
)
def test_sums_maxima_and_choices_of_rounded_amounts_are_rounded(text: str) -> None:
    assert [] == codes(text, rounded=True)


def test_an_amount_that_comes_out_must_be_rounded_where_that_is_asked() -> None:
    assert ["M206"] == codes("grens_heel van schuld", rounded=True, wanted=AMOUNT)
    assert [] == codes("afronden(grens_heel van schuld; 0,01)", rounded=True, wanted=AMOUNT)


def test_whether_a_calculation_is_rounded_is_known_to_who_uses_it() -> None:
    share = typed("grens_heel van norm_alleen")[1]
    expression = typed("inkomen <= grens", {**NAMES, "grens": share})[0]

    assert not share.rounded
    assert ["M206"] == [each.code for each in check(expression, {**NAMES, "grens": share}, rounded=True)[2]]


def test_a_literal_amount_takes_the_period_that_is_wanted() -> None:
    expression = typed("€ 0")[0]

    assert A_MONTH == check(expression, NAMES, wanted=A_MONTH)[1]
    assert ["M203"] == [each.code for each in check(typed("schuld")[0], NAMES, wanted=A_MONTH)[2]]


def test_is_known_is_allowed_only_where_that_is_said() -> None:
    assert [] == codes("student is niet bekend", allow_is_known=True)


def test_whether_a_choice_may_be_absent_follows_from_its_branches() -> None:
    assert not typed("als student dan schuld anders schuld")[1].or_empty
    assert typed("als student dan vermogen anders schuld")[1].or_empty
    assert typed("als student dan schuld anders leeg")[1].or_empty


@pytest.mark.parametrize("text", ["vermogen + € 5", "vermogen * 2", "-vermogen", "max(vermogen; € 5)"])
def test_what_is_computed_is_never_absent(text: str) -> None:
    assert not typed(text)[1].or_empty


@pytest.mark.parametrize(("text", "first", "length"), [("inkomen <= beslag", 0, 7), ("  inkomen <= beslag", 2, 7)])
def test_a_part_stands_at_its_own_place(text: str, first: int, length: int) -> None:
    expression = typed(text)[0]
    assert isinstance(expression.root, Compare)

    assert HERE.shifted(first, length) == expression.place_of(expression.root.left)


def test_a_part_without_length_is_shown_as_one_sign() -> None:
    expression = typed("student")[0]

    assert HERE.shifted(3, 1) == expression.place_of(replace(expression.root, at=(3, 3)))
    assert HERE.shifted(3, 1) == expression.place_of(replace(expression.root, at=(3, 4)))
