"""Every shipped case goes all the way, in Dutch and in English: each screen and each letter can be read aloud."""

from __future__ import annotations

import json
import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from maatwerk.api import load_ruleset
from maatwerk.basics.text import use_language
from maatwerk.cli import main
from maatwerk.cli.desk import PartAtDesk, for_parts
from maatwerk.decision.deciding import questions_to_answer
from maatwerk.ruleset.library import ids, shipped, versions
from maatwerk.ruleset.marked import marked
from tests.cli.conftest import ROOT, Ran, Run

CASES = sorted(path.name for path in (ROOT / "examples" / "cases").glob("*.json"))
DAYS = {
    "giften": "2026-11-03",
    "koelkast": "2026-03-17",
    "kwijtschelding": "2026-03-17",
    "parkeren": "2026-03-17",
    "terugvordering": "2026-11-20",
    "toeslag": "2026-03-17",
}
BROKEN = re.compile(r"[{}]|None\b(?!\.)|Fraction|\(\)|\S \.(?:\s|$)|,,|\.\.|\?\?")
WIDTH = 78


@pytest.fixture(scope="module")
def whole_office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("heel") / "office"
    with pytest.MonkeyPatch.context() as patch:
        assert main(["init", "--demo", str(folder)]) == 0
        patch.chdir(folder)
        for version in [each for name in ids(shipped()) for each in versions(shipped(), name)]:
            answers = [f"--answer={each}=Nagegaan (verzonnen)." for each in marked(load_ruleset(version.path))]
            file = str(Path("rulesets", *version.path.parts[-2:]))
            given = ["--decision", "nr. 1", "--published", "gmb", "--drafted-by", "rsmit", "--on", "2026-01-05"]
            assert main(["rules", "adopt", file, *given, *answers]) == 0
    for name in CASES:
        shutil.copy(ROOT / "examples" / "cases" / name, folder / "cases")
    return folder


def answered(part: PartAtDesk) -> str:
    asked = questions_to_answer(part.desk.check(part.part.case), "follow")
    answers = {each.key: "Dat hebben wij gewogen." for each in asked if each.kind not in ("contact", "reasons")}
    silent = any(each.kind == "contact" for each in asked) and not part.part.case.process.contacts
    why = "De inwoner was niet bereikbaar." if silent else ""
    return json.dumps({"no_contact_reason": why, "reasons": "Dit vinden wij redelijk.", "answers": answers})


def is_whole(ran: Ran) -> None:
    assert [line for line in ran.out.splitlines() if BROKEN.search(line) or len(line) > WIDTH] == []


@pytest.mark.parametrize("name", CASES)
def test_every_screen_and_letter_of_a_shipped_case_reads_whole(
    name: str, whole_office: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run
) -> None:
    shutil.copytree(whole_office, tmp_path / "office")
    monkeypatch.chdir(tmp_path / "office")
    case, day = f"cases/{name}", DAYS.get(name.split("-", maxsplit=1)[0], "2026-02-17")
    for lang in ("nl", "en"):
        for command in (("check", case, "--no-ask"), ("propose", case), ("explain", case)):
            ran = run(*command, "--on", day, "--lang", lang)
            is_whole(ran)
            assert (ran.err, ran.code in (0, 3, 4)) == ("", True)
    use_language("nl")
    for part in for_parts(Path(case), date.fromisoformat(day)):
        Path("antwoorden.json").write_text(answered(part), encoding="utf-8")
        chosen = ("--choice", "follow", "--part", part.part.valid_from, "--answers", "antwoorden.json")
        decided = run("decide", case, *chosen, "--on", day, "--format", "json")
        assert decided.code in (0, 3)
        if decided.code == 0 and (made := json.loads(decided.out))["track"] == "zwaar":
            assert made["letter_needs"] == []
            letters = [run("letter", "write", made["number"], "--lang", lang, "--on", day) for lang in ("nl", "en")]
            assert letters[0].code == 0
            assert letters[1].code == 0 or "there is no English text" in letters[1].told
            for letter in letters:
                is_whole(letter)


def test_a_letter_about_another_amount_says_whose_room_we_used(
    whole_office: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run
) -> None:
    shutil.copytree(whole_office, tmp_path / "office")
    monkeypatch.chdir(tmp_path / "office")
    case, day = "cases/terugvordering-lange-schuld.json", "2026-11-20"
    (part,) = for_parts(Path(case), date.fromisoformat(day))
    asked = questions_to_answer(part.desk.check(part.part.case), "minder_terug")
    answers = {each.key: "Dat hebben wij gewogen." for each in asked if each.kind not in ("contact", "reasons")}
    given = {"reasons": "De fout was van ons.", "answers": answers}
    Path("antwoorden.json").write_text(json.dumps(given), encoding="utf-8")
    decided = run("decide", case, "--choice", "minder_terug", "--answers", "antwoorden.json", "--on", day)
    letter = run("letter", "write", "2026-0001", "--on", day)
    assert (decided.code, letter.code) == (0, 0)
    is_whole(letter)
    text = " ".join(letter.out.split())
    assert "Van de betaling van 25 maart 2026 kunnen wij € 400,43 terugvragen." in text
    room = "Hier laten de regels ons ruimte om zelf te kiezen: Participatiewet, artikel 58, tweede lid, onder e."
    assert f"{room} Die ruimte gebruikten wij." in text
