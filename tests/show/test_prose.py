"""The free prose of a ruleset on its page: as text, and only the law and the courts as links."""

from __future__ import annotations

import pytest

from maatwerk.bench.show import prose
from maatwerk.bench.show.page import html
from maatwerk.bench.show.reader import Reader
from maatwerk.pages.model import Bullets, Item, Outside, Paragraph, plain
from maatwerk.ruleset.library import shipped
from maatwerk.ruleset.model import Ruleset
from maatwerk.ruleset.reading import read_text
from tests.findings.small import whole
from tests.show.reading import read

LAW = "https://wetten.overheid.nl/BWBR0015703/2026-01-01#Artikel35"
RULES = """
Zo begint het, en **dit** is *echt*
verzonnen.

- een
  punt
- nog een

## Twijfel

1. Klopt dit?
2. En dit?

### Voorwaarde: op_tijd

- eis: dag <= 2026-03-01

## Bronnen

- De wet: {source}

### Uitkomst: geld
- als: op_tijd
- soort: toekenning

### Uitkomst: geen_geld
- als: niet op_tijd
"""


def ruleset(source: str) -> Ruleset:
    text = whole(RULES.format(source=source))
    reading = read_text(text, "klein/2026-01-01.md", library=shipped())
    assert reading.ruleset, reading.problems
    return reading.ruleset


def test_prose_stands_under_its_own_headings_without_the_keys_of_blocks() -> None:
    made = prose.about(Reader(ruleset("–"), "nl"))

    assert made
    assert made.heading == "Over deze regelset"
    (below,) = [each for each in made.sections if each.heading == "Bij ‘Twijfel’"]
    assert (Paragraph(("1. Klopt dit?",)), Paragraph(("2. En dit?",))) == below.blocks
    assert "eis" not in str(made)


def test_lines_are_joined_and_the_marks_of_markdown_are_gone() -> None:
    made = prose.about(Reader(ruleset("–"), "nl"))

    assert made
    blocks = [*made.blocks, *(block for each in made.sections for block in each.blocks)]
    assert Paragraph(("Zo begint het, en dit is echt verzonnen.",)) in blocks
    assert Bullets((Item(("een punt",)), Item(("nog een",)))) in blocks


@pytest.mark.parametrize(
    ("written", "url"),
    [
        (f"<{LAW}>", LAW),
        (f"[artikel 35]({LAW}).", LAW),
        ("https://lokaleregelgeving.overheid.nl/CVDR704876/1.", "https://lokaleregelgeving.overheid.nl/CVDR704876/1"),
        (
            "`jci1.3:c:BWBR0015703&artikel=35&z=2026-01-01&g=2026-01-01` (gelezen)",
            "https://wetten.overheid.nl/jci1.3:c:BWBR0015703&artikel=35&z=2026-01-01&g=2026-01-01",
        ),
        ("ECLI:NL:RVS:2022:285.", "https://deeplink.rechtspraak.nl/uitspraak?id=ECLI:NL:RVS:2022:285"),
    ],
)
def test_the_law_and_a_court_can_be_followed(written: str, url: str) -> None:
    assert [url] == links(written)


@pytest.mark.parametrize(
    "written",
    [
        "<https://voorbeeld.example/wet>",
        "http://wetten.overheid.nl/BWBR0015703",
        "https://wetten.overheid.nl.voorbeeld.example/",
        "https://iemand@voorbeeld.example/wetten.overheid.nl",
        "https://wetten.overheid.nl:81/",
        "[wetten.overheid.nl](https://voorbeeld.example/)",
        "javascript:alert(1)",
        "ECLI:EU:C:2014:317",
    ],
)
def test_any_other_address_stays_text(written: str) -> None:
    assert [] == links(written)


def links(written: str) -> list[str]:
    made = prose.sources(Reader(ruleset(written), "nl"))
    assert made
    (bullets,) = made.blocks
    assert isinstance(bullets, Bullets)
    return [word.url for item in bullets.items for word in item.words if isinstance(word, Outside)]


def test_an_address_is_always_shown_as_it_is() -> None:
    made = prose.sources(Reader(ruleset(f"[artikel 35]({LAW})"), "nl"))

    assert made
    assert isinstance(made.blocks[0], Bullets)
    assert f"De wet: artikel 35 ({LAW})" == plain(made.blocks[0].items[0].words)


def test_tags_in_prose_are_words_on_the_page() -> None:
    page = read(html(ruleset("<b onclick=x>vet</b> & <script>"), None, "nl"))

    assert "De wet: <b onclick=x>vet</b> & <script>" in page.section("section-sources").text
    assert [] == list(page.all("script", "b"))


def test_prose_is_marked_as_dutch_on_an_english_page() -> None:
    page = read(html(ruleset("de tekst van 2026"), None, "en"))

    (item,) = page.section("section-sources").all("li")
    assert [("De wet: de tekst van 2026", "nl")] == [(each.text, each.attributes["lang"]) for each in item.all("span")]
