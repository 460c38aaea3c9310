"""The hash of the rules follows what the rules mean; the hash of the text what stands there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maatwerk.ruleset.library import shipped
from maatwerk.ruleset.model import Ruleset
from maatwerk.ruleset.printing import print_ruleset
from maatwerk.ruleset.reading import load, read_text
from maatwerk.ruleset.skeleton import new_ruleset_text
from tests.findings.small import whole
from tests.ruleset import problem_pages as page

SHIPPED = sorted(shipped().rglob("*.md"))
LAPTOP = shipped() / "laptop-minimaregeling" / "2026-01-01.md"
_HEADING = re.compile(r"^(?=#{1,6} )", re.MULTILINE)


def ruleset_of(text: str, library: Path = page.LIBRARY) -> Ruleset:
    """The ruleset in a text that has no problems."""
    reading = read_text(text, "voorbeeld.md", library)
    assert reading.ruleset is not None, [problem.text() for problem in reading.problems]
    return reading.ruleset


def rules_hash(text: str) -> str:
    """The hash of the rules in a text."""
    return ruleset_of(text).identity.rules_hash


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_shipped_document_that_is_printed_and_read_again_has_the_same_rules(path: Path) -> None:
    ruleset = load(path, library=shipped())
    printed = print_ruleset(ruleset)

    again = ruleset_of(printed, shipped())

    assert again.identity.rules_hash == ruleset.identity.rules_hash
    assert again.identity.examples_hash == ruleset.identity.examples_hash
    assert print_ruleset(again) == printed


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_the_order_of_blocks_does_not_matter(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    front, body = text.split("\n---\n", 1)
    blocks = _HEADING.split(body)

    turned = f"{front}\n---\n" + "\n\n".join(reversed(blocks))

    assert ruleset_of(turned, shipped()).identity.rules_hash == load(path, library=shipped()).identity.rules_hash


def test_the_order_of_rows_does_not_matter() -> None:
    lines = page.base().split("\n")
    rows = [number for number, line in enumerate(lines) if line.startswith(("| huishouden", "| inkomen ", "| weinig"))]
    lines[rows[0]], lines[rows[1]] = lines[rows[1]], lines[rows[0]]
    lines[rows[2]], lines[rows[2] + 1] = lines[rows[2] + 1], lines[rows[2]]

    before, after = ruleset_of(page.base()).identity, ruleset_of("\n".join(lines)).identity

    assert (after.rules_hash, after.examples_hash) == (before.rules_hash, before.examples_hash)
    assert after.text_hash != before.text_hash


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Uw inkomen is te hoog.", "Uw inkomen ligt boven de grens."),
        ("titel: Een voorbeeld", "titel: Een ander voorbeeld"),
        ("Met wie woont u?", "Woont u alleen?"),
        ("inkomen <= (als", "( inkomen  <=  (als"),
        ("- trede: D", "- trede: D\n- nagaan: Klopt dit?"),
    ],
)
def test_words_change_the_hash_of_the_text_only(old: str, new: str) -> None:
    text = (
        page.base()
        .replace(old, new)
        .replace("anders grens)", "anders grens))" if new.startswith("(") else "anders grens)")
    )

    before, after = ruleset_of(page.base()).identity, ruleset_of(text).identity

    assert after.rules_hash == before.rules_hash
    assert after.text_hash != before.text_hash


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("€ 1.000 |", "€ 1.000,01 |"),
        ("inkomen <= (", "inkomen < ("),
        ("inkomen <= € 1.100", "inkomen <= € 1.101"),
        ("- rang: beleidsregel", "- rang: beleidsregel\n- kleine_marge: 4%"),
        ("- trede: D", "- trede: A"),
        ("- tekst: Wie weinig heeft", "- draagt: 3\n- tekst: Wie weinig heeft"),
        ("- bedrag: € 100", "- bedrag: € 99"),
        ("rechtsmiddel: bezwaar", "rechtsmiddel: beroep"),
        ("2026-01-01 | € 1.000", "2025-01-01 | € 1.000"),
    ],
)
def test_a_change_of_meaning_changes_the_hash_of_the_rules(old: str, new: str) -> None:
    assert old in page.base()

    assert rules_hash(page.base().replace(old, new, 1)) != rules_hash(page.base())


def test_what_is_not_used_of_a_building_block_does_not_count() -> None:
    assert rules_hash(page.base()) == rules_hash(page.base().replace("gebruikt: gronden\n", ""))


def test_a_new_ruleset_can_be_read_at_once() -> None:
    ruleset = ruleset_of(new_ruleset_text("proef", "Een proef", "het college"))

    assert ruleset.id == "proef"
    assert print_ruleset(ruleset_of(print_ruleset(ruleset))) == print_ruleset(ruleset)


WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=("C", "Z"), exclude_characters="{}"), min_size=1, max_size=9
)
SENTENCES = st.lists(WORDS, min_size=1, max_size=4).map(" ".join)
CENTS = st.integers(0, 10**7).map(lambda cents: f"{cents // 100},{cents % 100:02d}")


@st.composite
def documents(draw: st.DrawFn) -> str:
    """The small ruleset with other values for keys of every form."""
    texts = {
        "Uw inkomen is te hoog.": draw(SENTENCES) + " {inkomen} {{",
        "Wie weinig heeft, krijgt steun.": draw(SENTENCES),
        "€ 1.100": f"€ {draw(CENTS)}",
        "rang: beleidsregel": f"rang: beleidsregel\n- kleine_marge: {draw(st.integers(0, 99))}%; 9 dagen",
        "- zeg: Wij": draw(
            st.sampled_from(
                [
                    "- vier_ogen: ja\n- zeg: Wij",
                    f"- vier_ogen: boven € {draw(CENTS)}\n- tot: 3 maanden\n- zeg: Wij",
                    f"- tot: plus_dagen(aanvraagdatum; {draw(st.integers(1, 99))})\n- zeg: Wij",
                    f"- hoogstens: {draw(CENTS)}\n- mits: {draw(SENTENCES)}\n- mits_en: {draw(SENTENCES)}\n- zeg: Wij",
                ]
            )
        ),
        "- als: niet inkomen_laag": draw(st.sampled_from(["- als: anders", "- als: niet (niet (niet inkomen_laag))"])),
        "keuze: alleen, paar": draw(st.sampled_from(["keuze: alleen, paar", "keuze: paar, alleen, groep"])),
        "| weinig ": f"| {draw(SENTENCES).replace('|', '')}x ",
    }
    text = page.base()
    for old, new in texts.items():
        text = text.replace(old, new)
    return text


@given(documents())
def test_any_ruleset_that_is_printed_and_read_again_has_the_same_rules(text: str) -> None:
    ruleset = ruleset_of(text)
    again = ruleset_of(print_ruleset(ruleset))

    assert again.identity.rules_hash == ruleset.identity.rules_hash
    assert again.identity.examples_hash == ruleset.identity.examples_hash
    assert print_ruleset(again) == print_ruleset(ruleset)


def test_anders_means_the_same_in_whatever_order_the_other_outcomes_stand() -> None:
    blocks = [
        "### Uitkomst: veel\n- als: inkomen_hoog\n",
        "### Uitkomst: iets\n- als: niet inkomen_hoog en woont\n",
        "### Uitkomst: niets\n- als: anders\n",
    ]
    head = "| gegeven | soort |\n|---|---|\n| hoog | ja_nee |\n| hier | ja_nee |\n\n"
    head += "### Voorwaarde: inkomen_hoog\n- eis: hoog\n\n### Voorwaarde: woont\n- eis: hier\n\n"
    one, other = (ruleset_of(whole(head + "\n".join(each)), shipped()) for each in (blocks, reversed(blocks)))

    assert one.identity.rules_hash == other.identity.rules_hash
