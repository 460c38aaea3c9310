"""Every package we depend on has a reason, is pinned, and may be used."""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import metadata

import pytest

from tests.architecture.sources import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
DIRECT = [re.split(r"[<>=]", line)[0].strip() for line in PROJECT["dependencies"]]
EXTRAS = [re.split(r"[<>=]", line)[0].strip() for extra in PROJECT["optional-dependencies"].values() for line in extra]
TOOLS = [
    line.strip()
    for name in ("dev.in", "build.in", "hammer.in", "mutate.in")
    for line in (ROOT / "requirements" / name).read_text(encoding="utf-8").splitlines()
    if line and not line.startswith(("#", "-"))
]
CHOSEN = {"pyphen": "Mozilla Public License"}  # offered under several licences: which of them we take
LOCKS = ("build.txt", "dev.txt", "hammer.txt", "mutate.txt", "run.txt")


@pytest.mark.parametrize("name", sorted({*DIRECT, *EXTRAS, *TOOLS}))
def test_every_dependency_has_a_line_that_says_why(name: str) -> None:
    lines = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8").splitlines()

    assert 1 == len([line for line in lines if line.startswith(f"| {name} |")])


@pytest.mark.parametrize("lock", LOCKS)
def test_every_pinned_package_has_a_hash(lock: str) -> None:
    text = (ROOT / "requirements" / lock).read_text(encoding="utf-8")
    pinned = re.findall(r"^[a-z0-9-]+==\S+ \\\n    --hash=sha256:[0-9a-f]{64}", text, re.MULTILINE)
    named = re.findall(r"^[a-z0-9-]+==", text, re.MULTILINE)

    assert named
    assert len(named) == len(pinned)


def pinned(lock: str) -> list[str]:
    text = (ROOT / "requirements" / lock).read_text(encoding="utf-8")
    return re.findall(r"^([a-z0-9-]+)==", text, re.MULTILINE)


@pytest.mark.parametrize("name", DIRECT)
def test_every_direct_dependency_is_locked_for_use_and_for_work(name: str) -> None:
    assert name in pinned("run.txt")
    assert name in pinned("dev.txt")


@pytest.mark.parametrize("name", EXTRAS)
def test_what_an_extra_brings_is_locked_for_work_so_that_its_tests_run(name: str) -> None:
    assert name in pinned("dev.txt")


@pytest.mark.parametrize("name", sorted({*pinned("run.txt"), *EXTRAS}))
def test_nothing_we_bring_along_asks_us_to_change_our_licence(name: str) -> None:
    told = metadata(name)
    licence = " ".join(
        [
            *(told.get_all("License-Expression") or []),
            *(told.get_all("License") or []),
            *(line for line in told.get_all("Classifier") or [] if line.startswith("License")),
        ]
    )

    assert licence.strip(), "says no licence"
    if name in CHOSEN:
        assert CHOSEN[name] in licence
        return
    assert not re.search(r"\bA?GPL\b|GNU (Affero )?General Public", licence)
