"""What the words of the language mean, and what a code means: as Markdown for a hover."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from maatwerk.basics.text import language, say
from maatwerk.expressions.functions import FUNCTIONS
from maatwerk.ruleset.example_cells import what_and_after
from maatwerk.ruleset.front_matter import KEYS
from maatwerk.ruleset.kinds import CHECK, KINDS, SETTINGS
from maatwerk.ruleset.meanings import all_meanings, meanings

if TYPE_CHECKING:
    from maatwerk.basics.problems import Problem
    from maatwerk.ruleset.kinds import Key, Kind

_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_SECTION = re.compile(r"^### (?P<code>M\d{3})\n(?P<body>.*?)(?=^### M\d{3}$|^## |\Z)", re.MULTILINE | re.DOTALL)
_SAID = re.compile(r"^> (?:Probleem|Opmerking): .*$", re.MULTILINE)
_SLOT = re.compile(r"^```\w.*$", re.MULTILINE)
_PAGE = "meldingen.md"
_FUNCTION, _QUESTION = "functie", "lijstvraag"
_RESULT = "een resultaat na een uitzondering"
_CHOOSE = "als … dan … anders …"
_ROW_OF = {  # the row of the reference that a word of expressions stands in, where that is more than the word alone
    "als": _CHOOSE, "dan": _CHOOSE, "anders": _CHOOSE, "bekend": "is bekend", "op": "norm op datum",
    "bij": "norm bij sleutel",
}  # fmt: skip


def kind_named(name: str) -> Kind | None:
    """The kind of block with this name."""
    return SETTINGS if name == SETTINGS.name else KINDS.get(name)


def key_of(kind: str, name: str) -> Key | None:
    """The key of a kind of block with this name (or its English twin); of the front matter where the kind is empty."""
    found = kind_named(kind)
    if found is None:
        return None if kind else KEYS.get(name)
    return CHECK if name == CHECK.name else found.key(name)


def plain(text: str) -> str:
    """A meaning without its links: they only work on its page."""
    return _LINK.sub(r"\1", text)


def of_kind(name: str) -> str:
    """What a kind of block is; empty for an unknown one."""
    found = kind_named(name)
    return plain(all_meanings()["blok"][found.name]["is"]) if found else ""


def of_key(kind: str, key: Key) -> str:
    """What a key means. `kind` is empty for the front matter."""
    if key is CHECK:
        return plain(meanings("elk_blok")[key.name])
    return plain((meanings("blok", kind, "sleutel") if kind else meanings("voorkant")).get(key.name, ""))


def of_option(kind: str, key: str, option: str) -> str:
    """What a fixed word means as the value of a key; empty for any other word."""
    found = meanings("keuze", kind or "voorkant", key).get(option)
    return f"**{option}** · {plain(found)}" if found else ""


def of_column(table: str, column: str) -> str:
    """What a column of a table means."""
    told = meanings("kolom", table)
    if column.startswith("=>"):
        name = column.removeprefix("=>").strip()
        expected = meanings("verwacht")
        if what_and_after(name)[1]:
            return plain(expected[_RESULT])
        return plain(expected.get(name, expected["een berekening of voorwaarde"]))
    if column in meanings("zaak"):
        return plain(meanings("zaak")[column])
    return plain(told.get(column, told.get("een gegeven", "")))


def of_word(word: str) -> str:
    """What a function, a question about a list or a word of expressions means; empty for any other word."""
    for table in (_FUNCTION, _QUESTION):
        if word in meanings(table):
            return f"`{form_of(word)}`\n\n{plain(meanings(table)[word])}"
    return plain(meanings("woord").get(_ROW_OF.get(word, word), ""))


def form_of(name: str) -> str:
    """How a function or a question about a list is written: `afronden(waarde; stap)`."""
    table = _FUNCTION if name in FUNCTIONS else _QUESTION
    return meanings(f"{table}_zo").get(name, name)


def of_problem(found: Problem) -> str:
    """A problem with its suggestion, and the part of the reference about its code."""
    kind = say("editor.remark" if found.warning else "editor.problem")
    lines = [f"**{found.code}** · {kind}: {found.text(language())}"]
    if found.hint:
        lines.append(say("cli.rules.meant", hint=found.hint))
    section = _sections().get(found.code, "")
    if section:
        lines.append(say("editor.example_of", code=found.code) + "\n\n" + section)
    return "\n\n".join(lines)


@cache
def _sections() -> dict[str, str]:
    """The reference by code: what it is about and a text that causes it. Its message stands above it already."""
    page = _page().read_text(encoding="utf-8")
    return {found["code"]: _section(found["body"]) for found in _SECTION.finditer(page)}


def _section(body: str) -> str:
    return re.sub(r"\n{3,}", "\n\n", _SLOT.sub("```text", _SAID.sub("", body))).strip()


def _page() -> Path:
    """The page that comes with maatwerk: inside the installed package, or beside the source."""
    inside = Path(str(resources.files("maatwerk"))) / _PAGE
    return inside if inside.is_file() else Path(__file__).resolve().parents[3] / "docs" / "naslag" / _PAGE
