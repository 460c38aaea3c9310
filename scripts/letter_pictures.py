"""A picture of each type of letter, as HTML and as PDF: `make pictures` writes them to docs/letters/.

The letters are made with the real commands in an organisation that exists as long as this runs, from the cases in
examples/cases. Besides the program this needs chromium, pdftoppm (poppler-utils) and convert (imagemagick).
"""

from __future__ import annotations

import contextlib
import json
import shutil
import subprocess
import tempfile
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

from maatwerk.api import load_ruleset
from maatwerk.cli.desk import for_parts
from maatwerk.decision.deciding import questions_to_answer
from maatwerk.organisation.people import current_login
from maatwerk.ruleset.library import ids, shipped, versions
from maatwerk.ruleset.marked import marked
from scripts import browser
from scripts.worked import as_a_user, run

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[1]
PICTURES = ROOT / "docs" / "letters"
WIDTH = 700
HIGH = 6000
"""Pixels: no letter is longer on a screen."""
COLOURS = "8"
"""So many are enough for letters on paper, and keep the files small."""
MINUTES, CASES = count(), count(201)
MARCH, NOVEMBER = date(2026, 3, 17), date(2026, 11, 20)


@dataclass(frozen=True, slots=True)
class Decided:
    """A letter of a decision. `before`: a decision on the same case that somebody objected to, and when."""

    case: str
    on: date
    choice: str = "follow"
    reasons: str = ""
    objected_on: date | None = None


@dataclass(frozen=True, slots=True)
class OnTheWay:
    """A letter before there is a decision."""

    case: str
    on: date
    about: str
    options: tuple[str, ...] = field(default=())
    reasons: str = ""


LETTERS: dict[str, Decided | OnTheWay] = {
    "grant": Decided("parkeren-gewoon", MARCH),
    "partial": Decided("kwijtschelding-aow", MARCH),
    "refusal": Decided(
        "toeslag-te-vroeg",
        MARCH,
        reasons="Wij vroegen of u nu dringend geld nodig hebt. U vertelde ons dat u tot september kunt wachten.",
    ),
    "exception": Decided(
        "laptop-negen-euro",
        MARCH,
        "besteedbaar_inkomen",
        "U kwam negen euro boven de grens. Dat komt door uw vakantiegeld. Dat geld gaat naar een huurschuld.",
    ),
    "recovery": Decided(
        "terugvordering-lange-schuld",
        NOVEMBER,
        "minder_terug",
        "De fout was van ons. U hebt een laag inkomen. Alles terugbetalen duurt dan te lang.",
    ),
    "incomplete": OnTheWay("parkeren-nog-vragen", MARCH, "aanvullen"),
    "hearing": OnTheWay("terugvordering-dubbele-maand", NOVEMBER, "horen"),
    "forwarding": OnTheWay(
        "kwijtschelding-nog-vragen", MARCH, "doorsturen", ("--to", "het waterschap Voorbeeld (verzonnen)")
    ),
    "withdrawal": Decided(
        "parkeren-zorg-gestopt",
        MARCH,
        reasons="Uw moeder woont nu in een verpleeghuis. U kunt nog een paar weken bij haar oude huis parkeren.",
    ),
    "extension": OnTheWay(
        "koelkast-nog-vragen",
        MARCH,
        "verlengen",
        ("--until", "2026-06-30"),
        "Wij wachten nog op de rekening van de winkel. U hebt gezegd dat die in mei komt.",
    ),
    "objection": Decided(
        "laptop-ver-boven-de-grens",
        MARCH,
        reasons="Uw inkomen ligt ruim boven de grens. Dat blijft de komende maanden zo.",
        objected_on=date(2026, 4, 7),
    ),
}
"""Every type of letter, with the case that it is about."""


def letters(folder: Path) -> Iterator[tuple[str, Path, Path]]:
    """Each type of letter with its HTML and its PDF; `folder` is empty and becomes the organisation."""
    with contextlib.chdir(folder):
        with as_a_user(datetime(2026, 1, 5, 8, tzinfo=UTC)):
            _organisation()
        for name, letter in LETTERS.items():
            made = _decided(letter) if isinstance(letter, Decided) else _on_the_way(letter)
            for form in ("html", "pdf"):
                with as_a_user(_morning(made.on)):
                    run(f"{made.command} --format {form} --out {name}.{form} --on {made.on}")
            yield name, folder / f"{name}.html", folder / f"{name}.pdf"


@dataclass(frozen=True, slots=True)
class Made:
    """The command that writes a letter, and its day."""

    command: str
    on: date


