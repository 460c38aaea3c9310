"""Every letter that a ruleset can give is found, made in both languages, and checked."""

from __future__ import annotations

from itertools import product

import pytest

from maatwerk.basics.problems import Problem
from maatwerk.bench.letters import letter_problems
from maatwerk.bench.letters.seeking import variants
from maatwerk.ruleset.library import shipped
from maatwerk.ruleset.model import Ruleset
from maatwerk.ruleset.reading import read_text
from tests.findings.small import INCOME_LIMIT, ruleset
from tests.letter.made import all_lines

TWO_LANGUAGES = """---
taal: maatwerk-1
regelset: klein
titel: Een kleine regelset
bestuursorgaan: het college
geldig_vanaf: 2026-01-01
peildatum: dag
rechtsmiddel: bezwaar
---
| gegeven | soort | vraag | vraag_en | herkomst | wie | privacy |
|---|---|---|---|---|---|---|
| dag | datum | Wanneer vroeg u het? | When did you ask? | inwoner | inwoner | gewoon |
| inkomen | bedrag per maand | Wat is uw inkomen? | What is your income? | inwoner | inwoner | gewoon |
| kind | ja_nee | Hebt u een kind? | Do you have a child? | inwoner | inwoner | gewoon |

### Voorwaarde: laag
- bron: artikel 1
- rang: beleidsregel
- eis: inkomen <= € 1.000
- niet_voldaan: Uw inkomen is te hoog.
- niet_voldaan_en: Your income is too high.

### Uitkomst: geld
- als: laag
- soort: toekenning
- tekst: U krijgt € 1.250 op 1 mei 2026.
- tekst_en: You get €1,250 on 1 May 2026.

### Uitkomst: geen_geld
- als: niet laag
- soort: afwijzing
- tekst: U krijgt geen geld.
- tekst_en: You get no money.

### Brief: voor_kind
- bij: geld
- deel: wat_nu
- als: kind
- nl: Er is ook geld voor uw kind.
- en: There is money for your child as well.
"""
"""A grant with a line for parents, and a refusal, in Dutch and English."""


def read(text: str) -> Ruleset:
    """A whole document, or one of the small rulesets of the findings."""
    if not text.startswith("---"):
        return ruleset(text)
    reading = read_text(text, "klein/2026-01-01.md", shipped())
    assert reading.ruleset is not None, [each.text() for each in reading.problems]
    return reading.ruleset


def codes(text: str) -> list[str]:
    return [each.code for each in letter_problems(read(text))]


def problem_of(text: str, code: str) -> Problem:
    (found,) = (each for each in letter_problems(read(text)) if each.code == code)
    return found


def test_each_answer_and_each_condition_both_ways_is_a_letter() -> None:
    found = variants(read(TWO_LANGUAGES)).found

    assert {("geld", ("voor_kind", 1)), ("geld", ("voor_kind", 0)), ("geen_geld",)} == {
        (each.by_rule, *each.lines) for each in found
    }


def test_each_letter_is_there_in_both_languages_and_prints_what_its_condition_says() -> None:
    line = {"nl": "Er is ook geld voor uw kind.", "en": "There is money for your child as well."}

    for each in variants(read(TWO_LANGUAGES)).found:
        for lang, written in each.letters.items():
            assert written.letter is not None, written.gaps
            assert (dict(each.lines).get("voor_kind") == 1) == (line[lang] in all_lines(written.letter))


def test_a_ruleset_in_dutch_only_has_letters_in_dutch_only() -> None:
    found = variants(ruleset(INCOME_LIMIT)).found

    assert {("nl",)} == {tuple(each.letters) for each in found}


def test_nothing_is_wrong_with_letters_that_are_alike_in_both_languages() -> None:
    assert [] == codes(TWO_LANGUAGES)


def test_a_letter_without_a_sentence_for_why_cannot_be_made() -> None:
    text = INCOME_LIMIT + "\n### Voorwaarde: oud\n- eis: inkomen > € 500\n- niet_voldaan: U bent jong.\n"
    text += "\n### Uitkomst: half\n- als: oud en laag\n- soort: gedeeltelijk\n- gaat_voor: geld\n"
    found = problem_of(text, "M360")

    assert not found.warning
    assert "Een brief bij `half` kan niet worden gemaakt. Deel ‘waarom’" in found.text()
    assert "inkomen € 500,01" in found.text()


def test_a_text_without_its_english_twin_is_told_where_it_stands() -> None:
    text = TWO_LANGUAGES.replace("- niet_voldaan_en: Your income is too high.\n", "")
    found = problem_of(text, "M361")

    assert "‘Uw inkomen is te hoog.’" in found.text()
    assert read(text).criteria["laag"].not_met.place == found.place  # type: ignore[union-attr]


def test_english_that_was_only_begun_is_left_to_the_remark_about_that() -> None:
    begun = INCOME_LIMIT.replace(
        "- soort: toekenning", "- soort: toekenning\n- tekst: U krijgt geld.\n- tekst_en: Yes."
    )

    assert [] == codes(begun)


