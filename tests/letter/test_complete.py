"""A letter that misses a part is not made, and says what to do."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, get_args

import pytest

from maatwerk.basics.errors import LetterIncomplete
from maatwerk.letter.complete import REQUIRED, missing, require_complete
from maatwerk.letter.model import Group
from tests.letter.made import (
    SENDER,
    fact,
    forwarded,
    full_grant,
    granted_exception,
    letter_for,
    on_the_way,
    partial_grant,
    refusal,
    sportpas,
)

if TYPE_CHECKING:
    from maatwerk.decision.model import Decision
    from maatwerk.letter.model import Letter, Sender

POINT = {"letter": "A", "codes": ["harde_grens"], "weight": "gewoon", "texts": ["x"]}


def gaps(made: Decision, *, sender: Sender = SENDER, lang: str = "nl") -> list[str]:
    with pytest.raises(LetterIncomplete) as caught:
        letter_for(made, sender=sender, lang=lang)
    assert all(reason for _, reason in caught.value.missing)
    return [part for part, _ in caught.value.missing]


def test_a_letter_needs_a_resident_and_a_person_to_call() -> None:
    assert gaps(full_grant(resident=None)) == ["geadresseerde"]
    assert gaps(full_grant(contact=None)) == ["contactpersoon"]


PERSON = {"name": "N. de Boer (verzonnen)", "salutation": "mevrouw De Boer"}


def test_a_letter_on_paper_needs_an_address() -> None:
    assert gaps(full_grant(resident=PERSON)) == ["geadresseerde"]
    late = PERSON | {"channel": "digitaal", "digital_since": "2026-02-21"}
    assert gaps(full_grant(resident=late)) == ["geadresseerde"]  # the letter is a day older than the consent


def test_a_digital_letter_needs_no_address() -> None:
    agreed = PERSON | {"channel": "digitaal", "digital_since": "2026-02-20"}
    assert letter_for(full_grant(resident=agreed)).addressee == ("N. de Boer (verzonnen)",)


def test_all_that_is_missing_is_told_at_once() -> None:
    bare = replace(SENDER, objection_address=())
    assert sorted(gaps(granted_exception(resident=None, contact=None, reasons=" "), sender=bare)) == [
        "contactpersoon",
        "geadresseerde",
        "rechtsmiddel",
        "uitzondering",
    ]


def test_a_remedy_needs_an_address() -> None:
    assert gaps(full_grant(), sender=replace(SENDER, objection_address=())) == ["rechtsmiddel"]
    assert gaps(forwarded(), sender=replace(SENDER, complaint_address=())) == ["rechtsmiddel"]


def test_an_exception_needs_reasons() -> None:
    assert gaps(granted_exception(reasons="")) == ["uitzondering"]


def test_a_refusal_with_points_needs_reasons() -> None:
    made = refusal("gewogen_nee")
    seen = made.assessment.model_validate({**made.assessment.model_dump(by_alias=True), "points": [POINT]})
    assert gaps(made.model_copy(update={"assessment": seen})) == ["wat_kan_niet"]


def test_a_text_with_an_unknown_value_is_not_printed() -> None:
    without_income = [fact(name) for name in ("aanvraagdatum", "woont_hier", "al_een_pas")]
    assert "waarom" in gaps(refusal("gewogen_nee", facts=without_income))


def test_an_outcome_that_the_rules_do_not_have_gives_no_letter() -> None:
    assert gaps(full_grant(outcome="bestaat_niet")) == ["besluit"]


def test_a_counter_act_gets_no_letter() -> None:
    assert gaps(full_grant(track="licht")) == ["besluit"]


def test_a_letter_in_english_needs_english_texts() -> None:
    assert "besluit" in gaps(full_grant(), lang="en")


EVERY_GROUP: dict[Group, Letter] = {
    "grant": letter_for(full_grant()),
    "partial": letter_for(partial_grant()),
    "refusal": letter_for(refusal("wet_verbiedt")),
    "exception": letter_for(granted_exception()),
    "forward": letter_for(forwarded()),
    "step": replace(letter_for(full_grant()), group="step"),
    "incomplete": on_the_way("aanvullen"),
    "hearing": on_the_way("horen"),
    "extension": on_the_way("verlengen"),
    "forwarding": on_the_way("doorsturen"),
}


def test_every_group_of_letters_has_its_required_parts() -> None:
    assert EVERY_GROUP.keys() == set(get_args(Group)) == REQUIRED.keys()
    assert {name: letter.group for name, letter in EVERY_GROUP.items()} == {name: name for name in EVERY_GROUP}
    assert {name: missing(letter, ()) for name, letter in EVERY_GROUP.items()} == dict.fromkeys(EVERY_GROUP, ())


@pytest.mark.parametrize("letter", EVERY_GROUP.values(), ids=EVERY_GROUP.keys())
def test_every_required_part_that_is_left_out_is_named_and_blocks_the_letter(letter: Letter) -> None:
    for kind in REQUIRED[letter.group]:
        others = tuple(section for section in letter.sections if section.kind != kind)
        emptied = tuple(replace(each, blocks=()) if each.kind == kind else each for each in letter.sections)
        for sections in (others, emptied):
            with pytest.raises(LetterIncomplete) as caught:
                require_complete(replace(letter, sections=sections), ())
            assert [part for part, _ in caught.value.missing] == [kind]


def test_a_whole_letter_misses_nothing() -> None:
    assert missing(letter_for(full_grant()), ()) == ()
    assert sportpas().file