def _organisation() -> None:
    """Invented people, every ruleset adopted, and the cases."""
    run("maatwerk init --demo .")
    for name in ids(shipped()):
        for version in versions(shipped(), name):
            answers = " ".join(
                f"--answer '{each}=Nagegaan (verzonnen).'" for each in marked(load_ruleset(version.path))
            )
            file = Path("rulesets", *version.path.parts[-2:])
            run(f"maatwerk rules adopt {file} --decision 'nr. 1' --published gmb --drafted-by rsmit {answers}")
    for case in (ROOT / "examples" / "cases").glob("*.json"):
        shutil.copy(case, "cases")


def _morning(day: date) -> datetime:
    """A moment of that day at which nothing was decided yet."""
    return datetime.combine(day, time(8), UTC) + timedelta(minutes=next(MINUTES))


def _decided(letter: Decided) -> Made:
    number, on = _decide(letter, letter.on), letter.on
    if letter.objected_on:
        file = Path("cases", f"{letter.case}.json")
        case = json.loads(file.read_text(encoding="utf-8"))
        heard = date.fromordinal(letter.objected_on.toordinal() + 7)
        objection = {"number": number, "on": letter.objected_on.isoformat()}
        case["process"] |= {"objection": objection, "heard": {"on": heard.isoformat()}}
        file.write_text(json.dumps(case), encoding="utf-8")
        on = date.fromordinal(letter.objected_on.toordinal() + 14)
        with _somebody_else():
            number = _decide(letter, on)
    return Made(f"maatwerk letter write {number}", on)


def _decide(letter: Decided, on: date) -> str:
    """The number of the decision, with an answer to all that is asked."""
    case = f"cases/{letter.case}.json"
    with as_a_user(_morning(on)):
        (part,) = for_parts(Path(case), on)
        asked = questions_to_answer(part.desk.check(part.part.case), letter.choice)
        answers = {each.key: "Dat hebben wij gewogen." for each in asked if each.kind not in ("contact", "reasons")}
        given: dict[str, Any] = {"reasons": letter.reasons, "answers": answers}
        if not part.part.case.process.contacts:
            given["no_contact_reason"] = "De inwoner was niet bereikbaar."
        Path("antwoorden.json").write_text(json.dumps(given), encoding="utf-8")
        made = run(f"maatwerk decide {case} --choice {letter.choice} --answers antwoorden.json --on {on} --format json")
    number: str = json.loads(made)["number"]
    return number


@contextlib.contextmanager
def _somebody_else() -> Iterator[None]:
    """Meanwhile M. Bos works at this login: who decided first does not decide on the objection."""
    file, mine = Path("people.toml"), json.dumps(current_login())
    before = file.read_text(encoding="utf-8")
    other = before.replace(f"login = {mine}", 'login = "verzonnen-tdewit"')
    file.write_text(other.replace('login = "verzonnen-mbos"', f"login = {mine}"), encoding="utf-8")
    try:
        yield
    finally:
        file.write_text(before, encoding="utf-8")


def _on_the_way(letter: OnTheWay) -> Made:
    options = list(letter.options)
    if letter.reasons:
        Path("redenen.txt").write_text(letter.reasons, encoding="utf-8")
        options += ["--reasons", "redenen.txt"]
    asked = " ".join(f"'{each}'" for each in options)
    file = Path("cases", f"{letter.case}.json")
    case = json.loads(file.read_text(encoding="utf-8"))
    file.write_text(json.dumps(case | {"case": f"Z-2026-{next(CASES):04}"}), encoding="utf-8")
    return Made(f"maatwerk letter notice {file} --about {letter.about} {asked}", letter.on)


def photographed(name: str, html: Path, pdf: Path) -> None:
    """Both as PNG in this folder: the whole page in the browser, and the sheets of paper one under the other."""
    browser.run(Path.cwd(), f"--window-size={WIDTH},{HIGH}", f"--screenshot={name}-screen.png", html.as_uri())
    _small([f"{name}-screen.png", *["-trim", "+repage", "-bordercolor", "white", "-border", "16"]], f"{name}-html.png")
    _ran("pdftoppm", "-png", "-scale-to-x", str(WIDTH - 2), "-scale-to-y", "-1", str(pdf), f"{name}-sheet")
    sheets = [str(each) for each in sorted(Path().glob(f"{name}-sheet*.png"))]
    _small([*sheets, *["-bordercolor", "gray", "-border", "1", "-append"]], f"{name}-pdf.png")


def _small(made_from: list[str], picture: str) -> None:
    _ran("convert", *made_from, "-colors", COLOURS, "-strip", "-define", "png:compression-level=9", picture)


def _ran(*command: str) -> None:
    subprocess.run(command, check=True, timeout=120, capture_output=True)


def main() -> None:
    """Write every picture anew."""
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as office, tempfile.TemporaryDirectory() as studio:
        for name, html, pdf in letters(Path(office)):
            with contextlib.chdir(studio):
                photographed(name, html, pdf)
                for form in ("html", "pdf"):
                    shutil.copy(f"{name}-{form}.png", PICTURES)


if __name__ == "__main__":
    main()
