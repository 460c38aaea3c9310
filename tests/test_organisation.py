"""The organisation's folder and the adoption of rulesets."""

from __future__ import annotations

import multiprocessing
from datetime import date
from pathlib import Path

import pytest

from maatwerk.basics.errors import NotAllowed, OrganisationError
from maatwerk.organisation.adoption import Adoption, Withdrawal
from maatwerk.organisation.folder import Organisation

FIRST_DAY = date(2026, 1, 1)
ADOPTED = date(2026, 1, 14)
RULES, OTHER_RULES, TEXT, OTHER_TEXT = "a" * 64, "b" * 64, "c" * 64, "d" * 64


def adoption(**changes: object) -> Adoption:
    values: dict[str, object] = {
        "ruleset": "een-regelset",
        "valid_from": FIRST_DAY,
        "rules_hash": RULES,
        "text_hash": TEXT,
        "drafted_by": "rsmit",
        "adopted_by": "mbos",
        "decision": "B&W 2026-01-13, nr. 7",
        "published": "gmb-2026-00000",
        "on": ADOPTED,
        "answers": {"artikel 3": "nagezocht in de verordening"},
    }
    return Adoption.model_validate(values | changes)


def adopted(home: Organisation, ruleset: str, valid_from: date, rules: str, day: date = ADOPTED) -> Adoption | None:
    return home.history(ruleset, valid_from).adoption_of(rules, day)


@pytest.fixture
def demo(tmp_path: Path) -> Organisation:
    return Organisation.create(tmp_path / "demo", demo=True)


def test_the_folder_is_found_from_below(demo: Organisation) -> None:
    assert Organisation.find(demo.cases).folder == demo.folder


def test_without_a_folder_the_error_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(OrganisationError, match="maatwerk init"):
        Organisation.find(tmp_path)


@pytest.mark.parametrize("is_demo", [True, False])
def test_the_files_that_are_made_can_be_read(tmp_path: Path, is_demo: bool) -> None:  # noqa: FBT001
    made = Organisation.create(tmp_path / "org", demo=is_demo)

    assert made.people.me() == made.people.person[0]
    assert made.settings.body == "het college van burgemeester en wethouders"
    assert (made.rulesets.is_dir(), made.cases.is_dir(), made.register.exists()) == (True, True, False)


def test_in_the_demo_i_am_a_team_leader_among_invented_people(demo: Organisation) -> None:
    assert (demo.people.me().name, demo.people.me().function) == ("T. de Wit (verzonnen)", "teamleider Inkomen")
    assert [person.name for person in demo.people.person if "(verzonnen)" not in person.name] == []


def test_the_demo_has_somebody_for_every_role(demo: Organisation) -> None:
    roles = {"baliemedewerker", "behandelaar", "klantmanager", "kwaliteitsmedewerker", "teamleider", "jurist"}

    assert {person.role for person in demo.people.person} == roles


def test_making_the_folder_again_keeps_what_was_there(demo: Organisation) -> None:
    (demo.folder / "maatwerk.toml").write_text("# van mij\n", encoding="utf-8")
    Organisation.create(demo.folder)

    assert (demo.folder / "maatwerk.toml").read_text(encoding="utf-8") == "# van mij\n"
    assert "T. de Wit" in (demo.folder / "people.toml").read_text(encoding="utf-8")


def test_a_folder_that_cannot_be_made_is_a_plain_error(tmp_path: Path) -> None:
    (tmp_path / "bestand").touch()

    with pytest.raises(OrganisationError, match="Er kan niet geschreven worden"):
        Organisation.create(tmp_path / "bestand" / "org")


def test_a_wrong_setting_names_its_line(demo: Organisation) -> None:
    path = demo.folder / "maatwerk.toml"
    path.write_text(path.read_text(encoding="utf-8").replace("municipality", "municipalty"), encoding="utf-8")

    with pytest.raises(OrganisationError) as found:
        Organisation(demo.folder).settings  # noqa: B018

    assert "maatwerk.toml:4: 'municipalty' kennen wij niet. Bedoelde u 'municipality'?" in str(found.value)


def test_an_adoption_counts_for_exactly_the_rules_that_were_adopted(demo: Organisation) -> None:
    demo.adopt(adoption())

    assert adopted(demo, "een-regelset", FIRST_DAY, RULES) == adoption()
    assert adopted(demo, "een-regelset", FIRST_DAY, OTHER_RULES) is None
    assert adopted(demo, "een-regelset", date(2027, 1, 1), RULES) is None
    assert adopted(demo, "een-andere", FIRST_DAY, RULES) is None


@pytest.mark.parametrize(
    "drafter", ["mbos", "M. Bos (verzonnen)", "m. bos  (VERZONNEN)", " MBOS ", "m.b.", "verzonnen-mbos"]
)
def test_nobody_adopts_rules_of_his_own(demo: Organisation, drafter: str) -> None:
    with pytest.raises(NotAllowed, match="tweede persoon"):
        demo.adopt(adoption(drafted_by=drafter))

    assert adopted(demo, "een-regelset", FIRST_DAY, RULES) is None


def test_a_stranger_cannot_adopt(demo: Organisation) -> None:
    with pytest.raises(NotAllowed, match=r"people\.toml"):
        demo.adopt(adoption(adopted_by="iemand"))


