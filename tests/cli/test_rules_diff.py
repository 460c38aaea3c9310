from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from maatwerk.cli.screens import machine_diff
from tests.cli.conftest import ROOT, Run
from tests.diff.versions import LAPTOP, OLD_LIMIT, WIDER, laptop, laptop_case, library, version

NBSP = "\N{NO-BREAK SPACE}"
Files = tuple[str, str]


@pytest.fixture
def wider(tmp_path: Path) -> Files:
    """The shipped ruleset, and one with 130 % from 1 July on."""
    shelf = library(tmp_path)
    return str(shelf / LAPTOP / "2026-01-01.md"), str(version(shelf, LAPTOP, WIDER, day="2026-07-01"))


@pytest.fixture
def raised(tmp_path: Path) -> Files:
    """100 % and 110 % become 110 % and 120 %."""
    old, new = laptop(tmp_path, (), old=OLD_LIMIT)
    return str(old), str(new)


@pytest.fixture
def cases(tmp_path: Path) -> Path:
    folder = tmp_path / "zaken"
    folder.mkdir()
    for number, income in enumerate(("1400.00", "1500.00", "1600.00", "1900.00"), start=1):
        (folder / f"{number}.json").write_text(json.dumps(laptop_case(number, inkomen=income)), "utf-8")
    return folder


def words(text: str) -> str:
    return " ".join(text.replace(NBSP, " ").split())


def given(run: Run, *arguments: str) -> Any:  # noqa: ANN401 - any JSON
    ran = run("rules", "diff", *arguments, "--format", "json")
    assert ran.err == ""
    return json.loads(ran.out)


def test_a_version_beside_itself_is_equal(run: Run, wider: Files) -> None:
    ran = run("rules", "diff", wider[0], wider[0])

    assert (0, "") == (ran.code, ran.err)
    assert "De regels zijn gelijk (zelfde kenmerk:" in ran.out
    assert "De teksten zijn ook gelijk. Er verandert niets." in ran.out
    assert "WAT VERANDERT ER" not in ran.out


def test_the_screen_of_a_higher_limit(run: Run, wider: Files) -> None:
    ran = run("rules", "diff", *wider)
    told = words(ran.out)

    assert (4, "") == (ran.code, ran.err)
    assert "Beide versies zijn vergeleken op dezelfde peildatum: vanaf 1 juli 2026." in told
    assert "Anders: norm grens_half (Beleidsregel laptop, artikel 2) · regel 59" in told
    assert "vanaf 1 januari 2026: was 120 %, wordt 130 %" in told
    assert "geen vergoeding → halve vergoeding" in told
    assert "inkomen € 1.681,81" in told
    assert "Was: geen vergoeding (de grens voor de halve vergoeding € 1.681,80 per maand)." in told
    assert "Wordt: halve vergoeding (€ 224,50, de grens voor de halve vergoeding € 1.821,95 per maand)." in told
    assert "Verder verandert er voor niemand een uitkomst of bedrag: alles is nagezocht." in told
    assert ran.out.rstrip().endswith("Een zaak die hier verandert, is geen besluit. Er is niets vastgelegd.")


def test_no_line_is_wider_than_the_screen(run: Run, raised: Files, cases: Path) -> None:
    ran = run("rules", "diff", *raised, "--cases", str(cases), "--all", "--list")

    assert [] == [line for line in ran.out.splitlines() if len(line) > 78]


def test_what_it_does_to_the_cases_of_a_folder(run: Run, raised: Files, cases: Path) -> None:
    ran = run("rules", "diff", *raised, "--cases", str(cases))
    told = words(ran.out)

    assert 4 == ran.code
    assert "WAT DOET DAT MET 4 ZAKEN" in told
    assert "geen vergoeding → halve vergoeding 1 € 224,50 meer" in told
    assert "halve vergoeding → hele vergoeding 1 € 224,50 meer" in told
    assert "alle zaken 4 € 449,00 meer" in told
    assert "Erop vooruit 2 zaken" in told
    assert "Erop achteruit 0 zaken" in told
    assert "Z-2" not in told


def test_case_numbers_are_named_only_when_asked(run: Run, raised: Files, cases: Path) -> None:
    told = words(run("rules", "diff", *raised, "--cases", str(cases), "--list").out)

    assert "Erop vooruit 2 zaken: Z-2, Z-3" in told
    assert given(run, *raised, "--cases", str(cases))["cases"]["cases"] is None