@pytest.mark.parametrize(
    ("english", "only_nl", "only_en"),
    [
        ("You get €1,520 on 1 May 2026.", "1250", "1520"),
        ("You get €1,250 on 1 June 2026.", "1-5-2026", "1-6-2026"),
        ("You get €1,250 on 1 May.", "1-5-2026", "1-5"),
        ("You get money on 1 May 2026.", "1250", "–"),
        ("You get €1,250 on 1 May 2026, 2 times.", "–", "2"),
        ("You get €1.250 on 1 May 2026.", "1250", "1.25"),
    ],
)
def test_a_figure_that_differs_in_english_is_named(english: str, only_nl: str, only_en: str) -> None:
    text = TWO_LANGUAGES.replace("You get €1,250 on 1 May 2026.", english)
    found = problem_of(text, "M362")

    assert f"Alleen in het Nederlands: {only_nl}. Alleen in het Engels: {only_en}." in found.text()
    assert read(text).outcomes["geld"].text.place == found.place


def test_a_value_that_only_the_dutch_sentence_prints_is_seen_in_the_letter() -> None:
    text = TWO_LANGUAGES.replace("U krijgt geen geld.", "Met {inkomen} krijgt u geen geld.")
    found = problem_of(text, "M362")

    assert "deel ‘besluit’. Alleen in het Nederlands: 1000.01." in found.text()


def test_a_condition_that_never_holds_with_its_answer_is_told() -> None:
    text = TWO_LANGUAGES.replace("- als: kind\n", "- als: kind en inkomen > € 2.000\n")

    assert ["M365"] == codes(text)


LISTED = TWO_LANGUAGES.replace(
    "| kind | ja_nee | Hebt u een kind? | Do you have a child? | inwoner | inwoner | gewoon |",
    """| giften | lijst | Welke giften? | Which gifts? | inwoner | inwoner | gewoon |
| giften.waarde | bedrag | Hoeveel was het? | How much was it? | inwoner | inwoner | gewoon |""",
)


def test_a_list_gives_a_letter_without_a_line_with_one_and_with_two() -> None:
    text = LISTED.replace("- als: kind\n", "- als: waarde > € 100\n- per: giften\n")
    found = variants(read(text)).of("geld")

    assert {(("voor_kind", 0),), (("voor_kind", 1),), (("voor_kind", 2),)} == {each.lines for each in found}


def test_the_letter_after_an_exception_has_the_texts_of_what_is_given_then() -> None:
    text = (
        TWO_LANGUAGES
        + """
### Grond: beleid
- artikel: artikel 9
- trede: D
- geldt_voor: beleidsregel
- toets: Is dit te hard?
- bevoegd: behandelaar

### Uitzondering: net_te_veel
- op: laag
- grond: beleid
- mag_als: inkomen <= € 1.100
- bevoegd: behandelaar
- zeg: Wij kunnen rekening houden met uw situatie.
- zeg_en: We can take your situation into account.
"""
    )
    found = variants(read(text)).of("geen_geld", ["net_te_veel"])

    assert {(("voor_kind", 1),), (("voor_kind", 0),)} == {each.lines for each in found}


def with_promise(term: str, start: str = "zaak_vandaag") -> str:
    promise = f"""
### Belofte: bellen
- wat: Wij bellen u.
- wat_en: We call you.
- wie: team
- wie_en: the team
- termijn: {term}
- vanaf: {start}
"""
    return TWO_LANGUAGES + promise


def test_a_promise_that_is_kept_after_the_last_day_to_object_is_told() -> None:
    found = problem_of(with_promise("7 weken"), "M368")

    assert found.warning
    assert "De dag van de belofte `bellen` ligt na de laatste dag voor bezwaar of beroep." in found.text()
    assert ["M368"] == codes(with_promise("7 weken"))
    assert [] == codes(with_promise("5 weken"))


def test_a_promise_that_counts_from_another_day_than_the_decision_is_about_that_day() -> None:
    assert [] == codes(with_promise("7 weken", start="dag"))


def test_ten_days_to_appeal_leave_less_time_for_a_promise() -> None:
    within_ten_days = TWO_LANGUAGES.replace("rechtsmiddel: bezwaar", "rechtsmiddel: beroep_college")
    promise = with_promise("3 weken").removeprefix(TWO_LANGUAGES)

    assert ["M368"] == codes(within_ten_days + promise)
    assert [] == codes(within_ten_days + promise.replace("3 weken", "5 werkdagen"))


def test_what_cannot_be_found_is_said() -> None:
    found = problem_of(
        LISTED.replace("- als: kind\n", "- als: som(waarde uit giften) > € 1 en aantal(giften) > 2\n"), "M366"
    )

    assert found.warning
    assert "Niet tot het eind gezocht is: voor kind." in found.text()


def with_many_lines(number: int) -> str:
    facts = "".join(f"| vlag_{at} | ja_nee | Ja? | Yes? | inwoner | inwoner | gewoon |\n" for at in range(number))
    texts = "".join(
        f"\n### Brief: regel_{at}\n- bij: geld\n- deel: wat_nu\n- als: vlag_{at}\n- nl: Regel {at}.\n- en: Line {at}.\n"
        for at in range(number)
    )
    return TWO_LANGUAGES.replace("| kind |", f"{facts}| kind |", 1) + texts


def test_above_200_combinations_each_two_texts_still_come_in_every_way() -> None:
    found = variants(read(with_many_lines(8)))
    granted = [dict(each.lines) for each in found.of("geld")]
    names = sorted(granted[0])

    assert found.pairs
    for one, other in product(names, repeat=2):
        if one < other:
            assert {(0, 0), (0, 1), (1, 0), (1, 1)} == {(each[one], each[other]) for each in granted}
