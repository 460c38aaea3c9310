"""Reading expressions: the grammar, and mistakes told so that a jurist can mend them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maatwerk.basics.text import LANGUAGES
from maatwerk.expressions.lexer import FOREIGN, KEYWORDS, RESERVED
from maatwerk.expressions.parser import parse
from maatwerk.expressions.printing import print_expression
from tests.expressions.world import HERE, codes, problems_of


def canonical(text: str) -> str:
    expression, problems = parse(text, HERE)
    assert () == problems
    assert expression is not None
    return print_expression(expression.root)


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("student of werkt en niet student", "student of (werkt en (niet student))"),
        ("niet niet student", "niet (niet student)"),
        ("1 + 2 * 3 - 4", "(1 + (2 * 3)) - 4"),
        ("1 - 2 - 3", "(1 - 2) - 3"),
        ("50% van inkomen / 2", "(50% van inkomen) / 2"),
        ("- inkomen * 2", "(-inkomen) * 2"),
        ("als student dan 1 anders als werkt dan 2 anders 3", "als student dan 1 anders (als werkt dan 2 anders 3)"),
        ("student en inkomen <= € 1.681,80", "student en (inkomen <= € 1681,80)"),
        ("12 <= wachttijd <= 17 en student", "(12 <= wachttijd en wachttijd <= 17) en student"),
        ("reden niet in (storing; voorkeur)", "niet (reden in (storing; voorkeur))"),
        ("reden is niet bekend", "niet (reden is bekend)"),
        ("norm_paar op geboren + 1", "(norm_paar op geboren) + 1"),
        ("max(€ 0;inkomen-beslag)", "max( € 0 ; (inkomen - beslag) )"),
        ("2026-01-31<=aanvraag", "2026-01-31 <= aanvraag"),
        ("norm_soort bij huishouden bij 2 + 1", "(norm_soort bij huishouden bij 2) + 1"),
        ("norm_soort op geboren bij huishouden bij 2", "(norm_soort op geboren bij huishouden bij (2))"),
        ("einde is niet leeg en student", "(niet (einde is leeg)) en student"),
        (
            "voor_alle(als student dan ja anders nee uit giften)",
            "voor_alle( (als student dan ja anders nee) uit giften )",
        ),
        (
            "som(gift uit giften waar van_familie of student)*2",
            "som(gift uit giften waar (van_familie of student)) * 2",
        ),
    ],
)
def test_the_grammar_binds_as_the_reference_says(text: str, meaning: str) -> None:
    assert canonical(meaning) == canonical(text)


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("12<=wachttijd<=17", "12 <= wachttijd <= 17"),
        ("((student))", "student"),
        ("(student of werkt) en student", "(student of werkt) en student"),
        ("(1 + 2) + 3", "1 + 2 + 3"),
        ("(1 + 2) * 3", "(1 + 2) * 3"),
        ("1 + (2 * 3)", "1 + 2 * 3"),
        ("(1 * 2) + 3", "1 * 2 + 3"),
        ("1 / (2 * 3)", "1 / (2 * 3)"),
        ("-(1 + 2)", "-(1 + 2)"),
        ("1 + -2", "1 + -2"),
        ("5% van inkomen", "5% van inkomen"),
        ("5% * inkomen", "5% van inkomen"),
        ("2 * inkomen", "2 * inkomen"),
        ("10% + 5%", "10% + 5%"),
        ("reden in (storing;voorkeur)", "reden in (storing; voorkeur)"),
        ("niet (student is bekend)", "student is niet bekend"),
        ("niet (vermogen is leeg)", "vermogen is niet leeg"),
        ("1 - (2 - 3)", "1 - (2 - 3)"),
        ("€ 1200", "€ 1.200"),
        ("€ 1,5", "€ 1,50"),
        ("1.200,5", "1200,5"),
        ("0,5%", "0,5%"),
        ("(als student dan 1 anders 2) + 1", "(als student dan 1 anders 2) + 1"),
        ("plus_maanden(geboren; 2; omlaag)", "plus_maanden(geboren; 2; omlaag)"),
        ("dag_van_jaar( geboren;1;oktober )", "dag_van_jaar(geboren; 1; oktober)"),
        ("niet (reden in (storing))", "reden niet in (storing)"),
    ],
)
def test_one_canonical_way_of_writing(text: str, printed: str) -> None:
    assert printed == canonical(text)


@pytest.mark.parametrize(
    ("text", "code", "found_at", "hint"),
    [
        ("inkomen <= 1.5", "M102", "1.5", "1,5"),
        ("inkomen <= 1,681.80", "M102", "1,681.80", "1.681,80"),
        ("inkomen <= 12.34", "M102", "12.34", "12,34"),
        ("inkomen <= 007", "M102", "007", ""),
        ("max(1,00, 2)", "M103", ",", ";"),
        ("max(1,2)", "M117", "max(1,2)", ""),
        ("max() > 1", "M117", "max()", ""),
        ("-(vermogen is leeg) > 1", "M203", "vermogen is leeg", ""),
        ("-(vermogen is niet leeg) > 1", "M203", "vermogen is niet leeg", ""),
        ("-(reden in (storing)) > 1", "M203", "reden in (storing)", ""),
        ("-(reden niet in (storing)) > 1", "M203", "reden niet in (storing)", ""),
        ("aantal(en) > 3", "M108", "en", ""),
        ("hoogste_som(gift uit giften per en) > € 0", "M108", "en", ""),
        ("(student", "M104", "(", ""),
        ("max(inkomen; 1", "M104", "(", ""),
        ("student)", "M105", ")", ""),
        ("student # werkt", "M101", "#", ""),
        ("reden == storing", "M107", "==", "="),
        ("student && werkt", "M107", "&&", "en"),
        ("student and werkt", "M107", "and", "en"),
        ("student or werkt", "M107", "or", "of"),
        ("not student", "M107", "not", "niet"),
        ("inkomen ≤ beslag", "M107", "≤", "<="),
        ("en", "M108", "en", ""),
        ("student en als", "M125", "als", ""),
        ("norm_paar op geboren op aanvraag", "M122", "op", ""),
        ("student en (werkt", "M104", "(", ""),
        ("student en of", "M108", "of", ""),
        ("reden in (storing; niet)", "M108", "niet", ""),
        ("reden in (storing; 3)", "M123", "3", ""),
        ("aantal(kinderen)", "M272", "aantal(kinderen)", ""),
        ("er_is(gifte waar van_familie)", "M272", "er_is(gifte waar van_familie)", "giften"),
        ("aantal > 3", "M114", "aantal", "aantal(…)"),
        ("aantal(3) > 3", "M126", "3", ""),
        ("som(gift) > € 0", "M121", ")", ""),
        ("som(gift uit giften per gever) > € 0", "M121", "per", ""),
        ("hoogste_som(gift uit giften) > € 0", "M121", ")", ""),
        ("hoogste_som(gift uit giften per 3) > € 0", "M127", "3", ""),
        ("hoogste_som(gift uit giften per gevr) > € 0", "M277", "hoogste_som(gift uit giften per gevr)", "gever"),
        ("gift > € 0", "M273", "gift", "er_is(giften waar …)"),
        ("giften > 3", "M275", "giften", "aantal(giften)"),
        ("er_is(giften waar er_is(huisgenoten))", "M274", "er_is(huisgenoten)", ""),
        ("er_is(giften waar deelt_kosten)", "M273", "deelt_kosten", "er_is(huisgenoten waar …)"),
        ("schuld is leeg", "M271", "schuld", ""),
        ("vermogen = leeg", "M270", "leeg", "is leeg"),
        ("vermogen + leeg > € 0", "M270", "leeg", "is leeg"),
        ("(als student dan leeg anders leeg) is leeg", "M270", "als student dan leeg anders leeg", ""),
        ("schuld bij huishouden > € 0", "M209", "schuld bij huishouden", ""),
        ("", "M112", "", ""),
        ("   ", "M112", "", ""),
        ("aanvraag < 2026-02-30", "M113", "2026-02-30", ""),
        ("aanvraag < 31-01-2026", "M113", "31-01-2026", ""),
        ("jaar = 2026", "M114", "jaar", "jaar(…)"),
        ("afrondne(inkomen; 0,01)", "M116", "afrondne", "afronden"),
        ("inkomen <=", "M115", "=", ""),
        ("-", "M115", "-", ""),
        ("inkomen < € 9 < aanvraag", "M201", "€ 9 < aanvraag", ""),
        ("inkomen < aanvraag < € 9", "M201", "inkomen < aanvraag", ""),
        ("inkomen <= beslag beslag", "M122", "beslag", ""),
        ("als student werkt", "M121", "werkt", ""),
        ("Inkomen > 0", "M118", "Inkomen", "inkomen"),
        ("dag_van_jaar(geboren; 1)", "M129", "dag_van_jaar(geboren; 1)", ""),
        ("dag_van_jaar(geboren)", "M129", "dag_van_jaar(geboren)", ""),
        ("dag_van_jaar()", "M129", "dag_van_jaar()", ""),
        ("dag_van_jaar(geboren; 1; oktobr)", "M129", "oktobr", "oktober"),
        ("dag_van_jaar(geboren; 1; omlaag)", "M129", "dag_van_jaar(geboren; 1; omlaag)", ""),
        ("dag_van_jaar(geboren; 10; 1)", "M129", "dag_van_jaar(geboren; 10; 1)", ""),
        ("dag_van_jaar(geboren; 31; april)", "M130", "31", ""),
        ("dag_van_jaar(geboren; 29; februari)", "M130", "29", ""),
        ("dag_van_jaar(geboren; 1,5; mei)", "M130", "1,5", ""),
        ("dag_van_jaar(geboren; nummer; mei)", "M130", "nummer", ""),
        ("dag_van_jaar(1; mei)", "M117", "dag_van_jaar(1; mei)", ""),
        ("dag_van_jaar(geboren; 1; oktober; 3)", "M121", ";", ""),
        ("plus_maanden(geboren; 1)", "M119", "plus_maanden(geboren; 1)", ""),
        ("plus_dagen(geboren; 1; omlaag)", "M120", "plus_dagen(geboren; 1; omlaag)", ""),
        ("€ inkomen", "M124", "inkomen", ""),
        ("3 % % 2", "M122", "%", ""),
    ],
)
def test_a_mistake_is_shown_at_its_place_with_what_to_write(text: str, code: str, found_at: str, hint: str) -> None:
    problem = problems_of(text)[0]
    start = problem.place.column - HERE.column

    assert (code, hint) == (problem.code, problem.hint)
    assert text[start : start + problem.place.length].strip() == found_at or not found_at
    assert all(problem.text(lang) for lang in LANGUAGES)


def test_all_mistakes_in_writing_are_told_at_once() -> None:
    assert ["M102", "M107", "M113"] == codes("inkomen <= 1.5 && aanvraag < 2026-13-01")


def test_a_text_of_2000_characters_is_read_and_one_more_is_not() -> None:
    assert [] == codes("inkomen".ljust(2000))
    assert ["M109"] == codes("inkomen".ljust(2001))


def test_forty_layers_are_read_and_one_more_is_not() -> None:
    assert [] == codes("niet " * 39 + "student")
    assert ["M110"] == codes("niet " * 40 + "student")
    assert ["M110"] == codes(" + ".join(["1"] * 41))


@pytest.mark.parametrize(
    "text", ["(" * 2000, "niet " * 400, "-" * 1999 + "1", "max(" * 499, "als " * 500, "1+" * 999 + "1"]
)
def test_no_depth_of_text_exhausts_the_stack(text: str) -> None:
    assert ["M110"] == codes(text)


def test_a_fixed_word_is_no_name_and_a_sign_from_elsewhere_no_word() -> None:
    assert {"als", "jaar", "plus_werkdagen", "per"} <= RESERVED
    assert not FOREIGN.keys() & KEYWORDS


@given(st.text(max_size=60) | st.text(alphabet="als dan niet(€%;,.<=>-+*/0123456789_en_of jaar", max_size=80))
def test_any_text_gives_a_tree_or_problems_and_never_an_exception(text: str) -> None:
    expression, problems = parse(text, HERE)

    assert (expression is None) == bool(problems)
    assert all(problem.text(lang) for problem in problems for lang in LANGUAGES)
