"""The organisation's folder and the adoption of rulesets."""

from __future__ import annotations

import multiprocessing
from datetime import date
from pathlib import Path

import pytest

from maatwerk.basics.errors import NotAllowed, OrganisationError
from maatwerk.organisation.adoption import Adoption
from maatwerk.organisation.folder import Organisation

FIRST_DAY = date(2026, 1, 1)
RULES, OTHER_RULES, TEXT = "a" * 64, "b" * 64, "c" * 64


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
        "on": date(2026, 1, 14),
        "answers": {"artikel 3": "nagezocht in de verordening"},
    }
    return Adoption.model_validate(values | changes)


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

    assert demo.adoption_of("een-regelset", FIRST_DAY, RULES) == adoption()
    assert demo.adoption_of("een-regelset", FIRST_DAY, OTHER_RULES) is None
    assert demo.adoption_of("een-regelset", date(2027, 1, 1), RULES) is None
    assert demo.adoption_of("een-andere", FIRST_DAY, RULES) is None


@pytest.mark.parametrize("drafter", ["mbos", "M. Bos (verzonnen)", "m. bos  (VERZONNEN)", " MBOS "])
def test_nobody_adopts_rules_of_his_own(demo: Organisation, drafter: str) -> None:
    with pytest.raises(NotAllowed, match="tweede persoon"):
        demo.adopt(adoption(drafted_by=drafter))

    assert demo.adoption_of("een-regelset", FIRST_DAY, RULES) is None


def test_a_stranger_cannot_adopt(demo: Organisation) -> None:
    with pytest.raises(NotAllowed, match=r"people\.toml"):
        demo.adopt(adoption(adopted_by="iemand"))


def test_an_adoption_is_never_overwritten(demo: Organisation) -> None:
    before = demo.adopt(adoption()).read_bytes()

    with pytest.raises(OrganisationError, match="al vastgesteld"):
        demo.adopt(adoption(rules_hash=OTHER_RULES))

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
    demo.adopt(adoption()).write_bytes(damage.encode("utf-8", "surrogateescape"))

    with pytest.raises(OrganisationError):
        demo.adoption_of("een-regelset", FIRST_DAY, RULES)


def test_an_adoption_moved_to_another_version_does_not_count(demo: Organisation) -> None:
    path = demo.adopt(adoption())
    path.rename(path.with_name("2027-01-01.json"))

    with pytest.raises(OrganisationError, match="andere versie"):
        demo.adoption_of("een-regelset", date(2027, 1, 1), RULES)


@pytest.mark.parametrize("ruleset", ["../buiten", "a/b", "", "Hoofdletter", ".", "x\n"])
def test_the_name_of_a_ruleset_cannot_leave_the_folder(ruleset: str) -> None:
    with pytest.raises(ValueError, match="ruleset"):
        adoption(ruleset=ruleset)


def test_a_question_to_check_needs_an_answer() -> None:
    with pytest.raises(ValueError, match="answers"):
        adoption(answers={"artikel 3": "  "})
