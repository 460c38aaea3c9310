"""Everything that a jurist wrote stands on the page, once, reachable and readable without anything from outside."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from maatwerk.api import load_ruleset
from maatwerk.bench.cliffs import cliffs
from maatwerk.bench.show.page import html
from maatwerk.bench.show.prose import HOSTS
from maatwerk.criteria.wording import readable
from maatwerk.organisation.adoption import Adoption
from maatwerk.ruleset.grounds import fits
from maatwerk.ruleset.kinds import KINDS
from maatwerk.ruleset.library import shipped
from maatwerk.ruleset.marked import marked
from maatwerk.ruleset.model import asked
from maatwerk.ruleset.reading import read_text
from tests.findings.small import whole
from tests.show.reading import SHIPPED, Element, every_ruleset, read, rules_of, shown, text_of

if TYPE_CHECKING:
    from pathlib import Path

    from maatwerk.ruleset.model import Ruleset


@every_ruleset
def test_every_block_has_its_own_place(path: Path) -> None:
    rules, page = rules_of(path), shown(path)
    ids = [each.attributes["id"] for each in page.all() if "id" in each.attributes]
    blocks = {name for kind in KINDS.values() for name in kind.items(rules)}
    given = {*rules.facts, *rules.lists, *rules.norms, *(each.name for each in asked(rules))}

    assert set() == (blocks | given) - set(ids)
    assert len(ids) == len(set(ids))


@every_ruleset
def test_every_link_leads_somewhere_on_the_page_or_to_the_law_or_a_court(path: Path) -> None:
    page = shown(path)
    ids = {f"#{each.attributes['id']}" for each in page.all() if "id" in each.attributes}
    elsewhere = {each.attributes["href"] for each in page.all("a")} - ids

    assert set() == {urlsplit(each)[:2] for each in elsewhere} - {("https", host) for host in HOSTS}


@every_ruleset
def test_every_criterion_tells_its_requirement_source_and_room(path: Path) -> None:
    rules, page = rules_of(path), shown(path)
    for each in rules.criteria.values():
        told = page.section(each.name)
        heading, *_ = told.all("h3")
        terms = [term.text for term in told.all("dt")]

        assert readable(each.name) == heading.text.lower()
        assert each.source in told.text
        assert {"Eis", "Bron", "Staat in", "Ruimte"} <= set(terms)


@every_ruleset
def test_every_fact_tells_its_question_who_answers_and_its_privacy(path: Path) -> None:
    rules, page = rules_of(path), shown(path)
    privacy = {"derde": "over iemand anders"}
    for each in asked(rules):
        cells = [cell.text for cell in page.with_id(each.name).all("td")]

        named = re.sub(r"\{(\w+)\}", lambda name: f"[{readable(name[1])}]", each.question.nl)

        assert named == cells[0]
        assert ", ".join(map(readable, each.who)) == cells[2]
        assert privacy.get(each.privacy, each.privacy) == cells[4]


@every_ruleset
def test_every_purpose_names_the_criteria_that_serve_it(path: Path) -> None:
    rules, page = rules_of(path), shown(path)
    for each in rules.purposes.values():
        serving = [one.name for one in rules.criteria.values() if each.name in one.serves]
        links = [link.attributes["href"].removeprefix("#") for link in page.section(each.name).all("a")]

        assert serving == links


@every_ruleset
def test_every_ground_tells_its_rung_and_the_criteria_it_fits(path: Path) -> None:
    rules, page = rules_of(path), shown(path)
    part = page.section("section-grounds")
    for each in rules.grounds.values():
        fitting = [one.name for one in rules.criteria.values() if one.kind != "kenmerk" and fits(each, one)]
        told = part.section(each.name) if fitting else part.with_id(each.name)
        links = [link.attributes["href"].removeprefix("#") for link in told.all("a")]

        assert fitting == [link for link in links if link in rules.criteria]
        assert re.search(rf"\b{each.rung}: ", told.text)
        assert each.article in told.text


@every_ruleset
def test_every_example_is_there_with_whether_it_holds(path: Path) -> None:
    rows = [row for row in shown(path).section("section-examples").all("tr") if list(row.all("td"))]

    assert [each.name for each in rules_of(path).examples] == [next(row.all("th")).text for row in rows]
    assert {"klopt"} == {list(row.all("td"))[-1].text for row in rows}


@every_ruleset
def test_every_cliff_tells_the_limit_just_over_it_and_the_loss(path: Path) -> None:
    found = cliffs(rules_of(path)).found
    rows = [list(row.all("td")) for row in shown(path).section("section-steps").all("tr")]
    told = [tuple(cell.text for cell in cells[:3]) for cells in rows if cells]

    assert [(each.better, each.worse) for each in found] == [cells[:2] for cells in told]
    assert ["€" if each.loss else "g" for each in found] == [cells[2][0] for cells in told]  # or: geen geld


@every_ruleset
def test_every_doubt_is_told(path: Path) -> None:
    rules = rules_of(path)
    told = shown(path).section("section-doubts").text

    assert [] == [doubt for doubt in marked(rules).values() if " ".join(doubt.split()) not in told]
    assert [] == [each.why.nl for each in rules.open_norms.values() if each.why.nl not in told]


@every_ruleset
def test_both_hashes_are_there(path: Path) -> None:
    rules = rules_of(path)
    told = shown(path).section("section-identity").text

    assert rules.identity.rules_hash in told
    assert rules.identity.text_hash in told


@every_ruleset
@pytest.mark.parametrize("lang", ["nl", "en"])
def test_the_page_stands_alone_and_its_headings_are_in_order(path: Path, lang: str) -> None:
    text, page = text_of(path, lang), shown(path, lang)
    levels = [int(each.tag[1]) for each in page.all("h1", "h2", "h3", "h4")]
    tables = list(page.all("table"))

    assert [] == re.findall(r"<script|<link|<img|<iframe|src=|url\(|@import", text)
    assert [lang] == [each.attributes["lang"] for each in page.all("html")]
    assert 1 == levels.count(1)
    assert [] == [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1]
    assert len(tables) == len([each for each in page.all("caption") if each.text])
    assert {"col", "row"} == {each.attributes["scope"] for each in page.all("th")}


@every_ruleset
def test_the_same_ruleset_gives_the_same_bytes(path: Path) -> None:
    assert text_of(path) == html(load_ruleset(path), None, "nl")


def test_a_draft_says_so_and_an_adopted_ruleset_by_which_decision() -> None:
    rules = rules_of(SHIPPED[0])
    adoption = Adoption(
        ruleset=rules.id,
        valid_from=rules.header.valid_from,
        rules_hash=rules.identity.rules_hash,
        text_hash=rules.identity.text_hash,
        drafted_by="rsmit",
        adopted_by="mbos",
        decision="B&W nr. 7",
        published="gmb-1",
        on=date(2026, 1, 13),
        answers={},
    )
    draft, adopted = (next(read(html(rules, each, "nl")).all("header")).text for each in (None, adoption))

    assert "Concept. Met deze regels kunt u toetsen, niet besluiten." in draft
    assert "Vastgesteld op 13 januari 2026. Besluit: B&W nr. 7. Bekendgemaakt: gmb-1." in adopted


MARKS = "<b onclick=x>&amp;'\"{{{{"
HOSTILE = f"""
> Q{MARKS}
> — S{MARKS}

