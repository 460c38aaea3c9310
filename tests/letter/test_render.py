"""Three layouts with the same words; nothing that a person filled in becomes a mark, a tag or a program."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from jinja2 import UndefinedError
from markdown_it import MarkdownIt

from maatwerk.api import load_ruleset
from maatwerk.basics.errors import LetterIncomplete
from maatwerk.basics.text import part
from maatwerk.letter import write_letter
from maatwerk.letter.control import Control, control_of
from maatwerk.letter.formats.text import FORMATS, WIDTH, render
from maatwerk.letter.model import Letter, Paragraph, Section
from maatwerk.ruleset.library import shipped
from tests.letter.made import SENDER, SENT, granted_exception, laptop_exception, letter_for, refusal, sportpas

LAPTOP = load_ruleset(shipped() / "laptop-minimaregeling" / "2026-01-01.md")
HOSTILE = [
    "{{7*7}}",
    "{% for x in y %}",
    "<script>alert(1)</script>",
    "{{ naam|safe }}",
    "<img src=file:///etc/passwd>",
    "<link rel=attachment href=file:///etc/passwd>",
    "<style>@import 'http://x.example'</style>",
    "<svg><image href=http://x.example></svg>",
    "\N{GRINNING FACE}",
    '"><a href="javascript:x">',
    "&lt;b&gt;",
    "**vet** _schuin_ `code` [x](http://x.example)",
    "# Kop",
    "- lijst",
    "1. eerst",
    "Łukasz Ğülşen",
    "محمد",
    "a\\b",
    "~~weg~~ | cel |",
]


class Words(HTMLParser):
    """The text and the tags of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.text: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.hidden = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self.hidden = tag in {"style", "title"}

    def handle_endtag(self, tag: str) -> None:
        self.hidden = self.hidden and tag not in {"style", "title"}

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.text.append(data)


def page(html: str) -> Words:
    parser = Words()
    parser.feed(html)
    return parser


def shown_words(letter: Letter, form: str) -> str:
    """The letter as a reader sees it, with single blanks."""
    if form == "html":
        text = " ".join(page(render(letter, "html")).text)
    elif form == "md":
        text = " ".join(page(MarkdownIt().render(render(letter, "md"))).text)
    else:
        head, greeting, body = render(letter, "txt").partition("\nBeste ")
        text = head + greeting + re.sub(r"(?m)^- ", "", body)
    return " ".join(text.split())


def named(name: str) -> Letter:
    return letter_for(granted_exception(resident={"name": name, "salutation": "inwoner", "address": ["Dorpsstraat 0"]}))


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_is_printed_literally_once(form: str, name: str) -> None:
    letter = named(name)
    assert shown_words(letter, form).count(name) == 1


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_adds_no_tag(name: str) -> None:
    def tags(letter: Letter) -> list[str]:
        return [tag for tag, _ in page(render(letter, "html")).tags]

    assert tags(named(name)) == tags(named("Gewoon"))
    as_marks = [MarkdownIt().render(render(named(each), "md")) for each in (name, "Gewoon")]
    assert [tag for tag, _ in page(as_marks[0]).tags] == [tag for tag, _ in page(as_marks[1]).tags]


def test_a_line_break_in_reasons_makes_no_heading_and_no_list() -> None:
    forged = granted_exception(reasons="Dat is zo.\n\n# Kop\n- punt\u2028Ons besluit\r\nNee.")
    text = render(letter_for(forged))
    assert "Dat is zo. # Kop - punt Ons besluit Nee." in " ".join(text.split())
    assert [line for line in text.splitlines() if line in {"# Kop", "- punt", "Ons besluit"}] == []


def test_a_very_long_name_stays_whole() -> None:
    name = "Q" * 300
    for form in FORMATS:
        assert shown_words(named(name), form).count(name) == 1


def test_all_layouts_show_the_same_words() -> None:
    for made in (granted_exception(), refusal("wet_verbiedt")):
        letter = letter_for(made)
        body = {form: shown_words(letter, form) for form in FORMATS}
        start = {form: text.index("Beste mevrouw") for form, text in body.items()}
        assert len({text[start[form] :] for form, text in body.items()}) == 1


def test_the_page_stands_alone_and_is_accessible() -> None:
    html = render(letter_for(granted_exception()), "html")
    found = page(html)
    tags = [tag for tag, _ in found.tags]
    assert html.startswith("<!doctype html>")
    assert dict(found.tags)["html"] == {"lang": "nl", "dir": "ltr"}
    assert [tags.count(tag) for tag in ("title", "main", "h1", "script", "link", "img", "iframe")] == [
        1,
        1,
        1,
        0,
        0,
        0,
        0,
    ]
    assert re.search(r"\bsrc=|url\(|@import|https?:", html) is None
    headings = [tag for tag in tags if re.fullmatch("h[1-6]", tag)]
    assert headings == ["h1"] + ["h2"] * (len(headings) - 1)
    labels = [attributes["aria-labelledby"] for tag, attributes in found.tags if tag == "section"]
    ids = [attributes["id"] for _, attributes in found.tags if "id" in attributes]
    assert labels == ids
    assert len(set(ids)) == len(ids)


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_text_stands_out_from_its_background() -> None:
    html = render(letter_for(granted_exception()), "html")
    colours = dict(re.findall(r"--nl-(text|background|accent): (#[0-9a-f]{6});", html))
    light = luminance(colours["background"]) + 0.05
    assert all(light / (luminance(colours[name]) + 0.05) >= 7 for name in ("text", "accent"))


