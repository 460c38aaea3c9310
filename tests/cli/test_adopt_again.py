"""A repair, a withdrawal and adopting again: nothing earlier is lost, and the decisions it touches are named."""

from __future__ import annotations

import hashlib
import json
from datetime import date
from pathlib import Path

import pytest

from maatwerk.basics.errors import OrganisationError
from maatwerk.cli.desk import for_ruleset
from tests.cli.conftest import Run, answers_to
from tests.cli.keys import LINE, Keys
from tests.cli.test_block_days import office as office_with_blocks
from tests.test_block_days import AFTER, BEFORE, library

__all__ = ["library", "office_with_blocks"]

LAPTOP = "laptop-minimaregeling"
DAY = date(2026, 3, 2)
WITHDRAW = ("--decision", "nr. 3 (verzonnen)", "--published", "gmb-3", "--asked-by", "rsmit")
REASON = ("--reason", "De rechter zette artikel 2 opzij (verzonnen).")
GIVEN = ("--decision", "nr. 2 (verzonnen)", "--published", "gmb-2", "--drafted-by", "rsmit")
ANSWERS = ("--answer", "norm_huishouden=Ja.", "--answer", "leergeld=Ja.")


def decided(run: Run, office: Path, day: str) -> str:
    """The number of a refusal of a case with this reference date, decided by the rules of that day."""
    case = json.loads((office / "cases" / "laptop-negen-euro.json").read_text(encoding="utf-8"))
    case["case"] = f"z{day}"
    case["facts"]["aanvraagdatum"] = day
    file = office / "cases" / f"{day}.json"
    file.write_text(json.dumps(case), encoding="utf-8")
    answers = Path(__file__).parents[2] / "examples" / "answers" / "laptop-negen-euro.json"
    ran = run("decide", str(file), "--choice", "besteedbaar_inkomen", "--answers", str(answers), "--on", "2026-03-20")
    assert (ran.err, ran.code) == ("", 0)
    return str(json.loads(run("register", "list", "--format", "json").out)[-1]["number"])


def new_version(office: Path, day: str) -> Path:
    """The laptop rules with a lower share, from this day on."""
    old = (office / "rulesets" / LAPTOP / "2026-01-01.md").read_text(encoding="utf-8")
    file = office / "rulesets" / LAPTOP / f"{day}.md"
    file.write_text(old.replace("geldig_vanaf: 2026-01-01", f"geldig_vanaf: {day}"), encoding="utf-8")
    return file


def records(office: Path, name: str = LAPTOP) -> list[str]:
    return sorted(path.name for path in (office / "adoptions" / name).iterdir())


def test_a_repair_says_why_and_names_the_decisions_it_touches(run: Run, office: Path) -> None:
    before, after = decided(run, office, "2026-01-31"), decided(run, office, "2026-02-01")
    file = new_version(office, "2026-02-01")
    without = run("rules", "adopt", str(file), *GIVEN, *ANSWERS)
    assert (without.code, records(office)) == (4, ["2026-01-01.json"])
    assert "Zeg waarom, met --reason." in without.told
    ran = run("rules", "adopt", str(file), *GIVEN, *ANSWERS, "--reason", "De grens stond verkeerd (verzonnen).")
    assert ran.code == 0
    assert "in de plaats van die van 1 januari 2026, voor zaken met een peildatum vanaf 1 februari 2026" in " ".join(
        ran.out.split()
    )
    assert "RAAKT BESLUITEN" in ran.out
    assert after in ran.out
    assert before not in ran.out
    kept = json.loads((office / "adoptions" / LAPTOP / "2026-02-01.json").read_text(encoding="utf-8"))
    assert (kept["reason"], kept["touches"]) == ("De grens stond verkeerd (verzonnen).", [after])


def test_the_same_as_json_tells_of_a_decision_its_number_and_days_only(run: Run, office: Path) -> None:
    number = decided(run, office, "2026-02-01")
    file = new_version(office, "2026-02-01")
    ran = run("rules", "adopt", str(file), *GIVEN, *ANSWERS, *REASON, "--format", "json")
    found = json.loads(ran.out)
    assert (found["replaces"], found["reason"]) == ("2026-01-01", REASON[1])
    assert [{**each, "decided_on": ""} for each in found["touches"]] == [
        {"number": number, "reference_date": "2026-02-01", "decided_on": ""}
    ]


