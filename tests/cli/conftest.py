from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from maatwerk.basics.text import use_language
from maatwerk.cli import main
from maatwerk.cli.desk import for_parts, the_part
from maatwerk.decision.answering import keys_asked
from maatwerk.decision.deciding import questions_to_answer

ROOT = Path(__file__).parents[2]
RULESETS = ("raalte-id-kaart", "laptop-minimaregeling")


class Ran(NamedTuple):
    """What a command printed, and how it ended."""

    out: str
    err: str
    code: int

    @property
    def told(self) -> str:
        """What stands on standard error, as one line."""
        return " ".join(self.err.split())


Run = Callable[..., Ran]


def open_sources(text: str) -> list[str]:
    """The names that `rules adopt` asks an answer for."""
    return [line.strip().partition(":")[0] for line in text.splitlines() if line.startswith("  ") and ":" in line]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def ran(*arguments: str) -> Ran:
        use_language("nl")
        code = main(arguments)
        out, err = capsys.readouterr()
        return Ran(out, err, code)

    return ran


def answers_to(file: str, on: str, part: str = "", choice: str = "follow") -> dict[str, str]:
    """Words for all that a decision on this case asks under a key of its own."""
    found = the_part(for_parts(Path(file), date.fromisoformat(on)), part)
    asked = questions_to_answer(found.desk.check(found.part.case), choice)
    return dict.fromkeys(keys_asked(asked), "Dat hebben wij gewogen (verzonnen).")


@pytest.fixture(scope="session")
def adopted_office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An organisation with invented people, both rulesets adopted, and the example cases."""
    folder = tmp_path_factory.mktemp("office") / "office"
    with pytest.MonkeyPatch.context() as patch:
        assert main(["init", "--demo", str(folder)]) == 0
        patch.chdir(folder)
        for name in RULESETS:
            adopt(name)
    for case in (ROOT / "examples" / "cases").glob("*.json"):
        shutil.copy(case, folder / "cases")
    return folder


def adopt(name: str) -> None:
    from maatwerk.cli.desk import for_ruleset
    from maatwerk.ruleset.marked import marked

    answers = [f"--answer={each}=Nagegaan (verzonnen)." for each in marked(for_ruleset(name, None).ruleset)]
    given = ["--decision", "nr. 1 (verzonnen)", "--published", "gmb-verzonnen", "--drafted-by", "rsmit"]
    given += ["--reason", "Nieuwe bedragen (verzonnen)."]  # where they take the place of adopted rules
    assert main(["rules", "adopt", name, *given, *answers]) == 0


@pytest.fixture
def office(adopted_office: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A fresh copy of the adopted office, as the current folder."""
    folder = tmp_path / "office"
    shutil.copytree(adopted_office, folder)
    monkeypatch.chdir(folder)
    return folder
