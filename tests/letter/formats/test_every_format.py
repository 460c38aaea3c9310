"""The formats side by side: the same words in each, whatever a person filled in, and nothing from outside."""

from __future__ import annotations

import subprocess
import sys
from io import BytesIO
from pathlib import Path

import docx as python_docx
import pytest

from maatwerk.letter.formats import FORMATS, document
from maatwerk.letter.formats.style import PLAIN
from maatwerk.letter.model import Bullets, Letter
from tests.letter.formats.pdfs import words
from tests.letter.made import granted_exception, letter_for, refusal

HOSTILE = [
    "{{7*7}}",
    "{% for x in y %}",
    "<script>alert(1)</script>",
    '#read("/etc/passwd")',
    "#let x = 1; $x^2$ *vet* _schuin_ @bron",
    "a\\b `code` [x](http://x.example)",
    "# Kop - lijst",
    "Łukasz Ğülşen",
    "Q" * 300,
    "&lt;b&gt; & co",
]
RIGHT_TO_LEFT = ["محمد", "יוסף"]


def text_of(letter: Letter, form: str) -> str:
    """What a reader sees of a letter as PDF or Word, with single blanks."""
    made = document(letter, form, PLAIN)  # type: ignore[arg-type]
    if form == "pdf":
        return words(made)
    return " ".join(" ".join(each.text for each in python_docx.Document(BytesIO(made)).paragraphs).split())


def named(name: str) -> Letter:
    resident = {"name": name, "salutation": "inwoner", "address": ["Dorpsstraat 0"]}
    return letter_for(granted_exception(resident=resident))


@pytest.mark.parametrize("form", ["pdf", "docx"])
@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_is_printed_literally_once(form: str, name: str) -> None:
    shown = text_of(named(name), form)
    # A PDF knows places on paper, not blanks: a word that is broken over lines has none in it.
    assert shown.replace(" ", "").count(name.replace(" ", "")) == 1


@pytest.mark.parametrize("name", RIGHT_TO_LEFT)
def test_a_name_from_right_to_left_is_there_once(name: str) -> None:
    assert text_of(named(name), "docx").count(name) == 1
    shown = text_of(named(name), "pdf")
    assert shown.count(name) + shown.count(name[::-1]) == 1


def test_a_line_break_in_a_name_or_in_reasons_makes_no_heading_and_no_list() -> None:
    forged = letter_for(granted_exception(reasons="Dat is zo.\n\n# Kop\n- punt\u2028Ons besluit\r\nNee."))
    for form in ("pdf", "docx"):
        assert "Dat is zo. # Kop - punt Ons besluit Nee." in text_of(forged, form)


@pytest.mark.parametrize("made", [granted_exception(), refusal("wet_verbiedt")], ids=["exception", "refusal"])
def test_word_and_paper_have_all_words_in_the_same_order(made: object) -> None:
    letter = letter_for(made)  # type: ignore[arg-type]
    texts = [
        text
        for section in letter.sections
        for text in (section.heading, *(each for block in section.blocks for each in _texts(block)))
    ]
    for form in ("pdf", "docx"):
        shown, at = text_of(letter, form), 0
        for text in texts:
            at = shown.index(" ".join(text.split()), at)


def _texts(block: object) -> tuple[str, ...]:
    return block.items if isinstance(block, Bullets) else (block.text,)  # type: ignore[attr-defined]


WATCHED = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from maatwerk.basics.templates import TEMPLATES
from maatwerk.letter.formats import FORMATS, document
from maatwerk.letter.formats.style import PLAIN
from tests.letter.made import granted_exception, letter_for
letter = letter_for(granted_exception())
for form in FORMATS:  # what is loaded once, is loaded now
    document(letter, form, PLAIN)
from maatwerk.letter.formats import pdf, text
pdf._compiler.cache_clear()
text._environment.cache_clear()
seen = []
libraries = tuple(str(Path(path)) for path in {sys.prefix, sys.base_prefix, *sys.path[1:]} if path)
def hook(event, arguments):
    if event.startswith("socket."):
        seen.append(event)
    if event == "open" and isinstance(arguments[0], str):
        path = Path(arguments[0]).resolve()
        if not path.is_relative_to(TEMPLATES) and not str(path).startswith(libraries):
            seen.append(str(path))
sys.addaudithook(hook)
for form in FORMATS:
    document(letter, form, PLAIN)
print(seen)
"""


def test_no_format_opens_a_socket_or_a_file_of_others() -> None:
    """What Python opens is watched. Typst opens files by itself, and only under the root it is given: our templates."""
    root = Path(__file__).parents[3]
    done = subprocess.run(
        [sys.executable, "-c", WATCHED, str(root)], capture_output=True, text=True, check=False, cwd=root
    )
    assert (done.stdout, done.stderr) == ("[]\n", "")


def test_every_format_gives_the_same_bytes_twice() -> None:
    letter = letter_for(granted_exception())
    for form in FORMATS:
        assert document(letter, form, PLAIN) == document(letter, form, PLAIN)