def test_a_repair_between_two_versions_touches_only_its_own_days(run: Run, office: Path) -> None:
    decided(run, office, "2026-01-31")
    number = decided(run, office, "2026-02-10")
    decided(run, office, "2026-03-01")
    adopt_file(run, new_version(office, "2026-03-01"))
    ran = run("rules", "adopt", str(new_version(office, "2026-02-01")), *GIVEN, *ANSWERS, *REASON, "--format", "json")
    assert [each["number"] for each in json.loads(ran.out)["touches"]] == [number]


def test_the_person_sees_the_ways_out_that_are_confirmed(run: Run, office: Path) -> None:
    ran = run("rules", "adopt", str(new_version(office, "2026-02-01")), *GIVEN, *ANSWERS, *REASON)

    above = " ".join(ran.out.split())
    for told in ("UITZONDERINGEN", "Wijkt af van", "Bevoegd, ten minste", "Hoogstens € 500,00", "Mag als"):
        assert told in above
    assert "GRONDEN OM AF TE WIJKEN" in above
    assert "Een brief in het Engels is dan niet te maken." not in above


def test_the_ways_out_that_were_confirmed_are_told_to_machines(run: Run, office: Path) -> None:
    file = str(new_version(office, "2026-02-01"))
    told = json.loads(run("rules", "adopt", file, *GIVEN, *ANSWERS, *REASON, "--format", "json").out)

    assert {each["id"]: each["at_most"] for each in told["exceptions"]}["gestolen"] == "500.00"


def adopt_file(run: Run, file: Path) -> None:
    assert run("rules", "adopt", str(file), *GIVEN, *ANSWERS, *REASON).code == 0


def test_an_adopted_text_that_was_changed_is_a_new_version(run: Run, office: Path) -> None:
    file = office / "rulesets" / LAPTOP / "2026-01-01.md"
    file.write_text(file.read_text(encoding="utf-8").replace("hoogstens: € 500", "hoogstens: € 501"), encoding="utf-8")
    ran = run("rules", "adopt", LAPTOP, *GIVEN, *ANSWERS, *REASON)
    assert (ran.code, records(office)) == (1, ["2026-01-01.json"])
    assert "Maak een nieuwe versie" in ran.told


def test_who_changed_the_text_last_does_not_adopt_it(run: Run, office: Path) -> None:
    file = new_version(office, "2026-02-01")
    ran = run("rules", "adopt", str(file), *GIVEN, *ANSWERS, *REASON, "--changed-by", "T. de Wit (verzonnen)")
    assert (ran.code, records(office)) == (5, ["2026-01-01.json"])


def test_everybody_who_wrote_the_text_is_named_and_kept(run: Run, office: Path) -> None:
    file = new_version(office, "2026-02-01")
    ran = run("rules", "adopt", str(file), *GIVEN, *ANSWERS, *REASON, "--changed-by", "syilmaz")
    assert "Opgesteld door R. Smit (verzonnen), S. Yilmaz (verzonnen)." in " ".join(ran.out.split())
    kept = json.loads((office / "adoptions" / LAPTOP / "2026-02-01.json").read_text(encoding="utf-8"))
    assert (kept["drafted_by"], kept["changed_by"]) == ("rsmit", ["syilmaz"])


def test_from_the_day_of_withdrawal_rules_are_a_draft(run: Run, office: Path) -> None:
    number = decided(run, office, "2026-02-01")
    before = (office / "adoptions" / LAPTOP / "2026-01-01.json").read_bytes()
    ran = run("rules", "withdraw", LAPTOP, *REASON, *WITHDRAW, "--on", "2026-04-01", "--from", "2026-05-01")
    assert (ran.err, ran.code) == ("", 0)
    assert "Vanaf 1 mei 2026 zijn deze regels weer een concept" in ran.out
    assert records(office) == ["2026-01-01.2.json", "2026-01-01.json"]
    assert (office / "adoptions" / LAPTOP / "2026-01-01.json").read_bytes() == before
    assert [for_ruleset(LAPTOP, date(2026, *day)).adopted for day in ((4, 30), (5, 1))] == [True, False]
    assert run("letter", "write", number).code == 0


def test_with_withdrawn_rules_one_can_check_and_not_decide(run: Run, office: Path) -> None:
    run("rules", "withdraw", LAPTOP, *REASON, *WITHDRAW, "--on", "2026-04-01")
    case = str(office / "cases" / "laptop-negen-euro.json")
    checked = run("check", case, "--on", "2026-04-02")
    assert checked.code == 4
    assert "ingetrokken vanaf 1 april 2026. Reden: De rechter zette artikel 2 opzij" in " ".join(checked.out.split())
    refused = run("decide", case, "--choice", "follow", "--on", "2026-04-02")
    assert refused.code == 5
    assert "U kunt ermee toetsen, niet besluiten." in refused.told