def test_an_adoption_is_never_overwritten(demo: Organisation) -> None:
    before = demo.adopt(adoption()).file.read_bytes()

    with pytest.raises(OrganisationError, match="al vastgesteld"):
        demo.adopt(adoption(rules_hash=OTHER_RULES, text_hash=OTHER_TEXT))

    assert [path.read_bytes() for path in (demo.folder / "adoptions").rglob("*") if path.is_file()] == [before]


def _adopt(folder: Path, number: int) -> bool:
    try:
        Organisation(folder).adopt(adoption(decision=f"besluit {number}"))
    except OrganisationError:
        return False
    return True


def test_of_adoptions_at_the_same_moment_one_counts(demo: Organisation) -> None:
    with multiprocessing.get_context("fork").Pool(4) as pool:
        kept = pool.starmap(_adopt, [(demo.folder, number) for number in range(12)])

    assert kept.count(True) == 1


@pytest.mark.parametrize("damage", ["", "{", '{"ruleset": "een-regelset"}', "\udcff"])
def test_a_damaged_adoption_is_told_and_does_not_count(demo: Organisation, damage: str) -> None:
    demo.adopt(adoption()).file.write_bytes(damage.encode("utf-8", "surrogateescape"))

    with pytest.raises(OrganisationError):
        adopted(demo, "een-regelset", FIRST_DAY, RULES)


def test_an_adoption_moved_to_another_version_does_not_count(demo: Organisation) -> None:
    path = demo.adopt(adoption()).file
    path.rename(path.with_name("2027-01-01.json"))

    with pytest.raises(OrganisationError, match="andere versie"):
        adopted(demo, "een-regelset", date(2027, 1, 1), RULES)


@pytest.mark.parametrize("ruleset", ["../buiten", "a/b", "", "Hoofdletter", ".", "x\n"])
def test_the_name_of_a_ruleset_cannot_leave_the_folder(ruleset: str) -> None:
    with pytest.raises(ValueError, match="ruleset"):
        adoption(ruleset=ruleset)


def test_a_question_to_check_needs_an_answer() -> None:
    with pytest.raises(ValueError, match="answers"):
        adoption(answers={"artikel 3": "  "})


def withdrawal(**changes: object) -> Withdrawal:
    values: dict[str, object] = {
        "ruleset": "een-regelset",
        "valid_from": FIRST_DAY,
        "rules_hash": RULES,
        "text_hash": TEXT,
        "asked_by": "rsmit",
        "withdrawn_by": "mbos",
        "reason": "De rechter zette artikel 2 opzij.",
        "decision": "B&W 2026-03-03, nr. 4",
        "published": "gmb-2026-00001",
        "on": date(2026, 3, 3),
        "start": date(2026, 4, 1),
    }
    return Withdrawal.model_validate(values | changes)


def test_the_same_text_with_other_building_blocks_is_adopted_beside_the_first(demo: Organisation) -> None:
    first, second = adoption(), adoption(rules_hash=OTHER_RULES, later_hashes=("e" * 64,))
    files = [demo.adopt(each).file.name for each in (first, second)]

    assert files == ["2026-01-01.json", "2026-01-01.2.json"]
    assert [adopted(demo, "een-regelset", FIRST_DAY, each) for each in (RULES, OTHER_RULES, "e" * 64)] == [
        first,
        second,
        second,
    ]


def test_what_was_adopted_before_a_withdrawal_stands_until_its_day(demo: Organisation) -> None:
    demo.adopt(adoption())
    demo.withdraw(withdrawal())
    days = (date(2026, 3, 31), date(2026, 4, 1))

    assert [adopted(demo, "een-regelset", FIRST_DAY, RULES, day) for day in days] == [adoption(), None]
    assert [demo.history("een-regelset", FIRST_DAY).withdrawn(day) for day in days] == [None, withdrawal()]


def test_adopting_again_undoes_a_withdrawal_and_keeps_both(demo: Organisation) -> None:
    again = adoption(on=date(2026, 5, 1), reason="In hoger beroep hersteld.")
    demo.adopt(adoption())
    demo.withdraw(withdrawal())
    demo.adopt(again)

    assert demo.history("een-regelset", FIRST_DAY).records == (adoption(), withdrawal(), again)
    assert adopted(demo, "een-regelset", FIRST_DAY, RULES, date(2026, 5, 1)) == again


@pytest.mark.parametrize("asker", ["mbos", "m. bos (verzonnen)", "M.B.", "verzonnen-mbos"])
def test_nobody_withdraws_on_his_own(demo: Organisation, asker: str) -> None:
    demo.adopt(adoption())
    with pytest.raises(NotAllowed, match="tweede persoon"):
        demo.withdraw(withdrawal(asked_by=asker))


def test_what_does_not_stand_cannot_be_withdrawn(demo: Organisation) -> None:
    with pytest.raises(OrganisationError, match="niets om in te trekken"):
        demo.withdraw(withdrawal())
    demo.adopt(adoption())
    demo.withdraw(withdrawal())
    with pytest.raises(OrganisationError, match="niets om in te trekken"):
        demo.withdraw(withdrawal())


def test_a_withdrawal_cannot_be_the_first_record(demo: Organisation) -> None:
    first = demo.adopt(adoption()).file
    demo.withdraw(withdrawal()).file.rename(first)

    with pytest.raises(OrganisationError, match="beschadigd"):
        demo.history("een-regelset", FIRST_DAY)
