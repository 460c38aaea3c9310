"""Who may do what, from the people file."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from maatwerk.basics.errors import NotAllowed, OrganisationError
from maatwerk.organisation.people import People, current_login

ROLES = """
[roles]
balie = ["baliemedewerker", "teamleider"]
inkomen = ["behandelaar", "klantmanager", "teamleider"]
recht = ["jurist"]
"""


def person(person_id: str, role: str, *, login: str = "", name: str = "") -> str:
    return f"""
[[person]]
id = "{person_id}"
name = "{name or f"{person_id.upper()} (verzonnen)"}"
role = "{role}"
login = "{login or f"login-{person_id}"}"
initials = "X"
"""


def people(folder: Path, text: str) -> People:
    path = folder / "people.toml"
    path.write_text(text, encoding="utf-8")
    return People.read(path)


TEAM = ROLES + person("bali", "baliemedewerker") + person("mana", "klantmanager") + person("team", "teamleider")


@pytest.mark.parametrize(
    ("role", "expected"),
    [
        ("baliemedewerker", ["bali", "team"]),
        ("behandelaar", ["mana", "team"]),
        ("klantmanager", ["mana", "team"]),
        ("teamleider", ["team"]),
        ("jurist", []),
        ("burgemeester", []),
    ],
)
def test_a_role_may_what_is_lower_on_its_own_ladder(tmp_path: Path, role: str, expected: list[str]) -> None:
    assert [found.id for found in people(tmp_path, TEAM).who_may(role)] == expected


def test_the_order_of_roles_keeps_every_ladder(tmp_path: Path) -> None:
    assert people(tmp_path, TEAM).order() == (
        "baliemedewerker",
        "behandelaar",
        "klantmanager",
        "teamleider",
        "jurist",
    )


def test_i_am_who_the_operating_system_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("USER", "LOGNAME", "USERNAME", "SUDO_USER"):
        monkeypatch.setenv(name, "login-team")
    found = people(tmp_path, TEAM + person("me", "jurist", login=current_login())).me()

    assert found.id == "me"


def test_an_unknown_login_is_told_what_to_add(tmp_path: Path) -> None:
    with pytest.raises(NotAllowed) as refused:
        people(tmp_path, TEAM).me()

    assert refused.value.exit_code == 5
    assert f'login = "{current_login()}"' in str(refused.value)
    assert "[[person]]" in str(refused.value)


def test_an_account_without_a_name_is_nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 54321)

    with pytest.raises(NotAllowed, match="54321"):
        people(tmp_path, TEAM).me()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (TEAM + '[[person]]\nid="x"\nname="X"\nrole="jurist"\nlogin="x"\n', "people.toml:27: 'initials' ontbreekt."),
        (TEAM + person("x", "jurist").replace("login", "logn"), ":32: 'logn' kennen wij niet. Bedoelde u 'login'?"),
        (TEAM + person("x", "juristt"), "people.toml:31: deze rol staat in geen enkele rij van [roles]."),
        (TEAM + person("x", "jurist", login="login-team"), "people.toml:32: 'login' is hetzelfde"),
        (TEAM + person("x", "jurist", name="team  (VERZONNEN)"), "people.toml:30: 'name' is hetzelfde"),
        (TEAM.replace('initials = "X"', "initials = 3", 1), "people.toml:12: de waarde van 'initials' past niet."),
        (TEAM + "[[person]\n", "people.toml:27: dit is geen geldige TOML."),
        (TEAM.replace("[roles]", '[roles]\nom = ["teamleider", "behandelaar"]'), "de rijen spreken elkaar tegen"),
    ],
)  # fmt: skip
def test_a_fault_names_its_line(tmp_path: Path, text: str, expected: str) -> None:
    with pytest.raises(OrganisationError) as found:
        people(tmp_path, text)

    assert expected in str(found.value)


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(OrganisationError) as found:
        people(tmp_path, TEAM + person("x", "jurist").replace("initials", "initial").replace("role", "rol"))

    assert len(str(found.value).splitlines()) == 4


def test_a_fault_never_shows_a_value(tmp_path: Path) -> None:
    canary = "Kanarie Geheim"

    with pytest.raises(OrganisationError) as found:
        people(tmp_path, TEAM + person("x", "jurist", name=canary + "\\n", login=canary + "\\t"))

    assert canary not in str(found.value)
    assert found.value.__context__ is None or found.value.__suppress_context__


def test_a_missing_file_says_how_to_make_it(tmp_path: Path) -> None:
    with pytest.raises(OrganisationError, match="maatwerk init"):
        People.read(tmp_path / "people.toml")
