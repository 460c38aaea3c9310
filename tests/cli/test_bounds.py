"""An organisation sets its own bounds; commands in its folder use them, and nothing else does."""

from __future__ import annotations

import json
from pathlib import Path

from maatwerk.basics.bounds import Bounds, bounds
from tests.cli.conftest import Run


def test_the_command_line_uses_the_bounds_of_the_folder_and_only_there(run: Run, office: Path) -> None:
    case = "cases/laptop-negen-euro.json"
    assert run("check", case, "--on", "2026-02-17").code == 4
    with (office / "maatwerk.toml").open("a", encoding="utf-8") as file:
        file.write("\n[limits]\njson_depth = 2\n")
    ran = run("check", case, "--on", "2026-02-17")

    assert (1, "") == (ran.code, ran.out)
    assert "C007 Dit zit te diep genest. Hoogstens 2 niveaus." in ran.told
    assert Bounds() == bounds()


def test_the_doctor_names_a_wrong_bound_and_goes_on(run: Run, office: Path) -> None:
    with (office / "maatwerk.toml").open("a", encoding="utf-8") as file:
        file.write("\n[limits]\nrecords = 0\n")
    found = {each["id"]: each for each in json.loads(run("doctor", "--format", "json").out)["rows"]}

    assert "'records' moet een heel getal zijn" in found["folder"]["text"]
    assert {"python", "reasoners", "person", "register", "rulesets"} <= found.keys()