def test_older_rules_do_not_come_to_life_when_newer_ones_are_withdrawn(run: Run, office: Path) -> None:
    adopt_file(run, new_version(office, "2026-02-01"))
    assert run("rules", "withdraw", LAPTOP, *REASON, *WITHDRAW, "--on", "2026-04-01").code == 0
    desk = for_ruleset(LAPTOP, date(2026, 4, 2))
    assert (desk.ruleset.header.valid_from, desk.adopted) == (date(2026, 2, 1), False)


def test_who_asks_for_it_does_not_withdraw(run: Run, office: Path) -> None:
    ran = run("rules", "withdraw", LAPTOP, *REASON, *WITHDRAW[:-1], "T.de.W")
    assert ran.code == 0  # nobody is called that
    ran = run("rules", "withdraw", "raalte-id-kaart", *REASON, *WITHDRAW[:-1], "tdw")
    assert (ran.code, records(office, "raalte-id-kaart")) == (5, ["2015-01-01.json"])


def test_what_was_withdrawn_can_be_adopted_again_with_a_reason(run: Run, office: Path) -> None:
    run("rules", "withdraw", LAPTOP, *REASON, *WITHDRAW, "--on", "2026-04-01")
    assert run("rules", "withdraw", LAPTOP, *REASON, *WITHDRAW, "--on", "2026-04-02").code == 1
    assert run("rules", "adopt", LAPTOP, *GIVEN, *ANSWERS, "--on", "2026-04-03").code == 4
    ran = run("rules", "adopt", LAPTOP, *GIVEN, *ANSWERS, *REASON, "--on", "2026-04-03")
    assert "daarna ingetrokken" in ran.out
    assert records(office) == ["2026-01-01.2.json", "2026-01-01.3.json", "2026-01-01.json"]
    assert for_ruleset(LAPTOP, date(2026, 4, 3)).adopted


@pytest.mark.usefixtures("office")
@pytest.mark.parametrize("reason", ["", " ", "n.v.t.", "-"])
def test_a_withdrawal_has_a_reason(run: Run, reason: str) -> None:
    assert run("rules", "withdraw", LAPTOP, "--reason", reason, *WITHDRAW).code == 4


@pytest.mark.usefixtures("office")
def test_nothing_is_withdrawn_from_a_day_that_has_passed(run: Run) -> None:
    assert run("rules", "withdraw", LAPTOP, *REASON, *WITHDRAW, "--on", "2026-04-01", "--from", "2026-03-31").code == 2


def test_the_register_seals_each_record(run: Run, office: Path) -> None:
    run("rules", "withdraw", LAPTOP, *REASON, *WITHDRAW)
    events = json.loads(run("register", "list", "--format", "json").out)
    last = events[-1]
    record = (office / "adoptions" / LAPTOP / "2026-01-01.2.json").read_bytes()
    assert (last["kind"], last["event"]["record"]) == ("ruleset_withdrawn", hashlib.sha256(record).hexdigest())
    assert run("register", "verify").code == 0
    assert "ingetrokken" in run("register", "list").out


def test_a_record_that_is_gone_from_between_the_others_is_told(run: Run, office: Path) -> None:
    run("rules", "withdraw", LAPTOP, *REASON, *WITHDRAW, "--on", "2026-04-01")
    run("rules", "adopt", LAPTOP, *GIVEN, *ANSWERS, *REASON, "--on", "2026-04-03")
    (office / "adoptions" / LAPTOP / "2026-01-01.2.json").unlink()
    with pytest.raises(OrganisationError, match="beschadigd"):
        assert for_ruleset(LAPTOP, date(2026, 4, 3)).adopted


def test_a_changed_building_block_asks_for_adopting_the_same_text_again(run: Run, office_with_blocks: Path) -> None:
    steun = ("rules", "adopt", "steun", *GIVEN)
    assert run(*steun, "--on", str(BEFORE)).code == 0
    assert run(*steun, "--on", str(BEFORE)).code == 1
    ran = run(*steun, "--on", str(AFTER))
    assert ran.code == 0
    assert "Deze tekst was al vastgesteld op 30 juni 2026. U stelt hem opnieuw vast" in " ".join(ran.out.split())
    assert records(office_with_blocks, "steun") == ["2026-01-01.2.json", "2026-01-01.json"]
    assert [for_ruleset("steun", day).adopted for day in (BEFORE, AFTER)] == [True, True]


