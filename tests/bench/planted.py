"""Eight kinds of slips of the pen, planted in every ruleset that we ship, and the lines that the program then names."""

from __future__ import annotations

import shutil
from pathlib import Path

from maatwerk.api import examine_ruleset
from maatwerk.bench.testing.tested import examined
from maatwerk.bench.testing.written import Written
from maatwerk.ruleset.library import shipped

LIMIT, STRICT, AND, NOT, CRITERION, NORM, OUTCOMES, EXCEPTION = KINDS = (
    "a wrong limit",
    "strict or not",
    "en and of",
    "a niet that is gone",
    "a criterion that is gone",
    "a wrong norm",
    "outcomes changed round",
    "an exception with another condition",
)
(
    OLD_GIFTS,
    GIFTS,
    FRIDGE,
    SUPPLEMENT,
    HOME,
    WAIVER,
    LAPTOP,
    CARD,
    OLD_CHILDCARE,
    CHILDCARE,
    PARKING,
    RECOVERY,
) = FILES = (
    "bijstand-giften/2015-01-01.md",
    "bijstand-giften/2026-01-01.md",
    "bijzondere-bijstand-koelkast/2026-01-01.md",
    "individuele-inkomenstoeslag/2026-01-01.md",
    "kostendelersnorm/2026-01-01.md",
    "kwijtschelding-vermogen/2026-01-01.md",
    "laptop-minimaregeling/2026-01-01.md",
    "raalte-id-kaart/2015-01-01.md",
    "kinderopvang-eigen-bijdrage/2019-01-01.md",
    "kinderopvang-eigen-bijdrage/2019-10-23.md",
    "parkeervergunning-mantelzorg/2026-01-01.md",
    "terugvordering-eigen-fout/2026-01-01.md",
)
PLANTED = [
    (LIMIT, OLD_GIFTS, "- is: te_veel > € 0", "- is: te_veel > € 5"),
    (LIMIT, GIFTS, "vorm = geld en keren >= 6", "vorm = geld en keren >= 7"),
    (LIMIT, FRIDGE, "- eis: kosten_samen > drempel", "- eis: kosten_samen + € 1 > drempel"),
    (LIMIT, SUPPLEMENT, "weer_vanaf <= aanvraagdatum", "weer_vanaf <= plus_dagen(aanvraagdatum; 1)"),
    (LIMIT, HOME, "leeftijd_kostendeler en hoofdverblijf", "leeftijd_kostendeler + 1 en hoofdverblijf"),
    (LIMIT, WAIVER, "- eis: vermogen <= vermogensgrens", "- eis: vermogen <= vermogensgrens + € 1"),
    (LIMIT, LAPTOP, "eis: 12 <= leeftijd_op", "eis: 11 <= leeftijd_op"),
    (STRICT, OLD_GIFTS, "- als: te_veel > zware_schuld", "- als: te_veel >= zware_schuld"),
    (STRICT, GIFTS, "- eis: samen <= vrijlating_giften", "- eis: samen < vrijlating_giften"),
    (STRICT, FRIDGE, "- eis: kosten_samen > drempel", "- eis: kosten_samen >= drempel"),
    (STRICT, SUPPLEMENT, "weer_vanaf <= aanvraagdatum", "weer_vanaf < aanvraagdatum"),
    (STRICT, HOME, ") >= leeftijd_kostendeler", ") > leeftijd_kostendeler"),
    (STRICT, WAIVER, "- eis: te_besteden <= kosten", "- eis: te_besteden < kosten"),
    (STRICT, LAPTOP, "- eis: inkomen <= grens_halve_vergoeding", "- eis: inkomen < grens_halve_vergoeding"),
    (AND, OLD_GIFTS, "- eis: telt_als_middel en niet", "- eis: telt_als_middel of niet"),
    (AND, GIFTS, "jaar(begin_kalenderjaar) en vorm in", "jaar(begin_kalenderjaar) of vorm in"),
    (AND, FRIDGE, "betaalt_niet; vindt_het_niet_nodig) en gevaar", "betaalt_niet; vindt_het_niet_nodig) of gevaar"),
    (AND, SUPPLEMENT, "- als: twaalf_maanden_voorbij en laag", "- als: twaalf_maanden_voorbij of laag"),
    (AND, HOME, "- eis: leeftijd_op(geboortedatum; ingangsdatum) >= leeftijd_kostendeler en",
     "- eis: leeftijd_op(geboortedatum; ingangsdatum) >= leeftijd_kostendeler of"),
    (AND, WAIVER, "- als: belasting_telt_mee en geen_vermogen en geen",
     "- als: belasting_telt_mee en geen_vermogen of geen"),
    (AND, LAPTOP, "<= 17 en volgt_onderwijs", "<= 17 of volgt_onderwijs"),
    (AND, CARD, "- naar_bedoeling: wil_betalen en (", "- naar_bedoeling: wil_betalen of ("),
    (NOT, OLD_GIFTS, "- eis: bewezen en niet verantwoord", "- eis: bewezen en verantwoord"),
    (NOT, GIFTS, "- als: niet binnen_vrijlating en boven", "- als: binnen_vrijlating en boven"),
    (NOT, FRIDGE, "of niet gewone_slijtage\n- dient", "of gewone_slijtage\n- dient"),
    (NOT, SUPPLEMENT, "- eis: niet eerder_verleend", "- eis: eerder_verleend"),
    (NOT, HOME, "en niet student en", "en student en"),
    (NOT, WAIVER, "oud_saldo is niet leeg en niet oud_saldo_verklaard",
     "oud_saldo is niet leeg en oud_saldo_verklaard"),
    (NOT, LAPTOP, "- naar_bedoeling: niet laptop_bruikbaar", "- naar_bedoeling: laptop_bruikbaar"),
    (NOT, CARD, "- als: niet identiteit of", "- als: identiteit of"),
    (CRITERION, OLD_GIFTS, "- eis: telt_als_middel en niet gemeld_bij_gemeente", "- eis: telt_als_middel"),
    (CRITERION, GIFTS, "- eis: jaar(datum) = jaar(begin_kalenderjaar) en vorm", "- eis: vorm"),
    (CRITERION, FRIDGE, "- als: geen_boete en echt_nodig en geen_andere_regeling en boven_drempel en op",
     "- als: geen_boete en echt_nodig en geen_andere_regeling en op"),
    (CRITERION, SUPPLEMENT, "- als: twaalf_maanden_voorbij en laag_inkomen", "- als: twaalf_maanden_voorbij"),
    (CRITERION, HOME, "en relatie != partner en niet student", "en niet student"),
    (CRITERION, WAIVER, "- als: belasting_telt_mee en geen_vermogen en geen_betaalruimte",
     "- als: belasting_telt_mee en geen_vermogen"),
    (CRITERION, LAPTOP, "- als: inkomen_laag en kind_op_school en", "- als: inkomen_laag en"),
    (CRITERION, CARD, "- als: identiteit en leges_betaald en", "- als: leges_betaald en"),
    (NORM, OLD_GIFTS, "| 2018-01-01 | € 7,50  |", "| 2018-01-01 | € 7,80  |"),
    (NORM, GIFTS, "| 15%    |", "| 12%    |"),
    (NORM, FRIDGE, "| € 260  |", "| € 270  |"),
    (NORM, SUPPLEMENT, "| 12     |", "| 13     |"),
    (NORM, HOME, "| 2026-01-01 | 6 ", "| 2026-01-01 | 5 "),
    (NORM, WAIVER, "| 31     |", "| 30     |"),
    (NORM, LAPTOP, "| 2026-01-01 | 5      |", "| 2026-01-01 | 4      |"),
    (OUTCOMES, OLD_GIFTS, "- als: niet gemeld_bij_gemeente en iets_teruggevraagd",
     "- als: gemeld_bij_gemeente of niet iets_teruggevraagd"),
    (OUTCOMES, GIFTS, "- als: binnen_vrijlating", "- als: niet binnen_vrijlating"),
    (OUTCOMES, FRIDGE, "niet_zelf_te_betalen en zonder_terugbetalen",
     "niet_zelf_te_betalen en niet zonder_terugbetalen"),
    (OUTCOMES, SUPPLEMENT, "- als: niet twaalf_maanden_voorbij", "- als: niet laag_inkomen"),
    (OUTCOMES, HOME, "- als: woont_zonder_kostendelers of niet woont_niet_tijdelijk_elders",
     "- als: niet woont_zonder_kostendelers en woont_niet_tijdelijk_elders"),
    (OUTCOMES, WAIVER, "- als: belasting_telt_mee en iets_kwijt en (niet",
     "- als: belasting_telt_mee en niet iets_kwijt en (niet"),
    (OUTCOMES, LAPTOP, "- als: inkomen_laag en kind", "- als: inkomen_net_laag en kind"),
    (OUTCOMES, CARD, "- als: identiteit en leges_betaald en betaald_met_pin",
     "- als: niet identiteit of niet leges_betaald of niet betaald_met_pin"),
    (EXCEPTION, OLD_GIFTS, "- mag_als: gemeente_wist_het of niet", "- mag_als: gemeente_wist_het en niet"),
    (EXCEPTION, GIFTS, "(noodzakelijke_vervanging; uitvaart) en keren = 1\n- bevoegd",
     "(noodzakelijke_vervanging; uitvaart)\n- bevoegd"),
    (EXCEPTION, FRIDGE, "- mag_als: kosten_samen > ruimte_in_een_jaar",
     "- mag_als: kosten_samen >= ruimte_in_een_jaar"),
    (EXCEPTION, HOME, "- mag_als: noodopvang en maanden_tussen", "- mag_als: niet noodopvang en maanden_tussen"),
    (EXCEPTION, WAIVER, "- mag_als: al_nodig", "- mag_als: net_betaald"),
    (EXCEPTION, LAPTOP, "- mag_als: laptop_gestolen en niet", "- mag_als: laptop_gestolen of niet"),
    (EXCEPTION, CARD, "- mag_als: heeft_contant en wil", "- mag_als: kan_overmaken en wil"),
    (LIMIT, OLD_CHILDCARE, "- eis: tekort = € 0", "- eis: tekort <= € 5"),
    (LIMIT, CHILDCARE, "- eis: terug = € 0", "- eis: terug <= € 1"),
    (LIMIT, PARKING, "- eis: zorguren >= minimum_uren", "- eis: zorguren >= minimum_uren - 1"),
    (STRICT, OLD_CHILDCARE, "- als: voorschot > zware_schuld", "- als: voorschot >= zware_schuld"),
    (STRICT, CHILDCARE, "- als: terug > zware_schuld", "- als: terug >= zware_schuld"),
    (STRICT, PARKING, "- eis: loopafstand >= minimum_afstand", "- eis: loopafstand > minimum_afstand"),
    (AND, OLD_CHILDCARE, "- als: opvang_was_er en alles_betaald", "- als: opvang_was_er of alles_betaald"),
    (AND, CHILDCARE, "- als: opvang_was_er en niet toeslag", "- als: opvang_was_er of niet toeslag"),
    (AND, PARKING, "- als: arts_ziet_zorg en auto_nodig", "- als: arts_ziet_zorg of auto_nodig"),
    (NOT, OLD_CHILDCARE, "of niet alles_betaald", "of alles_betaald"),
    (NOT, CHILDCARE, "- als: opvang_was_er en niet toeslag", "- als: opvang_was_er en toeslag"),
    (NOT, PARKING, "- als: niet zorg_nodig of", "- als: zorg_nodig of"),
    (CRITERION, OLD_CHILDCARE, "- als: opvang_was_er en alles_betaald", "- als: opvang_was_er"),
    (CRITERION, CHILDCARE, "- als: opvang_was_er en toeslag_klopt", "- als: opvang_was_er"),
    (CRITERION, PARKING, "en genoeg_uren en verklaring_vers", "en genoeg_uren"),
    (NORM, OLD_CHILDCARE, "| € 3.000 |", "| € 2.500 |"),
    (NORM, CHILDCARE, "| € 3.000 |", "| € 3.500 |"),
    (NORM, PARKING, "| 250    |", "| 205    |"),
    (OUTCOMES, OLD_CHILDCARE, "- als: opvang_was_er en alles_betaald",
     "- als: niet opvang_was_er of niet alles_betaald"),
    (OUTCOMES, CHILDCARE, "- als: niet opvang_was_er", "- als: opvang_was_er en toeslag_klopt"),
    (OUTCOMES, PARKING, "- als: zorg_nodig en ver_genoeg", "- als: niet zorg_nodig en ver_genoeg"),
    (EXCEPTION, CHILDCARE, "- mag_als: fout_van_opvang en", "- mag_als: fout_van_opvang of"),
    (EXCEPTION, PARKING, "- mag_als: loopt_moeilijk of", "- mag_als: loopt_moeilijk en"),
    (LIMIT, RECOVERY, "- eis: totaal_teveel > € 0", "- eis: totaal_teveel > € 5"),
    (STRICT, RECOVERY, "; omlaag) >= verzenddatum", "; omlaag) > verzenddatum"),
    (AND, RECOVERY, "- eis: teveel > € 0 en binnen", "- eis: teveel > € 0 of binnen"),
    (NOT, RECOVERY, "- is: niet (gemeld_op is leeg) en betaald_op", "- is: (gemeld_op is leeg) en betaald_op"),
    (CRITERION, RECOVERY, "- als: te_veel_betaald en niet hoog_genoeg", "- als: niet hoog_genoeg"),
    (NORM, RECOVERY, "| 2026-01-01 | 28 ", "| 2026-01-01 | 27 "),
    (OUTCOMES, RECOVERY, "- als: hoog_genoeg", "- als: te_veel_betaald en niet hoog_genoeg"),
    (EXCEPTION, RECOVERY, "- mag_als: kan_betalen en niet", "- mag_als: kan_betalen of niet"),
]  # fmt: skip
APPLIES_NOT = {
    (LIMIT, CARD): "no rule compares figures or days",
    (STRICT, CARD): "no rule compares figures or days",
    (NORM, CARD): "it has no norms",
    (EXCEPTION, SUPPLEMENT): "the law leaves no exception",
    (EXCEPTION, OLD_CHILDCARE): "the law, as read then, left no exception",
}


def with_slip(folder: Path, name: str, right: str, wrong: str) -> tuple[Path, set[int]]:
    """A copy of the rulesets with the slip, and its line; of outcomes changed round the other line too."""
    shelf = folder / "rulesets"
    shutil.copytree(shipped(), shelf)
    file = shelf / name
    text = file.read_text(encoding="utf-8")
    at = text.index(right)
    lines = {text[:at].count("\n") + 1}
    file.write_text(text[:at] + wrong + text[at + len(right) :], encoding="utf-8")
    return file, lines


def lines_named(file: Path) -> set[int]:
    """The lines that `rules check` names as a problem, else those that `rules test` names for what does not hold."""
    reading = examine_ruleset(file, library=file.parents[1])
    problems = {each.place.line for each in reading.problems if not each.code.startswith("M306")}
    if reading.ruleset is None:
        return problems
    found = examined(reading.ruleset, Written(reading.ruleset))
    rules = {rule.place.line for each in found.differences for rule in (*each.causes.rules, *each.causes.below)}
    return problems | rules | {change.place.line for each in found.differences for change in each.repairs}
