"""The three model letters that people wrote have what we ask of a letter, and our check has nothing against them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from maatwerk.language import check
from maatwerk.letter.complete import REQUIRED, missing
from maatwerk.letter.model import Group, Letter, Paragraph, Section, SectionKind
from tests.letter.made import full_grant, letter_for

MODELS = Path(__file__).parents[1] / "language" / "letters"
BEGINS: dict[str, tuple[SectionKind, ...]] = {
    "Ons besluit": ("besluit",),
    "Our decision": ("besluit",),
    "Waarom maken wij een uitzondering?": ("uitzondering",),
    "Why do we make an exception?": ("uitzondering",),
    "Waarom kan dit niet?": ("waarom", "wat_kan_niet"),
    "Voor u past deze regel nu niet. Dit weten wij over uw situatie:": ("feiten",),
    "This rule does not fit your situation. This is what we know:": ("feiten",),
    "Wij hebben wel naar uw situatie gekeken. Dit weten wij:": ("feiten",),
    "Wat kan wel?": ("wat_kan_wel",),
    "Wat kunt u nu doen?": ("wat_nu",),
    "What can you do now?": ("wat_nu",),
    "Wat beloven wij u?": ("belofte",),
    "What do we promise you?": ("belofte",),
    "Bent u het niet eens met dit besluit?": ("rechtsmiddel",),
    "Do you disagree with this decision?": ("rechtsmiddel",),
    "Hebt u vragen?": ("contact",),
    "Do you have questions?": ("contact",),
    "Welke regels hebben wij gebruikt?": ("regels",),
    "Which rules did we use?": ("regels",),
}
"""The line with which each part begins; one part may answer two questions."""
GROUPS: dict[str, Group] = {"nl-model-1": "exception", "nl-model-2": "refusal", "en-model-3": "exception"}


def model(name: str) -> Letter:
    """A model letter in the parts of our own letters."""
    sections: list[Section] = []
    kinds: tuple[SectionKind, ...] = ()
    for line in (MODELS / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        kinds = BEGINS.get(line, kinds)
        if line and line not in BEGINS:
            sections += [Section(kind, "", (Paragraph(line),)) for kind in kinds]
    return replace(letter_for(full_grant()), lang=name[:2], group=GROUPS[name], sections=tuple(sections))


@pytest.mark.parametrize("name", GROUPS)
def test_a_model_letter_has_every_required_part(name: str) -> None:
    assert missing(model(name), ()) == ()


@pytest.mark.parametrize("name", GROUPS)
def test_a_model_letter_without_one_of_them_is_not_whole(name: str) -> None:
    letter = model(name)
    for kind in REQUIRED[letter.group]:
        rest = tuple(each for each in letter.sections if each.kind != kind)
        assert [part for part, _ in missing(replace(letter, sections=rest), ())] == [kind]


@pytest.mark.parametrize("name", GROUPS)
def test_the_language_check_has_no_error_in_a_model_letter(name: str) -> None:
    assert check((MODELS / f"{name}.txt").read_text(encoding="utf-8"), name[:2]).errors == ()
