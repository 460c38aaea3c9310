"""Every case in examples/cases/ loads with the version of its own day and gives the outcome that this table says."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from maatwerk.assessment.model import Assessment
from maatwerk.cli.desk import Desk, for_case, for_parts

CASES = Path(__file__).parents[1] / "examples" / "cases"
MARCH, NOVEMBER = date(2026, 3, 20), date(2026, 11, 20)

EXPECTED: dict[str, tuple[str, str | None, set[str], set[str], str | None]] = {
    "boodschappen-een-van-drie-jaar": (
        "terugvordering",
        "2737.50",
        {"zwaar_gevolg", "bewijs_onvoldoende"},
        set(),
        "gewogen_nee",
    ),
    "boodschappen-gemeente-wist-het": (
        "terugvordering",
        "2737.50",
        {"doel_gemist", "zwaar_gevolg", "eigen_stilzitten"},
        {"dringende_redenen"},
        None,
    ),
    "boodschappen-gemeld": ("geen_terugvordering", None, set(), set(), None),
    "boodschappen-oordeel-open": ("onbekend", None, set(), set(), None),
    "giften-kapotte-koelkast": (
        "deel_telt_mee",
        "50.00",
        {"doel_gemist", "net_boven_grens"},
        {"noodzakelijke_gift"},
        None,
    ),
    "giften-nog-vragen": ("onbekend", None, set(), set(), None),
    "giften-van-moeder": ("niets_telt_mee", None, set(), set(), None),
    "giften-vaste-steun": ("deel_telt_mee", "1200.00", {"zwaar_gevolg"}, set(), "gewogen_nee"),
    "kinderopvang-alles-betaald": ("toeslag_blijft", None, set(), set(), None),
    "kinderopvang-de-helft": (
        "alles_terug",
        "10000.00",
        {"doel_gemist", "zwaar_gevolg", "kind_geraakt", "deel_is_wel_betaald"},
        set(),
        "wet_verbiedt",
    ),
    "kinderopvang-fout-van-de-opvang": ("deel_terug", "1000.00", {"doel_gemist"}, {"niets_terug"}, None),
    "kinderopvang-geen-opvang": ("alles_terug", "10000.00", set(), set(), "wet_verbiedt"),
    "kinderopvang-nog-vragen": ("onbekend", None, set(), set(), None),
    "kinderopvang-tweehonderd-euro": (
        "alles_terug",
        "10000.00",
        {"doel_gemist", "alles_of_niets", "zwaar_gevolg", "kind_geraakt", "deel_is_wel_betaald"},
        set(),
        "wet_verbiedt",
    ),
    "kinderopvang-tweehonderd-euro-later": ("deel_terug", "167.00", set(), set(), "gewogen_nee"),
    "koelkast-abces": (
        "geen_bijzondere_bijstand",
        None,
        {"doel_gemist", "zwaar_gevolg"},
        {"zeer_dringend"},
        None,
    ),
    "koelkast-bedorven-melk": (
        "geen_bijzondere_bijstand",
        None,
        {"harde_grens", "klein_verzuim", "onhaalbare_eis"},
        {"spoedaankoop"},
        None,
    ),
    "koelkast-boete": ("geen_bijzondere_bijstand", None, set(), set(), "gewogen_nee"),
    "koelkast-derde-rekening": ("gift", "170.00", {"eerder_geweigerd"}, set(), None),
    "koelkast-hoge-huur": (
        "geen_bijzondere_bijstand",
        None,
        {"doel_gemist", "zwaar_gevolg", "kind_geraakt"},
        {"niets_over"},
        None,
    ),
    "koelkast-kleine-rekening": (
        "geen_bijzondere_bijstand",
        None,
        {"doel_gemist", "zwaar_gevolg", "kind_geraakt"},
        {"kleine_kosten_toch"},
        None,
    ),
    "koelkast-mooiere-tanden": ("geen_bijzondere_bijstand", None, set(), set(), "gewogen_nee"),
    "koelkast-na-scheiding": ("lening", "600.00", set(), set(), "gewogen_nee"),
    "koelkast-nog-vragen": ("onbekend", None, set(), set(), None),
    "kostendelers-leeftijd-onbekend": ("onbekend", None, set(), set(), None),
    "kostendelers-noodopvang": (
        "norm_gedeeld",
        "1001.07",
        {"doel_gemist", "zwaar_gevolg"},
        {"tijdelijke_noodopvang"},
        None,
    ),
    "kostendelers-samen-verdienen": ("norm_gedeeld", "867.59", set(), set(), "gewogen_nee"),
    "kostendelers-zoon-van-26": ("norm_alleen", "1401.50", set(), set(), None),
    "kwijtschelding-aow": ("deel_kwijt", "224.00", set(), set(), None),
    "kwijtschelding-grens-als-bijstand": ("niets_kwijt", None, set(), set(), "gewogen_nee"),
    "kwijtschelding-hondenbelasting": ("niets_kwijt", None, set(), set(), "wet_verbiedt"),
    "kwijtschelding-kapotte-ketel": (
        "deel_kwijt",
        "95.00",
        {"doel_gemist", "zwaar_gevolg"},
        {"geld_is_al_nodig"},
        None,
    ),
    "kwijtschelding-loon-net-betaald": ("niets_kwijt", None, {"doel_gemist"}, {"geld_is_al_nodig"}, None),
    "kwijtschelding-nog-vragen": ("onbekend", None, set(), set(), None),
    "kwijtschelding-oud-saldo": (
        "niets_kwijt",
        None,
        {"doel_gemist", "regel_botst", "zwaar_gevolg"},
        {"saldo_van_nu"},
        None,
    ),
    "kwijtschelding-weinig-geld": ("alles_kwijt", "320.00", set(), set(), None),
    "laptop-negen-euro": (
        "geen_vergoeding",
        None,
        {"doel_gemist", "harde_grens", "alles_of_niets", "zwaar_gevolg", "kind_geraakt"},
        {"besteedbaar_inkomen"},
        None,
    ),
    "laptop-ver-boven-de-grens": ("geen_vergoeding", None, set(), set(), "gewogen_nee"),
    "parkeren-gewoon": ("vergunning", None, set(), set(), None),
    "parkeren-negen-weken": (
        "geen_vergunning",
        None,
        {"doel_gemist", "harde_grens", "klein_verzuim", "zwaar_gevolg", "milder_kan", "beslis_deze_week"},
        {"oudere_verklaring_mag"},
        None,
    ),
    "parkeren-nog-vragen": ("onbekend", None, set(), set(), None),
    "parkeren-ook-de-nachten": (
        "geen_vergunning",
        None,
        {"doel_gemist", "harde_grens", "zwaar_gevolg"},
        {"nachten_tellen_mee"},
        None,
    ),
    "parkeren-opa-past-op": ("geen_vergunning", None, set(), set(), "wet_verbiedt"),
    "parkeren-veertig-meter": (
        "geen_vergunning",
        None,
        {"doel_gemist", "harde_grens", "zwaar_gevolg"},
        {"toch_ver_genoeg"},
        None,
    ),
    "parkeren-zorg-gestopt": ("vergunning_stopt", None, set(), set(), "wet_verbiedt"),
    "raalte-nog-vragen": ("onbekend", None, set(), set(), None),
    "raalte-rood-staan": (
        "niet_uitreiken",
        None,
        {"doel_gemist", "regel_botst"},
        {"contant_betalen"},
        None,
    ),
    "raalte-wil-niet-betalen": ("niet_uitreiken", None, set(), set(), "wet_verbiedt"),
    "terugvordering-bewust-uitgegeven": ("terugvorderen", "1401.50", set(), set(), "gewogen_nee"),
    "terugvordering-dubbele-maand": ("terugvorderen", "1401.50", set(), set(), "gewogen_nee"),
    "terugvordering-gemeld-en-niets-gedaan": (
        "terugvorderen",
        "1601.72",
        {"doel_gemist", "eigen_stilzitten"},
        {"na_de_melding"},
        None,
    ),
    "terugvordering-kon-niet-weten": ("niets_terug", None, set(), set(), None),
    "terugvordering-lange-schuld": ("terugvorderen", "1601.72", {"zwaar_gevolg"}, {"minder_terug"}, None),
    "terugvordering-nog-vragen": ("onbekend", None, set(), set(), None),
    "toeslag-eerste-keer": ("toeslag_verlenen", "400.00", set(), set(), None),
    "toeslag-nog-vragen": ("onbekend", None, set(), set(), None),
    "toeslag-te-vroeg": ("afwijzen_twaalf_maanden", None, set(), set(), "wet_verbiedt"),
    "toeslag-te-vroeg-en-dringend": ("afwijzen_twaalf_maanden", None, {"zwaar_gevolg"}, set(), "wet_verbiedt"),
}
"""Outcome, amount, findings, own exceptions proposed, kind of no room."""
IN_PARTS: dict[str, dict[str, tuple[str, str | None, set[str]]]] = {
    "giften-over-twee-jaren": {
        "2015-01-01": ("terugvordering", "225.00", {"bewijs_onvoldoende"}),
        "2026-01-01": ("deel_telt_mee", "100.00", {"net_boven_grens"}),
    },
}
"""For each part by the first day of its rules: outcome, amount, findings."""


def test_every_shipped_case_is_in_the_table() -> None:
    assert {path.stem for path in CASES.glob("*.json")} == EXPECTED.keys() | IN_PARTS.keys()


@pytest.mark.parametrize("name", EXPECTED)
def test_a_shipped_case_gives_what_it_is_there_for(name: str) -> None:
    desk, assessment = checked(name)
    own = {each.id for each in assessment.proposals if each.exceptions}
    codes = {each.code for each in assessment.findings}
    no_room = assessment.no_room.kind if assessment.no_room else None
    assert (assessment.outcome.id, assessment.outcome.amount, codes, own, no_room) == EXPECTED[name]
    assert assessment.questions or assessment.outcome.id != "onbekend"
    assert len({each.id for each in assessment.proposals}) == len(assessment.proposals)
    assert desk.ruleset.id == assessment.ruleset.id


@pytest.mark.parametrize("name", IN_PARTS)
def test_a_shipped_case_in_parts_gives_in_each_part_what_it_is_there_for(name: str) -> None:
    found = {}
    for each in for_parts(CASES / f"{name}.json", NOVEMBER):
        assessment = each.desk.check(each.part.case)
        codes = {finding.code for finding in assessment.findings}
        found[each.part.valid_from] = (assessment.outcome.id, assessment.outcome.amount, codes)
    assert found == IN_PARTS[name]


@pytest.mark.parametrize(
    ("name", "version"), [("boodschappen-gemeld", "2015-01-01"), ("giften-van-moeder", "2026-01-01")]
)
def test_a_case_is_checked_against_the_rules_of_its_own_days(name: str, version: str) -> None:
    assert checked(name)[1].ruleset.valid_from == version


def checked(name: str) -> tuple[Desk, Assessment]:
    desk, case = for_case(CASES / f"{name}.json", NOVEMBER if name.startswith(("giften", "terugvordering")) else MARCH)
    return desk, desk.check(case)


@pytest.mark.parametrize(
    ("name", "aside", "fixed"),
    [
        ("boodschappen-een-van-drie-jaar", "terug_te_vragen", "gemeld bij gemeente"),
        ("giften-vaste-steun", "telt_mee", "binnen vrijlating"),
    ],
)
def test_nobody_departs_from_a_fact_or_from_a_limit_in_the_law(name: str, aside: str, fixed: str) -> None:
    found = checked(name)[1]
    members = [member for each in found.proposals for member in each.sets_aside]
    assert {aside} == {member if isinstance(member, str) else member.criterion for member in members}
    assert found.no_room is not None
    assert aside.replace("_", " ") in found.no_room.jurist_question
    assert fixed not in found.no_room.jurist_question


def test_one_appliance_that_is_missing_touches_a_child_once() -> None:
    found = checked("koelkast-hoge-huur")[1]

    assert 1 == [each.code for each in found.findings].count("kind_geraakt")
