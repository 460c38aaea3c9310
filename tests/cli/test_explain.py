from __future__ import annotations

import json
import re
import shutil
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import ROOT, Run

DAY = ("--on", "2026-11-30")
LAPTOP = "laptop-negen-euro.json"
HOSTILE = "<script>alert('x')</script>&amp;"


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder with the shipped cases, outside any organisation."""
    for case in (ROOT / "examples" / "cases").glob("*.json"):
        shutil.copy(case, tmp_path)
    monkeypatch.chdir(tmp_path)


class Page(HTMLParser):
    """The tags of a page, which must close in order, and its text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[str] = []
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - its signature
        self.tags.append(tag)
        if tag not in {"meta", "br"}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert tag == self.open.pop()

    def handle_data(self, data: str) -> None:
        self.text += data


def page(run: Run, case: str, *arguments: str) -> Page:
    return Page(run("explain", case, "--format", "html", *DAY, *arguments).out)


def test_the_outcome_comes_first_then_why_then_what_would_change_it(run: Run) -> None:
    ran = run("explain", LAPTOP, *DAY)

    assert 0 == ran.code
    assert [
        "DE UITKOMST", "WAAROM", "WAT ZOU DIT VERANDEREN", "WAAROM NIET IETS ANDERS", "DEZE VOORWAARDEN BESLISSEN",
        "HIERMEE IS GEREKEND",
    ] == re.findall(r"^([A-Z]{2}[A-Z ]+?)(?:  .*)?$", ran.out, re.MULTILINE)  # fmt: skip
    assert "inkomen: € 1.681,80 per maand in plaats van" in ran.out.replace("\u00a0", " ")
    assert ran.out.endswith("Deze uitleg besluit niets en legt niets vast.\n")


def test_an_unknown_outcome_ends_with_3_and_asks(run: Run) -> None:
    ran = run("explain", "kostendelers-leeftijd-onbekend.json", *DAY)

    assert 3 == ran.code
    assert "VRAAG DIT EERST\n  1  Wanneer is deze persoon geboren? (medebewoners, nummer 1)" in ran.out
    assert "DIT KAN HET NOG WORDEN" in ran.out


def test_what_if_stands_before_why(run: Run) -> None:
    ran = run("explain", LAPTOP, "--what", "inkomen=€ 1.600", *DAY)

    assert ran.out.index("WAT ALS") < ran.out.index("WAAROM")
    assert "De uitkomst is dan: Halve vergoeding, € 224,50. Nu is" in ran.out.replace("\u00a0", " ")


@pytest.mark.parametrize(("what", "code", "told"), [
    ("inkomenn=1.600", 1, "Bedoelde u `inkomen`?"),
    ("inkomen=veel", 1, "C043"),
    ("giften=2", 1, "C030"),
    ("inkomen", 2, "naam=waarde"),
])  # fmt: skip
def test_a_wrong_what_is_told_and_explains_nothing(run: Run, what: str, code: int, told: str) -> None:
    ran = run("explain", LAPTOP, "--what", what, *DAY)

    assert (code, "") == (ran.code, ran.out)
    assert told in ran.told


def test_two_answers_to_one_fact_are_refused(run: Run) -> None:
    assert 2 == run("explain", LAPTOP, "--what", "inkomen=1", "--what", "inkomen=2", *DAY).code


def test_a_case_in_parts_is_told_part_by_part_and_can_be_told_by_one(run: Run) -> None:
    every = run("explain", "giften-over-twee-jaren.json", "--what", "gemeld=ja", *DAY)
    one = run("explain", "giften-over-twee-jaren.json", "--part", "2026-01-01", *DAY)

    assert 2 == every.out.count("DE UITKOMST")
    assert 1 == every.out.count("WAT ALS")  # only the old rules ask it
    assert 1 == one.out.count("DE UITKOMST")