def test_a_letter_is_the_same_every_time() -> None:
    for form in FORMATS:
        texts = {write_letter("2026-0413", granted_exception(), sportpas(), SENDER, SENT, form=form) for _ in range(3)}
        assert len(texts) == 1


def test_a_layout_with_a_name_that_is_not_there_fails() -> None:
    from maatwerk.letter.formats.text import _environment

    with pytest.raises(UndefinedError):
        _environment().from_string("{{ nothing_of_the_kind }}").render()


def test_both_languages_have_the_same_texts() -> None:
    dutch, english = part("letter", "nl"), part("letter", "en")
    assert set(dutch) == set(english)
    places = {
        key: {lang: sorted(re.findall(r"{(\w+)}", texts[key])) for lang, texts in (("nl", dutch), ("en", english))}
        for key in dutch
    }
    assert [key for key, found in places.items() if found["nl"] != found["en"]] == []


def test_the_control_counts_and_explains_the_last_day() -> None:
    found = control_of(letter_for(granted_exception()))
    assert found.words == len(render(letter_for(granted_exception())).split())
    assert found.last_day == "7 april"
    assert found.text().splitlines()[-1] == "Dit is geen bewijs dat iedereen de brief begrijpt."
    assert "3 april is Goede Vrijdag" in found.text()
    assert "6 april is Tweede Paasdag" in " ".join(found.text().split())
    assert max(len(line) for line in found.text().splitlines()) <= WIDTH


def test_the_control_points_at_what_can_be_clearer() -> None:
    long = " ".join(["woord"] * 21) + "."
    letter = letter_for(granted_exception())
    extra = Section("wat_nu", "Wat nu?", (Paragraph(f"Kort. {long}"),))
    longer = replace(letter, sections=(extra, *letter.sections))
    before, found = control_of(letter).issues, control_of(longer)
    ((line, issue),) = [each for each in found.issues if each[1].code == "zin-lang"]
    assert len(found.issues) == len(before) + 1
    assert render(longer).splitlines()[line - 1].startswith("Kort. woord")
    assert " ".join(issue.text.split()) == long
    assert f"- regel {line}: ‘woord" in found.text()
    assert "Deze zin heeft 21 woorden." in " ".join(found.text().split())


def test_no_issue_no_skipped_day() -> None:
    assert Control(10, (), "4 januari", ()).text().splitlines() == [
        "Controle: alle verplichte delen staan erin. 10 woorden. De taal voldoet aan",
        "onze schrijfregels.",
        "Dit is geen bewijs dat iedereen de brief begrijpt.",
    ]


def dutch_words(letter: Letter) -> list[str]:
    return re.findall(r'<span lang="nl">(.*?)</span>', render(letter, "html"))


def test_words_that_stay_dutch_in_an_english_letter_are_marked_as_dutch() -> None:
    found = dutch_words(letter_for(laptop_exception(), lang="en", rules=LAPTOP))

    assert found[:2] == [
        "Uw inkomen is € 9,00 te hoog. Dat komt door vakantiegeld. Uw kind heeft de laptop nu nodig.",
        "De € 9 is vakantiegeld.",
    ]
    assert {"Beleidsregel laptop, artikel 1", "Awb, artikel 4:84", "teamleider Inkomen"} <= set(found)


def test_a_dutch_letter_marks_nothing() -> None:
    assert dutch_words(letter_for(granted_exception())) == []
    assert letter_for(granted_exception()).dutch == ()


def test_a_choice_without_english_words_is_missing_in_an_english_letter() -> None:
    home = LAPTOP.facts["huishouden"]
    dutch = replace(LAPTOP, facts={**LAPTOP.facts, home.name: replace(home, type=replace(home.type, english=()))})

    with pytest.raises(LetterIncomplete) as incomplete:
        letter_for(laptop_exception(), lang="en", rules=dutch)
    ((where, what),) = incomplete.value.missing
    assert where == "feiten"
    assert what.startswith("bij `huishouden` staan geen Engelse woorden")
    assert "Alleenstaand" in render(letter_for(laptop_exception(), rules=dutch))


def test_what_is_recorded_of_the_language_holds_no_words() -> None:
    letter = letter_for(granted_exception())
    extra = Section("wat_nu", "Wat nu?", (Paragraph("Derhalve betaalt u. Derhalve belt u. Het wordt gedaan."),))
    found = control_of(replace(letter, sections=(extra, *letter.sections))).counts
    assert (found["ambtelijk"], found["lijdende-vorm"]) == (2, 1)