### Bedoeling: doel
- tekst: D{MARKS}
- bron: E{MARKS}
- nagaan: N{MARKS}

| gegeven | soort | vraag | herkomst | wie | privacy |
|---------|-------|-------|----------|-----|---------|
| ja_of_nee | ja_nee | V{MARKS} | H{MARKS} | inwoner | gewoon |

### Voorwaarde: eis
- eis: ja_of_nee
- bron: R{MARKS}
- dient: doel
- niet_voldaan: W{MARKS}

### Uitkomst: goed
- als: eis
- soort: toekenning
- tekst: U{MARKS}

### Uitkomst: slecht
- als: niet eis
- nagaan: X{MARKS}

### Uitzondering: anders_dan_anders
- op: eis
- grond: eigen
- zeg: Z{MARKS}

### Grond: eigen
- artikel: A{MARKS}
- op: eis
- toets: O{MARKS}

## Voorbeelden

| geval | dag | ja_of_nee | => uitkomst |
|-------|-----|-----------|-------------|
| G<b>  | 2026-03-02 | ja | goed |
"""


def hostile(text: str) -> Ruleset:
    """The ruleset with marks in its front matter too."""
    front = whole(text).replace("titel: Een kleine regelset", f"titel: T{MARKS}").replace("het college", f"B{MARKS}")
    found = read_text(front, "klein/2026-01-01.md", shipped()).ruleset
    assert found
    return found


def test_marks_in_a_ruleset_are_text_and_are_escaped_once() -> None:
    text = html(hostile(HOSTILE), None, "nl")
    page = read(text)
    plain = {f"{letter}<b onclick=x>&amp;'\"" for letter in "TBQSDENVHRWUXZAO"}

    assert [] == list(page.all("b"))
    assert "&amp;lt;" not in text
    assert [] == sorted(each for each in plain if each not in page.text)
    assert "G<b>" in page.text


def test_an_example_that_does_not_hold_says_what_was_found() -> None:
    wrong = HOSTILE.replace("| G<b>  | 2026-03-02 | ja | goed |", "| fout | 2026-03-02 | nee | goed |")
    told = read(html(hostile(wrong), None, "nl")).section("section-examples").text

    assert "1 voorbeelden, waarvan er 0 kloppen." in told
    assert "klopt niet; uitkomst: verwacht goed, berekend slecht" in told


def in_dutch(page: Element) -> list[str]:
    return [each.text for each in page.all() if each.attributes.get("lang") == "nl"]


@every_ruleset
def test_an_english_page_says_of_each_name_of_a_block_that_it_is_dutch(path: Path) -> None:
    rules, page = rules_of(path), shown(path, "en")
    names = [*rules.purposes, *rules.outcomes, *rules.criteria, *rules.exceptions, *rules.consequences]

    assert [] == [name for name in names if readable(name).capitalize() not in in_dutch(page.section(name))]
    assert [] == [each.text for each in page.all("blockquote") if each.attributes.get("lang") != "nl"]


def is_told(text: str, page: str) -> bool:
    """Whether a page has a text; where a value is filled in it has the name of that instead."""
    return all(part.strip() in page for part in re.split(r"\{\w+\}", text))


@every_ruleset
def test_an_english_page_has_the_english_text_where_there_is_one_and_says_it_is_dutch_where_not(path: Path) -> None:
    rules, page = rules_of(path), shown(path, "en")
    told = {name: (each.text.nl, each.text.en, page.section(name)) for name, each in rules.purposes.items()}
    told |= {name: (each.text.nl, each.text.en, page.section(name)) for name, each in rules.consequences.items()}

    assert [] == [name for name, (_, en, shown_) in told.items() if en and not is_told(en, shown_.text)]
    assert [] == [name for name, (nl, en, shown_) in told.items() if not en and nl not in in_dutch(shown_)]


@every_ruleset
def test_a_dutch_page_marks_nothing(path: Path) -> None:
    assert [each.tag for each in shown(path).all() if "lang" in each.attributes] == ["html"]


def test_a_calculation_with_english_words_is_named_by_them_on_an_english_page() -> None:
    path = shipped() / "bijstand-giften" / "2026-01-01.md"
    page = shown(path, "en")

    assert ("Everything added up", "Samen") == (page.with_id("samen").text, shown(path).with_id("samen").text)
    links = [each.text.strip("[]") for each in page.all("a") if each.attributes["href"] == "#samen"]
    assert {"everything added up"} == set(links)
