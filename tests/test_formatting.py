"""The one form of a text: tables are aligned and keys ordered; what it says and means stays the same."""

from __future__ import annotations

import re
from pathlib import Path
from random import Random  # noqa: TID251 - seeded by each caller

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maatwerk.basics.errors import ProblemsFound
from maatwerk.bench.formatted import ShownExample, formatted_file, same_meaning, transposed
from maatwerk.ruleset.formatting import formatted
from maatwerk.ruleset.library import shipped
from maatwerk.ruleset.model import Ruleset
from maatwerk.ruleset.reading import read_text
from tests.strategies.rulesets import LIBRARY, seeds, written

SHIPPED = sorted(shipped().rglob("*.md"))
MESSY = """---
regelset: steun
taal: maatwerk-1
titel: Steun
peildatum: dag

geldig_vanaf: 2026-01-01
rechtsmiddel: bezwaar
bestuursorgaan: het college
---
# Steun

| gegeven | soort | vraag | herkomst | wie | privacy |
|:--|---|---|---|---|--:|
|dag|datum|Wanneer?|inwoner|inwoner|gewoon|
| ziek | ja_nee | Bent u ziek, of a \\| b? | inwoner | inwoner | bijzonder |

### Voorwaarde: is_ziek

> Wie ziek is,
> krijgt steun.

* eis: ziek
* rang: beleidsregel

* niet_voldaan: U bent niet ziek,
  en dat moet.
* bron: artikel 1

<!-- een opmerking -->
Gewone zin | met een streep.

### Uitkomst: steun
- soort: toekenning
- tekst: U krijgt steun.
- als: is_ziek
"""
TIDY = """---
taal: maatwerk-1
regelset: steun
titel: Steun
geldig_vanaf: 2026-01-01

bestuursorgaan: het college
rechtsmiddel: bezwaar
peildatum: dag
---
# Steun

| gegeven | soort  | vraag                   | herkomst | wie     | privacy   |
|:--------|--------|-------------------------|----------|---------|----------:|
| dag     | datum  | Wanneer?                | inwoner  | inwoner | gewoon    |
| ziek    | ja_nee | Bent u ziek, of a \\| b? | inwoner  | inwoner | bijzonder |

### Voorwaarde: is_ziek

> Wie ziek is,
> krijgt steun.

- bron: artikel 1
- rang: beleidsregel

- eis: ziek
- niet_voldaan: U bent niet ziek,
  en dat moet.

<!-- een opmerking -->
Gewone zin | met een streep.

### Uitkomst: steun
- als: is_ziek
- soort: toekenning
- tekst: U krijgt steun.
"""
REST = "\n### Uitkomst: niets\n\n- als: niet is_ziek\n- soort: afwijzing\n- tekst: U krijgt niets.\n"


def read(text: str) -> Ruleset:
    reading = read_text(text, "verzonnen.md", LIBRARY)
    assert reading.ruleset is not None, reading.problems
    return reading.ruleset


def test_tables_are_aligned_and_keys_ordered_and_nothing_else_changes() -> None:
    assert formatted(MESSY) == TIDY


@pytest.mark.parametrize("text", [MESSY + REST, "\ufeff" + MESSY + REST, (MESSY + REST).replace("\n", "\r\n")])
def test_the_form_means_the_same_and_keeps_how_lines_end(text: str) -> None:
    made = formatted(text)

    assert same_meaning(read(made), read(text))
    assert [made.count(sign) for sign in ("\ufeff", "\r\n", "\n")] == [
        text.count(sign) for sign in ("\ufeff", "\r\n", "\n")
    ]


@pytest.mark.parametrize("file", SHIPPED, ids=lambda file: f"{file.parent.name}/{file.name}")
def test_a_shipped_text_keeps_its_meaning_and_every_line_of_prose(file: Path) -> None:
    found = formatted_file(file)  # compares the meaning itself

    assert formatted(found.after) == found.after
    assert prose(found.after) == prose(found.before)
    assert sorted(bare(found.after)) == sorted(bare(found.before))