def test_adopting_again_covers_earlier_reference_dates_decided_now(run: Run, office_with_blocks: Path) -> None:
    run("rules", "adopt", "steun", *GIVEN, "--on", str(BEFORE))
    facts = ("--fact", "dag=2026-06-30", "--fact", "inkomen=1050", "--on", str(AFTER), "--format", "json")
    assert json.loads(run("check", "steun", *facts).out)["ruleset"]["status"] == "concept"
    run("rules", "adopt", "steun", *GIVEN, "--on", str(AFTER))
    assert json.loads(run("check", "steun", *facts).out)["ruleset"]["status"] == "vastgesteld"
    assert office_with_blocks.is_dir()


def test_a_block_that_comes_too_late_touches_the_decisions_of_its_days(run: Run, office_with_blocks: Path) -> None:
    late = office_with_blocks / "rulesets" / "bouwstenen" / "landelijk" / f"{AFTER}.md"
    kept = late.with_name("later")
    late.rename(kept)
    run("rules", "adopt", "steun", *GIVEN, "--on", str(BEFORE))
    decide_steun(run, office_with_blocks, "2026-06-30")
    number = decide_steun(run, office_with_blocks, "2026-07-01")
    same_grounds = kept.read_text(encoding="utf-8").replace("artikel 10", "artikel 9")
    late.write_text(same_grounds, encoding="utf-8")
    kept.unlink()
    ran = run("rules", "adopt", "steun", *GIVEN, "--on", "2026-08-01", "--format", "json")
    assert [each["number"] for each in json.loads(ran.out)["touches"]] == [number]


def decide_steun(run: Run, office: Path, day: str) -> str:
    case = {
        "case": f"z{day}",
        "ruleset": "steun",
        "facts": {"dag": day, "inkomen": "1050.00"},
        "process": {"contacts": [{"on": day, "by": "S. Yilmaz", "channel": "balie", "said": "Het klopt."}]},
    }
    file = office / "cases" / f"{day}.json"
    file.write_text(json.dumps(case), encoding="utf-8")
    answers = office / "antwoorden.json"
    points = answers_to(str(file), "2026-07-10")
    answers.write_text(json.dumps({"reasons": "Te veel inkomen (verzonnen).", "answers": points}), encoding="utf-8")
    ran = run("decide", str(file), "--choice", "follow", "--answers", str(answers), "--on", "2026-07-10")
    assert (ran.err, ran.code) == ("", 0)
    return str(json.loads(run("register", "list", "--format", "json").out)[-1]["number"])


def test_in_a_terminal_the_reason_is_asked_and_the_list_is_seen_first(run: Run, office: Path) -> None:
    number = decided(run, office, "2026-02-01")
    file = new_version(office, "2026-02-01")
    keys = Keys.of_maatwerk(office, "rules", "adopt", str(file), *GIVEN)
    keys.wait_for(LINE)
    assert number in keys.seen
    assert "Waarom komen deze regels in de plaats" in keys.seen
    keys.press("n.v.t.\r")
    keys.type("De grens stond verkeerd (verzonnen).", "Nagegaan.", "Nagegaan.")
    keys.wait_for("stoppen: $")
    keys.press("tdw\r")
    assert keys.ended() == 0
    assert records(office) == ["2026-01-01.json", "2026-02-01.json"]


@pytest.mark.parametrize("typed", ["", "MB"])
def test_without_the_own_initials_nothing_is_withdrawn(office: Path, typed: str) -> None:
    keys = Keys.of_maatwerk(office, "rules", "withdraw", LAPTOP, *REASON, *WITHDRAW)
    keys.wait_for("stoppen: $")
    keys.press(f"{typed}\r")
    assert keys.ended() == 0
    assert "Er is niets ingetrokken." in keys.seen
    assert records(office) == ["2026-01-01.json"]


@pytest.mark.parametrize("wrong", ["", "  ", "x" * 201, "twee\nregels"])
@pytest.mark.parametrize("name", ["--decision", "--published", "--drafted-by", "--changed-by"])
def test_what_the_register_cannot_keep_is_a_wrong_call(run: Run, office: Path, name: str, wrong: str) -> None:
    file = new_version(office, "2026-02-01")
    ran = run("rules", "adopt", str(file), *GIVEN, *ANSWERS, *REASON, name, wrong)
    assert (ran.out, ran.code, records(office)) == ("", 2, ["2026-01-01.json"])
    withdrawn = run("rules", "withdraw", LAPTOP, *REASON, *WITHDRAW, "--asked-by", wrong)
    assert (withdrawn.out, withdrawn.code, records(office)) == ("", 2, ["2026-01-01.json"])
