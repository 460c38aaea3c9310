"""The language check on small texts: what each rule sees, and what it leaves alone."""

from __future__ import annotations

from time import process_time

import pytest

from maatwerk.language import Checked, check
from maatwerk.language.lines import line_and_column


def seen(
    text: str, lang: str = "nl", *, rules: tuple[int, int] | None = None, kept: tuple[tuple[int, int], ...] = ()
) -> list[tuple[str, str]]:
    return [(each.code, each.text) for each in check(text, lang, rules=rules, kept=kept).issues]


def codes(text: str, lang: str = "nl") -> list[str]:
    return [code for code, _ in seen(text, lang)]


def advice(text: str, lang: str = "nl") -> list[str]:
    return [each.advice for each in check(text, lang).issues]


def test_a_plain_sentence_has_no_issue_and_the_highest_score() -> None:
    assert Checked((), 100) == check("U krijgt uw identiteitskaart mee.", "nl")


def test_an_empty_text_has_no_issue() -> None:
    assert Checked((), 100) == check("", "nl")


def test_a_sentence_of_20_words_is_not_long_and_one_of_21_is() -> None:
    assert [] == codes("Wij " + "gaan " * 18 + "weg.")
    assert ["zin-lang"] == codes("Wij " + "gaan " * 19 + "weg.")


def test_a_sentence_goes_on_over_lines_but_not_over_an_empty_line_or_an_item() -> None:
    half = "Dit is een regel die wij hier precies op deze plek afbreken"

    assert ["zin-lang"] == codes(f"{half}\nzodat {half.lower()}.")
    assert [] == codes(f"{half}\n\nZodat {half.lower()}.")
    assert [] == codes(f"{half}:\n- zodat {half.lower()}\n- en nog iets.")


def test_a_full_stop_in_a_short_form_or_a_name_ends_no_sentence() -> None:
    text = "Bel met mevrouw S. Yilmaz over uw vraag van 3 mei. Zij helpt u."

    assert [] == codes(text)
    assert ["afkorting", "zin-lang"] == sorted(codes("Volgens art. 5 " + "gaat u nu " * 6 + "weg."))


def test_a_sentence_may_end_with_a_figure_an_address_or_no() -> None:
    text = " ".join(["wij"] * 15)

    for end in ("9.00", "www.raalte.nl", "2026"):
        assert [] == codes(f"Kom {text} {end}. Kom {text}.")
    assert [] == codes(f"Come {text.replace('wij', 'we')} no. Come {text.replace('wij', 'we')}.", "en")


def test_a_very_long_text_takes_no_time_that_grows_faster_than_it() -> None:
    for piece in ("a", "(", "(a) ", "A.B. ", "|", "de door ", "indien ", "u had ", ". ", "x_", "het"):
        start = process_time()
        check(piece * (100_000 // len(piece)), "nl")
        assert process_time() - start < 5, piece


def test_a_paragraph_of_more_than_80_words_is_long() -> None:
    assert [] == codes("Kom gerust bij ons. " * 20)
    assert ["alinea-lang"] == codes("Kom gerust bij ons. " * 21)


@pytest.mark.parametrize(
    ("text", "passive"),
    [
        ("De brief wordt morgen verstuurd.", "wordt morgen verstuurd"),
        ("Uw zaak is door ons onderzocht.", "is door ons onderzocht"),
        ("Wij zien dat de brief verstuurd wordt.", "verstuurd wordt"),
        ("Het plan zal worden gemaakt.", "worden gemaakt"),
        ("U wordt morgen 18 jaar.", ""),
        ("Bent u verhuisd?", ""),
        ("Het wordt beter, want wij hebben gewonnen.", ""),
        ("De gemeente is dicht.", ""),
    ],
)
def test_passives_are_seen_and_other_sentences_are_not(text: str, passive: str) -> None:
    assert ([("lijdende-vorm", passive)] if passive else []) == seen(text)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Indien u belt.", "als"),
        ("Wij hebben geld verleend.", "gegeven"),
        ("Wij verlenen geld.", "geven"),
        ("Uw verplichtingen zijn deze.", "wat u moet doen"),
        ("Dit dient te gebeuren.", "moet"),
        ("Een adequate brief.", "goede, passende"),
        ("Wij delen u mede: ja.", "laten u weten"),
        ("Uw vraag geschiedt met betrekking tot geld.", "gebeurt"),
    ],
)
def test_a_word_of_the_office_gets_a_plain_word_in_the_same_form(text: str, plain: str) -> None:
    found = advice(text)

    assert ([f"Schrijf liever: {plain}."] if plain else []) == found[:1]


def test_the_longest_term_counts_once() -> None:
    assert [("ambtelijk", "met betrekking tot")] == seen("Dit is met betrekking tot uw huis.")