def test_the_same_in_sentences_for_a_screen_reader(run: Run, raised: Files, cases: Path) -> None:
    ran = run("rules", "diff", *raised, "--cases", str(cases), "--plain")
    told = ran.out.replace(NBSP, " ")

    assert "oud: halve vergoeding; nieuw: hele vergoeding; zaken: 1" in told
    assert "alle zaken; zaken: 4; de inwoners krijgen samen: € 449,00 meer" in told
    assert "Erop vooruit: 2 zaken" in told


def test_files_that_cannot_be_read_are_listed_and_show_no_value(run: Run, raised: Files, cases: Path) -> None:
    (cases / "kapot.json").write_text('{"case": "Z-9", ', "utf-8")
    (cases / "raar.json").write_text(json.dumps(laptop_case(8, inkomen="GEHEIM")), "utf-8")
    ran = run("rules", "diff", *raised, "--cases", str(cases))
    told = words(ran.out)

    assert "BESTANDEN DIE NIET TE LEZEN ZIJN: 2" in told
    assert "kapot.json (beide versies)" in told
    assert "raar.json (beide versies)" in told
    assert "WAT DOET DAT MET 4 ZAKEN" in told
    assert "GEHEIM" not in ran.out + ran.err


def test_only_files_that_cannot_be_read_is_said(run: Run, raised: Files, tmp_path: Path) -> None:
    folder = tmp_path / "leeg"
    folder.mkdir()
    (folder / "kapot.json").write_text("[]", "utf-8")
    told = words(run("rules", "diff", *raised, "--cases", str(folder)).out)

    assert "Geen enkele zaak kon door beide versies gelezen worden." in told
    assert "kapot.json (beide versies)" in told


def test_cases_of_other_rulesets_are_counted(run: Run, wider: Files) -> None:
    cases = ROOT / "examples" / "cases"
    others = [path for path in cases.glob("*.json") if not path.name.startswith("laptop")]
    told = words(run("rules", "diff", *wider, "--cases", str(cases)).out)

    assert f"Bestanden over een andere regelset, die niet meetellen: {len(others)}." in told
    assert "Zaken met een peildatum buiten deze dagen: 2. Daarvoor rekenen beide versies met 1 juli 2026." in told


def test_nothing_is_registered(run: Run, office: Path, cases: Path) -> None:
    before = run("register", "list").out
    run("rules", "diff", LAPTOP, LAPTOP, "--cases", str(cases))

    assert before == run("register", "list").out
    assert office.is_dir()


def test_two_shipped_versions_without_anything_in_common(run: Run) -> None:
    folder = ROOT / "rulesets" / "bijstand-giften"
    ran = run("rules", "diff", str(folder / "2015-01-01.md"), str(folder / "2026-01-01.md"))
    told = words(ran.out)

    assert (4, "") == (ran.code, ran.err)
    assert "Vervalt: uitkomst terugvordering" in told
    assert "Nieuw: voorwaarde binnen_vrijlating (Participatiewet, artikel 31, tweede lid, onder m)" in told
    assert "dat is: alles bij elkaar is niet hoger dan vrijlating giften" in told
    assert "terugvordering → deel telt mee" in told
    assert "Alleen de oude versie vraagt: gemeld" in told


def test_two_building_blocks_have_texts_only(run: Run) -> None:
    blocks = [str(next((ROOT / "rulesets" / "bouwstenen" / name).glob("*.md"))) for name in ("awb", "participatiewet")]
    ran = run("rules", "diff", *blocks)

    assert (4, "") == (ran.code, ran.err)
    assert "WAT VERANDERT ER IN DE REGELS" in ran.out
    assert "VOOR WIE" not in ran.out


@pytest.mark.parametrize("way", ["text", "plain", "json"])
def test_the_result_can_go_to_a_file(run: Run, wider: Files, tmp_path: Path, way: str) -> None:
    out = tmp_path / "vergelijking"
    shown = run("rules", "diff", *wider, "--format", way)
    ran = run("rules", "diff", *wider, "--format", way, "--out", str(out))

    assert 4 == ran.code == shown.code
    assert f"De vergelijking staat in {out}.\n" == ran.out
    assert shown.out == out.read_text("utf-8")


