"""All bad rulesets and cases one after another, in one program with 256 MiB."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from tests.bad import cases, rulesets
from tests.ruleset import problem_pages as page

EACH_FILE = """
import resource, sys
resource.setrlimit(resource.RLIMIT_AS, (256 << 20, 256 << 20))
from maatwerk.cli import main
for name in sorted(sys.argv[1:]):
    call = ["check", name, "--on", "2026-02-17"] if name.endswith(".json") else ["rules", "check", name, "--plain"]
    print(f"{name} ends with {main(call)}")
"""


def files(office: Path) -> dict[str, bool]:
    """The name of each file, and whether something is wrong with it."""
    shutil.copytree(page.LIBRARY / "bouwstenen", "rulesets/bouwstenen", dirs_exist_ok=True)
    (office / "rulesets/voorbeeld").mkdir()
    wrong = {}
    for number, ruleset in enumerate(rulesets.RULESETS):
        name = f"rulesets/voorbeeld/bad-{number}.md"
        (office / name).write_bytes(rulesets.made(ruleset)[0])
        wrong[name] = bool(ruleset.code)
    for number, case in enumerate(cases.CASES):
        name = f"bad-{number}.json"
        (office / name).write_text(cases.made(case)[0], encoding="utf-8")
        wrong[name] = bool(case.code)
    return wrong


def test_all_that_is_bad_is_told_in_256_mib(office: Path) -> None:
    wrong = files(office)
    done = subprocess.run(
        [sys.executable, "-c", EACH_FILE, *wrong], capture_output=True, check=False, text=True, timeout=120
    )
    ended = dict(line.split(" ends with ") for line in done.stdout.splitlines() if " ends with " in line)

    assert 0 == done.returncode, done.stderr[-1000:]
    assert "P999" not in done.stdout + done.stderr
    assert wrong == {name: code == "1" for name, code in ended.items()}