@pytest.mark.parametrize(
    "text",
    [
        "U krijgt een dwangsom. Dat is geld dat wij u betalen.",
        "U krijgt een dwangsom: geld dat wij u betalen.",
        "U krijgt een dwangsom (geld dat wij u betalen).",
        "Wij betalen u dan geld. Dat heet een dwangsom.",
        "U krijgt een dwangsom. Later vragen wij meer. Een dwangsom is geld dat wij u betalen.",
    ],
)
def test_a_technical_word_may_be_used_where_it_is_explained(text: str) -> None:
    assert [] == codes(text)


def test_a_technical_word_without_explanation_is_told_once() -> None:
    assert [("vakwoord", "dwangsom")] == seen("U krijgt een dwangsom. Deze dwangsom is hoog.")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Dit is i.v.m. uw huis.", ["i.v.m."]),
        ("Bel bijv. morgen.", ["bijv."]),
        ("Uw VTH is klaar.", ["VTH"]),
        ("Uw dienst (VTH) is klaar.", []),
        ("Stuur het naar 8100 AA Raalte.", []),
        ("Uw nummer is Z-2025-00417.", []),
        ("Kijk op www.raalte.nl of mail naar info@raalte.nl.", []),
        ("U hebt een tv en een WC.", []),
    ],
)
def test_abbreviations_are_seen_and_addresses_and_numbers_are_not(text: str, found: list[str]) -> None:
    assert [("afkorting", each) for each in found] == seen(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("U kunt niet weg zonder kaart.", ["niet weg zonder"]),
        ("Dit is niet onmogelijk.", ["niet onmogelijk"]),
        ("Wij doen niets, tenzij u belt.", ["niets, tenzij"]),
        ("Hij kan niet betalen en heeft geen geld.", []),
        ("Ik heb geen pinpas, dus ik kan niet betalen.", []),
    ],
)
def test_double_negations(text: str, found: list[str]) -> None:
    assert [("dubbele-ontkenning", each) for each in found] == seen(text)


def test_rare_and_long_words_are_told_once_and_names_are_left_alone() -> None:
    assert [("woord-zeldzaam", "grafbedekking")] == seen("De grafbedekking is weg. Een grafbedekking kost geld.")
    assert [] == seen("U woont in Oostwoudergerwerf.")
    assert [("woord-lang", "standplaatsvergunning")] == seen("Uw standplaatsvergunning is klaar.")


def test_a_compound_of_common_words_is_not_rare() -> None:
    assert [] == codes("Uw buskaart en uw tuinafval.")


def test_a_word_in_the_list_is_not_told_again_for_being_rare() -> None:
    assert ["ambtelijk"] == codes("Het gaat om een minnelijke brief.")


LAW = "Volgens artikel 4:84 van die wet mag dat.\n\nWelke regels?\n\nArtikel 4:84 van de Algemene wet bestuursrecht."


def test_an_article_of_law_in_the_body_is_told_only_when_it_is_known_where_the_rules_stand() -> None:
    start = LAW.index("Welke")

    assert [] == seen(LAW)
    assert [("wetsartikel", "artikel 4:84")] == seen(LAW, rules=(start, len(LAW)))


@pytest.mark.parametrize(
    "text", ["U hebt nagelaten dit te melden.", "Dat is uw eigen schuld.", "U had dit moeten melden."]
)
def test_a_reproach_is_told(text: str) -> None:
    assert "verwijt" in codes(text)


STORY = "Wij hebben naar uw vraag gekeken. Het antwoord is nee. De regel is streng. " * 5


def test_a_whole_text_needs_something_to_do() -> None:
    assert [("geen-vervolg", "De regel is streng.")] == seen(STORY)
    assert [] == seen(f"{STORY}\n\nBel ons gerust.")
    assert [] == seen("Het antwoord is nee.")


def test_english_has_its_own_words() -> None:
    assert [("ambtelijk", "commence"), ("ambtelijk", "prior to")] == seen("We commence prior to May.", "en")
    assert ["Schrijf liever: begin, start."] != advice("We start in May.", "en")
    assert [] == codes("Indien is a Dutch word.", "en")


def test_the_score_falls_with_the_weight_of_what_was_seen() -> None:
    scores = [check(text, "nl").score for text in ("U belt.", "U belt i.v.m. iets.", "Indien u i.v.m. iets belt.")]

    assert sorted(scores, reverse=True) == scores
    assert len(set(scores)) == len(scores)


def test_a_place_for_people_counts_lines_and_columns_from_one() -> None:
    assert (1, 1) == line_and_column("a\nbc", 0)
    assert (2, 2) == line_and_column("a\nbc", 3)


def test_words_that_nobody_can_change_are_no_issue_where_they_stand_and_elsewhere_they_are() -> None:
    text = "Dat is een burgemeestersplantsoenlaan. Dat is een schoolgebouwenverzekering."
    first = text.index("burgemeester")
    kept = ((first, first + len("burgemeestersplantsoenlaan")),)

    assert {word for _, word in seen(text)} == {"burgemeestersplantsoenlaan", "schoolgebouwenverzekering"}
    assert {word for _, word in seen(text, kept=kept)} == {"schoolgebouwenverzekering"}