def prose(text: str) -> list[str]:
    """The lines that are no table and no key, where they stand."""
    return ["" if re.match(r"\||[-*+] |  |\w+: ", line) else line for line in text.splitlines()]


def bare(text: str) -> list[str]:
    """All lines without spaces and the dashes of tables."""
    return [re.sub(r"[\s-]", "", line) for line in text.splitlines()]


@given(seeds(), st.integers(0, 2**32))
def test_random_rulesets_written_untidily_get_one_form_and_keep_their_meaning(seed: int, mess: int) -> None:
    text = untidy(written(seed).text, Random(mess))
    made = formatted(text)

    assert same_meaning(read(made), read(text))
    assert formatted(made) == made
    assert prose(made) == prose(text)


def untidy(text: str, dice: Random) -> str:
    """Keys of each block in any order, with blank lines, other marks and comments between; cells with any spaces."""
    lines: list[str] = []
    for part in re.split(r"((?:^- .*\n(?:  .*\n)*)+)", text, flags=re.MULTILINE):
        keys = re.findall(r"^- .*\n(?:  .*\n)*", part, re.MULTILINE)
        lines += mixed(keys, dice) if keys and part.startswith("- ") else [part]
    return re.sub(r"^\|.*$", lambda row: stretched(row.group(), dice), "".join(lines), flags=re.MULTILINE)


def mixed(keys: list[str], dice: Random) -> list[str]:
    mark = dice.choice("-*+")
    between = ["\n", "\nEen gewone zin.\n\n", "\n<!-- nagaan -->\n\n", "", "", ""]
    return [f"{mark}{key[1:]}{dice.choice(between)}" for key in dice.sample(keys, len(keys))]


def stretched(row: str, dice: Random) -> str:
    if set(row) <= set("|-: "):
        return row
    return re.sub(r"(?<!\\)\|", lambda _: f"{' ' * dice.randint(0, 3)}|{' ' * dice.randint(0, 3)}", row).strip()


def test_a_text_with_problems_is_not_formatted(tmp_path: Path) -> None:
    file = tmp_path / "steun" / "2026-01-01.md"
    file.parent.mkdir()
    file.write_text((MESSY + REST).replace("eis: ziek", "eis: zieek of ziek"), encoding="utf-8")

    with pytest.raises(ProblemsFound) as found:
        formatted_file(file)
    assert [each.code for each in found.value.problems] == ["M204"]


def test_other_rules_examples_or_sentences_are_not_the_same() -> None:
    text = MESSY + REST
    other = ("eis: ziek", "eis: niet ziek"), ("U krijgt steun.", "U krijgt hulp."), ("> krijgt steun", "> krijgt hulp")

    assert [same_meaning(read(text), read(text.replace(*each))) for each in other] == [False, False, False]


def test_examples_stand_below_each_other_without_what_they_leave_out() -> None:
    file = shipped() / "laptop-minimaregeling" / "2026-01-01.md"
    found = {each.name: each for each in transposed(file)}

    assert found["negen euro te veel"] == ShownExample(
        "negen euro te veel",
        (("inkomen", "1.690,80"), ("eenmalig_inkomen", "200")),
        (
            ("=> uitkomst", "geen_vergoeding"),
            ("=> bevindingen", "doel_gemist, harde_grens, alles_of_niets, zwaar_gevolg, kind_geraakt"),
            ("=> voorstellen", "besteedbaar_inkomen"),
        ),
        (),
    )
    assert found["standaard"].given[0] == ("aanvraagdatum", "2026-03-02")


def test_records_stand_with_their_example() -> None:
    file = shipped() / "kostendelersnorm" / "2026-01-01.md"
    found = {each.name: each for each in transposed(file)}

    assert found["zoon van 26"].records == (
        ("medebewoners 1", (("geboortedatum", "1999-06-01"), ("relatie", "familie"), ("=> is_kostendeler", "nee"))),
    )
    assert found["woont alleen"].records == (("medebewoners", ()),)