def test_json_has_the_same_and_for_parts_all_of_them(run: Run) -> None:
    single = json.loads(run("explain", LAPTOP, "--format", "json", *DAY).out)
    several = json.loads(run("explain", "giften-over-twee-jaren.json", "--format", "json", *DAY).out)

    assert "geen_vergoeding" == single["outcome"]["id"]
    assert ["2015-01-01", "2026-01-01"] == [each["part"] for each in several["parts"]]


@pytest.mark.parametrize("shape", ["text", "plain", "html"])
@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("case", sorted(path.name for path in (ROOT / "examples" / "cases").glob("*.json")))
def test_every_shipped_case_is_explained_in_every_shape(run: Run, case: str, lang: str, shape: str) -> None:
    ran = run("explain", case, "--all", "--format", shape, "--lang", lang, *DAY)

    assert "" == ran.err
    assert ran.code in {0, 3}
    if shape == "text":
        steps = ran.out.split("STAP VOOR STAP" if lang == "nl" else "STEP BY STEP")[0]
        assert [] == [line for line in steps.splitlines() if len(line) > 78]
    if shape == "html":
        assert f'<html lang="{lang}">' in ran.out


def test_the_page_is_whole_in_itself_and_has_no_program(run: Run) -> None:
    html = run("explain", LAPTOP, "--what", "inkomen=1.600", "--format", "html", *DAY).out

    assert [] == re.findall(r"<script|<link|<img|src=|url\(|@import|https?:|onclick", html)
    assert [] == Page(html).open


def test_every_step_can_be_opened_with_details_and_summary(run: Run) -> None:
    found = page(run, LAPTOP)

    assert found.tags.count("details") == found.tags.count("summary") > 10
    assert "norm alleenstaande" in found.text
    assert "vanaf 1 januari 2026, Pw, artikel 21" in found.text


def test_the_page_tells_before_and_after_in_a_table(run: Run) -> None:
    html = run("explain", LAPTOP, "--what", "inkomen=1.600", "--format", "html", *DAY).out.replace("\u00a0", " ")

    assert '<td role="cell" data-label="nu">Geen vergoeding</td>' in html
    assert '<td role="cell" data-label="wat als">Halve vergoeding, € 224,50</td>' in html


def hostile(name: str) -> str:
    """The case with marks of HTML in what people wrote."""
    case: dict[str, Any] = json.loads(Path(name).read_text(encoding="utf-8"))
    case["facts"]["inkomen"]["source"] = HOSTILE
    Path("hostile.json").write_text(json.dumps(case), encoding="utf-8")
    return "hostile.json"


def test_marks_in_a_fact_are_text_escaped_once(run: Run) -> None:
    html = run("explain", hostile(LAPTOP), "--format", "html", *DAY).out

    assert "<script" not in html
    assert "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;amp;" in html
    assert "&amp;lt;" not in html
    assert HOSTILE in Page(html).text


@pytest.mark.parametrize("shape", ["text", "plain", "json", "html"])
def test_out_writes_the_same_to_a_file(run: Run, shape: str) -> None:
    shown = run("explain", LAPTOP, "--format", shape, *DAY).out
    ran = run("explain", LAPTOP, "--format", shape, "--out", "uitleg", *DAY)

    assert "De uitleg staat in uitleg.\n" == ran.out
    assert shown == Path("uitleg").read_text(encoding="utf-8")


def test_a_folder_that_is_not_there_is_told(run: Run) -> None:
    ran = run("explain", LAPTOP, "--out", "nergens/uitleg.html", *DAY)

    assert 1 == ran.code
    assert "Er kan niet geschreven worden" in ran.told


def test_nothing_is_written_beside_what_is_asked(run: Run) -> None:
    before = {path: path.read_bytes() for path in Path().iterdir()}
    run("explain", LAPTOP, "--what", "inkomen=1.600", *DAY)

    assert before == {path: path.read_bytes() for path in Path().iterdir()}
