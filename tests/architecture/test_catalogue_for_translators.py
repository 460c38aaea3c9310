"""The catalogue goes to translators and comes back without a change."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from maatwerk.basics import text
from scripts.catalogue_po import as_toml, from_po, main, to_po
from tests.architecture.sources import CATALOGUE

PARTS = sorted({path.stem for path in CATALOGUE.glob("*/*.toml")})


@pytest.mark.parametrize("name", PARTS)
@pytest.mark.parametrize("lang", text.LANGUAGES)
def test_a_part_that_goes_out_and_comes_back_is_the_same(name: str, lang: str) -> None:
    texts = {key: each for key, each in text.part(name, lang).items() if each}
    assert from_po(to_po(name, lang)) == texts


@pytest.mark.parametrize("name", PARTS)
def test_what_came_back_is_the_same_as_a_file(name: str) -> None:
    texts = text.part(name, "en")
    flat = dict(text._flat(tomllib.loads(as_toml(texts))))  # noqa: SLF001 - as the catalogue itself is read
    assert flat == texts


def test_a_new_language_begins_with_dutch_texts_to_translate(tmp_path: Path) -> None:
    main("out", "ar", tmp_path)
    assert sorted(path.stem for path in tmp_path.glob("*.po")) == PARTS
    content = (tmp_path / "letter.po").read_text(encoding="utf-8")
    assert 'msgctxt "label.greeting"\nmsgid "Met vriendelijke groet,"\nmsgstr ""\n' in content
    assert from_po(content.encode()) == {}


def test_what_was_translated_becomes_a_language_of_the_catalogue(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    main("out", "ar", tmp_path)
    path = tmp_path / "letter.po"
    greeting = 'msgid "Met vriendelijke groet,"\nmsgstr '
    content = path.read_text(encoding="utf-8")
    path.write_text(content.replace(f'{greeting}""', f'{greeting}"مع أطيب التحيات،"'), encoding="utf-8")
    (tmp_path / "catalogue").mkdir()
    (tmp_path / "catalogue" / "nl").symlink_to(CATALOGUE / "nl")
    monkeypatch.setattr(text, "CATALOGUE", tmp_path / "catalogue")
    main("in", "ar", tmp_path)
    text.part.cache_clear()
    assert text.part("letter", "ar") == {"label.greeting": "مع أطيب التحيات،"}
    text.part.cache_clear()