def test_a_file_that_cannot_be_written_is_told(run: Run, wider: Files, tmp_path: Path) -> None:
    ran = run("rules", "diff", *wider, "--out", str(tmp_path / "geen" / "map" / "x"))

    assert ("", 1) == (ran.out, ran.code)
    assert "x" in ran.err


def test_a_wrong_ruleset_ends_with_1_and_names_what_is_wrong_in_both(run: Run, wider: Files, tmp_path: Path) -> None:
    wrong = [tmp_path / f"{name}.md" for name in ("een", "twee")]
    for file in wrong:
        file.write_text("# Niets\n", "utf-8")
    ran = run("rules", "diff", *map(str, wrong))

    assert ("", 1) == (ran.out, ran.code)
    assert "een.md" in ran.err
    assert "twee.md" in ran.err
    assert 1 == run("rules", "diff", wider[0], "bestaat-niet").code


@pytest.mark.parametrize(("folder", "told"), [("nergens", "is geen map"), ("leeg", "staat geen enkele zaak")])
def test_a_folder_without_cases_ends_with_1(run: Run, wider: Files, tmp_path: Path, folder: str, told: str) -> None:
    (tmp_path / "leeg").mkdir()
    ran = run("rules", "diff", *wider, "--cases", str(tmp_path / folder))

    assert ("", 1) == (ran.out, ran.code)
    assert told in ran.told


def test_json_has_its_keys_and_the_exit_code_of_the_text(run: Run, raised: Files, cases: Path) -> None:
    (cases / "kapot.json").write_text("{", "utf-8")
    found = given(run, *raised, "--cases", str(cases), "--list")
    kinds = {kind.__name__: list(kind.__annotations__) for kind in machine_diff.RESULTS}

    assert kinds["RulesCompared"] == list(found)
    assert kinds["VersionCompared"] == list(found["old"]) == list(found["new"])
    assert {tuple(kinds["BlockChanged"])} == {tuple(each) for each in found["changes"]}
    assert {tuple(kinds["KeyChanged"])} == {tuple(key) for each in found["changes"] for key in each["keys"]}
    assert kinds["OutcomesCompared"] == list(found["outcomes"])
    assert {tuple(kinds["WitnessShown"])} == {tuple(each) for each in found["outcomes"]["witnesses"]}
    assert {tuple(kinds["TurnShown"])} == {tuple(each) for each in found["outcomes"]["never"]}
    assert kinds["CasesCompared"] == list(found["cases"])
    assert {tuple(kinds["OutcomesCounted"])} == {tuple(each) for each in found["cases"]["outcomes"]}
    assert kinds["MoneyMoved"] == list(found["cases"]["total"])
    assert {tuple(kinds["FindingCounted"])} == {tuple(each) for each in found["cases"]["findings"]}
    assert {tuple(kinds["CaseCompared"])} == {tuple(each) for each in found["cases"]["cases"]}
    assert {tuple(kinds["CaseUnread"])} == {tuple(each) for each in found["cases"]["unread"]}


def test_json_tells_what_the_screen_tells(run: Run, raised: Files, cases: Path) -> None:
    found = given(run, *raised, "--cases", str(cases))
    pairs = {(each["old"], each["new"]): each["money"] for each in found["cases"]["outcomes"]}

    assert {"cases": 1, "known": 1, "euros": "224.50"} == pairs["geen_vergoeding", "halve_vergoeding"]
    assert "449.00" == found["cases"]["total"]["euros"]
    assert {"better": 2, "worse": 0, "same": 2, "mixed": 0, "unknown": 0} == found["cases"]["changes"]
    assert {("geen_vergoeding", "halve_vergoeding"), ("halve_vergoeding", "hele_vergoeding")} == {
        (each["old"], each["new"]) for each in found["outcomes"]["witnesses"]
    }
    assert (False, False, True) == (found["equal"], found["rules_equal"], found["outcomes"]["exhaustive"])


def test_the_screen_speaks_english_too(run: Run, raised: Files, cases: Path) -> None:
    told = words(run("rules", "diff", *raised, "--cases", str(cases), "--lang", "en").out)

    assert "FOR WHOM THE OUTCOME CHANGES" in told
    assert "A case that changes here is not a decision. Nothing was recorded." in told
    assert "Better off 2 cases" in told
