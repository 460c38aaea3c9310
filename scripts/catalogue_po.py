"""The catalogue for translators: TOML to gettext (.po) and back, so that any translation program can be used.

    python -m scripts.catalogue_po out ar FOLDER    FOLDER/letter.po and the others: Dutch, and what there is in `ar`
    python -m scripts.catalogue_po in ar FOLDER     src/maatwerk/catalogue/ar/*.toml, of what was translated

A text is known by its key (`msgctxt`), so that the same Dutch words may have two translations.
"""

from __future__ import annotations

import sys
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from maatwerk.basics import text

SOURCE = text.LANGUAGES[0]
EMPTY = "(leeg)"
"""Stands for a text that is empty in Dutch: an empty `msgid` is the header of a .po."""


def to_po(name: str, lang: str) -> bytes:
    """A part of the catalogue as .po: the Dutch texts, each with its translation where there is one."""
    translated = text.part(name, lang) if (text.CATALOGUE / lang / f"{name}.toml").exists() else {}
    catalog = Catalog(locale=lang, project="maatwerk", fuzzy=False)
    for key, dutch in text.part(name, SOURCE).items():
        catalog.add(dutch or EMPTY, translated.get(key, ""), context=key)
    out = BytesIO()
    write_po(out, catalog, width=0)
    return out.getvalue()


def from_po(content: bytes) -> dict[str, str]:
    """The translations by key; what was not translated is left out."""
    catalog = read_po(BytesIO(content))
    return {str(each.context): str(each.string) for each in catalog if each.context and each.string}


def as_toml(texts: dict[str, str]) -> str:
    """Texts as a part of the catalogue, each with its whole key."""
    return "".join(f"{_quoted(key)} = {_quoted(value)}\n" for key, value in texts.items())


def _quoted(value: str) -> str:
    """A TOML string in which nothing is special."""
    marks = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}
    return '"' + "".join(marks.get(sign, sign) for sign in value) + '"'


def main(direction: str, lang: str, folder: Path) -> None:
    """Write every part one way or the other."""
    for source in sorted((text.CATALOGUE / SOURCE).glob("*.toml")):
        exchanged = folder / f"{source.stem}.po"
        if direction == "out":
            folder.mkdir(parents=True, exist_ok=True)
            exchanged.write_bytes(to_po(source.stem, lang))
        elif exchanged.exists() and (texts := from_po(exchanged.read_bytes())):
            made = text.CATALOGUE / lang / source.name
            made.parent.mkdir(exist_ok=True)
            made.write_text(as_toml(texts), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], Path(sys.argv[3]))
