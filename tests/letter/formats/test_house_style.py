"""The house style: one CSS file and a logo, which never fetch anything and never make a letter hard to read."""

from __future__ import annotations

from pathlib import Path

import pytest

from maatwerk.basics.errors import OrganisationError
from maatwerk.letter.formats.css import read_css
from maatwerk.letter.formats.style import style_of
from maatwerk.letter.formats.text import render
from maatwerk.organisation.folder import Organisation
from tests.letter.made import granted_exception, letter_for

LETTER = letter_for(granted_exception())
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20"/></svg>'


def organisation(folder: Path, lines: str) -> Organisation:
    made = Organisation.create(folder, demo=True)
    settings = folder / "maatwerk.toml"
    settings.write_text(settings.read_text(encoding="utf-8") + "\n[letter]\n" + lines, encoding="utf-8")
    return made


def test_its_colours_come_through_everywhere_and_its_rules_in_the_page(tmp_path: Path) -> None:
    (tmp_path / "stijl.css").write_text(":root { --nl-accent: #005A2B; }\nh1 { text-transform: none; }\n")
    style = style_of(organisation(tmp_path, 'css = "stijl.css"\n'))
    assert style.colour("accent") == "#005a2b"
    assert style.colour("text") == "#1a1a1a"
    assert "h1 { text-transform: none; }" in render(LETTER, "html", style)


def test_a_logo_lies_inside_the_page_with_its_words(tmp_path: Path) -> None:
    (tmp_path / "logo.svg").write_text(SVG)
    html = render(LETTER, "html", style_of(organisation(tmp_path, 'logo = "logo.svg"\nlogo_alt = "Wapen"\n')))
    assert '<img src="data:image/svg+xml;base64,' in html
    assert 'alt="Wapen">' in html


FAULTY_CSS = {
    "@import 'http://x.example/a.css';": "regel 1",
    "h1 {}\nbody { background: url(http://x.example) }": "regel 2",
    "body { background: u\\72l(http://x.example) }": "regel 1",
    'body { background: image-set("x.png" 1x) }': "regel 1",
    "@media print { h1 { background: url(x.png) } }": "regel 1",
    "@font-face { font-family: x; src: local(x) }": "regel 1",
    "/* </style><script>alert(1)</script> */": "regel 1",
    "h1 {}\n}": "geldige CSS",
    ":root { --nl-accent: hotpink; }": "#rrggbb",
    ":root {\n  --nl-text: #cccccc;\n}": "regel 2.*te licht",
}


@pytest.mark.parametrize(("css", "told"), FAULTY_CSS.items(), ids=FAULTY_CSS.keys())
def test_a_style_that_fetches_breaks_or_fades_is_refused_at_its_line(css: str, told: str) -> None:
    with pytest.raises(OrganisationError, match=told):
        read_css(css.encode())


def test_a_style_that_is_no_text_is_refused() -> None:
    with pytest.raises(OrganisationError, match="geen tekst"):
        read_css(b"\xff\xfe")


FAULTY_SETTINGS = {
    'css = "er-niet.css"': "er-niet.css kan niet gelezen worden",
    'logo = "logo.gif"': "logo.gif is geen plaatje",
    'logo = "er-niet.png"': "er-niet.png kan niet gelezen worden",
    'logo = "groot.png"': "groot.png is te groot",
    "address_window = { left = 500 }": "'left' moet een heel aantal millimeters zijn van 0 tot en met 120",
    "address_window = { links = 20 }": "'links' kennen wij niet",
    'kleur = "rood"': "'kleur' kennen wij niet",
}


@pytest.mark.parametrize(("lines", "told"), FAULTY_SETTINGS.items(), ids=FAULTY_SETTINGS.keys())
def test_a_setting_that_cannot_be_used_is_told(tmp_path: Path, lines: str, told: str) -> None:
    (tmp_path / "groot.png").write_bytes(b"x" * 600_000)
    with pytest.raises(OrganisationError, match=told):
        style_of(organisation(tmp_path, lines + "\n"))
